"""Pages of HTML for people: an article with its findings in the margin, and an overview of many.

`render_fragment` and the parts beside it are for whoever shows an article in a page of their own, such as one that
changes while somebody writes; `assets.style` and `assets.script` are what such a page needs.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.diagnostics import FileReport
from newslint.records import NamedTuple


class Fragments(NamedTuple):
    """The parts of an article's report as HTML, for a page that has the style sheet and the script of `assets`.

    `reading` is the article with its notes in the margin; `card` its measures; `voices` who speaks in it; `paragraphs`
    its readability by paragraph; `metadata` the fields of its front matter with the notes that stand there; `elements`
    the table of elements as newslint understood them; `excuses`, `unevaluated` and `repairs` what else a report holds.
    A part without content is empty.
    """

    reading: str
    card: str
    voices: str
    paragraphs: str
    metadata: str
    elements: str
    excuses: str
    unevaluated: str
    repairs: str


def render_fragments(article: Article, report: FileReport, *, hide_private: bool = True) -> Fragments:
    """Return the parts of an article's report as fragments of HTML.

    `report` is what `Linter.lint` says of the source that `article` was parsed from, filtered or not. Every text in it
    is escaped; no element has an inline style or handler. Each finding is one `li.note` with the id `f1`, `f2`, … in
    the order of `report.diagnostics`, and `data-start` and `data-end` as offsets into the source. Its words are in
    `mark` elements whose `data-f` lists the numbers of the findings there. Blocks have the ids `b0`, `b1`, … After
    putting `reading` in place, a page calls `window.newslint.refresh()`. With `hide_private`, words that reports show
    as dots are dots here, too; a page that shows authors their own text need not. Takes time in proportion to the text.
    """
    from newslint.pages import facts
    from newslint.pages.body import Body
    from newslint.pages.paragraphs import draw_paragraphs
    from newslint.pages.speakers import draw_voices

    body = Body(article, report, hide_private=hide_private)
    return Fragments(
        reading=body.render(),
        card=facts.draw_card(report.card, report.targets),
        voices=draw_voices(body.voices),
        paragraphs=draw_paragraphs(body.measured),
        metadata="".join((*body.fields(), *body.elements())),
        elements=facts.show_elements(article),
        excuses=facts.show_excuses(report, body.part_at),
        unevaluated=facts.show_unevaluated(report),
        repairs=facts.show_repairs(report),
    )


def render_fragment(article: Article, report: FileReport) -> str:
    """Return an article as it reads, with its findings in the margin, as one fragment of HTML (see `Fragments`)."""
    return render_fragments(article, report).reading
