"""What readers said of a rule's findings in real articles, in words."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any

# Fewer findings than these say little of a rule.
ENOUGH = 20
_Z = 1.959964  # the normal deviate of a 95 % interval


def wilson(hits: float, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, as two shares (Wilson 1927, JASA 22, 209–212); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z * sqrt(share * (1 - share) / of + square / (4 * of**2)) / (1 + square / of)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def describe_precision(precision: Mapping[str, Any] | None) -> str:
    """Return one or two sentences about the findings that readers judged."""
    if precision is None:
        return "Not measured."
    judged, useful, wrong = precision["judged"], precision["useful"], precision["wrong"]
    told = f"{judged} judged on {precision['on'].rstrip('.')}: {useful} useful, {wrong} wrong"
    if judged < ENOUGH:
        return f"Not measured: too few findings to say ({told})."
    low, high = wilson(useful, judged)
    shares = [f"{round(100 * share)} %" for share in (useful / judged, low, high)]
    return f"{shares[0]} useful (95 % interval {shares[1]} to {shares[2]}): {told}."
