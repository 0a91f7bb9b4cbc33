"""Checks of whether headline and summary say what the body says: figures, dates, names and quotations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Annotated, Literal

from newslint.article import Article, Block
from newslint.checks.bodies import Body, Part, Place, cut
from newslint.checks.near_names import NearNames
from newslint.checks.statements import NOTHING, Statements, find_captions, telling_words
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.mentions import find_dates
from newslint.language.numbers.bounds import bound_before
from newslint.language.numbers.particulars import Particular, find_particulars
from newslint.language.numbers.quantities import Quantity, find_quantities
from newslint.language.units.sentences import split_sentences
from newslint.language.units.similarity import fold_words
from newslint.language.units.words import find_words
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.spans import Span

_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
# What a site counts of itself and of its readers.
_TALLY = r"\s(?:(?:up)?votes?|points?|likes?|shares?|replies)\sand\s[\d,.]{1,12}\scomments?\b|\scomments?\b"
_COUNTING = pattern(
    _TALLY + r"|\s(?:\w+[\s-]){0,4}?(?:ways?|things?|tips?|reasons?|facts?|books?|photos?|pictures|images|ideas|lessons"
    r"|questions|steps|rules|signs|takeaways|moments|films|movies|songs|recipes|places|charts|quotes|tricks|mistakes|myths|tools|gifts|examples)\b",
    re.IGNORECASE,
)
# A summary has few figures and dates: of more, each of which is held against the whole body, the first are judged.
_MOST_FIGURES = 100
_AROUND = 200  # code points
_FEW_WORDS = 4


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
    names: Annotated[bool, Option("whether names are judged that the body does not have")] = False,
    near_names: Annotated[bool, Option("whether those are judged of which the body has nearly the same")] = False,
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
    body = Body(article, own)
    repeating = [*parts, *_repeating_parts(article, where)]
    statements = Statements(article, own)
    doubts = [_contradictions(repeating, statements, body, tolerance)]
    doubts += [_other_names(repeating, NearNames(article, statements))] if near_names else []
    doubts += [_doubt_figures(parts, body, tolerance, min_number)]
    doubts += [_doubt_days(parts, body)] if dates else []
    doubts += [_doubt_names(parts, body)] if names else []
    told: dict[tuple[str, str], list[_Doubt]] = defaultdict(list)
    known: set[tuple[Span, int]] = set()
    for doubt in chain.from_iterable(doubts):
        part, start, end, rival = doubt
        if (part.span, start) in known:
            continue
        known.add((part.span, start))
        instead = f"says “{rival[0].text[rival[1] : rival[2]]}”" if rival else "does not mention it"
        told[" ".join(fold_words(part.text[start:end])), instead].append(doubt)
    for (_, instead), same in told.items():
        yield _tell(same, where, instead)


def _tell(same: Sequence[_Doubt], where: str, instead: str) -> Finding:
    """Return the finding for one figure, wherever headline or summary repeat it."""
    part, start, end, rival = same[0]
    values = {"what": part.text[start:end], "where": part.where or where, "instead": instead}
    places = [(rival[0].locate(*rival[1:]), "the body says this")] if rival else []
    places += [(other.locate(first, last), f"the {where} says it here, too") for other, first, last, _ in same[1:]]
    related = tuple(Related(span, text) for span, text in places)
    return Finding(part.locate(start, end), values, "conflict" if rival else "absent", related)


def _doubt_figures(parts: Sequence[Part], body: Body, tolerance: float, min_number: int) -> Iterator[_Doubt]:
    figures = ((part, quantity) for part in parts for quantity in find_quantities(part.text))
    for part, quantity in islice(figures, _MOST_FIGURES):
        is_countable = quantity.kind == "plain" and quantity.value < min_number
        is_borne_out = body.bears_out(part.text, quantity, tolerance) or _is_least(part.text, quantity, body)
        if not (is_countable or _is_free(part.text, quantity) or is_borne_out):
            yield part, quantity.start, quantity.end, None


def _is_least(text: str, quantity: Quantity, body: Body) -> bool:
    """Tell whether a figure is a bound (“at least 40”) that a somewhat larger one of the body fits."""
    if bound_before(text, quantity.start)[0] not in ("open", "above"):
        return False
    like = (each for _, each in body.quantities if (each.kind, each.unit) == (quantity.kind, quantity.unit))
    return any(quantity.value <= each.value <= quantity.value * _SOMEWHAT for each in like)


_SOMEWHAT = Decimal("1.4")


def _doubt_days(parts: Sequence[Part], body: Body) -> Iterator[_Doubt]:
    mentions = (
        (part, mention) for part in parts for mention in find_dates(part.text, day_first=body.article.day_first)
    )
    for part, mention in islice(mentions, _MOST_FIGURES):
        rival = body.other_day(mention)
        # Two days are of one event only where their sentences share two words, or half of a short one's.
        own = _words_beside(part.text, mention.start, mention.end) if rival is not None else set()
        shared = own & _words_beside(rival[0].text, *rival[1:]) if rival is not None else ()
        if 2 * len(shared) >= min(len(own), _FEW_WORDS) > 0:
            yield part, mention.start, mention.end, rival


def _words_beside(text: str, start: int, end: int) -> set[str]:
    """Return the telling words of a day's sentence beside the day."""
    sentences = (text[first:last] for first, last in split_sentences(text) if first <= start < last)
    return set(telling_words(next(sentences, ""))) - set(telling_words(text[start:end]))


