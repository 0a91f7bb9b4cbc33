"""Fit the weights by which sentences that put a duty on a newsroom are told from copy.

usage: python tools/fit_duties.py COPY --read FOLDER …
       python tools/fit_duties.py COPY [--kinds KIND …] [--try] [--faults FILE]

COPY is a file of the sentences that published articles say in their own voice; --read makes it of folders, and it is
not for the repository. What is learned, and its near misses, are the rows of `tools/duties/KIND.jsonl`. Only the
sections of the named kinds are written anew. With --try, rows are told by weights that were fitted without them, and
nothing is written. --faults names a file of sentences of COPY, one a line, that have a fault indeed. Needs
scikit-learn, which newslint itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from fitting import frequent, make_matrix, read_articles, regress
from scipy.sparse import vstack

from newslint.language.spelling.table import commonness
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.newsroom.duties.features import Features, Place, find_features, stem
from newslint.newsroom.duties.weights import ALWAYS, KINDS, WEIGHTS, Kind, is_evident, read_evidence, read_texts
from newslint.newsroom.duties.words import kin_of, read_classes
from newslint.newsroom.voices import is_of_others
from newslint.spans import Extent

ROOT = Path(__file__).parent.parent
ROWS = ROOT / "tools" / "duties"
PLACES: Mapping[str, Place] = {"heading": "headline", "headline": "headline", "caption": "caption"}
READ = frozenset({"paragraph", "list-item", "heading", "caption"})
SHORTEST = 15  # code points of a sentence
LEAST_SEEN, LEAST_COPY, LEAST = 3, 40, 6
STRENGTH, WEIGHT, MISSES = 0.2, 3.0, 4.0
ROUNDS = 2  # in which the sentence of a passage that has the fault is chosen anew
SHOWN = 12  # of the likeliest sentences of copy, to be read
FLOOR, MARGIN = 40, 30  # hundredths: of any bar, and above the likeliest copy without evidence
ONE_IN = 8000  # sentences of copy that may pass a bar
FOLDS = 5
FIELD_SIZE, FIELD_COMMON = 300, 0.2  # words, and the share of copy that has one at most
FIELD_MISSED, NO_NEED = 0.03, 9_999  # the share of what is told that may have fewer points than needed
RATED = (0.005, 0.0015)  # the share of copy that may be rated at most: with evidence, and without


class Row(NamedTuple):
    """A passage to learn, or a near miss, by the features of its sentences."""

    text: str
    is_told: bool
    sentences: tuple[Features, ...]


class Copy(NamedTuple):
    """A sentence of a published article."""

    article: int
    text: str
    features: Features


def write_copy(path: Path, folders: Sequence[Path]) -> None:
    """Write the sentences that articles say in their own voice, each once."""
    seen: set[str] = set()
    with path.open("w", encoding="utf-8") as file:
        for number, article in read_articles(folders):
            for index, block in enumerate(article.blocks):
                for start, end in split_sentences(block.text) if block.kind in READ else ():
                    text = block.text[start:end]
                    if (
                        len(text) >= SHORTEST
                        and text not in seen
                        and not is_of_others(article, Extent(index, start, end))
                    ):
                        seen.add(text)
                        row = {"article": number, "place": PLACES.get(block.kind, "body"), "text": text}
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_copy(path: Path) -> list[Copy]:
    """Return the sentences of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Copy(row["article"], row["text"], find_features(row["text"], row["place"])) for row in rows]


def read_rows(kind: Kind) -> list[Row]:
    """Return the passages to learn of a kind, and the near misses of all kinds."""
    return [
        row for path in sorted(ROWS.glob("*.jsonl")) for row in read_file(path) if path.stem == kind or not row.is_told
    ]


