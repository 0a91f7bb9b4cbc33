"""Take a file from its bytes to a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from newslint import suppressions
from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.contract import CompiledRule, Scene
from newslint.diagnostics import Citation, Diagnostic, FileReport, Severity
from newslint.drafts import is_unpublished, soften
from newslint.engine import FILE_CRASH, FILE_TIMEOUT, lint, shorten
from newslint.errors import (
    ConfigurationError,
    NewslintError,
    SourceError,
    UsageError,
)
from newslint.excuses import Ignores
from newslint.generators.template_code import is_template
from newslint.guard import NEVER_CAUGHT, OutOfTime, time_limit
from newslint.places import is_within, tree_of
from newslint.records import NamedTuple
from newslint.results import Asked, Basis, Results
from newslint.results.origins import origin_of
from newslint.rules import RuleSet
from newslint.rules.builtin import BUILTIN_RULES, FAMILY
from newslint.settings import Settings, Variant
from newslint.settings.declared import FRONT_MATTER, declared_profile, stated_types
from newslint.source import Position, Problem, Source, decode_raw, read_raw
from newslint.today import Today

if TYPE_CHECKING:
    from newslint.site import Site


class RunOptions(NamedTuple):
    """What a command line says beyond the configuration."""

    today: date
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    # Use rules that are on trial, too.
    preview: bool = False
    # How tracked changes of documents are read, where that is not the configuration's.
    tracked_changes: Literal["accepted", "rejected"] | None = None
    # Measure each article for its card.
    card: bool = False
    # What a change touches in each file, by its name in reports, where only that counts; None for a new file.
    changed: Mapping[str, tuple[tuple[int, int], ...] | None] | None = None
    # Give each diagnostic its fingerprint.
    fingerprints: bool = False
    # How many processes to use at most; 0: as many as there are cores.
    jobs: int = 1
    # Take what was found in files before from what earlier runs kept, and keep what is found now.
    keep: bool = False
    # The last resort against a file that would keep newslint busy for ever: CPU seconds for one file; 0: no limit.
    seconds: float = 30.0


class _Judgement(NamedTuple):
    """What was found in a source, and what that depended on; None where it is not to be kept."""

    report: FileReport
    basis: Basis | None = None


Outcome = FileReport | SourceError
# What is given an article that was read, and its profile, and says as of which day it is judged.
Dating = Callable[[Article, str], date | None]


class Checked(NamedTuple):
    """What a file came to, and its result as it is kept: key and payload, or None where it is not."""

    outcome: Outcome
    kept: tuple[bytes, bytes] | None = None


class _Choice(NamedTuple):
    """A profile, what is wrong with how the article declares it, and whether that depends on the article alone."""

    profile: str
    problems: list[Problem]
    is_settled: bool = True


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
        self._duties: dict[tuple[str, tuple[int, ...]], list[CompiledRule]] = {}
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
        asked_by = "--profile" if self.options.profile else None
        own = BUILTIN_RULES if self.options.select else ()
        if self._has_rules(self.settings.variant(default, (), asked_by), own):
            return
        for index, entry in enumerate(self.settings.config.overrides):
            if self._has_rules(self.settings.variant(self.options.profile or entry.profile or default, (index,))):
                return
        cause = f"nothing to check: no rule is selected under the profile `{default}`."
        raise UsageError("rules", cause, "Select at least one rule; `newslint rules` lists them.")

    def _has_rules(self, variant: Variant, own: Iterable[str] = ()) -> bool:
        return any(self._is_enabled(variant, identity) for identity in (*variant.compiled, *own))

    def parse(self, source: Source) -> Article:
        """Return the article of a source, with the configuration's own field names."""
        config = self.settings.config
        day_first = config.date_order == "day-first" if config.date_order else None
        return parse(source, ParseOptions(config.field_aliases, config.language, self._lexicon, day_first))

    def profile_of(self, article: Article) -> str:
        """Choose the profile of an article: given on the command line, else declared in it, else configured."""
        return self._choose_profile(article).profile

    def _choose_profile(self, article: Article) -> _Choice:
        declared, problems = declared_profile(article)
        if self.options.profile is not None:
            return _Choice(self.options.profile, problems)
        if declared is not None:
            try:
                self.settings.variant(declared.profile, asked_by=article.path)
            except ConfigurationError as error:
                # One article cannot end the run: it is judged under the profile that it would have without this.
                message = f"`newslint`: {error.cause.rstrip('.')} ({error.way_out.rstrip('.')})"
                problems.append(Problem(FRONT_MATTER, declared.span, message))
                chosen = self.settings.profile_of(
                    article.path, stated_types(article, self.settings.config.content_types)
                )
                return _Choice(chosen, problems, is_settled=False)
            return _Choice(declared.profile, problems)
        return _Choice(
            self.settings.profile_of(article.path, stated_types(article, self.settings.config.content_types)), problems
        )

    def check(self, source: Source | Path, results: Results | None = None) -> Checked:
        """Lint a source, or a file; where `results` keep what was found in files, return that with it.

        It is kept under what was read now: the file may have changed since its result was looked for.
        """
        try:
            if isinstance(source, Source):
                return Checked(self.lint(source))
            data = self.read_bytes(source)
            report, basis = self._try(decode_raw(data, source.as_posix(), self.tracked))
        except SourceError as error:
            return Checked(error)
        payload = results.encode(report, basis) if results is not None and basis is not None else None
        if results is None or payload is None:
            return Checked(report)
        return Checked(report, (self.key_of(results, source, data), payload))

    def lint(self, source: Source, on_article: Dating | None = None) -> FileReport:
        """Return what is wrong in a source; where newslint itself fails, say so in one diagnostic.

        `on_article` is given the article and its profile, and says as of which day it is judged (None: of the run).
        """
        return self._try(source, on_article).report

    def _try(self, source: Source, on_article: Dating | None = None) -> _Judgement:
        try:
            with time_limit(self.options.seconds):
                return self._judge(source, on_article)
        except OutOfTime:
            message = f"newslint gave up after {self.options.seconds:g} s on this file; all other files were checked."
            remedy = "Report this with the file, and `exclude` the file for now."
            return _Judgement(report_file(source.path, FILE_TIMEOUT, message, remedy))
        except (NewslintError, *NEVER_CAUGHT):
            raise
        except BaseException as error:
            if self.on_crash:
                import traceback

                self.on_crash(traceback.format_exc())
            return _Judgement(report_crash(source.path, f"{type(error).__name__}: {error}"))

    def read(self, path: Path) -> Source:
        """Read a file of at most the configuration's `max_file_size`; raise SourceError where that cannot be done."""
        return decode_raw(self.read_bytes(path), path.as_posix(), self.tracked)

    @property
    def tracked(self) -> Literal["accepted", "rejected"]:
        """How tracked changes of documents are read."""
        return self.options.tracked_changes or self.settings.config.tracked_changes

    def read_bytes(self, path: Path) -> bytes:
        """Return the bytes of a file of at most `max_file_size`; raise SourceError where that cannot be done."""
        return read_raw(path, self.settings.config.max_file_size)

    def results(self, origin: bytes | None = None) -> Results:
        """Return what earlier runs with these settings and options kept; `origin` is known to a process of a run."""
        return Results(self.settings, origin or self.origin(), self.options.today, self._site)

    def origin(self) -> bytes:
        """Return a hash of all that any result depends on."""
        chosen = self.options
        return origin_of(
            self.settings,
            (
                chosen.profile,
                chosen.select,
                chosen.ignore,
                self._is_preview,
                chosen.card,
                chosen.fingerprints,
                self.tracked,
            ),
        )

    def key_of(self, results: Results, path: Path, data: bytes) -> bytes:
        """Return what the result of a file's bytes is kept under."""
        name = path.as_posix()
        changed = None if self.options.changed is None else [self.options.changed.get(name, ())]
        return results.key_of(name, data, changed)

    def _judge(self, source: Source, on_article: Dating | None = None) -> _Judgement:
        article = self.parse(source)
        profile, problems, is_settled = self._choose_profile(article)
        if problems:
            article = article._replace(problems=(*article.problems, *problems))
        overrides = self.settings.overrides_of(article.path)
        day = on_article(article, profile) if on_article else None
        today, site = Today(day or self.options.today), Asked(self._site) if self._site else None
        report = self._report(article, profile, overrides, today, site)._replace(is_template=is_template(source.text))
        if report.crashed or not is_settled:
            return _Judgement(report)
        answers = tuple(site.answers.items()) if site else ()
        return _Judgement(report, Basis(profile, overrides, today.first, today.last, answers))

    def _report(
        self, article: Article, profile: str, overrides: tuple[int, ...], today: Today, site: Asked | None
    ) -> FileReport:
        drafts = self.settings.config.drafts
        is_draft = drafts != "check" and is_unpublished(article, today)
        if is_draft and drafts == "skip":  # `Run` leaves it out and counts it
            return FileReport(article.path, is_draft=True)
        variant, ruleset = self._ruleset(profile, overrides)
        report = lint(article, ruleset, self._scene(variant, today, site), self.on_crash)
        if article.format == "document":
            report = _without_fixes(report)
        if any(found.fix is not None for found in report.diagnostics):
            from newslint.fixes.links import spare_names
            from newslint.fixes.quotations import spare_quotations

            report = spare_names(article, spare_quotations(article, report))
        report = self._suppress(article, report, ruleset, variant, today)
        if any(found.fix is not None for found in report.diagnostics):
            from newslint.fixes.guards import spare_refused

            report = spare_refused(article, report, self.parse)
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

    def _scene(self, variant: Variant, today: Today, site: Asked | None) -> Scene:
        config = self.settings.config
        return Scene(
            today,
            variant.profile,
            variant.elements,
            variant.required,
            config.readability.backend,
            site,
            names=config.names,
            type_field=config.content_types.field if config.content_types else None,
            jurisdictions=self.settings.jurisdictions,
        )

    def _ruleset(self, profile: str, overrides: tuple[int, ...]) -> tuple[Variant, RuleSet]:
        key = (profile, overrides)
        if key not in self._rulesets:
            variant = self.settings.variant(profile, overrides)
            self._rulesets[key] = variant, variant.choose(self.options.select, self.options.ignore, self._is_preview)
        return self._rulesets[key]

    def rules_of(self, profile: str, overrides: tuple[int, ...]) -> list[CompiledRule]:
        """Return the files of the rules that are in force under a profile with overrides."""
        return [rule.file for rule in self._ruleset(profile, overrides)[1].rules]

    def duties_of(self, article: Article) -> list[CompiledRule]:
        """Return the files of the rules in force for an article that are about a duty."""
        key = self.profile_of(article), self.settings.overrides_of(article.path)
        if key not in self._duties:
            self._duties[key] = [rule for rule in self.rules_of(*key) if rule["duty"]]
        return self._duties[key]

    def _suppress(
        self, article: Article, report: FileReport, ruleset: RuleSet, variant: Variant, today: Today
    ) -> FileReport:
        ignores = Ignores(self.settings.ignored_in(article.path), today)
        kept = ignores.leave(report.diagnostics)
        # A rule that was not evaluated, or that crashed, cannot show that its suppression is of no use.
        silent = {*report.crashed, *(entry.rule for entry in report.not_evaluated)}
        active = [rule.id for rule in ruleset.rules if rule.id not in silent]
        known = {*self.settings.compiled, *self.settings.families}
        outcome = suppressions.apply(article, kept, known, active, today, self.settings.former)
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


