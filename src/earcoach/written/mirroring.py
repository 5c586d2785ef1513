"""What is done again with the other side: `same again on the left`, `as above with the left`."""

import re
from dataclasses import replace

from earcoach.routine.model import Sides
from earcoach.written.blocks import Block, Member
from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Statement

LEFT_AND_RIGHT = 2
"""Words of a pair of sides of which each names one; others say no more than `other side`."""


def of_other_side(statement: Statement, tongue: Tongue) -> bool:
    """Whether the same is done with the other side: `as above with the left leg`."""
    sides = frozenset().union(*tongue.prose.two_sides)
    return not sides.isdisjoint(words_in(statement.text))


def mirror(block: Block, statement: Statement, last: Member, tongue: Tongue) -> None:
    """Do an exercise on the other side: one of its own, where the first has named its side."""
    words = set(words_in(last.statement.text))
    named = next((pair for pair in tongue.prose.two_sides if pair & words), None)
    if named is None or len(named) != LEFT_AND_RIGHT:
        last.said = replace(last.said, sides=Sides.EACH)
        return
    mine = next(word for word in words_in(last.statement.text) if word in named)
    (other,) = named - {mine}
    name = re.sub(rf"\b{mine}\b", other, last.name, flags=re.IGNORECASE)
    name = name if name != last.name else f"{last.name}, {other}"
    block.members.append(Member(statement=statement, name=name, said=last.said))
