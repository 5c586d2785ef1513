"""What a file is given to say is what mutagen reads in it, and its sound stays as it was."""

import base64
import json
import subprocess
import tracemalloc
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import soundfile
from heard import Lengths, timeline_in
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from installed import command_of
from mutagen.flac import FLAC, Picture, SeekPoint, SeekTable
from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from mutagen.ogg import OggPage
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

import earcoach
from earcoach import FORMATS
from earcoach.output.cover import cover
from earcoach.output.formats import encoding_of, id3
from earcoach.output.formats.flac import add_to_flac
from earcoach.output.formats.head import CHUNK, replace_head
from earcoach.output.formats.ogg_comment import OPUS, VORBIS, add_to_ogg
from earcoach.output.formats.vorbis_comment import picture
from earcoach.output.metadata import Metadata
from earcoach.plan.planning import make_plan
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

NOISE = np.random.default_rng(7).normal(0, 0.1, SAMPLE_RATE_HZ).astype(np.float32)
NO_TEXT = ("Cc", "Cf", "Cs")
"""Characters that no routine may have: control, format and surrogates."""
SCRIPTS = ("Kniebeuge, tief", "סקוואט עמוק", "قرفصاء عميقة", "スクワット", "👩🏽 🦵", "e\u0301=x")

letters = st.characters(exclude_categories=NO_TEXT)
texts = st.text(letters, min_size=1, max_size=30) | st.sampled_from(SCRIPTS)
long_texts = st.builds(lambda text, times: text * times, texts, st.sampled_from([1, 1, 7, 3000]))
pictures = st.one_of(
    st.none(), st.binary(min_size=1, max_size=300), st.just(bytes(range(256)) * 300)
)
times_ms = st.integers(0, 2**32 - 1)
in_one_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=set(Phase) - {Phase.shrink, Phase.explain},  # each example is a file, or two
)


def sound_of(path: Path) -> bytes:
    """A digest of what ffmpeg decodes a file to; it refuses what has a wrong checksum."""
    options = ("-v", "error", "-err_detect", "crccheck+explode")
    command = command_of("ffmpeg", *options, "-i", path, "-map", "0:a", "-f", "md5", "-")
    return subprocess.run(command, capture_output=True, check=True).stdout


# -- files of a session -------------------------------------------------------------------------


def told_by(path: Path) -> SimpleNamespace:
    """Title, album, genre, comment, chapters and cover of a file."""
    match path.suffix:
        case ".mp3":
            tags = ID3(path)
            words = [tags[name].text[0] for name in ("TIT2", "TALB", "TCON", "COMM::eng")]
            chapters = [frame.sub_frames["TIT2"].text[0] for frame in tags.getall("CHAP")]
            (picture,) = (frame.data for frame in tags.getall("APIC"))
        case ".m4a":
            file = MP4(path)
            words = [file[f"\xa9{name}"][0] for name in ("nam", "alb", "gen", "cmt")]
            chapters = chapters_in(path)
            (picture,) = map(bytes, file["covr"])
            assert "\xa9lyr" not in file
        case suffix:
            file = COMMENTED[suffix].read(path)
            words = [file[name][0] for name in ("title", "album", "genre", "comment")]
            chapters = [file[name][0] for name in sorted(file) if name.endswith("name")]
            (picture,) = (picture.data for picture in pictures_in(file))
    return SimpleNamespace(words=words, chapters=chapters, picture=picture)


def chapters_in(path: Path) -> list[str]:
    """The titles of the chapters that ffprobe finds."""
    command = command_of("ffprobe", "-v", "error", "-of", "json", "-show_chapters", path)
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return [chapter["tags"]["title"] for chapter in told["chapters"]]


def metadata_of(title: str, names: list[str], comment: str) -> Metadata:
    moves = "".join(f"  - Move {number}: 1 x 1\n" for number in range(len(names)))
    routine = earcoach.loads(f"title: T\nexercises:\n{moves}")
    (section,) = routine.sections
    exercises = tuple(
        replace(exercise, name=name)
        for exercise, name in zip(section.exercises, names, strict=True)
    )
    routine = replace(routine, title=title, sections=(replace(section, exercises=exercises),))
    lengths = Lengths(lambda text: frames_of_ms(300), lambda name: frames_of_ms(100))
    return Metadata(timeline=timeline_in(make_plan(routine), lengths), comment=comment)


