"""Read the quotation marks of a passage: which open, which close, and which are apostrophes, primes or ornaments."""

from __future__ import annotations

from itertools import pairwise

from newslint.language.speech.passages import Passage
from newslint.patterns import pattern
from newslint.records import NamedTuple

# Opening marks and the marks that may close them. A straight mark may be closed by its curly relative and
# the other way round, because editors' programs convert one of a pair and forget the other.
_CLOSERS = {
    "“": ("”", '"', "''", "’’", "″"),
    "”": ("”", '"'),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''",),
    "’’": ("’’", "''"),
    "„": ("“", "”", "‟", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’", "'"),
    "’": ("’", "'"),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
}
_OPENERS = frozenset(["“", "„", "«", "‹", "‚", "``", "「", "『"])
_SINGLE = frozenset("‘’'‚‹›")
_ANGLED = frozenset("«»‹›")
# Marks that mean something else as well: an apostrophe, feet or inches.
_DOUBTFUL = _SINGLE | {"’’", "''"}
_STRAIGHT = frozenset(['"', "''"])
# Inches and seconds, where they stand directly behind a figure.
_MEASURES = _STRAIGHT | {"”", "“", "’’"}
# Marks that the Germans turn inwards and the Swedes turn one way.
_RIGHT_ANGLED = frozenset("»›")
# What closes only one mark and otherwise opens.
_LOW_FIRST = {"“": "„", "‘": "‚"}
# Words that begin with an apostrophe because their head was dropped (common English contractions).
_ELIDED = frozenset(
    "tis twas twere twill em er im ere cause cos coz til till n bout round fore neath gainst nuff hood sup allo ello "
    "ave e".split()
)
MARK = pattern(r"[“”„‟\"«»‹›‘’‚'「」『』″`](?:(?<=')'|(?<=’)’|(?<=`)`|(?<!`))")
_ANGLED_MARK = pattern("[«»‹›]")
WORD = pattern(r"\w+(?:['’\-]\w+)*")
_DECADE = pattern(r"\d0s\b|\d\d\b(?!%)")
_INCHES = pattern(r"(?:(?<!\d)\d{1,3}(?:[.,]\d{1,2})?|[½¼¾])$")
_FEET = pattern(r"\d['′’]\s?\d{1,2}(?:[½¼¾.]\d*)?$|\d\s?(?:ft|feet|foot)\.?,?\s\d{1,2}$")


class _Open(NamedTuple):
    """An open mark; `solid` counts the marks from the bottom of the stack to it that cannot be apostrophes."""

    mark: str
    at: int
    end: int
    solid: int


class Scan:
    """Walk the marks of one text once, keeping those that are open on a stack."""

    def __init__(self, text: str, *, has_angled: bool = True) -> None:
        """Find the marks; `has_angled` says that angled ones are marks of quotation here, and not ornaments."""
        self.text = text
        # With a space around it, so that every mark has a character on both sides; places are one higher there.
        self.padded = f" {text} "
        self.stack: list[_Open] = []
        self.found: list[tuple[int, int, int, int, str, bool]] = []  # outer start, inner start, inner end, end, mark
        self.stray: list[tuple[int, int]] = []
        self._nested: dict[str, bool] = {}
        marks = [mark for mark in MARK.finditer(text) if has_angled or mark.group() not in _ANGLED]
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
                self._leave_open(top, len(self.text))
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
        before, after = self.padded[start], self.padded[end + 1]
        if self._is_other_sign(index, mark, before, after):
            return
        opens = self._may_open(mark, before, after)
        level = self._closing_level(mark, after)
        if mark in _MEASURES and self._is_measure(index, level):
            return
        if level is not None and not (opens and self._opens_again(mark, level, before, after)):
            self._close(level, start, end)
        elif opens:
            self._open(mark, start, end)
        elif mark not in _DOUBTFUL:
            self.stray.append((start, end))

    def _is_other_sign(self, index: int, mark: str, before: str, after: str) -> bool:
        """Tell whether a mark is an apostrophe, a prime, or a straight one that belongs to what is quoted."""
        if mark in "‘’'":
            return self._is_apostrophe(index, mark, before, after)
        return not self._is_closing_prime(before) if mark == "″" else mark == '"' and self._is_enclosed(index)

    def _is_apostrophe(self, index: int, mark: str, before: str, after: str) -> bool:
        if before.isalnum():
            return after.isalnum() or self._is_possessive(index, before, after)
        return after.isalnum() and self._is_elision(index, mark, after)

    def _is_possessive(self, index: int, before: str, after: str) -> bool:
        """Tell whether a mark behind a word closes nothing."""
        if not any(entry.mark in "‘’'‚" for entry in self.stack[-2:]):
            return True
        return before in "sSnN" and after == " " and self._closes_later(index)

    def _is_elision(self, index: int, mark: str, after: str) -> bool:
        """Tell whether a mark stands before a decade or a word whose head was dropped."""
        text, end = self.text, self.ends[index]
        if after.isdigit():
            return _DECADE.match(text, end) is not None
        word = WORD.match(text, end)
        if word is None or word.group().lower() not in _ELIDED:
            return False
        # A quotation may begin with such a word; then a comma or stop stands before its closing mark.
        return mark != "‘" or index + 1 >= len(self.marks) or self.marks[index + 1] not in "’'"

    def _closes_later(self, index: int) -> bool:
        """Tell whether the next single mark is a clear closing mark, so that this one is a possessive."""
        following = index + 1
        if following >= len(self.marks) or self.marks[following] not in "’'":
            return False
        before, after = self.padded[self.starts[following]], self.padded[self.ends[following] + 1]
        after_this = self.text[self.ends[index] + 1 : self.ends[index] + 2]
        return after_this.islower() and not before.isspace() and not after.isalnum()

    def _is_closing_prime(self, before: str) -> bool:
        """Tell whether a double prime closes a curly mark: “5″, as programs that curl marks write it."""
        return (
            before.isnumeric() and bool(self.stack) and self.stack[-1].mark == "“" and not self._pairs_by_nesting("“")
        )

    def _is_enclosed(self, index: int) -> bool:
        """Tell whether curly marks that need no straight one are open: `“Write <p class="lead">,” he said`."""
        is_within = any(entry.mark in "“„" and self._pairs_by_nesting(entry.mark) for entry in self.stack[-3:])
        return is_within and not self._is_interrupting(index)

    def _is_interrupting(self, index: int) -> bool:
        """Tell whether a straight mark closes a curly one, and the next opens what follows: `“A," he said. "B.”`."""
        entry, start = self.stack[-1], self.starts[index]
        if entry.mark not in "“„" or self._begins(index) or self.padded[start].isnumeric():
            return False
        later = next((at for at in range(index + 1, len(self.marks)) if self.marks[at] not in "‘’'"), index)
        return self.marks[later] == '"' and self._begins(later) and self.text.find('"', entry.end, start) < 0

    def _is_measure(self, index: int, level: int | None) -> bool:
        """Tell whether a mark stands after a digit, means inches (or seconds) and closes nothing."""
        start = self.starts[index]
        if not self.padded[start].isnumeric() or (self.marks[index] == "“" and level is not None):
            return False
        if _FEET.search(self.text, max(0, start - 12), start):
            return True
        if level is None and self.marks[index] in _STRAIGHT:
            return True
        is_inches = _INCHES.search(self.text, max(0, start - 8), start) is not None
        return is_inches and (level is None or self._closes_next(index))

    def _closes_next(self, index: int) -> bool:
        """Tell whether the next mark that is not an apostrophe closes a quotation: `“The 7” single sold,” he said`."""
        after = next((at for at in range(index + 1, len(self.marks)) if self.marks[at] not in "‘’'"), None)
        return after is not None and self.marks[after] in _MEASURES and not self._begins(after)

    def _begins(self, index: int) -> bool:
        """Tell whether a mark stands where a quotation begins: behind a space or a bracket, and before a word."""
        before, after = self.padded[self.starts[index]], self.padded[self.ends[index] + 1]
        return (before.isspace() or before in "([{—–-/“‘'") and not after.isspace()

    @staticmethod
    def _may_open(mark: str, before: str, after: str) -> bool:
        if mark in _OPENERS:
            return True
        if after.isspace():
            return False
        if mark == "»" or mark == "›":
            return not before.isalnum() and before not in ".,!?…"
        return not before.isalnum() and (before.isspace() or before in "([{—–-―/:“\"‘'«>*_" or ord(before) > 0x2FF)

    def _opens_again(self, mark: str, level: int, before: str, after: str) -> bool:
        """Tell whether a mark that might close the quotation at a level opens another one."""
        if mark in _RIGHT_ANGLED:
            return self.stack[level].mark == mark
        return mark in _STRAIGHT and before.isspace() and (after.isalnum() or after in "[(…$£€#@")

    def _closing_level(self, mark: str, after: str) -> int | None:
        """Return the stack position that this mark would close, looking no deeper than three levels."""
        stack = self.stack
        if not stack or _LOW_FIRST.get(mark, stack[-1].mark) != stack[-1].mark:
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

    def _leave_open(self, entry: _Open, end: int) -> None:
        """Keep a quotation that nothing closes up to `end`, without white space there."""
        end = entry.end + len(self.text[entry.end : end].rstrip())
        self.found.append((entry.at, entry.end, end, end, entry.mark, False))

    def _open(self, mark: str, start: int, end: int) -> None:
        for level in range(len(self.stack) - 1, max(-1, len(self.stack) - 4), -1):
            entry = self.stack[level]
            if entry.mark == mark and mark not in _SINGLE and not self._pairs_by_nesting(mark):
                # The same mark opens again: the first was never closed.
                del self.stack[level:]
                if self._is_outermost(level):
                    self._leave_open(entry, start)
                break
        below = self.stack[-1].solid if self.stack else 0
        self.stack.append(_Open(mark, start, end, below + (mark not in _SINGLE)))

    def _pairs_by_nesting(self, mark: str) -> bool:
        """Tell whether all marks of a kind pair off, a quotation within one of the same marks included.

        Straight and curly marks do not count as pairs here.
        """
        if mark not in self._nested:
            self._nested[mark] = self._pairs_off(mark)
        return self._nested[mark]

    def _pairs_off(self, mark: str) -> bool:
        depth = 0
        for index, other in enumerate(self.marks):
            if other == mark or (other not in '"″' and mark != '"' and other in _CLOSERS[mark]):
                opens = self._begins(index) if mark in _STRAIGHT else other == mark
                depth += 1 if opens else -1
            if depth < 0:
                return False
        return depth == 0


# A tag that was left in the text: the marks around its attributes quote nobody.
_TAG = pattern(r"<[A-Za-z][\w-]*+(?:\s[^<>]*+)?>")
_PAIRED = pattern('[“”"]')


def read_scan(passage: Passage, *, has_angled: bool, runs_on: str) -> Scan:
    """Read the marks of a passage; `runs_on` is the mark of a quotation that the passage before left open."""
    text = passage.text
    if text[:1] == "»":
        if runs_on == "«":
            # French paragraphs of a running quotation begin with its closing mark.
            text = "«" + text[1:]
        elif text[1:2].isspace() and "»" not in text[1:]:
            text = " " + text[1:]  # the bullet of a link
    if "<" in text:
        text = _TAG.sub(lambda tag: _PAIRED.sub(" ", tag.group()), text)
    scan = Scan(text, has_angled=has_angled)
    scan.run()
    return scan


def has_angled_pair(text: str) -> bool:
    """Tell whether two angled marks are a pair: `« oui »`, and `»ja«` or `»ja»` without spaces inside."""
    for first, second in pairwise(_ANGLED_MARK.finditer(text)):
        inside = text[first.end() : second.start()]
        is_close = inside[:1].strip() and inside[-1:].strip()
        if second.group() in _CLOSERS[first.group()] and (is_close or first.group() not in _RIGHT_ANGLED):
            return True
    return False


def may_close(opening: str, closing: str) -> bool:
    """Tell whether a mark may close what another opened."""
    return closing in _CLOSERS.get(opening, ())
