"""Tell whether two names that are one letter apart are those of two, or forms of one in another language."""

from __future__ import annotations

from newslint.article import Article
from newslint.checks.capitals import given_before
from newslint.language.spelling.foreign import is_foreign
from newslint.language.spelling.table import commonness
from newslint.language.units.name_forms import are_inflected
from newslint.language.units.name_words import has_noun_capitals

Place = tuple[int, int, int]
_RARE = 60  # words that are less common are no words to most readers


def are_two(article: Article, one: tuple[str, list[Place]], other: tuple[str, list[Place]]) -> bool:
    """Tell whether two pairs of words with one first word are no spellings of one name; each has its places."""
    (name, places), (right, others) = one, other
    return (
        _are_forms(article, name, right)
        or (_are_inflected(name, right) and any(_is_foreign(article, place) for place in (*places, *others)))
        or _is_own_name(article, name, right, len(places))
        or _have_other_givens(article, places, others)
    )


def _are_forms(article: Article, name: str, right: str) -> bool:
    """Tell whether two names differ by an ending in the language of an article."""
    if article.language_code != "en" and name[:-1] == right[:-1]:
        return True  # “Recomendado”, “Recomendada”
    short, long = sorted((name, right), key=len)
    if has_noun_capitals(article.language_code) and short == long[:-1]:
        return True  # “Source Expert”, “Source Experte”
    return article.language_code not in (None, "en") and _are_inflected(name, right)


def _are_inflected(name: str, right: str) -> bool:
    return are_inflected(name.split(" ")[-1], right.split(" ")[-1])


def _is_foreign(article: Article, place: Place) -> bool:
    index, start, end = place
    return is_foreign(article.blocks[index].text, start, end)


def _is_own_name(article: Article, name: str, right: str, count: int) -> bool:
    """Tell whether a last word is no slip of a common word, but a name that the article has without the first, too."""
    word, common = name.split(" ")[-1], right.split(" ")[-1].lower()
    is_common = (commonness(common) or _RARE) < _RARE
    return is_common and commonness(word.lower()) is None and article.uses.get(word, 0) > count


def _have_other_givens(article: Article, places: list[Place], others: list[Place]) -> bool:
    """Tell whether given names or initials stand before both names, and never the same ones."""
    ours, theirs = (_givens_before(article, each) for each in (places, others))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _givens_before(article: Article, places: list[Place]) -> set[str]:
    found = {given_before(article.blocks[index].text, start, article.lexicon) for index, start, _ in places}
    return found - {""}
