"""What was found before is told again exactly while nothing that it depends on has changed, and never after."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import assembly, runner
from newslint.article import Article
from newslint.assembly import ParseOptions
from newslint.cli import main
from newslint.results import origins
from newslint.settings import load_settings
from newslint.settings.records import Configuration
from newslint.source import Source

KEEPS_RESULTS = True
TODAY = ["--today", "2026-05-04"]
ARTICLE = """---
title: Ferry stops at Tarrow
author: Mara Oduya
date: 2026-05-03
summary: The ferry stops at Tarrow from Monday, the company says, and nobody was told.
---

At the end of the day, the [ferry](/times.md) sailed. Moorbuss was told. TK

“Nobody told us,” said Ben Doe, the harbour master.
"""
EXCUSED = "<!-- newslint: ignore[clarity/cliche] reason: a pun until: 2026-05-10 -->\n"
HOUSE = """title: House word
severity: error
profiles: [all]
check: phrases
options: {phrases: [moorbuss]}
message: “{phrase}” is not our word.
rationale: The house says so.
remedy: Write bus.
sources: [{title: House, status: house}]
limits: None.
examples:
  bad: [{text: "The ⟦moorbuss⟧ came."}, {text: "A ⟦moorbuss⟧ left."}]
  good: [{text: "The bus came."}, {text: "A bus left."}]
"""


class Site:
    """A content repository, what `check` says of it, and which of its files were linted for that."""

    def __init__(self, root: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.cache = cache
        self.linted: list[str] = []
        self.whole: object = None
        self._capsys = capsys

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def check(self, *words: str) -> tuple[int, str, str]:
        """Return the status and what is said on both streams."""
        self.linted.clear()
        arguments = ["check", *(words if "--today" in words else (*words, *TODAY))]
        status = main([*arguments, "."])
        out, err = self._capsys.readouterr()
        return status, out, err

    def agrees(self, *words: str) -> bool:
        """Check twice with what was kept and once without, which must all say the same; tell whether all was known."""
        first = self.check(*words)
        is_known = not self.linted
        assert self.check(*words) == first
        assert not self.linted, "what the run before kept is not found"
        assert self.check(*words, "--no-cache") == first
        assert self.linted
        return is_known


FILES = {
    "newslint.yaml": "rule_folders: house\nsite_root: .\n",
    "house/words/moor.yaml": HOUSE,
    "own.yaml": "extends: blog\n",
    "c.md": ARTICLE.replace("author:", "newslint: {profile: own.yaml}\nauthor:"),
    "news/a.md": ARTICLE,
    "news/b.md": ARTICLE.replace("2026-05-03", "2026-07-20").replace("At the end", f"{EXCUSED}At the end"),
    "page.html": "<h1>Ferry stops</h1><p>At the end of the day, the ferry sailed. TK</p>",
    "times.md": ARTICLE,
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for a site, beside a cache with all that was found in it."""
    return tmp_path_factory.mktemp("known")


@pytest.fixture
def site(
    known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    made = Site(known / "site", tmp_path / "cache", capsys)
    for name, text in FILES.items():
        made.write(name, text)
    monkeypatch.chdir(made.root)
    if not (known / "cache").exists():
        monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(known / "cache"))
        main(["check", "--format", "json", *TODAY, "."])
        capsys.readouterr()
    shutil.copytree(known / "cache", made.cache)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(made.cache))
    parse = assembly.parse

    def note(source: Source, options: ParseOptions) -> Article:
        made.linted.append(source.path)
        return parse(source, options)

    monkeypatch.setattr(runner, "parse", note)
    yield made
    shutil.rmtree(made.root)


def change_word(site: Site) -> None:
    site.write("news/a.md", ARTICLE.replace("sailed", "left"))


def drop_file_of_site(site: Site) -> None:
    (site.root / "times.md").unlink()


