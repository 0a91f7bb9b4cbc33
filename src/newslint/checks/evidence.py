"""The check of what readers can follow up: whether an article names any source that they could look at themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.genres import is_listing, is_own_voice
from newslint.checks.pages import is_no_article
from newslint.checks.shared import (
    DATE,
    MONTH,
    Sign,
    first_parts,
    has_sign,
    join_words,
    keys,
    small_nouns,
)
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.units.comparison import comparison_key
from newslint.language.units.similarity import STOP_WORDS
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.spans import Extent, Extents

_FOOTNOTE = pattern(r"[\[¹²³⁴⁵⁶⁷⁸⁹](?:(?<!\[)|\d{1,3}\])")
# A document with title, date or publisher: “the report ‘Tides’”, “its May filing”, “a study by Loam College”.
_TITLED = (
    Sign(None, pattern(r"s?,?[ ]{1,3}(?:titled|entitled|called|headed|[“\"‘])")),
    Sign(None, pattern(r"s?[ ]{1,3}(?:published|released|issued|posted|dated|filed|made[ ]public)\b")),
    Sign(None, pattern(rf"s?[ ]{{1,3}}(?:on|of|from|in)[ ]{{1,3}}(?:\d{{1,2}}[ ])?{DATE}\b")),
    Sign(pattern(rf"\b{MONTH}[ ](?:\d{{4}}[ ])?\Z"), None),
    Sign(None, pattern(r"s?[ ](?:by|from)[ ](?:the[ ])?[A-Z][\w.&-]+(?:[ ](?:of[ ]|for[ ]|the[ ])*[A-Z][\w.&-]+)+")),
    Sign(pattern(r"\b(?i:according[ ]to)[ ][^.]{0,60}\Z"), pattern(rf"s?[^.]{{0,40}}\b{DATE}\b")),
)
# Whose figures, poll or study it is: “Harbour Consult poll”, “data from the Institute of Trade”.
_OWNED = pattern(
    r"""
      \b(?!(?:The|An?|This|That|These|Those|Its?|Their|His|Her|Our|New|Some|All|No|Recent|Official|Other)[ ])
      [A-Z][\w.&/’'-]{0,40}(?:[ ](?:of|for|and|on|the|[A-Z][\w.&/’'-]{0,40})){0,6}
      [ ](?:(?!(?:of|for|and|on|the)\b)[a-z-]{1,30}[ ])?
      (?i:polls?|surveys?|data|figures|statistics|census|records|dataset|database|study|studies|audit|index)\b
    | \b[A-Z][\w.’'-]{1,40}[ ](?:counts?|tally|estimates|projections?|forecasts?|fact[- ]check(?:s|ers?)?|rankings)\b
    | \b[A-Z]\w+[ ](?:ha[sd][ ])?(?:conducted|surveyed|polled|analy[sz]ed|tracked|counted|calculated|compiled)\b
    | \b(?:poll|survey|data|figures|statistics|numbers|records|estimates|study|analysis|research)
      [ ](?:[a-z-]{1,30}[ ]){0,3}(?:by|from)[ ](?:the[ ])?[A-Z]
    | \b[Aa]ccording[ ]to[ ](?:the[ ])?[A-Z]
    | \b(?:view|opinion|assessment|verdict|words|advice|warning)s?[ ]of[ ](?:[a-z]+[ ]){0,4}[A-Z]\w+[ ][A-Z“"]
    """,
    re.VERBOSE,
)
# What is filed with a court or an office, and what has a number of its own.
_FILED = pattern(
    r"""
      \b(?:court|legal|regulatory|securities|finance|tax|bankruptcy)[ ](?:filings?|documents|records|papers)\b
    | \b(?:lawsuit|indictment|affidavit|complaint|petition|filing|warrant)s?[ ](?:[a-z]+[ ])?
      (?:filed|said|says|states?|stated|alleges?|alleged|claims?|shows?|showed|unsealed)\b
    | \b(?:in|according[ ]to)[ ](?:an?|the|its|his|her|their)[ ](?:[\w-]+[ ]){0,3}?
      (?:filing|lawsuit|indictment|affidavit)\b
    | \b[A-Z]\w+[ ](?:Act|Bill|Resolution|Order|Case)[ ](?:of[ ]|[Nn]o\.?[ ])?\d | \b[A-Z]\w+[ ]v\.[ ][A-Z]
    """,
    re.VERBOSE,
)
# A speech, a broadcast or a piece that is named by its day.
_EVENTS = (
    r"(?:speech|remarks|debate|interview|hearing|(?:news|press)[ ]conference|testimony|sermon|lecture|broadcast|column"
    r"|article|op-ed|editorial|essay)"
)
_JOINS = r"(?:for|after|before|in|on|at|an?|the|and|to|of|with)\b"
_DATED_EVENT = pattern(
    rf"\b{_EVENTS}(?:e?s)?\b[^.;:]{{0,40}}\b{DATE}\b"
    rf"|\b{DATE}(?:['’]s)?[ ](?:(?!{_JOINS})[\w-]{{1,20}}[ ]){{0,3}}{_EVENTS}\b"
)
# An account of a network or a film posted there, a broadcast or a book by its title, and where a quotation or an item
# stands: “…” (Tarrow Council poster 2003), “… on Monday. [Loam Post.]”.
_PLACED = pattern(
    r"""
      (?<![\w@.])@[A-Za-z]\w{2,} | [”\"»][ ]\([A-Z][^()]{3,80}\)
    | \b(?:Facebook|Twitter|Instagram|YouTube|TikTok|LinkedIn|Telegram|Snapchat|Reddit)[ ]
      (?:accounts?|pages?|videos?|profiles?|channels?|feeds?|live)\b
    | \b(?:videos?|clips?|footage|podcasts?|episodes?)[ ](?:posted|published|released|uploaded|shared)[ ](?:to|on|by)\b
    | \b(?:podcast|show|program(?:me)?|documentary|book|memoir|film|novel|episode|series),?[ ][“"‘][A-Z]
    | \b(?:on|in|from)[ ](?:[A-Z]\w+[ ]){0,3}[A-Z]\w+['’]s[ ][“"‘][A-Z] | \b(?:book|memoir),[ ][A-Z]
    | [.!?”"’)][ ]?[\[(](?:[vV]ia[ ])?(?!FILE|VIDEO|PHOTO|[A-Z]{6})(?:[A-Z@][\w.&’'-]{1,30}[ ]?){1,5}[\])]\.?$
    """,
    re.VERBOSE | re.MULTILINE,
)
_DAY = pattern(
    rf"\b(?:{MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[Yy]esterday|[Tt]oday)\b"
)
# A person or a body, whose own words can be asked for; a crowd has none.
_SPEAKERS = frozenset(["named", "pronoun", "role", "institution"])
_LEAST_QUOTED = 5  # words of a sentence
_LEAST_IN_PART = 8  # words of a part of one
# A link that asks readers to go elsewhere, and no source of what the text says.
_CALL = pattern(
    r"\W*(?:read|see|also|related|click|subscribe|sign up|follow|share|download|watch|listen|join|visit|for more|more"
    r"|donate)\b",
    re.IGNORECASE,
)
_TARGETS_HERE = ("#", "javascript:", "tel:", "mailto:")
# Explainers and roundups, by their headline.
_EXPLAINING = pattern(
    r"""
      (?:[^:]{1,80}:)?\W*(?:what|how|why|who|when|where|which|everything|here’s|here's|explained|explainer)\b
    | .*\b(?:explain(?:ed|er)|round-?up|at[ ]a[ ]glance|(?:things|need)[ ]to[ ]know|(?:what|all)[ ](?:we|you)[ ]know
      | what[ ](?:it|this|that)[ ]means|key[ ](?:takeaways|points|facts))\b
    | \d+[ ](?:\w+[ ]){0,2}(?:things|ways|reasons|takeaways|facts|questions)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAST_QUESTIONS = 2


@check(
    grades=("explainer",),
    messages={
        "text": "Readers can follow up no source: give a title, a date, a publisher or a URL (plain text cannot show "
        "links), the owner of data or the day of a statement, or quote somebody in a sentence."
    },
)
def no_sources(
    article: Article,
    scene: Scene,
    *,
    headings: Annotated[tuple[str, ...], Option("headings of lists of sources")],
    documents: Annotated[
        tuple[str, ...], Option("documents that count once they have a title, a date or a publisher", made=small_nouns)
    ],
    outlets: Annotated[tuple[str, ...], Option("publishers that count where they are credited", made=_names)] = (),
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 150,
) -> Iterator[Finding]:
    """Flag an article without any source that a reader could follow up; `explainer` for an explainer or roundup."""
    if article.word_count < min_words or _has_source(article, headings, documents, outlets) or _needs_none(article):
        return
    place = article.headline.span if article.headline else article.anchor("headline")
    grade = "explainer" if _explains(article) else "default"
    if grade == "default" and _retells(article):
        return
    yield Finding(place, grade=grade, anchor="sources", message="text" if article.lacks("links") else None)


def _has_source(
    article: Article, headings: tuple[str, ...], documents: tuple[str, ...], outlets: tuple[str, ...]
) -> bool:
    """Tell whether an article has anything that readers can follow up; asks first what costs least."""
    if _lists_sources(article, keys(headings)) or _links_to_source(article) or article.statements or _speaks(article):
        return True
    texts = {index: block.text for index, block in enumerate(article.blocks) if block.kind in _TELLING}
    return _is_credited("\n".join(texts.values()), outlets) or _has_titled(article, texts, documents)


def _needs_none(article: Article) -> bool:
    """Tell whether a text rests on its author or on a public event, or a page says that it is no article."""
    return is_no_article(article) or is_own_voice(article) or is_listing(article)


def _has_titled(article: Article, texts: Mapping[int, str], documents: tuple[str, ...]) -> bool:
    nouns = first_parts(documents)
    told = (text for index, text in texts.items() if not nouns.isdisjoint(article.vocabulary(index)))
    return any(has_sign(text, small_nouns(documents), _TITLED) for text in told)


def _explains(article: Article) -> bool:
    """Tell whether an article is an explainer or a roundup by its form: its headline, or questions with answers."""
    if len(article.faq) >= _LEAST_QUESTIONS:
        return True
    if article.headline is not None and _EXPLAINING.match(article.headline.text[:200]):
        return True
    asked = [block for block in article.blocks if block.kind == "heading" and block.text.rstrip().endswith("?")]
    return len(asked) >= _LEAST_QUESTIONS


def _speaks(article: Article) -> bool:
    """Tell whether somebody is quoted in a full sentence of their own, or said something on a day that is told."""
    if any(block.kind == "quotation" for block in article.blocks):
        return True
    told = [found for found in article.attributions if found.source and found.source_kind in _SPEAKERS]
    # A sentence in which many speak is searched for days once.
    days: dict[Sentence, list[tuple[int, int]]] = {}
    return any(_is_own_words(article, found) or _is_dated(article, found, days) for found in told)


_LEAST_RETOLD = 2


def _retells(article: Article) -> bool:
    """Tell whether a text says more than once what one person or body with a name has said."""
    told = (found for found in article.attributions if found.source and found.source_kind in ("named", "institution"))
    said = {
        (article.text_of(*found.source).split()[-1], found.cue[0].passage)
        for found in told
        if found.cue and _is_told(article, found)
    }
    return max(Counter(name for name, _ in said).values(), default=0) >= _LEAST_RETOLD


def _is_told(article: Article, found: Attribution) -> bool:
    return is_telling(article.text_of(*found.cue), article.lexicon)


def _is_own_words(article: Article, found: Attribution) -> bool:
    """Tell whether somebody is quoted in a sentence; who has neither a name nor a pronoun needs a verb of saying."""
    is_person = found.source_kind in ("named", "pronoun") or _is_told(article, found)
    return is_person and _is_own_sentence(article, found.quotation)


def _is_own_sentence(article: Article, index: int | None) -> bool:
    """Tell whether a quotation is a sentence, or so long a part of one that it can be found."""
    if index is None or article.quotations[index].words < _LEAST_QUOTED:
        return False
    if article.quotations[index].words >= _LEAST_IN_PART:
        return True
    number, _, end = article.quotations[index].extent
    inner = article.text_of(article.quotations[index].inner).strip(" […‘'’")
    is_ended = inner[-1:] in ".,!?…—–-]" or article.passages[number].text.startswith((",", "."), end)
    return inner[:1].isupper() and is_ended


def _is_dated(article: Article, found: Attribution, known: dict[Sentence, list[tuple[int, int]]]) -> bool:
    """Tell whether a sentence says on which day somebody said something."""
    cue = found.cue[0] if found.cue else None
    if cue is None or not _is_told(article, found):
        return False
    sentences = article.sentences_of.get(cue.passage, ())
    own = next((sentence for sentence in sentences if sentence.start <= cue.start < sentence.end), None)
    if own is None:
        return False
    content = Extents(found.content)
    if own not in known:
        days = _DAY.finditer(article.passages[cue.passage].text, own.start, own.end)
        known[own] = [day.span() for day in days]
    return any(not content.overlaps(cue.passage, *day) for day in known[own])


def _links_to_source(article: Article) -> bool:
    """Tell whether a link of the body leads away from a sentence about the article's own subject.

    A source may stand on the same site.
    """
    subject: frozenset[str] | None = None
    for link in article.links:
        if link.block is None or not link.target or link.target.startswith(_TARGETS_HERE):
            continue
        if article.blocks[link.block].kind == "boilerplate":
            continue
        subject = _subject(article) if subject is None else subject
        text = _sentence_around(article, Extent(link.block, link.start, link.end))
        if not _CALL.match(text) and not subject.isdisjoint(list_parts(text.lower())):
            return True
    return False


def _sentence_around(article: Article, place: Extent) -> str:
    sentences = article.sentences_of.get(place.passage, ())
    own = next((sentence.text for sentence in sentences if sentence.start <= place.start < sentence.end), None)
    return article.blocks[place.passage].text if own is None else own


_OFTEN = 3  # blocks


def _subject(article: Article) -> frozenset[str]:
    """Return the words of an article's headline, and those that stand in several of its blocks."""
    uses = Counter(word for index in range(len(article.blocks)) for word in article.vocabulary(index))
    often = {word for word, times in uses.items() if times >= _OFTEN}
    headline = list_parts(article.headline.text.lower()) if article.headline else ()
    return frozenset(word for word in chain(often, headline) if len(word) > 3 and word not in STOP_WORDS)


def _lists_sources(article: Article, names: frozenset[str]) -> bool:
    """Tell whether a heading announces a list of sources, or a line holds one: “Sources: …”."""
    headings = (block.text for block in article.blocks if block.kind == "heading")
    leads = (block.text[:80].partition(":") for _, block in article.prose_blocks())
    lines = (lead for lead, colon, _ in leads if colon)
    return any(comparison_key(text, "words") in names for text in chain(headings, lines))


_TELLING = PROSE_KINDS | {"table-row", "caption"}


def _is_credited(text: str, outlets: tuple[str, ...]) -> bool:
    """Tell whether a text has a footnote, a filing, a dated speech or an account, or credits whoever owns or tells."""
    signs = (_FOOTNOTE, _CREDIT, _OWNED, _FILED, _DATED_EVENT, _PLACED)
    if any(sign.search(text) for sign in signs) or has_sign(text, _PUBLISHER, _REPORTING) or _REPORTS.search(text):
        return True
    return has_sign(text, _names(outlets), _CREDITED + _REPORTING)


@lru_cache(maxsize=256)
def _names(outlets: tuple[str, ...]) -> re.Pattern[str]:
    # What stands before a name tells whether it begins there: without `\b` in front, only capitals are tried.
    return pattern(rf"(?:{join_words(outlets)})\b")


# A named publisher that is credited.
_CREDITED = (
    Sign(
        pattern(
            r"\b(?:told|tells|interview with|speaking to|spoke to|according to|reported by|via)[ ](?:[tT]he[ ])?\Z"
        ),
        None,
    ),
    Sign(pattern(r"\b[oO]n[ ](?:the[ ])?\Z"), None),  # said on the air
    Sign(pattern(r"\(\Z"), pattern(r"\)[ ]*[—–-]")),
    Sign(
        pattern(r"(?<!\w)\Z"),
        pattern(r"[ ](?:reported|reports|said|quoted|cited|first[ ]reported|has[ ]reported)\b"),
    ),
)
# A publisher by the form of its name, and words of reporting near it.
_PUBLISHER = pattern(
    r"\b[A-Z][\w.&’'-]{0,40}[ ](?:Times|Post|Herald|Tribune|News|Journal|Star|Gazette|Press|Mail|Telegraph|Observer"
    r"|Globe|Chronicle|Courier|Inquirer|Examiner|Register|Review|Magazine|Network|Radio|Television|TV|Daily|Weekly|Monitor"
    r"|Dispatch|Sentinel|Tonight)\b"
)
_WORDS = (
    r"(?:report(?:s|ed|ing|ers?)?|polls?|survey(?:s|ed)?|headlines?|headlined|columns?|columnists?|articles?|editorials?"
    r"|interview(?:s|ed)?|found|finds|learned|wrote|writes|writing|published|sa(?:id|ys|ying)|told|tells|quoted|cited"
    r"|estimates?|stor(?:y|ies)|podcast|spoke|obtained|show(?:s|ed)|reads|noted|notes|revealed|appear(?:ed|ing|ance)"
    r"|analysis|asked|broke|investigation|moderat\w+|host(?:s|ed)?|anchors?|correspondent|footage|video|tweet(?:s|ed)?)"
)
_REPORTING = (
    Sign(None, pattern(rf"[^.\n]{{0,60}}\b{_WORDS}\b")),
    Sign(pattern(rf"\b{_WORDS}\b[^.\n]{{0,60}}\Z"), None),
)
# A body by the form of its name, which tells something: “the Loam Institute of Trade estimates …”.
_REPORTS = pattern(
    r"""
    \b(?:[A-Z][\w.&’'-]{0,40}[ ](?:and[ ]|for[ ]|on[ ])?)(?:[A-Z][\w.&’'-]{0,40}[ ]){0,4}?
    (?:Agency|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Commission|Committee|Council|Department|Federation
      |Foundation|Fund|Group|Institut(?:e|ion)|Laboratory|Ministry|Observatory|Office|Organi[sz]ation|Panel|Police
      |Research|Service|Society|Union|University|Watch)
    (?:[ ](?:of|for|on)[ ](?:the[ ])?(?:[A-Z][\w.&’'-]{0,40}[ ]?){1,4})?[ ]?
    (?:has[ ]|have[ ]|had[ ]|also[ ]|itself[ ]|\([A-Z]{2,8}\)[ ]){0,2}
    (?:said|says|reports|reported|found|finds|estimate[sd]|warn(?:s|ed)|announced|published|released|confirmed
      |calculate[sd]|forecasts|predict(?:s|ed)|put[ ]|puts[ ]|recorded|shows)\b
    """,
    re.VERBOSE,
)
# Another publisher that is credited, or somebody who spoke to the publication itself.
_CREDIT = pattern(
    r"""
    [hHwtiSVC](?<!\w\w)(?:
        (?<=[hH])(?i:/t|at[ ]tip)[ ]+[A-Z]
      | r(?<=wr)(?:iting|ites|ote)[ ](?:at|in|for)[ ](?:[tT]he[ ])?[A-Z]
      | old(?<=told)[ ](?:us|me|this[ ](?:news)?paper|The[ ][A-Z]\w+)\b
      | (?:old(?<=told)|ells(?<=tells))[ ](?:the[ ])?[A-Z]\w+[ ]
        (?:Times|Post|Herald|Tribune|News|Journal|Star|Gazette|Press|Mail|Telegraph)\b
      | n[ ]an[ ](?<=in[ ]an[ ])(?:exclusive[ ])?(?:interview|e-?mail)\b
      | (?:ource(?<=Source)s?|ia(?<=Via)|redit(?<=Credit)):[ ]+\S
    )
    """,
    re.VERBOSE,
)
