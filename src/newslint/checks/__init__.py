"""How rules look: a module for each check type, named as rule files name it, each with a `CHECK`; they know no rule."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from newslint.contract import CheckType


def check_type_names() -> list[str]:
    """List the names by which rule files may call check types, sorted."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__) if module.name[0] != "_")


def load_check_type(name: str) -> CheckType:
    """Return the check type of a name; raise KeyError when there is none."""
    try:
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith(__name__):
            raise KeyError(name) from None
        raise
    check: CheckType = module.CHECK
    return check
