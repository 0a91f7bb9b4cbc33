"""Read the running text of reStructuredText: emphasis, literals, roles, links, references and substitutions."""

from __future__ import annotations

import re
from functools import cache

from newslint.formats.lightweight.lines import Inline
from newslint.formats.markdown.blocks import BlockWriter
from newslint.patterns import pattern
from newslint.spans import Span

# Markup begins where a word may begin and ends where one may end (reStructuredText Markup Specification, "Inline
# markup recognition rules").
_BEFORE, _AFTER = r"(?<![^\W_])(?<!\\)", r"(?![^\W_])"
# Roles whose text is said as it stands; that of all others means something to a program.
_SAID = frozenset(
    """emphasis strong strong-emphasis sup superscript sub subscript title title-reference t abbr abbreviation ac
    acronym dfn ref doc any term quoted small""".split()
)
_ADDRESS = pattern(r"([^<]*)<([^<>]*)>\s*+")


@cache
def _markup() -> re.Pattern[str]:
    return pattern(
        rf"""
          (?P<literal>{_BEFORE}``(?=\S)[^`]{{1,500}}(?<=\S)``{_AFTER})
        | (?P<strong>{_BEFORE}\*\*(?=[^\s*])[^*]{{1,500}}(?<=[^\s\\])\*\*{_AFTER})
        | (?P<emphasis>{_BEFORE}\*(?=[^\s*])[^*]{{1,500}}(?<=[^\s\\])\*{_AFTER})
        | (?P<role>{_BEFORE}:(?P<name>[\w.+:-]{{1,60}}):`(?P<inner>[^`]{{1,500}})`)
        | (?P<link>{_BEFORE}`(?P<text>[^`]{{1,500}})`__?{_AFTER})
        | (?P<target>{_BEFORE}_`(?P<named>[^`]{{1,200}})`)
        | (?P<interpreted>{_BEFORE}`(?P<said>[^`]{{1,500}})`(?::[\w.+:-]{{1,60}}:)?)
        | (?P<note>{_BEFORE}\[(?:\d{{1,4}}|\#[\w.-]{{0,60}}|\*|[A-Za-z][\w.-]{{0,60}})\]_{_AFTER})
        | (?P<substitution>\|(?=\S)(?P<by>[^|\n]{{1,80}}?)(?<=\S)\|(?:__?)?)
        | (?P<reference>(?<![^\W_])(?P<word>[A-Za-z0-9](?:[A-Za-z0-9]|[-.+:](?=[A-Za-z0-9])){{0,60}}+)__?
            (?=[\s.,;:!?)\]'"”’/-]|\Z))
        | (?P<escape>\\(?:\s|\S))
        """,
        re.VERBOSE | re.DOTALL,
    )


