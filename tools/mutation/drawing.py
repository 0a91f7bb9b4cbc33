"""Find every place of a tree that can be mutated, and draw from them at random."""

from __future__ import annotations

import difflib
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

from mutation import code_operators, word_operators
from mutation.editing import Node, all_nodes, code_of, is_operator, is_text
from mutation.trees import cache_folder

ROOMS = "source parts article engine suppressions settings rules reporters formats newsroom assembly language".split()
# What of cosmic-ray's own operators is used; of its many ways to replace one sign by another, the likely slips.
_TOOLS = {
    "NumberReplacer": "number",
    "ReplaceTrueWithFalse": "constant",
    "ReplaceFalseWithTrue": "constant",
    "ReplaceAndWithOr": "condition",
    "ReplaceOrWithAnd": "condition",
    "ReplaceBreakWithContinue": "loop",
    "ReplaceContinueWithBreak": "loop",
    "ZeroIterationForLoop": "loop",
    "ExceptionReplacer": "exception",
    "ReplaceUnaryOperator_Delete_Not": "condition",
    "ReplaceUnaryOperator_Delete_USub": "arithmetic",
}
_COMPARISONS = "Lt_LtE LtE_Lt Gt_GtE GtE_Gt Lt_GtE GtE_Lt Eq_NotEq NotEq_Eq Is_IsNot IsNot_Is".split()
_ARITHMETIC = "Add_Sub Sub_Add Mul_FloorDiv FloorDiv_Mul Div_Mul Mod_FloorDiv BitOr_BitAnd BitAnd_BitOr".split()
_ALIASES = ("Literal", "Callable", "Mapping", "Sequence", "Union", "Optional", "TypeVar", "NewType")


class Mutant(NamedTuple):
    """One change: where it is, what makes it, and the text of the module after it.

    `line` and `last_line` bound the statement (for a compound one, its head), `name` is the function or constant
    that it stands in, `ident` stays the same while these lines and their function do.
    """

    room: str
    module: str
    operator: str
    family: str
    line: int
    last_line: int
    name: str
    ident: str
    code: str
    diff: str


class Site(NamedTuple):
    """A place and the changes of one family that can be made there: operators with the occurrence of each."""

    family: str
    start: tuple[int, int]
    variants: tuple[tuple[str, int], ...]


def operators(kinds: str) -> dict[str, tuple[Any, str]]:
    """Return the operators of `code` or of `words` by name, each with the family that it is counted in."""
    own = code_operators.FAMILIES if kinds == "code" else word_operators.FAMILIES
    known: dict[str, tuple[Any, str]] = {kind.__name__: (kind(), family) for kind, family in own.items()}
    if kinds == "code":
        provider = OperatorProvider()
        tools = dict(_TOOLS)
        tools |= {f"ReplaceComparisonOperator_{pair}": "comparison" for pair in _COMPARISONS}
        tools |= {f"ReplaceBinaryOperator_{pair}": "arithmetic" for pair in _ARITHMETIC}
        known |= {name: (provider[name](), family) for name, family in tools.items()}
    return known


def modules_of(room: str, package: Path) -> list[Path]:
    """Return the files of a room: a module, or all modules of a package."""
    module = package / f"{room}.py"
    return [module] if module.is_file() else sorted((package / room).rglob("*.py"))


def _is_docstring(node: Node) -> bool:
    statement = node.parent
    return is_text(node) and statement.type == "simple_stmt" and statement.children[0] is node


def _is_alias(node: Node) -> bool:
    if node.type != "expr_stmt" or not is_operator(node.children[1], "="):
        return False
    target, value = code_of(node.children[0]), code_of(node.children[2])
    return target in ("__all__", "__slots__") or value.split("[")[0].split("(")[0].split(" ")[0] in _ALIASES


def _left_alone(node: Node) -> Iterator[Node]:
    """Yield the parts of a node that are never mutated: types, docstrings, decorators, imports, sums of texts …"""
    if node.type == "annassign":
        yield node.children[1]
        if code_of(node.children[1]) == "TypeAlias":
            yield node
    elif node.type == "tfpdef":
        yield from node.children[1:]
    elif node.type == "funcdef" and node.annotation is not None:
        yield node.annotation
    elif (
        node.type in ("import_from", "import_name", "decorator", "decorators") or _is_docstring(node) or _is_alias(node)
    ):
        yield node
    elif node.type == "classdef":
        yield from (child for child in node.children if child.type in ("arglist", "name"))
        if node.get_super_arglist() is not None and "Protocol" in code_of(node.get_super_arglist()):
            yield node
    elif node.type == "if_stmt" and code_of(node.children[1]) in ("TYPE_CHECKING", '__name__ == "__main__"'):
        yield node
    elif node.type == "arith_expr" and any(is_text(part) for part in node.children):
        yield from (part for part in node.children if is_operator(part, "+"))
    elif node.type == "assert_stmt" and len(node.children) > 2:
        yield node.children[3]
    elif node.type == "atom_expr" and code_of(node.children[0]) in ("cast", "TypeVar"):
        yield node


def sites_of(source: str, kinds: str) -> list[Site]:
    """Return the places of a module: all changes of one family at one position are one place."""
    known = operators(kinds)
    counts: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, tuple[int, int]], list[tuple[str, int]]] = defaultdict(list)
    barred: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for node in all_nodes(get_ast(source)):
        barred.extend((part.start_pos, part.end_pos) for part in _left_alone(node))
        for name, (operator, family) in known.items():
            for start, _ in operator.mutation_positions(node):
                found[family, start].append((name, counts[name]))
                counts[name] += 1
    sites: list[Site] = []
    for (family, start), variants in sorted(found.items()):
        if not any(low <= start < high for low, high in barred):
            # Each word of a list, and each part of a pattern, is a place of its own.
            groups = [variants] if family not in ("word list", "pattern") else [[variant] for variant in variants]
            sites.extend(Site(family, start, tuple(group)) for group in groups)
    return sites


