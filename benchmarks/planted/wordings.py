"""Plant faults that somebody worded: JSON Lines of which each says what stands where.

Half of the wordings of each kind are set aside: they measure, and nobody reads them to mend a rule.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.planted.copies import Copy, Pair, Part, is_paragraph, is_quiet, mark

FILE = Path(__file__).with_name("wordings.jsonl")
SETS = ("developing", "aside")
# Keys of a wording that say what stands where; each may have a twin with `_right`.
KEYS = (
    "sentence", "paragraph", "first", "last", "headline", "summary", "body", "question", "answer", "byline", "date",
    "heading", "caption", "keypoint",
)  # fmt: skip
_APART = 2  # parts between a paragraph and the one that repeats it

Wording = dict[str, Any]


class _Spots(NamedTuple):
    """The parts of a body before which things are put, and the one at whose end a sentence is."""

    body: int
    paragraph: int
    sentence: int


def read_wordings(which: str) -> dict[str, list[Wording]]:
    """Return the wordings of a set by kind."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        wording = json.loads(line)
        if wording["set"] == which:
            found[wording["kind"]].append(wording)
    return found


def plant(copy: Copy, wording: Wording, chance: random.Random) -> tuple[Copy, Copy] | None:
    """Return a copy with a fault and its twin without it, or None where the article has no place for it."""
    spots = _choose(copy, chance)
    if spots is None:
        return None
    faulty = {key: mark(wording[key]) for key in KEYS if key in wording}
    twin = {key: mark(wording[f"{key}_right"]) for key in KEYS if f"{key}_right" in wording}
    # What the fault is held against is the same in both; where the date is the fault, the twin keeps the article's.
    same = ("body", "date") if twin else ("body",)
    twin = {key: faulty[key] for key in same if key in faulty} | twin
    if "question" in faulty:
        twin |= {"question": faulty["question"]}
        twin.setdefault("answer", (copy.faq[0].answer if copy.faq else None) or "")
    return _put(copy, faulty, spots), _put(copy, twin, spots)


def _choose(copy: Copy, chance: random.Random) -> _Spots | None:
    """Choose where things are put: where nobody is quoted if there is such a place."""
    within, first = (_spot(copy.body, chance, before) for before in (0, 1))
    if within is None or first is None:
        return None
    later = [at for at in range(first + _APART, len(copy.body)) if is_paragraph(copy.body[at])]
    return _Spots(first, chance.choice(later) if later else len(copy.body), within)


def _spot(body: tuple[Part, ...], chance: random.Random, before: int) -> int | None:
    """Choose a paragraph after the first that fits together with some parts before it."""
    for fits in (is_quiet, is_paragraph):
        places = [at for at in range(1, len(body)) if all(map(fits, body[at - before : at + 1]))]
        if places:
            return chance.choice(places)
    return None


def _put(copy: Copy, given: dict[str, str], spots: _Spots) -> Copy:
    """Return a copy with texts where they belong."""
    copy = copy._replace(body=tuple(_body(copy.body, given, spots)))
    copy = copy._replace(
        headline=given.get("headline", copy.headline),
        summary=given.get("summary", copy.summary),
        byline=given.get("byline", copy.byline),
        published=given.get("date", copy.published),
    )
    if "question" in given:
        pair = Pair(given["question"], given.get("answer") or None)
        copy = copy._replace(faq=(*copy.faq[:1], pair, *copy.faq[1:]))
    if "keypoint" in given:
        others = [part.text for part in copy.body if is_quiet(part)][:2]
        copy = copy._replace(points=(*others[:1], given["keypoint"], *others[1:]))
    if "last" in given and copy.disclaimer:
        copy = copy._replace(disclaimer=given["last"])
    elif "last" in given:
        copy = copy._replace(body=(*copy.body, Part("paragraph", given["last"])))
    return copy._replace(caption=given["caption"]) if "caption" in given else copy


def _body(body: tuple[Part, ...], given: dict[str, str], spots: _Spots) -> list[Part]:
    parts = list(body)
    if "sentence" in given:
        parts[spots.sentence] = Part("paragraph", f"{parts[spots.sentence].text} {given['sentence']}")
    inserted = [(spots.paragraph if "body" in given else spots.body, "paragraph"), (spots.body, "body")]
    for at, key in inserted:
        if key in given:
            parts.insert(at, Part("paragraph", given[key]))
    if "heading" in given:
        parts[spots.body : spots.body] = [Part("heading", given["heading"]), Part("heading", "What happens next")]
    if "first" in given:
        parts.insert(0, Part("paragraph", given["first"]))
    return parts
