"""Read lists of frames: `lists/*.txt`, whose first lines say how a frame is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from newslint.language.frames.nodes import Node
from newslint.patterns import pattern
from newslint.records import NamedTuple

# A possessive ending is a token of its own.
_POSSESSIVE = pattern(r"(?<=[a-z])'s\b")
# What follows the words of a frame: better ones, those that its text must have, those that excuse it.
_PART = pattern(r" ([>?!]) ")
_FOLDER = Path(__file__).with_name("lists")


class Row(NamedTuple):
    """A frame: its nodes, the grade of what it finds, better words, and the words that excuse it in its sentence.

    `needs` are words of which its text must have one; none: any text. `firsts` are the words that it may begin with;
    none: any. `has_name` says whether a word with a capital is part of it. `is_sure` says that it needs no other sign
    of what the text is about. `required` are sets of words: a text that lacks all words of one has no such frame.
    """

    nodes: tuple[Node, ...]
    grade: str
    better: str
    unless: frozenset[str]
    firsts: frozenset[str]
    has_name: bool
    needs: frozenset[str] = frozenset()
    is_sure: bool = False
    required: tuple[frozenset[str], ...] = ()


class Group:
    """The frames that need one of some words; they are read when a text has one."""

    def __init__(self, triggers: frozenset[str], unless: frozenset[str], classes: Mapping[str, Node]) -> None:
        """Take the words, those that excuse every frame of the group, and the classes of the list."""
        self.triggers = triggers
        self.unless = unless
        self.lines: list[str] = []
        self._classes = classes

    @property
    def is_sure(self) -> bool:
        """Whether some of its frames need no other sign of what the text is about."""
        return any("!" in line.partition(":")[0] for line in self.lines)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The frames, in the order of the list."""
        return tuple(_read_row(line, self.unless, self._classes) for line in self.lines)


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a list; one that is indented by four spaces or more goes on with the one before."""
    held = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("    "):
            held += " " + line.strip()
            continue
        if held:
            yield held
        held = line.strip()
    if held:
        yield held


@cache
def _shared_classes() -> Mapping[str, Node]:
    classes: dict[str, Node] = {}
    for line in _lines("classes"):
        _add_class(line, classes)
    return classes


def _add_class(line: str, classes: dict[str, Node]) -> None:
    name, _, words = line.partition(" = ")
    classes[name.strip("{}")] = _any_of(words.split(), classes)


@cache
def read_frames(name: str) -> tuple[Group, ...]:
    """Return the groups of frames of a list, such as `suicide`."""
    classes = dict(_shared_classes())
    groups: list[Group] = []
    excused: frozenset[str] = frozenset()
    for line in _lines(name):
        if line.startswith("{"):
            _add_class(line, classes)
        elif line.startswith("unless "):
            excused = _words(line.split()[1:], classes)
        elif line.startswith("when "):
            triggers, _, unless = line.removeprefix("when ").partition(" unless ")
            groups.append(Group(_words(triggers.split(), classes), excused | _words(unless.split(), classes), classes))
        else:
            groups[-1].lines.append(line)
    return tuple(groups)


def _read_row(line: str, excused: frozenset[str], classes: Mapping[str, Node]) -> Row:
    """Read `grade: frame > better words ? words that its text must have ! words that excuse it`."""
    grade, _, rest = line.partition(": ")
    frame, *parts = _PART.split(rest)
    told = dict(zip(parts[::2], parts[1::2], strict=True))
    nodes = tuple(_node(text, classes) for text in frame.split())
    needs = _words(told.get("?", "").split(), classes)
    return Row(
        nodes,
        grade.rstrip("!"),
        told.get(">", "").strip(),
        excused | _words(told.get("!", "").split(), classes),
        _firsts(nodes) or frozenset(),
        "Aa" in frame,
        needs,
        grade.endswith("!"),
        tuple(words for words in (needs, *_required(nodes)) if words and all(map(str.isalnum, words))),
    )


_SIGNS = {"&": "next", "!": "not-next", "<!": "not-before", "<": "before"}


def _node(text: str, classes: Mapping[str, Node]) -> Node:
    if text in ("[", "]"):
        return Node("opens" if text == "[" else "closes")
    if len(text) > 1 and text.endswith("?"):
        return _node(text[:-1], classes)._replace(is_optional=True)
    if text.startswith("*"):
        return Node("gap", most=int(text.lstrip("*")), loose=text.startswith("**"))
    if text in ("#", "Aa"):
        return Node("number" if text == "#" else "name")
    if text.startswith("~"):
        return Node("ending", frozenset((text[1:],)))
    if text.startswith("#<") and text[2:].isdecimal():
        return Node("below", most=int(text[2:]))
    if text.startswith("#:"):
        return Node("figure", frozenset(text[2:].split("/")))
    for sign in ("<!", "<", "!", "&"):
        if text.startswith(sign):
            beside = _any_of(text.removeprefix(sign).split("/"), classes, is_beside=True)
            return Node(_SIGNS[sign], beside.words, beside.ways)
    return _any_of(text.split("/"), classes)


def _any_of(texts: list[str], classes: Mapping[str, Node], is_beside: bool = False) -> Node:
    """Return a node of alternatives, each of one word or of several that `_` joins; beside others, `words` remain."""
    words: set[str] = set()
    ways: list[tuple[Node, ...]] = []
    for text in texts:
        text = _POSSESSIVE.sub("_'s", text)
        if "_" in text:
            ways.append(tuple(_node(part, classes) for part in text.split("_")))
        elif text.startswith("{"):
            inner = classes[text.strip("{}")]
            words |= inner.words
            ways += inner.ways
        elif text.startswith(("*", "#<", "~")) or (not is_beside and text in ("#", "Aa")):
            ways.append((_node(text, classes),))
        else:
            words |= _forms(text)
    if not ways:
        return Node("word", frozenset(words))
    if is_beside:
        return Node("any", frozenset(words), tuple(ways))
    if words:
        ways.append((Node("word", frozenset(words)),))
    return Node("any", ways=tuple(ways))


def _words(texts: list[str], classes: Mapping[str, Node]) -> frozenset[str]:
    """Return the single words of a list; those of classes are in it."""
    found: set[str] = set()
    for text in texts:
        found |= classes[text.strip("{}")].words if text.startswith("{") else _forms(text)
        if text.startswith("{"):
            for way in classes[text.strip("{}")].ways:
                found |= way[0].words if len(way) == 1 else set()
    return frozenset(found)


@cache
def _forms(text: str) -> frozenset[str]:
    """Return the forms of a word: of a verb with `~`, singular and plural with `+`."""
    from newslint.language.speech.inflections import plural_of, verb_forms

    if text.endswith("~"):
        return frozenset((text[:-1], *verb_forms(text[:-1]).values()))
    return frozenset((text[:-1], plural_of(text[:-1]))) if text.endswith("+") else frozenset((text,))


def _firsts(nodes: tuple[Node, ...]) -> frozenset[str] | None:
    """Return the words that a sequence may begin with, or None where it may begin with anything."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        if node.kind == "word":
            own: frozenset[str] | None = node.words
        elif node.kind == "any":
            each = [_firsts(way) for way in node.ways]
            own = None if None in each else frozenset().union(*(words for words in each if words))
        elif node.kind in ("ending", "number", "below", "figure", "name", "gap"):
            own = None
        else:
            continue
        if own is None:
            return None
        found |= own
        if not node.is_optional:
            return found
    return None


def _required(nodes: tuple[Node, ...]) -> Iterator[frozenset[str]]:
    """Yield sets of words of which a text must have one each for a sequence to match."""
    for node in nodes:
        if node.is_optional:
            continue
        if node.kind == "word":
            yield node.words
        elif node.kind == "any":
            each = [next(_required(way), frozenset()) for way in node.ways]
            if all(each):
                yield frozenset().union(*each)
