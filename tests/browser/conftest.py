"""A real browser for pages: the Chromium of the system, found by its path.

A browser lives as long as a module's tests: while it does, the library keeps an event loop running in this thread, and
other modules run loops of their own.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

_PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome")


def chromium_path() -> str | None:
    """Return the path of a Chromium: the one that NEWSLINT_CHROMIUM names, else the system's; None without one."""
    named = os.environ.get("NEWSLINT_CHROMIUM")
    return next((path for path in (named, *_PLACES) if path and os.access(path, os.X_OK)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; tests that need it are skipped where there is none."""
    path = chromium_path()
    if path is None:
        pytest.skip("NO BROWSER TESTS: no Chromium is there; install one, or name it in NEWSLINT_CHROMIUM")
    sync_api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TESTS: playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield made
        finally:
            made.close()


class Tab:
    """A page of the browser that notes what it must not do: run scripts of an article, fail, or ask the network."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("dialog", self._refuse)
        page.on("request", lambda request: self.asked.append(request.url))

    def _refuse(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: Path) -> Page:
        """Open a file."""
        self.page.goto(path.as_uri())
        return self.page

    def axe(self) -> list[str]:
        """Return what axe-core finds against accessibility, each with its first place."""
        library = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
        found = library.Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a tab of its own, with options of Playwright's `new_context`."""
    contexts = []

    def make(**options: Any) -> Tab:
        context = browser.new_context(**({"reduced_motion": "reduce"} | options))
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Tab(context.new_page())

    yield make
    for context in contexts:
        context.close()
