"""A performance: the take that is being heard, and what is done to it before each block."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from earcoach.audio.music.ducking import HOLD, MAKE_WAY, WHOLE
from earcoach.plan.phases import Work
from earcoach.session.commands import Action, Command
from earcoach.session.events import Answered, Event
from earcoach.session.live_sounds import LiveSounds
from earcoach.session.playhead import Playhead, changes
from earcoach.session.transport import Transport, whereabouts
from earcoach.timeline import edits
from earcoach.timeline.cues import Phrase, PlacedPhase
from earcoach.timeline.layout import PhaseScheduler
from earcoach.timeline.stretches import UNKNOWN
from earcoach.timeline.take import (
    Take,
    extended,
    index_at,
    layout_of_phase,
    taken,
    without_the_past,
    without_words,
)
from earcoach.units import frames_of_ms

LIVE_BLOCK = frames_of_ms(20)
PATIENCE = frames_of_ms(3_000)
"""So long a pause waits for words that nobody has spoken yet; the beginning waits for its voice."""
TOLD = (Action.AGAIN, Action.WHERE, Action.MORE_REST, Action.DONE, Action.HELP)
"""Commands that nothing else tells of."""


class Performance:
    """A take under way: what a mixer renders is what it is at that time."""

    def __init__(
        self,
        scheduler: PhaseScheduler,
        sounds: LiveSounds,
        *,
        first: int = 0,
        has_music: bool = False,
        has_headset: bool = False,
        on_event: Callable[[Event], None] = lambda event: None,
        want: Callable[[str], None] = lambda text: None,
    ) -> None:
        """Stand before the phase with the number `first`.

        `has_headset` is whether buttons of one reach it; `want` is told a phrase that is to be
        spoken soon.
        """
        self.playhead = Playhead()
        self._sounds, self._on_event, self._want = sounds, on_event, want
        self._transport = Transport()
        self._pending: deque[tuple[str, ...]] = deque()
        self._make_way = MAKE_WAY if has_music else 0
        self._ahead = LIVE_BLOCK + (WHOLE + HOLD if has_music else 0)
        counted_in = isinstance(scheduler.plan.phases[first], Work)
        how_done = "waiting_headset" if has_headset else "waiting"
        empty = taken(scheduler, knows=sounds.knows, how_done=how_done)
        self.take = edits.moved_to(empty, 0, first, counted_in=counted_in)

    # -- for the mixer -----------------------------------------------------------------------

    def over(self, start: int, stop: int) -> Iterator[PlacedPhase]:
        """What sounds in the frames from start to stop."""
        return self.take.over(start, stop)

    def frames_within(self, start: int, frames: int) -> int:
        """How many of the `frames` frames from `start` on there still are."""
        return self.take.frames_within(start, frames)

    def is_playing(self) -> bool:
        """Whether it is not paused."""
        return self.take.paused is None

    # -- before each block -------------------------------------------------------------------

    def prepare(self, at: int, frames: int = LIVE_BLOCK) -> None:
        """Have the block at a frame laid out, and tell what begins in it."""
        if self.is_over(at):
            return
        self._answer(at)
        self.take = self._laid_out(self.take, at)
        for frame, text in self._speech(at + frames):
            clip = self._sounds.at_hand(text)
            if clip is None:
                self.take = without_words(self.take, frame)
                self._want(text)
        for event in self.playhead.passed_to(self.take, at + frames):
            self._on_event(event)

    def is_over(self, at: int) -> bool:
        """Whether nothing is heard from a frame on."""
        return self.take.closed and at >= self.take.end

    def _laid_out(self, take: Take, at: int) -> Take:
        take = without_the_past(take, at)
        last = take.stretches[-1]
        if take.closed:  # what waited for its words when it was ended waits no more
            return take
        if last.playing.layout.length >= UNKNOWN:
            take = self._with_words(take, at)
        return extended(take, at + self._ahead)

    def _with_words(self, take: Take, at: int) -> Take:
        """The same with the words of its last phase, if they are known or come too late."""
        last = take.stretches[-1]
        since = last.since - last.playing.offset
        is_known = layout_of_phase(take, last.index, since).length < UNKNOWN
        is_late = self.playhead.has_spoken and at - last.onset > PATIENCE
        if not is_known and not is_late:
            return take
        if index_at(take, at) == last.index:  # it has begun; an answer may divide it
            return edits.told(take, at)
        return edits.without_last_phase(take)

    def _speech(self, stop: int) -> list[tuple[int, str]]:
        """The phrases that begin before a frame, and have not begun."""
        start = self.playhead.at
        return [
            (placed.onset + cue.onset, cue.what.text)
            for placed in self.take.over(start, stop)
            for cue in placed.layout.cues
            if isinstance(cue.what, Phrase) and start <= placed.onset + cue.onset < stop
        ]

    # -- commands ----------------------------------------------------------------------------

    def obey(self, at: int, commands: Sequence[Command]) -> None:
        """Grant some commands at a frame."""
        before = self.take
        granted = self._transport.granted(before, at, commands, said=self.playhead.said)
        self.take = granted.take
        if granted.broke_off:
            self._pending.clear()
        for event in changes(before, self.take):
            self._on_event(event)
        for answer in granted.answers:
            if answer.command in TOLD:
                shown = (
                    (self.take.scheduler.words.say("not_now"),) if answer.refused else answer.said
                )
                self._on_event(Answered(str(answer.command), " ".join(shown)))
            self.say(answer.said)

    def obey_unheard(self, at: int, command: Command) -> bool:
        """Do what is asked for while there is no device; whether it is still paused then."""
        self.obey(at, [command])
        is_paused = self.take.paused is not None
        self.take = edits.paused(self.take, at)
        return is_paused

    def go_on(self, at: int, back: str) -> None:
        """Say where the session is, and go on."""
        self.take = edits.resumed(self.take, at)
        self._pending.clear()
        self.say((back, *whereabouts(self.take, at)))

    def say(self, texts: tuple[str, ...]) -> None:
        """Say something as soon as it is at hand; what is going to be said is not said twice."""
        if texts and texts not in self._pending:
            self._pending.append(texts)

    def _answer(self, at: int) -> None:
        """Begin the next answer, when the one before is over and its words are at hand."""
        if not self._pending or any(end > at for _, end in self.take.rooms()):
            return
        missing = [text for text in self._pending[0] if self._sounds.at_hand(text) is None]
        for text in missing:
            self._want(text)
        if not missing or self._sounds.lost is not None:
            for text in self._pending.popleft():
                if text not in missing:
                    self.take = edits.answered(self.take, at, text, make_way=self._make_way)
