"""`newslint mcp`: serve an assistant over standard input and output."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

from newslint.cli import OK
from newslint.errors import missing_library
from newslint.settings import find_config


def run(options: argparse.Namespace) -> int:
    """Serve a program that writes copy until it leaves."""
    if find_spec("mcp") is None:
        raise missing_library("mcp", "mcp", "mcp")
    from newslint.assistants import Assistant, serve

    config = Path(options.config) if options.config else find_config(Path.cwd())
    chosen = {name: getattr(options, name) for name in ("profile", "select", "ignore", "preview")}
    serve(Assistant(config, {**chosen, "cache": not options.no_cache}, options.today))
    return OK
