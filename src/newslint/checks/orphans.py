"""The check of quotations that nobody is said to have spoken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Annotated

from newslint.article import Article, Block
from newslint.checks.lone_quotations import find_lone_quotations
from newslint.checks.placed_quotations import TAG_REACH, is_placed
from newslint.checks.speech_signs import (
    ANNOUNCES,
    CITED,
    GOES_ON,
    HUMAN,
    ON_WORDS,
    PERSON,
    SOMEBODY,
    SPEAKS,
    TAKEN_UP,
    TELLER,
)
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.attributions import Attribution, find_orphans
from newslint.language.speech.claims import is_telling
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern
from newslint.spans import Extent, Extents

# What tells before the opening mark that the words are an example, a question to oneself or a name for something.
_EXAMPLE_BEFORE = pattern(
    r"""
      \b(?:like|such[ ]as|e\.g\.,?|for[ ](?:example|instance),?|as[ ]in|i\.e\.,?
      | ask(?:ing)?[ ](?:yourself|ourselves|themselves),?|called|known[ ]as|titled|entitled|named|headlined|dubbed
      | labell?ed|reads?|reading|means?|phrase|words?|questions?|motto|slogan|tagline
      | signs?|label|proverb|adage|song)\W*$
    """,
    re.VERBOSE,
)


_NOTHING_BETWEEN = pattern(r"[ \u00a0]{1,3}")
_REACH = 300  # code points before a quotation that may introduce it
_STOP = pattern(r"[.!?][\"”’)]?\s")
_LONGEST_LEAD = 25  # words of a sentence that does no more than introduce a speaker
_FIRST_MARKS = ("“", '"', "‘", "«")
_LAST_MARKS = ("”", '"', "’", "'", "»")
_ENDS = '.!?:…"”’'
_CAPITALIZED = pattern(r"\b[A-Z]\w*")
_ON_REACH = 120
_ROW = 3  # paragraphs that are quotations, and then a list of them


@check(
    grades=("carried", "fragment"),
    placeholders=("words",),
    messages={"here": "Nobody is named in this paragraph as the speaker of “{words} …”."},
)
def orphan_quotation(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter quotations are not looked at", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag quotations whose own paragraph names no speaker, but not titles, slogans, terms or block quotations.

    The grade is `default` where nobody speaks near by, or nobody in its sentence can have spoken it. It is `carried`
    where somebody who spoke before may go on or the text near by may say whose words they are, and `fragment` where it
    may not be speech: a part of a sentence, an example, the text of a sign.
    """
    links = Extents(
        Extent(link.block, link.start, max(link.end, link.start + 1))
        for link in article.links
        if link.block is not None
    )
    found = find_orphans(article.passages, article.quotations, article.attributions, min_words)
    orphans = [index for index, _ in found if not is_placed(article, article.quotations[index], links)]
    lone = set(find_lone_quotations(article))
    if not orphans and not lone:
        return
    judged = _Orphans(article)
    for index in sorted({*orphans, *lone}):
        quotation = article.quotations[index]
        grade = judged.grade_lone(quotation) if index in lone else judged.grade(index)
        if grade is not None:
            values = {"words": " ".join(article.text_of(quotation.inner).split()[:6])}
            is_nobodys = grade == "default" and judged.is_nobody_near(quotation)
            message = None if is_nobodys else "here"
            yield Finding(article.locate(quotation.extent), values, grade, message=message)


