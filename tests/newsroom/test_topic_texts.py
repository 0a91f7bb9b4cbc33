"""Texts that a second person wrote without sight of the word lists: how many of them open their topic, and how many
near misses keep it shut."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from newslint.assembly import parse
from newslint.newsroom.topics import opened, topic_names
from newslint.source import Source

TEXTS = Path(__file__).with_name("topics.jsonl")


def test_topics_open_and_near_misses_do_not() -> None:
    right, all_of = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = "\n\n".join([f"# {row['headline']}", *row["paragraphs"]]) + "\n"
        is_open = opened(parse(Source(path="a.md", text=text, format="markdown")), row["topic"]) is not None
        all_of[row["topic"], row["in"]] += 1
        right[row["topic"], row["in"]] += is_open == row["in"]
    assert {topic for topic, _ in all_of} == set(topic_names())
    assert all(count == 14 for count in all_of.values())
    for topic in topic_names():
        assert right[topic, True] >= 10, topic
        assert right[topic, False] >= 10, topic
    assert sum(right[topic, True] for topic in topic_names()) >= 0.87 * 280
    assert sum(right[topic, False] for topic in topic_names()) >= 0.9 * 280
