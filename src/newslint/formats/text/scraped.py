"""Weigh the units of a scraped text and find where its article stands among menus and footers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from newslint.formats.text.lines import Unit, count_words, ends_sentence, has_inner_stop, starts_list_item
from newslint.newsroom.lines import read_line
from newslint.parts import Role
from newslint.patterns import pattern
from newslint.records import NamedTuple

# A line of fewer words, without a full stop, is what a menu consists of.
_MENU_WORDS = 5
# So many such lines in a row are a menu.
_MENU_RUN = 4
# So much boilerplate makes a text one that was scraped with its page.
_MUCH_BOILERPLATE = 6
_SHARE_OF_BOILERPLATE = 0.2
_LONGEST_BOX = 10
_LONG_WORDS = 30
_PROSE_WORDS = 8
_LONG_CALL = 22

# What a unit of boilerplate takes from the article that would reach across it, in words.
_COSTS = {
    "comments": 40.0,
    "footer": 30.0,
    "related": 20.0,
    "menu": 6.0,
    "call-to-action": 8.0,
    "share": 2.0,
    "advertisement": 0.0,
    "other": 4.0,
}
_COST_OF_SHORT_LINE = 4.0
_COST_OF_TITLE = 6.0
_LONG_TEASER = 60
_SHARE_OF_TEASER = 0.3
_SHARE_OF_COMMENTS = 5.0
_COST_OF_FORM = 120.0
_MOST_WORDS = 100
# Behind so many words of prose, what stands between them and more of it weighs so much more.
_MUCH_PROSE = 150
_SOME_PROSE = 40
_COST_OF_GAP = 1.5
# A stretch further down than a heavy one is the article only if it is so much heavier.
_HEAVY = 100.0
_SHARE_OF_LATER = 1.4
# What stands over a reader's comment: when it was written, or who says so.


@cache
def _stamp_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        \b(?:\d+|an?)\s(?:second|minute|min|hour|hr|day|week|month|year)s?\sago\b
      | ^vor\s\d+\s\w+$
      | \bat\s\d{1,2}:\d\d(?:\s?[ap]m)?$       # 3 May 2024 at 3:17 pm
      | \b(?:says|said|sagt):?$                # Ann Roe says:
      | ^rating:\s\d
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What stands over the form in which readers write their comments.


@cache
def _form_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        \W*(?: (?:leave|post|write|submit)\s(?:a|your)\s(?:comment|reply) | your\semail\saddress\swill
             | (?:hinterlasse|schreibe)\seinen\skommentar | einen\skommentar\sschreiben
             | kommentar\s(?:schreiben|verfassen|hinterlassen)
             | laisser\sun\scommentaire | deja\suna?\s(?:comentario|respuesta) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


class Shape(NamedTuple):
    """What a unit looks like: its words, whether it is prose, whether it ends as a sentence, its role."""

    words: int
    is_prose: bool
    ends: bool
    role: Role
    weight: float
    is_stamp: bool = False


@cache
def _caption_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        ^\W{0,3}(?: (?:file\s|stock\s)?(?:photo(?:s|graph|graphs|grapher)?|image|images|picture|pictures|illustration
        |graphic|credit|credits)
                (?:\s(?:credits?|by|courtesy|from|via|source|of|provided\sby|illustration\sby))?\s*(?:[:/]|\bby\b
                |\bcourtesy\b|\bvia\b) )
      | (?:getty\simages|shutterstock|ap\sphoto|istock|alamy|file\s(?:photo|image|picture)|/\s?(?:reuters|afp|ap|epa
      |getty)|via\s(?:getty|reuters|ap|flickr|unsplash))
            \b .{0,60}$
      | \((?:photo|foto|image|picture|bild|credit|photograph|symbolbild|file\sphoto)s?\b[^()]{0,80}\)\W{0,2}$
      | (?:photo|photograph|picture|foto|bild)s?:\s[^.:!?]{2,60}$
      | \((?!note|see|source)[^\W\d_]{3,20}:\s[^():.]{3,50}\)\W{0,2}$
      | \([^()/]{3,40}\s/\s[^()/]{2,40}\)\W{0,2}$
      | \((?-i:[A-ZÀ-Þ][\w.’'-]{1,20}\s[A-ZÀ-Þ][^()/]{1,30}/\s?[A-ZÀ-Þ])[^()/]{1,40}\)\W{0,2}$
      | ^(?:foto|bild|symbolbild|fotos)\s*[:/]
      | ^(?:above|below|pictured|left|right|watch)\s?:\s
      | ^file\s?[–—-]\s | ^pictured\b | ^(?:from|von|de)\s(?:left|links|gauche|izquierda)\b
      | \((?:l|r|left|right|links|rechts|à\sgauche|à\sdroite|izq|der|izquierda|derecha)\.?\)
      | \S\s.{0,60}©\s?[^.!?©]{2,60}$ | \bnuotr\.$
      | [.!?”“"]\s(?:photo|photograph|image|picture|foto|fotos|bild|fot)\.?(?:\s(?:credit|by)|\s?:)\s?[^.!?]{2,50}$
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _credit_only_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        ^\W{0,3}(?:(?:photo|image|picture|illustration|video|credit|credits|source|foto|bild)s?(?:\s(?:credit|by
        |courtesy|source))?s?\s*[:/]?\s?)?
        [\w .’'&/,©|-]{0,50}\b(?:getty|reuters|afp|ap|epa|shutterstock|alamy|istock|file\simage|associated\spress
        |unsplash|pa|rex)\b[\w .’'&/|-]{0,30}\W{0,2}$
      | ^(?:image|photo|picture|foto|bild)\s?(?:credits?|source|by)?\s?:\s.{1,50}$
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# A figure of a table, which menus do not have.
_VALUE = pattern(r"\d[.,]\d|\d\s?%|[€$£]\s?\d")
_SIGNED = pattern(r"\W{0,3}(?:by|written|von|par|por|additional|with|report(?:ed|ing))\b", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a picture, by the credit that it holds."""
    return len(text) <= 420 and bool(
        _caption_pattern().search(text[:60] + "\n" + text[-90:] if len(text) > 150 else text)
    )


