"""Checks of the kinds that rules of Vale extend; `newslint.vale` makes rules of them."""

from newslint.checks.vale import capitalization, counting, existence, measures, pairs, sequences, spelling

__all__ = ["capitalization", "counting", "existence", "measures", "pairs", "sequences", "spelling"]
