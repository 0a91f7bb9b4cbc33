"""Flag an update that is dated before the publication; it does not compare either with today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from newslint.article import Article, Element
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related


class Options(NamedTuple):
    """`tolerance_hours`: where both have a time, an update may be so much older.

    Publishing systems that publish on schedule record the last change, which was made before.
    """

    tolerance_hours: int = 72


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Compares the best date of publication with the best date of update, and each pair of the same origin."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the update."""
        published = [element for element in article.find_all("published") if element.value]
        updated = [element for element in article.find_all("updated") if element.value]
        for later in updated:
            earlier = next((element for element in published if element.origin == later.origin), None)
            earlier = earlier or next(iter(published), None)
            if earlier is None or not self._is_before(later, earlier):
                continue
            # One of several dates of publication that agrees means that the other was misread.
            if any(not self._is_before(later, element) for element in published):
                continue
            values = {"updated": _show(later), "published": _show(earlier)}
            yield Finding(later.span, values, related=(Related(earlier.span, "published here"),))
            return

    def _is_before(self, later: Element, earlier: Element) -> bool:
        update, start = (later.value or ""), (earlier.value or "")
        if "T" not in update or "T" not in start:
            return update[:10] < start[:10]
        one, other = datetime.fromisoformat(update), datetime.fromisoformat(start)
        if (one.tzinfo is None) != (other.tzinfo is None):
            one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
        return other - one > timedelta(hours=self.options.tolerance_hours)


def _show(element: Element) -> str:
    text = " ".join(element.text.split())
    return text if 0 < len(text) <= 60 else (element.value or "")


CHECK = CheckType("date-order", Options, build, placeholders=("published", "updated"))
