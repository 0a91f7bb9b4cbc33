"""A pattern of a house rule that could take for ever is refused where it is loaded, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.cli import main
from newslint.errors import ConfigurationError, RuleFileError
from newslint.rules import judging
from newslint.rules.automata import TooLargeError, is_available
from newslint.rules.compiling import CompiledRule, compile_options, compile_rules
from newslint.rules.folders import bundled
from newslint.settings import load_settings

pytestmark = pytest.mark.skipif(not is_available(), reason="this interpreter's parser cannot be asked")

RULE = """title: Loud words
severity: advice
profiles: [news]
check: patterns
options:
  patterns:
    - 'wow'
    - '{pattern}'
message: Loud words stand here.
rationale: House style.
remedy: Write it plainly.
sources: [{{title: House style, status: house}}]
limits: None.
examples:
  bad: [{{text: It was ⟦wow⟧.}}, {{text: So ⟦wow⟧ it was.}}]
  good: [{{text: It was fine.}}, {{text: It was good.}}]
"""


def write_rule(folder: Path, pattern: str) -> None:
    path = folder / "style" / "loud.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(pattern=pattern), encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "part", "told"),
    [
        (r"(\w+\s?)*!!", r"`(\w+\s?)*`", "twice as many with every round"),
        (r"loud(?:(?:a|a)*)!", r"`(?:a|a)*`", "twice as many with every round"),
        (r"\w+\d+;", r"`\w+\d+;`", "square"),
        (r"so.*,.*!", r"`.*,.*!`", "square"),
    ],
)
def test_an_ambiguous_pattern_is_refused_with_its_line(tmp_path: Path, pattern: str, part: str, told: str) -> None:
    write_rule(tmp_path, pattern)
    with pytest.raises(RuleFileError) as caught:
        compile_rules([tmp_path])
    assert "loud.yaml:8: " in str(caught.value)
    assert part in str(caught.value)
    assert told in str(caught.value)
    assert "`*+`" in caught.value.way_out


@pytest.mark.parametrize("pattern", [r"\bw+ow\b", r"\w+ly\b", r"(?:\w++\s?)*+!!", r"\w++\d*", r"[^,]*,[^,]*!"])
def test_other_patterns_are_loaded(tmp_path: Path, pattern: str) -> None:
    write_rule(tmp_path, pattern)
    assert "style/loud" in compile_rules([tmp_path])


# Each option that holds patterns, with a shipped rule of the check type.
OPTIONS = [
    ("patterns", "patterns"),
    ("patterns", "doubtful"),
    ("patterns", "english"),
    ("patterns", "quoted_patterns"),
    ("unsupported-pattern", "patterns"),
    ("unsupported-pattern", "unless"),
    ("unsupported-pattern", "unless_paragraph"),
    ("unsupported-pattern", "unless_article"),
    ("duty-notice", "patterns"),
    ("assistant-residue", "openings"),
    ("assistant-residue", "artefacts"),
    ("assistant-residue", "targets"),
    ("assistant-residue", "topics"),
    ("unexplained-anonymity", "reasons"),
    ("attribution-verb", "unless"),
    ("unsourced-figure", "evidence"),
    ("missing-response", "patterns"),
    ("missing-response", "responses"),
    ("stray-furniture", "unless"),
    ("promotional-bio", "facts"),
    ("promotional-bio", "heading"),
    ("summary-position", "closing"),
    ("empty-cell", "optional"),
    ("element-missing", "placeholder_pattern"),
]


@pytest.fixture(scope="module")
def shipped() -> dict[str, CompiledRule]:
    """One shipped rule of each check type."""
    return {rule["check"]: rule for rule in compile_rules([bundled("rules")]).values()}


@pytest.mark.parametrize(("check", "option"), OPTIONS)
def test_every_option_with_patterns_is_judged(shipped: dict[str, CompiledRule], check: str, option: str) -> None:
    options = shipped[check]["options"]
    assert option in options
    pattern = r"(?:\w+\s?)*!!"
    wanted = {**options, option: pattern if isinstance(options[option], str) else [pattern]}
    with pytest.raises(RuleFileError, match="can read one text in many ways"):
        compile_options(check, wanted, Path("house.yaml"))


def test_a_pattern_that_does_not_compile_is_refused_with_its_line(tmp_path: Path) -> None:
    write_rule(tmp_path, "wo(w")
    with pytest.raises(RuleFileError, match=r"loud\.yaml:8: invalid pattern"):
        compile_rules([tmp_path])


def test_a_pattern_in_a_configuration_is_refused_with_its_line(tmp_path: Path) -> None:
    configuration = tmp_path / "newslint.yaml"
    configuration.write_text(
        "profile: news\nrules:\n  sourcing/response-missing:\n    options:\n      responses: ['(?:a|a)*b']\n",
        encoding="utf-8",
    )
    with pytest.raises(ConfigurationError, match=r"newslint\.yaml:3: .*`\(\?:a\|a\)\*`"):
        load_settings(configuration, keep=False).variant("news")


def test_the_exit_status_is_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rule(tmp_path / "house", r"(\w+\s?)*!!")
    (tmp_path / "newslint.yaml").write_text("rule_folders: [house]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("# A word\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--no-cache", "a.md"]) == 2
    assert "loud.yaml:8: " in capsys.readouterr().err


def test_a_pattern_too_large_to_be_judged_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise TooLargeError("too many places")

    monkeypatch.setattr("newslint.rules.ambiguity.find_ambiguity", give_up)
    write_rule(tmp_path, "wow!")
    with pytest.raises(RuleFileError, match="too large"):
        compile_rules([tmp_path])


def test_shipped_patterns_are_trusted_where_a_configuration_repeats_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_refuse_ambiguous", lambda *_: pytest.fail("a shipped pattern was judged again"))
    configuration = tmp_path / "newslint.yaml"
    configuration.write_text(
        "profile: news\nrules:\n  sourcing/response-missing:\n    options:\n      lead_paragraphs: 3\n",
        encoding="utf-8",
    )
    load_settings(configuration, keep=False).variant("news")
