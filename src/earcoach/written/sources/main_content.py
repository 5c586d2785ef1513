"""The main content of a saved page, by trafilatura; a page that it empties is read whole."""

from dataclasses import replace

from earcoach.written.source import SourceText
from earcoach.written.sources.original import Original
from earcoach.written.sources.page import read_page
from earcoach.written.sources.plain import text_of

LEAST_KEPT = 0.4
"""Of the lines with a number: an extractor that loses or joins doses has lost the workout."""


def read_main_content(original: Original) -> SourceText:
    """The lines of the main content."""
    from trafilatura import extract

    whole = read_page(original)
    found = extract(
        text_of(original),
        output_format="html",
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
    )
    if not found:
        return whole
    main = read_page(replace(original, data=found.encode(), charset="utf-8"))
    kept = len(_doses(main) & _doses(whole)) >= LEAST_KEPT * len(_doses(whole))
    return replace(main, title=whole.title) if kept else whole


def _doses(text: SourceText) -> set[str]:
    return {line.text for line in text.lines if any(sign.isdigit() for sign in line.text)}
