"""Run the examples of rule files as tests, for the shipped rules and a newsroom's own; part of the public API."""

from newslint.testing.cases import Case, cases_of, cases_of_rule, run_case

__all__ = ["Case", "cases_of", "cases_of_rule", "run_case"]
