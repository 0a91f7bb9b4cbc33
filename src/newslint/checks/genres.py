"""What checks ask of the form of a text: whether it speaks in its author's own voice, or only lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from math import ceil

from newslint.article import Article
from newslint.checks.pages import introduced_author
from newslint.checks.shared import kept
from newslint.newsroom.labels import read_label
from newslint.newsroom.remarks import is_personal
from newslint.patterns import pattern

_LONGEST_LABEL = 40
# Types of texts whose author or event is the source, or whose voice is another's.
_OWN_VOICE = frozenset("opinion editorial review live satire obituary press-release sponsored".split())
_WRITER = pattern(r"\b(?:critics?|columnists?|contributors?)\b", re.IGNORECASE)
# A last paragraph may say who wrote the text; one that tells what critics say does not.
_INTRODUCED = pattern(
    r"\b(?:is|was)[ ](?:an?|the|our)[ ](?:[\w’'&-]+[ ]){0,6}?(?:critic|columnist|contributor)\b", re.IGNORECASE
)
# “World War I was” and “Type I or” are numbers.
_NUMBER = "".join(f"(?<!{word} )" for word in ("War", "Type", "Phase", "Part", "Title", "Division", "Class", "Stage"))
_I = pattern(rf"\b(?:{_NUMBER}I(?:['’](?:m|ve|d|ll)\b|[ ][a-z]{{2}})|[Mm]y[ ][a-z]{{2}})")
_SCORE = pattern(
    r"(?<![\w.,-])(?<!ages )(?<!aged )\d{1,2}[-–]\d{1,2}(?![\w-])"
    r"(?![ ](?:(?:years?|months?|weeks?|days?|hours?|minutes?|people|votes?|majority|decision|ruling|per)\b"
    r"|(?:percent|[ap]\.?m)\b))"
)
_LEAST_FIRST_PERSON = 2
_LEAST_SCORES = 3
_FIRST_BLOCKS = 3
_LAST_BLOCKS = 2


# What an author argues with: the reader's “we”, and duties, questions that are answered at once, asides.
_WE = pattern(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|[Oo]urselves)\b")
_ARGUING = pattern(
    r"""
      \b(?:should|must|ought[ ]to)\b | (?<=[a-z])\?(?=\s[A-Z])
    | \b(?:(?:[Ii]t['’]s|[Ii]t[ ]is)[ ](?:hard|easy|important|time|worth)|[Nn]ever[ ](?:mind|forget)|[Ll]et['’]s
      |[Ii]deally|[Aa]bsolutely|[Aa]fter[ ]all|[Oo]f[ ]course|[Ff]rankly|[Ss]urely|[Mm]ake[ ]no[ ]mistake|[Hh]ardly
      |[Nn]o[ ]wonder|[Nn]eedless[ ]to[ ]say|[Ss]adly|[Cc]learly|[Ww]orse|[Pp]erhaps|[Ii]ndeed)\b
    """,
    re.VERBOSE,
)
_PERSONS = frozenset("i i'm i've i'd i'll i’m i’ve i’d i’ll my we us our ourselves".split())
_LEAST_ARGUING = 4
_WORDS_EACH = 150  # words of the text for each sign of an argument
# Who reports, and argues for nobody, as a biography says.
_REPORTER = pattern(r"\b(?:reporter|correspondent|editor|writer|covers|staff|journalist)\b", re.IGNORECASE)


def is_own_voice(article: Article) -> bool:
    """Tell whether a text is an opinion, a review, letters or the like: by its label, its author, its first person."""
    prose = [block.text for _, block in article.prose_blocks()]
    if _OWN_VOICE.intersection(_labels(article, prose[:_FIRST_BLOCKS])):
        return True
    about = (element.text for element in article.find_all("author-bio"))
    if any(map(_WRITER.search, about)) or any(map(_INTRODUCED.search, prose[-_LAST_BLOCKS:])):
        return True
    author = introduced_author(article)
    if author is not None and not _REPORTER.search(author):
        return True
    least = max(_LEAST_ARGUING, article.word_count // _WORDS_EACH)
    if _count(article, _I, _LEAST_FIRST_PERSON) == _LEAST_FIRST_PERSON:
        return True
    argued = _count(article, _ARGUING, least)
    return argued > 0 and argued + _count(article, _WE, least) >= least


_LEAST_SPEAKING = 4  # paragraphs
_SPEAKING_SHARE = 0.2


@kept
def speaks_for_itself(article: Article) -> bool:
    """Tell whether a text speaks in its author's or publisher's own voice: by its label, or as “I” or “we” often."""
    prose = [(index, block) for index, block in article.prose_blocks() if block.kind == "paragraph"]
    if _OWN_VOICE.intersection(_labels(article, [block.text for _, block in prose[:_FIRST_BLOCKS]])):
        return True
    least = max(_LEAST_SPEAKING, _SPEAKING_SHARE * len(prose))
    speaking = (index for index, block in prose if _speaks(article, index, block.text))
    return sum(1 for _ in islice(speaking, ceil(least))) >= least


_LEAST_MENU = 4  # lines
_LEAST_FURNITURE = 8


def is_captured(article: Article) -> bool:
    """Tell whether a text was captured with the page around it: its menus, share bars, forms and teasers.

    Where its article begins and ends is a guess then, as is who signs it and when, and links and pictures are gone.
    """
    if article.is_page:
        return False
    roles = [block.role for block in article.blocks if block.kind == "boilerplate"]
    return len(roles) >= _LEAST_FURNITURE and roles.count("menu") >= _LEAST_MENU


@kept
def speaks_to_readers(article: Article) -> bool:
    """Tell whether a text speaks for itself or, as a guide or a letter, to its readers: as remarks to colleagues do."""
    return is_personal(article.vocabulary(index) for index in range(len(article.blocks))) or speaks_for_itself(article)


def _speaks(article: Article, index: int, text: str) -> bool:
    if _PERSONS.isdisjoint(article.vocabulary(index)):
        return False
    own = (match for words in (_I, _WE) for match in words.finditer(text))
    return any(not article.is_quoted(index, *match.span()) for match in own)


def _count(article: Article, words: re.Pattern[str], most: int) -> int:
    """Count the words of a kind outside quotations, up to `most`."""
    own = (
        match
        for index, block in article.prose_blocks()
        for match in words.finditer(block.text)
        if not article.is_quoted(index, *match.span())
    )
    return len([*islice(own, most)])


def _labels(article: Article, opening: Iterable[str]) -> Iterator[str]:
    """Yield the types that labels name: elements, what stands before the headline's colon, lines at the beginning."""
    lead, colon, _ = article.headline.text.partition(":") if article.headline else ("", "", "")
    read = (read_label(text) for text in (lead if colon else "", *opening) if len(text) < _LONGEST_LABEL)
    return filter(None, chain((element.value for element in article.find_all("label")), read))


# Digests, programmes and schedules, by their headline.
_LISTING = pattern(
    r"""
      \bknow[ ](?:for[ ])?(?:today|tonight|this[ ])
    | \b(?:morning|evening|daily|weekly|nightly|today[’']s|week[’']s)[ ](?:\w+[ ])?
      (?:e-?mail|brief(?:ing)?|digest|newsletter|headlines|links)\b
    | \bin[ ]brief\b | \b(?:news|sports?|business|local)[ ](?:briefs|digest)\b
    | \bwhat[’']s[ ]on\b | \b(?:tv[ ](?:guide|listings)|schedules?|line-?up|calendar|listings)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The headline of an item in capitals, a guest or a number of a programme, and a line of a count: “Ferry party: 1,203.”
_ITEM = pattern(r"\A[\W\d]{0,6}(?:[A-Z][A-Z’'.,:-]{0,20}[ ]){3}")
_GUEST = pattern(
    r"\bwill[ ](?:be[ ]interviewed|interview|discuss|appear|perform|come[ ]on|call[ ]in|join|host|air|feature|play)\b"
)
_COUNT = pattern(r"[A-Z][^.:\d]{1,40}:[ ][\d.,]+%?\.?\Z")
_LEAST_ITEMS = 4


def is_listing(article: Article) -> bool:
    """Tell whether a text lists what stands or happens elsewhere: headlines, a programme, results."""
    if article.headline is not None and _LISTING.search(article.headline.text[:200]):
        return True
    texts = [block.text for block in article.blocks if block.kind != "boilerplate"]
    items = (sum(sign.match(text) is not None for text in texts) for sign in (_ITEM, _COUNT))
    guests = sum(_GUEST.search(text) is not None for text in texts)
    scores = sum(len(_SCORE.findall(block.text)) for _, block in article.prose_blocks())
    return max(*items, guests) >= _LEAST_ITEMS or scores >= _LEAST_SCORES
