"""The second stage, first half: what stands in a line that the grammar can read, and where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from earcoach.language.vocabulary import VOCABULARIES, Phrases, Vocabulary
from earcoach.language.vocabulary.texts import PROSE, Prose
from earcoach.routine.model import (
    ONCE,
    Calories,
    HeldReps,
    OpenReps,
    Range,
    Reps,
    Sides,
    Timed,
)
from earcoach.routine.prescription import BareM, Cursor, Found, Prescription
from earcoach.written.line_ends import ends_of_lines
from earcoach.written.names import cleaned, starts_like, words_and_parts, words_in
from earcoach.written.settings import Setting

Part = Found | Setting

TWICE = Range(2, 2)

MOST_CALORIES = 150
"""Of a set on a machine; more are eaten."""

MOST_OF_REP_MS = 4000
"""Of a part of a rep; what lasts longer is a dose."""

LONGEST_MS = 6 * 3_600_000
"""Of an exercise; what lasts longer is no part of a workout."""

FEWEST_METRES = 40
"""Of a bare `m`; nobody stays that many minutes at what is not known to last."""

_ANGLES = re.compile(r"90\s?/\s?90")
"""The angles of two knees, which nobody counts."""

_WAY = re.compile(r"(?<![\w.:/])(\d{1,3})\s?m\b(?![/'])")
_BEFORE = re.compile(r"[\w'.#-]+")
_AFTER = re.compile(r"[\w'°%-]+|°")
_NUMBERED = re.compile(
    r"(?P<label>[^\W\d_]+)\s+\d+(?:\s*,\s*\d+){0,9}(?:\s*,|,?\s+(?P<word>[^\W\d_]+))\s+$"
)
_NO_REPS_BEFORE = ("-", "/", "#", "$", "€", "£")
_NO_REPS_AFTER = ("°", "%", "/", ":", "'")
_WORD_BEFORE = re.compile(r"[^\W\d_]\s+$")
_BARE_M = re.compile(r"(?<![^\W\d_])m(?![^\W\d_])", re.IGNORECASE)
_FAR = re.compile(r"(?<![\d.,:])[1-9]\d{2,3} ?m\b")
_MINUTES = re.compile(r"\d ?(?:min|mins|minutes|minuten)\b", re.IGNORECASE)
_CODE = re.compile(r"[^\W\d_]{1,2}\b")
_RATE = re.compile(
    r"\s*[^\W\d_]*\s*(?:/|\b(?:per|a|pro)\b)\s*(?:second|sec|sekunde|sek|s)\b", re.IGNORECASE
)
"""How many in a second: `2 reps / second`, which is how fast, and not how much."""
_OF_ONE = re.compile(r"\s*(?:/|\b(?:per|pro)\b)\s*(?P<one>[^\W\d_]+)", re.IGNORECASE)
_OF_TEN = re.compile(r"(?:\d-)?\d/10\b(?!/)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}\s?(?:[ap]\.?m\b|uhr)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of the language that a text is read in."""

    code: str
    """The language, in two letters."""
    words: Vocabulary
    """The words that doses are written in."""
    prose: Prose
    """The words of all that stands around them."""
    metric: bool = False
    """Whether a bare `m` means metres, but where somebody stays in a place."""

    @property
    def starters(self) -> frozenset[str]:
        """The words that a part can begin with."""
        return _starters(self)


@cache
def tongue(code: str) -> Tongue:
    """The words of a language."""
    return Tongue(code=code, words=VOCABULARIES[code], prose=PROSE[code])


@cache
def _starters(tongue: Tongue) -> frozenset[str]:
    w, p = tongue.words, tongue.prose
    several: tuple[Phrases, ...] = (
        w.rest, w.rest_sign, w.no, w.between, w.hold, w.tempo, w.beat, w.each, w.each_limb,
        w.each_whole,
        w.alternating, w.most, w.failure, w.at_least, w.about, w.repeat, w.half, w.article,
        w.bodyweight, w.several_a_day, p.again, p.amrap, p.emom, p.every, p.for_time,
        p.untimed, p.cap, p.tabata, p.work,
    )  # fmt: skip
    words = {word for phrases in several for word in phrases.by_first}
    return frozenset(
        words
        | set(w.numbers)
        | set(w.often)
        | {"@", "x", "e", "rpe", "rir", "½", "¼", "¾", "left", "10"}
    )


