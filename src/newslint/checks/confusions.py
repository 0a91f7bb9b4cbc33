"""The check of words that are mistaken for others of the same sound or look."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.readable import Readable, readable
from newslint.checks.shared import is_mention
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.spelling.confusions import Confusion, find_confusions

_KINDS = frozenset({"paragraph", "list-item", "quotation", "heading", "caption"})


@check(fixes=("unsafe",), grades=("quoted",), placeholders=("word", "meant"))
def confused_words(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words in whose place only another can stand: “lead” for “led”, “it’s own”, “could of”.

    The message may use `{word}` and `{meant}`. The grade is `quoted` in a quotation, in which nothing is fixed.
    """
    if article.language_code not in (None, "en"):
        return
    for text in readable(article, _KINDS):
        for found in find_confusions(text.text, text.words):
            if not _is_explained(article, text, found):
                yield _tell(article, text, found)


def _is_explained(article: Article, text: Readable, found: Confusion) -> bool:
    """Tell whether a word is code, or is mentioned and not used."""
    if text.is_code(article, found.start, found.end) or _is_mentioned(text.text, found) or _is_named(text, found):
        return True
    return text.block is not None and is_mention(article, text.block, found.start, found.end)


def _is_named(text: Readable, found: Confusion) -> bool:
    """Tell whether a word is part of a name: it has a capital inside a sentence, and so has one beside it."""
    if text.kind == "heading" or not text.text[found.start : found.start + 1].isupper():
        return False
    before, after = text.text[: found.start].rstrip()[-40:], text.text[found.end :].lstrip()[:1]
    word = before.rpartition(" ")[2]
    return bool(word) and word[-1:].isalnum() and (word[:1].isupper() or after.isupper())


def _is_mentioned(text: str, found: Confusion) -> bool:
    """Tell whether a word stands between quotation marks by itself."""
    return text[found.start - 1 : found.start] in tuple("“\"‘'") and text[found.end : found.end + 1] in tuple("”\"’',.")


def _tell(article: Article, text: Readable, found: Confusion) -> Finding:
    span = text.locate(article, found.start, found.end)
    word = text.text[found.start : found.end]
    is_quoted = text.is_quoted(article, found.start, found.end)
    is_fixed = not is_quoted and article.source.slice(span) == word
    fix = Fix("unsafe", (Edit(span.start, span.end, found.right),)) if is_fixed else None
    return Finding(span, {"word": word, "meant": found.right}, "quoted" if is_quoted else "default", fix=fix)
