"""What is written as a dose though a section says it: `AMRAP 12 min`, `EMOM 10`, `tabata`."""

import re

from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.tokens import Misread

_MINUTES = r"(?P<minutes>\d+) ?-?(?:min(?:ute)?s?|m|')"
_WAYS = (
    rf"\b(?P<way>amrap)\W*(?:in |for )?{_MINUTES}(?!\w)",
    rf"\b{_MINUTES} (?P<way>amrap)\b",
    r"\b(?P<way>for time)\b",
    r"(?:(?P<before>\d+)[ -]?(?:min(?:ute)?s?)? )?\b(?P<way>e(?P<every>\d)?mom)\b"
    r"(?:\D*(?P<rounds>\d+))?",
    r"\b(?P<way>tabata)\b",
    r"\b(?P<way>max(?:imum)? (?P<most>\d+))\b",
)


def of_a_section(c: Cursor) -> Misread | None:
    """The mistake to take the way of a section for a dose, if it is made in this text."""
    found = (re.search(way, c.text, re.IGNORECASE) for way in _WAYS)
    match = next(filter(None, found), None)
    if match is None:
        return None
    start, end = match.span("way")
    said = match.groupdict()
    message = f"`{match['way']}` is how a whole section goes, and no dose"
    if said.get("most"):
        message = f"`{match['way']}` may be as many as possible, or no more than that"
    return Misread(message, start, end - start, cure=_cure(match["way"].casefold(), said))


def _cure(way: str, said: dict[str, str | None]) -> str:
    match way:
        case "amrap":
            return _section("type: amrap", f"cap: {said['minutes']} min")
        case "for time":
            return _section("type: for time", "cap: 20 min")
        case "tabata":
            return _section("type: intervals", "work: 20s", "rest: 10s", "rounds: 8")
        case _ if said.get("most"):
            return f"write `max`, or `{said['most']}`"
    every = [f"every: {said['every']} min"] if said["every"] else []
    rounds = said["before"] or said["rounds"] or "10"
    return _section("type: emom", *every, f"rounds: {rounds}")


def _section(*lines: str) -> str:
    """What to write in a section of its own."""
    *first, last = (f"`{line}`" for line in lines)
    return f"give it a section of its own with {', '.join(first)} and {last}"
