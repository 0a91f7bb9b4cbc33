"""The page of the command line, made from the parser that reads it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from newslint.cli import COMMANDS
from newslint.cli.arguments import build_parser
from newslint.cli.examples import EXAMPLES
from newslint.cli.parsing import Parser

_MADE = "<!-- Made from the parser by `python -m newslint.docgen`; change `newslint/cli/arguments.py` instead. -->"
_LEAD = (
    "This page has all commands and their options. `newslint COMMAND --help` shows the same.\n\n"
    "`newslint PATH` is short for `newslint check PATH`. Paths and options may stand in any order, and what follows "
    "`--` is a path. Options are written out: `--stat` is not short for `--statistics`."
)


def command_line_page() -> str:
    """Return the page of all commands."""
    parser = build_parser()
    told = {action.dest: action.help for action in _subcommands(parser)}
    parts = [f"# The command line\n\n{_MADE}\n\n{_LEAD}"]
    for name in COMMANDS:
        parts += _section(name, told[name] or "", parser.command(name))
    return "\n\n".join(parts) + "\n"


def _subcommands(parser: Parser) -> list[argparse.Action]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [action for group in groups for action in group._choices_actions]


def _section(name: str, told: str, command: Parser) -> Iterator[str]:
    actions = [action for action in command._actions if action.dest != "help"]
    words = [_argument(action) for action in actions if not action.option_strings]
    yield f"## {name}"
    yield f"{told[:1].upper()}{told[1:]}."
    yield "```text\n" + " ".join(["newslint", name, "[options]", *words]) + "\n```"
    yield "\n".join(f"- `{words}`: {says}" for words, says in EXAMPLES[name])
    rows = "\n".join(f"| {_names(action)} | {_meaning(action)} |" for action in actions)
    yield f"| option | meaning |\n| --- | --- |\n{rows}"


def _argument(action: argparse.Action) -> str:
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return {"*": f"[{name} …]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _names(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"`{action.metavar or action.dest.upper()}`".replace("|", "\\|")
    value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 else ""
    return ", ".join(f"`{name}{value}`" for name in action.option_strings).replace("|", "\\|")


def _meaning(action: argparse.Action) -> str:
    choices = f"; one of {', '.join(f'`{choice}`' for choice in action.choices)}" if action.choices else ""
    return f"{action.help}{choices}".replace("|", "\\|")
