"""A dose, and all that it is for in the same line: `1 min each: pigeon, frog, lizard`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from earcoach.routine.model import Sides
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.names import cleaned, names_movement, words_in
from earcoach.written.pairs import is_name
from earcoach.written.parts import Part, Tongue, amount_of, left_of

MOST_OWN = 4
"""Words of what is done with a part of oneself."""

_OPENS = re.compile(r"(?:\s*[^\W\d_]{2,8})?(?:\s*[:\u2013\u2014]|\s+of\b)\s*")
"""What stands between the dose and the names."""


def listing(
    text: str, found: Sequence[Part], tongue: Tongue
) -> tuple[tuple[str, ...], Prescription]:
    """The names that a dose for each is followed by, and that dose; no names for another line."""
    amounts = [part for part in found if isinstance(part, Found) and amount_of(part)]
    first = amounts[0] if len(amounts) == 1 else None
    at = _opened(text, first, found, tongue) if first else None
    if first is None or at is None or not _for_each(text[:at].casefold(), tongue):
        return (), Prescription()
    ands = tongue.prose.parting.alternatives
    items = re.split(rf"\s*[,;]\s*(?:(?:{ands})\s+)?|\s+(?:{ands})\s+", text[at:])
    names = tuple(cleaned(item, frozenset()) for item in items)
    if len(names) < 2 or not all(_may_be_name(name, tongue) for name in names):
        return (), Prescription()
    limb = first.said.limb != "side"
    sides = None if first.said.sides is Sides.EACH and not limb else first.said.sides
    return names, replace(first.said, sides=sides)


def _opened(text: str, first: Found, found: Sequence[Part], tongue: Tongue) -> int | None:
    """Where the names begin; what stands before their dose may tell what all of them are."""
    led = left_of(text[: first.start], [p for p in found if p.end <= first.start], tongue)
    direct = None if led else _OPENS.match(text, first.end)
    if direct:
        return direct.end()
    colon = text.find(": ", first.end)
    words = set(words_in(led)) - tongue.prose.sections - tongue.prose.naming
    if colon < 0 or any(part.end > colon for part in found):
        return None
    return colon + 2 if not names_movement(" ".join(words), tongue.prose) else None


def _may_be_name(text: str, tongue: Tongue) -> bool:
    """Whether an item is a name, be it one of something that is done with a part of oneself."""
    words, prose = words_in(text), tongue.prose
    own = 1 < len(words) <= MOST_OWN and words[1] in prose.own  # `touch your toes`
    bare = " ".join(word for word in words if word not in prose.own) if own else text
    return is_name(bare, tongue)


def _for_each(told: str, tongue: Tongue) -> bool:
    """Whether a dose is said to be that of each thing: `1 min each`, `je 30 s`, `jeweils 10`."""
    w = tongue.words
    words = {*w.each.by_first, *w.each_limb.by_first, *w.filler.by_first} - {"/", "of", "for", "a"}
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told) for word in words)
