"""Turn a source into an article: one parser a format, then `structure` finds the elements; no rule is known here."""

from __future__ import annotations

from collections.abc import Callable

from newslint.article import Article
from newslint.formats.draft import Draft, ParseOptions
from newslint.source import Source

# Where the readers are of formats that few articles have.
_READERS = {
    "rst": "lightweight.rst",
    "asciidoc": "lightweight.asciidoc",
    "ninjs": "wire.ninjs",
    "newsml": "wire.newsml",
}

__all__ = ["Draft", "ParseOptions", "parse"]


def parse(source: Source, options: ParseOptions | None = None) -> Article:
    """Return the article that a source holds; any text whatever has one, and parsing never raises."""
    from newslint.assembly.assemble import complete

    chosen = options or ParseOptions()
    return complete(_draft(source), chosen)


def _draft(source: Source) -> Draft:
    if source.format == "markdown":
        from newslint.formats.markdown.reader import draft_markdown

        return draft_markdown(source)
    if source.format == "html":
        from newslint.formats.html.reader import draft_html

        return draft_html(source)
    if source.format in _READERS:
        from importlib import import_module

        read: Callable[[Source], Draft] = getattr(
            import_module(f"newslint.formats.{_READERS[source.format]}"), f"draft_{source.format}"
        )
        return read(source)
    if source.document is not None:
        from newslint.formats.document import draft_document

        return draft_document(source, source.document)
    from newslint.formats.text.reader import draft_text

    return draft_text(source)
