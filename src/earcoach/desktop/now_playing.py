"""What a desktop shows of a session: the exercise as a track, folded from the session's events."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from earcoach.language.words import Words
from earcoach.plan.phases import Finish, Gap, Intro, Phase, Work
from earcoach.session.events import (
    DeviceBack,
    DeviceLost,
    Ended,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
)
from earcoach.timeline.wording.titles import phase_title
from earcoach.units import seconds_of_frames

US_PER_S = 1_000_000


class Playback(StrEnum):
    """Whether it plays, in the words of MPRIS."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTrack:
    """A phase as a track of a media player."""

    index: int
    """The number of the phase in the plan, from 0."""
    title: str
    """`Side plank, left, set 1 of 2`."""
    section: str
    """The name of its section, empty where there is none."""
    length_us: int
    """How long it would be at pace 1, in microseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NowPlaying:
    """What is playing.

    A player at rate 2 gets through two seconds of a track in one; so it is here with the pace.
    """

    routine: str
    """The title of the routine."""
    words: Words
    """The words of the session."""
    pace: Fraction = Fraction(1)
    """The rate of the player."""
    playback: Playback = Playback.STOPPED
    """Whether it plays."""
    track: PhaseTrack | None = None
    """None before the first phase."""
    reached_us: int = 0
    """The place in the track at `since_s`, in microseconds."""
    since_s: float = 0.0
    """A time of the clock of `after`, in seconds."""

    def position_us(self, now_s: float) -> int:
        """The place in the track, about: what the coach says in between is not known here."""
        if self.track is None or self.playback is not Playback.PLAYING:
            return self.reached_us
        played_us = round((now_s - self.since_s) * float(self.pace) * US_PER_S)
        return min(self.reached_us + played_us, self.track.length_us)

    def after(self, event: Event, now_s: float) -> "NowPlaying":
        """The same after an event."""
        here = replace(self, reached_us=self.position_us(now_s), since_s=now_s)
        match event:
            case PhaseBegan(index=index, phase=phase, length=length):
                length_us = round(seconds_of_frames(length) * float(self.pace) * US_PER_S)
                title = phase_title(phase, self.routine, self.words)
                track = PhaseTrack(
                    index=index, title=title, section=_section(phase), length_us=length_us
                )
                return replace(here, playback=Playback.PLAYING, track=track, reached_us=0)
            case Paused() | DeviceLost():
                return replace(here, playback=Playback.PAUSED)
            case Resumed() | DeviceBack():
                return replace(here, playback=Playback.PLAYING)
            case PaceChanged(pace=pace):
                return replace(here, pace=pace)
            case Ended():
                return replace(here, playback=Playback.STOPPED)
        return self


def _section(phase: Phase) -> str:
    match phase:
        case Intro(first=bout) | Gap(bout=bout) | Work(bout=bout):
            return bout.section.name
        case Finish():
            return ""
