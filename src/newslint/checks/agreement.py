"""Checks of whether headline and summary say what the body says: figures, dates, names and quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby, islice, pairwise
from typing import Annotated, Literal

from newslint.article import Article, Block, Element
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.numbers.quantities import Quantity, find_quantities, is_same_quantity
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.similarity import content_words, fold, fold_words, stem
from newslint.language.units.words import find_words
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

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
# What a site counts of itself and of its readers.
_TALLY = r"\s(?:(?:up)?votes?|points?|likes?|shares?|replies)\sand\s[\d,.]{1,12}\scomments?\b|\scomments?\b"
_COUNTING = pattern(
    _TALLY + r"|\s(?:\w+[\s-]){0,4}?(?:ways?|things?|tips?|reasons?|facts?|books?|photos?|pictures|images|ideas|lessons"
    r"|questions|steps|rules|signs|takeaways|moments|films|movies|songs|recipes|places|charts|quotes|tricks|mistakes|myths|tools|gifts|examples)\b",
    re.IGNORECASE,
)
# What readers can count.
_LISTED = frozenset({"list-item", "table-row"})
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
    where: Annotated[Literal["headline", "summary"], Option("the part that is compared with the body")],
    dates: Annotated[bool, Option("whether days are judged, too")] = False,
    names: Annotated[bool, Option("whether names are judged, too")] = False,
    tolerance: Annotated[float, Option("the share by which an exact figure may differ", ge=0, le=1)] = 0,
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
    doubts = [_doubt_figures(parts, body, tolerance, min_number)]
    doubts += [_doubt_days(parts, body)] if dates else []
    doubts += [_doubt_names(parts, body)] if names else []
    told: dict[tuple[str, str], list[_Doubt]] = defaultdict(list)
    for doubt in chain.from_iterable(doubts):
        part, start, end, rival = doubt
        instead = f"says “{rival[0].text[rival[1] : rival[2]]}”" if rival else "does not mention it"
        told[" ".join(fold_words(part.text[start:end])), instead].append(doubt)
    for (_, instead), same in told.items():
        yield _tell(same, where, instead)


def _tell(same: Sequence[_Doubt], where: str, instead: str) -> Finding:
    """Return the finding for one figure, wherever headline or summary repeat it."""
    part, start, end, rival = same[0]
    values = {"what": part.text[start:end], "where": where, "instead": instead}
    places = [(rival[0].locate(*rival[1:]), "the body says this")] if rival else []
    places += [(other.locate(first, last), f"the {where} says it here, too") for other, first, last, _ in same[1:]]
    related = tuple(Related(span, text) for span, text in places)
    return Finding(part.locate(start, end), values, "conflict" if rival else "absent", related)


def _doubt_figures(parts: Sequence[_Part], body: _Body, tolerance: float, min_number: int) -> Iterator[_Doubt]:
    figures = ((part, quantity) for part in parts for quantity in find_quantities(part.text))
    for part, quantity in islice(figures, _MOST_FIGURES):
        if not _is_free(part.text, quantity) and not body.bears_out(part.text, quantity, tolerance):
            rival = body.rival(part.text, quantity)
            if rival is not None or quantity.kind != "plain" or quantity.value >= min_number:
                yield part, quantity.start, quantity.end, rival


def _doubt_days(parts: Sequence[_Part], body: _Body) -> Iterator[_Doubt]:
    mentions = (
        (part, mention) for part in parts for mention in find_dates(part.text, day_first=body.article.day_first)
    )
    for part, mention in islice(mentions, _MOST_FIGURES):
        rival = body.other_day(mention)
        if rival is not None:
            yield part, mention.start, mention.end, rival


def _doubt_names(parts: Sequence[_Part], body: _Body) -> Iterator[_Doubt]:
    for part in parts:
        for start, end in _find_names(part.text):
            if not body.knows_name(part.text[start:end]):
                yield part, start, end, None


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


# A part, a range of its text that the body may not bear out, and what the body says instead.
_Place = tuple[Block, int, int]
_Doubt = tuple[_Part, int, int, _Place | None]


def _parts(article: Article, where: str) -> tuple[frozenset[int], list[_Part]]:
    """Return the blocks that are not the body, and the texts to hold against it."""
    kinds: tuple[ElementKind, ...] = ("dek", "summary")
    opening = _find_opening(article)
    digests = [one for one in chain.from_iterable(map(article.find_all, kinds)) if opening.isdisjoint(one.blocks)]
    heads = [*article.find_all("headline"), *digests]
    own = {index for index, block in enumerate(article.blocks) if block.role in ("headline", *kinds)} - opening
    own.update(chain.from_iterable(element.blocks for element in heads))
    chosen = article.find_all("headline")[:1] if where == "headline" else digests
    parts = {part.span: part for element in reversed(chosen) for part in _cut(article, element)}
    return frozenset(own), sorted(parts.values(), key=lambda part: part.span)


def _find_opening(article: Article) -> set[int]:
    """Return the blocks of a standfirst below the byline: it opens the text and need not come again in it."""
    signed = min((at for one in article.find_all("byline") for at in one.blocks), default=len(article.blocks))
    return {at for one in article.find_all("dek") for at in one.blocks if at > signed}


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


_LONG_LIST = 13  # items
_LEAST_SUM = 1000  # a smaller figure is the difference of some two by chance
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
    def lists(self) -> frozenset[Decimal]:
        """The sizes of the body's lists and tables, of all lists together, and how many headings of a level it has."""
        blocks = [block for index, block in enumerate(self.article.blocks) if index not in self.own]
        sizes = {len([*group]) for kind, group in groupby(blocks, key=lambda block: block.kind) if kind in _LISTED}
        kinds = Counter((block.kind, block.level) for block in blocks if block.kind in ("list-item", "heading"))
        rows = {size - 1 for size in sizes}  # without the head of a table
        return frozenset(map(Decimal, sizes | rows | set(kinds.values()) | {kinds["list-item", None]}))

    def _counts_list(self, value: Decimal) -> bool:
        """Tell whether a number is the size of a list, or may be that of a part of a long one."""
        return value in self.lists or _LONG_LIST <= value <= max(self.lists, default=0)

    def _is_computed(self, value: Decimal) -> bool:
        """Tell whether a figure is the sum or the difference of two of the body's."""
        large = [own for own in self.values if own >= _LEAST_SUM]
        return any(value + own in self.values or (own < value and value - own in self.values) for own in large)

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
        if value in self.values or (quantity.kind == "plain" and self._counts_list(value)):
            return True
        if value >= _LEAST_SUM and self._is_computed(value):
            return True
        digits = _NO_DIGIT.sub("", text[quantity.start : quantity.end]).strip(".,")
        written = {*_IN_WORDS.get(value, ()), digits, digits.replace(",", "")}
        return not self.words.isdisjoint(written) or any(
            is_same_quantity(quantity, found, tolerance) or _is_near(quantity, found, tolerance)
            for _, found in self.quantities
        )

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

    def other_day(self, mention: DateMention) -> _Place | None:
        """Return the only day of the same month that the body names, where it never names the day itself."""
        if mention.day is None or mention.impossible:
            return None
        months = [(index, other) for index, other in self.days if _is_same_month(mention, other)]
        if any(_holds_day(other, mention.day) for _, other in months):
            return None
        # By their text; of those that are alike, the first.
        rivals = {
            self.article.blocks[index].text[other.start : other.end]: (index, other) for index, other in months[::-1]
        }
        if len(rivals) != 1 or self._is_weekday_near(mention):
            return None
        ((index, found),) = rivals.values()
        return self.article.blocks[index], found.start, found.end

    def _is_weekday_near(self, mention: DateMention) -> bool:
        """Tell whether the body may name the day by its weekday, or as that of publication."""
        published = self.article.published
        if published is None or published.value is None:
            return True
        day = date.fromisoformat(published.value[:10])
        try:
            meant = date(mention.year or day.year, mention.month or 0, mention.day or 0)
        except ValueError:
            return True
        if abs(meant - day) > timedelta(days=8):
            return False
        return meant == day or not self.words.isdisjoint((fold(meant.strftime("%A")), "yesterday", "tomorrow"))

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


