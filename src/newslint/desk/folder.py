"""The articles of the desk's folder: none outside it is opened, and a file is written only as it was read."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from newslint.discovery import discover
from newslint.errors import NewslintError, SourceError
from newslint.fixes.writing import replace_file
from newslint.places import is_there, is_within
from newslint.records import NamedTuple
from newslint.settings import Settings
from newslint.source import SUFFIXES, Source, decode, decode_raw, encode, is_document, read_raw

_OPEN_AGAIN = "Open it again, and carry your changes over; they are still on this page."
_RESERVED = frozenset('<>:"|?*\\')


class NoSuchArticleError(NewslintError):
    """Report a name that is no article of the folder."""


class ChangedMeanwhileError(NewslintError):
    """Report a file that is no longer the one that was read, or is there although it should be new."""


class Listed(NamedTuple):
    """An article of the folder: its name from there, its size in bytes, and when it was changed (seconds)."""

    name: str
    size: int
    modified: float


class Opened(NamedTuple):
    """The text of an article, the version that a change must name, and why it cannot be saved, or empty."""

    name: str
    text: str
    version: str
    read_only: str


class Folder:
    """The folder of a desk."""

    def __init__(self, root: str, settings: Settings) -> None:
        """Take a folder that exists, and the configuration that says what in it is an article."""
        self.root = os.path.realpath(root)
        self._config = settings.config
        self._base = settings.root

    def articles(self) -> list[Listed]:
        """Return the articles that a run on the folder would check, those that changed last first; links are none."""
        config = self._config
        found = discover([self.root], config.include, config.exclude, self._base, force_exclude=False)
        listed = []
        for path in found.files:
            with suppress(OSError):
                if os.path.realpath(path) == os.path.normpath(path):
                    known = os.stat(path)
                    listed.append(Listed(self._name_of(path), known.st_size, known.st_mtime))
        return sorted(listed, key=lambda each: (-each.modified, each.name))

    def _name_of(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()

    def path_of(self, name: str) -> str:
        """Return the path of an article; raise NoSuchArticleError for a name that the folder does not list."""
        if any(entry.name == name for entry in self.articles()):
            path = os.path.join(self.root, *name.split("/"))
            if is_within(path, [self.root]):
                return path
        cause = "the folder of this desk has no such article."
        raise NoSuchArticleError(_shown(name), cause, "Choose one from the list, or paste the text.")

    def open(self, name: str) -> Opened:
        """Return an article; raise NoSuchArticleError or SourceError."""
        data = read_raw(Path(self.path_of(name)), self._config.max_file_size, name)
        source = decode_raw(data, name)
        return Opened(name, source.text, version_of(data), _reason_to_leave(source, data))

    def save(self, name: str, text: str, version: str | None) -> Opened:
        """Write an article that still is what was read, or a new one where `version` is None, whole or not at all.

        Line ends, encoding and byte order mark stay those of the file. Raise ChangedMeanwhileError, NoSuchArticleError
        or SourceError.
        """
        if version is None:
            return self._create(name, text)
        path = self.path_of(name)
        data = read_raw(Path(path), self._config.max_file_size, name)
        if version_of(data) != version:
            raise ChangedMeanwhileError(
                name, "it changed on the disk since it was opened; nothing was written.", _OPEN_AGAIN
            )
        source = decode_raw(data, name)
        reason = _reason_to_leave(source, data)
        if reason:
            raise SourceError(name, f"{reason}; nothing was written.", "Copy the text instead.")
        after = _encoded(source, with_line_ends(source.text, text))
        if after != data:
            replace_file(path, data, after)
        return Opened(name, text, version_of(after), "")

    def _create(self, name: str, text: str) -> Opened:
        path = self._new_path(name)
        after = _encoded(Source(name, "", "text"), text)
        temporary = f"{path}.{os.urandom(4).hex()}.tmp"
        try:
            with open(temporary, "xb") as stream:
                stream.write(after)
                stream.flush()
                os.fsync(stream.fileno())
            _put(temporary, path, after)
        except FileExistsError:
            raise _exists(name) from None
        except OSError as error:
            cause = f"it could not be written ({error.strerror or error})."
            raise SourceError(name, cause, "Check the folder's permissions and the space left.") from error
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        return Opened(name, text, version_of(after), "")

    def _new_path(self, name: str) -> str:
        """Return the path of a new article; raise NoSuchArticleError for a name that it cannot have."""
        suffixes = ", ".join(sorted(suffix for suffix in SUFFIXES if not is_document(f"a{suffix}")))
        folder, _, last = name.rpartition("/")
        home = os.path.join(self.root, *folder.split("/")) if folder else self.root
        is_fit = (
            _is_plain(name)
            and not last.startswith(".")
            and Path(last).suffix.lower() in SUFFIXES
            and not is_document(last)
        )
        if not is_fit or os.path.realpath(home) != home or not os.path.isdir(home):
            cause = "this cannot be the name of a new article here."
            raise NoSuchArticleError(
                _shown(name), cause, f"Use a name in a folder that exists, with one of {suffixes}."
            )
        path = os.path.join(home, last)
        if is_there(path):
            raise _exists(name)
        return path


def _put(temporary: str, path: str, data: bytes) -> None:
    """Give a file that is whole its name; raise FileExistsError where another has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, such as a stick
        with open(path, "xb") as stream:
            stream.write(data)


