"""A session as a stream: MP3 from any place of it, as the athlete's commands make it.

A place is a phase and the time since it began: the take's own time, in which a command has its
moment too. Nothing before that phase is laid out, so that the first sound comes as soon at the end
of a session as at its start, and each piece is made when it is to be heard.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from earcoach.audio.mixer import Mixer
from earcoach.coach import Coach
from earcoach.errors import UsageError
from earcoach.output.formats.mp3 import DELAY, FRAME, Mp3Encoder
from earcoach.output.formats.page_session import shown_exercises, shown_phases
from earcoach.plan.phases import Phase, Work
from earcoach.session.commands import Action, Command, SetPace
from earcoach.session.replay import GivenCommands, Unfolding, begun, replayed
from earcoach.timeline.cuesheet import phase_json
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.stretches import StretchPart
from earcoach.timeline.take import Take, extended, index_at, with_next_phase, without_the_past
from earcoach.units import FRAMES_PER_MS, SAMPLE_RATE_HZ, seconds_of_frames

VOICE_KBPS, MUSIC_KBPS = 64, 128
"""The bit rates of a voice alone, and with music, which is in stereo."""
BLOCK = SAMPLE_RATE_HZ // 2
COMMAND = re.compile(r"(more|done|resume|pace:([\d.]{1,6}))@(\d{1,6}(?:\.\d{1,6})?)")
"""What an athlete asks for, and after how many seconds of the stream's time."""
MOST_COMMANDS = 200
LABELS = (
    *("player", "then", "timer", "seek", "repeat", "back", "play", "pause", "forward"),
    *("app_more_rest", "app_done"),
)
"""What the controls of a player are called, in the language of its session."""
ASKED: dict[str, tuple[Command, ...]] = {
    "more": (Action.MORE_REST,),
    "done": (Action.DONE,),
    "resume": (Action.PAUSE, Action.RESUME),  # what was paused in between nobody has heard
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a phase is."""

    planned_s: float
    """As it is planned, and in a file."""
    heard_s: float
    """Until it ends by itself where only the athlete ends it; otherwise the same."""


def shown(coach: Coach) -> dict[str, Any]:
    """What a player shows of a session, known without a voice: lengths are estimates."""
    plan, words, about, settings = coach.plan, coach.words, coach.estimate, coach.settings
    told = shown_phases(plan.phases, words)
    return {
        "title": plan.routine.title,
        "language": words.language.code,
        "equipment": list(plan.routine.equipment),
        "about_s": about.length_s,
        "left_out": list(plan.left_out),
        "settings": {
            "pace": float(settings.pace),
            "level": settings.level,
            "coaching": settings.coaching,
            "counting": settings.counting,
            "without": list(settings.without),
            "music": settings.music is not None,
        },
        "phases": [
            phase_json(phase) | told_of | _until(phase) | {"about_s": seconds_of_frames(length)}
            for phase, told_of, length in zip(plan.phases, told, about.lengths, strict=True)
        ],
        "exercises": [*shown_exercises(plan.phases, words)],
        "words": {name: words.label(name) for name in LABELS},
    }


def _until(phase: Phase) -> dict[str, bool]:
    """Whether the athlete ends a phase, or may."""
    if isinstance(phase, Work):
        return {"waits": phase.waits, "may_be_done": phase.may_be_done}
    return {"waits": False, "may_be_done": False}


def lengths(coach: Coach) -> Iterator[Length]:
    """The length of each phase in order; each is measured when it is asked for."""
    take = begun(coach.timeline.scheduler, 0)
    while not take.closed:
        last = take.stretches[-1]
        heard = planned = last.end - last.onset
        phase = take.phases[last.index]
        if isinstance(phase, Work) and phase.waits:
            planned = take.scheduler.lay_out(phase, since_interval=last.since).length
        yield Length(planned_s=seconds_of_frames(planned), heard_s=seconds_of_frames(heard))
        take = with_next_phase(without_the_past(take, last.onset))


class Stream:
    """The sound of a session from a place on."""

    def __init__(
        self,
        coach: Coach,
        phase: int = 0,
        *,
        start_s: float = 0.0,
        counted_in: bool = False,
        pace: str | None = None,
        commands: Sequence[str] = (),
        music_s: float = 0.0,
    ) -> None:
        """Begin with a phase, after a 3-2-1 if `counted_in`, and hear it from `start_s` on.

        `pace` is the pace it begins at, if not the session's. `commands` are what the athlete has
        asked for, each with its moment: `more@5.2` (more rest), `done@7`, `resume@8.1`,
        `pace:1.1@9`. Music is heard from its `music_s` on. Raises UsageError for what cannot be.
        """
        scheduler = coach.timeline.scheduler
        if pace is not None:
            paced = replace(scheduler.pacing, pace=Pacing.parse(pace).pace)
            scheduler = replace(scheduler, pacing=paced)
        take = begun(scheduler, phase, counted_in=counted_in)
        self._take = replayed(take, _given(commands))
        self._start = _frames(start_s)
        self._coach, self._late = coach, _frames(music_s) - self._start
        with_music = coach.settings.music is not None
        self._channels, self._kbps = (2, MUSIC_KBPS) if with_music else (1, VOICE_KBPS)
        self._take = extended(self._take, self._start + 1)
        self._first = index_at(self._take, self._start)
        self._take = _to_the_next_set(self._take)
        self._ends = _ends(self._take, self._first)

    @property
    def frame_bytes(self) -> int:
        """Of a frame of MP3, every one the same: a place in time is a place in the file."""
        return self._kbps * 1000 // 8 * FRAME // SAMPLE_RATE_HZ

    @property
    def bytes_per_s(self) -> int:
        """How fast it is heard."""
        return self._kbps * 125

    def places(self) -> dict[str, Any]:
        """Where its phases are in its own time: the first that is heard, when it and those end
        that are not as planned, and when a 3-2-1 before is over."""
        runs = (
            one.onset
            for one in self._take.stretches
            if one.index == self._first and one.part is StretchPart.PHASE and one.end > self._start
        )
        return {
            "phase": self._first,
            "ends_s": [seconds_of_frames(end) for end in self._ends],
            "runs_s": seconds_of_frames(next(runs, self._start)),
        }

    def size(self, measured: Sequence[Length]) -> int:
        """Its bytes up to the end of the last phase that is measured."""
        later = measured[self._first + len(self._ends) :]
        end = self._ends[-1] + sum(_frames(length.heard_s) for length in later)
        return self.frame_bytes * max(2, -(-(max(0, end - self._start) + DELAY) // FRAME))

    def mp3(self) -> Iterator[bytes]:
        """Its bytes, piece by piece, each made when it is asked for."""
        encoder = Mp3Encoder(channels=self._channels, bitrate_kbps=self._kbps)
        heard = Unfolding(self._take)
        mixer = Mixer(heard, self._coach.sounds, music=self._coach.music(late=self._late))
        at = self._start
        for block in mixer.blocks(BLOCK, start=at):
            yield encoder.encode(block)
            at += len(block)
            heard.forget(at)
        if at == self._start:  # it begins at the end
            yield encoder.encode(np.zeros(self._channels, dtype=np.float32))
        yield encoder.flush()


def _to_the_next_set(take: Take) -> Take:
    """Laid out as far as phases may be otherwise than planned: an EMOM's pauses make up for it."""
    while not take.closed:
        later = take.phases[take.stretches[-1].index + 1 :][:1]
        if any(isinstance(phase, Work) and phase.opens_set for phase in later):
            break
        take = with_next_phase(take)
    return take


def _ends(take: Take, first: int) -> list[int]:
    """The ends of the phases from one on, as far as they are laid out."""
    ends = {one.index: one.end for one in take.stretches if one.index >= first}
    return list(ends.values())


def _given(commands: Sequence[str]) -> Iterator[GivenCommands]:
    """The commands as a take knows them. Raises UsageError for what is none."""
    if len(commands) > MOST_COMMANDS:
        raise UsageError("there are too many commands", cure="begin another stream")
    before = 0
    for command in commands:
        found = COMMAND.fullmatch(command)
        if found is None:
            raise UsageError(f"there is no command `{command}`", cure="such as `more@5.2`")
        at = _frames(float(found[3]))
        if at < before:
            raise UsageError(f"`{command}` comes before another command")
        before = at
        if found[2]:
            Pacing.parse(found[2])
        yield GivenCommands(at=at, commands=ASKED.get(found[1]) or (SetPace(found[2]),))


def _frames(seconds: float) -> int:
    return round(seconds * 1000 * FRAMES_PER_MS)
