"""Measure who is said to have said what on a grid of invented sentences, whose speaker and content are known.

usage: python -m benchmarks.speech_grid [--misses N] [--only TEXT]

The sentences are those of `speech_cases`. Prints how often the speaker is right, and how often the content is clean:
no word of the reporter's is in it, and none of the speaker's is missing.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.speech_cases import WORD, Case, cases

from newslint.language.speech.attributions import Attribution, Passage, find_attributions
from newslint.language.speech.quotations import find_quotations

_MARKS = re.compile(r"[\[\]<>{}]")


class Read(NamedTuple):
    """Hold a case as text, its marked ranges, and what was found in it, all as ranges of the whole text."""

    text: str
    marked: dict[str, list[tuple[int, int]]]
    found: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]]


def read(case: Case) -> Read:
    """Read one case; a line that begins with “# ” is a heading."""
    text, marked = _unmarked(case.text.removeprefix("# "))
    passages, offsets = [], []
    for match in re.finditer("[^\n]+", text):
        passages.append(Passage(match.group(), "heading" if case.text.startswith("# ") else "paragraph"))
        offsets.append(match.start())
    found = find_attributions(passages, find_quotations(passages))
    return Read(text, marked, [(_spans(each, "source", offsets), _spans(each, "content", offsets)) for each in found])


def _unmarked(text: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    marked: dict[str, list[tuple[int, int]]] = {"[": [], "<": [], "{": []}
    opened: list[tuple[str, int]] = []
    plain, at = "", 0
    for mark in _MARKS.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark.group() in marked:
            opened.append((mark.group(), len(plain)))
        else:
            kind, start = opened.pop()
            marked[kind].append((start, len(plain)))
    return plain + text[at:], marked


def _spans(attribution: Attribution, part: str, offsets: Sequence[int]) -> list[tuple[int, int]]:
    return [
        (offsets[each.passage] + each.start, offsets[each.passage] + each.end) for each in getattr(attribution, part)
    ]


def _words(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    return {
        word.start()
        for start, end in spans
        for word in WORD.finditer(text, start, end)
        if word.group().lower() not in ("that", "by")
    }


def judge(case: Case) -> tuple[bool, bool]:
    """Tell whether the speaker of a case is right, and whether its content is clean."""
    text, marked, found = read(case)
    said = _words(text, marked["{"])
    head, whole = _words(text, marked["["]), _words(text, marked["<"] or marked["["])
    claims = [(source, _words(text, content)) for source, content in found if _words(text, content) & said]
    # Somebody else may be said to report all of it, the speaker included.
    claims = [claim for claim in claims if not claim[1] & head or len(claims) == 1]
    if not said:
        named = [source for source, content in found if min(content)[0] >= text.find("\n")]
        return not named, not named
    sources = [_words(text, source) for source, _ in claims]
    right = bool(sources) and all(head <= source <= whole for source in sources)
    return right, set().union(*(content for _, content in claims)) == said


class Share(NamedTuple):
    """Hold of how many cases the speaker is right and the content clean, in per cent."""

    cases: int
    speaker: float
    content: float


def measure(verdicts: Iterable[tuple[Case, tuple[bool, bool]]]) -> dict[str, Share]:
    """Return the shares of all cases and of those of each order, speaker and tail."""
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for case, verdict in verdicts:
        for dimension in ("all", f"order: {case.order}", f"speaker: {case.speaker}", f"tail: {case.tail}"):
            found[dimension].append(verdict)
    return {
        dimension: Share(len(each), *(100 * sum(column) / len(each) for column in zip(*each, strict=True)))
        for dimension, each in found.items()
    }


def explain(case: Case) -> str:
    """Return a case with what was found in it."""
    text, _, found = read(case)
    lines = [case.text]
    for source, content in found:
        lines.append(f"    {[text[slice(*span)] for span in source]} {[text[slice(*span)] for span in content]}")
    return "\n".join(lines)


def main() -> None:
    """Print the shares by dimension, and misses where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", default="", help="misses with these words only")
    options = parser.parse_args()
    verdicts = [(case, judge(case)) for case in cases()]
    for dimension, share in measure(verdicts).items():
        if not dimension.startswith("tail") or min(share.speaker, share.content) < 100:
            print(f"{share.cases:5} {share.speaker:6.1f} {share.content:6.1f}  {dimension}")
    missed = [(case, verdict) for case, verdict in verdicts if not all(verdict) and options.only in "|".join(case)]
    for case, (right, clean) in missed[: options.misses]:
        print(f"\n{'' if right else 'speaker '}{'' if clean else 'content'}: {explain(case)}")


if __name__ == "__main__":
    main()
