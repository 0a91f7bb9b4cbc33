"""Read Vale's lists of words: vocabularies, one expression a line; `# ` begins a comment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.errors import ConfigurationError
from newslint.records import NamedTuple
from newslint.rules.yaml_files import read_text

_LONGEST = 5_000_000  # bytes of a list


class Vocabulary(NamedTuple):
    """Words that a newsroom accepts in this spelling, and words that it rejects, as regular expressions of Vale."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


_FOLDERS = ("config/vocabularies", "Vocab")  # of Vale 3, and of Vale 2


def read_vocabularies(names: Sequence[str], styles: Sequence[Path], asked_by: str) -> Vocabulary:
    """Return the words of vocabularies of these names; raise ConfigurationError where one of them is nowhere."""
    lists: dict[str, list[str]] = {"accept.txt": [], "reject.txt": []}
    files: list[Path] = []
    for name in names:
        homes = [style / folder / name for style in styles for folder in _FOLDERS]
        home = next((each for each in homes if each.is_dir()), None)
        if home is None:
            cause = (
                f"there is no vocabulary `{name}`; looked in {', '.join(f'`{each}`' for each in homes) or 'nothing'}."
            )
            raise ConfigurationError(asked_by, cause, "Make the folder with `accept.txt`, or take the name out.")
        for path in sorted(home.rglob("*.txt")):
            if path.name in lists:
                lists[path.name] += read_words(path)
                files.append(path)
    return Vocabulary(tuple(lists["accept.txt"]), tuple(lists["reject.txt"]), tuple(files))


def read_words(path: Path) -> list[str]:
    """Return the lines of a list that say something."""
    lines = (line.strip() for line in read_text(path, ConfigurationError, _LONGEST).splitlines())
    return [line for line in lines if line and not line.startswith("# ")]
