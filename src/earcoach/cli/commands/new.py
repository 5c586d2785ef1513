"""The command that begins a routine of one's own."""

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from earcoach.cli import completing
from earcoach.cli.messages import notice
from earcoach.cli.options import ForceOption
from earcoach.cli.text_files import check_place, write_text
from earcoach.errors import UsageError, folder_error
from earcoach.paths import user_folder
from earcoach.routine.catalog import SUFFIXES, list_routines
from earcoach.routine.diagnostics import InvalidRoutine
from earcoach.routine.loading import loads

NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="What it is called by, or a path to a new file.")
]
TitleOption = Annotated[str | None, typer.Option(metavar="TEXT", help="What it is called aloud.")]
EquipmentOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ITEM",
        help="What is needed. Repeatable.",
        autocompletion=completing.equipment,
    ),
]
ExerciseOption = Annotated[
    list[str] | None,
    typer.Option(metavar="EXERCISE", help="Such as 'Squat: 3 x 12' or 'Plank 45 s'. Repeatable."),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        metavar="CODE", help="The coach's language: en or de.", autocompletion=completing.languages
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("new", epilog="Example: earcoach new evening --exercise 'Squat: 3 x 12'")(new)


def new(
    name: NameArgument,
    *,
    title: TitleOption = None,
    equipment: EquipmentOption = None,
    exercise: ExerciseOption = None,
    language: LanguageOption = None,
    force: ForceOption = False,
) -> None:
    """Begin a routine of your own, with comments to go on with.

    A name makes a file among your routines, which `earcoach start NAME` finds. In a terminal you
    are asked for what is not said.
    """
    from earcoach.written.starting import routine_to_go_on_with

    if name.endswith(("/", os.sep)):
        raise folder_error(name)
    if not name.strip(". "):
        raise UsageError("a routine needs a name", cure="such as `earcoach new evening`")
    path = _path(name)
    own = path.parent == user_folder("routines")
    check_place(path, force=force)
    if own and not force and any(entry.name == path.stem for entry in list_routines()):
        cure = "choose another name, or add --force to have yours in its place"
        raise UsageError(f"`{path.stem}` is a routine that comes with earcoach", cure=cure)
    usual = path.stem.replace("-", " ").replace("_", " ").capitalize()
    called_aloud = title or _asked("Title", usual)
    needed = equipment or _items(_asked("Equipment, with commas", ""))
    exercises = exercise or list(_asked_for_exercises())
    text = routine_to_go_on_with(
        title=called_aloud,
        path=str(path),
        equipment=needed,
        exercises=exercises,
        language=language,
    )
    loads(text, path=str(path))  # or every mistake is told
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text, force=force)
    if not exercises:
        notice("no exercise was named, so there are examples in it")
    short = shlex.quote(name if own else str(path))
    notice(f"{path}: edit it, and call it with `earcoach start {short}`")


def _path(name: str) -> Path:
    path = Path(name)
    if path.suffix in SUFFIXES or path.name != name:
        return path if path.suffix in SUFFIXES else path.with_name(f"{path.name}.yaml")
    return user_folder("routines") / f"{name}.yaml"


def _asked(question: str, usual: str) -> str:
    if not sys.stdin.isatty():
        return usual
    answer: str = typer.prompt(question, default=usual, show_default=bool(usual), err=True)
    return answer


def _items(answer: str) -> list[str]:
    return [item.strip() for item in answer.split(",") if item.strip()]


def _asked_for_exercises() -> Iterator[str]:
    """Lines such as `Squat: 3 x 12`, each asked for until it can be read."""
    while line := _asked("Exercise, such as Squat: 3 x 12 (or nothing more)", "").strip():
        if _is_read(line):
            yield line


def _is_read(exercise: str) -> bool:
    """Whether an exercise can be read; if not, why is told, and else what is made of it."""
    from earcoach.written.starting import item_of

    try:
        item = item_of(exercise)
    except InvalidRoutine as error:
        found = error.diagnostics[0]
        notice(found.message + (f" ({found.cure})" if found.cure else ""))
        return False
    if item != f"- {exercise}":
        notice(item)
    return True
