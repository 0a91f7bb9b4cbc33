"""The parts of a frame, and where a sequence of them ends when it is laid over tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|[.,;:!?()…/%$£€–—]|(?<=\s)-(?=\s)")
_COMMAS = frozenset(",()–—-;:£$€%")


class Token(NamedTuple):
    """A word or a mark of a text; `word` is in small letters with a straight apostrophe, and empty for a mark."""

    start: int
    end: int
    word: str
    mark: str
    is_capital: bool


def read_tokens(text: str) -> list[Token]:
    """Return the words and marks of a text; hyphens in words and quotation marks part words and leave nothing."""
    found = []
    for match in _TOKEN.finditer(text):
        seen = match.group()
        is_word = seen[0].isalnum() or len(seen) > 1
        word = seen.lower().replace("’", "'") if is_word else ""
        found.append(Token(*match.span(), word, "" if is_word else seen, seen[0].isupper()))
    return found


class Node(NamedTuple):
    """A part of a frame.

    `kind`: word (one of `words`), any (of the sequences `ways`), gap (up to `most` words; `loose`: commas, too), ending
    (a word that ends in one of `words`), number, below (a whole number under `most`), figure (a number with one of
    `words` written to it), name (a word with a capital), next and not-next (of `words` or `ways`), before and
    not-before (of `words`), opens and closes (where what is flagged begins and ends). `$` in what is beside is a mark
    or an end.
    """

    kind: str
    words: frozenset[str] = frozenset()
    ways: tuple[tuple[Node, ...], ...] = ()
    most: int = 0
    loose: bool = False
    is_optional: bool = False


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)
_NUMBERS = frozenset(
    [*_SMALL, *"thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand dozens couple dozen".split()]
)
_NUMBER = pattern(r"\d++[a-z]{0,5}")


def is_number(word: str) -> bool:
    """Tell whether a word is a figure, with or without a unit, or a number in letters."""
    return word in _NUMBERS or _NUMBER.fullmatch(word) is not None


def _is_below(word: str, most: int) -> bool:
    """Tell whether a word is a whole number under another."""
    return int(word) < most if word.isdecimal() and len(word) < 9 else word in _SMALL[:most]


_SHORTEST = 4  # letters: “king” has no ending

Marks = dict[str, int]


def ends_of(nodes: Sequence[Node], at: int, tokens: Sequence[Token], place: int, marks: Marks) -> Iterator[int]:
    """Yield each place where the nodes from one on may end when they begin at a place of the tokens."""
    if at == len(nodes):
        yield place
        return
    node = nodes[at]
    for end in _steps(node, tokens, place, marks):
        yield from ends_of(nodes, at + 1, tokens, end, marks)
    if node.is_optional:
        yield from ends_of(nodes, at + 1, tokens, place, marks)


def _steps(node: Node, tokens: Sequence[Token], place: int, marks: Marks) -> Iterator[int]:
    """Yield where one node may end."""
    kind = node.kind
    token = tokens[place] if place < len(tokens) else None
    if kind == "word":
        if token and (token.word or token.mark) in node.words:
            yield place + 1
    elif kind == "any":
        for way in node.ways:
            yield from ends_of(way, 0, tokens, place, marks)
    elif kind == "gap":
        yield from _gap(node, tokens, place)
    elif kind in ("opens", "closes"):
        marks[kind] = place
        yield place
    elif kind in ("ending", "number", "below", "figure", "name"):
        if token and _fits(node, token):
            yield place + 1
    elif _is_beside(node, tokens, place) != kind.startswith("not"):
        yield place


def _fits(node: Node, token: Token) -> bool:
    """Tell whether a token is what a node of no fixed word asks for."""
    if node.kind == "name":
        return token.is_capital and bool(token.word)
    if node.kind == "ending":
        return token.word.endswith(tuple(node.words)) and len(token.word) > _SHORTEST
    if node.kind == "figure":
        return token.word.lstrip("0123456789") in node.words and token.word[:1].isdigit()
    return _is_below(token.word, node.most) if node.kind == "below" else is_number(token.word)


def _is_beside(node: Node, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what a node names stands right before or after a place."""
    at = place - 1 if node.kind.endswith("before") else place
    token = tokens[at] if 0 <= at < len(tokens) else None
    seen = "$" if token is None or token.mark else token.word
    if seen in node.words or (token and token.mark in node.words) or ("#" in node.words and is_number(seen)):
        return True
    return any(True for way in node.ways for _ in ends_of(way, 0, tokens, place, {}))


def _gap(node: Node, tokens: Sequence[Token], place: int) -> Iterator[int]:
    yield place
    for end in range(place, min(len(tokens), place + node.most)):
        token = tokens[end]
        if not token.word and not (node.loose and token.mark in _COMMAS):
            return
        yield end + 1