def _doubt_names(parts: Sequence[Part], body: Body) -> Iterator[_Doubt]:
    for part in parts:
        for start, end in _find_names(part.text):
            if not body.knows_name(part.text[start:end]):
                yield part, start, end, None


def _repeating_parts(article: Article, where: str) -> Iterator[Part]:
    """Yield what repeats the body beside the summary: a standfirst below the byline, answers, captions."""
    if where == "headline":
        return
    for at in sorted(_find_opening(article)):
        yield _part_of(article.blocks[at])
    for question in article.faq:
        for at in question.answer_blocks:
            yield _part_of(article.blocks[at], "answer", question.question)
    for at in sorted(find_captions(article)):
        yield _part_of(article.blocks[at], "caption")


def _part_of(block: Block, where: str = "summary", context: str = "") -> Part:
    return Part(block.text, block, block.span, True, where, context)


def _other_names(parts: Sequence[Part], names: NearNames) -> Iterator[_Doubt]:
    """Yield the names of which the body has nearly the same ones only."""
    for part in parts:
        for start, end in split_sentences(part.text):
            for first, last, rival in names.find(part, start, end):
                yield part, first, last, rival


def _contradictions(parts: Sequence[Part], statements: Statements, body: Body, tolerance: float) -> Iterator[_Doubt]:
    """Yield the particulars of which a sentence of the body that says the same has others."""
    left = _MOST_FIGURES
    for part in parts:
        for start, end in split_sentences(part.text):
            text = part.text[start:end]
            stated = find_particulars(text)[: max(0, left)]
            left -= len(stated)
            shared = statements.shared(telling_words(f"{part.context} {text}")) if stated else NOTHING
            for told in stated:
                is_only = _is_only_weekday(text, told, stated)
                if (
                    _is_of_some(text, told)
                    or _OUT_OF.match(text, told.start)
                    or _is_supported(part, text, told, body, tolerance)
                ):
                    continue
                if statements.has(told, shared, is_only=is_only):
                    continue
                is_caption = part.where == "caption"
                least = _LEAST_OF_PICTURES if is_caption and _is_own_day(text, told) else 0
                rival = statements.contradicts(text, told, stated, shared, is_caption=is_caption, least=least)
                if rival is not None and not _is_other_time(text, told, rival):
                    yield part, start + told.start, start + told.end, rival


# “12 years after he left” is a distance, and “coach for 45 years” a length.
_DISTANCE = pattern(r"\s(?:after|ago|before|later|earlier|since)\b")
_LENGTHS = frozenset("day week month year decade hour minute".split())


def _is_other_time(text: str, told: Particular, rival: Place) -> bool:
    """Tell whether of two spans of time one says how far apart events are, and the other how long something lasts."""
    block, _, end = rival
    is_far = _DISTANCE.match(text, told.end) is not None
    return told.unit in _LENGTHS and is_far != (_DISTANCE.match(block.text, end) is not None)


# What tells some of a number of things from the others: “the two higher levels” of three.
_OF_SOME = pattern(
    r"\s(?:of\sthe|others?|further|remaining|latter|main|higher|lower|upper|larger|smaller|bigger|older|younger"
    r"|newer|later|earlier|longer|shorter|highest|lowest|largest|smallest|biggest|oldest|youngest|best|worst)\b"
)


def _is_of_some(text: str, told: Particular) -> bool:
    """Tell whether a count is of some things among others, of which the body may count all."""
    return told.kind == "count" and _OF_SOME.match(text, told.end) is not None


def _is_only_weekday(text: str, told: Particular, stated: Sequence[Particular]) -> bool:
    """Tell whether a weekday is the only one of its sentence, and not part of a name (“Monday’s Letter”)."""
    days = [each for each in stated if each.kind == "weekday"]
    return days == [told] and not text.startswith(("'", "’"), told.end)


