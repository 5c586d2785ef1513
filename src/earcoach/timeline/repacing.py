"""A change of pace in the middle of a phase: what is still to come, laid out anew.

Nothing that was begun is begun again, nothing that was not is lost, and what is being said may be
said to its end.
"""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from earcoach.plan.doses import CountedReps, HeldWork
from earcoach.plan.phases import Phase, Work
from earcoach.timeline.arranging import BREATH, moved
from earcoach.timeline.cues import Cue, Layout, Role

REMARKS = frozenset((Role.CUE, Role.BREATHING))
PASSING = REMARKS | {Role.TEMPO, Role.HALFWAY, Role.LAST}
"""What has its place between two numbers, and is left out when that is over."""


@dataclass(frozen=True, slots=True)
class Playing:
    """A layout being played."""

    layout: Layout
    """All cues of the phase."""
    offset: int = 0
    """Frames of it that are over; negative where it has yet to begin."""
    begun: int = 0
    """How many of its cues have begun: the first ones."""

    @property
    def left(self) -> int:
        """Frames that are still to come."""
        return self.layout.length - self.offset

    @property
    def upcoming(self) -> tuple[Cue, ...]:
        """The cues that have not begun."""
        return self.layout.cues[self.begun :]

    def after(self, frames: int) -> "Playing":
        """The same, n frames later."""
        offset, begun = self.offset + frames, self.begun
        while begun < len(self.layout.cues) and self.layout.cues[begun].onset < offset:
            begun += 1
        return Playing(self.layout, offset, begun)


def repaced(
    phase: Phase, old: Playing, new: Layout, *, slower: Fraction, speaking_for: int
) -> Playing:
    """What is being played, on with a layout of the same phase at another pace.

    `slower` is the factor on the time that is left of a pause, `speaking_for` how many frames the
    phrase that sounds now still has.
    """
    if isinstance(phase, Work) and isinstance(phase.bout.dose, HeldWork):
        return _from_the_next_held_rep(old, new)
    if isinstance(phase, Work) and isinstance(phase.bout.dose, CountedReps):
        return _from_the_next_rep(old, new, speaking_for=speaking_for)
    return _with_what_is_left(phase, old, new, slower=slower, speaking_for=speaking_for)


def _from_the_next_rep(old: Playing, new: Layout, *, speaking_for: int) -> Playing:
    """The rep under way keeps its old time; the next number begins the new beat."""
    gone, kept = _divided(old, new)
    number = sum(cue.role is Role.COUNT for cue in gone)
    offset = _beat(new, number) - (_beat(old.layout, number) - old.offset)
    kept = _in_time(kept, PASSING, offset, speaking_for=speaking_for)
    return _playing(new, gone, kept, latest=[offset])


def _from_the_next_held_rep(old: Playing, new: Layout) -> Playing:
    """The rep under way is left as it is, with its hold; the next number begins the new beat."""
    number = sum(cue.role is Role.COUNT for cue in old.layout.cues[: old.begun])
    until, start = _beat(old.layout, number), _beat(new, number)
    kept = (moved(cue, cue.onset + start - until) for cue in old.layout.cues if cue.onset < until)
    later = (cue for cue in new.cues if cue.onset >= start)
    return Playing(replace(new, cues=(*kept, *later)), old.offset + start - until, old.begun)


def _in_time(
    cues: tuple[Cue, ...], passing: frozenset[Role], offset: int, *, speaking_for: int
) -> tuple[Cue, ...]:
    """The cues without those whose time has passed, or comes while something else is said."""
    quiet = offset + speaking_for + BREATH if speaking_for else offset
    return tuple(
        cue
        for cue in cues
        if cue.role not in passing or cue.onset >= (quiet if cue.spoken else offset)
    )


def _beat(layout: Layout, number: int) -> int:
    """The onset of a counted rep, or the end after the last."""
    onsets = [cue.onset for cue in layout.cues if cue.role is Role.COUNT]
    return onsets[number] if number < len(onsets) else layout.length


def _with_what_is_left(
    phase: Phase, old: Playing, new: Layout, *, slower: Fraction, speaking_for: int
) -> Playing:
    """A pause or a time: what is left of it gets longer or shorter, but for a begun 3-2-1."""
    gone, kept = _divided(old, new)
    factor = slower
    if any(cue.role is Role.COUNTDOWN for cue in gone):
        factor = Fraction(1)
    elif not phase.elastic:
        factor = Fraction(new.length, old.layout.length)
    latest = [new.length - round(old.left * factor)]
    if isinstance(phase, Work):
        kept = _in_time(kept, REMARKS, latest[0], speaking_for=speaking_for)
    if speaking_for:
        next_speech = [cue.onset for cue in kept if cue.spoken]
        latest += [onset - speaking_for - BREATH for onset in [*next_speech[:1], new.length]]
    return _playing(new, gone, kept, latest=latest)


def _playing(
    new: Layout, gone: tuple[Cue, ...], kept: tuple[Cue, ...], *, latest: list[int]
) -> Playing:
    """On at the latest place that is allowed, and not after a cue that is still to come."""
    offset = min([*latest, *(cue.onset for cue in kept[:1])])
    return Playing(replace(new, cues=(*gone, *kept)), offset, len(gone))


def _divided(old: Playing, new: Layout) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """A new layout's cues: those that stand for one that has begun, and the others.

    How many parts of a tempo are said depends on the pace; they are told by their time.
    """
    begun = Counter(_key(cue) for cue in old.layout.cues[: old.begun])
    gone: list[Cue] = []
    kept: list[Cue] = []
    for cue in new.cues:
        over = begun[_key(cue)] > 0 and cue.role is not Role.TEMPO
        (gone if over else kept).append(cue)
        begun[_key(cue)] -= 1
    return tuple(gone), tuple(kept)


def _key(cue: Cue) -> tuple[Role, str]:
    """What a cue is, whatever its wording: a number may be a tick at a faster pace."""
    return cue.role, "" if cue.role is Role.COUNT else cue.kind
