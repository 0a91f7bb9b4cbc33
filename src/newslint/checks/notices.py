"""Checks of notices: sections, disclaimers and labels that a profile, advice or an analysis calls for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Block, FrontMatter
from newslint.checks.substance import says_something
from newslint.contract import Option, Requirement, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words
from newslint.newsroom.labels import LABEL_FIELDS
from newslint.patterns import pattern
from newslint.spans import Span

_TYPES = {
    "opinionnewsarticle": "opinion",
    "advertisercontentarticle": "sponsored",
    "reviewnewsarticle": "review",
    "analysisnewsarticle": "analysis",
    "satiricalarticle": "satire",
}
_NOTE_FIELDS = ("disclaimer", "disclosure", "disclosures", "sponsor", "sponsored_by", "editors_note", "note")
_LONGEST_LABEL = 8  # words
_LONGEST_BARE = 5  # words


@check(placeholders=("name", "word", "profile", "kind", "origin", "wording"), renamed={"least_words": "min_words"})
def required_section(
    article: Article,
    scene: Scene,
    *,
    report: Annotated[
        Literal["absent", "bare"],
        Option("requirements without any trace, or disclaimers of which there is only the bare word"),
    ] = "absent",
    min_words: Annotated[int, Option("how many words a disclaimer must have to count as one", ge=1)] = 6,
) -> Iterator[Finding]:
    """Flag sections, disclaimers and labels that a profile requires and the article lacks.

    The message may use `{name}` and `{kind}`, what is required; `{origin}`, by which profile or part of the
    configuration; `{profile}`, the article's profile; `{wording}`, words that would satisfy it; and `{word}`, the bare
    word that stands where a disclaimer should.
    """
    search = _Search(article, min_words)
    for requirement in _requirements(scene):
        if search.is_met(requirement):
            continue
        traces = search.traces(requirement) if requirement.kind == "disclaimer" else []
        if report == "absent" and not traces:
            yield _tell(article, requirement, scene, search.empty_heading(requirement))
        elif report == "bare" and traces:
            yield _tell(article, requirement, scene, *traces[0], traces[1:4])


_FAQ = Requirement("FAQ", "section")


def _requirements(scene: Scene) -> tuple[Requirement, ...]:
    """Return what the profile requires; a FAQ is an element and may be told of as a section too."""
    if "faq" not in scene.required_elements:
        return scene.required
    return (_FAQ, *(requirement for requirement in scene.required if _plain(requirement.name) != "faq"))


def _tell(
    article: Article,
    requirement: Requirement,
    scene: Scene,
    place: Span | None = None,
    word: str = "",
    others: Sequence[tuple[Span, str]] = (),
) -> Finding:
    """Report what is absent, at a place or where it belongs; `word` is the bare word that stands there."""
    anchor = _NOT_WORD.sub("-", requirement.name.lower()).strip("-")
    values = {
        "name": requirement.name,
        "kind": requirement.kind,
        "profile": scene.profile,
        "origin": requirement.origin or f"profile {scene.profile}",
        "wording": _wording(requirement),
        "word": word,
    }
    related = tuple(Related(span, f"“{other}” is here, too") for span, other in others)
    return Finding(place or article.anchor(anchor), values, related=related, anchor=anchor)


def _wording(requirement: Requirement) -> str:
    """Return how to say what is required, as the end of a sentence; nothing where its name says it."""
    if requirement.wordings:
        return f", in words such as “{requirement.wordings[0]}”"
    others = [heading for heading in requirement.headings if heading != requirement.name]
    return f", under a heading such as “{others[0]}”" if others else ""


_NOT_WORD = pattern(r"\W+")


_NOT_PLAIN = pattern(r"[^\w\s&'-]|_")


def _plain(text: str) -> str:
    return " ".join(_NOT_PLAIN.sub(" ", text.replace("’", "'")).lower().split())


@lru_cache(maxsize=1024)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    names = sorted({_plain(phrase) for phrase in phrases if _plain(phrase)}, key=lambda name: (-len(name), name))
    return pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None


class _Search:
    """One article's words, made ready once for all requirements."""

    def __init__(self, article: Article, least_words: int) -> None:
        self.article = article
        self.least_words = least_words

    @cached_property
    def body(self) -> list[tuple[int, str]]:
        """The plain text of every block that belongs to the article."""
        return [
            (index, _plain(block.text))
            for index, block in enumerate(self.article.blocks)
            if block.kind not in ("boilerplate", "code", "heading")
        ]

    def is_met(self, requirement: Requirement) -> bool:
        """Tell whether the article has what is required."""
        if requirement is _FAQ:
            return bool(self.article.faq)
        if requirement.kind == "section":
            return self._has_section(requirement, 1)
        if requirement.kind == "label":
            return self._has_label(requirement)
        return self._has_disclaimer(requirement)

    def _has_section(self, requirement: Requirement, least: int) -> bool:
        names = _names(requirement)
        blocks = self.article.blocks
        for section in self.article.sections:
            if section.heading is None or _heading_name(blocks[section.heading].text) not in names:
                continue
            texts = [blocks[index].text for index in section.blocks if blocks[index].kind != "boilerplate"]
            is_long = sum(map(count_words, texts)) >= least and self._has_substance(requirement, " ".join(texts))
            if is_long or (least == 1 and self._has_parts(section.heading)):
                return True
        return any(self._leads_in(index, requirement, least) for index, _ in self.body)

    def _has_substance(self, requirement: Requirement, text: str) -> bool:
        """Tell whether a section says something where a disclaimer in English is called for."""
        if requirement.kind != "disclaimer" or self.article.language_code not in (None, "en"):
            return True
        regex = _pattern(requirement.wordings)
        return says_something(text) or (regex is not None and regex.search(_plain(text)) is not None)

    def _has_parts(self, heading: int) -> bool:
        """Tell whether a heading without text of its own is followed by a deeper heading."""
        own = self.article.blocks[heading].level
        following = self._following[heading]
        if following is None or following.kind != "heading":
            return False
        return following.role == "faq-question" or own is None or following.level is None or following.level > own

    @cached_property
    def _following(self) -> list[Block | None]:
        """For each block the next one that belongs to the article."""
        found: list[Block | None] = []
        ahead: Block | None = None
        for block in reversed(self.article.blocks):
            found.append(ahead)
            ahead = ahead if block.kind == "boilerplate" else block
        found.reverse()
        return found

    def _leads_in(self, index: int, requirement: Requirement, least: int) -> bool:
        """Tell whether a paragraph begins with the name and a colon or dash: `Disclaimer: …`."""
        lead, mark, rest = _cut_lead(self.article.blocks[index].text)
        is_long = bool(mark) and _plain(lead) in _names(requirement) and count_words(rest) >= min(least, 4)
        return is_long and self._has_substance(requirement, rest)

    def _has_label(self, requirement: Requirement) -> bool:
        regex = _pattern((*requirement.wordings, *requirement.headings))
        if regex is None:
            return True
        return any(regex.match(_plain(text)) or regex.fullmatch(_plain(text)) for text in self._labels())

    def _labels(self) -> Iterator[str]:
        article = self.article
        for element in article.find_all("label"):
            yield element.text
            yield element.value or ""
        if article.front_matter:
            yield from _labels_in(article.front_matter)
        for data in article.structured_data:
            yield from _types_of(data.value)
        yield from (_lead_of(headline.text) for headline in article.find_all("headline"))
        for block in article.blocks:
            if block.kind not in ("boilerplate", "code") and count_words(block.text[:200]) <= _LONGEST_LABEL:
                yield block.text
            elif block.kind in PROSE_KINDS:
                yield _lead_of(block.text)

    def _has_disclaimer(self, requirement: Requirement) -> bool:
        if self._has_section(requirement, self.least_words) or self._has_field():
            return True
        regex = _pattern(requirement.wordings)
        if regex is None:
            return False
        if any(self._says(regex, index) for index, plain in self.body if regex.search(plain)):
            return True
        disclosures = (element.text for element in self.article.find_all("disclosure"))
        return any(count_words(text) >= self.least_words and regex.search(_plain(text)) for text in disclosures)

    def _says(self, regex: re.Pattern[str], index: int) -> bool:
        """Tell whether a block says it in words of its own: what somebody is quoted with is not the newsroom's."""
        text = self.article.blocks[index].text
        for _, start, end in reversed(self.article.quoted_extents(index)):
            text = f"{text[:start]} {text[end:]}"
        return regex.search(_plain(text)) is not None and count_words(text) >= self.least_words

    def _has_field(self) -> bool:
        matter = self.article.front_matter
        entry = matter.find(*_NOTE_FIELDS) if matter else None
        return entry is not None and isinstance(entry.value, str) and count_words(entry.value) >= self.least_words

    def empty_heading(self, requirement: Requirement) -> Span | None:
        """Return the span of a required section's heading that nothing stands under, or None."""
        names = _names(requirement) if requirement is not _FAQ else frozenset[str]()
        for block in self.article.blocks:
            if block.kind == "heading" and _heading_name(block.text) in names:
                return block.whole
        return None

    def traces(self, requirement: Requirement) -> list[tuple[Span, str]]:
        """Return where a requirement's bare name stands: in boilerplate, a link, a heading or a short line."""
        regex = _pattern(_single_words(requirement))
        if regex is None:
            return []
        linked = {link.block for link in self.article.links if regex.search(_plain(link.text))}
        found = []
        for index, block in enumerate(self.article.blocks):
            hit = regex.search(block.text.lower().replace("’", "'")) if index in linked or _is_bare(block) else None
            if hit and hit.end() <= len(block.text) and block.kind != "code":
                found.append((block.locate(*hit.span()), block.text[slice(*hit.span())]))
        return found


