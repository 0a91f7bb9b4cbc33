"""Read the running text of AsciiDoc: formatting, curved quotation marks, links, references, notes and attributes."""

from __future__ import annotations

import re
from functools import cache

from newslint.formats.lightweight.lines import Inline
from newslint.formats.markdown.blocks import BlockWriter
from newslint.patterns import pattern
from newslint.spans import Span

# Formatting of a word or more: its marks stand where no word goes on (AsciiDoc Language Documentation, "Formatting").
_BEFORE, _AFTER = r"(?<![\w\\;:}])", r"(?!\w)"
_CURVED = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}


@cache
def _markup() -> re.Pattern[str]:
    inner = r"(?=\S)[^{0}]{{1,500}}(?<=\S)"
    marks = {"strong": r"\*", "emphasis": "_", "mono": "`", "mark": r"\#"}
    formats = "\n| ".join(
        rf"(?P<{name}2>{mark}{mark}{inner.format(mark)}{mark}{mark}) "
        rf"| (?P<{name}>{_BEFORE}(?:\[[^\[\]\n]{{0,80}}\])?{mark}{inner.format(mark)}{mark}{_AFTER})"
        for name, mark in marks.items()
    )
    return pattern(
        rf"""
          (?P<curved>["']`(?=\S)|(?<=\S)`["']|(?<=\w)`'(?=\w))
        | (?P<raw>\+\+\+(?P<raw_text>[^+]{{1,500}})\+\+\+|(?<!\w)pass:\w{{0,10}}\[[^\]\n]{{0,500}}\])
        | (?P<macro>(?<![\w\\])(?P<name>link|mailto|xref|image|kbd|btn|menu|icon|footnote|footnoteref|indexterm2?|anchor
            |stem|latexmath|asciimath|pass):(?P<to>[^\s\[:][^\s\[]{{0,500}})?\[(?P<said>(?:\\\]|[^\]]){{0,800}})\])
        | (?P<url>(?<![\w\\])(?P<address>(?:https?|ftp)://[^\s\[\]<>]{{1,500}})\[(?P<label>[^\]]{{0,500}})\])
        | (?P<reference><<(?P<id>[^<>,\n]{{1,200}})(?:,(?P<shown>[^<>]{{1,300}}))?>>)
        | (?P<anchor>\[\[[^\[\]\n]{{1,200}}\]\]|\(\(\([^()\n]{{1,200}}\)\)\))
        | (?P<index>\(\((?P<term>[^()\n]{{1,200}})\)\))
        | (?P<attribute>(?<!\\)\{{[\w][\w-]{{0,60}}(?::[^{{}}\n]{{0,80}})?\}})
        | (?P<callout><\d{{1,3}}>|<!--\d{{1,3}}-->)
        | (?P<break_>[ ]\+(?=[ \t]*(?:[\r\n]|\Z)))
        | {formats}
        | (?P<script>(?:\^[^\s^]{{1,60}}\^|~[^\s~]{{1,60}}~))
        | (?P<escape>\\(?=[*_`\#\[{{<'"^~:]))
        """,
        re.VERBOSE,
    )