class _Orphans:
    """Judge quotations whose paragraph names no speaker, in reading order, by who speaks around them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._last_led = -2  # the last paragraph whose speaker was led in, or went on
        self._quoted: dict[int, set[str]] = {}
        self._names: set[str] = set()  # the last names of those who are quoted
        self._telling: set[int] = set()
        self._spoken = _by_paragraph(quotation.extent for quotation in article.quotations)
        self._left_open = _by_paragraph(each.extent for each in article.quotations if not each.is_closed)
        self._open = frozenset(self._left_open)
        self._narrated: dict[int, bool] = {}
        self._told: dict[int, list[int]] = {}  # where somebody tells something, by paragraph
        self._voices: dict[int, list[int]] = {}  # where somebody says, wants or feels something, by paragraph
        told = [attribution for attribution in article.attributions if attribution.source]
        tellers = {attribution.source[0] for attribution in told if self._note(attribution)}
        self._going_on = set(_list_going_on(told, tellers))

    def _note(self, attribution: Attribution) -> bool:
        """Note who is quoted where and where somebody tells something; tell whether the source does either."""
        source, is_quoted = attribution.source[0], attribution.quotation is not None
        if attribution.is_carried or attribution.source_kind == "document":
            return False
        self._note_voice(attribution)
        if is_quoted:
            name = attribution.resolved or self._article.text_of(source)
            self._quoted.setdefault(source.passage, set()).add(name.split()[-1])
            self._names.update(_CAPITALIZED.findall(name.partition(",")[0])[-1:])
        if is_quoted or is_telling(self._article.text_of(*attribution.cue), self._article.lexicon):
            self._telling.update(extent.passage for extent in attribution.content)
            for extent in (source, *attribution.cue):
                self._told.setdefault(extent.passage, []).append(extent.start)
            return True
        return False

    def _note_voice(self, attribution: Attribution) -> None:
        """Note where somebody says, wants or feels something; what a crowd only says, nobody goes on with."""
        if attribution.source_kind != "collective" or attribution.quotation is not None:
            for extent in (attribution.source[0], *attribution.cue):
                self._voices.setdefault(extent.passage, []).append(extent.start)

    def grade(self, index: int) -> str | None:
        """Return how grave it is that nobody is named; None where it is no fault."""
        quotation = self._article.quotations[index]
        block = self._article.blocks[quotation.extent.passage]
        if self._is_part(quotation):
            return self._grade_part(quotation)
        if self._reopens(quotation):
            return None  # the speaker of the one before, whose paragraph was joined to this one, goes on
        sure = "default" if self.is_nobody_near(quotation) and not self._is_in_row(quotation) else "carried"
        if quotation.is_closed and self.is_beside_another(quotation) and _is_speech(block, quotation):
            return sure
        is_alone = self._stands_alone_in_narration(quotation)
        if not is_alone and (other := self._grade_linked(index)) != "default":
            return other
        if not _is_speech(block, quotation):
            return "fragment"
        if is_alone and quotation.is_closed:
            return "default"
        return "carried" if self._is_hinted(quotation) else sure

    def grade_lone(self, quotation: Quotation) -> str | None:
        """Return the grade of speech of something that the article tells nothing else of."""
        if self._reopens(quotation):
            return None
        number, start, end = quotation.extent
        text = self._article.blocks[number].text
        own = f"{text[:start]} {text[end:]}"
        is_told = any(map(str.isalpha, own)) and not any(at < start for at in self._voices.get(number, ()))
        is_taken_up = TAKEN_UP.match(text, end) and self._voices.get(number - 1)
        is_told = is_told and not self.is_beside_another(quotation)
        is_apart = not (own.strip() or self._is_quoted_before(quotation) or self._is_in_row(quotation))
        return "default" if (is_told and not is_taken_up) or is_apart else "carried"

    def _reopens(self, quotation: Quotation) -> bool:
        """Tell whether the quotation before it has no closing mark: each paragraph of one speaker opens anew."""
        number, start, _ = quotation.extent
        before = [each for each in self._left_open.get(number, ()) if each.end <= start]
        return bool(before) and not self._article.blocks[number].text[before[-1].end : start].strip()

    def _grade_linked(self, index: int) -> str | None:
        """Return the grade of what speakers around may say: who was led in goes on, and so may who spoke before."""
        quotation = self._article.quotations[index]
        number, start, _ = quotation.extent
        if not start and len(self._quoted.get(number - 1, ())) > 1:
            return "carried"  # one of the two may go on
        follows = number - self._last_led <= 1
        is_led_in = 0 < len(self._leading(quotation).split()) <= _LONGEST_LEAD
        if is_led_in or self._goes_on(index) or follows:
            self._last_led = number
            return None if self._is_introduced(quotation) and not follows else "carried"
        return "default"

    def _is_introduced(self, quotation: Quotation) -> bool:
        """Tell whether a colon leads a quotation in, marks that stay open do, or a sentence that announces words."""
        before = self._before(quotation)
        return before.endswith(":") or self._is_left_open(quotation) or ANNOUNCES.search(before) is not None

    def is_beside_another(self, quotation: Quotation) -> bool:
        """Tell whether nothing stands between a quotation and another one of its paragraph: a speaker was lost."""
        number, start, end = quotation.extent
        text = self._article.blocks[number].text
        if any(map(_is_on_words, (text[end:], self._paragraph_beside(quotation, 1)))):
            return False
        return any(
            _NOTHING_BETWEEN.fullmatch(text, *gap) and _is_opened(text, other)
            for other in self._spoken[number]
            for gap in ((other.end, start), (end, other.start))
            if gap[0] < gap[1]
        )

    def is_nobody_near(self, quotation: Quotation) -> bool:
        """Tell whether nobody has a name or says anything in the paragraphs around a quotation."""
        number = quotation.extent.passage
        texts = (self._paragraph_beside(quotation, step) for step in (-1, 1))
        return self._telling.isdisjoint(range(number - 1, number + 2)) and not any(map(PERSON.search, texts))

    def _led(self, quotation: Quotation) -> str:
        """Return what stands before a quotation in its sentence, behind another quotation that it stands beside."""
        number, start, _ = quotation.extent
        text, others = self._article.blocks[number].text, self._spoken[number]
        other = max((each for each in others if each.end <= start), default=None)
        if other and not text[other.end : start].strip() and _is_opened(text, other):
            return ""
        return _STOP.split(text[max(0, start - _REACH) : start])[-1]

    def _is_part(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is a part of a sentence."""
        number, _, end = quotation.extent
        led = self._led(quotation).strip("“”\"'(—–-*_ \n")
        return bool(led or GOES_ON.match(self._article.blocks[number].text, end))

    def _grade_part(self, quotation: Quotation) -> str | None:
        """Return the grade of a part of a sentence; None where a subject or a verb tells whose words it is."""
        number, _, end = quotation.extent
        led, after = self._led(quotation), self._article.blocks[number].text[end : end + TAG_REACH]
        return None if SOMEBODY.search(led) or self._tells(led + after) else "fragment"

    def _goes_on(self, index: int) -> bool:
        """Tell whether the only speaker of the paragraph before may go on, or marks that stay open do."""
        quotation = self._article.quotations[index]
        if index not in self._going_on:
            return self._is_left_open(quotation)
        if quotation.extent.start or not self._is_quoted_before(quotation):
            return bool(quotation.extent.start) or self._ends_with_somebody(quotation)
        return self._prose[bisect_left(self._prose, quotation.extent.passage) - 1] in self._quoted

    def _is_left_open(self, quotation: Quotation) -> bool:
        """Tell whether the paragraph before has an opening mark that nothing closes."""
        number, start, _ = quotation.extent
        return not start and number - 1 in self._open

    def _leading(self, quotation: Quotation) -> str:
        """Return the sentence before a quotation where it has somebody speak, write or answer, or ends in a colon."""
        before = self._before(quotation)
        sentence = _STOP.split(before.rstrip(_ENDS))[-1]
        is_told = SPEAKS.search(sentence) and self._is_told_last(quotation)
        is_said = before.endswith(":") or ANNOUNCES.search(before) or is_told
        return sentence if is_said and SOMEBODY.search(sentence) else ""

    def _is_told_last(self, quotation: Quotation) -> bool:
        """Tell whether somebody tells something in the last sentence before a paragraph that begins so."""
        if quotation.extent.start:
            return True
        number, start = self._last_sentence(quotation)
        return any(at >= start for at in self._told.get(number, ()))

    def _last_sentence(self, quotation: Quotation) -> tuple[int, int]:
        """Return the paragraph before that of a quotation and where its last sentence begins."""
        at = bisect_left(self._prose, quotation.extent.passage) - 1
        sentences = self._article.sentences_of.get(self._prose[at], ()) if at >= 0 else ()
        return (self._prose[at], sentences[-1].start) if sentences else (-1, 0)

    def _before(self, quotation: Quotation) -> str:
        """Return what stands before a quotation in its paragraph, or else the end of the paragraph before."""
        number, start, _ = quotation.extent
        before = self._article.blocks[number].text[max(0, start - _REACH) : start].rstrip(' _*“"')
        at = bisect_left(self._prose, number)
        return before or (self._article.blocks[self._prose[at - 1]].text[-_REACH:].rstrip(" _*") if at else "")

    def _stands_alone_in_narration(self, quotation: Quotation) -> bool:
        """Tell whether a paragraph has sentences around its quotations, and none of them has anybody who may speak.

        Nobody goes on to speak there from a paragraph before, but one that quotes somebody or ends in a colon.
        """
        number, start, _ = quotation.extent
        is_answer = self._article.blocks[number].text[max(0, start - 3) : start].rstrip().endswith("?")
        if number not in self._narrated:
            self._narrated[number] = self._is_narrated(number)
        if is_answer or not self._narrated[number]:
            return False
        before = self._paragraph_beside(quotation, -1)
        return not before.endswith((":", "—", "…")) and not self._is_quoted_before(quotation)

    def _is_narrated(self, number: int) -> bool:
        """Tell whether a paragraph has words outside its quotations, and nobody in them who may speak."""
        text, quoted = self._article.blocks[number].text, self._spoken[number]
        ends, starts = [0, *(each.end for each in quoted)], [*(each.start for each in quoted), len(text)]
        own = " ".join(text[start:end] for start, end in zip(ends, starts, strict=True))
        is_human = any(regex.search(own) for regex in (HUMAN, PERSON, SPEAKS))
        return any(map(str.isalpha, own)) and not is_human

    def _is_hinted(self, quotation: Quotation) -> bool:
        """Tell whether the text near a quotation may say whose it is: a speaker, a row of quotations, words on it."""
        number, start, end = quotation.extent
        before, after = self._paragraph_beside(quotation, -1), self._paragraph_beside(quotation, 1)
        if not before.endswith((".", "!", ")", *_LAST_MARKS)):
            self._last_led = number
            return True
        if len(self._names) == 1 or self._is_in_row(quotation):
            return True
        own = f"{self._article.blocks[number].text[:start]} {self._article.blocks[number].text[end:]}"
        is_spoken = SPEAKS.search(own) or PERSON.search(own)
        return bool(is_spoken) or _is_on_words(own) or (not after.startswith(_FIRST_MARKS) and _is_on_words(after))

    def _is_in_row(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is one of several paragraphs that are quotations: letters, voices, reviews."""
        beside = (self._paragraph_beside(quotation, step) for step in range(-_ROW + 1, _ROW))
        row = longest = 0
        for text in beside:
            row = row + 1 if text.startswith(_FIRST_MARKS) else 0
            longest = max(longest, row)
        return longest >= _ROW

    def _is_quoted_before(self, quotation: Quotation) -> bool:
        """Tell whether the paragraph before that of a quotation has one as well."""
        at = bisect_left(self._prose, quotation.extent.passage)
        return at > 0 and self._prose[at - 1] in self._spoken

    def _paragraph_beside(self, quotation: Quotation, step: int) -> str:
        """Return the paragraph before or after that of a quotation, or nothing."""
        at = bisect_left(self._prose, quotation.extent.passage) + step
        return self._article.blocks[self._prose[at]].text.strip() if 0 <= at < len(self._prose) else ""

    def _ends_with_somebody(self, quotation: Quotation) -> bool:
        """Tell whether somebody is the subject of the last sentence before a paragraph, or says something there."""
        number, start = self._last_sentence(quotation)
        if number < 0 or any(at >= start for at in self._voices.get(number, ())):
            return True
        last = self._article.blocks[number].text[start:]
        return any(regex.search(last) for regex in (TELLER, CITED))

    def _tells(self, text: str) -> bool:
        """Tell whether words in small letters present something said; the “States” do not."""
        return is_telling(_CAPITALIZED.sub("", text), self._article.lexicon)


def _list_going_on(told: Sequence[Attribution], tellers: Set[Extent]) -> Iterator[int | None]:
    """Yield the quotations with which somebody goes on: no crowd, and nobody who only thinks or does something."""
    for attribution in told:
        is_one = attribution.source_kind not in ("collective", "anonymous")
        if attribution.is_carried and attribution.source[0] in tellers and is_one:
            yield attribution.quotation


def _by_paragraph(extents: Iterable[Extent]) -> dict[int, list[Extent]]:
    found: dict[int, list[Extent]] = {}
    for extent in extents:
        found.setdefault(extent.passage, []).append(extent)
    return found


def _is_opened(text: str, quotation: Extent) -> bool:
    """Tell whether an opening mark is one: a mark with a space behind it is a closing one that was mistyped."""
    return not text[quotation.start + 1].isspace()


def _is_on_words(text: str) -> bool:
    """Tell whether what comes after a quotation speaks of it."""
    return ON_WORDS.search(text.lstrip()[:_ON_REACH]) is not None


def _is_speech(block: Block, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence, by its beginning and its end within the marks or at the comma.

    It is none where the words before make it an example, a title or the text of a sign.
    """
    text, start = block.text, quotation.extent.start
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    is_begun = inner[:1].isupper() or inner.startswith(("[", "…", "."))
    is_ended = not quotation.is_closed or inner[-1:] in ".,!?…—-" or text.startswith(",", quotation.extent.end)
    return is_begun and is_ended and not _EXAMPLE_BEFORE.search(text[max(0, start - 60) : start].lower())
