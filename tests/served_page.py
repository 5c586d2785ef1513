"""The served page in a tab: opened, read into, chosen and left somewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

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
