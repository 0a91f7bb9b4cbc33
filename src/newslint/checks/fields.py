"""The check of fields of front matter against what the newsroom asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from newslint.article import Article
from newslint.checks.demands import (
    Demand,
    Demands,
    is_empty,
    shown,
    wanted_size,
    wanted_type,
    wrong_form,
    wrong_value,
)
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Citation, Finding
from newslint.parts import Field
from newslint.spans import Span

_LONGEST = 60
_MOST_NAMED = 6


@check(
    asks=("fields",),
    needs=("front-matter",),
    grades=("error", "warning", "advice"),
    prepared={"fields": Demands},
    placeholders=("field", "value", "wanted", "reason"),
    messages={
        "missing": "The field `{field}` is missing{reason}.",
        "empty": "The field `{field}` says nothing{reason}.",
        "forbidden": "The field `{field}` may not be here{reason}.",
        "one_of": "“{value}” is no value of the field `{field}`; {wanted}{reason}.",
        "form": "“{value}” does not have the form of the field `{field}`, `{wanted}`{reason}.",
    },
)
def front_matter_fields(
    article: Article,
    scene: Scene,
    *,
    fields: Annotated[Demands, Option("what is asked of each field, by its name", pattern=Demands)],
) -> Iterator[Finding]:
    """Flag fields of front matter that are missing, that may not be there, or whose value is not what is asked for.

    A name with full stops is that of a field inside others. A missing field is reported at the beginning of the front
    matter, or where that belongs; its anchor is the field.
    """
    matter = article.front_matter
    if matter is not None and not matter.is_read:
        return
    for demand in fields:
        entry = _find(article, demand.field)
        if entry is not None and demand.forbidden:
            yield _tell(demand, entry.key_span, "forbidden")
        elif entry is None or is_empty(entry.value):
            if demand.required:
                yield _tell_missing(article, demand, entry)
        elif not demand.forbidden:
            yield from _judge_value(article, demand, entry)


def _find(article: Article, name: str) -> Field | None:
    """Return a field, or one inside of others, which has the place of the outermost."""
    entry = article.field(name)
    if entry is not None or "." not in name:
        return entry
    first, *rest = name.split(".")
    entry = article.field(first)
    value = entry.value if entry is not None else None
    for part in rest:
        known = {str(key).lower(): inner for key, inner in value.items()} if isinstance(value, Mapping) else {}
        if part.lower() not in known:
            return None
        value = known[part.lower()]
    return entry._replace(value=value) if entry is not None else None


def _tell_missing(article: Article, demand: Demand, entry: Field | None) -> Finding:
    if entry is not None:
        return _tell(demand, entry.key_span, "empty")
    matter = article.front_matter
    place = article.anchor("headline")
    if matter is not None:
        line = article.source.line_span(article.source.position(matter.span.start).line)
        place = Span(matter.span.start, min(matter.span.end, line.end))
    return _tell(demand, place, "missing")._replace(anchor=demand.field)


def _judge_value(article: Article, demand: Demand, entry: Field) -> Iterator[Finding]:
    """Yield the first thing that is wrong with a value."""
    place = entry.span if entry.span.end > entry.span.start else entry.key_span
    written = _short(article.source.slice(place) if isinstance(entry.value, (list, Mapping)) else shown(entry.value))
    wanted = wanted_type(demand, entry.value) or wanted_size(demand, entry.value)
    if wanted is not None:
        yield _tell(demand, place, None, value=written, wanted=wanted)
    elif (value := wrong_value(demand, entry.value)) is not None:
        yield _tell(
            demand, _within(article, place, value), "one_of", value=_short(value), wanted=_choice(demand, value)
        )
    elif (value := wrong_form(demand, entry.value)) is not None and demand.form is not None:
        form = demand.form.pattern
        yield _tell(demand, _within(article, place, value), "form", value=_short(value), wanted=form)


def _within(article: Article, place: Span, value: str) -> Span:
    """Return the place of an entry of a list, where it stands there once as it is."""
    written = article.source.slice(place)
    at = written.find(value)
    if at < 0 or written.count(value) > 1:
        return place
    return Span(place.start + at, place.start + at + len(value))


def _choice(demand: Demand, value: str) -> str:
    from newslint.errors import nearest

    known = list(map(shown, demand.one_of))
    alike = next((one for one in known if one.casefold() == value.casefold()), None) or nearest(value, known)
    if alike is not None:
        return f"perhaps “{alike}” is meant"
    more = f" or {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    return f"it may be {', '.join(f'“{one}”' for one in known[:_MOST_NAMED])}{more}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _tell(demand: Demand, place: Span, message: str | None, **values: Any) -> Finding:
    reason = demand.reason.strip().rstrip(".")
    return Finding(
        place,
        {"field": demand.field, "value": "", "wanted": "", "reason": f" ({reason})" if reason else "", **values},
        demand.severity or "default",
        message=message,
        sources=(Citation(demand.source),) if demand.source else (),
    )
