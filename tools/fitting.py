"""What tools that learn from published copy share: its articles, and weights by logistic regression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.discovery import discover
from newslint.errors import SourceError
from newslint.source import read


def read_articles(folders: Sequence[Path]) -> Iterator[tuple[int, Article]]:
    """Yield the English articles of folders, each with a number."""
    for number, file in enumerate(discover([*map(str, folders)], (), (), Path.cwd(), force_exclude=False).files):
        try:
            article = parse(read(file), ParseOptions())
        except SourceError:
            continue
        if article.language_code in (None, "en"):
            yield number, article


def frequent(rows: Sequence[frozenset[str]], copy: Sequence[frozenset[str]], least: int, least_copy: int) -> list[str]:
    """Return the features that enough rows have, and the single ones that enough copy has, in order."""
    seen = Counter(feature for features in rows for feature in features)
    common = Counter(feature for features in copy for feature in features)
    names = {name for name, times in seen.items() if times >= least}
    names |= {name for name, times in common.items() if times >= least_copy and " " not in name}
    return sorted(names)


def make_matrix(rows: Sequence[frozenset[str]], place_of: Mapping[str, int]) -> Any:
    """Return a sparse matrix with a row for each text, and 1 where it has the feature of a column."""
    found = [[place_of[name] for name in features if name in place_of] for features in rows]
    ends = numpy.cumsum([0, *map(len, found)]).astype("int32")
    columns = numpy.array([column for row in found for column in row], dtype="int32")
    return csr_matrix((numpy.ones(len(columns)), columns, ends), shape=(len(rows), len(place_of)))


def regress(
    matrix: Any, is_told: Sequence[int], strength: float, weight: float, counts: Any = None
) -> tuple[list[float], float]:
    """Return the weights of the columns of a matrix, and the intercept; `counts` says how often each row counts."""
    model = LogisticRegression(C=strength, class_weight={1: weight, 0: 1.0}, solver="liblinear", max_iter=500)
    model.fit(matrix, is_told, sample_weight=counts)
    return [float(each) for each in model.coef_[0]], float(model.intercept_[0])
