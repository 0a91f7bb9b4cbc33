"""Which columns of a table hold an article, and how the values of a row become one, whatever their types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from newslint.api.articles import RawArticle, Unreadable
from newslint.errors import UsageError, did_you_mean
from newslint.records import NamedTuple
from newslint.source import SUFFIXES

_MEDIA_TYPES = {"text/markdown": "markdown", "text/html": "html", "text/plain": "text"}


class Columns(NamedTuple):
    """The names of the columns that hold an article and what is known of it; None is none.

    `text` is text or the bytes of a file, `date` a date, a timestamp or a text that begins with YYYY-MM-DD. `id` may be
    of any type and comes back as text. `format` is `markdown`, `html` or `text`, a suffix or a media type. `author` may
    be a list of names, or names between semicolons.
    """

    text: str | None = "text"
    id: str | None = None
    path: str | None = None
    format: str | None = None
    profile: str | None = None
    section: str | None = None
    author: str | None = None
    date: str | None = None

    @property
    def named(self) -> dict[str, str]:
        """The names of the columns that are there, by what they hold."""
        return {what: name for what, name in self._asdict().items() if name is not None}

    def among(self, known: Iterable[str], given: bool = True) -> Columns:
        """Return the columns of a table: these, or where they are not `given`, those that have the names of fields.

        Raise UsageError for a column that is not there.
        """
        names = list(known)
        if not given:
            found = Columns(**{what: what if what in names else None for what in Columns._fields})
            return found._replace(text="text").among(names)
        for what, name in self.named.items():
            if name not in names:
                way_out = did_you_mean(name, names, f"The columns are {', '.join(names)}.")
                raise UsageError(f"column `{name}`", f"there is no such column for the {what}.", way_out)
        return self


def article_of(values: Mapping[str, Any], place: str = "", format: str | None = None) -> RawArticle | Unreadable:
    """Return the article of a row, whose values have the names of fields; None is no value.

    `place` is the id of one that has neither id nor path, `format` that of one whose row says none.
    """
    text, author = values.get("text"), values.get("author")
    if isinstance(author, (list, tuple)):
        author = "; ".join(str(name) for name in author if name)
    path = _text(values.get("path"))
    article = RawArticle(
        text if isinstance(text, bytes) else str(text),
        _text(values.get("id")) or ("" if path else place),
        path,
        _format_of(_text(values.get("format"))) or format,
        _text(values.get("profile")),
        day_said_by(values.get("date")),
        _text(values.get("section")),
        _text(author),
    )
    if text is None:
        return Unreadable(article._replace(text=""), "the row has no text.")
    return article


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _format_of(told: str | None) -> str | None:
    """Return the format that a word, a suffix or a media type stands for; what is unknown is left as it is."""
    if told is None:
        return None
    word = told.strip().lower()
    return _MEDIA_TYPES.get(word.partition(";")[0].strip()) or SUFFIXES.get(f".{word.removeprefix('.')}", word)


def day_said_by(value: Any) -> dt.date | None:
    """Return the day that a value of a row says, or None where it says none."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
