"""Checks of opinion polls: what a report of one must say, and whether its figures bear what is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import Annotated

from newslint.article import Article
from newslint.checks.own_texts import Text, kept_texts
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.polls.items import NO_NAME, given_items, names_institution, tell_items
from newslint.language.polls.leads import Lead, claims_lead, find_lead, find_margins, find_samples, find_shares, is_even
from newslint.language.polls.open_votes import OPEN_WORDS, find_open_poll, generalises, says_it_is_open, tells_outcome
from newslint.language.polls.results import find_poll, may_report, tells_result
from newslint.patterns import pattern
from newslint.records import NamedTuple

_REACH = 2  # texts from one that speaks of a poll to the next
_BEFORE = 2  # sentences before the name of a poll that may tell its results
_LEAD_TEXTS = 2


class Mention(NamedTuple):
    """Hold where a text names a poll: its number, range, sentence, and how many sentences tell results."""

    number: int
    text: Text
    start: int
    end: int
    sentence: str
    results: int


class Report(NamedTuple):
    """Hold a passage that reports a poll: where it names it with a result, its texts, how many sentences give results.

    `is_main` says that the article is about it: its headline or its beginning names it. `sentences` are those that
    name it; `is_compared` says that one paragraph tells of it and of others.
    """

    first: Mention
    texts: tuple[Text, ...]
    results: int
    is_main: bool
    sentences: str
    is_compared: bool

    @property
    def told(self) -> str:
        """All that it says."""
        return " \n".join(map(_plain, self.texts))


def _plain(text: Text) -> str:
    """Return a text with plain spaces."""
    return text.text.replace("\u00a0", " ")


def _mentions(article: Article) -> Iterator[Mention]:
    """Yield where the texts name a poll in their own voice."""
    title = _squeeze(article.headline.text) if article.headline else ""
    for number, (text, words) in enumerate(kept_texts(article)):
        if not may_report(text.text, words) or _is_title(text, title):
            continue
        said, sentences = _plain(text), text.sentences(article)
        for at, (start, end) in enumerate(sentences):
            told = find_poll(said, start, end)
            if told is not None and not text.is_quoted(article, *told):
                yield Mention(number, text, *told, said[start:end], _count(said, sentences, at))


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _is_title(text: Text, title: str) -> bool:
    """Tell whether a text is a headline, or repeats the article's, and says little of how: the report stands below."""
    is_head = text.block is None or text.block.kind == "heading" or _squeeze(text.text) == title
    return is_head and len(given_items(_plain(text)) & _METHODS) < _SOME


def _count(text: str, sentences: Sequence[tuple[int, int]], at: int) -> int:
    """Count the sentences that tell a poll's results: from those before its name to one that tells none.

    In those before, a share must be one of people: prices may come before an election that is called a poll.
    """
    named = find_poll(text, *sentences[at])
    is_sure = named is not None and _asks(text[slice(*named)].lower())
    count = 0
    for start, end in reversed(sentences[max(0, at - _BEFORE) : at]):
        if find_poll(text, start, end) is not None:
            break
        count += tells_result(text, start, end)
    for number, sentence in enumerate(sentences[at:]):
        is_other = number > 0 and find_poll(text, *sentence) is not None
        tells = tells_result(text, *sentence, is_sure=is_sure)
        if is_other or (number > 1 and not tells):
            break
        count += tells
    return count


def _asks(named: str) -> bool:
    """Tell whether what names a poll is of people who were asked: no survey of things, nor those who live somewhere."""
    return not named.endswith("survey") and not named.startswith("among")


# “The poll”, “this earlier survey”, “the 50-state poll”
_DEFINITE = pattern(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|same)[ ](?:[a-z\d][\w-]*[ ]){0,2}?(?:poll|survey)\b"
    r"|\b[Tt]hose[ ](?:who[ ]were[ ])?(?:polled|surveyed|questioned|interviewed)\b"
)
_NAMED = pattern(
    rf"\b(?!{NO_NAME})([A-Z][\w&]{{1,25}})(?:[’']s)?[ ](?:(?!poll|survey)[a-z]{{2,15}}[ ]){{0,2}}"
    r"(?:[Pp]oll|[Ss]urvey)\b"
)


