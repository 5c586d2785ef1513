"""What can be found out to be wrong before a device is opened, or minutes of work begin."""

from pathlib import Path

from earcoach.audio.music.selection import select_music
from earcoach.audio.voices.registry import check_voice
from earcoach.errors import UsageError
from earcoach.language.words import DEFAULT_LANGUAGE
from earcoach.output.file_options import FileOptions
from earcoach.settings import Settings


def check_available(settings: Settings) -> None:
    """Raises UsageError when the voice or the music that is asked for is not there."""
    check_voice(settings.voice, language=settings.language or DEFAULT_LANGUAGE)
    if settings.music:
        select_music(settings.music)


def check_export(
    path: Path, files: FileOptions, settings: Settings, *, routine: Path | None = None
) -> None:
    """Raises UsageError when an export of a routine cannot be, and names the reason."""
    from earcoach.output.export import check_target  # it loads the encoders

    check_target(path, files)
    for source in filter(None, (routine, settings.music)):
        if path.exists() and source.exists() and path.samefile(source):
            raise UsageError(f"`{path}` is what the session is made from")
    check_available(settings)
