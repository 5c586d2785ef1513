"""What is no part of a workout: below headings such as `Tips`, and after labels such as `Tip:`."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.written.names import outside_brackets, words_in
from earcoach.written.parts import Tongue, amount_of, parts, rests_in
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import UNMARKED, Kind, Statement, as_words, scope_of

_PRESCRIBING = frozenset((Kind.EXERCISE, Kind.NAME, Kind.DOSE, Kind.SAME, Kind.HEADING))

MARKED = 6
"""The lowest level of a heading with a mark of its own."""

LEAST_REST_MS = 10_000
"""Of a rest; what is shorter is a pause within a rep."""

LONGEST_LABEL = 4
"""Words of a line that heads a list; one more is told something in it."""


def without_asides(lines: list[list[Statement]], tongue: Tongue) -> list[list[Statement]]:
    """The lines; those under such a heading prescribe no exercise, but they warn, and set rests."""
    out: list[list[Statement]] = []
    level = 0  # of the heading that a line stands under
    kind = Kind.CHATTER  # what the lines under it are
    begun = listed = False
    above = Statement(kind=Kind.BLANK, line=0)  # the heading that a line stands under
    for line in lines:
        head = line[0]
        heads = head.kind is Kind.HEADING or (head.kind is Kind.EQUIPMENT and head.level)
        if heads and (not level or head.level <= level):
            kind = Kind.EQUIPMENT if head.kind is Kind.EQUIPMENT else Kind.CHATTER
            level = head.level if kind is Kind.EQUIPMENT or _is_aside(head, tongue) else 0
            line = [replace(head, kind=Kind.BLANK)] if level else line
            begun, listed, above = kind is not Kind.EQUIPMENT, False, head
        elif level and _is_over(line, above, kind, begun=begun, listed=listed):
            level = 0
        elif level:
            begun, listed = begun or head.kind is not Kind.BLANK, listed or bool(head.marker)
            line = [as_words(s, kind) if _prescribes(s) else s for s in line]
        out.append(line)
    return out


def _is_over(
    line: Sequence[Statement], above: Statement, kind: Kind, *, begun: bool, listed: bool
) -> bool:
    """Whether a line is the first that stands no longer under a heading without a mark."""
    if above.level == UNMARKED:
        parted = begun and line[0].kind is Kind.BLANK
        if parted or (kind is Kind.EQUIPMENT and _doses(line)):
            return True
    return above.level > MARKED and _leaves(line[0], above, listed=listed)


def _leaves(one: Statement, above: Statement, *, listed: bool) -> bool:
    """Whether a line ends the list below such a label: the next item, or a dose outside it."""
    if above.marker:
        return bool(one.marker) and one.indent <= above.indent
    return listed and not one.marker and one.indent <= above.indent and _prescribes(one)


def _doses(line: Sequence[Statement]) -> bool:
    """Whether a line has a dose with sets, which no equipment has."""
    return any(one.said.sets and one.said.doses for one in line)


def led_dose(text: str, tongue: Tongue) -> str:
    """What a line says after a label that says no more than that a dose follows: `Dose: 3 x 10`.

    That may be one for some people: the first that is told stands.
    """
    head, colon, rest = text.partition(":")
    label = head.casefold().strip(" *_")
    known = colon and (label in tongue.prose.dosing or label in tongue.prose.variants)
    told = parts(rest, tongue) if known else ()
    return rest.strip() if told and amount_of(told[0]) and not rest[: told[0].start].strip() else ""


def level_over_things(piece: Piece) -> int:
    """The level of a line that heads a list of equipment; 0 for one that names it itself."""
    _, colon, things = piece.text.partition(":")
    heads = not things.strip() and (colon or len(words_in(piece.text)) < LONGEST_LABEL)
    return (piece.level or (7 if piece.bold else UNMARKED)) if heads else 0


def is_remark(text: str, tongue: Tongue) -> bool:
    """Whether a line says by its first words that it tells of an exercise: `Common mistakes: ..`.

    One that goes on with a dose prescribes it all the same.
    """
    head, colon, rest = text.partition(":")
    prose = tongue.prose
    words = [w if w in prose.remarks else w.rsplit("-")[-1] for w in words_in(head)]
    if (
        not colon
        or not rest.strip()
        or not words
        or (prose.remarks | prose.adapting).isdisjoint(words)
    ):
        return False
    adapted = len(words) == 2 and words[-1] in prose.adapting
    adapted = adapted or (
        words[0] in prose.adapting and words[1:2] != [] and words[1] in prose.before
    )
    loose = prose.remarks | prose.little | prose.glue
    loose = loose | prose.sections if words[-1] in prose.remarks else loose  # `Workout date: ..`
    if not adapted and not set(words) <= loose:
        return False
    told = (*parts(head, tongue), *parts(rest, tongue))  # `For time: ..`
    rests = rests_in(parts(rest, tongue))
    scoped = any(scope_of(rest[part.start : part.end + 25], prose) for part in rests)
    if scoped or any(isinstance(part, Setting) for part in told):
        return False
    return not led_dose(text, tongue)


def _prescribes(statement: Statement) -> bool:
    pause = any(rest.high < LEAST_REST_MS for rest in statement.said.rests_ms)
    return statement.kind in _PRESCRIBING or statement.setting.says or pause


def _is_aside(heading: Statement, tongue: Tongue) -> bool:
    """Whether a heading stands above what is no part of the workout: `How to progress`."""
    prose, told = tongue.prose, words_in(outside_brackets(heading.name))
    words, marked = set(told), 0 < heading.level < UNMARKED
    loose = prose.asides | prose.little | prose.telling | prose.glue
    named = bool(words & prose.asides) and words <= loose
    ends = marked and told[-1:] and told[-1] in prose.aside_ends  # `Travel tips`
    return bool(named or ends) and not heading.setting.says
