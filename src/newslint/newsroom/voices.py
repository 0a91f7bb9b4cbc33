"""Tell whose words a place of an article is: the publication's own, or somebody's who is quoted or reported."""

from __future__ import annotations

from newslint.article import Article
from newslint.language.speech.claims import is_telling
from newslint.spans import Extent

# Sources that are the publication and its readers.
_OURS = frozenset("i we you us it this one".split())


def is_of_others(article: Article, place: Extent) -> bool:
    """Tell whether a place is quoted, or told of a source that is neither the publication nor its readers."""
    if article.is_quoted(*place):
        return True
    for found in article.attributions_of.get(place.passage, ()):
        if found.quotation is None and found.cue and not is_telling(article.text_of(*found.cue), article.lexicon):
            continue
        reported = any(each.passage == place.passage and _meet(each, place) for each in found.content)
        if reported and found.source and article.text_of(*found.source).lower() not in _OURS:
            return True
    return False


def _meet(one: Extent, other: Extent) -> bool:
    return one.start < other.end and other.start < one.end
