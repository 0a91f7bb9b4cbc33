"""The schema of rule files."""

from __future__ import annotations

from newslint.checks import check_type_names, load_check_type
from newslint.rules.spec import HouseRuleSpec
from newslint.schemas.options import option_schemas, required_options, severity_schema
from newslint.schemas.shared import Schema, first_sentence, schema_of


def rule_schema() -> Schema:
    """Return the schema of rule files: the check that a rule names decides which options and grades it has.

    It asks for what newslint asks of a newsroom's rules, which is less than of its own.
    """
    schema = schema_of(HouseRuleSpec, "A rule of newslint")
    names = check_type_names()
    check = schema["properties"]["check"]
    check.pop("pattern", None)
    check["anyOf"] = [
        {"const": name, "description": first_sentence(load_check_type(name).run.__doc__)} for name in names
    ]
    options = option_schemas()
    schema["$defs"] |= {f"options of {name}": options[name] for name in names}
    schema["allOf"] = [_branch(name) for name in names]
    return schema


def _branch(name: str) -> Schema:
    """Return what holds for a rule with a check."""
    check_type = load_check_type(name)
    required = required_options(check_type)
    reference = {"$ref": f"#/$defs/options of {name}"}
    options: Schema = {"allOf": [reference, {"required": required}]} if required else reference
    own: Schema = {"options": options, "severity": severity_schema(check_type, is_whole=True)}
    then: Schema = {"properties": own} | ({"required": ["options"]} if required else {})
    return {"if": {"properties": {"check": {"const": name}}, "required": ["check"]}, "then": then}
