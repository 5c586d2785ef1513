"""The athlete's own defaults: one file of settings, `config.yaml`, read by the options' readers.

The command line wins, then the routine, then the file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from earcoach.errors import UsageError
from earcoach.paths import USER, Config, own_path
from earcoach.plan.choices import all_equipment, is_lacked, is_there
from earcoach.routine import fields as f
from earcoach.routine.diagnostics import InvalidRoutine, Report
from earcoach.routine.fields import Field
from earcoach.routine.loading import read_file, read_text
from earcoach.routine.model import Routine
from earcoach.routine.reader import Node
from earcoach.settings import USUAL, Settings, choices_of, options

CONFIG_FILE = "config.yaml"
LISTS = ("have", "without")
"""The keys that take several values."""
UNDER_THE_ROUTINE = ("coaching", "counting")
"""Settings with a name of their own for what is usual, as a routine may say otherwise."""


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What counts where neither the call nor the routine says otherwise."""

    settings: Settings = USUAL
    """Whatever no routine says."""
    language: str | None = None
    """The language of the coach for routines that name none."""
    have: tuple[str, ...] = ()
    """All the equipment there is; with none named, nothing is known about it."""
    without: tuple[str, ...] = ()
    """Equipment that is missing."""
    device: str | None = None
    """Where a live session is played."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the file says, by its keys."""

    def settings_for(self, routine: Routine, given: Mapping[str, Any]) -> Settings:
        """The settings of a session of a routine; what is `given` wins."""
        fitting: dict[str, Any] = {}
        if self.language and routine.language is None:
            fitting["language"] = self.language
        if lacking := tuple(item for item in all_equipment(routine) if self._lacks(item)):
            fitting["without"] = lacking
        return self.settings.changed({**fitting, **given})

    def _lacks(self, item: str) -> bool:
        return bool(self.have and not is_there(item, self.have)) or is_lacked(item, self.without)


def config_path(config: Config = USER) -> Path | None:
    """Where the file is, which need not exist; None where no own settings count."""
    return own_path(CONFIG_FILE, config)


def read_defaults(config: Config = USER) -> Defaults:
    """Read the athlete's own defaults; there are none when there is no file.

    Raises InvalidRoutine with every mistake in it, and EarcoachError when it cannot be read.
    """
    path = config_path(config)
    if path is None or not path.exists():
        return Defaults()
    return _defaults(lambda: read_file(path, _read_values), folder=path.parent)


def defaults_of(settings: Settings | None, config: Config) -> Defaults:
    """The defaults that these settings are; the athlete's own where there are none.

    Raises UsageError for other than settings, and as `read_defaults` does.
    """
    if settings is None:
        return read_defaults(config)
    if not isinstance(settings, Settings):
        cure = "give what changes by its name: pace=1.2"
        raise UsageError(f"settings `{settings}` is no Settings", cure=cure)
    return Defaults(settings=settings)


def defaults_in(text: str, path: Path) -> Defaults:
    """The defaults that a text would set as the file at this path. Raises InvalidRoutine."""
    return _defaults(lambda: read_text(text, str(path), _read_values), folder=path.parent)


def _defaults(read: Callable[[], Mapping[str, Any]], *, folder: Path) -> Defaults:
    try:
        values = read()
    except InvalidRoutine as error:
        if [found.code for found in error.diagnostics] != ["R107"]:  # nothing but comments
            raise
        return Defaults()
    apart = ("language", "have", "without", "device")
    named = {_setting(key): value for key, value in values.items() if key not in apart}
    if music := named.get("music"):
        named["music"] = folder / music.expanduser()
    rest = {key: values[key] for key in apart if key in values}
    return Defaults(settings=USUAL.changed(named), values=values, **rest)


def _setting(key: str) -> str:
    return f"usual_{key}" if key in UNDER_THE_ROUTINE else key


@cache
def config_fields() -> tuple[Field[Any], ...]:
    """Every key of the file, in the order in which it is explained."""
    return (
        _option("voice"),
        _option("speech_speed"),
        _option("loudness"),
        _option("pace"),
        _option("level"),
        _option("coaching", "How much is said where the routine does not set it."),
        _option("counting", "Which reps are counted where the routine does not set it."),
        _option("language", "The coach's language for routines that name none: en or de."),
        _items("have", "All the equipment that you have; what is not named is missing."),
        _items("without", "Equipment that you don't have, whether a routine needs it or not."),
        Field(
            key="device",
            read=f.read_text,
            schema={},
            meaning="Where to play (see `earcoach start --list-devices`).",
        ),
        _option("music"),
        _option("music_level"),
    )


def _option(key: str, meaning: str | None = None) -> Field[Any]:
    meant, choices = meaning or options()[key].help, ", ".join(choices_of(key))
    return Field(
        key=key,
        read=partial(_read_option, key=key),
        schema={},
        meaning=f"{meant.removesuffix('.')}: {choices}." if choices else meant,
    )


def _items(key: str, meaning: str) -> Field[Any]:
    return f.texts(key, meaning)


def _read_option(node: Node, report: Report, *, key: str) -> Any:
    text = f.read_text(node, report)
    if text is None:
        return None
    try:
        return options()[_setting(key)].read(key.replace("_", " "), text)
    except UsageError as error:
        report.add("C101", error.message, node.place, cure=error.cure)
        return None


def _read_values(node: Node, report: Report) -> dict[str, Any] | None:
    mapping = f.mapping_of(node, report, f"`{CONFIG_FILE}`")
    if mapping is None:
        return None
    values = f.read_fields(mapping.entries, config_fields(), report, joint="-")
    return {
        field.key: values[field]
        for field in config_fields()
        if values.place(field) is not None and values[field] is not None
    }
