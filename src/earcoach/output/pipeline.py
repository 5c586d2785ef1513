"""The pipeline of an export: voice, mixer and encoder work at the same time.

A phrase is spoken in one thread while another encodes what was mixed before; neither changes what
comes out, only when.
"""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator

from earcoach.audio.clip import Samples
from earcoach.errors import EarcoachError
from earcoach.output.sink import Sink
from earcoach.timeline.schedule import Timeline

MOST_BLOCKS = 3
"""Blocks that may wait for the encoder, so that memory does not grow with a slow one."""

LAST_PHRASE_S = 1.0
"""How long the end waits for a phrase that is being spoken when nobody needs it any more."""


@contextlib.contextmanager
def laid_out_ahead(
    timeline: Timeline, *, then: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """Lay a timeline out to its end in a thread, which has all phrases spoken, and do what else can
    be done then.

    A voice that fails there fails again where the phrase is needed, and is told from there.
    """
    unwanted = threading.Event()

    def lay_out() -> None:
        with contextlib.suppress(EarcoachError):
            for _ in timeline:
                if unwanted.is_set():
                    return
            then()

    thread = threading.Thread(target=lay_out, name="ahead", daemon=True)
    thread.start()
    try:
        yield
    finally:
        unwanted.set()
        thread.join(LAST_PHRASE_S)


class QueuedSink:
    """A sink that has another one write in a thread; what that raises comes with a later call."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._blocks: queue.Queue[Samples | None] = queue.Queue(MOST_BLOCKS)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._write_all, name="encoder", daemon=True)
        self._thread.start()

    def write(self, block: Samples) -> None:
        """Queue a block. Raises what writing an earlier one has raised."""
        if self._error is not None:
            raise self._error
        self._blocks.put(block)

    def close(self) -> None:
        """Finish writing, and close the other sink. Raises what either raises."""
        self._blocks.put(None)
        self._thread.join()
        try:
            if self._error is not None:
                raise self._error
        finally:
            self._sink.close()

    def _write_all(self) -> None:
        while (block := self._blocks.get()) is not None:
            if self._error is None:
                try:
                    self._sink.write(block)
                except BaseException as error:  # told by the thread that queued it
                    self._error = error
