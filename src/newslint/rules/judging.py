"""Refuse patterns of a house rule that are invalid, or that could take for ever on a text made for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.errors import RuleFileError
from newslint.patterns import Made
from newslint.rules.folders import bundled

_CAUSES = {
    "exponential": "the repetition `{part}` can read one text in many ways, twice as many with every round, so that a"
    " search would not end.",
    "polynomial": "the repetitions in `{part}` can share out one text in many ways, so that the time of a search grows"
    " with the square of its length, or worse.",
}
_WAY_OUT = "Let them take different characters, make them one, or write `*+` or `++` where nothing must be given back."

# Patterns of the shipped rules; the tests judge them, and overrides repeat them.
_trusted: set[tuple[str | bytes, int]] = set()


def judge(made: Iterable[Made], options: Mapping[str, Any], path: Path, data: Any) -> None:
    """Raise RuleFileError for a pattern that a check made of its options if it does not compile or is ambiguous.

    `data` is the rule file as it was read, for the lines. A pattern that can merely begin anywhere inside what it
    repeats over is let through: most words that one can search for are like that.
    """
    is_shipped = path.is_relative_to(bundled("rules"))
    for each in made:
        key = (each.text, each.flags)
        try:
            re.compile(each.text, each.flags)
        except (re.error, RecursionError, OverflowError) as problem:
            place = _place(options, lambda text: not _compiles(text), path, data)
            raise RuleFileError(place, f"invalid pattern ({problem}).", "Fix the pattern.") from problem
        if is_shipped:
            _trusted.add(key)
        elif key not in _trusted:
            _refuse_ambiguous(*key, options, path, data)


def _refuse_ambiguous(text: str | bytes, flags: int, options: Mapping[str, Any], path: Path, data: Any) -> None:
    from newslint.rules.ambiguity import find_ambiguity
    from newslint.rules.automata import TooLargeError

    try:
        found = find_ambiguity(text, flags, is_searched=False)
    except TooLargeError:
        place = _place(options, lambda text: False, path, data)
        cause = "a pattern is too large for newslint to see how long a search with it can take."
        raise RuleFileError(place, cause, "Make several of it, or use `phrases` for lists of words.") from None
    if found is not None:
        cause, part = _CAUSES[found.kind], found.part
        place = _place(options, lambda text: part in text, path, data)
        raise RuleFileError(place, cause.replace("{part}", part), _WAY_OUT)


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _place(options: Mapping[str, Any], is_to_blame: Callable[[str], bool], path: Path, data: Any) -> str:
    """Return the file, and the line where it was read: that of the option that is to blame."""
    from newslint.rules.yaml_files import line_of

    if data is None:
        return str(path)
    where = next((keys for keys, text in _texts(options) if is_to_blame(text)), ())
    return f"{path}:{line_of(data, ('options', *where))}"


def _texts(value: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield every text in options with the keys and numbers that lead to it."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, (Mapping, list, tuple)):
        entries = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, inner in entries:
            yield from (((key, *keys), text) for keys, text in _texts(inner))
