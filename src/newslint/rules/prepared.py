"""The shipped rules and profiles as they were compiled when the wheel was built: no YAML to read, nothing to validate.

A source tree has no such file; there, what was compiled is kept between runs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeGuard

from newslint import __version__
from newslint.rules.folders import bundled, prepared_file

# What a state of settings holds, wherever it is kept.
PARTS = {"rules": dict, "fingerprint": str, "literals": dict, "config": dict, "variants": dict, "jurisdictions": dict}


def write_prepared(state: dict[str, Any]) -> bytes:
    """Return the content of the file for a state of settings, with the paths of rules made relative."""
    import json

    folder = os.path.join(bundled("rules"), "")
    rules = {
        identity: {**rule, "path": rule["path"].removeprefix(folder).replace(os.sep, "/")}
        for identity, rule in state["rules"].items()
    }
    content = {"version": __version__, **{part: state[part] for part in PARTS}, "rules": rules}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def is_whole(state: Any, parts: Mapping[str, type]) -> TypeGuard[dict[str, Any]]:
    """Tell whether what was kept is a state with certain parts."""
    return isinstance(state, dict) and all(isinstance(state.get(part), kind) for part, kind in parts.items())


@cache
def read_prepared() -> dict[str, Any] | None:
    """Return the state that the wheel brings, or None where there is none or another version made it."""
    try:
        with open(prepared_file(), "rb") as file:
            data = file.read()
    except OSError:
        return None
    import json

    try:
        state = json.loads(data)
    except ValueError:
        return None
    if not is_whole(state, PARTS) or state.get("version") != __version__:
        return None
    folder = str(bundled("rules"))
    for rule in state["rules"].values():
        rule["path"] = os.path.join(folder, *rule["path"].split("/"))
    return state
