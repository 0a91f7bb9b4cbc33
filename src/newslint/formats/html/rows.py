"""Tell the rows of tables that hold data from those that lay out a page."""

from __future__ import annotations

from newslint.formats.html.tree import CLOSE, OPEN, Node, Tree

LONGEST_CELL = 400  # code points; what is longer is a page laid out with a table
_NO_ROW = frozenset("table ul ol dl h1 h2 h3 h4 h5 h6 article section blockquote form figure pre iframe".split())


def find_rows(tree: Tree) -> dict[int, bool]:
    """Return the numbers of the table rows that hold data, not a page's layout; True marks a head."""
    rows = [node for node in tree.nodes if node.tag == "tr"]
    if not rows:
        return {}
    is_layout = _layout(tree)
    cells = _cells_of_rows(tree)
    return {
        row.number: _is_head(row, members)
        for row in rows
        if len(members := cells.get(row.number, [])) >= 2 and not is_layout[row.number]
    }


def _layout(tree: Tree) -> bytearray:
    """Tell of each element, by number, whether it holds what no row of data does."""
    sizes = _text_sizes(tree)
    is_layout = bytearray(len(tree.nodes))
    for node in reversed(tree.nodes):
        parent = node.parent
        if parent is None or parent.number < 0:
            continue
        is_long = _is_cell(node) and sizes[node.number] > LONGEST_CELL
        if is_long or is_layout[node.number] or node.tag in _NO_ROW:
            is_layout[parent.number] = 1
    return is_layout


def _is_cell(node: Node) -> bool:
    return node.tag in ("td", "th") and node.parent is not None and node.parent.tag == "tr"


def _cells_of_rows(tree: Tree) -> dict[int, list[Node]]:
    """Return the cells of each row, by the row's number."""
    cells: dict[int, list[Node]] = {}
    for node in tree.nodes:
        if node.parent is not None and _is_cell(node):
            cells.setdefault(node.parent.number, []).append(node)
    return cells


def _text_sizes(tree: Tree) -> list[int]:
    """Return how much text each element holds, by number."""
    # The last place is the root's, whose number is -1.
    sizes = [0] * (len(tree.nodes) + 1)
    for kind, node, start, end in tree.events:
        if kind not in (OPEN, CLOSE):
            sizes[node.number] += end - start
    for node in reversed(tree.nodes):
        if node.parent is not None:
            sizes[node.parent.number] += sizes[node.number]
    return sizes


def _is_head(row: Node, cells: list[Node]) -> bool:
    in_head = row.parent is not None and row.parent.tag == "thead"
    return in_head or all(cell.tag == "th" for cell in cells)
