"""Checks of labels of advertising: whether a paid text has one, says it plainly, and names who paid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article, Field
from newslint.checks.own_texts import block_text
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.meetings.said import read_said
from newslint.newsroom.fulfilment.notices import has_ad_label, is_said, names_sponsor_of_series
from newslint.newsroom.offers.frames import offers
from newslint.newsroom.voices import is_of_others
from newslint.patterns import pattern
from newslint.spans import Extent, Span

_SPONSORS = (
    "sponsor", "sponsors", "sponsored_by", "sponsor_name", "paid_by", "paid_for_by", "advertiser", "brand_partner",
    "commercial_partner", "client",
)  # fmt: skip
_LABELS = frozenset({"sponsored", "advertisement", "advertorial", "paid", "partner content", "branded content"})
_FIELDS = ("type", "content_type", "label", "kicker", "category", "layout", "format", "section")


@check(placeholders=("text",), grades=("body",))
def sponsored_label(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a text of which a field or a sentence says that somebody paid, and that no label calls advertising.

    The message may use `{text}`, what shows it.
    """
    if scene.profile == "sponsored":
        return  # the profile asks for its label
    field = _sponsor(article)
    if field is not None and not _is_labelled(article):
        yield Finding(field.span, {"text": str(field.value)})
        return
    said = None if field else _said(article)
    if said and not _is_labelled(article) and not _is_told_first(article, said[0]):
        yield Finding(said[0], {"text": said[1]}, grade="body")


def _sponsor(article: Article) -> Field | None:
    field = article.field(*_SPONSORS) if article.front_matter else None
    return field if field and isinstance(field.value, str) and field.value.strip() else None


def _is_labelled(article: Article) -> bool:
    field = article.field(*_FIELDS) if article.front_matter else None
    values = [str(field.value).lower()] if field else []
    return any(label in value for value in values for label in _LABELS) or has_ad_label(article)


def _said(article: Article) -> tuple[Span, str] | None:
    """Return where a sentence says in passing that this text was made for or with somebody, and its words."""
    known = offers()
    for place in article.candidates(known, "sponsor"):
        if place not in article.sentences_of and article.blocks[place].kind not in ("heading", "caption"):
            continue
        words = article.vocabulary(place)
        if not known.possible("sponsor", words, words.copy, article.blocks[place].text):
            continue
        text = block_text(article, place)
        for start, end in text.sentences(article):
            sentence, words = text.text[start:end].rstrip(" .!?)"), article.vocabulary_in(place, start, end)
            possible = known.possible("sponsor", words, words.copy, sentence)
            if not possible or known.find_of(possible, read_said(sentence), tuple) is None:
                continue
            if not names_sponsor_of_series(text.text[start:end]) and not is_of_others(
                article, Extent(place, start, start + len(sentence))
            ):
                return text.locate(start, start + len(sentence)), sentence
    return None


_FIRST = 2  # blocks of prose
_SPONSORED = pattern(r"\b(?:sponsored|paid for|underwritten) by\b", re.IGNORECASE)


def _is_told_first(article: Article, span: Span) -> bool:
    """Tell whether the article begins by saying in plain words who sponsors it, there or above a place.

    Who sponsors its series may also stand in its last line.
    """
    prose = [block for _, block in article.prose_blocks()]
    if prose and names_sponsor_of_series(prose[-1].text):
        return True
    return any(block.span.start <= span.start and _SPONSORED.search(block.text) for block in prose[:_FIRST])


_TOP = 6  # blocks in which a label stands
_LONGEST_LABEL = 70  # code points
_PRINTED = ("label", "kicker", "overline", "eyebrow", "badge")
_NAME = r"(?-i:(?:[Tt]he |[Oo]ur )?[A-Z0-9])"
# A plain word for advertising, alone or with who paid.
_PLAIN = pattern(
    r"\W{0,3}(?:advertis(?:e?ments?|ing)|adverts?|ads?|advertorials?|(?:ad|advert|advertisement|advertising) features?"
    r"|sponsored|paid(?: for)?|(?:sponsored|paid|paid[- ]for) (?:content|posts?|features?|articles?|partnership"
    r"|promotion|advertis\w+|stor(?:y|ies))|promotional (?:content|feature)|commercial (?:feature|content))"
    r"(?:\W*\Z|\W{1,3}(?:by|with|from|for|in|feature|content)\b|\s?[|:–—·])",
    re.IGNORECASE,
)
# Words that leave open whether somebody paid; those of the first group are used of nothing else.
_VAGUE = pattern(
    rf"\W{{0,3}}(?P<sure>(?:partner(?:ed)?|brand(?:ed)?|native|collab(?:orative)?) (?:content|posts?|stor(?:y|ies)"
    rf"|features?|articles?|voice|studio)|brand ?voice|content from (?:our|a) (?:partners?|brands?|clients?)"
    rf"|(?:from|by) our (?:\w+ )?(?:partners?|sponsors?)|brought to you by(?= {_NAME})|in paid collaboration|#?collab"
    rf"|promoted(?: content| stor(?:y|ies)| posts?)?)\b"
    rf"|\W{{0,3}}(?:(?:presented|powered|supported|made possible|hosted|enabled) by {_NAME}|in (?:partnership"
    rf"|association|collaboration|cooperation) with {_NAME}|spotlight(?: on {_NAME})?\b|featured(?: content"
    rf"| post| partner)?\b|special feature\b|partner(?: spotlight)?\b|thanks to {_NAME}|together with {_NAME})",
    re.IGNORECASE,
)
# Who paid: named behind a word for it.
_PAYER = pattern(
    rf"\b(?:by|with|from|for|to|of|behalf of|sponsor|advertiser|client|partner|brand)\b\W{{0,3}}{_NAME}"
    r"|\babout the (?:sponsor|advertiser|brand|company)\b",
    re.IGNORECASE,
)
Line = tuple[Span, str]


