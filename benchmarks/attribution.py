"""Measure the attribution analysis: against annotated articles, its speed, and how its cost grows.

usage: python benchmarks/attribution.py [GOLD.jsonl [--ablated ABLATED.jsonl] [--sample N]]

GOLD holds one article a line: `text`, `sentences` ([start, end] each) and `attributions` with `source`, `cue` and
`content` as lists of [start, end] in code points. ABLATED holds texts whose quotations lost their speaker, listed as
`ablated_quotes` (easy) and `ablated_hard`. Without a path only speed on synthetic text and growth are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from newslint.language.speech.attributions import Attribution, Passage, find_attributions, find_orphans
from newslint.language.speech.quotations import Quotation, find_quotations

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
Span = tuple[int, int]


def passages_of(text: str) -> tuple[list[Passage], list[int]]:
    """Split a text into its lines, with the offset of each."""
    found = [
        (match.group().strip(), match.start() + len(match.group()) - len(match.group().lstrip()))
        for match in PARAGRAPH.finditer(text)
    ]
    passages = [
        Passage(line, "heading" if not number and len(line) < 200 else "paragraph")
        for number, (line, _) in enumerate(found)
    ]
    return passages, [offset for _, offset in found]


class Reading:
    """Hold the analysis of one text with its extents turned into offsets of the text."""

    def __init__(self, text: str) -> None:
        self.passages, self.offsets = passages_of(text)
        self.quotations: list[Quotation] = find_quotations(self.passages)
        self.found: list[Attribution] = find_attributions(self.passages, self.quotations)

    def spans(self, extents: Any) -> list[Span]:
        return [(self.offsets[e.passage] + e.start, self.offsets[e.passage] + e.end) for e in extents]

    def orphans(self) -> list[tuple[Span, bool]]:
        return [
            (self.spans([self.quotations[index].inner])[0], is_carried)
            for index, is_carried in find_orphans(self.passages, self.quotations, self.found)
        ]


def touched(words: list[Span], spans: list[Span]) -> set[int]:
    """Return the words that some spans touch."""
    return {index for index, (start, end) in enumerate(words) for a, b in spans if a < end and b > start}


def double_quotes(text: str) -> list[Span]:
    """Return the insides of double-quoted stretches of at least four words, paragraph by paragraph."""
    found = []
    for paragraph in PARAGRAPH.finditer(text):
        opened: int | None = None
        for at in range(paragraph.start(), paragraph.end()):
            if text[at] == "“" or (text[at] == '"' and opened is None):
                opened = at + 1
            elif text[at] in '”"' and opened is not None:
                found.append((opened, at))
                opened = None
    return [(a, b) for a, b in found if len(WORD.findall(text[a:b])) >= 4]


def best(spans: Span, acts: list[tuple[list[Span], list[Span]]]) -> list[Span] | None:
    """Return the source of the first act that covers most, and at least half, of a quotation."""
    start, end = spans
    top, chosen = 0.5 * (end - start), None
    for content, source in acts:
        cover = sum(max(0, min(end, b) - max(start, a)) for a, b in content)
        if cover > top or (chosen is None and cover >= top and cover):
            top, chosen = cover, source
    return chosen


def f1(right: int, wrong: int, missed: int) -> float:
    return 200 * right / max(1, 2 * right + wrong + missed)


def score(articles: list[dict[str, Any]]) -> None:
    """Print F1 by sentence and by word, and how often a quotation's source is right."""
    tally: Counter[str] = Counter()
    for article in articles:
        text = article["text"]
        reading = Reading(text)
        words = [match.span() for match in WORD.finditer(text)]
        skipped = touched(words, [tuple(s) for s in article.get("discard", [])])
        gold = {
            role: touched(words, [tuple(s) for a in article["attributions"] for s in a[role]]) - skipped
            for role in ("content", "source", "cue")
        }
        mine = {
            role: touched(words, [s for a in reading.found for s in reading.spans(getattr(a, role))]) - skipped
            for role in ("content", "source", "cue")
        }
        for role in gold:
            tally[role, "right"] += len(gold[role] & mine[role])  # type: ignore[index]
            tally[role, "wrong"] += len(mine[role] - gold[role])  # type: ignore[index]
            tally[role, "missed"] += len(gold[role] - mine[role])  # type: ignore[index]
        for start, end in article["sentences"]:
            inside = {i for i, (a, b) in enumerate(words) if a >= start and b <= end} - skipped
            if inside:
                tally[f"{bool(inside & gold['content'])} {bool(inside & mine['content'])}"] += 1
        acts = [(reading.spans(a.content), reading.spans(a.source)) for a in reading.found]
        truth = [([tuple(s) for s in a["content"]], [tuple(s) for s in a["source"]]) for a in article["attributions"]]
        for quotation in double_quotes(text):
            wanted = best(quotation, truth)
            if wanted:
                have = touched(words, best(quotation, acts) or [])
                tally["quotations"] += 1
                tally["overlap"] += bool(have & touched(words, wanted))
                tally["exact"] += have == touched(words, wanted)
    both, extra, lost, none = (tally[key] for key in ("True True", "False True", "True False", "False False"))
    print(f"sentences: attributed F1 {f1(both, extra, lost):.1f}, not attributed F1 {f1(none, lost, extra):.1f}")
    for role in ("content", "source", "cue"):
        counts = [tally[role, key] for key in ("right", "wrong", "missed")]  # type: ignore[index]
        print(f"words of {role}: F1 {f1(*counts):.1f}")
    count = max(1, tally["quotations"])
    print(
        f"quotations: {count}, source overlaps {100 * tally['overlap'] / count:.1f} %, "
        f"exact {100 * tally['exact'] / count:.1f} %"
    )


