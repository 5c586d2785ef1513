"""Several exercises in one line: `jog 5 min, then 2x10 bridges and 2x10 pull-aparts`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from earcoach.routine.model import Distance, Timed
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.names import cleaned, holds_any, is_sentence, less_number, words_in
from earcoach.written.parts import Part, Tongue, amount_of, doses_in, merged, segments
from earcoach.written.statements import NOTHING

LONGEST_IN_PLACE = 5
"""Words of a name with little words in it: `dead hang on the rings`."""


@dataclass(slots=True)
class Pair:
    """A name and its dose, while the line is read."""

    name: str = ""
    """What is done; empty while it has not been read."""
    said: Prescription = NOTHING
    """How much of it."""
    after_dose: bool = False
    """Whether its name stands after its dose."""


def pairs(text: str, found: Sequence[Part], tongue: Tongue) -> list[Pair]:
    """The exercises of a line with several of them; [] where there is one, or none."""
    told = doses_in(found)
    if sum(amount_of(part) for part in told) < 2:
        return []
    between = segments(text, found)
    last = max(n for n, part in enumerate(found) if amount_of(part))
    goes_on = any(cleaned(segment, tongue.prose.glue) for segment in between[last + 1 :])
    if goes_on and between[0].rstrip().endswith(":"):  # `My morning: 20 squats, 10 push-ups`
        between[0] = ""
    head, colon, named = between[0].rpartition(": ")
    if colon and cleaned(named, tongue.prose.glue) and set(words_in(head)) & tongue.prose.telling:
        between[0] = named  # `Day three is the lazy one: rows 3x8, walk 20 min`
    out = [Pair()]
    for n, part in enumerate(found):
        before = between[n]
        complete = bool(out[-1].said.doses or out[-1].said.times)
        new = amount_of(part) and complete and not _inside(text, part.start)
        if new:
            named_after = bool(cleaned(_sides_off(between[n + 1]), tongue.prose.glue))
            _part(out, before, tongue, named_after=named_after)
        elif not out[-1].name:
            out[-1].name = cleaned(before, tongue.prose.glue)
        if isinstance(part, Found):
            each = tongue.words.each.by_first
            led = before.rsplit(",", 1)[-1] if "," in before else before
            of_all = not amount_of(part) and "," in before and set(words_in(led)) <= set(each)
            for pair in (
                out if of_all else out[-1:]
            ):  # `x 8 to the front and x 8 to the back, each leg`
                pair.said = merged(pair.said, part.said)
    if not out[-1].name:
        after = (cleaned(_sides_off(each), tongue.prose.glue) for each in between[last + 1 :])
        out[-1].name, out[-1].after_dose = next(filter(None, after), ""), True
    if not out[-1].name and holds_any(between[-2] + between[-1], tongue.prose.totals):
        out.pop()  # `for a total of 20 minutes`
    if len(out) < 2:
        return []
    out = _without_recovery(out, tongue)
    return out if all(_is_named(pair, tongue) for pair in out) else []


def _is_named(pair: Pair, tongue: Tongue) -> bool:
    """Whether a pair has a name; one before its dose may have little words in it."""
    words, prose = words_in(pair.name), tongue.prose
    near = not pair.after_dose and 0 < len(words) <= LONGEST_IN_PLACE
    clear = near and words[0] not in prose.little | prose.how_to and not set(words) & prose.telling
    return is_name(pair.name, tongue) or (clear and not set(words) <= prose.side_words | prose.glue)


def _inside(text: str, at: int) -> bool:
    """Whether a place is inside brackets."""
    return text.count("(", 0, at) > text.count(")", 0, at)


def _part(out: list[Pair], before: str, tongue: Tongue, *, named_after: bool) -> None:
    """Begin the next pair: the text between belongs to the one before it, or to the new one."""
    glue = tongue.prose.glue
    left, right = _split(before, tongue)
    if not cleaned(right, glue) and not (out[-1].name and named_after):
        inner = _split(before.rstrip(" ,;"), tongue)  # `jog, then circles, 30 s each`
        apart = cleaned(inner[0], glue) or out[-1].name
        left, right = inner if apart and cleaned(inner[1], glue) else (left, right)
    if not out[-1].name:
        out[-1].name = cleaned(left or before, glue)
        out.append(Pair(cleaned(right, glue) if left else ""))
    else:
        out.append(Pair(cleaned(right or ("" if _parted(before, tongue) else before), glue)))


def _split(text: str, tongue: Tongue) -> tuple[str, str]:
    """What stands before and after the last sign that parts two exercises."""
    words = tongue.prose.parting.alternatives
    signs = list(re.finditer(rf"[.,;+]|(?<!\S)&(?!\S)|\s[/|\u00b7]\s|\s(?:{words})\s", f"{text} "))
    if not signs:
        return "", text
    return text[: signs[-1].start()], text[signs[-1].end() :]


def _parted(text: str, tongue: Tongue) -> bool:
    return bool(_split(text, tongue)[0]) or not cleaned(text, tongue.prose.glue)


def _sides_off(text: str) -> str:
    return re.split(r"[.;(]", text)[0] if not text.strip().startswith("(") else text


def is_name(text: str, tongue: Tongue) -> bool:
    """Whether a piece of a line is the name of an exercise."""
    words = words_in(less_number(text))
    prose = tongue.prose
    if not words or is_sentence(text, prose) or set(words) & prose.telling:
        return False
    of_one_set = len(words) > 1 and set(words) <= prose.one_set
    if words[0] in prose.how_to or of_one_set:
        return False
    return not set(words) - prose.side_words <= prose.glue


def _without_recovery(out: list[Pair], tongue: Tongue) -> list[Pair]:
    """What is done between the sets of the exercise before it is its rest."""
    kept: list[Pair] = []
    prose = tongue.prose
    for pair in out:
        words = set(words_in(pair.name))
        mild = bool(words) and words <= prose.recovery
        several = bool(kept) and kept[-1].said.sets is not None and pair.said.sets is None
        if kept and mild and (words & prose.between or several):
            kept[-1].said = _with_rest(kept[-1].said, pair.said)
        else:
            kept.append(pair)
    return kept


def _with_rest(said: Prescription, rest: Prescription) -> Prescription:
    match rest.doses:
        case (Timed(length_ms=length),) if not said.rests_ms:
            return replace(said, rests_ms=(length,))
        case (Distance(amount=amount, unit=unit),):
            return replace(said, notes=(*said.notes, f"{amount} {unit} between"))
    return said
