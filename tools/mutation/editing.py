"""What all operators of our own share: a mutation is a node of the tree and the text that takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import parso
from cosmic_ray.operators.operator import Example, Operator
from parso.python import tree

Node = Any
Position = tuple[int, int]


class Edit(NamedTuple):
    """Put a text where a node stands; the space before the node stays."""

    target: Node
    text: str


class EditOperator(Operator):  # type: ignore[misc]
    """An operator of cosmic-ray that says by `edits` what it would change at a node."""

    before = ""
    after = ""

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield what may be changed at a node, always in the same order."""
        raise NotImplementedError

    def mutation_positions(self, node: Node) -> Iterator[tuple[Position, Position]]:
        """Yield the start and end of each edit."""
        for edit in self.edits(node):
            yield edit.target.start_pos, edit.target.end_pos

    def mutate(self, node: Node, index: int) -> Node:
        """Return the node with the edit of this index made."""
        edit = list(self.edits(node))[index]
        target = edit.target
        leaf = tree.Name(edit.text, target.start_pos, prefix=target.get_first_leaf().prefix)
        leaf.parent = target.parent
        if target is node:
            return leaf
        siblings = target.parent.children
        siblings[next(index for index, child in enumerate(siblings) if child is target)] = leaf
        return node

    @classmethod
    def examples(cls) -> tuple[object, ...]:
        """Return what cosmic-ray shows of an operator: code before and after."""
        return (Example(cls.before, cls.after),)


def code_of(node: Node) -> str:
    """Return a node's code without the space before it."""
    code: str = node.get_code(include_prefix=False)
    return code


def rebuilt(node: Node, others: dict[int, str | None]) -> str:
    """Return a node's code with other texts for some of its children, or without them where that is None."""
    parts: list[str] = []
    for index, child in enumerate(node.children):
        other = others.get(index, "")
        if index in others and other is not None:
            parts.append(child.get_first_leaf().prefix + other)
        elif index not in others:
            parts.append(child.get_code())
    return "".join(parts).lstrip()


def without(node: Node, index: int) -> str:
    """Return the code of a list with commas without the element that begins at a child, up to the next comma."""
    last = index
    while last + 1 < len(node.children) and not is_operator(node.children[last + 1], ","):
        last += 1
    gone = list(range(index, last + 1))
    if last + 1 < len(node.children):
        gone.append(last + 1)
    return rebuilt(node, dict.fromkeys(gone))


def is_operator(node: Node, *values: str) -> bool:
    """Tell whether a node is one of these operators or keywords."""
    return isinstance(node, tree.Operator | tree.Keyword) and node.value in values


def arguments_of(call: Node) -> list[Node]:
    """Return the arguments of a call's trailer in order."""
    if call.type != "trailer" or not is_operator(call.children[0], "(") or len(call.children) != 3:
        return []
    inner = call.children[1]
    return [child for child in inner.children if not is_operator(child, ",")] if inner.type == "arglist" else [inner]


def enclosing(node: Node, *kinds: str) -> Node | None:
    """Return the nearest node around this one that is of one of these types."""
    found = node.parent
    while found is not None and found.type not in kinds:
        found = found.parent
    return found


def is_text(node: Node) -> bool:
    """Tell whether a node is a string, of one literal or several."""
    return node.type in ("string", "strings", "fstring")


def all_nodes(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, parents first: the order in which cosmic-ray counts occurrences."""
    yield node
    if isinstance(node, parso.tree.BaseNode):
        for child in node.children:
            yield from all_nodes(child)
