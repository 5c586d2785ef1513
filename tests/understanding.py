"""What is understood of a text, as short lines that a test compares."""

from earcoach.written import read
from earcoach.written.scoring import reading_json
from earcoach.written.source import lines_of

SECTION = "name timing rounds rest_between_rounds_s work_s rest_s interval_s cap_s"
EXERCISE = "name sets reps seconds distance_m sides hold rest_s tempo load"


class Cases(dict[str, tuple[str, list[str]]]):
    """Texts by what they are an example of, and what is understood of each."""

    def add(self, name: str, text: str, *expected: str) -> None:
        """Take one phenomenon."""
        self[name] = text, list(expected)


def understood(text: str, language: str | None = None) -> list[str]:
    """The sections and exercises of a text, each as a short line."""
    reading = read(lines_of(text), language=language)
    found = []
    for section in reading_json(reading)["sections"]:
        found.append("# " + told(section, SECTION))
        found += ["- " + told(one, EXERCISE) for one in section["exercises"]]
    return found


def told(values: dict[str, object], keys: str) -> str:
    """What is said, as `Squat, sets 3, reps 12`."""
    words = []
    for key in keys.split():
        value = values[key]
        if isinstance(value, dict):
            value = value["per_set"]
        value = int(value) if isinstance(value, float) and value == int(value) else value
        if isinstance(value, list):
            value = "/".join(f"{v:g}" if isinstance(v, int | float) else str(v) for v in value)
        if key == "name":
            words.append(str(value))
        elif value is True:
            words.append(key)
        elif value not in (None, False, "straight", 1) or (key in ("sets", "reps") and value):
            words.append(f"{key.removesuffix('_s')} {value}")
    return ", ".join(words)