class AsciidocInline:
    """The running text of one file: what its attributes say, and the notes that are written within it."""

    def __init__(self, writer: BlockWriter, attributes: dict[str, tuple[int, int]]) -> None:
        """Take where the value of each attribute stands."""
        self.writer = writer
        self._attributes = attributes
        # Where notes stand that were met in the block; they are blocks of their own.
        self.notes: list[tuple[int, int]] = []
        handlers = {name: getattr(self, f"_{name.rstrip('_')}") for name in (*_PLAIN, "break_")}
        for name in ("strong", "emphasis", "mono", "mark"):
            handlers |= {name: getattr(self, f"_{name}"), f"{name}2": getattr(self, f"_{name}")}
        self.inline = Inline(writer, _markup(), handlers)

    def _within(self, found: re.Match[str], mark: str) -> tuple[int, int]:
        """Return what stands between marks, behind a list of roles."""
        written = found.group()
        start = found.start() + written.index(mark)
        width = 2 if written[start - found.start() :].startswith(mark * 2) and written.endswith(mark * 2) else 1
        return start + width, found.end() - width

    def _strong(self, found: re.Match[str]) -> None:
        self.writer.strong += 1
        self.inline.read(*self._within(found, "*"))
        self.writer.strong -= 1
        self._reach(found)

    def _emphasis(self, found: re.Match[str]) -> None:
        self.inline.read(*self._within(found, "_"))
        self._reach(found)

    def _mark(self, found: re.Match[str]) -> None:
        self.inline.read(*self._within(found, "#"))
        self._reach(found)

    def _mono(self, found: re.Match[str]) -> None:
        self.writer.add_verbatim(*self._within(found, "`"))
        self._reach(found)

    def _script(self, found: re.Match[str]) -> None:
        self.inline.plain(found.start() + 1, found.end() - 1)
        self._reach(found)

    def _curved(self, found: re.Match[str]) -> None:
        self.writer.add_text(_CURVED[found.group()], *found.span())

    def _raw(self, found: re.Match[str]) -> None:
        if found["raw_text"]:
            self.inline.plain(*found.span("raw_text"))
        self._silent(found)

    def _macro(self, found: re.Match[str]) -> None:
        name, (start, end) = found["name"], found.span("said")
        if name == "image":
            self.writer.add_image(found["to"] or "", found["said"].partition(",")[0] or None, Span(*found.span()))
        elif name in ("link", "mailto", "xref"):
            to = found["to"] or ""
            target = f"mailto:{to}" if name == "mailto" else f"#{to}" if name == "xref" and "." not in to else to
            self._link(found, target, start, _end_of_label(found["said"], start, end))
        elif name in ("footnote", "footnoteref"):
            if end > start:
                self.notes.append((start, end))
            self.writer.add_gap()
        elif name.startswith("indexterm2"):
            self.inline.plain(start, end)
        else:
            self.writer.add_gap()
        self._reach(found)

    def _url(self, found: re.Match[str]) -> None:
        start, end = found.span("label")
        stop = _end_of_label(found["label"], start, end)
        self._link(found, found["address"], *((start, stop) if stop > start else found.span("address")))

    def _link(self, found: re.Match[str], target: str, start: int, end: int) -> None:
        self.writer.begin_link(target, Span(*found.span()), "inline")
        if end > start:
            self.inline.read(start, end)
        else:
            self._say(target.removeprefix("mailto:"), found)
        self.writer.end_link(found.end())
        self._reach(found)

    def _reference(self, found: re.Match[str]) -> None:
        if found["shown"]:
            self._link(found, f"#{found['id']}", found.start("shown"), found.end("shown"))
        else:
            self._silent(found)

    def _attribute(self, found: re.Match[str]) -> None:
        place = self._attributes.get(found.group()[1:-1].lower())
        if place is not None:
            self._say(self.writer.text[slice(*place)], found)
        else:
            self._silent(found)

    def _index(self, found: re.Match[str]) -> None:
        self.inline.plain(*found.span("term"))
        self._reach(found)

    def _break(self, found: re.Match[str]) -> None:
        self.writer.add_break(*found.span())

    def _say(self, text: str, found: re.Match[str]) -> None:
        if text:
            self.writer.add_text(text, *found.span())

    def _silent(self, found: re.Match[str]) -> None:
        self.writer.add_gap()
        self._reach(found)

    _anchor = _callout = _silent

    def _escape(self, found: re.Match[str]) -> None:
        self._reach(found)

    def _reach(self, found: re.Match[str]) -> None:
        self.writer.end = max(self.writer.end, found.end())


_PLAIN = ("curved", "raw", "macro", "url", "reference", "anchor", "index", "attribute", "callout", "script", "escape")


def _end_of_label(label: str, start: int, end: int) -> int:
    """Return where the words of a link end: `^` and what follows a comma with a name are for a program."""
    words = label.partition(",window=")[0].partition(",role=")[0]
    return start + len(words.removesuffix("^")) if words != label or label.endswith("^") else end
