"""The description of the desk for programs, made from the operations that answer them (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

import newslint
from newslint.desk.messages import ProblemAnswer, model_of

if TYPE_CHECKING:
    from newslint.desk.app import Operation

_ABOUT = (
    "Checks copy on one's own machine. Each request needs the token that `newslint desk` prints, as "
    "`Authorization: Bearer TOKEN`. Nothing leaves the machine, and files are written by `/save` only."
)
_REFUSALS = {
    "400": "The request is not well formed.",
    "401": "The token is missing or wrong.",
    "403": "A page of another site asks.",
    "413": "The request is too large.",
    "422": "What is asked cannot be done.",
}


def describe(operations: Sequence[Operation], server: str) -> dict[str, Any]:
    """Return the description of operations as an OpenAPI document."""
    asked = [(each.asks, "validation") for each in operations if each.asks]
    given = [(model_of(record), "validation") for record in (ProblemAnswer, *(each.gives for each in operations))]
    models: list[Any] = list(dict.fromkeys([*asked, *given]))
    references, definitions = models_json_schema(models, ref_template="#/components/schemas/{model}")
    paths: dict[str, Any] = {}
    for each in operations:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each, references)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "newslint desk",
            "version": newslint.__version__,
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": server}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": definitions.get("$defs", {}),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(each: Operation, references: dict[Any, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.summary,
        "responses": {
            "200": {"description": each.summary, "content": _json(references[model_of(each.gives), "validation"])},
            **{
                status: {"description": words, "content": _json(references[model_of(ProblemAnswer), "validation"])}
                for status, words in {**_REFUSALS, **each.refusals}.items()
            },
        },
    }
    if each.queries:
        told["parameters"] = [
            {"name": name, "in": "query", "required": is_required, "schema": {"type": "string"}}
            for name, is_required in each.queries.items()
        ]
    if each.asks is not None:
        told["requestBody"] = {"required": True, "content": _json(references[each.asks, "validation"])}
    return told


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
