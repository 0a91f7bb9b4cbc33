"""What is fuzzed: an input, the seeds that inputs are made from, and faults; nothing here runs newslint."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

from newslint.rules.folders import bundled
from newslint.source import SUFFIXES
from newslint.testing import cases_of

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("markdown", "html", "text")
SUFFIX_OF = {"markdown": "md", "html": "html", "text": "txt"}
# Inputs are to be small, so that there can be many: of a longer seed, one input has a part of about this many bytes.
_PART = 1_500
_LONG = 600
# What is too long to be cut up again and again.
_LARGEST = 200_000


class Input(NamedTuple):
    """An input: how it was made, as what it is to be read, under which name, and its bytes.

    `format` is that of an article, or `file name`, `glob`, `configuration` or `house rule`, whose text `data` is.
    """

    number: int
    kind: str
    format: str
    name: str
    data: bytes


class Fault(NamedTuple):
    """What went wrong: `what` is the same for all inputs that fail in the same way."""

    what: str
    detail: str


class Seed(NamedTuple):
    """A text of a format, from which inputs are made, and where it comes from."""

    origin: str
    format: str
    data: bytes


class Seeds:
    """All seeds, by format."""

    def __init__(self, seeds: Sequence[Seed]) -> None:
        """Keep each text of a format once, in the order given."""
        kept = {(seed.format, seed.data): seed for seed in seeds if len(seed.data) <= _LARGEST}
        self.all = tuple(kept.values())
        self._by_format = {format: [seed for seed in self.all if seed.format == format] for format in FORMATS}
        self._long = {
            format: [seed for seed in seeds if len(seed.data) > _LONG] or seeds
            for format, seeds in self._by_format.items()
        }

    @property
    def fingerprint(self) -> str:
        """A short hash: the same seeds and the same number make the same input."""
        whole = sha256()
        for seed in self.all:
            whole.update(f"{seed.format} {len(seed.data)} ".encode() + seed.data)
        return whole.hexdigest()[:12]

    def draw(self, rng: Random, format: str) -> bytes:
        """Return a seed of a format, or a part of a long one."""
        # Examples of rules are many and short.
        seeds = self._long if rng.random() < 0.2 else self._by_format
        return part_of(rng, rng.choice(seeds[format]).data)


def part_of(rng: Random, data: bytes) -> bytes:
    """Return a text whole where it is short, else most often some of its blocks that stand together."""
    if len(data) <= _PART or rng.random() < 0.02:
        return data
    blocks = blocks_of(data)
    at = 0 if rng.random() < 0.4 else rng.randrange(len(blocks))
    taken: list[bytes] = []
    size = 0
    while at < len(blocks) and size < _PART:
        taken.append(blocks[at])
        size += len(blocks[at])
        at += 1
    return b"".join(taken)[: 2 * _PART]


def blocks_of(data: bytes) -> list[bytes]:
    """Cut a text after its blank lines, or after its lines where it has none."""
    mark = b"\n\n" if data.count(b"\n\n") > 1 else b"\n"
    pieces = data.split(mark)
    return [piece + mark for piece in pieces[:-1]] + [pieces[-1]]


def gather(extra: Sequence[Path] = ()) -> Seeds:
    """Collect the seeds: the examples, those of all rules, the corpus of the tests, what failed before, and others."""
    found = [*_folder(ROOT / "examples"), *_rules(), *_folder(ROOT / "tests" / "corpus")]
    found += _folder(ROOT / "tests" / "failing-inputs")
    for path in extra:
        found += _folder(path) if path.is_dir() else _lines(path) if path.suffix == ".jsonl" else _file(path)
    return Seeds(found)


def _rules() -> Iterator[Seed]:
    for case in cases_of(bundled("rules")):
        yield Seed(case.name, case.format, case.text.encode())


def _folder(folder: Path) -> Iterator[Seed]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            yield from _file(path)


def _file(path: Path) -> Iterator[Seed]:
    yield Seed(path.as_posix(), SUFFIXES.get(path.suffix, "text"), path.read_bytes())


def input_of(path: Path) -> Input:
    """Return the input that a kept file holds; its name says what it is, and its number how it is examined."""
    suffixes = {".name": "file name", ".glob": "glob", ".yaml": "configuration"}
    format = suffixes.get(path.suffix) or SUFFIXES.get(path.suffix, "text")
    if path.suffix == ".yaml" and path.name.startswith("house-rule"):
        format = "house rule"
    number = re.search(r"-(\d+)$", path.stem)
    return Input(int(number.group(1)) if number else 0, "kept", format, path.name, path.read_bytes())


def _lines(path: Path) -> Iterator[Seed]:
    """Read a JSONL file whose lines have the keys `kind` (md, html or txt) and `text`."""
    formats = {suffix: format for format, suffix in SUFFIX_OF.items()}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            entry = json.loads(line)
            data = str(entry["text"]).encode("utf-8", "surrogatepass")
            yield Seed(f"{path.as_posix()}:{number}", formats.get(entry["kind"], "text"), data)
