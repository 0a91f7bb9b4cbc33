"""What a wheel brings beside the code, so that no start has to make it: compiled rules, and compiled patterns."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from types import ModuleType

import newslint
from newslint import patterns
from newslint.newsroom.topics import keeping
from newslint.newsroom.topics.book import make_plain
from newslint.patterns import Made, bytecode
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled, rule_files, shipped_profiles
from newslint.rules.prepared import write_prepared
from newslint.settings.loading import load_settings
from newslint.testing.cases import cases_of_rule, run_case


def pack_rules() -> bytes:
    """Return the shipped rules, and what holds under each shipped profile, as one file."""
    settings = load_settings(None, keep=False)
    for name in shipped_profiles():
        settings.variant(name)
    return write_prepared(settings.state)


def pack_patterns() -> bytes:
    """Return all patterns, compiled for the interpreter that runs this, as one file."""
    make_patterns()
    _use_rules()
    return bytecode.write((made.text, made.flags) for made in patterns.made())


def _use_rules() -> None:
    """Run each rule once, on its first bad example: some patterns are made when their rule is first asked."""
    settings = load_settings(None, keep=False)
    folder = bundled("rules")
    for identity, path in rule_files(folder):
        for case in islice(cases_of_rule(identity, path, folder), 1):
            run_case(case, settings)


def pack_topics() -> bytes:
    """Return what is made of the files of topics, as one file."""
    return keeping.pack(make_plain())


def make_patterns() -> tuple[Made, ...]:
    """Make the patterns of all modules and of all shipped rules, and return them.

    Patterns stand in modules, or in functions without parameters that keep them; those of rules are made by checks.
    """
    for name in module_names():
        module = _imported(name)
        for each in list(vars(module).values()) if module else ():
            keeps = hasattr(each, "cache_clear") and each.__module__ == name
            if keeps and not inspect.signature(each).parameters:
                with _without_extras():
                    each()
    compile_rules([bundled("rules")])
    return tuple(patterns.made())


def _imported(name: str) -> ModuleType | None:
    """Import a module; None where it needs a library of an extra that is not installed."""
    with _without_extras():
        return importlib.import_module(name)
    return None


@contextmanager
def _without_extras() -> Iterator[None]:
    """Pass over what needs a library of an extra that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == newslint.__name__:
            raise


def module_names() -> list[str]:
    """Return the names of all modules of newslint, without the one that runs it."""
    found = pkgutil.walk_packages(newslint.__path__, "newslint.")
    return [module.name for module in found if not module.name.endswith("__main__")]
