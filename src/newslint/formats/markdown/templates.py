"""Masked template code in Markdown (Hugo, Liquid, kramdown attributes, MDX) so that it is not read as prose.

Covered text keeps its length, so offsets stay true; nothing is interpreted except the caption of a figure.
"""

from __future__ import annotations

import re

from newslint.formats.markdown.blocks import Figure, Masked
from newslint.parts import Comment
from newslint.patterns import pattern
from newslint.spans import Ranges, Span

# Longer constructs are likelier an opening sign that was never closed.
_LONGEST = 20_000
_SHORTCODES = ("{{<", "{{%")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "{::": "}", "{:": "}"}
_OPENER = pattern(r"\{\{[<%]?|\{%|\{\#(?=\s{0,9}newslint)|\{::?(?=[\w#.\s/])|^:{3,}", re.MULTILINE)
_MDX_OPENER = pattern(
    r"""
      \{\{[<%]?|\{%|\{\#(?=\s{0,9}newslint)|\{::?(?=[\w#.\s/])|^:{3,}  # the same signs as elsewhere
    | ^(?:import|export)\b(?=[ \t{*'"])      # a statement at the beginning of a line
    | </?[A-Z][\w.]*(?=[\s/>])               # a component
    | </?>                                   # a fragment
    | \{                                     # an expression
    """,
    re.MULTILINE | re.VERBOSE,
)
_IMPORT = pattern(
    r"""
    ^import[ \t]+
    (?:[\w*{][^'"\n]{0,300}[ \t]+from[ \t]+)?   # what is imported
    ['"][^'"\n]+['"];?[ \t]*$                  # from where
    """,
    re.MULTILINE | re.VERBOSE,
)
_EXPORT = pattern(r"export\s+(?:default|const|let|var|function|async|class|\{|\*)")
_FENCE = pattern(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\r\n]*)", re.MULTILINE)
# Pairs whose content is code, a remark or a script and no Markdown.
_SILENT = pattern(r"\{%-?\s*(highlight|comment|schema|style|javascript)\b|\{\{[<%]\s*(highlight|mermaid|math)\b")
_SILENT_REMARK = pattern(r"\{%-?\s*comment\b")
_REST_OF_LINE = pattern(r"[^\r\n]*")
# Code that inserts another file, which may define what this one refers to.
_INCLUDE = pattern(r"\{(?:%-?\s*(?:include|render|import)\w*\b|\{[<%]?\s*include)")
_BRACE = pattern(r"[{}]")
_ID = pattern(r"#([\w:.-]+)")
_ATTRIBUTE = pattern(r"""\b([\w-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""")
_BLANK_LINE = pattern(r"(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r|\Z)")
_FIGURE = pattern(r"\{(?:\{[<%]|%)-?\s*(?:include\s+)?[\w./-]*(?:figure|image|img|photo|picture)", re.IGNORECASE)
_SOURCES = ("src", "url", "file", "image_path", "path", "image", "link")
# A field of a name that no generator of sites gives: nothing in the file defines it, and readers will see it.
_FIELD = pattern(
    r"""
    \{\{ [ ]{0,3}
    (?!(?:site|page|post|layout|include|paginator|content|theme|jekyll|collections?|eleventy|env|data|config|this|app
      |hexo|url_for|params|meta|frontmatter|doc|docs|version|pkg|baseurl|base_url|toc)\b)
    [A-Za-z][a-z_]{1,30} (?:\.[A-Za-z_]{1,30}){0,3} [ ]{0,3} \}\}
    """,
    re.VERBOSE,
)
_FILLERS = "\ue000\ue123\uf0f0\uf8ff\U000f0000\U0010fffd"


def mask_templates(text: str, start: int, is_mdx: bool) -> Masked:
    """Return the text with the template code after `start` masked, at the same length."""
    mdx = is_mdx or ("import" in text and _IMPORT.search(text, start) is not None)
    spans = _find_spans(text, start, mdx)
    filler = next((mark for mark in _FILLERS if mark not in text), "")
    if not spans or not filler:
        return Masked(text)
    parts: list[str] = [text[:start]]
    at = start
    masked = Masked("", filler)
    for begin, end in spans:
        parts += (text[at:begin], filler * (end - begin))
        at = end
        construct = text[begin:end]
        # In code it is an example.
        if "newslint" in construct and text[begin - 1 : begin] != "`" and (remark := _remark_of(construct)) is not None:
            masked.comments.append(Comment(remark, Span(begin, end)))
        if construct.startswith("{:"):
            masked.targets.update(_ID.findall(construct))
        elif _FIGURE.match(construct):
            masked.figures.append(_read_figure(construct, begin, end))
        elif _INCLUDE.match(construct):
            masked.has_includes = True
    parts.append(text[at:])
    masked.text = "".join(parts)
    return masked


def _remark_of(construct: str) -> str | None:
    """Return the words of a remark: of MDX, Hugo, Nunjucks or Liquid; None where it is code."""
    inner = construct.strip("{}<>%- \t\r\n")
    if inner.startswith("/*") and inner.endswith("*/"):
        return inner[2:-2]
    if construct.startswith("{#"):
        return construct[2:-2]
    if _SILENT_REMARK.match(construct):
        return construct.partition("%}")[2].rpartition("{%")[0]
    return None