def is_credit(text: str) -> bool:
    """Tell whether a line is nothing but the credit of a picture."""
    return len(text) <= 90 and not _SIGNED.match(text) and bool(_credit_only_pattern().match(text))


def weigh(unit: Unit) -> Shape:
    """Return the shape of a unit; `weight` is what it adds to an article, in words, or takes from it."""
    text = unit.text
    words = count_words(text)
    ends = ends_sentence(text)
    role = read_line(text).boilerplate
    if words <= 12 and _stamp_pattern().search(text):
        return Shape(words, False, ends, role, -_COST_OF_SHORT_LINE, is_stamp=True)
    if role:
        is_form = role == "comments" and _form_pattern().match(text)
        return Shape(words, False, ends, role, -(_COST_OF_FORM if is_form else _COSTS.get(role, 4.0)))
    if text.endswith(("...", "…")) and words < _LONG_WORDS:
        return Shape(words, False, True, "", -2.0)
    if _is_prose(text, words, ends):
        return Shape(words, True, ends, "", float(min(words, _MOST_WORDS)))
    return Shape(words, False, ends, "", _weigh_line(text, words, ends))


def _is_prose(text: str, words: int, ends: bool) -> bool:
    """Tell whether a unit is a sentence or more."""
    if words >= _LONG_WORDS:
        return ends or not _is_titled(text)
    if not ends or words < _PROSE_WORDS:
        return False
    # One question or exclamation may as well be a headline.
    return words >= _LONG_CALL or text.rstrip("\"'”’»")[-1:] not in "?!" or has_inner_stop(text)


def _weigh_line(text: str, words: int, ends: bool) -> float:
    """Return what a line adds that is neither prose nor boilerplate."""
    if ends and words >= 2:
        return 1.0
    if starts_list_item(text) or _VALUE.search(text):
        return -1.0
    if is_caption(text):
        return -2.0
    return -(_COST_OF_SHORT_LINE if words <= _MENU_WORDS else _COST_OF_TITLE)


