"""Metadata: what a file says about the session in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from earcoach.language.words import Words
from earcoach.output.file_options import EDITION
from earcoach.plan.phases import Phase
from earcoach.timeline.chapters import Chapter, chapters
from earcoach.timeline.cues import Phrase, PlacedPhase, Role
from earcoach.timeline.schedule import WHOLE, Timeline

ARTIST = "earcoach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A phrase that is heard."""

    onset: int
    """Where it begins, in frames from the start of the file."""
    end: int
    """The first frame after it."""
    text: str
    """Its words."""
    role: Role
    """What it is said for."""
    phase: Phase
    """The phase it is said in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePiece:
    """A stretch of a session, of whole phases, that has a file of its own."""

    number: int
    """Which of the pieces it is, from 1."""
    of: int
    """How many pieces there are."""
    onset: int
    """Its first frame, from the start of the session."""
    end: int
    """The first frame after it."""
    title: str
    """What its file is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about a session, or about a piece of it."""

    timeline: Timeline
    """The whole session, which nearly everything comes from."""
    comment: str = ""
    """How it was made: the routine and the options."""
    date: str = EDITION
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    piece: FilePiece | None = None
    """The piece it is about, None for the whole session."""

    @property
    def title(self) -> str:
        """The title of the piece, or of the routine."""
        return self.piece.title if self.piece else self.timeline.plan.routine.title

    @property
    def album(self) -> str:
        """What it is a part of: the pieces of a session are an album of their own."""
        return self.timeline.plan.routine.title if self.piece else self.words.label("album")

    @property
    def stretch(self) -> range:
        """What is heard of the session, in frames from its start."""
        if self.piece:
            return range(self.piece.onset, self.piece.end)
        return WHOLE

    @property
    def language(self) -> str:
        """What is spoken in it, as ISO 639-2 has it: `eng`."""
        return self.words.language.iso_639_2

    @property
    def genre(self) -> str:
        """What kind of sound it is."""
        return self.words.label("genre")

    @property
    def words(self) -> Words:
        """The words of the session."""
        return self.timeline.words

    @property
    def length(self) -> int:
        """Its length in frames."""
        return len(self.stretch) if self.piece else self.timeline.length

    def chapters(self) -> tuple[Chapter, ...]:
        """The places worth jumping to, in order; the first is at 0."""
        start = self.stretch.start
        return tuple(
            replace(c, onset=c.onset - start) for c in chapters(self._phases(), self.words)
        )

    def said(self) -> Iterator[Said]:
        """Every phrase with its place, in order."""
        for placed in self._phases():
            for cue in placed.layout.cues:
                if isinstance(cue.what, Phrase):
                    onset = placed.onset + cue.onset - self.stretch.start
                    text = cue.what.text
                    yield Said(
                        onset=onset,
                        end=onset + cue.length,
                        text=text,
                        role=cue.role,
                        phase=placed.phase,
                    )

    def _phases(self) -> Iterator[PlacedPhase]:
        return self.timeline.over(self.stretch.start, self.stretch.stop)