def _without_fixes(report: FileReport) -> FileReport:
    """Return the report of a document without fixes: they would be made in its text, not in its file."""
    return report._replace(diagnostics=tuple(found._replace(fix=None) for found in report.diagnostics))


def report_file(path: str, rule: str, message: str, remedy: str, *, is_failure: bool = True) -> FileReport:
    """Return the report of a file that was not judged; one that is no failure is a notice and leaves the verdict."""
    start = Position(0, 1, 1)
    severity = Severity.ERROR if is_failure else Severity.ADVICE
    told = Diagnostic(rule, severity, path, "", message, start, start, excerpt="", remedy=remedy)
    return FileReport(path, (told,), crashed=(rule,) if is_failure else ())


def report_crash(path: str, what: str) -> FileReport:
    message = f"newslint failed on this file ({what}); all other files were checked."
    return report_file(path, FILE_CRASH, message, "Report this with the file, and `exclude` the file for now.")


def _fault(article: Article, variant: Variant, fault: suppressions.Fault, frames: dict[int, str]) -> Diagnostic:
    from newslint.fixes.suppressed import fix_fault

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
        remedy=_remedy(article, fault),
        fix=None if article.format == "document" else fix_fault(article, fault),
        sources=(Citation("newslint: suppressions", status="house"),),
    )


def _remedy(article: Article, fault: suppressions.Fault) -> str:
    """Return the way out of a fault of a suppression; in front matter a suppression is written as YAML."""
    entry = article.field("newslint")
    is_entry = entry is not None and entry.span.start <= fault.span.start < entry.span.end
    if is_entry and fault.kind in ("malformed", "missing-reason"):
        return "Write it as YAML: newslint: {ignore: [{rule: FAMILY/RULE, reason: why it does not apply here}]}"
    return BUILTIN_RULES[f"{FAMILY}/{fault.kind}"].remedy
