"""Tell whether a sentence names somebody whom its article knows already."""

from __future__ import annotations

from newslint.article import Article, Sentence
from newslint.checks.nearby import nearby_of
from newslint.patterns import pattern

__all__ = ["names_known"]

# Somebody's name or a pronoun for one.
_SOMEBODY = pattern(r"(?<![\w’'-])[A-Z][\w’-]{1,30}(?:[ ][A-Z][\w’-]{1,30}){0,4}")
_PRONOUN = pattern(
    r"^(?:He|She)\b|\b(?:[Hh]e|[Ss]he)[ ](?:[a-z]{1,12}[ ])?(?:wrote|tweeted|posted|said|added|took|shared|told)\b"
)
_KNOWN_BEFORE = 40  # blocks


def names_known(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence names somebody of whom the article has told in the blocks before, or speaks of him."""
    known = nearby_of(article)
    text = known.unquoted(sentence)
    if _PRONOUN.search(text):
        return True
    runs = (match.group().split() for match in _SOMEBODY.finditer(text))
    # What begins a sentence is a name where it has a capital elsewhere, too.
    lasts = [run[-1].removesuffix("’s") for run in runs if len(run) > 1 or run[0] in known.inside]
    names = {name.lower() for name in lasts}
    number = sentence.block
    before = (article.vocabulary(each) for each in range(max(0, number - _KNOWN_BEFORE), number))
    told: set[str] = set().union(*before) | set(article.blocks[number].text[: sentence.start].lower().split())
    return not (names - _NETWORKS).isdisjoint(told)


_NETWORKS = frozenset(
    "twitter facebook instagram tiktok telegram bluesky linkedin weibo snapchat threads youtube social truth the a an "
    "in on his her their its one some several two three according posting writing taking this that but and when "
    "after".split()
)
