"""Flag an element that a profile requires and the article lacks; it does not judge the element's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import Article, Element
from newslint.diagnostics import Finding, Related
from newslint.rules.rule import CheckType, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The `element` to require, where the profile requires it; `placeholders` are values that do not count."""

    element: str
    placeholders: tuple[str, ...] = ()


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Reports the absence once, at the place where the element belongs."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._placeholders = {_plain(text) for text in options.placeholders}

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, anchored at the missing element."""
        kind = self.options.element
        if kind not in scene.required_elements:
            return
        found = article.find_all(kind)
        if any(self._counts(element) for element in found):
            return
        related = tuple(Related(element.span, f"“{element.text}” is no {kind}") for element in found[:1])
        yield Finding(article.anchor(kind), related=related, anchor=kind)

    def _counts(self, element: Element) -> bool:
        if element.kind in ("published", "updated"):
            return element.value is not None
        return bool(element.text.strip()) and _plain(element.text) not in self._placeholders


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


CHECK = CheckType("element-missing", Options, build)
