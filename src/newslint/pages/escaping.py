"""Turn any text into HTML that shows it and does nothing else."""

from __future__ import annotations

from html import escape as _escape_markup
from re import Match

from newslint.patterns import pattern
from newslint.terminal import REPLACEMENT

# What HTML has no place for, and what would reorder the words around it (Unicode Standard Annex 9): in a page, too,
# what is shown must be what is there. Line ends and tabs stay.
_UNSAFE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ADDRESS = pattern(r"https?://[^\s\x00-\x1f]+")


def shown(text: str) -> str:
    """Return a text as a page shows it: controls, overrides of direction and lone surrogates are `�`.

    A carriage return is no sign of its own: a browser would make a line end of it.
    """
    return text if text.isprintable() else _UNSAFE.sub(_replace, text)


def _replace(found: Match[str]) -> str:
    return "" if found.group() == "\r" else REPLACEMENT


def escape(text: object) -> str:
    """Return a text for the content of an element or for an attribute in quotes."""
    return _escape_markup(shown(str(text)), quote=True)


def is_address(target: str | None) -> bool:
    """Tell whether a target may be a link of a page: an address of the web, and no script."""
    return bool(target) and _ADDRESS.fullmatch(target or "") is not None


def link(target: str | None, words: str) -> str:
    """Return words as a link where their target is an address of the web, else the words alone."""
    told = escape(words)
    if not is_address(target):
        return told
    return f'<a href="{escape(target)}" rel="noopener noreferrer" target="_blank">{told}</a>'
