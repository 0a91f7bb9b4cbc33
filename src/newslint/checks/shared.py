"""What checks of all families share: one finding for several places, and patterns made of options once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, wraps
from typing import TypeVar

from newslint.article import Article, Link, Sentence
from newslint.contract import Scene
from newslint.diagnostics import Finding, Fix, Related
from newslint.language.units.comparison import comparison_key, fold_in_place
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent, Span

SHOWN = 8
_Told = TypeVar("_Told")


def kept(tell: Callable[[Article], _Told]) -> Callable[[Article], _Told]:
    """Keep what a function tells of an article with the article, since several checks ask; it must not refer to it."""
    name = f"_kept {tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def ask(article: Article) -> _Told:
        known = vars(article)
        if name not in known:
            known[name] = tell(article)
        told: _Told = known[name]
        return told

    return ask


# A line of a transcript: “MAYOR: …”.
TRANSCRIPT = pattern(r"[\W_]*[A-Z][A-Z. ’'-]+:")
# An excerpt that was cut: “He said the … Read more”, and what ends with dots. An omission follows a full stop.
CUT = pattern(r"(?<=[\w,;])[ ]?(?:…|\.\.\.)[\s\])]*(?:$|(?<=\s)[A-Z…]|(?<=\s)\.\.\.)")
Places = Sequence[tuple[Span, str]]


def once(places: Places, name: str = "text", noun: str = "places", **values: object) -> Iterator[Finding]:
    """Yield one finding for all places, each with its words: at the first, the others related; none if there are none.

    The message is given the first one's words as `name`, and how many there are as `more`.
    """
    if places:
        related = tuple(Related(span, f"“{text}”") for span, text in places[1:SHOWN])
        more = f" ({len(places)} {noun})" if len(places) > 1 else ""
        yield Finding(places[0][0], {name: places[0][1], "more": more, **values}, related=related)


def join_fixes(fixes: Iterable[Fix | None]) -> Fix | None:
    """Return one fix of several, each a part of its own: of the safe ones, or, where there is none, of the others."""
    found = [fix for fix in fixes if fix is not None]
    chosen = [fix for fix in found if fix.is_safe] or found
    edits = [edit._replace(part=part) for part, fix in enumerate(chosen) for edit in fix.edits]
    return Fix(chosen[0].applicability, tuple(edits)) if edits else None


def span_of(article: Article, sentence: Sentence) -> Span:
    """Return the place of a sentence in the source."""
    return article.blocks[sentence.block].locate(sentence.start, sentence.end)


def sentence_of(article: Article, place: Extent) -> str:
    """Return the text of the sentence in which something begins, or nothing."""
    told = article.sentences_of.get(place.passage, ())
    return next((each.text for each in told if each.start <= place.start < each.end), "")


def say_day(day: date) -> str:
    """Return a day as a message says it: 3 May 2026."""
    return f"{day.day} {day:%B} {day.year}"


_STOPS = (". ", "! ", "? ", "\n")
_LONGEST_SENTENCE = 400  # code points to each side of a place


def around(text: str, start: int, end: int) -> str:
    """Return the sentence of a text that a place stands in, at most so long that work stays linear."""
    first, last = sentence_bounds(text, start, end)
    return text[first:last]


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that a place stands in, at most so long that work stays linear."""
    begin, limit = max(0, start - _LONGEST_SENTENCE), end + _LONGEST_SENTENCE
    first = max(text.rfind(mark, begin, start) for mark in _STOPS)
    stops = [stop for mark in _STOPS if (stop := text.find(mark, end, limit)) >= 0]
    return max(first + 1, begin), min(stops, default=limit)


