"""Find documents that are cited as “a study” or “an internal memo” and that nothing in the article identifies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.article import Article, Sentence
from newslint.checks.shared import DATE, is_linked, join_words
from newslint.checks.strays import is_apart
from newslint.patterns import pattern
from newslint.spans import Extent

__all__ = ["Hearsay", "find_hearsay", "hearsay_words"]

Hearsay = tuple[Extent, str]
_SEVERAL = (
    "[Ss]everal|[Ss]ome|[Mm]ultiple|[Mm]any|[Nn]umerous|[Vv]arious|[Tt]wo|[Tt]hree|[Aa]nother|[Mm]ost|[Oo]ther|[Oo]ne"
)
_SEEN = (
    "seen|obtained|reviewed|leaked|viewed|shared|conducted|sent|filed|commissioned|handed|made|passed|circulated"
    "|published|released|of|on|into|by|from|in|for|about"
)
# What a document is called before its noun, where it begins a sentence.
_KEPT = (
    "[Ee]xpert|[Ee]xperts[’']|[Ss]cientific|[Aa]cademic|[Cc]linical|[Mm]edical|[Gg]lobal|[Nn]ational|[Ll]ocal|[Oo]pinion"
    "|[Ii]ndustry|[Cc]onsumer|[Mm]arket|[Ii]ndependent|[Ll]aboratory|[Ee]arly|[Ll]atest|[Ff]resh|[Ee]xit|[Ss]traw"
    "|[Pp]sychological|[Hh]istorical|[Gg]enetic|[Ff]orensic|[Gg]overnment|[Hh]ospital|[Ss]chool|[Bb]oard|[Ss]taff|"
    "[Ii]nternal|[Ll]eaked|[Cc]onfidential|[Ss]ecret|[Rr]ecent|[Nn]ew|[Pp]rivate|[Pp]revious|[Ee]arlier|[Hh]acked"
    "|[Uu]npublished|[Rr]edacted|[Cc]lassified|[Cc]ompany|[Oo]fficial|[Ff]inancial|[Mm]edical"
)
# Whose records are kept where everybody can ask for them.
_PUBLIC = (
    "court|pool|police|public|property|campaign|finance|tax|federal|state|county|city|regulatory|election|exit|news"
    "|media"
)
# Who published it, or when: what stands after a document and identifies it.
_PUBLISHED = pattern(
    rf"[^.;“”\"]{{0,60}}?\b(?:by|from|of|at|in|for|with|to|called|titled|entitled)[ ](?:[a-z]+[ ]){{0,2}}?[A-Z]"
    rf"|[^.;“”\"]{{0,60}}?\b{DATE}\b|,?[ ][“\"‘'][A-Z]"
    r"|[ ](?:by|from)[ ](?!(?:economists|researchers|scientists|experts|academics|analysts|consultants|doctors)\b)"
)
_NAME = pattern(r"(?<=[\w,”\"'’][ ])[A-Z][\w’'-]+|\b(?:[Hh]e|[Ss]he|I|[Tt]hey|[Ww]e)\b")
_ONE_OF = pattern(r"(?:[Oo]ne|[Tt]wo|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost)[ ]of[ ]")
# Who is named after a document: one research firm, a survey team.
_ITS_OWNER = pattern(
    r"[ ](?:firm|compan(?:y|ies)|group|cent(?:re|er)|institute|institution|agency|house|body|team|director|analyst"
    r"|fellow|assistant|scientist|unit|outfit|organi[sz]ation|consultancy|arm|service|desk|department|office)s?\b"
)
_MAIL = frozenset("email emails e-mail e-mails letter letters note notes".split())
_MOST_VOICES = 100  # in a paragraph
_LINKED_NEAR = 1  # blocks


def find_hearsay(article: Article, nouns: tuple[str, ...], verbs: tuple[str, ...]) -> Iterator[Hearsay]:
    """Yield the place and noun of each document that speaks or is cited without a title, publisher or day beside it."""
    regex, words = _cited(nouns, verbs), hearsay_words(nouns)
    joined = {word for word in words if not word.isalnum()}  # which a vocabulary has in parts
    for number, block in article.prose_blocks():
        known = article.vocabulary(number)
        if block.kind != "paragraph" or words.isdisjoint(known):
            continue
        here = {*_BARE, *joined, *(words & known)}
        for sentence in article.sentences_of.get(number, ()):
            may_tell = any(map(sentence.text.lower().__contains__, here))
            found = _find_in(article, sentence, regex) if may_tell else None
            if found is not None and not _is_linked(article, sentence, found[0]):
                yield found


def _find_in(article: Article, sentence: Sentence, regex: re.Pattern[str]) -> Hearsay | None:
    for match in regex.finditer(sentence.text):
        kind = "cited" if match["cited"] else "said" if match["said"] else "in"
        start, end = match.span(kind)
        place = Extent(sentence.block, sentence.start + start, sentence.start + end)
        if _is_known(article, sentence, match, kind, place) or (
            kind == "in" and not _says_itself(article, sentence, match)
        ):
            continue
        return place, (match[f"{kind}_noun"] or match["bare_noun"]).lower()
    return None


def _is_known(article: Article, sentence: Sentence, match: re.Match[str], kind: str, place: Extent) -> bool:
    """Tell whether a document is one of some that were told of, somebody's to tell of, or published."""
    if _ONE_OF.match(match.group(kind)) or _is_someones(article, place):
        return True
    text = sentence.text.replace("\u00a0", " ")
    if _ITS_OWNER.match(text, match.end(kind)):
        return True
    return article.is_quoted(*place) or _PUBLISHED.match(text, match.end(kind)) is not None


