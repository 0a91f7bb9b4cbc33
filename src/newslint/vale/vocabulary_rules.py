"""The rules that Vale has of its own: repeated words, spelling, and the words of vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.vale.configuration import ValeConfig
from newslint.vale.definitions import Action, Definition

_STYLE = "Vale"


def own_rules(config: ValeConfig) -> Iterator[Definition]:
    """Yield the rules of the style `Vale`, where a configuration names the style or one of them."""
    named = {name.partition(".")[2] for name in config.rules if name.startswith(f"{_STYLE}.")}
    if _STYLE not in config.styles and not named:
        return
    words = config.vocabulary
    path = str(config.path)
    data = {"ignorecase": "true", "alpha": "true", "tokens": [r"[^\s.!?]+"]}
    truncated = Action("edit", ("truncate", " "))
    yield Definition(
        _STYLE, "Repetition", path, "repetition", "'%s' is repeated!", "error", ("text",), data, action=truncated
    )
    if _is_wanted(config, "Spelling"):
        yield Definition(_STYLE, "Spelling", path, "spelling", "Did you really mean '%s'?", "error", ("text",), {})
    if words.accepted:
        terms = {"ignorecase": "true", "vocab": "false", "swap": {term.lower(): term for term in words.accepted}}
        yield Definition(_STYLE, "Terms", path, "substitution", "Use '%s' instead of '%s'.", "error", ("text",), terms)
    if words.rejected:
        avoided = {"tokens": list(words.rejected)}
        yield Definition(_STYLE, "Avoid", path, "existence", "Avoid using '%s'.", "error", ("text",), avoided)


def _is_wanted(config: ValeConfig, rule: str) -> bool:
    """Tell whether a rule of the style is on somewhere: what is off everywhere needs nothing to be installed."""
    states = [is_on for section in config.sections for name, is_on in section.rules if name == f"{_STYLE}.{rule}"]
    return any(states) or (not states and _STYLE in config.styles)
