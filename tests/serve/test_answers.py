"""What the server answers: routines, texts, sessions, sound and files."""

import json
import threading

import pytest
from program import SHORT, TINY
from serving import Server

from earcoach import FORMATS, Coach, loads
from earcoach.units import frames_of_ms

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
    answers = [server.ask("/api/routines", asked) for _ in range(2)]
    assert [answer.json["name"] for answer in answers] == ["my-légs-x", "my-légs-x-2"]
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


def test_lengths_are_those_of_the_coach(server: Server, shared_cache: object) -> None:
    session = server.session(SHORT)
    expected = [placed.length / 48_000 for placed in Coach(loads(SHORT)).timeline]
    assert server.lengths(session["id"]) == pytest.approx(expected)


def test_the_sound_is_the_same_whole_in_ranges_and_in_parts(server: Server) -> None:
    session = server.session(SHORT)
    base = f"/api/sessions/{session['id']}/3"
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
    assert all(part.startswith(b"ID3\x04") for part in parts)
    assert b"".join(part[73:] for part in parts) == late.body


def test_a_skip_is_a_later_place_in_the_same_sound(server: Server) -> None:
    session = server.session(SHORT)
    base = f"/api/sessions/{session['id']}/4/sound.mp3"
    whole, later = server.ask(base).body, server.ask(f"{base}?skip=0.48").body
    assert later == whole[20 * 192 :]


def test_another_pace_goes_on_at_the_same_second_of_a_hold(server: Server) -> None:
    before = server.session(SHORT)
    phases = enumerate(before["phases"])
    hold = next(i for i, phase in phases if phase["kind"] == "work" and phase["hold"])
    at = {"session": before["id"], "phase": hold, "offset_s": 2.5}
    asked = json.dumps({"document": SHORT, "settings": {"pace": 1.5}, "at": at})
    after = server.ask("/api/sessions", asked).json
    assert after["at"] == {"phase": hold, "offset_s": 2.5}
    assert server.lengths(after["id"])[hold] == server.lengths(before["id"])[hold] == 6


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
    ["0/sound.mp3?at=x", "0/sound.mp3?at=-1", "0/sound.mp3?at=nan", "0/sound.mp3?skip=1e9"],
)
def test_a_place_that_is_none_is_told(server: Server, path: str) -> None:
    session = server.session(TINY)
    assert server.ask(f"/api/sessions/{session['id']}/{path}").status == 400


def test_a_session_that_is_gone_is_told(server: Server) -> None:
    answer = server.ask("/api/sessions/0123/0/sound.mp3")
    assert (answer.status, answer.json["error"]) == (404, "this session is not there any more")


def test_many_hear_the_same(server: Server) -> None:
    session = server.session(SHORT, pace=1.1)
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
    assert len(heard[0]) / 192 * 1152 > frames_of_ms(60_000)
