"""What the desk is asked, as models that refuse all else, and what it answers, as records; both describe themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from newslint.records import NamedTuple
from newslint.reported import Change, Diagnostic, Excused, File, NotEvaluated, Repair

Offset = Annotated[int, Field(ge=0)]


class Message(BaseModel):
    """A message that has no other keys than its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LintRequest(Message):
    """A text to check, and what `newslint check` is told by its options."""

    text: str = Field(description="The article: Markdown, HTML or plain text.")
    filename: str = Field(
        default="article.md",
        max_length=1000,
        description="Its name, by which the format is chosen and settings for paths hold. No file is opened.",
    )
    profile: str | None = Field(default=None, max_length=200, description="The profile; the article's own without it.")
    today: date | None = Field(default=None, description="Check as if on this date.")
    select: tuple[str, ...] = Field(default=(), max_length=200, description="Use only these rules or families.")
    ignore: tuple[str, ...] = Field(default=(), max_length=200, description="Leave out these rules or families.")
    preview: bool = Field(default=False, description="Use rules that are on trial, too.")


class ReviewRequest(LintRequest):
    """A text to check while it is written; a later request of the same page replaces an earlier one that waits."""

    page: str = Field(default="", max_length=64, description="What tells the page from others.")
    reading: bool = Field(default=False, description="Give the article as it reads, too.")


class FixRequest(LintRequest):
    """A text to repair."""

    unsafe: bool = Field(default=False, description="Make fixes that may change what is said, too.")


class ExcuseRequest(LintRequest):
    """A finding to hold back in a text, and why."""

    rule: str = Field(max_length=200, description="The rule of the finding.")
    start: Offset = Field(description="Where the finding starts in the text, in code points.")
    end: Offset = Field(description="Where it ends.")
    reason: str = Field(min_length=3, max_length=500, description="Why the finding is to stay.")
    until: date | None = Field(default=None, description="The last day on which that holds.")


class SaveRequest(Message):
    """A text to write into the folder."""

    name: str = Field(min_length=1, max_length=1000, description="The article's name in the folder.")
    text: str = Field(description="Its text, with lines that end in LF.")
    version: str | None = Field(description="The version that was opened; null for a new file.")


class Problem(NamedTuple):
    """Something that the desk cannot do: what it is about, why, and what to do."""

    subject: str
    cause: str
    way_out: str


class ProblemAnswer(NamedTuple):
    """An answer without what was asked for."""

    error: Problem


class Fixable(NamedTuple):
    """How many findings have a fix."""

    safe: int
    unsafe: int


class Summary(NamedTuple):
    """Counts of a run."""

    files: int
    errors: int
    warnings: int
    advice: int
    suppressed: int
    baselined: int
    fixed: int
    fixable: Fixable


class Report(NamedTuple):
    """The report of `newslint check --format json`; `schema` is the version of its form."""

    schema: int
    newslint: str
    ruleset: str
    today: str
    summary: Summary
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...]
    not_evaluated: tuple[NotEvaluated, ...]


class Advice(NamedTuple):
    """A diagnostic with the title and the remedy of its rule."""

    diagnostic: Diagnostic
    title: str
    remedy: str


class Tint(NamedTuple):
    """A range of the text that is somebody's words: whose, and the class of that voice's colour on the page."""

    start: int
    end: int
    voice: str
    look: str


class Panels(NamedTuple):
    """What stands around a text, as HTML in which all texts are escaped; a part without content is empty.

    `reading` is the article as it reads, where that was asked for.
    """

    card: str
    voices: str
    paragraphs: str
    elements: str
    excuses: str
    unevaluated: str
    reading: str


class Review(NamedTuple):
    """What the page shows beside a text; `notes` say what else is to be known, such as that it is a draft."""

    profile: str
    findings: tuple[Advice, ...]
    excused: int
    tints: tuple[Tint, ...]
    panels: Panels
    notes: tuple[str, ...]


class Fixed(NamedTuple):
    """A text after its fixes, and what they were; `rounds` are the changes that lead there, each of the text before."""

    text: str
    rounds: tuple[tuple[Change, ...], ...]
    repairs: tuple[Repair, ...]


class Excusing(NamedTuple):
    """The change that writes a suppression."""

    edit: Change


class Explanation(NamedTuple):
    """A rule in words; `bad` and `good` are its examples, with ⟦…⟧ around what is flagged."""

    id: str
    title: str
    severity: str
    why: str
    remedy: str
    fix: str
    limits: str
    precision: str
    sources: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


class ListedArticle(NamedTuple):
    """An article of the folder: its name from there, its size in bytes, and when it was changed (seconds)."""

    name: str
    size: int
    modified: float


class Articles(NamedTuple):
    """The articles of the folder, those that changed last first."""

    articles: tuple[ListedArticle, ...]


class OpenedArticle(NamedTuple):
    """An article's text; `version` is needed to save it, `read_only` says why it cannot be saved, or is empty."""

    name: str
    text: str
    version: str
    read_only: str


class DeskState(NamedTuple):
    """What the page needs to begin: the folder, the profiles, today, and the format of each suffix."""

    newslint: str
    folder: str
    profiles: tuple[str, ...]
    profile: str
    today: date
    suffixes: Mapping[str, str]


@cache
def model_of(record: type) -> type[BaseModel]:
    """Return the model of a record, which JSON Schemas are made from."""
    fields: dict[str, Any] = {}
    for name, hint in get_type_hints(record).items():
        kind = _modelled(hint)
        fields[f"{name}_" if hasattr(BaseModel, name) else name] = (kind, Field(alias=name))
    return create_model(record.__name__, __base__=Message, __doc__=record.__doc__, **fields)


def _modelled(hint: Any) -> Any:
    """Return a type with models in place of the records in it."""
    if hasattr(hint, "_fields"):
        return model_of(hint)
    inner = tuple(map(_modelled, get_args(hint)))
    if get_origin(hint) is UnionType:
        return reduce(or_, inner)
    return get_origin(hint)[inner] if inner else hint
