"""The files that every page is made of: styles, a script and templates, and the policy that allows no others."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from string import Template

_HERE = Path(__file__).parent


@cache
def read_asset(name: str) -> str:
    """Return the text of a file of this folder, such as `report.css`."""
    return (_HERE / name).read_text(encoding="utf-8")


def fill(name: str, **values: str) -> str:
    """Return a template with its values, which are HTML by now; raise KeyError where one is missing."""
    return Template(read_asset(name)).substitute(values)


def style() -> str:
    """Return the one style sheet."""
    return read_asset("report.css")


def script() -> str:
    """Return the one script."""
    return read_asset("report.js")


@cache
def policy() -> str:
    """Return the Content Security Policy of a page: this style and this script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src '{hash_of(style())}'; script-src '{hash_of(script())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def hash_of(text: str) -> str:
    """Return the hash of an inline style or script as a policy names it (Content Security Policy Level 3, 2.3.1)."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
