"""What a rule file may say, validated by pydantic; imported only when rule files are compiled, never later."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.config import JsonDict

SeverityName = Literal["error", "warning", "advice"]
FormatName = Literal["markdown", "html", "text"]
ProfileName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(?:/[a-z0-9-]+)?$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _given(key: str, kind: str) -> JsonDict:
    """Return the part of a JSON Schema that asks for a key with a value."""
    return {"required": [key], "properties": {key: {"type": kind}}}


class CitationSpec(Strict):
    """Who says so, and how well that was checked."""

    title: Text = Field(description="The name of the guideline, law or habit.")
    clause: str | None = Field(default=None, description="The part of it that says so.")
    url: Annotated[str, Field(pattern=r"^https?://")] | None = Field(default=None, description="Where it can be read.")
    status: Literal["verified", "secondary", "unverified", "house"] = Field(
        description="How well that was checked: read, read about, not at all, or the newsroom's own."
    )


class FilesSpec(Strict):
    """An example that is written out for each format that can show it."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        json_schema_extra={"anyOf": [_given(name, "string") for name in ("md", "html", "txt")]},
    )

    md: str | None = Field(default=None, description="The article in Markdown.")
    html: str | None = Field(default=None, description="The article in HTML.")
    txt: str | None = Field(default=None, description="The article as plain text.")

    @model_validator(mode="after")
    def _has_a_format(self) -> FilesSpec:
        if self.md is None and self.html is None and self.txt is None:
            raise ValueError("`files` is empty; write `md`, `html` or `txt`")
        return self


