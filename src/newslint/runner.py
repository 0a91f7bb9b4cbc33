"""Take many files from their bytes to a report, in one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import suppressions
from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.contract import Scene
from newslint.diagnostics import Citation, Diagnostic, FileReport, Report, Severity
from newslint.drafts import is_unpublished, soften
from newslint.engine import FILE_CRASH, FILE_NOT_TEXT, FILE_TIMEOUT, FILE_TOO_LARGE, lint, shorten
from newslint.errors import (
    ConfigurationError,
    NewslintError,
    SourceError,
    SourceNotTextError,
    SourceTooLargeError,
    UsageError,
)
from newslint.excuses import Ignores
from newslint.generators.template_code import is_template
from newslint.guard import NEVER_CAUGHT, OutOfTime, time_limit
from newslint.places import is_within, tree_of
from newslint.processes import Work, work_on
from newslint.records import NamedTuple
from newslint.rules import RuleSet
from newslint.rules.builtin import BUILTIN_RULES, FAMILY
from newslint.settings import Settings, Variant
from newslint.settings.declared import FRONT_MATTER, declared_profile, stated_types
from newslint.source import Position, Problem, Source, read

if TYPE_CHECKING:
    from newslint.site import Site

# Below this much text a second process costs more than it saves (measured: about 2 s of work).
_WORTH_A_PROCESS = 4_000_000


class RunOptions(NamedTuple):
    """What a command line says beyond the configuration."""

    today: date
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    # Use rules that are on trial, too.
    preview: bool = False
    # Measure each article for its card.
    card: bool = False
    # What a change touches in each file, by its name in reports, where only that counts; None for a new file.
    changed: Mapping[str, tuple[tuple[int, int], ...] | None] | None = None
    # Give each diagnostic its fingerprint.
    fingerprints: bool = False
    jobs: int = 1
    # The last resort against a file that would keep newslint busy for ever: CPU seconds for one file; 0: no limit.
    seconds: float = 30.0


class Linter:
    """Settings made ready for linting one file after another; rule sets are built once for each variant."""

    def __init__(self, settings: Settings, options: RunOptions, on_crash: Callable[[str], None] | None = None) -> None:
        """Refuse names that no rule has, a profile that does not exist and a selection that is empty.

        `on_crash` is given the traceback of each crash. Raise UsageError, ConfigurationError or
        ReadabilityBackendError before any file is read.
        """
        self.settings = settings
        self.on_crash = on_crash
        self._lexicon = settings.lexicon
        self._rulesets: dict[tuple[str, tuple[int, ...]], tuple[Variant, RuleSet]] = {}
        # A worker is given the present names.
        self.options = options._replace(
            select=settings.check_names(options.select, "--select"),
            ignore=settings.check_names(options.ignore, "--ignore"),
        )
        self._site = _site_of(settings)
        if self.settings.config.readability.backend != "newslint":
            from newslint.language.readability.measures import measure

            measure(["Words."], backend=self.settings.config.readability.backend)
        self._check_selection()

    def _check_selection(self) -> None:
        """Raise UsageError where neither the profile nor any of the overrides leaves a rule to run."""
        default = self.options.profile or self.settings.config.profile
        variant, ruleset = self._ruleset(default, (), "--profile" if self.options.profile else None)
        if ruleset.rules or (self.options.select and any(self._is_enabled(variant, own) for own in BUILTIN_RULES)):
            return
        for index, entry in enumerate(self.settings.config.overrides):
            profile = self.options.profile or entry.profile or default
            if self._ruleset(profile, (index,))[1].rules:
                return
        cause = f"nothing to check: no rule is selected under the profile `{variant.profile}`."
        raise UsageError("rules", cause, "Select at least one rule; `newslint rules` lists them.")

    def parse(self, source: Source) -> Article:
        """Return the article of a source, with the configuration's own field names."""
        config = self.settings.config
        day_first = config.date_order == "day-first" if config.date_order else None
        return parse(source, ParseOptions(config.field_aliases, config.language, self._lexicon, day_first))

    def profile_of(self, article: Article) -> str:
        """Choose the profile of an article: given on the command line, else declared in it, else configured."""
        return self._choose_profile(article)[0]

    def _choose_profile(self, article: Article) -> tuple[str, list[Problem]]:
        """Return an article's profile and what is wrong with how the article declares it."""
        declared, problems = declared_profile(article)
        if self.options.profile is not None:
            return self.options.profile, problems
        if declared is not None:
            try:
                self.settings.variant(declared.profile, asked_by=article.path)
            except ConfigurationError as error:
                # One article cannot end the run: it is judged under the profile that it would have without this.
                message = f"`newslint`: {error.cause.rstrip('.')} ({error.way_out.rstrip('.')})"
                problems.append(Problem(FRONT_MATTER, declared.span, message))
            else:
                return declared.profile, problems
        return self.settings.profile_of(
            article.path, stated_types(article, self.settings.config.content_types)
        ), problems

    def lint(self, source: Source) -> FileReport:
        """Return what is wrong in a source; where newslint itself fails, say so in one diagnostic."""
        try:
            with time_limit(self.options.seconds):
                return self._lint(source)
        except OutOfTime:
            return _report_file(
                source.path,
                FILE_TIMEOUT,
                f"newslint gave up after {self.options.seconds:g} s on this file; all other files were checked.",
                "Report this with the file, and `exclude` the file for now.",
            )
        except (NewslintError, *NEVER_CAUGHT):
            raise
        except BaseException as error:
            if self.on_crash:
                import traceback

                self.on_crash(traceback.format_exc())
            return _report_crash(source.path, f"{type(error).__name__}: {error}")

    def read(self, path: Path) -> Source:
        """Read a file of at most the configuration's `max_file_size`; raise SourceError where that cannot be done."""
        return read(path, limit=self.settings.config.max_file_size)

    def _lint(self, source: Source) -> FileReport:
        report = self._lint_article(source)
        return report._replace(is_template=True) if is_template(source.text) else report

    def _lint_article(self, source: Source) -> FileReport:
        article = self.parse(source)
        profile, problems = self._choose_profile(article)
        if problems:
            article = article._replace(problems=(*article.problems, *problems))
        variant, ruleset = self._ruleset(profile, self.settings.overrides_of(article.path))
        types = self.settings.config.content_types
        scene = Scene(
            self.options.today,
            profile,
            variant.elements,
            variant.required,
            self.settings.config.readability.backend,
            self._site,
            names=self.settings.config.names,
            type_field=types.field if types else None,
        )
        drafts = self.settings.config.drafts
        is_draft = drafts != "check" and is_unpublished(article, self.options.today)
        if is_draft and drafts == "skip":
            return FileReport(article.path, is_draft=True)
        report = lint(article, ruleset, scene, self.on_crash)
        if any(found.fix is not None for found in report.diagnostics):
            from newslint.fixes.quotations import spare_quotations

            report = spare_quotations(article, report)
        report = self._suppress(article, report, ruleset, variant)
        if is_draft:
            report = soften(report)
        if self.options.changed is not None:
            from newslint.changes import keep_touched

            report = keep_touched(article, report, self.options.changed.get(article.path, ()))
        if self.options.fingerprints:
            from newslint.baseline import identify_all

            report = identify_all(article, report)
        if not self.options.card:
            return report
        from newslint.card import measure_article

        return report._replace(card=measure_article(article), targets=variant.targets)

    def _ruleset(
        self, profile: str, overrides: tuple[int, ...], asked_by: str | None = None
    ) -> tuple[Variant, RuleSet]:
        key = (profile, overrides)
        if key not in self._rulesets:
            variant = self.settings.variant(profile, overrides, asked_by)
            self._rulesets[key] = variant, variant.choose(self.options.select, self.options.ignore, self._is_preview)
        return self._rulesets[key]

    def _suppress(self, article: Article, report: FileReport, ruleset: RuleSet, variant: Variant) -> FileReport:
        ignores = Ignores(self.settings.ignored_in(article.path), self.options.today)
        kept = ignores.leave(report.diagnostics)
        # A rule that was not evaluated, or that crashed, cannot show that its suppression is of no use.
        silent = {*report.crashed, *(entry.rule for entry in report.not_evaluated)}
        active = [rule.id for rule in ruleset.rules if rule.id not in silent]
        known = {*self.settings.compiled, *self.settings.families}
        outcome = suppressions.apply(article, kept, known, active, self.options.today, self.settings.former)
        # One line may hold all suppressions of a file: its text is cut out once.
        frames: dict[int, str] = {}
        faults = [
            _fault(article, variant, fault, frames)
            for fault in outcome.faults
            if self._is_enabled(variant, f"{FAMILY}/{fault.kind}")
        ]
        told = ignores.leave(faults)
        found = sorted([*outcome.kept, *told], key=lambda entry: (entry.span, entry.rule, entry.message))
        return report._replace(diagnostics=tuple(found), excuses=(*outcome.excuses, *ignores.excuses()))

    def _is_enabled(self, variant: Variant, identity: str) -> bool:
        return variant.is_chosen(identity, self.options.select, self.options.ignore, self._is_preview)

    @property
    def _is_preview(self) -> bool:
        return self.options.preview or self.settings.config.preview


