"""Tell short paragraphs written to a colleague by their mood: orders, questions, fragments, things still to come.

News tells its readers what happened. A paragraph of its own that gives an order, asks about the copy or is no sentence
is for somebody else, unless its article talks to its readers. The words are classes: what may be done to copy, what
copy is made of, and who has a say in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.newsroom import memo_words as words_of
from newslint.newsroom.statements import has_verb, is_notice, is_of_feature, is_of_here, states
from newslint.patterns import pattern

_MOST_WORDS, _LEAST_WORDS = 32, 2
_LEAST_OF_ORDER = 4  # words of an order that names no piece of the copy
_MOST_PERSONAL, _MOST_ORDERS, _FEWEST_BLOCKS = 0.12, 2, 3
_PERSONS = frozenset({"i", "you", "we", "us", "my", "your", "our", "me"})
_VERBS = frozenset(f"{words_of.EDITS}|{words_of.ORDERS}|{words_of.TALKS}".split("|"))
_STRIPPED = "*_<>[](){}–—-/#+^~= \t\n"

_BEGINNING, _FIRST, _SHORT = 60, 3, 140  # code points, words, code points
_FEW_WORDS = 9
_MOST_BEFORE = 10  # words that name what is to come
_LEAD = (
    r"(?:(?:please|pls|plz|kindly|just|also|maybe|perhaps|can you|could you|someone|somebody|nb|ps|note|query"
    r"|@\w{2,15}"
    r"|(?-i:[A-Z][a-z]{1,11})(?=[,:]| [–—-]))(?:[,:]| [–—-])?\s){0,2}"
)
_NOT = r"(?:(?:don['’]?t|do not|never|let['’]?s not|let['’]?s|try to|remember to|make sure to)\s)?"
_QUOTED = pattern(r"[“”\"„«»]|''|https?:|www\.")
_READERS = pattern(words_of.READERS, re.IGNORECASE)
_BEGINS = pattern(
    rf"(?:\A|[.!?:] )(?:Do not |Don['’]t |Never |Please )?(?i:{words_of.EDITS}|{words_of.ORDERS}"
    rf"|{words_of.TALKS})\b(?![-’':])"
)
_REPORTED = pattern(r", (?:[\w’'-]+ ){1,5}?(?:said|says|told|warned|warns|advised|advises|urged)\b")
_OF_OTHERS = (_QUOTED, _READERS, _REPORTED)
_EDIT = pattern(rf"{_LEAD}{_NOT}(?:{words_of.EDITS})\b(?![-’'])", re.IGNORECASE)
_ORDER = pattern(rf"{_LEAD}{_NOT}(?:(?P<order>{words_of.ORDERS})|(?P<talk>{words_of.TALKS}))\b(?![-’'])", re.IGNORECASE)
_MAKE = pattern(rf"{_LEAD}make (?:clear|sure|plain)\b", re.IGNORECASE)
_TASK = pattern(  # “Nick to supply a better picture”
    rf"[A-Z][a-z]+ to (?:supply|write|send|file|provide|{words_of.EDITS}|check|ring|chase|add|ask)\b"
)
_PIECE = pattern(rf"\b{words_of.PIECES}\b", re.IGNORECASE)
_TRADE = pattern(rf"\b(?:{words_of.PIECES}|(?:{words_of.EDITS})|pls|plz|asap|tbc)\b", re.IGNORECASE)
_THING = pattern(rf"\b(?:{words_of.THINGS}|{words_of.PIECES}|{words_of.PEOPLE})\b", re.IGNORECASE)
_ASKED = pattern(
    r"(?:is|are|was|does|do|did|can|could|should|would|has|have|any|what|which|who|where|why|how|or|no|too|more"
    r"|two|sure)\b",
    re.IGNORECASE,
)
_DECIDED = pattern(rf"\b(?:{words_of.DECIDED})", re.IGNORECASE)
_COMING = pattern(words_of.COMING, re.IGNORECASE)
_FRAGMENTS = tuple(
    pattern(text, re.IGNORECASE)
    for text in (
        words_of.HELD,
        rf"{words_of.LABELS} (?:suggestions?|options?|ideas?|please|pls|needed|notes?|alternatives?)\b",
        rf"(?:still |also |just |probably |maybe |this )?{words_of.SUBJECTLESS}(?!:)",
        # “Asked about it, he said no” is a sentence.
        rf"{words_of.PARTICIPLES}(?![^.;:–—]{{0,180}}, (?-i:the |an? |s?he |they |[A-Z]|(?:[a-z]+ ){{1,4}}[A-Z]))",
        words_of.OFFERED,
        words_of.PLACES,
    )
)
_IS_OF_COPY = pattern(words_of.OF_COPY, re.IGNORECASE)
_JARGON = pattern(
    r"\b(?:pars?|paras?|grafs?|heds?|dek|ledes?|standfirsts?|sub-?heads?|cross-?heads?|cutlines?|pull[ -]?quotes?|nibs?"
    r"|word ?count|slugs?|typos?|literals|night ?desk|copy ?desk|sub-?editors?|back ?bench|bylines?|captions?)\b",
    re.IGNORECASE,
)
_LAST = pattern(
    r"(?:\bto (?:come|follow)|\bto be (?:written|added|inserted|filled in|supplied|confirmed|checked)|\bneeded here"
    r"|\bgoes here)\W*\Z",
    re.IGNORECASE,
)
# “Ballots being returned without an envelope went down” has its verb behind what seemed to be still to come.
_IN_THE_MIDST = pattern(
    r"(?:being|coming|due|expected|promised|missing|needed|wanted|required|arriving)\b", re.IGNORECASE
)
_VERB_BEHIND = pattern(
    r"[^.?!]{0,120}?\s(?:is|are|was|were|has|have|had|would|went|came|rose|fell|grew|made|took|said|told|led|left)\b"
)
_SAYING, _SAID_OF = (pattern(text, re.IGNORECASE) for text in (words_of.SAYING, words_of.SAID_OF))
_FINITE = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|said|says|told|did|does"
    r"|[a-z]{3,}ed"
    r"|[a-z]{2,}n['’]t)\b(?<!needed)(?<!wanted)"
)
_SPEAKS = pattern(r"\b(?:I|[Ww]e|[Yy]ou|[Uu]s|[Mm]y|[Oo]ur|[Yy]our|me)\b(?!\.)")
# Pieces of copy that news seldom names.
_OWN_PIECE = pattern(
    r"\b(?:pars?|paras?|grafs?|paragraphs?|heds?|dek|ledes?|intros?|standfirsts?|strapline|sub-?heads?|cross-?heads?"
    r"|headlines?|splash|bylines?|datelines?|captions?|cutlines?|pull[ -]?quotes?|quotes?|pics?|pix|copy|wording"
    r"|spellings?|typos?|literals|attribution|hyperlinks?|alt text|legals?|libel\w*|off the record|on the record"
    r"|right of reply|house style|nut ?graf|top line|cms|seo|word ?count|side ?bar|fact ?box|box-?out|snapper|stringer"
    r"|ending|outro)\b",
    re.IGNORECASE,
)
# Acts to which writers call their readers.
_RHETORIC = pattern(
    r"(?:see|read|look|take|give|show|tell|try|think|consider|choose|pick|watch|mind|note|stop|go|talk|speak|refer|let"
    r"|have|do|be|start|begin|break|end|close|open|post|work|track|avoid|lead|add|check|ask|leave|ignore|credit|include"
    r"|publish|identify|explain|hold|cut|put|drop|lose|link|file|polish|copy|need|needs|split|swap|switch|update)\b",
    re.IGNORECASE,
)
# Acts on copy that are things, too: “Proof of that”, “Crop prices fell”.
_NOUN = pattern(
    r"(?:spike|proof|sub|query|caption|crop|trim|embed|insert)\s(?!(?:the|this|that|these|those|his|her|their|an?|all"
    r"|both|last|first|two|three|to|down|out|if|pls|please|with|it|them|par|pars|para|quote|date|name)\b)",
    re.IGNORECASE,
)
_LED = pattern(
    r"(?:please|pls|plz|kindly|can you|could you|someone|somebody|nb|ps|note|query|@\w{2,15}"
    r"|(?-i:[A-Z][a-z]{1,11})(?=:| [–—-]))",
    re.IGNORECASE,
)
# Questions of a feature to its readers, or of anybody: “Would you cut it?”, “Was he right?”
_OF_VOTERS = pattern(
    r"\b(?:would|do|did|have|are|will|might|must|should|shall) you\b|\b(?:is|was) (?:that|it|he|she) (?:right|correct"
    r"|true|legal|new|exclusive|still)\b",
    re.IGNORECASE,
)
_OF_DESK = pattern(
    r"(?:the )?(?:(?:news|copy|night|picture|pics?|photo|sports?|foreign|city|web|home|day) ?desk|desk|legals?|subs"
    r"|back ?bench|chief sub)\b",
    re.IGNORECASE,
)
_GOLF = pattern(r"\b(?:birdies?|bogeys?|eagles?|holes?|putts?|under par|round|course)\b", re.IGNORECASE)
# “took the title in 46.46”: what began this sentence of copy is gone, and nobody is told anything.
_LOST_SUBJECT = pattern(
    r"(?:took|added|left|kept|put|dropped|moved|lifted|called|asked|tried|cut|written|taken|swapped|removed)\s"
)
_QUOTATIONS = pattern(r"[“\"][^“”\"]*(?:[”\"]|\Z)|''[^']*(?:''|\Z)")


def is_memo(text: str) -> bool:
    """Tell whether a text that stands alone is for a colleague, in an article that does not speak to its readers."""
    core = text.strip(_STRIPPED)
    words = core.count(" ") + 1
    if not _LEAST_WORDS <= words <= _MOST_WORDS or core.endswith(":") or any(form.search(core) for form in _OF_OTHERS):
        return False
    if is_notice(core):
        return False
    if _LOST_SUBJECT.match(core) and not (_OWN_PIECE.search(core) or is_of_here(core)):
        return False
    return _orders(core, words) or _asks(core) or _is_fragment(core)


def find_memos(text: str, sentences: Iterable[tuple[int, int]], words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph, with its different words in small letters, that are for a colleague."""
    is_due = not words_of.DUE.isdisjoint(words) or "to be " in text
    for start, end in sentences:
        sentence = text[start:end]
        first = sentence[:_BEGINNING].lower().replace(",", " ").replace(":", " ").split()[:_FIRST]
        may_be = sentence.endswith("?") or not words_of.STARTS.isdisjoint(first) or (is_due and end - start <= _SHORT)
        if may_be and is_memo(sentence):
            yield start, end


