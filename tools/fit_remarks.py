"""Fit the weights by which remarks to colleagues and of chat assistants are told from copy.

usage: python tools/fit_remarks.py FOLDER … [--try]

FOLDER holds published articles; they are not for the repository. The remarks are those of the benchmark's wordings,
without those set aside, and of `tools/remarks.jsonl`. With --try, the remarks of each writer are told by weights that
were fitted without them, and nothing is written. Needs scikit-learn, which newslint itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newslint.assembly import ParseOptions, parse
from newslint.checks.genres import speaks_to_readers
from newslint.discovery import discover
from newslint.errors import SourceError
from newslint.newsroom.remark_features import Place, find_features
from newslint.newsroom.remark_words import REGISTERS, Register
from newslint.newsroom.remarks import GROUP, find_units
from newslint.source import read
from newslint.testing import cases_of

ROOT = Path(__file__).parent.parent
WORDINGS = (ROOT / "benchmarks" / "planted" / "wordings.jsonl", ROOT / "tools" / "remarks.jsonl")
ODD = ROOT / "tests" / "corpus"  # texts of odd forms
WEIGHTS = ROOT / "src" / "newslint" / "newsroom" / "lexicons" / "remarks.tsv"
KINDS = {"desk": "editors-note", "assistant": "chatbot-residue"}
PLACES: tuple[Place, ...] = ("bracket", "round", "odd", "shout", "dash", "line", "part", "sentence", "whole")
LIKELY, SURE = 4, 2  # texts of all folders that may pass a bar in a place
MARGIN = 60  # hundredths by which the sure is above the likeliest copy
# What stands in brackets or marks is so rare in copy that few texts cannot set a bar.
GIVEN: dict[Place, float] = {"bracket": -80, "odd": -120, "shout": 80}
COPY = "The council met on Tuesday evening and spoke for two hours about the plan for the harbour and its costs. " * 3
STRENGTH, WEIGHT = 1.0, 3.0
LEAST_SEEN, LEAST_IN_COPY, LEAST = 2, 60, 8
FLOORS: dict[Place, float] = {"whole": 60, "line": 60}
EXAMPLE = "example"
TIMES = 8  # that an example counts
LEAST_SHARE = 0.55  # of a text that is a remark


class Text(NamedTuple):
    """A text with its features, where it stands, and who wrote it."""

    features: frozenset[str]
    place: Place
    writer: str
    text: str
    is_own: bool = True
    is_personal: bool = False


def read_copy(folders: Sequence[Path]) -> Iterator[Text]:
    """Yield the sentences and groups of articles, outside quotations and links, each once."""
    seen: set[tuple[str, Place]] = set()
    for number, file in enumerate(discover([*map(str, folders)], (), (), Path.cwd(), force_exclude=False).files):
        try:
            article = parse(read(file), ParseOptions())
        except SourceError:
            continue
        if article.language_code not in (None, "en"):
            continue
        personal = speaks_to_readers(article)
        for index, block in enumerate(article.blocks):
            if block.kind not in ("paragraph", "caption", "list-item") or index in article.linked_blocks:
                continue
            for start, end, place in units_of(block.text):
                text = block.text[start:end]
                if (text, place) not in seen and not article.is_quoted(index, start, end):
                    seen.add((text, place))
                    yield Text(frozenset(find_features(text, place)), place, str(number), text, True, personal)


def read_examples() -> Iterator[Text]:
    """Yield the good examples of rules, texts of odd forms and our own pages; each counts several times."""
    for text in _texts_of_examples():
        for line in text.splitlines():
            for start, end, place in units_of(line):
                features = frozenset(find_features(line[start:end], place))
                yield from [Text(features, place, EXAMPLE, line[start:end], True, True)] * TIMES


def _texts_of_examples() -> Iterator[str]:
    for path in (*sorted(ODD.glob("[ab]*/*.[mt]*")), *sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))):
        yield path.read_text(encoding="utf-8", errors="replace")
    for case in cases_of(ROOT / "rules"):
        if not case.is_bad and case.format == "text":
            yield case.text


def units_of(text: str) -> Iterator[tuple[int, int, Place]]:
    """Yield all ranges of a block that may be a remark, those in brackets too."""
    for match in GROUP.finditer(text):
        group = match.lastgroup or ""
        place: Place = "round" if group == "round" else "odd" if group in ("star", "angle") else "bracket"
        yield (*match.span(group), place)
    yield from find_units(text)


def read_remarks(register: str) -> Iterator[list[Text]]:
    """Yield what may be taken for the remark of each wording: the sentences or groups that it fills."""
    for path in WORDINGS:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row: dict[str, Any] = json.loads(line)
            if row["kind"] == KINDS[register] and row.get("set") != "aside":
                yield list(_texts_of(row, row.get("writer") or f"old {number % 5}"))


def _texts_of(row: dict[str, Any], writer: str) -> Iterator[Text]:
    text = row.get("paragraph") or row.get("last") or f"{COPY}{row.get('sentence', '')}"
    start = text.rfind(row["flag"])
    end = start + len(row["flag"])
    for first, last, place in units_of(text):
        if first < end and start < last:
            # A sentence that a remark stands in is mostly copy: it is looked at, and nothing is learned from it.
            is_own = end - start >= LEAST_SHARE * (last - first)
            yield Text(frozenset(find_features(text[first:last], place)), place, writer, text[first:last], is_own)


def fit(remarks: Sequence[Text], copy: Sequence[Text]) -> dict[str, float]:
    """Return the weights of the features that are seen often enough; `(always)` is the intercept."""
    seen = Counter(feature for each in remarks for feature in each.features)
    common = Counter(feature for each in copy for feature in each.features)
    names = {name for name, times in seen.items() if times >= LEAST_SEEN}
    names |= {name for name, times in common.items() if times >= LEAST_IN_COPY and " " not in name}
    place_of = {name: number for number, name in enumerate(sorted(names))}
    rows = [[place_of[name] for name in each.features if name in place_of] for each in [*remarks, *copy]]
    ends = numpy.cumsum([0, *map(len, rows)]).astype("int32")
    columns = numpy.array([column for row in rows for column in row], dtype="int32")
    matrix = csr_matrix((numpy.ones(len(columns)), columns, ends), shape=(len(rows), len(place_of)))
    model = LogisticRegression(C=STRENGTH, class_weight={1: WEIGHT, 0: 1.0}, solver="liblinear", max_iter=500)
    model.fit(matrix, [1] * len(remarks) + [0] * len(copy))
    found = {name: float(model.coef_[0][number]) for name, number in place_of.items()}
    return found | {"(always)": float(model.intercept_[0])}


def rate(text: Text, weights: dict[str, float]) -> float:
    """Return the hundredths of a text."""
    if not text.features:
        return -10_000.0
    return 100 * (weights["(always)"] + sum(weights.get(feature, 0.0) for feature in text.features))


def set_bars(rated: Iterable[tuple[Text, float]]) -> dict[str, dict[Place, float]]:
    """Return the bars of each place, from the points of copy that the weights were fitted without."""
    points: dict[Place, list[float]] = defaultdict(list)
    impersonal: dict[Place, list[float]] = defaultdict(list)
    for each, value in rated:
        points[each.place].append(value)
        if not each.is_personal:
            impersonal[each.place].append(value)
    bars: dict[str, dict[Place, float]] = {"likely": {}, "sure": {}}
    for place in PLACES:
        best = [*sorted(impersonal[place], reverse=True)[: LIKELY + 1], -300.0]
        bars["likely"][place] = max(best[min(LIKELY, len(best) - 1)] + 1, FLOORS.get(place, 60))
        if place in GIVEN:
            bars["likely"][place], bars["sure"][place] = GIVEN[place], GIVEN[place] + 300
            continue
        bars["sure"][place] = (
            max(sorted(points[place])[-1 - SURE :][0], bars["likely"][place]) + MARGIN if points[place] else MARGIN
        )
    return bars


def learn(
    remarks: Sequence[list[Text]], copy: Sequence[Text]
) -> tuple[dict[str, float], dict[str, dict[Place, float]]]:
    """Return the weights of all texts, and the bars by weights that were fitted on the other half of the copy."""
    told = [each for texts in remarks for each in texts if each.features and each.is_own]
    examples = [each for each in copy if each.writer == EXAMPLE]
    articles = [each for each in copy if each.writer != EXAMPLE]
    halves = [[each for each in articles if int(each.writer) % 2 == half] for half in (0, 1)]
    rated = []
    for half in (0, 1):
        weights = fit(told, [*halves[half], *examples])
        rated += [(each, rate(each, weights)) for each in halves[1 - half]]
        for each in sorted(halves[1 - half], key=lambda each: -rate(each, weights))[:12]:
            print(f"  {rate(each, weights):6.0f} {each.place:9} {each.text[:120]}")
    return fit(told, copy), set_bars(rated)


def main() -> int:
    """Fit the weights of both registers and write them, or try them on the remarks of each writer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--try", action="store_true", dest="tries")
    options = parser.parse_args()
    copy = [each for each in (*read_copy(options.folders), *read_examples()) if each.features]
    print(f"{len(copy)} texts of copy, {Counter(each.place for each in copy)}")
    learned: dict[Register, tuple[dict[str, float], dict[str, dict[Place, float]]]] = {}
    for register in REGISTERS:
        remarks = list(read_remarks(register))
        if options.tries:
            try_writers(register, remarks, copy)
        else:
            learned[register] = learn(remarks, copy)
    if learned:
        WEIGHTS.write_text("".join(f"{line}\n" for line in write(learned)), encoding="utf-8")
    return 0


