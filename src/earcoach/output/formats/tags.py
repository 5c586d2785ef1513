"""What a file says about itself, written by mutagen: words, chapters, lyrics and a cover."""

import base64
import contextlib
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from mutagen import MutagenError
from mutagen.flac import FLAC, Picture
from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    SYLT,
    TALB,
    TCON,
    TDRC,
    TIT2,
    TLAN,
    TPE1,
    TRCK,
    Encoding,
    Frame,
)
from mutagen.mp4 import MP4, MP4Cover
from mutagen.ogg import OggFileType, OggPage
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from earcoach.output.cover import MIME, SIZE_PX, cover
from earcoach.output.metadata import ARTIST, Metadata
from earcoach.timeline.chapters import Chapter
from earcoach.units import FRAMES_PER_MS

UTF8 = Encoding.UTF8
FRONT_COVER = 3
IN_MS, LYRICS = 2, 1
TOP_LEVEL, ORDERED = 2, 1

MOST_TITLE_BYTES, ELLIPSIS = 125, "…"
MOST_IN_A_CONTENTS = 255
MOST_COMMENT_CHAPTERS = 999
"""ID3 counts the entries of a table of contents in a byte; comments have three digits."""


def write_id3(path: Path, metadata: Metadata) -> None:
    """Put the metadata of an MP3 file before its sound."""
    tags = ID3()
    for frame in chain(_id3_words(metadata), _id3_chapters(metadata)):
        tags.add(frame)
    with _reasons_told():
        tags.save(path, padding=lambda info: 0)


def _id3_words(metadata: Metadata) -> Iterator[Frame]:
    lyrics = [(said.text, _ms(said.onset)) for said in metadata.said()]
    yield TIT2(UTF8, metadata.title)
    yield TALB(UTF8, metadata.album)
    yield TPE1(UTF8, ARTIST)
    yield TCON(UTF8, metadata.genre)
    yield TDRC(UTF8, metadata.date)
    yield TLAN(UTF8, metadata.language)
    yield COMM(UTF8, metadata.language, "", metadata.comment)
    if metadata.piece:
        yield TRCK(UTF8, f"{metadata.piece.number}/{metadata.piece.of}")
    yield SYLT(UTF8, metadata.language, IN_MS, LYRICS, "", lyrics)
    yield APIC(UTF8, MIME, FRONT_COVER, metadata.words.label("cover"), cover(metadata))


def _id3_chapters(metadata: Metadata) -> Iterator[Frame]:
    """Chapters, and the tables of contents without which some players do not look at them."""
    chapters = metadata.chapters()
    ids = _equally_long_ids(chapters)
    ends = [*(chapter.onset for chapter in chapters[1:]), metadata.length]
    for id_, chapter, end in zip(ids, chapters, ends, strict=True):
        title = TIT2(UTF8, _id3_title(chapter))
        yield CHAP(id_, _ms(chapter.onset), _ms(end), sub_frames=[title])
    yield from _contents(ids)


def _equally_long_ids(chapters: tuple[Chapter, ...]) -> list[str]:
    """Names that make all frames equally long, because mutagen sorts them by length first."""
    lengths = [len(_id3_title(chapter).encode()) for chapter in chapters]
    return [
        f"chapter{number:05}{'-' * (max(lengths) - length)}"
        for number, length in enumerate(lengths)
    ]


def _id3_title(chapter: Chapter) -> str:
    """Its title, shortened to what FFmpeg reads in a chapter: sizes of one byte only."""
    if len(chapter.title.encode()) <= MOST_TITLE_BYTES:
        return chapter.title
    kept = chapter.title.encode()[: MOST_TITLE_BYTES - len(ELLIPSIS.encode())]
    return kept.decode(errors="ignore") + ELLIPSIS


