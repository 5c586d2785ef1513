"""A split session: a file for each exercise, which together are the session, and a playlist."""

import json
import signal
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from files import names_in
from heard import timeline_in
from humming import HummingEngine
from hypothesis import given, settings
from installed import command_of
from program import SHORT, TINY, ended, run, started, stop_when, wait_until
from strategies import Session, sessions

import earcoach
from earcoach import FORMATS, EarcoachError, UsageError
from earcoach.audio.clip import pcm_of
from earcoach.audio.mixer import Mixer
from earcoach.audio.music.playlist import Music
from earcoach.audio.music.selection import select_music
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.output.atomic_write import PART
from earcoach.output.export import write_session
from earcoach.output.file_options import FileOptions
from earcoach.output.metadata import Metadata
from earcoach.output.pieces import pieces
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Role
from earcoach.timeline.cuesheet import cue_sheet_json

TITLES = [
    "Introduction",
    "Squat, left, set 1 of 2",
    "Squat, right, set 1 of 2",
    "Squat, left, set 2 of 2",
    "Squat, right, set 2 of 2",
    "Plank, round 1 of 2",
    "Bug, round 1 of 2",
    "Plank, round 2 of 2",
    "Bug, round 2 of 2",
]
STEMS = [f"{n:02} {title.replace(',', '')}" for n, title in enumerate(TITLES, start=1)]
QUICK = "title: Quick\nexercises:\n  - Hop: 1 x 1 each leg, beat 500ms\n"
ENDLESS = "title: Long\nexercises:\n  - Hop: 1 x 1\n  - Plank: 10 x 60 min hold\n"
EARLY = ("--coaching", "minimal")

SPLIT = FileOptions(split=True)


def mixer_of(text: str, speaker: Voice, music: Path | None = None) -> Mixer:
    tones = default_tones()
    plan = make_plan(earcoach.loads(text))
    timeline = timeline_in(plan, Sounds(speaker, tones))
    heard = Music(select_music(music)) if music else None
    return Mixer(timeline, Sounds(speaker, tones), music=heard)


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Voice:
    return Voice(HummingEngine(), ClipCache(tmp_path_factory.mktemp("clips")))


@pytest.fixture(scope="module")
def mixer(speaker: Voice) -> Mixer:
    return mixer_of(SHORT, speaker)


@pytest.fixture
def folder(tmp_path: Path, hums: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "tiny.yaml").write_text(TINY, encoding="utf-8")
    (folder / "long.yaml").write_text(ENDLESS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def probed(path: Path) -> Any:
    command = command_of(
        "ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", path
    )
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def tags_of(path: Path) -> dict[str, str]:
    told = probed(path)
    found = told["format"].get("tags", {}) | told["streams"][0].get("tags", {})
    return {key.lower(): value for key, value in found.items()}


# -- the pieces ---------------------------------------------------------------------------------


@settings(max_examples=15)
@given(session=sessions())
def test_pieces_tile_the_session_and_cut_no_phrase(session: Session) -> None:
    timeline = session.timeline()
    found = pieces(timeline)
    assert [piece.number for piece in found] == list(range(1, len(found) + 1))
    assert {piece.of for piece in found} == {len(found)}
    assert [p.end for p in found] == [*(p.onset for p in found[1:]), timeline.length]
    assert found[0].onset == 0
    whole = Metadata(timeline=timeline)
    parts = [replace(whole, piece=piece) for piece in found]
    again = [
        (said.onset + piece.onset, said.end + piece.onset, said.text)
        for piece, part in zip(found, parts, strict=True)
        for said in part.said()
    ]
    assert again == [(said.onset, said.end, said.text) for said in whole.said()]
    assert all(s.end <= part.length for part in parts for s in part.said())
    assert [c.title for p in parts for c in p.chapters()] == [c.title for c in whole.chapters()]


def test_there_is_one_for_each_exercise_with_its_announcement(mixer: Mixer) -> None:
    found = pieces(mixer.timeline)
    assert [piece.title for piece in found] == TITLES
    announced = [
        placed.onset + cue.onset
        for placed in mixer.timeline
        for cue in placed.layout.cues
        if cue.role is Role.SECTION
    ]
    assert len(announced) == 2
    for onset in announced:  # a section is no piece of its own
        assert any(p.onset <= onset < p.end and p.title in TITLES[1:] for p in found)


# -- the sound ----------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_together_they_are_the_session(suffix: str, mixer: Mixer, tmp_path: Path) -> None:
    write_session(mixer, tmp_path / f"session{suffix}", SPLIT)
    files = sorted((tmp_path / "session").glob(f"*{suffix}"))
    assert [file.stem for file in files] == STEMS
    sound = np.concatenate([soundfile.read(file, dtype="int16")[0] for file in files])
    np.testing.assert_array_equal(sound, pcm_of(mixer.render(0, mixer.timeline.length)))


def test_music_goes_on_from_piece_to_piece(speaker: Voice, tmp_path: Path) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (48_000 * 7, 2))
    soundfile.write(tmp_path / "music.wav", noise, 48_000)
    whole, split = (mixer_of(TINY, speaker, tmp_path / "music.wav") for _ in range(2))
    write_session(whole, tmp_path / "session.wav")
    write_session(split, tmp_path / "session.wav", SPLIT)
    files = sorted((tmp_path / "session").glob("*.wav"))
    sound = np.concatenate([soundfile.read(file, dtype="int16")[0] for file in files])
    assert sound.shape[1] == 2
    np.testing.assert_array_equal(sound, soundfile.read(tmp_path / "session.wav", dtype="int16")[0])


