"""Counted reps: which number is said in which rep, and which reps only tick."""

from collections.abc import Callable

from earcoach.routine.model import Counting

STEPS = (1, 2, 5, 10, 50, 100)
LAST = 5
"""How many reps are counted in words when only the last are."""


def numbers(style: Counting, reps: int, fits: Callable[[str, int], bool]) -> dict[int, str]:
    """The number that is said in a rep, by the rep, from 0; the others only tick.

    `fits(number, step)` tells whether a number is short enough to be said every `step` reps:
    every second, fifth or tenth is said where not all of them are.
    """
    for step in STEPS:
        said = _every(style, reps, step)
        if all(fits(number, step) for number in said.values()):
            return said
    return {}


def _every(style: Counting, reps: int, step: int) -> dict[int, str]:
    """Each number, or each second (fifth ...), the last with room after it."""
    counted = range(reps % step, reps, step)
    match style:
        case Counting.SILENT:
            return {}
        case Counting.DOWN:
            return {rep: str(reps - rep) for rep in counted}
        case Counting.LAST_FIVE:
            return {rep: str(rep + 1) for rep in counted if rep >= reps - LAST}
        case Counting.EVERY:
            return {rep: str(rep + 1) for rep in counted}
