"""What a file tells about the session in it, as ffprobe and mutagen read it back."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from conftest import SOUND_FILES, rough_phrase
from heard import Lengths, text_of, timeline_in
from humming import HummingEngine
from installed import command_of
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from mutagen.ogg import OggPage
from program import SHORT, TINY, run
from strategies import tone_length

import earcoach
from earcoach import Timeline
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.output.cover import cover
from earcoach.output.export import write_session
from earcoach.output.formats.ogg import renumber
from earcoach.output.formats.tags import tag_mp3
from earcoach.output.metadata import Metadata
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan

WITH_COVER = sorted(set(SOUND_FILES) - {".wav"})
MANY = "title: Many\nexercises:\n" + "".join(f"  - Move {n}: 1 x 1\n" for n in range(300))

suffixes = pytest.mark.parametrize("suffix", SOUND_FILES)
Write = Callable[[str], Path]


def timeline_of(text: str, phrase: Callable[[str], int] = rough_phrase) -> Timeline:
    plan = make_plan(earcoach.loads(text))
    return timeline_in(plan, Lengths(phrase, tone_length))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Metadata:
    return Metadata(
        timeline=timeline_of(SHORT, speaker_in(tmp_path_factory).measure), comment="short, pace=1.2"
    )


@pytest.fixture(scope="module")
def write(recording: Metadata, tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Writes a file of a format once."""
    folder, speaker = tmp_path_factory.mktemp("files"), speaker_in(tmp_path_factory)
    mixer = Mixer(recording.timeline, Sounds(speaker, default_tones()))

    def written(suffix: str) -> Path:
        path = folder / f"session{suffix}"
        if not path.exists():
            write_session(mixer, path, metadata=recording)
        return path

    return written


def speaker_in(factory: pytest.TempPathFactory) -> Voice:
    return Voice(HummingEngine(), ClipCache(factory.getbasetemp() / "recording"))


def probed(path: Path) -> Any:
    shown = ["-show_chapters", "-show_format", "-show_streams"]
    command = command_of("ffprobe", "-v", "error", "-of", "json", *shown, str(path))
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@suffixes
def test_ffprobe_reads_the_chapters_in_order(
    suffix: str, write: Write, recording: Metadata
) -> None:
    found = probed(write(suffix))["chapters"]
    assert [chapter["tags"]["title"] for chapter in found] == [
        "Introduction",
        "Legs",
        "Squat, left, set 1 of 2",
        "Squat, right, set 1 of 2",
        "Squat, left, set 2 of 2",
        "Squat, right, set 2 of 2",
        "Core",
        "Plank, round 1 of 2",
        "Bug, round 1 of 2",
        "Plank, round 2 of 2",
        "Bug, round 2 of 2",
    ]
    onsets = [chapter.onset / 48_000 for chapter in recording.chapters()]
    assert [float(chapter["start_time"]) for chapter in found] == pytest.approx(onsets, abs=0.001)


@suffixes
def test_ffprobe_reads_the_words(suffix: str, write: Write) -> None:
    told = probed(write(suffix))
    words: dict[str, str] = {}
    for part in (told["format"], *(s for s in told["streams"] if s["codec_type"] == "audio")):
        words |= {key.lower(): value for key, value in part.get("tags", {}).items()}
    assert (words["title"], words["artist"]) == ("Short", "earcoach")
    assert (words["album"], words["genre"]) == ("Workouts", "Workout")
    assert words["comment"] == "short, pace=1.2"
    assert words["date"].isdigit()
    assert words["language"] == "eng"


@pytest.mark.parametrize("suffix", WITH_COVER)
def test_ffprobe_finds_the_cover(suffix: str, write: Write) -> None:
    (picture,) = (s for s in probed(write(suffix))["streams"] if s["codec_type"] == "video")
    assert picture["disposition"]["attached_pic"] == 1
    assert (picture["codec_name"], picture["width"], picture["height"]) == ("png", 1000, 1000)


def test_mp3_has_lyrics_of_what_is_said_and_when(write: Write, recording: Metadata) -> None:
    (lyrics,) = ID3(write(".mp3")).getall("SYLT")
    expected = [
        (text_of(cue), round((placed.onset + cue.onset) / 48))
        for placed in recording.timeline
        for cue in placed.layout.cues
        if text_of(cue)
    ]
    assert lyrics.text == expected
    assert "Switch to your right side." in [text for text, _ in lyrics.text]


def test_three_hundred_chapters_keep_their_order_and_are_all_listed(tmp_path: Path) -> None:
    """A table of contents holds 255, so that there are two of them in a third."""
    path = tmp_path / "many.mp3"
    path.touch()
    tag_mp3(path, Metadata(timeline=timeline_of(MANY)))
    tags = ID3(path)
    names = [frame.sub_frames["TIT2"].text[0] for frame in tags.getall("CHAP")]
    assert names[:1] + names[-300:] == ["Introduction", *(f"Move {n}" for n in range(300))]
    contents = {frame.element_id: frame.child_element_ids for frame in tags.getall("CTOC")}
    listed = [name for id_ in contents["contents"] for name in contents[id_]]
    assert listed == [frame.element_id for frame in tags.getall("CHAP")]


