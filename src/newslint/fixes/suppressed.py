"""Repair suppressions: write the present name of a rule, take out what is needed no longer."""

from __future__ import annotations

from newslint.article import Article, Comment
from newslint.diagnostics import Edit, Fix
from newslint.patterns import pattern
from newslint.spans import Span
from newslint.suppressions import Fault

_RANGE = pattern(r"newslint\s*:\s*ignore-(?:start|end)\b", flags=2)
_NAME = pattern(r"[\w/-]{1,200}")
_LIST = pattern(r"\[[^\[\]]*\]")


def fix_fault(article: Article, fault: Fault) -> Fix | None:
    """Return the fix of what is wrong with a suppression, or None; a name that was guessed is unsafe."""
    if fault.kind == "unused":
        return _fix_unused(article, fault.span)
    if not fault.use or not _NAME.fullmatch(article.source.slice(fault.span)):
        return None
    return Fix("safe" if fault.kind == "renamed-rule" else "unsafe", (Edit(*fault.span, fault.use),))


def _fix_unused(article: Article, place: Span) -> Fix | None:
    """Return the fix of a name that a suppression needs no longer: without the name or, if it is the last, whole.

    It is unsafe, since somebody wrote the reason. Both ends of a range would have to go, so that it has none.
    """
    comment = next((one for one in article.comments if _holds(one.span, place)), None)
    if comment is None or comment.span == place or _RANGE.search(comment.text):
        return None
    text = article.source.text
    names = next((m for m in _LIST.finditer(text, *comment.span) if _holds(Span(*m.span()), place)), None)
    if names is None:
        return None
    start, end = place
    if text[names.start() + 1 : start].strip() or text[end : names.end() - 1].strip():
        while text[end] in ", \t":
            end += 1
        if end == names.end() - 1:  # the last of several takes the comma before it along
            while text[start - 1] in ", \t":
                start -= 1
        return Fix("unsafe", (Edit(start, end, ""),))
    return Fix("unsafe", (_without(article, comment),))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without(article: Article, comment: Comment) -> Edit:
    """Return the edit that takes a comment out, with its line and the blank one below where it has one of its own."""
    source, (start, end) = article.source, comment.span
    first, last = source.position(start).line, source.position(end).line
    before = source.text[source.line_starts[first - 1] : start]
    after = source.text[end : source.line_span(last).end]
    if before.strip() or after.strip():
        return Edit(start - (len(before) - len(before.rstrip())) if not after.strip() else start, end, "")
    following = [*source.line_starts[last:], len(source.text)]
    is_blank = last < len(source.line_starts) and not source.slice(source.line_span(last + 1)).strip()
    return Edit(source.line_starts[first - 1], following[min(int(is_blank), len(following) - 1)], "")