def _site_of(settings: Settings) -> Site | None:
    root = settings.config.site_root
    if root is None:
        return None
    if not os.path.isdir(settings.root / root):
        # In an index without files every link would be broken.
        cause = f"`site_root`: there is no folder `{root}`."
        raise ConfigurationError(str(settings.path), cause, "Name the folder that the site's links start from.")
    from newslint.site import Site

    place, home, follow_links = settings.root / root, tree_of(settings.root), settings.config.follow_links
    if not (follow_links or os.path.realpath(place) == home or is_within(place, [home])):
        cause = f"`site_root`: `{root}` is outside the configuration's folders."
        raise ConfigurationError(str(settings.path), cause, "Name a folder inside, or set `follow_links: true`.")
    return Site(place, follow_links=follow_links)


def _report_file(path: str, rule: str, message: str, remedy: str, *, is_failure: bool = True) -> FileReport:
    """Return the report of a file that was not judged; one that is no failure is a notice and leaves the verdict."""
    start = Position(0, 1, 1)
    severity = Severity.ERROR if is_failure else Severity.ADVICE
    told = Diagnostic(rule, severity, path, "", message, start, start, excerpt="", remedy=remedy)
    return FileReport(path, (told,), crashed=(rule,) if is_failure else ())


def _report_crash(path: str, what: str) -> FileReport:
    message = f"newslint failed on this file ({what}); all other files were checked."
    return _report_file(path, FILE_CRASH, message, "Report this with the file, and `exclude` the file for now.")