def _find_spans(text: str, start: int, mdx: bool) -> list[tuple[int, int]]:
    fences = _find_fences(text, start)
    fenced = Ranges(fences)
    opener = _MDX_OPENER if mdx else _OPENER
    finder = _Finder(text)
    is_liquid = mdx or "{%" in text
    spans: list[tuple[int, int]] = []
    at = start
    while found := opener.search(text, at):
        begin = found.start()
        fence = fenced.find(begin, begin)
        if fence is not None:
            at = fences[fence][1]
            continue
        sign = found.group()
        end = _find_end(text, begin, sign, finder)
        if end is None or (sign == "{{" and not is_liquid and _is_unknown(text, begin, end)):
            at = found.end()
            continue
        end = _extend_over_pair(text, begin, end, finder)
        spans.append((begin, end))
        at = end
    return spans


def _is_unknown(text: str, begin: int, end: int) -> bool:
    """Tell whether a field stands among the words of a sentence and no generator of sites has one of its name."""
    before = text[max(0, begin - 2) : begin]
    return before[-1:] == " " and (before[0].islower() or before[0] == ",") and bool(_FIELD.fullmatch(text, begin, end))


def _find_fences(text: str, start: int) -> list[tuple[int, int]]:
    """Return the ranges of fenced code, where template signs are part of what is shown."""
    fences: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for found in _FENCE.finditer(text, start):
        mark, rest = found.group(1), found.group(2)
        if opened is None:
            if not (mark[0] == "`" and "`" in rest):
                opened = (found.start(), mark)
        elif mark[0] == opened[1][0] and len(mark) >= len(opened[1]) and not rest.strip():
            fences.append((opened[0], found.end()))
            opened = None
    if opened is not None:
        fences.append((opened[0], len(text)))
    return fences


class _Finder:
    """Find the next occurrence of a sign; each is looked for once, however often it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def find(self, sign: str, start: int) -> int:
        """Return the first offset of the sign at or after `start`, or -1."""
        known = self._next.get(sign, -2)
        if known == -1 or known >= start:
            return known
        self._next[sign] = found = self._text.find(sign, start)
        return found


def _find_end(text: str, begin: int, sign: str, finder: _Finder) -> int | None:
    if sign in _CLOSERS:
        closer = _CLOSERS[sign]
        end = finder.find(closer, begin + len(sign))
        # What a shortcode embeds may be long where it stands on one line.
        if end < 0 or (end - begin > _LONGEST and (sign not in _SHORTCODES or "\n" in text[begin:end])):
            return None
        if sign.startswith("{:") and ("\n" in text[begin:end] or end - begin > 300):
            return None
        return end + len(closer)
    if sign.startswith(":"):
        # A container's fence (`:::note`), whose title is the site's.
        line = _REST_OF_LINE.match(text, begin)
        return line.end() if line else None
    if sign == "{":
        return _find_balanced(text, begin)
    if sign.startswith("<"):
        return begin + len(sign) if sign.endswith(">") else _find_tag_end(text, begin + len(sign))
    return _find_statement_end(text, begin)


def _extend_over_pair(text: str, begin: int, end: int, finder: _Finder) -> int:
    opened = _SILENT.match(text, begin, end)
    if opened is None:
        return end
    name = opened.group(1) or opened.group(2)
    if opened.group(1):
        closing = finder.find(f"end{name}", end)
        stop = finder.find("%}", closing) if closing >= 0 else -1
        return stop + 2 if stop >= 0 else end
    closing = finder.find(f"/{name}", end)
    closing = closing if closing >= 0 else finder.find(f"/ {name}", end)
    stop = finder.find("}}", closing) if closing >= 0 else -1
    return stop + 2 if stop >= 0 else end


def _find_balanced(text: str, begin: int) -> int | None:
    """Return the offset after the brace that closes the one at `begin`, if it stands near."""
    depth = 0
    for found in _BRACE.finditer(text, begin, begin + 2000):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return found.end()
        if depth > 20:
            return None
    return None


_TAG_PART = pattern(r"""[^"'`{}<>]+|"[^"]{0,2000}"|'[^']{0,2000}'|`[^`]{0,2000}`""")


def _find_tag_end(text: str, at: int) -> int | None:
    """Return the offset after a component's tag, whose attributes may hold expressions."""
    limit = at + 3000
    while at < len(text) and at < limit:
        character = text[at]
        if character == ">":
            return at + 1
        if character == "{":
            end = _find_balanced(text, at)
            if end is None:
                return None
            at = end
            continue
        part = _TAG_PART.match(text, at)
        if part is None:
            return None
        at = part.end()
    return None


_OPEN_IMPORT = pattern(r"import\s*(?:[\w*]+\s*+(?:,\s*)?)?\{[^}]*$")


def _find_statement_end(text: str, begin: int) -> int | None:
    """Return the end of an import or export: its line, or the blank line after a longer one."""
    line = _REST_OF_LINE.match(text, begin)
    first = line.group() if line else ""
    if first.startswith("import") and _IMPORT.match(first):
        return begin + len(first)
    if first.startswith("import") and not _OPEN_IMPORT.match(first):
        return None
    if first.startswith("export") and not _EXPORT.match(first):
        return None
    blank = _BLANK_LINE.search(text, begin, begin + _LONGEST)
    return blank.start() if blank else min(len(text), begin + _LONGEST)


def _read_figure(construct: str, begin: int, end: int) -> Figure:
    values = {
        found.group(1).lower(): (found.start(found.lastindex or 0), found.end(found.lastindex or 0))
        for found in _ATTRIBUTE.finditer(construct)
    }
    source = next((values[name] for name in _SOURCES if name in values), None)
    alt = values.get("alt")
    caption = values.get("caption")
    return Figure(
        begin,
        end,
        construct[source[0] : source[1]] if source else "",
        construct[alt[0] : alt[1]] if alt else None,
        (begin + caption[0], begin + caption[1]) if caption and caption[1] > caption[0] else None,
    )
