"""Turn what a rule of Vale has found into findings: values of its message, its place, and a fix where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newslint.article import Article
from newslint.checks.vale.expressions import compiled
from newslint.checks.vale.reading import Reading, prepare_reading
from newslint.checks.vale.texts import Stretch
from newslint.checks.vale.views import View
from newslint.diagnostics import Edit, Finding, Fix
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

PLACEHOLDERS = tuple(f"value_{number}" for number in range(1, 10))
_NOTHING = dict.fromkeys(PLACEHOLDERS, "")


class Hit(NamedTuple):
    """What was found at [start, end) of a text, the values of its message, and what to write there instead.

    Without a text it is about the whole file. `uses` are suggestions, of which a single one is a fix.
    """

    text: Stretch | None
    start: int
    end: int
    values: tuple[str, ...]
    uses: tuple[str, ...] = ()

    @property
    def match(self) -> str:
        """What was found."""
        return self.text.text[self.start : self.end] if self.text else ""

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.text.place(self.start, self.end) if self.text else Span(0, 0)


_READING = prepare_reading({})


def view_of(article: Article, reading: Reading | None) -> View:
    """Return what rules see of an article under a configuration."""
    return article.kept((reading or _READING).view)


def report(view: View, name: str, limit: int, hits: Iterable[Hit]) -> Iterator[Finding]:
    """Yield findings in the order of the source, without those that a comment switches off, and at most `limit`."""
    found = ((hit.span, hit) for hit in hits)
    on = [(span, hit) for span, hit in found if not view.switches.is_off(name, span.start, hit.match)]
    if len(on) > 1:
        on.sort(key=lambda entry: entry[0])
    for span, hit in on[: limit or None]:
        yield Finding(span, _NOTHING | dict(zip(PLACEHOLDERS, hit.values, strict=False)), fix=_fix(view, span, hit))


def _fix(view: View, span: Span, hit: Hit) -> Fix | None:
    """Return the one thing to write instead, where what was found stands in the source as it is."""
    if len(hit.uses) != 1 or view.article.source.slice(span) != hit.match:
        return None
    return Fix("unsafe", (Edit(span.start, span.end, hit.uses[0]),))


def solve(action: Sequence[str], match: str) -> tuple[str, ...]:
    """Return what an action of Vale (`replace`, `remove`, `edit`, with parameters) makes of what was found."""
    if not action:
        return ()
    name, *params = action
    if name == "replace":
        return tuple(params)
    if name == "remove":
        return ("",)
    edited = _edit(params, match) if name == "edit" and params else None
    return () if edited is None else (edited.strip(),)


def _edit(params: Sequence[str], match: str) -> str | None:
    how, *given = params
    if how == "regex" and len(given) == 2:
        return compiled(given[0]).sub(_template(given[1]), match)
    if not given:
        return None
    sides = {"trim": str.strip, "trim_left": str.lstrip, "trim_right": str.rstrip}
    if how in sides:
        return sides[how](match, given[0])
    parts = match.split(given[0] or None)
    if how == "truncate":
        return parts[0] if parts else ""
    if how == "split" and len(given) == 2 and given[1].isdecimal() and int(given[1]) < len(parts):
        return parts[int(given[1])]
    return None


_GROUP = pattern(r"\$\{?(\d+)\}?")


@lru_cache(maxsize=512)
def _template(text: str) -> str:
    return _GROUP.sub(r"\\g<\1>", text.replace("\\", "\\\\"))


def replaced(pattern: str, use: str, match: str) -> str:
    """Return what was found with a replacement that asks for groups (`$1`) of an expression."""
    try:
        return compiled(pattern).sub(_template(use), match)
    except (re.error, IndexError):
        return use


def joined(uses: Sequence[str]) -> str:
    """Return suggestions as Vale tells them: `'one', 'two', or 'three'`."""
    marked = [f"'{use}'" for use in uses]
    if len(marked) < 3:
        return " or ".join(marked)
    return ", ".join([*marked[:-1], f"or {marked[-1]}"])


def acting(action: Sequence[str], match: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the values of a message about what was found, and what to write instead."""
    if not action:
        return (match,), ()
    uses = solve(action, match)
    return (match, joined(uses) if len(uses) > 1 else uses[0] if uses else match), uses
