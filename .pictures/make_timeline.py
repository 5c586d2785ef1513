"""Draws the README's picture, a set of the bundled routine on a time line, from its real cue sheet.

python .pictures/make_timeline.py
"""

from html import escape
from pathlib import Path

import earcoach
from earcoach import Cue, PlacedPhase
from earcoach.plan.phases import Gap, Work
from earcoach.timeline.cues import Phrase
from earcoach.units import SAMPLE_RATE_HZ

TARGET = Path(__file__).with_name("timeline.svg")
EXERCISE = "Single-leg bridge with adductor ball squeeze"
PIXELS_PER_S, LEFT, WIDTH, HEIGHT = 21.0, 16, 1120, 252
SPEECH, TONES = 176, 198
COLOURS = {"rest": "#e8edf3", "switch": "#f5e6c8", "work": "#cfe8d5"}
STYLE = "font-family='sans-serif' font-size='12' fill='#1c2733'"


def phases() -> list[PlacedPhase]:
    """The announcement, the left side, the switch and the right side of the first set."""
    timeline = list(earcoach.Coach("runners-glutes-and-legs", config=None).timeline)
    first = next(
        n
        for n, placed in enumerate(timeline)
        if isinstance(placed.phase, Gap) and placed.phase.bout.exercise.name == EXERCISE
    )
    return timeline[first : first + 4]


def draw() -> str:
    """The picture as SVG: stretches of time first, cues on top of them."""
    shown = phases()
    start = shown[1].onset - 12 * SAMPLE_RATE_HZ  # the end of the rest is enough
    cues = [
        (cue, x)
        for placed in shown
        for cue in placed.layout.cues
        if LEFT <= (x := place(placed.onset + cue.onset, start)) < WIDTH - 2 * LEFT
    ]
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' {STYLE}>"
    paper = f"<rect width='{WIDTH}' height='{HEIGHT}' fill='white' rx='8'/>"
    stretches = [stretch(placed, start) for placed in shown]
    return "\n".join([head, paper, *stretches, *(bar(cue, x) for cue, x in cues), "</svg>"]) + "\n"


def stretch(placed: PlacedPhase, start: int) -> str:
    """A phase as a coloured stretch with its name and length."""
    x = max(LEFT, place(placed.onset, start))
    width = min(WIDTH - LEFT, place(placed.end, start)) - x
    phase = placed.phase
    name = f"{phase.bout.side} leg" if isinstance(phase, Work) else str(phase.kind)
    title = f"{name}, {placed.length / SAMPLE_RATE_HZ:g} s"
    colour = COLOURS[phase.kind]
    return (
        f"<rect x='{x:.1f}' y='34' width='{width:.1f}' height='206' fill='{colour}'/>"
        f"<text x='{x + 4:.1f}' y='24' font-weight='bold'>{title}</text>"
    )


def bar(cue: Cue, x: float) -> str:
    """A cue: speech above with its text slanted, tones below with their name."""
    width = max(3.0, cue.length / SAMPLE_RATE_HZ * PIXELS_PER_S)
    if isinstance(cue.what, Phrase):
        label = escape(cue.what.text)
        box = f"<rect x='{x:.1f}' y='{SPEECH}' width='{width:.1f}' height='14' fill='#2b6cb0'/>"
        turned = f"transform='rotate(-48 {x + 6:.1f} {SPEECH - 5})'"
        return f"{box}<text x='{x + 6:.1f}' y='{SPEECH - 5}' {turned}>{label}</text>"
    box = f"<rect x='{x:.1f}' y='{TONES}' width='{width:.1f}' height='14' fill='#d9822b'/>"
    lower = 12 if cue.what.name == "switch" else 0
    return f"{box}<text x='{x:.1f}' y='{TONES + 26 + lower}'>{cue.what.name}</text>"


def place(frame: int, start: int) -> float:
    """Where a frame is, in pixels."""
    return LEFT + (frame - start) / SAMPLE_RATE_HZ * PIXELS_PER_S


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(draw(), encoding="utf-8")
