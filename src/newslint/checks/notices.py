"""Checks of notices: sections, disclaimers and labels that a profile, advice or an analysis calls for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.shared import SHOWN, either, keys, phrase_keys
from newslint.contract import Option, PhraseHit, Requirement, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.language.units.words import count_words
from newslint.patterns import pattern
from newslint.spans import Span

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


@check(placeholders=("name", "word", "profile", "kind"), renamed={"least_words": "min_words"})
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

    The message may use `{name}` and `{kind}`, what is required; `{profile}`, by which one; and `{word}`, the bare word
    that stands where a disclaimer should.
    """
    search = _Search(article, min_words)
    wants_faq = "faq" in scene.required_elements
    if wants_faq and not article.faq and report == "absent":
        yield _absent(article, "FAQ", "section", scene)
    for requirement in scene.required:
        if (wants_faq and _plain(requirement.name) == "faq") or search.is_met(requirement):
            continue
        traces = search.traces(requirement) if requirement.kind == "disclaimer" else []
        if report == "absent" and not traces:
            heading = search.empty_heading(requirement)
            yield _absent(article, requirement.name, requirement.kind, scene, heading)
        elif report == "bare" and traces:
            related = tuple(Related(span, f"“{word}” is here, too") for span, word in traces[1:4])
            values = _values(requirement.name, requirement.kind, scene, traces[0][1])
            yield Finding(traces[0][0], values, related=related, anchor=_anchor(requirement.name))


def _absent(article: Article, name: str, kind: str, scene: Scene, heading: Span | None = None) -> Finding:
    """Report what is absent, at the heading that nothing stands under or where it belongs."""
    return Finding(heading or article.anchor(_anchor(name)), _values(name, kind, scene), anchor=_anchor(name))


def _values(name: str, kind: str, scene: Scene, word: str = "") -> dict[str, object]:
    """Return what fills the message; `word` is the bare word that stands where a notice should."""
    return {"name": name, "kind": kind, "profile": scene.profile, "word": word}


_NOT_WORD = pattern(r"\W+")


def _anchor(name: str) -> str:
    return _NOT_WORD.sub("-", name.lower()).strip("-")


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
                return block.whole
        return None

    def traces(self, requirement: Requirement) -> list[tuple[Span, str]]:
        """Return where a requirement's bare name stands: in boilerplate, a link, a heading or a short line."""
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


@check(general=True, phrases=("advice", "notices"), placeholders=("advice",), renamed={"least": "min_places"})
def duty_notice(
    article: Article,
    scene: Scene,
    *,
    advice: Annotated[tuple[str, ...], Option("phrases of advice")],
    notices: Annotated[tuple[str, ...], Option("phrases that count as the notice, anywhere in the article")],
    patterns: Annotated[tuple[str, ...], Option("advice, searched sentence by sentence", pattern=either)] = (),
    min_places: Annotated[int, Option("how many pieces of advice call for a notice", ge=1)] = 1,
) -> Iterator[Finding]:
    """Flag a text that advises, in its own voice, without the notice that such advice needs; once an article.

    The message may use `{advice}`, the first piece of advice.
    """
    if any(hit.phrase in phrase_keys(notices) for hit in scene.hits):
        return
    found = [(hit.block, hit.start, hit.end) for hit in scene.hits if _is_own(article, hit)]
    advising = either(patterns)
    for sentence in article.sentences if patterns else ():
        match = advising.search(sentence.text)
        if match and match.start() < match.end():
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if not _is_theirs(article, sentence.block, start, end):
                found.append((sentence.block, start, end))
    if not found or len(found) < min_places:
        return
    (index, start, end), *rest = sorted(found)
    related = tuple(
        Related(article.blocks[other].locate(first, last), "more advice") for other, first, last in rest[:5]
    )
    block = article.blocks[index]
    yield Finding(block.locate(start, end), {"advice": block.text[start:end]}, related=related)


def _is_own(article: Article, hit: PhraseHit) -> bool:
    kind = article.blocks[hit.block].kind
    return (kind in PROSE_KINDS or kind == "heading") and not _is_theirs(article, hit.block, hit.start, hit.end)


def _is_theirs(article: Article, block: int, start: int, end: int) -> bool:
    return article.is_quoted(block, start, end) or article.is_attributed(block, start, end)


_TO_THE_READER = pattern(r"\b(?:you|your|in practice)\b")
_LEAD_END = pattern(r"[:|–—]")


@check(phrases=("phrases",), placeholders=("what",), renamed={"share": "min_share"})
def unlabelled_analysis(
    article: Article,
    scene: Scene,
    *,
    headings: Annotated[tuple[str, ...], Option("beginnings of headings that announce an analysis")],
    labels: Annotated[tuple[str, ...], Option("labels that declare one")],
    phrases: Annotated[tuple[str, ...], Option("words that interpret")],
    min_share: Annotated[float, Option("the share of sentences that interpret, at least", ge=0, le=1)] = 0.2,
    min_sentences: Annotated[int, Option("how many sentences interpret, at least", ge=1)] = 6,
) -> Iterator[Finding]:
    """Flag interpretation in a piece that does not say it interprets: by its headings, or by how much of it does."""
    # A text with blocks of code is a manual rather than a report.
    if _is_labelled(article, keys(labels)) or any(block.kind == "code" for block in article.blocks):
        return
    openings = tuple(keys(headings))
    announcing = [block for block in article.blocks if block.kind == "heading" and _announces(block.text, openings)]
    sentences = _interpreting(article, scene.hits)
    if announcing:
        first, *others = announcing
        related = tuple(Related(block.span, f"“{block.text}”") for block in others)
        related += tuple(Related(span, "interprets") for span in sentences[: SHOWN - len(others)])
        yield Finding(first.whole, {"what": f"“{first.text.strip()}”"}, related=related)
    elif len(sentences) >= min_sentences and len(sentences) >= min_share * len(article.sentences):
        what = f"{len(sentences)} of {len(article.sentences)} sentences interpret, and nobody is named for it"
        related = tuple(Related(span, "interprets") for span in sentences[1:SHOWN])
        yield Finding(sentences[0], {"what": what}, related=related)


def _is_labelled(article: Article, labels: frozenset[str]) -> bool:
    texts = [element.value or element.text for element in article.find_all("label")]
    if article.headline:
        texts.append(_LEAD_END.split(article.headline.text)[0])
    return any(comparison_key(text, "words") in labels for text in texts)


def _announces(text: str, openings: tuple[str, ...]) -> bool:
    plain = comparison_key(text, "words")
    # “What this means for you” serves the reader with advice rather than with a view.
    return plain.startswith(openings) and not _TO_THE_READER.search(plain)


def _interpreting(article: Article, hits: Iterable[PhraseHit]) -> list[Span]:
    """Return the spans of the phrases that interpret in the publication's own voice, one a sentence."""
    found: dict[tuple[int, int], Span] = {}
    for hit in hits:
        if article.is_quoted(hit.block, hit.start, hit.end) or article.is_attributed(hit.block, hit.start, hit.end):
            continue
        for sentence in article.sentences_of.get(hit.block, ()):
            if sentence.start <= hit.start < sentence.end:
                span = article.blocks[hit.block].locate(hit.start, hit.end)
                found.setdefault((hit.block, sentence.start), span)
    return list(found.values())
