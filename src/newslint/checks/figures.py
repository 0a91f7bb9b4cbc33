"""Checks of figures: those without a source, those that the body does not bear out, and mixed units."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from itertools import islice, zip_longest
from typing import Annotated, Literal, NamedTuple

from newslint.article import Article, Block, Element, Sentence
from newslint.checks.shared import either, once
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.numbers.quantities import Quantity, find_quantities, is_same_quantity
from newslint.language.speech.claims import Claim
from newslint.language.units.similarity import content_words, fold, fold_words, stem
from newslint.language.units.words import find_words
from newslint.patterns import pattern
from newslint.source import Span

Families = dict[str, dict[str, tuple[str, ...]]]


@check(placeholders=("unit", "other"))
def unit_mix(
    article: Article,
    scene: Scene,
    *,
    families: Annotated[Families, Option("families of units; in each, a unit's name and the words that stand for it")],
) -> Iterator[Finding]:
    """Flag figures of one kind of measure in several units, unless one is given in brackets as the other's conversion.

    What counts as a figure, “twelve miles” and “12mi” included, is what the analysis of quantities reads.
    """
    figures = list(_measures_of(article))
    for units in families.values():
        known = {unit: name for name, words in units.items() for word in words for unit in _units_of(word)}
        places = list(_in_units(article, figures, known))
        if len({unit for unit, _, _ in places}) > 1:
            unit, span, text = places[0]
            _, other, words = next(place for place in places if place[0] != unit)
            yield Finding(other, {"unit": words, "other": text}, related=(Related(span, f"“{text}” here"),))


@lru_cache(maxsize=1024)
def _units_of(word: str) -> tuple[str, ...]:
    """Return the unit that a word of an option stands for, as the analysis of quantities names it; else the word."""
    found = find_quantities(f"2 {word}")
    return tuple(quantity.unit for quantity in found if quantity.unit is not None) or (word.lower(),)


def _measures_of(article: Article) -> Iterator[tuple[Sentence, list[tuple[int, int, str]]]]:
    """Yield each sentence that has figures, with start, end and unit of those; a unit may be any word after one."""
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        by_block.setdefault(index, []).append(quantity)
    for sentence in article.sentences:
        text = article.blocks[sentence.block].text
        own = [q for q in by_block.get(sentence.block, ()) if sentence.start <= q.start < sentence.end]
        found = []
        for quantity, following in zip_longest(own, own[1:]):
            if following is not None and _RANGE.fullmatch(text, quantity.end, following.start):
                continue  # “two to three miles”: the unit stands with the second figure
            after = _NEXT_WORD.match(text, quantity.end) if quantity.unit is None else None
            unit = quantity.unit or (after[1].lower() if after else "")
            found.append((quantity.start, after.end() if after else quantity.end, unit))
        if found:
            yield sentence, found


_RANGE = pattern(r"\s?(?:to|or|and|[-–—])\s?")
_NEXT_WORD = pattern(r"[ -]([^\W\d]\w*)")


def _in_units(
    article: Article, figures: Sequence[tuple[Sentence, list[tuple[int, int, str]]]], known: Mapping[str, str]
) -> Iterator[tuple[str, Span, str]]:
    """Yield unit, span and words of each figure in known units; none of a sentence that converts one in brackets."""
    for sentence, measures in figures:
        own = [(known[unit], start, end) for start, end, unit in measures if unit in known]
        if "(" in sentence.text and len({unit for unit, _, _ in own}) > 1:
            continue
        block = article.blocks[sentence.block]
        for unit, start, end in own:
            if not article.is_quoted(sentence.block, start, end):
                yield unit, block.locate(start, end), block.text[start:end]


# What goes on for longer without a full stop is not a sentence.
_LONGEST_SENTENCE = 2000
# What happened to people, or how much a measured thing changed: numbers that somebody has counted.
_TOLL = pattern(
    r"""
      \s*(?:other[ ]|more[ ])?(?:[a-z-]+[ ]){0,2}?
      (?:people|civilians|soldiers|children|women|men|workers|passengers|patients|migrants|refugees|victims)?[ ]?
      (?:were[ ]|have[ ]been[ ]|had[ ]been[ ]|are[ ])?
      (?:died|dead|killed|injured|wounded|missing|displaced|infected|hospitalised|hospitalized|deaths|casualties|arrested)\b
    """,
    re.VERBOSE,
)
_MOVED = pattern(
    r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|grows|dropped|drops|climbed|climbs|declined|declines|increased?s?"
    r"|decreased?s?|jumped|jumps|soared|soars|surged|surges|plunged|plunges|shrank|shrinks|doubled|tripled|slumped"
    r"|slumps|gained|lost|cut by|up by|down by|accounts? for|accounted for|make up|makes up|made up|per cent of"
    r"|percent of|% of)\b"
)

# Shares that count nothing (“the top 1 percent”, “owns 44 percent”), and what a publication says of itself.
_SHARE = pattern(
    r"""
      \b(?:top|richest|wealthiest|bottom|poorest)[ ]\d
    | \b(?:own|hold)(?:s|ed|ing)?[ ](?:[a-z]+[ ]){0,2}\d | \b(?:stakes?|sure)\b
    | \b(?:one[ ]hundred|100|110)[ ]?(?:per[ ]?cent|%)
    | \b(?i:we|our|us)\b
    """,
    re.VERBOSE,
)


@check(
    placeholders=("figure", "more"),
    renamed={"least_sum": "min_sum", "least": "min_figures", "least_words": "min_words"},
)
def unsourced_figure(
    article: Article,
    scene: Scene,
    *,
    evidence: Annotated[tuple[str, ...], Option("what shows where a paragraph's figures come from", pattern=either)],
    min_sum: Annotated[int, Option("smaller sums of money are left alone", ge=0)] = 1_000_000,
    min_figures: Annotated[int, Option("an article with fewer of such figures is left alone", ge=1)] = 1,
    min_words: Annotated[int, Option("shares in sentences with fewer words are left alone", ge=0)] = 6,
) -> Iterator[Finding]:
    """Flag figures of weight, in the publication's own voice, for which no source is in sight; once an article."""
    figures = {(index, quantity.start): quantity for index, quantity in article.quantities}
    sources = cache(lambda block: _has_evidence(article, block, either(evidence)))
    found: list[tuple[Span, str]] = []
    last: tuple[int, int] | None = None
    for claim in article.claims:
        number = claim.extent.passage
        if claim.kind != "figure" or article.blocks[number].kind != "paragraph":
            continue
        place = (number, claim.sentence.start)
        quantity = figures[number, claim.extent.start]
        if place == last or not _is_weighty(article, claim, quantity, min_sum, min_words):
            continue
        near = [at for at in (number - 1, number, number + 1) if 0 <= at < len(article.blocks)]
        if any(at in article.linked_blocks for at in near[:2]) or any(sources(at) for at in near):
            continue
        last = place
        block = article.blocks[number]
        found.append((block.locate(quantity.start, quantity.end), block.text[quantity.start : quantity.end]))
    if len(found) >= min_figures:
        yield from once(found, "figure")


