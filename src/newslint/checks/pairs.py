"""Pairs of words, what is not to be written and what is, with all their forms, and how a replacement keeps the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from newslint.language.units.comparison import fold_in_place
from newslint.language.units.phrases import PhraseIndex
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Form(NamedTuple):
    """One form of what is not to be written, what to write instead (none: it has no replacement), and its pair.

    The pair says why (`reason`), whether the replacement is `safe`, its `severity`, the words that excuse it in the
    same sentence (`unless`) and who says so (`source`).
    """

    written: str
    uses: tuple[str, ...]
    reason: str
    safe: bool
    severity: str
    unless: re.Pattern[str] | None
    source: str

    @property
    def is_of_case(self) -> bool:
        """Whether only capitals are wrong."""
        return bool(self.uses) and all(use.casefold() == self.written.casefold() for use in self.uses)


class Pairs:
    """The pairs of a rule, by every form of their words as the automaton of all rules names them.

    Iterating gives those phrases: also what is right and holds a wrong word, so that the longer one wins.
    """

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Take pairs in the plain form of options."""
        self._forms: dict[str, list[Form]] = {}
        self._excepted: set[str] = set()
        for entry in entries:
            self._excepted.update(map(_key, entry["except"]))
            unless = _any_word(tuple(entry["unless"])) if entry["unless"] else None
            facts = (entry["reason"], entry["safe"], entry["severity"] or "", unless, entry["source"])
            for written in entry["not"]:
                for form, uses in _inflected(written, entry["use"], entry["inflect"]).items():
                    self._add(Form(form, uses, *facts))
        self._excepted -= self._forms.keys()

    def _add(self, form: Form) -> None:
        key = _key(form.written)
        alike = self._forms.setdefault(key, [])
        if all(other.written != form.written for other in alike):
            alike.append(form)
        # “Port Ellery” is right, though “Ellery” is not.
        self._excepted.update(right for right in map(_key, form.uses) if key in right and right != key)

    def __iter__(self) -> Iterator[str]:
        yield from self._forms
        yield from self._excepted

    def check(self) -> None:
        """Raise ValueError where pairs contradict one another; rules that are ready to run have been asked before."""
        _refuse_circles(self._forms)

    def match(self, phrase: str, text: str) -> Form | None:
        """Return the form that a found phrase is, as its text is written, or None where it is none."""
        return next((form for form in self._forms.get(phrase, ()) if _fits(form.written, text)), None)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return start, end and phrase of what stands in a text that is no block."""
        return [(start, end, phrase) for _, start, end, phrase in self._index.find(text)]

    @cached_property
    def _index(self) -> PhraseIndex:
        return PhraseIndex({"": self})


def _key(phrase: str) -> str:
    return fold_in_place(" ".join(phrase.split()))


def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"(?<!\w)(?:{'|'.join(re.escape(_key(word)) for word in words)})(?!\w)")


def _inflected(written: str, uses: Sequence[str], kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the forms of what is wrong, each with what to write instead."""
    from newslint.language.speech.inflections import plural_of, verb_forms

    written = " ".join(written.split())
    found: dict[str, dict[str, None]] = {written: dict.fromkeys(uses)}
    if "noun" in kinds:
        found.setdefault(plural_of(written), {}).update(dict.fromkeys(map(plural_of, uses)))
    if "verb" in kinds:
        others = [verb_forms(use) for use in uses]
        for kind, form in verb_forms(written).items():
            # Where past and participle are one here and two there, both are named.
            found.setdefault(form, {}).update({other[kind]: None for other in others if kind in other})
    return {form: tuple(rights) for form, rights in found.items()}


def _refuse_circles(forms: Mapping[str, Sequence[Form]]) -> None:
    """Raise ValueError where following what to write instead leads back to what is not to be written."""
    from graphlib import CycleError, TopologicalSorter

    sorter: TopologicalSorter[str] = TopologicalSorter()
    for key, alike in forms.items():
        rights = {use for form in alike for use in form.uses}
        if wrong := next((form.written for form in alike if form.written in rights), None):
            raise ValueError(f"“{wrong}” is right in one pair and wrong in another")
        sorter.add(key, *(right for right in map(_key, rights) if right != key and right in forms))
    try:
        sorter.prepare()
    except CycleError as circle:
        raise ValueError(f"“{min(circle.args[1])}” is right in one pair and wrong in another") from None


def _fits(written: str, text: str) -> bool:
    """Tell whether a text has a capital wherever what is wrong has one; small letters there may be any."""
    return all(not wrong.isupper() or found == wrong for wrong, found in zip(written, text, strict=True))


def keep_case(form: Form, text: str, use: str, begins: bool) -> str:
    """Return what to write in place of a text: in capitals, with a first capital or as it is, like the text.

    `begins` says that a sentence begins there. What has capitals of its own keeps them.
    """
    if _is_upper(text) and not _is_upper(form.written):
        return text if form.is_of_case else use.upper()
    has_capital = text[:1].isupper() and (begins or not form.written[:1].isupper())
    if form.is_of_case:
        return use[:1].upper() + use[1:] if begins and has_capital and use == use.lower() else use
    if not has_capital or use != use.lower():
        return use
    if " " in text and all(word[:1] != word[:1].lower() for word in text.split()):
        return " ".join(word[:1].upper() + word[1:] for word in use.split(" "))
    return use[:1].upper() + use[1:]


def _is_upper(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1
