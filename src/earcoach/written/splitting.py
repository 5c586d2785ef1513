"""A line cut into the texts of its exercises: at strokes, before rounds, and where it was glued."""

import re
from itertools import pairwise

from earcoach.written.names import cleaned, is_sentence, names_movement, words_in
from earcoach.written.pairs import is_name
from earcoach.written.parts import Tongue, amount_of, left_of, parts
from earcoach.written.settings import Setting

_SHARED = re.compile(
    r"^(?:[^:,/\d]{3,30}:\s*)?(?P<names>[^\W\d_][^:,/.\d]*(?:\s*[,/]\s*[^:,/.\d]+){1,12}?)"
    r"\s*[:\u2013\u2014-]\s*(?:(?:je|jeweils|each)\s+(?P<led>\d[^:,]{0,40})"
    r"|(?P<dose>x?\s?\d+\s?\w*)\s+(?:each|of each|ea|je|jeweils)\.?)$",
    re.IGNORECASE,
)
"""Several names with the dose of each after them: `toes, arches and heels - 10 each`."""

_JOINED = re.compile(r"(?<=\d)\s+(?:\+|&|and|und)\s+(?=[^\W\d_])")
"""Between two exercises with bare numbers after their names: `lunges 20 + push ups 10`."""

_ARROWS = re.compile(r"\s*(?:\u2192|[-=]>)\s*")
"""Between two exercises that follow each other: `6 min easy -> 2 min steady`."""

_PLUS = re.compile(r"\s+\+\s+")
"""The same, between two that belong together: `10 push-ups + 10 squats`."""

_LADDER = re.compile(
    r"^(?P<ladder>\d{1,3}(?:-\d{1,3}){2,})\s+(?:reps\s+)?(?:of:?\s+)?(?P<names>\D+)$"
)
"""Reps of each round before the names that have them: `21-15-9 thrusters and pull-ups`."""

_FIELDS_APART = re.compile(r"\s*[|\u00b7\u2022]\s*")
_FIELD = re.compile(r"[^\W\d][^:\d]{1,20}:\s+[^:]+$")


# -- several exercises in a line ------------------------------------------------------------------

_SAME_AGAIN = re.compile(
    r"^(?P<before>.*\d.*?)[,;]\s*(?:(?:and|then|und)\s+)?(?P<name>[^,.:;\d]{3,40}?)\s+"
    r"(?:(?:the|das)\s+)?(?:same|gleiche|ebenso)(?:\s+again)?[\s.!]*$",
    re.IGNORECASE,
)
"""One more exercise, with the dose of the one before: `hips 2x30 s, hamstrings the same`."""
_GLUED = re.compile(r"[a-z)][A-Z0-9]")


def apart(text: str, tongue: Tongue) -> list[str]:
    """The exercises of a line with strokes between them: `Toes x 10 / heels x 10`."""
    folded = text.casefold()
    shared = _SHARED.match(text) if "ea" in folded or "je" in folded else None
    if shared:
        names = re.split(r"\s*[,/]\s*|\s(?:and|und)\s", shared["names"])
        short = all(len(words_in(name)) < 5 for name in names)
        steps = any(set(words_in(name)) & tongue.prose.how_to for name in names)
        if len(names) > 2 and short and not steps:
            return [f"{name} {shared['led'] or shared['dose']}" for name in names]
    ladder = _LADDER.match(text)
    if ladder:
        names = re.split(r"\s*[,&]\s*|\s(?:and|und)\s", ladder["names"])
        if len(names) > 1 and all(names_movement(name, tongue.prose) for name in names):
            return [ladder["ladder"], *names]
    alike = "same" in folded or "gleiche" in folded or "ebenso" in folded
    same = _SAME_AGAIN.match(text) if alike else None
    if same and any(map(amount_of, parts(same["before"], tongue))):
        return [same["before"], f"{same['name']}: {tongue.prose.same[0]}"]
    rounds = _rounds_after(text, tongue)
    if rounds:
        start, end = rounds
        told = text[start:end].removesuffix(":")
        before = _less_lead(text[:start], tongue)
        return [one for one in (before, f"{told}:", text[end:].lstrip(" :")) if one]
    for chain in (_ARROWS.split(text), [] if ":" in text else _PLUS.split(text)):
        if len(chain) > 1 and all(_dosed(one, tongue) for one in chain):
            return chain
    several = text.split(" / ")
    if len(several) > 1 and all(_named(one, tongue) for one in several):
        return several
    joined = _JOINED.split(text)
    if len(joined) > 1 and all(_counted(one, tongue) for one in joined):
        return joined
    fields = _FIELDS_APART.split(text)
    return fields if len(fields) > 1 and all(map(_FIELD.match, fields)) else [text]


