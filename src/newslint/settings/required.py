"""Refuse a configuration that is for other versions of newslint, before anything else of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.errors import ConfigurationError
from newslint.rules.yaml_files import line_of

# Other linters spell the key with a hyphen.
KEYS = ("required_version", "required-version")


def check_required_version(data: Any, path: Path, version: str = __version__) -> None:
    """Raise ConfigurationError where a file's data ask for another version; other mistakes are left to the model.

    It comes before the model: a file for a later version may have keys that this one does not know.
    """
    key = next((key for key in KEYS if isinstance(data, Mapping) and isinstance(data.get(key), str)), None)
    if key is None or not data[key].strip():
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    wanted, place = str(data[key]).strip(), f"{path}:{line_of(data, (key,))}"
    try:
        is_right = SpecifierSet(wanted).contains(version, prereleases=True)
    except InvalidSpecifier as problem:
        cause = f"`{key}` is not a set of versions (got '{wanted}')."
        raise ConfigurationError(place, cause, "Write it as `>=0.2` or `>=0.2,<0.3`.") from problem
    if not is_right:
        cause = f"this file requires newslint {wanted}, and this is newslint {version}."
        raise ConfigurationError(place, cause, f"Install such a version: pip install 'newslint{wanted}'.")