@check(placeholders=("text",))
def ambiguous_ad_label(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a label that leaves open whether somebody paid, where no plain one stands above the text.

    Words that other texts have, too, such as “in association with”, count where a sponsor is named or the profile is
    that of sponsored texts. The message may use `{text}`.
    """
    lines = list(_top_lines(article))
    if any(_PLAIN.match(text) for _, text in lines) or is_said(article, "ad-label"):
        return
    is_paid = scene.profile == "sponsored" or _sponsor(article) is not None
    if scene.profile != "sponsored" and is_paid and not _is_labelled(article):
        return  # that there is no label is reported
    for span, text in lines:
        found = _VAGUE.match(text)
        if found and (is_paid or found["sure"]) and not _GOES_ON.match(text, found.end()):
            yield Finding(span, {"text": text})
            return


# More than a label: “Promoted to captain”, “Partner content with pay”.
_GOES_ON = pattern(r"\s(?:(?:to|as|at|who|that|is|was|has|will|and|its|on|of)\b|with [a-z])|[^\n]{40}")


@check(placeholders=("text",))
def sponsor_unnamed(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a label of advertising where nothing says who paid: no line, no field and no byline.

    The message may use `{text}`, the label.
    """
    if _sponsor(article) is not None or (scene.profile == "sponsored" and not _says_required(article, scene)):
        return  # the profile asks for the whole notice
    for span, text in _top_lines(article):
        if article.is_page and _SLOT.fullmatch(text):
            continue
        if _PLAIN.match(text) or ((found := _VAGUE.match(text)) and found["sure"] and not _GOES_ON.match(text)):
            if not _names_payer(article):
                yield Finding(span, {"text": text})
            return


def _names_payer(article: Article) -> bool:
    short = (block.text for block in article.blocks if len(block.text) <= _LONGEST_NOTICE)
    if any(_PAYER.search(text) for _, text in _top_lines(article) if _PLAIN.match(text) or _VAGUE.match(text)):
        return True
    if any(_LABELLED.match(text) for text in short) or is_said(article, "paid-by"):
        return True
    return any(person.kind == "group" for byline in article.find_all("byline") for person in byline.people)


# What stands over a place for advertisements beside an article, too.
_SLOT = pattern(r"\W*(?:advert(?:isement|ising|s)?s?|ads?|sponsored)\W*", re.IGNORECASE)
_LONGEST_NOTICE = 200  # code points
_LABELLED = pattern(
    r"\W{0,3}(?:about the (?:sponsor|advertiser|brand|company|author)|(?:sponsor|advertiser|client|partner|brand)\s?:"
    r"|about (?-i:[A-Z]))",
    re.IGNORECASE,
)


def _says_required(article: Article, scene: Scene) -> bool:
    """Tell whether the article has a notice that its profile asks for, in whatever words."""
    asked = [words.lower() for each in scene.required if each.kind == "disclaimer" for words in each.wordings]
    return any(words in block.text.lower() for block in article.blocks for words in asked)


def _top_lines(article: Article) -> Iterator[Line]:
    """Yield the short lines above a text that may be labels, and what front matter has printed there."""
    for name in _PRINTED if article.front_matter else ():
        field = article.field(name)
        if field and isinstance(field.value, str) and 0 < len(field.value) <= _LONGEST_LABEL:
            yield field.span, field.value.strip()
    shown = [block for block in article.blocks if block.kind not in ("code", "quotation") and block.text.strip()]
    for block in shown[:_TOP]:
        if len(block.text) <= _LONGEST_LABEL and block.role != "headline" and not block.text.rstrip().endswith("?"):
            yield block.whole, block.text.strip()
