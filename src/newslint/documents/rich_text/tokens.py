"""Cut Rich Text Format into its tokens: groups, control words, characters and text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(
    r"""
    \\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?
    | \\'(?P<byte>[0-9a-fA-F]{2})
    | \\(?P<sign>[^a-zA-Z])
    | (?P<brace>[{}])
    | [\r\n]+
    | (?P<text>[^\\{}\r\n]+)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the file; `kind` is `word`, `byte`, `sign`, `brace` or `text`."""

    kind: str
    value: str
    number: int | None = None


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a file that was decoded byte by byte; raw data after `\\bin` is left out."""
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        kind = found.lastgroup
        if found["word"] is not None:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", found["word"], number)
        elif kind is not None:
            yield Token(kind, found[kind])


# The encoding of each character set that a font may have (`\fcharset`).
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
# Control words that are characters.
SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "tab": "\t", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}  # fmt: skip
# Groups that hold no copy, beside all that are marked as unknown to old programs (`\*`).
SILENT = frozenset(
    """colortbl info header headerl headerr headerf footer footerl footerr footerf pict object themedata datastore
    listtable listoverridetable rsidtbl generator xmlnstbl latentstyles nonshppict annotation atnid atnauthor revtbl
    filetbl stylesheet fonttbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn tc xe private template bkmkend""".split()
)
# Groups that are read although they are marked so.
KNOWN = frozenset("fldinst bkmkstart shppict shpinst shptxt ud pntext picprop".split())
