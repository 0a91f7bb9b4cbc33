"""What a configuration or profile file may say, validated by pydantic; imported only on the slow path."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

SeverityName = Literal["error", "warning", "advice"]
ElementName = Literal["headline", "dek", "byline", "dateline", "published", "updated", "summary", "faq", "author-bio"]


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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
    headings: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()


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
    profiles: dict[str, str] = Field(default_factory=dict)


class LayerModel(Strict):
    """What profiles and configurations have in common."""

    extends: tuple[str, ...] = ()
    rules: RuleSettings = Field(default_factory=dict)
    require: RequireModel = RequireModel()

    @field_validator("extends", mode="before")
    @classmethod
    def _as_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


class ProfileModel(LayerModel):
    """A profile file."""

    description: str = ""


class OverrideModel(Strict):
    """Settings for the files that match a glob."""

    files: tuple[str, ...]
    profile: str | None = None
    rules: RuleSettings = Field(default_factory=dict)
    require: RequireModel = RequireModel()

    @field_validator("files", mode="before")
    @classmethod
    def _as_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


class ConfigModel(LayerModel):
    """A configuration file. `rules` may also be a list of folders, the short form of `rule_folders`."""

    rules: RuleSettings | list[str] = Field(default_factory=dict)  # type: ignore[assignment]
    rule_folders: tuple[str, ...] = ()
    profile: str = "news"
    overrides: tuple[OverrideModel, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    field_aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    content_types: ContentTypesModel | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    readability: ReadabilityModel = ReadabilityModel()
    site_root: str | None = None
    names: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "advice", "never"] = "error"

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of house rules."""
        return (*self.rule_folders, *(self.rules if isinstance(self.rules, list) else ()))

    @property
    def rule_settings(self) -> RuleSettings:
        """The settings of rules."""
        return self.rules if isinstance(self.rules, dict) else {}
