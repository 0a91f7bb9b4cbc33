"""Open the ZIP file that a document is, part by part: what is not read is not unpacked, and nothing beyond a limit."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from newslint.documents.faults import DamagedError

# A book of 1,000 pages takes 10 to 20 MB as XML.
_LARGEST_PART = 60_000_000  # bytes, unpacked
_MOST_PARTS = 20_000
_LARGEST = 600_000_000  # bytes, all parts that are packed again
_ENCRYPTED = 0x1
_EPOCH = (1980, 1, 1, 0, 0, 0)  # so that the same comments make the same file


class Package:
    """The parts of a document's file."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts; raise BadZipFile or DamagedError where that is not one."""
        self._file = ZipFile(BytesIO(data))
        self.infos = self._file.infolist()
        if len(self.infos) > _MOST_PARTS:
            raise DamagedError(f"the document has more than {_MOST_PARTS:,} parts")
        if any(info.flag_bits & _ENCRYPTED for info in self.infos):
            raise DamagedError("the document is protected by a password", "Save it without a password.")
        self._known = {info.filename: info for info in self.infos}

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return [*self._known]

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; raise DamagedError where it is missing or unpacks to more than the limit."""
        info = self._known.get(part)
        if info is None:
            raise DamagedError(f"the document is damaged: it lacks its part {part}")
        with self._file.open(info) as stream:
            data = stream.read(_LARGEST_PART + 1)
        if len(data) > _LARGEST_PART:
            raise DamagedError(f"a part of the document unpacks to more than {_LARGEST_PART:,} bytes", "Shorten it.")
        return data

    def xml(self, part: str) -> Any:
        """Return the root element of a part, or None where there is no such part."""
        return parse_xml(self.read(part)) if part in self._known else None

    def replace(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the file with other bytes for some parts; those that it does not have are added at the end."""
        if sum(info.file_size for info in self.infos) > _LARGEST:
            raise DamagedError(f"the document unpacks to more than {_LARGEST:,} bytes", "Take pictures out.")
        out = BytesIO()
        left = dict(parts)
        with ZipFile(out, "w", ZIP_DEFLATED) as made:
            made.comment = self._file.comment
            for info in self.infos:
                made.writestr(info, left.pop(info.filename) if info.filename in left else self._copy(info))
            for name, data in left.items():
                fresh = ZipInfo(name, _EPOCH)
                fresh.compress_type = ZIP_DEFLATED
                made.writestr(fresh, data)
        return out.getvalue()

    def _copy(self, info: ZipInfo) -> bytes:
        with self._file.open(info) as stream:
            data = stream.read(_LARGEST_PART + 1)
        if len(data) > _LARGEST_PART:
            raise DamagedError(f"a part of the document unpacks to more than {_LARGEST_PART:,} bytes", "Shorten it.")
        return data


def parse_xml(data: bytes) -> Any:
    """Return the root element; raise XMLSyntaxError where it is no XML, DamagedError where it declares entities.

    Nothing outside the text is read, no entity is put in, and the parser's own limits of depth and size hold.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedError("the document's XML declares a document type, which no word processor writes")
    return root


def xml_bytes(root: Any) -> bytes:
    """Return an element as the bytes of a part."""
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def local(element: Any) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
