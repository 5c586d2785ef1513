"""A session heard live: a take pumped into the sound card, whatever happens on the way."""

import queue
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from earcoach.audio.mixer import Mixer
from earcoach.audio.music.prefetch import MusicPrefetch
from earcoach.audio.sounds import Sounds
from earcoach.devices.device_sink import DeviceSink
from earcoach.devices.player import Player
from earcoach.errors import NoSoundDevice
from earcoach.output.pump import pump
from earcoach.session.accompaniment import Accompaniment
from earcoach.session.commands import Action, Command, Inbox
from earcoach.session.events import (
    CommandsDropped,
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
from earcoach.session.live_sounds import LiveSounds
from earcoach.session.performance import LIVE_BLOCK, Performance
from earcoach.session.prefetch import Prefetch
from earcoach.session.transport import left_of_phase, time_left_s
from earcoach.timeline import edits
from earcoach.timeline.layout import PhaseScheduler
from earcoach.timeline.schedule import WHOLE
from earcoach.timeline.wording.answers import countdown
from earcoach.units import seconds_of_frames

if TYPE_CHECKING:  # most sessions have none
    from earcoach.audio.music.playlist import Music

BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
GIVE_UP_AFTER_S = 300.0
BEGINNING_STEP_S = 0.02
"""How often it is looked for commands while the player is at what it begins with."""


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
        has_headset: bool = False,
    ) -> None:
        """Stand before the phase with the number `first`, with music under the coach or none.

        `has_headset` is whether the buttons of one may reach it.
        """
        self.commands = commands or queue.SimpleQueue[Command]()
        self._inbox = Inbox(self.commands)
        self._scheduler = scheduler
        self._listener: Callable[[Event], None] = lambda event: None
        self._sounds = LiveSounds(sounds, lambda reason: self._listener(VoiceLost(reason)))
        self._prefetch = Prefetch(self._sounds)
        self._music = None if music is None else MusicPrefetch(music)
        self._performance = Performance(
            replace(scheduler, sounds=self._sounds),
            self._sounds,
            first=first,
            has_music=music is not None,
            has_headset=has_headset,
            on_event=self._tell,
            want=self._prefetch.want_soon,
        )
        self._position = 0
        self._quitting = False

    def run(
        self, player: Player, *, now: Callable[[], float], on_event: Callable[[Event], None]
    ) -> Ending:
        """Play to the end, or until the athlete or the lack of a device ends it.

        `now` gives the time in seconds, also over a sleep of the computer; `on_event` is told what
        happens, on this thread or the one that looks ahead. Raises NoVoice when nothing can speak
        from the beginning; later the tones go on without a voice.
        """
        self._listener = on_event
        ending = Ending.INTERRUPTED
        try:
            self._look_ahead()
            ending = self._play(player, now)
            return ending
        finally:
            try:
                self._listener(Ended(ending, self._performance.playhead.index))
            finally:
                self._prefetch.close()
                if self._music is not None:
                    self._music.close()

    def status(self) -> Status:
        """Where the session is."""
        take, at = self._performance.take, self._position
        left_s = time_left_s(take, at)
        planned_s = take.scheduler.estimate.length_s
        return Status(
            phase=take.phases[self._performance.playhead.index],
            cue=self._performance.playhead.cue,
            pace=take.scheduler.pacing.pace,
            paused=take.paused is not None,
            left_of_phase_s=seconds_of_frames(left_of_phase(take, at)),
            left_s=left_s,
            done_share=max(0.0, min(1.0, 1 - left_s / max(planned_s, left_s, 1.0))),
        )

    # -- playing -----------------------------------------------------------------------------

    def _play(self, player: Player, now: Callable[[], float]) -> Ending:
        sink = DeviceSink(player, now)
        bed = None
        if self._music is not None:
            bed = Accompaniment(self._music.at_hand, self._performance.is_playing)
        mixer = Mixer(self._performance, self._sounds, music=bed)
        while True:
            try:
                self._begin(player)
                stretch = range(self._performance.playhead.at, WHOLE.stop)
                pump(mixer, sink, block_frames=LIVE_BLOCK, stretch=stretch, before_block=self._step)
            except NoSoundDevice as error:
                if not self._quitting and self._reopened(player, error.message, now):
                    continue
                return Ending.QUIT if self._quitting else Ending.NO_DEVICE
            with suppress(NoSoundDevice):  # everything is said
                sink.close()
            return Ending.QUIT if self._quitting else Ending.FINISHED

    def _begin(self, player: Player) -> None:
        """Go along with what the player begins with, and take over at the first command."""
        while player.begins(within_s=BEGINNING_STEP_S) and self.commands.empty():
            self._pass_over(player.opened)
        preroll = player.take_over()
        self._pass_over(player.opened)
        for left in range(preroll, 0, -LIVE_BLOCK):
            self._grant(self._performance.playhead.at)
            if self._quitting:
                return
            player.rest(min(left, LIVE_BLOCK))

    def _pass_over(self, opened: int) -> None:
        """Be as far as the player is with the opening, if there is one."""
        if opened:
            self._position = opened
            self._performance.prepare(0, opened)

    def _step(self, at: int) -> None:
        """Grant what is asked for, and have the next block ready."""
        self._position = at
        if self._sounds.lost is not None and not self._sounds.has_spoken:
            raise self._sounds.lost  # nobody wants to begin without a voice
        self._grant(at)
        self._performance.prepare(at)

    def _grant(self, at: int) -> None:
        if not self._performance.is_over(at):
            commands, dropped = self._inbox.next_ones()
            self._obey(at, commands, dropped)

    def _obey(self, at: int, commands: Sequence[Command], dropped: int) -> None:
        if dropped:
            self._listener(CommandsDropped(dropped))
        if commands and not self._quitting:
            self._quitting = Action.QUIT in commands
            self._performance.obey(at, commands)

    # -- what is told ------------------------------------------------------------------------

    def _tell(self, event: Event) -> None:
        self._listener(event)
        if isinstance(event, PhaseBegan | PaceChanged):
            self._look_ahead()

    def _look_ahead(self) -> None:
        words = self._scheduler.words
        self._prefetch.want(self._performance.take, (*countdown(words), words.say("paused")))

    # -- without a device --------------------------------------------------------------------

    def _reopened(self, player: Player, reason: str, now: Callable[[], float]) -> bool:
        """Be silent, and try to get a device again with growing patience; False to give up."""
        performance, at = self._performance, self._performance.playhead.at
        self._position = at
        stays_paused = performance.take.paused is not None
        performance.take = edits.lost(performance.take, at)
        self._listener(DeviceLost(reason))
        self._prefetch.want_soon(self._scheduler.words.say("back"))
        lost_at, attempt = now(), 0
        while now() - lost_at < GIVE_UP_AFTER_S:
            wait_s = BACK_OFF_S[min(attempt, len(BACK_OFF_S) - 1)]
            stays_paused = self._granted_unheard(at, stays_paused, wait_s=wait_s)
            if self._quitting:
                return False
            attempt += 1
            with suppress(NoSoundDevice):
                player.reopen()
                self._listener(DeviceBack())
                if not stays_paused:
                    performance.go_on(at, self._scheduler.words.say("back"))
                return True
        return False

    def _granted_unheard(self, at: int, stays_paused: bool, *, wait_s: float) -> bool:
        """Do what is asked for while nothing is heard; whether to be silent afterwards too."""
        before = stays_paused
        commands, dropped = self._inbox.next_ones(wait_s)
        if dropped:
            self._listener(CommandsDropped(dropped))
        for command in commands:
            if command is Action.QUIT:
                self._quitting = True
                return stays_paused
            if command is Action.TOGGLE:
                stays_paused = not stays_paused
            elif command in (Action.PAUSE, Action.RESUME):
                stays_paused = command is Action.PAUSE
            else:
                stays_paused = self._performance.obey_unheard(at, command) and stays_paused
        if stays_paused != before:
            self._listener(Paused() if stays_paused else Resumed())
        return stays_paused
