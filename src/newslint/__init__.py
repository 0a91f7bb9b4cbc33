"""newslint: the editorial quality and compliance linter for newsrooms."""

__version__ = "0.3.0"
