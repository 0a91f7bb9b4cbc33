"""Find who of a nameless crowd (“experts”, “critics”) has a name somewhere else in the text.

Somebody of a crowd who speaks far from it does not make it clear who is meant, but readers can find one of them. The
text is looked through once; after that, the time for each crowd does not grow with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from newslint.language.speech.passages import Extent, Passage
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["Member", "Members"]

# One of a list of speakers: “Ana Roe, an attorney for the port”. Directors may know nothing of the matter.
_LISTED = pattern(
    r"\W{0,4}(?:[A-Z][\w.’'-]*[ ]){1,3}[A-Z][\w.’'-]*,[ ][^.;]{0,80}?\b(?i:professor|lecturer|academic|scholar"
    r"|economist|analyst|expert|specialist|strategist|researcher|scientist|historian|[a-z]{3,20}ologist|engineer|physician"
    r"|lawyer|attorney)\b"
)
# A critic with a name: “another critic, Ana Roe”, “among the critics is Ana Roe”, “Ana Roe, a critic of the plan”.
_CRITIC = pattern(
    r"\b[Cc]ritics?(?:,|[ ]is|[ ]are|[ ]includes?|[ ]included)[ ](?:[a-z]{1,20}\.?[ ]){0,2}[A-Z][\w.’'-]*[ ][A-Z]"
    r"|(?<![\w’'-])[A-Z][\w’'-]*,[ ](?:an?|another|one|the)[ ](?:[\w-]{1,20}[ ]){0,4}critics?\b"
)
# What somebody says who is against something.
_AGAINST = pattern(
    r"\b(?:oppos\w+|critici\w+|against|concern\w*|worr\w+|unnecessar\w+|harm\w*|hurt\w*|wrong\w*|lack\w*|poor\w*"
    r"|fail\w*|shams?|unfair\w*|danger\w*|risk\w*|condemn\w*|denounc\w+|decri\w+|object(?:s|ed|ions?)|slam\w*|blast(?:s|ed)"
    r"|threat\w*|undermin\w+|castigat\w+|unconstitutional|chaos|burden\w*)\b",
)
_WORD = pattern(r"[A-Za-z][\w’'-]*")
_SEVERAL_EXPERTS = 2
_LEAST_SHARED = 2
_LEAST_LETTERS = 5
# A text with more critics has named enough of them.
_MOST_CRITICS = 60


class Member(NamedTuple):
    """Who speaks with a name: where, by which surname, as what they are described, and whether it is a person."""

    source: Extent
    surname: str
    description: str
    is_person: bool


class Members:
    """Answer whether somebody of a crowd has a name somewhere in a text."""

    def __init__(self, passages: Sequence[Passage], experts: Sequence[Member], told: Sequence[Extent]) -> None:
        """Take the passages, the experts who speak in them, in order, and where anybody named speaks."""
        self._passages = passages
        self._experts = experts
        self._told = told

    def has_expert(self, crowd: str, place: Extent) -> bool:
        """Tell whether an expert speaks below a crowd or is listed there, or spoke before it on what it knows."""
        if self._last_expert > place.passage or self._last_listed > place.passage:
            return True
        return any(self._first_known.get(word, place.passage) < place.passage for word in _content_words(crowd))

    def has_expert_below(self, place: Extent) -> bool:
        """Tell whether a person who is an expert speaks below a place."""
        return self._last_person > place.passage

    @cached_property
    def has_many_experts(self) -> bool:
        """Tell whether several experts speak in the text."""
        return self.count_experts(len(self._passages)) >= _SEVERAL_EXPERTS

    def count_experts(self, end: int) -> int:
        """Count the experts who speak in the paragraphs before a passage."""
        return bisect_left(self._firsts, end)

    def has_critic(self, said: str) -> bool:
        """Tell whether a critic has a name somewhere, or somebody named speaks against what a crowd is against."""
        if self._names_critic:
            return True
        words = _content_words(said)
        return any(len(words & others) >= _LEAST_SHARED for others in self._against)

    @cached_property
    def _firsts(self) -> list[int]:
        """The passage in which each expert speaks first, in order."""
        first: dict[str, int] = {}
        for member in sorted(self._experts):
            first.setdefault(member.surname, member.source.passage)
        return sorted(first.values())

    @cached_property
    def _last_expert(self) -> int:
        return max((member.source.passage for member in self._experts), default=-1)

    @cached_property
    def _last_person(self) -> int:
        return max((member.source.passage for member in self._experts if member.is_person), default=-1)

    @cached_property
    def _last_listed(self) -> int:
        """The last item of a list, or line like one, that names an expert."""
        items = ((at, each.text) for at, each in enumerate(self._passages) if each.kind == "list-item")
        return max((at for at, text in items if _LISTED.match(text)), default=-1)

    @cached_property
    def _first_known(self) -> dict[str, int]:
        """The first passage in which an expert of each matter speaks, by the words of their description."""
        first: dict[str, int] = {}
        for member in self._experts:
            for word in _content_words(member.description):
                first.setdefault(word, member.source.passage)
        return first

    @cached_property
    def _names_critic(self) -> bool:
        return any("ritic" in each.text and _CRITIC.search(each.text) for each in self._passages)

    @cached_property
    def _against(self) -> list[frozenset[str]]:
        """The words of each paragraph in which somebody named speaks against something, and of the one before."""
        found = []
        for number in dict.fromkeys(source.passage for source in self._told):
            text = f"{self._before(number)} {self._passages[number].text}"
            if _AGAINST.search(text):
                found.append(_content_words(text))
        return found[:_MOST_CRITICS]

    def _before(self, number: int) -> str:
        before = self._passages[number - 1] if number else None
        return before.text if before is not None and before.kind == "paragraph" else ""


def _content_words(text: str) -> frozenset[str]:
    return frozenset(_content_of(match.group() for match in _WORD.finditer(text)))


def _content_of(words: Iterable[str]) -> Iterable[str]:
    """Yield the words that tell a matter, in the singular; names are none."""
    for word in words:
        if word.islower() and len(word) >= _LEAST_LETTERS and word not in STOP_WORDS:
            yield word.removesuffix("s")
