"""What holds of every rule file: what it says arrives, what it cannot mean is told, and each change of it shows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newslint import __version__
from newslint.contract import Scene
from newslint.diagnostics import Citation, Severity
from newslint.errors import ConfigurationError, RuleFileError
from newslint.rules import build_ruleset, compile_rules
from newslint.rules.ambiguity import find_ambiguity
from newslint.rules.automata import is_available
from newslint.rules.building import fingerprint
from newslint.rules.builtin import BUILTIN_RULES, FAMILY
from newslint.rules.compiling import read_list
from newslint.rules.folders import bundled, made_from, profile_path, rule_files
from newslint.rules.parts import smallest
from newslint.rules.stamps import digest, stamp
from newslint.rules.yaml_files import line_of, plain, read_text, read_yaml
from newslint.today import Today

RULE = """title: Plain words
severity: error
profiles: [all]
check: phrases
options: {phrases: [utilise]}
message: “{phrase}” has a plain word.
rationale: House style.
remedy: Write “use”.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: We ⟦utilise⟧ it.}, {text: They ⟦utilise⟧ it.}]
  good: [{text: We use it.}, {text: They use it.}]
"""
FULL = """title: " Long headline "
severity: {default: warning, far: error}
profiles: [news, blog]
languages: [en, deu]
check: headline-length
options: {max_length: 60}
yields_to: [style/plain]
message: "{length} of {most}"
rationale: It is cut.
remedy: Shorten it.
sources:
  - {title: Guide, clause: "3.1", url: "https://guide.example/3", status: verified}
  - {title: House style, status: house}
limits: It counts.
examples:
  bad: [{text: a}, {text: b}]
  good: [{text: a}, {text: b}]
