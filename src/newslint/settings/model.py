"""What a configuration or profile file may say, validated by pydantic; imported only on the slow path."""

from __future__ import annotations

import os
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from newslint.settings.globs import alternatives

SeverityName = Literal["error", "warning", "advice"]
# The parts of an article that `field_aliases` gives names to.
AliasedElement = Literal[
    "headline", "dek", "byline", "published", "updated", "summary", "label", "disclosure", "correction", "author-bio"
]
ElementName = Literal["headline", "dek", "byline", "dateline", "published", "updated", "summary", "faq", "author-bio"]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _check_glob(glob: str) -> str:
    if not glob.strip("./"):
        raise ValueError("this glob matches no file; write `**` for all files")
    if "\\" in glob:
        raise ValueError("globs have `/` between folders, on every system")
    alternatives(glob)
    return glob


def _check_path(path: str) -> str:
    try:
        encoded = os.fsencode(path)
    except UnicodeEncodeError:
        encoded = b""
    if not encoded or b"\0" in encoded or len(encoded) > 4000:
        raise ValueError("this cannot be the name of a file or folder")
    return path


# One name may stand without the brackets of a list.
Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
Glob = Annotated[str, AfterValidator(_check_glob)]
FilePath = Annotated[str, AfterValidator(_check_path)]
FilePaths = Annotated[tuple[FilePath, ...], BeforeValidator(_as_list)]
Globs = Annotated[tuple[Glob, ...], BeforeValidator(_as_list)]


_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 2**10, "mib": 2**20, "gib": 2**30}


def _read_size(value: Any) -> Any:
    """Return a number of bytes that was written with a unit, as in `10 MB`; leave everything else as it is."""
    number, unit = (value.rstrip("kmgibKMGIB \t"), value) if isinstance(value, str) else ("", "")
    size = _UNITS.get(unit[len(number) :].strip().lower())
    if not number.isascii() or not number.isdigit() or len(number) > 12 or size is None:
        return value
    return int(number) * size


# A number of bytes, with or without a unit.
FileSize = Annotated[int, BeforeValidator(_read_size), Field(ge=1)]


class Strict(BaseModel):
    """A model that refuses keys it does not know; a known key without a value says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_nothing(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


class RuleSettingModel(Strict):
    """A rule's setting written out: whether it is on, its severities by grade, its options."""

    enabled: bool | None = None
    severity: SeverityName | dict[str, SeverityName] | None = None
    options: dict[str, Any] = Field(default_factory=dict)


RuleSetting = Literal["on", "off", "error", "warning", "advice"] | RuleSettingModel
RuleSettings = dict[str, RuleSetting]


class RequirementModel(Strict):
    """A section, disclaimer or label that an article must have, and the words that satisfy it."""

    name: Annotated[str, Field(min_length=1)]
    headings: Names = ()
    wordings: Names = ()


class RequireModel(Strict):
    """What an article must have."""

    elements: tuple[ElementName, ...] | None = None
    sections: tuple[RequirementModel | str, ...] | None = None
    disclaimers: tuple[RequirementModel, ...] | None = None
    labels: tuple[RequirementModel, ...] | None = None


class ReadabilityModel(Strict):
    """Which backend counts syllables."""

    backend: Literal["newslint", "textstat"] = "newslint"


class ContentTypesModel(Strict):
    """A field of front matter that says what type an article is, and the profile of each of its values."""

    field: Annotated[str, Field(min_length=1)]
    profiles: dict[str, FilePath] = Field(default_factory=dict)


class TargetsModel(Strict):
    """What the measures on an article's card should not pass: a grade, a share in percent, and numbers of words."""

    grade: Annotated[float, Field(gt=0)] | None = None
    long_sentences: Annotated[float, Field(ge=0, le=100)] | None = None
    longest_sentence: Annotated[int, Field(ge=1)] | None = None
    longest_paragraph: Annotated[int, Field(ge=1)] | None = None


class OverrideModel(Strict):
    """Settings for the files that match a glob."""

    files: Annotated[Globs, Field(min_length=1)]
    profile: FilePath | None = None
    rules: RuleSettings = Field(default_factory=dict)
    require: RequireModel = RequireModel()


class IgnoreModel(Strict):
    """Rules that are not reported in some files, why, and the last day on which that holds."""

    rules: Annotated[Names, Field(min_length=1)]
    reason: str = ""
    until: date | None = None


def _as_ignores(value: Any) -> Any:
    """Return entries: a name or a list of names is one without a reason."""
    if isinstance(value, dict):
        return [value]
    entries = _as_list(value)
    if not isinstance(entries, list) or any(isinstance(entry, dict) for entry in entries):
        return entries
    return [{"rules": entries}] if entries else []


Ignores = Annotated[tuple[IgnoreModel, ...], BeforeValidator(_as_ignores)]


class ConfigModel(Strict):
    """A configuration file or a profile. `rules` may also be a list of folders, the short form of `rule_folders`."""

    description: str = ""
    extends: FilePaths = ()
    require: RequireModel = RequireModel()
    rules: RuleSettings | list[FilePath] = Field(default_factory=dict)
    rule_folders: FilePaths = ()
    profile: FilePath = "news"
    overrides: tuple[OverrideModel, ...] = ()
    include: Globs = ()
    exclude: Globs = ()
    follow_links: bool = False
    per_file_ignores: dict[Glob, Ignores] = Field(default_factory=dict)
    field_aliases: dict[AliasedElement, Names] = Field(default_factory=dict)
    lexicons: dict[str, Names] = Field(default_factory=dict)
    content_types: ContentTypesModel | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    date_order: Literal["day-first", "month-first"] | None = None
    readability: ReadabilityModel = ReadabilityModel()
    targets: TargetsModel = TargetsModel()
    site_root: FilePath | None = None
    drafts: Literal["advice", "skip", "check"] = "advice"
    baseline: FilePath = ".newslint-baseline"
    names: Names = ()
    fail_on: Literal["error", "warning", "advice", "never"] = "error"
    min_severity: SeverityName = "warning"
    preview: bool = False
    max_file_size: FileSize = 10_000_000

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of house rules."""
        return (*self.rule_folders, *(self.rules if isinstance(self.rules, list) else ()))

    @property
    def rule_settings(self) -> RuleSettings:
        """The settings of rules."""
        return self.rules if isinstance(self.rules, dict) else {}
