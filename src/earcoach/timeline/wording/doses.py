"""Doses, durations and lists as they are said: `2 sets of 8 on each leg`."""

from collections.abc import Sequence

from earcoach.language.words import Words
from earcoach.plan.doses import CountedReps, OpenReps, TimedWork
from earcoach.plan.phases import Bout
from earcoach.plan.resolving import ResolvedExercise
from earcoach.routine.model import Movement, Sides


def dose(bout: Bout, words: Words) -> str:
    """The dose of an exercise as it is said."""
    said = _with_sides(_amount(bout, words), bout, words)
    return words.say("own_pace", dose=said) if bout.exercise.own_pace else said


def _amount(bout: Bout, words: Words) -> str:
    sets = bout.sets
    match bout.dose:
        case CountedReps(count=reps):
            several = words.count("sets_of_reps", sets, reps=reps)
            return several if sets > 1 else words.count("reps", reps)
        case OpenReps():
            return words.count("sets_of_max", sets) if sets > 1 else words.say("as_many")
        case TimedWork(length_ms=length_ms, hold=hold):
            time = duration(length_ms, words)
            several = words.count("holds" if hold else "sets_of_time", sets, time=time)
            return several if sets > 1 else time


def _with_sides(amount: str, bout: Bout, words: Words) -> str:
    exercise = bout.exercise
    each_side = words.say(f"each_{exercise.limb}")
    if exercise.sides is Sides.EACH:
        return words.say("dose_each", dose=amount, each_side=each_side)
    if exercise.sides is not Sides.ALTERNATING:
        return amount
    named = words.say("alternating").casefold() in exercise.name.casefold()
    if bout.reps and bout.reps % 2 == 0:  # a name that says it needs no other word for it
        name = "dose_half_each" if named else "dose_half_each_alternating"
        return words.say(name, dose=amount, half=bout.reps // 2, each_side=each_side)
    alternating_sides = words.say(f"alternating_{exercise.limb}")
    return words.say("dose_alternating", dose=amount, alternating_sides=alternating_sides)


def move(exercise: ResolvedExercise, words: Words) -> str:
    """One move of an AMRAP or a section for time: `6 Lunge on each leg`."""
    said = spoken_name(exercise)
    match exercise.dose:
        case TimedWork(length_ms=length_ms):
            said = words.say("move_time", time=duration(length_ms, words), name=said)
        case CountedReps(count=count):
            said = words.say("move_reps", reps=count, name=said)
        case OpenReps():
            pass
    if exercise.sides is not Sides.EACH:
        return said
    return words.say("dose_each", dose=said, each_side=words.say(f"each_{exercise.limb}"))


def duration(ms: int, words: Words) -> str:
    """A duration as it is said: `1 minute 30 seconds`."""
    hours, rest = divmod(round(ms / 1000), 3600)
    minutes, seconds = divmod(rest, 60)
    parts = (("hours", hours), ("minutes", minutes), ("seconds", seconds))
    said = [words.count(unit, number) for unit, number in parts if number]
    return " ".join(said) or words.count("seconds", 0)


def minutes(ms: int) -> int:
    """A duration in minutes, as one says roughly."""
    return max(1, round(ms / 60_000))


def listed(items: Sequence[str], words: Words) -> str:
    """Items as they are said one after another: `a, b and c`."""
    *first, last = items or ("",)
    return words.say("and", items=", ".join(first), last=last) if first else last


def spoken_name(exercise: Movement) -> str:
    """The name as the voice should read it."""
    return exercise.say or exercise.name
