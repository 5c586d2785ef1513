"""A watch on a sound library: calls that never return are given up, not waited for.

A sound server that was killed gives an error; one that is frozen lets every call into it wait for
ever, and closing or opening a stream too. So all calls into a library are made on one thread (most
of these libraries want that anyway), and a call that takes too long means that the device is gone.
"""

import atexit
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from earcoach.devices.device import Backend, Device, Output
from earcoach.devices.quiet import quiet_libraries
from earcoach.errors import NoSoundDevice

Result = TypeVar("Result")

PATIENCE_S = 3.0
"""Much longer than any device's buffer, much shorter than an athlete's patience."""
SETTLING_S = 1.0
"""How long the end of the program waits for a call under way."""
OPENING_S = 6.0
"""Looking for devices may start a sound server, or wake headphones."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a call raised, on its way to who asked for it."""

    error: Exception
    """It is raised again there."""


class Worker:
    """A thread that makes calls, one after another."""

    def __init__(self, name: str) -> None:
        """Begin with no thread; it starts with the first call."""
        self._name = name
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._overdue: queue.SimpleQueue[Any] | None = None
        self._idle = threading.Event()
        self._settling_s = SETTLING_S

    def ask(self, call: Callable[[], Result], *, patience_s: float = PATIENCE_S) -> Result:
        """What the call returns or raises. Raises NoSoundDevice when it does not come back."""
        if self._overdue is not None and self._overdue.empty():
            raise NoSoundDevice(f"{self._name} does not answer")
        # a queue each, made in C: this is done fifty times a second
        outcome: queue.SimpleQueue[Result | _Raised] = queue.SimpleQueue()

        def answer() -> None:
            try:
                outcome.put(call())
            except Exception as error:  # whatever it is, it is raised where it was asked for
                outcome.put(_Raised(error))

        self.tell(answer)
        try:
            result = outcome.get(timeout=patience_s)
        except queue.Empty:
            self._overdue = outcome
            raise NoSoundDevice(f"{self._name} does not answer") from None
        if isinstance(result, _Raised):
            raise result.error
        return result

    def tell(self, call: Callable[[], None], *, settling_s: float = SETTLING_S) -> None:
        """Have a call made some time, and do not wait for it, but at the end of the program.

        That waits no longer than `settling_s`.
        """
        self._settling_s = settling_s
        if self._thread is None:
            # a daemon, so that a call that never returns does not keep the process alive
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
            # ending in the middle of a call would crash the library
            atexit.register(lambda: self._idle.wait(self._settling_s))
        self._idle.clear()
        self._calls.put(call)

    def _run(self) -> None:
        while True:
            self._calls.get()()
            if self._calls.empty():
                self._idle.set()


class WatchedDevice:
    """A device whose calls are made by a worker."""

    def __init__(self, worker: Worker, open_: Callable[[], Device]) -> None:
        """Open the device. Raises NoSoundDevice when there is none, or it takes too long."""
        self._worker = worker
        self._closed = False
        try:
            self._device = worker.ask(lambda: self._unless_late(open_()), patience_s=OPENING_S)
        except NoSoundDevice:
            self._closed = True
            raise
        atexit.register(self.close)  # a device left open can keep the process alive

    def play(self, pcm: bytes) -> None:
        """Hand over frames."""
        self._worker.ask(lambda: self._device.play(pcm))

    def drain(self) -> None:
        """Wait until everything is heard."""
        self._worker.ask(self._device.drain)

    def close(self) -> None:
        """Stop at once; a device that does not answer is closed when it does."""
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self.close)
        try:
            self._worker.ask(self._device.close)
        except NoSoundDevice:
            self._worker.tell(self._device.close)

    def _unless_late(self, device: Device) -> Device:
        """The device, which nobody waits for any more when it took too long to open."""
        if self._closed:
            device.close()
        return device


def watched(
    name: str,
    open_: Callable[[str | None, int], Device],
    outputs: Callable[[], tuple[Output, ...]],
    *,
    load: Callable[[], object] = lambda: None,
) -> Backend:
    """A backend whose calls are all made by one worker, for the whole process."""
    worker = Worker(name)

    def listed() -> tuple[Output, ...]:
        with suppress(NoSoundDevice):
            return worker.ask(outputs, patience_s=OPENING_S)
        return ()

    def opened(output: str | None, channels: int) -> Device:
        return WatchedDevice(worker, lambda: open_(output, channels))

    def loaded() -> None:
        with suppress(NoSoundDevice), quiet_libraries():  # who opens a device is told
            load()

    def told_to_load() -> None:
        worker.tell(loaded, settling_s=OPENING_S)

    return Backend(open=opened, outputs=listed, load=told_to_load)
