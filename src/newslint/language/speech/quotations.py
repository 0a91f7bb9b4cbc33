"""Find the quotations of running text, and tell speech from terms and titles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newslint.language.speech.passages import Extent, Passage
from newslint.patterns import pattern

__all__ = ["Extent", "Passage", "Quotation", "find_quotations", "find_unbalanced"]

# Opening marks and the marks that may close them. A straight mark may be closed by its curly relative and
# the other way round, because editors' programs convert one of a pair and forget the other.
_CLOSERS = {
    "“": ("”", '"', "''", "’’"),
    "”": ("”", '"'),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''",),
    "’’": ("’’", "''"),
    "„": ("“", "”", "‟", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "‘": ("’", "'"),
    "’": ("’", "'"),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
}
_OPENERS = frozenset(["“", "„", "«", "‹", "‚", "``"])
_SINGLE = frozenset("‘’'‚‹›")
# Words that begin with an apostrophe because their head was dropped (common English contractions).
_ELIDED = frozenset(
    "tis twas twere twill em er im ere cause cos coz til till n bout round fore neath gainst nuff hood sup allo ello "
    "ave e".split()
)
_TITLE_NOUNS = frozenset(
    "book novel film movie song album show series play essay article op-ed column report memoir poem painting "
    "exhibition documentary podcast programme program episode magazine opera musical drama sitcom single track "
    "paper study thesis lecture entitled titled headlined called dubbed named version bestseller hit comedy "
    "game photograph photo cartoon ballad anthem hymn soundtrack thriller autobiography biography piece".split()
)
_MARK = pattern(r"''|’’|``|[“”„‟\"«»‹›‘’‚']")
_CURLY = pattern("[“”„]")
_PRIMED = pattern(r"[^\s“”\"]{0,12}\d″")
_WORD = pattern(r"\w+(?:['’\-]\w+)*")
_DECADE = pattern(r"\d0s\b|\d\d\b(?!%)")
_FEET = pattern(r"\d['′’]\s?\d{1,2}(?:[½¼¾.]\d*)?$|\d\s?(?:ft|feet|foot)\.?,?\s\d{1,2}$")


class Quotation(NamedTuple):
    """Hold one outermost quotation; a quotation inside it is part of it."""

    extent: Extent
    """The quotation with its marks."""
    inner: Extent
    """The quotation without its marks."""
    mark: str
    """The opening mark."""
    is_closed: bool
    """Whether a closing mark was found in the same passage."""
    continues: int | None
    """The quotation of the paragraph before that this one carries on, by the running-quotation convention."""
    words: int
    """The number of words between the marks."""
    role: str
    """speech, term (a contested or technical term, a short phrase) or title (of a work)."""


class _Open:
    __slots__ = ("at", "end", "mark", "solid")

    def __init__(self, mark: str, at: int, end: int, solid: int) -> None:
        self.mark = mark
        self.at = at
        self.end = end
        # How many marks from the bottom of the stack up to this one are more than possible apostrophes.
        self.solid = solid


class _Scan:
    """Walk the marks of one text once, keeping those that are open on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.found: list[tuple[int, int, int, int, str, bool]] = []  # outer start, inner start, inner end, end, mark
        self.stray: list[tuple[int, int]] = []
        marks = list(_MARK.finditer(text))
        self.starts = [match.start() for match in marks]
        self.marks = [match.group() for match in marks]
        self.ends = [match.end() for match in marks]

    def run(self) -> None:
        """Fill ``found`` with the outermost quotations in order and ``stray`` with the marks that fit nowhere."""
        for index in range(len(self.marks)):
            self._take(index)
        while self.stack:
            top = self.stack.pop()
            if self._is_droppable(top):
                continue
            if self._is_outermost(len(self.stack)):
                self.found.append((top.at, top.end, len(self.text), len(self.text), top.mark, False))
        self.found.sort()

    @staticmethod
    def _is_droppable(entry: _Open) -> bool:
        """Tell whether an unclosed mark is more likely an apostrophe than a quotation that was left open."""
        return entry.mark in _SINGLE or entry.mark == "''"

    def _is_outermost(self, level: int) -> bool:
        """Tell whether nothing but possible apostrophes is open below this level of the stack."""
        return level == 0 or self.stack[level - 1].solid == 0

    def _take(self, index: int) -> None:
        mark, start, end = self.marks[index], self.starts[index], self.ends[index]
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        if mark in "‘’'" and self._is_apostrophe(index, mark, before, after):
            return
        opens = self._may_open(mark, before, after)
        level = self._closing_level(mark, before, after, index)
        if mark in ('"', "''") and before.isdigit() and self._is_measure(start, level):
            return
        if level is not None and not (opens and mark in ('"', "''") and self._opens_for_sure(before, after)):
            self._close(level, start, end)
        elif opens:
            self._open(mark, start, end)
        elif mark not in _SINGLE and mark not in ("’’", "''"):
            self.stray.append((start, end))

    def _is_apostrophe(self, index: int, mark: str, before: str, after: str) -> bool:
        text, end = self.text, self.ends[index]
        if before.isalnum() and after.isalnum():
            return True
        if not before.isalnum() and after.isalnum():
            if after.isdigit():
                return _DECADE.match(text, end) is not None
            word = _WORD.match(text, end)
            if word is None or word.group().lower() not in _ELIDED:
                return False
            # A quotation may begin with such a word; then a comma or stop stands before its closing mark.
            return mark != "‘" or index + 1 >= len(self.marks) or self.marks[index + 1] not in "’'"
        if before.isalnum() and not after.isalnum():
            if not any(entry.mark in "‘’'‚" for entry in self.stack[-2:]):
                return True
            return before in "sSnN" and after == " " and self._closes_later(index)
        return False

    def _closes_later(self, index: int) -> bool:
        """Tell whether the next single mark is a clear closing mark, so that this one is a possessive."""
        following = index + 1
        if following >= len(self.marks) or self.marks[following] not in "’'":
            return False
        at, end = self.starts[following], self.ends[following]
        after_this = self.text[self.ends[index] + 1 : self.ends[index] + 2]
        before = self.text[at - 1]
        after = self.text[end] if end < len(self.text) else " "
        return after_this.islower() and not before.isspace() and not after.isalnum()

    def _is_measure(self, start: int, level: int | None) -> bool:
        """Tell whether a mark after a digit means inches (or seconds) and closes nothing."""
        return level is None or _FEET.search(self.text, max(0, start - 12), start) is not None

    @staticmethod
    def _may_open(mark: str, before: str, after: str) -> bool:
        if mark in _OPENERS:
            return True
        if after.isspace():
            return False
        if mark == "»" or mark == "›":
            return not before.isalnum() and before not in ".,!?…"
        return not before.isalnum() and (before.isspace() or before in "([{—–-―/:“\"‘'«>*_" or ord(before) > 0x2FF)

    @staticmethod
    def _opens_for_sure(before: str, after: str) -> bool:
        return before.isspace() and (after.isalnum() or after in "[(…$£€#@")

    def _closing_level(self, mark: str, before: str, after: str, index: int) -> int | None:
        """Return the stack position that this mark would close, looking no deeper than three levels."""
        stack = self.stack
        if mark == "“" and not (stack and stack[-1].mark == "„"):
            return None
        if mark in "‘" and not (stack and stack[-1].mark == "‚"):
            return None
        for level in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
            opener = stack[level].mark
            if mark in _CLOSERS.get(opener, ()):
                if opener in "‘'’" and after.isalnum():
                    return None
                return level
        return None

    def _close(self, level: int, start: int, end: int) -> None:
        entry = self.stack[level]
        del self.stack[level:]
        if start > entry.end and self._is_outermost(level):
            # What was found inside is part of this quotation.
            while self.found and self.found[-1][0] > entry.at:
                self.found.pop()
            self.found.append((entry.at, entry.end, start, end, entry.mark, True))

    def _open(self, mark: str, start: int, end: int) -> None:
        for level in range(len(self.stack) - 1, max(-1, len(self.stack) - 4), -1):
            entry = self.stack[level]
            if entry.mark == mark and mark not in _SINGLE:
                # The same mark opens again: the first was never closed.
                del self.stack[level:]
                if self._is_outermost(level):
                    self.found.append((entry.at, entry.end, start, start, entry.mark, False))
                break
        below = self.stack[-1].solid if self.stack else 0
        self.stack.append(_Open(mark, start, end, below + (mark not in _SINGLE)))


