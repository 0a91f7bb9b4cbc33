"""Let fixes through that leave alone what they must: fields of front matter, links, and, if safe, quotations."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Edit, FileReport
from newslint.fixes.edits import Wanted, apply_edits, choose
from newslint.fixes.links import keeps_links
from newslint.fixes.quotations import texts_of_quotations
from newslint.source import Source, decode, encode

Parse = Callable[[Source], Article]

# So that an article in which everything is refused costs no minutes: so often it is read, and so many code points of it
# in all. What was not tried is left.
_MOST_READINGS, _MOST_READ = 60, 3_000_000


def apply(source: Source, edits: Sequence[Edit]) -> Source | None:
    """Return the source after edits, as its file would be read; None where it would not be read so."""
    if not edits:
        return None
    text = apply_edits(source.text, edits)
    try:
        after = decode(encode(source._replace(text=text)), source.path, source.format)
    except UnicodeEncodeError:
        return None
    return after if after.text == text and text != source.text else None


def admit(article: Article, found: Sequence[Diagnostic], wanted: Wanted, parse: Parse) -> list[Diagnostic]:
    """Return findings with those parts of their wanted fixes that, made together, touch nothing that must stay.

    Where not all of them can be, halves are tried, so that few faults cost few readings. Findings of whose fix nothing
    is left have none.
    """
    units = [unit for index, one in enumerate(found) for unit in _units_of(index, one, article.source, wanted)]
    readings, most = 0, max(1, min(_MOST_READINGS, _MOST_READ // (len(article.source.text) + 1)))

    def keeps(some: Sequence[_Unit]) -> bool:
        nonlocal readings
        readings += 1
        edits = choose([unit for _, unit in some], wanted).edits
        after = apply(article.source, edits) if readings <= most else None
        return after is not None and _is_kept(article, parse(after), edits, wanted)

    admitted = {(index, edit) for index, unit in _widen([], units, keeps) if unit.fix for edit in unit.fix.edits}
    return [
        one._replace(fix=one.fix and one.fix.keep(partial(_is_among, admitted, index)))
        for index, one in enumerate(found)
    ]


def _is_among(admitted: Container[tuple[int, Edit]], index: int, edit: Edit) -> bool:
    return (index, edit) in admitted


_Unit = tuple[int, Diagnostic]


def _units_of(index: int, found: Diagnostic, source: Source, wanted: Wanted) -> Iterator[_Unit]:
    """Yield the parts of a fix, which are repairs by themselves, where the file's encoding has what they put in."""
    fix = wanted.fix_of(found)
    if fix is None:
        return
    for part in dict.fromkeys(edit.part for edit in fix.edits):
        edits = tuple(edit for edit in fix.edits if edit.part == part)
        if _can_be_written(source, edits):
            yield index, found._replace(fix=fix._replace(edits=edits))


def _widen(kept: list[_Unit], more: Sequence[_Unit], keeps: Callable[[Sequence[_Unit]], bool]) -> list[_Unit]:
    """Return what is kept and what of some others can be added to it."""
    if not more or keeps([*kept, *more]):
        return [*kept, *more]
    if len(more) == 1:
        return kept
    middle = len(more) // 2
    return _widen(_widen(kept, more[:middle], keeps), more[middle:], keeps)


def spare_refused(article: Article, report: FileReport, parse: Parse) -> FileReport:
    """Leave only fixes that `--fix` would make: without those that a guard refuses.

    A safe one that is let through only among unsafe ones, since it moves a quotation, is unsafe.
    """
    found = list(report.diagnostics)
    safe = admit(article, found, Wanted(), parse)
    rest = [at for at, one in enumerate(found) if one.fix is not None and safe[at].fix is None]
    told = dict(zip(rest, admit(article, [found[at] for at in rest], Wanted(unsafe=True), parse), strict=True))
    for at, one in told.items():
        safe[at] = one._replace(fix=one.fix and one.fix._replace(applicability="unsafe"))
    return report._replace(diagnostics=tuple(safe))


def _can_be_written(source: Source, edits: Sequence[Edit]) -> bool:
    """Tell whether the encoding of a file has the characters that edits put in."""
    try:
        for edit in edits:
            edit.text.encode(source.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_kept(old: Article, new: Article, edits: Sequence[Edit], wanted: Wanted) -> bool:
    """Tell whether fixes leave alone what they must: fields of front matter, links, and, if safe, all quotations."""
    if _faults(new) > _faults(old) or not _keeps_fields(old, new) or not keeps_links(old, new, edits):
        return False
    return wanted.unsafe or texts_of_quotations(old) == texts_of_quotations(new)


def _faults(article: Article) -> int:
    return sum(problem.kind == "front-matter-invalid" for problem in article.problems)


def _keeps_fields(old: Article, new: Article) -> bool:
    """Tell whether all fields are there, and texts are still texts: `title: nope` must not become `title: no`."""
    return old.front_matter is None or (_is_of_kind(_fields(old), _fields(new)) and _doubtful(old) >= _doubtful(new))


# Texts in YAML 1.2, and no texts in YAML 1.1, which many generators read.
_DOUBTFUL = frozenset({"y", "n", "yes", "no", "on", "off"})


def _doubtful(article: Article) -> set[str]:
    """Return the names of fields whose value is a text only for some readers of YAML."""
    if article.front_matter is None or article.front_matter.kind != "yaml":
        return set()
    fields = article.front_matter.fields
    return {entry.name for entry in fields if article.source.slice(entry.span).strip().lower() in _DOUBTFUL}


def _fields(article: Article) -> dict[str, object]:
    return {entry.name: entry.value for entry in article.front_matter.fields} if article.front_matter else {}


def _is_of_kind(old: object, new: object) -> bool:
    """Tell whether a value is of the kind that it was, with all within it; what is no text may become one."""
    if isinstance(old, Mapping):
        return isinstance(new, Mapping) and all(key in new and _is_of_kind(old[key], new[key]) for key in old)
    if isinstance(old, list | tuple):
        return isinstance(new, list | tuple) and all(map(_is_of_kind, old, new)) and len(old) == len(new)
    return isinstance(new, str) or type(old) is type(new)
