"""How options with parts of their own are written: pairs of words, people who may sign, fields of front matter.

Each has a short form and a long one, in rule files as in configurations. Here both become the one plain form that
checks are given; only when rules are compiled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from newslint.checks.demands import Demands
from newslint.checks.pairs import Pairs
from newslint.checks.registered import Register
from newslint.rules.spec import SeverityName, Strict, Text

Words = Text | tuple[Text, ...]
Inflection = Literal["noun", "verb"]


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and one word as a list of it."""
    return [] if value is None else [value] if isinstance(value, str) else list(value)


class PairSpec(Strict):
    """What not to write, what to write instead, and what else is to say about it."""

    not_: Words | None = Field(default=None, alias="not", description="What not to write, beside the name of the pair.")
    use: Words | None = Field(default=None, description="What to write instead; without it, the words are banned.")
    inflect: Inflection | tuple[Inflection, ...] = Field(
        default=(), description="Which forms of the words are wrong, too: plurals of nouns, forms of verbs."
    )
    except_: Words = Field(default=(), alias="except", description="Longer wordings that are right.")
    unless: Words = Field(default=(), description="Words that excuse it anywhere in the same sentence.")
    reason: str = Field(default="", description="Why; the message has it.")
    safe: bool = Field(default=False, description="Whether `--fix` may write the replacement without asking.")
    severity: SeverityName | None = Field(default=None, description="The severity, in place of the rule's.")
    source: str = Field(default="", description="Who says so, in place of the rule's sources.")
    enabled: bool = Field(default=True, description="`false` takes a term back that another file has.")


class ListedPairSpec(PairSpec):
    """A pair in a list, where no name says what not to write."""

    not_: Words = Field(alias="not", description="What not to write.")


Pair = Words | PairSpec | None
PairsSpec = dict[Text, Pair] | tuple[ListedPairSpec, ...]


def plain_pairs(written: Mapping[str, Any] | Iterable[Any]) -> list[dict[str, Any]]:
    """Return pairs in the one plain form, also those that are not `enabled`; raise ValueError for an empty one."""
    if isinstance(written, Mapping):
        return [_plain_pair(value, key) for key, value in written.items()]
    return [_plain_pair(value) for value in written]


def _complete(written: Any) -> Any:
    """Return pairs as they are written; raise ValueError for an empty one."""
    plain_pairs(written)
    return written


# As a configuration has them, which joins them with others before they become options.
TermsSpec = Annotated[PairsSpec, AfterValidator(_complete)]


def _plain_pair(value: Any, key: str | None = None) -> dict[str, Any]:
    spec = value if isinstance(value, PairSpec) else PairSpec(use=value)
    wrong = list(dict.fromkeys([*listed(key), *listed(spec.not_)]))
    if not wrong:
        raise ValueError("an entry does not say under `not` what it replaces")
    return {
        "not": wrong,
        "use": listed(spec.use),
        "inflect": listed(spec.inflect),
        "except": listed(spec.except_),
        "unless": listed(spec.unless),
        "reason": spec.reason,
        "safe": spec.safe,
        "severity": spec.severity,
        "source": spec.source,
        "enabled": spec.enabled,
    }


class AuthorSpec(Strict):
    """Somebody who may sign, in the spelling of the house, and other names under which that is done."""

    name: Text | None = Field(default=None, description="The name as the house prints it.")
    aliases: Words = Field(default=(), description="Other names under which the same person signs.")
    email: str = Field(default="", description="An address under which the same person signs.")
    role: str = Field(default="", description="What the person does; reports name it.")


class ListedAuthorSpec(AuthorSpec):
    """Somebody in a list, where no key is a name."""

    name: Text = Field(description="The name as the house prints it.")


AuthorsSpec = dict[Text, Text | AuthorSpec | None] | tuple[Text | ListedAuthorSpec, ...]


def plain_authors(written: Mapping[str, Any] | Iterable[Any]) -> list[dict[str, Any]]:
    """Return the people of a register in the one plain form; a key of theirs is another name."""
    if isinstance(written, Mapping):
        return [_plain_author(value, key) for key, value in written.items()]
    return [_plain_author(value) for value in written]


def _complete_authors(written: Any) -> Any:
    """Return a register as it is written; raise ValueError for an entry without a name."""
    plain_authors(written)
    return written


RegisterSpec = Annotated[AuthorsSpec, AfterValidator(_complete_authors)]


def _plain_author(value: Any, key: str | None = None) -> dict[str, Any]:
    spec = value if isinstance(value, AuthorSpec) else AuthorSpec(name=value)
    name = spec.name or key
    if name is None:
        raise ValueError("an entry has no `name`")
    aliases = [*listed(key), *listed(spec.aliases), *listed(spec.email or None)]
    known = dict.fromkeys(alias for alias in aliases if alias != name)
    return {"name": name, "aliases": list(known), "email": "", "role": spec.role}


FieldType = Literal["text", "number", "integer", "boolean", "date", "list", "mapping", "url", "email"]
Scalar = bool | int | float | str


class FieldSpec(Strict):
    """What a field of front matter must be: whether it is there, of which type, with which values."""

    required: bool = Field(default=False, description="Whether the field must be there and say something.")
    forbidden: bool = Field(default=False, description="Whether the field must not be there.")
    type: FieldType | tuple[FieldType, ...] = Field(default=(), description="What its value must be; one of several.")
    one_of: tuple[Scalar, ...] = Field(default=(), description="The values that it may have; of a list, each entry.")
    pattern: str | None = Field(default=None, description="A regular expression that the whole value matches.")
    min: float | None = Field(
        default=None, allow_inf_nan=False, description="The least number, or the least length of a text or list."
    )
    max: float | None = Field(
        default=None, allow_inf_nan=False, description="The greatest number, or length of a text or list."
    )
    reason: str = Field(default="", description="Why; the message has it.")
    severity: SeverityName | None = Field(default=None, description="The severity, in place of the rule's.")
    source: str = Field(default="", description="Who says so, in place of the rule's sources.")

    @model_validator(mode="after")
    def _makes_sense(self) -> FieldSpec:
        if self.required and self.forbidden:
            raise ValueError("a field cannot be both `required` and `forbidden`")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"no value is at least {self.min:g} (`min`) and at most {self.max:g} (`max`)")
        return self


FieldsSpec = dict[Text, FieldSpec]


def plain_fields(written: Mapping[str, FieldSpec]) -> dict[str, dict[str, Any]]:
    """Return what is asked of fields in plain form, only what is said of each."""
    return {
        name: {
            key: listed(value) if key == "type" else value for key, value in spec.model_dump(exclude_unset=True).items()
        }
        for name, spec in written.items()
    }


def whole_field(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that is asked of a field, of which something is said."""
    spec = FieldSpec.model_validate(said)
    return {**spec.model_dump(mode="json"), "type": listed(spec.type)}


def _whole_fields(written: Mapping[str, FieldSpec]) -> dict[str, dict[str, Any]]:
    return {name: {**spec.model_dump(mode="json"), "type": listed(spec.type)} for name, spec in written.items()}


_PLAIN = PlainSerializer(lambda value: value)
# What a check's signature says of such an option, and how rule files write it.
WRITTEN: Mapping[Any, Any] = {
    Pairs: Annotated[PairsSpec, AfterValidator(plain_pairs), _PLAIN],
    Demands: Annotated[FieldsSpec, AfterValidator(_whole_fields), _PLAIN],
    Register: Annotated[AuthorsSpec, AfterValidator(plain_authors), _PLAIN],
}
