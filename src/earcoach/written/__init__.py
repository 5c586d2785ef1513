"""Plain words -> a routine: lines, what each of them is, what they say, joined to a reading."""

from earcoach.written.explaining import explained
from earcoach.written.joining import joined
from earcoach.written.languages import language_of
from earcoach.written.parts import Tongue, metric, tongue
from earcoach.written.passes import statements
from earcoach.written.pieces import pieces
from earcoach.written.reading import Reading
from earcoach.written.source import SourceText


def read(source: SourceText, *, language: str | None = None) -> Reading:
    """What a text prescribes; its language is found out where it is not given.

    Raises EarcoachError for a text in a language that is not understood.
    """
    words = _tongue(source, language)
    return joined(statements(pieces(source), words), source, words)


def explain(source: SourceText, *, language: str | None = None) -> str:
    """Each stage of a reading as text, so that one sees where it went wrong."""
    words = _tongue(source, language)
    lines = pieces(source)
    said = statements(lines, words)
    return explained(lines, said, joined(said, source, words))


def _tongue(source: SourceText, language: str | None) -> Tongue:
    texts = (line.text for line in source.lines)
    return metric(texts, tongue(language_of(source, language)))
