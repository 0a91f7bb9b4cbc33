"""The same article as Markdown, Word, OpenDocument and Rich Text; helpers for documents that tests make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from newslint.article import Article
from newslint.source import Source, decode_raw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Item(NamedTuple):
    """A block of an article that is to be written: its kind, its text cut at links, and what else is known."""

    kind: str
    pieces: tuple[tuple[str, str], ...]
    level: int = 0
    ordinal: str | None = None
    cells: tuple[str, ...] = ()
    is_strong: bool = False
    # What a picture below the block shows: its file and its description.
    picture: tuple[str, str | None] | None = None

    @property
    def text(self) -> str:
        """The text without its links."""
        return "".join(text for text, _ in self.pieces)


def items_of(article: Article) -> list[Item]:
    """Return what an article says, in blocks; what only front matter says stands on lines of its own at the top."""
    items = []
    roles = {block.role for block in article.blocks}
    for kind, words, made in (("headline", "{}", "title"), ("byline", "By {}", "paragraph"), ("published", "", "")):
        element = article.find(kind)  # type: ignore[arg-type]
        if element is None or kind in roles:
            continue
        if kind == "published":
            items.append(Item("paragraph", ((f"Published {(element.value or element.text)[:10]}", ""),)))
        else:
            items.append(Item(made, ((words.format(", ".join(element.names) or element.text), ""),)))
    for index, block in enumerate(article.blocks):
        kind = "title" if block.role == "headline" else block.kind
        cells = tuple(block.text[start:end] for start, end in block.cells)
        pieces = _pieces(article, index)
        items.append(Item(kind, pieces, block.level or 2, block.ordinal, cells, block.is_strong))
    return items


def _pieces(article: Article, index: int) -> tuple[tuple[str, str], ...]:
    text, at, pieces = article.blocks[index].text, 0, []
    for link in sorted(article.links, key=lambda link: link.start):
        if link.block == index and link.kind in ("inline", "reference") and link.start >= at and link.end > link.start:
            pieces += [(text[at : link.start], ""), (text[link.start : link.end], link.target)]
            at = link.end
    return tuple(piece for piece in (*pieces, (text[at:], "")) if piece[0])


def markdown_of(items: list[Item]) -> str:
    """Return items as Markdown."""
    made = []
    for item, before in zip(items, [None, *items], strict=False):
        made.append(_markdown(item))
        if item.kind == "table-row" and (before is None or before.kind != "table-row"):
            made.append("|" + "---|" * len(item.cells))
        if item.picture:
            made.append(f"![{_escape(item.picture[1] or '')}]({item.picture[0]})")
    return "\n\n".join(made).replace("|\n\n|", "|\n|") + "\n"


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+\-!|~&().])", r"\\\1", text).replace("\n", "\\\n")


def _markdown(item: Item) -> str:
    if item.kind == "table-row":
        return "| " + " | ".join(map(_escape, item.cells)) + " |"
    text = "".join(f"[{_escape(part)}](<{target}>)" if target else _escape(part) for part, target in item.pieces)
    if item.kind in ("title", "heading"):
        return f"{'#' * (1 if item.kind == 'title' else max(item.level, 2))} {text}"
    if item.kind == "list-item":
        return f"{item.ordinal}. {text}" if item.ordinal else f"- {text}"
    if item.kind == "quotation":
        return f"> {text}"
    return f"**{text}**" if item.is_strong else text


def docx_of(items: list[Item]) -> bytes:
    """Return items as a Word document."""
    from docx import Document
    from docx.oxml import parse_xml

    document, table = Document(), None
    for item in items:
        if item.kind == "table-row":
            table = table or document.add_table(0, len(item.cells))
            for cell, text in zip(table.add_row().cells, item.cells, strict=True):
                cell.text = text
            continue
        table = None
        _add_to_word(document, item)
        if item.picture:
            name, alt = item.picture
            told = f' descr="{alt}"' if alt else ""
            document.add_paragraph().add_run()._r.append(parse_xml(_PICTURE.format(name=name, told=told).encode()))
    return saved(document)


_PICTURE = (
    f'<w:drawing xmlns:w="{W}" xmlns:wp="urn:wp" xmlns:a="urn:a"><wp:docPr id="1" name="{{name}}"{{told}}/><a:blip/>'
    "</w:drawing>"
)
_STYLES = {"title": "Title", "quotation": "Quote", "caption": "Caption"}


def _add_to_word(document: Any, item: Item) -> None:
    style = _STYLES.get(item.kind)
    if item.kind == "heading":
        style = f"Heading {max(item.level, 2)}"
    elif item.kind == "list-item":
        style = "List Number" if item.ordinal else "List Bullet"
    paragraph = document.add_paragraph(style=style)
    for text, target in item.pieces:
        add_link(paragraph, text, target) if target else paragraph.add_run(text)
    if item.is_strong:
        for run in paragraph.runs:
            run.bold = True


def add_link(paragraph: Any, text: str, target: str) -> None:
    """Add a link to a paragraph of Word."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    run = paragraph.add_run(text)
    name = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = run._r.makeelement(f"{{{W}}}hyperlink")
    link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", name)
    run._r.addprevious(link)
    link.append(run._r)


