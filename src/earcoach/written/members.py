"""The exercises of a block: which of its lines are one, and what the lines below say of it."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Breaths, OpenReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.blocks import ON_THE_CLOCK, Block, Member
from earcoach.written.mirroring import mirror, of_other_side
from earcoach.written.name_lists import LONGEST_AHEAD, kind_of, line_of_work, names_count
from earcoach.written.names import (
    LONGEST_NAME,
    is_sentence,
    is_static,
    names_known,
    starts_like,
    words_and_parts,
    words_in,
)
from earcoach.written.parts import Tongue, merged
from earcoach.written.sameness import with_same
from earcoach.written.statements import NOTHING, Kind, Statement
from earcoach.written.whole_lengths import is_length_of_all

LONGEST_DOSE = 8
"""Words of a line that is the dose of a heading that may be anything."""

_TOLD_BETWEEN = (Kind.BLANK, Kind.PROSE, Kind.SETTING, Kind.WARNING, Kind.CHATTER)
"""What may stand between a dose of all and the names that have it."""


def fill(block: Block, whole: Block, tongue: Tongue) -> None:
    """Read what the lines of a block say: its exercises, its settings, a dose for all of them.

    A name without a dose is an exercise only where it stands no deeper than those around it.
    """
    head = block.heading
    if head is not None:
        block.setting = head.setting
        often = head.said.times if head.for_all and not head.said.doses else None
        if often:  # `all of these twice`
            block.default = Prescription(sets=often)
        elif head.said.doses or head.said.sets:
            block.default = _of_each(head, tongue)
        elif head.said.rests_ms:
            _rest(block, head, None)
    block.default = merged(block.default, _default_of(block, tongue))
    worked = block.setting.work_ms or whole.setting.work_ms or _works(block)
    told = bool(head and head.for_all and block.default.sets)
    default = bool(block.default.doses or worked or whole.default.doses or told)
    listed = names_count(block, tongue, default)
    deepest = max((s.indent for s in block.body if s.kind is Kind.EXERCISE), default=None)
    marked = any(s.kind is Kind.NAME and s.marker for s in block.body)
    after_gap = True
    ahead = line_of_work(block)
    for statement in block.body:
        long = not statement.marker and len(words_in(statement.name)) > LONGEST_AHEAD
        counts = listed and not (long and statement.line < ahead)
        fits = not statement.marker or deepest is None or statement.indent <= deepest
        fits = fits and (default or bool(statement.marker) or not marked)
        _take(block, statement, tongue, listed=counts and fits, after_gap=after_gap)
        after_gap = statement.kind is Kind.BLANK
    _own_exercise(block, tongue)
    block.breathing = _breathing(block, tongue.prose)
    _turn(block, tongue)


def _turn(block: Block, tongue: Tongue) -> None:
    """Give both sides what a line says is done on one side first, all of it, and then the other."""
    lines = [s for s in (block.heading, *block.body) if s and _on_both_sides(s, tongue)]
    if not lines:
        return
    first = next((m.statement.line for m in block.members), 0)
    ends = [s.line for s in block.body if s.kind is Kind.BLANK and s.line > first]
    end = ends[0] if lines[0] is block.heading and ends else None  # a paragraph, or all of it
    for member in block.members:
        if not member.said.sides and (end is None or member.statement.line < end):
            member.said = replace(member.said, sides=Sides.EACH)


def _on_both_sides(statement: Statement, tongue: Tongue) -> bool:
    """Whether a line says so: `the whole series on the right, then on the left`."""
    words, prose = set(words_in(statement.text)), tongue.prose
    if not words.isdisjoint(tongue.words.reps.by_first):  # `all reps on one side`: of each alone
        return False
    if statement.kind in (Kind.EXERCISE, Kind.BLANK) or words.isdisjoint(prose.whole):
        return False
    return len(words) < LONGEST_NAME + 6 and any(pair <= words for pair in prose.two_sides)


def _of_each(head: Statement, tongue: Tongue) -> Prescription:
    """The dose in a heading: `30 s each` is of each exercise, where it names no limb."""
    words = set(words_in(head.text))
    sided = words & (tongue.words.each_whole.alone | set(tongue.words.limbs))
    both = any(pair <= words for pair in tongue.prose.two_sides)
    if head.said.sides is Sides.EACH and not sided and not both:
        return replace(head.said, sides=None)
    return head.said


def _breathing(block: Block, prose: Prose) -> bool:
    """Whether one stays in most of what lasts, and breathes there: as in yoga."""
    lasting = [
        (isinstance(dose, Breaths), is_static(member.name, prose))
        for member in block.members
        for dose in member.said.doses
        if isinstance(dose, Breaths | Timed)
    ]
    breaths, still = sum(breaths for breaths, _ in lasting), sum(map(any, lasting))
    return 2 * breaths >= len(lasting) > 0 or (breaths > 1 and 2 * still >= len(lasting))


def _works(block: Block) -> bool:
    return any(s.setting.work_ms for s in block.body if s.kind is Kind.SETTING)


def _default_of(block: Block, tongue: Tongue) -> Prescription:
    """The dose that a line at the beginning gives all that follow: `All exercises 3 x 10`."""
    for n, statement in enumerate(block.body):
        if statement.kind in (Kind.EXERCISE, Kind.DOSE) and statement.said.doses:
            above = block.body[n - 1] if n else None
            if above and above.kind is Kind.NAME and above.marker and not statement.marker:
                return NOTHING  # the dose of an item is its own
            of_all = not tongue.prose.all_of_them.isdisjoint(words_in(statement.text))
            told = _TOLD_BETWEEN if of_all else (Kind.BLANK,)
            after = [s for s in block.body[n + 1 :] if s.kind not in told][:3]
            names = [s for s in after if s.kind is Kind.NAME]
            row = statement.kind is Kind.DOSE and len(statement.said.doses) > 2
            for_all = statement.for_all or row or statement.text.rstrip().endswith(":")
            if names and len(names) >= min(2, len(after)) and for_all:
                block.body[n] = replace(statement, kind=Kind.PROSE)
                whole = replace(statement.setting, repeats=None)
                rests = statement.said.rests_ms
                if rests and not statement.said.sets:  # between the exercises, as nothing has sets
                    whole = replace(whole, rest_ms=whole.rest_ms or rests[0])
                block.setting = block.setting.with_more(whole)
                return replace(statement.said, rests_ms=rests if statement.said.sets else ())
            return NOTHING
    return NOTHING


def _take(
    block: Block, statement: Statement, tongue: Tongue, *, listed: bool, after_gap: bool
) -> None:
    last = block.members[-1] if block.members else None
    match statement.kind:
        case Kind.EXERCISE:
            own = replace(statement.setting, rounds=None) if statement.setting.repeats else None
            block.setting = block.setting.with_more(own or statement.setting)
            block.members.append(_member(statement, last, tongue))
        case Kind.NAME:
            member = _member(statement, last, tongue)
            labelled = len(statement.label) > 1
            member.from_default = labelled or listed
            block.members.append(member)
        case Kind.SAME if statement.name:
            member = _member(statement, last, tongue)
            other = _named_in(statement.text, block.members, tongue) or last
            same = with_same(statement.said, other.said if other else NOTHING)
            member.said = _as_much(statement.text, same, tongue)
            block.members.append(member)
        case Kind.SAME if last and of_other_side(statement, tongue):
            mirror(block, statement, last, tongue)
        case Kind.SAME if last and len(block.members) > 1:
            last.said = merged(last.said, block.members[-2].said)
        case Kind.DOSE:
            _dose(block, statement, last, tongue)
        case Kind.SETTING:
            _setting(block, statement, last, tongue, after_gap=after_gap)
        case Kind.PROSE | Kind.CHATTER if last:
            block.setting = block.setting.with_more(replace(statement.setting, rounds=None))
            if statement.kind is Kind.PROSE:
                last.notes.append(statement.text)
        case Kind.PROSE:
            block.notes.append(statement)


def _named_in(text: str, members: Sequence[Member], tongue: Tongue) -> Member | None:
    """The last exercise that a text names: `same numbers as the bird dog`."""
    told = set(words_in(text)) - tongue.prose.little
    named = (m for m in reversed(members) if (words := set(words_in(m.name))) and words <= told)
    return next(named, None)


def _as_much(text: str, said: Prescription, tongue: Tongue) -> Prescription:
    """A dose that is done once more; what the text itself tells of sides stands."""
    both = not tongue.words.both.by_first.keys().isdisjoint(words_in(text))
    return replace(said, sides=None) if both else said


def _member(statement: Statement, last: Member | None, tongue: Tongue) -> Member:
    said = statement.said
    for note in statement.notes:
        same = starts_like(note, tongue.prose.same) and any(
            rest in note.casefold() for rest in tongue.words.rest.by_first
        )
        if same and last and not said.rests_ms:
            said = replace(said, rests_ms=last.said.rests_ms)
    return Member(statement=statement, name=statement.name, said=said, notes=list(statement.notes))


def _dose(block: Block, statement: Statement, last: Member | None, tongue: Tongue) -> None:
    """A dose on a line of its own is that of the exercise above it."""
    said = statement.said
    if last is None:
        if said.doses and not statement.name:
            block.default = merged(block.default, said) if len(said.doses) > 2 else block.default
        elif said.sets and (statement.for_all or not (said.doses or statement.name)):
            block.default = merged(block.default, replace(said, sides=None))
        return
    if statement.for_all and said.sets and not said.doses and _without_sets(block):
        block.default = merged(block.default, replace(said, sides=None))
        return
    if _is_step(statement, last) or (last.from_default and _of_intervals(said, block)):
        return
    if last.complete and set(words_in(statement.text)) & tongue.prose.extra:
        return
    if is_length_of_all(last.said, statement):
        last.said = replace(last.said, doses=())
    one_more = last.lines and last.said.doses and said.doses and (not said.sets or said.loads)
    kinds = {type(dose) for dose in (*last.said.doses, *said.doses)}
    alike = len(kinds) == 1 or kinds == {Reps, OpenReps}
    if one_more and not statement.name and alike:
        before, more = _set_by_set(last.said), _set_by_set(said)
        last.said = replace(
            before,
            sets=None,
            doses=(*before.doses, *more.doses),
            efforts=(*before.efforts, *more.efforts),
            loads=(*before.loads, *more.loads),
        )
    else:
        before = last.said
        last.said = merged(before, said, held="hold" in statement.text.casefold())
        if said.doses and before.doses == last.said.doses and said.doses != before.doses:
            last.others.append(statement)
    last.lines += 1
    last.notes.append(statement.text)


def _set_by_set(said: Prescription) -> Prescription:
    """A dose with that of each of its sets: `100 kg x 5 x 3` are three of five reps."""
    often = said.sets.low if said.sets and said.loads and len(said.doses) == 1 else 1
    return replace(said, doses=said.doses * often, loads=said.loads * often)


def _without_sets(block: Block) -> bool:
    """Whether several exercises stand there, of which none has sets of its own."""
    return len(block.members) > 1 and not any(member.said.sets for member in block.members)


def _of_intervals(said: Prescription, block: Block) -> bool:
    """Whether a dose says once more how the intervals of its section go."""
    match said.doses:
        case (Timed(length_ms=length),):
            setting = block.setting
            return length == setting.work_ms and said.sets in (None, setting.rounds)
    return False


def _is_step(statement: Statement, last: Member) -> bool:
    """Whether a dose stands in a list of steps, and not below the name of an exercise."""
    alike = kind_of(statement.marker) == kind_of(last.statement.marker)
    named = last.statement.kind is Kind.NAME and not last.from_default
    return bool(named and statement.marker and last.statement.marker and alike
                and statement.indent <= last.statement.indent)  # fmt: skip


def _setting(
    block: Block, statement: Statement, last: Member | None, tongue: Tongue, *, after_gap: bool
) -> None:
    setting = statement.setting
    open_ = last is not None and not last.complete and not last.from_default
    if setting.repeats and last and open_ and not _is_step(statement, last):
        last.said = merged(last.said, replace(statement.said, times=setting.rounds))
        last.lines += 1
        return
    if setting.repeats and not any(m.statement.kind is Kind.EXERCISE or m.complete or m.from_default
                                   for m in reversed(block.members)):  # fmt: skip
        return  # of a heading that is an exercise itself
    lines = [member.statement.line for member in block.members[-2:]]
    same_line = lines[-1:] == [statement.line] and lines.count(statement.line) == 1
    if setting.repeats and last and (last.lines or same_line):
        last.said = merged(last.said, Prescription(times=setting.rounds), held=True)
        return
    if setting.rounds and block.members and starts_like(statement.text, tongue.prose.variants):
        block.notes.append(statement)
        return
    again = _ends_again(statement, tongue)
    alone = len(block.members) == 1 and not setting.says
    if again and last and alone and not last.said.sets and last.complete:
        last.said = replace(last.said, sets=Range(2, 2))  # `rest 15 seconds, repeat`
    block.setting = block.setting.with_more(setting)
    of_intervals = block.setting.work_ms and not block.setting.rest_ms and not block.members
    if statement.said.rests_ms and of_intervals and not statement.scope:
        block.setting = replace(block.setting, rest_ms=statement.said.rests_ms[0])
        return
    maybe = statement.scope != "rounds" and set(words_in(statement.text)) & tongue.prose.extra
    if statement.said.rests_ms and not maybe:
        told = is_sentence(statement.text, tongue.prose)
        aside = after_gap or (told and (last is None or last.statement.line != statement.line))
        aside = aside or _ends_list(block.members) or block.setting.timing in ON_THE_CLOCK
        if aside and not statement.scope and last is not None:
            last.pause = last.pause or statement
        else:
            _rest(block, statement, last)


def _rest(block: Block, statement: Statement, last: Member | None) -> None:
    """A rest on a line of its own."""
    if statement.scope == "rounds":
        block.round_rest = block.round_rest or statement
    elif statement.scope == "sets" and not _of_last(statement, block.members):
        block.set_rest = block.set_rest or statement
    elif statement.scope in ("main", "others", "named", "all"):
        pass  # told of all sections
    elif statement.scope == "exercises":
        block.rest = block.rest or statement
    elif last is not None and not last.said.rests_ms:
        last.said = replace(last.said, rests_ms=statement.said.rests_ms)
        last.notes.append(statement.text)
    elif last is None:
        block.set_rest = block.set_rest or statement


def _ends_list(members: Sequence[Member]) -> bool:
    """Whether the last exercises stand line by line, each with sets of its own, and no rest."""
    last = members[-2:]
    lines = [member.statement.line for member in last]
    single = len(last) > 1 and lines[1] == lines[0] + 1 and not last[1].lines
    single = single and not any(member.statement.label for member in last)
    sets = all(m.said.sets and m.said.sets.high > 1 and not m.said.rests_ms for m in last)
    return single and sets


def _ends_again(statement: Statement, tongue: Tongue) -> bool:
    """Whether a line says that all before it is done once more: `rest 15 s, repeat`."""
    return words_in(statement.text)[-1:] in tongue.prose.ends_again


def _of_last(statement: Statement, members: Sequence[Member]) -> bool:
    """Whether a rest between sets is told of one exercise: in its line, or in a list below it."""
    lines = [member.statement.line for member in members[-2:]]
    if lines[-1:] == [statement.line]:
        return lines.count(statement.line) == 1
    deeper = bool(members) and statement.indent > members[-1].statement.indent
    return bool(statement.marker) and deeper


def _own_exercise(block: Block, tongue: Tongue) -> None:
    """Drop the names that are no exercises; a heading with a dose below it is one itself."""
    block.members = [m for m in block.members if m.complete or m.from_default or m.said.sets]
    head = block.heading
    if block.members or head is None or head.nameless or block.title:
        return
    of_others = block.setting.work_ms and block.setting.rest_ms  # intervals of what stands below it
    if _only_section(head, tongue) or of_others:
        return
    said = head.said
    held = False
    known = _is_known(head.name, tongue.prose)
    for statement in block.body:
        if not known and len(words_in(statement.text)) > LONGEST_DOSE:
            continue  # a tale below a title
        of_all = not tongue.prose.all_of_them.isdisjoint(words_in(statement.text))
        if statement.for_all and of_all and statement.kind is Kind.DOSE:
            block.default = merged(block.default, statement.said)
            return
        elif statement.kind in (Kind.DOSE, Kind.EXERCISE, Kind.SETTING):
            held = held or "hold" in statement.text.casefold()
            if is_length_of_all(said, statement):
                said = replace(said, doses=())
            said = merged(said, statement.said, held=held)
            if statement.setting.repeats:
                said = merged(said, Prescription(times=statement.setting.rounds), held=held)
            elif said.doses and not (said.sets or said.sides) and _ends_again(statement, tongue):
                said = replace(said, sets=Range(2, 2))
    if said.doses or said.times:
        block.be_exercise(head, said)


def _is_known(name: str, prose: Prose) -> bool:
    """Whether a heading names a movement, a part of the body, or one exercise of several."""
    return names_known(name, prose) or not prose.all_of_them.isdisjoint(words_and_parts(name))


def _only_section(head: Statement, tongue: Tongue) -> bool:
    words = words_in(head.name)
    return all(word in tongue.prose.sections for word in words)
