"""A desk in this process, with one worker in a thread, over a folder of invented articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from starlette.testclient import TestClient

from newslint.desk import work
from newslint.desk.app import Counter, make_app
from newslint.desk.bench import Bench
from newslint.desk.folder import Folder
from newslint.desk.gate import Door
from newslint.settings import Settings, load_settings

TOKEN = "a-token-that-nobody-guesses"
DAY = date(2026, 11, 27)
CLICHE = "At the end of the day the quay was closed."
STORY = f"""---
title: The quay at Fennmouth closes for a week
author: Ana Lind
date: 2026-11-20
---

The quay closes on Monday, the harbour master said.

{CLICHE}

“We had no choice,” said Rosa Quint, who runs the port.
"""


class At(NamedTuple):
    """A desk: a client without a token, its folder, and the headers that open it."""

    client: TestClient
    folder: Path
    headers: dict[str, str]

    def post(self, path: str, **asked: Any) -> Any:
        """Ask with the token, and return the answer's JSON; the status must be 200."""
        answer = self.client.post(path, json=asked, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def get(self, path: str) -> Any:
        answer = self.client.get(path, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings without a configuration, as other tests keep them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "newslint-cache"))
        settings = load_settings(None)
        settings.save()
    return settings


@pytest.fixture(scope="session")
def at(tmp_path_factory: pytest.TempPathFactory, plain: Settings) -> Iterator[At]:
    """Return a desk whose limit of a body is small."""
    folder = tmp_path_factory.mktemp("desk") / "articles"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts" / "quay.md").write_text(STORY, encoding="utf-8")
    (folder.parent / "secret.md").write_text("# A secret\n\nNobody reads this.\n", encoding="utf-8")
    here = os.getcwd()
    os.chdir(folder)
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(work, "load_settings", lambda *asked, **named: plain)
            work.start(None, str(folder), keep=False)
        bench = Bench(lambda: ThreadPoolExecutor(1), work.perform, 1)
        counter = Counter(Folder(str(folder), plain), bench, plain, DAY)
        app = make_app(counter, Door(8642, TOKEN, frozenset({"https://cms.example"}), most=300_000))
        with TestClient(app, base_url="http://127.0.0.1:8642") as client:
            client.headers.pop("user-agent")
            yield At(client, folder, {"authorization": f"Bearer {TOKEN}"})
    finally:
        os.chdir(here)
        work._desk = None
