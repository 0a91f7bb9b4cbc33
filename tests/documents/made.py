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
    return "\n\n".join(filter(None, map(_markdown, items))).replace("|\n\n|", "|\n|") + "\n"


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+\-!|~&().])", r"\\\1", text).replace("\n", "\\\n")


def _markdown(item: Item) -> str:
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

    document = Document()
    for item in items:
        _add_to_word(document, item)
    return saved(document)


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
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.text import A, H, LineBreak, List, ListItem, ListLevelStyleNumber, ListStyle, P, Span

    document = OpenDocumentText()
    for name in ("Title", "Quotations", "Caption"):
        document.styles.addElement(Style(name=name, family="paragraph"))
    bold = Style(name="T1", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    numbers = ListStyle(name="L1")
    numbers.addElement(ListLevelStyleNumber(level="1", numformat="1"))
    document.automaticstyles.addElement(numbers)

    def fill(paragraph: Any, item: Item) -> Any:
        for text, target in item.pieces:
            inner = A(href=target, type="simple") if target else Span(**({"stylename": bold} if item.is_strong else {}))
            for number, line in enumerate(text.split("\n")):
                if number:
                    inner.addElement(LineBreak())
                inner.addText(line)
            paragraph.addElement(inner)
        return paragraph

    last = None
    for item in items:
        if item.kind == "list-item":
            if last is None or last.getAttribute("stylename") != ("L1" if item.ordinal else None):
                last = List(**({"stylename": "L1"} if item.ordinal else {}))
                document.text.addElement(last)
            entry = ListItem()
            entry.addElement(fill(P(), item))
            last.addElement(entry)
            continue
        last = None
        names = {"title": "Title", "quotation": "Quotations", "caption": "Caption"}
        if item.kind == "heading":
            document.text.addElement(fill(H(outlinelevel=max(item.level, 2)), item))
        else:
            document.text.addElement(fill(P(**({"stylename": names[item.kind]} if item.kind in names else {})), item))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


_RTF_HEAD = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Times;}}{\stylesheet{\s0 Normal;}{\s1 Title;}"
_RTF_HEAD += r"{\s2 Quote;}{\s3 caption;}" + "".join(
    rf"{{\s1{n}\outlinelevel{n - 1} heading {n};}}" for n in range(1, 7)
)


def rtf_of(items: list[Item]) -> bytes:
    """Return items as Rich Text."""
    lines = [_RTF_HEAD + "}"]
    for item in items:
        text = "".join(
            rf'{{\field{{\*\fldinst HYPERLINK "{target}"}}{{\fldrslt {_rtf(part)}}}}}' if target else _rtf(part)
            for part, target in item.pieces
        )
        number = {"title": 1, "quotation": 2, "caption": 3, "heading": 10 + max(item.level, 2)}.get(item.kind, 0)
        mark = rf"{{\listtext {item.ordinal or '-'}\tab}}\ls1 " if item.kind == "list-item" else ""
        bold = r"\b " if item.is_strong else ""
        lines.append(rf"\pard\plain\s{number} {mark}{bold}{text}\par")
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
