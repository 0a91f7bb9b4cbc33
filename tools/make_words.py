"""Make the table of English words, `src/newslint/language/spelling/words.bin`, from public word lists.

    python tools/make_words.py SCOWL LIST [LIST …]

SCOWL is the folder of SCOWL's lists (Debian's package `scowl` 2020.12.07 has it as `/usr/share/dict/scowl`). Each LIST
is a text of one word a line: the words of the npm packages `@cspell/dict-en_us` 4.4.43 and `@cspell/dict-en-gb-mit`
3.1.32, as `npx cspell-trie reader` prints them, and those of `@cspell/dict-software-terms` 5.4.9 (`softwareTerms.txt`)
and `@cspell/dict-gaming-terms` 1.1.3. Their licences are in NOTICE. Only words of small letters a to z are taken,
without possessives.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from newslint.language.spelling.table import COUNT, FILE, MAGIC, OFFSETS, SIZES

_BUCKETS = 1 << 15
_NAME = re.compile(r"(?P<region>.+)-words\.(?P<size>\d+)")
_WORD = re.compile(r"[a-z]{2,40}")
# SCOWL's largest lists have every word that anybody ever used, and its third class of variants has misspellings.
_LARGEST = 80
_RARE = 70  # as which a spelling counts that is not the first of its region
_ADDED = 95  # words that other lists have


def read_scowl(folder: Path) -> dict[str, int]:
    """Return the words of SCOWL's lists, each with the smallest size that has it."""
    sizes: dict[str, int] = {}
    for file in sorted(folder.iterdir()):
        match = _NAME.fullmatch(file.name)
        if match and int(match["size"]) <= _LARGEST and match["region"] != "variant_3":
            size = max(int(match["size"]), _RARE if "variant" in match["region"] else 0)
            for word in words_of(file.read_text(encoding="latin-1")):
                sizes[word] = min(size, sizes.get(word, size))
    return sizes


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a list, without possessives and the marks that cspell sets."""
    for line in text.splitlines():
        word = line.strip().strip("+*").removesuffix("'s")
        if _WORD.fullmatch(word):
            yield word


def pack(sizes: dict[str, int]) -> bytes:
    """Return the table of some words; see `newslint.language.spelling.table` for its form."""
    buckets: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
    for word in sorted(sizes):
        key = word.encode()
        buckets[crc32(key) % _BUCKETS].append(str(SIZES.index(sizes[word])).encode() + key)
    texts = [b"\n".join(bucket) for bucket in buckets]
    at, offsets = OFFSETS + 4 * (_BUCKETS + 1), []
    for text in texts:
        offsets.append(COUNT.pack(at))
        at += len(text)
    return b"".join([MAGIC, COUNT.pack(_BUCKETS), *offsets, COUNT.pack(at), *texts])


def main(arguments: list[str]) -> int:
    """Write the table and say how many words it has."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    sizes = read_scowl(Path(arguments[0]))
    for name in arguments[1:]:
        for word in words_of(Path(name).read_text(encoding="utf-8")):
            sizes.setdefault(word, _ADDED)
    FILE.write_bytes(pack(sizes))
    print(f"{len(sizes):,} words, {FILE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
