"""What a configuration or profile file may say, validated by pydantic; imported only on the slow path."""

from __future__ import annotations

import os
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from newslint.rules.written import FieldsSpec, RegisterSpec, TermsSpec
from newslint.settings import words
from newslint.settings.globs import alternatives
from newslint.settings.records import FailOn

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


def _spellings(value: Any) -> Any:
    """Return every right spelling of some names: a text, or a mapping of a name and other names of the same."""
    entries = value if isinstance(value, (list, tuple)) else [value]
    return [spelling for entry in entries for spelling in _spellings_of(entry)]


def _spellings_of(entry: Any) -> list[Any]:
    if not isinstance(entry, dict):
        return [entry]
    aliases = _as_list(entry.get("aliases") or ())
    if entry.keys() - {"name", "aliases"} or not entry.get("name") or not isinstance(aliases, (list, tuple)):
        raise ValueError("a name is a text, or a mapping with `name` and `aliases`")
    return [entry["name"], *aliases]


class _Shown(NamedTuple):
    """What the JSON Schema says of values that a validator reads in several forms.

    `whole` stands for the form that the type itself has, `one` for an entry of its list.
    """

    forms: tuple[dict[str, Any] | Literal["whole", "one"], ...]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        own = handler(core)
        known = {"whole": own, "one": own.get("items")}
        return {"anyOf": [known[form] if isinstance(form, str) else form for form in self.forms]}


_TEXT = {"type": "string"}
_ONE_OR_MANY = _Shown((_TEXT, "whole"))

# One name may stand without the brackets of a list.
Names = Annotated[tuple[str, ...], BeforeValidator(_as_list), _ONE_OR_MANY]
SomeNames = Annotated[tuple[str, ...], Field(min_length=1), BeforeValidator(_as_list), _ONE_OR_MANY]
_WITH_ALIASES = {
    "type": "object",
    "properties": {"name": _TEXT, "aliases": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}},
    "required": ["name"],
    "additionalProperties": False,
}
KnownNames = Annotated[
    tuple[str, ...],
    BeforeValidator(_spellings),
    _Shown((_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, _WITH_ALIASES]}})),
]
JurisdictionName = Literal["eu", "germany", "india", "ireland", "uk", "us"]
Jurisdictions = Annotated[tuple[JurisdictionName, ...], BeforeValidator(_as_list), _ONE_OR_MANY]
Glob = Annotated[str, AfterValidator(_check_glob)]
FilePath = Annotated[str, AfterValidator(_check_path)]
FilePaths = Annotated[tuple[FilePath, ...], BeforeValidator(_as_list), _ONE_OR_MANY]
Globs = Annotated[tuple[Glob, ...], BeforeValidator(_as_list), _ONE_OR_MANY]
SomeGlobs = Annotated[tuple[Glob, ...], Field(min_length=1), BeforeValidator(_as_list), _ONE_OR_MANY]


_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 2**10, "mib": 2**20, "gib": 2**30}


def _read_size(value: Any) -> Any:
    """Return a number of bytes that was written with a unit, as in `10 MB`; leave everything else as it is."""
    number, unit = (value.rstrip("kmgibKMGIB \t"), value) if isinstance(value, str) else ("", "")
    size = _UNITS.get(unit[len(number) :].strip().lower())
    if not number.isascii() or not number.isdigit() or len(number) > 12 or size is None:
        return value
    return int(number) * size


# A number of bytes, with or without a unit.
_SIZE = {"type": "string", "pattern": r"^0*[1-9][0-9]*[ \t]*([kKmMgG]?[iI]?[bB])?$"}
FileSize = Annotated[int, Field(ge=1), BeforeValidator(_read_size), _Shown((_SIZE, "whole"))]


_ABOUT = ("description", "default", "title")


class Strict(BaseModel):
    """A model that refuses keys it does not know; a known key without a value says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_nothing(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        """Let the schema say what the validator above does."""
        schema = handler.resolve_ref_schema(handler(core))
        for key, node in schema.get("properties", {}).items():
            if key not in schema.get("required", ()):
                alone = [{name: node.pop(name) for name in [*node] if name not in _ABOUT}]
                branches = alone[0].get("anyOf", alone)
                node["anyOf"] = [*branches, *([] if {"type": "null"} in branches else [{"type": "null"}])]
        return schema


class RuleSettingModel(Strict):
    """A rule's setting written out: whether it is on, its severities by grade, its options."""

    enabled: bool | None = Field(default=None, description="Whether the rule is on.")
    severity: SeverityName | dict[str, SeverityName] | None = Field(
        default=None, description="Its severity: one for all faults, or one for each grade of a fault."
    )
    options: dict[str, Any] = Field(
        default_factory=dict, description="Its options; each replaces the value of the rule file."
    )


