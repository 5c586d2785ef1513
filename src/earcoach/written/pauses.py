"""Rests that stand alone between the exercises, and say not what they are between."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from earcoach.written.blocks import ON_THE_CLOCK, Block, Member
from earcoach.written.statements import Kind, Statement


def settle(blocks: Sequence[Block]) -> None:
    """Give each such rest its place.

    After an exercise that stands alone it is its own; after several it is a break before what comes
    next, and the rest of all after the last of them.
    """
    filled = [block for block in blocks if block.members]
    for block in filled:
        gaps = [s.line for s in block.body if s.kind is Kind.BLANK]
        paragraphs = [bisect_left(gaps, member.statement.line) for member in block.members]
        for n, member in enumerate(block.members):
            if member.pause is None:
                continue
            if n == len(block.members) - 1 and _of_all(block, last=block is filled[-1]):
                block.set_rest = block.set_rest or member.pause
            else:
                alone = n == 0 or paragraphs[n - 1] != paragraphs[n]
                _after(block, member, member.pause, alone=alone)


def _of_all(block: Block, *, last: bool) -> bool:
    """Whether what stands below all exercises of a block is the rest after each of their sets."""
    if any(member.said.rests_ms for member in block.members):
        return False
    on_the_clock = block.setting.timing in ON_THE_CLOCK
    if on_the_clock or block.setting.work_ms or _in_rows(block):
        return False
    if block.setting.rounds:
        return last
    return any(map(_several_sets, block.members)) or bool(block.default.sets)


def _after(block: Block, member: Member, pause: Statement, *, alone: bool) -> None:
    """What stands alone in its paragraph has the rest as its own; so has what has no sets."""
    straight = not block.setting.says and not _in_rows(block)
    own = straight and (alone or not _several_sets(member))
    if own and not member.said.rests_ms:
        member.said = replace(member.said, rests_ms=pause.said.rests_ms)
    else:
        member.rest_after = pause


def _in_rows(block: Block) -> bool:
    """Whether all that stands in a block has a dose for each round: `21-15-9`."""
    return len(block.default.doses) > 1


def _several_sets(member: Member) -> bool:
    sets = member.said.sets
    return len(member.said.doses) > 1 or (sets is not None and sets.high > 1)
