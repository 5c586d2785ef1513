"""What the server answers: routines, texts, sessions, sound and files."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from humming import HummingEngine
from program import SHORT, TINY
from serving import HOLD, Server, served

from earcoach import FORMATS, Coach, loads
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice

TEXT = "Leg day\nSquat 3 x 12\nPlank 3 x 30s\nsee you on Monday\n"
WRONG = "title: Legs\nexercises:\n  - Squat: 3 x 12\n    rest: 90\n"


def test_routines_come_with_length_and_equipment(server: Server) -> None:
    found = {routine["name"]: routine for routine in server.ask("/api/routines").json}
    band = found["runners-mini-band"]
    assert (band["title"], band["equipment"]) == ("Mini band for runners", ["mini band"])
    assert 600 < band["about_s"] < 1800


def test_a_text_is_understood_line_by_line(server: Server) -> None:
    told = server.ask("/api/texts", TEXT).json
    assert told["title"] == "Leg day"
    assert [(row["line"], row["written"]) for row in told["rows"]][:2] == [
        (1, "Leg day"),
        (2, "Squat 3 x 12"),
    ]
    assert [(remark["line"], remark["text"]) for remark in told["left_out"]] == [
        (4, "see you on Monday")
    ]
    assert [remark["text"] for remark in told["assumed"]] == ["30s of rest where none is given"]
    assert loads(told["document"]).title == "Leg day"


def test_no_rest_is_told_in_words(server: Server) -> None:
    told = server.ask("/api/texts", "Legs\nNo rest between exercises\nSquat 3 x 10\n").json
    assert told["rows"][0]["understood"].endswith(": no rest")


def test_mistakes_of_a_routine_have_their_places(server: Server) -> None:
    told = server.ask("/api/texts?file=legs.yaml", WRONG).json
    assert [(m["line"], m["column"], m["length"]) for m in told["mistakes"]] == [(4, 11, 2)]
    assert told["mistakes"][0]["message"] == "duration `90` has no unit"
    assert told["document"] == WRONG


@pytest.mark.parametrize("text", ["", "nothing to be found in here", "\0\1\2"])
def test_a_text_without_a_workout_is_told_so(server: Server, text: str) -> None:
    answer = server.ask("/api/texts", text)
    assert answer.status == 422
    assert answer.json["error"]


def test_a_routine_is_kept_among_ones_own(server: Server) -> None:
    asked = json.dumps({"document": TINY, "name": "../../My  Légs/../x"})
    other = asked.replace("Go", "Gone")
    answers = [server.ask("/api/routines", one) for one in (asked, other, asked, other)]
    assert [answer.json["name"] for answer in answers] == ["my-légs-x", "my-légs-x-2"] * 2
    folder = server.folder / "config" / "earcoach" / "routines"
    assert (folder / "my-légs-x.yaml").read_text(encoding="utf-8") == TINY
    own = [r["name"] for r in server.ask("/api/routines").json if r["own"]]
    assert {"my-légs-x", "my-légs-x-2"} <= set(own)


def test_what_has_mistakes_is_not_kept(server: Server) -> None:
    answer = server.ask("/api/routines", json.dumps({"document": WRONG, "name": "wrong"}))
    assert (answer.status, len(answer.json["mistakes"])) == (422, 1)
    assert "wrong" not in [routine["name"] for routine in server.ask("/api/routines").json]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"pace": 9}, "pace 9 is out of range"),
        ({"level": "hihg"}, "there is no level `hihg`"),
        ({"without": ["sofa"]}, "no equipment `sofa` in this routine"),
        ({"music": "/etc/passwd"}, "the page cannot choose `music`"),
        ({"voice": "piper:/etc/passwd"}, "the page cannot choose `voice`"),
        ({"pace": []}, "pace is neither a text nor a number"),
    ],
)
def test_a_choice_that_cannot_be_is_told(
    server: Server, settings: dict[str, object], told: str
) -> None:
    answer = server.ask("/api/sessions", json.dumps({"document": SHORT, "settings": settings}))
    assert (answer.status, answer.json["error"]) == (400, told)


@pytest.mark.parametrize("name", ["/etc/passwd", "../../x.yaml", "sofa", 3, None])
def test_only_routines_of_the_list_have_names(server: Server, name: object) -> None:
    assert server.ask("/api/sessions", json.dumps({"routine": name})).status == 404


def test_lengths_are_those_of_the_coach(server: Server, tmp_path: Path) -> None:
    session = server.session(SHORT)
    coach = Coach(loads(SHORT), config=None)
    coach.sounds = Sounds(Voice(HummingEngine(), ClipCache(tmp_path)), default_tones())
    expected = [placed.length / 48_000 for placed in coach.timeline]
    assert server.lengths(session["id"]) == pytest.approx(expected)


def test_the_sound_is_the_same_whole_in_ranges_and_in_parts(server: Server) -> None:
    session = server.session(HOLD)
    base = f"/api/sessions/{session['id']}/2"
    early = server.ask(f"{base}/sound.mp3?at=0.5")
    server.lengths(session["id"])
    late = server.ask(f"{base}/sound.mp3?at=0.5")
    assert late.body == early.body
    assert late.headers["content-length"] == str(len(late.body))
    some = server.ask(f"{base}/sound.mp3?at=0.5", headers={"Range": "bytes=100-299"})
    assert (some.status, some.body) == (206, late.body[100:300])
    assert some.headers["content-range"] == f"bytes 100-299/{len(late.body)}"
    after = server.ask(f"{base}/sound.mp3?at=0.5", headers={"Range": f"bytes={len(late.body)}-"})
    assert after.status == 416
    listed = server.ask(f"{base}/sound.m3u8?at=0.5").body.decode().splitlines()
    assert listed[-1] == "#EXT-X-ENDLIST"
    parts = [server.ask(f"{base}/{line}").body for line in listed if not line.startswith("#")]
    assert len(parts) > 2
    assert all(part.startswith(b"ID3\x04") for part in parts)
    assert b"".join(part[73:] for part in parts) == late.body


def test_what_is_asked_for_on_the_way_is_in_the_sound_and_in_its_places(server: Server) -> None:
    session = server.session(HOLD, pace=1.5)
    server.lengths(session["id"])
    base = f"/api/sessions/{session['id']}"
    asked = "at=3.5&pace=1&do=pace:1.5@3.25"
    assert server.ask(f"{base}/2/sound.json?{asked}").json["ends_s"][0] == 8
    rest = server.ask(f"{base}/3/sound.json?at=2").json["ends_s"][0]
    longer = server.ask(f"{base}/3/sound.json?at=2&do=more@2").json
    assert (longer["phase"], longer["ends_s"][0]) == (3, rest + 15)
    whole, with_more = (
        server.ask(f"{base}/3/sound.mp3?at=2{more}").body for more in ("", "&do=more@2")
    )
    assert len(with_more) - len(whole) == pytest.approx(15 * 8000, abs=192)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_a_session_is_there_in_every_format(server: Server, suffix: str) -> None:
    session = server.session(TINY)
    answer = server.ask(f"/api/sessions/{session['id']}/file{suffix}")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="Go{suffix}"'
    assert len(answer.body) > 10_000


def test_an_unknown_format_is_told(server: Server) -> None:
    session = server.session(TINY)
    answer = server.ask(f"/api/sessions/{session['id']}/file.exe")
    assert (answer.status, answer.json["error"]) == (400, "there is no format `.exe`")


@pytest.mark.parametrize(
    "path",
    [
        "0/sound.mp3?at=x",
        "0/sound.mp3?at=-1",
        "0/sound.mp3?at=nan",
        "0/sound.mp3?music=1e9",
        "0/sound.mp3?do=dance@1",
        "0/sound.json?pace=9",
    ],
)
def test_a_place_that_is_none_is_told(server: Server, path: str) -> None:
    session = server.session(TINY)
    assert server.ask(f"/api/sessions/{session['id']}/{path}").status == 400


def test_a_session_that_is_gone_is_told(server: Server) -> None:
    answer = server.ask("/api/sessions/0123/0/sound.mp3")
    assert (answer.status, answer.json["error"]) == (404, "this session is not there any more")


def test_many_hear_the_same(server: Server) -> None:
    session = server.session(HOLD, pace=1.1)
    path = f"/api/sessions/{session['id']}/0/sound.mp3"
    heard: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: heard.append(server.ask(path).body)) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 20
    assert len(set(heard)) == 1
    assert len(heard[0]) / 8000 > 18


# -- what is usual for the user ------------------------------------------------------------------

CONFIG = """\
voice: humming
pace: 1.2
level: high
coaching: full
without: [band]
music: music.wav
"""


@pytest.fixture(scope="module")
def configured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("configured")
    with served(folder, config=CONFIG) as server:
        tone = 0.1 * np.sin(2 * np.pi * 300 * np.arange(20 * 48_000) / 48_000)
        soundfile.write(folder / "config" / "earcoach" / "music.wav", tone, 48_000)
        yield server


def test_a_session_begins_with_what_is_usual_for_the_user(configured: Server) -> None:
    usual = configured.session(SHORT)["settings"]
    assert usual == {
        "pace": 1.2,
        "level": "high",
        "coaching": None,
        "counting": None,
        "without": ["band"],
        "music": True,
    }
    chosen = configured.session(SHORT, pace=1, without=[], music=False)["settings"]
    assert (chosen["pace"], chosen["without"], chosen["music"]) == (1, [], False)


def test_it_has_the_music_of_the_user_or_none(configured: Server, tmp_path: Path) -> None:
    for settings, channels in (({}, 2), ({"music": False}, 1)):
        session = configured.session(HOLD, **settings)
        heard = configured.ask(f"/api/sessions/{session['id']}/2/sound.mp3").body
        (tmp_path / "heard.mp3").write_bytes(heard)
        assert soundfile.info(tmp_path / "heard.mp3").channels == channels


def test_a_voice_that_takes_over_is_told(tmp_path: Path) -> None:
    with served(tmp_path, config="voice: broken\n") as server:
        for pace in (1, 1.3):  # the second session has the voice of the first
            session = server.session(TINY, pace=pace)
            lines = server.ask(f"/api/sessions/{session['id']}/lengths").body.splitlines()
            [notice] = json.loads(lines[-1])["notices"]
            assert "takes over" in notice


def test_music_that_is_gone_keeps_nobody_from_training(configured: Server) -> None:
    music = configured.folder / "config" / "earcoach" / "music.wav"
    music.rename(music.with_suffix(".away"))
    try:
        session = configured.session(HOLD, pace=0.9)
        assert not session["settings"]["music"]
        lines = configured.ask(f"/api/sessions/{session['id']}/lengths").body.splitlines()
        notice, *_ = json.loads(lines[0])["notices"]
        assert notice == "the music `music.wav` cannot be played; going on without it"
    finally:
        music.with_suffix(".away").rename(music)
