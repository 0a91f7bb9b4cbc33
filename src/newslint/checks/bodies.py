"""What the body of an article bears out: figures, days and names that headline and summary have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from newslint.article import Article, Block, Element
from newslint.language.dates.mentions import DateMention
from newslint.language.numbers.quantities import Quantity, is_same_quantity
from newslint.language.units.similarity import fold, fold_words, stem
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

Place = tuple[Block, int, int]
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
# What readers can count.
_LISTED = frozenset({"list-item", "table-row"})
_LONG_LIST = 13  # items
_WHOLE = 100  # per cent: where 53 are for it, 47 are not
_LEAST_SUM = 1000  # a smaller figure is the difference of some two by chance
_INSIDE_WORD = pattern(r"[-‑/:]")
_NO_DIGIT = pattern(r"[^\d.,]")


class Part(NamedTuple):
    """A text that is held against the body, with its way back to the source."""

    text: str
    block: Block | None
    span: Span
    is_verbatim: bool
    where: str = ""
    context: str = ""

    def locate(self, start: int, end: int) -> Span:
        if self.block is not None:
            return self.block.locate(start, end)
        return Span(self.span.start + start, self.span.start + end) if self.is_verbatim else self.span


def cut(article: Article, element: Element) -> Iterator[Part]:
    at = article.block_at(element.span.start)
    indices = element.blocks or ((at,) if at is not None and article.blocks[at].role == element.kind else ())
    blocks = [article.blocks[index] for index in indices]
    for block in blocks:
        if block.kind != "heading" or element.kind == "headline":
            yield Part(block.text, block, block.span, True)
    if not blocks:
        is_verbatim = article.source.slice(element.span) == element.text
        yield Part(element.text, None, element.span, is_verbatim)


class Body:
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
    def percents(self) -> frozenset[Decimal]:
        return frozenset(found.value for _, found in self.quantities if found.kind == "percent")

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
        if quantity.kind in ("plain", "percent") and 0 < value < _WHOLE and _WHOLE - value in self.percents:
            return True
        if value >= _LEAST_SUM and self._is_computed(value):
            return True
        digits = _NO_DIGIT.sub("", text[quantity.start : quantity.end]).strip(".,")
        written = {*_IN_WORDS.get(value, ()), digits, digits.replace(",", "")}
        written |= {f"{digits}{scale}" for scale in ("million", "billion")}
        return not self.words.isdisjoint(written) or any(
            is_same_quantity(quantity, found, tolerance) or _is_near(quantity, found, tolerance)
            for _, found in self.quantities
        )

    @cached_property
    def days(self) -> list[tuple[int, DateMention]]:
        return [
            (index, mention)
            for index, mention in self.article.dates
            if index not in self.own and mention.day is not None and mention.month is not None
        ]

    def other_day(self, mention: DateMention) -> Place | None:
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
