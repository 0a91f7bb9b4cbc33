"""`newslint config`: print what holds, for all files or for one, and with `--why` where each value comes from."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.cli import OK
from newslint.cli.session import linter_of, settings_of
from newslint.discovery import explain_file
from newslint.discovery.refusals import refuse_unreachable
from newslint.drafts import mark_of
from newslint.errors import SourceError
from newslint.generators import recognise
from newslint.generators.template_code import is_template
from newslint.places import tree_of
from newslint.reporters.json import dump
from newslint.rules.folders import is_shipped_profile, profile_name
from newslint.runner import Linter
from newslint.settings import Settings
from newslint.settings.declared import declared_profile, stated_types
from newslint.settings.provenance import DEFAULT, Fact, Origins
from newslint.terminal import inert, safe, show
from newslint.today import Today

_COLUMN = 44  # where the origins begin


def run(options: argparse.Namespace) -> int:
    """Print the effective configuration and return the exit status."""
    options.select, options.ignore, options.preview = (), (), False
    settings = settings_of(options)
    if options.path is not None and not os.path.exists(options.path):
        refuse_unreachable(options.path)
    facts = list(_facts(settings, options))
    settings.save()
    if options.format == "json":
        rows = [_row(fact, settings) for fact in facts]
        named = settings.path and _shown_path(str(settings.path))
        show(dump({"path": options.path, "configuration": named, "settings": rows}, indent=1) + "\n")
        return OK
    show(_lines(facts, settings, options))
    return OK


def _facts(settings: Settings, options: argparse.Namespace) -> Iterator[Fact]:
    origins = Origins(settings)
    path = options.path or "."
    article = None
    if options.path is not None and os.path.isdir(path):
        yield _entered(path, settings, origins)
    elif os.path.isfile(path):
        linter = linter_of(options, settings)
        article = _article_of(Path(path), linter)
        checked = _checked(path, article, settings, origins)
        draft = _draft(article, linter) if article is not None else None
        if checked.value and draft is not None and draft.value and settings.config.drafts == "skip":
            checked = Fact("checked", False, "it is a draft", *origins.place("drafts")[1:])
        yield checked
        if draft is not None:
            yield draft
    profile = _profile(path, article, settings, origins, options)
    yield profile
    yield from origins.keys()
    if options.path is not None:
        yield from origins.overrides(path)
        yield from origins.ignores(path)
    yield from origins.rules(profile.value, settings.overrides_of(path) if options.path is not None else ())


def _entered(folder: str, settings: Settings, origins: Origins) -> Fact:
    """Return whether articles in a folder are checked, by what would hold for one."""
    return _checked(os.path.join(folder, "article.md"), None, settings, origins, is_there=False)


def _article_of(path: Path, linter: Linter) -> Article | None:
    try:
        return linter.parse(linter.read(path))
    except SourceError:
        return None


def _checked(
    path: str, article: Article | None, settings: Settings, origins: Origins, *, is_there: bool = True
) -> Fact:
    """Return whether a run over the file's folder checks it, and why."""
    config = settings.config
    reason = explain_file(path, config.include, config.exclude, settings.root)
    if reason is not None:
        place = origins.excluding(reason.glob)[1:] if reason.glob else (reason.file, reason.line)
        return Fact("checked", False, f"it {reason.words}", *place)
    if article is None:
        return Fact("checked", False, "it cannot be read as text") if is_there else Fact("checked", True)
    sites = recognise(tree_of(Path(path).parent)) or recognise(settings.root.as_posix())
    if sites and is_template(article.source.text):
        return Fact("checked", False, f"its text is a template of {sites[0].generator.name}")
    if config.include and explain_file(path, (), config.exclude, settings.root) is not None:
        return Fact("checked", True, *origins.place("include"))
    return Fact("checked", True)


def _draft(article: Article, linter: Linter) -> Fact:
    mark = mark_of(article, Today(linter.options.today))
    return Fact("draft", True, mark[0], article.path, mark[1]) if mark else Fact("draft", False)


def _profile(
    path: str, article: Article | None, settings: Settings, origins: Origins, options: argparse.Namespace
) -> Fact:
    if options.profile is not None:
        return Fact("profile", options.profile, "--profile")
    declared = declared_profile(article)[0] if article is not None else None
    if article is not None and declared is not None and _is_profile(declared.profile, settings):
        line = article.source.position(declared.span.start).line
        return Fact("profile", declared.profile, "front matter", article.path, line)
    types = stated_types(article, settings.config.content_types) if article is not None else ()
    if options.path is None:
        return origins.profile(str(settings.root / "-"), ())
    return origins.profile(path, types)


def _is_profile(name: str, settings: Settings) -> bool:
    from newslint.errors import ConfigurationError

    try:
        settings.variant(name)
    except ConfigurationError:
        return False
    return True


def _row(fact: Fact, settings: Settings) -> dict[str, Any]:
    file = _shown_path(fact.file) if fact.file else None
    return {"key": fact.key, "value": fact.value, "source": fact.source, "file": file, "line": fact.line or None}


def _lines(facts: Sequence[Fact], settings: Settings, options: argparse.Namespace) -> Iterator[str]:
    named = _shown_path(str(settings.path)) if settings.path else "none"
    if options.path is not None:
        yield _line(f"# {options.path}")
    yield _line(f"# configuration: {named}")
    for fact in facts:
        text = f"{fact.key}: {_value(fact.value)}"
        yield _line(f"{text:<{_COLUMN}}  # {_origin(fact)}" if options.why else text)


def _line(text: str) -> str:
    return inert(_one_line(text)) + "\n"


def _one_line(text: str) -> str:
    """Return a text that is safe for a terminal; the spaces before a remark stay."""
    before, mark, after = text.partition("  # ")
    return f"{safe(before)}{' ' * (len(before) - len(before.rstrip()))}{mark}{safe(after)}"


def _value(value: Any) -> str:
    if isinstance(value, str) and value and value.isprintable() and not set(value) & set(":#{}[]'\","):
        return value
    return dump(int(value) if isinstance(value, float) and value.is_integer() else value, indent=None)


def _origin(fact: Fact) -> str:
    if not fact.file:
        return fact.source
    shipped = is_shipped_profile(Path(fact.file))
    name = f"shipped profile {profile_name(Path(fact.file))}" if shipped else _shown_path(fact.file)
    place = f"{name}:{fact.line}" if fact.line else name
    # The name of the file itself is no news.
    more = "" if shipped else fact.source.removeprefix(Path(fact.file).name).removeprefix(", ")
    return f"{place} ({more})" if more and fact.source != DEFAULT else place


def _shown_path(path: str) -> str:
    shown = os.path.relpath(path)
    return Path(path if shown.startswith("..") else shown).as_posix()
