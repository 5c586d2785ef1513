"""Makes serve.png, the picture of the served page: `python .pictures/make_serve.py` on a machine
with Chromium."""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from serving import served  # noqa: E402

with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    args = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=args)
    with served(Path(folder), config="") as server:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(server.address)
        page.get_by_role("button", name="Mini band for runners").click()
        page.locator("#total", has_text=re.compile(r"^\d")).wait_for(timeout=120_000)  # exact
        page.locator("#exercises button").nth(1).evaluate("button => button.click()")
        page.wait_for_timeout(3000)
        page.get_by_role("button", name="Pause").click()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=HERE / "serve.png")
    browser.close()
