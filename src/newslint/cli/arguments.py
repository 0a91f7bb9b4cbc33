"""The commands and their options, as argparse knows them."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from newslint import __version__
from newslint.cli.parsing import Parser, examples_of
from newslint.reporters import FORMATS, PAGES
from newslint.settings import words
from newslint.source import SUFFIXES

FORMATS_OF_TEXT = tuple(sorted({*SUFFIXES.values()} - {"document"}))

_LEAST = f"{words.MIN_SEVERITY} (default: the configuration's, or warning)"


def build_parser(command: str = "") -> Parser:
    """Build the parser of one command, or, where that is none, of the whole command line."""
    parser = Parser(
        prog="newslint",
        description="Check news articles for what an editor must look at before publishing.",
        epilog=examples_of("") + "\n`newslint PATH` is short for `newslint check PATH`.\n"
        "Exit status: 0 nothing found at or above --fail-on, 1 something was found,\n"
        "2 newslint could not do its job.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"newslint {__version__}")
    # Without `prog`, argparse would lay out a help text to find it, which takes as long as a small module.
    commands = parser.add_subparsers(prog="newslint", dest="command", metavar="COMMAND", required=True)
    adders = {
        "init": _add_init,
        "check": _add_check,
        "desk": _add_desk,
        "baseline": _add_baseline,
        "excuses": _add_excuses,
        "audit": _add_audit,
        "archive": _add_archive,
        "explain": _add_explain,
        "rules": _add_rules,
        "config": _add_config,
        "inspect": _add_inspect,
        "annotate": _add_annotate,
        "test": _add_test,
        "lsp": _add_lsp,
        "mcp": _add_mcp,
        "schema": _add_schema,
        "convert-vale": _add_convert_vale,
        "clean": _add_clean,
    }
    for name, add in adders.items():
        if command not in adders or command == name:
            add(commands)
            parser.command(name).epilog = examples_of(name)
    return parser


def _add_init(commands: argparse._SubParsersAction[Parser]) -> None:
    init = commands.add_parser("init", help="write a configuration for this repository, as far as its files tell")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="top of the site (default: this folder)")
    init.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    says = "print the configuration only, and write nothing"
    init.add_argument("--stdout", dest="shown", action="store_true", help=says)
    init.add_argument("--hook", action="store_true", help="write the pre-commit hook, too, instead of showing it")
    init.add_argument("--ci", action="store_true", help="write the job of GitHub or GitLab, too, instead of showing it")
    init.add_argument("--baseline", action="store_true", help="record what is found today, so that later runs hide it")
    init.add_argument("--force", action="store_true", help="write over files that are there")
    init.add_argument("--today", type=_date, metavar="DATE", help="check as if on this date (default: today)")
    _add_jobs(init)


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    check = commands.add_parser("check", help="check files and folders")
    which = "files, folders, or - for standard input (default: the folder of the configuration)"
    check.add_argument("paths", nargs="*", metavar="PATH", help=which)
    check.add_argument("--format", choices=(*FORMATS, PAGES), default="text", help="how to report (default: text)")
    says = "write the report to a file; of several articles, html makes a folder"
    check.add_argument("--output", metavar="FILE", help=says)
    check.add_argument("--stdin-filename", metavar="NAME", help="file name, and so the format, of standard input")
    _add_selection(check)
    part = check.add_mutually_exclusive_group()
    part.add_argument(
        "--changed-since", metavar="REF", help="show what is in lines changed since a branch, tag or commit"
    )
    part.add_argument("--staged", action="store_true", help="show what is in lines staged for the next commit")
    check.add_argument(
        "--fail-on",
        choices=words.THRESHOLDS,
        help=f"{words.FAIL_ON} (default: the configuration's, or error)",
    )
    check.add_argument("--min-severity", choices=words.SEVERITIES, help=_LEAST)
    _add_fixing(check)
    _add_tracked(check)
    check.add_argument("--no-baseline", action="store_true", help="show what the baseline knows, too")
    _add_jobs(check)
    check.add_argument(
        "--statistics", action="store_true", help="count findings by rule and severity instead of listing them"
    )
    check.add_argument("--quiet", action="store_true", help="print findings only, and nothing where there is none")
    check.add_argument("--show-files", action="store_true", help="list the files that would be checked, and stop")
    _add_colour(check)
    check.add_argument("--force-exclude", action="store_true", help="apply exclusions to named files, too")


def _add_desk(commands: argparse._SubParsersAction[Parser]) -> None:
    desk = commands.add_parser("desk", help="check copy in the browser while it is written")
    desk.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the articles (default: this folder)")
    desk.add_argument("--port", type=_port, default=8642, metavar="N", help="where to listen; 0: any (default: 8642)")
    desk.add_argument("--no-browser", action="store_true", help="only print the address")
    origin = "let a page there ask for POST /lint with the token, such as a content system; may be repeated"
    desk.add_argument("--allow-origin", action="append", default=[], metavar="URL", help=origin)
    desk.add_argument("--profile", metavar="NAME", help=words.PROFILE)
    _add_configuration(desk)


def _add_fixing(check: argparse.ArgumentParser) -> None:
    check.add_argument("--fix", action="store_true", help="apply safe fixes; of standard input, print the fixed text")
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: fixes that may change what is said, too"
    )
    check.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")


def _add_jobs(command: argparse.ArgumentParser) -> None:
    help_ = "processes to use at most; small runs need one (default: auto, one for each core)"
    command.add_argument("--jobs", type=_jobs, default=0, metavar="N", help=help_)


def _add_colour(command: argparse.ArgumentParser) -> None:
    when = "colour: where a terminal shows it (auto, the default), always or never"
    command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=when)


def _add_baseline(commands: argparse._SubParsersAction[Parser]) -> None:
    baseline = commands.add_parser("baseline", help="record what is found today, so that later runs hide it")
    which = "files and folders (default: the folder of the configuration)"
    baseline.add_argument("paths", nargs="*", metavar="PATH", help=which)
    baseline.add_argument("--prune", action="store_true", help="only take out entries that match nothing any more")
    _add_configuration(baseline)
    _add_jobs(baseline)


def _add_excuses(commands: argparse._SubParsersAction[Parser]) -> None:
    excuses = commands.add_parser("excuses", help="list what articles and the configuration keep from being reported")
    excuses.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: the working directory)")
    excuses.add_argument("--by-rule", action="store_true", help="count by rule what is excused, and what as wrong")
    excuses.add_argument("--format", choices=("text", "csv", "json"), default="text", help="default: text")
    excuses.add_argument("--output", metavar="FILE", help="write to a file")
    _add_configuration(excuses)
    _add_jobs(excuses)


def _add_audit(commands: argparse._SubParsersAction[Parser]) -> None:
    audit = commands.add_parser("audit", help="say which duties articles have taken on, and which are fulfilled")
    which = "files and folders (default: the folder of the configuration)"
    audit.add_argument("paths", nargs="*", metavar="PATH", help=which)
    audit.add_argument("--format", choices=("text", "csv", "json", "markdown"), default="text", help="default: text")
    audit.add_argument("--output", metavar="FILE", help="write to a file")
    audit.add_argument("--min-severity", choices=("error", "warning", "advice"), help=words.MIN_SEVERITY)
    audit.add_argument("--no-baseline", action="store_true", help="count what the baseline hides as missing")
    _add_selection(audit)
    _add_jobs(audit)


def _add_archive(commands: argparse._SubParsersAction[Parser]) -> None:
    archive = commands.add_parser(
        "archive", help="judge a whole archive into a table of findings; a killed run goes on"
    )
    which = "Parquet, JSON Lines (.jsonl, .jsonl.gz) and SQLite files, folders of them, or folders of articles"
    archive.add_argument("paths", nargs="*", metavar="INPUT", help=which)
    archive.add_argument("-o", "--output", metavar="FILE", help="the findings, as Parquet; parts are kept beside it")
    says = "write figures by rule, section, author and year; the suffix says how: .html, .md, .csv or .json"
    archive.add_argument("--summary", action="append", default=[], metavar="FILE", help=says)
    columns: dict[str, Any] = {"type": _names, "action": "extend", "default": [], "metavar": "WHAT=COLUMN[,…]"}
    held = "text, id, path, format, profile, section, author or date"
    archive.add_argument("--columns", **columns, help=f"which columns hold {held} (default: columns of these names)")
    archive.add_argument("--article-format", choices=FORMATS_OF_TEXT, help="the format of rows that say none")
    archive.add_argument("--table", metavar="NAME", help="the table of a database (default: its only one)")
    archive.add_argument("--query", metavar="SQL", help="what is read of a database in place of a table")
    archive.add_argument("--min-severity", choices=words.SEVERITIES, help=f"{words.MIN_SEVERITY} (default: warning)")
    archive.add_argument("--force", action="store_true", help="begin anew, whatever is there of an earlier run")
    _add_selection(archive, "judge all as of this date (default: each as of its own day of publication)")
    _add_jobs(archive)


def _add_configuration(
    command: argparse.ArgumentParser, today: str = "check as if on this date (default: today)"
) -> None:
    command.add_argument("--config", metavar="FILE", help="the configuration (default: the nearest newslint.yaml)")
    command.add_argument("--today", type=_date, metavar="DATE", help=today)
    command.add_argument("--no-cache", action="store_true", help="neither use nor write what is kept between runs")


def _add_selection(command: argparse.ArgumentParser, *today: str) -> None:
    _add_configuration(command, *today)
    command.add_argument("--profile", metavar="NAME", help=words.PROFILE)
    names: dict[str, Any] = {"type": _names, "action": "extend", "default": [], "metavar": "ID|FAMILY[,…]"}
    command.add_argument("--select", **names, help="use only these rules or families")
    command.add_argument("--ignore", **names, help="leave out these rules or families")
    command.add_argument("--preview", action="store_true", help=words.PREVIEW)


def _add_explain(commands: argparse._SubParsersAction[Parser]) -> None:
    explain = commands.add_parser("explain", help="explain a rule: what it checks, why, and its sources")
    explain.add_argument("rule", metavar="RULE", help="the id of a rule, such as hygiene/mojibake, or a family")
    explain.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    _add_selection(explain)


def _add_rules(commands: argparse._SubParsersAction[Parser]) -> None:
    rules = commands.add_parser("rules", help="list the rules: on or off, severity, profiles")
    rules.add_argument("names", nargs="*", metavar="ID|FAMILY", help="list only these (default: all)")
    rules.add_argument(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        help="default: text; json and csv have sources, limits and precision",
    )
    _add_selection(rules)


def _add_config(commands: argparse._SubParsersAction[Parser]) -> None:
    config = commands.add_parser("config", help="show what holds for all files or for one, and where that is written")
    config.add_argument("path", nargs="?", metavar="PATH", help="a file or folder (default: what holds for all)")
    config.add_argument("--why", action="store_true", help="name the file and line that each value comes from")
    config.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text; json has all origins"
    )
    config.add_argument("--profile", metavar="NAME", help=words.PROFILE)
    _add_configuration(config)


def _add_inspect(commands: argparse._SubParsersAction[Parser]) -> None:
    inspect = commands.add_parser("inspect", help="show how newslint reads an article")
    inspect.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    inspect.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text")
    inspect.add_argument("--stdin-filename", metavar="NAME", help="file name, and so the format, of standard input")
    inspect.add_argument("--output", metavar="FILE", help="write to a file")
    _add_colour(inspect)
    _add_tracked(inspect)
    _add_selection(inspect)


def _add_annotate(commands: argparse._SubParsersAction[Parser]) -> None:
    says = "write what is found into a copy of a document, as comments at its words"
    annotate = commands.add_parser("annotate", help=says)
    annotate.add_argument("path", metavar="DOCUMENT", help="a .docx or .odt file")
    name = "the copy to write (default: story.reviewed.docx for story.docx); the document itself is possible, too"
    annotate.add_argument("-o", "--output", metavar="FILE", help=name)
    annotate.add_argument(
        "--min-severity",
        choices=words.SEVERITIES,
        help="the lowest severity that gets a comment (default: the configuration's, or warning)",
    )
    _add_tracked(annotate)
    _add_selection(annotate)


def _add_tracked(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--tracked-changes",
        choices=words.TRACKED,
        help=f"{words.TRACKED_CHANGES} (default: the configuration's, or accepted)",
    )


def _add_test(commands: argparse._SubParsersAction[Parser]) -> None:
    test = commands.add_parser("test", help="run the examples of rule files")
    test.add_argument(
        "paths", nargs="*", metavar="PATH", help="rule files or folders of them (default: the shipped rules)"
    )
    test.add_argument("--quiet", action="store_true", help="print failures only")


def _add_lsp(commands: argparse._SubParsersAction[Parser]) -> None:
    lsp = commands.add_parser("lsp", help="serve an editor: findings, fixes and excuses while somebody writes")
    lsp.add_argument("--min-severity", choices=words.SEVERITIES, help=_LEAST)
    lsp.add_argument("--no-baseline", action="store_true", help="show what the baseline knows, too")
    lsp.add_argument("--stdio", action="store_true", help="use standard input and output, as is done in any case")
    _add_selection(lsp)


def _add_mcp(commands: argparse._SubParsersAction[Parser]) -> None:
    mcp = commands.add_parser("mcp", help="serve an assistant: tools to lint, to explain and to tell who speaks")
    _add_selection(mcp)


def _add_clean(commands: argparse._SubParsersAction[Parser]) -> None:
    commands.add_parser("clean", help="take away what newslint keeps between runs")


def _add_schema(commands: argparse._SubParsersAction[Parser]) -> None:
    schema = commands.add_parser("schema", help="print a JSON Schema for editors: of configurations, profiles or rules")
    names = ("configuration", "profile", "rule")
    schema.add_argument("name", choices=names, metavar="NAME", help=f"what it is for: {', '.join(names)}")
    schema.add_argument("--output", metavar="FILE", help="write to a file")
    _add_configuration(schema)


def _add_convert_vale(commands: argparse._SubParsersAction[Parser]) -> None:
    convert = commands.add_parser("convert-vale", help="write house rules from a style of Vale")
    convert.add_argument("style", metavar="STYLE", help="the folder of the style")
    says = "the folder of house rules that they are written to"
    convert.add_argument("-o", "--output", required=True, metavar="FOLDER", help=says)
    convert.add_argument("--force", action="store_true", help="replace rules that are there already")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date (use YYYY-MM-DD)") from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:6]) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (use 1024 to 65535, or 0)")
    return int(text)


def _jobs(text: str) -> int:
    if text == "auto":
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 4 or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes (use 1 or more, or auto)")
    return int(text)
