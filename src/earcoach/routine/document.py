"""From nodes to a Routine: the document as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from earcoach.language.registry import DEFAULT_LANGUAGE, LANGUAGES
from earcoach.language.texts import Replaced
from earcoach.routine import fields as f
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited
from earcoach.routine.keys import (
    COACHING,
    COUNTING,
    DEFAULTS,
    EQUIPMENT,
    EXERCISES,
    LANGUAGE,
    LEXICON,
    ROUTINE,
    ROUTINE_DEFAULTS,
    SECTIONS,
    SUMMARY,
    TITLE,
    WORDING,
)
from earcoach.routine.lengths import totals
from earcoach.routine.model import Coaching, Counting, Routine, Section
from earcoach.routine.reader import Listing, Node
from earcoach.routine.sections import read_section, section_of

if TYPE_CHECKING:
    from earcoach.language.model import Language

MAX_SETS = 20_000
"""Sets of a whole session, all rounds and sides counted; more is a slip of the pen."""
MAX_REPS = 100_000
"""Likewise reps."""
MAX_HOURS, HOUR_MS = 100, 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a routine is coached where it does not say so itself."""

    coaching: Coaching = Coaching.STANDARD
    """How much is said."""
    counting: Counting = Counting.EVERY
    """Which reps are counted in words."""


USUAL_MANNER = Manner()
"""The program's own."""


def read_routine(node: Node, report: Report, *, manner: Manner = USUAL_MANNER) -> Routine | None:
    """The routine in a document, or None; what is wrong is in the report."""
    document = f.mapping_of(node, report, "a routine")
    if document is None:
        return None
    values = f.read_fields(document.entries, ROUTINE, report)
    usual = Values({COACHING.key: manner.coaching, COUNTING.key: manner.counting}, {})
    inherited = Inherited(layers=(_defaults(values, report), usual))
    wording = _wording(values, report)
    title = f.required(values, TITLE, document.place, report)
    sections = _sections(values, document.place, inherited, report)
    if report.found or title is None:
        return None
    _check_size(sections, document.place, report)
    listed = values[EQUIPMENT] or ()
    return Routine(
        title=title,
        sections=sections,
        summary=values[SUMMARY],
        equipment=_all_equipment(listed, sections),
        coaching=inherited.nearest(COACHING, manner.coaching),
        language=values[LANGUAGE],
        wording=wording,
        lexicon=values[LEXICON] or (),
    )


def _language(values: Values) -> "Language":
    return LANGUAGES[values[LANGUAGE] or DEFAULT_LANGUAGE]


def _wording(values: Values, report: Report) -> Replaced:
    node = values[WORDING]
    if node is None:
        return ()
    from earcoach.routine.wording import read_wording  # most routines are said in the usual words

    return read_wording(node, report, _language(values))


def _defaults(values: Values, report: Report) -> Values:
    node = values[ROUTINE_DEFAULTS]
    mapping = f.mapping_of(node, report, "`defaults`") if node is not None else None
    return f.read_fields(mapping.entries if mapping else (), DEFAULTS, report)


def _sections(
    values: Values, place: Place, inherited: Inherited, report: Report
) -> tuple[Section, ...]:
    listed, bare = values[SECTIONS], values[EXERCISES]
    if listed is not None and bare is not None:
        report.add("R304", "give `sections` or `exercises`, not both", bare.place)
        return ()
    if bare is not None:  # a short routine needs no sections
        name = _language(values).texts["workout"]
        return (section_of(Values({"exercises": bare}, {}), name, bare.place, inherited, report),)
    if listed is None:
        report.add("R302", "`sections` is missing", place, cure="list the parts under `sections:`")
        return ()
    nodes = f.listing_of(listed, report, "`sections`")
    if isinstance(listed, Listing) and not nodes:
        report.add("R306", "`sections` is empty", listed.place)
    return tuple(s for node in nodes if (s := read_section(node, inherited, report)))


def _all_equipment(listed: Sequence[str], sections: Sequence[Section]) -> tuple[str, ...]:
    used = (item for s in sections for e in s.every_exercise() for item in e.equipment)
    return tuple(dict.fromkeys([*listed, *used]))


def _check_size(sections: Sequence[Section], place: Place, report: Report) -> None:
    """What nobody means to do is refused before anybody plans it."""
    sets, reps, length_ms = (sum(each) for each in zip(*map(totals, sections), strict=True))
    for number, most, what in (
        (sets, MAX_SETS, "sets"),
        (reps, MAX_REPS, "reps"),
        (length_ms // HOUR_MS, MAX_HOURS, "hours of work"),
    ):
        if number > most:
            message = f"{number:,} {what} are more than the {most:,} of a session"
            report.add("R307", message, place, cure="check the numbers, and the rounds around them")
            return
