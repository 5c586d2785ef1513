"""What a line says, once it is read: the value between the second stage and the third."""

from dataclasses import dataclass, replace
from enum import StrEnum

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.prescription import Prescription
from earcoach.written.settings import Setting


class Kind(StrEnum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    EXERCISE = "exercise"
    NAME = "name"
    DOSE = "dose"
    SETTING = "setting"
    SAME = "same"
    PROSE = "prose"
    WARNING = "warning"
    EQUIPMENT = "equipment"
    CHATTER = "chatter"


NOTHING = Prescription()
PLAIN = Setting()

UNMARKED = 9
"""The level of a heading that has no mark of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a line says; a line may say several."""

    kind: Kind
    """What it is."""
    line: int
    """The number of its line."""
    text: str = ""
    """All of it, as written."""
    name: str = ""
    """The name of an exercise or a section."""
    said: Prescription = NOTHING
    """The dose in it."""
    whole: Prescription = NOTHING
    """How long, or how far, all of a section is, as its heading says."""
    setting: Setting = PLAIN
    """What it says of a section."""
    level: int = 0
    """How high a heading stands: 1 is the highest, 9 one that only looks like a heading."""
    indent: int = 0
    """How deep it stands."""
    marker: str = ""
    """The mark of a list item."""
    label: str = ""
    """The label in a superset."""
    notes: tuple[str, ...] = ()
    """What else it tells."""
    scope: str = ""
    """What a rest in a text is between, or whose it is; "" where it does not say."""
    for_all: bool = False
    """Whether its dose is that of all exercises."""
    nameless: bool = False
    """Whether a heading says how a section goes, and not what it is called."""
    goes_on: bool = False
    """Whether it begins with `then`, or another word for what comes next."""
    named: bool = False
    """Whether marks say that it is a name."""
    twice: bool = False
    """Whether there is one exercise for each side: `Moves 2 & 3`."""


Lines = list[list[Statement]]
"""The lines of a text, each with what it says."""


def nameless(one: Statement, setting: Setting) -> Statement:
    """A statement as a heading that says how a section goes, and not what it is called."""
    return replace(
        one,
        kind=Kind.HEADING,
        name="",
        said=NOTHING,
        setting=setting,
        level=UNMARKED,
        marker="",
        nameless=True,
    )


def as_words(one: Statement, kind: Kind = Kind.PROSE) -> Statement:
    """A statement that prescribes nothing, and is only told."""
    return replace(one, kind=kind, name="", said=NOTHING, setting=PLAIN)


def as_dose(one: Statement) -> Statement:
    """A statement whose dose, if it is that of an exercise, is one of what stands above it."""
    return replace(one, kind=Kind.DOSE) if one.kind is Kind.EXERCISE else one


def first_below(said: Lines, n: int) -> Statement | None:
    """What stands below a line, be it after an empty one."""
    lines = (line[0] for line in said[n + 1 : n + 3] if line[0].kind is not Kind.BLANK)
    return next(lines, None)


def scope_of(text: str, prose: Prose) -> str:
    """What a rest in a text is between, or whose it is; "" where it does not say."""
    folded = f" {text.casefold().rstrip(' .!')}. "
    for scope, pieces in (
        ("main", prose.in_main),
        ("others", prose.in_others),
        ("rounds", prose.in_rounds),
        ("sets", prose.in_sets),
        ("exercises", prose.in_exercises),
    ):
        if pieces.begin_words(folded):
            return scope
    return ""
