"""Checks of whether somebody says in the body what a headline quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated

from newslint.article import Article
from newslint.checks.bodies import cut
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.attributions import find_attributions
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import Quotation, find_quotations
from newslint.language.units.verbatim import SaidWords, said_words
from newslint.patterns import pattern
from newslint.spans import Extent

# What somebody speaks: a clause with a subject, “we were misled”, or words of one who speaks of themselves, “my life”.
_CLAUSE = pattern(
    r"\A\W*(?i:you|they|he|she|it|this|that|there|your|don[’']t|do[ ]not|let[’']?s|who|what|why|how)\b"
    r"(?![ ](?:to|not[ ]to)\b)|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b"
)
# What gives words to somebody, and not only a view as in “praises”: a verb of saying, a colon, a speaker at the end.
_SAYS = pattern(r"\b(?:says?|said|tells?|told|asks?|calls?|called)\b|:\s|[’'],\s(?:[\w’-]+[ ]){1,4}[a-z]+s\s*$")
_LONGEST_HEADLINE = 1000  # code points; what is longer is not a headline


_TERM_WORDS = 3
_SMALL = 2  # letters
_DOUBLE = ("“", '"')
_FEW_WORDS = 2  # words: so short a quotation is held against those of the body alone


@check(
    grades=("term",),
    placeholders=("quote", "instead"),
    renamed={"least_words": "min_words", "least_body": "min_body_words"},
)
def headline_quote(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter quotations are not looked for", ge=1)] = 3,
    min_body_words: Annotated[int, Option("articles with fewer words are not judged", ge=0)] = 100,
    max_omitted: Annotated[int, Option("how many words in a row a headline may leave out of what was said", ge=0)] = 4,
) -> Iterator[Finding]:
    """Flag quoted words of a headline that nobody says in the body; those at their edges may have another form.

    One or two words are flagged where a quotation of the body has another one in place of one of two, or where the
    headline gives them to somebody, or has double marks, and the body has one of them nowhere. The grade is `term` for
    three words at most that all have capitals: a name or a nickname, which nobody need say. So it is for words in
    single marks that are no clause, where no verb of saying and no colon gives them to somebody: so headlines tell
    claims in words of their own. The message may use
    `{quote}` and `{instead}`, what the body does.
    """
    if article.headline is None or article.word_count < min_body_words:
        return
    headline = next(cut(article, article.headline))
    if len(headline.text) > _LONGEST_HEADLINE:
        return
    body = _SaidInBody(article, max_omitted)
    quotations = find_quotations([Passage(headline.text, "heading")])
    doubted = [each for each in quotations if each.is_closed and not body.has(_inner(headline.text, each))]
    told = _told_in(headline.text, quotations) if doubted else []
    is_outright = _SAYS.search(headline.text) is not None
    for quotation in doubted:
        quoted, at = _inner(headline.text, quotation), quotation.inner.start
        rival = body.find_rival(quoted)
        is_long = quotation.words >= min_words or (rival is not None and body.is_one_other(quoted, rival))
        is_said = quotation.mark in _DOUBLE or any(each.start <= at < each.end for each in told)
        if is_long or (is_said and body.lacks_one_of(quoted)):
            # Single marks around no clause: words for a thing, or what somebody claims, in the headline's own words.
            is_claim = quotation.mark not in _DOUBLE and not (_CLAUSE.search(quoted) or (is_said and is_outright))
            is_term = _is_term(quoted) or is_claim or not (rival or is_said)
            span = headline.locate(quotation.extent.start, quotation.extent.end)
            related = (Related(article.locate(rival), "the body quotes this"),) if rival else ()
            values = {"quote": quoted, "instead": f"has “{article.text_of(rival)}”" if rival else "does not have it"}
            yield Finding(span, values, "term" if is_term else "default", related)


def _inner(headline: str, quotation: Quotation) -> str:
    return headline[quotation.inner.start : quotation.inner.end]


# The sides of a headline with a colon: “Fire chief: estate ‘a death trap’”, “Memoir ‘a masterpiece’: reviewer”.
_SPEAKER_FIRST = pattern(r"[^:‘’“”\"']{2,40}:\s")
_SPEAKER_LAST = pattern(r":\s[^:‘’“”\"']{2,30}$")


def _told_in(headline: str, quotations: Sequence[Quotation]) -> list[Extent]:
    """Return what a headline says that somebody says, a label before a colon and all."""
    acts = find_attributions([Passage(headline, "heading")], quotations)
    # A quotation of which the headline names no speaker is an act of speech, too, but nobody's.
    told = [content for act in acts if act.source for content in act.content]
    first, last = _SPEAKER_FIRST.match(headline), _SPEAKER_LAST.search(headline)
    if first and not _LABEL.match(headline):
        told.append(Extent(0, first.end(), len(headline)))
    return [*told, Extent(0, 0, last.start())] if last else told


# What stands before a colon and is nobody.
_LABEL = pattern(
    r"(?:the )?(?:latest|watch|video|photos?|opinion|review|analysis|live|update[ds]?|exclusive|breaking|poll|quiz"
    r"|explainer|report|recap|column|editorial)\b",
    re.IGNORECASE,
)


def _is_term(quoted: str) -> bool:
    """Tell whether a few quoted words all have capitals."""
    words = quoted.split()
    return len(words) <= _TERM_WORDS and not any(word[0].islower() for word in words)


_OMITTED = pattern(r"\.{3}|…|\[[^\]]{0,300}\]")
_LONGEST_SHOWN = 120  # code points


class _SaidInBody:
    """The words of an article's body, and what it quotes."""

    def __init__(self, article: Article, max_omitted: int) -> None:
        self._article = article
        self._max_omitted = max_omitted
        self._blocks = [index for index, block in enumerate(article.blocks) if block.role != "headline"]

    @cached_property
    def _said(self) -> SaidWords:
        return SaidWords([self._article.passages[index].text for index in self._blocks])

    @cached_property
    def _quotations(self) -> list[tuple[list[str], Extent]]:
        blocks = frozenset(self._blocks)
        inner = [each.inner for each in self._article.quotations if each.inner.passage in blocks]
        short = [extent for extent in inner if extent.end - extent.start <= _LONGEST_SHOWN]
        return [(said_words(self._article.text_of(extent)), extent) for extent in short]

    def has(self, quoted: str) -> bool:
        """Tell whether the body has the words, piece by piece around dots and brackets."""
        return all(self._said.has(said_words(piece), self._max_omitted) for piece in _OMITTED.split(quoted))

    def lacks_one_of(self, quoted: str) -> bool:
        """Tell whether the body has one of the words that carry the sense of some others nowhere, in any form."""
        return any(len(word) > _SMALL and not self._said.has([word], 0) for word in said_words(quoted))

    def find_rival(self, quoted: str) -> Extent | None:
        """Return the short quotation of the body that shares the most words with another: half of them at least."""
        words = set(said_words(quoted))
        shared = [(len(words.intersection(own)), extent) for own, extent in self._quotations]
        best = max(shared, key=lambda each: (each[0], -each[1].passage, -each[1].start), default=None)
        return best[1] if best and 0 < len(words) <= 2 * best[0] else None

    def is_one_other(self, quoted: str, rival: Extent) -> bool:
        """Tell whether of two words one stands in a quotation of two in its place, and the other nowhere."""
        words, own = said_words(quoted), said_words(self._article.text_of(rival))
        odd = [one for one, other in zip(words, own, strict=False) if one != other]
        return len(words) == len(own) == _FEW_WORDS and len(odd) == 1 and not self._said.has(odd, 0)
