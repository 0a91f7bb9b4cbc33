"""Checks of documents: which ones an article rests on, links to and introduces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.hearsay import find_hearsay, hearsay_words
from newslint.checks.lone_documents import find_lone_documents, is_told_next
from newslint.checks.shared import DATE, SHOWN, Sign, as_set, first_parts, has_sign, join_words, once, small_nouns
from newslint.checks.strays import find_stray_claims
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Extent, Span

_DATED = pattern(rf"s?[^.]{{0,40}}\b{DATE}\b")
# What identifies a document in its sentence: a title, a date beside it, an organisation of several words.
_IDENTIFIED = (
    Sign(None, pattern(r"s?,?[ ](?:titled|entitled|called|headed|[“\"‘])")),
    Sign(None, _DATED),
    Sign(pattern(rf"\b{DATE}['’]?s?[ ](?:[\w-]+[ ]){{0,2}}\Z"), None),
    Sign(None, pattern(r"s?[ ](?:by|from|of|at|in)[ ](?:the[ ])?[A-Z][\w.&-]+[ ](?:of|for|and|[A-Z][\w.&-])")),
    Sign(pattern(r"(?<![\w.&-])(?:[A-Z][\w.&-]+[ ]){2}(?:[\w-]+[ ])?\Z"), None),
    Sign(pattern(r"(?<![\w.&-])[A-Z][\w.&-]+[ ][A-Z][\w.&-]+['’]s?[ ](?:[\w-]+[ ]){0,2}\Z"), None),
    Sign(pattern(r"\b[A-Z]{2,}['’]?s?[ ](?:[\w-]+[ ]){0,2}\Z"), None),
    # “A poll by OpenTides”: a publisher whose name is one word with capitals inside.
    Sign(None, pattern(r"s?[ ](?:by|from|of)[ ](?:the[ ])?[A-Z][a-z]+[A-Z]\w")),
    # Who publishes it: “the institute issued a report on fares”.
    Sign(pattern(r"\b(?:issued|released|published)[ ](?:an?|the|its|their|his|her)[ ](?:[\w-]+[ ]){0,2}\Z"), None),
    # Two publishers of one poll: “a Courier/Harbour poll”.
    Sign(pattern(r"[\w.&-]/[A-Z][\w.&-]*[ ](?:[\w-]+[ ])?\Z"), None),
    Sign(None, pattern(r"s?[^.]{0,40}\b(?:this|last)[ ](?:week|month|year|spring|summer|autumn|fall|winter)\b")),
)


_FIGURE = pattern(r"\d")
_ELECTIONS = ("polls", "the poll")
_URL = pattern(r"https?://|\bwww\.")
# Who made or printed a study, in a sentence that need not call it one: “published in the journal Tides”.
_RESEARCH = pattern(
    r"\b(?:[Jj]ournals?|published[ ](?:[a-z]+[ ])?(?:in|by))[ ](?:the[ ](?:journal[ ])?)?[A-Z]"
    r"|\b(?:[Rr]esearch|[Rr]esearchers|[Ss]cientists)[ ](?:at|from|of)[ ](?:the[ ])?[A-Z]"
)
_RESEARCHING = frozenset("journal journals published research researchers scientists".split())
_DEFINITE = pattern(r"(?:(?:but|and|yet|so)[ ])?(?:the|that|this|these|its|their|his|her)\b", re.IGNORECASE)
# A publisher inside a document's name: “a yearly Tarrow Institute poll”.
_PUBLISHED_BY = pattern(r"[ ](?!I[ ])[A-Z][\w&’'-]*[a-zA-Z](?:[ ][\w-]+){0,3}$")
# A statement that somebody gives is speech on paper: who gave it is told, and it is seldom published.
_STATEMENT = pattern(
    r"(?:an?|the|his|her|its|their)[ ](?:[\w-]+[ ]){0,2}"
    r"(?:statement|press release|e-?mail|text message|reply|response)s?$",
    re.I,
)
# One that was given to an outlet is that outlet's: “told the Courier in a statement”.
_GIVEN = pattern(r"[ ](?:(?:e-?mailed|issued|provided|sent|given|made|released)[ ])?to[ ](?:the[ ])?[A-Z]")
_TOLD = pattern(r"\b(?:told|tells|wrote to|emailed)[ ](?:the[ ]|us\b|me\b|[A-Z])[^.;]{0,60}$")
_KINDS = dict.fromkeys(
    "analysis assessment audit dataset document documents filing memo paper poll polls report research review "
    "studies study surveys survey transcript".split(),
    "report",
)


@check(grades=("statement", "known"), placeholders=("document", "more"))
def unlinked_document(
    article: Article,
    scene: Scene,
    *,
    documents: Annotated[tuple[str, ...], Option("nouns of things that are published", made=small_nouns)],
    verbs: Annotated[tuple[str, ...], Option("what they do when they speak")],
    hearsay: Annotated[tuple[str, ...], Option("nouns of documents of which nothing at all may be told")] = (),
) -> Iterator[Finding]:
    """Flag documents that speak or are cited without a link, a title, a date or a publisher; once an article.

    The grade is `statement` where the article has nothing but statements that somebody gave: their speaker is named.
    It is `known` where readers know more of the document than that there is “a study” or “an internal memo”, or where
    the next sentence tells whose it may be.
    """
    places = [place for place in _hearsay_in(article, hearsay, verbs) if not article.is_attributed(*place)]
    lone = [place for place, _ in find_lone_documents(article)] if hearsay else []
    lone = [place for place in lone if not any(_begins_in(each, place) for each in places)]
    open_places = [place for place in places if not is_told_next(article, place)]
    yield from once([(article.locate(place), article.text_of(place)) for place in open_places], "document")
    for place in lone:
        grade = "known" if is_told_next(article, place) else "default"
        yield Finding(article.locate(place), {"document": article.text_of(place), "more": ""}, grade)
    if places and not open_places:
        text = article.text_of(places[0])
        yield Finding(article.locate(places[0]), {"document": text, "more": ""}, "known")
    told = [*places, *lone]
    found = [] if told else list(_cited_in(article, documents, verbs))
    if found:
        first = next((place for place in found if not _STATEMENT.match(place[1])), found[0])
        grade = "statement" if _STATEMENT.match(first[1]) else "known"
        others = [place for place in found if place is not first]
        related = tuple(Related(span, f"“{text}”") for span, text in others[:SHOWN])
        more = f" ({len(found)} places)" if others else ""
        yield Finding(first[0], {"document": first[1], "more": more}, grade, related)


def _begins_in(other: Extent, place: Extent) -> bool:
    return other.passage == place.passage and place.start <= other.start < place.end


def _hearsay_in(article: Article, nouns: tuple[str, ...], verbs: tuple[str, ...]) -> list[Extent]:
    """Return the documents of which nothing is told: none of their sort is identified anywhere in the article."""
    found = list(find_hearsay(article, nouns, verbs))
    if not found:
        return []
    noun, mentions = _nouns(nouns), list(_passages(article, hearsay_words(nouns) | _RESEARCHING))
    named = _identify(article, mentions, noun)
    known = {_kind(each) for sentences in named.values() for kinds in sentences.values() for each in kinds}
    unknown = (
        place
        for place, each in found
        if not known.intersection((_kind(each), _kind(each.removesuffix("s")))) or _is_apart(article, place)
    )
    return [*unknown]


def _is_apart(article: Article, place: Extent) -> bool:
    """Tell whether a document is cited for what the article tells nothing else of: it is none that is known."""
    own = (each for each in article.sentences_of.get(place.passage, ()) if each.start <= place.start < each.end)
    return any(find_stray_claims(article, own, told=True))


def _cited_in(article: Article, documents: tuple[str, ...], verbs: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yield the place and words of each document that nothing identifies, there or, for “the report”, before."""
    regex, noun = _cited(documents, verbs), _nouns(documents)
    mentions = list(_passages(article, first_parts(documents) | _RESEARCHING))
    # What identifies a document matters only where one is cited at all.
    if not any(any(map(text.__contains__, documents)) and regex.search(text) for _, _, text in mentions):
        return
    named = _identify(article, mentions, noun)
    known = set(map(_kind, noun.findall("\n".join(link.text for link in article.links))))
    for index, start, text in mentions:
        if start in named.get(index, ()):
            known.update(map(_kind, named[index][start]))
            continue
        around = _named_around(article, index, named)
        for at, end in _find_unknown(text, regex, noun, known, around):
            place = Extent(index, start + at, start + end)
            if _is_cited(article, Extent(index, start, start + len(text)), verbs) and not article.is_quoted(*place):
                yield article.locate(place), text[at:end]


