"""Take a paragraph or a heading out of an article, with the lines or tags that belong to it."""

from __future__ import annotations

from newslint.article import Article, Block
from newslint.diagnostics import Edit
from newslint.patterns import pattern


def remove(article: Article, block: Block) -> Edit | None:
    """Return the edit that takes out a line and the blank lines after it, or in HTML the element.

    None where it holds more, where a link may lead to it, or where a remark is in it.
    """
    if article.format == "html":
        return _remove_element(article, block)
    text = article.source.text
    start = article.source.line_span(article.source.position(block.span.start).line).start
    end = block.span.end
    rest = _REST.match(text, end)
    if text[start : block.span.start].strip() or rest is None or _ANCHOR.search(text, start, end):
        return None
    line = article.source.position(start).line
    if line > 1 and article.source.slice(article.source.line_span(line - 1)).strip():
        return Edit(start, rest.end(), "")  # without its empty line, what stands above and below would become one
    blank = _BLANK.match(text, rest.end())
    if blank is None:
        return None
    if blank.end() == len(text) and line > 1:
        # Below the last line nothing follows: the blank lines above it go instead, and the line before keeps its end.
        above = len(text[:start].rstrip())
        line_end = _LINE_END.match(text, above)
        start = line_end.end() if line_end else above
    return Edit(start, blank.end(), "")


# A name that links may lead to, `{#repairs}` or `id="repairs"`, a note, and a remark.
_ANCHOR = pattern(r"\{[^{}\n]{0,200}#|\s(?:id|name)\s{0,3}=|\[\^|<!--")
_LINE_END = pattern(r"\r\n|\r|\n")
# The rest of a line that holds nothing more, and the blank lines below it with its own end.
_REST = pattern(r"[ \t]*(?=[\r\n]|\Z)")
_BLANK = pattern(r"(?:[ \t]*+(?:\r\n|\r|\n))*+(?:[ \t]*+\Z)?")
_OPENING = pattern(r"<(?P<name>h[1-6]|p|div)(?:\s[^<>]{0,200})?>\s{0,40}\Z")
_CLOSING = pattern(r"\s{0,40}</(?P<name>h[1-6]|p|div)\s{0,9}>[ \t]{0,40}(?:\r\n|\r|\n)?")


def _remove_element(article: Article, block: Block) -> Edit | None:
    """Return the edit that takes out the element that holds a block and nothing else."""
    text, whole = article.source.text, block.whole
    opening = _OPENING.search(text[max(0, whole.start - 300) : whole.start])
    closing = _CLOSING.match(text, whole.end)
    if opening is None or closing is None or opening["name"] != closing["name"] or _ANCHOR.search(opening[0]):
        return None
    if "<" in text[whole.start : whole.end]:
        return None
    return Edit(whole.start - len(opening[0]), closing.end(), "")
