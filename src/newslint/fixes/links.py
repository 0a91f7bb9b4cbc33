"""Keep links from fixes: a word that is changed may be the name by which a link finds where it leads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.article import Article, Link
from newslint.diagnostics import Diagnostic, Edit, FileReport
from newslint.fixes.edits import Moves
from newslint.language.units.formulas import find_formulas
from newslint.spans import Ranges, Span


def spare_names(article: Article, report: FileReport) -> FileReport:
    """Leave no edits within names of references and formulas of Markdown; of a fix of several parts others stay."""
    formulas = find_formulas(article.source.text) if article.format == "markdown" else ()
    names = Ranges([*(_name_of(article, link) for link in _references(article)), *formulas])
    if not names:
        return report
    return report._replace(diagnostics=tuple(_spare(found, names) for found in report.diagnostics))


def _spare(found: Diagnostic, names: Ranges) -> Diagnostic:
    if found.fix is None:
        return found
    return found._replace(fix=found.fix.keep(lambda edit: not names.encloses(edit.start, edit.end)))


def _name_of(article: Article, link: Link) -> tuple[int, int]:
    """Return where the name of a reference stands: in its last brackets, or in its first where those are empty."""
    written = article.source.slice(link.span)
    end = len(written) - (3 if written.endswith("[]") else 1)
    start = written.rfind("][", 0, end) + 1 or written.find("[")
    return link.span.start + start + 1, link.span.start + end


def keeps_links(old: Article, new: Article, edits: Sequence[Edit]) -> bool:
    """Tell whether no link that worked leads elsewhere, or nowhere, after edits that did not change its address."""
    return _keeps_references(old, new, edits) and _keeps_places(old, new)


def _keeps_references(old: Article, new: Article, edits: Sequence[Edit]) -> bool:
    """Compare where references lead: the words of `[the map]` and `[the map][]` are the name of a definition."""
    references = list(_references(old))
    if not references:
        return True
    after = sorted(_references(new), key=lambda link: link.span.start)
    starts = [link.span.start for link in after]
    moves = Moves(edits)
    for link in references:
        if any(edit.start <= link.span.start and link.span.end <= edit.end for edit in edits):
            continue  # it was to be taken out
        at = bisect_left(starts, moves.follow(link.span.end))
        start = moves.follow(link.span.start)
        # A link may have a picture in it, so that two end here.
        there = [found for found in after[max(0, at - 2) : at] if found.span.end > start]
        if not any(_leads_as_before(old, link, new, found, edits) for found in there):
            return False
    return True


def _references(article: Article) -> Iterator[Link]:
    """Yield the links and images whose address stands elsewhere, in a definition."""
    if article.format != "markdown":
        return
    yield from (link for link in article.links if link.kind == "reference")
    for image in article.images:
        if article.source.slice(image.span).endswith("]"):
            yield Link(image.alt or "", image.target, image.span, "reference")


def _leads_as_before(old: Article, link: Link, new: Article, found: Link, edits: Sequence[Edit]) -> bool:
    if link.target == found.target:
        written = old.source.slice(link.span)
        # Its definition is in a file that is included: only its name can be compared.
        is_named = not link.target and written.endswith("[]")
        return not is_named or written == new.source.slice(found.span)
    from newslint.checks.query_strings import Addresses

    place = Addresses(old).find(link)
    return place is not None and any(_touches(edit, place) for edit in edits)


def _touches(edit: Edit, place: Span) -> bool:
    return edit.start < place.end and place.start < edit.end


def _keeps_places(old: Article, new: Article) -> bool:
    """Tell whether places of the file to which it has links keep their names, which headings make of their words."""
    kept = _places(old) & _places(new)
    if not kept:
        return True
    from newslint.checks.links import Names

    before, after = Names(old), Names(new)
    return not any(
        (before.has(name) and not after.has(name)) or (before.has_exactly(name) and not after.has_exactly(name))
        for name in kept
    )


def _places(article: Article) -> set[str]:
    targets = (link.target.strip() for link in article.links)
    return {target[1:] for target in targets if target.startswith("#")}
