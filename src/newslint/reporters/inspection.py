"""Show an article as newslint understands it, for programs and for people; it judges nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newslint.article import Article, Block, Element
from newslint.newsroom.topics import Opening, openings, span_of
from newslint.parts import ElementKind, Person
from newslint.reporters.counting import count_of
from newslint.reporters.display import cut, paint, text_width
from newslint.reporters.voices import UNKNOWN, find_voices, name_of
from newslint.spans import Span
from newslint.terminal import inert, safe, safe_path

if TYPE_CHECKING:
    from newslint.language.speech.passages import Extent

SCHEMA = 1
_SINGLE: tuple[ElementKind, ...] = ("headline", "dek", "published", "updated", "dateline", "summary", "author-bio")
_CITED = 8  # words of a topic
SHOWN: tuple[ElementKind, ...] = ("headline", "dek", "byline", *_SINGLE[2:], "label", "disclosure", "correction")


def inspection(article: Article, profile: str) -> dict[str, Any]:
    """Return the object that `inspect --format json` prints for an article; spans are in code points of the source."""
    speakers = _speakers(article)
    return {
        "schema": SCHEMA,
        "path": article.path,
        "format": article.format,
        "profile": profile,
        "elements": _elements_object(article),
        "blocks": [
            {"kind": block.kind, "level": block.level, "text": block.text, "span": list(block.span)}
            for block in article.blocks
        ],
        "quotations": [
            {
                "text": article.text_of(quotation.extent),
                "span": _span_of(article, quotation.extent),
                "attribution": speakers.get(index),
            }
            for index, quotation in enumerate(article.quotations)
        ],
        "attributions": [
            {
                "source": [_span_of(article, part) for part in attribution.source],
                "cue": [_span_of(article, part) for part in attribution.cue],
                "content": [_span_of(article, part) for part in attribution.content],
                "source_kind": attribution.source_kind,
            }
            for attribution in article.attributions
        ],
        "topics": [_topic_object(article, opening) for opening in openings(article)],
        "metrics": _metrics(article),
    }


def _topic_object(article: Article, opening: Opening) -> dict[str, Any]:
    return {
        "topic": opening.topic,
        "score": opening.score,
        "words": [
            {"text": word.text, "weight": word.weight, "span": list(span_of(article, word))} for word in opening.words
        ],
    }


def _elements_object(article: Article) -> dict[str, Any]:
    dated = {
        kind: None if element is None else {"text": element.text, "value": element.value, **_place(element)}
        for kind in ("published", "updated")
        for element in [article.find(kind)]
    }
    return {
        "headline": _element_object(article.find("headline")),
        "dek": _element_object(article.find("dek")),
        "bylines": [
            {
                "text": element.text,
                "names": list(element.names),
                "people": [_person_object(person) for person in element.people],
                **_place(element),
            }
            for element in bylines(article)
        ],
        "published": dated["published"],
        "updated": dated["updated"],
        "dateline": _element_object(article.find("dateline")),
        "summary": _element_object(article.find("summary")),
        "faq": [{"question": pair.question, "answer": pair.answer, "span": list(pair.span)} for pair in article.faq],
        "disclosures": [
            {"kind": element.value or "disclosure", "text": element.text, "span": list(element.span)}
            for element in article.find_all("disclosure")
        ],
        "corrections": [
            {"text": element.text, "span": list(element.span)} for element in article.find_all("correction")
        ],
        "author_bio": _element_object(article.find("author-bio")),
    }


def bylines(article: Article) -> list[Element]:
    """Return the bylines that say something new: one that names only people of those before it is left out."""
    known: set[str] = set()
    found = []
    for element in article.find_all("byline"):
        words = {name.casefold() for name in element.names or (element.text,)}
        if not words <= known:
            found.append(element)
            known |= words
    return found


def _person_object(person: Person) -> dict[str, str | None]:
    return {
        "name": person.name,
        "kind": person.kind,
        "role": person.role or None,
        "outlet": person.outlet or None,
        "place": person.place or None,
    }


def _element_object(element: Element | None) -> dict[str, Any] | None:
    return None if element is None else {"text": element.text, **_place(element)}


def _place(element: Element) -> dict[str, Any]:
    return {"span": list(element.span), "origin": element.origin}


def _speakers(article: Article) -> dict[int, int]:
    """Return the attribution of each quotation that has one.

    That is the first one made for it that names a source, else the first one made for it at all, else one whose
    content it is part of.
    """
    made: dict[int, list[int]] = {}
    contents = [(-1, 0, 0, 0)]
    for number, attribution in enumerate(article.attributions):
        if attribution.quotation is not None:
            made.setdefault(attribution.quotation, []).append(number)
        contents += [(*part, number) for part in attribution.content]
    contents.sort()
    found = {
        index: min(numbers, key=lambda number: not article.attributions[number].source)
        for index, numbers in made.items()
    }
    for index, quotation in enumerate(article.quotations):
        extent = quotation.extent
        passage, _, end, number = contents[bisect_right(contents, (extent.passage, extent.start + 1)) - 1]
        if index not in found and passage == extent.passage and end >= extent.end:
            found[index] = number
    return found


def _span_of(article: Article, extent: Extent) -> list[int]:
    return list(article.locate(extent))


_MEASURES = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "smog",
    "automated_readability_index",
    "coleman_liau",
    "lix",
)
# Formulas of other languages, which only texts in these have.
_EASE = {
    "amstad": "Amstad",
    "kandel_moles": "Kandel-Moles",
    "szigriszt_pazos": "Szigriszt-Pazos",
    "gulpease": "Gulpease",
}


def _metrics(article: Article) -> dict[str, Any]:
    measured = article.readability()
    figures = [(name, getattr(measured, name)) for name in (*_MEASURES, *_EASE)]
    unknown = {name for name, value in figures if value is None and name in _EASE}
    return {
        "words": article.word_count,
        "sentences": len(article.sentences),
        **{name: value if value is None else round(value, 2) for name, value in figures if name not in unknown},
    }


def render_inspection(article: Article, profile: str, colour: bool, width: int) -> str:
    """Return what was found in an article, part by part, for a terminal; it ends with a line end."""
    view = _View(article, colour, max(width, 40))
    title = paint(safe_path(article.path), "bold", colour=colour)
    lines = [f"{title}  {article.format}, profile {safe(profile)}"]
    for heading, section in (
        ("Elements", view.elements()),
        ("Blocks", view.blocks()),
        ("Quotations", view.quotations()),
        ("Who speaks", view.voices()),
        ("Topics", view.topics()),
        ("Metrics", view.metrics()),
    ):
        rows = list(section)
        if rows:
            lines += ["", paint(heading, "bold", colour=colour), *rows]
    return "".join(f"{inert(line)}\n" for line in lines)


class _View:
    """Lay out the parts of one article in a width, one line each."""

    def __init__(self, article: Article, colour: bool, width: int) -> None:
        self.article = article
        self.colour = colour
        self.width = width

    def _place(self, span: Span) -> str:
        position = self.article.source.position(span.start)
        return f"{position.line}:{position.column}"

    def _row(self, place: str, label: str, text: str, note: str = "") -> str:
        note = f"  {safe(note)}" if note else ""
        head = f"  {place:>7}  {label:<14}  "
        room = self.width - text_width(head) - text_width(note)
        return f"{head}{cut(safe(text), max(room, 16))}{paint(note, 'dim', colour=self.colour)}"

    def elements(self) -> Iterator[str]:
        """Yield the elements with their places, and one line with the names of those that were not found."""
        missing = []
        for kind in SHOWN:
            shown = elements_of(self.article, kind)
            for element in shown:
                yield self._row(self._place(element.span), kind, element.text, note_on(element))
            if not shown and kind not in ("label", "disclosure", "correction"):
                missing.append(kind)
        for pair in self.article.faq:
            yield self._row(self._place(pair.span), "question", pair.question, "" if pair.answer else "(no answer)")
        if missing:
            yield paint(f"  {'':>7}  not found: {', '.join(missing)}", "dim", colour=self.colour)

    def blocks(self) -> Iterator[str]:
        """Yield the outline: each block's place, kind, role and first words."""
        for block in self.article.blocks:
            look = ("dim",) if block.kind == "boilerplate" else ()
            row = self._row(
                self._place(block.span), _kind_of(block), block.text, f"({block.role})" if block.role else ""
            )
            yield paint(row, *look, colour=self.colour and bool(look))

    def quotations(self) -> Iterator[str]:
        """Yield the quotations with their speakers."""
        speakers = _speakers(self.article)
        for index, quotation in enumerate(self.article.quotations):
            number = speakers.get(index)
            speaker = UNKNOWN if number is None else name_of(self.article, number)
            note = f"— {speaker}" if quotation.role == "speech" or number is not None else ""
            place = self._place(self.article.locate(quotation.extent))
            yield self._row(place, quotation.role, self.article.text_of(quotation.extent), note)

    def voices(self) -> Iterator[str]:
        """Yield whose words each stretch of the prose is; a paragraph's place stands at its first stretch."""
        before = -1
        for stretch in find_voices(self.article):
            block = self.article.blocks[stretch.block]
            place = self._place(block.span) if stretch.block != before else ""
            before = stretch.block
            who = f"{cut(safe(stretch.voice), 28)}" + (f" ({stretch.kind})" if stretch.kind else "")
            padded = who + " " * (24 - text_width(who))
            yield self._row(place, padded, block.text[stretch.start : stretch.end])

    def topics(self) -> Iterator[str]:
        """Yield the topics that the article opens, each with its first place and the words that open it."""
        for opening in openings(self.article):
            first = min(span_of(self.article, word) for word in opening.words)
            yield self._row(self._place(first), opening.topic, opening.cite(_CITED), f"({opening.score:g})")

    def metrics(self) -> Iterator[str]:
        """Yield the numbers of words and sentences and the readability of the body."""
        found = _metrics(self.article)
        yield f"  {count_of(found['words'], 'word')}, {count_of(found['sentences'], 'sentence')}"
        if not found["words"]:
            return
        if found["flesch_reading_ease"] is not None:
            yield (
                f"  Flesch-Kincaid grade {found['flesch_kincaid_grade']:.1f}, "
                f"Flesch reading ease {found['flesch_reading_ease']:.0f}"
            )
            yield (
                f"  Gunning fog {found['gunning_fog']:.1f}, SMOG {found['smog']:.1f}, "
                f"ARI {found['automated_readability_index']:.1f}, Coleman-Liau {found['coleman_liau']:.1f}, "
                f"LIX {found['lix']:.0f}"
            )
            return
        known = [
            f"{says} {found[name]:.0f}" for name, says in {**_EASE, "lix": "LIX"}.items() if found.get(name) is not None
        ]
        language = "this language" if self.article.language == "und" else safe(self.article.language or "")
        yield f"  {', '.join(known)}" if known else f"  readability not evaluated: there is no formula for {language}"


def elements_of(article: Article, kind: ElementKind) -> list[Element]:
    """Return the elements of a kind that are worth a line: of some kinds the best one alone."""
    if kind == "byline":
        return bylines(article)
    return article.find_all(kind)[: 1 if kind in _SINGLE else None]


def note_on(element: Element) -> str:
    """Return an element's value, where it is not its text, and its origin."""
    value = " and ".join(element.names) or element.value
    return f"({value}, {element.origin})" if value and value != element.text else f"({element.origin})"


def _kind_of(block: Block) -> str:
    return f"{block.kind} {block.level}" if block.level is not None else block.kind
