"""Flag an element that a profile requires and the article lacks; it does not judge the element's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Element, EmptyField
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.parts import ElementKind
from newslint.patterns import pattern

# Fields by which common site generators and content systems send readers to a page elsewhere.
_ELSEWHERE = ("source_url", "external_url", "external_link", "redirect_to", "redirect", "link", "canonical_url")


class Options(NamedTuple):
    """The `element` to require, where the profile requires it.

    `or_else` are elements that serve as well; `placeholders` are values that do not count, and `placeholder_pattern`
    describes more of them (the whole value must match, without case).
    """

    element: ElementKind
    or_else: tuple[ElementKind, ...] = ()
    placeholders: tuple[str, ...] = ()
    placeholder_pattern: str = ""


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Reports the absence once, at the place where the element belongs."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._placeholders = {_plain(text) for text in options.placeholders}
        regex = options.placeholder_pattern
        self._pattern = pattern(regex, re.IGNORECASE) if regex else None

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding: at the placeholder or empty label, else where the element belongs."""
        kind = self.options.element
        if kind not in scene.required_elements or (kind != "headline" and _is_pointer(article)):
            return
        found = [element for name in (kind, *self.options.or_else) for element in article.find_all(name)]
        if any(self._counts(element) for element in found):
            return
        empty = next((field for field in article.empty_fields if field.element == kind), None)
        yield self._report(article, found, empty)

    def _report(self, article: Article, found: list[Element], empty: EmptyField | None) -> Finding:
        kind = self.options.element
        if empty is not None:
            return Finding(empty.span, anchor=kind)
        filled = next((element for element in found if element.text.strip()), None)
        related = (Related(filled.span, f"“{filled.text.strip()[:80]}” does not count"),) if filled else ()
        return Finding(article.anchor(kind), related=related, anchor=kind)

    def _counts(self, element: Element) -> bool:
        if element.kind in ("published", "updated"):
            return element.value is not None
        text = element.text.strip()
        if not text or _plain(text) in self._placeholders:
            return False
        return not (self._pattern and len(text) <= 200 and self._pattern.fullmatch(text))


def _is_pointer(article: Article) -> bool:
    """Tell whether a file has no text of its own and its front matter sends readers to another address."""
    if article.front_matter is None or any(True for _ in article.prose_blocks()):
        return False
    field = article.front_matter.find(*_ELSEWHERE)
    return field is not None and str(field.value).strip().startswith(("http://", "https://"))


_NOT_WORD = pattern(r"\W+")


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().lower()


CHECK = CheckType("element-missing", Options, build)