def _contents(ids: list[str]) -> Iterator[Frame]:
    parts = [
        ids[first : first + MOST_IN_A_CONTENTS] for first in range(0, len(ids), MOST_IN_A_CONTENTS)
    ]
    if len(parts) == 1:
        yield CTOC("contents", TOP_LEVEL | ORDERED, ids)
        return
    names = [f"contents{number:03}" for number in range(len(parts))]
    yield CTOC("contents", TOP_LEVEL | ORDERED, names)
    for name, part in zip(names, parts, strict=True):
        yield CTOC(name, ORDERED, part)


def tag_flac(path: Path, metadata: Metadata) -> None:
    """Add the metadata to a FLAC file."""
    with _reasons_told():
        file = FLAC(path)
        file.update(_comments(metadata))
        file.add_picture(_picture(metadata))
        file.save()


def tag_vorbis(path: Path, metadata: Metadata) -> None:
    """Add the metadata to an Ogg Vorbis file."""
    with _reasons_told():
        _tag_ogg(OggVorbis(path), path, metadata)


def tag_opus(path: Path, metadata: Metadata) -> None:
    """Add the metadata to an Opus file."""
    with _reasons_told():
        _tag_ogg(OggOpus(path), path, metadata)


def _tag_ogg(file: OggFileType, path: Path, metadata: Metadata) -> None:
    picture = base64.b64encode(_picture(metadata).write()).decode("ascii")
    file.update({**_comments(metadata), "METADATA_BLOCK_PICTURE": picture})
    file.save()
    renumber_stream(path, zlib.crc32(f"{metadata.title}\n{metadata.comment}".encode()))


def renumber_stream(path: Path, serial: int) -> None:
    """Give an Ogg file another stream number: libsndfile takes a random one for each file."""
    with path.open("r+b") as file, contextlib.suppress(EOFError):
        while True:
            begin = file.tell()
            page = OggPage(file)
            page.serial = serial
            file.seek(begin)
            file.write(page.write())


def _comments(metadata: Metadata) -> dict[str, str]:
    comments = {
        "TITLE": metadata.title,
        "ALBUM": metadata.album,
        "ARTIST": ARTIST,
        "GENRE": metadata.genre,
        "DATE": metadata.date,
        "LANGUAGE": metadata.language,
        "COMMENT": metadata.comment,
    }
    if metadata.piece:
        comments["TRACKNUMBER"] = str(metadata.piece.number)
        comments["TRACKTOTAL"] = str(metadata.piece.of)
    for number, chapter in enumerate(metadata.chapters()[:MOST_COMMENT_CHAPTERS], start=1):
        comments[f"CHAPTER{number:03}"] = _clock(_ms(chapter.onset))
        comments[f"CHAPTER{number:03}NAME"] = chapter.title
    return comments


def _picture(metadata: Metadata) -> Picture:
    picture = Picture()
    picture.data, picture.mime, picture.type = cover(metadata), MIME, FRONT_COVER
    picture.width = picture.height = SIZE_PX
    picture.depth = 24
    return picture


def tag_mp4(path: Path, metadata: Metadata) -> None:
    """Add the metadata to an M4A file, all but its chapters."""
    with _reasons_told():
        file = MP4(path)
        file["\xa9nam"] = metadata.title
        file["\xa9alb"] = metadata.album
        file["\xa9ART"] = ARTIST
        file["\xa9gen"] = metadata.genre
        file["\xa9day"] = metadata.date
        file["\xa9cmt"] = metadata.comment
        if metadata.piece:
            file["trkn"] = [(metadata.piece.number, metadata.piece.of)]
        file["covr"] = [MP4Cover(cover(metadata), MP4Cover.FORMAT_PNG)]
        file.save()


@contextlib.contextmanager
def _reasons_told() -> Iterator[None]:
    """mutagen hides why a file cannot be written in an error of its own."""
    try:
        yield
    except MutagenError as error:
        reason = next((cause for cause in error.args if isinstance(cause, OSError)), None)
        raise reason or OSError(str(error)) from error


def _ms(frames: int) -> int:
    return round(frames / FRAMES_PER_MS)


def _clock(ms: int) -> str:
    minutes, ms = divmod(ms, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{ms // 1000:02}.{ms % 1000:03}"
