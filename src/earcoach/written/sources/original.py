"""What was given, before anybody knows what it says, and what a source can make of it."""

from dataclasses import dataclass

from earcoach.written.reading import Reading
from earcoach.written.source import SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of a file, a page or a paste, as they came."""

    data: bytes
    """All of it."""
    name: str
    """What people know it by: a path, an address, `standard input`."""
    suffix: str = ""
    """The suffix of its name, in small letters with its dot; "" where it has none."""
    media_type: str = ""
    """What a server calls it: `text/html`; "" elsewhere."""
    charset: str | None = None
    """The encoding that a server names, if it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineText:
    """A routine in the program's own format, found in a file or in somebody's answer."""

    text: str
    """The YAML. Its lines have the numbers that they have in the source."""
    name: str
    """What the source is called."""


Material = SourceText | RoutineText | Reading
"""Text to be understood, a routine of our own, or what another program says in its own format."""
