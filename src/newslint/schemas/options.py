"""The options of check types as parts of schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.checks import check_type_names, load_check_type
from newslint.contract import OF_TEXTS, CheckType
from newslint.rules.options import model_of, options_of
from newslint.schemas.shared import Schema

_LIST = {"type": "string", "pattern": "^list:", "description": "The lines of a word list: `list:NAME`."}
_LONG = " " * 200  # a default of more characters helps nobody who reads a hint of an editor
_LANGUAGE = {"pattern": "^[a-z]{2,3}$"}
_SEVERITY = {"enum": ["error", "warning", "advice"]}


def option_schemas() -> Mapping[str, Schema]:
    """Return the options of each check type by its name; none is required, since a rule has them already."""
    return {name: _options(load_check_type(name)) for name in check_type_names()}


def _options(check_type: CheckType) -> Schema:
    known = model_of(check_type).model_json_schema()
    known = _inlined(known, known.get("$defs", {}))
    facts = options_of(check_type)
    properties = {}
    for name, node in known.get("properties", {}).items():
        values = _with_lists({key: value for key, value in node.items() if key not in ("title", "default")})
        if name in check_type.by_language:
            each = {"type": "object", "minProperties": 1, "propertyNames": _LANGUAGE, "additionalProperties": values}
            values = {"anyOf": [values, each]}
        default = {"default": node["default"]} if len(str(node.get("default", _LONG))) < len(_LONG) else {}
        properties[name] = {"description": facts[name].option.says, **default, **values}
    for former, name in check_type.renamed.items():
        properties[former] = {**properties[name], "description": f"Now `{name}`.", "deprecated": True}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _inlined(node: Any, definitions: Mapping[str, Any]) -> Any:
    """Return a schema with definitions in place of references, which its parts keep in other schemas."""
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(definitions[node["$ref"].rpartition("/")[2]], definitions)
    return {
        key: _inlined(value, definitions)
        for key, value in node.items()
        if key != "$defs" and not (key == "title" and isinstance(value, str))
    }


def _with_lists(node: Any) -> Any:
    """Return a schema in which a word list may stand for a list of texts."""
    if not isinstance(node, dict):
        return node
    if node.get("type") == "array" and node.get("items", {}).get("type") == "string":
        return {"anyOf": [node, _LIST]}
    changed = {key: _with_lists(node[key]) for key in ("additionalProperties", "items") if key in node}
    branches = {key: [_with_lists(item) for item in node[key]] for key in ("anyOf", "oneOf") if key in node}
    return {**node, **changed, **branches}


def required_options(check_type: CheckType) -> list[str]:
    """Return the options that a rule file must give."""
    required: list[str] = model_of(check_type).model_json_schema().get("required", [])
    return required


def severity_schema(check_type: CheckType | None, *, is_whole: bool) -> Schema:
    """Return what may stand as a severity: one word, or one for each grade; a `is_whole` one has a default."""
    grades = ["default", *((*OF_TEXTS, *check_type.grades) if check_type else ())]
    by_grade = {"type": "object", "properties": dict.fromkeys(grades, _SEVERITY), "additionalProperties": False}
    return {"anyOf": [_SEVERITY, by_grade | ({"required": ["default"]} if is_whole else {})]}
