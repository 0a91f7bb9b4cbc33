"""`newslint desk`: check copy in the browser while it is written."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from newslint.cli import OK
from newslint.errors import UsageError, missing_library
from newslint.settings import Settings, find_config, load_settings
from newslint.terminal import show

_TOKEN = "NEWSLINT_DESK_TOKEN"
_SHORTEST = 20


def run(options: argparse.Namespace) -> int:
    """Open the desk, tell its address, and keep it until it is interrupted."""
    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise missing_library("desk", "starlette` or `uvicorn", "desk")
    from newslint.desk.serving import Wanted, open_browser, serve

    settings = _settings_of(options)
    others = tuple(_origin_of(address) for address in options.allow_origin)
    wanted = Wanted(
        *(os.curdir, options.port, options.today, options.profile, others, _token()), keep=not options.no_cache
    )
    closing: list[Callable[[], None]] = []

    def tell(address: str) -> None:
        show(f"The desk is open: {address}\nCtrl-C ends it.\n")
        if not options.no_browser:
            closing.append(open_browser(address))

    try:
        serve(wanted, settings, tell)
    finally:
        for close in closing:
            close()
    show("\nThe desk is closed.\n")
    return OK


def _settings_of(options: argparse.Namespace) -> Settings:
    """Load the configuration that is named, or the nearest one above the folder."""
    if not os.path.isdir(options.folder):
        raise UsageError(options.folder, "there is no such folder.", "Name the folder of your articles.")
    path = (
        Path(os.path.abspath(options.config)) if options.config else find_config(Path(os.path.abspath(options.folder)))
    )
    if options.profile and os.path.isfile(options.profile):  # which is named from here, not from the folder
        options.profile = os.path.abspath(options.profile)
    os.chdir(options.folder)
    settings = load_settings(path, keep=not options.no_cache)
    if options.profile:
        settings.variant(options.profile, asked_by="--profile")
    settings.save()
    return settings


def _token() -> str:
    """Return the token that the environment sets, for programs that ask again after a restart; empty for a new one."""
    token = os.environ.get(_TOKEN, "")
    if token and (
        len(token) < _SHORTEST or not token.isascii() or not token.replace("-", "").replace("_", "").isalnum()
    ):
        way_out = f"Use {_SHORTEST} or more letters, digits, `-` and `_`."
        raise UsageError(_TOKEN, "the token could be guessed or cannot stand in an address.", way_out)
    return token


def _origin_of(address: str) -> str:
    """Return the origin of a page, as browsers name it; raise UsageError for what is none."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/") or parts.query:
        raise UsageError("--allow-origin", f"`{address}` is no origin.", "Write it as `https://cms.example`.")
    return f"{parts.scheme}://{parts.netloc}".lower()