def _is_same_month(one: DateMention, other: DateMention) -> bool:
    return one.month == other.month and (one.year == other.year or None in (one.year, other.year))


def _holds_day(mention: DateMention, day: int) -> bool:
    first = mention.day or 0
    return first <= day <= (mention.last_day or first)


def _is_near(first: Quantity, second: Quantity, tolerance: float) -> bool:
    """Tell whether two figures agree but for their unit: "$1.2m" and "1.2 million Australian dollars"."""
    if max(abs(first.value), abs(second.value)) < 10 or "ordinal" in (first.kind, second.kind):
        return False
    alike = second._replace(value=abs(second.value), kind="plain", unit=None, currency=None)
    return is_same_quantity(
        first._replace(value=abs(first.value), kind="plain", unit=None, currency=None), alike, tolerance
    )


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


_LONGEST_HEADLINE = 1000  # code points; what is longer is not a headline


_TERM_WORDS = 3


@check(
    grades=("term",),
    placeholders=("quote",),
    renamed={"least_words": "min_words", "least_body": "min_body_words", "enough": "min_share"},
)
def headline_quote(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter quotations are not looked for", ge=1)] = 3,
    min_body_words: Annotated[int, Option("articles with fewer words are not judged", ge=0)] = 100,
    min_share: Annotated[
        float, Option("the share of a quotation's content words that a sentence must have to support it", ge=0, le=1)
    ] = 0.67,
) -> Iterator[Finding]:
    """Flag quoted words of a headline that nobody says in the body.

    The grade is `term` for three words at most that all have capitals: a name or a nickname, which nobody need say.
    """
    if article.headline is None or article.word_count < min_body_words:
        return
    headline = next(_cut(article, article.headline))
    if len(headline.text) > _LONGEST_HEADLINE:
        return
    body = _SaidInBody(article)
    for quotation in find_quotations([Passage(headline.text, "heading")]):
        quoted = headline.text[quotation.inner.start : quotation.inner.end]
        if quotation.is_closed and quotation.words >= min_words and not body.has(quoted, min_share):
            span = headline.locate(quotation.extent.start, quotation.extent.end)
            yield Finding(span, {"quote": quoted}, "term" if _is_term(quoted) else "default")


