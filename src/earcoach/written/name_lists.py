"""Which names without a dose are exercises: by what else stands in their list."""

from collections.abc import Sequence

from earcoach.written.blocks import Block
from earcoach.written.names import in_section_words, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Kind, Statement

LONGEST_AHEAD = 6
"""Words of a name above the line that tells how long all is done; more are no name."""

FEWEST_NAMED = 2
"""Names in bold letters of a list without doses, which are exercises all the same."""


LONGEST_UNKNOWN = 4
"""Words of a name that has no word of a movement."""


def names_count(block: Block, tongue: Tongue, default: bool) -> bool:
    """Whether lines without a dose are exercises here."""
    if default:
        return True
    names = [s for s in block.body if s.kind is Kind.NAME]
    if sum(s.named for s in names) >= FEWEST_NAMED:
        return True
    dosed = [s for s in block.body if s.kind is Kind.EXERCISE]
    listed = [s for s in names if s.marker and len(words_in(s.name)) <= 6]
    if dosed and _is_one_list(block, tongue):
        return True
    if dosed:
        alike = {s.indent for s in listed} & {s.indent for s in dosed}
        return bool(alike) and len(names) <= 2 * len(dosed)
    doses = any(s.kind is Kind.DOSE for s in block.body)
    section = block.heading is not None and in_section_words(block.heading.name, tongue.prose)
    known = sum(names_movement(s.name, tongue.prose) for s in listed)
    alone = section and len(listed) > 1 and len(listed) == len(names) and not doses
    return alone and 2 * known >= len(listed)


def _is_one_list(block: Block, tongue: Tongue) -> bool:
    """Whether a section has nothing but a list, most of which are movements by their names."""
    if block.heading is None or not in_section_words(block.heading.name, tongue.prose):
        return False
    told = (s for s in block.body if s.marker and s.kind is not Kind.CHATTER)
    lines = list(told)
    items = [s for s in lines if s.kind in (Kind.NAME, Kind.EXERCISE)]
    if Kind.DOSE in block.kinds or len(items) + 1 < len(lines):
        return False
    alike = {(kind_of(s.marker), s.indent) for s in items}
    known = sum(names_movement(s.name, tongue.prose) for s in items)
    return len(alike) == 1 and (2 * known > len(items) or _is_done(block, items, tongue))


def _is_done(block: Block, items: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether all of a list is done, whatever it is called: in rounds, or to get warm."""
    words = set(words_in(block.name))
    rounds = block.setting.rounds or any(s.setting.rounds for s in block.body)
    done = bool(rounds) or bool(words & tongue.prose.warm_up)
    return done and all(len(words_in(s.name)) <= LONGEST_UNKNOWN for s in items)


def line_of_work(block: Block) -> int:
    """Where a line of a block tells how long all is done; 0 where its heading does, or none."""
    lines = (s.line for s in block.body if s.kind is Kind.SETTING and s.setting.work_ms)
    return 0 if block.heading and block.heading.setting.work_ms else next(lines, 0)


def kind_of(marker: str) -> str:
    """What items of one list have in common: numbers differ, other marks are the same."""
    return "1" if marker[:1].isdigit() else marker
