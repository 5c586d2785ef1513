"""An exercise with all that its line, its block and the whole text say of it."""

import re
from dataclasses import replace

from earcoach.routine.model import Distance, HeldReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.blocks import Block, Member
from earcoach.written.named_rests import rest_for
from earcoach.written.names import is_static, names_known, names_movement, words_in
from earcoach.written.parts import Tongue, merged
from earcoach.written.reading import Given, Origin, ReadExercise, Remark


def exercise_of(
    member: Member,
    default: Prescription,
    block: Block,
    whole: Block,
    tongue: Tongue,
    row: bool,
    work: Range | None,
) -> ReadExercise:
    """The exercise that a member is; with `row` the doses of its section are those of rounds."""
    line, pause = member.statement.line, member.rest_after
    said = member.said
    if not member.complete or (default.sets and not default.doses):
        said = merged(said, default)
    if not said.doses and work and is_static(member.name, tongue.prose):
        said = replace(said, doses=(Timed(work, hold=True),))
    by_section = said.sets is not None and member.said.sets is None and bool(default.sets)
    held = _held(said, member.name, block, tongue)
    by_name = bool(said.doses) and held.doses != said.doses
    said = _repeated(held)
    by_name = by_name or _far_by_name(said, member.statement.text)
    sets_line = block.heading.line if by_section and block.heading else line
    if member.statement.twice and not said.sides:
        said = replace(said, sides=Sides.EACH)
    rest = _rest_ms(said, member, block, whole, tongue)
    sets = None if row and len(said.doses) == len(default.doses) else said.sets
    if not row and sets is None and len(said.doses) > 1:
        sets = Range(len(said.doses), len(said.doses))
    return ReadExercise(
        name=Given(value=member.name, line=line),
        sets=Given(value=sets, origin=_hinted(by_section), line=sets_line) if sets else None,
        doses=Given(value=said.doses, origin=_hinted(by_name), line=line) if said.doses else None,
        sides=Given(value=said.sides, line=line)
        if said.sides and said.sides is not Sides.BOTH
        else None,
        limb=said.limb,
        tempo=Given(value=said.tempo, line=line) if said.tempo else None,
        rest_ms=rest,
        rest_after_ms=Given(value=pause.said.rests_ms[0], line=pause.line) if pause else None,
        loads=Given(value=(*said.loads, *said.efforts), line=line)
        if said.loads or said.efforts
        else None,
        notes=tuple(Remark(text=note, line=line) for note in (*member.notes, *said.notes)),
    )


def _hinted(hinted: bool) -> Origin:
    return Origin.SUGGESTED if hinted else Origin.WRITTEN


def _far_by_name(said: Prescription, text: str) -> bool:
    """Whether only the exercise tells that a bare `m` is metres."""
    far = bool(said.doses) and isinstance(said.doses[0], Distance)
    return far and bool(re.search(r"(?<![\w.])\d{1,2}\s?m(?![\w/])", text))


def _held(said: Prescription, name: str, block: Block, tongue: Tongue) -> Prescription:
    """The dose of a static exercise is a hold; `repeat 5 times` alone is five reps."""
    if said.times and not said.doses:
        said = replace(said, doses=(Reps(said.times),), times=None)
    prose = tongue.prose
    section = set(words_in(block.name))
    stretching = block.breathing or bool(section & prose.stretching)
    part = names_known(name, prose) and not names_movement(name, prose)
    stretching = stretching or (part and bool(section & prose.cool_down))  # `Calf, 30 s`
    moving = bool(set(words_in(name)) & prose.moving)
    if not is_static(name, prose) and not (stretching and not moving):
        return said
    doses = tuple(replace(d, hold=True) if isinstance(d, Timed) else d for d in said.doses)
    return replace(said, doses=doses)


def _repeated(said: Prescription) -> Prescription:
    """`30 seconds, repeat 3 times`: three holds of one set, or three sets of what moves."""
    match said.doses:
        case (Timed(length_ms=length, hold=True),) if said.times and not said.sets:
            return replace(said, doses=(HeldReps(count=said.times, hold_ms=length),), times=None)
    if said.times and said.doses and not said.sets:
        return replace(said, sets=said.times, times=None)
    return said


def _rest_ms(
    said: Prescription, member: Member, block: Block, whole: Block, tongue: Tongue
) -> Given[tuple[Range, ...]] | None:
    if said.rests_ms:
        return Given(value=said.rests_ms, line=member.statement.line)
    several = len(said.doses) > 1 or (said.sets is not None and said.sets.high > 1)
    told = rest_for(member.name, whole.named_rests, tongue) or block.set_rest
    if told is not None and told.scope == "sets" and not several:
        told = None
    if told is None and not is_easy(block, tongue):
        told = whole.main_rest if member is block.members[0] else whole.other_rest
    if told is None and not is_easy(block, tongue) and several:
        told = whole.set_rest
    return Given(value=told.said.rests_ms, line=told.line) if told else None


def is_easy(block: Block, tongue: Tongue) -> bool:
    """Whether a block is a warm-up or a cool-down, which have no rounds of the main work."""
    words = set(words_in(block.name))
    prose = tongue.prose
    return bool(words & (prose.warm_up | prose.cool_down | prose.finishing))
