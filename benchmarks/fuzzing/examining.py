"""Give an input to newslint and say what went wrong; articles, names, globs and configurations each in their way."""

from __future__ import annotations

import io
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from random import Random
from types import FrameType

from benchmarks.fuzzing.article_checks import faults_of_article, faults_of_inspection, faults_of_report
from benchmarks.fuzzing.inputs import FORMATS, ROOT, Fault, Input
from benchmarks.fuzzing.report_checks import faults_of_reports, faults_of_shown_article, faults_of_text, report_of
from pydantic import ValidationError

from newslint.article import Article
from newslint.cli import main
from newslint.errors import NewslintError
from newslint.rules import compiling
from newslint.rules.compiling import CompiledRule
from newslint.rules.folders import bundled
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.settings.globs import matches
from newslint.settings.model import ConfigModel
from newslint.source import Source, decode

DAY = date(2026, 11, 22)
# CPU time of one input; far above what the slowest should take on any machine.
LIMIT = 5.0
_PROFILES = (
    "news",
    "news",
    "strict",
    "strict",
    "opinion",
    "explainer",
    "finance",
    "health",
    "sponsored",
    "wire",
    "analysis",
    "blog",
)
_HOUSE = """\
profile: strict
names: [Mara Oduya, Ben Doe, Ada O’Neill]
site_root: site
content_types: {field: type, profiles: {comment: opinion, guide: explainer}}
field_aliases: {headline: [kop, slug], byline: [category]}
per_file_ignores: {"**/ignored/**": [clarity]}
overrides:
  - files: ["*.txt", "{a,b}/**"]
    rules: {clarity: off, structure: advice}
    require:
      elements: [headline, dek, byline, published, summary]
      sections: [Summary, Sources]
      labels: [{name: Opinion}]
"""


_RULE = """\
title: A word of our own
severity: {default: warning, doubtful: advice}
profiles: [all]
check: patterns
options: {patterns: ['\\bthe (?P<flag>harbour)\\b']}
message: "Write port for “{text}”."
rationale: House style.
remedy: Write port.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: The the harbour.}, {text: See the harbour.}]
  good: [{text: The port.}, {text: Harbour.}]
"""


class TooSlowError(BaseException):
    """Stop what took too long; whether or not newslint catches it, the input is too slow."""


class _Linter(Linter):
    """A linter that remembers the article of its last source, so that it need not be parsed and analysed again."""

    article: Article | None = None

    def parse(self, source: Source) -> Article:
        """Parse as ever."""
        self.article = super().parse(source)
        return self.article


