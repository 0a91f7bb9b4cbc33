"""`newslint lsp` as a process prints the protocol alone; without its library one line says what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli import main


def _frame(**message: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_only_the_protocol_is_printed_and_a_goodbye_is_status_0(tmp_path: Path) -> None:
    item = {"uri": (tmp_path / "a.md").as_uri(), "languageId": "markdown", "version": 1, "text": "TK"}
    (tmp_path / "newslint.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    said = (
        _frame(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
        + _frame(method="initialized", params={})
        + _frame(method="textDocument/didOpen", params={"textDocument": item})
        + _frame(id=2, method="textDocument/documentSymbol", params={"textDocument": {"uri": item["uri"]}})
    )
    command = [sys.executable, "-m", "newslint", "lsp", "--stdio", "--no-cache"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, cwd=tmp_path) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(said)
        process.stdin.flush()
        told: list[dict[str, object]] = []
        while not told or told[-1].get("id") != 2:
            length = int(process.stdout.readline().removeprefix(b"Content-Length: "))
            while process.stdout.readline() != b"\r\n":
                pass
            told.append(json.loads(process.stdout.read(length)))
        rest, _ = process.communicate(_frame(id=3, method="shutdown") + _frame(method="exit"), timeout=20)
    assert process.returncode == 0
    assert {one.get("method") for one in told} >= {"textDocument/publishDiagnostics", "window/showMessage"}
    assert rest.startswith(b"Content-Length: ")
    assert rest.count(b"Content-Length") == 1


def test_without_its_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("newslint.cli.lsp.find_spec", lambda name: None)
    assert main(["lsp"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "newslint: lsp: `pygls` is not installed. Run: pip install 'newslint[lsp]'\n"