@cache
def read_file(path: Path) -> list[Row]:
    """Return the passages of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Row(
            row["text"],
            row["is"],
            tuple(
                find_features(row["text"][start:end], PLACES.get(row.get("place", ""), "body"))
                for start, end in split_sentences(row["text"])
            ),
        )
        for row in rows
    ]


class Fitted(NamedTuple):
    """The weights of a kind, in hundredths."""

    always: int
    features: Mapping[str, int]

    def rate(self, features: Features) -> int:
        """Return the hundredths of a sentence."""
        return self.always + sum(self.features.get(each, 0) for each in features)

    def rate_row(self, row: Row) -> int:
        """Return the hundredths of a passage: those of its likeliest sentence."""
        return max(map(self.rate, row.sentences), default=-10_000)


class Space:
    """The features of all texts as columns of matrices, which are made once: of copy, and of the near misses."""

    def __init__(self, copy: Sequence[Copy], rows: Sequence[Row]) -> None:
        """Count the features of copy and of the sentences of rows."""
        sentences = [features for row in rows for features in row.sentences]
        self.names = list(
            filter(is_learned, frequent(sentences, [each.features for each in copy], LEAST_SEEN, LEAST_COPY))
        )
        self._columns = {name: number for number, name in enumerate(self.names)}
        self._is_single = numpy.array([" " not in name for name in self.names])
        self._copy = self._matrix([each.features for each in copy])
        self.articles = numpy.array([each.article for each in copy])

    def _matrix(self, texts: Sequence[Features]) -> Any:
        return make_matrix(texts, self._columns)

    def fit(self, rows: Sequence[Row], halves: Sequence[int] = (0, 1)) -> Fitted:
        """Return the weights by some rows and the halves of copy that are told.

        Of a passage that has the fault, the likeliest sentence is learned.
        """
        misses = self._matrix([features for row in rows if not row.is_told for features in row.sentences])
        copy = self._copy[numpy.isin(self.articles % 2, halves)]
        told = [features for row in rows if row.is_told for features in row.sentences]
        for number in range(ROUNDS):
            own = self._matrix(told)
            others = vstack([misses, copy], format="csr")
            chosen = _seen(own) >= LEAST_SEEN
            chosen |= self._is_single & (_seen(others) >= LEAST_COPY)
            matrix = vstack([own, others], format="csr")[:, numpy.flatnonzero(chosen)]
            labels = [1] * len(told) + [0] * others.shape[0]
            counts = [1.0] * len(told) + [MISSES] * misses.shape[0] + [1.0] * copy.shape[0]
            weights, always = regress(matrix, labels, STRENGTH, WEIGHT, counts)
            names = [self.names[column] for column in numpy.flatnonzero(chosen)]
            found = {name: round(100 * weight) for name, weight in zip(names, weights, strict=True)}
            fitted = Fitted(round(100 * always), {name: each for name, each in found.items() if abs(each) >= LEAST})
            if number + 1 < ROUNDS:
                told = [max(row.sentences, key=fitted.rate) for row in rows if row.is_told and row.sentences]
        return fitted

    def rate(self, fitted: Fitted, half: int) -> list[tuple[int, int]]:
        """Return the points of the sentences of a half of copy, each with its number."""
        weights = numpy.array([fitted.features.get(name, 0) for name in self.names])
        points = self._copy @ weights + fitted.always
        return [(int(points[number]), int(number)) for number in numpy.flatnonzero(self.articles % 2 == half)]


def _seen(matrix: Any) -> Any:
    return numpy.asarray(matrix.sum(axis=0)).ravel()


def is_learned(name: str) -> bool:
    """Tell whether a feature is no name: its words are English words, or signs and classes."""
    if name.startswith(("=", "^ =", "@", "has ", "words<=", "in ")):
        return True
    if name.startswith("~"):
        return True
    return all(word == "^" or word[0] == "#" or commonness(word) is not None for word in name.split())


class Bars(NamedTuple):
    """From which points on a sentence is told: with evidence of what it is about, and without."""

    bar: int
    bare_bar: int

    def is_passed(self, kind: Kind, fitted: Fitted, row: Row) -> bool:
        """Tell whether a sentence of a passage passes the bar that holds for the passage."""
        evident = is_evident(kind, frozenset(list_parts(row.text.lower())))
        return fitted.rate_row(row) >= (self.bar if evident else self.bare_bar)


def set_bars(kind: Kind, rated: Sequence[tuple[int, str]]) -> Bars:
    """Return the bars that few sentences of copy pass: none where there is no evidence, if it is asked for."""
    best = sorted(
        (points for points, text in rated if is_evident(kind, frozenset(list_parts(text.lower())))), reverse=True
    )
    bare = max(
        (points for points, text in rated if not is_evident(kind, frozenset(list_parts(text.lower())))), default=0
    )
    bar = max(FLOOR, best[min(len(best) - 1, len(rated) // ONE_IN)] + 1)
    return Bars(bar, max(bar, bare) + MARGIN if kind in read_evidence() else bar)


def learn(kind: Kind, rows: Sequence[Row], copy: Sequence[Copy], space: Space) -> tuple[Fitted, Bars]:
    """Return the weights of all rows, and the bars by weights that were fitted on the other half of the copy."""
    halves = (space.rate(space.fit(rows, (half,)), 1 - half) for half in (0, 1))
    rated = [(points, copy[number].text) for half in halves for points, number in half]
    for points, text in sorted(rated, reverse=True)[:SHOWN]:
        print(f"  {points:6} {text[:150]}")
    return space.fit(rows), set_bars(kind, rated)


def try_rows(kind: Kind, rows: Sequence[Row], copy: Sequence[Copy], space: Space) -> None:
    """Print how many rows pass the bar by weights that were fitted without them."""
    shuffled = random.Random(kind).sample(list(rows), len(rows))
    passed: Counter[bool] = Counter()
    for fold in range(FOLDS):
        fitted = space.fit([row for number, row in enumerate(shuffled) if number % FOLDS != fold], (0,))
        bars = set_bars(kind, [(points, copy[number].text) for points, number in space.rate(fitted, 1)])
        for row in shuffled[fold::FOLDS]:
            passed[row.is_told] += bars.is_passed(kind, fitted, row)
    total = Counter(row.is_told for row in rows)
    print(f"{kind:22} told {passed[True]}/{total[True]} misses {passed[False]}/{total[False]}", flush=True)


def points_of(fitted: Fitted, word: str) -> int:
    """Return what a word weighs by itself, by its stem, its kin and its classes."""
    own = (word, stem(word), *kin_of(word), *read_classes().words.get(word, ()))
    return sum(fitted.features.get(each, 0) for each in own)


def choose_field(fitted: Fitted, words: Counter[str], texts: int) -> dict[str, int]:
    """Return the words that weigh most, and that not every text has."""
    points = {word: points_of(fitted, word) for word, times in words.items() if times < FIELD_COMMON * texts}
    return dict(sorted(points.items(), key=lambda item: (-item[1], item[0]))[:FIELD_SIZE])


def count_points(field: Mapping[str, int], words: Iterable[str]) -> int:
    """Return the points of some words."""
    return sum(field.get(word, 0) for word in words)


def set_need(field: Mapping[str, int], told: Sequence[Features], others: Sequence[Features], most: int) -> int:
    """Return points that nearly all of some sentences have, and that not more than some number of copy has."""
    points = sorted(count_points(field, each.words) for each in told)
    copy = sorted((count_points(field, each.words) for each in others), reverse=True)
    least = copy[most] + 1 if len(copy) > most else 1
    return max(least, points[int(len(points) * FIELD_MISSED)]) if points else NO_NEED


def write_sections(made: Mapping[Kind, list[str]]) -> None:
    """Write the sections that were made, and leave the others as they are."""
    known = dict(read_texts()) | {kind: "\n".join(lines) for kind, lines in made.items()}
    head = "# Hundredths of the logarithm of odds of each feature, by kinds; written by tools/fit_duties.py."
    text = "\n".join([head, *(f"[{kind}]\n{known[kind].rstrip()}" for kind in KINDS if kind in known)])
    WEIGHTS.write_text(f"{text}\n", encoding="utf-8")


def make_section(kind: Kind, fitted: Fitted, bars: Bars, rows: Sequence[Row], copy: Sequence[Copy]) -> list[str]:
    """Return the lines of a section."""
    field = choose_field(fitted, Counter(word for each in copy for word in each.features.words), len(copy))
    told = [max(row.sentences, key=fitted.rate) for row in rows if row.is_told and row.sentences]
    needs = []
    for bar, share, has_evidence in zip(bars, RATED, (True, False), strict=True):
        others = [each.features for each in copy if is_evident(kind, each.features.words) == has_evidence]
        passing = [each for each in told if fitted.rate(each) >= bar]
        needs.append(set_need(field, passing, others, round(share * len(copy))))
    weights = {ALWAYS: fitted.always, **dict(sorted(fitted.features.items()))}
    print(f"{kind}: bars {bars.bar}, {bars.bare_bar}, needs {needs}, {len(fitted.features)} features")
    return [
        f"needs\t{needs[0]}\t{max(needs)}",
        f"bars\t{bars.bar}\t{bars.bare_bar}",
        "field\t" + " ".join(f"{word} {points}" for word, points in sorted(field.items())),
        *(f"{name}\t{weight}" for name, weight in weights.items()),
    ]


def main() -> int:
    """Read copy, or fit the weights of kinds and write them, or try them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copy", type=Path)
    parser.add_argument("--read", nargs="+", type=Path)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--try", action="store_true", dest="tries")
    parser.add_argument("--faults", type=Path)
    options = parser.parse_args()
    if options.read:
        write_copy(options.copy, options.read)
        return 0
    faults = set(options.faults.read_text(encoding="utf-8").splitlines()) if options.faults else set()
    copy = [each for each in read_copy(options.copy) if each.text not in faults]
    space = Space(copy, [row for path in sorted(ROWS.glob("*.jsonl")) for row in read_file(path)])
    made: dict[Kind, list[str]] = {}
    for kind in (each for each in options.kinds if (ROWS / f"{each}.jsonl").exists()):
        rows = read_rows(kind)
        if options.tries:
            try_rows(kind, rows, copy, space)
            continue
        fitted, bars = learn(kind, rows, copy, space)
        made[kind] = make_section(kind, fitted, bars, rows, copy)
    if made:
        write_sections(made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