def score_alarms(articles: list[dict[str, Any]]) -> None:
    """Print how many quotations without a speaker are found, and how often one that has a speaker is reported."""
    for name, with_advice in (("warnings and advice", True), ("warnings alone", False)):
        tally: Counter[str] = Counter()
        for article in articles:
            text = article["text"]
            flagged = [span for span, is_carried in Reading(text).orphans() if with_advice or not is_carried]
            easy = {tuple(s) for s in article["ablated_quotes"]}
            hard = {tuple(s) for s in article["ablated_hard"]}
            truth = [
                ([tuple(s) for s in a["content"]], [tuple(s) for s in a["source"]])
                for a in article["attributions"]
                if a["source"]
            ]
            for quotation in double_quotes(text):
                kind = "easy" if quotation in easy else "hard" if quotation in hard else "fine"
                if kind == "fine" and not best(quotation, truth):
                    continue
                tally[kind] += 1
                tally[kind + " flagged"] += any(a < quotation[1] and b > quotation[0] for a, b in flagged)
        share = {kind: 100 * tally[kind + " flagged"] / max(1, tally[kind]) for kind in ("easy", "hard", "fine")}
        print(
            f"{name}: recall easy {share['easy']:.1f} %, hard {share['hard']:.1f} %, false alarms {share['fine']:.1f} %"
        )


def measure_speed(texts: list[str]) -> None:
    """Print the speed of quotations and attributions together, best of three."""
    split = [passages_of(text)[0] for text in texts]
    seconds = []
    for _ in range(3):
        started = time.process_time()
        for passages in split:
            find_attributions(passages, find_quotations(passages))
        seconds.append(time.process_time() - started)
    print(f"speed: {sum(len(text.encode()) for text in texts) / min(seconds) / 1e6:.2f} MB/s on one core")


def measure_growth() -> None:
    """Print what one paragraph of 100 KB and one of 400 KB cost; a linear analysis shows a factor near 4."""
    units = {
        "plain news": "The mayor, Ada Roe, said on Monday that the pier would close, and critics doubted it. ",
        "quotations": "“Yes, we can do that,” said Roe. ",
        "opening marks": "“ ",
        "straight marks": '" ',
        "no punctuation": "the mayor said people think critics believe he claims ",
        "one cue": "he said ",
        "single marks": "'word ",
    }
    for name, unit in units.items():
        cost = []
        for size in (100_000, 400_000):
            passages = [Passage(unit * (size // len(unit)))]
            started = time.process_time()
            quotations = find_quotations(passages)
            find_orphans(passages, quotations, find_attributions(passages, quotations))
            cost.append(time.process_time() - started)
        print(f"growth, {name}: {cost[0]:.2f} s, {cost[1]:.2f} s, factor {cost[1] / max(cost[0], 1e-3):.1f}")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--ablated", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    if options.gold is None:
        measure_speed(["The mayor, Ada Roe, said that the pier would close. “It is late,” she said.\n" * 2000])
    else:
        articles = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
        if options.sample:
            articles = random.Random(7).sample(articles, min(options.sample, len(articles)))
        score(articles)
        measure_speed([article["text"] for article in articles])
    if options.ablated is not None:
        score_alarms([json.loads(line) for line in options.ablated.read_text(encoding="utf-8").splitlines() if line])
    measure_growth()


if __name__ == "__main__":
    main()
