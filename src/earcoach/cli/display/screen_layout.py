"""The state of a screen laid out for a terminal of any size: what matters most stays longest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rich.console import Console
from rich.text import Text

from earcoach.cli.display.digits import large
from earcoach.cli.display.screen_state import ScreenState
from earcoach.plan.phases import PhaseKind

COLOURS = {PhaseKind.WORK: "green", PhaseKind.REST: "cyan"}
OTHER_COLOUR = "yellow"
ROOMY_ROWS = 12
"""On fewer rows each text has one row only."""
LARGE_FROM_ROWS = 5
LEAST_LARGE_ROWS = 3


class Weight(IntEnum):
    """What is left out first when there are too few rows, and what last."""

    SPACE = 0
    HINTS = 1
    UNIT = 2
    BAR = 3
    TIME_LEFT = 4
    UPCOMING = 5
    PLACE = 6
    SECTION = 7
    NUMBER = 8
    TITLE = 9


@dataclass(frozen=True)
class Rows:
    """Rows that stay or go together."""

    weight: Weight
    """How long they stay when rows run short."""
    rows: tuple[Text, ...]
    """From the top down."""


SPACE = Rows(Weight.SPACE, (Text(),))


def page(state: ScreenState, console: Console, hints: Sequence[str]) -> list[Text]:
    """The rows of a screen, as many as the console has and no wider."""
    height = console.height
    kept = _that_fit(list(_parts(state, console, hints)), height)
    weights = {part.weight for part in kept}
    others = sum(len(part.rows) for part in kept if part.weight is not Weight.NUMBER)
    rows: list[Text] = []
    for part in kept:
        number = part.weight is Weight.NUMBER
        alone = Weight.UNIT not in weights
        rows += _number(state, console, height - others, alone=alone) if number else part.rows
    return rows[:height]  # on two or three columns even the title has too many


def _parts(state: ScreenState, console: Console, hints: Sequence[str]) -> Iterator[Rows]:
    """Everything from the top down; the number has its least rows."""
    heading = (state.alarm, "bold reverse") if state.alarm else (state.section, "dim")
    yield Rows(Weight.SECTION, _text(*heading, console))
    yield Rows(Weight.TITLE, _text(state.title, f"bold {_colour(state)}", console))
    yield Rows(Weight.PLACE, _text(state.place, "", console))
    yield SPACE
    least = LEAST_LARGE_ROWS if console.height >= LARGE_FROM_ROWS else 1
    yield Rows(Weight.NUMBER, (Text(),) * least)
    yield Rows(Weight.UNIT, _text(state.unit, "dim", console))
    yield SPACE
    yield Rows(Weight.UPCOMING, _text(state.upcoming, "", console))
    yield SPACE
    yield Rows(Weight.BAR, (_bar(state, console),))
    yield Rows(Weight.TIME_LEFT, (_time_left(state, console.width),))
    yield Rows(Weight.HINTS, _packed(hints, console.width))


def _that_fit(parts: list[Rows], height: int) -> list[Rows]:
    """The parts without the lightest ones for which there is no room; the heaviest stays."""
    for lightest in sorted(parts, key=lambda part: part.weight)[:-1]:
        if sum(len(part.rows) for part in parts) <= height:
            break
        parts.remove(lightest)
    return parts


def _number(state: ScreenState, console: Console, height: int, *, alone: bool) -> list[Text]:
    """The number in the middle of `height` rows, as large as it fits."""
    width, ascii_only = console.width, console.options.ascii_only
    rows = large(state.number, width=width, height=height, ascii_only=ascii_only)
    if len(rows) == 1 and alone:
        rows = [f"{state.number} {state.unit}"]
    above = (height - len(rows)) // 2
    below = height - len(rows) - above
    shown = [_row(row, f"bold {_colour(state)}", width) for row in rows]
    return [Text()] * above + shown + [Text()] * below


def _text(words: str, style: str, console: Console) -> tuple[Text, ...]:
    """A text in as many rows as it needs, or cut to one."""
    width, height = console.size
    if not words or height < ROOMY_ROWS:
        return (_row(words, style, width),) if words else ()
    lines = Text(words).wrap(console, width)
    return tuple(_row(line.plain.strip(), style, width) for line in lines)


def _row(words: str, style: str, width: int) -> Text:
    """One row with words in the middle."""
    row = Text(words, style)
    row.truncate(width, overflow="ellipsis")
    return Text(" " * ((width - row.cell_len) // 2)).append_text(row)


def _bar(state: ScreenState, console: Console) -> Text:
    """How much of the session is done; it can be told without colours too."""
    done, left = "#-" if console.options.ascii_only else "━─"
    columns = console.width * state.done_percent // 100
    return Text(done * columns, _colour(state)).append(left * (console.width - columns), "dim")


def _time_left(state: ScreenState, width: int) -> Text:
    """The session's time on the left, the pace on the right if there is room."""
    free = width - len(state.left) - len(state.pace)
    words = f"{state.left}{' ' * free}{state.pace}" if free > 0 else state.left
    return Text(words[:width])


def _packed(words: Sequence[str], width: int) -> tuple[Text, ...]:
    """Words in as few rows as they need, none of them cut in two."""
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 3 + len(word) <= width:
            rows[-1] += f"   {word}"
        else:
            rows.append(word)
    return tuple(_row(row, "dim", width) for row in rows)


def _colour(state: ScreenState) -> str:
    return COLOURS.get(state.kind, OTHER_COLOUR)
