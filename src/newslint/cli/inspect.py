"""`newslint inspect`: show how newslint reads an article."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from newslint.article import Article
from newslint.cli import FAILED, OK
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import inputs_of, is_colourful, linter_of, settings_of
from newslint.errors import SourceError
from newslint.guard import time_limit
from newslint.reporters.inspection import inspection, render_inspection
from newslint.reporters.json import dump
from newslint.source import Source, name_of
from newslint.terminal import columns, tell

Shown = TypeVar("Shown")


def run(options: argparse.Namespace) -> int:
    """Show what was found in each article, one after the other; faults of an article do not matter here."""
    settings = settings_of(options)
    linter = linter_of(options, settings)
    inputs = inputs_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    failed = [*inputs.unreadable]

    def each(show: Callable[[Article, str], Shown]) -> Iterator[Shown]:
        for source in inputs.found:
            try:
                with time_limit(linter.options.seconds):
                    article = linter.parse(source if isinstance(source, Source) else linter.read(source))
                    shown = show(article, linter.profile_of(article))
            except SourceError as error:
                failed.append(str(error))
            except (KeyboardInterrupt, SystemExit):
                raise
            except BaseException as error:
                failed.append(f"{name_of(source)}: newslint failed on this file ({type(error).__name__}: {error}).")
            else:
                yield shown

    pieces: Iterator[str]
    if options.format == "text":
        look = is_colourful(options), columns()
        shown = each(lambda article, profile: render_inspection(article, profile, *look))
        pieces = (piece if number == 0 else f"\n{piece}" for number, piece in enumerate(shown))
    else:
        objects = each(inspection)
        if options.format == "jsonl":
            pieces = (dump(item, indent=None) + "\n" for item in objects)
        elif len(inputs.found) == 1:
            pieces = (dump(item, indent=1) + "\n" for item in objects)
        else:
            pieces = _as_list(objects)
    write(pieces, options.output)
    linter.settings.save()
    for message in failed:
        tell(message)
    return FAILED if failed else OK


def _as_list(objects: Iterable[object]) -> Iterator[str]:
    """Yield the pieces of a JSON list, so that no more than one article is held at a time."""
    before = "["
    for item in objects:
        yield f"{before}\n" + textwrap.indent(dump(item, indent=1), " ")
        before = ","
    yield "\n]\n" if before == "," else "[]\n"
