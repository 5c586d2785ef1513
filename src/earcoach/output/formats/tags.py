"""What a file tells about itself, written by mutagen: words, chapters, lyrics and a cover."""

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
from earcoach.output.metadata import ARTIST, GENRE, Metadata
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


def write_id3(path: Path, recording: Metadata) -> None:
    """Put all that an MP3 file tells before its sound."""
    tags = ID3()
    for frame in chain(_id3_words(recording), _id3_chapters(recording)):
        tags.add(frame)
    with _reasons_told():
        tags.save(path, padding=lambda info: 0)


def _id3_words(recording: Metadata) -> Iterator[Frame]:
    lyrics = [(said.text, _ms(said.onset)) for said in recording.said()]
    yield TIT2(UTF8, recording.title)
    yield TALB(UTF8, recording.album)
    yield TPE1(UTF8, ARTIST)
    yield TCON(UTF8, GENRE)
    yield TDRC(UTF8, recording.date)
    yield TLAN(UTF8, recording.language)
    yield COMM(UTF8, recording.language, "", recording.comment)
    if recording.piece:
        yield TRCK(UTF8, f"{recording.piece.number}/{recording.piece.of}")
    yield SYLT(UTF8, recording.language, IN_MS, LYRICS, "", lyrics)
    yield APIC(UTF8, MIME, FRONT_COVER, "Cover", cover(recording))


def _id3_chapters(recording: Metadata) -> Iterator[Frame]:
    """Chapters, and the tables of contents without which some players do not look at them."""
    chapters = recording.chapters()
    ids = _equally_long_ids(chapters)
    ends = [*(chapter.onset for chapter in chapters[1:]), recording.length]
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


def tag_flac(path: Path, recording: Metadata) -> None:
    """Add to a FLAC file what it tells."""
    with _reasons_told():
        file = FLAC(path)
        file.update(_comments(recording))
        file.add_picture(_picture(recording))
        file.save()


def tag_vorbis(path: Path, recording: Metadata) -> None:
    """Add to an Ogg Vorbis file what it tells."""
    with _reasons_told():
        _tag_ogg(OggVorbis(path), path, recording)


def tag_opus(path: Path, recording: Metadata) -> None:
    """Add to an Opus file what it tells."""
    with _reasons_told():
        _tag_ogg(OggOpus(path), path, recording)


def _tag_ogg(file: OggFileType, path: Path, recording: Metadata) -> None:
    picture = base64.b64encode(_picture(recording).write()).decode("ascii")
    file.update({**_comments(recording), "METADATA_BLOCK_PICTURE": picture})
    file.save()
    renumber_stream(path, zlib.crc32(f"{recording.title}\n{recording.comment}".encode()))


def renumber_stream(path: Path, serial: int) -> None:
    """Give an Ogg file another stream number: libsndfile takes a random one for each file."""
    with path.open("r+b") as file, contextlib.suppress(EOFError):
        while True:
            begin = file.tell()
            page = OggPage(file)
            page.serial = serial
            file.seek(begin)
            file.write(page.write())


def _comments(recording: Metadata) -> dict[str, str]:
    comments = {
        "TITLE": recording.title,
        "ALBUM": recording.album,
        "ARTIST": ARTIST,
        "GENRE": GENRE,
        "DATE": recording.date,
        "LANGUAGE": recording.language,
        "COMMENT": recording.comment,
    }
    if recording.piece:
        comments["TRACKNUMBER"] = str(recording.piece.number)
        comments["TRACKTOTAL"] = str(recording.piece.of)
    for number, chapter in enumerate(recording.chapters()[:MOST_COMMENT_CHAPTERS], start=1):
        comments[f"CHAPTER{number:03}"] = _clock(_ms(chapter.onset))
        comments[f"CHAPTER{number:03}NAME"] = chapter.title
    return comments


def _picture(recording: Metadata) -> Picture:
    picture = Picture()
    picture.data, picture.mime, picture.type = cover(recording), MIME, FRONT_COVER
    picture.width = picture.height = SIZE_PX
    picture.depth = 24
    return picture


def tag_mp4(path: Path, recording: Metadata) -> None:
    """Add to an M4A file what it tells, but for its chapters."""
    with _reasons_told():
        file = MP4(path)
        file["\xa9nam"] = recording.title
        file["\xa9alb"] = recording.album
        file["\xa9ART"] = ARTIST
        file["\xa9gen"] = GENRE
        file["\xa9day"] = recording.date
        file["\xa9cmt"] = recording.comment
        if recording.piece:
            file["trkn"] = [(recording.piece.number, recording.piece.of)]
        file["covr"] = [MP4Cover(cover(recording), MP4Cover.FORMAT_PNG)]
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
