"""Read a Rich Text file: paragraphs, tables and notes in the order in which they are read."""

from __future__ import annotations

from newslint.documents.faults import DamagedError
from newslint.documents.model import Document
from newslint.documents.rich_text.state import State, Tables
from newslint.documents.rich_text.tokens import KNOWN, SIGNS, SILENT, Token, tokens_of
from newslint.documents.styles import Use, link_in
from newslint.documents.writer import TextWriter
from newslint.patterns import pattern

_NUMBER = pattern(r"[0-9]{1,4}")
_GROUPS = {"shppict": "picture", "shpinst": "silent", "shptxt": "body", "ud": "body"}
_ENDS = frozenset({"par", "sect", "page", "cell", "nestcell", "row", "nestrow", "line", "lbr"})


def read_rtf(data: bytes, tracked: str) -> Document:
    """Return what the bytes of an .rtf say; raise DamagedError where they are none."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DamagedError("this is no RTF document", "Save it as .rtf or .docx.")
    return _Reader(tracked).read(data.decode("latin-1"))


class _Reader:
    def __init__(self, tracked: str) -> None:
        self.rejects = tracked == "rejected"
        self.writer = TextWriter()
        self.state = State()
        self.outer: list[State] = []
        self.tables = Tables()
        self.encoding = "cp1252"
        self.bytes = bytearray()
        self.skip = 0  # characters for old programs that are still to come
        self.high = 0  # the first half of such a character
        self.property = ""  # the name of a property of a picture
        self.is_starred = False
        self.ordinal: str | None = None
        self.fields: list[tuple[int, list[str]]] = []
        self.notes: list[list[str]] = []
        self.table = -1
        self.is_header = self.was_row = False

    def read(self, text: str) -> Document:
        """Read the whole file."""
        for token in tokens_of(text):
            if self.bytes and token.kind != "byte":
                self._flush()
            getattr(self, f"_read_{token.kind}")(token)
        self._flush()
        self._end_paragraph()
        for number, note in enumerate(self.notes, 1):
            for line in "".join(note).split("\n"):
                self.writer.add(line.strip(), None)
                self.writer.end("note", ordinal=str(number))
        return self.writer.reading({}).document

    def _read_brace(self, token: Token) -> None:
        self.skip = 0
        if token.value == "{":
            self.outer.append(self.state)
            self.state = self.state.copy()
            if self.state.group in ("stylesheet", "fonttbl"):
                self.tables.begin()
        elif self.outer:
            closed, self.state = self.state, self.outer.pop()
            if closed.group == "field" != self.state.group and self.fields:
                start, code = self.fields.pop()
                self.writer.mark_link(max(start, self.writer.start), link_in("".join(code)))
        self.is_starred = False

    def _read_word(self, token: Token) -> None:
        word, state = token.value, self.state
        if self.is_starred and word not in KNOWN:
            state.group = "silent"
        self.is_starred = False
        if state.group in ("stylesheet", "fonttbl"):
            self.tables.read(state.group, token)
        elif word == "u":
            self._add_unicode(token.number or 0)
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif not (state.set_characters(word, token.number) or state.set_paragraph(word, token.number)):
            self._read_structure(word, token.number)

    def _read_structure(self, word: str, number: int | None) -> None:
        """Read a control word that ends a paragraph, a cell or a row, or that begins a group of a kind."""
        if word == "ansicpg" and number:
            self.encoding = _encoding(number)
        elif word == "mac":
            self.encoding = "mac_roman"
        elif word == "trowd":
            self.is_header = False
        elif word == "trhdr":
            self.is_header = True
        elif word in _ENDS:
            self._end(word)
        else:
            self._read_group(word)

    def _read_group(self, word: str) -> None:
        """Read a control word that says what the group is that it stands in."""
        state = self.state
        if word == "pict" and state.group in ("body", "field", "picture"):
            self._add_picture()
        elif word == "picprop" or (word in ("sn", "sv") and state.group in ("picprop", "sn", "sv")):
            state.group = word
            self.property = self.property if word == "sv" else ""
        elif word in SILENT:
            state.group = word
        elif word == "field":
            if state.group == "body":
                self.fields.append((self.writer.length, []))
            state.group = "field" if state.group in ("body", "field") else state.group
        elif word == "footnote" and state.group != "silent":
            self.notes.append([])
            state.group = "footnote"
        elif word in ("fldinst", "listtext", "pntext", "bkmkstart", "upr"):
            state.group = word
        elif word in _GROUPS:
            state.group = _GROUPS[word]

    def _add_picture(self) -> None:
        self.writer.add_image(None, "picture", None)
        self.state.group = "pict"

    def _end(self, word: str) -> None:
        group = self.state.group
        if group == "footnote":
            self.notes[-1].append("\n" if word == "par" else " ")
        if group not in ("body", "field"):
            return
        if word in ("line", "lbr", "page") or (word == "par" and self.state.in_table):
            if not self.writer.is_empty:
                self.writer.add_break(None)
        elif word in ("cell", "nestcell"):
            self._begin_cell()
            self.writer.end_cell()
        elif word in ("row", "nestrow"):
            self._end_row()
        else:
            self._end_paragraph()

    def _begin_cell(self) -> None:
        if not self.writer.in_cell:
            self.writer.begin_cell(None)

    def _end_row(self) -> None:
        if self.writer.cell_count < 2:
            self.writer.end("paragraph")
            return
        if not self.was_row:
            self.table += 1
        self.writer.end("row", table=self.table, is_header=self.is_header)
        self.was_row = True

    def _end_paragraph(self) -> None:
        state = self.state
        use = self.tables.uses.get(state.style, Use())
        kind, level = use.kind, use.level
        if kind in ("paragraph", "list-item") and state.level:
            kind, level = "heading", state.level
        elif kind == "paragraph" and (state.is_listed or self.ordinal is not None):
            kind = "list-item"
        ordinal = (self.ordinal or None) if kind == "list-item" else None
        if not self.writer.is_empty:
            self.was_row = False
        self.writer.end(kind, level=level, ordinal=ordinal)
        self.ordinal = None

    # Characters

    def _read_text(self, token: Token) -> None:
        text = token.value
        if self.skip:
            text, self.skip = text[self.skip :], max(0, self.skip - len(text))
        if self.state.group in ("stylesheet", "fonttbl"):
            self.tables.read(self.state.group, Token("text", text))
        elif text and not text.isascii():
            self._add(text.encode("latin-1").decode(self._encoding_here(), "replace"))
        elif text:
            self._add(text)

    def _read_byte(self, token: Token) -> None:
        if self.skip:
            self.skip -= 1
        else:
            self.bytes.append(int(token.value, 16))

    def _encoding_here(self) -> str:
        return self.tables.encodings.get(self.state.font, self.encoding)

    def _flush(self) -> None:
        text, self.bytes = self.bytes.decode(self._encoding_here(), "replace"), bytearray()
        self._add(text)

    def _read_sign(self, token: Token) -> None:
        sign = token.value
        if sign == "*":
            self.is_starred = True
        elif sign in "\r\n":
            self._end("par")
        elif sign in "{}\\":
            self._read_text(Token("text", sign))
        else:
            self._add({"~": "\u00a0", "_": "\u2011", "-": "\u00ad"}.get(sign, ""))

    def _add_unicode(self, number: int) -> None:
        """Add a character that is written as a signed number of 16 bits, half of a pair where it needs two."""
        code, high = number & 0xFFFF, self.high
        self.skip, self.high = self.state.width, 0
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            self._add(chr(0x10000 + (high - 0xD800 << 10) + code - 0xDC00) if high else "\ufffd")
        else:
            self._add(chr(code))

    def _add(self, text: str) -> None:
        state = self.state
        is_gone = state.is_hidden or (state.is_inserted if self.rejects else state.is_deleted)
        if not text or is_gone:
            return
        if state.group in ("body", "field"):
            if state.in_table:
                self._begin_cell()
            start = self.writer.length
            self.writer.add_sign("\t", None) if text == "\t" else self.writer.add(text, None)
            if state.is_strong:
                self.writer.mark_strong(start)
        elif state.group == "fldinst" and self.fields:
            self.fields[-1][1].append(text)
        elif state.group == "footnote":
            self.notes[-1].append(text)
        elif state.group in ("listtext", "pntext"):
            found = _NUMBER.search(text)
            self.ordinal = self.ordinal or (found.group() if found else "")
        elif state.group == "sn":
            self.property += text
        elif state.group == "sv" and self.property == "wzDescription":
            self.writer.describe_image(text)
        elif state.group == "bkmkstart":
            self.writer.add_target(text.strip())


def _encoding(page: int) -> str:
    import codecs

    name = {10000: "mac_roman", 65001: "utf-8"}.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
