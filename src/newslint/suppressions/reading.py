"""Read the suppressions of an article: comments that address newslint, and entries of front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from newslint.article import Article, Comment
from newslint.errors import nearest
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span
from newslint.suppressions.faults import Fault, MalformedError
from newslint.suppressions.layout import Layout, ends_range

_EXAMPLE = "ignore[rule] reason: …"
_ADDRESSED = pattern(r"newslint\s*:|newslint[\s-]+(?:ignore|disable|enable|off|skip)\b", re.IGNORECASE)
_VERB = pattern(r"newslint\s*:\s*([\w-]*)\s*", re.IGNORECASE)
_LIST = pattern(r"\[([^\]]*)\]\s*")
_NAME = pattern(r"[^\s,]+")
_KEY = pattern(r"(?:^|(?<=\s))(reason|until)\s?:", re.IGNORECASE)
_KINDS = ("ignore", "ignore-list", "ignore-start", "ignore-file")
_ENTRY_KEYS = ("rule", "reason", "until")


class Suppression(NamedTuple):
    """A suppression as written: the names with their places, its reason and date, and whether it is a comment."""

    span: Span
    cover: Span | None
    names: list[tuple[str, Span]]
    reason: str
    until: date | None
    is_comment: bool = True


def read_suppressions(article: Article, faults: list[Fault]) -> Iterator[Suppression]:
    """Yield the suppressions of an article, comments first; what is malformed is added to the faults."""
    layout = Layout(article)
    written: list[tuple[Callable[[], Suppression], Span]] = [
        (partial(_read_comment, layout, comment), comment.span)
        for comment in article.comments
        if _ADDRESSED.match(comment.text.lstrip()) and not ends_range(comment.text)
    ]
    faults += layout.lone_ends()
    entry = article.field("newslint")
    if entry is not None and isinstance(entry.value, Mapping) and "ignore" in entry.value:
        written += [(partial(_read_item, item, entry.span), entry.span) for item in _as_list(entry.value["ignore"])]
    for read, span in written:
        try:
            yield read()
        except MalformedError as error:
            faults.append(Fault("malformed", span, str(error)))


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _read_comment(layout: Layout, comment: Comment) -> Suppression:
    """Return the suppression in a comment; raise MalformedError where it cannot be understood."""
    text, origin = _inner(layout.article, comment)
    verb = _VERB.match(text)
    if verb is None:
        raise MalformedError(f"A suppression begins with `newslint:`; write {_EXAMPLE}")
    kind = verb.group(1).lower()
    if kind not in _KINDS:
        known = "`ignore`, `ignore-list`, `ignore-start`, `ignore-end` or `ignore-file`"
        raise MalformedError(f"A suppression says {known}, not `{kind}`; write {_EXAMPLE}")
    listed = _LIST.match(text, verb.end())
    if listed is None:
        raise MalformedError(f"A suppression names its rules in brackets; write {kind}[rule] reason: …")
    names = []
    for name in _NAME.finditer(text, listed.start(1), listed.end(1)):
        span = comment.span if origin is None else Span(origin + name.start(), origin + name.end())
        names.append((_checked(name.group()), span))
    if not names:
        raise MalformedError("This suppression names no rule; all rules at once cannot be suppressed.")
    values = _read_keys(text[listed.end() :])
    until = _read_date(values["until"]) if "until" in values else None
    covers = {"ignore": layout.cover, "ignore-list": layout.cover_list, "ignore-start": layout.cover_to_end}
    cover = covers[kind](comment) if kind in covers else None
    return Suppression(comment.span, cover, names, values.get("reason", ""), until)


def _inner(article: Article, comment: Comment) -> tuple[str, int | None]:
    """Return a comment's text without outer space, and the offset of its first character, if that is certain."""
    text = comment.text.strip()
    at = article.source.slice(comment.span).find(text)
    return text, comment.span.start + at if at >= 0 else None


def _checked(name: str) -> str:
    if name in ("*", "all"):
        raise MalformedError("All rules at once cannot be suppressed: name the rules or their family.")
    return name


def _read_keys(text: str) -> dict[str, str]:
    """Return the values of `reason:` and `until:` in any order; raise MalformedError for words outside of them."""
    marks = list(_KEY.finditer(text))
    before = text[: marks[0].start()] if marks else text
    if before.strip(" \t\r\n-–—:"):
        raise MalformedError(f"“{_shorten(before)}” is not part of a suppression: put `reason:` before it.")
    values: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        key = mark.group(1).lower()
        if key in values:
            raise MalformedError(f"`{key}:` appears twice in this suppression.")
        values[key] = " ".join(text[mark.end() : end].split())
    return values


def _read_date(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip().rstrip(".,;"))
    except ValueError:
        raise MalformedError(f"`until: {_shorten(str(value))}` is not a date (use YYYY-MM-DD).") from None


def _read_item(item: object, span: Span) -> Suppression:
    """Return the suppression in an entry of the front matter's `ignore` list; it covers the file."""
    if not isinstance(item, Mapping):
        raise MalformedError("An entry under `newslint: ignore:` has the keys `rule`, `reason` and `until`.")
    for key in item:
        if key not in _ENTRY_KEYS:
            close = nearest(str(key), _ENTRY_KEYS)
            hint = f"did you mean `{close}`?" if close else "it may have `rule`, `reason` and `until`."
            raise MalformedError(f"An entry under `newslint: ignore:` has the key `{_shorten(str(key))}`: {hint}")
    names = [(_checked(str(rule).strip()), span) for rule in _as_list(item.get("rule")) if rule]
    if not names:
        raise MalformedError("An entry under `newslint: ignore:` has no `rule`.")
    until = None if item.get("until") is None else _read_date(item["until"])
    return Suppression(span, None, names, str(item.get("reason") or "").strip(), until, is_comment=False)


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
