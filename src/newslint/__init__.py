"""newslint: the editorial quality and compliance linter for newsrooms.

For programs there are `lint` for one text and `Linter` for many; the page `docs/python.md` shows both. What is named
here is imported when it is first asked for.
"""

from __future__ import annotations

__version__ = "0.3.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.api.arrow import BatchLinter as BatchLinter
    from newslint.api.arrow import arrow_schema as arrow_schema
    from newslint.api.articles import RawArticle as RawArticle
    from newslint.api.columns import Columns as Columns
    from newslint.api.linter import Linter as Linter
    from newslint.api.linter import lint as lint
    from newslint.api.results import Result as Result
    from newslint.api.rows import ROW_FIELDS as ROW_FIELDS
    from newslint.api.rows import Batch as Batch
    from newslint.api.rows import Row as Row
    from newslint.api.rows import RowField as RowField
    from newslint.diagnostics import Severity as Severity
    from newslint.errors import ConfigurationError as ConfigurationError
    from newslint.errors import MissingLibraryError as MissingLibraryError
    from newslint.errors import NewslintError as NewslintError
    from newslint.errors import RuleFileError as RuleFileError
    from newslint.errors import SourceError as SourceError
    from newslint.errors import UsageError as UsageError
    from newslint.reported import Change as Change
    from newslint.reported import Diagnostic as Diagnostic
    from newslint.reported import Excuse as Excuse
    from newslint.reported import Excused as Excused
    from newslint.reported import Fix as Fix
    from newslint.reported import Metrics as Metrics
    from newslint.reported import NotEvaluated as NotEvaluated
    from newslint.reported import Range as Range
    from newslint.reported import Related as Related
    from newslint.reported import RuleSource as RuleSource
    from newslint.source import Position as Position

# Where each name of the interface is, by module: a start of the command line imports none of it.
_HOMES = {
    "newslint.api.arrow": ("BatchLinter", "arrow_schema"),
    "newslint.api.articles": ("RawArticle",),
    "newslint.api.columns": ("Columns",),
    "newslint.api.linter": ("Linter", "lint"),
    "newslint.api.results": ("Result",),
    "newslint.api.rows": ("ROW_FIELDS", "Batch", "Row", "RowField"),
    "newslint.diagnostics": ("Severity",),
    "newslint.errors": (
        *("ConfigurationError", "MissingLibraryError", "NewslintError", "RuleFileError", "SourceError", "UsageError"),
    ),
    "newslint.reported": (
        *("Change", "Diagnostic", "Excuse", "Excused", "Fix", "Metrics", "NotEvaluated", "Range", "Related"),
        "RuleSource",
    ),
    "newslint.source": ("Position",),
}
__all__ = ["__version__", *(name for names in _HOMES.values() for name in names)]


def __getattr__(name: str) -> object:
    """Import a name of the interface when it is first asked for."""
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            value = globals()[name] = getattr(import_module(module), name)
            return value
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the interface, whether it was imported or not."""
    return sorted({*globals(), *__all__})
