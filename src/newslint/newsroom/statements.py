"""Tell sentences of fact, figures of speech and notices from the notes that begin with the same words.

“Cut from the budget were two schools” begins as an order does, and “Take the figures for May” is one, to readers. What
makes a sentence copy is a verb of its own, a subject that follows it, or that it names nothing of the making of copy.
"""

from __future__ import annotations

import re

from newslint.patterns import pattern

_BE = r"(?:is|are|was|were|has|have|had|will|would|came|comes|come|went|goes|stood|stands|lies|lay|remains?)"
_NO_CLAUSE = (
    r"(?!(?:that|whether|if|what|who|whom|which|whose|where|when|how|why|as|because|so|since|until|till|before|after"
    r"|and|but|or|unless|though|while|than|he|she|it|they|we|i|this|you)\b)"
)
# “Added to that were questions”, “Change to the rules is due”: the verb of the sentence itself.
_STATED = pattern(
    rf"[A-Z]\w+\s(?:(?:to that|{_NO_CLAUSE}[\w’'$£€%&/-]+),?\s){{0,9}}?{_BE}\b"
    r"(?!\s(?:right|correct|wrong|ok|okay|libel\w*)\b)"
)
# “Cleared of all charges, the mayor went home.”
_LED_IN = pattern(
    r"[A-Z][a-z]+(?:ed|en|ut|eft|eld|ing|ent|old)\s[^,.;:–—]{3,80}, (?:the|an?|his|her|its|their|two|three|many|most"
    r"|some"
    r"|he|she|they|it|[A-Z])"
)
# The first word names something: “Use of the ferry”, “Polish, Danish and German readers”, “Update: …”
_NAMED = pattern(r"\w+(?:\sof\b|, (?:[A-Z]\w+|and\b|or\b)|:\s[A-Z])")
_NOTICE = pattern(
    r"(?:\A|: )(?:this|the|an? (?:earlier|previous|former|original))\s(?:\w+\s){0,2}?(?:story|article|piece|post|report"
    r"|page|column|list|headline|caption|version|interview|essay|transcript|map|chart|graphic|photo|picture|video|item|guide"
    r"|review|text|copy|package|series|timeline|live ?blog|quote|figure|date|name|spelling|paragraph|sentence)s?\s"
    r"(?:of\s(?:\w+\s){1,3})?(?:(?:has|have|had)\s(?:since\s|now\s)?been|is|was|were|now|misstated|misspelled|gave"
    r"|incorrectly|wrongly|said|first|originally)\s?"
    r"(?:\w+ly\s|since\s|first\s|later\s)?(?:updated|corrected|amended|clarified|revised|changed|expanded|edited|adapted"
    r"|translated|condensed|published|republished|printed|reported|produced|supported|includes?|reflects?|removed|added"
    r"|posted|written|excerpted|misstated|misspelled|the|that|an?)?\b",
    re.IGNORECASE,
)
_NOTICED = pattern(
    r"\b(?:updated|corrected|amended|clarified|revised|expanded|edited|adapted|translated|condensed|published|republished"
    r"|produced|supported|reflects?|now includes?|misstated|misspelled|incorrectly|excerpted|changed to|earlier version"
    r"|previous version)\b",
    re.IGNORECASE,
)
# How a report was made, said to its readers: who was protected, paid or asked in vain, and when the page was changed.
_SUBJECT = r"(?:The|A|An|Its|His|Her|Their|Our|We|[A-Z][\w.&’'-]*(?:[ ][A-Z][\w.&’'-]*)*)\b[^.?!:;]{0,80}?"
_PROTECTED = (
    r"(?:(?:agreed|chose|decided|opted|promised|is|are|was|were|has been|have been)\s(?:to\s)?(?:not\s(?:to\s)?)?"
    r"(?:using|use|naming|name|named|identify\w*|identified|withh\w+|publish\w*|grant\w*|giv\w+|referred)\b[^.]{0,80}?"
    r"\b(?:names?|initials?|surnames?|anonym\w+|pseudonyms?|identit\w+|because|due to|to protect|for fear|out of)\b"
    r"|(?:supported|funded|paid for|made possible|underwritten|financed)\s(?:\w+\s){0,2}?by\b)"
)
_IN_VAIN = (
    r"(?:(?:did|could|would|had|has|have)(?:\snot|n['’]t)|declined|refused|failed)\s(?:immediately\s|to\s|yet\s)*(?:answer"
    r"|answered|respond|responded|reply|replied|return|returned|be reached|comment|commented)\b"
)
_HOW_REPORTED = pattern(
    rf"{_SUBJECT}\s(?:{_PROTECTED}|{_IN_VAIN})"
    r"|(?i:(?:last |first )?(?:updated|published|posted|modified|corrected))(?: on| at|:)? (?:\d|[A-Z][a-z]+ \d)"
)
_STILL = pattern(r"\b(?:yet|again|pls|please|still|ring|chase|try|will|tbc|I|asap)\b|[?]")
# Words by which those who make a text speak of it and of themselves.
_HERE = pattern(
    r"\b(?:we|us|our|here|this|pls|plz|please|asap|above|below|higher|i|thanks|thx|sub|subs|desk|legal|legals)\b"
    r"|\bi['’](?:m|ve|d|ll)\b",
    re.IGNORECASE,
)
# How a sentence of a feature without a verb begins.
_VERBLESS = pattern(
    r"(?:an?|no|not|one|another|every|each|some|such|so|with|without|in|on|at|for|and|but|or|much|worse|more|better"
    r"|bigger|greater|less|still more|all|only|just|then|now|never|even|perhaps|maybe|years?|hence|thus|enter|cue)\s",
    re.IGNORECASE,
)
_PRESENT = pattern(
    r"\b(?:that|it|he|she|there|here|what|who|this|they|we)['’](?:s|re|ll|ve|d)\b"
    r"|\b(?:he|she|it|who|which|that|what)\s(?!this\b|his\b|its\b)[a-z]+s\b|\b(?:they|who|we|you)\s[a-z]{3,}\b"
    r"|\b(?:shows?|comes?|goes|remains?|begins?|makes?|takes?|gets?|gives?|seems?|becomes?|brings?|keeps?|knows?|means?"
    r"|tells?|thinks?|wants?|leaves|suggests?|includes?|depends?|lies|fell|rose|went|came|took|made|gave|got|became"
    r"|began|brought|kept|knew|left|led|lost|met|paid|ran|sat|saw|sold|sent|spent|stood|told|won|wrote|grew|drew)\b"
)


def states(core: str) -> bool:
    """Tell whether a sentence that begins as a note has a verb and a subject of its own, or names what it is of."""
    return bool(_STATED.match(core) or _LED_IN.match(core) or _NAMED.match(core))


def is_notice(core: str) -> bool:
    """Tell whether a sentence tells readers how a text was changed or made, or whom it protects or asked in vain."""
    if _NOTICE.search(core) is not None and _NOTICED.search(core) is not None:
        return True
    return _HOW_REPORTED.match(core) is not None and _STILL.search(core) is None


def is_statement(text: str) -> bool:
    """Tell whether a line is a sentence of fact or a notice, and speaks of nobody who makes the text."""
    return is_notice(text) or (states(text) and not is_of_here(text))


def is_of_here(core: str) -> bool:
    """Tell whether a sentence speaks of the text itself, or of those who make it."""
    return _HERE.search(core) is not None


def is_of_feature(core: str) -> bool:
    """Tell whether words without a verb begin as those of a feature do: “A story of a town on its way up.”"""
    return _VERBLESS.match(core) is not None


def has_verb(words: str) -> bool:
    """Tell whether words have a verb in the present, or a common one in the past, of a subject of theirs."""
    return _PRESENT.search(words) is not None
