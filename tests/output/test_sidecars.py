"""Side files: captions that players read, a cue sheet for programs, whole or not there."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import rough_phrase
from files import names_in
from heard import Lengths, timeline_in
from installed import command_of
from program import TINY, run
from strategies import tone_length

import earcoach
from earcoach.output.file_options import CAPTIONS, CUE_SHEET
from earcoach.output.metadata import Metadata
from earcoach.output.sidecars import SIDECARS
from earcoach.plan.planning import make_plan

AWKWARD = r"""
title: 'A <b>"title"</b> --> & [more]'
exercises:
  - 'Push & <i>pull</i> --> [slow]': 1 x 2
"""
LONG = "title: Long\nexercises:\n  - Plank: 2 x 60 min hold\n"

EARLY = ("--coaching", "minimal")


def metadata_of(text: str) -> Metadata:
    plan = make_plan(earcoach.loads(text))
    return Metadata(timeline=timeline_in(plan, Lengths(rough_phrase, tone_length)))


def said(recording: Metadata) -> list[tuple[int, int, str]]:
    return [(s.onset, s.end, s.text) for s in recording.said()]


@pytest.fixture
def folder(tmp_path: Path, hums: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "tiny.yaml").write_text(TINY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("text", [AWKWARD, LONG], ids=["awkward", "long"])
def test_ffmpeg_reads_the_captions_as_they_are_said(text: str, tmp_path: Path) -> None:
    recording = metadata_of(text)
    (tmp_path / "session.vtt").write_text(SIDECARS[".vtt"](recording), encoding="utf-8")
    show = ["-show_entries", "packet=pts,duration,data", "-show_data_hash", "md5", "-of", "json"]
    command = command_of("ffprobe", "-v", "warning", *show, tmp_path / "session.vtt")
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    assert told.stderr == ""
    packets = json.loads(told.stdout)["packets"]
    found = [(packet["pts"], packet["pts"] + packet["duration"]) for packet in packets]
    expected = [(round(onset / 48), round(end / 48)) for onset, end, _ in said(recording)]
    assert found == expected


def test_captions_are_escaped(tmp_path: Path) -> None:
    recording = metadata_of(AWKWARD)
    vtt = tmp_path / "session.vtt"
    vtt.write_text(SIDECARS[".vtt"](recording), encoding="utf-8")
    assert vtt.read_text().startswith('WEBVTT - A &lt;b&gt;"title"&lt;/b&gt; --&gt; &amp; [more]\n')
    assert "\nPush &amp; &lt;i&gt;pull&lt;/i&gt; --&gt; [slow]" in vtt.read_text()
    command = command_of("ffmpeg", "-v", "error", "-i", vtt, "-f", "srt", "-")
    shown = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert "Push & <i>pull</i> --> [slow]" in shown.replace("{\\i1}", "<i>")


def test_lrc_has_times_beyond_an_hour() -> None:
    recording = metadata_of(LONG)
    lines = SIDECARS[".lrc"](recording).splitlines()
    assert lines[:3] == ["[ti:Long]", "[ar:earcoach]", "[al:Workouts]"]
    length_min = recording.length / 48_000 / 60
    assert lines[3].startswith(f"[length:{int(length_min)}:")
    onset, _, text = said(recording)[-1]
    minutes, seconds = divmod(onset / 48_000, 60)
    assert lines[-1] == f"[{int(minutes)}:{seconds:05.2f}]{text}"
    assert int(minutes) >= 120
    assert len(lines) == 4 + len(said(recording))


def test_brackets_are_no_tags_in_lrc() -> None:
    lines = SIDECARS[".lrc"](metadata_of(AWKWARD)).splitlines()
    assert lines[0] == '[ti:A <b>"title"</b> --> & (more)]'
    assert all(line.count("[") == line.count("]") == 1 for line in lines)


def test_all_are_beside_the_file(folder: Path) -> None:
    done = run("export", "tiny.yaml", "-o", "s.wav", "--captions", "--cue-sheet", *EARLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert names_in(folder) == {"tiny.yaml", "s.wav", "s.vtt", "s.lrc", "s.json"}
    shown = json.loads(run("show", "tiny.yaml", "--json", *EARLY).stdout)
    assert json.loads((folder / "s.json").read_text(encoding="utf-8")) == shown
    texts = [cue["text"] for cue in shown["cues"] if cue["text"]]
    lyrics = (folder / "s.lrc").read_text(encoding="utf-8").splitlines()[4:]
    assert [line.partition("]")[2] for line in lyrics] == texts


@pytest.mark.parametrize("suffix", [*CAPTIONS, CUE_SHEET])
def test_none_is_replaced_without_force(suffix: str, folder: Path) -> None:
    (folder / f"s{suffix}").write_text("old")
    wanted = ("export", "tiny.yaml", "-o", "s.wav", "--captions", "--cue-sheet")
    done = run(*wanted)
    help_ = "  help: add --force to replace it\n"
    assert (done.returncode, done.stderr) == (2, f"error: `s{suffix}` is there already\n{help_}")
    assert names_in(folder) == {"tiny.yaml", f"s{suffix}"}
    assert (folder / f"s{suffix}").read_text() == "old"


def test_a_file_is_not_its_own_sidecar(folder: Path) -> None:
    done = run("export", "tiny.yaml", "-o", "s.lrc", "--format", "wav", "--captions")
    assert done.returncode == 2
    assert "would be two files" in done.stderr
    assert names_in(folder) == {"tiny.yaml"}


def test_when_the_sound_cannot_be_written_none_is_left(folder: Path) -> None:
    for name in ("s.wav", "s.lrc", "s.vtt"):
        (folder / name).write_text("old")
    wanted = ("export", "tiny.yaml", "-o", "s.wav", "--captions", "--force", *EARLY)
    assert run(*wanted, largest_file=8192).returncode == 1
    assert names_in(folder) == {"tiny.yaml", "s.wav", "s.lrc", "s.vtt"}
    assert {path.read_text() for path in folder.glob("s.*")} == {"old"}
