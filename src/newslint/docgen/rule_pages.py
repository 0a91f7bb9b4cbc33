"""The pages of rules, made from their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.errors import RuleFileError
from newslint.patterns import pattern
from newslint.rules.compiling import compile_rule
from newslint.rules.folders import rule_files
from newslint.rules.life import describe_end
from newslint.rules.precision import describe_precision
from newslint.rules.repairing import describe_fixes, fixes_of
from newslint.rules.spec import CitationSpec, ExampleSpec, RuleSpec
from newslint.rules.yaml_files import read_yaml, validate

_CONTROL = pattern(r"[\x00-\x08\x0b-\x1f]")
_MADE = "<!-- Made from the rule file by `python -m newslint.docgen`; change that file instead. -->"

# What a finding brings for a message.
_VALUE = pattern(r"\{\w+\}")


def build_pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path, below the folder of pages, and the text of every rule's page and of their index."""
    specs = {}
    for identity, path in rule_files(folder):
        specs[identity] = validate(RuleSpec, read_yaml(path, RuleFileError), path, RuleFileError)
        rule = compile_rule(identity, path, folder)
        yield Path(f"{identity}.md"), rule_page(identity, specs[identity], rule["options"], fixes_of(rule))
    yield Path("README.md"), index_page(specs)


def index_page(specs: Mapping[str, RuleSpec]) -> str:
    """Return the table of all rules, by family."""
    lines = ["# Rules", "", _MADE, "", f"newslint has {len(specs)} rules.", ""]
    family = ""
    for identity, spec in specs.items():
        if identity.partition("/")[0] != family:
            family = identity.partition("/")[0]
            lines += [
                "",
                f"## {family}",
                "",
                "| rule | severity | profiles | what it reports |",
                "| --- | --- | --- | --- |",
            ]
        severity = ", ".join(dict.fromkeys(spec.severities.values()))
        title = spec.title + (" (preview)" if spec.preview else " (deprecated)" if spec.deprecated else "")
        lines.append(f"| [{identity}]({identity}.md) | {severity} | {', '.join(spec.profiles)} | {title} |")
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def rule_page(identity: str, spec: RuleSpec, options: Mapping[str, object], fixes: Sequence[str]) -> str:
    """Return the page of one rule."""
    severity = ", ".join(f"{name} ({grade})" if grade != "default" else name for grade, name in spec.severities.items())
    parts = [
        f"# {identity}",
        _MADE,
        f"**{spec.title}.** Severity: {severity}. Profiles: {', '.join(spec.profiles)}."
        + (f" Languages: {', '.join(spec.languages)}." if spec.languages else "")
        + (" On trial: `--preview` switches it on." if spec.preview else ""),
        describe_end(spec.deprecated.model_dump()) if spec.deprecated else "",
        f"Formerly {', '.join(f'`{name}`' for name in spec.formerly)}." if spec.formerly else "",
        "Message: " + _VALUE.sub(r"`\g<0>`", spec.message),
        f"## Why\n\n{spec.rationale.strip()}",
        f"## What to do\n\n{spec.remedy.strip()}\n\nFix: {describe_fixes(fixes)}",
        "## Flagged\n\nThe marks ⟦ and ⟧ show the words that are reported.\n\n" + _examples(spec.examples.bad),
        "## Not flagged\n\n" + _examples(spec.examples.good),
        _options(options),
        f"## Limits\n\n{spec.limits.strip()}",
        f"## Precision\n\n{describe_precision(spec.precision.model_dump() if spec.precision else None)}",
        "## Sources\n\n" + "\n".join(f"- {_citation(source)}" for source in spec.sources),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _examples(examples: tuple[ExampleSpec, ...]) -> str:
    shown = []
    for example in examples:
        text = _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", example.shown)
        fence = "````" if "```" in text else "```"
        shown.append(f"{fence}text\n{text.rstrip()}\n{fence}" + (f"\n\n{example.note}" if example.note else ""))
    return "\n\n".join(shown)


def _options(options: Mapping[str, object]) -> str:
    if not options:
        return ""
    rows = [f"| `{name}` | {_value(value)} |" for name, value in options.items()]
    return "## Options\n\n| option | default |\n| --- | --- |\n" + "\n".join(rows)


def _value(value: object) -> str:
    if isinstance(value, list) and len(value) > 8:
        return f"a list of {len(value)}, such as `{value[0]}` and `{value[1]}`"
    return "`" + str(value).replace("|", "\\|").replace("\n", " ") + "`"


def _citation(source: CitationSpec) -> str:
    title = f"[{source.title}]({source.url})" if source.url else source.title
    clause = f", {source.clause}" if source.clause else ""
    return f"{title}{clause} ({source.status})"
