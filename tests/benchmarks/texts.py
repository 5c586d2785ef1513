"""How long reading takes: thousands of lines of which no two are the same, beside one line."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from measuring import EARCOACH, Extent, children_s, row

PLAIN = "Exercise {name} {n} x 12"
RICH = (
    "- Sled lunge {name}: {n} sets of 8-15 reps each leg @ 31 kg, tempo 3-1-1-0, rest {n}0s",
    "Side swing {name} {n}x9 with 14 lbs, 90 seconds rest",
    "* **Front bridge {name}** {n} x 12/10/8 RPE 9 (keep your back straight)",
    "Slow dip {name}, {n}3 seconds on / 19 off x 4",
)


def texts(folder: Path, extent: Extent) -> Iterator[str]:
    """Processor time of a whole process that reads a text; the floor reads one line."""
    floor = read_s(folder, [PLAIN.format(name=in_letters(0), n=3)])
    for kind, shapes, target in (("plain", (PLAIN,), "<= 2 s"), ("rich", RICH, "")):
        lines = [
            shapes[n % len(shapes)].format(name=in_letters(n), n=n % 7 + 2)
            for n in range(extent.lines)
        ]
        yield row(f"reading 10,000 {kind} lines: processor", read_s(folder, lines), floor, target)


def read_s(folder: Path, lines: list[str]) -> float:
    """Seconds of processor time that reading takes, start-up and all."""
    text, begun = folder / "workout.txt", children_s()
    text.write_text("\n".join(lines))
    subprocess.run([*EARCOACH, "import", str(text), "--json"], check=True, capture_output=True)
    return children_s() - begun


def in_letters(number: int) -> str:
    """A number in letters, which no grammar reads."""
    return "".join("bcdfghjklm"[int(digit)] for digit in f"{number:05}")