@lru_cache(maxsize=4096)
def each(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the regular expressions of an option, one by one."""
    return tuple(pattern(regex) for regex in patterns)


@lru_cache(maxsize=4096)
def each_in_any_case(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the regular expressions of an option, one by one, which match capitals and small letters alike."""
    return tuple(pattern(regex, re.IGNORECASE) for regex in patterns)


def possible(patterns: tuple[str, ...], scene: Scene, block: int) -> list[re.Pattern[str]]:
    """Return the regular expressions of an option that may match in a block: for the others it lacks what they need.

    The option must be one of those that the check says are `searched`.
    """
    if not patterns or scene.impossible.issuperset(patterns):
        return []
    where = scene.where
    return [
        made
        for text, made in zip(patterns, each(patterns), strict=True)
        if text not in scene.impossible and (text not in where or block in where[text])
    ]


_CAPITAL = pattern(r"(?<!\\)[A-Z]")


def may_match(patterns: tuple[str, ...], scene: Scene, block: int) -> bool:
    """Tell whether one of an option's regular expressions may match in a block, where all of them ignore case.

    The option must be one of those that the check says are `searched`. Nothing is known of one with capitals in it.
    """
    return any(
        text not in scene.impossible and block in scene.where.get(text, (block,)) for text in patterns
    ) or _have_capitals(patterns)


@lru_cache(maxsize=256)
def _have_capitals(patterns: tuple[str, ...]) -> bool:
    return any(map(_CAPITAL.search, patterns))


def finds(made: Iterable[re.Pattern[str]], text: str) -> bool:
    """Tell whether some pattern matches somewhere in a text."""
    return any(regex.search(text) for regex in made)


def join(patterns: tuple[str, ...]) -> str:
    """Return regular expressions as alternatives of one; of none, one that never matches."""
    return "|".join(f"(?:{regex})" for regex in patterns) or "(?!)"


def join_words(words: tuple[str, ...]) -> str:
    """Return words as alternatives of a regular expression, the longest first; of none, one that never matches."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


@lru_cache(maxsize=256)
def first_parts(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the first words of phrases, one or more of each, as an article's vocabulary has them."""
    firsts = {list_parts(phrase.lower())[0] for phrase in phrases}
    return frozenset(firsts | {f"{word}s" for word in firsts})


@lru_cache(maxsize=4096)
def either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one regular expression that matches what any of an option's does."""
    return pattern(join(patterns))


@lru_cache(maxsize=4096)
def either_case(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one regular expression that matches what any of an option's does, in capitals or not."""
    return pattern(join(patterns), re.IGNORECASE)


@lru_cache(maxsize=4096)
def as_set(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words of an option as a set."""
    return frozenset(words)


@lru_cache(maxsize=4096)
def phrase_keys(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the phrases of an option as the shared automaton names them in its hits."""
    return frozenset(fold_in_place(" ".join(phrase.split())) for phrase in phrases)


@lru_cache(maxsize=4096)
def keys(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the texts of an option as they compare: by their words, without case, accents and marks."""
    return frozenset(comparison_key(text, "words") for text in texts)


MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{4}})"


class Sign(NamedTuple):
    """What stands right before and right after a document and identifies it; None: anything."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


# How far before a document a sign is looked for.
_REACH = 120


def has_sign(text: str, nouns: re.Pattern[str], signs: tuple[Sign, ...]) -> bool:
    """Tell whether a text has one of some nouns and one of some signs beside it."""
    return any(
        (sign.after is None or sign.after.match(text, match.end()))
        and (sign.before is None or sign.before.search(text, max(0, match.start() - _REACH), match.start()))
        for match in nouns.finditer(text)
        for sign in signs
    )


@lru_cache(maxsize=256)
def small_nouns(documents: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"\b(?:{join_words(documents)})(?=s?\b)")


# What a crowd thinks is a claim, too; what it does, learns or is told to do is none.
THINKING = frozenset(
    "believe believes believed think thinks thought expect expects expected fear fears feared worry worries worried "
    "suspect suspects suspected doubt doubts doubted agree agrees agreed consider considers considered assume assumes "
    "assumed hope hopes hoped speculate speculates speculated see sees saw regard regards regarded".split()
)


def is_linked(article: Article, source: Extent) -> bool:
    """Tell whether a link stands in the sentence of a source: readers can follow it up."""
    if source.passage not in article.linked_blocks:
        return False
    block = article.blocks[source.passage]
    start, end = block.text.rfind(". ", 0, source.start), block.text.find(". ", source.end)
    span = block.locate(max(0, start), end if end > 0 else len(block.text))
    return any(
        link.block == source.passage and link.span.start < span.end and span.start < link.span.end
        for link in article.links
    )


def is_explained(article: Article, block: int, reasons: re.Pattern[str], for_all: bool = True) -> bool:
    """Tell whether a reason stands in or near a paragraph or, `for_all`, earlier for several sources."""
    near = range(max(0, block - 1), min(len(article.blocks), block + 2))
    if any(reasons.search(article.blocks[place].text) for place in (*near, *article.antecedents.after(block))):
        return True
    known = article.antecedents
    return for_all and (known.first(_SEVERAL, reasons) < block or known.is_told(_MOST))


# Several nameless people, of whom one may speak again later.
_SEVERAL = pattern(
    r"\b(?:two|three|four|five|six|several|many|most|some|all|dozens?|those|who)[ ](?:of[ ])?(?:[\w’'-]+[ ]){0,6}"
    r"(?:sources|people|insiders|aides|advisers|advisors|officials|staffers|employees|lawmakers|members|whom"
    r"|interviewed|others|Democrats|Republicans)\b"
)


# A word on all of those who spoke: “Most asked not to be named out of fear”.
_MOST = pattern(
    r"\b(?:Most|Many|Several|All|Some|They)[ ](?:of[ ]them[ ])?(?:[a-z]+[ ]){0,2}"
    r"(?:asked|requested|spoke|agreed|wished|wanted|were[ ]granted)\b[^.;“”]{0,60}?"
    r"\b(?:anonym\w+|not[ ](?:to[ ])?be[ ](?:named|identified|quoted)|on[ ]background|names[ ]not)\b"
)


# Where a reason is given: “one source, who spoke on condition of anonymity”, “gave anonymity to two people”.
_PERSON = (
    r"\b(?:sources?|insiders?|person|people|officials?|aides?|advis[eo]rs?|staffers?|employees?|diplomats?|they|who)\b"
)
REASON = (
    r"\b(?i:anonymity|anonymously|(?:be|remain)[ ](?:named|identified|quoted|anonymous)"
    r"|not[ ]authori[sz]ed[ ]to|on[ ]background|off[ ]the[ ]record|retaliation|reprisals?"
    r"|(?:speak|talk)[ ](?:freely|candidly))"
)
GRANTED = pattern(rf"(?i:{_PERSON}[^.;]{{0,160}}?{REASON}|anonymity[ ]to[ ](?:[a-z]{{1,20}}[ ]){{0,2}}{_PERSON})")


# A name that assistive technology reads instead of the text.
LABELLED = pattern(r"""\s(?:aria-label|aria-labelledby|title)\s*+=\s*+["']?\s*+[^"'\s>]""", re.IGNORECASE)


def tag_of(article: Article, link: Link) -> str:
    """Return the tag of a link that is written as HTML, or nothing."""
    written = article.source.slice(link.span).lstrip()
    return written[: written.find(">") + 1] if written.startswith("<") else ""


_LONGEST_MENTION = 5  # words


def is_mention(article: Article, index: int, start: int, end: int) -> bool:
    """Tell whether a place of a block is in a few words that are quoted as words: “a MP”, “it was lead by him”.

    Words that begin with a capital, or end with a full stop or comma, are speech.
    """
    for extent in article.quoted_extents(index):
        if extent.start <= start and end <= extent.end:
            inner = article.text_of(extent).strip("“”\"‘’'«» ")
            return len(inner.split()) <= _LONGEST_MENTION and not inner[:1].isupper() and inner[-1:] not in ".,!?"
    return False