@pytest.mark.parametrize("suffix", [".flac", ".m4a", ".mp3", ".ogg", ".opus"])
@settings(in_one_folder, max_examples=6)
@given(title=texts, names=st.lists(texts, min_size=1, max_size=5), comment=texts)
def test_a_file_says_what_the_session_is_and_sounds_as_before(
    suffix: str, title: str, names: list[str], comment: str, tmp_path: Path
) -> None:
    path, format_ = tmp_path / f"session{suffix}", FORMATS[suffix]
    metadata = metadata_of(title, names, comment)
    path.write_bytes(b"")
    with closing(format_.open(path, encoding_of(format_, channels=1), metadata)) as sink:
        sink.write(NOISE)
    before = sound_of(path)
    format_.finish(path, metadata)
    assert sound_of(path) == before
    told = told_by(path)
    assert told.words == [title, "Workouts", "Workout", comment]
    assert told.chapters == [chapter.title for chapter in metadata.chapters()]
    assert told.picture == cover(metadata)


# -- ID3 ----------------------------------------------------------------------------------------


@settings(in_one_folder, max_examples=40)
@given(
    title=long_texts,
    comment=long_texts,
    lines=st.lists(st.tuples(texts, times_ms), max_size=20),
    chapters=st.lists(st.tuples(times_ms, times_ms, long_texts), max_size=8),
    image=pictures,
)
def test_an_id3_tag_is_read_back(
    title: str,
    comment: str,
    lines: list[tuple[str, int]],
    chapters: list[tuple[int, int, str]],
    image: bytes | None,
    tmp_path: Path,
) -> None:
    names = [f"chapter{number}" for number in range(len(chapters))]
    frames = [
        id3.text("TIT2", title),
        id3.comment("heb", comment),
        *([id3.lyrics("heb", lines)] if lines else []),
        *(id3.chapter(name, *chapter) for name, chapter in zip(names, chapters, strict=True)),
        *id3.contents(names),
        *([id3.picture("image/png", title, image)] if image is not None else []),
    ]
    path = tmp_path / "tag.mp3"
    path.write_bytes(id3.tag(frames))
    tags = ID3(path)
    assert len(tags) == len(frames)
    assert tags["TIT2"].text == [title]
    assert tags["COMM::heb"].text == [comment]
    assert [
        (frame.lang, frame.format, frame.type, frame.text) for frame in tags.getall("SYLT")
    ] == ([("heb", 2, 1, lines)] if lines else [])
    assert [
        (frame.element_id, frame.start_time, frame.end_time, frame.sub_frames["TIT2"].text[0])
        for frame in tags.getall("CHAP")
    ] == [(name, *chapter) for name, chapter in zip(names, chapters, strict=True)]
    assert [frame.child_element_ids for frame in tags.getall("CTOC")] == [names]
    assert [(frame.mime, frame.type, frame.desc, frame.data) for frame in tags.getall("APIC")] == (
        [("image/png", 3, title, image)] if image is not None else []
    )


@pytest.mark.parametrize("count", [0, 1, 255, 256, 1000, 70_000])
def test_any_number_of_chapters_has_contents(count: int, tmp_path: Path) -> None:
    """As many are listed as two levels of 255 can: 65,025."""
    names = [f"chapter{number:05}" for number in range(count)]
    (tmp_path / "tag.mp3").write_bytes(id3.tag(id3.contents(names)))
    tables = {frame.element_id: frame for frame in ID3(tmp_path / "tag.mp3").getall("CTOC")}
    top = tables["contents"].child_element_ids
    listed = [
        n for name in top for n in (tables[name].child_element_ids if count > 255 else [name])
    ]
    assert listed == names[: 255**2]
    assert [int(table.flags) for table in tables.values()] == [3] + [1] * (len(tables) - 1)


# -- comments -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Commented:
    """A format that has comments."""

    read: Any
    """mutagen's reader."""
    written_as: tuple[str, str]
    """What libsndfile calls it."""


COMMENTED = {
    ".flac": Commented(FLAC, ("FLAC", "PCM_16")),
    ".ogg": Commented(OggVorbis, ("OGG", "VORBIS")),
    ".opus": Commented(OggOpus, ("OGG", "OPUS")),
}


def pictures_in(file: Any) -> list[Picture]:
    if isinstance(file, FLAC):
        return list(file.pictures)
    return [Picture(base64.b64decode(text)) for text in file.get("metadata_block_picture", [])]


def add(path: Path, comments: dict[str, str], image: bytes | None) -> None:
    block = None if image is None else picture("image/png", image, width_px=3, height_px=2)
    if path.suffix == ".flac":
        return add_to_flac(path, comments, block)
    codec = {".ogg": VORBIS, ".opus": OPUS}[path.suffix]
    if block is not None:
        comments = {**comments, "METADATA_BLOCK_PICTURE": base64.b64encode(block).decode()}
    return add_to_ogg(path, codec, comments, stream=7)


