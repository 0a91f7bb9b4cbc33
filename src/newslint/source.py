"""The text of a file as it was read, and the positions in it."""

from __future__ import annotations

import codecs
import os
import re
from bisect import bisect_right
from functools import cached_property
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newslint.errors import SourceError, SourceNotTextError, SourceTooLargeError
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.documents import Document, Tracked

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".lr": "markdown",
    ".rst": "rst",
    ".rest": "rst",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".ninjs": "ninjs",
    ".newsml": "newsml",
    ".txt": "text",
    ".text": "text",
    ".docx": "document",
    ".docm": "document",
    ".odt": "document",
    ".rtf": "document",
}
_ZIPPED_PAGE = ".zip"  # as Google Docs saves a document; no folder is looked through for these

# A first and a last line, both counted from 1.
Lines = tuple[int, int]

_LINE_END = pattern(r"[\r\n](?:(?<=\r)\n)?+")
_META_CHARSET = pattern(rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = pattern(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
# HTML standard, section "Encodings": labels that browsers read as windows-1252.
_READ_AS_WINDOWS_1252 = {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1", "l1"}
# The encodings of the same standard, by their names in Python. Others that Python knows are no encodings of text
# (`rot13`, `zlib`) or none of the web; a declared UTF-16 without a byte order mark is UTF-8 there.
_ENCODINGS = frozenset(
    """utf-8 cp866 cp874 cp932 cp949 big5 big5hkscs euc_jp euc_kr gb2312 gb18030 gbk iso2022_jp koi8-r koi8-u shift_jis
    mac-roman mac-cyrillic cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-1 iso8859-2 iso8859-3
    iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15
    iso8859-16""".split()
)
# First bytes of files that are no text, and what they are (Gary Kessler's table of file signatures). A signature that
# could begin an article, such as `MZ`, is left out.
_SIGNATURES = {
    b"PK\x03\x04": "a Word, OpenDocument or ZIP file",
    b"PK\x05\x06": "a ZIP file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word or Office file",
    b"{\\rtf": "an RTF document",
    b"%PDF-": "a PDF",
    b"\x89PNG\r\n\x1a\n": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF87a": "a picture",
    b"GIF89a": "a picture",
    b"II*\0": "a picture",
    b"MM\0*": "a picture",
    b"\x1f\x8b\x08": "an archive",
    b"BZh91AY&SY": "an archive",
    b"\xfd7zXZ\0": "an archive",
    b"7z\xbc\xaf\x27\x1c": "an archive",
    b"Rar!\x1a\x07": "an archive",
    b"(\xb5/\xfd": "an archive",
    b"\x7fELF": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\0asm": "a program",
    b"SQLite format 3\0": "a database",
    b"OggS\0": "a recording",
    b"ID3\x03": "a recording",
    b"ID3\x04": "a recording",
    b"fLaC\0": "a recording",
}
# RIFF and ISO media files have their kind behind a length: `RIFF….WEBP`, `….ftypmp42`.
_CONTAINERS = pattern(rb"RIFF(?s:.{4})(WEBP|WAVE|AVI )|(?s:.{4})ftyp[a-zA-Z0-9]{3}")
# Files of other languages, by suffix: read as an article, each would be one long complaint.
_CODE = frozenset(
    """.bat .c .cpp .cs .css .csv .go .h .hpp .ini .ipynb .java .js .json .jsx .kt .less .lock .lua .php .pl .ps1 .py
    .rb .rs .sass .scss .sh .sql .svg .swift .toml .ts .tsx .vue .xml .yaml .yml""".split()
)
_READABLE = "newslint reads Markdown, HTML, plain text, .rst, .adoc and .lr, and files named .docx, .odt and .rtf"
_PIECE = 1 << 16  # bytes
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Position(NamedTuple):
    """A place in a source: line and column count code points from 1, the offset from 0."""

    offset: int
    line: int
    column: int


# How to put something right: `safe` or `unsafe`, and what is written in place of ranges of code points.
Repair = tuple[str, tuple[tuple[int, int, str], ...]]


class Problem(NamedTuple):
    """Something a reader or parser met that a rule may report; `kind` is what rules select by."""

    kind: str
    span: Span
    message: str
    repair: Repair | None = None


class _SourceParts(NamedTuple):
    path: str
    text: str
    format: str
    encoding: str = "utf-8"
    has_bom: bool = False
    problems: tuple[Problem, ...] = ()
    # What a word processor's document says; its text is the source's.
    document: Document | None = None


class Source(_SourceParts):
    """A file's decoded text, newlines untouched, without its byte order mark."""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of every line's first code point; lines end at LF, CRLF and CR, nowhere else."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def slice(self, span: Span) -> str:
        """Return the text that a span covers."""
        return self.text[span.start : span.end]


def format_of(path: str) -> str:
    """Return the format that a file name's suffix stands for; what is unknown is plain text."""
    return SUFFIXES.get(os.path.splitext(path)[1].lower(), "text")


def name_of(item: Source | Path) -> str:
    """Return the path of a source, or of a file, as reports name it."""
    return item.as_posix() if isinstance(item, Path) else item.path


def is_document(path: str) -> bool:
    """Tell whether a file's name is that of a document: a line of its text is a paragraph."""
    return format_of(path) == "document"


def read(path: Path, name: str | None = None, limit: int | None = None) -> Source:
    """Read a file; raise SourceError when it cannot be read, or when it has more than `limit` bytes."""
    return decode_raw(read_raw(path, limit, name), name or path.as_posix())


def read_raw(path: Path, limit: int | None = None, name: str | None = None) -> bytes:
    """Return the bytes of a file; raise SourceError as `read` does."""
    try:
        with open(path, "rb", buffering=0) as file:
            return _read_up_to(file, name or path.as_posix(), limit)
    except (OSError, ValueError, MemoryError) as error:
        reason = (getattr(error, "strerror", None) or str(error) or "not enough memory").rstrip(".")
        raise SourceError(
            str(path), f"the file cannot be read ({reason}).", "Check its name and permissions."
        ) from error


def read_bytes(file: BinaryIO, name: str, limit: int | None = None) -> bytes:
    """Return the bytes of an open file.

    Raise SourceTooLargeError where there are more than `limit`, SourceNotTextError where they are no text.
    """
    data = _read_up_to(file, name, limit)
    _refuse_without_text(data, name)
    return data


def decode_raw(data: bytes, name: str, tracked: Tracked = "accepted") -> Source:
    """Return the text of a file's bytes, of a document's with tracked changes `accepted` or `rejected`.

    Raise SourceNotTextError where they are no text, SourceError where a document cannot be read.
    """
    if is_document(name):
        from newslint.documents import read_document

        document = read_document(data, name, tracked)
        return Source(name, document.text, "document", document=document)
    if name.lower().endswith(_ZIPPED_PAGE) and data.startswith(b"PK"):
        from newslint.documents import unpack_page

        return decode(unpack_page(data, name), name, "html")
    _refuse_without_text(data, name)
    return decode(data, name)


def _read_up_to(file: RawIOBase | BinaryIO, name: str, limit: int | None) -> bytes:
    """Return all bytes of a file, piece by piece: it may have no end, or claim a size that it does not hold."""
    parts = []
    size = 0
    while part := file.read(_PIECE if limit is None else min(_PIECE, limit + 1 - size)):
        parts.append(part)
        size += len(part)
        if limit is not None and size > limit:
            cause = f"the file is larger than {limit:,} bytes, the limit."
            raise SourceTooLargeError(name, cause, "Exclude it, or set `max_file_size` in the configuration.")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _refuse_without_text(data: bytes, name: str) -> None:
    kind = _kind_without_text(data, name)
    if kind is not None:
        way_out = "Save the article as one of these, or leave the file out."
        raise SourceNotTextError(name, f"this is {kind}; {_READABLE}.", way_out)


def _kind_without_text(data: bytes, name: str) -> str | None:
    """Return what a file is that is no article, by its first bytes or, for code and data, by its suffix."""
    suffix = Path(name).suffix.lower()
    if suffix in _CODE and _wire_format(data, name) is None:
        return f"a {suffix} file"
    signed = next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
    return signed or ("a picture, a film or a recording" if _CONTAINERS.match(data[:16]) else None)


# What tells an article of an agency from other JSON and XML.
_NINJS = pattern(rb'"(?:body_(?:text|x?html)|bodies|headlines?)"\s*:')
_NEWSML = pattern(rb"<(?:\w+:)?newsItem\b[^>]{0,2000}iptc\.org/std/nar/|iptc\.org/std/nar/")


def _wire_format(data: bytes, name: str) -> str | None:
    """Return the format of an article that an agency sends as JSON or XML, or None of any other file."""
    suffix = name[-5:].lower()
    if suffix == ".json":
        is_item = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"uri"' in data
        return "ninjs" if is_item and _NINJS.search(data) else None
    return "newsml" if suffix.endswith(".xml") and _NEWSML.search(data[:20_000]) else None


def decode(data: bytes, path: str, format: str | None = None) -> Source:
    """Decode a file's bytes, noting as problems what was wrong with their encoding.

    A BOM or an HTML declaration decides, else UTF-8; single bytes that are not UTF-8 are read as windows-1252.
    """
    kind = format or _wire_format(data, path) or format_of(path)
    bom, encoding = _strip_bom(data)
    declared = _declared_encoding(data) if kind == "html" and not encoding else None
    text, used, bad = _decode_bytes(data[bom:], encoding or declared or "utf-8")
    problems = []
    if told := _fault_of_encoding(declared, used, bad):
        at = bad or 0
        end = min(at + 1, len(text))
        repair = _declare_utf8(text) if used == "utf-8" and bad is None else None
        problems.append(Problem("charset-mismatch", Span(min(at, end), end), told, repair))
    if count := text.count("\0"):
        nul = text.find("\0")
        message = f"{count} NUL character{'s' if count > 1 else ''}"
        edits = tuple((match.start(), match.end(), "") for match in _NULS.finditer(text))
        problems.append(Problem("nul-byte", Span(nul, nul + 1), message, ("unsafe", edits)))
    return Source(path, text, kind, used, bom > 0, tuple(problems))


def encode(source: Source) -> bytes:
    """Return the bytes of a source's text in its encoding, with its byte order mark.

    Raise UnicodeEncodeError where the encoding lacks a character. Where decoding replaced bytes that did not fit, these
    are not those of the file.
    """
    mark = next(bom for bom, name in _BOMS if name == source.encoding) if source.has_bom else b""
    return mark + source.text.encode(source.encoding)


def _fault_of_encoding(declared: str | None, used: str, bad: int | None) -> str:
    """Return what is wrong with how a file was encoded, or an empty text."""
    if bad is not None:
        said = f"declares {declared}" if declared else f"was read as {'UTF-8' if used == 'utf-8' else 'UTF-16'}"
        return f"the file {said} but contains bytes that are not"
    if declared and used == "utf-8" and _python_name(declared) != "utf-8":
        return f"the file declares {declared} but is UTF-8"
    return ""


_NULS = pattern(r"\0+")
_DECLARED = pattern(r"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def _declare_utf8(text: str) -> Repair | None:
    """Return the repair of a page that is UTF-8 and declares another encoding."""
    found = _DECLARED.search(text, 0, 4096)
    return ("safe", ((*found.span(1), "utf-8"),)) if found else None


def _strip_bom(data: bytes) -> tuple[int, str | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return len(mark), encoding
    return 0, None


def _declared_encoding(data: bytes) -> str | None:
    head = data[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.search(data[:200])
    return found.group(1).decode("ascii").lower() if found else None


def _python_name(label: str) -> str | None:
    if label in _READ_AS_WINDOWS_1252:
        return "cp1252"
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return name if name in _ENCODINGS else None


def _decode_bytes(data: bytes, label: str) -> tuple[str, str, int | None]:
    """Return the text, the encoding used, and the code point offset of the first byte that did not fit, or None."""
    encoding = label if label.startswith("utf-16-") else _python_name(label) or "utf-8"
    # A page that declares an old encoding but is valid UTF-8 with multi-byte characters is UTF-8. One that is all
    # ASCII is what it declares: ISO-2022-JP writes its characters in ASCII.
    if encoding == "utf-8" or not (encoding.startswith("utf-") or data.isascii()):
        try:
            return data.decode("utf-8"), "utf-8", None
        except UnicodeDecodeError as error:
            first_bad = len(data[: error.start].decode("utf-8"))
        if encoding == "utf-8":
            return data.decode("utf-8", _AS_WINDOWS_1252), "utf-8", first_bad
    try:
        return data.decode(encoding), encoding, None
    except UnicodeDecodeError as error:
        return (
            data.decode(encoding, "replace"),
            encoding,
            len(data[: error.start].decode(encoding, "replace")),
        )


def _read_stray_byte(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as windows-1252, the likeliest origin, and leave all others alone."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_AS_WINDOWS_1252 = "newslint-windows-1252"
codecs.register_error(_AS_WINDOWS_1252, _read_stray_byte)
