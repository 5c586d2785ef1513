"""Doses, durations and lists as they are said: `2 sets of 8 on each leg`."""

from collections.abc import Sequence

from earcoach.language.words import Words
from earcoach.plan.phases import Bout
from earcoach.routine.model import Exercise, Sides, Timed


def dose(bout: Bout, words: Words) -> str:
    """The dose of an exercise as it is said."""
    said = _with_sides(_amount(bout, words), bout, words)
    return words.say("own_pace", dose=said) if bout.exercise.own_pace else said


def _amount(bout: Bout, words: Words) -> str:
    sets = bout.sets
    if bout.reps is not None:
        if sets > 1:
            return words.count("sets_of_reps", sets, reps=bout.reps)
        return words.count("reps", bout.reps)
    if bout.length_ms is None:
        return words.count("sets_of_max", sets) if sets > 1 else words.say("as_many")
    time = duration(bout.length_ms, words)
    if sets > 1:
        return words.count("holds" if bout.hold else "sets_of_time", sets, time=time)
    return time


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


def move(exercise: Exercise, words: Words) -> str:
    """One move of an AMRAP or a section for time: `6 Lunge on each leg`."""
    said, amount = spoken_name(exercise), exercise.dose
    if isinstance(amount, Timed):
        said = words.say("move_time", time=duration(amount.length_ms.exact, words), name=said)
    elif amount.count:
        said = words.say("move_reps", reps=amount.count.exact, name=said)
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


def spoken_name(exercise: Exercise) -> str:
    """The name as the voice should read it."""
    return exercise.say or exercise.name