@pytest.mark.parametrize("letter", ["a", "é", "🦵"])
def test_a_long_name_has_a_chapter_in_mp3_too(letter: str, humming: Voice, tmp_path: Path) -> None:
    """FFmpeg reads titles of up to 125 bytes, and the title is cut between two letters."""
    timeline = timeline_of(f"title: T\nexercises:\n  - {letter * 200}: 1 x 1\n", humming.measure)
    tones = default_tones()
    path = tmp_path / "long.mp3"
    write_session(Mixer(timeline, Sounds(humming, tones)), path)
    *_, last = probed(path)["chapters"]
    assert last["tags"]["title"].endswith(f"{letter}…")


def test_flac_can_still_be_decoded_to_its_end(write: Write) -> None:
    subprocess.run(
        command_of("ffmpeg", "-v", "error", "-i", write(".flac"), "-f", "null", "-"), check=True
    )
    assert FLAC(write(".flac")).cuesheet is None


@pytest.mark.parametrize("suffix", [".ogg", ".opus"])
def test_every_page_of_an_ogg_file_is_sound(suffix: str, write: Write) -> None:
    """FFmpeg tells of every page with a wrong checksum, and of a stream that changes."""
    command = command_of(
        "ffmpeg", "-v", "warning", "-err_detect", "crccheck+explode", "-i", write(suffix)
    )
    done = subprocess.run([*command, "-f", "null", "-"], capture_output=True, check=True)
    assert done.stderr == b""


def test_the_stream_number_of_an_ogg_file_is_the_one_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "silence.opus"
    soundfile.write(path, [0.0] * 480_000, 48_000, format="OGG", subtype="OPUS")
    with path.open("r+b") as file:
        renumber(file, 7)
    with path.open("rb") as file:
        pages = list(
            iter(lambda: OggPage(file) if path.stat().st_size > file.tell() else None, None)
        )
    assert len(pages) > 3
    assert {page.serial for page in pages} == {7}
    assert soundfile.info(path).frames == 480_000


# -- the cover ----------------------------------------------------------------------------------


def decoded(picture: bytes) -> np.ndarray:
    """The pixels of a cover, as ffmpeg finds them."""
    raw = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    done = subprocess.run(
        command_of("ffmpeg", "-v", "error", "-i", "-", *raw),
        input=picture,
        capture_output=True,
        check=True,
    )
    return np.frombuffer(done.stdout, dtype=np.uint8).reshape(1000, 1000, 3)


def test_the_cover_shows_how_much_of_the_session_is_work() -> None:
    timeline = timeline_of("title: Half\nexercises:\n  - Plank: 5 x 60s hold, rest 60s\n")
    pixels = decoded(cover(Metadata(timeline=timeline)))
    work, track = (
        np.all(pixels == colour, axis=-1).sum() for colour in ((255, 177, 78), (34, 43, 69))
    )
    working = sum(placed.length for placed in timeline if placed.phase.kind is PhaseKind.WORK)
    assert work / (work + track) == pytest.approx(working / timeline.length, abs=0.03)


@pytest.mark.parametrize("title", ["X", "Ein " * 60, "W" * 300, "走る人", "Été \U0001f3c3", " "])
def test_any_title_has_a_cover_and_the_same_one_each_time(title: str) -> None:
    source = f"title: '{title.strip() or 'x'}'\nexercises: [Hop: 1 x 2]\n"
    one, two = (cover(Metadata(timeline=timeline_of(source))) for _ in range(2))
    assert one == two


# -- the command --------------------------------------------------------------------------------


def test_the_command_tells_the_routine_the_options_and_the_date(hums: None, tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    target = tmp_path / "x.bin"
    options = ["--format", "m4a", "--bitrate", "96", "--pace", "1.5", "--date", "2026-02-03"]
    done = run("export", tmp_path / "tiny.yaml", "-o", target, *options)
    assert (done.returncode, done.stdout) == (0, "")
    file = MP4(target)
    assert file["\xa9cmt"] == ["tiny, pace=1.5, voice=humming"]
    assert file["\xa9day"] == [str(date(2026, 2, 3))]


WRONG = [
    (["-o", "x.flac", "--bitrate", "64"], "FLAC files have no bit rate to choose"),
    (["-o", "x.mp3", "--bitrate", "65"], "MP3 cannot have 65 kbit/s"),
    (["-o", "x.opus", "--bitrate", "0"], "Opus cannot have 0 kbit/s"),
    (["-o", "x.mp3", "--format", "aac"], "there is no format `aac`"),
    (["-o", "x.mp3", "--loudness", "-5"], "loudness -5 is out of range"),
    (["-o", "x.mp3", "--loudness", "nan"], "loudness nan is out of range"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_what_a_file_cannot_have_is_refused(words: list[str], message: str, tmp_path: Path) -> None:
    done = run("export", "runners-mini-band", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {message}\n  help: ")


def test_a_missing_extra_says_how_to_add_it(tmp_path: Path) -> None:
    hidden = "import sys; sys.path = [p for p in sys.path if p]; sys.modules['av'] = None; "
    program = (sys.executable, "-c", f"{hidden}from earcoach.__main__ import run; run()")
    done = run("export", "runners-mini-band", "-o", tmp_path / "x.m4a", program=program)
    assert (done.returncode, done.stderr) == (
        2,
        "error: M4A needs `av` installed\n"
        "  help: python -m pip install '.[m4a]' in earcoach's folder, or elsewhere av\n",
    )


def test_a_file_tells_the_language_that_is_spoken(tmp_path: Path) -> None:
    plan = make_plan(earcoach.loads("language: de\ntitle: Kurz\nexercises: [Hop: 1 x 1]\n"))
    timeline = timeline_in(plan, Lengths(lambda text: 9600, lambda name: 4800))
    assert Metadata(timeline=timeline).language == "deu"
