"""Lines about all exercises: how they follow each other, and the rests between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import HeldReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.names import (
    cleaned,
    holds_any,
    is_sentence,
    names_movement,
    outside_brackets,
    starts_like,
    words_in,
)
from earcoach.written.parts import Part, Tongue, doses_in, left_of, merged, rests_in, settings_of
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement, scope_of

MOST_BEFORE = 30
"""Characters before a length, in which it is said that one stays."""


def about_all(piece: Piece, found: Sequence[Part], tongue: Tongue) -> Iterator[Statement]:
    """A line with a setting, rests or sides, and no amount."""
    rests = rests_in(found)
    ends = [part.start for part in rests[2:]] + [len(piece.text)]
    first = _about_all(piece, [part for part in found if part not in rests[1:]], tongue)
    if len(rests) > 1:
        own = piece.text[rests[0].start : rests[1].start]
        first = replace(first, scope=scope_of(own, tongue.prose))
    yield first
    for part, end in zip(rests[1:], ends, strict=False):
        told = plain(piece, Kind.SETTING, said=Prescription(rests_ms=part.said.rests_ms))
        yield replace(told, scope=scope_of(piece.text[part.start : end], tongue.prose))


def _about_all(piece: Piece, found: Sequence[Part], tongue: Tongue) -> Statement:
    prose = tongue.prose
    said = merged_all(piece.text, found, tongue)
    setting = settings_of(found)
    left = left_of(piece.text, found, tongue)
    outside = set(words_in(outside_brackets(left)))
    named = bool(left) and not is_sentence(left, prose) and not outside & prose.telling
    first = (
        piece.text[: found[0].start].rstrip(" ,") if found else ""
    )  # `ski arms, 45 s on, 15 off.`
    own = bool(setting.work_ms) and left == first and names_movement(first, prose)
    named = named and not holds_any(left, prose.for_all)
    named = named and (own or not _says_how(piece, tongue))
    named = named and not counts_stations(left, tongue)
    if (
        setting.work_ms
        and named
        and len(words_in(left)) < 6
        and not (is_clock(left, tongue) and not names_movement(left, prose))
    ):
        rests = (setting.rest_ms,) if setting.rest_ms else ()
        often = None if said.sets else setting.rounds
        said = replace(said, doses=(Timed(setting.work_ms, hold=False),), rests_ms=rests)
        said = replace(said, sets=said.sets or often)
        return plain(piece, Kind.EXERCISE, name=left, said=said)
    times = _own_rounds(piece.text, found, left, tongue)
    name = cleaned(piece.text[: found[0].start], prose.glue) if times and named else ""
    if times and name:
        said = Prescription(times=times)
        return plain(piece, Kind.EXERCISE, name=name, said=said)
    if setting.says or said.rests_ms:
        kind = Kind.SETTING
    elif any(part.said.sides for part in doses_in(found)) and not left:
        kind = Kind.DOSE
    else:
        kind = Kind.NAME if named else Kind.PROSE
    if named and piece.marker and set(words_in(left)) - prose.glue <= prose.set_up:
        return plain(piece, Kind.PROSE)  # `Incline at 1.5 %`
    if words_in(left)[:1] and words_in(left)[0] in prose.treatments:  # `Ice 15 min after exercise`
        return plain(piece, Kind.CHATTER)
    rest = next(iter(rests_in(found)), None)
    of_work = rest and setting.work_ms and not setting.rest_ms
    if rest and of_work and scope_of(piece.text[rest.start :], prose) in ("", "exercises"):
        setting = replace(setting, rest_ms=rest.said.rests_ms[0])  # `2 min rounds, 45 s between`
        said = replace(said, rests_ms=())
    told = plain(piece, kind, name=left, said=said, setting=setting)
    return replace(told, scope=rest_scope(piece.text, found, tongue))


def _says_how(piece: Piece, tongue: Tongue) -> bool:
    """Whether a line is a sentence about how something is done, short as it may be."""
    told = set(words_in(piece.text)[:1]) & tongue.prose.how_to
    return bool(told) or (piece.text.rstrip().endswith(".") and not piece.marker)


def _own_rounds(text: str, found: Sequence[Part], left: str, tongue: Tongue) -> Range | None:
    """How often one exercise is done, in rounds: `Cat and cow - 8 rounds`."""
    one = found[0] if len(found) == 1 else None
    prose, words = tongue.prose, [part for word in words_in(left) for part in word.split("-")]
    if not isinstance(one, Setting) or not one.rounds or one.repeats:
        return None
    if starts_like(text, prose.variants):  # `Beginners: 2 rounds`
        return None
    follows = bool(words_in(text[: one.start])) and one == Setting(
        start=one.start, end=one.end, rounds=one.rounds, repeats=one.repeats
    )
    about = prose.sections | prose.circuit | prose.defining
    return one.rounds if follows and len(words) < 7 and not set(words) & about else None


def rest_scope(text: str, found: Sequence[Part], tongue: Tongue) -> str:
    """What the rest of a line is between, by the words near it."""
    for n, part in enumerate(found):
        if isinstance(part, Found) and part.said.rests_ms:
            end = found[n + 1].start if n + 1 < len(found) else part.end + 40
            near = text[max(0, part.start - 25) : end]
            told = scope_of(text[part.start : part.end], tongue.prose)
            return told or scope_of(near, tongue.prose)
    return scope_of(text, tongue.prose)


def counts_stations(name: str, tongue: Tongue) -> bool:
    """Whether a text says how many exercises there are: `six stations, groups of five`."""
    words = set(words_in(name))
    return bool(words & tongue.prose.all_of_them and words & set(tongue.words.numbers))


def is_clock(text: str, tongue: Tongue) -> bool:
    """Whether a text is about the clock: `Format`, `Set a timer for`."""
    words = set(words_in(text))
    laps = frozenset(tongue.prose.laps.by_first)
    return bool(
        words & (laps | tongue.prose.sections | {"timer", "format", "timing", "each", "interval"})
    )


def several_rests(piece: Piece, found: Sequence[Part], tongue: Tongue) -> list[Statement]:
    """`Rest 3 min on the main lift, 60 s on everything else.`: a rest for each of them."""
    out: list[Statement] = []
    rounds: Range | None = None
    ends = [*(part.start for part in found[1:]), len(piece.text)]
    for part, end in zip(found, ends, strict=True):
        if not isinstance(part, Found):
            return []
        match part.said.doses:
            case () if part.said.rests_ms:
                rest = part.said.rests_ms
            case (Timed(length_ms=length),) if out and not part.said.sets:
                rest = (length,)
            case _:
                return []
        told = plain(piece, Kind.SETTING, said=Prescription(rests_ms=rest))
        scope = scope_of(piece.text[part.end : end], tongue.prose)
        scope = scope or scope_of(piece.text[part.start : end], tongue.prose)
        if scope == "exercises" and part.said.sets:  # of all of them: `3 sets, 45 s rest between`
            rounds = part.said.sets
            told = replace(told, setting=Setting(rounds=rounds))
        scope = "rounds" if rounds and scope == "sets" else scope
        out.append(replace(told, scope=scope))
    return out if len(out) > 1 else []


def merged_all(
    text: str, found: Sequence[Part], tongue: Tongue, said: Prescription = NOTHING
) -> Prescription:
    """What all doses of a text say together."""
    at = 0
    for part in found:
        if isinstance(part, Found):
            near = words_in(text[at : part.start])[-6:]
            held = any(word in tongue.words.hold.by_first for word in near)
            held = held or holds_any(text[at : part.start][-MOST_BEFORE:], tongue.prose.staying)
            repeated = held and any(w in tongue.words.repeat.by_first for w in words_in(
                text[part.start : part.end]))  # fmt: skip
            said = merged(
                said, as_held(part.said, repeated=repeated) if held else part.said, held=held
            )
        at = part.end
    if said.sets is None and _once_more(text, said, tongue):
        said = replace(said, sets=Range(2, 2))
    other = _also_other_side(text, found, tongue.prose) or _swapped(text, found, tongue.prose)
    if said.doses and not said.sides and other:
        return replace(said, sides=Sides.EACH)
    return said


def _once_more(text: str, said: Prescription, tongue: Tongue) -> bool:
    """Whether the same number is done again: `8 reps, rest half a minute, 8 more`."""
    match = more_of_it(tongue).search(text)
    if not match or len(said.doses) != 1 or not isinstance(said.doses[0], Reps):
        return False
    if not re.search(rf"(?<!\w){match[1]}(?!\w)", text[: match.start()], re.IGNORECASE):
        return False
    number = tongue.words.numbers.get(match[1].casefold(), 0) or int(match[1])
    return said.doses[0].count == Range(number, number)


@cache
def more_of_it(tongue: Tongue) -> re.Pattern[str]:
    """A number, and that so many are done once more: `8 more`."""
    numbers = "|".join(map(re.escape, tongue.words.numbers))
    more = tongue.prose.doing_more.alternatives
    return re.compile(rf"(?<!\w)(\d+|{numbers})\s+(?:{more})\b", re.IGNORECASE)


def _also_other_side(text: str, found: Sequence[Part], prose: Prose) -> bool:
    """Whether the dose is done again: `do fifteen, roll over, and fifteen on the other side`."""
    start = next((part.end for part in doses_in(found)), len(text))
    return holds_any(text[start:], prose.other_side)


def _swapped(text: str, found: Sequence[Part], prose: Prose) -> bool:
    """Whether a dose is told for each side: `twenty seconds, swap, twenty seconds`."""
    doses = [part for part in doses_in(found) if part.said.doses]
    return any(
        one.said.doses == more.said.doses
        and len(words_in(between := text[one.end : more.start])) > 0
        and prose.swapping.issuperset(words_in(between))
        for one, more in pairwise(doses)
    )


def as_held(said: Prescription, *, repeated: bool = False) -> Prescription:
    """What is done for a time is held; `repeat 10 times` after it says how often."""
    match said.doses:
        case (Timed(length_ms=length),) if repeated and said.sets:
            return replace(said, sets=None, doses=(HeldReps(count=said.sets, hold_ms=length),))
    doses = tuple(replace(d, hold=True) if isinstance(d, Timed) else d for d in said.doses)
    return replace(said, doses=doses)


def plain(
    piece: Piece,
    kind: Kind,
    *,
    name: str = "",
    said: Prescription = NOTHING,
    setting: Setting = PLAIN,
    scope: str = "",
    for_all: bool = False,
) -> Statement:
    """A whole piece as one statement, which says nothing more than what is given."""
    return Statement(
        kind=kind,
        line=piece.number,
        text=piece.text,
        name=name,
        said=said,
        setting=setting,
        scope=scope,
        for_all=for_all,
        indent=piece.indent,
        marker=piece.marker,
        label=piece.label,
        twice=piece.numbers > 1,
    )