def parts(text: str, tongue: Tongue, *, bare_m: BareM | None = None) -> tuple[Part, ...]:
    """All that can be read in a line, from left to right; the words tell what an `m` means."""
    return _parts(text, tongue, bare_m if bare_m and _BARE_M.search(text) else None)


@lru_cache(maxsize=4096)
def _parts(text: str, tongue: Tongue, bare_m: BareM | None) -> tuple[Part, ...]:
    if bare_m is None:
        bare_m = metres(text, tongue) if _BARE_M.search(text) else BareM.UNKNOWN
    found = _all(text, tongue, bare_m)
    return tuple(part for part in found if _counts(part, text, tongue))


def _all(text: str, tongue: Tongue, bare_m: BareM) -> Iterator[Part]:
    c = Cursor(text, words=tongue.words, bare_m=bare_m, strict=False)
    starters, ends = tongue.starters, ends_of_lines(tongue.words, tongue.prose, bare_m)
    for start, token in enumerate(c.tokens):
        begins = token.kind in ("number", "clock") or token.text in starters
        if start < c.at or not begins:
            continue
        c.at = start
        part = ends.read(c)
        if part is not None:
            yield _of_each(part, text, tongue)
        c.at = max(c.at, start + 1)


def _of_each(part: Part, text: str, tongue: Tongue) -> Part:
    """A part; a number that is one of each thing counts reps: `10 of each`, and no `all five,`."""
    if not isinstance(part, Found):
        return part
    done = bool(part.said.rests_ms) and _before(part, text) in tongue.prose.labels
    if done and re.match(r"\w+\s*,", text[part.start :]):
        return replace(part, said=Prescription(rests_ms=part.said.rests_ms))
    each = starts_like(text[part.end :], tongue.prose.for_all)
    return replace(part, bare=False) if each else part


def _counts(part: Part, text: str, tongue: Tongue) -> bool:
    """Whether a part prescribes something: not `90 degrees`, `week 3`, `at 6:15`."""
    prose = tongue.prose
    if isinstance(part, Setting):
        apart = text[: part.start].rstrip()[-1:] in (",", ";", ".")  # `10 each, 3 times through`
        alone = bool(part.rounds) and not part.timing and not apart
        return not (alone and _before(part, text) in prose.defining)
    said = part.said
    if part.bare:
        after = _after(part, text)
        if " ".join(after) in prose.units_in_names:
            return True
        if not _counts_reps(part, text, after[0], tongue):
            return False
    aged = text[part.start - 1 : part.start] == "-" and not said.sets
    if aged and _before(part, text).rstrip("-") in prose.labels:
        return False  # `for the over-70s`
    most = any(isinstance(dose, OpenReps) for dose in said.doses)
    if most and _before(part, text) in prose.measured:
        return False  # `of your training max`
    match said.doses:
        case (Calories(count=count),) if count.low > MOST_CALORIES:
            return False  # `240 kcal in the shaker`
        case (Timed(length_ms=length), *_) if length.low > LONGEST_MS:
            return False  # `11 hours ago`, `nine hours at a desk`
    if _OF_TEN.match(text[part.start : part.end]):
        return False  # `effort 6/10`
    if _RATE.match(text, part.end) or _is_pace_of_one(part, text, tongue):
        return False
    if re.match(r"\s?/\s?(?:mi|mile|km|k|100|500)\b", text[part.end :]):
        return False  # `11-12 min/mi`
    if said.rests_ms and re.search(r"\b\d:\d\b", text[part.start : part.end]):
        return False  # `rest 1:1`
    if said.rests_ms and not said.doses and _wordy(text[part.start : part.end], tongue):
        return False  # `the back-off one`
    if said.doses or said.rests_ms:
        clock = _CLOCK.match(text, part.start)
        near = {_before(part, text), _after(part, text)[0]} if clock else set()
        if clock and (near & prose.clock or clock[0][-1] in "mMrR"):
            return False
    if said.sides is Sides.BOTH and text[part.end :].lstrip()[:1].isalpha():
        return said != Prescription(sides=Sides.BOTH)  # `let both knees roll`
    return part.start > 2 or said != Prescription(loads=said.loads)  # `bodyweight squats`


def _is_pace_of_one(part: Found, text: str, tongue: Tongue) -> bool:
    """Whether a length is that of a single movement: `10 neck circles at 2s/circle`."""
    one = _OF_ONE.match(text, part.end)
    match part.said.doses:
        case (Timed(length_ms=length),) if one and length.high <= MOST_OF_REP_MS:
            known = one["one"].casefold() in tongue.prose.movements
            return known and one["one"].casefold() not in tongue.words.limbs
    return False