def _is_weighty(article: Article, claim: Claim, quantity: Quantity, min_sum: int, min_words: int) -> bool:
    text = article.blocks[claim.extent.passage].text
    sentence = text[claim.sentence.start : claim.sentence.end]
    if len(sentence) > _LONGEST_SENTENCE or article.is_quoted(claim.extent.passage, quantity.start, quantity.end):
        return False
    if quantity.kind in ("percent", "percentage-point"):
        return len(sentence.split()) >= min_words and _SHARE.search(sentence) is None
    if quantity.kind == "money":
        return quantity.value >= min_sum and _MOVED.search(sentence) is not None
    if quantity.kind == "plain" and quantity.unit is None:
        if quantity.value >= 3 and _TOLL.match(text, quantity.end):
            return True
        return quantity.value >= 1000 and _MOVED.search(sentence) is not None
    return False


def _has_evidence(article: Article, block: int, evidence: re.Pattern[str]) -> bool:
    text = article.blocks[block].text
    return evidence.search(text) is not None or article.has_source(block, 0, len(text))


# Lengths of time are reckoned more often than stated: "after 30 years", "in 100 days".
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
# The plain words that state a share or a number.
_IN_WORDS: dict[Decimal, tuple[str, ...]] = {
    Decimal(2): ("both", "pair", "couple", "twin", "twins", "duo", "double", "doubled", "doubling", "twice"),
    Decimal(3): ("trio", "triple", "tripled", "triplets"),
    Decimal(4): ("quartet", "quadruple", "quadrupled"),
    Decimal(12): ("dozen",),
    Decimal(20): ("fifth", "score"),
    Decimal(25): ("quarter",),
    Decimal(33): ("third",),
    Decimal(50): ("half", "halved", "halve", "halving"),
    Decimal(66): ("thirds",),
    Decimal(67): ("thirds",),
    Decimal(75): ("quarters",),
    Decimal(100): ("doubled", "double", "doubling", "twice", "century", "all", "every", "entire", "entirely", "fully"),
    Decimal(200): ("tripled", "triple"),
}
_COUNTING = pattern(
    r"\s(?:\w+[\s-]){0,2}?(?:ways?|things?|tips?|reasons?|facts?|books?|photos?|pictures|images|ideas|lessons|questions|steps|rules"
    r"|signs|takeaways|moments|films|movies|songs|recipes|places|charts|quotes|tricks|mistakes|myths|tools|gifts|examples)\b",
    re.IGNORECASE,
)


