"""Validate the files of jurisdictions, which stand beside the rules, and turn them into plain data."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.errors import RuleFileError
from newslint.rules.beside import made_once
from newslint.rules.folders import JURISDICTIONS, bundled
from newslint.rules.prepared import read_prepared
from newslint.rules.stamps import stamp

if TYPE_CHECKING:
    from newslint.rules.jurisdiction_spec import JurisdictionSpec


def compile_jurisdictions() -> dict[str, dict[str, Any]]:
    """Return what newslint knows of jurisdictions, by id, sorted: as the wheel brings it, else read from its files."""
    state = read_prepared()
    if state is not None:
        known: dict[str, dict[str, Any]] = state["jurisdictions"]
        return known
    folder = bundled("rules") / JURISDICTIONS
    return _compile(folder, *stamp(folder))


@cache
def _compile(folder: Path, *_stamp: str) -> dict[str, dict[str, Any]]:
    return made_once("jurisdictions", lambda: _read_all(folder))


def _read_all(folder: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
        if name.endswith(".yaml"):
            found[name.removesuffix(".yaml")] = _plain(read_jurisdiction(folder / name))
    return found


def read_jurisdiction(path: Path) -> JurisdictionSpec:
    """Return a file as it is written; raise RuleFileError where it is not valid."""
    from newslint.rules.jurisdiction_spec import JurisdictionSpec
    from newslint.rules.yaml_files import read_yaml, validate

    return validate(JurisdictionSpec, read_yaml(path, RuleFileError), path, RuleFileError)


def _plain(spec: JurisdictionSpec) -> dict[str, Any]:
    return spec.model_dump(mode="json", by_alias=False)