def _kept_sites(path: Path, source: str, kinds: str) -> list[Site]:
    """Return the places of a module, from the cache where neither it nor an operator has changed."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    key = hashlib.sha256("\0".join([kinds, source, *(tool.read_text("utf-8") for tool in own)]).encode()).hexdigest()
    kept = cache_folder() / f"places-{key[:24]}.json"
    if kept.is_file():
        rows = json.loads(kept.read_text("utf-8"))
        return [Site(row[0], tuple(row[1]), tuple((name, at) for name, at in row[2])) for row in rows]
    sites = sites_of(source, kinds)
    kept.write_text(json.dumps(sites), encoding="utf-8")
    return sites


def _mixed(sites: list[tuple[Path, Site]], order: random.Random, kinds: str) -> list[tuple[Path, Site]]:
    """Return places in random order; of words, the kinds take turns, since patterns have most of the places."""
    order.shuffle(sites)
    if kinds == "code":
        return sites
    groups: dict[str, list[tuple[Path, Site]]] = defaultdict(list)
    for path, site in sites:
        groups[site.family].append((path, site))
    turns = sorted(groups)
    order.shuffle(turns)
    rows = zip_longest(*(groups[family] for family in turns))
    return [place for row in rows for place in row if place is not None]


def _statement(node: Node) -> tuple[int, int]:
    """Return the first and last line of the simple statement, or of the head of the compound one, around a node."""
    while node.parent is not None and node.parent.type not in ("suite", "file_input"):
        above = node.parent
        if above.type in ("if_stmt", "while_stmt", "for_stmt", "with_stmt", "try_stmt") and node.type != "suite":
            break
        if above.type in ("funcdef", "classdef") and node.type != "suite":
            break
        node = above
    last = node.end_pos[0] - (1 if node.end_pos[1] == 0 else 0)
    return node.start_pos[0], max(last, node.start_pos[0])


def _name_of(leaf: Node) -> str:
    """Return the dotted name of the function and classes around a leaf, or of the constant that it belongs to."""
    names: list[str] = []
    node = leaf
    while node.parent is not None:
        node = node.parent
        if node.type in ("funcdef", "classdef"):
            names.insert(0, node.name.value)
        elif node.type == "expr_stmt" and not names and node.children[0].type == "name":
            constant = node.children[0].value
            if node.parent.parent is not None and node.parent.parent.type == "file_input":
                names.insert(0, constant)
    return ".".join(names)


def _difference(module: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{module}", f"b/{module}", n=1, lineterm=""
    )
    return "\n".join(lines)


def _identify(module: str, name: str, diff: str) -> str:
    changed = [line for line in diff.splitlines()[2:] if line[:1] in "+-"]
    return hashlib.sha256("\n".join([module, name, *changed]).encode()).hexdigest()[:10]


def _mutant(room: str, module: str, source: str, site: Site, variant: tuple[str, int], kinds: str) -> Mutant | None:
    """Return the mutant, or None where the change is none or Python cannot compile it."""
    operator, family = operators(kinds)[variant[0]]
    code = mutate_code(source, operator, variant[1])
    if code is None or code == source:
        return None
    try:
        compile(code, module, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    leaf = get_ast(source).get_leaf_for_position(site.start, include_prefixes=True)
    line, last_line = _statement(leaf)
    name = _name_of(leaf)
    diff = _difference(module, source, code)
    return Mutant(room, module, variant[0], family, line, last_line, name, _identify(module, name, diff), code, diff)


def _shares(sizes: dict[str, int], sample: int, least: int) -> dict[str, int]:
    """Divide a sample over rooms in proportion to their places, with so many for each at least."""
    least = min(least, sample // max(len(sizes), 1))
    total = sum(sizes.values()) or 1
    rest = sample - least * len(sizes)
    exact = {room: least + rest * size / total for room, size in sizes.items()}
    shares = {room: min(int(value), sizes[room]) for room, value in exact.items()}
    for room in sorted(exact, key=lambda room: int(exact[room]) - exact[room]):
        if sum(shares.values()) < sample and shares[room] < sizes[room]:
            shares[room] += 1
    return shares


def draw(
    package: Path, rooms: list[str], kinds: str, sample: int, seed: int, least: int, known: set[str]
) -> tuple[list[Mutant], dict[str, int]]:
    """Return mutants drawn at random, rooms mixed, and the number of places in each room.

    `known` are mutants that were drawn before; others take their places.
    """
    places: dict[str, list[tuple[Path, Site]]] = {}
    sources: dict[Path, str] = {}
    for room in rooms:
        for path in modules_of(room, package):
            sources[path] = path.read_text(encoding="utf-8")
            found = _kept_sites(path, sources[path], kinds)
            places.setdefault(room, []).extend((path, site) for site in found)
    sizes = {room: len(found) for room, found in places.items()}
    drawn: list[Mutant] = []
    for room, share in _shares(sizes, sample, least).items():
        order = random.Random(f"{seed}:{room}:{kinds}")
        taken = 0
        for path, site in _mixed(places[room], order, kinds):
            if taken == share:
                break
            variants = list(site.variants)
            order.shuffle(variants)
            module = path.relative_to(package.parent.parent).as_posix()
            made = (_mutant(room, module, sources[path], site, variant, kinds) for variant in variants)
            mutant = next((mutant for mutant in made if mutant is not None), None)
            if mutant is not None and mutant.ident not in known:
                drawn.append(mutant)
                taken += 1
    random.Random(seed).shuffle(drawn)
    return drawn, sizes
