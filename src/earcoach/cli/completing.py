"""What a shell may offer next: names of routines, their sections and equipment, voices, devices.

A shell asks at every press of Tab, and nothing of this is loaded before.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from earcoach.errors import EarcoachError

if TYPE_CHECKING:
    from earcoach.routine.model import Routine

COMPLETE = "_EARCOACH_COMPLETE"
"""The variable by which a shell asks what a word may become."""
Completer = Callable[[Any, str], list[str]]
"""From the command's context and the beginning of a word to the words that it may become."""


def _completer(words: Callable[[Any], Iterable[str]]) -> Completer:
    def completed(ctx: Any, incomplete: str) -> list[str]:
        try:
            known = list(words(ctx))
        except EarcoachError:  # nobody wants to read a message inside a command
            return []
        return [word for word in known if word.casefold().startswith(incomplete.casefold())]

    return completed


def _routines(ctx: Any) -> Iterable[str]:
    from earcoach.routine.catalog import list_routines

    return [entry.name for entry in list_routines()]


def _meant(ctx: Any) -> "list[Routine]":
    """The routines that stand in the command already, or else all of them."""
    from earcoach.routine.catalog import find_routine
    from earcoach.routine.loading import load

    given = ctx.params.get("routine") or ctx.params.get("routines") or ()
    names = [given] if isinstance(given, str) else list(given)
    names = names or list(ctx.args)  # before an option that waits for its value they are there
    return [load(find_routine(name)) for name in names or _routines(ctx)]


def _sections(ctx: Any) -> Iterable[str]:
    return dict.fromkeys(section.name for one in _meant(ctx) for section in one.sections)


def _equipment(ctx: Any) -> Iterable[str]:
    from earcoach.plan.choices import all_equipment

    return dict.fromkeys(item for one in _meant(ctx) for item in all_equipment(one))


def _voices(ctx: Any) -> Iterable[str]:
    from earcoach.audio.voices.registry import list_voices

    return [voice.name for voice in list_voices() if not voice.trouble]


def _devices(ctx: Any) -> Iterable[str]:
    from earcoach.devices.registry import DEVICES, list_devices

    return [*DEVICES, *(device.name for device in list_devices())]


def _languages(ctx: Any) -> Iterable[str]:
    from earcoach.language.registry import LANGUAGES

    return LANGUAGES


def _settings(ctx: Any) -> Iterable[str]:
    from earcoach.cli.config_text import written_key
    from earcoach.defaults import config_fields

    return [written_key(field.key) for field in config_fields()]


routines = _completer(_routines)
sections = _completer(_sections)
equipment = _completer(_equipment)
voices = _completer(_voices)
devices = _completer(_devices)
languages = _completer(_languages)
settings = _completer(_settings)


def one_of(words: Iterable[str]) -> Completer:
    """What completes one of a few words."""
    return _completer(lambda ctx: words)


OF_SETTINGS = {
    "voice": voices,
    "without": equipment,
    "only": sections,
    "skip": sections,
    "language": languages,
}
"""What completes the options of a session."""
