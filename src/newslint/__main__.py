"""Let `python -m newslint` do what `newslint` does."""

from newslint.cli import start

raise SystemExit(start())