def _orders(core: str, words: int) -> bool:
    """Tell whether a text is an order: an act on copy suffices, others need what is of its making."""
    task = _TASK.match(core)
    if _MAKE.match(core) or (task and not _FINITE.search(core, task.end())):
        return True
    if states(core):
        return False
    if _EDIT.match(core):
        return not _NOUN.match(core)
    found = _ORDER.match(core)
    if found is None:
        return False
    rest = core[found.end() :]
    is_of_copy = is_of_here(rest) or _is_led(core) or _OWN_PIECE.search(rest) is not None
    if found.lastgroup == "order" and words >= _LEAST_OF_ORDER and core[-1] not in "!?" and is_of_copy:
        return True
    if _RHETORIC.match(found[found.lastgroup or 0]):
        return is_of_copy and core[-1] != "?" and bool(_THING.search(rest))
    return bool(_THING.search(rest)) and core[-1] != "?"


def _is_led(core: str) -> bool:
    """Tell whether a text names or asks somebody before it gives its order."""
    return _LED.match(core) is not None


def _asks(core: str) -> bool:
    """Tell whether a text asks about the copy, or asks what only those who make it decide."""
    if not core.endswith("?"):
        return False
    if _DECIDED.search(core):
        return _OF_VOTERS.search(core) is None
    return bool(_ASKED.match(core) and _PIECE.search(core)) and (is_of_here(core) or bool(_OWN_PIECE.search(core)))


