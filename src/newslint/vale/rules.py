"""Make a compiled rule of newslint of each rule of a style; what kind it extends says which check it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from newslint.checks.vale.formulas import FormulaError, compute
from newslint.checks.vale.measures import COUNTS
from newslint.contract import CompiledRule
from newslint.patterns import pattern
from newslint.vale.definitions import Action, Definition, wrong
from newslint.vale.dictionaries import find_dictionaries, known_words
from newslint.vale.expressions import Writer, exceptions, searched_anywhere
from newslint.vale.messages import message_of, without_marks
from newslint.vale.regexes import UnknownSyntaxError, check, has_captures, translate, without_captures

FAMILY = "vale"
_WHOLE = ("raw", "summary", "link", "code", "strong", "emphasis")
_SEVERITIES = {"suggestion": "advice", "warning": "warning", "error": "error"}
Options = dict[str, Any]


class Maker:
    """Make rules under one configuration: its word template, its vocabulary and how it reads files."""

    def __init__(
        self,
        reading: Mapping[str, Any],
        accepted: Sequence[str] = (),
        template: str = "",
        styles_paths: Sequence[Path] = (),
    ) -> None:
        """Take what all rules share."""
        self.styles_paths = styles_paths
        self.reading = reading
        self.accepted = accepted
        self.template = template

    def make(self, rule: Definition, level: str | None = None) -> CompiledRule:
        """Return the rule; raise ConfigurationError where it says what cannot be done."""
        options, message = _KINDS[rule.extends](self, rule)
        frame = {"name": rule.name, "scope": list(rule.scope), "limit": rule.limit, "reading": self.reading}
        source = {"title": f"{rule.style} (a style of Vale)", "clause": rule.rule, "url": rule.link or None}
        made = {
            "id": f"{FAMILY}/{rule.name}",
            "title": rule.description.rstrip(".") or rule.name,
            "severities": {"default": _SEVERITIES[level or rule.level]},
            "profiles": ["all"],
            "preview": False,
            "deprecated": None,
            "formerly": [],
            "languages": [],
            "duty": None,
            "needs": None,
            "check": f"vale-{rule.extends}",
            "options": {**frame, **options},
            "yields_to": [],
            "message": message_of(message),
            "remedy": "",
            "rationale": rule.description,
            "limits": "",
            "sources": [{**source, "status": "house"}],
            "precision": None,
            "path": rule.path,
        }
        return cast("CompiledRule", made)

    def patterns(self, rule: Definition, patterns: Sequence[str]) -> list[str]:
        """Return expressions as they are searched: those of whole files need nothing to be in a block."""
        is_whole = any(name in part for part in rule.scope for name in _WHOLE)
        return [searched_anywhere(each) for each in patterns] if is_whole else list(patterns)

    def excused(self, rule: Definition, in_vocabulary: bool = True) -> Options:
        """Return the options that excuse words of a rule."""
        own, phrases = exceptions(rule, self.accepted, in_vocabulary and rule.is_true("vocab", True))
        return {"exceptions": own, "phrases": phrases}


def _existence(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule, maker.template)
    tokens = [token for token in rule.texts("tokens") if token.strip()]
    raw = "".join(rule.texts("raw"))
    is_nonword = rule.is_true("nonword")
    is_word = bool(tokens) and not is_nonword
    if not raw:
        patterns = writer.in_parts(tokens, is_word)
    else:
        template = (maker.template or r"\b(?:%s)\b") if is_word else "(?:%s)"
        words = template.replace("%s", "|".join(tokens)) if tokens else ""
        patterns = [writer.made(words + raw if rule.is_true("append") else raw + words)]
    excused = maker.excused(rule, in_vocabulary=not is_nonword)
    return {"patterns": maker.patterns(rule, patterns), **excused, **_action(rule.action)}, rule.message


def _substitution(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule, maker.template)
    swap = rule.pairs("swap")
    terms = sorted(swap, key=lambda term: len(term.encode()), reverse=True)
    is_word = not rule.is_true("nonword")
    own = [f"({without_captures(term) if has_captures(term) else term})" for term in terms]
    options: Options = {
        "patterns": maker.patterns(rule, writer.in_parts(own, is_word)),
        "uses": [[swap[term], _grouped(writer, term, swap[term]), _right(swap[term])] for term in terms],
        "together": 40,
        "capitalize": rule.is_true("capitalize"),
        **maker.excused(rule),
        **_action(rule.action),
    }
    offers = rule.action.name == "replace" and not rule.action.params
    return options, without_marks(rule.message) if offers else rule.message


def _grouped(writer: Writer, term: str, use: str) -> str:
    """Return the expression whose groups a replacement asks for, or nothing."""
    return writer.made(term, "") if "$" in use else ""


def _right(use: str) -> str:
    """Return the expression that a replacement stands for, such as `[Oo]kay`, or nothing where it is plain words."""
    if _PLAIN.fullmatch(use):
        return ""
    try:
        return check(f"^(?:{translate(use)})$")
    except (UnknownSyntaxError, RecursionError):
        return ""


_PLAIN = pattern(r"(?:[^\W_]|[ -])*")


def _occurrence(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule)
    limits = {key: int(rule.number(key)) for key in ("max", "min")}
    token = writer.made(f"(?:{rule.text('token')})", "")
    return {"token": token, "most": limits["max"], "least": limits["min"]}, rule.message


def _repetition(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule)
    options: Options = {
        "token": writer.made(f"(?:{'|'.join(rule.texts('tokens'))})", ""),
        "most": int(rule.number("max")),
        "ignore_case": rule.is_true("ignorecase"),
        "alpha": rule.is_true("alpha"),
    }
    return {**options, **maker.excused(rule), **_action(rule.action)}, rule.message


def _consistency(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule, maker.template)
    is_word = not rule.is_true("nonword")
    pairs = [
        [writer.words([one], is_word), writer.words([other], is_word)] for one, other in rule.pairs("either").items()
    ]
    return {"pairs": pairs}, rule.message


def _conditional(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule, ignores_case=False)
    second = rule.text("second")
    options: Options = {
        "first": writer.made(rule.text("first"), ""),
        "second": writer.made(second, ""),
        "is_captured": has_captures(second),
    }
    return {**options, **maker.excused(rule)}, rule.message


_CASES = ("$title", "$sentence", "$lower", "$upper")


def _capitalization(maker: Maker, rule: Definition) -> tuple[Options, str]:
    match = rule.text("match")
    own = [*rule.texts("exceptions"), *(maker.accepted if rule.is_true("vocab", True) else ())]
    writer = Writer(rule, ignores_case=False)
    options: Options = {
        "case": match.removeprefix("$") if match in _CASES else "",
        "match": "" if match in _CASES else writer.made(match, ""),
        "style": rule.text("style") or "AP",
        "threshold": rule.number("threshold") or 0.8,
        "indicators": list(rule.texts("indicators")),
        "prefix": writer.made(rule.text("prefix"), "") if rule.text("prefix") else "",
        "vocabulary": [[term, writer.made(term, "")] for term in sorted(own, key=len, reverse=True)],
        "exceptions": maker.excused(rule)["exceptions"],
        **_action(rule.action),
    }
    return options, rule.message


_HEADING_COUNT = pattern(r"heading\.(h[1-6])")


def _metric(maker: Maker, rule: Definition) -> tuple[Options, str]:
    formula = _HEADING_COUNT.sub(r"heading_\1", rule.text("formula"))
    condition = rule.text("condition")
    for text in (formula, f"1 {condition}"):
        try:
            compute(text, dict.fromkeys(COUNTS, 1.0))
        except FormulaError as problem:
            cause = f"`{text}` cannot be computed ({problem})."
            raise wrong(rule.path, cause, f"Known: {', '.join(COUNTS)}.") from problem
    return {"formula": formula, "condition": condition}, rule.message


def _readability(maker: Maker, rule: Definition) -> tuple[Options, str]:
    return {"metrics": list(rule.texts("metrics")), "grade": rule.number("grade")}, rule.message


def _sequence(maker: Maker, rule: Definition) -> tuple[Options, str]:
    tokens = [token for token in rule.data.get("tokens") or () if isinstance(token, dict)]
    if any(token.get("tag") or token.get("upos") for token in tokens):
        raise wrong(rule.path, "a token has a `tag`, and newslint tags no parts of speech.", "It is left out.")
    writer = Writer(rule)
    steps = [
        [
            writer.made(f"(?:{token.get('pattern') or '.*'})", ""),
            str(token.get("negate", "")).lower() == "true",
            int(token.get("skip") or 0) if str(token.get("skip") or "0").isdecimal() else 0,
        ]
        for token in tokens
    ]
    return {"tokens": steps, **_action(rule.action)}, rule.message


_FILTERS = (r"[A-Z][a-z]+[A-Z]+\w+", "[A-Z]+$", "[^a-zA-Z_']")


def _spelling(maker: Maker, rule: Definition) -> tuple[Options, str]:
    writer = Writer(rule, ignores_case=False)
    own = [writer.made(each, "") for each in rule.texts("filters")]
    accepted = "|".join(rf"\b{term}\b" for term in maker.accepted)
    options: Options = {
        "dictionaries": find_dictionaries(rule, maker.styles_paths),
        "known": sorted(known_words(rule, maker.styles_paths)),
        "filters": [*own, *(() if rule.is_true("custom") else _FILTERS)],
        "exceptions": Writer(rule, ignores_case=True).made(accepted, "") if accepted else "",
        "phrases": maker.excused(rule)["phrases"],
    }
    return options, rule.message


def _action(action: Action) -> Options:
    return {"action": [action.name, *action.params]} if action.name else {}


def _script(maker: Maker, rule: Definition) -> tuple[Options, str]:
    raise wrong(rule.path, "`extends: script` runs a program of the style, which newslint does not.", "It is left out.")


_KINDS: Mapping[str, Callable[[Maker, Definition], tuple[Options, str]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
    "metric": _metric,
    "readability": _readability,
    "sequence": _sequence,
    "spelling": _spelling,
    "script": _script,
}


def style_folder(name: str, styles_paths: Sequence[Path]) -> Path | None:
    """Return the folder of a style, or None where no folder of styles has it."""
    return next((folder / name for folder in styles_paths if (folder / name).is_dir()), None)