@pytest.mark.parametrize("suffix", COMMENTED)
@settings(in_one_folder, max_examples=10)
@given(comments=st.lists(st.just("") | long_texts, max_size=12), image=pictures)
def test_comments_are_read_back_beside_the_encoder_s_own(
    suffix: str, comments: list[str], image: bytes | None, tmp_path: Path
) -> None:
    path, format_ = tmp_path / f"noise{suffix}", COMMENTED[suffix]
    container, subtype = format_.written_as
    soundfile.write(path, NOISE, SAMPLE_RATE_HZ, format=container, subtype=subtype)
    plain, sound = format_.read(path), sound_of(path)
    expected = {f"chapter{number:03}": [text] for number, text in enumerate(comments)}
    add(path, {name.upper(): text for name, (text,) in expected.items()}, image)
    told = format_.read(path)
    assert told.tags.vendor == plain.tags.vendor
    assert {name: told[name] for name in told if name != "metadata_block_picture"} == {
        **dict(plain),
        **expected,
    }
    assert [(p.data, p.mime, p.type, p.width, p.height, p.depth) for p in pictures_in(told)] == (
        [] if image is None else [(image, "image/png", 3, 3, 2, 24)]
    )
    assert told.info.pprint() == plain.info.pprint()
    assert sound_of(path) == sound


@pytest.mark.parametrize("suffix", [".ogg", ".opus"])
def test_the_pages_of_an_ogg_file_are_counted_and_go_on(suffix: str, tmp_path: Path) -> None:
    """Also where the comments take several pages."""
    path = tmp_path / f"noise{suffix}"
    container, subtype = COMMENTED[suffix].written_as
    soundfile.write(path, NOISE, SAMPLE_RATE_HZ, format=container, subtype=subtype)
    add(path, {"TITLE": "x" * 200_000}, None)
    size = path.stat().st_size
    with path.open("rb") as file:
        pages = [*iter(lambda: OggPage(file) if file.tell() < size else None, None)]
    assert [page.sequence for page in pages] == [*range(len(pages))]
    assert {page.serial for page in pages} == {7}
    assert [page.first for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [page.last for page in pages] == [False] * (len(pages) - 1) + [True]
    assert [page.continued for page in pages[1:]] == [not page.complete for page in pages[:-1]]
    assert [page.position for page in pages[:4]] == [0, -1, -1, -1]


def test_the_seek_table_of_a_flac_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "noise.flac"
    soundfile.write(path, NOISE, SAMPLE_RATE_HZ)
    file, table = FLAC(path), SeekTable(None)
    table.seekpoints = [SeekPoint(0, 0, 4096), SeekPoint(8192, 12_345, 4096)]
    file.metadata_blocks.append(table)
    file.save()
    add(path, {"TITLE": "T"}, None)
    assert FLAC(path).seektable.seekpoints == table.seekpoints


@pytest.mark.parametrize("cut", [1, 100, 3000])
def test_an_ogg_file_that_lacks_a_part_is_not_taken_for_whole(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "noise.opus"
    soundfile.write(path, NOISE, SAMPLE_RATE_HZ, format="OGG", subtype="OPUS")
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(OSError, match="a part of it is missing"):
        add(path, {}, None)


# -- the head -----------------------------------------------------------------------------------


@settings(in_one_folder, max_examples=20)
@given(
    length=st.sampled_from([0, 1, CHUNK - 1, CHUNK, 2 * CHUNK + 1, 3 * CHUNK]),
    size=st.integers(0, 3000),
    head=st.binary(max_size=3000) | st.just(bytes(CHUNK + 1)),
)
def test_what_follows_a_head_stays_as_it_was(
    length: int, size: int, head: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    rest = np.random.default_rng(length).bytes(length)
    path.write_bytes(bytes(size) + rest)
    with path.open("r+b") as file:
        replace_head(file, size, head)
    assert path.read_bytes() == head + rest


@pytest.mark.parametrize("suffix", COMMENTED)
def test_a_long_file_takes_no_more_memory(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"long{suffix}"
    container, subtype = COMMENTED[suffix].written_as
    soundfile.write(path, NOISE, SAMPLE_RATE_HZ, format=container, subtype=subtype)
    sound = path.read_bytes()
    last_page = sound[max(0, sound.rfind(b"OggS")) :]
    path.write_bytes(sound + last_page * (24 * CHUNK // len(last_page)))
    tracemalloc.start()
    add(path, {"TITLE": "x" * 5000}, None)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 24 * CHUNK
    assert most < 4 * CHUNK
