"""The transport: what each command of the athlete makes of a take, and how it is answered."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction

from earcoach.errors import UsageError
from earcoach.plan.phases import Gap, Work
from earcoach.session.commands import Action, Command, SetPace
from earcoach.session.places import Move, next_place, previous_place, repeated_place
from earcoach.timeline import edits
from earcoach.timeline.cues import Tone
from earcoach.timeline.pacing import FASTEST, SLOWEST, Pacing
from earcoach.timeline.stretches import UNKNOWN
from earcoach.timeline.take import Take, layout_of_known, present
from earcoach.timeline.wording import answers
from earcoach.units import frames_of_ms, seconds_of_frames

PACE_STEP = Fraction(5, 100)
MORE_REST = frames_of_ms(15_000)
TWICE_WITHIN = frames_of_ms(2_000)
ACKNOWLEDGED = Tone("tick")
"""Every command is heard at once."""

BREAKING_OFF = frozenset(Action) - {
    Action.AGAIN,
    Action.WHERE,
    Action.HELP,
    Action.MORE_REST,
    Action.FASTER,
    Action.SLOWER,
}
"""What goes on elsewhere, or is silent, so that nobody waits for an answer any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered to a command."""

    command: Command
    """What was asked for."""
    said: tuple[str, ...]
    """What is said to it, phrase by phrase; a tone is heard in any case."""
    refused: bool = False
    """Whether there was nothing to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """What commands have come to."""

    take: Take
    """The take from now on."""
    answers: tuple[Answer, ...] = ()
    """What is answered to each command that is no move."""
    broke_off: bool = False
    """Whether what was still to be answered is not any more."""


class Transport:
    """Grants commands. All that it remembers is when the athlete went back last."""

    def __init__(self) -> None:
        self._went_back_at = -TWICE_WITHIN

    def granted(
        self, take: Take, at: int, commands: Sequence[Command], *, said: tuple[str, ...] = ()
    ) -> Granted:
        """What a take becomes by some commands at a frame; of moves in a row only the last is made.

        `said` is what was announced last.
        """
        given: list[Answer] = []
        moved: Move | None = None
        for command in commands:
            if (move := self._move(take, at, command, moved)) is not None:
                moved = move
                continue
            take, moved = _moved(take, at, moved), None
            before = take
            take, texts = obeyed(before, at, command, said)
            if texts is not None:
                refused = not texts and take is before
                given.append(Answer(command=command, said=texts, refused=refused))
        take = _moved(take, at, moved)
        if moved is not None and moved.named:
            name = answers.name(moved.named, take.scheduler.words)
            given.append(Answer(command=commands[-1], said=(name,)))
        if commands:  # last, for many commands break off what sounds
            take = edits.acknowledged(take, at, ACKNOWLEDGED)
        broke_off = any(command in BREAKING_OFF for command in commands)
        return Granted(take=take, answers=tuple(given), broke_off=broke_off)

    def _move(self, take: Take, at: int, command: Command, moved: Move | None) -> Move | None:
        """Where a command moves to after another move, if there was one; None for no move."""
        here = present(take, at).index if moved is None else moved.to
        match command:
            case Action.NEXT if moved is None and _waits(take, at):
                return None  # a headset has no other button to say that a set is done
            case Action.NEXT:
                return next_place(take.phases, here)
            case Action.PREVIOUS:
                twice = at - self._went_back_at < TWICE_WITHIN
                self._went_back_at = at
                return previous_place(take.phases, here, twice=twice)
            case Action.REPEAT:
                return repeated_place(take.phases, here)
        return None


def _moved(take: Take, at: int, moved: Move | None) -> Take:
    if moved is None:
        return take
    return edits.moved_to(take, at, moved.to, counted_in=moved.counted_in)


def obeyed(
    take: Take, at: int, command: Command, said: tuple[str, ...] = ()
) -> tuple[Take, tuple[str, ...] | None]:
    """What a command that is no move makes of a take, and the words that answer it."""
    words, pace = take.scheduler.words, take.scheduler.pacing.pace
    match command:
        case SetPace(pace=text):
            with suppress(UsageError):
                return _paced(take, at, Pacing.parse(text).pace)
        case Action.FASTER:
            return _paced(take, at, pace + PACE_STEP)
        case Action.SLOWER:
            return _paced(take, at, pace - PACE_STEP)
        case Action.TOGGLE:
            return obeyed(take, at, Action.RESUME if take.paused else Action.PAUSE, said)
        case Action.PAUSE if not take.paused:
            return edits.paused(take, at), (words.say("paused"),)
        case Action.RESUME:
            return edits.resumed(take, at), None
        case Action.QUIT:
            return edits.finished(take, at), None
        case Action.DONE | Action.NEXT:
            return _set_done(take, at), ()
        case Action.MORE_REST:
            if not isinstance(take.phases[present(take, at).index], Gap):
                return take, ()
            return edits.stretched(take, at, MORE_REST), (words.say("more_rest"),)
        case Action.AGAIN:
            return take, said
        case Action.WHERE:
            return take, whereabouts(take, at)
        case Action.HELP:
            return take, (words.say("keys"),)
    return take, None


def _paced(take: Take, at: int, wanted: Fraction) -> tuple[Take, tuple[str, ...]]:
    """Another pace, kept within its range."""
    pace = min(max(wanted, SLOWEST), FASTEST)
    pacing = replace(take.scheduler.pacing, pace=pace)
    return edits.repaced(take, at, pacing), (answers.pace_is(pace, take.scheduler.words),)


def _may_be_done(take: Take, at: int) -> bool:
    now = present(take, at)
    phase = take.phases[now.index]
    return now.lead is None and isinstance(phase, Work) and phase.may_be_done


def _waits(take: Take, at: int) -> bool:
    """Whether only the athlete knows when the set under way is over."""
    now = present(take, at)
    phase = take.phases[now.index]
    return now.lead is None and isinstance(phase, Work) and phase.waits


def _set_done(take: Take, at: int) -> Take:
    """On from a set that the athlete ends; work that has not begun stays."""
    if not _may_be_done(take, at):
        return take
    return edits.moved_to(take, at, present(take, at).index + 1, done=True)


def whereabouts(take: Take, at: int) -> tuple[str, ...]:
    """Where the session is, in words."""
    phase = take.phases[present(take, at).index]
    return (answers.where(phase, time_left_s(take, at), take.scheduler.words),)


def left_of_phase(take: Take, at: int) -> int:
    """Frames that are left of the phase under way; of one that nobody knows, as estimated."""
    now = present(take, at)
    phase = take.phases[now.index]
    if isinstance(phase, Work) and phase.waits:
        return max(0, take.scheduler.lay_out(phase).length - now.playing.offset)
    if now.playing.layout.length < UNKNOWN:
        return now.playing.left
    layout = layout_of_known(take, now.index, now.since - now.playing.offset)
    return max(0, layout.length + now.playing.left - UNKNOWN)  # with what was asked for on top


def time_left_s(take: Take, at: int) -> float:
    """Seconds that are left of the session: of this phase exactly, of later ones as estimated."""
    later = take.scheduler.estimate.after(present(take, at).index)
    return seconds_of_frames(left_of_phase(take, at) + later)
