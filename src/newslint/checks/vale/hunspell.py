"""Read dictionaries of Hunspell, with a package that is needed for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

_DECLARED = b"SET "
_SOUNDS = "PHONE"  # what sounds alike serves suggestions alone, and some dictionaries write it in another encoding


@lru_cache(maxsize=16)
def dictionary(path: str) -> Any:
    """Return the dictionary of a `.dic` file and the `.aff` beside it, without their endings; it takes seconds."""
    import warnings

    from spylls.hunspell import Dictionary, readers

    reader = _reader()
    encoding, is_declared = _encoding(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # a file is opened anew where it names its encoding
        rules = reader(f"{path}.aff", encoding)
        affixes, context = readers.read_aff(rules)
        words = reader(f"{path}.dic", context.encoding if is_declared else encoding)
        found = Dictionary(affixes, readers.read_dic(words, aff=affixes, context=context))
        rules.io.close()
        words.io.close()
        return found


def _encoding(path: str) -> tuple[str, bool]:
    """Return the encoding in which to begin, and whether the file names its own; without one most are UTF-8."""
    affixes = Path(f"{path}.aff").read_bytes()
    is_declared = any(line.startswith(_DECLARED) for line in affixes.removeprefix(b"\xef\xbb\xbf").splitlines())
    try:
        if not is_declared:
            (affixes + Path(f"{path}.dic").read_bytes()).decode()
            return "utf-8", False
    except UnicodeDecodeError:
        pass
    return "windows-1252", is_declared


@lru_cache(maxsize=1)
def _reader() -> Any:
    from spylls.hunspell.readers import FileReader

    class Reader(FileReader):  # type: ignore[misc]
        """Read the lines of a file but for those on sounds."""

        def readlines(self) -> Iterator[tuple[int, str]]:
            """Yield lines with their numbers."""
            return (line for line in super().readlines() if not line[1].startswith(_SOUNDS))

    return Reader
