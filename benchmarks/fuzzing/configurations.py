"""Make configurations, house rules, globs and names of files that nobody meant: from good ones, changed."""

from __future__ import annotations

import io
from functools import cache
from random import Random
from typing import Any

from benchmarks.fuzzing.dictionary import GROUPS
from benchmarks.fuzzing.mutations import place, token
from ruamel.yaml import YAML

from newslint.errors import RuleFileError
from newslint.rules.folders import bundled
from newslint.rules.yaml_files import plain, read_yaml

CONFIGURATIONS = """\
profile: news
-----
extends: opinion
fail_on: warning
language: en-GB
-----
rules:
  clarity: off
  clarity/long-sentence: advice
  quotes/unattributed-quotation: {enabled: true, severity: error}
-----
rules:
  clarity/long-sentence:
    severity: {default: advice}
    options: {long: 20, too_long: 40}
-----
require:
  elements: [headline, byline, published]
  sections: [Summary, {name: FAQ, headings: [FAQ, Questions]}]
  disclaimers:
    - name: advice
      wordings: [no advice, 'not {x} advice']
  labels: [{name: Opinion}]
-----
overrides:
  - files: ['drafts/**', '*.txt']
    profile: blog
    rules: {sourcing: off}
    require: {elements: [headline]}
-----
include: ['**/*.mdx', a/b.html]
exclude: ['{a,b}/**', '[x]', '?.md', /top]
-----
per_file_ignores:
  'docs/**': [clarity, hygiene/nul-byte]
  'a.md': structure
-----
field_aliases: {headline: [kop, rubrik], byline: auteur}
names: [Mara Oduya, Ben Doe]
-----
content_types:
  field: type
  profiles: {comment: opinion, guide: explainer}
-----
lexicons: {}
readability: {backend: newslint}
site_root: .
-----
rule_folders: [rules]
rules: {house/own: error}
-----
rules: [rules]
profile: ./own.yaml
-----
# nothing
""".split("-----\n")
_KEYS = (
    "extends", "rules", "require", "rule_folders", "profile", "overrides", "include", "exclude", "per_file_ignores",
    "field_aliases", "lexicons", "content_types", "language", "readability", "site_root", "names", "fail_on",
    "elements", "sections", "disclaimers", "labels", "files", "severity", "options", "enabled", "headings",
    "wordings", "name", "backend", "field", "profiles", "default", "title", "check", "message", "patterns",
    "languages", "yields_to", "rationale", "remedy", "sources", "limits", "examples", "flag", "max_file_size",
)  # fmt: skip
_VALUES = (
    "news", "opinion", "strict", "nosuch", "on", "off", "error", "advice", "never", "clarity", "clarity/cliche",
    "no/rule", "suppressions", "internal/rule-crash", "en", "xx-YY-zz", "../x.yaml", "/etc/hostname", ".", "", "~",
    "true", "1", "-1", "1e9", "2026-02-31", "list:nosuch", "list:", "[]", "{}", "[[]]", "{a: {b: [c]}}", "&a [*a]",
    "*a", "!!binary x", "{text}", "{nosuch}", "{text:d}", "{text!z}", "{0}", "{", "}}", '"\\0"',
    '"\\e[31m\\n::error::x"', '"a\\nb"', "0x1F", ".nan", "1_000", "9999999999999999999999", "'*' ", "**",
    "{a,b,c}/{d,e}",
)  # fmt: skip
# Patterns of regular expressions, some of which are not valid, slow, or match nothing.
_PATTERNS = (
    "a", "(a", "[z-a]", "\\", "(?P<flag>a)b", "(?P<x>a)(?P=y)", "(?i)a", "a(?i)", "\\bthe\\b", "(a+)+$",
    "(\\w+\\s?)*!!", "(a|a)*b", "(.*)*", "^$", "", "\\Z", "(?=a)", "(?<=a*)b", "x{99999}", "a{2,1}", "(?(1)a|b)",
    "\\1", "[^a]", "(?:a?){30}a{30}", "\\N{BULLET}", "\\p{L}", ".*?x.*?y", "(?s).+", "\\u{1}", "[[:alpha:]]", "(?#x",
    "*", "+a", "a**", "\\d+(?:,\\d+)*+", "(?>a+)b",
)  # fmt: skip
_GLOBS = (
    "*", "**", "**/", "/**", "*.md", "a/*", "{a,b}", "{a,{b,c}}", "{a", "a}", "{,}", "{}", "[ab]", "[!a]", "?", "a?b",
    "\\*", "./", "../a", "//", "*a*a*a*b", "**/**/**/x", "a/b/c", " ", "\t", "é", "\u202e", "(", "|", "+", "^", "$",
    "!a", "~", "#", "\0", "\n", "::", "%s", ".", "..", "{a,b}" * 4,
)  # fmt: skip
_PARTS = (
    "a", "b", "draft", "2026-01-02", "my-article", "a b", ".hidden", "..", "...", "", "é", "名", "e\u0301", "\u202e",
    "\n", "\r", "\t", "\x1b[31m", "\x07", "\udcff", "\udc80", "::error title=a", "::add-mask::x", "##[error]x", "{x}",
    "{0}", "%s", "%0A", "*", "?", "[a]", "<b>", "&amp;", "'", '"', "\\", "|", "$(x)", "`x`", "-", "--help", "~", "#",
    "?a=b", "CON", "a" * 100, "\u2028", "\u0085", "\u009b31m", "http:", "C:", "README", "index", "\U0001f600",
    "\ufeff",
)  # fmt: skip


