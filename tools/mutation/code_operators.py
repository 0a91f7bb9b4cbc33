"""Operators for code that cosmic-ray does not have: what a hurried author gets wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mutation.editing import (
    Edit,
    EditOperator,
    Node,
    all_nodes,
    arguments_of,
    code_of,
    enclosing,
    is_operator,
    is_text,
    rebuilt,
    without,
)

_JUMPS = ("return_stmt", "raise_stmt", "yield_expr", "continue", "break", "return", "raise", "yield")
# Words that are taken for one another; each pair is tried in both directions.
_PAIRS = """
    start end  begin finish  first last  before after  left right  day month  line column  width size  at origin
    min max  any all  startswith endswith  lstrip rstrip  removeprefix removesuffix  find rfind  partition rpartition
    bisect_left bisect_right  match fullmatch  match search  text source  row column  opening closing  name value
    headline body  published updated  key_span span  isdigit isalpha  isupper islower
""".split()
PAIRS: dict[str, list[str]] = {}
for _one, _other in zip(_PAIRS[::2], _PAIRS[1::2], strict=True):
    PAIRS.setdefault(_one, []).append(_other)
    PAIRS.setdefault(_other, []).append(_one)


class NegateCondition(EditOperator):
    """Turn a condition round: of if, elif, while, a conditional expression or a comprehension."""

    before, after = "if a or b: pass", "if not (a or b): pass"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield each condition of the node."""
        if node.type in ("if_stmt", "while_stmt"):
            for keyword, condition in zip(node.children, node.children[1:], strict=False):
                if is_operator(keyword, "if", "elif", "while"):
                    yield Edit(condition, f"not ({code_of(condition)})")
        elif node.type == "ternary" or (node.type == "test" and len(node.children) == 5):
            yield Edit(node.children[2], f"not ({code_of(node.children[2])})")
        elif node.type == "comp_if":
            yield Edit(node.children[1], f"not ({code_of(node.children[1])})")


class SwapMembership(EditOperator):
    """Ask whether something is not in a collection, or the other way round."""

    before, after = "a in b", "a not in b"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield each test of membership."""
        if node.type == "comparison":
            for sign in node.children[1::2]:
                if code_of(sign) == "in":
                    yield Edit(sign, "not in")
                elif code_of(sign).split() == ["not", "in"]:
                    yield Edit(sign, "in")


class DropOperand(EditOperator):
    """Forget one part of a condition of several parts."""

    before, after = "if a and b: pass", "if b: pass"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the condition without each of its parts."""
        if node.type in ("and_test", "or_test"):
            parts = [code_of(part) for part in node.children[::2]]
            word = f" {node.children[1].value} "
            for index in range(len(parts)):
                yield Edit(node, word.join(parts[:index] + parts[index + 1 :]))


def _ends_in_jump(suite: Node) -> bool:
    last = suite.children[-1] if suite.type == "suite" else suite
    inner = last.children[0] if last.type == "simple_stmt" else last
    if inner.type == "expr_stmt" or (inner.type == "keyword" and inner.value not in _JUMPS):
        return False
    return inner.type in _JUMPS or inner.type == "keyword"


