"""The check of words about people that guidance advises against, by frames of words, and of what harms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Literal

from newslint.article import Article
from newslint.checks.shared import SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.frames.reading import read_frames
from newslint.newsroom.subjects_opened import Opened, what_opened
from newslint.newsroom.wordings import Place, Wording, find_wordings

Frames = Literal[
    "addiction", "age", "disability", "eating-numbers", "lgbtq", "mental-health", "migration", "race",
    "sexual-violence", "suicide", "suicide-cause", "suicide-headline", "suicide-method", "suicide-note", "trans",
]  # fmt: skip
Signs = Literal["", "suicidal", "eating"]


@check(
    general=True,
    grades=("doubtful", "mild"),
    placeholders=("text", "use", "more", "opened"),
)
def framed_words(
    article: Article,
    scene: Scene,
    *,
    frames: Annotated[Frames, Option("the list of frames")],
    places: Annotated[Place, Option("what is judged: the text, the headline, or everything")] = "everywhere",
    skip: Annotated[
        tuple[Literal["quoted", "attributed", "names"], ...],
        Option("what is left alone: quotations, what a source is reported to say, and names"),
    ] = ("quoted", "names"),
    topics: Annotated[tuple[str, ...], Option("subjects of which the article must treat one; none: any")] = (),
    signs: Annotated[
        Signs, Option("a list of frames of which one must show the subject, near where it is not the article's")
    ] = "",
    hidden: Annotated[bool, Option("whether the message keeps the words to itself")] = False,
) -> Iterator[Finding]:
    """Flag words that a list of frames finds in the publication's own voice, and say what is better.

    The message may use `{text}`, the words; `{use}`, the better ones; `{more}`, how many places there are; and
    `{opened}`, the words that say what the article is about.
    """
    opened = what_opened(article, topics, signs) if topics else None
    if topics and opened is None and not _has_sure(frames):
        return
    kinds: dict[tuple[str, str], list[Wording]] = {}
    for found in find_wordings(
        article, frames, places, names="names" in skip, quoted="quoted" not in skip, sure=bool(topics) and not opened
    ):
        if topics and not found.row.is_sure and not _is_open(opened, found, places):
            continue
        if "attributed" in skip and _is_told(article, found):
            continue
        kinds.setdefault((found.row.grade, found.row.better), []).append(found)
    for (grade, better), same in sorted(kinds.items(), key=lambda item: item[1][0].span):
        yield _tell(same, grade, better, opened, hidden)


@cache
def _has_sure(frames: Frames) -> bool:
    """Tell whether a list has a frame that needs no other sign of its subject."""
    return any(row.is_sure for group in read_frames(frames) for row in group.rows)


def _is_open(opened: Opened | None, found: Wording, places: Place) -> bool:
    """Tell whether the subject is open where words stand; doubtful ones need a sign beside them."""
    if opened is None or (places == "headline" and not opened.in_text):
        return False
    return opened.holds(found.block, closely=found.row.grade == "doubtful")


def _is_told(article: Article, found: Wording) -> bool:
    """Tell whether a source is reported to say some words; a verb among them, such as “explains”, reports nothing."""
    if found.block is None or not article.is_attributed(found.block, found.start, found.end):
        return False
    return not any(
        cue.passage == found.block and cue.start < found.end and found.start < cue.end
        for attribution in article.attributions_of.get(found.block, ())
        for cue in attribution.cue
    )


def _tell(same: Sequence[Wording], grade: str, better: str, opened: Opened | None, hidden: bool) -> Finding:
    first, others = same[0], same[1:SHOWN]
    values = {
        "text": "" if hidden else first.text,
        "use": _shown(better),
        "more": f" ({len(same)} places)" if len(same) > 1 else "",
        "opened": opened.words if opened else "",
    }
    related = tuple(Related(found.span, "here, too" if hidden else f"“{found.text}”") for found in others)
    return Finding(first.span, values, grade, related=related)


def _shown(better: str) -> str:
    """Return better words as the end of a sentence: in quotation marks, or as advice where they begin with `=`."""
    if better.startswith("="):
        return better[1:].strip()
    return " or ".join(f"“{words.strip()}”" for words in better.split(","))
