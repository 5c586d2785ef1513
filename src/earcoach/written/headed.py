"""Exercises that stand as headings, above how each is done: where a dose of all was told before,
and where a heading itself says how long or how far.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from earcoach.written.blocks import Block, Member
from earcoach.written.names import names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import UNMARKED, Kind, Statement

FEWEST = 3
"""Headings in a row; fewer are sections that say nothing."""

LONGEST = 10
"""Words of such a heading."""

_TOLD = {Kind.BLANK, Kind.PROSE, Kind.CHATTER, Kind.WARNING, Kind.SETTING}
"""What may stand below an exercise."""


def take_headed(found: Sequence[Block], whole: Block, tongue: Tongue) -> None:
    """Make exercises of headings with nothing but prose below, where all have a dose or a time."""
    told = bool(whole.default.doses or whole.default.sets or whole.setting.work_ms)
    series = _series(found) if told else []
    for row in [series] if series else _rows(found, tongue) if told else ():
        for block in row:
            head = block.heading
            if head is not None:
                notes = [s.text for s in block.body if s.kind is Kind.PROSE]
                block.members = [
                    Member(statement=head, name=head.name, notes=notes, from_default=True)
                ]
                block.own = True


def take_lasting(found: Sequence[Block], tongue: Tongue) -> None:
    """Make exercises of headings with a length, and nothing but words below: `Wall sit - 1:15`.

    Above exercises such a length is that of the whole section.
    """
    for n, block in enumerate(found):
        head = block.heading
        if head is None or block.members or not head.whole.doses or not _lasts(head, tongue):
            continue
        if block.kinds <= _TOLD and not any(map(_is_filled, _inside(head, found[n + 1 :]))):
            rests = (s.said.rests_ms for s in block.body if s.said.rests_ms)
            said = replace(head.whole, rests_ms=head.whole.rests_ms or next(rests, ()))
            block.be_exercise(head, said)


def _inside(head: Statement, below: Sequence[Block]) -> Iterator[Block]:
    """The blocks under deeper headings, which stand within that of a heading."""
    return takewhile(lambda b: b.heading is not None and b.heading.level > head.level, below)


def _lasts(head: Statement, tongue: Tongue) -> bool:
    """Whether a heading names what is done as a whole: an exercise, a warm-up or a cool-down."""
    words, prose = set(words_in(head.name)), tongue.prose
    if head.nameless or head.setting.says or not prose.telling.isdisjoint(words):
        return False
    ends = words & (prose.warm_up | prose.cool_down) and words <= prose.sections
    return bool(ends) or (names_movement(head.name, prose) and not words & prose.divisions)


def _is_filled(block: Block) -> bool:
    """Whether a block has exercises, or a heading with marks that may name one."""
    marked = block.heading is not None and block.heading.level < UNMARKED
    return bool(block.members) or marked


def _series(found: Sequence[Block]) -> list[Block]:
    """Blocks under headings that are numbered from one on, whatever stands between them."""
    numbered = [block for block in found if _number(block)]
    dosed = any(member.said.sets for block in numbered for member in block.members)
    in_order = [_number(block) for block in numbered] == list(range(1, len(numbered) + 1))
    return numbered if in_order and len(numbered) > FEWEST and not dosed else []


def _number(block: Block) -> int:
    """The number of a heading that only names something; 0 for any other block."""
    head = block.heading
    number = re.match(r"\(?(\d{1,2})[.)]", head.marker) if head else None
    marked = head is not None and 0 < head.level < UNMARKED and not head.setting.says
    return int(number[1]) if number and marked else 0


def _rows(found: Sequence[Block], tongue: Tongue) -> Iterator[list[Block]]:
    for like, group in groupby(found, lambda block: _level(block, tongue)):
        row = list(group)
        if like and len(row) >= FEWEST:
            yield row


def _level(block: Block, tongue: Tongue) -> int:
    """The level of a heading that may be an exercise; 0 for any other block."""
    head = block.heading
    if head is None or block.members or block.title or head.nameless or block.setting.says:
        return 0
    words, prose = words_in(head.name), tongue.prose
    named = 0 < len(words) <= LONGEST and prose.telling.isdisjoint(words)
    about = prose.sections | prose.asides | prose.remarks | prose.clock_notes
    resting = set(words) <= set(tongue.words.rest.by_first)
    return head.level if named and not resting and not set(words) <= about else 0
