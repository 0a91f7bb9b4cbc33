"""Read whole folders of real inputs: nothing crashes, no place is wrong, in every format that an input may be read as.

usage: python -m benchmarks.robustness PATH … [--formats markdown html text] [--limit SECONDS]

PATH is a file, a folder (`.gz` files are unpacked) or a file of JSON lines with `text` and `kind` (md, html or txt).
Each input is parsed, linted under a profile that its number draws, and inspected, in each of the formats; every span,
position, excerpt and order is held against the source as the fuzzer does it. Prints the faults and a count, and exits
with 1 where there is a fault.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzzing.examining import LIMIT, Examiner
from benchmarks.fuzzing.inputs import FORMATS, SUFFIX_OF, Input

_FORMAT_OF = {suffix: name for name, suffix in SUFFIX_OF.items()} | {"htm": "html", "xhtml": "html", "mdx": "markdown"}


def inputs_of(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield the origin, the own format and the bytes of each input in a path."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.name != "gold.jsonl":
                yield from inputs_of(file)
    elif path.suffix == ".jsonl":
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            entry = json.loads(line)
            if isinstance(entry.get("text"), str):
                kind = str(entry.get("kind", "txt"))
                yield (
                    f"{path.name}:{number}",
                    _FORMAT_OF.get(kind, "text"),
                    entry["text"].encode("utf-8", "surrogatepass"),
                )
    else:
        packed = path.suffix == ".gz"
        data = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
        suffix = (path.with_suffix("") if packed else path).suffix.lstrip(".")
        yield str(path), _FORMAT_OF.get(suffix, "text"), data


def main() -> int:
    """Examine the inputs, and return 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, help="read each input as these (default: as its own)")
    parser.add_argument("--limit", type=float, default=LIMIT, help="CPU seconds that one input may take (%(default)g)")
    options = parser.parse_args()
    examiner = Examiner(options.limit)
    faults: Counter[str] = Counter()
    number = 0
    try:
        for path in options.paths:
            for origin, own, data in inputs_of(path):
                for format in options.formats or [own]:
                    number += 1
                    given = Input(number, "real", format, f"a.{SUFFIX_OF[format]}", data)
                    for fault in examiner.examine(given, is_thorough=False):
                        faults[fault.what] += 1
                        print(f"{origin} as {format}: {fault.what}: {fault.detail[:200]}")
    finally:
        examiner.close()
    print(f"{number} inputs read, {sum(faults.values())} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