@pytest.mark.parametrize("suffix", sorted(set(FORMATS) - {".m4b", ".html"}))
def test_each_tells_its_title_and_place_and_the_list_its_length(
    suffix: str, speaker: Voice, tmp_path: Path
) -> None:
    write_session(mixer_of(QUICK, speaker), tmp_path / f"session{suffix}", SPLIT)
    folder = tmp_path / "session"
    lines = (folder / "session.m3u8").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["#EXTM3U", "#PLAYLIST:Quick"]
    assert [line.partition(",")[2] for line in lines[2::2]] == [
        "Introduction",
        "Hop, left",
        "Hop, right",
    ]
    for told, name in zip(lines[2::2], lines[3::2], strict=True):
        seconds = float(told.removeprefix("#EXTINF:").partition(",")[0])
        assert abs(float(probed(folder / name)["format"]["duration"]) - seconds) < 0.06
    tags = tags_of(folder / f"02 Hop left{suffix}")
    assert (tags["title"], tags["album"]) == ("Hop, left", "Quick")
    track = (
        tags["track"]
        if suffix in (".mp3", ".m4a")
        else f"{tags['track']}/{tags.get('tracktotal', 3)}"
    )
    assert track == "2/3"


# -- the folder ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("AC/DC: what? <now>", "02 AC DC what now"),
        ("../../etc/passwd", "02 etc passwd"),
        ("Läufer\u0308 スクワット", "02 Läufer\u0308 スクワット"),
        ("...", "02"),
        ("x" * 300, "02 " + "x" * 120),
        ("ス" * 300, "02 " + "ス" * 40),
    ],
)
def test_names_are_good_on_every_file_system(
    title: str, stem: str, speaker: Voice, tmp_path: Path
) -> None:
    text = f"title: Go\nexercises:\n  - name: {json.dumps(title)}\n    reps: 1\n    beat: 500ms\n"
    write_session(mixer_of(text, speaker), tmp_path / "s.wav", SPLIT)
    assert names_in(tmp_path / "s") == {"01 Introduction.wav", f"{stem}.wav", "s.m3u8"}


def test_captions_are_beside_each_and_the_cue_sheet_is_of_all(mixer: Mixer, tmp_path: Path) -> None:
    sides = FileOptions(split=True, captions=True, cue_sheet=True)
    write_session(mixer, tmp_path / "a.b.wav", sides)
    folder = tmp_path / "a.b"
    assert {f"{stem}.lrc" for stem in STEMS} | {"a.b.json", "a.b.m3u8"} < names_in(folder)
    lines = (folder / f"{STEMS[2]}.lrc").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[ti:Squat, right, set 1 of 2]"
    assert lines[4] == "[00:01.35]Switch to your right side."  # from the start of the piece
    told = json.loads((folder / "a.b.json").read_text(encoding="utf-8"))
    assert told == cue_sheet_json(mixer.timeline)