def _scan(text: str) -> _Scan:
    scan = _Scan(text)
    scan.run()
    return scan


def find_quotations(passages: Sequence[Passage]) -> list[Quotation]:
    """Return the outermost quotations of all passages in reading order.

    Recognises straight, curly, single, doubled single, angled and low marks. A passage that opens a quotation
    without closing it carries on in the next one if that begins with an opening mark.
    """
    found: list[Quotation] = []
    running: int | None = None
    for number, passage in enumerate(passages):
        text = passage.text
        scan = _scan(text)
        first = True
        length = len(text.rstrip())
        carried, running = running, None
        for start, inner, inner_end, end, mark, is_closed in scan.found:
            begins = first and not text[:start].strip()
            first = False
            while end > inner and not is_closed and text[end - 1].isspace():
                end = inner_end = end - 1
            words = sum(1 for _ in _WORD.finditer(text, inner, inner_end))
            continues = carried if begins and carried is not None else None
            found.append(
                Quotation(
                    Extent(number, start, end),
                    Extent(number, inner, inner_end),
                    mark,
                    is_closed,
                    continues,
                    words,
                    "speech" if continues is not None else _role(text, start, inner, inner_end, end, words),
                )
            )
            if not is_closed and end >= length:
                running = len(found) - 1
        if not scan.found and passage.kind in ("heading", "caption", "table-row"):
            running = carried
    return found


