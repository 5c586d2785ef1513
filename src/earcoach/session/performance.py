"""A live performance: what is heard next, and what the athlete's commands change about it.

It renders block after block like a mixer, but with a memory: what has begun to sound goes on
sounding, whatever happens to the plan under it. Without commands it sounds exactly as the export.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from earcoach.audio.clip import Clip, Samples
from earcoach.audio.mixer import add
from earcoach.audio.music.ducking import HOLD, MAKE_WAY, WHOLE, Span
from earcoach.plan.phases import Phase, Work
from earcoach.session.accompaniment import Accompaniment, MusicFrom
from earcoach.session.repacing import Playing, repaced
from earcoach.session.upcoming import Upcoming, layouts_after, upcoming
from earcoach.session.voice_or_tones import VoiceOrTones
from earcoach.timeline.arranging import BREATH
from earcoach.timeline.cues import Cue, Layout, Phrase, Role, Tone
from earcoach.timeline.layout import PhaseScheduler
from earcoach.timeline.pacing import Pacing
from earcoach.units import frames_of_ms

FADE = frames_of_ms(20)
ANNOUNCED = frozenset(Role) - {Role.COUNTDOWN, Role.TIME, Role.REST, Role.HALFWAY, Role.PRAISE}
"""What is worth saying again when it was not understood."""

UNHEARD = frames_of_ms(250)
"""What was rendered so shortly before a device died may not have been heard."""

WORDLESS = {Role.COUNT: "tick", Role.COUNTDOWN: "countdown"}
"""The tones that stand for words while the coach is answering, or has no voice."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Something began: a phase, with its number in the plan, or a cue in it.

    `at` counts the frames that were rendered before; `before_done` tells that the phase before was
    done to its end, by itself or in the athlete's own word, and not left for this one.
    """

    at: int
    index: int
    phase: Phase
    cue: Cue | None = None
    before_done: bool = False


@dataclass(frozen=True, slots=True)
class _Sounding:
    """Samples that began at a frame of the performance."""

    samples: Samples
    at: int
    speech: bool

    @property
    def end(self) -> int:
        return self.at + len(self.samples)

    def faded_from(self, frame: int) -> "_Sounding":
        """The same, gone a moment after a frame; nobody has to wait for it any more."""
        count = min(FADE, self.end - frame)
        if count <= 0:
            return self
        kept = self.samples[: frame - self.at + count].copy()
        kept[-count:] *= np.cos(np.linspace(0, np.pi / 2, count, dtype=np.float32)) ** 2
        return replace(self, samples=kept, speech=False)


class Performance:
    """One performance of a plan, which `go_to` begins at any of its phases.

    `sounds` gives the clip of a cue, or None when nothing can speak any more; `recall` that of a
    phrase, or None when it would take a while. `music(start, frames)` gives the music under it, if
    there is any. `clock` counts the frames that were rendered.
    """

    def __init__(
        self,
        scheduler: PhaseScheduler,
        *,
        sounds: VoiceOrTones,
        recall: Callable[[str], Clip | None],
        music: MusicFrom | None = None,
        on_begun: Callable[[Begun], None] = lambda begun: None,
    ) -> None:
        """Begin nothing yet."""
        self.clock = 0
        self.paused = False
        self.over = False
        self._scheduler = scheduler
        self._sounds, self._recall = sounds, recall
        self._on_begun = on_begun
        self._accompaniment = Accompaniment(music) if music is not None else None
        self._answers: deque[str] = deque()
        self._answering_until = 0
        self._sounding: list[_Sounding] = []
        self._spoken: list[Span] = []
        self._since_interval = 0
        self._lead: Playing | None = None
        self._playing = Playing(Layout(length=0))
        self.index = 0
        self._said: list[str] = []

    # -- where it is -------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """The phase under way."""
        return self._scheduler.plan.phases[self.index]

    @property
    def scheduler(self) -> PhaseScheduler:
        """What lays out the phases to come, at the pace of now."""
        return self._scheduler

    @property
    def pacing(self) -> Pacing:
        """The pace."""
        return self._scheduler.pacing

    @property
    def left_of_phase(self) -> int:
        """Frames that are left of the phase under way."""
        return self._playing.left

    @property
    def last_said(self) -> tuple[str, ...]:
        """What was announced last: the phrases of the latest pause, as far as they were said."""
        return tuple(self._said)

    # -- what it renders ---------------------------------------------------------------------

    def render(self, frames: int) -> Samples:
        """The next frames; fewer when the session ends in them.

        A block of shape (frames,), or (frames, 2) where there is music.
        """
        if self._accompaniment is None:
            return self._voice(frames)
        ahead = self._outlook(frames)  # as it is before anything of it is played
        return self._accompaniment.under(self._voice(frames), ahead)

    def _outlook(self, frames: int) -> Upcoming:
        """What is planned for the next frames, and after them as far as it decides on music."""
        until = self.clock + frames + WHOLE
        return upcoming(
            self._coming(), self._spoken, at=self.clock, until=until, playing=not self.paused
        )

    def _coming(self) -> Iterator[Playing]:
        """What is going to be played if nothing changes, beginning with what is under way."""
        since_interval = self._since_interval + self._playing.left
        if self._lead is not None:
            yield self._lead
            since_interval += self._lead.left
        yield self._playing
        after = layouts_after(self._scheduler, self.index, since_interval=since_interval)
        yield from map(Playing, after)

    def _voice(self, frames: int) -> Samples:
        start = self.clock
        while self.clock < start + frames and not self.over:
            self._advance(start + frames - self.clock)
        block = np.zeros(self.clock - start, dtype=np.float32)
        for sounding in self._sounding:
            add(block, sounding.samples, sounding.at - start)
        self._sounding = [s for s in self._sounding if s.end > self.clock]
        self._spoken = [span for span in self._spoken if span[1] + HOLD > self.clock]
        return block

    def _advance(self, limit: int) -> None:
        """Go on by at most `limit` frames, to the next moment at which something changes."""
        self._begin_answer()
        if self._answers and self._busy_until() > self.clock:
            limit = min(limit, self._busy_until() - self.clock)
        answering = self._answering_until - self.clock
        if answering > 0:
            limit = min(limit, answering)
        if self.paused or (answering > 0 and self._may_wait()):
            self.clock += limit
        elif self._lead is not None:
            self._lead = self._played(self._lead, limit)
            if self._lead.left <= 0:
                self._lead = None
                if self._playing.offset > 0:  # at its start the work has a tone of its own
                    self._sound_tone("go")
        elif self._waiting:
            self.clock += limit
        else:
            self._playing = self._played(self._playing, limit)
            if self._waiting:
                self.answer(self._scheduler.words.say("waiting"))
            elif self._playing.left <= 0:
                self._enter(self.index + 1, before_done=True)

    @property
    def _waiting(self) -> bool:
        """Whether only the athlete can end this set, and its estimated time is over."""
        return isinstance(self.phase, Work) and self.phase.waits and self._playing.left <= 0

    def _played(self, playing: Playing, limit: int) -> Playing:
        """Play some frames of a layout: begin its cues and move the clock."""
        count = min(limit, playing.left)
        end, begun = playing.offset + count, playing.begun
        while begun < len(playing.layout.cues) and playing.layout.cues[begun].onset < end:
            cue = playing.layout.cues[begun]
            self._begin(cue, self.clock + max(0, cue.onset - playing.offset))
            begun += 1
        self.clock += count
        self._since_interval += count
        return replace(playing, offset=end, begun=begun)

    def _begin(self, cue: Cue, at: int) -> None:
        self._on_begun(Begun(at, self.index, self.phase, cue))
        match cue.what:
            case Tone(name=name):
                self._sound_tone(name, at=at)
            case Phrase(text=text):
                if not isinstance(self.phase, Work) and cue.role in ANNOUNCED:
                    self._said.append(text)
                self._say(cue, at)

    def _say(self, cue: Cue, at: int) -> None:
        """A phrase, or the tone that stands for it."""
        clip = self._sounds.clip(cue.what) if at >= self._answering_until else None
        if clip is not None:
            self._sound(clip.samples, at=at, speech=True)
        elif cue.role in WORDLESS:
            self._sound_tone(WORDLESS[cue.role], at=at)

    def _sound_tone(self, name: str, *, at: int | None = None) -> None:
        clip = self._sounds.clip(Tone(name))
        if clip is not None:
            self._sound(clip.samples, at=at)

    def _sound(self, samples: Samples, *, at: int | None = None, speech: bool = False) -> None:
        sounding = _Sounding(samples, self.clock if at is None else at, speech)
        self._sounding.append(sounding)
        if speech:
            self._spoken.append((sounding.at, sounding.end))

    def _speaking_until(self) -> int:
        return max((s.end for s in self._sounding if s.speech), default=0)

    def _busy_until(self) -> int:
        """Until when the coach is speaking or answering."""
        return max(self._speaking_until(), self._answering_until)

    def _may_wait(self) -> bool:
        """Whether time may stand still while the coach answers: in a 3-2-1 or an elastic pause."""
        return self._lead is not None or self.phase.elastic

    def _enter(self, index: int, *, before_done: bool = False) -> None:
        """Begin a phase, or end after the last."""
        if index >= len(self._scheduler.plan.phases):
            self.over = True
            return
        self.index = index
        if isinstance(self.phase, Work) and self.phase.opens_set:
            self._since_interval = 0
        if not isinstance(self.phase, Work):
            self._said = []
        self._playing = Playing(self._laid())
        self._on_begun(Begun(self.clock, index, self.phase, before_done=before_done))

    def _laid(self) -> Layout:
        return self._scheduler.lay_out(self.phase, since_interval=self._since_interval)

    # -- what changes it ---------------------------------------------------------------------

    def go_to(self, index: int, *, counted_in: bool = False) -> None:
        """Break off and go on with another phase, after a 3-2-1 if `counted_in`."""
        self._fade_out()
        self.paused = False
        self._enter(index)
        self._lead = Playing(self._scheduler.countdown()) if counted_in else None

    def pause(self) -> None:
        """Be silent. A phrase of a pause that is broken off will be said again."""
        broken_off = self._broken_off()
        if broken_off is not None and not isinstance(self.phase, Work):
            self._go_back_to(broken_off)
        self._fade_out()
        self.paused = True

    def lose_sound(self) -> None:
        """Be silent, for nothing is heard; what may have been missed will begin again."""
        begun = self._playing.layout.cues[: self._playing.begun]
        heard_until = self._playing.offset - UNHEARD
        missed = (n for n, cue in enumerate(begun) if cue.onset > heard_until)
        self.pause()
        if (first := next(missed, self._playing.begun)) < self._playing.begun:
            self._go_back_to(first)

    def resume(self, *first: str) -> None:
        """Go on where it stopped, when `first` is said; into work with a 3-2-1."""
        self._fade_out()
        self.paused = False
        self.answer(*first)
        if isinstance(self.phase, Work):
            self._lead = Playing(self._scheduler.countdown())

    def finish_phase(self) -> None:
        """End the phase under way, and go on with the next; work that has not begun stays."""
        if self._lead is None:
            self._fade_out()
            self._enter(self.index + 1, before_done=True)

    def stretch(self, frames: int) -> None:
        """Make the phase under way longer; what belongs to its end moves with the end."""
        layout = self._playing.layout
        cues = [
            replace(cue, onset=cue.onset + frames)
            if cue.role in (Role.TIME, Role.COUNTDOWN)
            else cue
            for cue in layout.cues
        ]
        begun = sum(cue.onset < self._playing.offset for cue in cues)
        longer = Layout(length=layout.length + frames, cues=tuple(cues))
        self._playing = Playing(longer, self._playing.offset, begun)

    def set_pacing(self, pacing: Pacing) -> None:
        """Another pace, at once: what has begun keeps its time, what has not is laid out anew."""
        slower = self.pacing.pace / pacing.pace
        self._scheduler = replace(self._scheduler, pacing=pacing)
        self._playing = repaced(
            self.phase,
            self._playing,
            self._laid(),
            slower=slower,
            speaking_for=max(0, self._speaking_until() - self.clock),
        )

    def answer(self, *texts: str) -> None:
        """Say something in between, as soon as nothing else is being said."""
        self._answers.extend(texts)

    def acknowledge(self, sound: str = "tick") -> None:
        """A sound at once, so that a key is known to have done something."""
        self._sound_tone(sound)

    def _begin_answer(self) -> None:
        if self._answers and self.clock >= self._busy_until():
            clip = self._recall(self._answers[0])
            if clip is not None:
                self._answers.popleft()
                at = self.clock + self._make_way
                self._sound(clip.samples, at=at, speech=True)
                self._answering_until = at + len(clip) + BREATH

    @property
    def _make_way(self) -> int:
        """How long an answer waits for music to go down."""
        return 0 if self._accompaniment is None or self.paused else MAKE_WAY

    def _go_back_to(self, number: int) -> None:
        """Go on with a cue that has begun already."""
        onset = self._playing.layout.cues[number].onset
        self._since_interval -= self._playing.offset - onset
        self._playing = replace(self._playing, offset=onset, begun=number)

    def _broken_off(self) -> int | None:
        """The number of the cue of speech that sounds now, if one does."""
        if self._speaking_until() <= self.clock or self._answering_until > self.clock:
            return None
        begun = range(self._playing.begun)
        return max((n for n in begun if self._playing.layout.cues[n].spoken), default=None)

    def _fade_out(self) -> None:
        self._answers.clear()
        self._answering_until = 0
        self._spoken = [(at, min(end, self.clock)) for at, end in self._spoken if at < self.clock]
        begun = (s for s in self._sounding if s.at <= self.clock)  # an answer may still wait
        self._sounding = [s.faded_from(self.clock) for s in begun]