def version_of(data: bytes) -> str:
    """Return what tells the bytes of a file from all others."""
    return sha256(data).hexdigest()


def _exists(name: str) -> ChangedMeanwhileError:
    return ChangedMeanwhileError(name, "there is such a file already; nothing was written.", "Choose another name.")


def _is_plain(name: str) -> bool:
    """Tell whether a name leads downwards, step by step, on every system; `con`, `a/../b` and `c:x` do not."""
    parts = name.split("/")
    return (
        0 < len(name) <= 1000
        and name.isprintable()
        and not _RESERVED & set(name)
        and all(part and part.strip(" ") == part and part.rstrip(".") == part for part in parts)
    )


def _shown(name: str) -> str:
    return ascii(name[:100])[1:-1] or "''"


def _reason_to_leave(source: Source, data: bytes) -> str:
    """Return why a file would not be written as it was read, or an empty text."""
    if source.document is not None:
        return "it is a document of a word processor, of which this is only the text"
    try:
        is_same = encode(source) == data
    except UnicodeEncodeError:
        is_same = False
    return "" if is_same else f"some of its bytes are not {source.encoding}"


def _encoded(source: Source, text: str) -> bytes:
    """Return the bytes of a changed text as the file has them; raise SourceError where they would be read otherwise."""
    after = source._replace(text=text)
    try:
        data = encode(after)
    except UnicodeEncodeError as error:
        sign = f"U+{ord(text[error.start]):04X}"
        cause = f"its encoding, {source.encoding}, lacks the character {sign}; nothing was written."
        raise SourceError(source.path, cause, "Save the file as UTF-8 first, or replace the character.") from None
    if decode(data, source.path).text != text:
        cause = "the text would be read in another encoding than it is written in; nothing was written."
        raise SourceError(source.path, cause, "Check the encoding that the page declares.")
    return data


def with_line_ends(old: str, new: str) -> str:
    """Return a text whose lines end in LF with the line ends that an old one has.

    Lines at the beginning and at the end that did not change keep their own; the others get the most frequent.
    """
    before = _lines_of(old)
    if all(end in ("\n", "") for _, end in before):
        return new
    lines = new.split("\n")
    usual = max(("\r\n", "\n", "\r"), key=[end for _, end in before].count)
    head = _count_same(lines, [line for line, _ in before])
    tail = _count_same(lines[head:][::-1], [line for line, _ in before[head:]][::-1])
    ends = [usual] * len(lines)
    ends[:head] = [end for _, end in before[:head]]
    if tail:
        ends[-tail:] = [end for _, end in before[-tail:]]
    # Only the last line has no end, and it always does.
    ends = [*(end or usual for end in ends[:-1]), ""]
    for number, (end, after) in enumerate(pairwise(ends)):
        if end == "\r" and after == "\n" and not lines[number + 1]:
            ends[number] = "\n"  # the two would be one end
    return "".join(f"{line}{end}" for line, end in zip(lines, ends, strict=True))


def _lines_of(text: str) -> list[tuple[str, str]]:
    """Return the lines of a text, each with its end; the last has none."""
    starts = [*Source("", text, "text").line_starts, len(text)]
    lines = [text[start:end] for start, end in pairwise(starts)]
    return [(bare := line.rstrip("\r\n"), line[len(bare) :]) for line in lines]


def _count_same(one: list[str], other: list[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
