"""The pump: carries a session from the mixer to a sink: a file, a page or memory."""

from collections.abc import Callable

from earcoach.audio.mixer import Mixer, T
from earcoach.output.sink import Sink
from earcoach.timeline.schedule import WHOLE
from earcoach.units import SAMPLE_RATE_HZ

FILE_BLOCK = 4 * SAMPLE_RATE_HZ
"""Long enough that its threads seldom wait for each other."""


def pump(
    mixer: Mixer[T],
    sink: Sink,
    *,
    block_frames: int = FILE_BLOCK,
    stretch: range = WHOLE,
    before_block: Callable[[int], None] = lambda frame: None,
) -> None:
    """Write the whole session, or a stretch of it in frames.

    `before_block` is told the frame at which each block begins, and may change what is heard from
    there on.
    """
    position = stretch.start
    before_block(position)
    for block in mixer.blocks(block_frames, start=position, stop=stretch.stop):
        sink.write(block)
        position += len(block)
        before_block(position)