def _says_itself(article: Article, sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what is told in a document is told by nobody who writes there."""
    if match["in_noun"].lower() in _MAIL or _NAME.search(sentence.text):
        return False
    return article.has_source(sentence.block, *_range(sentence))


def _is_someones(article: Article, place: Extent) -> bool:
    """Tell whether somebody with a name or a body tells what a document says: they can be asked for it."""
    told = article.attributions_of.get(place.passage, ())[:_MOST_VOICES]
    return any(
        found.source
        and found.source_kind in ("named", "institution")
        and not _meets(found.source[0], place)
        and any(_meets(each, place) for each in found.content)
        for found in told
    )


def _meets(one: Extent, other: Extent) -> bool:
    return one.passage == other.passage and one.start < other.end and other.start < one.end


def _range(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _is_linked(article: Article, sentence: Sentence, place: Extent) -> bool:
    """Tell whether a link may lead to a document: near it or, where nothing else is told of it, in its sentence."""
    near = range(place.passage - _LINKED_NEAR, place.passage + _LINKED_NEAR + 1)
    if article.linked_blocks.isdisjoint(near):
        return False
    return is_linked(article, place) or not is_apart(article, sentence)


@lru_cache(maxsize=256)
def hearsay_words(nouns: tuple[str, ...]) -> frozenset[str]:
    """Return the forms of nouns as an article's vocabulary has them."""
    firsts = {noun.split()[0] for noun in nouns}
    return frozenset({*firsts, *map(_plural, firsts)})


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else noun if noun.endswith("s") else f"{noun}s"


# What needs no article, nor another form for several.
_BARE = ("research", "data", "evidence")


@lru_cache(maxsize=256)
def _cited(nouns: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """“A study has found”, “according to a leaked memo”, “in a letter”."""
    forms = tuple(sorted({*nouns, *map(_plural, nouns)}))
    plain, verb = join_words(forms), join_words(verbs)
    several = tuple(noun for noun in forms if noun.endswith("s"))
    bare = join_words((*several, *(noun.capitalize() for noun in several), *_BARE, *map(str.capitalize, _BARE)))
    modifiers = rf"(?:(?!(?:{_PUBLIC})\b)[a-z][a-z-]*[ ]){{0,3}}?"
    counted = rf"(?:[Aa]n?|{_SEVERAL})[ ]{modifiers}"
    own = rf"(?:[ ](?:{_SEEN})(?:[ ](?!(?:that|who|which|he|she|they|it|how|we|I)\b)[a-z][a-z’-]*){{1,8}}?)?"
    return pattern(
        rf"""
          \b(?:[Aa]ccording[ ]to|[Pp]er|[Cc]iting|[Bb]ased[ ]on|[Ss]tated[ ]in|[Dd]escribed[ ]in|contained[ ]in)
          [ ](?P<cited>{counted}(?P<cited_noun>{plain}))\b
        | \b(?:[Ii]n|(?:says|said|states|written)[ ]in)[ ](?P<in>(?:an?|the(?=[ ]contract)|{_SEVERAL})[ ]{modifiers}
          (?P<in_noun>{plain}))\b(?![ -][a-z]+s\b)
        | (?P<said>(?:(?<![\w’'-]){counted}(?P<said_noun>{plain})
          |(?:^|(?<=[,:—–][ ]))(?:(?:{_KEPT})[ ]){{0,3}}(?P<bare_noun>{bare})))
          {own},?[ ](?:(?:has|have|had|also|now|once)[ ]){{0,2}}(?:{verb})\b
        """,
        re.VERBOSE,
    )