def find_reports(article: Article) -> list[Report]:
    """Return the passages that report polls; polls that are told of close by, or as “the poll”, belong together."""
    texts = [text for text, _ in kept_texts(article)]
    groups: list[list[Mention]] = []
    for mention in _mentions(article):
        group = _group_of(mention, groups)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return [_report(article, texts, group) for group in groups if any(each.results for each in group)]


def _group_of(mention: Mention, groups: list[list[Mention]]) -> list[Mention] | None:
    """Return the passage that a mention goes on with, or None."""
    if not groups:
        return None
    name = _NAMED.search(mention.sentence)
    if name:
        return next((group for group in groups if any(name[1] in each.text.text for each in group)), None)
    is_near = mention.number - groups[-1][-1].number <= _REACH
    return groups[-1] if is_near or _DEFINITE.search(mention.sentence) else None


# What goes on with a poll in the next paragraph.
_METHOD = pattern(
    r"\b(?:polls?|surveys?|interviews?|interviewed|respondents|margin|questioned|sample|fieldwork|pollsters?"
    r"|the[ ]firm)\b",
    re.IGNORECASE,
)


def _report(article: Article, texts: Sequence[Text], group: Sequence[Mention]) -> Report:
    numbers = {each.number for each in group}
    near = {number + more for number in numbers for more in (-1, 1)} & set(range(len(texts)))
    numbers |= {number for number in near if texts[number].place is not None and _METHOD.search(texts[number].text)}
    first = next(each for each in group if each.results)
    opening = [number for number, text in enumerate(texts) if text.place in article.sentences_of][:_LEAD_TEXTS]
    title = article.headline.text if article.headline else ""
    is_named = find_poll(title, 0, len(title)) is not None and min(numbers) <= max(opening, default=0)
    results = sum(each.results for each in group)
    is_main = is_named or (first.number in opening[:1] and results > 1)
    sentences = " \n".join(each.sentence for each in group)
    is_compared = len({each.number for each in group}) == 1 and _tells_several(sentences) and not is_named
    told = tuple(texts[number] for number in sorted(numbers))
    return Report(first, told, results, is_main, sentences, is_compared)


def _tells_several(sentences: str) -> bool:
    """Tell whether sentences speak of polls of several names."""
    return len(_names(sentences)) > 1 or (bool(_names(sentences)) and _OTHERS.search(sentences) is not None)


@check(grades=("linked",), placeholders=("text", "missing", "more"))
def poll_disclosure(
    article: Article,
    scene: Scene,
    *,
    required: Annotated[tuple[str, ...], Option("items that each report of a poll must give")] = (
        "pollster",
        "sample",
        "dates",
    ),
    max_lead: Annotated[float, Option("a lead of so many points calls for the margin of error", ge=0)] = 5,
) -> Iterator[Finding]:
    """Flag reports of polls that do not say how they were done, item by item; a passing mention is none.

    The grade is `linked` where a link near by may lead to how it was done.
    The message may use `{text}`, the words that name the poll; `{missing}`, what a report must say; and `{more}`, what
    else is not said.
    """
    told: list[tuple[Report, Finding]] = []
    reports = find_reports(article)
    for report in reports:
        if _is_open(report) or _KNOWN.search(report.sentences):
            continue
        given = _given(article, report)
        is_close = any(lead.points <= max_lead for _, lead in _leads(article, report))
        wanted = {*required} | ({"margin"} if is_close else set())
        missing = frozenset(wanted - given)
        if missing:
            missing -= _noted(article, report, reports)
        if missing and not _is_passing(article, report, missing):
            grade = "linked" if _is_beside_link(article, report) else "default"
            told.append((report, _tell(report, missing, given)._replace(grade=grade)))
    yield from _joined(told)


_CLOSE = 4  # texts from one poll to the next, of which one report is made


def _joined(told: Sequence[tuple[Report, Finding]]) -> Iterator[Finding]:
    """Yield one finding for polls that are reported close to each other."""
    for at, (report, finding) in enumerate(told):
        if at and report.first.number - told[at - 1][0].first.number <= _CLOSE:
            continue
        others = []
        for before, (after, found) in pairwise(told[at:]):
            if after.first.number - before[0].first.number > _CLOSE:
                break
            others.append(Related(found.span, "and this one"))
        yield finding._replace(related=tuple(others))


