"""`newslint desk` says in one line why it does not open; what it opens is tested in tests/desk and tests/browser."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.desk import serving
from newslint.desk.serving import listen, open_browser


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return the one line that a command line without success prints."""
    assert main(["desk", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the working directory; no browser is opened and nobody is served."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda address: True)
    return tmp_path


@pytest.mark.parametrize("library", ["starlette", "uvicorn"])
def test_a_missing_library_is_told_with_the_extra(
    library: str, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.cli.desk.find_spec", lambda name: None if name == library else name)
    assert told(capsys).endswith("`starlette` or `uvicorn` is not installed. Run: pip install 'newslint[desk]'\n")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nowhere"], "nowhere: there is no such folder. Name the folder of your articles."),
        (["--port", "70000"], "'70000' is not a port"),
        (["--port", "x"], "'x' is not a port"),
        (["--allow-origin", "cms.example"], "`cms.example` is no origin. Write it as `https://cms.example`."),
        (["--allow-origin", "https://cms.example/page"], "`https://cms.example/page` is no origin."),
        (["--profile", "newz"], "`newz`"),
        (["--config", "none.yaml"], "none.yaml"),
    ],
)
def test_what_cannot_be_opened_is_told(
    words: list[str], line: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert line in told(capsys, *words)


@pytest.mark.parametrize("token", ["short", "spaces that no address may have", "ünïcödé-tökens-are-nöt-sent"])
def test_a_token_that_will_not_do_is_told(
    token: str, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_DESK_TOKEN", token)
    line = told(capsys)
    assert line.startswith("newslint: NEWSLINT_DESK_TOKEN: ")
    assert token not in line


def test_a_port_in_use_is_told_in_one_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        line = told(capsys, "--port", str(port), "--no-browser")
    cause = "the port is in use, perhaps by another desk."
    assert line == f"newslint: --port {port}: {cause} Use another one, or `--port 0` for any that is free.\n"


def test_only_the_loopback_is_listened_on() -> None:
    with listen(0) as server:
        assert server.getsockname()[0] == "127.0.0.1"
        assert server.proto == socket.IPPROTO_TCP  # or asyncio lets small answers wait


def test_the_token_is_told_to_the_browser_in_a_file_that_only_its_user_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    clear = open_browser("http://127.0.0.1:1/?token=secret&x")
    assert "secret" not in opened[0]
    path = Path(opened[0].removeprefix("file://"))
    assert path.stat().st_mode & 0o077 == 0
    assert "http://127.0.0.1:1/?token=secret&amp;x" in path.read_text(encoding="utf-8")
    clear()
    assert not path.exists()


def test_the_desk_opens_tells_its_address_and_closes(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def serve(wanted: serving.Wanted, settings: object, on_ready: object) -> None:
        seen.append(wanted)
        on_ready("http://127.0.0.1:8642/?token=x")  # type: ignore[operator]

    monkeypatch.setattr(serving, "serve", serve)
    assert main(["desk", "--no-browser", "--allow-origin", "https://CMS.example/", "--today", "2026-05-04"]) == 0
    (wanted,) = seen
    assert isinstance(wanted, serving.Wanted)
    assert (wanted.port, wanted.others, str(wanted.today)) == (8642, ("https://cms.example",), "2026-05-04")
    printed = capsys.readouterr()
    assert (printed.out.split("\n")[0], printed.err) == ("The desk is open: http://127.0.0.1:8642/?token=x", "")
