"""What begins at a place in a line. Lines often end alike, and the same dose is read only once."""

from functools import cache

from earcoach.language.vocabulary import Vocabulary
from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Distance
from earcoach.routine.prescription import BareM, Cursor, Found, longest
from earcoach.written.regime_forms import setting
from earcoach.written.settings import Setting

LONGEST = 100
"""Characters of an end that other lines may have too; what is longer is read where it stands."""

MOST = 4096
"""Ends that are remembered."""


class LineEnds:
    """The ends of lines that have been read, in one language, and the part that begins each."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._known: dict[tuple[object, ...], tuple[Found | Setting | None, int, int]] = {}

    def read(self, c: Cursor) -> Found | Setting | None:
        """What begins at the next token; the cursor ends up after it, or anywhere for nothing."""
        start, offset = c.at, c.here.offset
        if len(c.text) - offset > LONGEST:
            return _part(c, self._prose)
        outlook = c.outlook()
        known = self._known.get(outlook)
        if known is None:
            if len(self._known) >= MOST:
                self._known.clear()
            part = _part(c, self._prose)
            self._known[outlook] = part, offset, c.at - start
            return part
        part, before, tokens = known
        c.at = start + tokens
        return part and part.moved(offset - before)


@cache
def ends_of_lines(words: Vocabulary, prose: Prose, bare_m: BareM) -> LineEnds:
    """Those of one language, with one meaning of a bare `m`."""
    return LineEnds(prose)


def _part(c: Cursor, prose: Prose) -> Found | Setting | None:
    start = c.at
    part: Found | Setting | None = setting(c, prose)
    if part is None:
        c.at = start
        part = _after_x(c) or longest(c)
    return part


def _after_x(c: Cursor) -> Found | None:
    """The way after an `x` that says no more than a dash: `Farmer carry x 40 m`."""
    mark = c.at
    found = longest(c) if c.take("x") else None
    if found and len(found.said.doses) == 1 and isinstance(found.said.doses[0], Distance):
        return found
    c.at = mark
    return None
