"""The gate of the desk: who may ask, from which page, with how much; and what browsers must not do with an answer."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from newslint.records import NamedTuple

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_NAMES = ("127.0.0.1", "localhost")
# Seconds until the whole of a request must be here.
_PATIENCE = 30.0
# Headers of each answer: the page runs its own script and style and nothing else, talks to nobody else, is shown in no
# other page, and is kept nowhere.
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types newslint",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


class Door(NamedTuple):
    """What the gate holds requests against: its port, its token, other origins, and the most bytes of a body."""

    port: int
    token: str
    # Pages of other origins that may ask for `POST /lint`, such as that of a content system.
    others: frozenset[str] = frozenset()
    most: int = 25_000_000

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token; cookies know no ports, and there may be several desks."""
        return f"newslint-desk-{self.port}"

    @property
    def origins(self) -> frozenset[str]:
        """The origins of the desk's own pages."""
        return frozenset(f"http://{name}:{self.port}" for name in _NAMES)

    def is_token(self, value: str) -> bool:
        """Tell whether a value is the token, in the same time whatever it is."""
        return hmac.compare_digest(value.encode("utf-8", "replace"), self.token.encode())


class _RefusedError(Exception):
    def __init__(self, status: int, cause: str, way_out: str) -> None:
        super().__init__(cause)
        self.status, self.cause, self.way_out = status, cause, way_out


class Gate:
    """Let a request through to an application, or answer it here."""

    def __init__(self, app: App, door: Door, shared: Iterable[str] = ()) -> None:
        """Take an application, and the paths that pages of other origins may ask for."""
        self._app = app
        self._door = door
        self._shared = frozenset(shared)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # the server then closes the connection
        headers = _headers_of(scope)
        extra: dict[str, str] = {}
        try:
            origin = self._admit(scope, headers)
            if origin and origin not in self._door.origins:
                extra = {"access-control-allow-origin": origin, "vary": "Origin"}
                extra["cross-origin-resource-policy"] = "cross-origin"
                if scope["method"] == "OPTIONS":
                    await _answer(send, 204, b"", extra | _PREFLIGHT)
                    return
            entered = self._identify(scope, headers, is_other=bool(extra))
            if entered:
                extra["set-cookie"] = f"{self._door.cookie}={self._door.token}; Path=/; HttpOnly; SameSite=Strict"
            body = await _read(receive, headers, self._door.most)
        except _RefusedError as error:
            problem = {"subject": scope["path"][:100], "cause": error.cause, "way_out": error.way_out}
            await _answer(send, error.status, json.dumps({"error": problem}).encode(), extra)
            return
        await self._app(scope, _told(body, receive), _with_headers(send, extra))

    def _admit(self, scope: Scope, headers: dict[str, list[str]]) -> str:
        """Return the origin of a request that may be looked at, empty where it names none."""
        hosts = headers.get("host", [])
        known = {f"{name}:{self._door.port}" for name in _NAMES}
        if len(hosts) != 1 or hosts[0].lower() not in known:
            raise _RefusedError(
                421, "this is not the host of the desk.", "Use the address that `newslint desk` printed."
            )
        origins = headers.get("origin", [])
        is_shared = scope["path"] in self._shared
        if len(origins) > 1 or any(
            origin not in self._door.origins and not (is_shared and origin in self._door.others) for origin in origins
        ):
            cause = "a page of another site asks."
            raise _RefusedError(403, cause, "Start the desk with `--allow-origin` and its address, if it may.")
        site = headers.get("sec-fetch-site", ["none"])
        if not origins and site != ["none"] and site != ["same-origin"] and scope["path"] != "/":
            raise _RefusedError(403, "a page of another site asks.", "Open the desk itself.")
        return origins[0] if origins else ""

    def _identify(self, scope: Scope, headers: dict[str, list[str]], *, is_other: bool) -> bool:
        """Tell whether a request comes through the front door, with the token in its address; raise without a token."""
        bearers = [value[7:].strip() for value in headers.get("authorization", []) if value[:7].lower() == "bearer "]
        if any(map(self._door.is_token, bearers)):
            return False
        if not is_other:
            if any(map(self._door.is_token, _cookies_of(headers, self._door.cookie))):
                return False
            if scope["path"] == "/" and scope["method"] == "GET":
                given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [])
                if len(given) == 1 and self._door.is_token(given[0]):
                    return True
        cause = "the request has no valid token."
        way_out = "Open the address that `newslint desk` printed, or send `Authorization: Bearer TOKEN`."
        raise _RefusedError(401, cause, way_out)


_PREFLIGHT = {
    "access-control-allow-methods": "POST, GET",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
}


def _headers_of(scope: Scope) -> dict[str, list[str]]:
    headers: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return headers


def _cookies_of(headers: dict[str, list[str]], name: str) -> list[str]:
    values = []
    for header in headers.get("cookie", []):
        try:
            cookie = SimpleCookie(header)
        except CookieError:
            continue
        if name in cookie:
            values.append(cookie[name].value)
    return values


async def _read(receive: Receive, headers: dict[str, list[str]], most: int) -> bytes:
    """Return the body of a request; raise for one that is too large, as soon as that is known, or too slow."""
    said = headers.get("content-length", ["0"])
    if len(said) != 1 or not said[0].isascii() or not said[0].isdigit():
        raise _RefusedError(400, "the length of the request is not a number.", "Send a proper `Content-Length`.")
    cause, way_out = f"the request has more than {most:,} bytes, the limit.", "Send less, or raise `max_file_size`."
    if len(said[0]) > 15 or int(said[0]) > most:
        raise _RefusedError(413, cause, way_out)
    parts, size = [], 0
    try:
        async with asyncio.timeout(_PATIENCE):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise _RefusedError(400, "the request ended too soon.", "Send it again.")
                part = message.get("body", b"")
                size += len(part)
                if size > most:
                    raise _RefusedError(413, cause, way_out)
                parts.append(part)
                if not message.get("more_body", False):
                    return b"".join(parts)
    except TimeoutError:
        raise _RefusedError(408, "the request takes too long to arrive.", "Send it again.") from None


def _told(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read, then what the server says."""
    parts = [body]

    async def tell() -> Message:
        if parts:
            return {"type": "http.request", "body": parts.pop(), "more_body": False}
        return await receive()

    return tell


def _with_headers(send: Send, extra: dict[str, str]) -> Send:
    async def tell(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name, _ in message["headers"]}
            added = [(k.encode(), v.encode()) for k, v in (HEADERS | extra).items() if k.encode() not in own]
            message["headers"] = [*message["headers"], *added]
        await send(message)

    return tell


async def _answer(send: Send, status: int, body: bytes, extra: dict[str, str]) -> None:
    headers = HEADERS | {"content-type": "application/json", "content-length": str(len(body))} | extra
    if status in (408, 413):
        headers["connection"] = "close"  # what is left of the body is not read
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    start = {
        "type": "http.response.start",
        "status": status,
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})
