"""Let `python -m newslint` do what `newslint` does."""

from newslint.cli import main

raise SystemExit(main())
