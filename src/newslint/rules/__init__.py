"""From rule files to rules that are ready to run: find, validate, compile, select."""

from newslint.rules.building import RuleSet, build_ruleset
from newslint.rules.compiling import CompiledRule, compile_rules

__all__ = ["CompiledRule", "RuleSet", "build_ruleset", "compile_rules"]