# What is changed, and which files must be linted anew for that.
CHANGES: dict[str, tuple[Callable[[Site], None], set[str]]] = {
    "nothing": (lambda site: None, set()),
    "a word": (change_word, {"news/a.md"}),
    "a file less that others link to": (drop_file_of_site, {"c.md", "news/a.md", "news/b.md"}),
    "a profile that front matter names": (
        lambda site: site.write("own.yaml", "extends: blog\nrules: {hygiene: off}\n"),
        {"c.md"},
    ),
    "a profile that is not there": (lambda site: (site.root / "own.yaml").unlink(), {"c.md"}),
    "a profile that is not valid": (lambda site: site.write("own.yaml", "extends: [\n"), {"c.md"}),
}
EVERYTHING: dict[str, Callable[[Site], None]] = {
    "a house rule": lambda site: site.write("house/words/moor.yaml", HOUSE.replace("error", "advice")),
    "a house rule more": lambda site: site.write("house/words/more.yaml", HOUSE.replace("moorbuss", "ferry")),
    "a setting": lambda site: site.write("newslint.yaml", "rule_folders: house\nsite_root: .\nrules: {clarity: off}\n"),
    "a language": lambda site: site.write("newslint.yaml", "rule_folders: house\nsite_root: .\nlanguage: de\n"),
    "a name": lambda site: site.write("newslint.yaml", "rule_folders: house\nsite_root: .\nnames: [Ben Do]\n"),
    "words": lambda site: site.write(
        "newslint.yaml", 'rule_folders: house\nsite_root: .\nlexicons: {cues: ["that tells : minute"]}\n'
    ),
    "drafts": lambda site: site.write("newslint.yaml", "rule_folders: house\nsite_root: .\ndrafts: skip\n"),
    "another root of the site": lambda site: site.write("newslint.yaml", "rule_folders: house\nsite_root: news\n"),
    "overrides": lambda site: site.write(
        "newslint.yaml",
        "rule_folders: house\nsite_root: .\noverrides: [{files: news/**, profile: opinion, rules: {hygiene: off}}]\n",
    ),
    "what is ignored in some files": lambda site: site.write(
        "newslint.yaml",
        "rule_folders: house\nsite_root: .\n"
        "per_file_ignores: {news/**: {rules: [hygiene], reason: old, until: 2026-05-06}}\n",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_only_what_it_touches_is_linted_and_all_is_as_without_a_cache(site: Site, name: str) -> None:
    change, touched = CHANGES[name]
    change(site)
    first = site.check("--format", "json")
    assert set(site.linted) == touched
    again = site.check("--format", "json")
    # A profile that is not valid today may be tomorrow: what was judged without it is not kept.
    assert set(site.linted) == (touched if name.startswith("a profile that is not") else set())
    assert first == again == site.check("--format", "json", "--no-cache")


@pytest.mark.parametrize("name", EVERYTHING)
def test_after_a_change_of_rules_or_settings_all_is_linted_anew(site: Site, name: str) -> None:
    EVERYTHING[name](site)
    assert not site.agrees("--format", "json")
    assert site.agrees("--format", "json")


@pytest.mark.parametrize(
    "words",
    [
        ["--select", "hygiene"],
        ["--ignore", "hygiene"],
        ["--preview"],
        ["--profile", "opinion"],
        ["--format", "concise"],
    ],
)
def test_other_options_have_results_of_their_own(site: Site, words: list[str]) -> None:
    assert not site.agrees("--format", "json", *words) or words == ["--format", "concise"]
    assert site.agrees("--format", "json")


def test_options_that_only_choose_what_is_shown_use_the_same_results(site: Site) -> None:
    for words in (["--fail-on", "advice"], ["--min-severity", "advice"], ["--quiet"], ["--statistics"]):
        assert site.agrees("--format", "text", *words), words
    assert not site.agrees("--format", "concise")  # without the measures of articles
    for name in ("sarif", "github", "jsonl", "csv", "gitlab", "junit", "rdjson", "markdown"):
        assert site.agrees("--format", name), name


@pytest.mark.parametrize("day", ["2026-05-05", "2026-05-10", "2026-05-11", "2026-06-19", "2025-07-19", "2027-01-01"])
def test_another_day_changes_what_depends_on_it_alone(site: Site, day: str) -> None:
    site.agrees("--format", "json", "--today", day)
    site.check("--format", "json")
    # An excuse ends on the 10th of May, a date of publication is to come, and another is in the past from the first.
    touched = set(site.linted)
    assert touched <= {"news/b.md", "news/a.md", "c.md", "times.md"}
    assert "page.html" not in touched
    assert (touched == set()) == (day in ("2026-05-05", "2026-05-10"))


def test_another_day_lints_nothing_that_no_day_changes(site: Site) -> None:
    (site.root / "news" / "b.md").unlink()
    site.check("--format", "json")
    site.check("--format", "json", "--today", "2031-01-01")
    assert not site.linted


def test_a_file_under_another_name_has_a_result_of_its_own(site: Site) -> None:
    (site.root / "_drafts").mkdir()
    (site.root / "news" / "a.md").rename(site.root / "_drafts" / "a.md")
    assert not site.agrees("--format", "json")


def test_the_same_file_from_elsewhere_is_told_under_the_name_that_is_given(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root / "news")
    status, out, _ = site.check("--format", "jsonl")
    assert '"path": "a.md"' in out
    assert site.check("--format", "jsonl", "--no-cache")[:2] == (status, out)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_cache_with_any_byte_flipped_changes_no_verdict(site: Site, data: st.DataObject) -> None:
    kept = site.cache / "private"
    whole = site.whole = site.whole or site.check("--format", "json", "--no-cache")
    file = data.draw(st.sampled_from(sorted(kept.glob("results-*"))))
    content = bytearray(file.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    file.write_bytes(bytes(content))
    assert site.check("--format", "json") == whole


def test_parts_of_the_configuration_that_say_nothing_of_a_file_are_known(site: Site) -> None:
    state = load_settings(site.root / "newslint.yaml", keep=False)
    before = origins.origin_of(state, ())
    for name in Configuration._fields:
        state.state["config"] = {**state.state["config"], name: "something else"}
        is_outside = name in origins.OUTSIDE
        assert (origins.origin_of(state, ()) == before) is is_outside, name
        state = load_settings(site.root / "newslint.yaml", keep=False)
    assert set(origins.OUTSIDE) < set(Configuration._fields)


def test_another_version_of_code_library_or_interpreter_has_results_of_its_own(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = origins.made_by()
    assert any(part.startswith("pyromark-") for part in own)
    assert any(part.startswith("pyyaml-") for part in own)
    for number in range(len(own)):
        changed = tuple(part + "x" if at == number else part for at, part in enumerate(own))
        monkeypatch.setattr(origins, "made_by", lambda changed=changed: changed)
        site.check("--format", "json")
        assert site.linted


def test_what_newslint_failed_on_is_tried_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    change_word(site)
    with monkeypatch.context() as patch:
        patch.setattr("newslint.runner.lint", lambda *given: 1 / 0)
        assert site.check("--format", "json")[0] == 2
    assert site.check("--format", "json")[0] == 1
    assert set(site.linted) == {"news/a.md"}


def test_lines_that_are_chosen_have_results_of_their_own(site: Site) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
        subprocess.run(["git", *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    site.write("news/a.md", ARTICLE.replace("sailed. Moorbuss", "sailed.\n\nMoorbuss"))
    for _ in range(2):
        assert site.check("--changed-since", "HEAD", "--format", "json") == site.check(
            "--changed-since", "HEAD", "--format", "json", "--no-cache"
        )
    site.write("news/a.md", ARTICLE.replace("Nobody", "No one"))
    assert site.check("--changed-since", "HEAD", "--format", "json") == site.check(
        "--changed-since", "HEAD", "--format", "json", "--no-cache"
    )
    assert site.agrees("--format", "json") is False


def test_a_baseline_hides_the_same(site: Site) -> None:
    assert main(["baseline", ".", *TODAY]) == 0
    assert site.check()[0] == 0
    site.write("news/a.md", f"{ARTICLE}\nMoorbuss again.\n")
    assert not site.agrees("--format", "json")
    assert not site.agrees("--format", "concise")
