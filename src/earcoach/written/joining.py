"""The third stage: blocks joined to the sections of a reading, each value with its origin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.routine.model import Distance, HeldReps, Range, Reps, Sides, Timed, Timing
from earcoach.routine.prescription import Prescription
from earcoach.written.blocks import Block, Member, blocks
from earcoach.written.doubting import doubts_of
from earcoach.written.members import fill
from earcoach.written.named_in_prose import named_in_prose
from earcoach.written.named_rests import rest_for, without_owner
from earcoach.written.names import is_static, words_in
from earcoach.written.parts import Tongue, merged
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.settings import Setting
from earcoach.written.source import SourceText
from earcoach.written.statements import Kind, Statement
from earcoach.written.templates import take_template


def joined(statements: Sequence[Statement], source: SourceText, tongue: Tongue) -> Reading:
    """The reading that all statements make together."""
    found = blocks(statements)
    title = _title(found, source)
    whole = Block(None)
    begun = False
    for block in found:
        fill(block, whole, tongue)
        take_template(block, whole, tongue)
        begun = begun or bool(block.members)
        if not begun:
            _inherit(whole, block)
    _of_lifts(statements, whole, [m.name for block in found for m in block.members], tongue)
    found = _gathered(found)
    _last_words(found, whole)
    sections = [section for block in found for section in _sections(block, whole, tongue)]
    if not sections:
        sections = _mentioned(statements, tongue)
    return Reading(
        title=title,
        sections=tuple(sections),
        language=tongue.code,
        equipment=tuple(_equipment(statements)),
        warnings=tuple(_told(statements, Kind.WARNING)),
        left_out=tuple(_left_out(found, statements)),
        doubts=doubts_of(sections, statements, tongue, _several_doses(found)),
    )


def _mentioned(statements: Sequence[Statement], tongue: Tongue) -> list[ReadSection]:
    """The exercises that prose names, where nothing has a dose."""
    names = named_in_prose(statements, tongue)
    exercises = tuple(
        ReadExercise(name=Given(value=name, origin=Origin.SUGGESTED, line=line))
        for name, line in names
    )
    named = Given(value="Workout", origin=Origin.ASSUMED)
    return [ReadSection(name=named, exercises=exercises)] if exercises else []


def _title(found: Sequence[Block], source: SourceText) -> Given[str]:
    """What the text calls itself: its first heading, where more follow, or its first line."""
    first = next((b for b in found if b.heading), None)
    lead = next((s for b in found[:1] for s in b.body if s.kind is not Kind.BLANK), None)
    if lead and lead.kind in (Kind.NAME, Kind.PROSE) and len(lead.text) <= 100:
        return Given(value=lead.text.strip(), line=lead.line)
    if first and first.heading and first is found[0]:
        return Given(value=first.heading.name, line=first.heading.line)
    if source.title:
        return Given(value=source.title, origin=Origin.SUGGESTED)
    if first and first.heading:
        return Given(value=first.heading.name, line=first.heading.line)
    return Given(value="Workout", origin=Origin.ASSUMED)


def _inherit(whole: Block, block: Block) -> None:
    """What is said before the first exercise is said of all."""
    whole.setting = whole.setting.with_more(block.setting)
    whole.default = merged(whole.default, block.default)
    whole.set_rest = whole.set_rest or block.set_rest
    whole.round_rest = whole.round_rest or block.round_rest
    whole.rest = whole.rest or block.rest


def _of_lifts(
    statements: Sequence[Statement], whole: Block, names: Sequence[str], tongue: Tongue
) -> None:
    """Rests that the main lift and the other exercises of all sections have."""
    unknown = without_owner(statements, names, tongue)
    for statement in statements:
        if statement.kind is Kind.SETTING and statement.scope == "main":
            whole.main_rest = whole.main_rest or statement
        elif statement.kind is Kind.SETTING and statement.scope == "others":
            whole.other_rest = whole.other_rest or statement
        elif statement.kind is Kind.SETTING and statement.scope == "named":
            whole.named_rests.append(statement)
        elif statement.scope == "all" and statement.line not in unknown:
            whole.set_rest = whole.set_rest or statement


def _gathered(found: Sequence[Block]) -> list[Block]:
    """The blocks; headings that are exercises themselves stand together in one."""
    out: list[Block] = []
    for block in found:
        last = out[-1] if out else None
        loose = block.heading is not None and block.heading.level == 9
        if block.own and not block.setting.says and last and (loose or _takes(last)):
            last.members += block.members
            last.own = last.own or not last.members
        else:
            out.append(block)
    return out


def _takes(block: Block) -> bool:
    """Whether exercises may be added to a block: to others of their kind, or below a heading."""
    return block.own or (block.heading is None and not block.members) or not block.members


def _last_words(found: Sequence[Block], whole: Block) -> None:
    """A rest between sets that is told at the end is that of all."""
    filled = [block for block in found if block.members]
    last = filled[-1] if len(filled) > 1 else None
    if last is None or last.set_rest is None or whole.set_rest is not None:
        return
    if last.set_rest.line > last.members[-1].statement.line:
        whole.set_rest, last.set_rest = last.set_rest, None


# -- sections -------------------------------------------------------------------------------------


def _sections(block: Block, whole: Block, tongue: Tongue) -> Iterator[ReadSection]:
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
    default = block.default if block.default.doses or block.default.sets else whole.default
    row = len(default.doses) if len(default.doses) > 2 and not all(m.complete for m in group) else 0
    if row and not setting.rounds:
        setting = replace(setting, rounds=Range(row, row))
    setting = _in_turn(setting, group)
    timing = _timing(setting, group, block)
    alone = bool(label) and len(group) == 1
    rounds = None if timing is Timing.AMRAP or alone else setting.rounds
    exercises = [
        _exercise(m, default, block, whole, tongue, bool(row), setting.work_ms) for m in group
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


def _easy(block: Block, tongue: Tongue) -> bool:
    """Whether a block is a warm-up or a cool-down, which have no rounds of the main work."""
    words = set(words_in(block.name))
    return bool(words & (tongue.prose.warm_up | tongue.prose.cool_down))


def _setting(block: Block, whole: Block, group: list[Member], tongue: Tongue) -> Setting:
    """What is said of a block, and of all where the block says nothing."""
    setting = block.setting
    if _easy(block, tongue):
        return setting
    inherited = whole.setting
    if all(m.complete for m in group):
        inherited = replace(inherited, work_ms=None)
        if any(m.said.sets for m in group):
            inherited = replace(inherited, rounds=None)
    return setting.with_more(inherited)


def _in_turn(setting: Setting, group: list[Member]) -> Setting:
    """An EMOM with an exercise for each minute is gone through fewer times than it has minutes."""
    numbered = len(group) > 1 and all(m.statement.marker == "n" for m in group)
    rounds = setting.rounds
    if setting.timing is not Timing.EMOM or not numbered or not rounds or not setting.cap_ms:
        return setting
    times = Range(max(1, rounds.low // len(group)), max(1, rounds.high // len(group)))
    return replace(setting, rounds=times)


def _timing(setting: Setting, group: list[Member], block: Block) -> Timing:
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
    told = _given(setting.round_rest_ms, 0) or _rest_of(block.round_rest)
    rounds = setting.rounds and setting.rounds.high > 1
    told = told or (_rest_of(whole.round_rest) if rounds else None)
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


# -- exercises ------------------------------------------------------------------------------------


def _exercise(
    member: Member,
    default: Prescription,
    block: Block,
    whole: Block,
    tongue: Tongue,
    row: bool,
    work: Range | None,
) -> ReadExercise:
    line = member.statement.line
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
    stretching = block.breathing or bool(set(words_in(block.name)) & prose.stretching)
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
    if told is None and not _easy(block, tongue):
        told = whole.main_rest if member is block.members[0] else whole.other_rest
    if told is None and not _easy(block, tongue) and several:
        told = whole.set_rest
    return Given(value=told.said.rests_ms, line=told.line) if told else None


# -- what else is told ----------------------------------------------------------------------------


def _equipment(statements: Sequence[Statement]) -> Iterator[str]:
    for statement in statements:
        if statement.kind is Kind.EQUIPMENT:
            text = statement.text.partition(":")[2] or statement.text
            yield from (item.strip(" .") for item in text.split(",") if item.strip(" ."))


def _told(statements: Sequence[Statement], kind: Kind) -> Iterator[Remark]:
    for statement in statements:
        if statement.kind is kind:
            yield Remark(text=statement.text, line=statement.line)


def _several_doses(found: Sequence[Block]) -> Iterator[Remark]:
    """The doses that were said again, and otherwise, of an exercise."""
    for member in (member for block in found for member in block.members):
        for other in member.others:
            why = f"another dose of {member.name}; the first was taken"
            yield Remark(text=other.text, line=other.line, why=why)


def _left_out(found: Sequence[Block], statements: Sequence[Statement]) -> Iterator[Remark]:
    used = {m.statement.line for b in found for m in b.members}
    told = {note for b in found for m in b.members for note in m.notes}
    told |= {s.text for b in found if b.members for s in b.notes}
    for statement in statements:
        if statement.line in used or statement.text in told:
            continue
        if statement.kind in (Kind.CHATTER, Kind.PROSE, Kind.NAME):
            why = "no part of a workout" if statement.kind is Kind.CHATTER else "no dose in it"
            yield Remark(text=statement.text, line=statement.line, why=why)