def saved(document: Any) -> bytes:
    """Return the bytes of a document of python-docx."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def odt_of(items: list[Item]) -> bytes:
    """Return items as an OpenDocument text."""
    from odf.table import Table, TableHeaderRows

    document, bold = _empty_odt()
    last = table = None
    for item in items:
        if item.kind == "table-row":
            holder = table
            if table is None:
                table, holder = Table(), TableHeaderRows()
                document.text.addElement(table)
                table.addElement(holder)
            _add_row(holder, item)
            continue
        table = None
        last = _add_item(last, document, item, bold) if item.kind == "list-item" else None
        if item.kind != "list-item":
            _add_to_odt(document, item, bold)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _empty_odt() -> tuple[Any, Any]:
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.text import ListLevelStyleNumber, ListStyle

    document = OpenDocumentText()
    for name in ("Title", "Quotations", "Caption"):
        document.styles.addElement(Style(name=name, family="paragraph"))
    bold = Style(name="T1", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    numbers = ListStyle(name="L1")
    numbers.addElement(ListLevelStyleNumber(level="1", numformat="1"))
    document.automaticstyles.addElement(bold)
    document.automaticstyles.addElement(numbers)
    return document, bold


def _fill(paragraph: Any, item: Item, bold: Any) -> Any:
    from odf.text import A, LineBreak, Span

    for text, target in item.pieces:
        inner = A(href=target, type="simple") if target else Span(**({"stylename": bold} if item.is_strong else {}))
        for number, line in enumerate(text.split("\n")):
            if number:
                inner.addElement(LineBreak())
            inner.addText(line)
        paragraph.addElement(inner)
    return paragraph


def _add_row(holder: Any, item: Item) -> None:
    from odf.table import TableCell, TableRow
    from odf.text import P

    row = TableRow()
    for text in item.cells:
        cell = TableCell()
        cell.addElement(P(text=text))
        row.addElement(cell)
    holder.addElement(row)


def _add_item(last: Any, document: Any, item: Item, bold: Any) -> Any:
    """Add an item to the list that it goes on, or to one of its own, which is returned."""
    from odf.text import List, ListItem, P

    style = "L1" if item.ordinal else None
    if last is None or last.getAttribute("stylename") != style:
        last = List(**({"stylename": style} if style else {}))
        document.text.addElement(last)
    entry = ListItem()
    entry.addElement(_fill(P(), item, bold))
    last.addElement(entry)
    return last


def _add_to_odt(document: Any, item: Item, bold: Any) -> None:
    from odf.draw import Frame, Image
    from odf.svg import Desc
    from odf.text import H, P

    style = {"title": "Title", "quotation": "Quotations", "caption": "Caption"}.get(item.kind)
    if item.kind == "heading":
        document.text.addElement(_fill(H(outlinelevel=max(item.level, 2)), item, bold))
    else:
        document.text.addElement(_fill(P(**({"stylename": style} if style else {})), item, bold))
    if item.picture:
        frame, holder = Frame(), P()
        frame.addElement(Image(href=item.picture[0]))
        if item.picture[1]:
            frame.addElement(Desc(text=item.picture[1]))
        holder.addElement(frame)
        document.text.addElement(holder)


_RTF_HEAD = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Times;}}{\stylesheet{\s0 Normal;}{\s1 Title;}"
_RTF_HEAD += r"{\s2 Quote;}{\s3 caption;}" + "".join(
    rf"{{\s1{n}\outlinelevel{n - 1} heading {n};}}" for n in range(1, 7)
)


def rtf_of(items: list[Item]) -> bytes:
    """Return items as Rich Text."""
    lines = [_RTF_HEAD + "}"]
    for item, before in zip(items, [None, *items], strict=False):
        if item.kind == "table-row":
            head = r"\trhdr" if before is None or before.kind != "table-row" else ""
            lines.append(
                rf"\trowd{head}\pard\intbl " + "".join(rf"{_rtf(cell)}\cell " for cell in item.cells) + r"\row"
            )
            continue
        text = "".join(
            rf'{{\field{{\*\fldinst HYPERLINK "{target}"}}{{\fldrslt {_rtf(part)}}}}}' if target else _rtf(part)
            for part, target in item.pieces
        )
        number = {"title": 1, "quotation": 2, "caption": 3, "heading": 10 + max(item.level, 2)}.get(item.kind, 0)
        mark = rf"{{\listtext {item.ordinal or '-'}\tab}}\ls1 " if item.kind == "list-item" else ""
        bold = r"\b " if item.is_strong else ""
        lines.append(rf"\pard\plain\s{number} {mark}{bold}{text}\par")
        if item.picture:
            told = rf"{{\*\picprop{{\sp{{\sn wzDescription}}{{\sv {item.picture[1]}}}}}}}" if item.picture[1] else ""
            lines.append(rf"\pard\plain{{\*\shppict{{\pict{told} ffd8}}}}\par")
    return "\n".join([*lines, "}"]).encode("ascii")


def _rtf(text: str) -> str:
    made = []
    for sign in text:
        if sign == "\n":
            made.append(r"\line ")
        elif sign in "\\{}":
            made.append(f"\\{sign}")
        elif sign.isascii():
            made.append(sign)
        else:
            raw = sign.encode("utf-16-le")
            units = (int.from_bytes(raw[at : at + 2], "little") for at in range(0, len(raw), 2))
            made += [rf"\u{unit - 0x10000 if unit > 0x7FFF else unit}?" for unit in units]
    return "".join(made)


WRITERS = {"docx": docx_of, "odt": odt_of, "rtf": rtf_of}


def word(body: str, **parts: str) -> bytes:
    """Return a Word document of the XML of its body; `parts` are others, by the last word of their relations."""
    root = f'<w:document xmlns:w="{W}" xmlns:r="{_R}" xmlns:wp="{_WP}" xmlns:a="{_A}">'
    return packed({"word/document.xml": f"{root}<w:body>{body}</w:body></w:document>", **_related(parts)})


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def _related(parts: dict[str, str]) -> dict[str, str]:
    rows = "".join(
        f'<Relationship Id="r{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in parts if name != "links"
    )
    links = parts.pop("links", "")
    made = {f"word/{name}.xml": text.replace("<w:root>", f'<w:root xmlns:w="{W}">') for name, text in parts.items()}
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{rows}{links}</Relationships>'
    made["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    made["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    return made


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as a ZIP file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a ZIP file."""
    with ZipFile(BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def p(text: str = "", properties: str = "", inner: str = "") -> str:
    """Return the XML of a paragraph of Word with one run of text, and what else stands in it."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}{inner}</w:p>"


def read(data: bytes, name: str = "story.docx", tracked: Any = "accepted") -> Source:
    """Return the source of a document."""
    return decode_raw(data, name, tracked)


def lines(data: bytes, name: str = "story.docx", tracked: Any = "accepted") -> list[tuple[str, str]]:
    """Return the kind and the text of each paragraph."""
    document = read(data, name, tracked).document
    assert document is not None
    return [(each.kind, document.text[each.start : each.end]) for each in document.paragraphs]
