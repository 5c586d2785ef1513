"""The third stage, first half: statements under their headings."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from earcoach.routine.model import Timing
from earcoach.routine.prescription import Prescription
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement

LISTED = 2
"""Headings with exercises below them, after which a line that stands alone is one too."""

_NAMED = (Kind.EXERCISE, Kind.NAME)

_TOLD = (Kind.PROSE, Kind.CHATTER, Kind.WARNING, Kind.EQUIPMENT)

ON_THE_CLOCK = (Timing.AMRAP, Timing.EMOM, Timing.FOR_TIME)
"""What goes on without a rest between its exercises."""

LOOKED_AT = 4
"""Blocks before a line by which it is told what it is."""


@dataclass(slots=True, kw_only=True)
class Member:
    """An exercise while it is read."""

    statement: Statement
    """The line that names it."""
    name: str
    """What it is called."""
    said: Prescription = NOTHING
    """Its dose, as far as it has one of its own."""
    lines: int = 0
    """How many lines below its own told more of its dose."""
    notes: list[str] = field(default_factory=list)
    """What else is told of it, as written."""
    from_default: bool = False
    """Whether it counts without a dose of its own, as it takes that of its section."""
    others: list[Statement] = field(default_factory=list)
    """Lines that say its dose again, and otherwise."""
    pause: Statement | None = None
    """A rest that stands alone below it, before it is known what that is between."""
    rest_after: Statement | None = None
    """A rest between it and the next exercise."""

    @property
    def complete(self) -> bool:
        """Whether it has a dose of its own."""
        return bool(self.said.doses or self.said.times)


@dataclass(slots=True, kw_only=True)
class Block:
    """A heading and what stands under it."""

    heading: Statement | None
    """The line that opens it; None for what stands before any heading."""
    body: list[Statement] = field(default_factory=list)
    """All lines below that, in order."""
    kinds: set[Kind] = field(default_factory=set)
    """What is among those lines."""
    members: list[Member] = field(default_factory=list)
    """Its exercises, in order."""
    setting: Setting = PLAIN
    """How it goes: rounds, times, in turns."""
    default: Prescription = NOTHING
    """The dose of exercises that have none of their own."""
    set_rest: Statement | None = None
    """The line of a rest after each set."""
    round_rest: Statement | None = None
    """The line of a rest between rounds."""
    rest: Statement | None = None
    """The line of a rest between exercises."""
    main_rest: Statement | None = None
    """Of a whole text: the line of a rest that the first exercise of a section has."""
    other_rest: Statement | None = None
    """Of a whole text: the line of a rest that all other exercises have."""
    named_rests: list[Statement] = field(default_factory=list)
    """Of a whole text: lines of rests that exercises have which they name."""
    notes: list[Statement] = field(default_factory=list)
    """Lines that tell something of all of it."""
    own: bool = False
    """Whether its heading is an exercise itself."""
    title: bool = False
    """Whether its heading is the title of the text."""
    breathing: bool = False
    """Whether it is stretching, where lengths of time are holds."""

    @property
    def name(self) -> str:
        """What its heading calls it."""
        return self.heading.name if self.heading else ""

    def add(self, statement: Statement) -> None:
        """Take one more line."""
        self.body.append(statement)
        self.kinds.add(statement.kind)

    def be_exercise(self, heading: Statement, said: Prescription) -> None:
        """Take the heading for an exercise with a dose, and all below it for words about it."""
        notes = [one.text for one in self.body if one.kind is not Kind.BLANK]
        self.members = [Member(statement=heading, name=heading.name, said=said, notes=notes)]
        self.own, self.set_rest, self.default = True, None, NOTHING


def blocks(statements: Sequence[Statement]) -> list[Block]:
    """All headings with what stands under each; what stands before the first has none."""
    found = [Block(heading=None)]
    for n, statement in enumerate(statements):
        after = next((s for s in statements[n + 1 : n + 4] if s.kind is not Kind.BLANK), None)
        below = next((s for s in statements[n + 1 : n + 4] if s.line > statement.line), None)
        if statement.kind is Kind.HEADING and _is_last(statement, after, found[-1]):
            found[-1].add(replace(statement, kind=Kind.SETTING))
        elif statement.kind is Kind.HEADING:
            _open(found, statement)
        elif statement.kind is Kind.EXERCISE and (
            _leaves_list(statement, found[-1]) or _leaves_rounds(statement, found[-1])
        ):
            found += [Block(heading=_end_of(found[-1], statement))]
            found[-1].add(statement)
        elif _begins(statement, after, below, found, before=statements[n - 1] if n else None):
            found.append(Block(heading=_as_heading(statement, found[-1])))
        else:
            found[-1].add(statement)
    _mark_title(found)
    return [block for block in found if block.heading or block.kinds - {Kind.BLANK}]


def _mark_title(found: Sequence[Block]) -> None:
    """The first heading is the title, where all others stand below it and have exercises."""
    headed = [(block, block.heading.level) for block in found if block.heading]
    others = [level for _, level in headed[1:]]
    listed = any(block.kinds & {Kind.EXERCISE, Kind.DOSE} for block, _ in headed[1:])
    if listed and headed[0][1] < min(others):
        headed[0][0].title = True


def _is_last(heading: Statement, after: Statement | None, block: Block) -> bool:
    """Whether what says how a section goes stands below it: `For time` at its end."""
    listed = block.kinds & {Kind.EXERCISE, Kind.NAME}
    ends = after is None or after.kind is Kind.HEADING
    ends = ends or (heading.text.endswith(".") and after is not None and after.kind in _TOLD)
    return heading.nameless and bool(listed) and ends


def _open(found: list[Block], heading: Statement) -> None:
    """Begin a block; one without a name of its own goes on with that of an empty one."""
    last = found[-1]
    listed = last.kinds & {Kind.EXERCISE, Kind.NAME, Kind.DOSE}
    if heading.nameless and last.heading and not last.heading.nameless and not listed:
        setting = heading.setting.with_more(last.heading.setting)
        joined = replace(heading, name=last.heading.name, setting=setting, nameless=False)
        found[-1] = Block(heading=joined, body=last.body, kinds=last.kinds)
    else:
        found.append(Block(heading=_named(heading, last)))


def _named(heading: Statement, block: Block) -> Statement:
    """A heading; one that only says how a section goes has the name that stands right above it."""
    above = block.body[-1] if block.body else None
    if not heading.nameless or not heading.setting.timing or not above:
        return heading
    if (
        above.kind not in (Kind.NAME, Kind.PROSE)
        or not above.name
        or (above.marker and len(above.label) != 1 and above.line + 1 != heading.line)
    ):
        return heading
    block.body.pop()
    return replace(heading, name=above.name, line=above.line, nameless=False)


def _begins(
    statement: Statement,
    after: Statement | None,
    below: Statement | None,
    found: Sequence[Block],
    *,
    before: Statement | None,
) -> bool:
    """Whether a line that is marked as no heading begins a section of its own."""
    if below and _stands_over(statement, below):
        return True
    if after is None:
        return False
    block = found[-1]
    headed = sum(bool(b.heading) and Kind.EXERCISE in b.kinds for b in found[-LOOKED_AT:])
    named = statement.kind is Kind.NAME and not statement.marker
    if after.marker in ("set", "field"):
        return False
    if named and after.marker and (before is None or before.kind is Kind.BLANK):
        return True
    if after.kind not in (Kind.EXERCISE, Kind.NAME):
        return False
    if named and before and _titles(statement, after, block, before):
        return True
    deeper = bool(after.marker) and after.indent > statement.indent
    match statement.kind:
        case Kind.NAME | Kind.PROSE:
            over = not statement.marker and after.marker and statement.indent <= after.indent
            if statement.kind is Kind.NAME and over:
                return True
            if named and before and before.kind is Kind.BLANK and headed >= LISTED:
                return after.kind is Kind.EXERCISE
            return bool(statement.marker) and deeper and after.kind is Kind.EXERCISE
        case Kind.EXERCISE:
            return statement.for_all and after.kind is Kind.NAME and not statement.marker
        case Kind.DOSE:
            listed = before is not None and before.marker[:1].isdigit() and not statement.marker
            below_name = (
                before is not None
                and before.kind is Kind.NAME
                and (listed or after.kind is not Kind.NAME)
            )
            timed = block.heading is not None and block.heading.setting.timing is not None
            if timed and not block.kinds & {Kind.EXERCISE, Kind.NAME}:
                return False  # `For time`, and `21-15-9` below it
            row = len(statement.said.doses) > 2 and not statement.name
            return row and not statement.marker and not below_name
        case Kind.SETTING:
            setting = statement.setting
            own = setting.timing or (setting.rounds and not setting.repeats)
            exercises = block.kinds & {Kind.EXERCISE, Kind.NAME}
            return bool(own and (exercises or block.setting.says)) and not statement.marker
    return False


def _stands_over(statement: Statement, below: Statement) -> bool:
    """Whether an item without a dose has exercises right below it, deeper and without a mark."""
    setting = statement.setting
    told = statement.kind is Kind.NAME or (statement.kind is Kind.SETTING and setting.rounds)
    deeper = below.kind is Kind.EXERCISE and below.indent > statement.indent and not below.marker
    return bool(told and statement.marker and not statement.label) and deeper


def _leaves_list(statement: Statement, block: Block) -> bool:
    """Whether an exercise stands outside the list that a heading of rounds has below it."""
    head = block.heading
    if head is None or not head.setting.rounds or bool(statement.marker) != bool(head.marker):
        return False
    listed = (s for s in block.body if s.kind in _NAMED)
    apart = bool(block.body) and block.body[-1].kind is Kind.BLANK
    if apart and statement.goes_on and len(list(islice(listed, 2))) > 1:
        return True  # `then walk for 5 min`
    if statement.indent > head.indent or block.kinds.isdisjoint(_NAMED):
        return False
    return all(
        s.indent > head.indent or (s.marker and not head.marker)
        for s in block.body
        if s.kind in _NAMED
    )


def _leaves_rounds(statement: Statement, block: Block) -> bool:
    """Whether an exercise stands after a round: below the rest that ends it, or after `then`."""
    after = list(takewhile(lambda one: one.kind not in _NAMED, reversed(block.body)))
    rested = any(s.kind is Kind.SETTING and s.scope == "rounds" for s in after)
    parted = bool(after) and after[0].kind is Kind.BLANK and statement.goes_on
    if not (rested or parted) or len(after) == len(block.body):
        return False
    told = [block.heading, *block.body] if block.heading else block.body
    several = any(s.setting.rounds and s.setting.rounds.high > 1 for s in told)
    return several and sum(s.kind in _NAMED for s in block.body) > 1


def _end_of(block: Block, statement: Statement) -> Statement:
    """A heading without a name or a setting, as what follows is done once."""
    return Statement(
        kind=Kind.HEADING, line=statement.line, level=block.heading.level if block.heading else 9,
        nameless=True,
    )  # fmt: skip


def _titles(statement: Statement, after: Statement, block: Block, before: Statement) -> bool:
    """Whether a name is that of the lines right below it: where names alone are no exercises."""
    top = before.kind is Kind.BLANK and after.line == statement.line + 1
    dosed = after.kind is Kind.EXERCISE and bool(after.said.doses) and not after.marker
    return top and dosed and Kind.EXERCISE in block.kinds and Kind.NAME not in block.kinds


def _as_heading(statement: Statement, block: Block) -> Statement:
    """A line as a heading; one without a name has that of the section that it stands in."""
    named = Kind.EXERCISE in block.kinds
    name = statement.name or (statement.text if statement.kind is Kind.PROSE else "")
    name = name or ("" if named else block.name)
    return replace(statement, kind=Kind.HEADING, name=name, level=9)
