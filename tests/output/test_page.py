"""A page with a session in it, opened from its file in a real browser and played there."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser import chromium, quiet_tab, wait_until
from humming import HummingEngine
from mutagen.id3 import ID3
from paged import EVERYTHING, GERMAN, GERMAN_EVERYTHING, HOSTILE, session, written
from playwright.sync_api import Browser, Page, expect
from program import SHORT

from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.output.export import write_session
from earcoach.units import format_clock


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Voice:
    return Voice(HummingEngine(), ClipCache(tmp_path_factory.mktemp("clips")))


@pytest.fixture(scope="module")
def short(speaker: Voice, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(SHORT, speaker, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def tab(browser: Browser, short: Path) -> Iterator[Page]:
    with quiet_tab(browser) as page:
        page.goto(short.as_uri())
        yield page


@pytest.fixture
def page(tab: Page) -> Page:
    """The page as it is when it has just been opened."""
    tab.evaluate(
        """() => {
            const audio = document.querySelector("audio");
            audio.pause();
            handlers.seekto({seekTime: 0});
            document.activeElement.blur();
        }"""
    )
    expect(tab.get_by_role("main")).to_contain_text("Introduction")
    expect(tab.get_by_role("button", name="Play")).to_be_visible()
    return tab


def onset_s(page: Page, exercise: int) -> float:
    """Where an exercise is announced."""
    onset: float = page.evaluate(
        """number => {
            const session = JSON.parse(document.getElementById("session").textContent);
            return session.phases[session.exercises[number]].onset_s;
        }""",
        exercise,
    )
    return onset


def sound(page: Page, what: str) -> Any:
    """A property of what plays the sound."""
    return page.evaluate(f"document.querySelector('audio').{what}")


def do(page: Page, action: str) -> None:
    """What a button of a headset does, or else a button of the page, or else a key."""
    if page.evaluate("action => action in handlers", action):
        page.evaluate("action => handlers[action]({action})", action)
    elif action in ("Play", "Pause", "Back", "Next exercise", "Repeat the set"):
        page.get_by_role("button", name=action).click()
    else:
        page.keyboard.press(action)


def go_to(page: Page, seconds: float) -> None:
    """What the bar on a lock screen does."""
    page.evaluate("seekTime => handlers.seekto({action: 'seekto', seekTime})", seconds)


def shown(page: Page) -> list[str]:
    """What is in the middle of the page, line by line, but for the time."""
    lines = page.get_by_role("main").inner_text().split("\n")
    return [line.replace("\xa0", " ") for line in lines if line and not line.isdigit()]


def metadata(page: Page) -> list[str]:
    told: list[str] = page.evaluate(
        "(({title, artist, album}) => [title, artist, album])(navigator.mediaSession.metadata)"
    )
    return told


# -- the file -----------------------------------------------------------------------------------


def test_the_sound_in_the_page_is_that_of_an_mp3_file(
    short: Path, speaker: Voice, tmp_path: Path
) -> None:
    path = tmp_path / "session.mp3"
    write_session(session(SHORT, speaker), path)
    inside = re.search(r'src="data:audio/mpeg;base64,([^"]*)"', short.read_text(encoding="utf-8"))
    assert inside
    assert base64.b64decode(inside[1], validate=True) == path.read_bytes()[ID3(path).size :]


def test_names_are_shown_as_they_are_and_do_nothing(
    browser: Browser, speaker: Voice, tmp_path: Path
) -> None:
    named = yaml.safe_load(HOSTILE)
    section = named["sections"][0]
    with quiet_tab(browser) as page:
        page.goto(written(HOSTILE, speaker, tmp_path).as_uri())
        assert page.title() == named["title"]
        assert page.get_by_role("banner").get_by_role("heading").inner_text() == named["title"]
        navigation = page.get_by_role("navigation")
        assert navigation.get_by_role("heading", level=3).inner_text() == section["name"]
        for number, (name,) in enumerate(section["exercises"]):
            assert navigation.locator("b").nth(number).inner_text() == name
            do(page, "nexttrack")
            assert page.get_by_role("main").get_by_role("heading").inner_text() == name
        assert page.evaluate("typeof told") == "undefined"


# -- playing ------------------------------------------------------------------------------------


def test_it_plays_and_the_time_that_is_left_counts_down(page: Page) -> None:
    first = int(page.get_by_role("timer", name="Time left in this phase").inner_text())
    do(page, "Play")
    wait_until(page, f"document.querySelector('[role=timer]').innerText < {first}")
    do(page, "Pause")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert sound(page, "paused")


def test_it_shows_what_is_done_and_what_comes_next(page: Page) -> None:
    assert shown(page) == ["Introduction", "Short", "Next: Squat, left, set 1 of 2"]
    go_to(page, onset_s(page, 1) - 0.5)
    assert shown(page) == [
        "Work",
        "Squat",
        "Right set 2 of 2, 2 reps",
        "Next: Plank, round 1 of 2",
        "Rep 2 of 2",
    ]
    go_to(page, onset_s(page, 1) + 2)
    assert shown(page) == [
        "Rest Next:",
        "Plank",
        "round 1 of 2, 6 s hold",
        "Core. 2 rounds.",
    ]


def test_titles_change_where_another_exercise_begins(page: Page) -> None:
    go_to(page, onset_s(page, 1) - 0.5)
    assert metadata(page) == ["Squat", "Work, right, set 2 of 2", "Short"]
    do(page, "play")
    expect(page.get_by_role("main").get_by_role("heading")).to_have_text("Plank")
    do(page, "pause")
    expect(page).to_have_title("Plank \u2013 Short")
    assert metadata(page) == ["Plank", "Rest, round 1 of 2", "Short"]


def test_to_the_end_and_once_more(page: Page) -> None:
    go_to(page, 1e6)
    expect(page.get_by_role("timer")).to_have_text("\u2713")
    expect(page.locator("#next, #coming").filter(visible=True)).to_have_count(0)
    do(page, "Play")
    wait_until(page, "document.querySelector('audio').ended")
    do(page, "Play")
    expect(page.get_by_role("main")).to_contain_text("Introduction")


def test_the_display_stays_awake_while_it_plays(page: Page) -> None:
    do(page, "play")
    wait_until(page, "locks.some(lock => !lock.released)")
    do(page, "pause")
    wait_until(page, "locks.every(lock => lock.released)")


# -- moving -------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["n", "N", "ArrowRight", "nexttrack", "Next exercise"])
def test_on_to_the_next_exercise(action: str, page: Page) -> None:
    for exercise in range(5):
        do(page, action)
        assert sound(page, "currentTime") == pytest.approx(onset_s(page, exercise), abs=1e-3)
    do(page, action)
    assert "Finished" in shown(page)


@pytest.mark.parametrize("action", ["p", "ArrowLeft", "previoustrack", "Back"])
def test_back_to_the_start_of_the_exercise_and_twice_to_the_one_before(
    action: str, page: Page
) -> None:
    go_to(page, onset_s(page, 2) + 4)
    for exercise in (2, 1, 0):
        do(page, action)
        assert sound(page, "currentTime") == pytest.approx(onset_s(page, exercise), abs=1e-3)
    do(page, action)
    assert sound(page, "currentTime") == 0


@pytest.mark.parametrize("action", ["r", "Repeat the set"])
def test_a_set_again_from_its_first_side_counted_in(action: str, page: Page) -> None:
    go_to(page, onset_s(page, 1) - 0.5)
    do(page, action)
    assert "set 2 of 2" in " ".join(shown(page))
    assert "Left" in " ".join(shown(page))
    assert page.get_by_role("timer").inner_text() == "4"


def test_an_exercise_of_the_list_is_played_from_its_start(page: Page) -> None:
    row = page.get_by_role("navigation", name="Exercises").get_by_role("button").nth(2)
    assert row.inner_text().split("\n") == [
        "Bug",
        format_clock(onset_s(page, 2)),
        "round 1 of 2, 5 seconds",
    ]
    begun = """row => {
        row.click();
        const {paused, currentTime} = document.querySelector("audio");
        return [paused, currentTime];
    }"""
    assert row.evaluate(begun) == [False, pytest.approx(onset_s(page, 2), abs=1e-3)]
    expect(row).to_have_attribute("aria-current", "step")


def test_the_place_can_be_chosen_by_keyboard(page: Page) -> None:
    slider = page.get_by_role("slider", name="Place in the session")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert sound(page, "currentTime") == 5
    assert slider.get_attribute("aria-valuetext") == "0:05, Squat"


def test_space_presses_a_button_that_has_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Next exercise").focus()
    page.keyboard.press(" ")
    assert sound(page, "currentTime") == pytest.approx(onset_s(page, 0), abs=1e-3)
    assert sound(page, "paused")


def test_space_plays_after_a_click_on_another_button(page: Page) -> None:
    do(page, "Next exercise")
    page.keyboard.press(" ")
    wait_until(page, "!document.querySelector('audio').paused")


def test_keys_with_ctrl_belong_to_the_browser(page: Page) -> None:
    page.keyboard.press("Control+ArrowRight")
    assert sound(page, "currentTime") == 0


# -- what a file cannot do ----------------------------------------------------------------------


def test_it_has_the_pace_of_its_file_and_says_how_to_get_another(page: Page) -> None:
    """Another rate of its sound would shorten holds, and speed the voice up."""
    for key in ("+", "=", "-"):
        page.keyboard.press(key)
    assert sound(page, "playbackRate") == 1
    assert page.get_by_role("button", name="Faster").count() == 0
    expect(page.get_by_text("--pace 1.1")).to_be_visible()


def test_without_a_script_it_plays_and_lists_the_exercises_with_their_times(
    browser: Browser, short: Path, page: Page
) -> None:
    """As an iPhone shows a file."""
    onset = format_clock(onset_s(page, 1))
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(short.as_uri())
    told = plain.locator("noscript p")
    expect(told).to_be_visible()
    expect(told).to_contain_text("when an iPhone shows a file")
    expect(plain.locator("audio[controls]")).to_be_visible()
    row = plain.get_by_role("listitem").nth(1)
    assert row.inner_text().split("\n") == ["Plank", onset, "round 1 of 2, 6 seconds"]
    assert [button for button in plain.get_by_role("button").all() if button.is_visible()] == []
    expect(plain.locator("#timer, #next")).to_have_count(2)
    for hidden in plain.locator("#timer, #next, #player, header p").all():
        expect(hidden).to_be_hidden()
    context.close()


def test_the_sound_without_a_script_can_be_played(browser: Browser, short: Path) -> None:
    """What the page holds for those who run no script is sound that this browser plays."""
    page = browser.new_page()
    source = re.search(r'src="(data:audio/mpeg;base64,[^"]*)"', short.read_text(encoding="utf-8"))
    assert source
    page.set_content(f'<audio src="{source[1]}"></audio>')
    wait_until(page, "document.querySelector('audio').duration > 60")
    page.close()


# -- for everybody ------------------------------------------------------------------------------


def test_everything_has_a_role_and_a_name(page: Page) -> None:
    assert page.locator("body").aria_snapshot() == EVERYTHING.rstrip()


def test_a_german_session_has_a_german_page(
    browser: Browser, speaker: Voice, tmp_path: Path
) -> None:
    with quiet_tab(browser) as page:
        page.goto(written(GERMAN, speaker, tmp_path).as_uri())
        assert page.locator("html").get_attribute("lang") == "de"
        assert page.locator("body").aria_snapshot() == GERMAN_EVERYTHING.rstrip()
        assert shown(page) == ["Einleitung", "Beine", "Als Nächstes: Kniebeuge, links"]
        go_to(page, onset_s(page, 1) - 0.5)
        assert shown(page) == [
            "Arbeit",
            "Kniebeuge",
            "Rechts 2 Wiederholungen",
            "Als Nächstes: Unterarmstütz",
            "Wiederholung 2 von 2",
        ]
        go_to(page, onset_s(page, 1) + 1)
        assert metadata(page) == ["Unterarmstütz", "Pause", "Beine"]
        assert shown(page)[:3] == ["Pause Als Nächstes:", "Unterarmstütz", "6 s halten"]
        do(page, "nexttrack")
        go_to(page, sound(page, "currentTime") - 1)
        assert shown(page)[2:4] == ["6 s halten", "Als Nächstes: das Ende"]


def test_a_count_down_is_shown_as_it_is_said(
    browser: Browser, speaker: Voice, tmp_path: Path
) -> None:
    text = "title: Down\nexercises:\n  - Squat: 1 x 3, beat 3s\ndefaults: {counting: down}\n"
    with quiet_tab(browser) as page:
        page.goto(written(text, speaker, tmp_path).as_uri())
        go_to(page, page.evaluate("session.said.find(([, text]) => text === '2')[0]"))
        expect(page.locator("#said")).to_have_text("2")


def test_what_may_be_more_is_shown_so(browser: Browser, speaker: Voice, tmp_path: Path) -> None:
    text = "title: More\nexercises:\n  - Squat: 1 x 3+, beat 3s\n"
    with quiet_tab(browser) as page:
        page.goto(written(text, speaker, tmp_path).as_uri())
        go_to(page, page.evaluate("session.said.find(([, text]) => text.startsWith('Rep 2'))[0]"))
        expect(page.locator("#said")).to_have_text("Rep 2 of 3 or more")
        expect(page.locator("#set")).to_have_text("3 or more reps")


def test_nothing_is_read_out_over_the_coach(page: Page) -> None:
    """Only what went wrong."""
    live = page.locator("output, [aria-live], [role=alert], [role=status], [role=log]")
    assert [live.nth(n).get_attribute("id") for n in range(live.count())] == ["alert"]


@pytest.mark.parametrize("size", [(390, 844), (320, 568), (844, 390), (1280, 800)])
def test_nothing_is_cut_off(size: tuple[int, int], page: Page) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for name in ("Play", "Back", "Next exercise", "Repeat the set"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("timer")).to_be_in_viewport(ratio=1)


def test_the_page_cannot_ask_the_network(browser: Browser, short: Path) -> None:
    page = browser.new_page()
    page.goto(short.as_uri())
    blocked = page.evaluate(
        """() => new Promise(resolve => {
            document.addEventListener("securitypolicyviolation", e => resolve(e.blockedURI));
            new Image().src = "https://example.org/picture.png";
        })"""
    )
    page.close()
    assert blocked == "https://example.org/picture.png"
