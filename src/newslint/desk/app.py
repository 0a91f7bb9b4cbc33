"""The desk as an application: its operations, each with what it asks and gives, and the files of its page."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import newslint
from newslint.desk import messages
from newslint.desk.bench import Bench, Job, Reply
from newslint.desk.folder import ChangedMeanwhileError, Folder, NoSuchArticleError
from newslint.desk.gate import Door, Gate
from newslint.desk.openapi import describe
from newslint.desk.work import problem
from newslint.errors import NewslintError, UsageError, did_you_mean
from newslint.pages.assets import style
from newslint.records import NamedTuple
from newslint.reporters.json import dump
from newslint.settings import Settings
from newslint.settings.resolving import profile_names
from newslint.source import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_SCRIPTS = ("desk.js", "margin.js", "text.js", "tools.js")
_PAGE = {
    "/": ("index.html", "text/html"),
    "/desk.css": ("desk.css", "text/css"),
    **{f"/{name}": (name, "text/javascript") for name in _SCRIPTS},
}
_NONE: Mapping[str, str] = MappingProxyType({})


class Counter(NamedTuple):
    """What the operations of a desk work with."""

    folder: Folder
    bench: Bench
    settings: Settings
    today: date | None = None
    profile: str | None = None

    @property
    def profiles(self) -> list[str]:
        """The profiles that may be asked for: those that newslint ships, and those that the configuration names."""
        config = self.settings.config
        own = [self.profile, config.profile, *(entry.profile for entry in config.overrides)]
        types = config.content_types.profiles.values() if config.content_types else ()
        return list(dict.fromkeys([*profile_names(), *filter(None, [*own, *types])]))

    def check_profile(self, name: str | None) -> None:
        """Raise UsageError for another profile: a name may lead to any file."""
        if name and name not in self.profiles:
            way_out = did_you_mean(name, self.profiles, "`/state` lists them.")
            raise UsageError(name[:100], "this desk has no such profile.", way_out)


# What an operation does with the counter, the request's query and the message that it asked for.
Doing = Callable[[Counter, Mapping[str, str], Any], Awaitable[Reply]]


class Operation(NamedTuple):
    """Something that programs may ask of the desk; its route and its description are made from this."""

    method: str
    path: str
    name: str
    summary: str
    gives: type
    does: Doing
    asks: type[BaseModel] | None = None
    # The names of values in the query, and whether they are needed.
    queries: Mapping[str, bool] = MappingProxyType({})
    # What else may be answered, by status.
    refusals: Mapping[str, str] = _NONE


def _on_bench(task: str) -> Doing:
    async def do(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
        counter.check_profile(asked.profile)
        wish = asked.model_dump(mode="json")
        page = wish.pop("page", "")
        wish["today"] = wish["today"] or (counter.today and counter.today.isoformat())
        wish["profile"] = wish["profile"] or counter.profile
        return await counter.bench.do(Job(task, wish), page)

    return do


async def _explain(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
    counter.check_profile(query.get("profile"))
    return await counter.bench.do(Job("explain", {"rule": query["rule"], "profile": query.get("profile")}))


async def _state(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
    return _told(
        {
            "newslint": newslint.__version__,
            "folder": counter.folder.root,
            "profiles": counter.profiles,
            "profile": counter.profile or counter.settings.config.profile,
            "today": (counter.today or date.today()).isoformat(),
            "suffixes": SUFFIXES,
        }
    )


async def _list(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
    listed = await run_in_threadpool(counter.folder.articles)
    return _told({"articles": [each._asdict() for each in listed]})


async def _open(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
    return _told((await run_in_threadpool(counter.folder.open, query["name"]))._asdict())


async def _save(counter: Counter, query: Mapping[str, str], asked: Any) -> Reply:
    saved = await run_in_threadpool(counter.folder.save, asked.name, asked.text, asked.version)
    return _told(saved._asdict())


_GONE = {"404": "The folder has no such article."}
_REPLACED = {"409": "A later request of the same page replaced this one."}
OPERATIONS = (
    Operation(
        *("POST", "/lint", "lint", "Check a text: the JSON of `newslint check`.", messages.Report, _on_bench("lint")),
        asks=messages.LintRequest,
    ),
    Operation(
        *("POST", "/review", "review", "Check a text that somebody writes.", messages.Review, _on_bench("review")),
        asks=messages.ReviewRequest,
        refusals=_REPLACED,
    ),
    Operation(
        *("POST", "/fix", "fix", "Repair what can be repaired in a text.", messages.Fixed, _on_bench("fix")),
        asks=messages.FixRequest,
    ),
    Operation(
        *("POST", "/excuse", "excuse", "Write a suppression into a text.", messages.Excusing, _on_bench("excuse")),
        asks=messages.ExcuseRequest,
    ),
    Operation(
        *("GET", "/explain", "explain", "Explain a rule.", messages.Explanation, _explain),
        queries={"rule": True, "profile": False},
    ),
    Operation("GET", "/state", "state", "Say what the desk is.", messages.DeskState, _state),
    Operation("GET", "/articles", "articles", "List the articles of the folder.", messages.Articles, _list),
    Operation(
        *("GET", "/article", "open", "Open an article of the folder.", messages.OpenedArticle, _open),
        queries={"name": True},
        refusals=_GONE,
    ),
    Operation(
        *("POST", "/save", "save", "Write an article of the folder.", messages.OpenedArticle, _save),
        asks=messages.SaveRequest,
        refusals=_GONE | {"409": "The file changed since it was opened, or is there already."},
    ),
)
# What pages of other origins may ask for, where the desk was told of them: nothing that opens or writes a file.
SHARED = ("/lint", "/openapi.json")


def make_app(counter: Counter, door: Door) -> Gate:
    """Return the desk behind its gate."""
    document = dump(describe(OPERATIONS, f"http://127.0.0.1:{door.port}"), indent=1)
    routes = [Route(each.path, _endpoint(each, counter), methods=[each.method]) for each in OPERATIONS]
    routes += [Route(path, _page(*what)) for path, what in _PAGE.items()]
    routes.append(Route("/report.css", _fixed(style(), "text/css")))
    routes.append(Route("/openapi.json", _fixed(document, "application/json")))

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        counter.bench.close()

    return Gate(Starlette(routes=routes, exception_handlers={HTTPException: _on_refusal}, lifespan=life), door, SHARED)


def _endpoint(operation: Operation, counter: Counter) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        query = request.query_params
        missing = next(
            (name for name, is_needed in operation.queries.items() if is_needed and not query.get(name)), None
        )
        if missing:
            return _response(problem(400, operation.path, f"`{missing}` is missing.", "Add it to the query."))
        try:
            asked = operation.asks.model_validate(_read(request, await request.body())) if operation.asks else None
            return _response(await operation.does(counter, query, asked))
        except ValidationError as error:
            return _response(problem(400, operation.path, _describe(error), "`/openapi.json` says what is asked."))
        except NewslintError as error:
            return _response(problem(_status_of(error), error.subject, error.cause, error.way_out))

    return answer


def _read(request: Request, body: bytes) -> Any:
    """Return the message in a body: JSON, or a text as it is, whose other values stand in the query."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("text/markdown", "text/html", "text/plain") and request.url.path == "/lint":
        return {**request.query_params, "text": body.decode("utf-8", "replace")}
    if kind != "application/json":
        cause = f"the content type is `{kind[:60] or 'missing'}`."
        raise NewslintRequestError(request.url.path, cause, "Send `application/json`.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise NewslintRequestError(request.url.path, "the body is not JSON.", "Send JSON in UTF-8.") from None


class NewslintRequestError(NewslintError):
    """Report a request that cannot be read."""


_STATUSES: tuple[tuple[type[NewslintError], int], ...] = (
    (NewslintRequestError, 400),
    (NoSuchArticleError, 404),
    (ChangedMeanwhileError, 409),
)


def _status_of(error: NewslintError) -> int:
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 422)


def _describe(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return f"`{'.'.join(map(str, first['loc']))[:100]}`: {first['msg'].rstrip('.')}."


def _told(value: object) -> Reply:
    return Reply(200, dump(value, indent=None))


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, media_type="application/json")


def _page(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    return _fixed((files("newslint.desk") / "page" / name).read_text(encoding="utf-8"), kind)


def _fixed(text: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return Response(text, media_type=kind)

    return answer


async def _on_refusal(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    cause = "this is not done here." if status == 405 else "there is nothing here."
    answer = _response(problem(status, request.url.path[:100], cause, "`/openapi.json` lists what there is."))
    answer.headers.update(headers)
    return answer