def _counts_reps(part: Found, text: str, following: str, tongue: Tongue) -> bool:
    """Whether a bare number, before a word, may be one of reps or of something that is done."""
    last, prose = _before(part, text), tongue.prose
    sign, after = text[part.start - 1 : part.start], text[part.end : part.end + 1]
    glued = part.start > 0 and sign.isalpha() and sign.casefold() != "x"
    told = text[part.start : part.end]
    if glued or _ANGLES.fullmatch(told) or re.fullmatch(r"\d+[.,]\d+", told):
        return False  # `C2 rower`, `90/90 switches`, `6.0 mph`
    few = not text[part.start].isdigit() and part.said.doses[0] in (Reps(ONCE), Reps(TWICE))
    if few and following in tongue.words.limbs:
        return False  # `one leg stand`, `then two hands`
    if few and following in ("after", "at", "by"):
        return False  # `one after the other`, `two at a time`
    ended = text[part.end :].lstrip()[:1] in ("", *",.;!?)")
    if few and ended and _WORD_BEFORE.search(text[: part.start]):
        return False  # `after each one`, `skip the last one`
    if following in prose.not_counted and text[part.end :].lstrip()[:1] not in ",.;:(":
        return False
    if (
        last in prose.labels
        or _numbers_too(text[: part.start], prose)
        or after in _NO_REPS_AFTER
        or sign in _NO_REPS_BEFORE
    ):
        return False
    if after == "-" and re.match(r"-[^\W\d_]", text[part.end :]):
        return False  # `one-arm`, `3-point`
    next_words = _after(part, text)
    if len(next_words) > 1 and next_words[1] in prose.days_counted:
        return False  # `3 training days`
    if len(next_words) > 1 and next_words[1] in tongue.words.sets.by_first:
        return next_words[0] not in prose.easing  # `do 2 lighter sets first`
    coded = _CODE.match(text, part.end) or (sign.isupper() and after.isalpha())
    return not coded  # `3R`, `5th`, `T2B`


def _numbers_too(before: str, prose: Prose) -> bool:
    """Whether a number comes after others that only number something: `level 1 and`, `weeks 1,`."""
    listed = _NUMBERED.search(before[-60:])
    if listed is None:
        return False
    label, word = listed["label"].casefold(), listed["word"]
    several = label.removesuffix("s") in prose.labels - {label}
    if word is None:
        return several
    return word.casefold() in prose.parting and (several or label in prose.labels)


def _before(part: Part, text: str) -> str:
    """The word before a part, with the signs at it."""
    words: list[str] = _BEFORE.findall(text[max(0, part.start - 20) : part.start].casefold())
    return words[-1] if words else ""


def _after(part: Part, text: str) -> list[str]:
    """The next two words after a part, as far as there are any; at least an empty one."""
    return _AFTER.findall(text[part.end : part.end + 20].casefold())[:2] or [""]


def _wordy(text: str, tongue: Tongue) -> bool:
    """Whether the only number in a text is a word, and no unit says what it counts."""
    w, words = tongue.words, words_in(text)
    units = (w.seconds, w.minutes, w.hours, w.breaths, w.no, w.half, w.article)
    told = any(word in phrases.by_first for word in words for phrases in units)
    return not told and not any(c.isdigit() for c in text)


def doses_in(found: Iterable[Part]) -> list[Found]:
    """The doses among the parts."""
    return [part for part in found if isinstance(part, Found)]


def rests_in(found: Iterable[Part]) -> list[Found]:
    """The doses among the parts that tell of a rest."""
    return [part for part in doses_in(found) if part.said.rests_ms]


def only_rests(part: Part) -> bool:
    """Whether a part tells of a rest, and of nothing else."""
    if not isinstance(part, Found) or not part.said.rests_ms:
        return False
    return part.said == Prescription(rests_ms=part.said.rests_ms)


def amount_of(part: Part) -> bool:
    """Whether a part says how much of an exercise is done."""
    return isinstance(part, Found) and bool(part.said.doses or part.said.sets or part.said.times)


