"""What can be found out to be wrong before a device is opened, or minutes of work begin."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from earcoach.errors import UsageError
from earcoach.language.registry import DEFAULT_LANGUAGE, LANGUAGES
from earcoach.routine.model import Routine
from earcoach.settings import Settings

if TYPE_CHECKING:
    from earcoach.output.file_options import FileOptions


def check_available(settings: Settings) -> None:
    """Raises UsageError when the voice or the music that is asked for is not there."""
    if settings.voice:
        from earcoach.audio.voices.registry import check_voice

        check_voice(settings.voice, language=settings.language or DEFAULT_LANGUAGE)
    if settings.music:
        from earcoach.audio.music.selection import select_music

        select_music(settings.music)


def mixed_languages(routine: Routine, spoken: str | None, *, asked_for: bool) -> str:
    """What to tell of a coach who speaks another language than the routine is in; else nothing.

    `spoken` is the coach's language, None where that is the routine's.
    A routine that names no language, and whose words do not tell it, is taken for one in the
    default language where another is `asked_for`.
    """
    if spoken is None:
        return ""
    written = routine.language
    if written is None:
        from earcoach.written.languages import likely_language  # it takes its time to load

        written = likely_language(_texts(routine)) or (DEFAULT_LANGUAGE if asked_for else spoken)
    if written == spoken:
        return ""
    its, coach = (LANGUAGES[code].name for code in (written, spoken))
    return (
        f"the routine is in {its} and the coach speaks {coach}, so you will hear both: leave out "
        f"the language to hear {its} only; if the routine is in {coach}, say `language: {spoken}` "
        "in it"
    )


def _texts(routine: Routine) -> Iterator[str]:
    """What is said of a routine in its own words, without names by default."""
    by_default = {language.texts["workout"] for language in LANGUAGES.values()}
    yield from filter(None, (routine.title, routine.summary))
    for section in routine.sections:
        name = section.name if section.name not in by_default else ""
        yield from filter(None, (name, section.setup, *section.notes))
        for exercise in section.every_exercise():
            yield from filter(None, (exercise.name, exercise.setup, *exercise.cues))


def check_export(
    path: Path, files: "FileOptions", settings: Settings, *, routine: Path | None = None
) -> None:
    """Raises UsageError when an export of a routine cannot be, and names the reason."""
    from earcoach.output.export import check_target  # it loads the encoders

    check_target(path, files)
    for source in filter(None, (routine, settings.music)):
        if path.exists() and source.exists() and path.samefile(source):
            raise UsageError(f"`{path}` is what the session is made from")
    check_available(settings)
