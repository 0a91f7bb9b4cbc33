"""Documents of word processors: what they say as one text, what each paragraph is, and comments written into them."""

from __future__ import annotations

from typing import Literal

from newslint.documents.model import Document, Note
from newslint.errors import SourceError, SourceNeedsExtraError
from newslint.patterns import pattern

__all__ = ["ANNOTATED", "Document", "Note", "Tracked", "read_document", "unpack_page", "write_notes"]

# How tracked changes are read: as if all were accepted, or all rejected.
Tracked = Literal["accepted", "rejected"]
# Formats that can be given comments.
ANNOTATED = (".docx", ".docm", ".odt")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins Word's files before 2007, and encrypted ones of today
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the name under which an encrypted document lies in such a file


def read_document(data: bytes, name: str, tracked: Tracked = "accepted") -> Document:
    """Return what the bytes of a document say; the suffix of its name decides how they are read.

    Time and memory grow linearly with what the document unpacks to, which is limited. Raise SourceError where the
    document is damaged, protected or a trap, SourceNeedsExtraError where a library is missing.
    """
    from newslint.documents.faults import telling_faults

    suffix = _suffix(name)
    with telling_faults(name):
        _refuse_protected(data, name)
        if suffix == ".rtf":
            from newslint.documents.rich_text.reader import read_rtf

            return read_rtf(data, tracked)
        if suffix == ".odt":
            from newslint.documents.opendocument.reader import read_odt

            return read_odt(data, tracked).document
        from newslint.documents.word.reader import read_docx

        return read_docx(data, tracked).document


def unpack_page(data: bytes, name: str) -> bytes:
    """Return the HTML page in a ZIP file, as Google Docs saves a document; raise SourceError where there is none."""
    from newslint.documents.faults import telling_faults
    from newslint.documents.packages import Package

    with telling_faults(name):
        package = Package(data)
        pages = [part for part in package.names if _suffix(part) in (".html", ".htm") and "__MACOSX" not in part]
        if len(pages) == 1:
            return _without_comments(package.read(pages[0]))
    cause = f"this ZIP file holds {len(pages) or 'no'} HTML page{'s' if len(pages) > 1 else ''}; one would be read."
    raise SourceError(name, cause, "Save the document as “Web page (.html, zipped)” or as .docx.")


# What Google Docs makes of comments: signs in the text, and boxes at its end.
_SIGN = pattern(rb'<sup><a [^<>]{0,200}id="cmnt_ref[0-9]{1,6}">[^<>]{0,20}</a></sup>')
_BOX = pattern(rb'<div[^<>]{0,200}><p[^<>]{0,200}><a [^<>]{0,200}id="cmnt[0-9]{1,6}">')


def _without_comments(page: bytes) -> bytes:
    """Return a page with white space in place of comments, so that the places of all else stay."""
    page = _SIGN.sub(lambda found: b" " * len(found[0]), page)
    parts, at = [], 0
    for found in _BOX.finditer(page):
        end = page.find(b"</div>", found.end())
        if end >= 0 and found.start() >= at:
            end += len(b"</div>")
            parts += [page[at : found.start()], b" " * (end - found.start())]
            at = end
    return b"".join([*parts, page[at:]])


def write_notes(data: bytes, name: str, notes: list[Note], tracked: Tracked = "accepted") -> bytes:
    """Return a document with notes as comments of newslint in place of those that it has; all else is as it was.

    The notes' places are in the text that `read_document` gives. Raise SourceError as `read_document` does.
    """
    from newslint.documents.faults import telling_faults

    with telling_faults(name):
        if _suffix(name) == ".odt":
            from newslint.documents.opendocument.annotations import annotate_odt

            return annotate_odt(data, notes, tracked)
        from newslint.documents.word.comments import annotate_docx

        return annotate_docx(data, notes, tracked)


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2].lower()


def _refuse_protected(data: bytes, name: str) -> None:
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise SourceError(name, "the document is protected by a password.", "Save it without a password.")
        cause = "the document is in the format of Word before 2007, whatever its name says."
        raise SourceError(name, cause, "Open it in a word processor and save it as .docx.")


# What a library is missing for, told in one line.
def missing_library(name: str) -> SourceNeedsExtraError:
    """Return the error for a document that cannot be read without the extra."""
    cause = "documents are read with libraries that are not installed."
    return SourceNeedsExtraError(name, cause, "Run: pip install 'newslint[documents]'")
