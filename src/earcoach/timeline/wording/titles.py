"""Titles: how work and phases are called where they are read, in files, on pages and on screens."""

from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.plan.doses import TimedWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, PhaseKind, Work
from earcoach.timeline.wording.doses import spoken_amount
from earcoach.units import format_clock

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Which side, round and set a stretch of work is; what there is only one of is empty."""

    side: str
    """Which side: `left`."""
    round: str
    """Which of several rounds: `round 1 of 3`."""
    set: str
    """Which of several sets: `set 2 of 2`."""

    def __str__(self) -> str:
        """`left, round 1 of 3, set 2 of 2`."""
        return joined(self.side, self.round, self.set)


def turn(bout: Bout, words: Words) -> Turn:
    """Side, round and set of a stretch of work, as far as there are several."""
    return Turn(
        side=words.label(bout.side) if bout.side else "",
        round=_of("place_round", bout.round, bout.rounds, words),
        set=_of("place_set", bout.set, bout.sets, words),
    )


def _of(name: str, number: int, total: int, words: Words) -> str:
    return words.say(name, number=number, total=total) if total > 1 else ""


def joined(*parts: str) -> str:
    """What is there of some parts, with commas between."""
    return ", ".join(part for part in parts if part)


def work_title(bout: Bout, words: Words) -> str:
    """`Side plank, left, set 1 of 2`."""
    return joined(bout.exercise.name, str(turn(bout, words)))


def shown_amount(bout: Bout, words: Words) -> str:
    """How much a stretch of work is: `12 reps`, `30 s hold`, `1:30`, `400 metres, 24 kg`."""
    match bout.dose:
        case TimedWork(length_ms=length_ms, hold=hold):
            much = shown_amount_of(None, length_ms, words, hold=hold)
        case _:
            much = spoken_amount(bout.dose, words)
    return joined(much, words.with_decimals(bout.load))


def shown_amount_of(
    reps: int | None, length_ms: int | None, words: Words, *, hold: bool = False
) -> str:
    """An amount of work by its reps or its time; of neither, as many reps as one can."""
    if reps is not None:
        return words.count("reps", reps)
    if length_ms is None:
        return words.say("as_many")
    time = f"{length_ms / 1000:g} s" if length_ms < MINUTE_MS else format_clock(length_ms / 1000)
    return words.label("time_hold", time=time) if hold else time


def heading(phase: Phase, words: Words) -> str:
    """What is going on: `Get ready`, `Hold`, `Rest`."""
    if isinstance(phase, Work) and phase.bout.hold:
        return words.label("hold")
    return words.label(phase.kind)


def listed_phase(phase: Phase, routine: str, words: Words) -> str:
    """A phase in a line of a list: its title, and of work how much it is."""
    title = phase_title(phase, routine, words)
    return joined(title, shown_amount(phase.bout, words)) if isinstance(phase, Work) else title


def phase_title(phase: Phase, routine: str, words: Words) -> str:
    """A phase as a title of its own: `Side plank, left, set 1 of 2`, or what it leads to."""
    match phase:
        case Intro():
            return routine
        case Work(bout=bout):
            return work_title(bout, words)
        case Gap(kind=PhaseKind.SWITCH, bout=bout):
            return words.label("switch_to", side=turn(bout, words).side)
        case Gap(kind=PhaseKind.REST, bout=bout):
            return words.label("rest_next", work=work_title(bout, words))
        case Gap(bout=bout):
            return words.label("next", work=work_title(bout, words))
        case Finish():
            return heading(phase, words)