def test_the_command_says_what_it_wrote(folder: Path) -> None:
    done = run("export", "tiny.yaml", "-o", "go.flac", "--split", *EARLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("go: 0:")
    assert ", 3 files, " in done.stderr
    assert names_in(folder / "go") == {"01 Introduction.flac", "02 Hop.flac", "go.m3u8"}
    again = run("export", "tiny.yaml", "-o", "go", "--format", "wav", "--split", *EARLY)
    assert again.returncode == 2
    assert again.stderr == "error: `go` is there already\n  help: add --force to replace it\n"


def test_force_replaces_what_an_export_has_written(mixer: Mixer, tmp_path: Path) -> None:
    force = FileOptions(split=True, force=True, captions=True)
    write_session(mixer, tmp_path / "s.wav", force)
    write_session(mixer, tmp_path / "s.flac", FileOptions(split=True, force=True))
    assert names_in(tmp_path / "s") == {*(f"{stem}.flac" for stem in STEMS), "s.m3u8"}
    assert names_in(tmp_path) == {"s"}


def test_force_takes_nothing_else_away(mixer: Mixer, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds more than a split session: `mine"):
        write_session(mixer, tmp_path / "s.wav", FileOptions(split=True, force=True))
    assert names_in(tmp_path / "s") == {"mine.txt"}
    (tmp_path / "t").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        write_session(mixer, tmp_path / "t.wav", FileOptions(split=True, force=True))


def test_a_format_that_no_playlist_takes(mixer: Mixer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no playlist takes a file of the format page"):
        write_session(mixer, tmp_path / "s.html", SPLIT)


# -- nothing half -------------------------------------------------------------------------------


def fails_at(piece: int, mixer: Mixer, error: BaseException) -> Callable[[int], None]:
    onset = pieces(mixer.timeline)[piece].onset

    def before_block(frame: int) -> None:
        if frame >= onset:
            raise error

    return before_block


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_stopped_in_the_middle_it_leaves_what_was_there(
    error: BaseException, mixer: Mixer, tmp_path: Path
) -> None:
    write_session(mixer, tmp_path / "s.wav", SPLIT)
    before = {path: path.read_bytes() for path in (tmp_path / "s").iterdir()}
    with pytest.raises((KeyboardInterrupt, EarcoachError)):
        write_session(
            mixer,
            tmp_path / "s.flac",
            FileOptions(split=True, force=True),
            before_block=fails_at(3, mixer, error),
        )
    assert names_in(tmp_path) == {"s"}
    assert {path: path.read_bytes() for path in (tmp_path / "s").iterdir()} == before


def half_written(folder: Path) -> bool:
    return any(path.stat().st_size > 4096 for path in folder.glob(f".*{PART}s/new/02*"))


@pytest.mark.parametrize("appears", ["folder", "empty folder", "file"])
def test_what_appears_while_it_works_is_not_replaced(
    appears: str, mixer: Mixer, tmp_path: Path
) -> None:
    thesis = tmp_path / "s" / "thesis.txt"

    def before_block(frame: int) -> None:
        if appears == "file":
            thesis.parent.write_text("mine")
        else:
            thesis.parent.mkdir(exist_ok=True)
        if appears == "folder":
            thesis.write_text("mine")

    with pytest.raises(UsageError, match=r"`.*/s` is there already"):
        write_session(mixer, tmp_path / "s.wav", SPLIT, before_block=before_block)
    assert names_in(tmp_path) == {"s"}
    if appears == "file":
        assert thesis.parent.read_text() == "mine"
    else:
        assert names_in(tmp_path / "s") == ({"thesis.txt"} if appears == "folder" else set())


@pytest.mark.parametrize("there_before", [True, False])
def test_force_takes_nothing_away_that_is_added_while_it_works(
    there_before: bool, mixer: Mixer, tmp_path: Path
) -> None:
    force = FileOptions(split=True, force=True)
    if there_before:
        write_session(mixer, tmp_path / "s.wav", SPLIT)
    before = {path: path.read_bytes() for path in tmp_path.glob("s/*")}

    def before_block(frame: int) -> None:
        (tmp_path / "s").mkdir(exist_ok=True)
        (tmp_path / "s" / "thesis.txt").write_text("mine")

    with pytest.raises(UsageError, match=r"`.*/s` holds more than a split session: `thesis.txt`"):
        write_session(mixer, tmp_path / "s.flac", force, before_block=before_block)
    assert names_in(tmp_path) == {"s"}
    after = {path: path.read_bytes() for path in tmp_path.glob("s/*")}
    assert after == {**before, tmp_path / "s" / "thesis.txt": b"mine"}


def test_a_playlist_that_names_files_elsewhere_takes_none_of_them(
    mixer: Mixer, tmp_path: Path
) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "s.m3u8").write_text("../thesis.txt\n")
    write_session(mixer, tmp_path / "s.wav", FileOptions(split=True, force=True))
    assert names_in(tmp_path) == {"s", "thesis.txt"}


def test_ctrl_c_leaves_nothing(folder: Path) -> None:
    before = names_in(folder)
    split = ("export", "long.yaml", "-o", "s.flac", "--split", *EARLY)
    stopped = stop_when(lambda: half_written(folder), signal.SIGINT, *split)
    assert (stopped.returncode, stopped.stderr) == (130, "stopped\n")
    assert names_in(folder) == before


def test_killed_it_leaves_nothing_that_the_next_run_does_not_clear_away(folder: Path) -> None:
    before = names_in(folder)
    with started("export", "long.yaml", "-o", "s.flac", "--split", *EARLY) as running:
        wait_until(lambda: half_written(folder))
        running.send_signal(signal.SIGSTOP)  # it has done enough
        parts = names_in(folder) - before
        assert len(parts) == 2
        assert run("export", "tiny.yaml", "-o", "one.wav", *EARLY).returncode == 0
        assert names_in(folder) == {*before, *parts, "one.wav"}
        running.kill()
        ended(running)
    assert run("export", "tiny.yaml", "-o", "two.wav", *EARLY).returncode == 0
    assert names_in(folder) == {*before, "one.wav", "two.wav"}
