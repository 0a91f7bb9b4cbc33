"""Find formulas between dollar signs in running text; sums of money are none."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.patterns import pattern

LONGEST_FORMULA = 304  # code points, its marks included
# As Pandoc reads them; behind a figure a formula has a sign of its own.
_FORMULA = pattern(
    r"\$\$[^$]{1,300}\$\$|(?<![\\$\w])\$(?=[^\s\d$]|[^$\n]{0,200}[\\^_={}])[^$\n]{0,200}[^\s$]\$(?![\w$])"
)


def find_formulas(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of formulas in a text, marks included, in order and without overlaps."""
    if "$" in text:
        for match in _FORMULA.finditer(text):
            yield match.span()
