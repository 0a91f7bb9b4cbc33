"""What is wrong with the file of a document, told as an error that names the file and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newslint.errors import SourceError

_WAY_OUT = "Open it in its own program and save it again."


class DamagedError(Exception):
    """Say what is wrong with a document, and the way out; the name of the file is added further up."""

    def __init__(self, cause: str, way_out: str = _WAY_OUT) -> None:
        super().__init__(cause)
        self.cause = cause
        self.way_out = way_out


@contextmanager
def telling_faults(name: str) -> Iterator[None]:
    """Turn what goes wrong while a document is read or written into one SourceError that names it."""
    import struct
    import zlib
    from zipfile import BadZipFile

    try:
        yield
    except DamagedError as error:
        raise SourceError(name, f"{error.cause}.", error.way_out) from error
    except ImportError as error:
        from newslint.documents import missing_library

        raise missing_library(name) from error
    except (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError) as error:
        raise SourceError(name, "the document is damaged: it cannot be unpacked.", _WAY_OUT) from error
    except (SyntaxError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as error:
        # `lxml.etree.XMLSyntaxError` is a SyntaxError; the others come of parts that do not fit each other.
        raise SourceError(name, "the document is damaged: its parts cannot be read.", _WAY_OUT) from error
