"""What adds up the doses beside it, and is none itself: `3 x 10 (30 in total)`."""

import re
from functools import cache

from earcoach.routine.model import Range, Timed
from earcoach.routine.prescription import Found
from earcoach.written.parts import Part, Tongue, amount_of, parts
from earcoach.written.settings import Setting

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def less_total(text: str, tongue: Tongue) -> tuple[str, Range | None]:
    """A text less what adds up its doses, and how long all of it lasts, where that says so."""
    if not _sums(tongue).search(text):
        return text, None
    found = parts(text, tongue)
    for part in found:
        if any(_adds_up(other) for other in found if other is not part):
            ahead = _ahead(tongue).search(text, 0, part.start)
            behind = _behind(tongue).match(text, part.end)
            if _is_total(part) and (ahead or behind):
                start = ahead.start() if ahead else part.start
                return _cut(text, start, behind.end() if behind else part.end, tongue), _long(part)
    return text, None


def sums_up(text: str, tongue: Tongue) -> bool:
    """Whether a text says of a number that it is that of all: `18 sets in total`."""
    return bool(_sums(tongue).search(text))


def less_sum(text: str, tongue: Tongue) -> str:
    """What follows a number, less the words that say that it is that of all: `50 (total)`."""
    inside = _BRACKETS.match(text)
    if inside and _behind(tongue).fullmatch(inside[1]):
        return text[inside.end() :]
    behind = _behind(tongue).match(text)
    return text[behind.end() :] if behind else text


def _is_total(part: Part) -> bool:
    return isinstance(part, Found) and not part.said.sets and len(part.said.doses) == 1


def _adds_up(part: Part) -> bool:
    if isinstance(part, Setting):
        return part.work_ms is not None or part.rounds is not None
    return amount_of(part)


def _long(part: Part) -> Range | None:
    dose = part.said.doses[0] if isinstance(part, Found) else None
    return dose.length_ms if isinstance(dose, Timed) else None


def _cut(text: str, start: int, end: int, tongue: Tongue) -> str:
    """A text less what stands between, and less the brackets and the words that lead to it."""
    before, after = text[:start], text[end:]
    loose = "|".join(map(re.escape, sorted(tongue.prose.glue | tongue.prose.articles)))
    before = re.sub(rf"(?:(?<!\w)(?:{loose})\s+|[\s,;=-])+$", "", before, flags=re.IGNORECASE)
    if before.endswith("(") and after[:1] == ")":
        before, after = before[:-1].rstrip(), after[1:]
    return f"{before}{after}".strip()


@cache
def _sums(tongue: Tongue) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{tongue.prose.altogether.alternatives})\b", re.IGNORECASE)


@cache
def _ahead(tongue: Tongue) -> re.Pattern[str]:
    """What ends before such a number: `a total of`, `total:`."""
    words = tongue.prose.altogether.alternatives
    return re.compile(rf"\b(?:{words})(?:\s+(?:time\s+)?of)?[\s:=]*$", re.IGNORECASE)


@cache
def _behind(tongue: Tongue) -> re.Pattern[str]:
    """What begins after such a number: `in total`, `altogether`."""
    words = tongue.prose.altogether.alternatives
    return re.compile(rf"\s*(?:(?:in|on|im)\s+)?(?:{words})\b", re.IGNORECASE)
