"""Flag sections, disclaimers and labels that a profile requires and the article lacks; it does not judge their truth.

Of general use: `report: absent` is for requirements without any trace, `report: bare` for disclaimers of which only
the bare word stands in a menu, a link or an empty heading. A requirement is one or the other, never both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from newslint.article import PROSE_KINDS, Article, Block
from newslint.contract import CheckType, Requirement, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words
from newslint.patterns import pattern
from newslint.source import Span

# schema.org types of articles that are labels by themselves, and the words that they stand for.
_TYPES = {
    "opinionnewsarticle": "opinion",
    "advertisercontentarticle": "sponsored",
    "reviewnewsarticle": "review",
    "analysisnewsarticle": "analysis",
    "satiricalarticle": "satire",
}
_LABEL_FIELDS = (
    "type",
    "content_type",
    "contenttype",
    "genre",
    "kicker",
    "label",
    "category",
    "categories",
    "section",
    "layout",
)
_NOTE_FIELDS = ("disclaimer", "disclosure", "disclosures", "sponsor", "sponsored_by", "editors_note", "note")
_LONGEST_LABEL = 8  # words
_LONGEST_BARE = 5  # words


class Options(NamedTuple):
    """`report`: absent or bare; `least_words` is what a disclaimer must have to count as one."""

    report: Literal["absent", "bare"] = "absent"
    least_words: int = 6


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks for each requirement of the profile and reports those that are not met."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each requirement that is not met, with `name`, `kind` and `profile` for the message."""
        search = _Search(article, self.options.least_words)
        wants_faq = "faq" in scene.required_elements
        if wants_faq and not article.faq and self.options.report == "absent":
            yield _absent(article, "FAQ", "section", scene)
        for requirement in scene.required:
            if wants_faq and _plain(requirement.name) == "faq":
                continue
            if search.is_met(requirement):
                continue
            traces = search.traces(requirement) if requirement.kind == "disclaimer" else []
            if self.options.report == "absent" and not traces:
                yield from self._report_absent(article, search, requirement, scene)
            elif self.options.report == "bare" and traces:
                related = tuple(Related(span, f"“{word}” stands here, too") for span, word in traces[1:4])
                values = _values(requirement.name, requirement.kind, scene, traces[0][1])
                yield Finding(traces[0][0], values, related=related, anchor=_anchor(requirement.name))

    def _report_absent(
        self, article: Article, search: _Search, requirement: Requirement, scene: Scene
    ) -> Iterator[Finding]:
        heading = search.empty_heading(requirement)
        if heading is not None:
            values = _values(requirement.name, requirement.kind, scene)
            yield Finding(heading, values, anchor=_anchor(requirement.name))
        else:
            yield _absent(article, requirement.name, requirement.kind, scene)


def _absent(article: Article, name: str, kind: str, scene: Scene) -> Finding:
    return Finding(article.anchor(_anchor(name)), _values(name, kind, scene), anchor=_anchor(name))


def _values(name: str, kind: str, scene: Scene, word: str = "") -> dict[str, object]:
    """Return what fills the message; `word` is the bare word that stands where a notice should."""
    return {"name": name, "kind": kind, "profile": scene.profile, "word": word}


_NOT_WORD = pattern(r"\W+")


def _anchor(name: str) -> str:
    return _NOT_WORD.sub("-", name.lower()).strip("-")


_NOT_PLAIN = pattern(r"[^\w\s&'-]|_")


