"""What a wheel brings beside the code, so that no start has to make it: compiled rules, and compiled patterns."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import newslint
from newslint import patterns
from newslint.patterns import Made, bytecode
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled
from newslint.rules.prepared import write_prepared
from newslint.settings.loading import load_settings


def pack_rules() -> bytes:
    """Return the shipped rules, and what holds under each shipped profile, as one file."""
    settings = load_settings(None, keep=False)
    for name in sorted(path.stem for path in bundled("profiles").glob("*.yaml")):
        settings.variant(name)
    return write_prepared(settings.state)


def pack_patterns() -> bytes:
    """Return all patterns, compiled for the interpreter that runs this, as one file."""
    return bytecode.write((made.text, made.flags) for made in make_patterns())


def make_patterns() -> tuple[Made, ...]:
    """Make the patterns of all modules and of all shipped rules, and return them.

    Patterns stand in modules, or in functions without parameters that keep them; those of rules are made by checks.
    """
    for name in module_names():
        module = importlib.import_module(name)
        for each in list(vars(module).values()):
            keeps = hasattr(each, "cache_clear") and each.__module__ == name
            if keeps and not inspect.signature(each).parameters:
                each()
    compile_rules([bundled("rules")])
    return tuple(patterns.made())


def module_names() -> list[str]:
    """Return the names of all modules of newslint, without the one that runs it."""
    found = pkgutil.walk_packages(newslint.__path__, "newslint.")
    return [module.name for module in found if not module.name.endswith("__main__")]