def _is_titled(text: str) -> bool:
    """Tell whether most words of a long line have capitals, as in a row of menu entries."""
    words = [word for word in text.split()[:80] if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def is_scraped(shapes: Sequence[Shape]) -> bool:
    """Tell whether a text came with the boilerplate of its page."""
    boilerplate = sum(bool(shape.role) for shape in shapes)
    run = total = 0
    for shape in shapes:
        is_short = shape.words <= _MENU_WORDS and not shape.ends
        run = run + 1 if is_short else 0
        total += _MENU_RUN if run == _MENU_RUN else int(run > _MENU_RUN)
    if boilerplate + total >= _MUCH_BOILERPLATE:
        return True
    fewest = max(_MUCH_BOILERPLATE, _SHARE_OF_BOILERPLATE * len(shapes))
    return boilerplate > 0 and boilerplate + total > 1 and boilerplate + _count_stray(shapes) >= fewest


def _count_stray(shapes: Sequence[Shape]) -> int:
    """Return how many lines are as short as a menu's and head no prose."""
    are_short = [shape.words <= _MENU_WORDS and not (shape.ends or shape.role or shape.is_prose) for shape in shapes]
    return sum(
        is_short and not after.is_prose for is_short, after in zip(are_short, [*shapes[1:], shapes[0]], strict=True)
    )


def find_article(shapes: Sequence[Shape]) -> tuple[int, int]:
    """Return the range of units that holds the article: the heaviest stretch; (0, 0) where nothing weighs."""
    search = _Search()
    for index, shape in enumerate(_weigh_by_neighbours(shapes)):
        if search.prose > _SOME_PROSE and _opens_comments(shapes, index, search.prose):
            search.restart(index + 1, is_sure=_is_signed_thread(shapes, index))
        else:
            search.add(index, shape)
    return search.best[1], _last_paragraph(shapes, search.best[2])


def _last_paragraph(shapes: Sequence[Shape], end: int) -> int:
    """Return the end of an article with a long paragraph that a box of short lines, and nothing else, parts from it."""
    for index in range(end, min(len(shapes), end + _LONGEST_BOX) if end else 0):
        shape = shapes[index]
        if shape.role not in ("", "advertisement", "share"):
            break
        if shape.is_prose:
            return index + 1 if shape.words >= _LONG_WORDS else end
    return end


class _Search:
    """The search for the heaviest stretch of units, while it goes through them."""

    def __init__(self) -> None:
        self.total, self.start, self.prose = 0.0, 0, 0
        self.best = (0.0, 0, 0)
        # How much heavier than the best stretch so far one behind readers' comments has to be.
        self.share = 0.0

    def restart(self, start: int, *, is_sure: bool) -> None:
        """Begin again behind the head of readers' comments."""
        self.total, self.start, self.prose = 0.0, start, 0
        self.share = math.inf if is_sure else max(self.share, _SHARE_OF_COMMENTS)

    def add(self, index: int, shape: Shape) -> None:
        """Add a unit to the stretch, which begins anew with it where nothing is left of what came before."""
        if self.total <= 0:
            self.total, self.start, self.prose = 0.0, index, 0
        is_gap = shape.weight < 0 and self.prose > _MUCH_PROSE
        self.total += shape.weight * (_COST_OF_GAP if is_gap else 1.0)
        self.prose += shape.words if shape.is_prose else 0
        if self.total > self.best[0] * self._share():
            self.best = (self.total, self.start, index + 1)

    def _share(self) -> float:
        """Return how much heavier than the best stretch so far a better one has to be."""
        # What follows readers' comments is theirs, however much of it there is.
        if self.share:
            return self.share
        return _SHARE_OF_LATER if self.best[0] > _HEAVY and self.start != self.best[1] else 1.0


def _opens_comments(shapes: Sequence[Shape], index: int, prose: int) -> bool:
    """Tell whether readers' comments begin behind so many words of prose; behind few, the first must be signed."""
    shape = shapes[index]
    if shape.role != "comments" or (prose <= _MUCH_PROSE and not _is_signed_thread(shapes, index)):
        return False
    return shape.weight <= -_COST_OF_FORM or _begins_thread(shapes, index)


def _is_signed_thread(shapes: Sequence[Shape], at: int) -> bool:
    """Tell whether the first of readers' comments follows: who wrote it or when stands right over it."""
    return any(shape.is_stamp for shape in shapes[at + 1 : at + 3])


def _weigh_by_neighbours(shapes: Sequence[Shape]) -> list[Shape]:
    """Take weight from prose that stands alone among short lines, as the teasers of other articles do."""
    found: list[Shape] = []
    for index, shape in enumerate(shapes):
        if shape.is_prose and shape.words < _LONG_TEASER:
            is_alone = all(
                not 0 <= near < len(shapes) or (shapes[near].weight < 0 and shapes[near].role != "advertisement")
                for near in (index - 1, index + 1)
            )
            shape = shape._replace(weight=shape.weight * _SHARE_OF_TEASER) if is_alone else shape
        found.append(shape)
    return found


def _begins_thread(shapes: Sequence[Shape], at: int) -> bool:
    """Tell whether readers' comments follow: more boilerplate of comments, or nothing that weighs."""
    following = shapes[at + 1 : at + 40]
    return (
        sum(shape.role == "comments" or shape.is_stamp for shape in following) >= 2
        or sum(shape.weight for shape in following[:12]) < 100
    )
