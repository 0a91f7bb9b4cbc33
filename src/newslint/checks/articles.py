"""The check of “a” and “an” before what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.readable import Readable, is_english, readable
from newslint.checks.shared import is_mention
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.spelling.sounds import begins_with_vowel
from newslint.language.spelling.table import commonness
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item", "quotation", "caption", "heading"})
# An article, and what follows it with all that is joined to that.
_AFTER_A = pattern(
    r"(?<![\w’'.&/@#*_-])[Aa][ ][“\"‘(]?(?P<word>[$€£₹¥]?\d[\d.,]{0,12}[\w-]{0,30}"
    r"|[aeiouAEIOUFHLMNRSXhàáâäèéêëìíòóôöùúûü][^\W_]{0,30}(?:[.-][^\W_]{1,30}){0,4}(?:['’]\w{1,3})?)"
)
_AFTER_AN = pattern(
    r"(?<![\w’'.&/@#*_-])[Aa]n[ ][“\"‘(]?(?P<word>[$€£₹¥]?\d[\d.,]{0,12}[\w-]{0,30}|[b-df-hj-np-zB-DF-HJ-NP-ZuUoOeE]"
    r"[^\W_]{0,30}(?:[.-][^\W_]{1,30}){0,4}(?:['’]\w{1,3})?)"
)
# After these “a” is a letter, or the word that it belongs to is missing.
_NO_NOUN = frozenset(
    "in is or and of on at as if it its are am us up i off any all an a either else even ever each every "
    "other out over under until unless upon our your one ones also again another above about across after "
    "against along among around away he she they we you the that this these those then there to for from by "
    "with his her their has have had was were will would which who when where what how not no but so than do "
    "does did instead although however after once under until while unless earlier elsewhere every anyone".split()
)
# Names of which the letters do not say how they begin: “a Uefa cup”, “an Ewood replay”.
_UNREADABLE = pattern(r"(?:U[aeiou]|E[wu])[a-z]")
_ENGLISH = frozenset("the of and to is was that for".split())
_BEGINS = pattern(r"(?:\A|[.!?:”\"][ ]|[“\"‘(\n])\Z")


@check(fixes=("safe",), grades=("quoted",), placeholders=("word", "article", "meant"))
def indefinite_articles(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag “a” before the sound of a vowel and “an” before that of a consonant: “a hour”, “an union”, “a MP”.

    The message may use `{article}`, `{meant}` and `{word}`, what follows. The grade is `quoted` in a quotation.
    """
    if article.language_code not in (None, "en"):
        return
    own = is_english(article)
    for text in readable(article, _KINDS):
        if not own and _ENGLISH.isdisjoint(text.words):
            continue
        for name, regex in (("a", _AFTER_A), ("an", _AFTER_AN)):
            for match in regex.finditer(text.text) if name in text.words else ():
                if begins_with_vowel(match["word"]) is (name == "a") and not _is_excused(article, text, match):
                    yield _tell(article, text, match, name)


def _is_excused(article: Article, text: Readable, match: re.Match[str]) -> bool:
    """Tell whether an article is a letter, a part of a name, or of another language; or stands in code."""
    word = match["word"]
    lower = word.lower()
    if lower in _NO_NOUN or text.is_code(article, *match.span()):
        return True
    if text.block is not None and is_mention(article, text.block, *match.span()):
        return True
    if (
        match.string[match.start()] == "A"
        and _BEGINS.search(match.string, max(0, match.start() - 2), match.start()) is None
    ):
        return True
    head = lower.partition("-")[0].partition("’")[0].partition("'")[0]
    if _UNREADABLE.match(word):
        return True
    is_plain = not word[0].isalpha() or word[0].isupper() or commonness(head) is not None or "-" in word
    # “Plan A include”, “vitamin A is”, and what is another language's word.
    return not is_plain or _is_named(match.string, match)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Tell whether “a” or “an” stands between two words with capitals: a title, or a name of another language."""
    before, word = text[: match.start()].rstrip().rpartition(" ")[2], match["word"]
    is_title = before[:1].isupper() and before[1:2].islower() and word[:1].isupper() and word[1:2].islower()
    return is_title and text[match.start()].isupper()


def _tell(article: Article, text: Readable, match: re.Match[str], name: str) -> Finding:
    start = match.start()
    end = start + len(name)
    meant = {"a": "an", "an": "a"}[name]
    written = match.string[start:end]
    meant = meant.capitalize() if written[0].isupper() else meant
    span = text.locate(article, start, end)
    is_quoted = text.is_quoted(article, start, match.end())
    is_fixed = not is_quoted and article.source.slice(span) == written
    fix = Fix("safe", (Edit(span.start, span.end, meant),)) if is_fixed else None
    values = {"article": written, "meant": meant, "word": match["word"]}
    whole = text.locate(article, start, match.end("word"))
    return Finding(whole, values, "quoted" if is_quoted else "default", fix=fix)
