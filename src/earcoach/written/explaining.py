"""The stages of a reading as text, so that one sees where it went wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from earcoach.written.pieces import Piece
from earcoach.written.reading import Given, Reading
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, Kind, Statement


def explained(pieces: Sequence[Piece], statements: Sequence[Statement], reading: Reading) -> str:
    """Three parts: the lines less their marks, what each says, and what was joined from them."""
    parts = (
        ("lines, less their marks", _pieces(pieces)),
        ("what each line says", _statements(statements)),
        ("joined", _reading(reading)),
    )
    return "\n\n".join("\n".join([f"== {title}", *lines]) for title, lines in parts)


def _pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.text or piece.cells:
            marks = " ".join(
                f"{name}={value!r}"
                for name in ("level", "marker", "label", "indent", "bold", "cells")
                if (value := getattr(piece, name))
            )
            yield f"{piece.number:4}  {piece.text}" + (f"   [{marks}]" if marks else "")


def _statements(statements: Sequence[Statement]) -> Iterator[str]:
    for statement in statements:
        if statement.kind is not Kind.BLANK:
            told = [statement.name or statement.text, *_said(statement)]
            yield f"{statement.line:4}  {statement.kind:9}  " + " | ".join(told)


def _said(statement: Statement) -> Iterator[str]:
    if statement.said != NOTHING:
        yield _shown(statement.said, NOTHING)
    if statement.setting.says:
        yield _shown(statement.setting, Setting())


def _shown(value: object, empty: object) -> str:
    """The fields of a value that say something."""
    names = [field.name for field in fields(value)]  # type: ignore[arg-type]
    told = {name: getattr(value, name) for name in names}
    return ", ".join(
        f"{name}={each}" for name, each in told.items() if each != getattr(empty, name)
    )


def _reading(reading: Reading) -> Iterator[str]:
    yield f"title: {reading.title.value} ({reading.title.origin})"
    for section in reading.sections:
        yield f"section: {_given(section)}"
        for exercise in section.exercises:
            yield f"  exercise: {_given(exercise)}"


def _given(value: object) -> str:
    """All values of a section or an exercise, each with its origin and its line."""
    names = [field.name for field in fields(value)]  # type: ignore[arg-type]
    told = ((name, getattr(value, name)) for name in names)
    return ", ".join(
        f"{name}={given.value} ({given.origin}, line {given.line})"
        for name, given in told
        if isinstance(given, Given)
    )