class DropCheck(EditOperator):
    """Remove a check that leaves, or yields, or goes on to the next; or one branch of several."""

    before, after = "if a:\n    return 1\n", "if False:\n    return 1\n"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the condition that is never true, of a check or of each further branch."""
        if node.type != "if_stmt":
            return
        for index, child in enumerate(node.children):
            if is_operator(child, "elif") or (is_operator(child, "if") and _ends_in_jump(node.children[3])):
                yield Edit(node.children[index + 1], "False")
            elif is_operator(child, "else") and index > 3:
                yield Edit(child, "elif False")


def _is_assigned_before(target: Node, statement: Node) -> bool:
    scope = enclosing(statement, "funcdef")
    if scope is None:
        return False
    earlier = (
        leaf
        for leaf in all_nodes(scope)
        if leaf.type == "name" and leaf.value == target.value and leaf.start_pos < statement.start_pos
    )
    return any(leaf.is_definition() for leaf in earlier)


class DeleteStatement(EditOperator):
    """Delete a statement that only has an effect; an assignment only where the name had a value before."""

    before, after = "a.append(1)\n", "pass\n"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the removal of the statement."""
        if node.type != "simple_stmt" or len(node.children) != 2:
            return
        inner = node.children[0]
        is_call = inner.type == "atom_expr" and code_of(inner.children[-1]).startswith("(")
        if is_call or inner.type in ("raise_stmt", "yield_expr", "del_stmt") or is_operator(inner, "continue", "break"):
            yield Edit(node, "pass\n")
        elif inner.type == "expr_stmt":
            target, sign = inner.children[0], inner.children[1]
            is_change = sign.type == "operator" and sign.value != "="
            if is_change or (
                is_operator(sign, "=")
                and (target.type == "atom_expr" or (target.type == "name" and _is_assigned_before(target, node)))
            ):
                yield Edit(node, "pass\n")


class SwapArguments(EditOperator):
    """Exchange two neighbouring arguments of a call, or the values of two that are named."""

    before, after = "f(a, b)", "f(b, a)"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the list of arguments with each two neighbours exchanged."""
        if node.type != "arglist" or node.parent.type == "classdef" or _is_symmetric(node.parent):
            return
        places = [index for index, child in enumerate(node.children) if not is_operator(child, ",")]
        for first, second in pairwise(places):
            one, other = node.children[first], node.children[second]
            named = [child.type == "argument" and is_operator(child.children[1], "=") for child in (one, other)]
            if _is_starred(one) or _is_starred(other) or named[0] != named[1]:
                continue
            values = (one.children[2], other.children[2]) if named[0] else (one, other)
            words = [code_of(value) for value in values]
            is_likely = not any(map(_is_literal, values)) or values[0].type == values[1].type
            if words[0] == words[1] or not is_likely:
                continue
            names = [f"{child.children[0].value}=" if named[0] else "" for child in (one, other)]
            yield Edit(node, rebuilt(node, {first: names[0] + words[1], second: names[1] + words[0]}))


def _is_starred(argument: Node) -> bool:
    return argument.type == "argument" and is_operator(argument.children[0], "*", "**")


def _is_symmetric(call: Node) -> bool:
    """Tell whether a call gives the same whatever the order of its arguments, or fails at once."""
    before = call.get_previous_sibling()
    return before is not None and code_of(before) in ("min", "max", "isinstance", "issubclass")


def _is_literal(node: Node) -> bool:
    return is_text(node) or node.type in ("number", "atom", "lambdef") or is_operator(node, "None", "True", "False")


class SwapFields(EditOperator):
    """Exchange two neighbours of a tuple that is not a list of words."""

    before, after = "return a, b", "return b, a"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the tuple with each two neighbours exchanged."""
        if node.type not in ("testlist_star_expr", "testlist", "testlist_comp", "exprlist"):
            return
        if node.type == "testlist_comp" and (not is_operator(node.parent.children[0], "(") or len(node.children) < 3):
            return
        places = [index for index, child in enumerate(node.children) if not is_operator(child, ",")]
        parts = [node.children[index] for index in places]
        if len(parts) not in range(2, 6) or any(part.type in ("sync_comp_for", "comp_for") for part in parts):
            return
        if node.type == "testlist_comp" and _is_tested(node.parent):
            return
        for first, second in pairwise(places):
            one, other = node.children[first], node.children[second]
            if code_of(one) != code_of(other) and not (is_text(one) and is_text(other)):
                yield Edit(node, rebuilt(node, {first: code_of(other), second: code_of(one)}))


def _is_tested(display: Node) -> bool:
    """Tell whether a tuple is only asked what it holds, so that its order says nothing."""
    before = display.get_previous_leaf()
    return is_operator(before, "in") and display.parent.type == "comparison"


