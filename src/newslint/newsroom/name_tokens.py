"""Cut a line that names people into tokens, and tell how far names, roles and outlets reach among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile

from newslint.newsroom.credits import special_words
from newslint.newsroom.words import word_lists
from newslint.patterns import pattern
from newslint.records import NamedTuple

_NAME_WORDS = 6
_ROLE_WORDS = 8
# What stands before a job or a desk that the reader is told of as “ours”.
BEFORE_ROLES = (
    "our", "the", "a", "an", "der", "dem", "unser", "unsere", "unserer", "unserem", "notre", "nuestro", "nuestra",
    "nostro", "nostra", "nostri", "nosso", "nossa",
)  # fmt: skip
# What stands before “Updated” or “Published” and belongs to that and not to a name.
_BEFORE_LABELS = ("first", "last", "date", "originally")
_JOINERS = frozenset("of de la del du des der the for upon und & le di da do".split())


@cache
def words_of(groups: str) -> frozenset[str]:
    """Return the words of one group or of several."""
    return frozenset().union(*(word_lists("people")[group] for group in groups.split()))


class Token(NamedTuple):
    """A piece of the text: its range, its kind (word, nickname, number, address or mark), its text, and the text in
    small letters without stops."""

    start: int
    end: int
    kind: str
    text: str
    key: str


@cache
def _token_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<address> [\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64} | https?:[^\s,;)]+ | www\.[^\s,;)]+ | @\w+ )
      | (?P<number>  \d[^\s,;|()]* )
      | (?P<nickname> ["“‘'] [^\W\d_] [\w\s]{0,24} ["”’'] (?!\w) | \( (?:[A-Z]\.\s?){1,3} \) (?=\s[A-ZÀ-Þ]) )
      | (?P<word>    [^\W\d_] (?: [^\W\d_] | [’'.‐‑\u0900-\u0dff-] )*
                     (?: \d{1,4} (?! [\d.:/-] | \s?\w{3,9}\.?\s\d | \s[a-zß-ÿ] ) [^\W\d_]* )? )
      | (?P<mark>    \n | [^\s\w] | _ )
        """,
        re.VERBOSE,
    )


_GLUED = pattern(r"([^\W\d_]{2,}?[^\W\d_A-Z])([A-Z][a-z]+)")


def end_of_glued(word: str) -> int:
    """Return where a name ends that a site printed without a space before what it says of it: `OduyaReporter`; or 0."""
    match = _GLUED.fullmatch(word)
    return match.end(1) if match and match[2].lower() in words_of("job interface glued") else 0


def tokens_of(text: str, start: int) -> list[Token]:
    found = []
    for match in _token_pattern().finditer(text, start):
        kind, words, end = match.lastgroup or "mark", match.group(), match.end()
        if kind == "word":
            # A stop after a whole word ends a sentence; after initials and short forms it belongs to them.
            if words.endswith(".") and not _is_short_form(words):
                words = words.rstrip(".")
            words = words.rstrip("’'-‐‑")
            end = match.start() + len(words)
        found.append(Token(match.start(), end, kind, words, words.lower().strip(".").replace("’", "'")))
    return found


def _is_short_form(word: str) -> bool:
    plain = word.rstrip(".")
    return len(plain) <= 2 or "." in plain or plain.lower() in words_of("title suffix degree")


