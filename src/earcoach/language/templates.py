"""Templates: texts with named fields in braces, `Next: {name}, {dose}.`"""

import re
from collections.abc import Collection, Iterable
from string import Formatter

from earcoach.suggest import did_you_mean

SENTENCE_ENDS = (".", "!", "?")
BRACES = re.compile(r"\{(?P<field>[^{}]*)\}|[{}]")


class BadTemplate(ValueError):
    """A template that cannot be filled: what is wrong at `offset`, `length` characters long."""

    def __init__(self, message: str, offset: int, length: int, *, cure: str | None = None) -> None:
        """Keep the place inside the text, for the caret."""
        super().__init__(message)
        self.message, self.offset, self.length, self.cure = message, offset, length, cure


def filled(template: str, fields: dict[str, object]) -> str:
    """The template with its fields filled in; a value that ends a sentence needs no full stop."""
    text = ""
    for literal, field, _, _ in Formatter().parse(template):
        doubled = literal.startswith(".") and text.endswith(SENTENCE_ENDS)
        text += literal[1:] if doubled else literal
        text += str(fields[field]) if field is not None else ""
    return text


def sentence(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    return text if text.endswith(SENTENCE_ENDS) else f"{text}."


def fields_of(templates: Iterable[str]) -> tuple[str, ...]:
    """The names of all fields in some templates, each once."""
    found = (field for text in templates for _, field, _, _ in Formatter().parse(text))
    return tuple(dict.fromkeys(field for field in found if field is not None))


def check_template(text: str, known: Collection[str]) -> None:
    """Raise BadTemplate unless the text has only known fields, in braces that match."""
    for match in BRACES.finditer(text):
        field, found = match["field"], match[0]
        if field is None:
            cure = "a field is a name in braces: `{name}`"
            raise BadTemplate(f"the brace `{found}` has no partner", match.start(), 1, cure=cure)
        if field not in known:
            cure = did_you_mean(field, known) or "this text has no fields"
            message = f"there is no field `{{{field[:40]}}}` here"
            raise BadTemplate(message, match.start(), len(found), cure=cure)
