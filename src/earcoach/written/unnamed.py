"""Efforts that nothing names: in a text about a swim `8 x 50 on 1:00` is swum.

What is done is what the nearest lines above tell of: a heading, or another effort. Intervals above
names that have no dose are those of what is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from earcoach.routine.model import Distance, Reps, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.names import in_section_words, is_sentence, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.settings import Setting
from earcoach.written.statements import UNMARKED, Kind, Statement, nameless
from earcoach.written.swims import as_swum

RUN = "Run"
"""What is done for a way, where nothing tells how."""

FIRST = 3
"""Lines of a text that tell what it is about, whatever they are."""

_TALK = (Kind.PROSE, Kind.CHATTER, Kind.WARNING)
_OWNERS = (Kind.NAME, Kind.EXERCISE)


def with_sports(statements: Sequence[Statement], tongue: Tongue) -> Iterator[Statement]:
    """The statements; each effort without a name is called by what the text is about."""
    sports = list(_sports(statements, tongue))
    owner: Statement | None = None
    called = ""
    for n, one in enumerate(statements):
        sport = sports[n] or called
        if one.kind is Kind.NAME and _heads(statements, n, sport, tongue):
            one = replace(one, kind=Kind.HEADING, level=one.level or UNMARKED)
            called = one.name if names_movement(one.name, tongue.prose) else ""
        elif one.kind is Kind.HEADING:
            called = ""
        if one.kind is Kind.HEADING:
            owner = None
        told = _told(one, statements[n + 1 : n + 3], owner, sport, tongue)
        yield told
        owner = told if told.kind in _OWNERS else owner


def _heads(statements: Sequence[Statement], n: int, sport: str, tongue: Tongue) -> bool:
    """Whether a name has more than one effort below it, each of which is an exercise."""
    below = takewhile(lambda s: _is_effort(s, sport, tongue), statements[n + 1 : n + 3])
    return len(list(below)) > 1


def _told(
    one: Statement,
    after: Sequence[Statement],
    owner: Statement | None,
    sport: str,
    tongue: Tongue,
) -> Statement:
    if not _is_effort(one, sport, tongue):
        return one
    below = next((s for s in after if s.kind is not Kind.BLANK), None)
    named = owner is None and below is not None and below.kind is Kind.NAME
    dose, pace = one.said.doses[0], pace_of(one.said)
    if named and one.said.rests_ms and isinstance(dose, Timed):
        rest = one.said.rests_ms[0]
        whole = Setting(rounds=one.said.sets, work_ms=dose.length_ms, rest_ms=rest)
        return nameless(one, whole)
    by_way = bool(pace) or isinstance(dose, Distance)
    own = owner is None or (
        owner.kind is Kind.EXERCISE and (by_way or _is_same(owner, sport, tongue))
    )
    name = sport or (RUN if by_way else "")
    if not (own and name):
        return one
    name = f"{name} @ {pace}" if pace else name
    return replace(one, kind=Kind.EXERCISE, name=name, said=as_swum(one.said), for_all=False)


def pace_of(said: Prescription) -> str:
    """How fast something is done; "" where nothing tells."""
    return next((e for e in said.efforts if "/" in e or "pace" in e or "effort" in e), "")


def _is_effort(one: Statement, sport: str, tongue: Tongue) -> bool:
    """Whether a dose is one of a run, a ride or a swim: so often so long, or so far."""
    told = not one.marker and is_sentence(one.text, tongue.prose)
    if one.kind is not Kind.DOSE or one.for_all or told:
        return False
    match one.said.doses:
        case (Distance(), *_):
            return True
        case (Timed(hold=False),):
            return bool(one.said.sets or pace_of(one.said))
        case (Reps(),):
            swum = bool(one.said.sets) and sport.casefold() in tongue.prose.pool
            return swum and as_swum(one.said) != one.said
    return False


def _is_same(owner: Statement, sport: str, tongue: Tongue) -> bool:
    """Whether the effort above is one of the same kind, with a dose of its own."""
    words = set(words_in(owner.text))
    kind = owner.name == sport or any(tongue.prose.sports.get(word) == sport for word in words)
    easy = bool(words & (tongue.prose.recovery | tongue.prose.swimming))
    return bool(owner.said.doses) and not isinstance(owner.said.doses[0], Reps) and (kind or easy)


def _sports(statements: Sequence[Statement], tongue: Tongue) -> Iterator[str]:
    """What each line is about: itself, or the nearest above that may tell; "" where none does."""
    last = ""
    for n, one in enumerate(statements):
        words = words_in(one.text) if n < FIRST or one.kind not in _TALK else ()
        told = next(filter(None, map(tongue.prose.sports.get, words)), "")
        own = one.kind is Kind.HEADING and not in_section_words(one.name or one.text, tongue.prose)
        last = told or ("" if own and not one.nameless else last)
        yield last
