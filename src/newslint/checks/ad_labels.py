"""Checks of labels of advertising: whether a paid text has one, says it plainly, and names who paid."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article, Field
from newslint.checks.own_texts import block_text
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.meetings import read_said
from newslint.newsroom.fulfilment.notices import has_ad_label
from newslint.newsroom.offers.frames import offers
from newslint.newsroom.voices import is_of_others
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
    if said and not _is_labelled(article):
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
            if not is_of_others(article, Extent(place, start, start + len(sentence))):
                return text.locate(start, start + len(sentence)), sentence
    return None
