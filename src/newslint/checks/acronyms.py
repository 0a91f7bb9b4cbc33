"""Checks of acronyms: never explained, explained in two ways, or with other letters than their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from newslint.article import Article
from newslint.checks.bodies import Part, cut
from newslint.checks.shared import SHOWN, as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.spelling.table import commonness
from newslint.language.units.acronyms import WELL_KNOWN, Explained, explained_in, initials_of, is_misspelt
from newslint.language.units.similarity import content_words
from newslint.patterns import pattern
from newslint.spans import Span

_DIGESTS = ("headline", "dek", "summary")
_ALIKE = 4  # letters that two words of one family share
# “once the Ombudsman for Complaints (OPC)”, “another OPC”: the article explains that there are two.
_TOLD = pattern(
    r"\b(?:once|former|formerly|previously|now|renamed|became|called|known|predecessor|successor|replaced"
    r"|also|confused|unlike|until|merged)\b|\b(?:[Aa]nother|[Dd]ifferent)[ ](?=[A-Z])"
)
_AROUND = 60
# Parties and armies are known abroad by letters of their own language: “the National Action Party (PAN)”.
_OWN_LETTERS = pattern(r"\b(?:Party|Front|Movement|Army|Alliance|Republic|Kingdom)\b")
_ACRONYM = pattern(r"[A-Z](?<![\w.&/@#$’'-].)[A-Z]{2,5}+(?![\w&/@(-]|[.]\w|s?[ ]\()")
_JOINING = frozenset("of the and for on in to de la".split())
_BROADCASTER = pattern(r"\b(?:radio|stations?|channels?|network|TV|broadcasters?|airlines?|ticker)\b", re.IGNORECASE)
_MOST = 3
_MARKS = "“”‘’\"'()[],.;:!?*_"
_LONGEST = 8  # letters
_EXPLAINING = (
    "({})", "({}s)", "({},", "({} ", "{} (", "{}, or ", " or {}", "{} stands for", "“{}”", '"{}"', "{} — ", "{}, the ",
    "{}, a ", "{}, an ", "called {}", "known as {}",
)  # fmt: skip


def _texts(article: Article) -> Iterator[Part]:
    for block in article.blocks:
        if block.kind not in ("code", "boilerplate"):
            yield Part(block.text, block, block.span, True)
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            yield from (part for part in cut(article, element) if part.block is None)


@check(
    grades=("two-forms",),
    placeholders=("acronym", "words", "other"),
    messages={"two-forms": "“{acronym}” is explained as “{words}” here, but as “{other}” elsewhere."},
)
def acronym_explanations(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag an acronym whose letters are not those of the words before it, and one that is explained in two ways.

    The second is of the grade `two-forms`. The message may use `{acronym}`, its `{words}`, and `{other}`: the letters
    that the words have, or the words elsewhere.
    """
    if article.language_code not in (None, "en"):
        return
    found: dict[str, list[tuple[Part, Explained]]] = defaultdict(list)
    for part in _texts(article):
        for each in explained_in(part.text) if "(" in part.text else ():
            if each.fits:
                found[each.acronym].append((part, each))
            else:
                yield from _wrong_letters(part, each)
    for places in found.values():
        yield from _two_forms(places)


def _wrong_letters(part: Part, each: Explained) -> Iterator[Finding]:
    words = part.text[each.start : each.bracket].strip()
    if is_misspelt(each.acronym, words, each.letters) and not _OWN_LETTERS.search(words):
        values = {"acronym": each.acronym, "words": words, "other": each.letters}
        yield Finding(part.locate(each.bracket, each.end), values)


def _two_forms(places: list[tuple[Part, Explained]]) -> Iterator[Finding]:
    first_part, first = places[0]
    right = first_part.text[first.start : first.bracket].strip()
    for part, each in places[1:]:
        words = part.text[each.start : each.bracket].strip()
        if _are_rivals(words, right) and not (_is_told(part, each) or _is_told(first_part, first)):
            related = (Related(first_part.locate(first.start, first.bracket - 1), f"“{right}” here"),)
            values = {"acronym": each.acronym, "words": words, "other": right}
            span = part.locate(each.start, each.start + len(words))
            yield Finding(span, values, related=related, grade="two-forms", message="two-forms")
            return


def _is_told(part: Part, each: Explained) -> bool:
    return _TOLD.search(part.text[max(0, each.start - _AROUND) : each.end + _AROUND]) is not None


