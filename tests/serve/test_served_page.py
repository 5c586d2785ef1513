"""The page in a real browser, from a real server: read, correct, play, change, come back."""

import json
from collections.abc import Iterator
from http.server import HTTPServer
from threading import Thread

import pytest
from browser import chromium, wait_until
from playwright.sync_api import Browser, Page, expect
from served_page import (
    AUDIO,
    LAPTOP,
    PHONE,
    TEXT,
    UNTIL_DONE,
    Hostile,
    chosen,
    faults,
    go_on_paused,
    opened,
    read,
    server_places,
    source,
    wanted_take,
)
from serving import HOLD, Server, served

GERMAN = """\
title: Halten
language: de
exercises:
  - Unterarmstütz: 1 x 8s hold
  - Kniebeuge: 2 x 4, beat 1s
"""
GERMAN_TEXT = """\
Beintag
Rumänisches Kreuzheben 3 x 12 @ 24 kg
Bauchmuskelzirkeltraining
Unterarmstütz 3 x 30 Sekunden je Seite, 15 Sekunden Pause
Bis Montag
"""
GERMAN_TABLE = "Übung;Sätze;Wdh;Pause\nKniebeuge;3;12;60\nKreuzheben;3;10;90\n"
SOUND = f"{AUDIO}.currentTime > 0"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=60_000)  # the first answers load what reads and what speaks
    with chromium() as browser:
        yield browser
    expect.set_options(timeout=5_000)


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with opened(browser, server) as page:
        yield page


