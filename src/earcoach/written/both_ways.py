"""A dose that is told for one way and once more for the other: `9 this way, 9 the other way`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from earcoach.routine.model import Range, Reps, Sides
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.parts import Part, Tongue, doses_in


def with_both_ways(found: Sequence[Part], text: str, tongue: Tongue) -> tuple[Part, ...]:
    """The parts of a text; a dose that stands there for one way and the other is of each side."""
    match = _told_twice(tongue).search(text)
    if not match:
        return tuple(found)
    told = [part for part in doses_in(found) if part.start == match.start("dose")]
    number = match["number"].casefold()
    count = tongue.words.numbers.get(number, 0) or int(number)
    alone = Prescription(doses=(Reps(Range(count, count)),))
    first = (*told, Found(said=alone, start=match.start("dose"), end=match.end("dose"), bare=True))[
        0
    ]
    first = replace(first, said=replace(first.said, sides=Sides.EACH), bare=False)
    start, end = match.span("ways")
    ways = Found(said=Prescription(), start=max(start, first.end), end=end, bare=False)
    around = [part for part in found if part.end <= first.start or part.start >= end]
    return tuple(sorted((*around, first, ways), key=lambda part: part.start))


@cache
def _told_twice(tongue: Tongue) -> re.Pattern[str]:
    """A number, what it counts, and one way; the same number, and the other way."""
    numbers = "|".join(map(re.escape, tongue.words.numbers))
    one, other = tongue.prose.one_way.alternatives, tongue.prose.other_way.alternatives
    what = r"(?:\s+[^\W\d_]+){0,2}?"
    return re.compile(
        rf"(?<![\w.-])(?P<dose>(?P<number>\d{{1,3}}|{numbers})\b){what}\s+(?P<ways>(?:{one})\b"
        rf"\W*(?:[^\W\d_]+\s+){{0,2}}?(?P=number)\b{what}\s+(?:{other})(?!\w))",
        re.IGNORECASE,
    )
