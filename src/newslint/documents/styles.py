"""What paragraph styles are for, by their names in many languages, and where the code of a link leads."""

from __future__ import annotations

import re

from newslint.documents.model import ParagraphKind
from newslint.patterns import pattern
from newslint.records import NamedTuple

# Names as Word, LibreOffice, Google Docs and Pages show them, in small letters and without spaces.
_NAMES: dict[str, tuple[ParagraphKind, str]] = {
    "title": (
        "title",
        "title titel titre título titulo titolo tytuł název titul otsikko rubrik tittel заголовок naslov cím headline "
        "hed articletitle",
    ),
    "subtitle": (
        "subtitle",
        "subtitle untertitel sous-titre subtítulo subtitulo sottotitolo ondertitel podtytuł podtitul alaotsikko "
        "underrubrik undertittel undertitel подзаголовок alcím dek deck standfirst subheadline strapline",
    ),
    "quote": (
        "quotation",
        "quote intensequote quotations blockquote blockquotation blocktext pullquote zitat intensiveszitat zitate "
        "citation citationintense cita citadestacada citação citaçãointensa citazione citazioneintensa citaat "
        "duidelijkcitaat cytat cytatintensywny citát lainaus citat starktcitat sitat цитата",
    ),
    "caption": (
        "caption",
        "caption figure illustration table drawing text beschriftung légende legende epígrafe epigrafe descripción "
        "didascalia legenda bijschrift podpis titulek kuvaotsikko beskrivning bildetekst billedtekst названиеобъекта "
        "photocaption imagecaption cutline",
    ),
    "code": ("code", "htmlpreformatted preformattedtext code sourcecode macrotext"),
}
_KINDS = {name: kind for kind, names in _NAMES.values() for name in names.split()}
del _KINDS["table"], _KINDS["text"]  # LibreOffice names captions so, and others paragraphs of a table
_HEADING = pattern(
    r"""(?:heading|überschrift|titre|título|titulo|titolo|kop|nagłówek|nadpis|otsikko|rubrik|overskrift|заголовок|
    encabezado|naslov|címsor)\s*([1-9])""",
    re.VERBOSE,
)
_LISTS = pattern(r"list(?:bullet|number)\d?|listen(?:aufzählung|nummer)\d?|listepuces\d?")
_CONTENTS = pattern(
    r"toc(?:heading)?\d*|contents(?:heading|\d*)|(?:inhalts)?verzeichnis\d+|tm\d|indexheading|tableof\w+"
)
# A crosshead is a heading within the text.
_CROSSHEADS = frozenset("subhead subheading crosshead crossheading zwischentitel intertitre".split())


class Use(NamedTuple):
    """What a style is for: a kind of paragraph, a heading's level, and whether it is a table of contents, no copy."""

    kind: ParagraphKind = "paragraph"
    level: int = 0
    is_contents: bool = False


def use_of(name: str) -> Use | None:
    """Return what a style's name or id says of its paragraphs, or None where it says nothing."""
    key = name.lower().replace("_20_", " ").replace("_", " ")
    short = key.replace(" ", "")
    if short in _KINDS:
        return Use(_KINDS[short])
    found = _HEADING.fullmatch(short)
    if found:
        return Use("heading", int(found[1]))
    if short in _CROSSHEADS:
        return Use("heading", 2)
    if _CONTENTS.fullmatch(short):
        return Use(is_contents=True)
    return Use("list-item") if _LISTS.fullmatch(short) else None


_LINK = pattern(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"(?:\s+\\l\s+"([^"]*)")?', re.IGNORECASE)
_LOCAL = pattern(r"HYPERLINK\s+\\l\b", re.IGNORECASE)


def link_in(code: str) -> str:
    """Return where the code of a field leads, or an empty text where it is no link."""
    found = _LINK.search(code)
    if found is None:
        return ""
    if _LOCAL.search(code):
        return f"#{found[1]}"
    return f"{found[1]}#{found[2]}" if found[2] else found[1]