RuleSetting = Literal["on", "off", "error", "warning", "advice"] | RuleSettingModel
RuleSettings = dict[str, RuleSetting]
_RULES = "Settings of rules or whole families: `on`, `off`, a severity, or a mapping."


class RequirementModel(Strict):
    """A section, disclaimer or label that an article must have, and the words that satisfy it."""

    name: Annotated[str, Field(min_length=1, description="What reports call it.")]
    headings: Names = Field(default=(), description="Headings under which it may stand; any of them will do.")
    wordings: Names = Field(default=(), description="Phrases that satisfy it; one of them must occur.")


class RequireModel(Strict):
    """What an article must have."""

    elements: tuple[ElementName, ...] | None = Field(default=None, description="Named parts, such as `byline`.")
    sections: tuple[RequirementModel | str, ...] | None = Field(
        default=None, description="Headings with text under them."
    )
    disclaimers: tuple[RequirementModel, ...] | None = Field(default=None, description="Notices with substance.")
    labels: tuple[RequirementModel, ...] | None = Field(
        default=None, description="Short lines or fields that say what the article is."
    )


class ReadabilityModel(Strict):
    """Which backend counts syllables."""

    backend: Literal["newslint", "textstat"] = Field(default="newslint", description="Who counts.")


class ContentTypesModel(Strict):
    """A field of front matter that says what type an article is, and the profile of each of its values."""

    field: Annotated[str, Field(min_length=1, description="The field of front matter that says the type.")]
    profiles: dict[str, FilePath] = Field(default_factory=dict, description="The profile of each value of the field.")


class TargetsModel(Strict):
    """What the measures on an article's card should not pass: a grade, a share in percent, and numbers of words."""

    grade: Annotated[float, Field(gt=0)] | None = Field(
        default=None, description="Flesch-Kincaid grade of English texts."
    )
    long_sentences: Annotated[float, Field(ge=0, le=100)] | None = Field(
        default=None, description="Per cent of sentences with more than 30 words."
    )
    longest_sentence: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Words of the longest sentence."
    )
    longest_paragraph: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Words of the longest paragraph."
    )


class HouseModel(Strict):
    """What is house style, in short: words to write and not to write, who may sign, what front matter must say."""

    terms: TermsSpec = Field(default=(), description="Words of house style: what not to write, and what instead.")
    authors: FilePath | RegisterSpec | None = Field(
        default=None, description="Who may sign: names, people with other names of theirs, or a file of them."
    )
    fields: FieldsSpec = Field(
        default_factory=dict, description="What fields of front matter must be there, of which type, with which values."
    )


class OverrideModel(HouseModel):
    """Settings for the files that match a glob."""

    files: Annotated[SomeGlobs, Field(description="The globs of the files that these settings are for.")]
    profile: FilePath | None = Field(default=None, description="The profile of these files.")
    rules: RuleSettings = Field(default_factory=dict, description=_RULES)
    require: RequireModel = Field(
        default=RequireModel(), description="Parts, sections and notices that they must have."
    )


class IgnoreModel(Strict):
    """Rules that are not reported in some files, why, and the last day on which that holds."""

    rules: Annotated[SomeNames, Field(description="The rules or families that are not reported.")]
    reason: str = Field(default="", description="Why they are not; `wrong` says that the rule is wrong.")
    until: date | None = Field(default=None, description="The last day on which the entry holds.")


def _as_ignores(value: Any) -> Any:
    """Return entries: a name or a list of names is one without a reason."""
    if isinstance(value, dict):
        return [value]
    entries = _as_list(value)
    if not isinstance(entries, list) or any(isinstance(entry, dict) for entry in entries):
        return entries
    return [{"rules": entries}] if entries else []


_IGNORES = _Shown((_TEXT, {"type": "array", "items": _TEXT}, "one", "whole"))
Ignores = Annotated[tuple[IgnoreModel, ...], BeforeValidator(_as_ignores), _IGNORES]

