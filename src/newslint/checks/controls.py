"""Tell steps at the controls of a program or a machine from calls to click on what a page has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from newslint.patterns import pattern

_CONTROL = (
    r"(?:buttons?|icons?|tabs?|menus?|arrows?|drop-?downs?|check ?box(?:es)?|names?|keys?|fields?|options?|forms?"
    r"|lists?|titles?|bars?|symbols?|toolbars?|dialogs?|windows?|tables?|links?)"
)
# Labels of a page's own buttons, which a step at a program does not have.
_OWN_LABEL = (
    r"(?:subscribe|follow|like|share|donate|play|submit|register|apply|sign|vote|comments?|buy|order|join|watch"
    r"|listen|read|more|link|contact|support|newsletter|tickets?|notifications?|bell)"
)
_NAMED_CONTROL = pattern(
    rf"""\b(?:the|this|its|your|an?)[ ]
    (?!["“_*‘']*{_OWN_LABEL}\b)(?:["“_*‘'][^"”_*’'\n]{{1,30}}["”_*’']|[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){{0,3}})
    (?:[ ]{_CONTROL})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL_OR_QUOTED = pattern(r"[ ](?:[A-Z]|[\"“_*‘'])")
_HERE = pattern(
    r"[^.!?]{0,40}?\b(?:below|above|here|beneath|underneath|opposite|on this|this (?:page|article|story))\b"
)
_STEP = pattern(
    rf"\b(?i:(?:double-|right-|left-)?click|press|hit|tap|select|choose)\b(?: (?:on|the|your|an?|its)){{0,2}}"
    rf" (?:[^ .;]{{1,20}} ){{0,3}}?(?:{_CONTROL}\b|(?-i:[A-Z_*“\"]))"
)
_LEAST_STEPS = 3  # in an article that explains a program


def operates(sentence: str, start: int, end: int) -> bool:
    """Tell whether a call to click names a control of its own: “click the Pause button”, and not one on the page."""
    call = sentence[start:end]
    if not _NAMED_CONTROL.search(call) or points_here(sentence, end):
        return False
    return _CAPITAL_OR_QUOTED.search(call) is not None


def points_here(sentence: str, end: int) -> bool:
    """Tell whether words right behind a call, or its last one, point at what the page has."""
    return _HERE.match(sentence, max(0, end - 5)) is not None


def explains_a_program(texts: Iterable[str]) -> bool:
    """Tell whether an article takes its readers through the controls of a program, step by step."""
    steps = (match for text in texts for match in _STEP.finditer(text))
    return sum(1 for _ in islice(steps, _LEAST_STEPS)) == _LEAST_STEPS
