"""What the words of the languages tell of a name in another program's format."""

from earcoach.language.vocabulary import EVERYTHING
from earcoach.language.vocabulary.texts import PROSE
from earcoach.routine.model import Range, Timed
from earcoach.routine.prescription import Cursor
from earcoach.written.names import is_static

LONGEST_REST = 3
"""Words; a longer name that has one for rest in it is an exercise."""


def timed(name: str, length_ms: int) -> Timed:
    """A dose by the clock: a hold, if the name is that of a position."""
    hold = any(is_static(name, prose) for prose in PROSE.values())
    return Timed(Range(length_ms, length_ms), hold=hold)


def is_rest(name: str) -> bool:
    """Whether nothing is done in what has this name: `Rest`, `Short break`, `Pause`."""
    if len(name.split()) > LONGEST_REST:
        return False
    cursor = Cursor(name, words=EVERYTHING)
    for at in range(len(cursor.tokens) - 1):
        cursor.at = at
        if cursor.said(EVERYTHING.rest) and (cursor.at_end or cursor.here.kind != "letters"):
            return cursor.here.text != "-"
    return False
