"""A session of a routine as a file, in one call."""

from collections.abc import Callable
from pathlib import Path
from typing import Unpack, cast

from earcoach.coach import Coach, unsaid
from earcoach.output.file_options import FILE_OPTIONS, FileKeywords
from earcoach.paths import USER, Config
from earcoach.routine.model import Routine
from earcoach.settings import SettingKeywords, check_known, options


class ExportKeywords(SettingKeywords, FileKeywords, total=False):
    """The settings of a session, and how it is written."""


def export(
    routine: str | Path | Routine,
    output: str | Path,
    *,
    config: Config = USER,
    allow_private: bool = False,
    notice: Callable[[str], None] = unsaid,
    **keywords: Unpack[ExportKeywords],
) -> Path:
    """Write a session of a routine to a file: the same bytes as `earcoach export` writes.

    The keywords are the settings of a `Coach` and those of its `export`; gives what was written,
    and raises what they raise.
    """
    check_known(keywords, (*options(), *FILE_OPTIONS))
    files = {name: value for name, value in keywords.items() if name in FILE_OPTIONS}
    changed = {name: value for name, value in keywords.items() if name not in FILE_OPTIONS}
    coach = Coach(
        routine,
        config=config,
        allow_private=allow_private,
        notice=notice,
        **cast(SettingKeywords, changed),
    )
    return coach.export(output, **cast(FileKeywords, files))