def _plain(text: str) -> str:
    return " ".join(_NOT_PLAIN.sub(" ", text.replace("’", "'")).lower().split())


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
            words = sum(
                count_words(blocks[index].text) for index in section.blocks if blocks[index].kind != "boilerplate"
            )
            if words >= least or (least == 1 and self._has_parts(section.heading)):
                return True
        return any(self._leads_in(index, names, least) for index, _ in self.body)

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

    def _leads_in(self, index: int, names: frozenset[str], least: int) -> bool:
        """Tell whether a paragraph begins with the name and a colon or dash: `Disclaimer: …`."""
        lead, mark, rest = _cut_lead(self.article.blocks[index].text)
        return bool(mark) and _plain(lead) in names and count_words(rest) >= min(least, 4)

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
        for entry in article.front_matter.fields if article.front_matter else ():
            if entry.name.lower() in _LABEL_FIELDS:
                values = entry.value if isinstance(entry.value, (list, tuple)) else [entry.value]
                yield from (value for value in values if isinstance(value, str))
            elif entry.value is True:
                yield entry.name
        for data in article.structured_data:
            yield from _types_of(data.value)
        for headline in article.find_all("headline"):
            lead, mark, _ = _cut_lead(headline.text)
            yield lead if mark else ""
        for block in article.blocks:
            if block.kind not in ("boilerplate", "code") and count_words(block.text[:200]) <= _LONGEST_LABEL:
                yield block.text
            elif block.kind in PROSE_KINDS:
                lead, mark, _ = _cut_lead(block.text)
                yield lead if mark else ""

    def _has_disclaimer(self, requirement: Requirement) -> bool:
        if self._has_section(requirement, self.least_words) or self._has_field():
            return True
        regex = _pattern(requirement.wordings)
        if regex is None:
            return False
        for index, plain in self.body:
            if regex.search(plain) and count_words(self.article.blocks[index].text) >= self.least_words:
                return True
        disclosures = (element.text for element in self.article.find_all("disclosure"))
        return any(count_words(text) >= self.least_words and regex.search(_plain(text)) for text in disclosures)

    def _has_field(self) -> bool:
        matter = self.article.front_matter
        entry = matter.find(*_NOTE_FIELDS) if matter else None
        return entry is not None and isinstance(entry.value, str) and count_words(entry.value) >= self.least_words

    def empty_heading(self, requirement: Requirement) -> Span | None:
        """Return the span of a required section's heading that nothing stands under, or None."""
        names = _names(requirement)
        for block in self.article.blocks:
            if block.kind == "heading" and _heading_name(block.text) in names:
                return block.locate(0, len(block.text))
        return None

    def traces(self, requirement: Requirement) -> list[tuple[Span, str]]:
        """Return where a requirement's bare name stands: in furniture, a link, a heading or a short line."""
        regex = _pattern(tuple(name for name in _trace_names(requirement)))
        if regex is None:
            return []
        linked = {link.block for link in self.article.links if regex.search(_plain(link.text))}
        found = []
        for index, block in enumerate(self.article.blocks):
            is_bare = block.kind in ("boilerplate", "heading") or count_words(block.text[:200]) <= _LONGEST_BARE
            if not (is_bare or index in linked) or block.kind == "code":
                continue
            hit = regex.search(block.text.lower().replace("’", "'"))
            if hit and hit.end() <= len(block.text):
                found.append((block.locate(hit.start(), hit.end()), block.text[hit.start() : hit.end()]))
        return found


def _names(requirement: Requirement) -> frozenset[str]:
    return frozenset(_plain(name) for name in (requirement.name, *requirement.headings))


def _trace_names(requirement: Requirement) -> Iterator[str]:
    """Yield the single words among a requirement's names: they are what menus and footers say."""
    yield from (name for name in (requirement.name, *requirement.headings) if len(name.split()) == 1)


_LEADING_NUMBER = pattern(r"^\d+\s")


def _heading_name(text: str) -> str:
    return _LEADING_NUMBER.sub("", _plain(text))


_LEAD_IN = pattern(r"\s{0,60}([^:|.–—\n]{2,40}?)\s*(?::|\||\s[-–—]\s|–|—)\s*")


def _cut_lead(text: str) -> tuple[str, str, str]:
    """Cut `Disclaimer: The rest` into its lead, the mark after it and the rest; no mark where there is no lead."""
    found = _LEAD_IN.match(text[:60])
    return (found[1], ":", text[found.end() :]) if found else ("", "", text)


def _types_of(value: object) -> Iterator[str]:
    """Yield the labels that the types of JSON-LD stand for."""
    entries = value if isinstance(value, list) else [value]
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        kinds = entry.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and kind.lower() in _TYPES:
                yield _TYPES[kind.lower()]
        section = entry.get("articleSection")
        yield from (name for name in (section if isinstance(section, list) else [section]) if isinstance(name, str))
        if "@graph" in entry:
            yield from _types_of(entry["@graph"])


CHECK = CheckType("required-section", Options, build, placeholders=("name", "word", "profile", "kind"))
