"""Words of the command line in any order, mistakes with the nearest right word, and help that shows examples."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from newslint.cli import COMMANDS, main
from newslint.cli.arguments import build_parser
from newslint.cli.examples import EXAMPLES
from newslint.docgen.command_line import command_line_page


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["check", "a.md", "--fail-onn", "error"], "Did you mean `--fail-on`?"),
        (["--selct", "quotes", "a.md"], "Did you mean `--select`?"),
        (["a.md", "--stat"], "Did you mean `--statistics`?"),
        (["a.md", "--fail-onn=error"], "Did you mean `--fail-on`?"),
        (["a.md", "-q"], "`newslint check --help` lists the options."),
        (["rules", "--formt", "json"], "Did you mean `--format`?"),
        (["a.md", "--format", "jsn"], "Did you mean `json`?"),
        (["a.md", "--fail-on", "sometimes"], "Use one of error, warning, advice, never."),
        (["schema", "config"], "Did you mean `configuration`?"),
        (["a.md", "--today", "2026-02-30"], "(use YYYY-MM-DD)."),
        (["a.md", "--jobs", "none"], "(use 1 or more, or auto)."),
        (["a.md", "--output"], "expected one argument."),
        (["a.md", "--staged", "--changed-since", "main"], "not allowed with argument --staged."),
        (["explain"], "required: RULE."),
        (["explain", "quotes", "clarity"], "there is no use for this word."),
    ],
)
def test_a_mistake_is_told_in_one_line(capsys: pytest.CaptureFixture[str], words: list[str], hint: str) -> None:
    assert hint in refused(capsys, *words)


def test_paths_and_options_stand_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "-c.md"):
        Path(name).write_text("# Harbour\n", encoding="utf-8")
    wanted = ["a.md", "b.md"]
    for words in (["a.md", "--show-files", "b.md"], ["--show-files", "a.md", "b.md"], ["a.md", "b.md", "--show-files"]):
        capsys.readouterr()
        assert main(["check", *words]) == 0
        assert capsys.readouterr().out.split() == wanted
    assert main(["a.md", "--show-files", "--", "-c.md"]) == 0
    assert capsys.readouterr().out.split() == ["-c.md", "a.md"]
    assert main(["rules", "quotes", "--format", "json", "hygiene"]) == 0


def test_each_command_has_examples_that_can_be_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert set(EXAMPLES) == {"", *COMMANDS}
    for command, examples in EXAMPLES.items():
        with pytest.raises(SystemExit):
            main([command, "--help"] if command else ["--help"])
        told = capsys.readouterr().out
        for words, says in examples:
            assert f"  {words}\n      {says}\n" in told
            first, *rest = shlex.split(words)
            assert first == "newslint"
            if rest[-1] != "--help":
                build_parser().read(rest if rest[0] in COMMANDS else ["check", *rest])


def test_the_page_has_every_command_and_option_in_the_words_of_the_help() -> None:
    page, parser = command_line_page(), build_parser()
    for name in COMMANDS:
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        actions = [action for action in parser.command(name)._actions if action.dest != "help"]
        assert section.count("\n| `") == len(actions)
        for action in actions:
            assert action.help
            assert action.help.replace("|", "\\|") in section
            assert all(f"`{choice}`" in section for choice in action.choices or ())
