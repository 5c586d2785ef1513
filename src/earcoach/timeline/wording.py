"""What the coach says: every sentence of a session, from its fullest to its shortest wording."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from earcoach.plan.phases import Bout, Kind, Phase, Plan
from earcoach.routine.model import Exercise, Level, Reps, Sides, Timing
from earcoach.timeline.cues import Role

PAUSED = "Paused."
BACK = "Back."
MORE_REST = "15 seconds more."
KEYS_HELP = (
    "Space: pause. N: next. P: back. R: repeat the set. A: say again. W: where am I. "
    "T: more rest. Plus and minus: pace. D: done. Q: quit."
)
COUNTDOWN = ("Three", "Two", "One")
BRIEF = frozenset((Role.ANNOUNCE, Role.SIDE, Role.SECTION))
"""What minimal coaching still says."""

LAST_ONE = "Last one"
HALFWAY = "Halfway"
TEN_SECONDS = "10 seconds"


class Coaching(StrEnum):
    """How much is said: names, sides and tones; the usual; set-up and form cues too."""

    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say, in wordings that get shorter."""

    role: Role
    texts: tuple[str, ...]


def lines_of(
    phase: Phase, plan: Plan, coaching: Coaching, *, pace: Fraction = Fraction(1)
) -> list[Line]:
    """What is said in a phase without work, in the order in which it is heard."""
    if phase.kind is Kind.INTRO:
        return _intro(plan, coaching, pace)
    lines = _SPEAKERS[phase.kind](phase, plan, coaching)
    if coaching is Coaching.MINIMAL:
        return [line for line in lines if line.role in BRIEF]
    return lines


def _intro(plan: Plan, coaching: Coaching, pace: Fraction) -> list[Line]:
    title = _sentence(plan.routine.title)
    if coaching is Coaching.MINIMAL:
        return [Line(Role.ANNOUNCE, (title,))]
    if plan.routine.summary:
        title = f"{title} {_sentence(plan.routine.summary)}"
    about = f"{title} {about_minutes(plan.paced_ms(pace))}."
    needed = listed(plan.routine.equipment)
    everything = f"{about} You need: {needed}." if needed else about
    return [Line(Role.ANNOUNCE, (everything, about, title))]


def _gap(phase: Phase, plan: Plan, coaching: Coaching) -> list[Line]:
    bout = phase.bout
    assert bout is not None
    first = phase.new_exercise and bout.round == 1
    equipment = _equipment(phase, bout) if first else []
    return [
        *([Line(Role.REST, ("Rest.",))] if phase.kind is Kind.REST else []),
        *_halfway(phase),
        *(_section(bout, equipment) if phase.new_section else []),
        *(_new_round(phase, bout) if phase.new_exercise else []),
        *(_exercise(phase, bout, coaching) if phase.new_exercise else _repeat(phase, bout)),
        *_side(bout),
        *([] if phase.new_section else equipment),
        *(_preparation(bout.exercise, coaching) if first else []),
    ]


def _halfway(phase: Phase) -> list[Line]:
    return [Line(Role.HALFWAY, ("You are halfway through the session.",))] if phase.halfway else []


def _section(bout: Bout, equipment: list[Line]) -> list[Line]:
    """A new section: its name, what it needs, and how to set that up."""
    section = bout.section
    setup = [Line(Role.SETUP, (_sentence(section.setup),))] if section.setup else []
    if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
        return [*equipment, *setup]
    rounds = f" {bout.rounds} rounds." if bout.rounds > 1 else ""
    name = _sentence(section.name)
    opening = Line(Role.SECTION, (f"{name}{rounds}", name) if rounds else (name,))
    return [opening, *equipment, *setup]


def _new_round(phase: Phase, bout: Bout) -> list[Line]:
    """The number of the round, where the first of several exercises begins another."""
    if phase.new_section or phase.before is None or phase.before.round == bout.round:
        return []
    return [Line(Role.SET, (f"Round {bout.round} of {bout.rounds}.",))]


def _exercise(phase: Phase, bout: Bout, coaching: Coaching) -> list[Line]:
    name = spoken_name(bout.exercise)
    if coaching is Coaching.MINIMAL:
        return [Line(Role.ANNOUNCE, (_sentence(name),))]
    if bout.section.timing in (Timing.AMRAP, Timing.FOR_TIME):
        return [Line(Role.ANNOUNCE, (_open_section(bout), _sentence(name)))]
    lead = "Next: " if phase.kind is Kind.REST else ""
    whole = f"{lead}{name}, {dose(bout)}."
    texts = (whole, f"{name}, {dose(bout)}.", _sentence(name))
    return [Line(Role.ANNOUNCE, texts if bout.round == 1 else (f"{lead}{name}.", _sentence(name)))]


def _open_section(bout: Bout) -> str:
    section = bout.section
    moves = listed([_move(exercise) for exercise in section.exercises])
    minutes = duration(bout.nominal_ms)
    if section.timing is Timing.AMRAP:
        return f"{section.name}. As many rounds as possible in {minutes}: {moves}."
    rounds = section.rounds.at(Level.MIDDLE)
    times = f"{rounds} rounds for time" if rounds > 1 else "For time"
    return f"{section.name}. {times}, {minutes} at most: {moves}."