def _are_rivals(one: str, other: str) -> bool:
    """Tell whether two explanations are near enough to mean one body, and are not the same words."""
    if one.lower().removesuffix("s") == other.lower().removesuffix("s"):
        return False
    ours, theirs = content_words(one.replace("-", " ")), content_words(other.replace("-", " "))
    if len(ours) != len(theirs) or [*map(_bare, one.lower().split())] == [*map(_bare, other.lower().split())]:
        return False
    short, long = sorted((ours[-1], theirs[-1]), key=len)
    if ours[:-1] == theirs[:-1] and short != long and long.startswith(short):
        return False  # “Loam Fellows” and a “Loam Fellowship”
    return any(a[:_ALIKE] == b[:_ALIKE] for a, b in zip(ours, theirs, strict=True))


def _bare(word: str) -> str:
    return word.replace("’", "'").replace("'s", "").strip("'")


@check(placeholders=("acronym", "count"), renamed={"minimum": "min_uses"})
def undefined_acronym(
    article: Article,
    scene: Scene,
    *,
    min_uses: Annotated[int, Option("how often an acronym must be used before it needs its words", ge=1)] = 2,
    known: Annotated[tuple[str, ...], Option("acronyms that the readers know, beside the common ones")] = (),
) -> Iterator[Finding]:
    """Flag acronyms that the article uses in its own voice and explains nowhere, at their first place.

    Those that newspapers print without their words are left alone. At most three are told, those used most first. The
    message may use `{acronym}` and its uses (`{count}`).
    """
    if article.language_code not in (None, "en"):
        return
    used = _used(article, WELL_KNOWN | as_set(known))
    often = {acronym: places for acronym, places in used.items() if len(places) >= min_uses}
    if not often:
        return
    text = "\n".join(part.text for part in _texts(article))
    letters = _letters_of_names(text)
    unknown = [each for each in often if not _is_explained(each, text, letters)]
    for acronym in sorted(unknown, key=lambda each: (-len(often[each]), often[each][0]))[:_MOST]:
        first, *others = often[acronym]
        related = tuple(Related(place, f"“{acronym}” again") for place in others[:SHOWN])
        yield Finding(first, {"acronym": acronym, "count": len(often[acronym])}, related=related)


def _used(article: Article, known: frozenset[str]) -> dict[str, list[Span]]:
    """Return the acronyms in running text with their places, without those of quotations, names and shouted words."""
    found: dict[str, list[Span]] = defaultdict(list)
    spoiled: set[str] = set()
    for index, block in article.prose_blocks():
        for match in _ACRONYM.finditer(block.text):
            word = match[0]
            if word in known or word in spoiled:
                continue
            if _is_other(article, index, word, match.span()):
                spoiled.add(word)
            elif not article.is_quoted(index, *match.span()):
                found[word].append(block.locate(*match.span()))
    return {word: places for word, places in found.items() if word not in spoiled}


def _is_other(article: Article, index: int, word: str, place: tuple[int, int]) -> bool:
    """Tell whether capitals are a word, code, or a part of a name or of shouted words."""
    start, end = place
    text = article.blocks[index].text
    before, after = text[max(0, start - 24) : start].split(" "), text[end : end + 24].split(" ")
    beside = [*(before[-2:-1] if before[-1] == "" else ()), *(after[1:2] if after[0] == "" else ())]
    if any(len(each) > 1 and each.isupper() for each in beside) or _BROADCASTER.search(
        text[max(0, start - 30) : end + 30]
    ):
        return True
    if after[0] == "" and after[1:2] and after[1][:1].isupper():
        return True  # “PLK News”
    return commonness(word.lower()) is not None or article.is_code(index, start, end)


def _letters_of_names(text: str) -> set[str]:
    """Return the first letters of all names in a text, and of what is left of them from the front."""
    found: set[str] = set()
    for line in text.splitlines():
        for is_name, run in groupby(line.split(), key=_may_be_in_name):
            words = [*run] if is_name else []
            letters = initials_of(word.strip(_MARKS) for word in words)
            found.update(letters[at : at + _LONGEST] for at in range(len(letters)))
    return found


def _may_be_in_name(word: str) -> bool:
    return word.strip(_MARKS)[:1].isupper() or word in _JOINING


def _is_explained(acronym: str, text: str, letters: set[str]) -> bool:
    if any(each.startswith(acronym) for each in letters):
        return True
    return any(form.format(acronym) in text for form in _EXPLAINING)