_BUILTINS = ("min", "max", "any", "all", "bisect_left", "bisect_right")
_METHODS = """
    startswith endswith lstrip rstrip removeprefix removesuffix find rfind partition rpartition isdigit isalpha isupper
    islower
""".split()


@lru_cache(maxsize=256)
def _names(scope: Node) -> frozenset[tuple[str, bool]]:
    """Return the names in a scope, each with whether it is an attribute's."""
    leaves = (leaf for leaf in all_nodes(scope) if leaf.type == "name")
    return frozenset((leaf.value, is_operator(leaf.get_previous_leaf(), ".")) for leaf in leaves)


def _is_used(scope: Node, name: str, is_attribute: bool) -> bool:
    """Tell whether a name, or an attribute of this name, stands in a scope, so that the swap is a likely slip."""
    return (name, is_attribute) in _names(scope)


class SwapName(EditOperator):
    """Take a name or attribute for the one that it is often taken for: start for end, min for max."""

    before, after = "a.start, a.end", "a.end, a.end"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield each name that the name may be taken for."""
        if node.type != "name" or node.value not in PAIRS or node.is_definition():
            return
        is_keyword = node.parent.type == "argument" and node.parent.children[0] is node
        if is_keyword or node.parent.type == "param":
            return
        is_attribute = is_operator(node.get_previous_leaf(), ".")
        scope = node.get_root_node() if is_attribute else enclosing(node, "funcdef", "file_input")
        for other in PAIRS[node.value]:
            if other in _METHODS or (not is_attribute and other in _BUILTINS) or _is_used(scope, other, is_attribute):
                yield Edit(node, other)


def _empty(annotation: str) -> str:
    if "None" in annotation:
        return "None"
    kinds = {"str": '""', "int": "0", "bool": "False", "float": "0.0", "list": "[]", "tuple": "()", "dict": "{}"}
    kinds |= {"set": "set()", "frozenset": "frozenset()", "Sequence": "()", "Mapping": "{}", "Iterator": "iter(())"}
    return kinds.get(annotation.split("[")[0].strip(), "None")


class ReplaceReturn(EditOperator):
    """Return something empty of the same type, or the opposite of what was to be told."""

    before, after = "def f() -> str:\n    return a\n", 'def f() -> str:\n    return ""\n'

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield another value for the return statement."""
        if node.type != "return_stmt":
            return
        value = node.children[1]
        scope = enclosing(node, "funcdef", "lambdef")
        annotation = code_of(scope.annotation) if scope is not None and scope.annotation is not None else ""
        if annotation == "bool" and not is_operator(value, "True", "False"):
            yield Edit(value, f"not ({code_of(value)})")
            return
        other = _empty(annotation)
        if code_of(value) != other:
            yield Edit(value, other)


class DropBound(EditOperator):
    """Forget one end of a slice."""

    before, after = "a[1:n]", "a[:n]"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the slice without its start and without its end."""
        if node.type != "subscript":
            return
        colon = next((i for i, child in enumerate(node.children) if is_operator(child, ":")), None)
        if colon is None or len(node.children) > 3:
            return
        for child in node.children:
            if not is_operator(child, ":"):
                yield Edit(child, "")


class DropArgument(EditOperator):
    """Leave out a named argument, so that the default holds."""

    before, after = "f(a, b=1)", "f(a,)"

    def edits(self, node: Node) -> Iterator[Edit]:
        """Yield the call's arguments without each that is named."""
        given = arguments_of(node)
        inner = node.children[1] if given else node
        for argument in given:
            if argument.type == "argument" and is_operator(argument.children[1], "="):
                yield Edit(inner, without(inner, inner.children.index(argument)) if inner is not argument else "")


FAMILIES: dict[type[EditOperator], str] = {
    NegateCondition: "condition",
    SwapMembership: "comparison",
    DropOperand: "condition",
    DropCheck: "check",
    DeleteStatement: "statement",
    SwapArguments: "argument",
    SwapFields: "field",
    SwapName: "field",
    ReplaceReturn: "return",
    DropBound: "slice",
    DropArgument: "default",
}
