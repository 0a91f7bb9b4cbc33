"""Find whose words a block holds where no quotation marks say so: answers in interviews, texts printed in full.

A letter, a speech or a statement is taken for one only below a line that announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.speech.interviews import find_answers
from newslint.language.speech.passages import Extent, Passage, Statement
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extents

__all__ = ["Statement", "find_statements"]


def find_statements(passages: Sequence[Passage], quoted: Extents) -> list[Statement]:
    """Return what is printed as somebody's words without quotation marks, in reading order.

    `quoted` are the quotations of the passages. Block quotations are not among the statements: their kind tells.
    """
    found = [*find_answers(passages, quoted), *_find_printed(passages)]
    return sorted(found, key=lambda statement: statement.extent)


class _Words(NamedTuple):
    texts: re.Pattern[str]
    whole: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def _words() -> _Words:
    """Return what names a text that somebody wrote or spoke, what says that all of it is printed, and what ends one."""
    texts = pattern(
        r"\b(?:letters?|speech|statement|remarks|address|testimony|eulogy|sermon|e-?mail|memo|message|apology|transcript"
        r"|manifesto|brief|rede|erklärung|stellungnahme|ansprache|mitteilung|schreiben|lettre|discours|déclaration"
        r"|communiqué|tribune|carta|discurso|declaración|comunicado|lettera|discorso|dichiarazione|comunicato)\b"
    )
    whole = pattern(
        r"\b(?:in full|full (?:text|letter|speech|statement|transcript|remarks)|complete text|entire text|verbatim"
        r"|unabridged|word for word|as delivered|reads as follows|im wortlaut|in voller länge"
        r"|vollständig|ungekürzt|intégral\w*|in extenso|íntegr[ao]s?|integrale|texto completo|testo completo)\b"
    )
    ends = pattern(
        r"[—–-]{1,2}\s?[^\W\d_]|(?:yours|sincerely|(?:kind |best )?regards|respectfully|best wishes|faithfully"
        r"|mit freundlichen grüßen|hochachtungsvoll|cordialement|sincères salutations|atentamente|cordiali saluti)\b"
    )
    return _Words(texts, whole, ends)


_LONGEST_LINE = 250
_LONGEST_SIGNATURE = 8  # words
_MOST_SIGNATURES = 2  # lines
_PRINTED_KINDS = ("paragraph", "list-item")
_ENDING_ROLES = ("correction", "disclosure", "author-bio", "summary", "faq-question", "label")
_REPORTED = pattern(r"\b(?:said|says|told|declined|did not respond|sagte|erklärte)\b")
_NAME = pattern(r"\b[A-Z][\w’'-]{1,40} [A-Z]")
_QUOTES = "“„«»\"'‘”"


def _find_printed(passages: Sequence[Passage]) -> Iterator[Statement]:
    at = 0
    while at < len(passages):
        if _announces(passages[at]):
            stop = _end_of_printed(passages, at + 1)
            # The line itself names the speaker, or else the paragraph before it.
            introduced = at if _NAME.search(passages[at].text) else max(at - 1, 0)
            for number in range(at + 1, stop):
                if passages[number].kind in _PRINTED_KINDS:
                    extent = Extent(number, 0, len(passages[number].text))
                    yield Statement(extent, None, range(introduced, introduced + 1))
            at = max(at + 1, stop)
        else:
            at += 1


def _announces(passage: Passage) -> bool:
    """Tell whether a line announces a text in full below it: `The mayor's letter in full:`, or such a subheading."""
    text = passage.text.strip()
    if passage.kind not in ("paragraph", "heading") or passage.role == "headline" or len(text) > _LONGEST_LINE:
        return False
    if passage.kind != "heading" and not (passage.is_strong or text.endswith((":", "…"))):
        return False
    line, words = text.lower(), _words()
    return words.whole.search(line) is not None and words.texts.search(line) is not None


def _end_of_printed(passages: Sequence[Passage], start: int) -> int:
    """Return where a text that begins at a passage ends: behind its signature, or where the article goes on."""
    is_marked = _begins_quoted(passages, start)
    for number in range(start, len(passages)):
        passage = passages[number]
        if passage.kind in ("heading", "quotation") or passage.role in _ENDING_ROLES:
            return number
        if passage.kind not in _PRINTED_KINDS:
            continue
        if is_marked != (passage.text.lstrip()[:1] in _QUOTES) or _is_report(passage.text):
            return number
        if _words().ends.match(passage.text.lower()[:40]):
            return _end_of_signature(passages, number + 1)
    return len(passages)


def _begins_quoted(passages: Sequence[Passage], start: int) -> bool:
    first = next((each for each in passages[start:] if each.kind in _PRINTED_KINDS and each.text.strip()), None)
    return first is not None and first.text.lstrip()[0] in _QUOTES


def _is_report(text: str) -> bool:
    """Tell whether a paragraph quotes and says who spoke, as the article's own do."""
    return any(mark in text for mark in '“„«"') and _REPORTED.search(text) is not None


def _end_of_signature(passages: Sequence[Passage], start: int) -> int:
    for number in range(start, min(len(passages), start + _MOST_SIGNATURES)):
        text = passages[number].text.rstrip()
        if passages[number].kind != "paragraph" or len(text.split()) > _LONGEST_SIGNATURE or text[-1:] in ".:?!":
            return number
    return min(len(passages), start + _MOST_SIGNATURES)
