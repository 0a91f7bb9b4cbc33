"""What is read as simple YAML is what the parser reads that explains, with the same lines; the rest is left to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import RuleFileError
from newslint.rules.folders import bundled, rule_files, shipped_profiles
from newslint.rules.simple_yaml import UnusualError, read_simple_yaml
from newslint.rules.yaml_files import DEEPEST, MOST, plain, read_any_yaml, read_yaml

FILES = [*dict(rule_files(bundled("rules"))).values(), *shipped_profiles().values()]
PIECES = """
    a|b|key|two words|é “q” 😀|~|null|true|No|on|=|<<|007|1_0|-1|1.5|-0|1e3|.5|0x1F|12:30|2026-01-31|2026-02-30
    -| - |- |? |: |:| |, |,|[|]|{|}|'|''|"|\\"|\\n|\\x41|\\/|#x| # c|http://x.example/y?a=b#c|a:b|@|`|%|*a|&a |!t
    [a, 'b', "c"]|[a:b]|{a: b:c}|{"a":1}|[?a]|[-a, -]|{a: , b: }|{a}|[a: b, c]
""".strip()
BLOCKS = (
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\n", "\r\n", "\n---\n", "--- ", "\n...\n", "\t", "|", "|-", ">+"),
    *("a: |\n   t\n  u\n\n  # n\n", "b: >\n  x\n  y\n\n   z\n\n  w\n", "c: >-\n  x\n # c\nd: 1\n", 'e: "a\n  b"\n'),
    *("f: 'a\n\n  b'\n", "g: a\n  b\n   c\n", "h:\n- x\n- y:\n    z\n-\n  - q\n", "? x\n: y\n", "a : b\n", "'k': v\n"),
)
TEXTS = st.lists(
    st.sampled_from([*(piece for line in PIECES.split("\n") for piece in line.lstrip().split("|")), *BLOCKS]),
    min_size=1,
    max_size=10,
).map("".join)


def facts(data: Any) -> object:
    """Return values with their types and the lines of keys and items."""
    if isinstance(data, dict):
        return [(str(key), data.lc.key(key)[0], facts(value)) for key, value in data.items()]  # type: ignore[attr-defined]
    if isinstance(data, list):
        return [(data.lc.item(index)[0], facts(value)) for index, value in enumerate(data)]  # type: ignore[attr-defined]
    return type(plain(data)), plain(data)


def compare(text: str) -> None:
    """Hold that a text that is simple is read as by the other parser."""
    try:
        read = facts(read_simple_yaml(text, DEEPEST, MOST))
    except UnusualError:
        return
    try:
        wanted = facts(read_any_yaml(text, Path("a.yaml"), RuleFileError))
    except RuleFileError as error:
        wanted = str(error)
    assert read == wanted or "overlap in comment" in str(wanted), text  # a fault of that parser


@given(st.lists(TEXTS, min_size=10, max_size=30))
def test_what_is_simple_means_the_same(texts: list[str]) -> None:
    for text in texts:
        compare(text)
        compare(f"a: {text}")


@given(st.sampled_from(FILES), st.integers(0, 10_000), st.integers(0, 40), TEXTS)
def test_parts_of_shipped_files_mean_the_same(path: Path, begin: int, gap: int, text: str) -> None:
    """Also where a part of them is replaced by something else."""
    whole = path.read_text(encoding="utf-8")
    begin %= len(whole)
    compare(whole[max(0, begin - 400) : begin] + whole[begin + gap : begin + gap + 400])
    compare(whole[max(0, begin - 400) : begin] + text + whole[begin + gap : begin + gap + 400])


def test_shipped_files_are_simple() -> None:
    for path in FILES:
        read_simple_yaml(path.read_text(encoding="utf-8"), DEEPEST, MOST)


@pytest.mark.parametrize(
    "text",
    [
        *("", "# a\n", "a", "a: 1\na: 2\n", "a: &x b\n", "a: *x\n", "a: !x b\n", "a: [b\n", "a:\tb\n", "? [a]\n: b\n"),
        *("a: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n", "<<: {a: b}\n", "a: \x85b\n", "a: |#\n", "a: b\n...\n"),
        *("a: 0x1F\n", "a: 1_000\n", "a: 007\n", "a: 2026-02-31\n", "a: 12:30:00\n"),
    ],
)
def test_what_is_not_simple_is_left_to_the_other_parser(text: str) -> None:
    with pytest.raises(UnusualError):
        read_simple_yaml(text, DEEPEST, MOST)


def test_what_is_too_deep_or_too_much_is_not_simple() -> None:
    assert read_simple_yaml("a: [[b]]\n", 3, 5) == {"a": [["b"]]}
    for deepest, most in ((2, 5), (3, 4)):
        with pytest.raises(UnusualError):
            read_simple_yaml("a: [[b]]\n", deepest, most)


def test_a_file_of_either_kind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for text in ("a: [1, x]\r\nb: 2026-01-31\r\n", "a: [0x1, x]\nb: !!str 2026-01-31\n"):
        path.write_bytes(text.encode())
        assert plain(read_yaml(path, RuleFileError)) == {"a": [1, "x"], "b": "2026-01-31"}
