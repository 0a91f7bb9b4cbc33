"""How rules look: the checks that rule files name, by family; they know no rule."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from newslint.contract import KINDS, CheckType, Kind

FAMILIES = (
    "clarity",
    "dates",
    "documents",
    "figures",
    "headline",
    "names",
    "quotes",
    "sourcing",
    "wording",
)
_ROOMS = {*FAMILIES, "shared"}


@cache
def _import_all() -> None:
    for name in FAMILIES:
        import_module(f"{__name__}.{name}")


def check_type_names() -> list[str]:
    """List the names by which rule files may call check types, sorted."""
    _import_all()
    old = (module.name for module in pkgutil.iter_modules(__path__) if module.name not in _ROOMS)
    return sorted([*KINDS, *(name.replace("_", "-") for name in old)])


def load_check_type(name: str) -> CheckType | Kind:
    """Return the check type of a name; raise KeyError when there is none."""
    _import_all()
    if name in KINDS:
        return KINDS[name]
    try:
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith(__name__):
            raise KeyError(name) from None
        raise
    check: CheckType = module.CHECK
    return check
