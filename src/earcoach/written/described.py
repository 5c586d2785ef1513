"""An exercise that several sentences describe: `Heel taps. Heels down, toes up. 15 times.`"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.routine.prescription import Found
from earcoach.written.about_all import merged_all, plain
from earcoach.written.believing import believed
from earcoach.written.exercises import as_times, done_again
from earcoach.written.names import (
    cleaned,
    holds_any,
    is_sentence,
    lead_in,
    names_movement,
    starts_like,
    words_in,
)
from earcoach.written.parts import Tongue, amount_of, left_of, parts, settings_of
from earcoach.written.pieces import Piece
from earcoach.written.regimes import regime
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement

LONGEST = 6
"""Words of the name."""


def described(piece: Piece, several: Sequence[str], tongue: Tongue) -> Statement | None:
    """The exercise of a paragraph: a name, and sentences that say how it is done and how often.

    What is said to be done as often as another has no dose of its own. None for another text.
    """
    if any(_begins_another(piece.saying(text), tongue) for text in several[1:]):
        return None
    for name, rest in _names(piece, several, tongue):
        if not rest or not _may_be_name(piece, name, tongue):
            continue
        said, setting = NOTHING, PLAIN
        for text in rest:
            found = believed(piece.saying(text), tongue, in_prose=True)
            setting = setting.with_more(settings_of(found))
            said = merged_all(text, found, tongue, said)
        said = as_times(said, setting)
        if said.doses and not said.sets and holds_any(" ".join(rest), tongue.prose.once_more):
            said = done_again(said, " ".join(rest), tongue.prose)
        same = next((text for text in rest if starts_like(text, tongue.prose.same_as)), "")
        kind = Kind.EXERCISE if said.doses or said.times else Kind.SAME
        if kind is Kind.EXERCISE or same:
            named = replace(plain(piece, kind), name=cleaned(name, tongue.prose.glue))
            return replace(named, text=same or named.text, said=said, notes=tuple(rest))
    return None


def _begins_another(piece: Piece, tongue: Tongue) -> bool:
    """Whether a sentence goes on with another exercise, or tells how all of a section go."""
    if regime(piece, tongue):
        return True
    lead = lead_in(piece.text, tongue.prose)
    if not lead:
        return False
    name, comma, same = piece.text[len(lead) :].partition(", ")
    if comma and starts_like(same, tongue.prose.same_as):  # `then the wide grip, same thing`
        return not tongue.prose.swapping.issuperset(words_in(name))
    counted = any(map(amount_of, believed(piece, tongue, in_prose=True)))
    return counted and names_movement(piece.text, tongue.prose)


def _names(
    piece: Piece, several: Sequence[str], tongue: Tongue
) -> Iterator[tuple[str, Sequence[str]]]:
    """What may be the name, with all that stands after it."""
    first, rest = several[0], list(several[1:])
    head, colon, how = first.partition(": ")
    yield (head, [how, *rest]) if colon else (first, rest)
    head, comma, how = first.partition(", ")
    told = set(words_in(how)) & tongue.prose.telling  # `Press-ups, knees are fine! 4 x 10`
    long = len(words_in(first)) > LONGEST and not parts(how, tongue)
    if comma and (told or long or piece.marker or names_movement(head, tongue.prose)):
        yield head, [how, *rest]


def _may_be_name(piece: Piece, name: str, tongue: Tongue) -> bool:
    words, prose = words_in(name), tongue.prose
    counted = believed(piece.saying(name), tongue, in_prose=True) or re.search(r"\d", name)
    told = is_sentence(name, prose) and not names_movement(" ".join(words[:2]), prose)
    if ":" in name or " = " in name or counted or told or not cleaned(name, prose.glue):
        return False
    opens = prose.how_to | (prose.little - {"the", "a", "an"})  # `On your feet. Calf raises, 15.`
    opens |= tongue.words.numbers.keys()
    if not 0 < len(words) <= LONGEST or set(words) & prose.telling or words[0] in opens:
        return False
    return name.rstrip()[-1:] not in "!?" and not holds_any(name, prose.chatter)


def less_posture(piece: Piece, several: Sequence[str], tongue: Tongue) -> Sequence[str]:
    """The sentences less those of how to get ready: `Stand up. Desk press-ups, one set of ten.`"""
    for n, text in enumerate(several[1:], start=1):
        found = believed(piece.saying(text), tongue, in_prose=True)
        first = next((part for part in found if isinstance(part, Found) and amount_of(part)), None)
        if first is None:
            continue
        name = left_of(text[: first.start], (), tongue)
        own = _may_be_name(piece, name, tongue) and names_movement(name, tongue.prose)
        return (
            several[n:]
            if own and all(_is_posture(each, tongue) for each in several[:n])
            else several
        )
    return several


def _is_posture(text: str, tongue: Tongue) -> bool:
    """Whether a sentence asks to take a place, and names nothing that is done there."""
    words, prose = words_in(text), tongue.prose
    asks = bool(words) and words[0] in prose.placing
    return asks and len(words) <= LONGEST
