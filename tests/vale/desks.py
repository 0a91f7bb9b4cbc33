"""A folder with a style of Vale, for the tests of its rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from newslint.assembly import parse
from newslint.contract import Scene
from newslint.diagnostics import Diagnostic
from newslint.engine import lint
from newslint.rules.building import RuleSet, build_ruleset, find_literals
from newslint.source import decode
from newslint.today import Today
from newslint.vale.loading import load_vale

Flagged = list[tuple[str, str]]


class Desk:
    """A folder with a style, `House`, and a configuration that takes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "styles" / "House").mkdir(parents=True)
        self.ini = "[*]\nBasedOnStyles = House\n"
        self.core = ""
        self.kept: RuleSet | None = None

    def rule(self, name: str, text: str) -> Desk:
        return self.write(f"styles/House/{name}.yml", text)

    def write(self, name: str, text: str) -> Desk:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self

    def configure(self) -> Path:
        self.write(".vale.ini", f"StylesPath = styles\n{self.core}\n{self.ini}")
        self.write("newslint.yaml", "vale_styles: .vale.ini\n")
        return self.folder / "newslint.yaml"

    def rules(self) -> RuleSet:
        if self.kept is None:
            compiled = load_vale([".vale.ini"], self.configure()).values()
            literals = find_literals((rule["check"], rule["options"]) for rule in compiled)
            self.kept = build_ruleset(compiled, {}, {}, literals)
        return self.kept

    def lint(self, text: str, name: str = "a.md") -> tuple[Diagnostic, ...]:
        source = decode(text.encode(), (self.folder / name).as_posix())
        report = lint(parse(source), self.rules(), Scene(Today(date(2026, 1, 1))))
        assert not report.crashed
        return report.diagnostics

    def flags(self, text: str, name: str = "a.md") -> Flagged:
        """Return the rules and the words that they flag."""
        told = self.lint(text, name)
        return [(each.rule.removeprefix("vale/House."), text[each.span.start : each.span.end]) for each in told]

    def messages(self, text: str) -> list[str]:
        return [told.message for told in self.lint(text)]
