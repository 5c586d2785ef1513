"""Texts of the coach that a routine, or the user's own settings, replace."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from earcoach.language.model import Language
from earcoach.language.registry import DEFAULT_LANGUAGE, LANGUAGES
from earcoach.language.templates import BadTemplate, check_template
from earcoach.language.texts import Replaced
from earcoach.language.words import Words, words_in
from earcoach.routine.diagnostics import Report
from earcoach.routine.fields import (
    Field,
    Schema,
    listing_of,
    mapping_of,
    read_fields,
    read_text,
    read_with,
)
from earcoach.routine.model import Routine
from earcoach.routine.prescription import Misread
from earcoach.routine.reader import Listing, Node

LEAST_CHOICES = 2
"""The coach never says the same twice in a row, so there is more than one text to choose from."""

Texts = tuple[str, ...]


def words_of(
    routine: Routine,
    *,
    language: str | None = None,
    own: Mapping[str, Replaced] = MappingProxyType({}),
) -> Words:
    """The words of a session: of the language that is asked for, or else the routine's.

    The athlete's `own` texts by language come before the coach's, and the routine's before both,
    in the language that it is written in. Raises UsageError for an unknown language.
    """
    written_in = routine.language or DEFAULT_LANGUAGE
    spoken = language or written_in
    replaced = routine.wording if spoken.casefold() == written_in else ()
    return words_in(spoken, own.get(spoken.casefold(), ()), replaced)


def read_wording(node: Node, report: Report, language: Language) -> Replaced:
    """The texts in a mapping such as `rest: Breathe.`; mistakes go to the report."""
    mapping = mapping_of(node, report, "`wording`")
    if mapping is None:
        return ()
    fields = wording_fields(language)
    values = read_fields(mapping.entries, fields, report)
    return tuple((field.key, texts) for field in fields if (texts := values[field]))


def read_own_wording(node: Node, report: Report) -> dict[str, Replaced]:
    """The user's own texts by language; mistakes go to the report."""
    mapping = mapping_of(node, report, "own wording")
    fields = [_language_field(language) for language in LANGUAGES.values()]
    values = read_fields(mapping.entries if mapping else (), fields, report)
    return {field.key: values[field] or () for field in fields}


def _language_field(language: Language) -> Field[Replaced]:
    read = partial(read_wording, language=language)
    return Field(
        key=language.code,
        read=read,
        schema=wording_schema(language),
        meaning=f"Texts in {language.name}.",
    )


def wording_schema(language: Language) -> Schema:
    """The JSON Schema of a mapping of texts."""
    properties = {
        field.key: {**field.schema, "description": field.meaning}
        for field in wording_fields(language)
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def wording_fields(language: Language) -> list[Field[Texts]]:
    """A field for every text of a language."""
    return [
        *(_field(language, name, _single) for name in language.texts),
        *(
            _field(language, name, partial(_forms, forms=language.forms))
            for name in language.counted
        ),
        *(_field(language, name, _choices) for name in language.choices),
    ]


ReadTexts = Callable[..., Texts | None]


def _field(language: Language, name: str, read: ReadTexts) -> Field[Texts]:
    fields = language.fields(name)
    line: Schema = {"type": "string", "minLength": 1}
    several: Schema = {"type": "array", "items": line}
    schema = line if name in language.texts else {"oneOf": [line, several]}
    if name in language.choices:
        schema = {**several, "minItems": LEAST_CHOICES}
    usual = language.texts.get(name) or language.counted.get(name) or language.choices.get(name)
    shown = usual if isinstance(usual, str) else " / ".join(usual or ())
    return Field(
        key=name, read=partial(read, fields=fields), schema=schema, meaning=f"Instead of `{shown}`."
    )


def _single(node: Node, report: Report, *, fields: Texts) -> Texts | None:
    text = _template(node, report, fields)
    return None if text is None else (text,)


def _forms(node: Node, report: Report, *, fields: Texts, forms: int) -> Texts | None:
    """One text for all numbers, or one for each form of a number."""
    if not isinstance(node, Listing):
        return _single(node, report, fields=fields)
    if len(node.items) != forms:
        message = f"a text that counts has {forms} forms, and here are {len(node.items)}"
        report.add("R211", message, node.place, cure="the first is for one, the last for several")
        return None
    return _templates(node.items, report, fields)


def _choices(node: Node, report: Report, *, fields: Texts) -> Texts | None:
    texts = _templates(listing_of(node, report, "this text"), report, fields)
    different = tuple(dict.fromkeys(texts))
    if texts and len(different) < LEAST_CHOICES:
        message = "there is more than one text to choose from, so that none is said twice in a row"
        report.add("R211", message, node.place, cure="add another one")
        return None
    return different


def _templates(nodes: Any, report: Report, fields: Texts) -> Texts:
    read = (_template(node, report, fields) for node in nodes)
    return tuple(text for text in read if text is not None)


def _template(node: Node, report: Report, fields: Texts) -> str | None:
    text = read_text(node, report)
    return None if text is None else read_with(node, report, partial(_checked, text, fields))


def _checked(text: str, fields: Texts, written: str) -> str:
    """The text; what is wrong is shown in it as it was written."""
    try:
        check_template(written, fields)
    except BadTemplate as error:
        raise Misread(
            error.message, error.offset, error.length, code="R210", cure=error.cure
        ) from None
    return text