def _is_term(quoted: str) -> bool:
    """Tell whether a few quoted words all have capitals."""
    words = quoted.split()
    return len(words) <= _TERM_WORDS and not any(word[0].islower() for word in words)


_OMITTED = pattern(r"\.{3}|…|\[[^\]]{0,300}\]")


class _SaidInBody:
    """The words of an article's body, sentence by sentence and as a whole."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._blocks = [index for index, block in enumerate(article.blocks) if block.role != "headline"]

    @cached_property
    def _whole(self) -> str:
        texts = (self._article.passages[index].text for index in self._blocks)
        return f" {' '.join(' '.join(fold_words(text)) for text in texts)} "

    @cached_property
    def _sentences(self) -> list[frozenset[str]]:
        sentences = chain.from_iterable(self._article.sentences_of.get(index, ()) for index in self._blocks)
        return [frozenset(content_words(sentence.text)) for sentence in sentences]

    def has(self, quoted: str, enough: float) -> bool:
        """Tell whether the body has the words, piece by piece around dots, or nearly all of them close together."""
        pieces = [" ".join(fold_words(piece)) for piece in _OMITTED.split(quoted)]
        if all(f" {piece} " in self._whole for piece in pieces if piece):
            return True
        wanted = set(content_words(quoted))
        # The headline's words may be spread over two neighbouring sentences of one answer.
        pairs = pairwise([*self._sentences, frozenset()])
        return not wanted or any(len(wanted & (one | other)) >= enough * len(wanted) for one, other in pairs)
