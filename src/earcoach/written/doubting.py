"""What a text may mean otherwise: lines and values that a careful reader would ask about."""

import re
from collections.abc import Iterable, Iterator, Sequence

from earcoach.routine.model import Distance, Prescribed, Range, Reps, Timed, Timing
from earcoach.written.names import words_and_parts, words_in
from earcoach.written.parts import Tongue, doses_in, parts
from earcoach.written.reading import ReadExercise, ReadSection, Remark
from earcoach.written.statements import Kind, Statement

FEW = 5
"""Sets that one does; more of a lone number are rather reps."""

MANY = 8
"""Sets that hardly anybody does."""

SHORT_M = 100
"""A bare `m` after a smaller number may be minutes or metres."""

LONGEST_NAME = 6
"""Words of a line that may be an exercise without a dose."""

_BARE_M = re.compile(r"(?<![\w.:/])(\d{1,3})\s?m(?![\w/.])")
_OPEN = r"(?<!\w)\d{1,3}\s?[x\u00d7*]\s?[?_.]{1,4}"
_TO_FILL_IN = re.compile(_OPEN)
_LOOKS_DOSED = re.compile(
    rf"(?<!\w)\d{{1,3}}\s?[x\u00d7*]\s?\d|{_OPEN}|(?<!\w)[x\u00d7]\s?\d{{1,3}}\b"
)


def doubts_of(
    sections: Sequence[ReadSection],
    statements: Sequence[Statement],
    tongue: Tongue,
    others: Iterable[Remark] = (),
) -> tuple[Remark, ...]:
    """All that is doubted, and what others have doubted, by lines; each thing once."""
    lines = {statement.line: statement.text for statement in statements if statement.text}
    found = [*others, *_unread(sections, statements, tongue)]
    for section in sections:
        bare = section.work_ms is None and any(one.doses for one in section.exercises)
        for exercise in section.exercises:
            if exercise.doses is not None:
                text = lines.get(exercise.name.line, "")
                found += _of_exercise(exercise, exercise.doses.value, section, text, tongue)
            elif bare:
                why = "no dose, among exercises that have one"
                found.append(Remark(text=exercise.name.value, line=exercise.name.line, why=why))
    return tuple(sorted(dict.fromkeys(found), key=lambda remark: remark.line))


def _of_exercise(
    exercise: ReadExercise,
    doses: Sequence[Prescribed],
    section: ReadSection,
    text: str,
    tongue: Tongue,
) -> Iterator[Remark]:
    """What is doubted of one exercise that has a dose."""
    name, line = exercise.name.value, exercise.name.line
    yield from _bare_m(exercise, doses[0], text, tongue)
    if _TO_FILL_IN.search(text):
        yield Remark(text=name, line=line, why="a part of the dose is left to be filled in")
    match exercise.sets, doses:
        case None, (Reps(count=Range(low=low, high=high)),) if low == high and low <= FEW:
            if _lone(text, low, tongue) and not section.rounds and _straight(section):
                yield Remark(text=name, line=line, why=f"{low} may be sets or reps")
        case given, (Reps(count=Range(low=low)),) if given and MANY <= given.value.low > low:
            sets = given.value.low
            if re.search(rf"(?<!\d){sets}\s?[x\u00d7]\s?{low}(?!\d)", text):
                why = f"{sets} sets of {low}, or {low} sets of {sets}"
                yield Remark(text=name, line=line, why=why)


def _straight(section: ReadSection) -> bool:
    return section.timing is None or section.timing.value is Timing.STRAIGHT


def _lone(text: str, count: int, tongue: Tongue) -> bool:
    """Whether a number stands after a name and says not what it counts."""
    w = tongue.words
    found = re.search(rf"\w.*?(?<![\w/.-]){count}(?![\w/.-])(.*)$", text)
    counted = {*w.reps.by_first, *w.times.by_first, *w.each.by_first, "x", "\u00d7"}
    return bool(found) and not set(words_in(text)) & counted and "x" not in text.split()


def _bare_m(
    exercise: ReadExercise, taken: Prescribed, text: str, tongue: Tongue
) -> Iterator[Remark]:
    """`Bear dance 20m`: nothing says whether it is minutes or metres."""
    found = _BARE_M.search(text)
    words = words_and_parts(exercise.name.value)
    told = words & (tongue.prose.ways | tongue.prose.lasting)
    if not found or told or int(found[1]) >= SHORT_M:
        return
    if isinstance(taken, Timed | Distance):
        what = "minutes" if isinstance(taken, Timed) else "metres"
        why = f"`{found[0]}` may be minutes or metres; taken as {what}"
        yield Remark(text=exercise.name.value, line=exercise.name.line, why=why)


def _unread(
    sections: Sequence[ReadSection], statements: Sequence[Statement], tongue: Tongue
) -> Iterator[Remark]:
    """Lines that nothing was made of, though they look as if they prescribed something."""
    used = {one.name.line for section in sections for one in section.exercises}
    told = [statement for statement in statements if statement.kind is not Kind.BLANK]
    for n, statement in enumerate(told):
        if statement.line in used:
            continue
        if statement.kind in (Kind.PROSE, Kind.NAME) and _dosed(statement.text, tongue):
            why = "looks like a dose, and could not be read"
            yield Remark(text=statement.text, line=statement.line, why=why)
        elif statement.kind is Kind.NAME and 0 < n < len(told) - 1:
            near = (told[n - 1], told[n + 1])
            short = len(words_in(statement.text)) <= LONGEST_NAME
            if short and all(one.kind is Kind.EXERCISE and one.line in used for one in near):
                why = "may be an exercise, and has no dose"
                yield Remark(text=statement.text, line=statement.line, why=why)


def _dosed(text: str, tongue: Tongue) -> bool:
    """Whether something in a line looks like a dose: with sets, or with an `x`."""
    sets = (part.said for part in doses_in(parts(text, tongue)))
    return bool(_LOOKS_DOSED.search(text)) or any(said.sets and said.doses for said in sets)
