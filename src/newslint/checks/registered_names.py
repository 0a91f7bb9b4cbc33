"""Find names that are nearly those which the newsroom has registered: one slip in one of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from newslint.checks.capitals import Capitals, Mention, Rivals
from newslint.language.spelling.table import commonness
from newslint.language.units.comparison import comparison_key
from newslint.language.units.edits import is_one_slip, keys_near
from newslint.patterns import pattern
from newslint.spans import Span

_CAPITALISED = pattern(r"(?:\A|(?<=[ -]))[^\W\d_a-z][\w’'-]*")
_SHORTEST = 4  # letters of a word beside others
_SHORTEST_ALONE = 6


class RegisteredNames:
    """The names that a newsroom has registered, by their words with a capital and what is left of single ones."""

    def __init__(self, names: Sequence[str]) -> None:
        self._known = {comparison_key(name) for name in names}
        self._by_word: dict[str, list[tuple[str, tuple[str, ...], int]]] = defaultdict(list)
        self._alone: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            words = tuple(word.replace("'", "’") for word in _CAPITALISED.findall(name))
            for at, word in enumerate(words if len(words) > 1 else ()):
                self._by_word[word].append((name, words, at))
            if len(words) == 1 == len(name.split()) and len(name) >= _SHORTEST_ALONE:
                for key in {*keys_near(name.lower())}:
                    self._alone[key].append(name)

    def find(self, capitals: Capitals) -> Iterator[Rivals]:
        """Yield each name of an article that is nearly a registered one, once, with all its places."""
        found: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for words in capitals.words:
            for wrong, right, span in chain(self._longer(capitals, words), self._single(capitals, words)):
                if span not in found[wrong, right]:
                    found[wrong, right].append(span)
        for (wrong, right), places in sorted(found.items(), key=lambda item: item[1][0]):
            yield Rivals(wrong, places, right, places[0])

    def _longer(self, capitals: Capitals, words: Sequence[Mention]) -> Iterator[tuple[str, str, Span]]:
        for at, mention in enumerate(words):
            for name, wanted, place in self._by_word.get(mention.word, ()):
                first = at - place
                if first < 0 or first + len(wanted) > len(words):
                    continue
                own = words[first : first + len(wanted)]
                text = capitals.parts[mention.block].text[own[0].start : own[-1].end]
                if self._is_near(text, name, [each.word for each in own], wanted):
                    yield text, name, capitals.locate(own[0], own[-1])

    def _is_near(self, text: str, name: str, own: Sequence[str], wanted: Sequence[str]) -> bool:
        """Tell whether one word of a name is a slip, and all that stands between its words is as registered."""
        other = [(one, two) for one, two in zip(own, wanted, strict=True) if one != two]
        if len(other) != 1 or comparison_key(text) in self._known:
            return False
        one, two = other[0]
        is_slip = is_one_slip(one.lower(), two.lower()) and min(len(one), len(two)) >= _SHORTEST
        return is_slip and text.replace("'", "’") == name.replace("'", "’").replace(two, one, 1)

    def _single(self, capitals: Capitals, words: Sequence[Mention]) -> Iterator[tuple[str, str, Span]]:
        """Yield words that are one slip from a name of one word, and no words themselves."""
        for mention in words if self._alone else ():
            lower = mention.word.lower()
            near = dict.fromkeys(name for key in keys_near(lower) for name in self._alone.get(key, ()))
            for name in near:
                is_other = lower in self._known or capitals.is_common(mention.word) or commonness(lower) is not None
                is_form = {lower, name.lower()} in ({lower, f"{lower}s"}, {f"{name.lower()}s", name.lower()})
                if not is_other and not is_form and is_one_slip(lower, name.lower()):
                    yield mention.word, name, capitals.locate(mention)
