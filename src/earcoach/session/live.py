"""A session heard live: from the performance to the sound card, whatever happens on the way."""

import queue
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from earcoach.audio.clip import Clip
from earcoach.audio.voices.speaker import Speaker
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.output.devices.player import Player
from earcoach.plan.phases import Kind
from earcoach.session.events import (
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Ending,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
    Status,
    VoiceLost,
)
from earcoach.session.lasting import LastingVoice
from earcoach.session.lookahead import PHASES_AHEAD, LookAhead
from earcoach.session.performance import Begun, Performance
from earcoach.session.transport import Action, Transport
from earcoach.timeline import wording
from earcoach.timeline.cues import Cue
from earcoach.timeline.layout import Layouter
from earcoach.units import frames_of_ms, seconds_of_frames

LIVE_BLOCK = frames_of_ms(20)
FAREWELL = frames_of_ms(150)
"""What is still played when the athlete quits: a fade, and the tone that answers."""
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
GIVE_UP_AFTER_S = 300.0
ASLEEP_AFTER_S = 5.0
"""When two blocks are so far apart, the computer has been asleep."""


@dataclass(frozen=True, slots=True)
class SetPace:
    """The wish for a certain pace, as it was written."""

    pace: str


Wish = Action | SetPace


class LiveSession:
    """One live session.

    `wishes` is where keys, lines and headset buttons put what the athlete wants.
    """

    def __init__(
        self,
        layouter: Layouter,
        speaker: Speaker,
        tone: Callable[[str], Clip],
        *,
        first: int = 0,
    ) -> None:
        """Stand before the phase with the number `first`."""
        self.wishes: queue.SimpleQueue[Wish] = queue.SimpleQueue()
        self._layouter = layouter
        self._first = first
        self._on_event: Callable[[Event], None] = lambda event: None
        self._cue: Cue | None = None
        voice = LastingVoice(speaker, lambda reason: self._on_event(VoiceLost(reason)))
        self._ahead = LookAhead(voice)
        self._performance = Performance(
            replace(layouter, phrase=voice.measure),
            speak=voice.clip,
            recall=self._ahead.recall,
            tone=tone,
            on_begun=self._begun,
        )
        self._transport = Transport(self._performance, layouter.plan.phases)

    def run(
        self, player: Player, *, now: Callable[[], float], on_event: Callable[[Event], None]
    ) -> Ending:
        """Play to the end, or until the athlete or the lack of a device ends it.

        `now` gives the time in seconds, also over a sleep of the computer; `on_event` is told what
        happens, on this thread or the one that looks ahead. Raises NoVoice when nothing can speak
        from the beginning; later the tones go on without a voice.
        """
        self._on_event = on_event
        ending = Ending.INTERRUPTED
        try:
            first = self._layouter.plan.phases[self._first]
            self._layouter.lay(first)  # nobody wants to begin without a voice
            self._performance.go_to(self._first, counted_in=first.kind is Kind.WORK)
            ending = self._play(player, now)
            return ending
        finally:
            self._on_event(Ended(ending, self._performance.index))
            self._ahead.close()

    def status(self) -> Status:
        """Where the session is."""
        performance = self._performance
        left_s = self._transport.time_left_s()
        planned_s = self._layouter.plan.estimate_ms / 1000 / float(performance.pacing.pace)
        return Status(
            performance.phase,
            self._cue,
            performance.pacing.pace,
            performance.paused,
            seconds_of_frames(performance.left_of_phase),
            left_s,
            max(0.0, min(1.0, 1 - left_s / max(planned_s, left_s, 1.0))),
        )

    def _play(self, player: Player, now: Callable[[], float]) -> Ending:
        while not self._performance.over:
            self._grant_wishes()
            if self._transport.quitting:
                self._fade_out(player)
                return Ending.QUIT
            try:
                block = self._performance.render(LIVE_BLOCK)  # may have to wait for a voice
                last = now()
                player.play(block)
                if now() - last > ASLEEP_AFTER_S:
                    raise NoSoundDevice("the computer was asleep")
            except NoSoundDevice as error:
                if not self._reopened(player, error.message, now):
                    return Ending.QUIT if self._transport.quitting else Ending.NO_DEVICE
        with suppress(NoSoundDevice):  # everything is said
            player.drain()
        return Ending.FINISHED

    def _fade_out(self, player: Player) -> None:
        """Let the answer be heard to its end, and what it broke off fade."""
        with suppress(NoSoundDevice):
            player.play(self._performance.render(FAREWELL))
            player.drain()

    def _grant_wishes(self, *, wait_s: float = 0.0) -> None:
        """Do what is wished for; with a time, wait so long for a first wish."""
        with suppress(queue.Empty):
            self._grant(self.wishes.get(timeout=wait_s) if wait_s else self.wishes.get_nowait())
            while True:
                self._grant(self.wishes.get_nowait())

    def _grant(self, wish: Wish) -> None:
        paused, pace = self._performance.paused, self._performance.pacing
        if isinstance(wish, SetPace):
            with suppress(UsageError):
                self._transport.set_pace(wish.pace)
        else:
            self._transport.do(wish)
        if self._performance.paused != paused:
            self._on_event(Resumed() if paused else Paused())
        if self._performance.pacing != pace:
            self._on_event(PaceChanged(self._performance.pacing.pace))
            self._prepare()

    def _begun(self, begun: Begun) -> None:
        if begun.cue is not None:
            self._cue = begun.cue
            self._on_event(CueBegan(begun.index, begun.cue))
        else:
            self._cue = None
            length = self._performance.left_of_phase
            self._on_event(PhaseBegan(begun.index, begun.phase, length, begun.before_done))
            self._prepare()

    def _prepare(self) -> None:
        first = self._performance.index + 1
        phases = self._layouter.plan.phases[first : first + PHASES_AHEAD]
        self._ahead.phases(self._performance.layouter, phases)
        self._ahead.phrases((*wording.COUNTDOWN, wording.PAUSED))

    def _reopened(self, player: Player, reason: str, now: Callable[[], float]) -> bool:
        """Pause, and try to get a device again, with growing patience; False to give up."""
        was_paused = self._performance.paused
        self._performance.pause()
        back = (wording.BACK, *self._transport.whereabouts())
        self._ahead.phrases(back)
        self._on_event(DeviceLost(reason))
        lost_at, attempt = now(), 0
        while now() - lost_at < GIVE_UP_AFTER_S and not self._transport.quitting:
            self._grant_wishes(wait_s=BACK_OFF_S[min(attempt, len(BACK_OFF_S) - 1)])
            attempt += 1
            with suppress(NoSoundDevice):
                player.reopen()
                self._on_event(DeviceBack())
                if not was_paused:
                    self._performance.resume()
                    self._performance.answer(*back)
                return True
        return False
