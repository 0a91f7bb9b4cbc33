"""The schemas of configurations and profiles, which are read by one model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newslint.checks import check_type_names, load_check_type
from newslint.contract import CheckType, CompiledRule
from newslint.rules.builtin import BUILTIN_RULES
from newslint.rules.life import former_names
from newslint.schemas.options import option_schemas, severity_schema
from newslint.schemas.shared import Schema, first_sentence, schema_of
from newslint.settings.model import PROFILE_KEYS, ConfigModel

_STATES = {"enum": ["on", "off", "error", "warning", "advice"]}
_RULE_NAME = "^[a-z0-9-]+(/[a-z0-9-]+)?$"
_HERE_ONLY = "In a profile it says nothing: it counts in a configuration."


def configuration_schema(rules: Mapping[str, CompiledRule]) -> Schema:
    """Return the schema of configurations; without folders of house rules, the given rules are all there are."""
    schema = _with_rules(schema_of(ConfigModel, "A configuration of newslint"), rules)
    schema["$defs"]["Names"] = {"enum": _names(rules)}
    names = {"$ref": "#/$defs/Names"}
    settings = {"properties": {"rules": {"propertyNames": names}}}
    lists = {"anyOf": [names, {"type": "array", "items": names}]}
    schema["$defs"]["Ignored names"] = {
        "anyOf": [{"type": "object", "properties": {"rules": lists}}, names, {"type": "array", "items": _entry(lists)}]
    }
    ignores = {"additionalProperties": {"$ref": "#/$defs/Ignored names"}}
    schema["if"] = {"not": {"anyOf": [{"required": ["rule_folders"]}, {"properties": {"rules": {"type": "array"}}}]}}
    own = {"overrides": {"items": settings}, "per_file_ignores": ignores}
    # An absent key meets any schema, so the condition on `rules` asks for one that is there.
    schema["if"]["not"]["anyOf"][1]["required"] = ["rules"]
    schema["then"] = {"properties": {**settings["properties"], **own}}
    return schema


def _entry(lists: Schema) -> Schema:
    return {"anyOf": [{"type": "object", "properties": {"rules": lists}}, lists["anyOf"][0]]}


def profile_schema(rules: Mapping[str, CompiledRule]) -> Schema:
    """Return the schema of profiles; which house rules there are, a profile does not say."""
    schema = _with_rules(schema_of(ConfigModel, "A profile of newslint"), rules)
    for key, node in schema["properties"].items():
        if key.replace("-", "_") not in PROFILE_KEYS:
            node["description"] = f"{node['description']} {_HERE_ONLY}"
    return schema


def _names(rules: Mapping[str, CompiledRule]) -> list[str]:
    known = {*rules, *BUILTIN_RULES}
    return sorted({*known, *former_names(rules.values())} | {identity.partition("/")[0] for identity in known})


def _with_rules(schema: Schema, rules: Mapping[str, CompiledRule]) -> Schema:
    """Give the settings of rules a schema that knows each rule, its grades and its options."""
    # Other linters spell this key with a hyphen.
    schema["properties"]["required-version"] = schema["properties"]["required_version"]
    schema["$defs"] |= {f"options of {name}": options for name, options in option_schemas().items()}
    schema["$defs"] |= _settings(check_type_names())
    schema["$defs"]["Rules"] = _rules(rules, {"anyOf": [_STATES, {"$ref": "#/$defs/RuleSettingModel"}]})
    own = schema["properties"]["rules"]
    folders = next(branch for branch in own.pop("anyOf") if branch.get("type") == "array")
    own["anyOf"] = [{"$ref": "#/$defs/Rules"}, folders, {"type": "null"}]
    within = schema["$defs"]["OverrideModel"]["properties"]["rules"]
    for key in ("additionalProperties", "type", "anyOf"):
        within.pop(key, None)
    within["anyOf"] = [{"$ref": "#/$defs/Rules"}, {"type": "null"}]
    return schema


def _rules(rules: Mapping[str, CompiledRule], any_setting: Schema) -> Schema:
    properties = {identity: _about(rule, f"settings of {rule['check']}") for identity, rule in rules.items()}
    properties |= {
        name: _describe(f"{rule.title}.", "settings without a check") for name, rule in BUILTIN_RULES.items()
    }
    for former, name in former_names(rules.values()).items():
        properties[former] = {**properties[name], "description": f"Now `{name}`.", "deprecated": True}
    for family in sorted({identity.partition("/")[0] for identity in properties}):
        properties[family] = {"description": f"All rules of the family `{family}`.", **any_setting}
    return {
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "patternProperties": {_RULE_NAME: any_setting},
        "additionalProperties": False,
    }


def _about(rule: CompiledRule, name: str) -> Schema:
    return _describe(f"{first_sentence(rule['title'])}. {first_sentence(rule['rationale'])}", name)


def _describe(description: str, name: str) -> Schema:
    return {"description": description, "allOf": [{"$ref": f"#/$defs/{name}"}]}


def _settings(checks: Iterable[str]) -> dict[str, Schema]:
    """Return what may be set of a rule, by its check, which decides about grades and options."""
    own = {
        f"settings of {name}": _setting(load_check_type(name), {"$ref": f"#/$defs/options of {name}"})
        for name in checks
    }
    return own | {"settings without a check": _setting(None, {"type": "object", "maxProperties": 0})}


def _setting(check_type: CheckType | None, options: Schema) -> Schema:
    written: dict[str, Any] = {
        "enabled": {"type": ["boolean", "null"], "description": "Whether the rule is on."},
        "severity": _or_null(severity_schema(check_type, is_whole=False)),
        "options": _or_null(options),
    }
    return {"anyOf": [_STATES, {"type": "object", "properties": written, "additionalProperties": False}]}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
