"""Words around a quotation that say who may have spoken it, or that it was announced."""

from __future__ import annotations

import re

from newslint.patterns import pattern

# The end of a sentence that announces what somebody says.
ANNOUNCES = pattern(
    r"\b(?:answer|reply|response|message|statement|question|words|verdict|warning|respond(?:ing|ed)?)\W*$"
)
# A sentence that goes on after the words: “…,” which nobody expected.
GOES_ON = pattern(r",?\s[a-z]")
SOMEBODY = pattern(
    r"""
      \b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ww]ho|[Ww]hom)\b
    | \b(?!(?:The|An?|In|On|At|By|For|But|And|It|Th(?:is|at|ese|ose|ere)|When|While|After|Before|As|If|Not?|Some|Many
      |Most|One|Its|To|From|With|What|Where|Why|How|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March
      |April|May|June|July|August|September|October|November|December)\b)[A-Z]\w*
    """,
    re.VERBOSE,
)
SPEAKS = pattern(
    r"""
      \b(?:answer|repl[iy]|interview|speak|spok|speech|assur|told|tell|e-?mail|letter|statement|respon[ds]|tweet|writ(?:es?
      |ing|ten)\b|wrote|insist|want|hope|explain|recall|vow|promis|argu|jok(?:e|ing)|laugh|mock|ask|messag|remark|comment
      |quot|echo|testi[fm]|debate|address(?:ed|es)?[ ]to|sa(?:id|ys?)\b|talk|posted|chant|shout|sang\b|sings?\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What comes after a quotation and speaks of it: “That is how …”, “… this question”, “these old adages”.
ON_WORDS = pattern(
    r"""
      ^\W*(?:That(?:[’']s|[ ](?:is|was|were|has)\b)|This[ ](?:is|was)\b|Th(?:is|at|ese|ose)[.?!,]
      |Those[ ](?:are|were)\b|So[ ])
    | \b(?:th(?:is|at|ese|ose|e)|such)[ ](?:[a-z-]+[ ]){0,3}(?:questions?|words?|quotes?|lines?|sayings?|adages?|mottos?
      |mantras?|messages?|slogans?|sentences?|voices?|songs?|posts?|prayers?|poems?|proverbs?|phrases?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Somebody who may be the speaker: a pronoun, a title, a first and a last name, a name that begins a sentence.
PERSON = pattern(
    r"""
      \b(?:[Hh]e|[Ss]he|[Ww]ho)\b | \b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof)\b
    | (?<![\w’'-])(?!(?:The|On|In|At|By|For|But|And|When|After|Before|As|An?)[ ])
      [A-Z][\w’'-]{1,30}[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]
    | (?:^|[.!?][ ])(?!(?:The|On|In|At|By|For|But|And|It|When|After|Before|As|An?|Th(?:is|at|ese|ose|ere|ey)|No|Some
      |Many|Most|One|Its|To|From|With|What|Where|Why|How|While|If|Not|Nobody|We|I|You|Everybody|Everyone)[ ])
      [A-Z][\w’'-]{1,30}(?<!s)[ ](?!(?:is|was|has|does|as|its)\b)[a-z]{1,20}(?:ed|s)\b
    """,
    re.VERBOSE,
)


# Who may be the speaker, where no name says it.
HUMAN = pattern(r"\b(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]hey|[Yy]ou|[Ww]ho|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\b")
# A speaker of whom the text has told before: “they said”, “the group said”, “read the email”.
TAKEN_UP = pattern(
    r"\W*(?:they|we)\b|\W*(?:the|this|its)[ ](?:[a-z\d-]+[ ]){1,3}[a-z]*"
    r"|\W*(?:said|read|reads|wrote|added|says)[ ](?:the|this|one)[ ][a-z]"
)
# Who may have spoken in the last sentence before a paragraph.
TELLER = pattern(r"\b(?:[Hh]e|[Ss]he|I)\b")
CITED = pattern(r"\b(?:according[ ]to|per[ ][A-Z])")