class RstInline:
    """The running text of one file: what its references lead to, and what its substitutions say."""

    def __init__(self, writer: BlockWriter, targets: dict[str, str], substitutions: dict[str, tuple[int, int]]) -> None:
        """Take the targets by their names, in small letters, and where the text of each substitution stands."""
        self.writer = writer
        self._targets = targets
        self._substitutions = substitutions
        names = ("literal", "strong", "emphasis", "role", "link", "target", "interpreted", "note", "substitution")
        handlers = {name: getattr(self, f"_{name}") for name in (*names, "reference", "escape")}
        self.inline = Inline(writer, _markup(), handlers)

    def _literal(self, found: re.Match[str]) -> None:
        self.writer.add_verbatim(found.start() + 2, found.end() - 2)

    def _strong(self, found: re.Match[str]) -> None:
        self.writer.strong += 1
        self.inline.plain(found.start() + 2, found.end() - 2)
        self.writer.strong -= 1
        self.writer.end = max(self.writer.end, found.end())

    def _emphasis(self, found: re.Match[str]) -> None:
        self.inline.plain(found.start() + 1, found.end() - 1)
        self.writer.end = max(self.writer.end, found.end())

    def _role(self, found: re.Match[str]) -> None:
        name = found["name"].rpartition(":")[2]
        inner = _ADDRESS.fullmatch(found["inner"])
        if name not in _SAID:
            self.writer.add_gap()
        elif inner and inner[1]:
            self.inline.plain(found.start("inner"), found.start("inner") + len(inner[1].rstrip()))
        else:
            self.inline.plain(*found.span("inner"))
        self.writer.end = max(self.writer.end, found.end())

    def _link(self, found: re.Match[str]) -> None:
        start, end = found.span("text")
        address = _ADDRESS.fullmatch(found["text"])
        if address is None:
            target = self._targets.get(_key(found["text"]))
        else:
            written = address[2].strip()
            target = self._targets.get(_key(written[:-1]), written) if written.endswith("_") else written
            end = start + len(address[1].rstrip()) if address[1].strip() else end
            if address[1].strip():
                self._targets.setdefault(_key(address[1]), target)
        self.writer.begin_link(target or f"#{_key(found['text'])}", Span(*found.span()), "inline")
        self.inline.plain(start, end)
        self.writer.end_link(found.end())
        self.writer.end = max(self.writer.end, found.end())

    def _target(self, found: re.Match[str]) -> None:
        self.inline.plain(*found.span("named"))

    def _interpreted(self, found: re.Match[str]) -> None:
        self.inline.plain(*found.span("said"))
        self.writer.end = max(self.writer.end, found.end())

    def _note(self, found: re.Match[str]) -> None:
        self.writer.add_gap()
        self.writer.end = max(self.writer.end, found.end())

    def _substitution(self, found: re.Match[str]) -> None:
        place = self._substitutions.get(_key(found["by"]))
        if place is None:
            self.inline.plain(*found.span())
            return
        if place[1] > place[0]:
            self.writer.add_text(self.writer.text[slice(*place)], *found.span())
        else:
            self.writer.add_gap()
        self.writer.end = max(self.writer.end, found.end())

    def _reference(self, found: re.Match[str]) -> None:
        target = self._targets.get(_key(found["word"]))
        if target is None:
            self.inline.plain(*found.span())
            return
        self.writer.begin_link(target, Span(*found.span()), "reference")
        self.inline.plain(*found.span("word"))
        self.writer.end_link(found.end())

    def _escape(self, found: re.Match[str]) -> None:
        character = found.group()[1]
        if character.isspace():
            self.writer.add_gap()
        else:
            self.writer.add_text(character, found.start() + 1, found.end())


def _key(name: str) -> str:
    return " ".join(name.split()).lower()


_TARGET = pattern(
    r"^[ \t]*+\.\.[ \t]++_(?P<name>`[^`\r\n]{1,200}`|(?:\\:|[^:\r\n`\\]){1,200}):"
    r"(?:[ \t]++(?P<to>[^\s][^\r\n]{0,2000}))?+",
    re.MULTILINE,
)
_SUBSTITUTION = pattern(
    r"^[ \t]*+\.\.[ \t]++\|(?P<name>[^|\r\n]{1,200})\|[ \t]++(?P<kind>[\w-]{1,40})::[ \t]*+(?P<said>[^\r\n]*)",
    re.MULTILINE,
)


def find_targets(text: str) -> dict[str, str]:
    """Return what the targets of a text lead to, by their names; one in the text itself leads to an anchor."""
    found = {}
    for match in _TARGET.finditer(text):
        name = _key(match["name"].strip("`").replace("\\", ""))
        found[name] = (match["to"] or f"#{name.replace(' ', '-')}").strip()
    return found


def find_substitutions(text: str) -> dict[str, tuple[int, int]]:
    """Return where the words of each substitution stand; one that is no words has none."""
    return {
        _key(match["name"]): match.span("said") if match["kind"] == "replace" else (0, 0)
        for match in _SUBSTITUTION.finditer(text)
    }
