"""The sections that a block makes: one, or one for each of its supersets."""

from collections.abc import Iterator
from dataclasses import replace

from earcoach.routine.model import Range, Timed, Timing
from earcoach.written.blocks import Block, Member
from earcoach.written.completing import exercise_of, is_easy
from earcoach.written.parts import Tongue
from earcoach.written.reading import Given, Origin, ReadExercise, ReadSection, Remark
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Statement


def sections_of(block: Block, whole: Block, tongue: Tongue) -> Iterator[ReadSection]:
    """The sections of a block; none where no exercise stands in it."""
    if not block.members:
        return
    groups = _groups(block)
    for label, group in groups:
        yield _section(block, whole, group, label, tongue)


def _groups(block: Block) -> list[tuple[str, list[Member]]]:
    """The members by the letter of their superset; all together where there is none."""
    letters = [m.statement.label[:1] for m in block.members]
    if not any(len(m.statement.label) > 1 for m in block.members):
        return [("", block.members)]
    out: list[tuple[str, list[Member]]] = []
    for letter, member in zip(letters, block.members, strict=True):
        if out and out[-1][0] == letter:
            out[-1][1].append(member)
        else:
            out.append((letter, [member]))
    return out


def _section(
    block: Block, whole: Block, group: list[Member], label: str, tongue: Tongue
) -> ReadSection:
    setting = _setting(block, whole, group, tongue)
    line = block.heading.line if block.heading else group[0].statement.line
    own = bool(block.default.doses or block.default.sets)
    default = block.default if own or is_easy(block, tongue) else whole.default
    row = len(default.doses) if len(default.doses) > 2 and not all(m.complete for m in group) else 0
    if row and not setting.rounds:
        setting = replace(setting, rounds=Range(row, row))
    setting = _in_turn(setting, group, block)
    timing = _timing(setting)
    alone = bool(label) and len(group) == 1
    rounds = None if timing is Timing.AMRAP or alone else setting.rounds
    exercises = [
        exercise_of(m, default, block, whole, tongue, bool(row), setting.work_ms) for m in group
    ]
    exercises, round_rest = _rest_at_end(exercises, block, setting, whole)
    return ReadSection(
        name=_name(block, label, line),
        exercises=tuple(replace(e, superset=label or None) for e in exercises),
        timing=Given(value=timing, line=line) if timing is not Timing.STRAIGHT else None,
        rounds=Given(value=rounds, line=line) if rounds else None,
        rest_between_rounds_ms=round_rest if not alone else None,
        work_ms=_given(setting.work_ms, line),
        rest_ms=_given(setting.rest_ms, line) or _rest_of(block.rest or whole.rest),
        interval_ms=Given(value=setting.interval_ms.low, line=line)
        if setting.interval_ms
        else None,
        cap_ms=Given(value=setting.cap_ms.low, line=line) if setting.cap_ms else None,
        notes=tuple(Remark(text=s.text, line=s.line) for s in block.notes),
    )


def _name(block: Block, label: str, line: int) -> Given[str]:
    if block.heading and block.heading.name and not block.own:
        name = block.heading.name + (f" {label}" if label else "")
        return Given(value=name, line=line)
    return Given(value=label or "Workout", origin=Origin.ASSUMED)


def _given(value: Range | None, line: int) -> Given[Range] | None:
    return Given(value=value, line=line) if value else None


def _rest_of(statement: Statement | None) -> Given[Range] | None:
    if statement is None or not statement.said.rests_ms:
        return None
    return Given(value=statement.said.rests_ms[0], line=statement.line)


def _setting(block: Block, whole: Block, group: list[Member], tongue: Tongue) -> Setting:
    """What is said of a block, and of all where the block says nothing."""
    setting = block.setting
    if is_easy(block, tongue):
        return setting
    inherited = whole.setting
    if all(m.complete for m in group):
        inherited = inherited if _may_be_of(inherited, group) else PLAIN
        if any(m.said.sets for m in group):
            inherited = replace(inherited, rounds=None)
    return setting.with_more(inherited)


def _may_be_of(setting: Setting, group: list[Member]) -> bool:
    """Whether exercises with doses of their own may be done by the intervals of all."""
    work = setting.work_ms
    doses = [dose for member in group for dose in member.said.doses]
    alike = any(isinstance(d, Timed) and d.length_ms == work for d in doses)
    return work is None or alike or len(group) == 1


def _in_turn(setting: Setting, group: list[Member], block: Block) -> Setting:
    """An EMOM with an exercise for each minute is gone through fewer times than it has minutes."""
    numbered = len(group) > 1 and all(m.statement.marker == "n" for m in group)
    rounds = setting.rounds
    if setting.timing is not Timing.EMOM or not numbered or not rounds or not setting.cap_ms:
        return setting
    told = (s.setting.rounds for s in block.body if s.setting.rounds and not s.setting.timing)
    minutes = len(group) + sum(s.kind is Kind.PROSE and s.marker == "n" for s in block.body)
    times = next(told, None)  # `repeat for 5 rounds`
    times = times or Range(max(1, rounds.low // minutes), max(1, rounds.high // minutes))
    return replace(setting, rounds=times)


def _timing(setting: Setting) -> Timing:
    if setting.timing:
        return setting.timing
    several = setting.rounds and setting.rounds.high > 1
    if several or (setting.work_ms and setting.rest_ms):
        return Timing.CIRCUIT
    return Timing.STRAIGHT


def _rest_at_end(
    exercises: list[ReadExercise], block: Block, setting: Setting, whole: Block
) -> tuple[list[ReadExercise], Given[Range] | None]:
    """A rest after the last exercise of several rounds is the rest between rounds."""
    head = block.heading.line if block.heading else 0
    told = _given(setting.round_rest_ms, head) or _rest_of(block.round_rest)
    rounds = setting.rounds and setting.rounds.high > 1
    own_intervals = block.setting.work_ms and block.setting.rounds
    told = told or (_rest_of(whole.round_rest) if rounds and not own_intervals else None)
    last = exercises[-1]
    own = block.members[-1].statement.said.rests_ms
    if rounds and last.rest_ms and not own and len({e.rest_ms for e in exercises}) > 1:
        told = told or Given(value=last.rest_ms.value[0], line=last.rest_ms.line)
        exercises = [*exercises[:-1], replace(last, rest_ms=None)]
    gone_through = setting.work_ms or whole.setting.work_ms or whole.setting.rounds
    told_once = block.set_rest or (whole.set_rest if gone_through else None)
    in_sets = any(e.sets for e in exercises)  # else those are the rounds: `3 sets:` and a list
    if rounds and not told and told_once and not (told_once.scope == "sets" and in_sets):
        told = _rest_of(told_once)
        same = told_once.said.rests_ms
        exercises = [
            replace(e, rest_ms=None) if e.rest_ms and e.rest_ms.value == same else e
            for e in exercises
        ]
    return exercises, told
