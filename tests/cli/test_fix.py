"""`--fix`, `--unsafe-fixes` and `--diff` from the command line."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli import main

HEAD = "---\ntitle: Harbour bridge closes # for the site\nauthor: 'Ana Roe'   # chief\ndate: 2026-05-03\n---\n\n"
HIDDEN = "The har\u200bbour bridge closes on Monday."
DOUBLED = "The ferry of of Hallin runs on Monday, the port said."
QUOTED = "“The har\u200bbour closes,” said Mara Oduya."
BAD = f"{HEAD}{HIDDEN}\n\n{DOUBLED}\n\n{QUOTED}\n"
SAFE = BAD.replace("The har\u200bbour bridge", "The harbour bridge")
ALL = SAFE.replace("\u200b", "").replace("of of", "of")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    save(tmp_path / "a.md", BAD)
    return tmp_path


def save(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def test_safe_fixes_leave_words_quotations_and_remarks_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.md", "--fix"]) == 1
    assert text_of(site / "a.md") == SAFE
    told = " ".join(capsys.readouterr().out.split())  # however wide the terminal is
    assert "1 error and 1 warning in 1 file; 1 fixed. 2 can be fixed with `--fix --unsafe-fixes`." in told


def test_unsafe_fixes_are_applied_when_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.md", "--fix", "--unsafe-fixes"]) == 0
    assert text_of(site / "a.md") == ALL
    told = capsys.readouterr().out
    assert "fixed    9:13  clarity/doubled-word\n      “of of” has a word too many.\n" in told
    assert "fixed    7:8  hygiene/invisible-characters  (2 places)\n" in told
    assert "\nNothing in 1 file; 3 fixed.\n" in told


def test_without_fix_nothing_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.md", "--unsafe-fixes"]) == 1
    assert text_of(site / "a.md") == BAD
    assert "1 can be fixed with `--fix`, 1 more with `--fix --unsafe-fixes`." in capsys.readouterr().out


@pytest.mark.parametrize(("more", "after"), [([], SAFE), (["--unsafe-fixes"], ALL)])
def test_a_diff_writes_nothing_and_is_what_fix_does(
    site: Path, capsys: pytest.CaptureFixture[str], more: list[str], after: str
) -> None:
    assert main(["check", "a.md", "--diff", *more]) == 1
    told = capsys.readouterr()
    assert text_of(site / "a.md") == BAD
    rules = "1 hygiene/invisible-characters"
    if after == ALL:
        rules = "1 clarity/doubled-word, 2 hygiene/invisible-characters"
    count = "1 finding" if after == SAFE else "3 findings"
    assert told.err == f"newslint: {count} would be fixed in 1 file ({rules}).\n"
    if shutil.which("patch"):
        subprocess.run(["patch", "-p0", "-s"], input=told.out.encode(), cwd=site, check=True)
        assert text_of(site / "a.md") == after


def test_a_diff_of_a_clean_file_is_empty_and_stops_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(site / "a.md", ALL)
    assert main(["check", "a.md", "--diff"]) == 0
    assert capsys.readouterr().out == ""


def test_a_diff_is_written_to_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.md", "--diff", "--output", "fixes.diff"]) == 1
    assert capsys.readouterr().out == ""
    assert text_of(site / "fixes.diff").startswith("--- a.md\n+++ a.md\n@@ ")


def test_a_diff_in_a_log_commands_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save(site / "a.md", f"{HEAD}::error::no\n{HIDDEN} \x1b[31m ##vso[task]\n")
    monkeypatch.setenv("CI", "true")
    main(["check", "a.md", "--diff"])
    out = capsys.readouterr().out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())
    assert "\x1b" not in out
    assert "##vso[" not in out


def test_a_diff_prints_no_other_report(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.md", "--diff", "--format", "json"]) == 2
    assert "--diff: it prints a diff in place of a report. Leave out --format" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
def test_line_ends_marks_and_encodings_are_kept(site: Path, end: str, mark: bytes, encoding: str) -> None:
    path = site / "a.md"
    path.write_bytes(mark + BAD.replace("\n", end).encode(encoding))
    main(["a.md", "--fix", "--unsafe-fixes"])
    assert path.read_bytes() == mark + ALL.replace("\n", end).encode(encoding)


def test_an_old_encoding_is_kept(site: Path) -> None:
    page = (
        '<meta charset="iso-8859-1"><h1>Café closes</h1><p>By Ana Roe</p><p>The café of of Hallin runs, they said.</p>'
    )
    (site / "a.html").write_bytes(page.encode("cp1252"))
    main(["a.html", "--fix", "--unsafe-fixes"])
    assert (site / "a.html").read_bytes() == page.replace("of of", "of").encode("cp1252")


def test_a_file_with_damaged_bytes_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = BAD.encode().replace(b"Oduya", b"Od\xfcya")
    (site / "a.md").write_bytes(data)
    assert main(["a.md", "--fix"]) == 2
    assert (site / "a.md").read_bytes() == data
    assert (
        "a.md: some of its bytes are not utf-8, so it was not fixed. Save it as UTF-8 first." in capsys.readouterr().err
    )


def test_standard_input_is_printed_fixed_and_the_report_goes_elsewhere(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = BAD.replace("\n", "\r\n").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["check", "-", "--stdin-filename", "x.md", "--fix"]) == 1
    told = capfdbinary.readouterr()
    assert told.out == SAFE.replace("\n", "\r\n").encode()
    assert b"clarity/doubled-word" in told.err


def test_clean_standard_input_is_printed_as_it_was(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"\xef\xbb\xbf# Harbour closes\r\n\r\nOd\xfc.\r"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    main(["check", "-", "--stdin-filename", "x.md", "--fix"])
    assert capfdbinary.readouterr().out == data


def test_json_tells_what_was_fixed_and_what_can_be(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["a.md", "--format", "json"])
    before = json.loads(capsys.readouterr().out)
    assert (before["summary"]["fixed"], before["summary"]["fixable"]) == (0, {"safe": 1, "unsafe": 1})
    main(["a.md", "--format", "json", "--fix"])
    told = capsys.readouterr()
    after = json.loads(told.out)
    assert (after["summary"]["fixed"], after["summary"]["fixable"]) == (1, {"safe": 0, "unsafe": 2})
    assert after["files"][0]["fixed"] == {"hygiene/invisible-characters": 1}
    assert [one["fix"]["applicability"] for one in after["diagnostics"] if one["fix"]] == ["unsafe", "unsafe"]
    (repair,) = after["files"][0]["repairs"]
    assert (repair["rule"], repair["applicability"]) == ("hygiene/invisible-characters", "safe")
    assert repair["start"] == {"offset": SAFE.index("bour bridge closes on"), "line": 7, "column": 8}
    assert told.err == "newslint: 1 finding was fixed in 1 file (1 hygiene/invisible-characters).\n"


def test_what_is_not_shown_is_not_fixed(site: Path) -> None:
    main(["a.md", "--fix", "--min-severity", "error", "--unsafe-fixes"])
    assert text_of(site / "a.md") == BAD.replace("of of", "of")


def test_what_is_excused_is_not_fixed(site: Path) -> None:
    excused = f"<!-- newslint: ignore[clarity/doubled-word] reason: a name -->\n\n{DOUBLED}"
    save(site / "a.md", BAD.replace(DOUBLED, f"{excused}\n\nThe tram of of Hallin runs."))
    main(["a.md", "--fix", "--unsafe-fixes"])
    fixed = ALL.replace("The ferry of Hallin runs on Monday, the port said.", f"{excused}\n\nThe tram of Hallin runs.")
    assert text_of(site / "a.md") == fixed


def test_the_other_places_of_a_finding_are_excused_each_by_itself(site: Path) -> None:
    excused = (
        f"<!-- newslint: ignore[hygiene/invisible-characters] reason: art -->\n\n{HIDDEN.replace('bridge', 'tower')}"
    )
    save(site / "a.md", f"{HEAD}{HIDDEN}\n\n{excused}\n")
    main(["a.md", "--fix"])
    assert text_of(site / "a.md") == f"{HEAD}{HIDDEN.replace(chr(0x200B), '')}\n\n{excused}\n"


def test_what_the_baseline_knows_is_not_fixed(site: Path) -> None:
    assert main(["baseline", "a.md"]) == 0
    added = DOUBLED.replace("ferry", "tram")
    save(site / "a.md", f"{BAD}\n{added}\n")
    main(["a.md", "--fix", "--unsafe-fixes"])
    assert text_of(site / "a.md") == f"{BAD}\n{added.replace('of of', 'of')}\n"


def test_a_fix_beside_what_the_baseline_knows_does_not_make_it_new(site: Path) -> None:
    known = "The ferry and and the tram run until the end of May."
    save(site / "a.md", f"{HEAD}{known}\n")
    main(["baseline", "a.md"])
    save(site / "a.md", f"{HEAD}{known.replace('of', 'of of')}\n")
    # The sentence is another one now, so nothing of it is known any more.
    main(["a.md", "--fix", "--unsafe-fixes"])
    assert text_of(site / "a.md") == f"{HEAD}The ferry and the tram run until the end of May.\n"


def test_a_read_only_file_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a.md").chmod(0o444)
    save(site / "b.md", BAD)
    assert main([".", "--fix"]) == 2
    assert (text_of(site / "a.md"), text_of(site / "b.md")) == (BAD, SAFE)
    told = capsys.readouterr()
    assert "a.md: it is write-protected, so it was not fixed. Allow writing, or exclude it." in told.err
    assert "2 can be fixed" not in told.out


def test_a_full_disk_leaves_the_file_and_says_so(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newslint.fixes.writing.os.fsync", fail)
    assert main(["a.md", "--fix"]) == 2
    assert text_of(site / "a.md") == BAD
    assert "a.md: it could not be fixed (No space left on device); it is as it was." in capsys.readouterr().err
    assert os.listdir(site) == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions and links")
def test_permissions_are_kept_and_links_followed(site: Path) -> None:
    (site / "real").mkdir()
    os.rename("a.md", "real/b.md")
    os.chmod("real/b.md", 0o640)
    os.symlink("real/b.md", "a.md")
    main(["a.md", "--fix"])
    assert os.path.islink("a.md")
    assert stat.S_IMODE(os.stat("real/b.md").st_mode) == 0o640
    assert text_of(site / "real/b.md") == SAFE


@pytest.mark.skipif(os.name == "nt", reason="needs hard links")
def test_a_file_of_two_names_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.link("a.md", "b.txt")
    assert main(["a.md", "--fix"]) == 2
    assert text_of(site / "a.md") == BAD
    assert "it has another name" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="kills with POSIX signals")
def test_a_run_that_is_killed_leaves_each_file_old_or_new(site: Path) -> None:
    names = [f"{number:02}.md" for number in range(30)]
    for name in names:
        save(site / name, BAD)
    with subprocess.Popen([sys.executable, "-m", "newslint", ".", "--fix"], stdout=subprocess.DEVNULL) as process:
        while text_of(site / names[3]) == BAD and process.poll() is None:
            assert {text_of(site / name) for name in names[:5]} <= {BAD, SAFE}
        process.kill()
    assert {text_of(site / name) for name in names} <= {BAD, SAFE}
    assert text_of(site / names[3]) == SAFE


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
class TestChanges:
    """Fixes in what a change touches."""

    @pytest.fixture(autouse=True)
    def _repository(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        self.git("init", "-q")
        self.git("add", ".")
        self.git("-c", "user.name=Ana", "-c", "user.email=ana@loam.example", "commit", "-qm", "articles")

    def git(self, *words: str) -> None:
        subprocess.run(["git", *words], capture_output=True, check=True)

    def test_only_what_a_change_touches_is_fixed(self, site: Path) -> None:
        touched = "The tram of of the the port runs on Tuesday."
        save(site / "a.md", BAD.replace(DOUBLED, f"{touched}\n\n{DOUBLED}"))
        main(["check", "--changed-since", "HEAD", "--fix", "--unsafe-fixes"])
        fixed = "The tram of the port runs on Tuesday."
        assert text_of(site / "a.md") == BAD.replace(DOUBLED, f"{fixed}\n\n{DOUBLED}")

    def test_lines_move_with_the_fixes_above_them(self, site: Path) -> None:
        wrapped = "The tram of\nof the\nthe port runs on Tuesday."
        save(site / "a.md", BAD.replace(DOUBLED, f"{wrapped}\n\n{DOUBLED}"))
        main(["check", "--changed-since", "HEAD", "--fix", "--unsafe-fixes"])
        assert text_of(site / "a.md") == BAD.replace(DOUBLED, f"The tram of the port runs on Tuesday.\n\n{DOUBLED}")

    def test_what_is_staged_is_fixed_unless_the_file_has_other_changes(
        self, site: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        more = f"{BAD}\nThe tram of of Hallin runs.\n"
        save(site / "a.md", more)
        self.git("add", ".")
        save(site / "a.md", f"{more}\nMore.\n")
        main(["check", "--staged", "--fix", "--unsafe-fixes"])
        assert text_of(site / "a.md") == f"{more}\nMore.\n"
        assert "a.md has changes that are not staged, so it was not fixed." in capsys.readouterr().err
        save(site / "a.md", more)
        main(["check", "--staged", "--fix", "--unsafe-fixes"])
        assert text_of(site / "a.md") == f"{BAD}\nThe tram of Hallin runs.\n"


def test_terms_of_the_house_are_written_as_it_wants_and_never_in_a_quotation(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = "terms:\n  - {not: harbor, use: harbour, safe: true}\n  - {not: ferry boat, use: ferry}\n"
    save(site / "newslint.yaml", terms)
    text = f"{HEAD}The harbor closes, and the ferry boat stops.\n\n“The harbor closes,” said Ana Roe.\n"
    save(site / "a.md", text)
    main(["a.md", "--fix"])
    safe = text.replace("The harbor closes, and", "The harbour closes, and")
    assert text_of(site / "a.md") == safe
    main(["a.md", "--fix", "--unsafe-fixes"])
    assert text_of(site / "a.md") == safe.replace("ferry boat", "ferry")


def test_rules_that_undo_each_other_are_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(site / "newslint.yaml", "rule_folders: [house]\n")
    (site / "house" / "words").mkdir(parents=True)
    for name, wrong, right in (("one", "tram", "bus"), ("two", "bus", "tram")):
        rule = (
            f"title: Say {right}\nseverity: warning\nprofiles: [all]\ncheck: patterns\n"
            f"options: {{patterns: ['\\b{wrong}\\b'], safe_repairs: [['{wrong}', '{right}']]}}\n"
            f"message: “{{text}}” is {right}.\nremedy: Say {right}.\n"
        )
        save(site / "house" / "words" / f"{name}.yaml", rule)
    text = f"{HEAD}The tram stops at the har\u200bbour.\n"
    save(site / "a.md", text)
    main(["a.md", "--fix"])
    assert text_of(site / "a.md") == text.replace("\u200b", "")
    assert (
        "a.md: the fixes of words/one and words/two undo each other, so they were left out. Correct the rules."
        in capsys.readouterr().err
    )


def test_a_repair_that_names_no_group_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(site / "newslint.yaml", "rules:\n  hygiene/tk-or-lorem: {options: {safe_repairs: [[TK, '\\g<mark>']]}}\n")
    assert main(["a.md"]) == 2
    assert "invalid pattern" in capsys.readouterr().err


def test_explain_and_the_list_of_rules_say_what_can_be_fixed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "hygiene/mojibake"])
    assert "Fix\n  safe: `--fix` applies it, outside quotations.\n" in capsys.readouterr().out
    main(["explain", "clarity/doubled-word", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["fixes"] == ["unsafe"]
    main(["rules", "--format", "json", "structure/missing-byline", "hygiene/invisible-characters"])
    rows = {row["id"]: row["fixes"] for row in json.loads(capsys.readouterr().out)["rules"]}
    assert rows == {"structure/missing-byline": [], "hygiene/invisible-characters": ["safe", "unsafe"]}
