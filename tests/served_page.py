"""The served page in a tab: opened, read into, chosen and left somewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs

from axe_playwright_python.sync_playwright import Axe
from browser import WATCH
from playwright.sync_api import Browser, Page, expect
from serving import HOLD, Server

PHONE, LAPTOP = (390, 844), (1280, 800)
AUDIO = "document.getElementById('audio')"


@contextmanager
def opened(
    browser: Browser, server: Server, size: tuple[int, int] = PHONE, **options: object
) -> Iterator[Page]:
    """The page in a tab of its own, in which nothing may go wrong on the console."""
    width, height = size
    view = {"width": width, "height": height}
    context = browser.new_context(viewport=view, **options)  # type: ignore[arg-type]
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_init_script(WATCH)
    page.set_default_timeout(30_000)
    page.goto(server.address)
    yield page
    context.close()
    assert [line for line in told if "status of 422" not in line] == []  # which the page tells


def read(page: Page, text: str) -> None:
    page.get_by_label("A workout in your own words").fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What was understood")).to_be_visible()


def chosen(page: Page, text: str = HOLD) -> None:
    """A session of a text, all of which is measured."""
    read(page, text)
    page.get_by_role("button", name="Choose and play").click()
    expect(page.get_by_text("in all")).not_to_contain_text("about")


def source(page: Page) -> str:
    """The address of the sound, after the id of its session."""
    return str(page.evaluate(f"{AUDIO}.src.split('/').slice(-2).join('/')"))


def go_on_paused(page: Page, phase: int, at: float) -> None:
    """As a player that was left there, and has not been told to play."""
    page.evaluate(
        """async ([phase, at]) => {
            const player = await import(new URL("page/player.js", location).href);
            player.goTo({ phase, at }, { play: false });
        }""",
        [phase, at],
    )


TEXT = "Leg day\nSquat 3 x 12\nPlank 3 x 30s\nsee you on Monday\n"


UNTIL_DONE = """\
title: Open
exercises:
  - Row: 1 x to failure
  - Hop: 1 x 2
"""


def wanted_take(page: Page) -> dict[str, list[str]]:
    """What the sound was asked for: a phase, and the query of its address."""
    path, _, query = source(page).partition("?")
    return {"phase": [path.partition("/")[0]], **parse_qs(query)}


def server_places(page: Page) -> Any:
    """What the server tells of the take that is heard."""
    told = """async () => (await fetch(document.getElementById("audio").src
        .replace("sound.mp3", "sound.json"))).json()"""
    return page.evaluate(told)


def faults(page: Page) -> list[str]:
    found = [v["id"] for v in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["wide"] if wide else [])]


class Hostile(BaseHTTPRequestHandler):
    """A page of another origin."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>hostile</title>")

    def log_message(self, format: str, *args: object) -> None:
        """Tell nobody."""
