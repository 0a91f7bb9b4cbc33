"""Tell whether two words are one slip of the keyboard apart: a letter lost, added or another, or two that swapped."""

from __future__ import annotations

from collections.abc import Iterator


def keys_near(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one of its letters.

    Two words that are one slip apart have one of these in common (the symmetric deletes of SymSpell), so that words
    need not be compared one by one. A word of n letters has n + 1 keys.
    """
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter is lost, added or another, or two neighbours changed places; equal words are no slip."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = first_difference(short, long)
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or is_swap(short, long)


def is_swap(one: str, other: str) -> bool:
    """Tell whether two words differ by two neighbouring letters that changed places."""
    at = first_difference(one, other)
    pair = one[at : at + 2]
    return len(pair) == 2 and pair == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def first_difference(one: str, other: str) -> int:
    """Return the number of letters that two words have in common at the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def is_inner_swap(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters changed places, the first of the word apart."""
    return first_difference(one, other) > 0 and is_swap(one, other)
