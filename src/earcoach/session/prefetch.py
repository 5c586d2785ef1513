"""A thread that has phrases spoken before they are due."""

import threading
from collections.abc import Iterator
from dataclasses import replace

from earcoach.session.live_sounds import LiveSounds, PreparedSounds
from earcoach.timeline.cues import Layout, Phrase
from earcoach.timeline.layout import since_interval
from earcoach.timeline.take import Take, layout_of_known

PHASES_AHEAD = 3
PATIENCE_S = 1.0
"""How long the end of a session waits for a phrase that is being spoken."""


class Prefetch:
    """Prepares what was wanted last: what a take says next, and some phrases after its phase."""

    def __init__(self, sounds: LiveSounds) -> None:
        """Begin to wait for work."""
        self._sounds = sounds
        self._changed = threading.Condition()
        self._wanted: tuple[Take, tuple[str, ...]] | None = None
        self._soon: list[str] = []
        self._closed = False
        # a daemon, for a program that is ended before the session begins does not wait for it
        self._thread = threading.Thread(target=self._run, name="look-ahead", daemon=True)
        self._thread.start()

    def want(self, take: Take, phrases: tuple[str, ...]) -> None:
        """Have everything at hand that is said in a take from its last phase on."""
        with self._changed:
            self._wanted = take, phrases
            self._changed.notify()

    def want_soon(self, text: str) -> None:
        """Have a phrase at hand before all others."""
        with self._changed:
            if text not in self._soon:
                self._soon.append(text)
                self._changed.notify()

    def close(self) -> None:
        """Prepare no more; a phrase that is being spoken is waited for, though not for ever."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(PATIENCE_S)

    def _run(self) -> None:
        texts: Iterator[str] = iter(())
        while True:
            with self._changed:
                if self._wanted is not None:
                    texts, self._wanted = _said(*self._wanted, self._sounds), None
                soon, self._soon = self._soon, []
            for text in soon:
                self._sounds.prepare(text)
            if self._closed:
                return
            text_or_none = next(texts, None)
            if text_or_none is not None:
                self._sounds.prepare(text_or_none)
                continue
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._soon or self._closed)


def _said(take: Take, phrases: tuple[str, ...], sounds: LiveSounds) -> Iterator[str]:
    scheduler = replace(take.scheduler, sounds=PreparedSounds(sounds))
    layouts = layouts_ahead(replace(take, scheduler=scheduler))
    yield from _texts(next(layouts))
    yield from phrases
    for layout in layouts:
        yield from _texts(layout)


def _texts(layout: Layout) -> Iterator[str]:
    return (cue.what.text for cue in layout.cues if isinstance(cue.what, Phrase))


def layouts_ahead(take: Take) -> Iterator[Layout]:
    """The last phase of a take and some after it, as they will be if nothing changes."""
    last = take.stretches[-1]
    since = last.since - last.playing.offset
    for index in range(last.index, min(last.index + PHASES_AHEAD + 1, len(take.phases))):
        if index > last.index:
            since = since_interval(take.phases[index], since)
        layout = layout_of_known(take, index, since)
        yield layout
        since += layout.length
