"""The pump: carries a session from the mixer to a sink, the same way for live, file and memory."""

from collections.abc import Callable

from earcoach.audio.mixer import Mixer
from earcoach.output.sink import Sink
from earcoach.units import SAMPLE_RATE_HZ

FILE_BLOCK = SAMPLE_RATE_HZ


def pump(
    mixer: Mixer,
    sink: Sink,
    *,
    block_frames: int = FILE_BLOCK,
    before_block: Callable[[int], None] = lambda frame: None,
) -> None:
    """Write the whole session; `before_block` is told the frame at which each block begins."""
    position = 0
    for block in mixer.blocks(block_frames):
        before_block(position)
        sink.write(block)
        position += len(block)
