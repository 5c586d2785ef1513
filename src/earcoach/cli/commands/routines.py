"""The commands about routines and their words: list, check, schema, prompt, wording."""

import json
from typing import Annotated, Any

import typer

from earcoach.cli import completing
from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import message_of
from earcoach.cli.options import PrintJsonOption
from earcoach.cli.printing import tell
from earcoach.coach import Coach
from earcoach.defaults import read_defaults
from earcoach.errors import EarcoachError
from earcoach.language.registry import DEFAULT_LANGUAGE
from earcoach.language.words import words_in
from earcoach.routine import catalog
from earcoach.routine.catalog import Entry
from earcoach.routine.diagnostics import InvalidRoutine

INVALID = InvalidRoutine.exit_code
LanguageArgument = Annotated[
    str,
    typer.Argument(
        metavar="[LANGUAGE]", help="Its code: en or de.", autocompletion=completing.languages
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("list", epilog="Example: earcoach list")(list_routines)
    app.command("check", epilog="Example: earcoach check my-legs.yaml")(check)
    app.command("schema", epilog="Example: earcoach schema > earcoach.schema.json")(schema)
    app.command("prompt", epilog="Example: earcoach prompt > ask.md")(prompt)
    app.command("wording", epilog="Example: earcoach wording de")(wording)


def list_routines(*, as_json: PrintJsonOption = False) -> None:
    """List the routines that can be called by name, and your own."""
    read_defaults()  # a mistake in there is not the routines'
    found = [row for entry in catalog.list_routines() if (row := _described(entry))]
    if as_json:
        tell(json.dumps(found, indent=2, ensure_ascii=False))
        return
    rows = [
        (
            row["name"],
            row["title"],
            f"{round(row['length_s'] / 60)} min",
            ", ".join(row["equipment"]),
        )
        for row in found
    ]
    print_table(("name", "title", "about", "equipment"), rows)


def _described(entry: Entry) -> dict[str, Any] | None:
    try:
        coach = Coach(entry.path, without=())
        length_s = coach.estimate.length_s
    except EarcoachError:
        tell(f"{entry.path} has mistakes: see `earcoach check {entry.path}`", err=True)
        return None
    return {
        "name": entry.name,
        "title": coach.plan.routine.title,
        "length_s": round(length_s, 3),
        "equipment": list(coach.plan.routine.equipment),
        "own": entry.own,
        "path": str(entry.path),
    }


def check(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Routines, or texts of any kind.")
    ],
) -> None:
    """Check routines: every mistake, with its place and cure.

    Of a text it says in a line or two what was understood: `earcoach import` says all of it.
    """
    from earcoach.written.keeping import told_of  # they take their time to load
    from earcoach.written.loading import load_any

    worst = 0
    for path in files:
        try:
            loaded = load_any(path)
            for found in loaded.advice:
                tell(f"{found}\n")
            for line in told_of(loaded, path):
                tell(line, err=True)
            tell(f"{path}: ok, {loaded.routine.title}")
        except InvalidRoutine as error:
            worst = INVALID
            tell(f"{error.message}\n")
        except EarcoachError as error:  # the other files are checked anyway
            worst = max(worst, error.exit_code)
            tell(message_of(error), err=True)
    if worst:
        raise typer.Exit(worst)


def schema() -> None:
    """Print the JSON Schema of routines, for editors."""
    from earcoach.routine.schema import shipped_schema

    tell(shipped_schema(), newline=False)


def prompt() -> None:
    """Print a page that makes a chat bot write you a routine.

    Paste it before your wish; the answer can be coached as it is, with all that is said around it.
    """
    from earcoach.routine.prompt import assistant_prompt

    tell(assistant_prompt(), newline=False)


def wording(language: LanguageArgument = DEFAULT_LANGUAGE) -> None:
    """Print every text of the coach, to be replaced by yours.

    A routine replaces texts under `wording:`, and you do for all routines in the file
    `wording.yaml` of your settings, under the code of the language.
    """
    for name, texts in words_in(language).templates():
        shown = [json.dumps(text, ensure_ascii=False) for text in texts]
        tell(f"{name}: {shown[0] if len(shown) == 1 else '[' + ', '.join(shown) + ']'}")
