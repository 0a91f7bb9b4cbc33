"""Read a check's options from its signature: names, types, ranges, descriptions; only when rules are compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from inspect import Parameter, signature
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from newslint.contract import CheckType, Option
from newslint.records import NamedTuple

REQUIRED: Any = Parameter.empty


class OptionFacts(NamedTuple):
    """An option as a check's signature states it; `default` is `REQUIRED` where the option has to be given."""

    name: str
    type: Any
    default: Any
    option: Option


def options_of(check_type: CheckType) -> Mapping[str, OptionFacts]:
    """Return the options of a check by name: the keyword-only parameters, in their order."""
    return _read(check_type.run)


@cache
def _read(function: Callable[..., Any]) -> Mapping[str, OptionFacts]:
    hints = get_type_hints(function, include_extras=True)
    found = {}
    for name, parameter in signature(function).parameters.items():
        if parameter.kind is not Parameter.KEYWORD_ONLY:
            continue
        if get_origin(hints[name]) is not Annotated:
            raise TypeError(f"the option `{name}` of `{function.__name__}` has no description")
        type_, option = get_args(hints[name])
        found[name] = OptionFacts(name, type_, parameter.default, option)
    return found


def model_of(check_type: CheckType, by_language: Iterable[str] = ()) -> type[BaseModel]:
    """Return the pydantic model of a check's options, of which some are given by language."""
    return _make_model(check_type.run, frozenset(by_language))


_Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


@cache
def _make_model(function: Callable[..., Any], by_language: frozenset[str]) -> type[BaseModel]:
    from newslint.rules.written import WRITTEN

    fields: dict[str, Any] = {}
    for name, (_, type_, default, option) in _read(function).items():
        if name in by_language:
            values: Any = Annotated[type_, Field(ge=option.ge, le=option.le)]
            fields[name] = (dict[_Language, values], Field(min_length=1))
        else:
            type_ = WRITTEN.get(type_, type_) if isinstance(type_, type) else type_
            fields[name] = (type_, Field(default=... if default is REQUIRED else default, ge=option.ge, le=option.le))
    return create_model(function.__name__, **fields)