class ExampleSpec(Strict):
    """An article in small: ⟦…⟧ marks the words that must be flagged.

    `text` is Markdown, from which HTML and plain text are made; `files` writes the formats out. `at` expects a
    finding at an element's anchor, `count` so many findings in all, `severity` this severity of each. `profile`,
    `options`, `today` (YYYY-MM-DD) and `jurisdictions` set the scene.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=False,
        json_schema_extra={"oneOf": [_given("text", "string"), _given("files", "object")]},
    )

    text: str | None = Field(
        default=None, description="The article in Markdown, from which the other formats are made."
    )
    files: FilesSpec | None = Field(
        default=None, description="The article written out for each format, in place of `text`."
    )
    formats: Annotated[tuple[FormatName, ...], Field(min_length=1)] = Field(
        default=("markdown", "html", "text"), description="The formats in which the example is tried."
    )
    profile: ProfileName | None = Field(default=None, description="The profile that the example is judged under.")
    options: dict[str, Any] = Field(default_factory=dict, description="Options that hold for this example.")
    today: str | None = Field(
        default=None,
        json_schema_extra={"format": "date"},
        description="The day on which the example is judged, as YYYY-MM-DD.",
    )
    jurisdictions: tuple[str, ...] = Field(
        default=(), description="The jurisdictions that hold for this example, such as `uk`."
    )
    at: str | None = Field(default=None, description="The element at whose anchor the finding is expected.")
    count: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="How many findings are expected in all."
    )
    severity: SeverityName | None = Field(default=None, description="The severity that each finding has.")
    note: str | None = Field(default=None, description="What the example shows, for readers.")

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

    bad: Annotated[tuple[ExampleSpec, ...], Field(min_length=2)] = Field(
        description="Articles that the rule flags; ⟦…⟧ marks the words."
    )
    good: Annotated[tuple[ExampleSpec, ...], Field(min_length=2)] = Field(
        description="Articles that the rule leaves alone."
    )


class PrecisionSpec(Strict):
    """What readers said of the rule's findings in real articles; the others were true, and nobody would act on them.

    `on` says what was read.
    """

    judged: Annotated[int, Field(ge=1)] = Field(description="How many findings were read.")
    useful: Annotated[int, Field(ge=0)] = Field(description="How many of them an editor would act on.")
    wrong: Annotated[int, Field(ge=0)] = Field(description="How many of them were false.")
    on: Text = Field(description="What was read.")

    @model_validator(mode="after")
    def _adds_up(self) -> PrecisionSpec:
        if self.useful + self.wrong > self.judged:
            raise ValueError("more findings are useful or wrong than were judged")
        return self


class DeprecationSpec(Strict):
    """That a later release is to drop a rule; until then it works."""

    since: Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]+)+$")] = Field(description="The version that says so first.")
    use: tuple[RuleId, ...] = Field(default=(), description="The rules that take over.")
    why: Text | None = Field(default=None, description="Why, in a sentence.")

    @model_validator(mode="after")
    def _says_something(self) -> DeprecationSpec:
        if not self.use and not self.why:
            raise ValueError("`deprecated` names what to use, or says why")
        return self


class RuleSpec(Strict):
    """A rule file. The order of the fields is the order of the keys in the file."""

    title: Text = Field(description="The fault, in a few words.")
    severity: SeverityName | dict[str, SeverityName] = Field(
        description="How grave the fault is; a check with grades may have one severity for each."
    )
    profiles: Annotated[tuple[ProfileName, ...], Field(min_length=1)] = Field(
        description="The profiles that the rule is for, or `all`."
    )
    preview: bool = Field(
        default=False, description="Whether the rule is on trial: used only where somebody asks for it."
    )
    deprecated: DeprecationSpec | None = Field(
        default=None, description="Since when a later release is to drop the rule, why, and what to use."
    )
    formerly: tuple[RuleId, ...] = Field(default=(), description="Names that the rule had before; they still work.")
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = Field(
        default=(), description="The languages that it can judge; none: all."
    )
    duty: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")] | None = Field(
        default=None, description="The topic whose duty is not fulfilled where the rule finds something, for audits."
    )
    needs: Literal["helplines", "warnings", "labels", "anonymity", "proceedings", "ages"] | None = Field(
        default=None, description="What of the newsroom's jurisdictions the rule asks for."
    )
    check: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")] = Field(description="How the fault is found.")
    options: dict[str, Any] = Field(default_factory=dict, description="What the check is to look for.")
    yields_to: tuple[RuleId, ...] = Field(
        default=(), description="Rules that tell the story better where both find something."
    )
    message: Text = Field(description="What is wrong; {name} stands for a value that the check brings.")
    rationale: Text = Field(description="Why it matters.")
    remedy: Text = Field(description="What to do about it.")
    sources: Annotated[tuple[CitationSpec, ...], Field(min_length=1)] = Field(description="Who says so.")
    limits: Text = Field(description="What the rule cannot see.")
    precision: PrecisionSpec | None = Field(
        default=None, description="How often the rule was right in published articles."
    )
    examples: ExamplesSpec = Field(description="Articles in small that prove the rule.")

    @model_validator(mode="after")
    def _has_a_default(self) -> RuleSpec:
        if isinstance(self.severity, dict) and "default" not in self.severity:
            raise ValueError("`severity` needs a `default`")
        if self.preview and self.deprecated:
            raise ValueError("a rule is on trial (`preview`) or `deprecated`, not both")
        return self

    @property
    def severities(self) -> dict[str, str]:
        """The severity of each grade."""
        return dict(self.severity) if isinstance(self.severity, dict) else {"default": self.severity}


class HouseExamplesSpec(ExamplesSpec):
    """The examples of a house rule, of which there may be fewer."""

    bad: tuple[ExampleSpec, ...] = Field(default=(), description="Articles that the rule flags; ⟦…⟧ marks the words.")
    good: tuple[ExampleSpec, ...] = Field(default=(), description="Articles that the rule leaves alone.")


class HouseRuleSpec(RuleSpec):
    """A rule file of a newsroom, which may leave out what newslint asks of its own."""

    profiles: Annotated[tuple[ProfileName, ...], Field(min_length=1)] = Field(
        default=("all",), description="The profiles that the rule is for, or `all`."
    )
    rationale: str = Field(default="", description="Why it matters.")
    remedy: str = Field(default="", description="What to do about it.")
    sources: Annotated[tuple[CitationSpec, ...], Field(min_length=1)] = Field(
        default=(CitationSpec(title="House style", status="house"),), description="Who says so."
    )
    limits: str = Field(default="", description="What the rule cannot see.")
    examples: HouseExamplesSpec = Field(
        default=HouseExamplesSpec(), description="Articles that prove it, bad ones and good ones."
    )
