"""Make the expressions of a rule: words between boundaries, exceptions, and phrases that excuse their words."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.patterns import pattern
from newslint.rules.ambiguity import find_ambiguity
from newslint.rules.automata import TooLargeError
from newslint.vale.definitions import Definition, wrong
from newslint.vale.regexes import UnknownSyntaxError, check, translate

_WORD = r"\b(?:%s)\b"
_NONWORD = "(?:%s)"
# How many words go into one expression: each of them may need others to be in the text.
_TOGETHER = 40
# A branch that never matches. What is searched is not always the text that literals are looked for in: code is masked
# with asterisks, and a line end of the source stands for a space.
_WITHOUT_LITERALS = "|(?!)"


class Writer:
    """Write the expressions of one rule, with its boundaries and its regard for case."""

    def __init__(self, rule: Definition, template: str = "", ignores_case: bool | None = None) -> None:
        """Take the template that words stand in, `%s` for the words, where a configuration has one of its own."""
        self.rule = rule
        self.template = template or _WORD
        self.ignores_case = rule.is_true("ignorecase") if ignores_case is None else ignores_case

    def words(self, tokens: Sequence[str], is_word: bool) -> str:
        """Return an expression for some tokens."""
        template = self.template if is_word else _NONWORD
        return self.made(template.replace("%s", "|".join(tokens)))

    def in_parts(self, tokens: Sequence[str], is_word: bool, size: int = _TOGETHER) -> list[str]:
        """Return expressions for some tokens, so many in each."""
        return [self.words(tokens[at : at + size], is_word) for at in range(0, len(tokens), size)]

    def made(self, expression: str, flags: str = "m") -> str:
        """Return an expression of Vale as Python's; raise ConfigurationError where that cannot be."""
        flags += "i" if self.ignores_case else ""
        try:
            inner = translate(expression)
            text = check(f"(?{flags}){inner}" if flags else inner)
        except (UnknownSyntaxError, RecursionError) as problem:
            shown = expression if len(expression) < 80 else f"{expression[:79]}…"
            cause = f"`{shown}` is not valid here ({problem})."
            raise wrong(self.rule.path, cause, "Write it in another way, or switch the rule off.") from problem
        self._refuse_endless(text)
        return searched_anywhere(text) if "\n" in text or r"\n" in text or "*" in _literal_signs(text) else text

    def _refuse_endless(self, text: str) -> None:
        """Raise ConfigurationError for an expression whose search may double its time with each character."""
        try:
            found = find_ambiguity(text, 0, is_searched=False)
        except TooLargeError:
            return
        if found is not None and found.kind == "exponential":
            cause = f"the repetition `{found.part}` can read one text in so many ways that a search would not end."
            raise wrong(self.rule.path, cause, "Let its parts take different characters, or switch the rule off.")


def searched_anywhere(text: str) -> str:
    """Return an expression of which nothing must be in a block for it to match."""
    return text if text.endswith(_WITHOUT_LITERALS) else text + _WITHOUT_LITERALS


def _literal_signs(text: str) -> str:
    """Return what an expression escapes, and the members of its sets."""
    return "".join(_SIGNS.findall(text))


_SIGNS = pattern(r"\\[^\w\s]|\[[^\[\]]*\]")


def exceptions(rule: Definition, accepted: Sequence[str], in_vocabulary: bool) -> tuple[str, str]:
    """Return two expressions, each empty where there is none: of exceptions, and of phrases that excuse their words."""
    terms = [*rule.texts("exceptions"), *(accepted if in_vocabulary else ())]
    writer = Writer(rule, ignores_case=False)
    longest_first = sorted(terms, key=len, reverse=True)
    own = writer.words([_minding_case(term) for term in longest_first], True) if terms else ""
    phrases = [term for term in terms if " " in term or "\t" in term or r"\s" in term]
    return own, Writer(rule, ignores_case=True).made(_WORD.replace("%s", "|".join(phrases)), "") if phrases else ""


def _minding_case(term: str) -> str:
    return term if term.startswith("(?i)") else f"(?-i:{term})"
