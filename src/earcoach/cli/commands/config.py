"""The commands about one's own defaults: config, config set, config unset, config check."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from earcoach.checks import check_available
from earcoach.cli import completing
from earcoach.cli.config_text import lines_of, new_text, with_value, without_value, written_key
from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import notice
from earcoach.cli.printing import tell
from earcoach.defaults import LISTS, Defaults, config_fields, config_path, defaults_in
from earcoach.errors import UsageError
from earcoach.language.vocabulary.equipment import near_name
from earcoach.routine.diagnostics import InvalidRoutine
from earcoach.settings import NOTHING, USUAL, check_known

NOT_YAML = "R101"
TO_BE_THERE = ("voice", "music")
"""What is looked for when it is set."""
NAMES = tuple(written_key(field.key) for field in config_fields())
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help=f"One of {', '.join(NAMES)}.", autocompletion=completing.settings
    ),
]
ValuesArgument = Annotated[
    list[str], typer.Argument(metavar="VALUE...", help="Its value; `have` and others take several.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True)(config)
    group.command(
        "set",
        epilog="Example: earcoach config set have mat 'mini band'",
        context_settings={"ignore_unknown_options": True},  # such as -10
    )(set_value)
    group.command("unset", epilog="Example: earcoach config unset pace")(unset)
    group.command("check", epilog="Example: earcoach config check")(check)
    app.add_typer(group, name="config", epilog="Example: earcoach config set pace 1.1")


def config(context: typer.Context) -> None:
    """Show your own defaults; `set` and `unset` change them.

    The command line wins, then the routine, then these.
    """
    if context.invoked_subcommand is not None:
        return
    values = defaults_in(_text(), _path()).values
    tell(f"{_path()}{'' if _path().exists() else ', which is not there yet'}\n")
    rows = [
        (written_key(field.key), _shown(values.get(field.key)), field.meaning)
        for field in config_fields()
    ]
    print_table(("name", "yours", "meaning"), rows)


def set_value(name: Name, values: ValuesArgument) -> None:
    """Set one of your defaults."""

    def change(text: str, key: str) -> str:
        if len(values) > 1 and key not in LISTS:
            cure = "put one with spaces in it into quotes"
            raise UsageError(f"`{written_key(key)}` takes one value", cure=cure)
        return with_value(
            text, key, [_from_here(value) if key == "music" else value for value in values]
        )

    _change(name, change)
    if _key(name) in LISTS:
        for item in values:
            if near := near_name(item):
                notice(f"`{item}` is kept as it is: did you mean `{near}`?")


def _from_here(path: str) -> str:
    """A path as it is meant here: in the file it would be one from the file."""
    return path if path == NOTHING else str(Path(path).expanduser().absolute())


def unset(name: Name) -> None:
    """Clear one of your defaults: the program's own counts again."""
    _change(name, without_value)


def check() -> None:
    """Check your defaults: every mistake, with its place and its cure."""
    check_available(defaults_in(_text(), _path()).settings)
    tell(f"{_path()}: {'ok' if _path().exists() else 'there is no such file, which is fine'}")


def _change(name: str, change: Callable[[str, str], str]) -> None:
    """Change the file, unless that would make a mistake in it; others that are there are told."""
    key, text = _key(name), _text()
    if not lines_of(text, key):
        check_known([written_key(key)], NAMES)
    from earcoach.output.atomic_write import new_files

    changed = change(text or new_text(), key)
    found, others = _as_far_as_right(changed, key)
    if key in TO_BE_THERE:
        check_available(USUAL.changed({key: getattr(found.settings, key)}))
    _path().parent.mkdir(parents=True, exist_ok=True)
    with new_files([_path()], force=True) as [beside]:
        beside.write_text(changed, encoding="utf-8")
    tell(f"{written_key(key)}: {_shown(found.values.get(key)) or 'not set'}")
    if others:
        notice(f"\nstill to be mended:\n\n{others.message}")


def _key(name: str) -> str:
    """What the file calls an option that may be written in other ways."""
    return name.strip().replace("-", "_").replace(" ", "_")


def _as_far_as_right(text: str, key: str) -> tuple[Defaults, InvalidRoutine | None]:
    """What a text sets, and its mistakes, of which none is about this key.

    Raises UsageError for one that is, and InvalidRoutine where nothing can be read.
    """
    try:
        return defaults_in(text, _path()), None
    except InvalidRoutine as error:
        if any(mistake.code == NOT_YAML for mistake in error.diagnostics):
            raise
        own = lines_of(text, key)
        if wrong := next((one for one in error.diagnostics if one.place.line in own), None):
            raise UsageError(wrong.message, cure=wrong.cure) from None
        lines = text.splitlines(keepends=True)
        alone = "".join(line for n, line in enumerate(lines, start=1) if n in own)
        return defaults_in(alone, _path()), error


def _path() -> Path:
    path = config_path()
    assert path is not None
    return path


def _text() -> str:
    try:
        return _path().read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise UsageError(f"`{_path()}` is not UTF-8 text", cure="save it as UTF-8") from None


def _shown(value: Any) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(value)
        case str() | Path():
            return str(value)
    return f"{float(value):g}"
