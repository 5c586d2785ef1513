"""A session as a folder with a file for each exercise, and a playlist of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import UsageError
from earcoach.output.atomic_write import new_folder
from earcoach.output.file_options import CUE_SHEET, FileOptions
from earcoach.output.formats import FORMATS, suffix_of
from earcoach.output.metadata import Metadata
from earcoach.output.pieces import file_stem, pieces
from earcoach.output.playlist import SUFFIX as PLAYLIST, names_in, playlist
from earcoach.output.sidecars import SIDECARS, write_sidecar, write_text
from earcoach.output.sound_file import reasons_told, write_sound
from earcoach.output.target import check_format, check_name, check_place
from earcoach.timeline.schedule import Timeline


def place(path: Path) -> Path:
    """The folder of a split session: the path of the file that it would be else, without its
    suffix."""
    return path.with_suffix("") if path.suffix.lower() in FORMATS else path


def check(path: Path, options: FileOptions) -> None:
    """Raises UsageError when a split session cannot be written there: for a format that no
    playlist takes, and, with `force`, for a folder with anything else in it."""
    check_name(path)
    format_ = check_format(path, options)
    if not format_.for_playlists:
        raise UsageError(
            f"no playlist takes a file of the format {format_.name}",
            cure="leave --split out, or choose another format",
        )
    folder = place(path)
    check_place(folder, options)
    if folder.exists():
        _names_of_ours(folder, told=folder)


def write(
    mixer: Mixer[Timeline],
    path: Path,
    options: FileOptions,
    *,
    metadata: Metadata,
    before_block: Callable[[int], None],
) -> None:
    """Write the pieces of a session in order, and a playlist.

    One after the other, they are exactly the session. Captions are written for each piece, the cue
    sheet for the session.
    """
    folder, suffix = place(path), suffix_of(path, options.format)
    replaceable = partial(_names_of_ours, told=folder) if options.force else None
    with reasons_told(folder), new_folder(folder, replaceable=replaceable) as beside:
        parts = {file_stem(p): replace(metadata, piece=p) for p in pieces(mixer.timeline)}
        for stem, part in parts.items():
            write_sound(
                mixer,
                beside / f"{stem}{suffix}",
                format_=FORMATS[suffix],
                bitrate_kbps=options.bitrate,
                metadata=part,
                before_block=before_block,
            )
        files = {f"{stem}{suffix}": part for stem, part in parts.items()}
        text = playlist(metadata.title, files)
        write_text(beside / f"{folder.name}{PLAYLIST}", text)
        for side in options.sidecars:
            told = {folder.name: metadata} if side == CUE_SHEET else parts
            _write_sidecars(beside, side, told)


def _write_sidecars(folder: Path, suffix: str, parts: Mapping[str, Metadata]) -> None:
    for stem, metadata in parts.items():
        write_sidecar(folder / f"{stem}{suffix}", suffix, metadata)


def _names_of_ours(folder: Path, *, told: Path) -> set[str]:
    """What is in a folder that is `told`: what replaces it takes nothing else than that with it.

    Raises UsageError when there is more than a split session in it.
    """
    if not folder.is_dir():
        raise UsageError(f"`{told}` is a file", cure="name another folder")
    names = {path.name for path in folder.iterdir()}
    others = names - set(_written_before(folder, told.name))
    if others:
        raise UsageError(
            f"`{told}` holds more than a split session: `{min(others)}`",
            cure="name another folder",
        )
    return names


def _written_before(folder: Path, name: str) -> Iterator[str]:
    """The names of all that an earlier export may have written into a folder of that name."""
    listed = folder / f"{name}{PLAYLIST}"
    yield listed.name
    yield f"{name}{CUE_SHEET}"
    if listed.is_file():
        for piece in names_in(listed.read_text(encoding="utf-8", errors="replace")):
            yield from (piece, *(f"{Path(piece).stem}{suffix}" for suffix in SIDECARS))
