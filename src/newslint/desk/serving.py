"""Open the desk on a port of the loopback, and keep it until somebody ends it."""

from __future__ import annotations

import errno
import html
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.desk import work
from newslint.desk.app import Counter, make_app
from newslint.desk.bench import Bench
from newslint.desk.folder import Folder
from newslint.desk.gate import Door
from newslint.errors import UsageError
from newslint.processes import Work, close_lasting_pool, cores, open_lasting_pool
from newslint.records import NamedTuple

if TYPE_CHECKING:
    from newslint.settings import Settings

LOOPBACK = "127.0.0.1"
_WORKERS = 4
# A text is sent as JSON, which may write a character with six.
_ROOM = 2


class Wanted(NamedTuple):
    """What a command line says of a desk."""

    folder: str
    port: int
    today: date | None = None
    profile: str | None = None
    others: tuple[str, ...] = ()
    token: str = ""
    keep: bool = True


def listen(port: int) -> socket.socket:
    """Return a socket that listens on the loopback; raise UsageError for a port that is taken or not allowed."""
    # With the protocol named, asyncio sends what is small at once; else an answer waits 40 ms for the system.
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            server.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((LOOPBACK, port))
        server.listen(128)
    except OSError as error:
        server.close()
        taken = error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE))
        cause = (
            "the port is in use, perhaps by another desk." if taken else f"the port cannot be used ({error.strerror})."
        )
        raise UsageError(f"--port {port}", cause, "Use another one, or `--port 0` for any that is free.") from error
    return server


def serve(wanted: Wanted, settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Serve a folder until the process is interrupted; `on_ready` is given the address with the token."""
    import uvicorn

    server = listen(wanted.port)
    port = server.getsockname()[1]
    door = Door(
        port,
        wanted.token or secrets.token_urlsafe(24),
        frozenset(wanted.others),
        _ROOM * settings.config.max_file_size + 100_000,
    )
    count = min(_WORKERS, cores())
    opening = Work(work.start, (settings.path, os.path.realpath(wanted.folder), wanted.keep), work.perform)
    bench = Bench(partial(_open_pool, count, opening), work.perform, count, close_pool=close_lasting_pool)
    counter = Counter(Folder(wanted.folder, settings), bench, settings, wanted.today, wanted.profile)
    config = uvicorn.Config(
        make_app(counter, door),
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=2,
        ws="none",
        h11_max_incomplete_event_size=32_768,
    )
    on_ready(f"http://{LOOPBACK}:{port}/?token={door.token}")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([server])


def _open_pool(count: int, opening: Work) -> Executor:
    pool = open_lasting_pool(count, opening)
    for _ in range(count):
        pool.submit(os.getpid)  # a process is started for each, before anybody waits for it
    return pool


def open_browser(address: str) -> Callable[[], None]:
    """Open an address in the user's browser, and return what clears up.

    The command line of a browser is seen by all users of a machine, and a token is not for them: the browser is given a
    file that only this user may read, which leads on.
    """
    import webbrowser

    handle, name = tempfile.mkstemp(prefix="newslint-desk-", suffix=".html")
    with open(handle, "w", encoding="utf-8") as stream:
        target = html.escape(address, quote=True)
        stream.write(
            f'<!doctype html><meta charset="utf-8"><title>newslint</title>'
            f'<meta http-equiv="refresh" content="0;url={target}"><a href="{target}">Open the desk</a>\n'
        )
    with suppress(webbrowser.Error):
        webbrowser.open(Path(name).as_uri())

    def clear() -> None:
        with suppress(OSError):
            os.unlink(name)

    return clear
