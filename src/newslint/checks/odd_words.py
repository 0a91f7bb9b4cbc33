"""What explains a string of letters that is no word: code, names, other languages, mentions, markup, posts."""

from __future__ import annotations

from newslint.article import Article
from newslint.language.spelling.table import commonness
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

_POSTS = pattern(r"(?<!\w)[@#][A-Za-z]|pic\.twitter\.com|\bhttps?://")
# Text about programs: its words are names in code more often than slips.
_TECHNICAL = pattern(
    r"\b[a-z]{1,30}[A-Z][a-z]|\w\(\)|[a-z]_[a-z]|--[a-z]|\b(?=[a-f]{0,39}\d)[a-f\d]{7,40}\b|\w::\w|\w/\w{1,40}/\w"
    r"|\w\.(?:js|py|rs|json|md|h|c)\b"
)
# The rest of a word that a line of print had broken: “inter- rupted”.
_BROKEN = pattern(r"[a-z]-[ \n]\Z")
_NAMED = 5  # letters of a word that an address may have as a name
_MENTION = 3  # words in quotation marks that may be mentioned, not said


class Place(NamedTuple):
    """Where a word that is none stands."""

    block: int
    start: int
    word: str


def is_explained(article: Article, place: Place) -> bool:
    """Tell whether something explains letters that are no word."""
    index, start, word = place
    block, end = article.blocks[index], start + len(word)
    text = block.text
    return (
        article.is_code(index, start, end)
        or _is_in_name(text, start, end)
        or _is_mentioned(article, place)
        or _is_spoken(text, start, end)
        or _is_set_apart(article, place)
        or _POSTS.search(text) is not None
        or _is_technical(article, index)
        or _is_foreign(text, start, end)
        or _is_species(text, start, end)
        or _is_joined(article, place)
        or _BROKEN.search(text, max(0, start - 3), start) is not None
        or (len(word) >= _NAMED and any(word in link.target.lower() for link in article.links))
    )


# Before words of other languages: “per diems”, “de facto”.
_FOREIGN = frozenset("per ad ex pro de du la le il el los las der die das von und al sub inter".split())


# Behind them, none of which is English.
_FOREIGN_BEHIND = frozenset("de del du la le les il el los las della dei und von van y et".split())
_LATIN = ("a", "us", "um", "is", "ii", "ae", "ensis", "oides")


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Tell whether a word beside another one is of another language."""
    before, behind = _word_before(text, start), text[end : end + _LONGEST_WORD].split(" ")[1:2]
    return before.lower() in _FOREIGN or (text[end : end + 1] == " " and behind != [] and behind[0] in _FOREIGN_BEHIND)


def _is_species(text: str, start: int, end: int) -> bool:
    """Tell whether a word is the second part of a Latin name: “Andrena duplicata”."""
    genus = _word_before(text, start)
    is_latin = genus.istitle() and genus.isalpha() and commonness(genus.lower()) is None
    return is_latin and genus.endswith(_LATIN) and text[start:end].endswith(_LATIN)


_LONGEST_WORD = 24


def _word_before(text: str, start: int) -> str:
    return text[max(0, start - _LONGEST_WORD) : start].rstrip(" ").rpartition(" ")[2]


def _is_joined(article: Article, place: Place) -> bool:
    """Tell whether markup stands within a word: a page has joined two."""
    span = article.locate(Extent(place.block, place.start, place.start + len(place.word)))
    return "<" in article.source.slice(span)


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands between two that have a capital: “Corriere della Sera”."""
    before, after = text[:start].rstrip(" ").rpartition(" ")[2], text[end : end + 2]
    return before[:1].isupper() and after[:1] == " " and after[1:].isupper() and not before.endswith((".", ",", ":"))


def _is_mentioned(article: Article, place: Place) -> bool:
    """Tell whether a word is all or most of what stands between quotation marks, or is written in italics."""
    end = place.start + len(place.word)
    for extent in article.quoted_extents(place.block):
        if extent.start <= place.start and end <= extent.end:
            return len(article.text_of(extent).split()) <= _MENTION
    text = article.blocks[place.block].text
    return text[place.start - 1 : place.start] in tuple("\"“‘'") and text[end : end + 1] in tuple("\"”’',.")


def _is_spoken(text: str, start: int, end: int) -> bool:
    """Tell whether a word is written as it is spoken: drawn out, or without its last letter (“goin’”)."""
    word = text[start:end]
    return any(letter * 3 in word for letter in set(word)) or (word.endswith("in") and text[end : end + 1] in "'’")


def _is_set_apart(article: Article, place: Place) -> bool:
    """Tell whether markup or a link begins or ends at a word: italics of another language, a name."""
    span = article.locate(Extent(place.block, place.start, place.start + len(place.word)))
    source = article.source.text
    return source[max(0, span.start - 1) : span.start] in ("*", "_", ">", "[") or source[span.end : span.end + 1] in (
        "*",
        "_",
        "<",
        "]",
    )


def _is_technical(article: Article, index: int) -> bool:
    text = article.blocks[index].text
    return article.has_code or _TECHNICAL.search(text) is not None