class Cursor:
    """The tokens of a text from an offset on, and a place among them."""

    def __init__(self, text: str, start: int) -> None:
        """Cut the text."""
        self.text = text
        self.tokens = tokens_of(text, start)
        self.at = 0
        self.end = start  # of what was taken

    def word(self, at: int) -> Token | None:
        """Return the token at an index if it is a word."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token if token is not None and token.kind == "word" else None

    def run(self, at: int, most: int) -> list[Token]:
        """Return the words from an index on that only spaces part."""
        run: list[Token] = []
        while len(run) < most and (word := self.word(at + len(run))):
            if run and self.text[run[-1].end : word.start].strip(" \t\u00a0’'"):
                break
            run.append(word)
        return run

    def phrase(self, first: int, last: int) -> str:
        """Return the text of the tokens [first, last), with single spaces."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def take(self, count: int) -> str:
        """Move over so many tokens and return their text."""
        phrase = self.phrase(self.at, self.at + count)
        self.at += count
        self.end = self.tokens[self.at - 1].end
        return phrase

    def is_last(self, count: int) -> bool:
        """Tell whether after so many tokens comes a mark or nothing."""
        after = self.at + count
        return after >= len(self.tokens) or self.tokens[after].kind == "mark"

    def is_last_or_joined(self, count: int) -> bool:
        """Tell whether after so many tokens comes a mark, a conjunction or nothing."""
        after = self.word(self.at + count)
        return self.is_last(count) or (after is not None and after.key in words_of("and"))

    def proper(self, at: int) -> int:
        """Return how many tokens from an index on are a proper name, an article before it included."""
        run = self.run(at, _NAME_WORDS)
        size = 1 if len(run) > 1 and run[0].key in ("the", "der", "die", "das") else 0
        while size < len(run) and _is_proper(run, size):
            size += 1
        return size if size > 1 or (size and (run[0].text[0].isupper() or "." in run[0].text)) else 0

    def desk_size(self) -> int:
        """Return how many words from here name a desk or a team, 0 where they do not."""
        run = self.run(self.at, _NAME_WORDS)
        ends = (size for size, word in enumerate(run, 1) if word.key in words_of("desk") and self._ends_group(size))
        size = next(ends, 0)
        keys = frozenset(word.key for word in run[:size])
        return size if size > 1 and self._names_desk(run[:size], keys) else 0

    def _names_desk(self, run: Sequence[Token], keys: frozenset[str]) -> bool:
        """Tell whether words that end like a desk are its name; what is joined are kinds of writers, as in “Staff and
        wire reports”."""
        known = words_of("modifier house desk job")
        joined = keys & words_of("and")
        if keys & words_of("particle") or (joined and not keys - joined <= known):
            return False
        return run[0].key in BEFORE_ROLES or keys - joined <= known or all(word.text[0].isupper() for word in run)

    def _ends_group(self, size: int) -> bool:
        after = self.word(self.at + size)
        return after is None or after.key in words_of("and interface after")

    def name_size(self) -> int:
        """Return how many tokens from here are a person's name, 0 where none begins."""
        kept = 0
        end = self.tokens[self.at].start
        for size, token in enumerate(self.tokens[self.at : self.at + _NAME_WORDS]):
            between, end = self.text[end : token.start].strip(), token.end
            if token.kind == "nickname" and size:
                continue
            if token.kind != "word" or between or not self._belongs(token, size):
                break
            if token.key not in words_of("particle") or not token.text.islower():
                kept = size + 1
            if end_of_glued(token.text):
                break
        return kept

    def _belongs(self, word: Token, size: int) -> bool:
        """Tell whether a word goes on with a name of so many words."""
        if word.text[0].islower():
            return self._belongs_small(word, size)
        if len(word.key) == 1 and (size or "." in word.text):
            return True
        after = self.tokens[self.at + size + 1] if self.at + size + 1 < len(self.tokens) else None
        if after is not None and word.key in words_of("month day") and self._is_dated(after, size):
            return False
        return self._goes_on_with(word, size) if size else self._may_begin(word)

    def _is_dated(self, after: Token, size: int) -> bool:
        """Tell whether what follows so many words of a name, and one more, is the number of a date: `Mi., 3. Mai`."""
        further = self.tokens[self.at + size + 2 : self.at + size + 3]
        return after.kind == "number" or (after.text == "," and any(token.kind == "number" for token in further))

    def _goes_on_with(self, word: Token, size: int) -> bool:
        """Tell whether a word with a capital goes on with a name and begins nothing else."""
        if is_conjunction(word) or word.key in words_of("interface") or special_words(self.text, word.start):
            return False
        if word.key in words_of("function") and not self.is_last_or_joined(size + 1):
            return False
        if (
            word.key in _BEFORE_LABELS
            and (after := self.word(self.at + size + 1))
            and after.key in words_of("interface")
        ):
            return False
        if size == 1:
            return True
        return (word.key not in words_of("soft") or is_house(word)) and not self._begins_role(size)

    def _belongs_small(self, word: Token, size: int) -> bool:
        """Tell whether a word in small letters goes on with a name: a particle, or a part of an outlet's address."""
        if word.text[:2] in ("d’", "d'", "o'") and word.text[2:3].isupper():
            return True
        if word.key in ("y", "e"):
            return self._is_before_capital(size) and not self._joins_names(size)
        if word.key in words_of("particle") and self._is_before_capital(size):
            return True
        return size > 0 and ("." in word.text[1:-1] or (word.key in words_of("house") and self.is_last(size + 1)))

    def _is_before_capital(self, size: int) -> bool:
        """Tell whether the word after the next has a capital, particles left out."""
        following = (one for one in self.run(self.at + size + 1, 3) if one.key not in words_of("particle"))
        return any(not one.text[0].islower() for one in islice(following, 1))

    def _joins_names(self, size: int) -> bool:
        """Tell whether `y` or `e` at an index parts two names: it does unless one word follows at least two."""
        after = self.run(self.at + size + 1, 3)
        return size < 2 or (len(after) > 1 and after[1].key not in words_of("and"))

    def _may_begin(self, word: Token) -> bool:
        if word.key in words_of("function interface"):
            return False
        if word.key in words_of("rare soft"):
            # “Sunday Adeyemi”, “Best Okoro”: the word after it is not known as a word.
            rest = [one for one in self.run(self.at + 1, 4) if one.key not in words_of("particle")]
            return (
                bool(rest)
                and rest[0].text[0].isupper()
                and rest[0].key not in words_of("soft interface function house")
                and (word.key in words_of("rare") or len(self.run(self.at, 3)) == 2)
            )
        return True

    def _begins_role(self, size: int) -> bool:
        """Tell whether the words from here on are a role: `Amy Roe Political Correspondent`."""
        run = self.run(self.at + size, _ROLE_WORDS)
        jobs = [number for number, word in enumerate(run) if is_job(word)]
        known = words_of("modifier job")
        if not jobs or any(word.key not in known for word in run[: jobs[0]]):
            return False
        return self.word(self.at + size - 1) is not None and not self._is_desk_name(run[jobs[0]])

    def _is_desk_name(self, word: Token) -> bool:
        return word.key in words_of("desk") and all(one.key in words_of("house") for one in self.run(self.at, 2)[1:])


