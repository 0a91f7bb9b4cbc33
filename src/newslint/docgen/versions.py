"""The version in guides, where they show what to install: it stands in one place, and this carries it there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint import __version__
from newslint.patterns import pattern

_GUIDES = (
    *(Path("README.md"), Path("docs/for-content-repositories.md"), Path("docs/editors.md")),
    Path("editors/vscode/package.json"),
)
# A tag behind an address or `rev:`, the version and the file of the extension, and the sentence of the README.
_TAG = pattern(r"(?:(?<=[@ ]v)|(?<=\"version\": \")|(?<=install-extension newslint-))\d+\.\d+\.\d+(?:\w+)?")
_SENTENCE = pattern(r"(?<=This is version )\d+\.\d+")


def versioned_guides() -> Iterator[tuple[Path, str]]:
    """Yield the path and text of each guide with the present version."""
    for path in _GUIDES:
        yield path, with_version(path.read_text(encoding="utf-8"), __version__)


def with_version(text: str, version: str) -> str:
    """Return a text that names the tags of newslint with those of a version."""
    short = ".".join(version.split(".")[:2])
    return _SENTENCE.sub(short, _TAG.sub(version, text))
