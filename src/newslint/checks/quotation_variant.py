"""Flag two versions of one quotation in an article; it does not know which of them was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern

_WORD = pattern(r"\w+(?:['’]\w+)*")
# What an editor may change inside a quotation openly: “[he]”, “…”.
_MARKED = pattern(r"\[|\]|…|\.\.\.|\. \. \.")
_COMMON = 8
_LONGEST = 80
_LETTERS = 120


class Options(NamedTuple):
    """Quotations of at least `min_words` words that are alike to a degree of `likeness`, but not the same."""

    min_words: int = 5
    likeness: float = 0.8


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Compares quotations that share three words in a row."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding at each later version, with the first one as related place."""
        known: list[tuple[list[str], Quotation]] = []
        holders: dict[tuple[str, ...], list[int]] = {}
        for quotation in article.quotations:
            block = article.blocks[quotation.inner.passage]
            text = block.text[quotation.inner.start : quotation.inner.end]
            if quotation.words < self.options.min_words or not quotation.is_closed or _MARKED.search(text):
                continue
            if block.kind == "heading" or block.role in ("headline", "dek"):
                continue
            words = [word.replace("’", "'") for word in _WORD.findall(text.lower())][:_LONGEST]
            runs = {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
            shared = Counter(place for run in runs for place in holders.get(run, ())[:_COMMON])
            for place, _ in shared.most_common(3):
                other, first = known[place]
                # Two in one paragraph are mostly held against each other on purpose.
                is_apart = first.inner.passage != quotation.inner.passage
                if is_apart and self._is_variant(words, other):
                    yield _finding(article, quotation, first)
                    break
            for run in runs:
                holders.setdefault(run, []).append(len(known))
            known.append((words, quotation))

    def _is_variant(self, words: list[str], other: list[str]) -> bool:
        short, long = sorted((words, other), key=len)
        if short == long or " ".join(short) in " ".join(long):
            return False
        matcher = SequenceMatcher(None, other, words, autojunk=False)
        if matcher.ratio() < self.options.likeness:
            return False
        # Formulas of a speech (“I will fight for …”) differ in their telling words, versions in how they are put.
        changed = [
            (other[a:b], words[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind == "replace" and b > a
        ]
        return all(_is_alike(one, two) for one, two in changed)


def _is_alike(one: list[str], two: list[str]) -> bool:
    """Tell whether two stretches of words are forms of the same words: “will” and “'ll”, “go” and “going”."""
    # Letters are compared each with each; what is longer is no word, and its beginning is enough.
    first, second = " ".join(one)[:_LETTERS], " ".join(two)[:_LETTERS]
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.4


def _finding(article: Article, quotation: Quotation, first: Quotation) -> Finding:
    block, before = article.blocks[quotation.inner.passage], article.blocks[first.inner.passage]
    told = before.text[first.inner.start : first.inner.end]
    said = block.text[quotation.inner.start : quotation.inner.end]
    end = quotation.inner.start + len(said.rstrip(" .,!?;:—–-"))
    span = block.locate(quotation.inner.start, end)
    related = Related(before.locate(first.inner.start, first.inner.end), "the other version")
    return Finding(span, {"other": told if len(told) <= 80 else told[:79].rstrip() + "…"}, related=(related,))


CHECK = CheckType("quotation-variant", Options, build, placeholders=("other",))