def _is_fragment(core: str) -> bool:
    """Tell whether a text is no sentence and says of a piece of the copy that it is to come, held or for a place."""
    if _IS_OF_COPY.match(core) or (not states(core) and any(form.match(core) for form in _FRAGMENTS)):
        return True
    said = _SAYING.match(core)
    if said and _SAID_OF.search(core, said.end()) and (is_of_here(core) or _OF_DESK.match(core)):
        return True
    if is_of_feature(core):
        return False
    if _JARGON.search(core) and 1 < core.count(" ") < _FEW_WORDS and not (_FINITE.search(core) or has_verb(core)):
        return core[-1] in ".?!" and not _GOLF.search(core)
    return _is_coming(core)


def _is_coming(core: str) -> bool:
    """Tell whether a text without a verb says that a thing is still to come."""
    coming = _COMING.search(core)
    if coming is None:
        return False
    before = core[: coming.start()]
    is_short = before.count(" ") <= _MOST_BEFORE and ". " not in before
    if not is_short or _FINITE.search(before) or has_verb(before):
        return False
    if _IN_THE_MIDST.match(coming[0]) and _VERB_BEHIND.match(core, coming.end()):
        return False
    return bool(_THING.search(before)) or _LAST.search(core) is not None


def is_told(blocks: Iterable[tuple[str, frozenset[str]]]) -> bool:
    """Tell whether an article, by its blocks with their words, tells of others: it seldom says “you” or “we” unquoted.

    Orders in several of its blocks are those of a guide or a recipe.
    """
    number = persons = orders = 0
    for text, words in blocks:
        number += 1
        if not _PERSONS.isdisjoint(words):
            persons += _SPEAKS.search(_QUOTATIONS.sub(" ", text)) is not None
        orders += not _VERBS.isdisjoint(words) and _BEGINS.search(text) is not None
        if orders > _MOST_ORDERS:
            return False
    return number >= _FEWEST_BLOCKS and persons <= max(1, _MOST_PERSONAL * number)


def names_trade(text: str) -> bool:
    """Tell whether a text names a piece of copy, or an act on one, of which news does not speak."""
    return _TRADE.search(text) is not None
