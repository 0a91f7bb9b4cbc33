"""`newslint init`: write a configuration for a repository, show the first run, offer a hook, a job and a baseline."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from textwrap import indent

from newslint.adoption.configuration import configuration
from newslint.adoption.gates import HOOK_FILE, branch_of, hook_entry, job_of, origin_of, service_of, with_hook
from newslint.adoption.survey import survey
from newslint.adoption.tree import find_left_out, places_of
from newslint.baseline import entries_of, read_baseline, text_of
from newslint.batch import check
from newslint.cli import OK
from newslint.cli.baseline import baseline_of, renewed
from newslint.cli.check import progress_of
from newslint.cli.proposal import MARGIN, Proposal
from newslint.cli.session import inputs_of, linter_of
from newslint.diagnostics import Report, Severity
from newslint.discovery import discover
from newslint.errors import UsageError
from newslint.generators import Site, recognise
from newslint.generators.layouts import layout_of_titles
from newslint.generators.telling import is_export
from newslint.places import is_there, tree_of
from newslint.records import NamedTuple
from newslint.reporters import render
from newslint.reporters.counting import count_of
from newslint.settings import Settings, find_config, load_settings
from newslint.settings.globs import matches, name_below
from newslint.terminal import columns, plain, show, tell, tell_progress

_NAME = "newslint.yaml"


class _Plan(NamedTuple):
    """What is known of a folder, and the configuration that is made of it."""

    folder: Path
    sites: tuple[Site, ...]
    content: tuple[str, ...]
    articles: tuple[str, ...]
    text: str


def run(options: argparse.Namespace) -> int:
    """Look at the repository, write what is asked for, and return the exit status."""
    if not os.path.isdir(options.folder):
        raise UsageError(options.folder, "this is no folder.", "Name the folder at the top of the site.")
    folder = Path(options.folder)
    standing = find_config(folder.absolute())
    if standing is not None and (options.hook or options.ci) and not (options.force or options.shown):
        return _join(folder, standing, options)
    if hindrance := _hindrance(folder, standing):
        if not (options.dry_run or options.shown or options.force):
            raise hindrance
        if standing is None or standing.parent != folder.absolute():
            tell(f"{hindrance.subject}: {hindrance.cause}")
    plan = _plan(folder)
    if options.shown:
        show(plan.text)
        return OK
    _tell_found(plan)
    proposal = Proposal(folder, is_dry=options.dry_run)
    proposal.put(folder / _NAME, plan.text)
    _offer_hook(folder, options, proposal)
    _offer_job(plan, options, proposal)
    _add_first_run(plan, options, proposal)
    proposal.make()
    return OK


def _join(folder: Path, standing: Path, options: argparse.Namespace) -> int:
    """Write the hook and the job of a repository whose configuration stays as it is."""
    shown = os.path.relpath(standing)
    show(plain(f"{shown}: left as it is.\n"))
    proposal = Proposal(folder, is_dry=options.dry_run)
    if options.hook:
        _offer_hook(folder, options, proposal)
    if options.ci:
        _offer_job(_plan(folder), options, proposal)
    proposal.make()
    if options.baseline:
        tell("the configuration is not new, so no baseline was written. `newslint baseline` writes one.")
    return OK


def _hindrance(folder: Path, standing: Path | None) -> UsageError | None:
    """Return why no configuration is written: there is one, or it would hide what holds from above; None otherwise."""
    if standing is not None and standing.parent == folder.absolute():
        cause, way_out = (
            "there is a configuration already.",
            "See a new one with --dry-run, or replace it with --force.",
        )
        return UsageError(str(folder / standing.name), cause, f"{way_out} --hook and --ci leave it as it is.")
    if standing is not None:
        cause = "this configuration stands above, and a new one would hide it here."
        return UsageError(os.path.relpath(standing), cause, "Change that one, or write one here, too, with --force.")
    site = _site_above(folder)
    if site is not None:
        cause = f"the top of this {site.generator.name} site is further up; a configuration belongs there."
        way_out = f"Run `newslint init {quote(os.path.relpath(site.root))}`, or write one here with --force."
        return UsageError(os.path.relpath(os.path.join(site.root, site.proof)), cause, way_out)
    return None


def _site_above(folder: Path) -> Site | None:
    """Return the site whose top is above a folder that is itself the top of none."""
    real, top = os.path.realpath(folder), tree_of(folder)
    if recognise(Path(real).as_posix()):
        return None
    while real != top:
        real = os.path.dirname(real)
        site = next((site for site in recognise(Path(real).as_posix()) if not is_export(site)), None)
        if site is not None:
            return site
    return None


def _plan(folder: Path) -> _Plan:
    place = Path(os.path.abspath(folder)).as_posix()
    sites = recognise(place)
    export = next((site for site in sites if is_export(site)), None)
    try:
        left_out = find_left_out(place, sites)
        found = discover([str(folder)], (), [*left_out.folders, *left_out.pages], folder, force_exclude=False)
    except UsageError:
        if export is None:
            raise
        raise UsageError(str(folder / export.proof), _EXPORT, _CONVERT) from None
    seen = tuple(name_below(folder, path.as_posix()) for path in found.files)
    # Folders of drafts are excluded, so that nothing is to name them; unless there is nothing else yet.
    seen = tuple(path for path in seen if not any(matches(path, glob) for glob in left_out.drafts)) or seen
    places = places_of(sites[0].generator if sites else None, seen)
    articles = tuple(path for path in seen if not any(matches(path, glob) for glob in places.outside))
    if export is not None:
        tell(f"{export.proof}: {_EXPORT} {_CONVERT}")
    layout = layout_of_titles(sites[0]) if sites else None
    text = configuration(sites[0] if sites else None, survey(articles, folder), left_out, places, layout)
    return _Plan(folder, sites, places.content, articles, text)


_EXPORT = "this export holds all articles in one file, and newslint reads one file for each article."
_CONVERT = "Convert it into Markdown or HTML, one file for each article."


def _tell_found(plan: _Plan) -> None:
    site = plan.sites[0] if plan.sites else None
    known = f"{site.generator.name} site, known by {site.proof}" if site else "No generator of sites is known here"
    places = f" in {', '.join(plan.content)}" if plan.content else ""
    show(plain(f"{known}: {count_of(len(plan.articles), 'article')}{places}.\n"))
    if site is None:
        for name in _sites_below(plan.folder):
            show(plain(f"{name} is the top of a site; `newslint init {name}` makes a configuration for it.\n"))


def _sites_below(folder: Path) -> Iterator[str]:
    """Yield the folders, one and two levels down, that are the top of a site."""
    for path in sorted([*folder.glob("[!._]*/"), *folder.glob("[!._]*/[!._]*/")]):
        if path.name != "node_modules" and path.parent.name != "node_modules" and recognise(path.resolve().as_posix()):
            yield path.as_posix()


def _offer_hook(folder: Path, options: argparse.Namespace, proposal: Proposal) -> None:
    """Write the hook where that was asked for and can be done; show it otherwise."""
    path = Path(os.path.relpath(tree_of(folder))) / HOOK_FILE
    entry = hook_entry(origin_of())
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if "newslint" in old:
        proposal.say(f"{path}: has the hook already.\n")
        return
    new = with_hook(old, entry) if path.is_file() or not is_there(path) else None
    if options.hook and new is not None:
        proposal.put(path, new)
        return
    if options.hook:
        tell(f"{path}: nothing tells for sure where the hook belongs, so it was not added.")
    why = "" if new is None else " (--hook adds it)" if old else " (--hook writes it)"
    where = f"add this to `repos` in {path}" if old else f"write this to {path}"
    shown = entry if old else new or entry
    proposal.say(f"\nFor a pre-commit hook, {where}{why}, and run `pre-commit install`:\n\n{indent(shown, MARGIN)}\n")


def _offer_job(plan: _Plan, options: argparse.Namespace, proposal: Proposal) -> None:
    """Write the job of the service that keeps the repository where that was asked for; show it otherwise."""
    top = tree_of(plan.folder)
    service = service_of(os.path.realpath(plan.folder), top)
    if service is None:
        if options.ci:
            tell("nothing tells whether GitHub or GitLab keeps this repository; no job was written.")
        return
    inner = os.path.relpath(os.path.realpath(plan.folder), top).replace(os.sep, "/")
    job = job_of(service, plan.content, origin_of(), branch_of(top), "" if inner == "." else inner)
    path = Path(os.path.relpath(top)) / job.path
    if not options.force and path.is_file() and "newslint" in path.read_text(encoding="utf-8", errors="replace"):
        proposal.say(f"{path}: has the job already.\n")
        return
    if options.ci and (options.force or not is_there(path)) and not (service == "GitLab" and is_there(path)):
        proposal.put(path, job.text)
        return
    where = f"add this to {path}" if is_there(path) else f"write this to {path} (--ci writes it)"
    proposal.say(f"\nFor a job of {service}, {where}:\n\n{indent(job.text, MARGIN)}\n")


def _add_first_run(plan: _Plan, options: argparse.Namespace, proposal: Proposal) -> None:
    """Check the articles as the new configuration has it, count what is found, and record it where that is asked."""
    with TemporaryDirectory() as place:
        file = Path(place) / _NAME
        file.write_text(plan.text, encoding="utf-8")
        settings = load_settings(file, keep=False).placed_in(plan.folder.absolute())
        report = _first_run(plan, settings, options)
    counts = render(
        report,
        "text",
        colour=False,
        width=columns(),
        quiet=True,
        statistics=True,
        fail_on=Severity.ERROR,
        least=Severity.WARNING,
    )
    proposal.say(f"\nThe first run:\n\n{counts}", is_plain=True)
    _offer_baseline(plan, report, settings, options, proposal)


def _first_run(plan: _Plan, settings: Settings, options: argparse.Namespace) -> Report:
    paths = [str(plan.folder / place) for place in plan.content] or [str(plan.folder)]
    words = {"profile": None, "select": (), "ignore": (), "preview": False, "fingerprints": True, "paths": paths}
    asked = argparse.Namespace(**{**vars(options), **words, "command": "init"})
    inputs = inputs_of(asked, settings)
    progress = progress_of(len(inputs.found))
    report = check(
        inputs.found, linter_of(asked, settings), progress, inputs.unreadable, inputs.unnamed, inputs.in_sites
    )
    if progress is not None:
        tell_progress("")
    return report


def _offer_baseline(
    plan: _Plan, report: Report, settings: Settings, options: argparse.Namespace, proposal: Proposal
) -> None:
    path = plan.folder / settings.config.baseline
    number = len(entries_of(report, partial(name_below, settings.root)))
    if not number:
        return
    if options.baseline and not options.dry_run:
        entries = renewed(read_baseline(baseline_of(settings), settings.former), report, settings)
        told = f"\n{path}: {count_of(len(entries), 'finding')} recorded; later runs hide them.\n"
        proposal.put(path, text_of(entries), told)
        return
    places = _named([str(plan.folder / place) for place in plan.content] or [str(plan.folder)])
    many = count_of(number, "finding")
    proposal.say(f"\n`newslint baseline {places}` records these {many}, so that later runs show only what is new.\n")


def _named(paths: Sequence[str]) -> str:
    return " ".join(map(quote, paths))
