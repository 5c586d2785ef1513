"""A session heard live: from the performance to the sound card, whatever happens on the way."""

import queue
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from earcoach.audio.music.prefetch import MusicPrefetch
from earcoach.audio.sounds import Sounds
from earcoach.devices.player import Player
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.plan.phases import Kind
from earcoach.session.commands import Action, Command, SetPace
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
from earcoach.session.performance import Begun, Performance
from earcoach.session.prefetch import PHASES_AHEAD, Prefetch
from earcoach.session.transport import Transport
from earcoach.session.voice_or_tones import VoiceOrTones
from earcoach.timeline.cues import Cue, Phrase
from earcoach.timeline.layout import PhaseScheduler
from earcoach.timeline.wording.answers import countdown
from earcoach.units import frames_of_ms, seconds_of_frames

if TYPE_CHECKING:  # most sessions have none
    from earcoach.audio.music.playlist import Music

LIVE_BLOCK = frames_of_ms(20)
FAREWELL = frames_of_ms(150)
"""What is still played when the athlete quits: a fade, and the tone that answers."""
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
GIVE_UP_AFTER_S = 300.0
ASLEEP_AFTER_S = 5.0
"""When two blocks are so far apart, the computer has been asleep."""


class LiveSession:
    """One live session.

    `commands` is where keys, lines and headset buttons put what the athlete wants.
    """

    def __init__(
        self,
        scheduler: PhaseScheduler,
        sounds: Sounds,
        *,
        commands: queue.SimpleQueue[Command] | None = None,
        first: int = 0,
        music: "Music | None" = None,
    ) -> None:
        """Stand before the phase with the number `first`, with music under the coach or none."""
        self.commands = commands or queue.SimpleQueue[Command]()
        self._scheduler = scheduler
        self._first = first
        self._on_event: Callable[[Event], None] = lambda event: None
        self._cue: Cue | None = None
        voice = VoiceOrTones(sounds, lambda reason: self._on_event(VoiceLost(reason)))
        self._voice = voice
        self._ahead = Prefetch(voice)
        self._music = None if music is None else MusicPrefetch(music)
        self._performance = Performance(
            replace(scheduler, sounds=voice),
            sounds=voice,
            recall=self._ahead.recall,
            music=None if self._music is None else self._music.at_hand,
            on_begun=self._begun,
        )
        self._transport = Transport(self._performance, scheduler.plan.phases)

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
            first = self._scheduler.plan.phases[self._first]
            self._scheduler.lay_out(first)  # nobody wants to begin without a voice
            self._performance.go_to(self._first, counted_in=first.kind is Kind.WORK)
            ending = self._play(player, now)
            return ending
        finally:
            try:
                self._on_event(Ended(ending, self._performance.index))
            finally:
                self._ahead.close()
                if self._music is not None:
                    self._music.close()

    def status(self) -> Status:
        """Where the session is."""
        performance = self._performance
        left_s = self._transport.time_left_s()
        planned_s = self._scheduler.plan.estimate_ms / 1000 / float(performance.pacing.pace)
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
            self._grant_commands()
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

    def _grant_commands(self) -> None:
        with suppress(queue.Empty):
            while True:
                self._grant(self.commands.get_nowait())

    def _grant(self, command: Command) -> None:
        paused = self._performance.paused
        self._do(command)
        if self._performance.paused != paused and not self._transport.quitting:
            self._on_event(Resumed() if paused else Paused())

    def _do(self, command: Command) -> None:
        pacing = self._performance.pacing
        if isinstance(command, SetPace):
            with suppress(UsageError):
                self._transport.set_pace(command.pace)
        else:
            self._transport.do(command)
        if self._performance.pacing != pacing:
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
        phases = self._scheduler.plan.phases[first : first + PHASES_AHEAD]
        self._ahead.phases(self._performance.scheduler, phases)
        words = self._scheduler.words
        self._ahead.phrases((*countdown(words), words.say("paused")))

    def _reopened(self, player: Player, reason: str, now: Callable[[], float]) -> bool:
        """Be silent, and try to get a device again with growing patience; False to give up."""
        stays_paused = self._performance.paused
        self._performance.lose_sound()
        self._on_event(DeviceLost(reason))
        lost_at, attempt = now(), 0
        while now() - lost_at < GIVE_UP_AFTER_S:
            wait_s = BACK_OFF_S[min(attempt, len(BACK_OFF_S) - 1)]
            stays_paused = self._granted_unheard(stays_paused, wait_s=wait_s)
            if self._transport.quitting:
                return False
            attempt += 1
            with suppress(NoSoundDevice):
                player.reopen()
                self._on_event(DeviceBack())
                if not stays_paused:
                    self._go_on()
                return True
        return False

    def _granted_unheard(self, stays_paused: bool, *, wait_s: float) -> bool:
        """Do what is wished for while nothing is heard; whether to be silent afterwards too."""
        before = stays_paused
        with suppress(queue.Empty):
            command: Command = self.commands.get(timeout=wait_s)
            while True:
                if command is Action.TOGGLE:
                    stays_paused = not stays_paused
                elif command in (Action.PAUSE, Action.RESUME):
                    stays_paused = command is Action.PAUSE
                else:
                    self._do(command)
                    stays_paused = stays_paused and self._performance.paused  # unless it has moved
                    self._performance.pause()
                command = self.commands.get_nowait()
        if stays_paused != before:
            self._on_event(Paused() if stays_paused else Resumed())
        return stays_paused

    def _go_on(self) -> None:
        """Say where the session is, and go on."""
        back = (self._scheduler.words.say("back"), *self._transport.whereabouts())
        for text in back:
            self._voice.clip(Phrase(text))  # a 3-2-1 cannot wait for what is still to be spoken
        self._performance.resume(*back)
