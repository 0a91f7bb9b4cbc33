"""Find pieces of words and sentences that were left over: “to sta start”, “… by Friday. by Friday.”

A piece of a word is a few small letters that are no word, or that begin the word beside them. What else is short and no
word, such as units, abbreviations and small words of other languages, stands beside figures, names or its own kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import FUNCTION_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple

_LONGEST = 8
_LONGEST_LONE = 3  # of a piece that is no part of the word beside it
_LONGEST_WORD = 4  # of one that some list has
_RARE = 70  # what only larger lists of SCOWL have: abbreviations, and words of crosswords
_COMMON = 20  # words that are more common than this are none that was cut off
_PLAIN = 60  # how common the words beside a piece are
# Short forms that stand between plain words: units, Latin, cries, and small words of other languages.
_SHORT_FORMS = frozenset(
    "km kms kg kgs mg ml cl dl cm mm nm lb lbs oz ft yd yds mi mph kph kmh kw kwh mw hz khz mhz ghz kb mb gb tb "
    "bn mn tn pm am hr hrs min mins sec secs ac dc fl pp pg vs etc al et ca cf ie eg viz aka asap diy fyi tbc tbd "
    "rsvp nb ok rpm bpm psi ppm ppb sq cu st nd rd tv uk us eu un pc dj mc dna rna hiv faq url pdf gif app apps "
    "ag wifi lol omg btw imo de du des la le les el los las il lo der die das den dem von van und da do dos di del "
    "bin ben ibn en une uno na ne que qui vis ex hors tai chi non sans raj ji san nee er um uh ah oh eh hm hmm mm "
    "shh psst ow aw ha heh hey ya ye yo aye nah nay yep yup ta bah brr tsk tut ugh wow yay em ain tis twas til "
    "cos coz cuz thru tho nite lite gov dept govt intl op ed ep lp hq id cv vp ob mo bf gf iq pe ot".split()
)
_FOREIGN = frozenset("de du des la le les el los las il lo der die das den dem von van und da do dos di del".split())
# What is before a word of another language, and before a letter that stands for itself.
_BEFORE_FOREIGN = frozenset("per ad ex pro vice inter sub".split())
_BEFORE_LETTERS = frozenset(
    "vitamin plan type grade class letter point section option part group appendix figure table chapter team unit "
    "route category level size step hepatitis influenza variable value case the a an letters factor minus plus "
    "times by".split()
)
_LETTERS_ALONE = frozenset(
    "aiovxekndtsmrybczpq"
)  # articles, pronouns, signs, and what is left of “don’t”, “he’s” and “I’m”
_VOWELS = frozenset("aeiouy")
_LETTER = 1


class Fragment(NamedTuple):
    """A piece [start, end) of a text that was left over."""

    start: int
    end: int


@lru_cache(maxsize=16384)
def may_be_piece(word: str) -> bool:
    """Tell whether small letters are short and no common word, so that they may be a piece of one."""
    if len(word) > _LONGEST or not word.isascii() or not word.isalpha() or word in FUNCTION_WORDS:
        return False
    if len(word) == _LETTER and word in _LETTERS_ALONE:
        return False
    size = commonness(word)
    return size is None or (len(word) <= _LONGEST_WORD and size >= _COMMON)


def find_pieces(text: str, words: frozenset[str]) -> Iterator[Fragment]:
    """Yield the pieces of words in a text; `words` are its words in small letters, cut at marks."""
    for word in sorted(filter(may_be_piece, words)):
        at = _only_place(text, word)
        if at >= 0 and _is_left(text, word, at):
            yield Fragment(at, at + len(word))


def _only_place(text: str, word: str) -> int:
    """Return where a word stands between spaces or before a mark, if it does so once; otherwise -1."""
    at = text.find(f" {word}")
    found = -1
    while at >= 0:
        end = at + 1 + len(word)
        if end == len(text) or text[end] in _AFTER:
            if found >= 0:
                return -1
            found = at + 1
        at = text.find(f" {word}", end)
    return found


_AFTER = " .,;:!?"


def _is_left(text: str, word: str, at: int) -> bool:
    """Tell whether small letters at a place are a piece: by the words beside them."""
    end = at + len(word)
    before, after = _word_before(text, at), _word_after(text, end)
    size = commonness(word)
    if before is None or (after is None and text[end : end + 1] == " ") or before.lower() in _BEFORE_FOREIGN:
        return False
    # “Bombay bomb”, “provided pro bono”, “pas de deux”: what most know, or a small word of another language.
    may_be_cut = word not in _FOREIGN and word not in _BEFORE_FOREIGN
    is_after_name = size == _COMMON and before[:1].isupper()
    if may_be_cut and not is_after_name and _begins(word, before) and (size is None or size >= _COMMON):
        return len(word) > _LETTER or after is not None
    if size is not None and size < _RARE:
        return False
    if _is_clipped(word) and before.islower() and _is_plain(before) and before not in FUNCTION_WORDS:
        return False
    if may_be_cut and after is not None and _begins(word, after):
        return len(word) > _LETTER and (size is None or len(word) < _LONGEST_WORD) and _is_plain(before)
    if after is None or not _is_none(word) or before.lower() in _BEFORE_LETTERS:
        return False
    return _is_plain(before) and _is_plain(after)


def _is_clipped(word: str) -> bool:
    """Tell whether letters are a short noun of speech, which may end a compound: “photo op”, “phone app”, “chat bot”.

    Such a noun has a plural that is common: “ops”, “mics”. A vowel before the -s shows another word, as in “bus”.
    """
    if word in _CLIPPED:
        return True
    plural = commonness(f"{word}s")
    return plural is not None and plural <= _COMMON_PLURAL and word[-1] not in _VOWELS and len(word) > _LETTER


_CLIPPED = frozenset("op ed ad rep gen mod app bot bio info reg rec org sesh bro sis promo demo gov".split())
_COMMON_PLURAL = 60


def _is_none(word: str) -> bool:
    """Tell whether a letter or two are no short form, or three are in no list: “csv” and “org” are."""
    # “luv” can be said, and may be meant.
    most = _LONGEST_LONE if commonness(word) is None and _VOWELS.isdisjoint(word) else _LONGEST_LONE - 1
    return len(word) <= most and word not in _SHORT_FORMS


def _begins(piece: str, word: str) -> bool:
    return word.lower().startswith(piece) and len(word) > len(piece)


def _word_before(text: str, at: int) -> str | None:
    """Return the word right before a place, with nothing but a space between."""
    word = text[max(0, at - 30) : at - 1].rpartition(" ")[2]
    word = word.removesuffix("’s").removesuffix("'s")
    return word if word.isalpha() else None


def _word_after(text: str, end: int) -> str | None:
    match = _NEXT.match(text, end)
    return match[1] if match else None


_NEXT = pattern(r"[ ]([A-Za-z]{1,30})(?![^\s.,;:!?’'”\"])")


def _is_plain(word: str) -> bool:
    """Tell whether a word is a common one in small letters, or one with which a sentence begins."""
    size = commonness(word.lower())
    is_begun = word[1:].islower() and word.lower() in FUNCTION_WORDS
    return (word.islower() and size is not None and size <= _PLAIN) or is_begun or word.lower() in ("a", "i")


_STOP = pattern(r"[.!?](?<=[^\W\d_]{3}.)”?[ ](?=[a-z])")
_MOST_WORDS = 6
_REACH = 80


def find_leftovers(text: str) -> Iterator[Fragment]:
    """Yield what stands behind the end of a sentence and says its last words again, or is a small word at the end."""
    if ". " not in text and "? " not in text and "! " not in text:
        return
    for stop in _STOP.finditer(text):
        start = stop.end()
        end = _end_of(text, start)
        words = text[start:end].split()
        if len(words) <= _MOST_WORDS and _is_leftover(text, stop.start(), words, end):
            yield Fragment(start, end)


def _end_of(text: str, start: int) -> int:
    """Return where what begins at a place ends: at its mark, or with the text."""
    found = _MARK.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)


_MARK = pattern(r"[.!?…](?=[\s”\"]|\Z)|[,;:“”\"(]|\Z")


def _is_leftover(text: str, stop: int, words: list[str], end: int) -> bool:
    told = text[max(0, stop - _REACH) : stop].lower().split()
    words = [word.lower() for word in words]
    is_ended = end == len(text) or text[end] in ".!?"
    if is_ended and words and told[-len(words) :][1:] == words[1:] and told[-len(words)].endswith(words[0]):
        return len(words) > 1 or len(words[0]) > _LETTER
    return end == len(text) and len(words) <= 2 and words[-1] in FUNCTION_WORDS
