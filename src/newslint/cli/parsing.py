"""How words of the command line are read: paths and options in any order, and mistakes told in one line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from newslint.cli.examples import EXAMPLES
from newslint.errors import UsageError, did_you_mean, nearest
from newslint.terminal import columns, plain, show

_HEAD = "examples:\n"


class _Layout(argparse.HelpFormatter):
    """A help text as wide as the terminal, in which examples keep their lines."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text.startswith(_HEAD):
            return text
        return super()._fill_text(text, width, indent)


class Parser(argparse.ArgumentParser):
    """A parser whose words reach the terminal as all others do, and whose mistakes are usage errors."""

    def __init__(self, **settings: Any) -> None:
        # Left to itself, argparse asks `shutil` for the width, whose import costs as much as all options. An option
        # is written out: what is short for one today could be short for two after the next release.
        super().__init__(formatter_class=_Layout, allow_abbrev=False, **settings)
        self.color = False  # Python 3.14 would paint its help

    def _print_message(self, message: str, file: object = None) -> None:
        """Print the help or the version; argparse itself would not mind if that fails."""
        show(plain(message))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Raise UsageError for a value that is not among the choices, with the nearest of them."""
        if action.choices is not None and value not in action.choices:
            known = [*action.choices]
            way_out = did_you_mean(str(value), known, f"Use one of {', '.join(known)}.")
            raise UsageError("/".join(action.option_strings) or str(action.dest), f"no such value: `{value}`.", way_out)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with what argparse says of a mistake."""
        subject, is_of_one, cause = message.removeprefix("argument ").partition(": ")
        if not (is_of_one and message.startswith("argument ")):
            subject, cause = self.prog, message
        raise UsageError(subject, f"{cause.removesuffix('.')}.", f"`{self.prog} --help` shows what there is.")

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Read a command line whose paths and options stand in any order; what follows `--` is no option."""
        before = [*words[: words.index("--")]] if "--" in words else [*words]
        options, left = self.parse_known_args(before)
        command = self.command(str(options.command))
        many = next((action.dest for action in command._actions if _is_list(action)), None)
        unknown = next((word for word in left if many is None or (word.startswith("-") and word != "-")), None)
        if unknown is not None:
            raise command.unknown(unknown)
        if many is not None:
            given = getattr(options, many)
            setattr(options, many, [*given, *left, *words[len(before) + 1 :]])
        elif len(before) < len(words):
            return self.parse_args([*words])
        return options

    def command(self, name: str) -> Parser:
        """Return the parser of a command."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction) and name in action.choices:
                found: Parser = action.choices[name]
                return found
        return self

    def unknown(self, word: str) -> UsageError:
        """Return the error for a word that the command has no use for."""
        name = word.partition("=")[0]
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        if not word.startswith("-"):
            return UsageError(word, "there is no use for this word.", f"`{self.prog} --help` shows what there is.")
        begun = [option for option in known if len(name) > 3 and option.startswith(name)]
        hint = begun[0] if len(begun) == 1 else nearest(name, known)
        way_out = f"Did you mean `{hint}`?" if hint else f"`{self.prog} --help` lists the options."
        return UsageError(name, f"`{self.prog}` has no such option.", way_out)


def _is_list(action: argparse.Action) -> bool:
    return not action.option_strings and action.nargs == "*"


def examples_of(command: str) -> str:
    """Return the examples of a command as the end of its help."""
    return _HEAD + "".join(_example(words, says) for words, says in EXAMPLES[command])


def _example(words: str, says: str) -> str:
    return f"  {words}\n      {says}\n"
