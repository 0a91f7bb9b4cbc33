"""What the desk answers: the JSON of `check`, findings beside the words, fixes, excuses, and its own description."""

from __future__ import annotations

import asyncio
import json
import shutil
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate
from tests.desk.conftest import CLICHE, STORY, At

from newslint.cli import main
from newslint.desk import app, work
from newslint.desk.bench import Bench, Job, Reply
from newslint.desk.messages import ReviewRequest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".html", ".txt"))


def check(folder: Path, path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return the JSON of `check` of a copy of an article in a folder without a configuration."""
    shutil.copy(path, folder)
    main([path.name, "--format", "json", "--fail-on", "never", "--today", "2026-11-27"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("path", EXAMPLES[::3], ids=lambda path: path.name)
def test_lint_gives_exactly_the_json_of_check(
    at: At, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    told = check(tmp_path, path, capsys)
    monkeypatch.chdir(at.folder)
    text = path.read_text(encoding="utf-8")
    assert at.post("/lint", text=text, filename=path.name) == told
    kind = {".md": "text/markdown", ".html": "text/html; charset=utf-8", ".txt": "text/plain"}[path.suffix]
    headers = {**at.headers, "content-type": kind}
    raw = at.client.post(f"/lint?filename={path.name}", content=text.encode(), headers=headers)
    assert raw.json() == told
    schema = at.get("/openapi.json")
    report = {**schema["components"]["schemas"]["Report"], "components": schema["components"]}
    jsonschema.validate(told, report)


def test_the_description_is_valid_and_has_every_route(at: At) -> None:
    described = at.get("/openapi.json")
    validate(described)
    assert {(method.upper(), path) for path, methods in described["paths"].items() for method in methods} == {
        (each.method, each.path) for each in app.OPERATIONS
    }
    assert len({each.name for each in app.OPERATIONS}) == len(app.OPERATIONS)


@pytest.mark.parametrize("operation", app.OPERATIONS, ids=lambda each: each.name)
def test_each_answer_is_what_the_description_says(at: At, operation: app.Operation) -> None:
    asked: dict[str, dict[str, Any]] = {
        "excuse": {"text": STORY, "rule": "clarity/cliche", "reason": "the title of the play", **span_of(CLICHE[:21])},
        "save": {"name": "posts/described.md", "text": "# One\n", "version": None},
    }
    queries = {"explain": "?rule=clarity/cliche", "open": "?name=posts/quay.md"}
    if operation.asks:
        given = at.post(operation.path, **asked.get(operation.name, {"text": STORY}))
    else:
        given = at.get(operation.path + queries.get(operation.name, ""))
    (at.folder / "posts" / "described.md").unlink(missing_ok=True)
    described = at.get("/openapi.json")
    told = described["paths"][operation.path][operation.method.lower()]["responses"]["200"]
    schema = {**told["content"]["application/json"]["schema"], "components": described["components"]}
    jsonschema.validate(given, schema)


def span_of(words: str) -> dict[str, int]:
    start = STORY.index(words)
    return {"start": start, "end": start + len(words)}


def test_a_review_has_what_the_page_shows(at: At) -> None:
    told = at.post("/review", text=STORY, filename="quay.md")
    advice = next(one for one in told["findings"] if one["diagnostic"]["rule"] == "clarity/cliche")
    found = advice["diagnostic"]
    at_ = (found["span"]["start"]["offset"], found["span"]["end"]["offset"])
    assert STORY[at_[0] : at_[1]] == "At the end of the day"
    assert advice["remedy"] == "Replace the phrase with the fact behind it, or delete it."
    spoken = {STORY[one["start"] : one["end"]]: one["voice"] for one in told["tints"]}
    assert spoken["“We had no choice,”"].startswith("Rosa Quint")
    assert "<dt>words</dt><dd>30</dd>" in told["panels"]["card"]
    assert "Rosa Quint" in told["panels"]["voices"]
    assert told["panels"]["reading"] == ""
    asked = {"text": STORY, "filename": "quay.md", "reading": True}
    assert 'data-f="' in at.post("/review", **asked)["panels"]["reading"]


def test_safe_fixes_leave_quotations_alone(at: At) -> None:
    text = STORY.replace("closes on", "clo\u200bses on").replace("had no", "h\u200bad no")
    told = at.post("/fix", text=text, filename="quay.md")
    assert told["text"] == STORY.replace("had no", "h\u200bad no")
    for changes in told["rounds"]:
        for change in reversed(changes):
            text = text[: change["start"]] + change["text"] + text[change["end"] :]
    assert text == told["text"]
    assert [one["applicability"] for one in told["repairs"]] == ["safe"]


def test_an_excuse_is_written_where_it_holds(at: At) -> None:
    asked = {"rule": "clarity/cliche", "reason": "the title of the play", "until": "2027-01-31"}
    edit = at.post("/excuse", text=STORY, filename="quay.md", **asked, **span_of("At the end of the day"))["edit"]
    text = STORY[: edit["start"]] + edit["text"] + STORY[edit["end"] :]
    told = at.post("/review", text=text, filename="quay.md")
    assert (told["excused"], "the title of the play" in told["panels"]["excuses"]) == (1, True)
    assert "clarity/cliche" not in {one["diagnostic"]["rule"] for one in told["findings"]}


@pytest.mark.parametrize(
    ("path", "asked", "status", "cause"),
    [
        (
            "/excuse",
            {"rule": "clarity/cliche", "start": 0, "end": 1, "reason": "because"},
            422,
            "no such finding",
        ),
        ("/lint", {"profile": "newz"}, 422, "this desk has no such profile"),
        ("/lint", {"select": ["clarity/clich"]}, 422, "there is no rule or family `clarity/clich`"),
        ("/lint", {"filename": "a.py"}, 422, "this is a .py file"),
        ("/lint", {"profile": "../../../etc/passwd"}, 422, "this desk has no such profile"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_way_out(
    at: At, path: str, asked: dict[str, Any], status: int, cause: str
) -> None:
    answer = at.client.post(path, json={"text": STORY, **asked}, headers=at.headers)
    assert answer.status_code == status
    assert cause in answer.json()["error"]["cause"]
    assert answer.json()["error"]["way_out"]


@pytest.mark.parametrize("rule", ["clarity/cliche", "suppressions/unused", "internal/file-crash"])
def test_a_rule_is_explained(at: At, rule: str) -> None:
    told = at.get(f"/explain?rule={rule}")
    assert (told["id"], bool(told["why"] and told["remedy"])) == (rule, True)


def test_a_rule_that_is_none_and_a_query_that_lacks_one_are_told(at: At) -> None:
    wrong = at.client.get("/explain?rule=clarity/clich", headers=at.headers)
    assert (wrong.status_code, "clarity/cliche" in wrong.json()["error"]["way_out"]) == (422, True)
    assert at.client.get("/explain", headers=at.headers).status_code == 400


@pytest.mark.parametrize("text", ["", "\0\0", "\ud83d half", "\r\r\n", "😀" * 50, "<script>alert(1)</script>\n"])
@pytest.mark.parametrize("filename", ["a.md", "a.html", "a.txt"])
def test_any_text_is_reviewed(at: At, text: str, filename: str) -> None:
    body = json.dumps({"text": text, "filename": filename}).encode()
    answer = at.client.post("/review", content=body, headers={**at.headers, "content-type": "application/json"})
    assert answer.status_code == 200, answer.text


def test_a_hundred_requests_at_once_are_all_answered(at: At) -> None:
    def ask(number: int) -> tuple[int, int]:
        text = f"{STORY}\nThere are {number} boats. {CLICHE}\n"
        answer = at.client.post("/lint", json={"text": text, "select": ["clarity/cliche"]}, headers=at.headers)
        return answer.status_code, len([one for one in answer.json()["diagnostics"] if one["rule"] == "clarity/cliche"])

    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(ask, range(100)))
    assert answers == [answers[0]] * 100
    assert answers[0][0] == 200


class Slow:
    """A worker that waits to be told to go on, and notes what it did."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.done: list[Any] = []

    def __call__(self, job: Job) -> Reply:
        self.go.wait(5)
        self.done.append(job.asked["n"])
        return Reply(200, str(job.asked["n"]))


def test_a_later_request_of_a_page_replaces_those_that_wait() -> None:
    async def run() -> list[Reply]:
        worker = Slow()
        bench = Bench(lambda: ThreadPoolExecutor(1), worker, 1)
        asked = [asyncio.create_task(bench.do(Job("x", {"n": n}), "page")) for n in range(5)]
        asked.append(asyncio.create_task(bench.do(Job("x", {"n": 9}), "another")))
        await asyncio.sleep(0.01)
        worker.go.set()
        replies = await asyncio.gather(*asked)
        bench.close()
        assert worker.done == [0, 4, 9]
        return replies

    assert [reply.status for reply in asyncio.run(run())] == [200, 409, 409, 409, 200, 200]


def test_more_than_can_wait_is_told_to_come_again() -> None:
    async def run() -> list[Reply]:
        worker = Slow()
        bench = Bench(lambda: ThreadPoolExecutor(1), worker, 1, most=3)
        asked = [asyncio.create_task(bench.do(Job("x", {"n": n}))) for n in range(5)]
        await asyncio.sleep(0.01)
        worker.go.set()
        return await asyncio.gather(*asked)

    assert [reply.status for reply in asyncio.run(run())] == [200, 200, 200, 503, 503]


def test_a_worker_that_dies_takes_nothing_else_with_it() -> None:
    class Dying(ThreadPoolExecutor):
        def submit(self, *args: Any, **named: Any) -> Any:
            raise BrokenExecutor

    pools: list[Any] = [ThreadPoolExecutor(1), Dying(1)]

    async def run() -> list[int]:
        bench = Bench(pools.pop, lambda job: Reply(200, ""), 1)
        return [(await bench.do(Job("x", {}))).status for _ in range(2)]

    assert asyncio.run(run()) == [500, 200]


def test_settings_that_change_hold_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "newslint.yaml"
    config.write_text("rules: {clarity/cliche: error}\n", encoding="utf-8")
    desk = work.Desk(config, keep=False)
    asked = ReviewRequest(text=STORY, filename="quay.md", select=("clarity/cliche",))
    assert [str(one.diagnostic.severity) for one in desk.review(asked).findings] == ["error"]
    config.write_text("rules: {clarity/cliche: advice} # changed\n", encoding="utf-8")
    assert [str(one.diagnostic.severity) for one in desk.review(asked).findings] == ["advice"]
