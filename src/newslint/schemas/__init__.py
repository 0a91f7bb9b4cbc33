"""JSON Schemas of what newslint reads: the configuration, profiles and rule files, made from what validates them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from newslint.contract import CompiledRule
from newslint.schemas.configuration import configuration_schema, profile_schema
from newslint.schemas.rule_files import rule_schema

Schema = dict[str, Any]
# Each by its name; those of configurations and profiles name the rules that there are.
SCHEMAS: Mapping[str, Callable[[Mapping[str, CompiledRule]], Schema]] = MappingProxyType(
    {"configuration": configuration_schema, "profile": profile_schema, "rule": lambda rules: rule_schema()}
)


def text_of(schema: Schema) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
