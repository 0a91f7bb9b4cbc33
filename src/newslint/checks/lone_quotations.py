"""Find speech that nobody is named for, beside nothing that the article tells: “… was all anyone heard”."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.article import Article, Sentence
from newslint.checks.nearby import nearby_of
from newslint.checks.strays import is_apart
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern
from newslint.spans import Extent

__all__ = ["find_lone_quotations"]

_LEAST_WORDS = 2
# Words on a thing, of a work or of old, and what a law or a sign says: nobody speaks them now.
_NOT_SPOKEN = pattern(
    r"\b(?:signs?|banners?|placards?|posters?|slogans?|mottos?|songs?|lyrics?|hymns?|plays?|films?|movies?|novels?"
    r"|books?|poems?|titles?|titled|headlines?|labels?|label+ed|inscriptions?|plaques?|stickers?|badges?|T-shirts?|caps?|mugs?"
    r"|captions?|subtitles?|called|dubbed|nicknamed|known[ ]as|so-called|styled|terms?|words?|meaning|means|section|Act"
    r"|laws?|statute|constitution|used[ ]to[ ](?:say|tell)|always[ ]said|sayings?|proverbs?|adages?|jokes?|tattoo\w*"
    r"|graffiti|written|painted|printed|chalked|scrawled|carved|engraved|sheet|card|wreath|envelope|episode|chapter"
    r"|scene|actor|character|verse|psalm|prayer|Bible|gospel|video|recording|tape|clip|footage|court|trial|jury|lawsuit"
    r"|tweets?|tweeted|posts?|posted|messages?)\b"
)
_SPEAKER = pattern(r"\b(?:[Hh]e|[Ss]he|I|[Mm]y|[Hh]is|[Hh]er|[Mm]r|[Mm]rs|[Mm]s|[Dd]r)\b(?![’'])")
_NAME = pattern(r"(?<![\w’'.-])[A-Z][\w’'-]+")
# What stands before the name of a place or a day, and is no name of somebody who may speak.
_PLACED = pattern(
    r"\b(?:in|at|on|near|from|outside|inside|around|through|across|before|after|until|since|by|to|off|over|down|along"
    r"|of|and|towards|behind|past)[ ](?:the[ ]|last[ ]|this[ ])?(?:[A-Z][\w’'-]+[ ]|of[ ]|the[ ]){0,3}$"
)
_OPENERS = frozenset(
    "the a an in on at for from with by to as but and so or when while after before if though although because since "
    "it that this these those there here what why how where who which his her their its my our your one two three some "
    "many most all both each every no not nobody everyone everybody somebody someone anyone nothing another other "
    "asked outside inside behind across along around near over under by then now yet still even only just once again "
    "today yesterday tomorrow later earlier soon meanwhile instead they we you i he she".split()
)
_ENDINGS = ("s", "ly", "ed", "ing")


def find_lone_quotations(article: Article) -> Iterator[int]:
    """Yield the number of each quotation that is speech, in a paragraph that names nobody, of something not told of.

    Who is only told by what they are (“a shopper said”) is left to other checks.
    """
    for number, quotation in enumerate(article.quotations):
        block = article.blocks[quotation.extent.passage]
        if block.kind != "paragraph" or block.is_strong or quotation.words < _LEAST_WORDS:
            continue
        if quotation.extent.passage in article.linked_blocks or not _is_speech(article, quotation):
            continue
        if _is_astray(article, quotation) and _is_nobodys(article, number, quotation):
            yield number


def _is_speech(article: Article, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence, by its beginning and end, or an answer: “the reply was …”."""
    text, inner = article.blocks[quotation.extent.passage].text, article.text_of(quotation.inner).strip()
    before = text[max(0, quotation.extent.start - _BEFORE) : quotation.extent.start]
    long = [word for word in inner.split() if len(word) >= _LONG_WORD]
    if all(word[:1].isupper() for word in long):
        return False  # a title
    if inner[:2].isupper():
        return False  # a sample
    is_ended = inner[-1:] in ".,!?…" or _AFTER.match(text, quotation.extent.end) is not None
    is_begun = inner[:1].isupper() or _ANSWER.search(before) is not None
    is_begun = is_begun or text.startswith((" was all", " was the"), quotation.extent.end)
    return is_begun and is_ended


# What tells of speech whose own end has no mark: “…” was all anyone heard.
_AFTER = pattern(r"[,.]|[ ]from\b|[ ](?:was|is)[ ](?:all|how|heard|what|the)\b")
_LONG_WORD = 4
_BEFORE = 40
_ANSWER = pattern(r"\b(?:reply|answer|response|retort|verdict|refrain|cry|shout)[ ](?:is|was|came|comes|went)?:?[ ]?$")