@contextmanager
def limited(seconds: float) -> Iterator[Callable[[], bool]]:
    """Raise TooSlowError in the block when this process has used so much CPU time in it (Unix, main thread).

    Give a function that tells whether that has happened.
    """
    stopped = []

    def stop(number: int, frame: FrameType | None) -> None:
        stopped.append(number)
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    # Again and again, should somebody go on all the same.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield lambda: bool(stopped)
    except TooSlowError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Examiner:
    """Everything that is made once: linters of several profiles, a folder for configurations, an article for them."""

    def __init__(self, limit: float = LIMIT) -> None:
        """Load the rules, and let those that are shipped be compiled once only."""
        self._compile_rule = _compile_once()
        self.limit = limit
        self._folder = tempfile.TemporaryDirectory(prefix="newslint-fuzz-")
        self.folder = Path(self._folder.name)
        (self.folder / "rules" / "house").mkdir(parents=True)
        (self.folder / "site").mkdir()
        (self.folder / "own.yaml").write_text("extends: news\n", encoding="utf-8")
        (self.folder / "house.yml").write_text(_HOUSE, encoding="utf-8")
        settings = load_settings(None, keep=False)
        self._linters = [_Linter(settings, RunOptions(DAY, profile=name)) for name in _PROFILES]
        self._linters.append(_Linter(load_settings(self.folder / "house.yml", keep=False), RunOptions(DAY)))
        self._plain = _Linter(settings, RunOptions(DAY))
        self._article = (ROOT / "examples" / "broken-news.md").read_bytes()
        # Beside which every report is rendered, so that it has two files.
        other = self._plain.lint(decode(self._article, "other.md"))
        self._others = [other._replace(diagnostics=other.diagnostics[:2])]

    def close(self) -> None:
        """Remove the folder, and let the shipped rules be compiled each time, as ever."""
        self._folder.cleanup()
        compiling.compile_rule = self._compile_rule  # type: ignore[assignment]

    def examine(self, given: Input, *, is_thorough: bool) -> list[Fault]:
        """Return what is wrong with an input; rendering and doing it twice belong to a thorough look.

        What a fault depends on beside the input is drawn by the input's number.
        """
        found: list[Fault] = []
        try:
            with limited(self.limit) as is_stopped, warnings.catch_warnings():
                # No article makes Python warn; patterns and anchors of a configuration may.
                warnings.simplefilter("error" if given.format in (*FORMATS, "file name", "glob") else "ignore")
                found += self._look(given, is_thorough)
            if is_stopped():
                return [Fault("too slow", f"more than {self.limit:g} s of CPU time")]
        except Exception as error:
            trace, where = error.__traceback__, "?"
            while trace is not None:
                code = trace.tb_frame.f_code
                where = f"{Path(code.co_filename).name}:{code.co_name}"
                trace = trace.tb_next
            found.append(Fault(f"{type(error).__name__} in {where}", str(error)[:500]))
        return found

    def _look(self, given: Input, is_thorough: bool) -> Iterator[Fault]:
        rng = Random(given.number)
        if given.format in FORMATS:
            yield from self._article_faults(decode(given.data, given.name, given.format), rng, is_thorough)
        elif given.format == "file name":
            name = given.data.decode("utf-8", "surrogatepass")
            yield from self._article_faults(decode(self._article, name), rng, True)
        elif given.format == "glob":
            yield from _glob_faults(given.data.decode("utf-8", "surrogatepass"))
        else:
            yield from self._configuration_faults(given, is_thorough)

    def _article_faults(self, source: Source, rng: Random, is_thorough: bool) -> Iterator[Fault]:
        linter = rng.choice(self._linters)
        linter.article = None
        report = linter.lint(source)
        yield from faults_of_report(source, report)
        article = linter.article
        if article is None:  # the parser failed, which has been told
            return
        yield from faults_of_article(article)
        yield from faults_of_inspection(article, is_thorough=is_thorough)
        if not is_thorough:
            return
        if linter.lint(source) != report:
            yield Fault("the same input twice, another report", "")
        yield from faults_of_reports(report_of([report, *self._others]), rng)
        yield from faults_of_shown_article(article, rng)

    def _configuration_faults(self, given: Input, is_thorough: bool) -> Iterator[Fault]:
        """Load a configuration, or a house rule through one, and lint with it; it may be refused on purpose."""
        path = self.folder / "newslint.yaml"
        rule = self.folder / "rules" / "house" / "own.yaml"
        if given.format == "configuration":
            rule.write_text(_RULE, encoding="utf-8")
            path.write_bytes(given.data)
        else:
            rule.write_bytes(given.data)
            path.write_text("rule_folders: [rules]\nrules: {house/own: on}\n", encoding="utf-8")
        try:
            linter = _Linter(load_settings(path, keep=False), RunOptions(DAY))
            source = decode(self._article, (self.folder / "drafts" / "a.md").as_posix())
            yield from faults_of_report(source, linter.lint(source))
        except NewslintError:
            pass
        if is_thorough:
            yield from self._command_faults(path)

    def _command_faults(self, path: Path) -> Iterator[Fault]:
        """Run the command line with a configuration: its status and what it says of itself are as promised."""
        article = self.folder / "a.md"
        article.write_bytes(self._article)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = main(["check", str(article), "--config", str(path), "--no-cache", "--today", DAY.isoformat()])
        said = err.getvalue()
        if status not in (0, 1, 2) or "Traceback" in said or "internal error" in said:
            yield Fault("the command line failed", f"status {status}: {said[:500]}")
        if (status == 2) != bool(said):
            yield Fault("status 2 without a word, or a word without it", f"status {status}: {said[:500]}")
        yield from faults_of_text(said, "standard error")
        yield from faults_of_text(out.getvalue(), "standard output")


def _glob_faults(text: str) -> Iterator[Fault]:
    """Match a name against a glob that a configuration accepts."""
    glob, _, name = text.partition("\n")
    try:
        accepted = ConfigModel.model_validate({"exclude": [glob]}).exclude
    except ValidationError:
        return
    for one in accepted:
        if not isinstance(matches(name, one), bool):
            yield Fault("a glob that matches neither way", one)


def _compile_once() -> Callable[[str, Path, Path], CompiledRule]:
    """Keep the shipped rules in compiled form, so that a configuration takes milliseconds to load.

    Return the function that compiles every one.
    """
    original, kept = compiling.compile_rule, dict[Path, CompiledRule]()
    shipped = bundled("rules")

    def compile_rule(identity: str, path: Path, folder: Path) -> CompiledRule:
        if folder != shipped:
            return original(identity, path, folder)
        if path not in kept:
            kept[path] = original(identity, path, folder)
        return kept[path]

    compiling.compile_rule = compile_rule
    return original
