"""Measure each paragraph, and draw how hard it is to read."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.article import Article
from newslint.pages.escaping import escape
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
    bars = "".join(_bar(number, each) for number, each in enumerate(measured.values()))
    hardest = max(measured.values(), key=lambda each: each.height)
    told = f"{what} by paragraph: {len(measured)} paragraphs, the hardest {hardest.height:.0f}."
    width = max(len(measured), 20) * _BAR
    rows = "".join(_table_row(number, each) for number, each in enumerate(measured.values(), 1))
    return (
        '<section class="panel" aria-labelledby="by-paragraph"><h2 id="by-paragraph">Readability by paragraph</h2>'
        f'<svg class="bars" viewBox="0 0 {width} 60" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(told)} The table has all figures.">{bars}</svg>'
        f'<p class="hint">{escape(what)}. In a short paragraph, a formula says little.</p>'
        '<details><summary>Table of all paragraphs</summary><div class="scroll" tabindex="0" role="group" '
        'aria-label="Table of readability"><table><thead><tr><th scope="col">Paragraph</th>'
        '<th scope="col" class="n">Words</th><th scope="col" class="n">Sentences</th>'
        '<th scope="col" class="n">Longest</th>'
        f'<th scope="col" class="n">Grade</th></tr></thead><tbody>{rows}</tbody></table></div></details></section>'
    )


def _bar(number: int, each: Measured) -> str:
    height = max(2.0, 60 * min(max(each.height, 0), _TALLEST) / _TALLEST)
    return (
        f'<rect class="{each.look}" x="{number * _BAR}" y="{60 - height:.1f}" width="{_BAR - 2}" '
        f'height="{height:.1f}" data-to="b{each.block}"/>'
    )


def _table_row(number: int, each: Measured) -> str:
    grade = "–" if each.grade is None else f"{each.grade:.1f}"
    return (
        f'<tr><th scope="row"><a href="#b{each.block}">{number}</a></th><td class="n">{each.words}</td>'
        f'<td class="n">{each.sentences}</td><td class="n">{each.longest}</td><td class="n">{grade}</td></tr>'
    )
