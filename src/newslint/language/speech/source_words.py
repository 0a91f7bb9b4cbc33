"""Read the word lists of sources: nouns by the kind of source they name, and words in names of institutions."""

from __future__ import annotations

from newslint.language.lexicon import Lexicon, table


@table
def institution_words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the words that mark a name as an institution's: `within` a name, or where it ends (`alone`)."""
    return lexicon.groups("institutions")


def is_institutional(words: list[str], known: dict[str, frozenset[str]]) -> bool:
    """Tell whether a proper name, given in lower case, is that of an institution, by `institution_words`."""
    return any(word.rstrip(".") in known["within"] for word in words) or words[-1] in known["alone"]


@table
def source_nouns(lexicon: Lexicon) -> dict[str, str]:
    """Return the kind of source that each common noun names, in the singular and the plural; plural people are a crowd.

    Kinds are those of an attribution's `source_kind`.
    """
    kinds: dict[str, str] = {}
    for kind, words in lexicon.groups("source_nouns").items():
        for word in words:
            kinds[word] = kind
            kinds[_plural(word)] = "collective" if kind == "role" else kind
    return kinds


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
