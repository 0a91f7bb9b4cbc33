"""Tell what a colleague says within a sentence by its act: an order to a desk, a question about the copy, a wait.

Copy has asides, too; they tell readers something. What is asked of a desk, doubted of the copy itself or awaited by
those who make it tells readers nothing. `inserts` asks for these only in articles that speak to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.newsroom import memo_words as words_of
from newslint.patterns import pattern

_ROLES = (
    r"(?:(?:news|copy|night|picture|pics?|photo|sports?|foreign|city|web|home|day) ?desk|desk|legals?|lawyers?|subs?"
    r"|sub-?editors?|eds?|editor|back ?bench|pics?|pictures|graphics|design|layout|production|online|social|web team)"
)
_HANDLED = (
    rf"(?:{words_of.EDITS}|check|see|read|look|ring|call|chase|ask|find|get|add|write|send|supply|file|provide|update"
    r"|cut|clear|decide|advise|draw|source|fill|replace|sort|redo)"
)
# “legal to see before this goes”, “subs: which is it?”, “Jo is checking”
_TO_DESK = pattern(
    rf"(?:{_ROLES}\s(?:to|please|pls|can you|could you)\s{_HANDLED}\b"
    rf"|(?:{_ROLES}|query|nb|note to \w+)\s?:\s"
    rf"|(?:{_ROLES}|[A-Z][a-z]+|I)(?:\s(?:is|are|am|was)|['’](?:s|re|m))\s(?:still\s|just\s)?(?:checking|chasing|ringing"
    r"|transcribing|finding out|looking (?:this|it|that|into)|asking|getting (?:this|it|the|a|his|her)"
    r"|sending (?:this|it|the|a|his|her)))\b",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"(?:and |but |so )?(?:is|are|was|were|do|does|did|has|have|can|could|should|would|which|what|why|where|when|who"
    r"|who['’]s|what['’]s|how)\b[^?]{0,90}\?",
    re.IGNORECASE,
)
# Of what colleagues ask: the text, its sentences and figures, themselves.
_ASKED_OF = pattern(
    r"\b(?:we|us|ours?|(?:is|was|are|were) (?:this|that) (?:a|the|in|on|for|still|really|right|relevant|new|true|fair"
    r"|safe|legal|needed|his|her|their|from|what|how|per|year|month|meant|all)"
    r"|(?:this|these|that|those) (?:figures?|numbers?|names?|quotes?|dates?|ages?|stats?|lines?|claims?|pars?"
    r"|spellings?|comes?|came|in)\b"
    r"|in copy|which is it|who['’]s right)\b",
    re.IGNORECASE,
)
_RHETORICAL = pattern(r"\b(?:all of us|most of us|many of us|some of us|what are we|how (?:did|do|can|are) we)\b", re.I)
_AWAITED = (
    rf"(?:call ?backs?|replies|reply|word|confirmation|the (?:call|email|lawyer|court|police|club|family|union|agent)"
    rf"|(?:(?:a|an|the|his|her|their|final|more|official) )?{words_of.THINGS}|to hear|(?-i:[A-Z])\w+)"
)
# “awaiting callback”, “left a message”: what is done to get a fact.
_WAITS = pattern(
    rf"(?:still )?(?:await(?:s|ing)?|waiting (?:on|for)|chasing|chased|pending) {_AWAITED}\b"
    r"(?!\s(?:of|in|against|to be sentenced)\b)"
    r"|(?:have |i['’]ve |i )?left (?:him |her |them |it |a |another |two )+(?:messages?|voicemails?|msgs?)\b"
    r"|no (?:answer|reply|response) (?:yet|so far|from)\b|(?:have |i['’]ve |i )?(?:rang|rung|emailed|messaged"
    r"|texted)\b",
    re.IGNORECASE,
)
_OF_CASES = pattern(r"\b(?:verdict|results?|sentence|trial|approval|appeal|delivery)\W*\Z", re.IGNORECASE)


def is_for_colleague(content: str) -> bool:
    """Tell whether words between marks are an order to a desk, a question about the copy, or a wait."""
    if _TO_DESK.match(content):
        return True
    waits = _WAITS.match(content)
    if waits and not _OF_CASES.search(content):
        return True
    return _asks_of_copy(content)


def _asks_of_copy(content: str) -> bool:
    asked = _ASKS.match(content)
    return bool(asked and _ASKED_OF.search(asked[0]) and not _RHETORICAL.search(asked[0]))


# A sentence that asks twice goes on in small letters: the question was put into it.
_ASKED_WITHIN = pattern(
    r"(?<=[a-z\d,] )(?P<asked>(?:is|are|was|were|do|does|did|has|have|can|which|what|why|where|when|who|how|really|sure"
    r"|or)\b[^.?!“”\"]{2,90}\?{2,4})(?=\s[a-z])"
)
# “, trim here for page 7,”: an order between commas.
_ORDERED = pattern(
    rf"(?<=,\s)(?P<order>(?:please |pls )?(?:{words_of.EDITS}|cut|lose|drop|check|add|move|hold|fix|update|chase)\s"
    r"(?:here|this (?:par|clause|bit|line|if|one)|these if|from here|to here|if (?:short|tight|long|needed|we|you|too"
    r"|over|under|space)|pls|please|with (?:desk|legal|the lawyers?|subs))\b[^,.;]{0,60})(?=[,.]|\Z)"
)
# “, with the figure to go in once it drops”, “and there'll be a line here from the port”
_FILLED = r"(?:go in|drop in|slot in|be (?:\w+ )?(?:dropped in|slotted in|added|inserted|filled in|put in|supplied))"
_COMING = pattern(
    rf"(?:,|;| [–—-]) (?P<coming>(?:with |and )?(?:[\w’'-]+ ){{0,4}}{words_of.THINGS} (?:[\w’'-]+ ){{0,3}}?to {_FILLED}"
    r"\b(?! (?:to|by)\b)[^.;“”\"]{0,60})(?=\.|\Z)"
    r"|(?P<there>\bthere(?:['’](?:ll|s)| will| should| is going to| needs to) (?:be )?(?:an?|another|some|more|two) "
    r"(?:\w+ )?(?:lines?|pars?|paras?|grafs?|quotes?|box|graphic|map|chart|figure|comment|reaction) here\b[^.;]{0,60})",
    re.IGNORECASE,
)
# What the writers themselves expect, or did to the copy.
_EXPECTED = pattern(
    r"(?P<expected>\b(?:(?:which|who|whom|that|but|and|,) )?(?:we|I)(?: (?:should|will|hope to|expect to|may|might"
    r"|are)|['’](?:ll|re)) (?:have|get|getting|hear|be told|know|confirm|find out)\b[^.,;?]{0,60}?\b(?:this (?:arvo"
    r"|afternoon|morning|evening|pm|am)|tonight|tomorrow|shortly|by \d{1,2}|at \d{1,2}|after lunch|in an hour|later"
    r"(?= today|\W)|from (?:him|her|them|the)))\b",
)
_CHANGED = pattern(
    r"\A(?P<changed>I(?:['’]ve| have)? (?:also |just )?(?:took|taken|cut|moved|swapped|dropped|trimmed|reworded|rewrote"
    r"|rewritten|tweaked|tightened|shortened|changed|added|put|left|kept) (?:out |in |up |down |back )?(?:the|this|that"
    rf"|his|her|their|a|another|in) (?:\w+ )?{words_of.THINGS}\b[^“”\"]*)\Z"
)


def find_loose(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield what a colleague put into a paragraph without brackets; `words` are its words in small letters."""
    if "??" in text:
        yield from _spans(_ASKED_WITHIN, text)
    if not _HERE.isdisjoint(words) and ", " in text:
        yield from _spans(_ORDERED, text)
    if not _FILLING.isdisjoint(words) and (" to " in text or " here" in text):
        yield from _spans(_COMING, text)
    if "i" in words or "we" in words or not _CONTRACTED.isdisjoint(words):
        yield from _spans(_EXPECTED, text)
        yield from _spans(_CHANGED, text)


_HERE = frozenset("here if pls please this desk legal subs lawyer lawyers".split())
_FILLING = frozenset(
    "go drop slot added inserted filled supplied dropped slotted put there there'll there’ll there's there’s".split()
)
_CONTRACTED = frozenset("i've i’ve we'll we’ll i'll i’ll we're we’re".split())


def _spans(regex: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in regex.finditer(text):
        yield match.span(match.lastgroup or 0)
