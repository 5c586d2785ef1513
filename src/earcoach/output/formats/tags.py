"""What a file says about itself: words, chapters, lyrics and a cover, in the tags of its format."""

import base64
import zlib
from collections.abc import Iterator
from pathlib import Path

from earcoach.output.cover import MIME, SIZE_PX, cover
from earcoach.output.formats import id3, vorbis_comment
from earcoach.output.formats.flac import add_to_flac
from earcoach.output.formats.head import replace_head
from earcoach.output.formats.ogg_comment import OPUS, VORBIS, Codec, add_to_ogg
from earcoach.output.metadata import ARTIST, Metadata
from earcoach.timeline.chapters import Chapter
from earcoach.units import FRAMES_PER_MS

MOST_TITLE_BYTES, ELLIPSIS = 125, "…"
MOST_COMMENT_CHAPTERS = 999
"""Comments have three digits for them."""


def tag_mp3(path: Path, metadata: Metadata) -> None:
    """Put the metadata of an MP3 file before its sound."""
    with path.open("r+b") as file:
        replace_head(file, 0, id3.tag([*_words(metadata), *_chapters(metadata), _cover(metadata)]))


def _words(metadata: Metadata) -> Iterator[bytes]:
    yield id3.text("TIT2", metadata.title)
    yield id3.text("TPE1", ARTIST)
    if metadata.piece:
        yield id3.text("TRCK", f"{metadata.piece.number}/{metadata.piece.of}")
    yield id3.text("TALB", metadata.album)
    yield id3.text("TDRC", metadata.date)
    yield id3.text("TCON", metadata.genre)
    yield id3.text("TLAN", metadata.language)
    if metadata.comment:
        yield id3.comment(metadata.language, metadata.comment)
    if lines := [(said.text, _ms(said.onset)) for said in metadata.said()]:
        yield id3.lyrics(metadata.language, lines)


def _chapters(metadata: Metadata) -> Iterator[bytes]:
    """Chapters, and the tables of contents without which some players do not look at them."""
    chapters = metadata.chapters()
    names = [f"chapter{number:05}" for number in range(len(chapters))]
    ends = [*(chapter.onset for chapter in chapters[1:]), metadata.length]
    for name, chapter, end in zip(names, chapters, ends, strict=True):
        yield id3.chapter(name, _ms(chapter.onset), _ms(end), _id3_title(chapter))
    yield from id3.contents(names)


def _id3_title(chapter: Chapter) -> str:
    """Its title, shortened to what FFmpeg reads in a chapter: sizes of one byte only."""
    if len(chapter.title.encode()) <= MOST_TITLE_BYTES:
        return chapter.title
    kept = chapter.title.encode()[: MOST_TITLE_BYTES - len(ELLIPSIS.encode())]
    return kept.decode(errors="ignore") + ELLIPSIS


def _cover(metadata: Metadata) -> bytes:
    return id3.picture(MIME, metadata.words.label("cover"), cover(metadata))


def tag_flac(path: Path, metadata: Metadata) -> None:
    """Add the metadata to a FLAC file."""
    add_to_flac(path, _comments(metadata), _picture(metadata))


def tag_vorbis(path: Path, metadata: Metadata) -> None:
    """Add the metadata to an Ogg Vorbis file."""
    _tag_ogg(path, metadata, VORBIS)


def tag_opus(path: Path, metadata: Metadata) -> None:
    """Add the metadata to an Opus file."""
    _tag_ogg(path, metadata, OPUS)


def _tag_ogg(path: Path, metadata: Metadata, codec: Codec) -> None:
    picture = base64.b64encode(_picture(metadata)).decode()
    comments = {**_comments(metadata), "METADATA_BLOCK_PICTURE": picture}
    stream = zlib.crc32(f"{metadata.title}\n{metadata.comment}".encode())
    add_to_ogg(path, codec, comments, stream=stream)


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


def _picture(metadata: Metadata) -> bytes:
    return vorbis_comment.picture(MIME, cover(metadata), width_px=SIZE_PX, height_px=SIZE_PX)


def _ms(frames: int) -> int:
    return round(frames / FRAMES_PER_MS)


def _clock(ms: int) -> str:
    minutes, ms = divmod(ms, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{ms // 1000:02}.{ms % 1000:03}"
