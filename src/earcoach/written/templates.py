"""A list that only says how each station goes: `Move 1: 40 s / 10 s`, under `Station timing`."""

from dataclasses import replace

from earcoach.routine.model import Range, Timed
from earcoach.written.blocks import Block
from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.settings import Setting


def take_template(block: Block, whole: Block, tongue: Tongue) -> None:
    """What a template says is said of all sections after it; its lines are no exercises."""
    titled = bool(set(words_in(block.name)) & tongue.prose.templates)
    times = [_times(block, n) for n in range(len(block.members))]
    first = times[0] if times else None
    if not titled or len(times) < 2 or first is None:
        return
    told = replace(block.setting, work_ms=first[0], rest_ms=first[1])
    whole.setting = whole.setting.with_more(_of_all(told))
    block.members = []


def _times(block: Block, n: int) -> tuple[Range, Range | None] | None:
    """The work and the rest of one line: `40 s / 10 s`, `40 s, rest 10 s`."""
    said = block.members[n].said
    doses = tuple(replace(dose, length_ms=_longest(dose.length_ms)) if isinstance(dose, Timed)
                  else dose for dose in said.doses)  # fmt: skip
    match doses:
        case (Timed(length_ms=work), Timed(length_ms=rest)):
            return work, rest
        case (Timed(length_ms=work),):
            return work, said.rests_ms[0] if said.rests_ms else None
    return None


def _longest(length_ms: Range) -> Range:
    """The end of a range, which begins with the number of the move: `Move 1 - 40 s`."""
    return Range(length_ms.high, length_ms.high)


def _of_all(setting: Setting) -> Setting:
    return replace(setting, start=0, end=0)
