"""Commands that wait: quitting comes first, and what nobody can mean is dropped and told."""

import queue

from stage import LEVELS, plan_of

from earcoach.language.words import words_in
from earcoach.session.commands import AT_ONCE, WAITING, Action, Command, Inbox
from earcoach.session.prefetch import PHASES_AHEAD, layouts_ahead
from earcoach.timeline import edits
from earcoach.timeline.schedule import schedule
from earcoach.timeline.take import taken

EMOM = """\
title: Every minute
sections:
  - {name: On, type: emom, every: 30s, rounds: 3, exercises: [Hop: 4, Skip: 6]}
"""


def inbox_of(*commands: Command) -> Inbox:
    waiting: queue.SimpleQueue[Command] = queue.SimpleQueue()
    for command in commands:
        waiting.put(command)
    return Inbox(waiting)


def test_commands_are_granted_in_order_some_for_a_block() -> None:
    asked = [Action.FASTER, Action.WHERE, Action.NEXT, Action.AGAIN, Action.DONE, Action.HELP]
    inbox = inbox_of(*asked)
    granted = []
    while (batch := inbox.next_ones())[0]:
        assert len(batch[0]) <= AT_ONCE
        assert batch[1] == 0
        granted += batch[0]
    assert granted == asked


def test_quitting_comes_before_thousands_of_others() -> None:
    inbox = inbox_of(*[Action.NEXT] * 3000, Action.QUIT, *[Action.NEXT] * 10)
    assert inbox.next_ones() == ([Action.QUIT], 3000 - WAITING)


def test_what_nobody_can_mean_is_dropped_and_told() -> None:
    inbox = inbox_of(*[Action.NEXT] * 3000)
    commands, dropped = inbox.next_ones()
    assert (len(commands), dropped) == (AT_ONCE, 3000 - WAITING)
    assert inbox.next_ones()[1] == 0


def test_what_is_prepared_of_an_emom_is_what_will_be_heard() -> None:
    """The rest of its interval, and not of a whole one."""
    timeline = schedule(plan_of(EMOM), LEVELS, words=words_in())
    take = edits.moved_to(taken(timeline.scheduler), 0, 0)
    prepared = list(layouts_ahead(take))
    assert prepared == [timeline[index].layout for index in range(PHASES_AHEAD + 1)]
    later = edits.moved_to(take, 0, 2)
    assert next(iter(layouts_ahead(later))) == timeline[2].layout
