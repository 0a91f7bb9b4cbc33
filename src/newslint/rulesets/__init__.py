"""From rule files to rules ready to run: find, validate, compile, select; nothing here reads an article."""

from newslint.rulesets.building import RuleSet, build_ruleset
from newslint.rulesets.compiling import CompiledRule, compile_rules

__all__ = ["CompiledRule", "RuleSet", "build_ruleset", "compile_rules"]
