"""Where newslint keeps between runs what it made: a folder of the user's own, outside every project."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """Return the folder, which need not exist yet, or None where there is no home to put it in.

    NEWSLINT_CACHE_DIR names another one.
    """
    named = os.environ.get("NEWSLINT_CACHE_DIR")
    if named:
        return Path(named)
    try:
        if os.name == "nt":
            return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "newslint"
        return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "newslint"
    except RuntimeError:
        return None