# Counts of statistical offices, and polls at the door of polling places, whose method is that of all of them
_KNOWN = pattern(
    r"\b[Cc]ensus\b|\b[Ss]tatistics[ ](?:[Oo]ffice|[Bb]ureau|[Aa]gency)\b"
    r"|\b(?:[Bb]ureau|[Oo]ffice)[ ](?:of|for)[ ](?:[A-Z]\w+[ ]){0,2}Statistics\b"
    r"|\b(?:[Ee]xit|[Ee]ntrance|[Ee]ntry)[ -]polls?\b"
)


def _noted(article: Article, report: Report, reports: Sequence[Report]) -> frozenset[str]:
    """Return what a note on method says that stands anywhere in the article, unless it is on a poll of another name."""
    names = _names(report.told)
    others = [each for each in reports if names and names.isdisjoint(theirs := _names(each.told)) and theirs]
    taken = {text.place for each in others for text in each.texts}
    given: frozenset[str] = frozenset()
    for text, _ in kept_texts(article):
        said = _plain(text)
        if text.place in taken or not _METHOD.search(said):
            continue
        items = given_items(said)
        is_note = len(items & _METHODS) >= _SOME and not items.isdisjoint(("sample", "margin"))
        theirs = _names(said)
        if is_note and (not names or not theirs or not names.isdisjoint(theirs)):
            given |= items | ({"pollster"} if "sponsor" in items else frozenset())
    return given


def _names(text: str) -> frozenset[str]:
    """Return by what names a text calls polls."""
    return frozenset(match[1] for match in _NAMED.finditer(text))


def _is_open(report: Report) -> bool:
    """Tell whether the report is of a vote among whoever cared to take part, which is another fault."""
    told = _plain(report.first.text)
    return find_open_poll(told, 0, len(told), is_strict=True) is not None


def _given(article: Article, report: Report) -> frozenset[str]:
    """Return what a report says of its poll; what stands elsewhere in the article of who did it counts, too."""
    given = given_items(report.told)
    if _DEFINITE.search(report.first.sentence):  # it was named before
        named = (_plain(text) for text, _ in kept_texts(article) if _METHOD.search(text.text))
        given |= given_items(" \n".join(named)) & {"pollster"}
    if article.headline is not None:
        given |= given_items(article.headline.text) & {"pollster"}
    if "pollster" not in given and names_institution(_plain(report.first.text)):
        given |= {"pollster"}
    return given | {"pollster"} if "sponsor" in given else given


def _leads(article: Article, report: Report) -> Iterator[tuple[Text, Lead]]:
    """Yield the leads that a report tells, with their texts."""
    for text in report.texts:
        for start, end in text.sentences(article):
            if found := find_lead(_plain(text), start, end):
                yield text, found


_AT_LENGTH = 4  # sentences with results
_SOME = 2  # items
_METHODS = frozenset({"sample", "dates", "mode", "margin"})


def _is_passing(article: Article, report: Report, missing: frozenset[str]) -> bool:
    """Tell whether a poll is only mentioned: by who did it or with a link, and with little of how it was done."""
    if "pollster" in missing and not _is_linked(article, report.first):
        return False
    if report.is_compared:
        return True
    return (
        report.results < _AT_LENGTH
        and not report.is_main
        and len(given_items(_plain(report.first.text)) & _METHODS) < _SOME
    )


def _is_linked(article: Article, mention: Mention) -> bool:
    """Tell whether the words that name a poll lead to it."""
    place, words = mention.text.place, mention.text.text[mention.start : mention.end]
    return any(link.block == place and words in link.text for link in article.links)


def _is_beside_link(article: Article, report: Report) -> bool:
    """Tell whether the paragraph that names the poll, or the one before, has a link, which may lead to it."""
    place = report.first.text.place
    return place is not None and not article.linked_blocks.isdisjoint((place - 1, place))


_ALL = frozenset({"pollster", "sponsor", "sample", "population", "dates", "mode", "margin"})


