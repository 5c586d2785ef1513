"""A dose, and all that it is for in the same line: `1 min each: pigeon, frog, lizard`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from earcoach.routine.model import Sides
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.names import cleaned
from earcoach.written.pairs import is_name
from earcoach.written.parts import Part, Tongue, amount_of

_OPENS = re.compile(r"(?:\s*[^\W\d_]{2,8})?(?:\s*[:\u2013\u2014]|\s+of\b)\s*")
"""What stands between the dose and the names."""


def listing(
    text: str, found: Sequence[Part], tongue: Tongue
) -> tuple[tuple[str, ...], Prescription]:
    """The names that a dose for each is followed by, and that dose; no names for another line."""
    first = found[0] if found else None
    if (
        not isinstance(first, Found)
        or not amount_of(first)
        or cleaned(text[: first.start], tongue.prose.glue)
    ):
        return (), Prescription()
    if any(isinstance(part, Found) and amount_of(part) for part in found[1:]):
        return (), Prescription()
    opened = _OPENS.match(text, first.end)
    if not opened or not _for_each(text[: opened.end()].casefold(), tongue):
        return (), Prescription()
    ands = tongue.prose.parting.alternatives
    items = re.split(rf"\s*[,;]\s*(?:(?:{ands})\s+)?|\s+(?:{ands})\s+", text[opened.end() :])
    names = tuple(cleaned(item, frozenset()) for item in items)
    if len(names) < 2 or not all(is_name(name, tongue) for name in names):
        return (), Prescription()
    limb = first.said.limb != "side"
    sides = None if first.said.sides is Sides.EACH and not limb else first.said.sides
    return names, replace(first.said, sides=sides)


def _for_each(told: str, tongue: Tongue) -> bool:
    """Whether a dose is said to be that of each thing: `1 min each`, `je 30 s`, `jeweils 10`."""
    w = tongue.words
    words = {*w.each.by_first, *w.each_limb.by_first, *w.filler.by_first} - {"/", "of", "for", "a"}
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told) for word in words)
