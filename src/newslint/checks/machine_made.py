"""Checks of pictures and texts that a program made: whether readers are told so in words that they know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article, Field
from newslint.checks.own_texts import Text, block_text
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.newsroom.machines import is_labelled, picture_credit, text_credit
from newslint.patterns import pattern
from newslint.spans import Span

_LINES = frozenset({"paragraph", "list-item", "caption"})
_PICTURE = frozenset("image images picture pictures illustration illustrations photo photos graphic graphics".split())
_ARTIFICIAL = frozenset({"ai", "artificial", "generative", "ai-generated", "synthetic"})
_CREDIT_FIELD = pattern(
    r"(?:image|photo|cover|hero|picture|featured?|thumbnail|banner)s?[_-]?(?:credit|caption|source|by|copyright"
    r"|author"
    r"|attribution|description)s?|credits?|caption",
    flags=2,
)
_SHORT = 200  # code points of a line that may be a caption
_SHORT_CREDIT = 60  # code points of a credit under a picture that no mark shows to be a caption


@check(placeholders=("text",))
def machine_picture(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag credits that name a program which makes pictures, in captions, descriptions and front matter.

    A credit that says “AI” or the like is a label; so is a note in the article that its pictures were made by AI. The
    message may use `{text}`, the words of the credit.
    """
    for text in _captions(article):
        found = picture_credit(text.text)
        if found and not is_labelled(text.text) and not _says_of_pictures(article):
            yield Finding(text.locate(*found), {"text": text.text[slice(*found)].strip(" .(")})


def _captions(article: Article) -> Iterator[Text]:
    """Yield captions, lines that may be one, descriptions of pictures, and credits in front matter."""
    for index, block in enumerate(article.blocks):
        is_line = block.kind == "paragraph" and len(block.text) <= _SHORT and _is_by_picture(article, index)
        if (
            block.kind == "caption"
            or is_line
            or (block.kind == "paragraph" and _REFERS.search(block.text[:_REFERRING]))
        ):
            yield block_text(article, index)
    for image in article.images:
        if image.alt:
            yield Text(image.alt, None, None, image.span)
    for entry in article.front_matter.fields if article.front_matter else ():
        if isinstance(entry.value, str) and _CREDIT_FIELD.fullmatch(entry.name):
            value = entry.value
            yield Text(f"Image: {value}" if len(value) <= _SHORT_CREDIT else value, None, None, entry.span)


# A paragraph that tells of the picture beside it.
_REFERS = pattern(
    r"\b[Tt]h(?:e|is)[ ](?:\w+[ ])?(?:portrait|picture|image|photo|photograph|illustration|scene|drawing"
    r"|artwork)[ ](?:above|below|here|shown"
    r"|opposite|accompanying|that[ ]accompanies|at[ ]the[ ]top|on[ ]this[ ]page)\b"
    r"|\b[Tt]ext-to-image\b"
)
_REFERRING = 200  # code points


def _is_by_picture(article: Article, index: int) -> bool:
    """Tell whether a line may be a caption: near a picture, or, where a format shows none, any line that is short."""
    if article.lacks("images"):
        return True
    start = article.blocks[index].span.start
    before = article.blocks[index - 1].span.start if index else 0
    return any(before <= image.span.start <= start for image in article.images)


def _says_of_pictures(article: Article) -> bool:
    """Tell whether the article says of its pictures that a machine made them."""
    for index, block in enumerate(article.blocks):
        words = article.vocabulary(index) if block.kind in _LINES else frozenset()
        if not _PICTURE.isdisjoint(words) and not _ARTIFICIAL.isdisjoint(words) and is_labelled(block.text):
            return True
    return False


_AI_FIELD = pattern(
    r"(?:ai|gen-?ai|machine)[_-]?(?:use|used|usage|generated|assisted|assistance|written|translated)?", 2
)
_NO = frozenset({"", "none", "no", "false", "never", "null", "0", "not used"})
_REVIEW = ("reviewed_by", "reviewer", "fact_checked_by", "ai_disclosure", "ai_label", "ai_note")


@check(
    grades=("declared",),
    placeholders=("text",),
    messages={"declared": "Front matter says that a machine made this text (`{text}`), and readers are not told."},
)
def machine_text(
    article: Article,
    scene: Scene,
    *,
    reviewed: Annotated[
        tuple[str, ...], Option("fields that name who reviewed such a text, or hold a notice")
    ] = _REVIEW,
) -> Iterator[Finding]:
    """Flag lines that credit a program with a text or its translation where readers are not told that it is AI.

    The grade is `declared` where front matter says how the text was made. The message may use `{text}`, the credit.
    """
    if any(element.value == "ai" for element in article.find_all("disclosure")):
        return
    declared = _declared(article)
    if declared is not None and not any((field := article.field(name)) and field.value for name in reviewed):
        yield Finding(declared.key_span, {"text": declared.name}, "declared", message="declared")
    for index, block in enumerate(article.blocks):
        is_line = block.kind in _LINES or block.role == "byline"
        found = text_credit(block.text) if is_line else None
        if found and not is_labelled(block.text) and not article.is_quoted(index, *found):
            yield Finding(block.locate(*found), {"text": block.text[slice(*found)].strip(" .(")})
    byline = article.find("byline")
    if byline is not None and not byline.blocks and (found := text_credit(f"By {byline.text.removeprefix('By ')}")):
        yield Finding(Span(*byline.span), {"text": byline.text})


def _declared(article: Article) -> Field | None:
    """Return the field of front matter that says that a machine made the text, or None."""
    for entry in article.front_matter.fields if article.front_matter else ():
        if _AI_FIELD.fullmatch(entry.name) and str(entry.value or "").strip().lower() not in _NO:
            return entry
    return None