def test_a_pasted_workout_is_corrected_and_played(page: Page) -> None:
    read(page, TEXT)
    expect(page.get_by_role("row", name="Squat 3 x 12")).to_be_visible()
    expect(page.locator("#understood")).to_contain_text("see you on Monday: no part of a workout")
    expect(page.locator("#understood")).to_contain_text("30s of rest where none is given")
    page.get_by_text("Your text").click()
    page.locator("#text-again").fill(TEXT.replace("see you on Monday", "Lunge 2 x 8 each leg"))
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_role("row", name="Lunge 2 x 8 each leg").first).to_be_visible()
    page.get_by_role("button", name="Choose and play").click()
    expect(page.get_by_role("heading", name="Leg day")).to_be_visible()
    expect(page.get_by_role("button", name="Lunge")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    wait_until(page, SOUND)
    expect(page.locator("#phase")).to_have_text("Introduction")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_mistakes_are_marked_where_they_are_and_nothing_is_lost(page: Page) -> None:
    read(page, TEXT)
    page.locator("summary", has_text="The routine").click()
    wrong = page.locator("#document").input_value().replace("3 x 12", "3 x 12, rest 90")
    page.locator("#document").fill(wrong)
    page.get_by_role("button", name="Use these changes").click()
    mistake = page.locator("#mistakes button")
    expect(mistake).to_contain_text("`90` has no unit")
    mistake.click()
    box = page.locator("#document")
    marked = "b => b.value.slice(b.selectionStart, b.selectionEnd)"
    assert box.evaluate(marked) == "90"
    assert box.input_value() == wrong
    box.fill(wrong.replace("rest 90", "rest 90s"))
    page.get_by_role("button", name="Choose and play").click()
    expect(page.locator("#session")).to_be_visible()


def test_what_was_typed_is_there_after_the_page_was_closed(page: Page) -> None:
    page.get_by_label("A workout in your own words").fill("Squat 3 x")
    page.reload()
    expect(page.get_by_label("A workout in your own words")).to_have_value("Squat 3 x")
    page.get_by_label("A workout in your own words").fill("nothing of the kind")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("no exercise was found in this text")
    expect(page.get_by_label("A workout in your own words")).to_have_value("nothing of the kind")


def test_choices_change_the_length_at_once(page: Page) -> None:
    chosen(page)
    before = page.locator("#total").inner_text()
    for _ in range(2):
        page.get_by_role("button", name="Slower").click()
    expect(page.get_by_label("Pace").last).to_have_text("90 %")
    expect(page.locator("#total")).not_to_have_text(before)
    assert page.locator("#band rect").count() > 5


def test_pace_changes_in_a_hold_and_its_end_comes_when_it_should(page: Page) -> None:
    """While it plays: the new sound begins as much later in the hold as it is late itself."""
    chosen(page)
    go_on_paused(page, 2, 1)
    page.get_by_role("button", name="Play").click()
    wait_until(page, f"{AUDIO}.currentTime > 1.5")
    before = page.evaluate(f"{AUDIO}.src")
    page.get_by_role("button", name="Faster").click()
    wait_until(page, f"{AUDIO}.src !== {json.dumps(before)}")
    asked = wanted_take(page)
    told = server_places(page)
    assert told["ends_s"][0] == 8
    [command] = asked["do"]
    moment = float(command.removeprefix("pace:1.05@"))
    assert asked["pace"] == ["1"]
    assert 0 < float(asked["at"][0]) - moment <= 1
    wait_until(page, f"{AUDIO}.currentTime > 0.5")
    wait_until(page, "document.getElementById('player').dataset.kind === 'rest'")
    over = page.evaluate(f"{AUDIO}.currentTime") + float(asked["at"][0])
    assert over == pytest.approx(8, abs=0.5)  # as it is polled


def test_pace_changes_in_a_set_and_the_rep_stays(page: Page) -> None:
    chosen(page)
    go_on_paused(page, 4, 2.5)
    before = page.evaluate(f"{AUDIO}.src")
    page.get_by_role("button", name="Slower").click()
    wait_until(page, f"{AUDIO}.src !== {json.dumps(before)}")
    asked = wanted_take(page)
    assert (asked["phase"], asked["at"], asked["do"]) == (["4"], ["2.500"], ["pace:0.95@2.500"])
    begun = 3 + 1 / 0.95  # the rep under way keeps its time, the last has the new one
    assert server_places(page)["ends_s"][0] == pytest.approx(begun, abs=0.002)


def test_the_player_moves_as_the_coach_does(page: Page) -> None:
    chosen(page)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Next exercise").click()
    assert source(page) == "1/sound.mp3?at=0.000"
    page.get_by_role("button", name="Next exercise").click()
    assert source(page) == "2/sound.mp3?at=0.000&lead=1"
    go_on_paused(page, 3, 1)
    left = int(page.get_by_role("timer").inner_text())
    page.get_by_role("button", name="15 s more").click()
    assert source(page) == "3/sound.mp3?at=1.000&do=more%401.000"
    expect(page.get_by_role("timer")).to_have_text(str(left + 15))
    page.get_by_role("button", name="Repeat the set").click()
    assert source(page) == "2/sound.mp3?at=0.000&lead=1"
    page.evaluate("handlers.nexttrack()")
    assert page.evaluate("navigator.mediaSession.metadata.album") == "Hold"
    assert page.evaluate("position.duration") > 20


def test_after_a_pause_work_is_counted_in(page: Page) -> None:
    chosen(page)
    go_on_paused(page, 2, 2)
    page.get_by_role("button", name="Play").click()
    wait_until(page, SOUND)
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play").click()
    asked = wanted_take(page)
    assert asked["do"][0].startswith("resume@")
    places = server_places(page)
    assert places["runs_s"] > float(asked["at"][0]) + 1
    assert places["ends_s"][0] - places["runs_s"] == pytest.approx(
        8 - float(asked["at"][0]), abs=0.1
    )


def test_a_set_without_an_end_waits_for_done(page: Page) -> None:
    chosen(page, UNTIL_DONE)
    work = page.evaluate("document.querySelectorAll('#band .work').length")
    assert work == 2
    go_on_paused(page, 2, 0)
    seconds = int(page.get_by_role("timer").inner_text())
    go_on_paused(page, 2, seconds + 60)
    expect(page.locator("#exercise")).to_have_text("Row")
    expect(page.get_by_role("timer")).to_have_text("0")
    page.keyboard.press("d")
    expect(page.locator("#phase")).to_have_text("Rest")
    assert wanted_take(page)["do"] == [f"done@{seconds + 60}.000"]
    assert page.get_by_role("button", name="Done").is_disabled()


def test_what_can_do_nothing_looks_and_is_so(page: Page) -> None:
    chosen(page, UNTIL_DONE)
    go_on_paused(page, 4, 0)
    expect(page.locator("#exercise")).to_have_text("Hop")
    shown = "b => [b.disabled, Number(getComputedStyle(b).opacity) < 1]"
    for name in ("15 s more", "Done"):
        button = page.get_by_role("button", name=name)
        assert button.evaluate(shown) == [True, True]
    go_on_paused(page, 2, 0)
    assert page.get_by_role("button", name="Done").evaluate(shown) == [False, False]


def test_what_plays_is_not_begun_again_by_a_tap(page: Page) -> None:
    chosen(page)
    page.get_by_role("button", name="Start").click()
    wait_until(page, SOUND)
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    page.get_by_role("button", name="All routines").click()
    chosen(page)
    expect(page.get_by_role("button", name="Start")).to_be_visible()


def test_the_keys_are_those_of_a_live_session(page: Page) -> None:
    chosen(page)
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    wait_until(page, SOUND)
    page.keyboard.press("n")
    assert source(page) == "1/sound.mp3?at=0.000"
    page.keyboard.press("n")
    page.keyboard.press("r")
    assert source(page) == "2/sound.mp3?at=0.000&lead=1"
    page.keyboard.press("p")
    assert source(page) == "1/sound.mp3?at=0.000"
    page.keyboard.press("t")
    assert wanted_take(page)["do"][0].startswith("more@")
    wait_until(page, f"!{AUDIO}.paused")
    page.keyboard.press(" ")
    wait_until(page, f"{AUDIO}.paused")
    page.keyboard.press("+")
    expect(page.get_by_label("Pace").last).to_have_text("105 %")


def test_in_a_pause_what_comes_next_is_shown_and_at_the_end_nothing(page: Page) -> None:
    chosen(page)
    go_on_paused(page, 3, 1)
    assert page.locator("#now").inner_text().split() == ["Rest", "Next:", "Squat", "4", "reps"]
    go_on_paused(page, 2, 1)
    expect(page.locator("#next")).to_have_text("Next: Squat")
    go_on_paused(page, 5, 0.5)
    expect(page.locator("#phase")).to_have_text("Finished")
    expect(page.locator("#next, #coming").filter(visible=True)).to_have_count(0)


def test_choices_begin_with_what_is_usual_for_the_user(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = "voice: humming\npace: 1.2\nlevel: high\nmusic: away.mp3\n"
    with (
        served(tmp_path_factory.mktemp("usual"), config=config) as server,
        opened(browser, server) as page,
    ):
        chosen(page)
        expect(page.get_by_label("Pace").last).to_have_text("120 %")
        expect(page.get_by_label("Level")).to_have_value("high")
        expect(page.locator("#notices")).to_contain_text("`away.mp3` cannot be played")
        expect(page.get_by_label("Music")).to_be_hidden()


def test_the_place_is_kept_when_the_page_is_closed(page: Page, server: Server) -> None:
    chosen(page)
    go_on_paused(page, 4, 1)
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("button", name="Go on with Hold").click()
    expect(page.locator("#exercise")).to_have_text("Squat")
    assert source(page) == "4/sound.mp3?at=1.000&do=resume%401.000"


def test_a_routine_is_kept(page: Page) -> None:
    read(page, HOLD)
    page.get_by_label("Name").fill("My hold")
    page.get_by_role("button", name="Keep it among my routines").click()
    expect(page.locator("#kept")).to_have_text("Kept as my-hold")
    page.get_by_role("button", name="Keep it among my routines").click()
    expect(page.locator("#wait")).to_have_text("")
    expect(page.locator("#kept")).to_have_text("Kept as my-hold")
    page.get_by_role("button", name="All routines").click()
    expect(page.get_by_role("button", name="Hold").first).to_contain_text("yours")


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(
    browser: Browser, server: Server, size: tuple[int, int], scheme: str
) -> None:
    """axe finds nothing, and nothing is cut off; the policy is off for axe's own script only."""
    with opened(browser, server, size, color_scheme=scheme, bypass_csp=True) as page:
        page.locator("#routines button").first.wait_for()
        assert faults(page) == []
        read(page, TEXT)
        for closed in page.locator("#reading summary").all():
            closed.click()
        assert faults(page) == []
        page.get_by_role("button", name="Choose and play").click()
        expect(page.get_by_text("in all")).not_to_contain_text("about")
        go_on_paused(page, 2, 0)
        page.locator("#session summary").click()
        assert faults(page) == []
        for name in ("Play", "Back", "Next exercise", "15 s more", "Done"):
            expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_the_page_speaks_german(browser: Browser, server: Server) -> None:
    with opened(browser, server, locale="de-DE") as page:
        expect(page.get_by_role("heading", name="Programme")).to_be_visible()
        assert page.locator("html").get_attribute("lang") == "de"


@pytest.mark.parametrize("width", [390, 360, 320])
@pytest.mark.parametrize("text", [GERMAN_TEXT, GERMAN_TABLE])
def test_what_was_understood_is_no_wider_than_a_phone(
    browser: Browser, server: Server, width: int, text: str
) -> None:
    with opened(browser, server, (width, 844), locale="de-DE", bypass_csp=True) as page:
        page.locator("#text").fill(text)
        page.get_by_role("button", name="Lesen").click()
        expect(page.get_by_role("heading", name="Was verstanden wurde")).to_be_visible()
        assert faults(page) == []


def test_the_player_speaks_the_language_of_its_session(browser: Browser, server: Server) -> None:
    with opened(browser, server) as page:
        chosen(page, GERMAN)
        go_on_paused(page, 1, 0)
        player = page.locator("#player")
        names = ("Satz wiederholen", "Zurück", "Abspielen", "Nächste Übung", "15 s mehr", "Fertig")
        for name in names:
            expect(player.get_by_role("button", name=name)).to_be_visible()
        expect(page.locator("#coming")).to_have_text("Als Nächstes:")
        assert player.get_attribute("lang") == "de"
        page.get_by_role("button", name="Abspielen").click()
        expect(player.get_by_role("button", name="Anhalten")).to_be_visible()
        expect(page.get_by_role("heading", name="Choices")).to_be_visible()
        page.get_by_role("button", name="All routines").click()
        chosen(page)
        expect(page.get_by_role("heading", name="Hold")).to_be_visible()
        go_on_paused(page, 1, 0)
        expect(player.get_by_role("button", name="Repeat the set")).to_be_visible()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.locator("#routines button").first.wait_for()
    page.get_by_label("A workout in your own words").focus()
    page.keyboard.insert_text(HOLD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#reading-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#session-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start")).to_be_focused()
    page.keyboard.press("Enter")
    wait_until(page, SOUND)


def test_a_hostile_page_can_neither_read_write_nor_show_it(
    browser: Browser, server: Server
) -> None:
    with HTTPServer(("127.0.0.1", 0), Hostile) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://localhost:{other.server_port}/")
        got = page.evaluate(
            """async (target) => {
                const tried = [
                    fetch(`${target}api/routines`),
                    fetch(`${target}api/routines`, {method: "POST", headers: {"X-Earcoach": "1"},
                        body: JSON.stringify({document: "x", name: "x"})}),
                ];
                const body = '{"document": "x", "name": "x"}', mode = "no-cors";
                const blind = fetch(`${target}api/routines`, { method: "POST", mode, body });
                await blind.catch(() => null);
                const frame = document.createElement("iframe");
                frame.src = target;
                document.body.append(frame);
                await new Promise((done) => { frame.onload = done; });
                const results = await Promise.allSettled(tried);
                return [...results.map((one) => one.status), frame.contentDocument];
            }""",
            server.address,
        )
        page.close()
        other.shutdown()
    assert got == ["rejected", "rejected", None]
    assert not list((server.folder / "config").rglob("x.yaml"))
