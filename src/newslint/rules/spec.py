"""What a rule file may say, validated by pydantic; imported only when rule files are compiled, never later."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

SeverityName = Literal["error", "warning", "advice"]
FormatName = Literal["markdown", "html", "text"]
ProfileName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class CitationSpec(Strict):
    """Who says so, and how well that was checked."""

    title: Text
    clause: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://")] | None = None
    status: Literal["verified", "secondary", "unverified", "house"]


class FilesSpec(Strict):
    """An example that is written out for each format that can show it."""

    md: str | None = None
    html: str | None = None
    txt: str | None = None

    @model_validator(mode="after")
    def _has_a_format(self) -> FilesSpec:
        if self.md is None and self.html is None and self.txt is None:
            raise ValueError("`files` is empty; write `md`, `html` or `txt`")
        return self


class ExampleSpec(Strict):
    """An article in small: ⟦…⟧ marks the words that must be flagged.

    `text` is Markdown, from which HTML and plain text are made; `files` writes the formats out. `at` expects a
    finding at an element's anchor, `count` so many findings in all, `severity` this severity of each. `profile`,
    `options` and `today` (YYYY-MM-DD) set the scene.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

    text: str | None = None
    files: FilesSpec | None = None
    formats: Annotated[tuple[FormatName, ...], Field(min_length=1)] = ("markdown", "html", "text")
    profile: ProfileName | None = None
    options: dict[str, Any] = Field(default_factory=dict)
    today: str | None = None
    at: str | None = None
    count: Annotated[int, Field(ge=0)] | None = None
    severity: SeverityName | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _has_one_form(self) -> ExampleSpec:
        if (self.text is None) == (self.files is None):
            raise ValueError("an example has either `text` or `files`")
        return self

    @field_validator("today")
    @classmethod
    def _is_a_day(cls, value: str | None) -> str | None:
        try:
            return value and date.fromisoformat(value).isoformat()
        except ValueError:
            raise ValueError("`today` is not a date (use YYYY-MM-DD)") from None

    @property
    def shown(self) -> str:
        """The text of the first format that is written out."""
        files = self.files
        return self.text or (files and (files.md or files.html or files.txt)) or ""


class ExamplesSpec(Strict):
    """At least two articles that the rule flags and two that it leaves alone."""

    bad: Annotated[tuple[ExampleSpec, ...], Field(min_length=2)]
    good: Annotated[tuple[ExampleSpec, ...], Field(min_length=2)]


class PrecisionSpec(Strict):
    """What readers said of the rule's findings in real articles; the others were true, and nobody would act on them.

    `on` says what was read.
    """

    judged: Annotated[int, Field(ge=1)]
    useful: Annotated[int, Field(ge=0)]
    wrong: Annotated[int, Field(ge=0)]
    on: Text

    @model_validator(mode="after")
    def _adds_up(self) -> PrecisionSpec:
        if self.useful + self.wrong > self.judged:
            raise ValueError("more findings are useful or wrong than were judged")
        return self


class RuleSpec(Strict):
    """A rule file. The order of the fields is the order of the keys in the file."""

    title: Text
    severity: SeverityName | dict[str, SeverityName]
    profiles: Annotated[tuple[ProfileName, ...], Field(min_length=1)]
    preview: bool = False
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ()
    check: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    options: dict[str, Any] = Field(default_factory=dict)
    yields_to: tuple[RuleId, ...] = ()
    message: Text
    rationale: Text
    remedy: Text
    sources: Annotated[tuple[CitationSpec, ...], Field(min_length=1)]
    limits: Text
    precision: PrecisionSpec | None = None
    examples: ExamplesSpec

    @model_validator(mode="after")
    def _has_a_default(self) -> RuleSpec:
        if isinstance(self.severity, dict) and "default" not in self.severity:
            raise ValueError("`severity` needs a `default`")
        return self

    @property
    def severities(self) -> dict[str, str]:
        """The severity of each grade."""
        return dict(self.severity) if isinstance(self.severity, dict) else {"default": self.severity}
