"""An article as a program hands it over, and the text of it that can be linted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newslint.errors import SourceTooLargeError, UsageError, did_you_mean
from newslint.records import NamedTuple
from newslint.source import SUFFIXES, Source, decode_raw, format_of

if TYPE_CHECKING:
    from newslint.documents import Tracked

# How an article without a path is called.
UNNAMED = "<text>"


class RawArticle(NamedTuple):
    """An article before it is linted: its text, and what is known of it.

    `text` is a text, or the bytes of a file; `id` is the caller's own and comes back with the result. `path` is a name
    for reports, by which overrides of the configuration match and, where `format` is None, the format is chosen:
    `markdown`, `html`, `text` or `document`; it need not lead to a file. `profile` counts more than what the article
    declares. `date` is the day of publication, as a date or as YYYY-MM-DD; `section` and `author` (several between
    semicolons) are told in place of what the article says.
    """

    text: str | bytes
    id: str = ""
    path: str | None = None
    format: str | None = None
    profile: str | None = None
    date: dt.date | str | None = None
    section: str | None = None
    author: str | None = None

    @property
    def name(self) -> str:
        """The path, else the id, else `<text>`."""
        return self.path or self.id or UNNAMED


class Unreadable(NamedTuple):
    """An article whose text cannot be had, and why."""

    article: RawArticle
    cause: str


def source_of(article: RawArticle, limit: int | None, tracked: Tracked = "accepted") -> Source:
    """Return the text that is to be linted; of a document, with tracked changes `accepted` or `rejected`.

    Raise UsageError for a format that does not exist, SourceTooLargeError for more than `limit` bytes, and SourceError
    for the bytes of what is no text, or of a document that cannot be read.
    """
    kind = article.format or format_of(article.name)
    known = sorted({*SUFFIXES.values()})
    if kind not in known:
        way_out = did_you_mean(kind, known, f"Use one of {', '.join(known)}.")
        raise UsageError(f"format {kind!r}", "there is no such format.", way_out)
    text = article.text
    _refuse_large(text, limit, article.name)
    if isinstance(text, str) and kind == "document":
        raise UsageError(article.name, "a document is read from its bytes.", "Hand over bytes, or say another format.")
    if isinstance(text, str):
        return Source(article.name, text, kind)
    read = decode_raw(bytes(text), article.name, tracked)
    if kind == "document" and read.document is None:
        raise UsageError(article.name, "its suffix does not say what document it is.", "Give it a path such as a.docx.")
    return read if article.format is None or read.document is not None else read._replace(format=kind)


def _refuse_large(text: str | bytes, limit: int | None, name: str) -> None:
    if limit is None or len(text) * 4 <= limit:  # no character takes more than four bytes of UTF-8
        return
    size = len(text.encode("utf-8", "surrogatepass")) if isinstance(text, str) else len(text)
    if size > limit:
        cause = f"the text is larger than {limit:,} bytes, the limit."
        raise SourceTooLargeError(name, cause, "Leave it out, or set `max_file_size` in the configuration.")


def day_of(value: dt.date | str, option: str) -> dt.date:
    """Return a day that is given as a date, a moment or in the form YYYY-MM-DD; raise UsageError for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        cause = f"{value!r} is not a date."
        raise UsageError(option, cause, "Use datetime.date, or a text in the form YYYY-MM-DD.") from None
