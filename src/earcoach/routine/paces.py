"""How fast people cover a distance: `5:30/km`, `2:15 / 500 m`, `9:00 per mile`, `12 km/h`."""

import re
from dataclasses import dataclass

from earcoach.routine.model import DEFAULT_MS_PER_KM
from earcoach.routine.prescription import Misread

METRES = {
    "km": 1000.0, "k": 1000.0, "mi": 1609.344, "mile": 1609.344, "m": 1.0, "yd": 0.9144,
}  # fmt: skip
PER = re.compile(
    r"(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)\s*(?:min)?\s*(?:/|per)\s*"
    r"(?P<number>\d{1,4})?\s*(?P<unit>km|k|miles?|mi|m|yd)"
)
SPEED = re.compile(r"(?P<speed>\d{1,2}(?:\.\d+)?)\s*(?P<unit>km/h|kmh|kph|mph)")
SLOWEST_MS, FASTEST_MS = 3_600_000, 30_000
"""Of a kilometre: an hour, and 120 km/h."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A way to cover a distance."""

    names: tuple[str, ...]
    """How words for it begin, in every language."""
    ms_per_km: int
    """How long a kilometre usually takes, in ms."""


ACTIVITIES = {
    "swim_pace": Activity(("swim", "schwimm", "kraul"), 1_500_000),
    "bike_pace": Activity(("bike", "cycl", "ride", "riding", "spin", "rad", "fahr"), 180_000),
    "row_pace": Activity(("row", "erg", "ruder"), 270_000),
    "walk_pace": Activity(
        (
            *("walk", "hike", "march", "carry", "lunge", "crawl", "sled", "push", "pull", "drag"),
            *("geh", "wander", "spazier"),
        ),
        720_000,
    ),
    "run_pace": Activity(("run", "jog", "sprint", "lauf", "renn"), DEFAULT_MS_PER_KM),
}
"""By the key that states another pace; the first whose name is in that of an exercise."""


def activity_of(name: str) -> str:
    """The key of the pace that an exercise of this name goes by; running where none is known."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    known = (
        key for key, each in ACTIVITIES.items() if any(w.startswith(each.names) for w in words)
    )
    return next(known, "run_pace")


def ms_per_km_of(text: str) -> int:
    """How long a kilometre takes at a pace, in ms. Raises Misread."""
    plain = " ".join(text.casefold().split())
    if per := PER.fullmatch(plain):
        metres = METRES[per["unit"].rstrip("s")] * int(per["number"] or 1)
        found = (60 * int(per["minutes"]) + int(per["seconds"])) * 1_000_000 / metres
    elif speed := SPEED.fullmatch(plain):
        metres = METRES["mi" if speed["unit"] == "mph" else "km"]
        found = 3_600_000_000 / metres / (float(speed["speed"]) or 0.001)
    else:
        raise _misread(text, "not a pace")
    if not FASTEST_MS <= found <= SLOWEST_MS:
        raise _misread(text, "nobody's pace")
    return round(found)


def _misread(text: str, why: str) -> Misread:
    message = f"`{text.strip()[:40]}` is {why}"
    return Misread(message, 0, len(text), code="R214", cure="write it like `5:30/km`")
