"""The check of offices, ranks and titles that change for one person where nothing explains it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from newslint.article import Article
from newslint.checks.bodies import Part, cut
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.kinship import is_told_as_relative
from newslint.language.units.offices import Titled, are_rivals, find_titled, last_words
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple

_DIGESTS = frozenset(["headline", "dek", "summary"])
# What explains that somebody has another title: time, a step up, or two offices.
_EXPLAINED = pattern(
    r"\b(?:former|formerly|ex|then|later|now|once|acting|interim|promoted|promotion|appointed|named|elected|elect"
    r"|bec[ao]mes?|was[ ]made|will[ ]be|succeed(?:ed|s)?|previously|until|retired|demoted|late|also|both|doubles|either"
    r"|nominee|candidates?|designate|incoming|outgoing|new|stripped|honorary|emeritus|temporary|future|as[ ]a|was[ ]an?"
    r"|posed)\b",
    re.IGNORECASE,
)
_AROUND = 70  # code points
_STOP = pattern(r"[.!?][”\"’']?\s+(?=[A-Z“\"])")
_MOST = 40  # titles at one name that are compared


class _Mention(NamedTuple):
    """A title at a name, and the text in which it stands."""

    order: int
    part: Part
    titled: Titled


@check(placeholders=("name", "title", "other"))
def person_titles(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a person to whom the article gives two offices, ranks or titles that exclude each other, once.

    Nothing is told of quotations, where a word explains the other title, where relatives are near, or where others have
    the name. The message may use `{name}`, the `{title}` and the `{other}` one.
    """
    if article.language_code not in (None, "en"):
        return
    found: dict[str, list[_Mention]] = defaultdict(list)
    for order, mention in enumerate(_mentions(article)):
        for word in {mention[1].name[0], mention[1].name[-1]}:
            found[word].append(_Mention(order, *mention))
    told: set[int] = set()
    for word, mentions in found.items():
        if len({each.titled.title for each in mentions}) > 1:
            for right, wrong in _rivals(mentions[:_MOST]):
                if wrong.order not in told and not _is_other(article, word, right, wrong):
                    told.add(wrong.order)
                    yield _tell(right, wrong)
                    break


# Only beside a doctor does it matter who is called Mr.
_COURTESIES = frozenset("mr mrs ms miss mx".split())
_DOCTORS = frozenset(["Dr", "Doctor", "doctor"])


def _mentions(article: Article) -> Iterator[tuple[Part, Titled]]:
    known = last_words() - (_COURTESIES if _DOCTORS.isdisjoint(article.uses) else frozenset())
    for index, block in enumerate(article.blocks):
        if block.kind in ("code", "boilerplate"):
            continue
        words = article.vocabulary(index) & known
        for titled in find_titled(block.text, words) if words else ():
            if not article.is_quoted(index, titled.start, titled.end):
                yield Part(block.text, block, block.span, True), titled
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            for part in cut(article, element):
                words = known.intersection(list_parts(part.text.lower()))
                for titled in find_titled(part.text, words) if words and part.block is None else ():
                    yield part, titled


def _rivals(mentions: Sequence[_Mention]) -> Iterator[tuple[_Mention, _Mention]]:
    """Yield mentions of one name with titles that exclude each other: the usual or the first, and the other."""
    by_title: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_title[mention.titled.title].append(mention)
    ordered = sorted(by_title.values(), key=lambda each: (-len(each), each[0].order))
    for right, wrong in combinations(ordered, 2):
        is_lone = (len(wrong) == 1 or len(wrong) < len(right)) and are_rivals(
            right[0].titled.title, wrong[0].titled.title
        )
        if is_lone and not any(map(_is_explained, (*right, *wrong))):
            yield right[0], wrong[0]


def _is_explained(mention: _Mention) -> bool:
    """Tell whether the words around a title say that it was or will be another, or that relatives are meant."""
    text, (_, _, start, end) = mention.part.text, mention.titled
    before = _STOP.split(text[max(0, start - _AROUND) : start])[-1]
    after = _STOP.split(text[end : end + _AROUND])[0]
    if _EXPLAINED.search(before) or _EXPLAINED.search(after) or _EXPLAINED.search(text[start:end]):
        return True
    return is_told_as_relative(before, f"{' '.join(mention.titled.name)}{after}")  # “Father Roe” is nobody’s father


def _is_other(article: Article, word: str, right: _Mention, wrong: _Mention) -> bool:
    """Tell whether two mentions may be of two people: by other names, in one sentence, or as one of a family."""
    ours, theirs = right.titled.name, wrong.titled.name
    if min(len(ours), len(theirs)) > 1 and ours != theirs:
        return True
    if right.part.span == wrong.part.span and right.part.text == wrong.part.text:
        first, last = sorted((right.titled, wrong.titled), key=lambda each: each.start)
        if not _STOP.search(right.part.text, first.end, last.start + 1):
            return True
    return _has_family(article, word, {*ours, *theirs})


def _has_family(article: Article, word: str, own: set[str]) -> bool:
    """Tell whether the article has somebody else of this name: another given name before it, or its plural."""
    pairs = pattern(rf"\b([A-Z][^\W\d_]+|[A-Z]\.)[ ]{word}(s?)\b")
    for block in article.blocks:
        if word in block.text and block.kind not in ("code", "boilerplate"):
            for match in pairs.finditer(block.text):
                known = own | {each.capitalize() for each in last_words()}
                if match[2] or (match[1] not in known and match[1] not in _NO_GIVEN):
                    return True
    return False


_NO_GIVEN = frozenset(
    "The Mr Mrs Ms Miss Dr Sir Prof And But When As For If With By In On At To From That Said".split()
)


def _tell(right: _Mention, wrong: _Mention) -> Finding:
    text = wrong.part.text
    values = {
        "name": " ".join(wrong.titled.name),
        "title": text[wrong.titled.start : wrong.titled.end],
        "other": right.part.text[right.titled.start : right.titled.end],
    }
    related = (Related(right.part.locate(right.titled.start, right.titled.end), f"“{values['other']}” here"),)
    return Finding(wrong.part.locate(wrong.titled.start, wrong.titled.end), values, related=related)
