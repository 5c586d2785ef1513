"""Doses, durations and lists as they are said: `2 sets of 8 on each leg`."""

import re
from collections.abc import Sequence

from earcoach.language.words import Words
from earcoach.plan.doses import (
    BreathWork,
    CalorieWork,
    CountedReps,
    DistanceWork,
    Dose,
    HeldWork,
    OpenWork,
    TimedWork,
)
from earcoach.plan.phases import Bout
from earcoach.plan.resolving import ResolvedExercise
from earcoach.routine.model import Movement, Sides, Until

ONE_AT_MOST = re.compile(r"1|[1-9]/[2-9]|[¼½¾]")
"""The amounts of which one says `mile`, not `miles`."""


def dose(bout: Bout, words: Words) -> str:
    """The dose of an exercise as it is said: of all its sets."""
    exercise = bout.exercise
    said = _with_sides(_of_all_sets(exercise, words), exercise, words)
    said = words.say("own_pace", dose=said) if exercise.own_pace else said
    return _loaded(said, exercise.loads, words)


def set_dose(bout: Bout, words: Words) -> str:
    """The dose of this set: `8 reps, 70 kg`."""
    return _loaded(spoken_amount(bout.dose, words), (bout.load,) if bout.load else (), words)


def _loaded(said: str, loads: Sequence[str], words: Words) -> str:
    """A dose with the load that goes with it, or with one load after another."""
    if not loads:
        return said
    spoken = [words.with_decimals(load) for load in loads]
    alike = len(set(spoken)) == 1
    return words.say("dose_load", dose=said, load=spoken[0] if alike else listed(spoken, words))


def _of_all_sets(exercise: ResolvedExercise, words: Words) -> str:
    doses, sets = exercise.doses, exercise.sets
    if sets == 1:
        return spoken_amount(doses[0], words)
    if len(set(doses)) == 1:
        return _alike(doses[0], sets, words)
    return words.count("sets_listed", sets, amounts=_amounts(doses, words))


def _alike(dose: Dose, sets: int, words: Words) -> str:
    """Several sets of one dose."""
    match dose:
        case CountedReps(count=count, or_more=or_more):
            reps = words.say("or_more", number=count) if or_more else str(count)
            return words.count("sets_of_reps", sets, reps=reps)
        case HeldWork(count=count, hold_ms=hold_ms):
            reps = words.count("sets_of_reps", sets, reps=count)
            return words.say("held", reps=reps, time=duration(hold_ms, words))
        case TimedWork(length_ms=length_ms, hold=hold):
            name = "holds" if hold else "sets_of_time"
            return words.count(name, sets, time=duration(length_ms, words))
        case OpenWork(until=until):
            return words.count("sets_of_max" if until is Until.MAX else "sets_to_failure", sets)
        case DistanceWork():
            return words.count("times", sets, amount=spoken_amount(dose, words))
        case BreathWork() | CalorieWork():
            return words.count("sets_of", sets, amount=spoken_amount(dose, words))


def _amounts(doses: Sequence[Dose], words: Words) -> str:
    """The doses of sets that are not alike: `10, 8 and 6 reps`."""
    if all(isinstance(dose, CountedReps) and not dose.or_more for dose in doses):
        numbers = [str(dose.count) for dose in doses if isinstance(dose, CountedReps)]
        return words.say("reps_listed", numbers=listed(numbers, words))
    return listed([spoken_amount(dose, words) for dose in doses], words)


def spoken_amount(dose: Dose, words: Words) -> str:
    """How much one set is: `12 reps`."""
    match dose:
        case CountedReps(count=count, or_more=or_more):
            reps = words.count("reps", count)
            return words.say("reps_or_more", number=count) if or_more else reps
        case HeldWork(count=count, hold_ms=hold_ms):
            reps = words.count("reps", count)
            return words.say("held", reps=reps, time=duration(hold_ms, words))
        case TimedWork(length_ms=length_ms):
            return duration(length_ms, words)
        case OpenWork(until=until):
            return words.say("as_many" if until is Until.MAX else "to_failure")
        case BreathWork(count=count):
            return words.count("breaths", count)
        case DistanceWork(amount=way, unit=unit):
            return distance(way, unit, words)
        case CalorieWork(count=count):
            return words.count("calories", count)


def distance(amount: str, unit: str, words: Words) -> str:
    """A distance as it is said: `1.5 miles`."""
    form = 1 if ONE_AT_MOST.fullmatch(amount) else 2
    return words.count(f"length_{unit}", form, amount=words.with_decimals(amount))


def _with_sides(said: str, exercise: ResolvedExercise, words: Words) -> str:
    each_side = words.say(f"each_{exercise.limb}")
    if exercise.sides is Sides.EACH:
        return words.say("dose_each", dose=said, each_side=each_side)
    if exercise.sides is not Sides.ALTERNATING:
        return said
    named = words.say("alternating").casefold() in exercise.name.casefold()
    match exercise.doses[0]:
        case CountedReps(count=reps) if reps % 2 == 0 and len(set(exercise.doses)) == 1:
            # a name that says it needs no other word for it
            name = "dose_half_each" if named else "dose_half_each_alternating"
            return words.say(name, dose=said, half=reps // 2, each_side=each_side)
    alternating_sides = words.say(f"alternating_{exercise.limb}")
    return words.say("dose_alternating", dose=said, alternating_sides=alternating_sides)


def move(exercise: ResolvedExercise, words: Words) -> str:
    """One move of an AMRAP or a section for time: `6 Lunge on each leg`."""
    said, once = spoken_name(exercise), exercise.doses[0]
    match once:
        case CountedReps(count=count, or_more=False):
            said = words.say("move_reps", reps=count, name=said)
        case OpenWork(until=Until.MAX):
            pass
        case _:
            said = words.say("move_time", time=spoken_amount(once, words), name=said)
    if exercise.sides is Sides.EACH:
        each_side = words.say(f"each_{exercise.limb}")
        said = words.say("dose_each", dose=said, each_side=each_side)
    return _loaded(said, exercise.loads[:1], words)


def duration(ms: int, words: Words) -> str:
    """A duration as it is said: `1 minute 30 seconds`."""
    hours, rest = divmod(round(ms / 1000), 3600)
    minutes, seconds = divmod(rest, 60)
    parts = (("hours", hours), ("minutes", minutes), ("seconds", seconds))
    said = [words.count(unit, number) for unit, number in parts if number]
    return " ".join(said) or words.count("seconds", 0)


def roughly(ms: int) -> int:
    """A duration in ms as one estimates it: to 5 seconds, and from 10 minutes on to a minute."""
    step = 60_000 if ms >= 600_000 else 5000
    return max(step, round(ms / step) * step)


def minutes(seconds: float) -> int:
    """A duration in minutes, as one says roughly."""
    return max(1, round(seconds / 60))


def listed(items: Sequence[str], words: Words) -> str:
    """Items as they are said one after another: `a, b and c`."""
    *first, last = items or ("",)
    return words.say("and", items=", ".join(first), last=last) if first else last


def spoken_name(exercise: Movement) -> str:
    """The name as the voice should read it."""
    return exercise.say or exercise.name
