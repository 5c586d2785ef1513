"""A thread that has phrases spoken before they are due."""

import queue
import threading
from collections.abc import Iterable

from earcoach.audio.clip import Clip
from earcoach.plan.phases import Phase
from earcoach.session.voice_or_tones import VoiceOrTones
from earcoach.timeline.cues import Phrase
from earcoach.timeline.layout import PhaseScheduler

PHASES_AHEAD = 3


class Prefetch:
    """Prepares phases and phrases in the order in which they are asked for."""

    def __init__(self, voice: VoiceOrTones) -> None:
        self._voice = voice
        self._wanted: queue.SimpleQueue[tuple[PhaseScheduler, Phase] | str | None] = (
            queue.SimpleQueue()
        )
        self._closed = False
        # a daemon, for a program that is ended before the session begins does not wait for it
        self._thread = threading.Thread(target=self._run, name="look-ahead", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Prepare no more; a phrase that is being spoken is waited for."""
        self._closed = True
        self._wanted.put(None)
        self._thread.join()

    def phases(self, scheduler: PhaseScheduler, phases: Iterable[Phase]) -> None:
        """Have everything that is said in these phases at hand."""
        for phase in phases:
            self._wanted.put((scheduler, phase))

    def phrases(self, texts: Iterable[str]) -> None:
        """Have these phrases at hand."""
        for text in texts:
            self._wanted.put(text)

    def recall(self, text: str) -> Clip | None:
        """A phrase if it is at hand; if not it will be soon."""
        clip = self._voice.at_hand(text)
        if clip is None:
            self._wanted.put(text)
        return clip

    def _run(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            for text in [wanted] if isinstance(wanted, str) else _said(*wanted):
                if self._closed:
                    return
                self._voice.clip(Phrase(text))


def _said(scheduler: PhaseScheduler, phase: Phase) -> list[str]:
    heard = (cue.what for cue in scheduler.lay_out(phase).cues)
    return [what.text for what in heard if isinstance(what, Phrase)]