def _is_cited(article: Article, sentence: Extent, verbs: tuple[str, ...]) -> bool:
    """Tell whether a sentence takes something from a document: what somebody says there or what it says, or a figure.

    What merely stands or is done in a document does not rest on it: “submit it in their expense report”.
    """
    text = article.text_of(sentence)
    return bool(_FIGURE.search(text)) or not as_set(verbs).isdisjoint(text.split()) or article.has_source(*sentence)


def _identify(
    article: Article, mentions: Iterable[tuple[int, int, str]], noun: re.Pattern[str]
) -> dict[int, dict[int, set[str]]]:
    """Return the documents' nouns in each sentence that identifies one, by block and place."""
    named: dict[int, dict[int, set[str]]] = {}
    for index, start, text in mentions:
        nouns = set(map(str.lower, noun.findall(text)))
        if nouns and _is_identified(article, index, text, noun):
            named.setdefault(index, {})[start] = nouns
        elif _RESEARCH.search(text):
            named.setdefault(index, {})[start] = {"study", "report", "survey"}
    return named


def _named_around(article: Article, block: int, named: Mapping[int, Mapping[int, set[str]]]) -> set[str]:
    """Return the nouns of the documents that are identified in a paragraph, the two before and the two after it."""
    if not named:
        return set()
    near = (block, *article.antecedents.before(block), *article.antecedents.after(block))
    return {noun for number in near for nouns in named.get(number, {}).values() for noun in nouns}


