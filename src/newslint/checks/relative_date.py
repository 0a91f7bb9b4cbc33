"""Flag words such as “last week” that no date of publication anchors; what others say is left to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding, Related

_SHOWN = 8
_MESSAGES = {
    "undated": "“{phrase}”{more}: no date of publication tells the reader when that is.",
    "dated": "“{phrase}”{more} will puzzle a later reader of a text that is meant to last.",
    "soft": "“{phrase}”{more} will age, and no date of publication tells from when.",
}


class Options(NamedTuple):
    """`hard` phrases need a date of publication to mean anything, `soft` ones age.

    Where the article has a date of publication, hard phrases are flagged only if `dated` says so, as a text that
    is meant to last wants it.
    """

    hard: tuple[str, ...]
    soft: tuple[str, ...] = ()
    dated: bool = False


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Collects the phrases of each tier in one finding."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._hard = {_plain(phrase) for phrase in options.hard}

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding of grade `undated` or `dated`, and one of grade `soft`."""
        is_dated = any(element.value for element in article.find_all("published"))
        if is_dated and not self.options.dated:
            return
        hits = [hit for hit in scene.hits if _is_ours(article, hit)]
        hard = [hit for hit in hits if hit.phrase in self._hard]
        soft = [hit for hit in hits if hit.phrase not in self._hard]
        if hard:
            yield _together(article, hard, "dated" if is_dated else "undated")
        if soft and not is_dated:
            yield _together(article, soft, "soft")


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _is_ours(article: Article, hit: PhraseHit) -> bool:
    block = article.blocks[hit.block]
    if block.kind not in PROSE_KINDS and block.kind != "table-row":
        return False
    return not article.is_quoted(hit.block, hit.start, hit.end)


def _together(article: Article, hits: Sequence[PhraseHit], grade: str) -> Finding:
    spans = [(article.blocks[hit.block].locate(hit.start, hit.end), hit) for hit in hits]
    texts = [article.blocks[hit.block].text[hit.start : hit.end] for hit in hits]
    related = tuple(Related(span, f"“{text}”") for (span, _), text in list(zip(spans, texts, strict=True))[1:_SHOWN])
    more = f" and {len(hits) - 1} more" if len(hits) > 1 else ""
    return Finding(spans[0][0], {"phrase": texts[0], "more": more}, grade, related, message=grade)


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton both tiers."""
    return (*options.hard, *options.soft)


CHECK = CheckType(
    "relative-date",
    Options,
    build,
    grades=("undated", "dated", "soft"),
    phrases=phrases_of,
    placeholders=("phrase", "more"),
    messages=_MESSAGES,
)
