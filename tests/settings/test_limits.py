"""A configuration or house rule that somebody else wrote can be refused, but neither stall nor crash a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.pathologies import is_linear

from newslint.errors import ConfigurationError, RuleFileError
from newslint.rules.compiling import compile_rules
from newslint.rules.yaml_files import DEEPEST, LONGEST, MOST
from newslint.settings import load_settings

LAUGHS = "a1: &a1 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(2, 30))
EXPLOSIVE = {
    "aliases of aliases": (LAUGHS + "names: *a29\n", r":\d+: aliases stand for more than 100,000 values"),
    "a few long aliases": ("names: &a [" + "x, " * 5_000 + "]\n" + "b: [" + "*a, " * 30 + "]\n", "aliases stand"),
    "merged mappings": (
        "m1: &m1 {x: 1}\n" + "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(2, 30)),
        "aliases stand",
    ),
    "a value within itself": ("names: &a [*a]\n", ":1: a value contains itself"),
    "a mapping within itself": ("names: &a {b: *a}\n", ":1: a value contains itself"),
    "mappings as keys": ("{" * 20 + "}" * 20 + "\n", ":1: a key is a list or a mapping"),
    "keys with signs": ("? " * 20 + "a\n", ":1: a key is a list or a mapping"),
    "lists as keys": ("? [a, [b]]\n: c\n", ":1: a key is a list or a mapping"),
    "deep lists": ("names: " + "[" * 150 + "]" * 150 + "\n", ":1: values are nested too deeply"),
    "deep mappings": ("names: " + "{a: " * 150 + "1" + "}" * 150 + "\n", ":1: values are nested too deeply"),
    "very deep lists": ("names: " + "[" * 400 + "\n", ":1: values are nested too deeply"),
    "indented lists": ("names:\n" + "".join(" " * n + "-\n" for n in range(150)), "values are nested too deeply"),
    "a long file": ("# " + "x" * LONGEST + "\n", "the file is larger than 500,000 bytes"),
}


@pytest.mark.parametrize("kind", EXPLOSIVE)
@pytest.mark.parametrize("role", ["configuration", "profile", "rule"])
def test_yaml_that_stands_for_too_much_is_refused_with_its_place(kind: str, role: str, tmp_path: Path) -> None:
    text, told = EXPLOSIVE[kind]
    path = tmp_path / "house" / "style" / "a.yaml" if role == "rule" else tmp_path / "newslint.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    if role == "profile":
        path.write_text("extends: other.yaml\n", encoding="utf-8")
        path = tmp_path / "other.yaml"
    path.write_text(text, encoding="utf-8")

    def load() -> object:
        rule = role == "rule"
        return compile_rules([tmp_path / "house"]) if rule else load_settings(tmp_path / "newslint.yaml", keep=False)

    with pytest.raises((ConfigurationError, RuleFileError), match=f"{path.name}.*{told}"):
        load()


@pytest.mark.parametrize("depth", [3_000, 300])
def test_toml_that_is_nested_deeply_is_refused(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.newslint]\nnames = " + "[" * depth + "]" * depth + "\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml"):
        load_settings(path, keep=False)


def test_aliases_and_merges_of_a_sensible_size_are_read(tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    path.write_text(
        "overrides:\n"
        "  - &base {files: 'a/**', rules: &rules {clarity: advice}}\n"
        "  - {<<: *base, files: 'b/**'}\n"
        "  - {files: 'c/**', rules: *rules}\n",
        encoding="utf-8",
    )
    entries = load_settings(path, keep=False).config.overrides
    assert [entry.files for entry in entries] == [("a/**",), ("b/**",), ("c/**",)]


def test_values_are_nested_as_deeply_and_are_as_many_as_the_limits_say(tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    width = MOST // 10 - 10
    texts = {
        "names: " + "[" * DEEPEST + "]" * DEEPEST: "must be",
        "names: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1): "nested too deeply",
        "names: [&a [" + "x, " * width + "]" + ", *a" * 9 + "]": "must be",
        "names: [&a [" + "x, " * width + "]" + ", *a" * 10 + "]": "aliases stand for more",
    }
    for text, told in texts.items():
        path.write_text(f"{text}\n", encoding="utf-8")
        with pytest.raises(ConfigurationError, match=told):
            load_settings(path, keep=False)


def test_a_configuration_may_have_as_many_bytes_as_the_limit_says(tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    text = "fail_on: never\n#"
    path.write_text(text + "x" * (LONGEST - len(text)), encoding="utf-8")
    assert load_settings(path, keep=False).config.fail_on == "never"
    path.write_text(text + "x" * (LONGEST - len(text) + 1), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="larger than"):
        load_settings(path, keep=False)


SIZES = {"10": 10, "10 MB": 10_000_000, "500kB": 500_000, "2 MiB": 2_097_152, "1GB": 10**9, "7 b": 7}


@pytest.mark.parametrize("written", SIZES)
def test_the_largest_file_is_given_in_bytes_or_with_a_unit(written: str, tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    path.write_text(f"max_file_size: {written}\n", encoding="utf-8")
    assert load_settings(path, keep=False).config.max_file_size == SIZES[written]


@pytest.mark.parametrize("written", ["0", "-1", "10 XB", "MB", "1.5 MB", "lots", "[]", "٣ MB", "9" * 5_000 + " MB"])
def test_a_largest_file_that_is_no_size_is_refused(written: str, tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    path.write_text(f"max_file_size: {written}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"max_file_size|cannot be read"):
        load_settings(path, keep=False)


GROWING: dict[str, Callable[[int], str]] = {
    "names": lambda size: "names:\n" + "".join(f"  - Mara {n}\n" for n in range(size)),
    "flow": lambda size: "names: [" + "a, " * size + "]\n",
    "aliases": lambda size: "names:\n  - &a Mara\n" + "  - *a\n" * size,
    "comments": lambda size: "names: []\n" + "# a\n" * size * 4,
    "quotes": lambda size: "names: ['" + "a''" * size * 4 + "']\n",
    "ignores": lambda size: "per_file_ignores:\n" + "".join(f"  a{n}.md: [clarity]\n" for n in range(size)),
}


@pytest.mark.parametrize("kind", GROWING)
def test_loading_a_configuration_takes_time_in_proportion_to_its_size(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    from newslint.settings.resolving import read_config

    def read(text: str) -> None:
        path.write_text(text, encoding="utf-8")
        read_config(path)

    assert is_linear(GROWING[kind], read, largest=1_000)
