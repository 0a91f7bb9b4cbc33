"""What came of the mutants: scores with intervals, by room and by kind, and the list of mutants judged equivalent."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Result = dict[str, Any]
_KILLED = ("killed", "timeout")
_ALIVE = ("survived", "unreached")


def wilson(killed: int, total: int) -> tuple[float, float]:
    """Return the bounds of the 95 % interval of a share, by Wilson's score."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, killed / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    whole = 1 + z * z / total
    return max((middle - spread) / whole, 0.0), min((middle + spread) / whole, 1.0)


def read_judged(path: Path) -> dict[str, str]:
    """Return the mutants judged equivalent, with the reasons: lines of ident, module, function, change and reason."""
    if not path.is_file():
        return {}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {row[0]: row[-1] for row in rows}


def read_results(paths: Iterable[Path]) -> list[Result]:
    """Return the results of files of JSON lines, the last of each mutant."""
    rows = [json.loads(line) for path in paths if path.is_file() for line in path.read_text("utf-8").splitlines()]
    return list({row["ident"]: row for row in rows}.values())


def table(results: list[Result], judged: dict[str, str]) -> Iterator[str]:
    """Yield the lines of the tables by room and by kind."""
    sizes: dict[str, int] = {row["room"]: row["places"] for row in results}
    yield from _table("room", results, judged, lambda row: str(row["room"]))
    yield ""
    yield from _table("kind", results, judged, lambda row: str(row["family"]))
    shares = {room: _share([row for row in results if row["room"] == room], judged) for room in sizes}
    known = {room: share for room, share in shares.items() if share is not None}
    if known:
        weighted = sum(share * sizes[room] for room, share in known.items()) / sum(sizes[room] for room in known)
        yield ""
        yield f"weighted by the rooms' places: {weighted:.1%}"


def _counts(rows: list[Result], judged: dict[str, str]) -> tuple[int, int, int, int]:
    """Return how many were killed, counted, judged equivalent, and not to be counted for another reason."""
    killed = sum(row["outcome"] in _KILLED for row in rows)
    alive = [row for row in rows if row["outcome"] in _ALIVE]
    equivalent = sum(row["ident"] in judged for row in alive)
    return killed, killed + len(alive) - equivalent, equivalent, len(rows) - killed - len(alive)


def _share(rows: list[Result], judged: dict[str, str]) -> float | None:
    killed, total, _, _ = _counts(rows, judged)
    return killed / total if total else None


def _table(title: str, results: list[Result], judged: dict[str, str], key: Callable[[Result], str]) -> Iterator[str]:
    yield f"{title:14} killed  of  score  95 % interval  equivalent  broken"
    groups: dict[str, list[Result]] = {}
    for row in results:
        groups.setdefault(key(row), []).append(row)
    for name, rows in [*sorted(groups.items()), ("all", results)]:
        killed, total, equivalent, broken = _counts(rows, judged)
        low, high = wilson(killed, total)
        score = f"{killed / total:5.0%}" if total else "    –"
        yield f"{name:14} {killed:6} {total:3}  {score}    {low:4.0%} – {high:4.0%}  {equivalent:10}  {broken:6}"


def survivor(row: Result, judged: dict[str, str]) -> str:
    """Return a mutant that no test noticed as a small diff with what was tried."""
    tried = f"{row['ran']} tests ran" if row["ran"] else "no test reaches it"
    verdict = f", judged equivalent: {judged[row['ident']]}" if row["ident"] in judged else ""
    lines = row["diff"].splitlines()[2:]
    head = f"{row['ident']}  {row['module']}:{row['line']}  {row['name']}  {row['operator']} ({tried}{verdict})"
    return "\n".join([head, *(f"    {line}" for line in lines if not line.startswith("@@"))])