def _is_identified(article: Article, block: int, text: str, noun: re.Pattern[str]) -> bool:
    """Tell whether a link or an address stands beside a document, or its title, date or publisher."""
    if block in article.linked_blocks or _URL.search(article.blocks[block].text):
        return True
    return has_sign(text, noun, _IDENTIFIED)


def _find_unknown(
    text: str, regex: re.Pattern[str], noun: re.Pattern[str], known: set[str], around: set[str]
) -> Iterator[tuple[int, int]]:
    """Yield each cited document of a sentence that nothing identifies.

    “The report” is one of a kind that is known, “a report” one that paragraphs around it identify. Statements to an
    outlet are left out, and so are “the polls” in which somebody leads: they
    are the voters.
    """
    for match in regex.finditer(text):
        at, end = match.span("document" if match["document"] else "speaker")
        cited = text[at:end]
        is_idiom = cited.endswith(_ELECTIONS) and text.endswith("in ", 0, at)
        is_given = _GIVEN.match(text, end) or _TOLD.search(text, max(0, at - 120), at)
        if not (is_idiom or is_given or _is_known(cited, noun, known, around)):
            yield at, end


def _is_known(cited: str, noun: re.Pattern[str], known: set[str], around: set[str]) -> bool:
    """Tell whether a document is identified near it, is taken up as one that is known, or has a publisher's name."""
    named = noun.findall(cited)[-1].lower()
    if named in around or _PUBLISHED_BY.search(cited):
        return True
    return bool(_DEFINITE.match(cited)) and _kind(named) in known.union(map(_kind, around))


