"""What tests ask of sessions: which text or tone a cue is, and which work a phase is about."""

from collections.abc import Callable
from dataclasses import dataclass

from earcoach import Plan, Timeline
from earcoach.audio.clip import Clip
from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Gap, Phase, Work
from earcoach.routine.wording import words_of
from earcoach.timeline.cues import Content, Cue, Measure, Phrase, Tone
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.schedule import schedule


@dataclass(frozen=True)
class Lengths:
    """Sounds of which nothing but the lengths are known, in frames."""

    phrase: Callable[[str], int]
    tone: Callable[[str], int]

    def length(self, what: Content) -> int:
        match what:
            case Phrase(text=text):
                return self.phrase(text)
            case Tone(name=name):
                return self.tone(name)


@dataclass(frozen=True)
class Clips:
    """Sounds that are made by two functions, of a text and of a tone's name."""

    phrase: Callable[[str], Clip]
    tone: Callable[[str], Clip]

    def length(self, what: Content) -> int:
        return len(self.clip(what))

    def clip(self, what: Content) -> Clip:
        match what:
            case Phrase(text=text):
                return self.phrase(text)
            case Tone(name=name):
                return self.tone(name)


def timeline_in(
    plan: Plan, sounds: Measure, *, pacing: Pacing | None = None, words: Words | None = None
) -> Timeline:
    """The timeline of a plan, in the routine's own words where none are given."""
    return schedule(plan, sounds, words=words or words_of(plan.routine), pacing=pacing)


def text_of(cue: Cue) -> str | None:
    return cue.what.text if isinstance(cue.what, Phrase) else None


def tone_of(cue: Cue) -> str | None:
    return cue.what.name if isinstance(cue.what, Tone) else None


def written(cue: Cue) -> str:
    """A cue in a test: `Switch sides.` or `[switch]`."""
    return text_of(cue) or f"[{tone_of(cue)}]"


def exercise_of(phase: Phase) -> str | None:
    """The name of the exercise that a phase is about."""
    bout = bout_of(phase)
    return bout and bout.exercise.name


def bout_of(phase: Phase) -> Bout | None:
    """The work of a phase, or the work that it leads to."""
    return phase.bout if isinstance(phase, Gap | Work) else None