def _names(requirement: Requirement) -> frozenset[str]:
    return frozenset(_plain(name) for name in (requirement.name, *requirement.headings))


def _is_bare(block: Block) -> bool:
    return block.kind in ("boilerplate", "heading") or count_words(block.text[:200]) <= _LONGEST_BARE


def _single_words(requirement: Requirement) -> tuple[str, ...]:
    """Return the single words among a requirement's names: they are what menus and footers say."""
    return tuple(name for name in (requirement.name, *requirement.headings) if len(name.split()) == 1)


_LEADING_NUMBER = pattern(r"^\d+\s")


def _heading_name(text: str) -> str:
    return _LEADING_NUMBER.sub("", _plain(text))


_LEAD_IN = pattern(r"\s{0,60}([^:|.–—\n]{2,40}?)\s*(?::|\||\s[-–—]\s|–|—)\s*")


def _cut_lead(text: str) -> tuple[str, str, str]:
    """Cut `Disclaimer: The rest` into its lead, the mark after it and the rest; no mark where there is no lead."""
    found = _LEAD_IN.match(text[:60])
    return (found[1], ":", text[found.end() :]) if found else ("", "", text)


def _lead_of(text: str) -> str:
    return _cut_lead(text)[0]


def _labels_in(matter: FrontMatter) -> Iterator[str]:
    """Yield the labels that front matter gives: the values of some fields, the names of those that are `true`."""
    for entry in matter.fields:
        if entry.name.lower() in LABEL_FIELDS:
            yield from (value for value in _list(entry.value) if isinstance(value, str))
        elif entry.value is True:
            yield entry.name


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else [value]


def _types_of(value: object) -> Iterator[str]:
    """Yield the labels that the types of JSON-LD stand for."""
    for entry in _list(value):
        if isinstance(entry, dict):
            kinds = (kind.lower() for kind in _list(entry.get("@type")) if isinstance(kind, str))
            yield from (_TYPES[kind] for kind in kinds if kind in _TYPES)
            yield from (name for name in _list(entry.get("articleSection")) if isinstance(name, str))
            yield from _types_of(entry.get("@graph"))