def make_configuration(rng: Random) -> bytes:
    """Return the text of a configuration: keys taken out, put in, given odd values; syntax broken."""
    text = "".join(rng.sample(CONFIGURATIONS, rng.choice((1, 1, 2))))
    return _mutate(rng, text, (*_GLOBS, *_VALUES))


def _mutate(rng: Random, text: str, values: tuple[str, ...]) -> bytes:
    """Change lines of YAML, and now and then its bytes."""
    lines = text.splitlines()
    for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 4))):
        at = rng.randrange(len(lines)) if lines else 0
        indent = " " * rng.choice((0, 0, 2, 2, 4))
        match rng.randrange(8):
            case 0 if lines:
                del lines[at]
            case 1:
                lines.insert(at, f"{indent}{rng.choice(_KEYS)}: {rng.choice(values)}")
            case 2 if lines:
                lines[at] = f"{lines[at].partition(':')[0]}: {rng.choice(values)}"
            case 3 if lines:
                lines[at] = f"{lines[at]}{rng.choice(values)}"
            case 4:
                lines.insert(at, f"{indent}- {rng.choice(values)}")
            case 5 if lines:
                lines[at] = rng.choice((f"  {lines[at]}", lines[at].lstrip()))
            case 6 if lines:
                lines.insert(at, lines[rng.randrange(len(lines))])
            case _ if lines:
                before, colon, after = lines[at].partition(":")
                lines[at] = f"{before.rstrip()[: rng.randint(0, len(before))]}{colon}{after}"
    data = ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")
    for _ in range(rng.choice((0, 0, 0, 0, 0, 0, 1, 2))):
        at = place(rng, data)
        data = data[:at] + token(rng, rng.choice(("yaml", "marks", "bytes", "templates", "brackets"))) + data[at:]
    return data


@cache
def _load_rules() -> list[dict[str, Any]]:
    """Return the shipped rules with the shortest examples that are valid, for examples take most of the time."""
    example = [{"text": "One word."}, {"text": "Two words."}]
    rules = []
    for path in sorted(bundled("rules").glob("*/*.yaml")):
        rule = plain(read_yaml(path, RuleFileError))
        rules.append({**rule, "rationale": "Why.", "limits": "None.", "examples": {"bad": example, "good": example}})
    return rules


class HouseRules:
    """Make house rules from the shipped ones."""

    def __init__(self) -> None:
        """Read the shipped rules."""
        self._rules = _load_rules()

    def make(self, rng: Random) -> bytes:
        """Return the text of a rule file: another message, other options or patterns, lines changed, syntax broken."""
        rule = dict(rng.choice(self._rules))
        chance = rng.random()
        if chance < 0.3:
            words = [rng.choice(GROUPS["templates"]).decode(), "It is", "{text}", rng.choice(_VALUES)]
            rule["message"] = " ".join(rng.sample(words, rng.randint(1, 4)))
        elif chance < 0.6:
            patterns = [_pattern(rng) for _ in range(rng.choice((1, 1, 2, 3)))]
            rule |= {"check": "patterns", "options": {"patterns": patterns}, "message": "Look at “{text}”."}
        elif chance < 0.7:
            rule["options"] = {**rule.get("options", {}), rng.choice(_KEYS): rng.choice(_VALUES)}
        text = io.StringIO()
        writer = YAML(typ="safe")
        writer.default_flow_style, writer.allow_unicode, writer.width = False, True, 1000
        writer.dump(rule, text)
        return text.getvalue().encode() if rng.random() < 0.4 else _mutate(rng, text.getvalue(), _VALUES)


def _pattern(rng: Random) -> str:
    return "".join(rng.choice(_PATTERNS) for _ in range(rng.choice((1, 1, 1, 2, 3))))


def make_file_name(rng: Random) -> bytes:
    """Return a path; lone surrogates in it stand for bytes that are not UTF-8."""
    parts = [
        "".join(rng.choice(_PARTS) for _ in range(rng.choice((1, 1, 2, 3)))) for _ in range(rng.choice((1, 1, 2, 3, 6)))
    ]
    suffix = rng.choice((".md", ".html", ".txt", ".MD", ".mdx", "", ".x", ".md "))
    return ("/".join(parts) + suffix).encode("utf-8", "surrogatepass")


def make_glob(rng: Random) -> bytes:
    """Return a glob and a path, a line end between them."""
    glob = "".join(rng.choice((*_GLOBS, "/", "/")) for _ in range(rng.choice((1, 2, 3, 4, 6, 12))))
    name = "/".join(
        rng.choice(("a", "b", "aaaa", "x.md", "ab")) * rng.choice((1, 1, 3, 20)) for _ in range(rng.randint(1, 12))
    )
    return f"{glob}\n{name}".encode("utf-8", "surrogatepass")