def find_unbalanced(passages: Sequence[Passage]) -> list[Extent]:
    """Return the opening marks that nothing closes and the closing marks that close nothing.

    An opening mark is fine where the next paragraph begins with an opening mark (the running-quotation
    convention), where all marks of its paragraph pair by nesting, and where a double prime closes it after a digit
    (“5″, as programs that curl marks write it). A single mark is given the benefit of the doubt as an apostrophe.
    """
    quotations = find_quotations(passages)
    continued = {quotation.continues for quotation in quotations}
    found = [
        Extent(q.extent.passage, q.extent.start, q.inner.start)
        for index, q in enumerate(quotations)
        if not q.is_closed and index not in continued
    ]
    for number, passage in enumerate(passages):
        found += [Extent(number, start, end) for start, end in _scan(passage.text).stray]
    texts = {number: passages[number].text for number in {extent.passage for extent in found}}
    nested = {number for number, text in texts.items() if _pairs_by_nesting(text)}
    return sorted(
        (
            extent
            for extent in found
            if not (extent.passage in nested and texts[extent.passage][extent.start] in "“”„")
            and not _PRIMED.match(texts[extent.passage], extent.end)
        ),
        key=lambda extent: (extent.passage, extent.start),
    )


def _pairs_by_nesting(text: str) -> bool:
    """Tell whether the curly marks of a text pair off, a quotation within one of the same marks included."""
    opening, closing = ("„", "“”") if "„" in text else ("“", "”")
    depth = 0
    for match in _CURLY.finditer(text):
        if match.group() in opening:
            depth += 1
        elif match.group() in closing:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


@cache
def _small_words() -> frozenset[str]:
    return frozenset("a an the of and or but for in on at to with from by as is nor so yet via vs v de la le".split())


def _role(text: str, start: int, inner: int, inner_end: int, end: int, words: int) -> str:
    """Tell speech, a term and the title of a work apart by shape and by the word before."""
    body = text[inner:inner_end].strip()
    before = text[max(0, start - 40) : start].rstrip()
    introduced = before.endswith((":", ","))
    if not body or words == 0:
        return "term"
    if words >= 2 and not introduced and _is_title(body, before):
        return "title"
    whole = body[0].isupper() and (body[-1] in ".,!?…—" or text[end : end + 1] in {",", ".", "!", "?"})
    if words <= 3 and not (whole and (introduced or not before or before[-1] in '.!?”"')):
        return "term"
    return "speech"


def _is_title(body: str, before: str) -> bool:
    found = _WORD.findall(body[:200])
    if len(found) > 14 or (body[-1] in ".!" and len(found) > 8):
        return False
    small = _small_words()
    content = [word for word in found if word.lower() not in small]
    if not content or not (found[0][0].isupper() or found[0][0].isdigit()):
        return False
    last = _WORD.findall(before)
    noun = bool(last) and last[-1].lower() in _TITLE_NOUNS
    if all(word[0].isupper() or word[0].isdigit() for word in content):
        return noun or len(content) >= 2
    return noun and len(found) <= 8 and body[-1] not in ".!?"