"""


def write(folder: Path, name: str, text: str = RULE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str, name: str = "style/a.yaml") -> str:
    """Return what a rule file is refused with, its path shown as `@`."""
    path = write(folder, name, text)
    with pytest.raises(RuleFileError) as caught:
        compile_rules([folder])
    return str(caught.value).replace(str(path), "@")


def changed(key: str, value: str, text: str = RULE) -> str:
    """Return a rule file with another value, or without the key where that is empty."""
    line = f"{key}: {value}\n" if value else ""
    return re.sub(rf"^{key}:.*\n(?:[ ].*\n)*", lambda _: line, text, flags=re.MULTILINE)


# What a rule file says arrives


def test_a_rule_file_becomes_plain_data_and_a_rule(tmp_path: Path) -> None:
    path = write(tmp_path, "style/long.yaml", FULL)
    write(tmp_path, "style/plain.yaml")
    compiled = compile_rules([tmp_path])
    assert list(compiled) == ["style/long", "style/plain"]
    assert compiled["style/long"] == {
        "id": "style/long",
        "title": "Long headline",
        "severities": {"default": "warning", "far": "error"},
        "profiles": ["news", "blog"],
        "preview": False,
        "languages": ["en", "deu"],
        "check": "headline-length",
        "options": {"max_length": 60, "max_length_far": 110},
        "yields_to": ["style/plain"],
        "message": "{length} of {most}",
        "remedy": "Shorten it.",
        "rationale": "It is cut.",
        "limits": "It counts.",
        "sources": [
            {"title": "Guide", "clause": "3.1", "url": "https://guide.example/3", "status": "verified"},
            {"title": "House style", "clause": None, "url": None, "status": "house"},
        ],
        "precision": None,
        "deprecated": None,
        "formerly": [],
        "duty": None,
        "needs": None,
        "path": str(path),
    }
    assert compiled["style/plain"]["severities"] == {"default": "error"}
    assert (compiled["style/plain"]["languages"], compiled["style/plain"]["yields_to"]) == ([], [])
    long, words = build_ruleset(compiled.values(), {}, {}).rules
    assert (long.id, long.file["title"], long.check_type.name) == ("style/long", "Long headline", "headline-length")
    assert long.severities == {"default": Severity.WARNING, "far": Severity.ERROR}
    assert (long.file["message"], long.file["remedy"]) == ("{length} of {most}", "Shorten it.")
    assert long.sources == (Citation("Guide", "3.1", "https://guide.example/3", "verified"), Citation("House style"))
    assert (long.file["languages"], long.file["yields_to"], long.phrases) == (["en", "deu"], ["style/plain"], ())
    assert long.options == {"max_length": 60, "max_length_far": 110}
    assert words.phrases == ("utilise",)


def test_severities_and_options_of_a_variant_replace_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml")
    write(tmp_path, "style/b.yaml")
    compiled = compile_rules([tmp_path])
    options = {**compiled["style/b"]["options"], "phrases": ["leverage"]}
    ruleset = build_ruleset(compiled.values(), {"style/a": {"default": "advice"}}, {"style/b": options})
    first, second = ruleset.rules
    assert (first.severity("default"), second.severity("default")) == (Severity.ADVICE, Severity.ERROR)
    assert (first.phrases, second.phrases) == (("utilise",), ("leverage",))
    assert (first.options["phrases"], second.options["phrases"]) == (["utilise"], ["leverage"])
    assert {hit[0] for hit in ruleset.phrases.find("utilise or leverage")} == {"style/a", "style/b"}
    assert build_ruleset([], {}, {}).phrases.find("utilise") == []


def test_needs_and_messages_of_a_rule_are_those_of_its_check() -> None:
    shipped = compile_rules([bundled("rules")])
    rules = {rule.id: rule for rule in build_ruleset(shipped.values(), {}, {}).rules}
    assert list(rules) == sorted(shipped)
    assert {need for rule in rules.values() for need in rule.check_type.needs} >= {"images", "links"}
    assert any(rule.check_type.messages for rule in rules.values())
    assert Scene(Today(date(2026, 1, 15))).profile == "news"


def test_rule_files_are_those_in_a_folder_of_a_folder_by_either_suffix(tmp_path: Path) -> None:
    for name in ("b/y.yml", "b/x.yaml", "a/z.yaml", "top.yaml", "a/deep/w.yaml", "a/n.txt", "a/q.json"):
        write(tmp_path, name)
    assert [(identity, path.relative_to(tmp_path).as_posix()) for identity, path in rule_files(tmp_path)] == [
        ("a/z", "a/z.yaml"),
        ("b/x", "b/x.yaml"),
        ("b/y", "b/y.yml"),
    ]


def test_lists_are_filled_in_wherever_they_are_named_from_the_own_folder_first(tmp_path: Path) -> None:
    write(tmp_path, "lists/own.txt", "# words\nutilise # always\n\n  leverage \n#\nsynergy\r\n")
    write(tmp_path, "lists/cliches.txt", "of our own\n")
    write(tmp_path, "style/a.yaml", changed("options", "{phrases: 'list:own'}"))
    write(tmp_path, "style/b.yaml", changed("options", "{phrases: [first, 'list:own', 'list:cliches', last]}"))
    own = ["utilise", "leverage", "synergy"]
    compiled = compile_rules([tmp_path])
    assert compiled["style/a"]["options"]["phrases"] == own
    assert compiled["style/b"]["options"]["phrases"] == ["first", *own, "of our own", "last"]
    assert read_list("cliches", tmp_path, None) == read_list("cliches", tmp_path, tmp_path / "none")
    assert read_list("cliches", tmp_path, None) != ["of our own"]


# What it cannot mean is told

TOLD = {
    changed("title", ""): "@:1: `title` is missing. Add it.",
    changed("title", "''"): "@:1: `title` must not be empty (got ''). Fix the value.",
    changed("title", "' '"): "@:1: `title` must not be empty (got ' '). Fix the value.",
    changed("title", "[a]"): "@:1: `title` must be text. Fix the value.",
    changed("title", "3"): "@:1: `title` must be text (got 3). Fix the value.",
    changed("title", ""): "@:1: `title` is missing. Add it.",
    changed("message", ""): "@:1: `message` is missing. Add it.",
    changed("severity", "grave"): "@:2: `severity` must be 'error', 'warning' or 'advice' or a mapping (got 'grave')",
    changed("severity", "{far: error}"): "@:1: `the file`: `severity` needs a `default`. Fix the value.",
    changed("severity", "{default: error, far: advice}"): (
        "@:2: unknown grade `far` in `severity`. Known: captured, default, doubtful, own-voice."
    ),
    changed("profiles", "[]"): "@:3: `profiles` must not be empty.",
    changed("profiles", "[News]"): "@:3: `profiles.0` must match `^[a-z][a-z0-9-]*(?:/[a-z0-9-]+)?$` (got 'News')",
    changed("profiles", "news"): "@:3: `profiles` must be a list (got 'news'). Fix the value.",
    changed("check", "phrase"): "@:4: unknown check type `phrase`. Did you mean `phrases`?",
    changed("check", "zzz"): "@:4: unknown check type `zzz`. Known: ",
    changed("check", "Phrases"): "@:4: `check` must match `^[a-z][a-z0-9-]*$` (got 'Phrases')",
    changed("options", "{}"): "@:5: `phrases` is missing. Add it.",
    changed("options", "{phrase: [a]}"): (
        "@:5: unknown option `phrase` of the check `phrases`. Did you mean `phrases`?"
    ),
    changed("options", "{phrases: [a], zzz: 1}"): (
        "@:5: unknown option `zzz` of the check `phrases`. Known: doubtful, headings, max_findings, phrases, skip."
    ),
    changed("options", "{phrases: [a], max_findings: many}"): (
        "@:5: `max_findings` must be a whole number (got 'many'). Fix the value."
    ),
    changed("options", "\n  phrases: [a]\n  skip: [quoted]\n  headings: maybe"): (
        "@:8: `headings` must be `true` or `false` (got 'maybe'). Fix the value."
    ),
    changed("options", "\n  phrases:\n    - a\n    - [b]"): "@:8: `phrases.1` must be text. Fix the value.",
    changed("options", "\n  phrases:\n    - a\n    -"): (
        "@:8: `phrases.1` must be text (it has no value). Fix the value."
    ),
    changed("options", "{phrases: 'list:zzz'}"): "@: unknown word list `list:zzz`. Known: ",
    changed("options", "{phrases: ['list:cliche']}"): (
        "@: unknown word list `list:cliche`. Did you mean `list:cliches`?"
    ),
    changed("message", "'{none}'"): ("@:6: unknown placeholder `{none}` in `message`. Known: {phrase}."),
    changed("message", "'{phrases}'"): ("@:6: unknown placeholder `{phrases}` in `message`. Did you mean `{phrase}`?"),
    changed("message", "'{phrase:d}'"): (
        "@:6: `message`: `{phrase:d}` is not a placeholder. Known: {phrase}; write {{ and }} for braces."
    ),
    changed("sources", "[]"): "@:9: `sources` must not be empty.",
    changed("sources", "[{title: a}]"): "@:9: `sources.0.status` is missing. Add it.",
    changed("sources", "[{title: a, status: sure}]"): (
        "@:9: `sources.0.status` must be 'verified', 'secondary', 'unverified' or 'house' (got 'sure')."
    ),
    changed("sources", "[{title: a, status: house, url: guide.example}]"): (
        "@:9: `sources.0.url` must match `^https?://` (got 'guide.example'). Fix the value."
    ),
    changed("sources", "\n  - title: a\n    status: house\n    clauze: b"): (
        "@:12: unknown key `sources.0.clauze`. Did you mean `clause`?"
    ),
    RULE + "colour: a\n": "@:14: unknown key `colour`. Known here: check, deprecated, duty, examples, formerly, ",
    RULE + "languages: [english]\n": "@:14: `languages.0` must match `^[a-z]{2,3}$`",
    RULE + "yields_to: [plain]\n": "@:14: `yields_to.0` must match `",
    RULE + "yields_to: [style/aa]\n": "@:14: `yields_to`: unknown rule `style/aa`. Did you mean `style/a`?",
    RULE + "yields_to: [zzz/zzz]\n": "@:14: `yields_to`: unknown rule `zzz/zzz`. Name a rule that exists.",
    RULE + "yields_to: [style/a]\n": (
        "@:14: circular `yields_to`: `style/a` would yield to itself. Remove one of the rules from `yields_to`."
    ),
    RULE.replace("{text: We use it.}", "{text: a, files: {md: a}}"): (
        "@:13: `examples.good.0`: an example has either `text` or `files`. Fix the value."
    ),
    RULE.replace("{text: We use it.}", "{note: a}"): (
        "@:13: `examples.good.0`: an example has either `text` or `files`. Fix the value."
    ),
    RULE.replace(
        "{text: We use it.}", "{text: a, count: -1}"
    ): "@:13: `examples.good.0.count` must be at least 0 (got -1).",
    RULE.replace("{text: We use it.}", "{text: a, today: '2026-1-1'}"): (
        "@:13: `examples.good.0.today`: `today` is not a date (use YYYY-MM-DD) (got '2026-1-1'). Fix the value."
    ),
    RULE.replace("{text: We use it.}", "{files: {}}"): (
        "@:13: `examples.good.0.files`: `files` is empty; write `md`, `html` or `txt`. Fix the value."
    ),
    "title: [a\n": "@:2: not valid YAML (",
    "a: b: c\n": "@:1: not valid YAML (a colon inside a value). Put the value in quotation marks.",
    "title: a\ntitle: b\n": "@:2: not valid YAML (",
    "title: 2026-02-31\n": "@: a value cannot be read (day is out of range for month). Put it in quotation marks.",
    "- a\n": "@:1: `the file` must be a mapping. Fix the value.",
    "title: \x01\n": "@: not valid YAML (",
}
PATTERNS = changed("check", "patterns")
TOLD |= {
    changed("message", "a", changed("options", "{patterns: ['util(ise']}", PATTERNS)): (
        "@:5: invalid pattern (missing ), unterminated subpattern at position 4). Fix the pattern."
    ),
}


@pytest.mark.parametrize("text", TOLD, ids=range(len(TOLD)))
def test_what_a_rule_file_cannot_mean_is_told_with_its_line_and_the_way_out(text: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text).startswith(TOLD[text])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Style/a.yaml", "@: the path gives the rule the id `Style/a`, which is not a valid name."),
        ("style/a b.yaml", "@: the path gives the rule the id `style/a b`, which is not a valid name."),
        ("style/a.b.yaml", "@: the path gives the rule the id `style/a.b`, which is not a valid name."),
        ("internal/a.yaml", "@: the family `internal` is reserved for newslint itself."),
        ("suppressions/a.yaml", "@: the family `suppressions` is reserved for newslint itself."),
    ],
)
def test_a_rule_whose_path_makes_no_name_is_refused(name: str, told: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, RULE, name).startswith(told)
    write(tmp_path / "fine", "style-2/a-1.yaml")
    assert list(compile_rules([tmp_path / "fine"])) == ["style-2/a-1"]


def test_one_rule_in_two_files_is_refused(tmp_path: Path) -> None:
    first = write(tmp_path, "style/a.yaml")
    told = refusal(tmp_path, RULE, "style/a.yml")
    assert told == f"@: `{first}` is the same rule, `style/a`. Remove or rename one of them."


def test_a_circle_is_told_of_the_rule_that_is_on_it_and_a_chain_is_none(tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml", RULE + "yields_to: [style/b, style/c]\n")
    write(tmp_path, "style/b.yaml", RULE + "yields_to: [style/c]\n")
    write(tmp_path, "style/c.yaml")
    assert len(compile_rules([tmp_path])) == 3
    told = refusal(tmp_path, RULE + "yields_to: [style/b]\n", "style/c.yaml")
    assert "circular `yields_to`: `style/b` would yield to itself." in told


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "style/a.yaml")
    path.write_bytes(b"title: caf\xe9\n")
    with pytest.raises(RuleFileError) as caught:
        compile_rules([tmp_path])
    told = str(caught.value)
    assert told.startswith(f"{path}: the file cannot be read ('utf-8' codec can't decode byte 0xe9 in position 10")
    assert told.endswith("Check its name and encoding.")
    path.unlink()
    path.mkdir()
    with pytest.raises(RuleFileError) as caught:
        compile_rules([tmp_path])
    assert str(caught.value) == f"{path}: the file is a folder. Put a file there, or remove it."


def test_a_text_is_read_up_to_its_limit_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfabc")
    assert read_text(path, ConfigurationError, 6) == "abc"
    with pytest.raises(ConfigurationError) as caught:
        read_text(path, ConfigurationError, 5)
    told = f"{path}: the file is larger than 5 bytes. Split it, or put its words into lists."
    assert str(caught.value) == told
    path.write_bytes("é".encode() * 600_000)
    with pytest.raises(RuleFileError, match="larger than 500,000 bytes"):
        read_text(path, RuleFileError)
    write(tmp_path, "lists/words.txt", "x" * 5_000_000)
    assert len(read_list("words", path, tmp_path)[0]) == 5_000_000
    write(tmp_path, "lists/words.txt", "x" * 5_000_001)
    with pytest.raises(RuleFileError, match="larger than 5,000,000 bytes"):
        read_list("words", path, tmp_path)


def test_a_path_of_keys_has_the_line_where_its_last_key_stands(tmp_path: Path) -> None:
    data = read_yaml(write(tmp_path, "a.yaml", "\na: 1\nb:\n  - x\n  - c:\n      d: 2\n    e: 3\n"), RuleFileError)
    places: dict[tuple[Any, ...], int] = {
        (): 1,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
        ("b", 1, "c", "d"): 6,
        ("b", 1, "e"): 7,
        ("b", 1, "e", "f"): 7,
        ("b", 1, "none"): 5,
        ("b", 9): 3,
        ("none",): 1,
    }
    assert {where: line_of(data, where) for where in places} == places
    assert line_of({"a": {"b": 1}}, ("a", "b")) == 1
    assert line_of(None, ("a",)) == 1


def test_data_becomes_plain_without_change(tmp_path: Path) -> None:
    text = "1: true\na: [1, 1.5, x, null, {b: 'y'}]\nd: 2026-01-31\nf: 0x1F\n"
    data = plain(read_yaml(write(tmp_path, "a.yaml", text), RuleFileError))
    assert data == {"1": True, "a": [1, 1.5, "x", None, {"b": "y"}], "d": "2026-01-31", "f": 31}
    assert [type(item) for item in data["a"]] == [int, float, str, type(None), dict]
    assert type(data) is dict
    assert type(data["1"]) is bool
    assert read_yaml(write(tmp_path, "b.yaml", "# nothing\n"), RuleFileError) is None


# Each change of it shows


def test_a_fingerprint_is_of_all_that_rules_say_and_not_of_where_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "one", "style/a.yaml")
    write(tmp_path / "two", "style/a.yaml")
    write(tmp_path / "three", "style/a.yaml", changed("limits", "Some."))
    one, two, three = (compile_rules([tmp_path / name]) for name in ("one", "two", "three"))
    assert fingerprint(one) == fingerprint(two) != fingerprint(three)
    assert re.fullmatch("sha256:[0-9a-f]{64}", fingerprint(one))
    more = {"style/a": one["style/a"], "other/b": three["style/a"]}
    assert fingerprint(more) == fingerprint(dict(reversed(list(more.items())))) != fingerprint(one)
    before = fingerprint(one)
    monkeypatch.setattr("newslint.rules.building.__version__", f"{__version__}.1")
    assert fingerprint(one) != before


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda folder: (folder / "style" / "a.yaml").write_text("b"),
    "name": lambda folder: (folder / "style" / "a.yaml").rename(folder / "style" / "b.yaml"),
    "family": lambda folder: (folder / "style").rename(folder / "other"),
    "yml": lambda folder: (folder / "style" / "c.yml").write_text(""),
    "code": lambda folder: (folder / "style" / "c.py").write_text(""),
    "list": lambda folder: (folder / "style" / "c.txt").write_text(""),
    "at the top": lambda folder: (folder / "c.yaml").write_text(""),
    "gone": lambda folder: (folder / "style" / "a.yaml").unlink(),
    "to a link": lambda folder: (folder / "style" / "c.yaml").symlink_to(folder / "style" / "a.yaml"),
    "a link to nowhere": lambda folder: (folder / "style" / "c.yaml").symlink_to("nowhere"),
    "a linked family": lambda folder: (folder / "linked").symlink_to(folder / "style"),
    "a folder like a file": lambda folder: (folder / "style" / "c.yaml").mkdir(),
}
SAME: dict[str, Callable[[Path], object]] = {
    "nothing": lambda folder: None,
    "another kind": lambda folder: (folder / "style" / "c.md").write_text("x"),
    "another kind at the top": lambda folder: (folder / "c.json").write_text("x"),
    "compiled code": lambda folder: write(folder, "__pycache__/c.py", "x"),
    "times": lambda folder: os.utime(folder / "style" / "a.yaml", (1, 1)),
}


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
@pytest.mark.parametrize("kind", CHANGES)
def test_a_stamp_of_a_folder_shows_each_change_of_what_is_meant(kind: str, tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml", "a")
    before = stamp(tmp_path)
    CHANGES[kind](tmp_path)
    assert stamp(tmp_path) != before


@pytest.mark.parametrize("kind", SAME)
def test_a_stamp_of_a_folder_is_the_same_where_nothing_changes_that_is_meant(kind: str, tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml", "a")
    before = stamp(tmp_path)
    SAME[kind](tmp_path)
    assert stamp(tmp_path) == before
    assert before[0] == os.path.realpath(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_a_stamp_of_a_file_is_where_it_leads_and_what_it_holds(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", "a")
    assert stamp(file) == [os.path.realpath(file), digest(b"a")]
    link = tmp_path / "link"
    link.symlink_to(file)
    assert stamp(link) == stamp(file)
    link.unlink()
    link.symlink_to("nowhere")
    assert stamp(link) == stamp(tmp_path / "gone") == stamp(Path("a\0b")) == []
    os.mkfifo(tmp_path / "pipe")
    assert stamp(tmp_path / "pipe") == []
    assert digest(b"") != digest(b"a")
    assert re.fullmatch("[0-9a-f]{64}", digest(b"a"))


def test_a_stamp_of_a_folder_tells_where_a_family_leads(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, "a.yaml", "a")
    home = tmp_path / "home"
    home.mkdir()
    stamps = []
    for name in ("one", "two"):
        (home / "style").symlink_to(tmp_path / name)
        stamps.append(stamp(home))
        (home / "style").unlink()
    assert stamps[0] != stamps[1]


# Folders, profiles, reserved for newslint itself


def test_a_profile_is_a_shipped_one_by_its_plain_name_else_a_file(tmp_path: Path) -> None:
    shipped = bundled("profiles")
    own = write(tmp_path, "desk.yaml", "")
    assert profile_path("news", tmp_path) == shipped / "news.yaml"
    assert profile_path("desk.yaml", tmp_path) == own
    assert profile_path(str(own), Path("/nowhere")) == own
    for name in ("zzz", "desk", "../profiles/news", "News", "news.yaml", ".", ""):
        assert profile_path(name, tmp_path) is None
    write(tmp_path, "news", "")
    assert profile_path("news", tmp_path) == shipped / "news.yaml"
    # A name with a slash is a path from the folder, never one from the shipped profiles.
    assert profile_path("../profiles/news", shipped) is None


def test_what_is_shipped_is_found_in_the_package_first_and_code_counts_in_a_source_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "newslint"
    monkeypatch.setattr("newslint.rules.folders._PACKAGE", package)
    made_from.cache_clear()
    rooms = [package / room for room in ("checks", "rules", "settings")]
    assert made_from() == (tmp_path / "rules", tmp_path / "profiles", *rooms)
    (package / "_bundled" / "rules").mkdir(parents=True)
    made_from.cache_clear()
    assert bundled("rules") == package / "_bundled" / "rules"
    assert bundled("profiles") == tmp_path / "profiles"
    (package / "_bundled" / "profiles").mkdir(parents=True)
    made_from.cache_clear()
    assert made_from() == (package / "_bundled" / "rules", package / "_bundled" / "profiles")
    made_from.cache_clear()


def test_what_newslint_says_of_suppressions_has_names_severities_and_reasons() -> None:
    severities = {name: rule.severity for name, rule in BUILTIN_RULES.items()}
    assert severities == {
        "suppressions/expired": "warning",
        "suppressions/malformed": "warning",
        "suppressions/missing-reason": "warning",
        "suppressions/renamed-rule": "advice",
        "suppressions/unknown-rule": "warning",
        "suppressions/unused": "advice",
    }
    assert all("uppression" in rule.title and rule.rationale.endswith(".") for rule in BUILTIN_RULES.values())
    assert FAMILY == "suppressions"


# The part to blame


@pytest.mark.parametrize(
    ("text", "sign", "part"),
    [
        ("abc", "b", "b"),
        ("a(?:bc|de)f", "d", "d"),
        ("x|y|z", "y", "y"),
        (r"\w+\s*\d", r"\s*", r"\s*"),
        ("[abc]+(?P<n>x)", "[abc]", "[abc]"),
        (rb"a[\]x]b", "[", r"[\]x]"),
        ("abc", "abc", "abc"),
        ("abc", "zzz", "abc"),
    ],
)
def test_the_smallest_part_that_is_to_blame_is_found(text: str | bytes, sign: str, part: str) -> None:
    def holds(piece: str) -> bool:
        re.compile(piece)
        return sign in piece

    assert smallest(text, holds) == part


@pytest.mark.parametrize("text", ["aaaaaaaa|bc|dddddddd", "aaaaaaaa(?:bc)dddddddd", "aaaa(?:aaaa(bc)dddd)dddd", "|bc|"])
def test_a_branch_or_group_to_blame_is_found_though_nothing_around_it_is(text: str) -> None:
    assert smallest(text, lambda piece: piece in (text, "bc")) == "bc"


needs_parser = pytest.mark.skipif(not is_available(), reason="this interpreter's parser cannot be asked")


@needs_parser
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (r"(x)?(?(1)y|z)w", None),
        (r"(x)?(?(1)y)w", None),
        (r"(x)?(?(1)a+a+|z)w", "polynomial"),
        (r"(x)?(?(1)z|a+a+)w", "polynomial"),
        (r"(x)?(?(1)a+)a+w", "polynomial"),
        (r"x(a+)\1w", "polynomial"),
        (r"x(a)\1a*w", None),
        (r"x(a{2,3})\1a+w", None),
    ],
)
def test_conditions_and_references_are_read_as_what_they_can_match(text: str, kind: str | None) -> None:
    found = find_ambiguity(text)
    assert (found and found.kind) == kind


@needs_parser
def test_a_pattern_that_is_too_large_to_judge_is_refused_at_its_line(tmp_path: Path) -> None:
    options = changed("options", f"\n  patterns:\n    - a\n    - {'ab' * 4000}+", PATTERNS)
    told = refusal(tmp_path, changed("message", "a", options))
    assert re.match(r"@:\d+: a pattern is too large for newslint to see how long a search with it can take\.", told)
