"""`newslint inspect`: show articles as newslint understands them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from newslint.article import Article
from newslint.cli import FAILED, OK
from newslint.cli.session import is_colourful, linter_of, settings_of, sources_of, width, write
from newslint.errors import SourceError
from newslint.reporters.inspection import inspection, render_inspection
from newslint.reporters.json import dump
from newslint.source import Source, read


def run(options: argparse.Namespace) -> int:
    """Show what was found in each article; faults of an article do not matter here."""
    settings = settings_of(options)
    linter = linter_of(options, settings)
    failed = []

    def articles() -> Iterator[Article]:
        for source in sources_of(options, settings):
            try:
                yield linter.parse(source if isinstance(source, Source) else read(source))
            except SourceError as error:
                failed.append(str(error))

    if options.format == "text":
        shown = (
            render_inspection(article, linter.profile_of(article), is_colourful(options.output), width())
            for article in articles()
        )
        text = "\n".join(shown)
    else:
        data = [inspection(article, linter.profile_of(article)) for article in articles()]
        if options.format == "jsonl":
            text = "".join(dump(item, indent=None) + "\n" for item in data)
        else:
            text = dump(data[0] if len(data) == 1 else data, indent=1) + "\n"
    write(text, options.output)
    linter.settings.save()
    for message in failed:
        print(f"newslint: {message}", file=sys.stderr)
    return FAILED if failed else OK
