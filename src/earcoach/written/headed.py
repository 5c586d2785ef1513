"""Exercises that stand as headings, above how each is done, where a dose of all was told before."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from earcoach.written.blocks import Block, Member
from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import UNMARKED, Kind

FEWEST = 3
"""Headings in a row; fewer are sections that say nothing."""

LONGEST = 10
"""Words of such a heading."""


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
