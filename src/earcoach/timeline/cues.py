"""What is heard, and when: cues inside laid-out phases."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from earcoach.plan.phases import Phase
from earcoach.units import frames_of_ms

FADE = frames_of_ms(20)
"""What is broken off is gone so soon."""


class Role(StrEnum):
    """What a cue is for, most important first: when time is short, the last goes first."""

    GO = "go"
    STOP = "stop"
    COUNTDOWN = "countdown"
    COUNT = "count"
    BREATH = "breath"
    SWITCH = "switch"
    FINISH = "finish"
    WARNING = "warning"
    SIDE = "side"
    ANNOUNCE = "announce"
    SETUP = "setup"
    SECTION = "section"
    SET = "set"
    DOSE = "dose"
    REST = "rest"
    EQUIPMENT = "equipment"
    ESTIMATE = "estimate"
    NOTE = "note"
    HALFWAY = "halfway"
    LAST = "last"
    TIME = "time"
    CHIME = "chime"
    TEMPO = "tempo"
    CUE = "cue"
    BREATHING = "breathing"
    PRAISE = "praise"
    ANSWER = "answer"


IMPORTANCE = {role: -index for index, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something to be said."""

    text: str
    """As it is written."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A sound."""

    name: str
    """The name of its file in the folder of sounds, without the suffix."""


Content = Phrase | Tone
"""What can be heard."""


class Measure(Protocol):
    """Whoever knows how long everything is that can be heard."""

    def length(self, what: Content) -> int:
        """The length of a phrase or a tone in frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A phrase or a tone at its place in a phase."""

    role: Role
    """What it is for."""
    onset: int
    """Where it begins, in frames from the start of its phase."""
    length: int
    """Its length in frames."""
    what: Content
    """What is heard."""
    fade: int = 0
    """How many frames it fades in at its end, where it is broken off before its sound is over."""

    @property
    def kind(self) -> str:
        """`speech` or `tone`."""
        return "speech" if self.spoken else "tone"

    @property
    def spoken(self) -> bool:
        """Whether it is a phrase."""
        return isinstance(self.what, Phrase)

    @property
    def end(self) -> int:
        """The first frame after it, counted like `onset`."""
        return self.onset + self.length

    def broken_off(self, at: int) -> "Cue":
        """The same, but gone a moment after a frame if it sounds there."""
        if self.fade or not self.onset < at < self.end:
            return self
        end = min(self.end, at + FADE)
        return replace(self, length=end - self.onset, fade=end - at)


@dataclass(frozen=True, slots=True)
class Lengths:
    """Makes cues that are as long as what is heard in them."""

    sounds: Measure
    """Who knows how long that is."""

    def phrase(self, text: str) -> int:
        """The length of a phrase in frames."""
        return self.sounds.length(Phrase(text))

    def tone(self, name: str) -> int:
        """The length of a tone in frames."""
        return self.sounds.length(Tone(name))

    def said(self, role: Role, onset: int, text: str) -> Cue:
        """A phrase from a frame on."""
        return self.heard(role, onset, Phrase(text))

    def sounded(self, role: Role, onset: int, name: str) -> Cue:
        """A tone from a frame on."""
        return self.heard(role, onset, Tone(name))

    def heard(self, role: Role, onset: int, what: Content) -> Cue:
        """A phrase or a tone from a frame on."""
        return Cue(role=role, onset=onset, length=self.sounds.length(what), what=what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The inside of a phase."""

    length: int
    """Its length in frames."""
    cues: tuple[Cue, ...] = ()
    """What is heard in it, by onset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhase:
    """A phase with its place in the session."""

    phase: Phase
    """What it is."""
    onset: int
    """Where it begins, in frames from the start of the session."""
    layout: Layout
    """What is heard in it."""

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self.layout.length

    @property
    def end(self) -> int:
        """The first frame after it, counted like `onset`."""
        return self.onset + self.layout.length