# A summary has few figures and dates: of more, each of which is held against the whole body, the first are judged.
_MOST_FIGURES = 100
_AROUND = 200  # code points


@check(
    grades=("conflict", "absent"),
    placeholders=("what", "where", "instead"),
    renamed={"smallest": "min_number", "least_words": "min_body_words"},
)
def unsupported_figures(
    article: Article,
    scene: Scene,
    *,
    where: Annotated[Literal["headline", "summary"], Option("the part that is held against the body")],
    dates: Annotated[bool, Option("whether days are judged, too")] = False,
    names: Annotated[bool, Option("whether names are judged, too")] = False,
    tolerance: Annotated[float, Option("the share by which a figure may differ", ge=0, le=1)] = 0.05,
    min_number: Annotated[int, Option("smaller plain numbers may be absent: readers count them", ge=0)] = 13,
    min_body_words: Annotated[int, Option("articles with fewer words are not judged", ge=0)] = 100,
) -> Iterator[Finding]:
    """Flag figures, dates and names of a headline or summary that the body does not bear out; silent when in doubt.

    The grade is `conflict` where the body says otherwise, `absent` where it says nothing of it. The message may use
    `{what}`, the words; `{where}`, the part; and `{instead}`, what the body does.
    """
    if article.word_count < min_body_words:
        return
    own, parts = _parts(article, where)
    body = _Body(article, own)

    def report(part: _Part, start: int, end: int, rival: tuple[Block, int, int] | None) -> Finding:
        values = {"what": part.text[start:end], "where": where, "instead": "says nothing of it"}
        if rival is None:
            return Finding(part.locate(start, end), values, "absent")
        block, at, stop = rival
        values["instead"] = f"says “{block.text[at:stop]}”"
        related = (Related(block.locate(at, stop), "the body says this"),)
        return Finding(part.locate(start, end), values, "conflict", related)

    figures = ((part, quantity) for part in parts for quantity in find_quantities(part.text))
    for part, quantity in islice(figures, _MOST_FIGURES):
        if not _is_free(part.text, quantity) and not body.bears_out(part.text, quantity, tolerance):
            rival = body.rival(part.text, quantity)
            if rival is not None or quantity.kind != "plain" or quantity.value >= min_number:
                yield report(part, quantity.start, quantity.end, rival)
    mentions = ((part, mention) for part in parts for mention in find_dates(part.text)) if dates else ()
    for part, mention in islice(mentions, _MOST_FIGURES):
        rival = body.other_day(mention)
        if rival is not None:
            yield report(part, mention.start, mention.end, rival)
    for part in parts if names else ():
        for start, end in _find_names(part.text):
            if not body.knows_name(part.text[start:end]):
                yield report(part, start, end, None)


class _Part(NamedTuple):
    """A text that is held against the body, with its way back to the source."""

    text: str
    block: Block | None
    span: Span
    is_verbatim: bool

    def locate(self, start: int, end: int) -> Span:
        if self.block is not None:
            return self.block.locate(start, end)
        return Span(self.span.start + start, self.span.start + end) if self.is_verbatim else self.span


