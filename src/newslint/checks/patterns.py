"""Flag what regular expressions match in an article's readable text; it never looks at code or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern

_SILENT = frozenset({"code", "boilerplate"})


# A pattern that is tied to the ends of a block, or looks back at white space, has to be tried block by block.
_ANCHOR = pattern(r"(?<!\[)\^|\$(?!\{)|\\[AZ]|\(\?<[=!][^)]{0,300}(?:\\[snW]|\n)")


Patterns = list[re.Pattern[str]]


class Options(NamedTuple):
    """What to flag, and where.

    `patterns` give findings of the default grade, `doubtful` ones of the grade `doubtful`; a group named `flag` narrows
    what is flagged. `english` are patterns for texts in English, or of no known language. `formats` are the only
    formats whose text is judged (empty: all). What is quoted is left to `quoted_patterns` unless `judge_quoted`.
    Nothing is searched unless one of `signs` occurs in the source. `skip_kinds` are kinds of blocks to leave alone.
    `together` reports one finding an article, with the other places as related ones.
    """

    patterns: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    quoted_patterns: tuple[str, ...] = ()
    judge_quoted: bool = False
    formats: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    skip_kinds: tuple[str, ...] = ()
    together: bool = False


def build(options: Options) -> Check:
    """Make the check of these options; raise re.error where a pattern does not compile."""
    return Check(options)


class Check:
    """Searches every block once with each set of patterns, with `text` for the message."""

    def __init__(self, options: Options) -> None:
        """Compile the patterns."""
        self.options = options
        self._plain = _join(options.patterns)
        self._english = _join(options.english)
        self._doubtful = _join(options.doubtful)
        self._quoted = _join(options.quoted_patterns)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each match, or one for all."""
        options = self.options
        if options.formats and article.format not in options.formats:
            return
        if options.signs and not any(sign in article.source.text for sign in options.signs):
            return
        judged = [
            (index, block)
            for index, block in enumerate(article.blocks)
            if block.kind not in _SILENT and block.kind not in options.skip_kinds
        ]
        text = "\n".join(block.text for _, block in judged)
        is_english = (article.language or "en").partition("-")[0].lower() == "en"
        own = [
            (_live(self._plain, text), "default"),
            (_live(self._english, text) if is_english else [], "default"),
            (_live(self._doubtful, text), "doubtful"),
        ]
        quoted = _live(self._quoted, text)
        if not quoted and not any(patterns for patterns, _ in own):
            return
        found = [
            Finding(block.locate(start, end), {"text": block.text[start:end]}, grade)
            for index, block in judged
            for start, end, grade in self._search(article, index, own, quoted)
        ]
        if options.together and len(found) > 1:
            related = tuple(Related(other.span, f"“{other.values['text']}”") for other in found[1:])
            found = [Finding(found[0].span, found[0].values, found[0].grade, related)]
        yield from found

    def _search(
        self, article: Article, index: int, own: Sequence[tuple[Patterns, str]], quoted: Patterns
    ) -> list[tuple[int, int, str]]:
        text = article.blocks[index].text
        found: dict[tuple[int, int], str] = {}
        for patterns, grade in own:
            for start, end in _matches(patterns, text):
                if self.options.judge_quoted or not article.is_quoted(index, start, end):
                    found.setdefault((start, end), grade)
        for start, end in _matches(quoted, text):
            if article.is_quoted(index, start, end):
                found.setdefault((start, end), "default")
        kept: list[tuple[int, int, str]] = []
        for (start, end), grade in sorted(found.items()):
            if (not kept or start >= kept[-1][1]) and not article.is_code(index, start, end):
                kept.append((start, end, grade))
        return kept


def _join(patterns: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [pattern(regex) for regex in patterns]


def _live(patterns: Patterns, text: str) -> Patterns:
    """Return the patterns that may match in some block: most match in none, and one look at all of them is enough."""
    return [one for one in patterns if _ANCHOR.search(one.pattern) or one.search(text)]


def _matches(patterns: Patterns, text: str) -> Iterator[tuple[int, int]]:
    for regex in patterns:
        name = "flag" if "flag" in regex.groupindex else 0
        for match in regex.finditer(text):
            if match.end(name) > match.start(name):
                yield match.span(name)


CHECK = CheckType("patterns", Options, build, grades=("doubtful",), placeholders=("text",))