# What a profile may say; the other keys count in a configuration only.
PROFILE_KEYS = (
    "required_version",
    "description",
    "extends",
    "require",
    "rules",
    "targets",
    "terms",
    "authors",
    "fields",
)


class ConfigModel(HouseModel):
    """A configuration file or a profile. `rules` may also be a list of folders, the short form of `rule_folders`."""

    required_version: str = Field(
        default="",
        validation_alias=AliasChoices("required_version", "required-version"),
        description="The versions of newslint that this file is for, such as `>=0.2,<0.3`; others refuse to run.",
    )
    description: str = Field(default="", description="What a profile is for, in a sentence.")
    extends: FilePaths = Field(default=(), description="Profiles or files whose rules and requirements hold here, too.")
    require: RequireModel = Field(
        default=RequireModel(), description="Parts, sections and notices that articles must have."
    )
    rules: RuleSettings | list[FilePath] = Field(default_factory=dict, description=_RULES)
    rule_folders: FilePaths = Field(
        default=(), description="Folders of house rules, each with FAMILY/NAME.yaml inside."
    )
    vale_styles: FilePaths = Field(
        default=(), description="Rules of Vale that hold here, too: a `.vale.ini`, a style, or a folder of styles."
    )
    profile: FilePath = Field(default="news", description="The profile of articles that nothing else gives one.")
    overrides: tuple[OverrideModel, ...] = Field(default=(), description="Settings for the files that match a glob.")
    include: Globs = Field(default=(), description="Globs of files that a folder would not yield otherwise.")
    exclude: Globs = Field(default=(), description="Globs of files that are not checked; they have the last word.")
    follow_links: bool = Field(
        default=False, description="Whether links to files that lead out of a folder are followed."
    )
    per_file_ignores: dict[Glob, Ignores] = Field(
        default_factory=dict, description="Rules that are not reported in the files of a glob."
    )
    field_aliases: dict[AliasedElement, Names] = Field(
        default_factory=dict, description="Your own names for fields of front matter, by element."
    )
    lexicons: dict[str, Names] = Field(
        default_factory=dict, description="Your own words for what newslint knows of who speaks, by list."
    )
    content_types: ContentTypesModel | None = Field(
        default=None, description="The field that says what type an article is, and the profile of each type."
    )
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = Field(
        default=None, description="The language of articles that do not state theirs, such as `en` or `de-AT`."
    )
    date_order: Literal["day-first", "month-first"] | None = Field(
        default=None, description="How your newsroom writes dates in numbers."
    )
    readability: ReadabilityModel = Field(default=ReadabilityModel(), description="Who counts syllables.")
    targets: TargetsModel = Field(
        default=TargetsModel(), description="What the measures on an article's card should not pass."
    )
    site_root: FilePath | None = Field(default=None, description="The folder that links beginning with `/` start from.")
    drafts: Literal["advice", "skip", "check"] = Field(
        default="advice",
        description="What happens to drafts: their findings are advice, they are left out, or checked.",
    )
    baseline: FilePath = Field(default=".newslint-baseline", description="The file of what was found at adoption.")
    names: KnownNames = Field(default=(), description="Names in the spelling that the newsroom has agreed on.")
    jurisdictions: Jurisdictions = Field(
        default=(), description="Whose law and codes hold for the newsroom: helplines, labels, who is not named."
    )
    fail_on: FailOn = Field(default="error", description=f"{words.FAIL_ON.capitalize()}.")
    min_severity: SeverityName = Field(default="warning", description=f"{words.MIN_SEVERITY.capitalize()}.")
    tracked_changes: Literal["accepted", "rejected"] = Field(
        default="accepted", description=f"{words.TRACKED_CHANGES.capitalize()}."
    )
    preview: bool = Field(default=False, description=f"{words.PREVIEW.capitalize()}.")
    max_file_size: FileSize = Field(
        default=10_000_000, description="The largest file that is read, in bytes or as `2 MB`."
    )

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of house rules."""
        return (*self.rule_folders, *(self.rules if isinstance(self.rules, list) else ()))

    @property
    def rule_settings(self) -> RuleSettings:
        """The settings of rules."""
        return self.rules if isinstance(self.rules, dict) else {}
