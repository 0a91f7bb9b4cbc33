"""Operators for word lists, messages and patterns, which are drawn and counted apart from code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mutation.editing import Edit, EditOperator, Node, code_of, enclosing, is_operator, is_text, without

_LITERAL = re.compile(r"(?P<prefix>[A-Za-z]*)(?P<mark>\"\"\"|'''|\"|')(?P<body>.*)(?P=mark)", re.DOTALL)
_COMPILERS = ("pattern", "compile", "match", "search", "fullmatch", "finditer", "findall", "sub", "split")
# What a pattern consists of, the longest first; comments of verbose patterns are skipped.
_TOKEN = re.compile(
    r"""
    (?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])
  | (?P<repeat>\{\d+(?:,\d*)?\}[?+]?|[*+?][?+]?)
  | (?P<look>\(\?<?[=!])
  | (?P<group>\(\?(?:P<\w+>|:|>|[a-z]+:|[a-z]+\)|P=\w+\)|\())
  | (?P<escape>\\[bBdDsSwWAZ])
  | (?P<comment>(?<=\s)\#[^\n]*)
  | (?P<anchor>[\^$])
  | (?P<other>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def is_pattern(node: Node) -> bool:
    """Tell whether a literal is (a piece of) a regular expression: raw, or handed to something that compiles one."""
    if code_of(node).split('"')[0].split("'")[0].lower().count("r"):
        return True
    call = enclosing(node, "trailer", "simple_stmt", "funcdef", "lambdef")
    if call is None or call.type != "trailer" or not is_operator(call.children[0], "("):
        return False
    siblings = call.parent.children
    before = siblings[siblings.index(call) - 1]
    name = before.children[-1] if before.type == "trailer" else before
    is_module = code_of(siblings[0]) == "re" or name.value == "pattern" if name.type == "name" else False
    return bool(is_module and name.value in _COMPILERS)


def _is_split(node: Node) -> bool:
    """Tell whether a literal is a list of words written as one text."""
    parent = node.parent
    return parent.type == "atom_expr" and parent.children[0] is node and code_of(parent).endswith(".split()")


def is_word_list(node: Node) -> bool:
    """Tell whether a literal stands in a list of words, which is mutated as a whole."""
    outer = node.parent
    if outer.type not in ("testlist_comp", "dictorsetmaker"):
        return _is_split(node)
    return len([child for child in outer.children if is_text(child)]) > 2


class DropWord(EditOperator):
    """Take one word out of a list of words, or one entry out of a table of words."""

    before, after = '"a b".split()', '" b".split()'

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the list without each of its words."""
        if node.type == "string" and _is_split(node):
            for word in re.finditer(r"[^\s\"']+", code_of(node)):
                code = code_of(node)
                yield Edit(node, code[: word.start()] + code[word.end() :])
        elif node.type == "testlist_comp" and not any(child.type.endswith("comp_for") for child in node.children):
            places = [index for index, child in enumerate(node.children) if not is_operator(child, ",")]
            if all(is_text(node.children[index]) for index in places):
                yield from _without_each(node, places)
        elif node.type == "dictorsetmaker" and not any(child.type.endswith("comp_for") for child in node.children):
            commas = [index for index, child in enumerate(node.children) if is_operator(child, ",")]
            places = [0, *(index + 1 for index in commas if index + 1 < len(node.children))]
            if all(is_text(node.children[index]) for index in places):
                yield from _without_each(node, places)


def _without_each(node: Node, places: list[int]) -> Iterator[Edit]:
    """Yield a display without each element; a tuple of one keeps its comma, and the last one stays."""
    for index in places:
        if len(places) > 1:
            rest = without(node, index)
            needs_comma = len(places) == 2 and not rest.rstrip().endswith(",")
            yield Edit(node, f"{rest.rstrip()}," if needs_comma else rest)


class ChangeText(EditOperator):
    """Change a message or a name that is written as a string."""

    before, after = '"text"', '"XXtext"'

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the literal with a changed beginning."""
        if node.type == "string" and not is_pattern(node) and not is_word_list(node):
            found = _LITERAL.fullmatch(code_of(node))
            if found and "b" not in found["prefix"].lower():
                yield Edit(node, f"{found['prefix']}{found['mark']}XX{found['body']}{found['mark']}")
        elif node.type == "fstring_string" and node.parent.type == "fstring" and not is_pattern(node.parent):
            yield Edit(node, f"XX{node.value}")


class ChangePattern(EditOperator):
    """Change one part of a regular expression: a repetition, class, anchor, look-around or alternative."""

    before, after = 'r"a+"', 'r"a*"'

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the literal with each changed part."""
        if node.type == "string" and is_pattern(node):
            found = _LITERAL.fullmatch(code_of(node))
            if found and "b" not in found["prefix"].lower():
                for body in changed_patterns(found["body"]):
                    yield Edit(node, f"{found['prefix']}{found['mark']}{body}{found['mark']}")
        elif node.type == "fstring_string" and node.parent.type == "fstring" and is_pattern(node.parent):
            for body in changed_patterns(node.value):
                yield Edit(node, body)


def changed_patterns(text: str) -> Iterator[str]:
    """Yield a pattern, or a piece of one, with one part changed at a time."""
    for token in _TOKEN.finditer(text):
        if token.lastgroup not in ("comment", "other", "group"):
            for other in _other_parts(token.group(), str(token.lastgroup)):
                yield text[: token.start()] + other + text[token.end() :]
    yield from _without_alternatives(text)


def _other_parts(part: str, kind: str) -> Iterator[str]:
    if kind == "escape":
        yield "" if part[1] in "bBAZ" else "\\" + part[1].swapcase()
    elif kind == "anchor":
        yield ""
    elif kind == "look":
        yield part[:-1] + ("!" if part.endswith("=") else "=")
    elif kind == "class":
        yield "[" + part[2:] if part.startswith("[^") else "[^" + part[1:]
        inner = part[1:-1].removeprefix("^")
        if len(inner) > 1 and not inner.startswith("\\"):
            yield part.replace(inner, inner[1:], 1) if not inner[1:].startswith("-") else part.replace(inner[:3], "", 1)
    elif kind == "repeat":
        yield from _other_repeats(part)


def _other_repeats(part: str) -> Iterator[str]:
    counted = re.fullmatch(r"\{(\d+)(,)?(\d*)\}([?+]?)", part)
    if counted is None:
        yield {"*": "+", "+": "*", "?": ""}[part[0]] + (part[1:] if part[0] != "?" else "")
        return
    low, comma, high, rest = counted.groups()
    yield f"{{{int(low) + 1}{comma or ''}{high}}}{rest}"
    if high:
        yield f"{{{low},{int(high) + 1}}}{rest}"
        yield f"{{{low},{max(int(high) - 1, int(low))}}}{rest}"


def _without_alternatives(text: str) -> Iterator[str]:
    """Yield the text without each alternative that is plain words."""
    for found in re.finditer(r"(?<=[|(:])[\w \-]+\||\|[\w \-]+(?=[|)])", text):
        yield text[: found.start()] + text[found.end() :]


FAMILIES: dict[type[EditOperator], str] = {DropWord: "word list", ChangeText: "message", ChangePattern: "pattern"}
