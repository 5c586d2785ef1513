"""A set that only the athlete ends: what is heard once its estimated time is over."""

from itertools import count, takewhile

from earcoach.language.words import Words
from earcoach.timeline.cues import Cue, Layout, Lengths, Measure, Role
from earcoach.units import frames_of_ms

TIMES = 3
"""A set that nobody ends is over after this many times its estimate,"""
AT_LEAST = frames_of_ms(120_000)
"""and at least this long after it."""
REMINDER = frames_of_ms(15_000)
"""Between two soft tones that tell that the coach waits."""


def until_done(layout: Layout, words: Words, sounds: Measure, *, how: str) -> Layout:
    """The layout of such a set, longer: what the athlete can do, soft tones, and an end of its own.

    The longer layout begins as the other one. `how` names the text that tells how it is ended.
    """
    estimate = layout.length
    length = max(TIMES * estimate, estimate + AT_LEAST)
    lengths = Lengths(sounds)
    told = lengths.said(Role.TIME, estimate, words.say(how))
    over = lengths.said(Role.TIME, 0, words.say("waiting_over"))
    over = lengths.said(Role.TIME, max(told.end, length - over.length), words.say("waiting_over"))
    ticks = takewhile(lambda onset: onset < over.onset, count(told.end + REMINDER, REMINDER))
    tones: list[Cue] = [lengths.sounded(Role.TIME, onset, "tick") for onset in ticks]
    return Layout(length=over.end, cues=(*layout.cues, told, *tones, over))
