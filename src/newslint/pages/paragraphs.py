"""Measure each paragraph, and draw how hard it is to read."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.article import Article
from newslint.pages.escaping import escape
from newslint.pages.tables import draw_table, linked, number
from newslint.records import NamedTuple

# Grades, or words a sentence, from which on a paragraph has the next of the darker colours.
_STEPS = (8, 11, 14, 17)
_TALLEST = 24.0  # what fills a bar
_BAR = 12  # the width of a bar and its gap


class Measured(NamedTuple):
    """The figures of a paragraph; `grade` is the Flesch-Kincaid grade, None where its language has none."""

    block: int
    words: int
    sentences: int
    longest: int
    grade: float | None

    @property
    def height(self) -> float:
        """What its bar shows: the grade, or the words a sentence where there is none."""
        return self.words / max(self.sentences, 1) if self.grade is None else self.grade

    @property
    def look(self) -> str:
        """The class of its colour, from `g0`, easy, to `g4`."""
        return f"g{sum(self.height >= step for step in _STEPS)}"

    def draw(self) -> str:
        """Return the chip beside a paragraph."""
        told = f"{self.height:.0f} words a sentence" if self.grade is None else f"grade {self.grade:.0f}"
        return f'<span class="grade {self.look}">{told}</span>'


def measure_paragraphs(article: Article) -> Mapping[int, Measured]:
    """Return the figures of each paragraph, list item and block quotation that has words."""
    is_english = (article.language_code or "en") == "en"
    found = {}
    for block, sentences in article.sentences_of.items():
        counts = [len(article.words_of(sentence)) for sentence in sentences]
        if sum(counts):
            grade = article.readability(blocks=(block,)).flesch_kincaid_grade if is_english else None
            found[block] = Measured(block, sum(counts), len(counts), max(counts), grade)
    return found


def draw_paragraphs(measured: Mapping[int, Measured]) -> str:
    """Return a section: a bar for each paragraph, and the table of their figures."""
    if not measured:
        return ""
    is_graded = any(each.grade is not None for each in measured.values())
    what = "Flesch-Kincaid grade" if is_graded else "words a sentence"
    bars = "".join(_bar(place, each) for place, each in enumerate(measured.values()))
    hardest = max(measured.values(), key=lambda each: each.height)
    told = f"{what} by paragraph: {len(measured)} paragraphs, the hardest {hardest.height:.0f}."
    width = max(len(measured), 20) * _BAR
    rows = (_table_row(place, each) for place, each in enumerate(measured.values(), 1))
    table = draw_table(("Paragraph", "#Words", "#Sentences", "#Longest", "#Grade"), rows, "#by-paragraph")
    return (
        '<section class="panel" aria-labelledby="by-paragraph"><h2 id="by-paragraph">Readability by paragraph</h2>'
        f'<svg class="bars" viewBox="0 0 {width} 60" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(told)} The table has all figures.">{bars}</svg>'
        f'<p class="hint">{escape(what)}. In a short paragraph, a formula says little.</p>'
        f"<details><summary>Table of all paragraphs</summary>{table}</details></section>"
    )


def _bar(place: int, each: Measured) -> str:
    height = max(2.0, 60 * min(max(each.height, 0), _TALLEST) / _TALLEST)
    return (
        f'<rect class="{each.look}" x="{place * _BAR}" y="{60 - height:.1f}" width="{_BAR - 2}" '
        f'height="{height:.1f}" data-to="b{each.block}"/>'
    )


def _table_row(place: int, each: Measured) -> str:
    grade = "–" if each.grade is None else f"{each.grade:.1f}"
    figures = "".join(map(number, (each.words, each.sentences, each.longest, grade)))
    return f"<tr>{linked(f'#b{each.block}', str(place))}{figures}</tr>"
