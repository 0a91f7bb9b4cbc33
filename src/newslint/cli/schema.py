"""`newslint schema`: print a JSON Schema of a file that newslint reads."""

from __future__ import annotations

import argparse

from newslint.cli import OK
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import settings_of
from newslint.schemas import SCHEMAS, text_of


def run(options: argparse.Namespace) -> int:
    """Print the schema with the rules that there are here, those of the house included."""
    options.profile = None
    settings = settings_of(options)
    refuse_to_overwrite(options.output, [], settings)
    write([text_of(SCHEMAS[options.name](settings.compiled))], options.output)
    return OK