def try_writers(register: str, remarks: Sequence[list[Text]], copy: Sequence[Text]) -> None:
    """Print how many remarks of each writer are likely and sure by weights fitted without them."""
    writers = sorted({texts[0].writer for texts in remarks if texts})
    total: Counter[str] = Counter()
    for writer in (each for each in writers if not each.startswith("old")):
        weights, bars = learn([texts for texts in remarks if texts and texts[0].writer != writer], copy)
        own = [texts for texts in remarks if texts and texts[0].writer == writer]
        for bar, limits in bars.items():
            total[bar] += sum(any(rate(each, weights) >= limits[each.place] for each in texts) for texts in own)
        total["all"] += len(own)
        print(register, writer, dict(total), {place: round(value) for place, value in bars["likely"].items()})


def write(learned: Mapping[Register, tuple[dict[str, float], dict[str, dict[Place, float]]]]) -> Iterator[str]:
    """Yield the lines of the file of weights."""
    yield "# Hundredths of the logarithm of odds for the desk and for an assistant; written by tools/fit_remarks.py."
    for bar in ("likely", "sure"):
        for place in PLACES:
            yield f"{bar} bar of {place}\t" + "\t".join(str(round(learned[each][1][bar][place])) for each in REGISTERS)
    for name in sorted({name for weights, _ in learned.values() for name in weights}):
        values = [round(100 * learned[register][0].get(name, 0.0)) for register in REGISTERS]
        if name == "(always)" or any(abs(value) >= LEAST for value in values):
            yield f"{name}\t" + "\t".join(map(str, values))


if __name__ == "__main__":
    random.seed(0)
    raise SystemExit(main())