def _is_proper(run: Sequence[Token], at: int) -> bool:
    """Tell whether a word of a run goes on with a proper name: a capital, an address, or “of” before a capital."""
    word = run[at]
    if word.key in words_of("interface"):
        return False
    if word.text[0].isupper() or "." in word.text:
        return True
    return word.key in _JOINERS and 0 < at < len(run) - 1 and run[at + 1].text[0].isupper()


# “Politikredakteurin”, “Auslandskorrespondent”
_COMPOUND_JOB = pattern(r"[^\W\d_][a-zäöü]{2,20}?(?:redakteur|korrespondent|reporter|journalist|autor)(?:in)?")


def is_job(word: Token) -> bool:
    """Tell whether a word is a job, be it in a compound: `editor-in-chief`."""
    parts = word.key.split("-")
    if len(parts) > 1 and (parts[-1] in words_of("job") or parts[0] in words_of("job")):
        return True
    return word.key in words_of("job") or _COMPOUND_JOB.fullmatch(word.text) is not None


def is_conjunction(word: Token) -> bool:
    """Tell whether a word joins two names."""
    return word.key in words_of("and") and (word.text.islower() or (word.text.isupper() and len(word.text) > 1))


def is_house(word: Token) -> bool:
    """Tell whether a word belongs to the name of a paper, an agency or an institute."""
    return word.key in words_of("house agency")


def is_signature(words: Sequence[Token], text: str) -> bool:
    """Tell whether the words are written as a signature is: not a small word such as `pa` or `stat` inside prose."""
    return words[0].text[0].isupper() or len(words[0].key) > 4 or words[0].key in ("dpa", "afp", "apa", "sid")


def size_of_role(run: Sequence[Token]) -> int:
    """Return how many words of a run reach to a job, and over those that go on with it: `Chief Political Editor`."""
    size = next((size for size, word in enumerate(run, 1) if is_job(word)), 0)
    for further in range(size, len(run)):
        if not size or (run[further].key not in words_of("modifier") and not is_job(run[further])):
            break
        if is_job(run[further]):
            size = further + 1
    return size


def extended_role(run: Sequence[Token], size: int) -> int:
    """Return the size of a role with what belongs to it: `in chief`, `of history`, `and editor`."""
    rest = [word.key for word in run[size : size + 4]]
    if rest[:2] in (["in", "chief"], ["at", "large"], ["en", "chef"], ["en", "jefe"]):
        return size + 2
    if rest and rest[0] in words_of("after-job"):
        return size + 1
    if len(rest) > 1 and rest[0] in ("of", "for") and _is_subject(run[size + 1]):
        small = takewhile(lambda word: word.text.islower() and word.key not in words_of("and after"), run[size + 2 :])
        return size + 2 + sum(1 for _ in small)
    return size + _size_of_second_job(run[size : size + 4])


def _size_of_second_job(rest: Sequence[Token]) -> int:
    """Return how many words say that somebody has a second job: `and managing editor`."""
    job = next((number for number, word in enumerate(rest) if is_job(word)), 0)
    if not job or rest[0].key != "and":
        return 0
    return job + 1 if all(word.text.islower() for word in rest[:job]) else 0


def _is_subject(word: Token) -> bool:
    return word.key != "the" and (word.text.islower() or word.key in words_of("modifier"))


_BETWEEN_INVERTED = pattern(r";|\s(?:and|und|et|y|&)\s")
_GIVEN = pattern(r"[^\W\d_][\w’'‐‑-]*\.?(?:\s[^\W\d_]\.?){0,2}")


def _is_inverted(surname: str, given: str) -> bool:
    """Tell whether two parts are a surname and a given name."""
    words = surname.split()
    if not words or len(words) > 4 or not _GIVEN.fullmatch(given) or not given[0].isupper():
        return False
    if not words[-1][0].isupper() or any(word.lower() not in words_of("particle") for word in words[:-1]):
        return False
    keys = {words[-1].lower().strip("."), *(word.lower().strip(".") for word in given.split())}
    known = ("suffix", "degree", "job", "modifier", "house", "agency", "function", "interface", "soft")
    return not any(keys & words_of(group) for group in known)


def inverted_names(text: str, most: int) -> list[str]:
    """Return the names in a list of surnames with given names after commas (`Oduya, Mara; Doe, Ben`), else nothing."""
    found = []
    for part in _BETWEEN_INVERTED.split(text)[:most]:
        surname, comma, given = (piece.strip() for piece in part.partition(","))
        if not comma or not _is_inverted(surname, given):
            return []
        found.append(f"{given} {surname}")
    return found
