"""The comments of an article that switch rules of Vale off and on: `<!-- vale Style.Rule = NO -->`."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable

from newslint.article import Article
from newslint.patterns import pattern

_OFF = "off"
_STATES = {"YES": False, "NO": True, "on": False, "off": True}
_STYLES = pattern(r"vale styles? = (.*)")


class Switches:
    """What is off at each place of an article."""

    def __init__(self, article: Article, styles: Iterable[str]) -> None:
        """Read the comments of an article, in which some styles hold."""
        self._places: list[int] = []
        self._states: list[dict[str, bool]] = []
        state: dict[str, bool] = {}
        for comment in sorted(article.comments, key=lambda each: each.span.start):
            text = comment.text.strip()
            if text.startswith("vale ") and (changed := _change(text, styles)):
                state = state | changed
                self._places.append(comment.span.start)
                self._states.append(state)

    def is_off(self, rule: str, place: int, match: str) -> bool:
        """Tell whether a rule, its style or everything is off at a place, or what the rule has found there."""
        at = bisect_right(self._places, place) if self._places else 0
        if not at:
            return False
        state = self._states[at - 1]
        style = rule.partition(".")[0]
        return any(state.get(name) for name in (_OFF, style, rule, f"{rule}[{match}]"))

    def is_off_at_all(self) -> bool:
        """Tell whether everything is off at the end of the file."""
        return bool(self._states) and bool(self._states[-1].get(_OFF))


def _change(text: str, styles: Iterable[str]) -> dict[str, bool]:
    if text in ("vale off", "vale on"):
        return {_OFF: text == "vale off"}
    name, _, state = text.removeprefix("vale ").rpartition(" = ")
    if name and state in _STATES:
        rule, bracket, listed = name.partition("[")
        names = [f"{rule}[{part}]" for part in _parts(bracket + listed)] if bracket else [rule]
        return dict.fromkeys(names, _STATES[state])
    if found := _STYLES.fullmatch(text):
        return {**dict.fromkeys(styles, True), **dict.fromkeys(found[1].split(", "), False)}
    return {}


def _parts(text: str) -> list[str]:
    try:
        parts = json.loads(text)
    except ValueError:
        return []
    return [part for part in parts if isinstance(part, str)]
