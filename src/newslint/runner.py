"""Take many files from their bytes to a report; it knows no format of output and no command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newslint import suppressions
from newslint.article import Article
from newslint.diagnostics import Citation, Diagnostic, FileReport, Report, Severity
from newslint.engine import lint
from newslint.errors import SourceError, UsageError
from newslint.parsers import ParseOptions, parse
from newslint.rules.rule import Scene
from newslint.rulesets import RuleSet
from newslint.settings import Settings, Variant
from newslint.site import Site
from newslint.source import Source, read

# Below this much text a second process costs more than it saves (measured: about 2 s of work).
_WORTH_A_PROCESS = 4_000_000


class RunOptions(NamedTuple):
    """What a command line says beyond the configuration."""

    today: date
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1


class Linter:
    """Settings made ready for linting one file after another; rule sets are built once for each variant."""

    def __init__(self, settings: Settings, options: RunOptions, on_crash: Callable[[str], None] | None = None) -> None:
        """Refuse names that no rule has, and a profile that does not exist, before any file is read."""
        self.settings = settings
        self.options = options
        self.on_crash = on_crash
        self._rulesets: dict[tuple[str, tuple[int, ...]], tuple[Variant, RuleSet]] = {}
        self.settings.check_names(self.options.select, "--select")
        self.settings.check_names(self.options.ignore, "--ignore")
        root = self.settings.config["site_root"]
        self._site: Site | None = Site(self.settings.root / root) if root else None
        profile = self.options.profile or str(self.settings.config["profile"])
        variant, ruleset = self._ruleset(profile, ())
        if not ruleset.rules and not self.settings.config["overrides"]:
            cause = f"nothing to check: no rule is selected under the profile `{variant.profile}`."
            raise UsageError("rules", cause, "Select at least one rule; `newslint rules` lists them.")

    def parse(self, source: Source) -> Article:
        """Return the article of a source, with the configuration's own field names."""
        config = self.settings.config
        aliases = {element: tuple(names) for element, names in config["field_aliases"].items()}
        return parse(source, ParseOptions(aliases, config["language"]))

    def profile_of(self, article: Article) -> str:
        """Choose the profile of an article."""
        declared = content_type = None
        types = self.settings.config["content_types"]
        if article.front_matter:
            own = article.front_matter.find("newslint")
            if own and isinstance(own.value, dict) and isinstance(own.value.get("profile"), str):
                declared = own.value["profile"]
            stated = article.front_matter.find(types["field"]) if types else None
            content_type = stated.value if stated and isinstance(stated.value, str) else None
        return self.settings.profile_of(article.path, declared, content_type, self.options.profile)

    def lint(self, source: Source) -> FileReport:
        """Return what is wrong in a source."""
        article = self.parse(source)
        profile = self.profile_of(article)
        variant, ruleset = self._ruleset(profile, self.settings.overrides_of(article.path))
        scene = Scene(
            self.options.today,
            profile,
            variant.elements,
            variant.required,
            self.settings.config["readability"]["backend"],
            self._site,
            names=tuple(self.settings.config["names"]),
            type_field=(self.settings.config["content_types"] or {}).get("field"),
        )
        return self._suppress(article, lint(article, ruleset, scene, self.on_crash), ruleset, profile)

    def _ruleset(self, profile: str, overrides: tuple[int, ...]) -> tuple[Variant, RuleSet]:
        key = (profile, overrides)
        if key not in self._rulesets:
            variant = self.settings.variant(profile, overrides)
            self._rulesets[key] = variant, variant.choose(self.options.select, self.options.ignore)
        return self._rulesets[key]

    def _suppress(self, article: Article, report: FileReport, ruleset: RuleSet, profile: str) -> FileReport:
        ignored = self.settings.ignored_in(article.path)
        kept = [found for found in report.diagnostics if not _is_named(found.rule, ignored)]
        by_configuration = len(report.diagnostics) - len(kept)
        active = [rule.id for rule in ruleset.rules]
        known = {*self.settings.compiled, *self.settings.families}
        outcome = suppressions.apply(article, kept, known, active, self.options.today)
        faults = [] if self.options.select else [_fault(article, profile, fault) for fault in outcome.faults]
        found = sorted([*outcome.kept, *faults], key=lambda entry: (entry.span, entry.rule, entry.message))
        return report._replace(diagnostics=tuple(found), suppressed=by_configuration + outcome.suppressed)


def _is_named(rule: str, names: Iterable[str]) -> bool:
    return any(rule == name or rule.startswith(f"{name}/") for name in names)


def _fault(article: Article, profile: str, fault: suppressions.Fault) -> Diagnostic:
    start = article.source.position(fault.span.start)
    return Diagnostic(
        rule=f"suppressions/{fault.kind}",
        severity=Severity.ADVICE if fault.kind == "unused" else Severity.WARNING,
        path=article.path,
        profile=profile,
        message=fault.message,
        start=start,
        end=article.source.position(fault.span.end),
        excerpt=article.source.slice(fault.span)[:120],
        frame=article.source.slice(article.source.line_span(start.line)),
        remedy="Name the rule, and say why it does not hold here: ignore[rule] reason: …",
        sources=(Citation("newslint: suppressions", status="house"),),
    )


def check(sources: Iterable[Source | Path], linter: Linter, on_file: Callable[[str], None] | None = None) -> Report:
    """Lint sources, or files that are read one at a time, and collect a report in path order.

    A file that cannot be read is noted as such and the run goes on. `on_file` is told each file before its turn.
    """
    unreadable: list[str] = []
    reports = list(_reports(list(sources), linter, unreadable, on_file))
    linter.settings.save()
    reports.sort(key=lambda report: report.path)
    return Report(tuple(reports), linter.settings.fingerprint, linter.options.today.isoformat(), tuple(unreadable))


def _reports(
    sources: list[Source | Path], linter: Linter, unreadable: list[str], on_file: Callable[[str], None] | None
) -> Iterator[FileReport]:
    paths = [source for source in sources if isinstance(source, Path)]
    if linter.options.jobs > 1 and len(paths) == len(sources) and _is_worth_it(paths):
        yield from _in_processes(paths, linter, unreadable)
        return
    for source in sources:
        if on_file:
            on_file(source.path if isinstance(source, Source) else source.as_posix())
        try:
            yield linter.lint(source if isinstance(source, Source) else read(source))
        except SourceError as error:
            unreadable.append(str(error))


def _is_worth_it(paths: Sequence[Path]) -> bool:
    total = 0
    for path in paths:
        total += path.stat().st_size if path.exists() else 0
        if total > _WORTH_A_PROCESS:
            return True
    return False


def _in_processes(paths: list[Path], linter: Linter, unreadable: list[str]) -> Iterator[FileReport]:
    from concurrent.futures import ProcessPoolExecutor

    linter.settings.save()
    arguments = (linter.settings.path, linter.settings.keep, linter.options._replace(jobs=1))
    with ProcessPoolExecutor(linter.options.jobs, initializer=_start_worker, initargs=arguments) as pool:
        for outcome in pool.map(_lint_in_worker, paths, chunksize=max(1, len(paths) // (linter.options.jobs * 8))):
            if isinstance(outcome, str):
                unreadable.append(outcome)
            else:
                yield outcome


_worker: list[Linter] = []


def _start_worker(config: Path | None, keep: bool, options: RunOptions) -> None:
    from newslint.settings import load_settings

    _worker[:] = [Linter(load_settings(config, keep=keep), options)]


def _lint_in_worker(path: Path) -> FileReport | str:
    try:
        return _worker[0].lint(read(path))
    except SourceError as error:
        return str(error)
