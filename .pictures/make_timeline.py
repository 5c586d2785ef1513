"""Draws the README's picture, the set of its sample on a time line, from its real cue sheet.

python .pictures/make_timeline.py
"""

from collections.abc import Iterator
from html import escape
from itertools import cycle
from pathlib import Path

import earcoach
from earcoach import Cue, PlacedPhase
from earcoach.plan.phases import Gap, Work
from earcoach.timeline.cues import Phrase
from earcoach.units import SAMPLE_RATE_HZ

TARGET = Path(__file__).with_name("timeline.svg")
SAMPLE = Path(__file__).parent.parent / "docs" / "sample.yaml"
PIXELS_PER_S, LEFT, WIDTH, HEIGHT = 26.0, 12, 770, 244
SENTENCE, LINE, SPEECH, TONES = 58, 22, 158, 180
LONGEST_TURNED = 12
"""Letters of a phrase that is written aslant; a longer one has its place above all."""
COLOURS = {"prepare": "#e8edf3", "switch": "#f5e6c8", "work": "#cfe8d5"}
STYLE = "font-family='sans-serif' font-size='14' fill='#1c2733'"


def phases() -> list[PlacedPhase]:
    """The announcement, the left side, the switch and the right side."""
    timeline = earcoach.Coach(SAMPLE, config=None).timeline
    return [placed for placed in timeline if isinstance(placed.phase, Gap | Work)]


def draw() -> str:
    """The picture as SVG: stretches of time first, cues on top of them."""
    shown = phases()
    start = shown[0].onset
    cues = [
        (cue, x)
        for placed in shown
        for cue in placed.layout.cues
        if (x := place(placed.onset + cue.onset, start)) < WIDTH - 3 * LEFT
    ]
    lines = cycle((SENTENCE, SENTENCE + LINE))
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' {STYLE}>"
    paper = f"<rect width='{WIDTH}' height='{HEIGHT}' fill='white' rx='8'/>"
    stretches = [stretch(placed, start) for placed in shown]
    return (
        "\n".join([head, paper, *stretches, *(bar(cue, x, lines) for cue, x in cues), "</svg>"])
        + "\n"
    )


def stretch(placed: PlacedPhase, start: int) -> str:
    """A phase as a coloured stretch with its name and length."""
    x = max(LEFT, place(placed.onset, start))
    width = min(WIDTH - LEFT, place(placed.end, start)) - x
    phase = placed.phase
    name = f"{phase.bout.side} leg" if isinstance(phase, Work) else str(phase.kind)
    title = f"{name}, {placed.length / SAMPLE_RATE_HZ:.0f} s"
    colour = COLOURS[phase.kind]
    return (
        f"<rect x='{x:.1f}' y='34' width='{width:.1f}' height='{HEIGHT - 46}' fill='{colour}'/>"
        f"<text x='{x + 4:.1f}' y='24' font-weight='bold'>{title}</text>"
    )


def bar(cue: Cue, x: float, lines: Iterator[int]) -> str:
    """A cue: speech above with its text slanted, or in the next line, tones below with a name."""
    width = max(3.0, cue.length / SAMPLE_RATE_HZ * PIXELS_PER_S)
    if isinstance(cue.what, Phrase):
        label = escape(cue.what.text)
        if len(cue.what.text) > LONGEST_TURNED:
            return sentence(label, x, width, next(lines))
        box = f"<rect x='{x:.1f}' y='{SPEECH}' width='{width:.1f}' height='14' fill='#2b6cb0'/>"
        turned = f"transform='rotate(-48 {x + 6:.1f} {SPEECH - 5})'"
        return f"{box}<text x='{x + 6:.1f}' y='{SPEECH - 5}' {turned}>{label}</text>"
    box = f"<rect x='{x:.1f}' y='{TONES}' width='{width:.1f}' height='14' fill='#d9822b'/>"
    lower = 12 if cue.what.name == "switch" else 0
    return f"{box}<text x='{x:.1f}' y='{TONES + 26 + lower}'>{cue.what.name}</text>"


def sentence(label: str, x: float, width: float, y: int) -> str:
    """A long phrase, written straight, with a line down to when it is said."""
    middle = x + width / 2
    return (
        f"<rect x='{x:.1f}' y='{SPEECH}' width='{width:.1f}' height='14' fill='#2b6cb0'/>"
        f"<path d='M{middle:.1f} {y + 6}V{SPEECH}' stroke='#2b6cb0'/>"
        f"<text x='{middle:.1f}' y='{y}'>{label}</text>"
    )


def place(frame: int, start: int) -> float:
    """Where a frame is, in pixels."""
    return LEFT + (frame - start) / SAMPLE_RATE_HZ * PIXELS_PER_S


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(draw(), encoding="utf-8")
