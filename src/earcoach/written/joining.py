"""The third stage: blocks joined to the sections of a reading, each value with its origin."""

from collections.abc import Iterator, Sequence

from earcoach.written.blocks import Block, blocks
from earcoach.written.doubting import doubts_of
from earcoach.written.headed import take_headed, take_lasting
from earcoach.written.members import fill
from earcoach.written.named_in_prose import named_in_prose
from earcoach.written.named_rests import without_owner
from earcoach.written.names import holds_any, words_in
from earcoach.written.parts import Tongue, merged
from earcoach.written.pauses import settle
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.sectioning import sections_of
from earcoach.written.source import SourceText
from earcoach.written.statements import PLAIN, Kind, Statement
from earcoach.written.templates import take_template

MOST_NAMED = 50
"""Rests of exercises by name that are looked through for each exercise."""


def joined(statements: Sequence[Statement], source: SourceText, tongue: Tongue) -> Reading:
    """The reading that all statements make together."""
    found = blocks(statements)
    title = _title(found, source, tongue)
    whole = Block(heading=None)
    begun = False
    for block in found:
        fill(block, whole, tongue)
        take_template(block, whole, tongue)
        begun = begun or bool(block.members)
        if not begun:
            _inherit(whole, block)
        elif _is_told_ahead(block, found):
            _inherit(whole, block)
            _forget(block)
    take_headed(found, whole, tongue)
    take_lasting(found, tongue)
    _of_lifts(statements, whole, [m.name for block in found for m in block.members], tongue)
    settle(found)
    found = _gathered(found)
    _last_words(found, whole)
    sections = [section for block in found for section in sections_of(block, whole, tongue)]
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


def _title(found: Sequence[Block], source: SourceText, tongue: Tongue) -> Given[str]:
    """What the text calls itself: its first heading, where more follow, or its first line."""
    first = next((b for b in found if b.heading), None)
    above = [b for b in found[:1] if b.heading is None]
    lead = next((s for b in above for s in b.body if s.kind is not Kind.BLANK), None)
    called = lead is not None and not tongue.prose.clock_notes.isdisjoint(words_in(lead.text)[-1:])
    titled = lead is not None and (lead.kind in (Kind.NAME, Kind.PROSE) or called)
    title = _less_call(lead.text, tongue) if lead else ""
    if lead and (titled or title != lead.text.strip()) and len(title) <= 100:
        return Given(value=title, line=lead.line)
    if first and first.heading and first is found[0]:
        return Given(value=_called(first.heading), line=first.heading.line)
    if source.title:
        return Given(value=source.title, origin=Origin.SUGGESTED)
    if first and first.heading:
        return Given(value=_called(first.heading), line=first.heading.line)
    return Given(value="Workout", origin=Origin.ASSUMED)


def _less_call(text: str, tongue: Tongue) -> str:
    """A title less what calls the reader before it: `Watch now: legs in ten minutes`."""
    call, colon, title = text.partition(": ")
    return (title if colon and holds_any(call, tongue.prose.chatter) else text).strip()


def _is_told_ahead(block: Block, found: Sequence[Block]) -> bool:
    """Whether what the first block says of intervals is of one below, whose names have no doses."""
    if block.members is not next(b.members for b in found if b.members):
        return False
    below = found[found.index(block) + 1 :]
    listed = any(
        b.heading and Kind.NAME in b.kinds and Kind.EXERCISE not in b.kinds and not b.setting.says
        for b in below
    )
    return (
        bool(block.setting.work_ms) and listed and all(member.complete for member in block.members)
    )


def _forget(block: Block) -> None:
    """Leave to the others what a block says of them."""
    block.setting = PLAIN
    block.set_rest = block.round_rest = block.rest = None


def _called(heading: Statement) -> str:
    """What a heading says as a whole, as a title is not the name of a section alone."""
    return heading.text.strip(" :") or heading.name


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
    named = [each for each in statements if each.scope == "named"][:MOST_NAMED]
    whole.named_rests += [each for each in named if each.kind is Kind.SETTING]
    unknown = without_owner(named, names, tongue)
    for statement in statements:
        if statement.kind is Kind.SETTING and statement.scope == "main":
            whole.main_rest = whole.main_rest or statement
        elif statement.kind is Kind.SETTING and statement.scope == "others":
            whole.other_rest = whole.other_rest or statement
        elif statement.scope == "all" and statement.line not in unknown:
            whole.set_rest = whole.set_rest or statement


def _gathered(found: Sequence[Block]) -> list[Block]:
    """The blocks; headings that are exercises themselves stand together in one."""
    out: list[Block] = []
    for block in found:
        last = out[-1] if out else None
        loose = block.heading is not None and block.heading.level == 9
        if block.own and not block.setting.says and last and (loose or _takes(last, block)):
            last.members += block.members
            last.own = last.own or not last.members
        else:
            out.append(block)
    return out


def _takes(last: Block, block: Block) -> bool:
    """Whether an exercise is added to a block: to others of its kind, or below an empty heading."""
    if last.own or last.heading is None or block.heading is None:
        return last.own or not last.members
    return not last.members and last.heading.level < block.heading.level


def _last_words(found: Sequence[Block], whole: Block) -> None:
    """A rest between sets that is told at the end is that of all."""
    filled = [block for block in found if block.members]
    last = filled[-1] if len(filled) > 1 else None
    if last is None or last.set_rest is None or whole.set_rest is not None:
        return
    if last.set_rest.line > last.members[-1].statement.line:
        whole.set_rest, last.set_rest = last.set_rest, None


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
