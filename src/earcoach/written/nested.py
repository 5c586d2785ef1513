"""Items below an exercise of a list, a step deeper: they tell how it is done."""

from earcoach.written.names import names_known, words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Kind, Lines, Statement, as_words

_TELLING = (Kind.NAME, Kind.EXERCISE, Kind.SETTING, Kind.DOSE)


def with_notes_below(said: Lines, tongue: Tongue) -> Lines:
    """The lines; what stands below an exercise with its dose, and deeper, is told of it.

    A list in which an exercise that is known has a dose too is one of exercises all the same.
    """
    out: Lines = []
    n = 0
    while n < len(said):
        out.append(said[n])
        n += 1
        if not _is_whole(said[n - 1], tongue):
            continue
        below = _below(said, n)
        if not any(_is_exercise(one, tongue) for line in below for one in line):
            out += [[_note(one) for one in line] for line in below]
            n += len(below)
    return out


def _below(said: Lines, start: int) -> Lines:
    """The items from one on that are deeper than the one before it."""
    end = start
    while end < len(said) and any(_deeper(one, said[start - 1][0]) for one in said[end]):
        end += 1
    return said[start:end]


def _deeper(one: Statement, above: Statement) -> bool:
    return bool(one.marker) and one.indent > above.indent


def _is_whole(line: list[Statement], tongue: Tongue) -> bool:
    """Whether an item is an exercise with all of its dose."""
    one = line[0]
    full = one.kind is Kind.EXERCISE and one.said.sets and one.said.doses
    own = tongue.prose.sections.isdisjoint(words_in(one.name)[-1:])  # not `squat circuit`
    return bool(one.marker and full and own and names_known(one.name, tongue.prose))


def _is_exercise(one: Statement, tongue: Tongue) -> bool:
    dosed = one.kind is Kind.EXERCISE or (one.kind is Kind.SETTING and one.setting.rounds)
    return bool(dosed) and (one.kind is Kind.SETTING or names_known(one.name, tongue.prose))


def _note(one: Statement) -> Statement:
    if one.kind not in _TELLING or (one.kind is Kind.DOSE and not one.name):
        return one
    return as_words(one)