@lru_cache(maxsize=256)
def _nouns(documents: tuple[str, ...]) -> re.Pattern[str]:
    nouns = join_words(documents)
    return pattern(rf"\b(?:{nouns})(?=s?\b)", re.IGNORECASE)


def _kind(noun: str) -> str:
    """Return what a document's noun may be taken up by: a study is a report, a survey is a poll."""
    return _KINDS.get(noun.lower(), noun.lower())


def _passages(article: Article, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield block, start and text of every sentence and table row of blocks that have one of some words."""
    for index, block in enumerate(article.blocks):
        if block.kind in PROSE_KINDS and not words.isdisjoint(article.vocabulary(index)):
            for sentence in article.sentences_of.get(index, ()):
                yield index, sentence.start, sentence.text
    for index, block in enumerate(article.blocks):
        if block.kind == "table-row":
            yield index, 0, block.text


@lru_cache(maxsize=256)
def _cited(documents: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A document after “in” or “according to”, or as the subject of a verb of saying."""
    noun = join_words(documents)
    verb = join_words(verbs)
    owner = r"(?:(?:[A-Z][\w-]*|[a-z]+)['’]s?|an?|the|his|her|its|their|that|this)"
    modifiers = r"(?:[ ][\w'’-]+){0,2}?"
    return pattern(
        rf"""
          \b(?:in|according[ ]to|per|as[ ]stated[ ]in|citing)[ ](?P<document>{owner}{modifiers}[ ](?:{noun})s?)\b
          (?![ ](?:by|from|on|in|published|released|titled|entitled|called|dated)\b|-)
        | (?P<speaker>(?:{owner}|\b[A-Z][\w-]+){modifiers}[ ](?:{noun})s?)
          [ ](?:(?:also|did|does|has|have|had|not|itself|now|further)[ ]){{0,3}}(?:{verb})\b
          (?!(?<=ealed)[ ](?:in|by|at|from|during|on)\b)  # “documents revealed in court”
        """,
        re.VERBOSE,
    )


_OWNER = pattern(r"\b(?:[Ii]n|[Bb]y|as|with)[ ](?P<flag>(?:his|her|their|its)[ ](?:[\w-]+[ ]){0,3})$")


@check(phrases=("documents",), placeholders=("text", "more"))
def undefined_reference(
    article: Article,
    scene: Scene,
    *,
    documents: Annotated[
        dict[str, tuple[str, ...]],
        Option("nouns, each with the beginnings of words that introduce it, as in `post: [post, tweet, wrote on]`"),
    ],
) -> Iterator[Finding]:
    """Flag a document that is referred to as somebody's (“his post”) before the article has told of it."""
    introduced = cache(lambda noun: _introduction(article, documents.get(noun, (noun,))))
    yield from once([place for hit in scene.hits for place in _judge_reference(article, hit, introduced(hit.phrase))])


def _introduction(article: Article, signs: tuple[str, ...]) -> tuple[int, int]:
    """Return the block and place where the first word about a document stands, or a place past the end."""
    regex = _beginnings(signs)
    for index, block in enumerate(article.blocks):
        match = regex.search(block.text) if block.kind != "boilerplate" else None
        if match:
            return index, match.start()
    return len(article.blocks), 0


@lru_cache(maxsize=256)
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(r"\b(?:" + join_words(words) + ")", re.IGNORECASE)


def _judge_reference(article: Article, hit: PhraseHit, introduced: tuple[int, int]) -> Iterator[tuple[Span, str]]:
    block = article.blocks[hit.block]
    if block.kind not in PROSE_KINDS or article.is_quoted(hit.block, hit.start, hit.end):
        return
    owner = _OWNER.search(block.text, max(0, hit.start - 60), hit.start)
    if owner is None or hit.block in article.linked_blocks or block.text[hit.end : hit.end + 1] == "-":
        return
    start = owner.start("flag")
    if introduced >= (hit.block, start):
        yield block.locate(start, hit.end), block.text[start : hit.end]