def _rounds_after(text: str, tongue: Tongue) -> tuple[int, int] | None:
    """Where rounds are told after an exercise: `row 5 min, then 3 rounds of 10 swings, 10 dips`."""
    found = parts(text, tongue)
    for part in found:
        if isinstance(part, Setting) and part.rounds and part.start:
            before = text[: part.start].rstrip()
            head = [each for each in found if each.end <= part.start]
            last = words_in(before)[-1:]
            lead = before.endswith((",", ";")) or any(word in tongue.prose.parting for word in last)
            opens = text[: part.end].endswith(" of") or text[part.end :][:1] == ":"
            one = sum(map(amount_of, head)) == 1 and bool(left_of(before, head, tongue))
            return (part.start, part.end) if lead and opens and one else None
    return None


def _less_lead(text: str, tongue: Tongue) -> str:
    """A text less the word at its end that leads on: `row 5 min, then`."""
    words = tongue.prose.parting.alternatives
    return re.sub(rf"\s+(?:{words})\s*$", "", text, flags=re.IGNORECASE).rstrip(" ,;")


def _named(text: str, tongue: Tongue) -> bool:
    """Whether a text is a name and its dose, in this order."""
    found = parts(text, tongue)
    amounts = [part for part in found if amount_of(part)]
    if len(amounts) != 1 or ":" in text[amounts[0].start : amounts[0].end]:
        return False  # `Ann 7:12 / Ben 7:40` are results
    name = text[: amounts[0].start]
    return len(cleaned(name, tongue.prose.glue)) > 2


def _dosed(text: str, tongue: Tongue) -> bool:
    """Whether a text has a dose and says what of; `3x10 -> 3x12` is a progression."""
    found = parts(text, tongue)
    whole = text.count("(") == text.count(")") and any(map(amount_of, found))
    return whole and is_name(left_of(text, found, tongue), tongue)


def _counted(text: str, tongue: Tongue) -> bool:
    """Whether a text is a name and a number after it, and no more."""
    name = re.sub(r"\s*\d+\W*$", "", text)
    words = set(words_in(name))
    called = not words <= tongue.prose.little | tongue.prose.glue
    return called and name != text and not is_sentence(name, tongue.prose) and _named(text, tongue)


# -- glued texts ----------------------------------------------------------------------------------


def unglued(text: str, tongue: Tongue) -> list[str]:
    """A line whose exercises have lost what stood between them, cut where a dose ends."""
    if not _GLUED.search(text):
        return [text]
    cuts = {
        match.end() for match in re.finditer(r"[a-z]+(?=[A-Z][a-z])", text) if _ends(match, tongue)
    }
    cuts |= {
        part.end
        for part in parts(text, tongue)
        if amount_of(part)
        and text[part.end : part.end + 1].isupper()
        and text[part.end - 1].isalnum()
    }
    if text[0].isdigit():
        cuts |= {m.start() for m in re.finditer(r"(?<=[a-z])(?<!\dx)(?=\d+\s[A-Z][a-z])", text)}
    bounds = [0, *sorted(cuts), len(text)]
    return [piece for a, b in pairwise(bounds) if (piece := text[a:b].strip())]


def _ends(match: re.Match[str], tongue: Tongue) -> bool:
    """Whether a word in small letters before a capital is one that a dose ends with."""
    w = tongue.words
    word = match[0]
    known = (w.seconds, w.minutes, w.reps, w.sets, w.each, w.breaths, w.miles, w.metres)
    return word in w.limbs or any(word in phrases.by_first for phrases in known)