def merged(first: Prescription, more: Prescription, *, held: bool = False) -> Prescription:
    """Two parts of one prescription; what the first says stands."""
    if first == Prescription() and not held:
        return more
    doses = first.doses or more.doses
    one = first.doses[0] if len(first.doses) == 1 else None
    other = more.doses[0] if len(more.doses) == 1 else None
    match one, other:
        case Reps(count=count), Timed(length_ms=length, hold=hold) if (hold or held) and count:
            doses = (HeldReps(count=count, hold_ms=length),)
        case Timed(length_ms=length), Reps(count=count) if (held or (one and one.hold)) and count:
            doses = (HeldReps(count=count, hold_ms=length),)
    match one, other:
        case Reps(count=count), Timed(length_ms=length) if count and more.sides is Sides.EACH:
            if more.limb == "side":  # `6 lifts per hand, 10 s each`
                doses, more = (HeldReps(count=count, hold_ms=length),), replace(more, sides=None)
    match one, other:
        case Timed(length_ms=length, hold=False), Reps() if length.high <= MOST_OF_REP_MS:
            doses = more.doses  # `lift for 2 s, lower for 2`, and how often
    if one and other and isinstance(one, OpenReps) and isinstance(other, Reps):
        doses = more.doses  # `to failure`, and a number of reps below it
    times = first.times or more.times
    match doses:
        case (Timed(length_ms=length, hold=hold),) if times and (hold or held):
            doses, times = (HeldReps(count=times, hold_ms=length),), None
    sides = first.sides or more.sides
    if one and other and _half(one, other) and more.sides and not first.sides:
        doses = more.doses
    return replace(
        first,
        sets=first.sets or more.sets,
        doses=doses,
        times=times,
        sides=sides,
        limb=first.limb if first.limb != "side" else more.limb,
        loads=first.loads or more.loads,
        efforts=first.efforts or more.efforts,
        tempo=first.tempo or more.tempo,
        beat_ms=first.beat_ms or more.beat_ms,
        rests_ms=first.rests_ms or more.rests_ms,
        notes=(*first.notes, *more.notes),
    )


def _half(one: object, other: object) -> bool:
    match one, other:
        case Reps(count=whole), Reps(count=half) if whole and half:
            return half.scaled(2) == whole
    return False


def settings_of(found: Sequence[Part]) -> Setting:
    """All settings of a line as one."""
    whole = Setting()
    for part in found:
        if isinstance(part, Setting):
            whole = whole.with_more(part)
    return whole


def segments(text: str, found: Sequence[Part]) -> list[str]:
    """The text before, between and after the parts."""
    out, at = [], 0
    for part in found:
        out.append(text[at : part.start])
        at = max(at, part.end)
    return [*out, text[at:]]


def left_of(text: str, found: Sequence[Part], tongue: Tongue) -> str:
    """What is left of a text beside what was read."""
    return cleaned(" ".join(segments(text, found)), tongue.prose.glue)


def metres(text: str, tongue: Tongue) -> BareM:
    """What a bare `m` means, by the exercise: one walks 30 metres, and stretches 2 minutes."""
    words, prose = words_and_parts(text), tongue.prose
    stays = not (words.isdisjoint(prose.static) and words.isdisjoint(prose.lasting))
    far = not stays and (tongue.metric or _goes_far(text))
    return BareM.METRES if far or not words.isdisjoint(prose.ways) else BareM.MINUTES


def _is_way(text: str, tongue: Tongue) -> bool:
    return not tongue.prose.ways.isdisjoint(words_in(text))


def _stays(text: str, tongue: Tongue) -> bool:
    prose, words = tongue.prose, words_in(text)
    return not (prose.static.isdisjoint(words) and prose.lasting.isdisjoint(words))


def _goes_far(text: str) -> bool:
    """Whether the numbers before a bare `m` are too large for minutes."""
    ways = [int(way) for way in _WAY.findall(text)]
    return bool(ways) and min(ways) >= FEWEST_METRES


def metric(texts: Iterable[str], tongue: Tongue) -> Tongue:
    """The tongue of a text; one that goes hundreds of `m` and writes `min` too means metres."""
    several = list(texts)
    ways = [text for text in several if _WAY.search(text) and _is_way(text, tongue)]
    if len(ways) > 1 and not any(_stays(text, tongue) for text in several if _WAY.search(text)):
        return replace(tongue, metric=True)
    told = (any(map(_FAR.search, several)), any(map(_MINUTES.search, several)))
    certain = any(told) if tongue.code == "de" else all(told)  # German has no `m` of minutes
    return replace(tongue, metric=True) if certain else tongue
