"""`newslint convert-vale`: write house rules from a style of Vale."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.cli import OK
from newslint.cli.output import write
from newslint.errors import UsageError
from newslint.terminal import safe, show, tell
from newslint.vale.converting import Left, convert_style


def run(options: argparse.Namespace) -> int:
    """Write a house rule for each rule of the style; what is there already stays unless `--force` is given."""
    folder = Path(options.output)
    written = 0
    for rule in convert_style(Path(options.style)):
        if isinstance(rule, Left):
            tell(f"warning: {safe(rule.path)}: it is left out: {rule.cause}")
            continue
        path = folder / rule.name
        if path.exists() and not options.force:
            cause = "this file is there already."
            raise UsageError(str(path), cause, "Give --output another folder, or --force to replace it.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = f"the folder cannot be made ({error.strerror or error})."
            raise UsageError(str(path.parent), cause, "Check --output.") from error
        write([rule.text], str(path))
        written += 1
    show(f"{safe(str(folder))}: {written} rule{'' if written == 1 else 's'} written.\n")
    return OK
