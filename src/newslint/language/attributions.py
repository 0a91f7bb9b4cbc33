"""Find who is said to have said what; judges neither the source nor the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newslint.language.passages import Extent, Passage
from newslint.language.quotations import Quotation

__all__ = ["Attribution", "Extent", "Passage", "find_attributions", "find_orphans"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Hold one act of saying, thinking or showing: its source, its cue and its content."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    source_kind: str
    """named, institution, document, role, collective, anonymous, pronoun or none."""
    quotation: int | None
    """The index of the quotation that the content is, where it is one."""
    is_carried: bool
    """Whether the speaker was carried over from a paragraph before."""
    resolved: str | None
    """The name a pronoun stands for, where that is safe to say."""
    source_has_role: bool
    """Whether a named source's mention, or its first mention, carries a role."""
    is_passive: bool
    """Whether the cue hides who is behind it (“it is believed”)."""


_NAME = r"(?:[A-Z][\w’'.-]*\s){0,4}[A-Z][\w’'-]*"
_SAYS = r"(?:said|says|told\s[\w\s]{1,20}|added|adds|wrote|tweeted|argued|argues|asked)"
_AFTER = re.compile(rf"\s*(?:(?P<s>he|she|they|{_NAME})\s(?P<c>{_SAYS})|(?P<c2>{_SAYS})\s(?P<s2>{_NAME}))\b")
_BEFORE = re.compile(rf"(?P<s>\b(?:[Hh]e|[Ss]he|[Tt]hey|{_NAME}))\s(?P<c>{_SAYS})[,:]?\s*$")


def find_attributions(passages: Sequence[Passage], quotations: Sequence[Quotation]) -> list[Attribution]:
    """Return the attributions of all passages in reading order."""
    found: list[Attribution] = []
    previous: Attribution | None = None
    for index, quotation in enumerate(quotations):
        number, start, end = quotation.extent.passage, quotation.extent.start, quotation.extent.end
        text = passages[number].text
        if quotation.role == "title":
            continue
        after = _AFTER.match(text, end, min(len(text), end + 120))
        before = _BEFORE.search(text, max(0, start - 80), start)
        match = after or before
        if match is None:
            if previous and previous.content[0].passage == number:
                found.append(
                    Attribution(
                        previous.source, previous.cue, (quotation.extent,), "named", index, False, None, False, False
                    )
                )
            continue
        groups = match.groupdict()
        source = "s" if groups.get("s") else "s2"
        cue = "c" if groups.get("c") else "c2"
        kind = "pronoun" if match.group(source).lower() in ("he", "she", "they") else "named"
        previous = Attribution(
            (Extent(number, *match.span(source)),),
            (Extent(number, *match.span(cue)),),
            (quotation.extent,),
            kind,
            index,
            False,
            None,
            False,
            False,
        )
        found.append(previous)
    return found


def find_orphans(
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    min_words: int = 4,
) -> list[tuple[int, bool]]:
    """Return the quotations whose own paragraph names no source, and whether a speaker carries over.

    Titles, terms and quotations in block quotations are not speech and are left out.
    """
    named = {a.quotation for a in attributions if a.source and not a.is_carried}
    carried = {a.quotation for a in attributions if a.source and a.is_carried}
    return [
        (index, index in carried)
        for index, quotation in enumerate(quotations)
        if quotation.role == "speech"
        and quotation.words >= min_words
        and index not in named
        and passages[quotation.extent.passage].kind != "quotation"
    ]
