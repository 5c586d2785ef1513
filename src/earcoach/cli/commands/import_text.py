"""The command that shows what is understood of a written workout, and makes a routine of it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from earcoach.cli.display.tables import print_used_columns
from earcoach.cli.options import AllowPrivateOption
from earcoach.cli.printing import tell
from earcoach.cli.text_files import write_text
from earcoach.cli.to_stdout import INSTEAD, STDOUT
from earcoach.errors import UsageError

if TYPE_CHECKING:  # what reads texts takes its time to load, and no other command waits for it
    from earcoach.written.loading import Understood
    from earcoach.written.reading import Reading

FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A text, Markdown, HTML, PDF, CSV or XLSX file, an address, `clipboard`, or `-`.",
    ),
]
RoutineOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write a routine to edit; `-` prints it and nothing else.",
    ),
]
TextLanguageOption = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="What the text is written in: en or de; else found out."),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("import", epilog="Example: earcoach import workout.txt -o legs.yaml")(import_text)


def import_text(
    file: FileArgument,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    output: RoutineOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how each line was read, stage by stage.")
    ] = False,
    language: TextLanguageOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Show what is understood of a written workout, line by line.

    `start`, `show` and `export` take the same files as they are. What is not written is assumed,
    and told; -o writes a routine in which all of it can be changed.
    """
    from earcoach.written.loading import loaded, understand

    if output == STDOUT and (as_json or explain):
        also = "--json" if as_json else "--explain"
        raise UsageError(f"`{also}` goes to stdout too", cure=INSTEAD)
    understood = understand(file, language=language, allow_private=allow_private)
    reading, document = understood.reading, understood.document.strip("\n")
    if output == STDOUT:
        loaded(understood)  # or every mistake in it is told
        tell(document)
        return
    if reading is None:
        _is_routine(understood, as_json=as_json)
    elif explain:
        _explain(understood, language)
    elif as_json:
        from earcoach.written.scoring import reading_json

        tell(json.dumps(reading_json(reading), ensure_ascii=False))
    else:
        _show(understood, reading)
    if output:
        write_text(Path(output), f"{document}\n", force=force)
        tell(f"wrote {output}", err=True)


def _is_routine(understood: "Understood", *, as_json: bool) -> None:
    """A routine of our own needs no understanding. Raises InvalidRoutine when it has mistakes."""
    from earcoach.routine.loading import loads

    routine = loads(understood.document, path=understood.name)
    if as_json:
        raise UsageError(
            f"`{understood.name}` is a routine already", cure="`earcoach show --json` says it all"
        )
    tell(f"{routine.title}: a routine in earcoach's own format, without mistakes")


def _explain(understood: "Understood", language: str | None) -> None:
    from earcoach.written import explain

    if understood.source is None:
        raise UsageError(f"`{understood.name}` is not a text: its format says what it means")
    tell(explain(understood.source, language=language))


def _show(understood: "Understood", reading: "Reading") -> None:
    from earcoach.written.report import report_rows

    tell(reading.title.value)
    rows = report_rows(reading, understood.source)
    print_used_columns(
        ("line", "written", "understood", "not in this line"),
        [(f"{row.line or ''}", row.written, row.understood, row.origins) for row in rows],
    )
    for title, remarks in (
        ("warnings, which are spoken", reading.warnings),
        ("assumed", reading.assumed),
        ("doubts", reading.doubts),
        ("left out", reading.left_out),
    ):
        if remarks:
            tell(f"\n{title}:")
        for remark in remarks:
            place = f"{remark.line:>4}" if remark.line else "    "
            why = f" ({remark.why})" if remark.why else ""
            tell(f"{place}  {remark.text}{why}")