def _move(exercise: Exercise) -> str:
    name, amount = spoken_name(exercise), exercise.dose
    if isinstance(amount, Reps):
        move = f"{amount.count.at(Level.MIDDLE)} {name}" if amount.count else name
    else:
        move = f"{duration(amount.length_ms.at(Level.MIDDLE))} of {name}"
    return f"{move} on each {exercise.limb}" if exercise.sides is Sides.EACH else move


def _repeat(phase: Phase, bout: Bout) -> list[Line]:
    """The same exercise again: which set, or which round, it is now."""
    what, number, total = ("Set", bout.set, bout.sets)
    if phase.before and phase.before.round != bout.round:
        what, number, total = ("Round", bout.round, bout.rounds)
    short = f"{what} {number} of {total}"
    return [Line(Role.SET, (f"{short} next.", f"{short}.", f"{what} {number}."))]


def _side(bout: Bout) -> list[Line]:
    if bout.side is None:
        return []
    side, limb = bout.side.capitalize(), bout.exercise.limb
    return [Line(Role.SIDE, (f"{side} {limb} first.", f"{side} {limb}.", f"{side}."))]


def _equipment(phase: Phase, bout: Bout) -> list[Line]:
    """What has to be fetched now; at the very start the introduction has just named it."""
    if phase.before is None:
        return []
    fetch = [i for i in bout.exercise.equipment if i not in phase.before.exercise.equipment]
    return [Line(Role.EQUIPMENT, (f"You need: {listed(fetch)}.",))] if fetch else []


def _preparation(exercise: Exercise, coaching: Coaching) -> list[Line]:
    lines = [Line(Role.SETUP, (_sentence(exercise.setup),))] if exercise.setup else []
    if coaching is Coaching.FULL:
        lines += [Line(Role.CUE, (_sentence(cue),)) for cue in exercise.cues]
    return lines


def _switch(phase: Phase, plan: Plan, coaching: Coaching) -> list[Line]:
    bout = phase.bout
    assert bout is not None and bout.side is not None
    side = f"{bout.side} {bout.exercise.limb}"
    texts = (f"Switch to your {side}.", _sentence(side.capitalize()), f"{bout.side.capitalize()}.")
    return [Line(Role.SIDE, texts)]


def _finish(phase: Phase, plan: Plan, coaching: Coaching) -> list[Line]:
    whole = f"Well done. {plan.routine.title} is complete."
    return [Line(Role.ANNOUNCE, (whole,) if coaching is not Coaching.MINIMAL else ("Finished.",))]


_SPEAKERS: dict[Kind, Callable[[Phase, Plan, Coaching], list[Line]]] = {
    Kind.PREPARE: _gap,
    Kind.REST: _gap,
    Kind.SWITCH: _switch,
    Kind.FINISH: _finish,
}


def dose(bout: Bout) -> str:
    """The dose of an exercise as it is said: `2 sets of 8 on each leg`."""
    if bout.reps is not None:
        amount = f"{bout.sets} sets of {bout.reps}" if bout.sets > 1 else _plural(bout.reps, "rep")
    elif bout.length_ms is not None:
        unit = "hold" if bout.hold else "set"
        length = duration(bout.length_ms)
        amount = f"{bout.sets} {unit}s of {length}" if bout.sets > 1 else length
    else:
        sets = f"{bout.sets} sets, " if bout.sets > 1 else ""
        amount = f"{sets}as many reps as you can"
    exercise = bout.exercise
    if exercise.sides is Sides.EACH:
        return f"{amount} on each {exercise.limb}"
    if exercise.sides is Sides.ALTERNATING:
        return f"{amount}, {_alternating(bout.reps, exercise.limb)}"
    return amount


def _alternating(reps: int | None, limb: str) -> str:
    if reps and reps % 2 == 0:
        return f"{reps // 2} on each {limb}, alternating"
    return f"alternating {_several(limb)}"


def duration(ms: int) -> str:
    """A duration as it is said: `1 minute 30 seconds`."""
    hours, rest = divmod(round(ms / 1000), 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(_plural(n, unit) for n, unit in parts if n) or "0 seconds"


def minutes_left(minutes: int) -> str:
    """The time call of a long stretch of work."""
    return f"{_plural(minutes, 'minute')} left"


def about_minutes(ms: int) -> str:
    """The rough length of a session."""
    return f"About {_plural(max(1, round(ms / 60_000)), 'minute')}"


def spoken_name(exercise: Exercise) -> str:
    """The name as the voice should read it."""
    return exercise.say or exercise.name


def listed(items: Sequence[str]) -> str:
    """Items as they are said one after another."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def pace_is(pace: Fraction) -> str:
    """The answer to a change of pace."""
    return f"Pace {round(pace * 100)} percent."


def where(phase: Phase, left_s: float) -> str:
    """The answer to "where am I": exercise, side, set, and the time that is left."""
    left = f"{about_minutes(round(left_s * 1000))} left."
    bout = phase.bout or phase.before
    if bout is None or phase.kind is Kind.FINISH:
        return left
    parts = [spoken_name(bout.exercise)]
    parts += [f"{bout.side} {bout.exercise.limb}"] if bout.side else []
    parts += [f"round {bout.round} of {bout.rounds}"] if bout.rounds > 1 else []
    parts += [f"set {bout.set} of {bout.sets}"] if bout.sets > 1 else []
    upcoming = "" if phase.kind is Kind.WORK else "Next: "
    return f"{upcoming}{', '.join(parts)}. {left}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _several(limb: str) -> str:
    return "feet" if limb == "foot" else f"{limb}s"