def _fault(article: Article, variant: Variant, fault: suppressions.Fault, frames: dict[int, str]) -> Diagnostic:
    start = article.source.position(fault.span.start)
    if start.line not in frames:
        frames[start.line] = article.source.slice(article.source.line_span(start.line))
    identity = f"{FAMILY}/{fault.kind}"
    severity = variant.severities.get(identity, {}).get("default") or BUILTIN_RULES[identity].severity
    return Diagnostic(
        rule=identity,
        severity=Severity(severity),
        path=article.path,
        profile=variant.profile,
        message=fault.message,
        start=start,
        end=article.source.position(fault.span.end),
        excerpt=shorten(article.source, fault.span),
        frame=frames[start.line],
        title=BUILTIN_RULES[identity].title,
        remedy="Name the rule, and say why it does not apply here: ignore[rule] reason: …",
        sources=(Citation("newslint: suppressions", status="house"),),
    )


def check(
    sources: Iterable[Source | Path],
    linter: Linter,
    on_file: Callable[[str], None] | None = None,
    unreadable: Sequence[str] = (),
    found: Collection[str] = (),
    in_sites: Collection[str] = (),
) -> Report:
    """Lint sources, or files that are read one at a time, and collect a report in path order.

    A file that cannot be read is noted as such, after those that are `unreadable` already, and the run goes on.
    `on_file` is told each file before its turn, or in several processes after it. `found` are files that nobody named:
    that one of them is too large, or no text, is a notice, of any other it is a failure. Those `in_sites` that are
    templates are left out, and counted.
    """
    failed = [*unreadable]
    reports, templates = [], 0
    for outcome in _outcomes(list(sources), linter, on_file):
        if isinstance(outcome, FileReport) and outcome.is_template and outcome.path in in_sites:
            templates += 1
        elif isinstance(outcome, FileReport):
            reports.append(outcome)
        elif isinstance(outcome, (SourceTooLargeError, SourceNotTextError)):
            is_failure = outcome.subject not in found
            rule = FILE_TOO_LARGE if isinstance(outcome, SourceTooLargeError) else FILE_NOT_TEXT
            reports.append(_report_file(outcome.subject, rule, outcome.cause, outcome.way_out, is_failure=is_failure))
        else:
            failed.append(str(outcome))
    linter.settings.save()
    reports.sort(key=lambda report: report.path)
    today = linter.options.today.isoformat()
    return Report(tuple(reports), linter.settings.fingerprint, today, tuple(failed), templates=templates)


def _outcomes(
    sources: list[Source | Path], linter: Linter, on_file: Callable[[str], None] | None
) -> Iterator[FileReport | SourceError]:
    """Yield the report of each source, or why it could not be read, in order."""
    tell = on_file or (lambda path: None)
    paths = [source for source in sources if isinstance(source, Path)]
    if linter.options.jobs > 1 and 1 < len(paths) == len(sources) and _is_worth_it(paths):
        linter.settings.save()
        work = Work(_start_worker, (linter.settings, linter.options._replace(jobs=1)), _judge_in_worker)
        for path, outcome in zip(paths, work_on(paths, linter.options.jobs, work, _report_death), strict=True):
            tell(path.as_posix())
            yield outcome
        return
    for source in sources:
        tell(source.path if isinstance(source, Source) else source.as_posix())
        yield _judge(linter, source)


def _judge(linter: Linter, source: Source | Path) -> FileReport | SourceError:
    try:
        return linter.lint(source if isinstance(source, Source) else linter.read(source))
    except SourceError as error:
        return error


def _report_death(path: Path) -> FileReport:
    return _report_crash(path.as_posix(), "its process ended, perhaps out of memory")


def _is_worth_it(paths: Sequence[Path]) -> bool:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size
        except OSError:
            continue
        if total > _WORTH_A_PROCESS:
            return True
    return False


_worker: list[Linter] = []


def _start_worker(settings: Settings, options: RunOptions) -> None:
    _worker[:] = [Linter(settings, options)]


def _judge_in_worker(path: Path) -> FileReport | SourceError:
    return _judge(_worker[0], path)
