"""Plain words -> a routine: lines, what each of them is, what they say, joined to a reading."""

from earcoach.written.reading import Reading
from earcoach.written.source import SourceText


def read(source: SourceText, *, language: str | None = None) -> Reading:
    """What a text prescribes; its language is found out where it is not given."""
    raise NotImplementedError


def explain(source: SourceText, *, language: str | None = None) -> str:
    """Each stage of a reading as text, so that one sees where it went wrong."""
    raise NotImplementedError