def _is_astray(article: Article, quotation: Quotation) -> bool:
    """Tell whether the sentences of a quotation, or those around it, are about something told nowhere else."""
    own = [each for each in _sentences(article, quotation.extent) if not _is_quoted(quotation.extent, each)]
    around = own or [
        each
        for each in article.sentences_of.get(quotation.extent.passage, ())
        if not _is_quoted(quotation.extent, each)
    ]
    told = around or list(_sentences(article, quotation.extent))
    return bool(told) and is_apart(article, max(told, key=lambda each: len(each.text)))


def _sentences(article: Article, extent: Extent) -> Iterator[Sentence]:
    told = article.sentences_of.get(extent.passage, ())
    at = max(0, bisect_right(told, extent.start, key=lambda each: each.start) - 1)
    for sentence in told[at:]:
        if sentence.start >= extent.end:
            return
        yield sentence


def _is_quoted(extent: Extent, sentence: Sentence) -> bool:
    return extent.start <= sentence.start and sentence.end <= extent.end + 1


def _is_nobodys(article: Article, number: int, quotation: Quotation) -> bool:
    """Tell whether nobody may have spoken a quotation: in its sentence or, where it stands alone, around it."""
    known, block = nearby_of(article), quotation.extent.passage
    told = [each for each in article.attributions_of.get(block, ()) if each.source and each.quotation is not None]
    scope = list(_sentences(article, quotation.extent))
    is_alone = len(" ".join(map(known.unquoted, scope)).split()) < _LEAST_AROUND
    own = [each for each in told if each.quotation == number]
    if any(_is_somebody(article, each.source[0], scope, is_alone=is_alone) for each in own if not each.is_carried):
        return False
    if any(not is_alone or known.is_speaking_before(block, each) for each in own if each.is_carried):
        return False
    if is_alone:
        # Who spoke another quotation of the paragraph goes on.
        if any(each.quotation != number for each in told) or known.voices.get(block):
            return False
        scope = list(article.sentences_of.get(block, ()))
    if (is_alone and any(map(known.is_told_by_name, scope))) or article.is_stated(*quotation.extent):
        return False
    if scope[0].start < quotation.extent.start and _DEFINITE.match(scope[0].text):
        return False  # “The minister said: …” takes up who was told of
    outside = " ".join(map(known.unquoted, scope))
    if _NOT_SPOKEN.search(outside) or _SPEAKER.search(outside) or _has_name(known.inside, outside):
        return False
    if outside.strip(" .,“”\"'"):
        return True
    # What goes on with “But” goes on with other words of the same person.
    return _GOING_ON.match(article.text_of(quotation.inner)) is None and not known.is_led_by_name(block)


_GOING_ON = pattern(r"(?:But|And|So|Or|Yet|Because|Also|Then|That|This|These|Those|It[’']s|Not[ ]only)\b")


_DEFINITE = pattern(r"(?:The|This|That|These|Its|Both)[ ]")
_LEAST_AROUND = 3  # words


def _is_somebody(article: Article, source: Extent, scope: Sequence[Sentence], *, is_alone: bool) -> bool:
    """Tell whether the source of a quotation is somebody: not “they”, nor “the questioner” of whom nothing is told.

    Who is told by what they are is left to other checks, and so is who goes on from before, where nothing else speaks.
    """
    if not any(each.block == source.passage and each.start <= source.start < each.end for each in scope):
        first = nearby_of(article).unquoted(scope[0]).lower().split()[:1]
        return is_alone or first in (["the"], ["this"], ["its"], ["both"])
    text = article.text_of(source)
    if text.lower() in ("they", "we", "it"):
        return text.lower() == "it"
    words = text.lower().split()
    if words[0] != "the" or not text[4:].islower():
        return True
    return any(nearby_of(article).has_noun_before(source.passage, word) for word in words[1:3])


def _has_name(inside: frozenset[str], text: str) -> bool:
    """Tell whether a text has somebody's name: a capital that is none of a place, a day or a sentence's beginning."""
    for match in _NAME.finditer(text):
        before, word = text[max(0, match.start() - _REACH) : match.start()], match.group()
        is_first = not before.strip() or before.rstrip().endswith((".", "!", "?", ":", "”", '"', "“"))
        if is_first:
            is_name = word in inside or text.startswith(",", match.end())
            if is_name and word.lower() not in _OPENERS and not word.endswith(_ENDINGS):
                return True
        elif not _PLACED.search(before) or (before.endswith(" of ") and _FULL_NAME.match(text, match.start())):
            return True
    return False


_FULL_NAME = pattern(r"[A-Z][\w’'-]+[ ][A-Z][\w’'-]+,")
_REACH = 60
