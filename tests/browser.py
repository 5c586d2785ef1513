"""A real browser for tests: Debian's Chromium, which plays a page as a phone or a laptop does."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

OPTIONS = ("--autoplay-policy=no-user-gesture-required", "--no-sandbox")
"""Tests press play by keys and calls too; and root has no sandbox."""

OWN = ("file:", "blob:", "data:")

WATCH = """\
window.handlers = {};
const set = MediaSession.prototype.setActionHandler;
MediaSession.prototype.setActionHandler = function (action, handler) {
  handlers[action] = handler;
  set.call(this, action, handler);
};
const setPosition = MediaSession.prototype.setPositionState;
MediaSession.prototype.setPositionState = function (state) {
  window.position = state;
  setPosition.call(this, state);
};
window.locks = [];
const request = WakeLock.prototype.request;
WakeLock.prototype.request = async function (type) {
  const lock = await request.call(this, type);
  locks.push(lock);
  return lock;
};
"""
"""What the page asks of the system is done, and kept for a test to look at."""


UNTIL = """\
() => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("it never came so far")), 10000);
  const look = () => (%s ? done() : setTimeout(look, 20));
  look();
})
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. Skips the test when it is not installed; on CI (CI=true) fails it instead."""
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("needs chromium")  # a skip would go unnoticed there
    if path is None:
        pytest.skip("needs chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def quiet_tab(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing may go wrong: no word on the console, nothing asked of a network."""
    page = browser.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.set_default_timeout(10_000)
    yield page
    page.close()
    assert told == []
    assert [url for url in asked if not url.startswith(OWN)] == []


def wait_until(page: Page, condition: str) -> None:
    """Wait until something is the case in a page whose policy forbids eval."""
    page.evaluate(UNTIL % condition)