def _tell(report: Report, missing: frozenset[str], given: frozenset[str]) -> Finding:
    others = list(tell_items(_ALL - given - missing - ({"sponsor"} if "pollster" in missing else frozenset())))
    more = f" (nor {_join(others)})" if others else ""
    place = report.first.start, report.first.end
    said = report.first.text.text[slice(*place)]
    values = {"text": said, "missing": _join(list(tell_items(missing))), "more": more}
    return Finding(report.first.text.locate(*place), values)


def _join(parts: Sequence[str]) -> str:
    return " or ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


# More polls than one, or one that is not the one that the passage is about
_OTHERS = pattern(
    r"\b(?:polls|surveys)\b(?!-)|\b(?:another|other|second|third|separate|different|previous|earlier"
    r"|older)[ ](?:[\w’'-]{1,20}[ ]){0,3}?(?:poll|survey)\b",
    re.IGNORECASE,
)
_MARGINS = frozenset({"margin", "margins", "plus", "error", "errors", "accurate", "points"})
_ERRORS = frozenset({"margin", "margins", "plus", "error"})


@check(placeholders=("text", "points", "margin"))
def lead_within_margin(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a lead in a poll that is smaller than the margin of error which the same passage gives.

    The message may use `{text}`, the words of the lead; `{points}`, its size; and `{margin}`, the margin of error.
    """
    if all(_MARGINS.isdisjoint(words) for _, words in kept_texts(article)):
        return
    for report in find_reports(article):
        told = report.told
        margins = {each.points for each in find_margins(told)}
        if len(margins) != 1 or is_even(told) or not claims_lead(told):
            continue
        margin = margins.pop()
        for text, lead in _leads(article, report):
            if _OTHERS.search(_plain(text)):
                continue
            if lead.points < margin and not text.is_quoted(article, lead.start, lead.end):
                said = text.text[lead.start : lead.end]
                values = {"text": said, "points": f"{lead.points:g}", "margin": f"{margin:g}"}
                yield Finding(text.locate(lead.start, lead.end), values)
                break


_AT_EVEN = 98  # points: the margin of error at 95 per cent, for a share of one half, times the root of the sample
_SLACK = 0.9


def _spread(text: str) -> float:
    """Return how much smaller than at one half the margin of error may be for the shares that a text gives."""
    shares = [float(share) / 100 for share in find_shares(text)]
    return min([1.0, *(2 * sqrt(share * (1 - share)) for share in shares if 0 < share < 1)])


@check(placeholders=("margin", "size", "least"))
def margin_of_sample(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a margin of error that is smaller than a sample of the stated size can have.

    The message may use `{margin}`, `{size}` and `{least}`, the smallest margin for that size.
    """
    for text, words in kept_texts(article):
        if _ERRORS.isdisjoint(words):
            continue
        margins, sizes = list(find_margins(_plain(text))), {*find_samples(_plain(text))}
        if len(margins) != 1 or len(sizes) != 1 or text.is_quoted(article, *margins[0][:2]):
            continue
        size = sizes.pop()
        least = _AT_EVEN / sqrt(size) * _spread(_plain(text))
        if margins[0].points < _SLACK * least:
            values = {"margin": f"{margins[0].points:g}", "size": f"{size:,}", "least": f"{least:.1f}"}
            yield Finding(text.locate(*margins[0][:2]), values)


@check(placeholders=("text",))
def self_selected_poll(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a vote among whoever cared to take part that is told as what the public thinks; once an article.

    The message may use `{text}`, the words that show who could vote.
    """
    for text, words in kept_texts(article):
        if OPEN_WORDS.isdisjoint(words):
            continue
        said, sentences = _plain(text), text.sentences(article)
        for at, sentence in enumerate(sentences):
            place = find_open_poll(said, *sentence)
            if place is None or text.is_quoted(article, *place) or says_it_is_open(said):
                continue
            near = sentences[max(0, at - 1) : at + 3]
            if tells_outcome(said, near[0][0], near[-1][1]) and any(generalises(said, *each) for each in near):
                yield Finding(text.locate(*place), {"text": text.text[slice(*place)]})
                return
