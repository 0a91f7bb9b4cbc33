"""What rules of Vale see of an article: its texts by scope, found once for all rules that ask for the same."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from newslint.article import Article
from newslint.checks.vale.marks import find_marked
from newslint.checks.vale.selectors import Selector, selectors_of
from newslint.checks.vale.switches import Switches
from newslint.checks.vale.texts import Stretch
from newslint.contract import Scene
from newslint.language.units.sentences import split_sentences
from newslint.records import NamedTuple
from newslint.spans import Span

_GAP = "\n\n"
_WHOLE = -1  # the block of a text that is the whole file's


class Selected(NamedTuple):
    """The texts of some selectors, in order, and those of each block."""

    texts: Sequence[Stretch]
    by_block: Mapping[int, Sequence[Stretch]]


class View:
    """The texts of an article for the rules of one configuration, and which of them hold in it."""

    def __init__(
        self,
        article: Article,
        texts: Sequence[Stretch],
        switches: Switches,
        styles: Collection[str] | None,
        rules: Mapping[str, bool],
    ) -> None:
        """Take the texts of blocks and fields; without `styles`, all rules hold."""
        self.article = article
        self.switches = switches
        self._texts = texts
        self._styles = styles
        self._rules = rules
        self._selected: dict[tuple[str, ...], Selected] = {}

    def is_on(self, rule: str) -> bool:
        """Tell whether a rule holds in the file: it is switched on itself, or its style is and it is not off."""
        if self._styles is None or not rule:
            return True
        return self._rules.get(rule, rule.partition(".")[0] in self._styles)

    def live(self, scope: tuple[str, ...], patterns: Sequence[str], scene: Scene) -> Sequence[Stretch]:
        """Return the texts of a rule in which one of some patterns may match."""
        selected = self.select(scope)
        blocks: set[int] = set()
        for each in patterns:
            if each in scene.impossible:
                continue
            if each not in scene.where:
                return selected.texts
            blocks.update(scene.where[each])
        return [text for block in sorted(blocks) for text in selected.by_block.get(block, ())]

    def select(self, scope: tuple[str, ...]) -> Selected:
        """Return the texts that the selectors of a rule match."""
        known = self._selected.get(scope)
        if known is None:
            selectors = selectors_of(scope)
            texts = [text for text in self._candidates(selectors) if _is_for(selectors, text)]
            by_block: dict[int, list[Stretch]] = {}
            for text in texts:
                by_block.setdefault(text.block, []).append(text)
            known = self._selected[scope] = Selected(texts, by_block)
        return known

    def _candidates(self, selectors: Sequence[Selector]) -> list[Stretch]:
        """Return all texts, and those of sentences, paragraphs and the whole file where a selector asks for them."""
        wanted = frozenset().union(*(selector.wanted for selector in selectors))
        found = list(self._texts)
        if "sentence" in wanted:
            found += self._sentences
        if "paragraph" in wanted:
            found += [text.part(0, len(text.text), "paragraph") for text in self._texts if text.is_plain]
        if "summary" in wanted:
            found.append(self.summary)
        if "raw" in wanted:
            found.append(self._raw)
        if "link" in wanted:
            found += self._links
        for scope in wanted & {"strong", "emphasis", "code"}:
            found += self._marked(scope)
        return found

    def count(self, *sections: str) -> int:
        """Count the texts of blocks that have some sections in their scope."""
        wanted = frozenset(sections)
        return sum(wanted <= text.scope for text in self._texts)

    @cached_property
    def _sentences(self) -> list[Stretch]:
        texts = [text for text in self._texts if "frontmatter" not in text.scope and "attr" not in text.scope]
        return [text.part(start, end, "sentence") for text in texts for start, end in split_sentences(text.text)]

    @cached_property
    def _links(self) -> list[Stretch]:
        blocks = self.article.blocks
        return [
            Stretch(link.text, frozenset(("link",)), link.block, blocks[link.block].locate, link.start)
            for link in self.article.links
            if link.block is not None and link.text == blocks[link.block].text[link.start : link.end]
        ]

    def _marked(self, scope: str) -> list[Stretch]:
        """Return what is strong, emphasis or code in running text, each by itself."""
        found: list[Stretch] = []
        for index, block in enumerate(self.article.blocks):
            if scope == "code":
                places = self.article.code_extents(index) if self.article.has_code and block.kind != "code" else []
            else:
                spans = find_marked(self.article, index, scope)
                places = [place for span in spans if (place := block.prose.find(span))]
            found += [
                Stretch(block.text[start:end], frozenset((scope,)), index, block.locate, start) for start, end in places
            ]
        return found

    @cached_property
    def prose(self) -> list[Stretch]:
        """The texts that readability is measured of: running text, lists and quotations."""
        silent = ("heading", "table", "figure", "frontmatter", "attr")
        return [text for text in self._texts if not any(section in text.scope for section in silent)]

    @cached_property
    def summary(self) -> Stretch:
        """All running text in one, with blank lines between its parts."""
        parts = self.prose
        starts = list(accumulate((len(part.text) + len(_GAP) for part in parts), initial=0))

        def locate(start: int, end: int) -> Span:
            at = max(bisect_right(starts, start) - 1, 0)
            if at >= len(parts):
                return Span(0, 0)
            last = min(end - starts[at], len(parts[at].text))
            return parts[at].place(min(start - starts[at], last), last)

        text = "".join(part.text + _GAP for part in parts)
        return Stretch(text, frozenset(("summary", self._extension)), _WHOLE, locate)

    @cached_property
    def _raw(self) -> Stretch:
        text = self.article.source.text
        scope = frozenset(("raw", self._extension))
        if "\r" not in text:
            return Stretch(text, scope, _WHOLE, Span)
        # Vale reads every file as one with line ends of one character.
        kept = [at for at, sign in enumerate(text) if sign != "\r" or text[at + 1 : at + 2] != "\n"]
        kept.append(len(text))
        lines = "".join(text[at] for at in kept[:-1]).replace("\r", "\n")
        return Stretch(lines, scope, _WHOLE, lambda start, end: Span(kept[start], kept[end]))

    @property
    def _extension(self) -> str:
        return os.path.splitext(self.article.path)[1].removeprefix(".")


def _is_for(selectors: Sequence[Selector], text: Stretch) -> bool:
    return any(selector.matches(text.scope) for selector in selectors)