# A picture is of its own day, unless its caption tells of another.
_OF_ANOTHER_DAY = pattern(
    r"\b(?:will|(?:is|are|was|were)\s(?:due\s)?to|before|ahead\sof|until|till|since|from|next|starts?|begins?|opens?|ends?"
    r"|(?:won|built|founded|born|died|made|written|painted|opened|closed|bought|sold|lost|elected|killed|married"
    r"|published|released|designed|destroyed|scored|set|signed)\s(?:in|on))\b"
)
_LEAST_OF_PICTURES = 2.9  # telling words that its caption shares with what the body says of the same event
_DAYS, _DATES = frozenset({"day", "weekday"}), frozenset({"month", "year"})


def _is_supported(part: Part, text: str, told: Particular, body: Body, tolerance: float) -> bool:
    """Tell whether a particular is one that readers can count, a picture's month or year, or near enough."""
    if told.kind == "count" and told.value[0] in body.lists:
        return True
    if part.where == "caption" and told.kind in _DATES and not _OF_ANOTHER_DAY.search(text):
        return True
    return bool(tolerance and told.quantity is not None and body.bears_out(text, told.quantity, tolerance))


def _is_own_day(text: str, told: Particular) -> bool:
    """Tell whether a day of a caption may be that of the picture."""
    return told.kind in _DAYS and not _OF_ANOTHER_DAY.search(text)


# A part, a range of its text that the body may not bear out, and what the body says instead.
_Doubt = tuple[Part, int, int, Place | None]


def _parts(article: Article, where: str) -> tuple[frozenset[int], list[Part]]:
    """Return the blocks that are not the body, and the texts to hold against it."""
    kinds: tuple[ElementKind, ...] = ("dek", "summary")
    opening = _find_opening(article)
    digests = [one for one in chain.from_iterable(map(article.find_all, kinds)) if opening.isdisjoint(one.blocks)]
    heads = [*article.find_all("headline"), *digests]
    own = {index for index, block in enumerate(article.blocks) if block.role in ("headline", *kinds)} - opening
    own.update(chain.from_iterable(element.blocks for element in heads))
    chosen = article.find_all("headline")[:1] if where == "headline" else digests
    parts = {part.span: part for element in reversed(chosen) for part in cut(article, element)}
    judged = (part for part in parts.values() if not _RESULT.fullmatch(part.text))
    return frozenset(own), sorted(judged, key=lambda part: part.span)


# “Tarrow Town 2-1 Kendal”: a result that the body tells by its goals, and seldom once more as a whole.
_RESULT = pattern(r"[A-Z][A-Za-z.&’' -]*\d{1,3}\s?[-–]\s?\d{1,3}\s[A-Z][A-Za-z.&’' -]*")


def _find_opening(article: Article) -> set[int]:
    """Return the blocks of a standfirst below the byline: it opens the text and need not come again in it."""
    signed = min((at for one in article.find_all("byline") for at in one.blocks), default=len(article.blocks))
    return {at for one in article.find_all("dek") for at in one.blocks if at > signed}


# “Between Aug. 10 and 16”: the second day of a span.
_IN_A_MONTH = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?"
    r"(?:\s(?:and|or|to|through|until|till)|\s?[-–,])\Z"
)
_BARE_YEAR = pattern(r"1[5-9]\d\d|20\d\d")


def _is_free(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure needs no support: ordinals, lengths of time, one, the size of a list."""
    if quantity.kind == "ordinal" or quantity.unit in _TIME_UNITS or abs(quantity.value) <= 1:
        return True
    if quantity.kind != "plain":
        return False
    if _OUT_OF.match(text, quantity.start):
        return True  # a share, which the body may write in words
    if text.endswith(("'", "’", "‘"), 0, quantity.start) or _BARE_YEAR.fullmatch(text, quantity.start, quantity.end):
        return True  # a year: the class of ’16, a map of 1623
    before = text[max(0, quantity.start - _AROUND) : quantity.start].rstrip()
    after = text[quantity.end : quantity.end + _AROUND]
    if quantity.value <= 31 and _IN_A_MONTH.search(before):
        return True
    if _COUNTING.match(after) or after.startswith(("s ", "-", "’s", "'s")):
        return True
    # The number of an instalment: “The Quay Cartoon – 65”, “Notes from the pier, part 14”.
    if quantity.value < _MOST_INSTALMENTS and not after.strip(" \"”’'") and _INSTALMENT.search(before):
        return True
    # A number alone between commas is an age; after a full stop or a colon it stands for itself.
    return before.endswith((",", "No.", "#")) and after.startswith((",", " ")) and quantity.value < 120


_OUT_OF = pattern(r"\d{1,2}[ -]in[ -](?:an?\b|\d)")
_MOST_INSTALMENTS = 1000
_INSTALMENT = pattern(
    r"(?:\w[ ]?[–—:|]|\w [-#]|\b(?:part|no\.?|number|vol\.?|volume|issue|episode|week|day|round|chapter|edition|session"
    r"|instalment|installment|lesson|season|series))\Z",
    re.IGNORECASE,
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
