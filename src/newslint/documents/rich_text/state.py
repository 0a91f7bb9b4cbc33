"""What holds at a place of a Rich Text file: how characters are set, what paragraphs are, which group is read."""

from __future__ import annotations

from newslint.documents.rich_text.tokens import CHARSETS, Token
from newslint.documents.styles import Use, use_of

_SWITCHES = {"b": "is_strong", "v": "is_hidden", "deleted": "is_deleted", "revised": "is_inserted"}


class State:
    """What a group takes over from the one around it."""

    def __init__(self) -> None:
        """Begin as the specification says."""
        self.group = "body"
        self.is_strong = self.is_hidden = self.is_deleted = self.is_inserted = False
        self.style = 0
        self.level = 0
        self.is_listed = False
        self.in_table = False
        self.font = 0
        self.width = 1  # how many characters stand for one of Unicode, for old programs

    def copy(self) -> State:
        """Return the same again, for a group."""
        made = State()
        made.__dict__.update(self.__dict__)
        return made

    def set_characters(self, word: str, number: int | None) -> bool:
        """Read a control word about characters; tell whether it was one."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word == "plain":
            self.is_strong = self.is_hidden = self.is_deleted = self.is_inserted = False
        elif word == "f":
            self.font = number or 0
        elif word == "uc":
            self.width = min(max(number or 0, 0), 10)
        else:
            return False
        return True

    def set_paragraph(self, word: str, number: int | None) -> bool:
        """Read a control word about paragraphs; tell whether it was one."""
        if word == "pard":
            self.style, self.level, self.is_listed, self.in_table = 0, 0, False, False
        elif word == "s":
            self.style = number or 0
        elif word == "outlinelevel":
            self.level = (number or 0) + 1 if (number or 0) < 9 else 0
        elif word == "ls":
            self.is_listed = bool(number)
        elif word == "intbl":
            self.in_table = True
        else:
            return False
        return True


class Tables:
    """The fonts and styles that a file declares."""

    def __init__(self) -> None:
        """Begin with none."""
        self.encodings: dict[int, str] = {}
        self.uses: dict[int, Use] = {}
        self._number = 0
        self._level = 0
        self._name: list[str] = []

    def begin(self) -> None:
        """Begin an entry."""
        self._number, self._level, self._name = 0, 0, []

    def read(self, group: str, token: Token) -> None:
        """Read a token in the table of fonts or of styles."""
        if token.kind == "text" and group == "stylesheet":
            self._name.append(token.value)
            if ";" in token.value:
                self._end()
        elif token.kind != "word":
            return
        elif group == "fonttbl" and token.value == "f":
            self._number = token.number or 0
        elif group == "fonttbl" and token.value == "fcharset" and token.number in CHARSETS:
            self.encodings[self._number] = CHARSETS[token.number]
        elif token.value in ("s", "cs", "ds", "ts"):
            self._number = token.number or 0 if token.value == "s" else -1
        elif token.value == "outlinelevel":
            self._level = (token.number or 0) + 1

    def _end(self) -> None:
        use = use_of("".join(self._name).partition(";")[0].strip())
        if use is None and 0 < self._level < 10:
            use = Use("heading", self._level)
        if use is not None and self._number >= 0:
            self.uses[self._number] = use
        self.begin()
