"""A recording: what a file is told about the session in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.timeline.chapters import Chapter, chapters
from earcoach.timeline.schedule import Timeline

ARTIST = "earcoach"
ALBUM = "Workouts"
GENRE = "Workout"

EDITION = "2026"
"""The date of a file when nobody gives one: the year of this version, so that the same session
gives the same bytes on any day."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that is heard, from `onset` to `end` in frames from the start of the session."""

    onset: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A session as a file tells of it: everything comes from the timeline, but for two words.

    `comment` says how it was made (routine and options), `date` is YYYY, YYYY-MM or YYYY-MM-DD.
    """

    timeline: Timeline
    comment: str = ""
    date: str = EDITION

    @property
    def title(self) -> str:
        """The title of the routine."""
        return self.timeline.plan.routine.title

    @property
    def language(self) -> str:
        """What is spoken in it, as ISO 639-2 has it: `eng`."""
        return self.timeline.layouter.words.language.iso_639_2

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self.timeline.length

    def chapters(self) -> tuple[Chapter, ...]:
        """The places worth jumping to, in order; the first is at 0."""
        return tuple(chapters(self.timeline))

    def said(self) -> Iterator[Said]:
        """Every phrase with its place, in order."""
        for laid in self.timeline:
            for cue in laid.layout.cues:
                if cue.text is not None:
                    onset = laid.onset + cue.onset
                    yield Said(onset, onset + cue.length, cue.text)
