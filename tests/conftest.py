"""What all tests share: no test writes to the user's own cache or reads the environment's wishes."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(Path(tmp_path_factory.getbasetemp()) / "newslint-cache"))
    for name in ("NO_COLOR", "NEWSLINT_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
