"""Show findings as notes in the margin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from newslint.diagnostics import Citation, Diagnostic, Edit
from newslint.pages.escaping import escape, link
from newslint.pages.nesting import Wrap, flatten
from newslint.patterns import pattern
from newslint.reporters.counting import READ_STATUS
from newslint.source import Source

_CODE = pattern(r"`([^`\n]+)`")
_EDITS, _LONGEST = 3, 200  # edits of a fix that a note shows, and code points of each
_OTHERS = 12  # other places that a note names


class Notes:
    """The notes of an article's findings; each is shown once, with its remedy and sources folded under it."""

    def __init__(
        self,
        findings: Sequence[Diagnostic],
        part_at: Callable[[int], str],
        marked: Collection[int] = (),
        source: Source | None = None,
    ) -> None:
        """`part_at` gives the id of the part of the page that holds an offset of the source, or nothing.

        `marked` are the numbers of the findings whose words the page marks; other notes quote theirs. `source` has the
        words that a fix takes out; without it, only those that it puts in are shown.
        """
        self.findings = findings
        self._part_at = part_at
        self._marked = marked
        self._source = source
        self._told: set[str] = set()

    def marks(self, ranges: Iterable[tuple[int, int, int]]) -> list[Wrap]:
        """Return the elements that mark the words of findings, given as start, end and number."""
        return [
            Wrap(start, end, f'<mark class="{self._gravest(numbers)}" data-f="{_told(numbers)}">', "mark")
            for start, end, numbers in flatten(ranges)
        ]

    def _gravest(self, numbers: Iterable[int]) -> str:
        return str(max((self.findings[number].severity for number in numbers), key=lambda severity: severity.rank))

    def show(self, numbers: Sequence[int], about: str) -> str:
        """Return the notes of a part of the page as a list; empty for none."""
        if not numbers:
            return ""
        items = "".join(map(self._note, numbers))
        return f'<ul class="notes" lang="en" aria-label="Findings: {escape(about)}">{items}</ul>'

    def _note(self, number: int) -> str:
        found = self.findings[number]
        family = found.rule.partition("/")[0]
        again = " again" if found.rule in self._told else ""
        self._told.add(found.rule)
        more = "".join(self._more(found, number not in self._marked))
        return (
            f'<li class="note {found.severity}{again}" id="f{number + 1}" tabindex="-1" '
            f'data-severity="{found.severity}" '
            f'data-family="{escape(family)}" data-start="{found.start.offset}" data-end="{found.end.offset}">'
            f'<p class="says"><span class="sev">{found.severity}</span> '
            f'<span dir="auto">{escape(found.message)}</span></p>'
            f"<details><summary>{_summary(found)}</summary>{more}</details></li>"
        )

    def _more(self, found: Diagnostic, quotes: bool) -> Iterator[str]:
        if found.remedy:
            yield f'<p class="remedy" dir="auto">{_with_code(found.remedy)}</p>'
        if quotes and found.excerpt:
            yield f'<p class="excerpt"><q dir="auto">{escape(found.excerpt)}</q></p>'
        if found.fix is not None and found.fix.edits:
            shows = "•" not in found.excerpt  # else its words may be private
            told = ", ".join(self._edit(edit, shows) for edit in found.fix.edits[:_EDITS])
            told += ", …" if found.fix.edits[_EDITS:] else ""
            yield f'<p class="fix">Fix ({escape(found.fix.applicability)}): {told}</p>'
        if found.related:
            yield f'<ul class="related">{"".join(self._related(found))}</ul>'
        if found.sources:
            yield f'<p class="source">Source: {"; ".join(map(cite, found.sources))}</p>'

    def _edit(self, edit: Edit, shows: bool) -> str:
        """Return what an edit takes out, if that may be shown, and puts in."""
        end = min(edit.end, edit.start + _LONGEST)
        old = self._source.text[edit.start : end] if self._source and shows else ""
        taken = f"<del>{escape(old)}</del>" if old else ""
        put = f"<ins>{escape(edit.text[:_LONGEST])}</ins>" if edit.text else ""
        return f"{taken} {put}".strip() or "take the words out"

    def _related(self, found: Diagnostic) -> Iterator[str]:
        for place in found.related[:_OTHERS]:
            part = self._part_at(place.start.offset)
            where = f"line {place.start.line}"
            to = f'<a href="#{part}">{where}</a>' if part else where
            yield f"<li>Also {to}{': ' if place.message else ''}{escape(place.message)}</li>"
        if len(found.related) > _OTHERS:
            yield f"<li>and {len(found.related) - _OTHERS} more places</li>"


def _with_code(text: str) -> str:
    """Return a remedy with what stands in backticks as code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def _told(numbers: Iterable[int]) -> str:
    return " ".join(str(number + 1) for number in numbers)


def _summary(found: Diagnostic) -> str:
    return f'<span class="rule">{escape(found.rule)}</span> <span class="at">line {found.start.line}</span>'


def cite(source: Citation) -> str:
    """Return a source with its clause, as a link where it has an address, and how well it was read."""
    named = f"{source.title}, {source.clause}" if source.clause else source.title
    read = READ_STATUS.get(source.status)
    return link(source.url, named) + (f" {escape(read)}" if read else "")
