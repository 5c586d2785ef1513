"""Where one sentence ends, and the next begins."""

import re
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z]|\d|\u201c|\()|(?<=!!)\s+")
_SMALL = re.compile(r"(?<=[.!?;])\s+(?=\w|\u201c|\()|(?<=!!)\s+")
"""The same where somebody writes no capitals."""

_UNIT = re.compile(r"\b(?:sec|secs|min|mins|reps|lb|lbs|wdh|sek)\.$", re.IGNORECASE)
_OF_DOSE = re.compile(
    r"(?:pause|belastung|arbeit|erholung|halten|pro|je|jeweils|rest|work|hold|each|per|on|off)\b",
    re.IGNORECASE,
)
"""What a dose goes on with after the full stop of its unit, capital as it may be."""
_SET = re.compile(r"\d+\s?[x\u00d7@]\s?\d[\d.]*\s?(?:kg|lbs?|%)?\s*(?:[;,.]|$)", re.IGNORECASE)
"""One of several sets, which are no sentences: `8x135; 5x185`."""
_SHORT = re.compile(r"\b(?:approx|ca|ea|alt|no|vs|ex)\.$", re.IGNORECASE)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; the full stop of an abbreviation ends none, nor one in brackets."""
    out: list[str] = []
    for part in (_SMALL if text.islower() else _SENTENCE).split(text):
        inside = bool(out) and out[-1].count("(") > out[-1].count(")") and ")" in part
        if out and (inside or _goes_on(out[-1], part)):
            out[-1] += " " + part
        else:
            out.append(part)
    return tuple(part for part in out if part.strip())


def _goes_on(before: str, part: str) -> bool:
    """Whether a full stop is that of an abbreviation: `60 Sec. Wall sit`, `30 sec. (each side)`."""
    only_dose = re.fullmatch(r"\W*\d[\d\s:\u2013-]*\w+\.", before)
    more = only_dose or not part[:1].isalpha() or _OF_DOSE.match(part)
    unit = _UNIT.search(before) and more
    if before.endswith(";") and before[:-1].rstrip()[-1:].isalnum() and _SET.match(part):
        return True
    return bool(_SHORT.search(before) or unit or before.count("(") > before.count(")"))