def _parts(article: Article, where: str) -> tuple[frozenset[int], list[_Part]]:
    """Return the blocks that are not the body, and the texts to hold against it."""
    heads = [element for kind in ("headline", "dek", "summary") for element in article.find_all(kind)]
    own = frozenset(index for element in heads for index in element.blocks)
    own |= {index for index, block in enumerate(article.blocks) if block.role in ("headline", "dek", "summary")}
    if where == "headline":
        chosen = [article.headline] if article.headline else []
    else:
        chosen = [element for element in heads if element.kind != "headline"]
    parts = {part.span: part for element in reversed(chosen) for part in _cut(article, element)}
    return own, sorted(parts.values(), key=lambda part: part.span)


def _cut(article: Article, element: Element) -> Iterator[_Part]:
    at = article.block_at(element.span.start)
    indices = element.blocks or ((at,) if at is not None and article.blocks[at].role == element.kind else ())
    blocks = [article.blocks[index] for index in indices]
    for block in blocks:
        if block.kind != "heading" or element.kind == "headline":
            yield _Part(block.text, block, block.span, True)
    if not blocks:
        is_verbatim = article.source.slice(element.span) == element.text
        yield _Part(element.text, None, element.span, is_verbatim)


def _is_free(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure needs no support: ordinals, lengths of time, one, the size of a list."""
    if quantity.kind == "ordinal" or quantity.unit in _TIME_UNITS or abs(quantity.value) <= 1:
        return True
    if quantity.kind != "plain":
        return False
    if text.endswith(("'", "’", "‘"), 0, quantity.start):
        return True  # a year: the class of ’16
    before = text[max(0, quantity.start - _AROUND) : quantity.start].rstrip()
    after = text[quantity.end : quantity.end + _AROUND]
    if _COUNTING.match(after) or after.startswith(("s ", "-", "’s", "'s")):
        return True
    # A number alone between commas is an age; after a full stop or a colon it stands for itself.
    return before.endswith((",", "No.", "#")) and after.startswith((",", " ")) and quantity.value < 120


def _noun_after(text: str, end: int) -> str:
    """Return the stem of the word that a number counts, or nothing."""
    words = find_words(text[end : end + 60])
    if not words or text[end : end + words[0][0]].strip():
        return ""
    word = fold(text[end + words[0][0] : end + words[0][1]])
    return stem(word) if word.isalpha() and len(word) > 2 else ""


def _words_around(text: str, start: int, end: int) -> set[str]:
    """Return the telling words among the four before and the five after a number."""
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    words = [before[first:last] for first, last in find_words(before)][-4:]
    words += [after[first:last] for first, last in find_words(after)][:5]
    return {word for word in content_words(" ".join(words)) if not word[0].isdigit()}


_INSIDE_WORD = pattern(r"[-‑/:]")
_NO_DIGIT = pattern(r"[^\d.,]")


class _Body:
    """What an article's body says, made ready once."""

    def __init__(self, article: Article, own: frozenset[int]) -> None:
        self.article = article
        self.own = own

    @cached_property
    def quantities(self) -> list[tuple[int, Quantity]]:
        return [(index, found) for index, found in self.article.quantities if index not in self.own]

    @cached_property
    def values(self) -> frozenset[Decimal]:
        return frozenset(abs(found.value) for _, found in self.quantities)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(
            part
            for index, block in enumerate(self.article.blocks)
            if index not in self.own and block.kind not in ("boilerplate", "code")
            for word in fold_words(block.text)
            for part in {word, word.removesuffix("'s"), *_INSIDE_WORD.split(word)}
        )

    def bears_out(self, text: str, quantity: Quantity, tolerance: float) -> bool:
        """Tell whether the body states a figure, in digits or in words, under whatever name."""
        value = abs(quantity.value)
        if value in self.values or any(word in self.words for word in _IN_WORDS.get(value, ())):
            return True
        digits = _NO_DIGIT.sub("", text[quantity.start : quantity.end]).strip(".,")
        if digits in self.words or digits.replace(",", "") in self.words:
            return True
        if any(is_same_quantity(quantity, found, tolerance) for _, found in self.quantities):
            return True
        return any(_is_near(quantity, found, tolerance) for _, found in self.quantities)

    def rival(self, text: str, quantity: Quantity) -> tuple[Block, int, int] | None:
        """Return the body's other figure for the same thing, where there is exactly one."""
        noun = _noun_after(text, quantity.end) if quantity.kind == "plain" else ""
        if not noun:
            return None
        around = _words_around(text, quantity.start, quantity.end) - {noun}
        found = [(block, start, end) for block, start, end, words in self._counts[noun] if around & words]
        is_single = len({block.text[start:end] for block, start, end in found}) == 1
        return found[0] if is_single else None

    @cached_property
    def _counts(self) -> Mapping[str, list[tuple[Block, int, int, set[str]]]]:
        """The body's plain figures by what they count, each with the other words around it."""
        counts: dict[str, list[tuple[Block, int, int, set[str]]]] = defaultdict(list)
        for index, found in self.quantities:
            block = self.article.blocks[index]
            noun = _noun_after(block.text, found.end) if found.kind == "plain" else ""
            if noun:
                words = _words_around(block.text, found.start, found.end) - {noun}
                counts[noun].append((block, found.start, found.end, words))
        return counts

    @cached_property
    def days(self) -> list[tuple[int, DateMention]]:
        return [
            (index, mention)
            for index, mention in self.article.dates
            if index not in self.own and mention.day is not None and mention.month is not None
        ]

    def other_day(self, mention: DateMention) -> tuple[Block, int, int] | None:
        """Return the only day of the same month that the body names, where it never names the day itself."""
        if mention.day is None or mention.month is None or mention.impossible:
            return None
        rivals = []
        for index, other in self.days:
            is_month = other.month == mention.month and (
                other.year == mention.year or None in (other.year, mention.year)
            )
            days = range(other.day or 0, (other.last_day or other.day or 0) + 1)
            if is_month and mention.day in days:
                return None
            if is_month:
                rivals.append((self.article.blocks[index], other.start, other.end))
        if len({block.text[start:end] for block, start, end in rivals}) != 1 or self._is_weekday_near(mention):
            return None
        return rivals[0]

    def _is_weekday_near(self, mention: DateMention) -> bool:
        """Tell whether the body may name the day by its weekday, or as that of publication."""
        published = self.article.published
        if published is None or published.value is None or mention.month is None or mention.day is None:
            return True
        day = date.fromisoformat(published.value[:10])
        try:
            meant = date(mention.year or day.year, mention.month, mention.day)
        except ValueError:
            return True
        if abs(meant - day) > timedelta(days=8):
            return False
        return (
            meant == day
            or fold(meant.strftime("%A")) in self.words
            or "yesterday" in self.words
            or "tomorrow" in self.words
        )

    def knows_name(self, name: str) -> bool:
        """Tell whether the body has any word of a name, or its initials."""
        words = fold_words(name)
        initials = "".join(word[0] for word in words)
        return initials in self.words or any(
            word in self.words or stem(word) in self._stems or word.removesuffix("'s") in self.words for word in words
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.words)


def _is_near(first: Quantity, second: Quantity, tolerance: float) -> bool:
    """Tell whether two figures agree but for their unit: "$1.2m" and "1.2 million Australian dollars"."""
    larger = max(abs(first.value), abs(second.value))
    if larger < 10:
        return False
    limit = Decimal(str(tolerance)) if "percent" not in (first.kind, second.kind) else Decimal("0.02")
    return abs(abs(first.value) - abs(second.value)) <= limit * larger


# A capital, and a small letter somewhere in the word.
_NAME_WORD = r"[A-Z](?:(?![a-z])[\w'’-]){0,40}+[a-z][\w'’-]{0,60}+"
_NAME = pattern(rf"{_NAME_WORD}(?:\s(?:(?:of|the|de|al|bin|van|von|for|and)\s){{0,2}}{_NAME_WORD})+")


def _find_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield proper names of two words or more, in a text that is not written in title case."""
    words = [text[start:end] for start, end in find_words(text)]
    if not words or sum(word[:1].isupper() for word in words) > len(words) * 0.5:
        return
    for found in _NAME.finditer(text):
        start = found.start()
        before = text[max(0, start - _AROUND) : start].rstrip()
        if not before or before[-1] in ".!?:“\"‘'(—–-":
            continue
        yield start, found.end()
