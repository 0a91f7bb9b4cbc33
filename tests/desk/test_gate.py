"""Nobody gets through the gate of the desk without its host, its origin and its token, or with too much."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.desk.conftest import TOKEN, At

from newslint.desk.gate import Door, Gate

LINT = {"text": "# The quay\n\nThe quay is open.\n"}


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8642.evil.example", "", "evil.example:8642", "[::1]:8642"],
)
def test_a_wrong_host_is_refused_even_with_the_token(at: At, host: str) -> None:
    answer = at.client.get("/state", headers={**at.headers, "host": host})
    assert (answer.status_code, answer.json()["error"]["cause"]) == (421, "this is not the host of the desk.")


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "LOCALHOST:8642"])
def test_the_own_names_are_let_through(at: At, host: str) -> None:
    assert at.client.get("/state", headers={**at.headers, "host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", "http://127.0.0.1:8643", "https://127.0.0.1:8642", "http://localhost"]
)
@pytest.mark.parametrize(("method", "path"), [("POST", "/lint"), ("POST", "/save"), ("GET", "/articles"), ("GET", "/")])
def test_a_page_of_another_site_is_refused(at: At, origin: str, method: str, path: str) -> None:
    body = LINT if method == "POST" else None
    answer = at.client.request(method, path, json=body, headers={**at.headers, "origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_without_origin_that_another_site_made_is_refused(at: At, site: str) -> None:
    answer = at.client.get("/article?name=posts/quay.md", headers={**at.headers, "sec-fetch-site": site})
    assert answer.status_code == 403


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer x"}, {"authorization": TOKEN}, {"cookie": "a=b"}])
@pytest.mark.parametrize("path", ["/", "/desk.js", "/state", "/articles", "/openapi.json", "/nothing"])
def test_without_the_token_nothing_is_told(at: At, path: str, headers: dict[str, str]) -> None:
    answer = at.client.get(path, headers=headers)
    assert answer.status_code == 401
    assert TOKEN not in answer.text + str(answer.headers)


@pytest.mark.parametrize("query", ["token=", "token=x", f"token={TOKEN}&token={TOKEN}", f"Token={TOKEN}"])
def test_a_wrong_token_in_the_address_opens_nothing(at: At, query: str) -> None:
    assert at.client.get(f"/?{query}").status_code == 401
    assert at.client.get(f"/state?token={TOKEN}").status_code == 401


def test_the_address_gives_a_cookie_that_scripts_cannot_read(at: At) -> None:
    answer = at.client.get(f"/?token={TOKEN}")
    cookie = answer.headers["set-cookie"]
    at.client.cookies.clear()
    assert answer.status_code == 200
    assert cookie == f"newslint-desk-8642={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    assert TOKEN not in answer.text
    assert at.client.get("/state", headers={"cookie": f"newslint-desk-8642={TOKEN}"}).status_code == 200
    assert at.client.get("/state", headers={"cookie": f"newslint-desk-8643={TOKEN}"}).status_code == 401


@pytest.mark.parametrize("path", ["/", "/desk.js", "/desk.css", "/state", "/nothing"])
def test_each_answer_forbids_browsers_what_the_page_does_not_need(at: At, path: str) -> None:
    for headers in (at.headers, {}):
        got = at.client.get(path, headers=headers).headers
        policy = got["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert (got["x-content-type-options"], got["referrer-policy"]) == ("nosniff", "no-referrer")
        assert (got["x-frame-options"], got["cache-control"]) == ("DENY", "no-store")
        assert "access-control-allow-origin" not in got


def test_a_page_that_may_ask_gets_an_answer_to_lint_and_to_nothing_else(at: At) -> None:
    own = {"origin": "https://cms.example"}
    asked = {**own, "access-control-request-method": "POST"}
    before = at.client.options("/lint", headers=asked)
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (204, "https://cms.example")
    assert "authorization" in before.headers["access-control-allow-headers"]
    assert at.client.options("/save", headers=asked).status_code == 403
    answer = at.client.post("/lint", json=LINT, headers={**at.headers, **own})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "https://cms.example")
    assert "access-control-allow-credentials" not in answer.headers
    assert at.client.post("/save", json={}, headers={**at.headers, **own}).status_code == 403


def test_a_page_of_another_origin_needs_the_token_itself(at: At) -> None:
    headers = {"origin": "https://cms.example", "cookie": f"newslint-desk-8642={TOKEN}"}
    assert at.client.post("/lint", json=LINT, headers=headers).status_code == 401


def test_a_body_that_says_it_is_too_large_is_refused_unread() -> None:
    async def receive() -> dict[str, Any]:
        raise AssertionError("the body was read")

    async def app(*asked: Any) -> None:
        raise AssertionError("it was let through")

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    told = {"host": "127.0.0.1:1", "authorization": f"Bearer {TOKEN}", "content-length": "50000000"}
    headers = [(name.encode(), value.encode()) for name, value in told.items()]
    scope = {"type": "http", "method": "POST", "path": "/lint", "query_string": b"", "headers": headers}
    asyncio.run(Gate(app, Door(1, TOKEN))(scope, receive, send))
    assert sent[0]["status"] == 413
    assert (b"connection", b"close") in sent[0]["headers"]


def test_a_body_that_grows_too_large_is_refused(at: At) -> None:
    pieces = (b"x" * 100_000 for _ in range(500))
    answer = at.client.post("/lint", content=pieces, headers={**at.headers, "content-type": "text/plain"})
    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "", "9" * 30])
def test_a_length_that_is_none_is_refused(at: At, length: str) -> None:
    headers = {**at.headers, "content-type": "application/json", "content-length": length}
    assert at.client.post("/lint", content=b"{}", headers=headers).status_code in (400, 413)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/lint", 405),
        ("PUT", "/save", 405),
        ("DELETE", "/article", 405),
        ("TRACE", "/", 405),
        ("GET", "/x", 404),
    ],
)
def test_a_method_or_path_that_is_none_is_told_so(at: At, method: str, path: str, status: int) -> None:
    answer = at.client.request(method, path, headers=at.headers)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"subject", "cause", "way_out"}


@pytest.mark.parametrize(
    ("content", "kind", "cause"),
    [
        (b"{", "application/json", "the body is not JSON."),
        (b"[" * 100_000, "application/json", "the body is not JSON."),
        (b"\xff\xfe", "application/json", "the body is not JSON."),
        (b"{}", "text/csv", "the content type is `text/csv`."),
        (b"a=b", "application/x-www-form-urlencoded", "the content type is `application/x-www-form-urlencoded`."),
        (b"{}", "application/json", "`text`: Field required."),
        (b'{"text": 1}', "application/json", "`text`: Input should be a valid string."),
        (b'{"text": "", "path": "/etc/passwd"}', "application/json", "`path`: Extra inputs are not permitted."),
        (b'{"text": "", "today": "soon"}', "application/json", "`today`: Input should be a valid date"),
        (b"[]", "application/json", "``: Input should be a valid"),
    ],
)
def test_what_cannot_be_read_is_told_so(at: At, content: bytes, kind: str, cause: str) -> None:
    answer = at.client.post("/lint", content=content, headers={**at.headers, "content-type": kind})
    assert answer.status_code == 400
    assert answer.json()["error"]["cause"].startswith(cause.rstrip("."))
