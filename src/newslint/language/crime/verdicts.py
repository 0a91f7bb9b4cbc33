"""Tell what says that somebody was found guilty, and what says that no court has decided yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.patterns import pattern

# What no court has said: a condition, a possibility.
NOT_SO = pattern(
    r"\b(?:if|before|until|unless|without|when)[ ](?:he[ ]is[ ]|she[ ]is[ ]|they[ ]are[ ]|ever[ ])?(?:convict\w+"
    r"|found[ ]guilty|sentenced)|\b(?:could|may|might|would|can|will|to|should|must)[ ]be[ ](?:\w+[ ])?(?:jailed"
    r"|sentenced|convicted|imprisoned|found)|\b(?:not|never"
    r"|n[’']t)[ ](?:yet[ ])?(?:been[ ])?(?:\w+[ ])?(?:convict\w+|found[ ]guilty|plead\w+)|\b(?:jailed"
    r"|held)[ ](?:without|on[ ]remand|in[ ]lieu|pending|awaiting)|\bunless[ ]convicted|\bnot[ ]guilty|\b(?:not"
    r"|never|n[’']t)[ ][^.;]{0,40}?\b(?:n?or)[ ](?:been[ ])?(?:\w+[ ])?(?:convicted|found[ ]guilty)"
    r"|\b(?:who|that|whoever|anyone|those|anybody)[ ](?:are|is|gets?|has[ ]been)[ ](?:\w+[ ])?(?:convicted"
    r"|found[ ]guilty|jailed|sentenced)"
    r"|\bany[ ]conviction|\bconviction[ ]rates?",
    re.IGNORECASE,
)
GUILTY = pattern(
    r"\b(?:(?:since|after|following)[ ](?:the|his|her|their)[ ](?:guilty[ ])?verdict|found[ ]guilty"
    r"|convicted|(?:her|his|their|the)[ ]conviction|(?:pleaded|pled)[ ]guilty|(?:was|were|been"
    r"|is|and)[ ](?:jailed|sentenced|imprisoned)|(?:was|were)[ ](?:given"
    r"|handed)[ ](?:a[ ])?(?:[\w-]+[ ]){1,4}?(?:sentence|term|years?)|acquitted|cleared[ ]of|(?:her|his"
    r"|their)[ ]sentencing|guilty[ ]verdict|admitted[ ](?:all|the)[ ](?:\w+[ ])?charges?)\b",
    re.IGNORECASE,
)
GUILTY_HEADLINE = pattern(
    r"\b(?:jailed|convicted|guilty|sentenced|imprisoned|gets?[ ](?:\w+[ ])?(?:years|life)|sent[ ]to[ ]prison"
    r"|behind[ ]bars)\b",
    re.IGNORECASE,
)
PENDING = pattern(
    r"\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|opening|next)[ ]day[ ]of[ ](?:his"
    r"|her|the|their)[ ]trial|jury[ ]is[ ](?:still[ ])?(?:out|considering|deliberating)|(?:still[ ])?deliberating"
    r"|(?:expected|due|yet|is|are|will)[ ](?:to[ ])?(?:return|reach|deliver|consider)[ ](?:its|a|their|his|her"
    r"|the)[ ]verdicts?|verdicts?[ ](?:is|are)[ ](?:expected|due)|await(?:s|ing)?[ ](?:the|a|its|his|her"
    r"|their)?[ ]?(?:verdict|trial)|ahead[ ]of[ ](?:the|his|her)[ ]verdict|(?:is|are|due|expected|yet|set"
    r"|scheduled)[ ]to[ ]enter[ ](?:a|his|her|their)[ ]pleas?|(?:not|n[’']t)[ ](?:yet[ ])?entered[ ](?:a|his|her"
    r"|any)[ ]pleas?|wait(?:s|ing)?[ ]for[ ](?:a|his|her|the|their)[ ]trial|(?:will|is|are|due|set|expected"
    r"|scheduled)[ ](?:to[ ])?(?:go[ ]on|stand|face|begin)[ ]trial|(?:goes|go)[ ]on[ ]trial|(?:remains?|(?:is"
    r"|are)(?:[ ](?:still|now|currently))?)[ ]on[ ]trial|faces?[ ](?:a[ ]|his[ ]|her[ ])?trial\b"
    r"|still[ ](?:awaiting|faces?|facing|stands?)[ ]trial|trial[ ](?:is|has[ ]been|was)[ ](?:set|scheduled|due"
    r"|expected|fixed|to[ ](?:open|start|begin|be))|trial(?:,[^,.;]{0,40},)?[ ](?:opens|starts|begins|continues"
    r"|resumes|date)\b|trial[^.;]{0,40}?[ ](?:is|are)[ ](?:due|set|expected)[ ]to[ ](?:begin|start|open)|(?:will"
    r"|is|are|due|expected)[ ](?:to[ ])?be[ ]tried|before[ ](?:any|a)[ ]charges?[ ](?:is|are|was|were)[ ]brought"
    r"|(?:not|never)[ ](?:yet[ ])?been[ ]charged|with(?:out|[ ]no)[ ](?:any[ ])?charges?|no[ ]charges?[ ](?:has"
    r"|have)[ ]been"
    r"|dropped[ ]the[ ](?:[\w-]+[ ]){0,2}?(?:case|charges?|counts?)|first[ ](?:court[ ])?(?:appearance"
    r"|hearing)[ ](?:is[ ])?(?:set|due|scheduled|listed)|jur(?:y|ors)[ ](?:is[ ]|are[ ])?to[ ]be[ ]sworn[ ]in"
    r"|jurors[^.;]{0,90}?[ ](?:resume|go[ ]home|return|continue)|(?:pray|hop)(?:ed|ing"
    r"|es)?[ ]for[ ]an[ ]acquittal|charges?[ ](?:was|were)[ ]dropped|jury[ ]selection|(?:prosecution|defence"
    r"|defense)[ ](?:is[ ](?:due|expected)[ ]to|will)[ ](?:open|begin|close|sum[ ]up)|plea[ ]hearing"
    r"|to[ ]stand[ ]trial|jury[ ]has[ ](?:yet|not)|(?:preliminary|committal|plea|probable[ ]cause|pre-?trial|bail"
    r"|detention"
    r"|arraignment|extradition|first)[ ]hearing|(?:is|are|was|were)[ ]to[ ](?:be[ ]arraigned|enter[ ]a[ ]plea)"
    r"|arraignment[ ](?:is"
    r"|has[ ]been|will)|(?:whether|if)[ ](?:there[ ]is[ ])?enough[ ]evidence|(?:send|sent|sends|commit"
    r"|committed)[ ](?:him|her|them)[ ]"
    r"(?:for|to)[ ]trial|released[ ](?:under|pending)[ ](?:further[ ])?investigation|pending[ ]further[ ](?:inquiries"
    r"|enquiries)"
    r"|investigation[ ](?:is[ ]continuing|continues|is[ ]still)|(?:no|a)[ ]trial[ ]date|date[ ]for[ ](?:the|his|her"
    r"|their|a)[ ]trial"
    r"|yet[ ]to[ ](?:be[ ](?:charged|tried|heard)|plead|enter|decide|stand|face|hear|go)|(?:who|and|he|she"
    r"|they)[ ]den(?:y|ies)[ ]"
    r"|denies[ ](?:the|all|both|every|any|murder|rape|theft|fraud|assault|wrongdoing)|(?:is|are|stands?)[ ]accused[ ]of"
    r"|(?:has|have)[ ](?:pleaded|pled)[ ]not[ ]guilty|grand[ ]jury[ ](?:is|will|has[ ]yet)|evidence[ ](?:is[ ]still"
    r"|continues)"
    r"|jur(?:y|ors)[ ](?:will|is[ ]to|are[ ]to)[ ](?:decide|hear|consider|be[ ]asked)|yet[ ]to[ ]appear"
    r"|trial[ ](?:has[ ]been|was|is)[ ]set"
    r"|returned[ ]an[ ]indictment|presumed[ ]innocent|if[ ](?:he|she|they|it)?[ ]?(?:is|are)?[ ]?(?:convicted"
    r"|found[ ]guilty)|prosecutors[ ](?:must|have[ ]yet|will"
    r"|are[ ](?:still[ ])?(?:deciding|considering|weighing))|opening[ ](?:statements|arguments)|jury[ ](?:retires"
    r"|retired|will))\b",
    re.IGNORECASE,
)
# What happened to a suspect of late: it is no verdict, and with the same crime it speaks against one.
_LATE = pattern(
    r"\b(?:charged|arrested|indicted|accused|counts|detained|held|bailed)\b"
    r"(?:[ ](?:yesterday|today|overnight|(?:last|this|on|late|early)[ ](?:week|month|night|Monday|Tuesday|Wednesday"
    r"|Thursday"
    r"|Friday|Saturday|Sunday|morning|evening)))?"
    r"[ ](?:with|of|over|on[ ]suspicion[ ]of|for|in[ ]connection[ ]with)[ ]((?:[\w’'-]+[ ,]{1,2}){0,6}[\w’'-]+)",
    re.IGNORECASE,
)
_CONVICTED = pattern(
    r"\b(?:convicted|guilty|jailed|sentenced|imprisoned|conviction)\b(?:[ ](?:of|for|over"
    r"|in))?[ ]((?:[\w’'-]+[ ]){0,4}[\w’'-]+)"
    r"|\bconvicted[ ]([\w-]+)",
    re.IGNORECASE,
)
_BAIL = pattern(
    r"\b(?:(?:free|released|out|remains?|is|was|granted)[ ](?:on[ ])?bail|bailed|released[ ]without"
    r"|in[ ]custody[ ]until|hearing[ ](?:on|in)"
    r"|enter|plea|court[ ](?:on|next)|due[ ](?:in|before|to))\b"
)
_SENTENCE = pattern(
    r"\bsentenc\w+|\bappeal\w*|\bparole\w*|\bprobation\b|\bregist\w+|\brecord\b|\bfelon\b", re.IGNORECASE
)
_STEM = 5  # letters


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in text.replace(",", " ").split() if len(word) >= _STEM}


def is_charged_with_it(guilty: str, text: str) -> bool:
    """Tell whether sentences charge somebody of late with the crime of which other words convict the same person."""
    late, told = _LATE.search(text), _CONVICTED.search(guilty)
    if late is None or told is None or _SENTENCE.search(text) or not _BAIL.search(text):
        return False
    crime = late[1].lower()
    return any(stem in crime for stem in _stems(told[1] or told[2] or ""))


# More than one case, or one that goes on after a verdict.
_MORE = pattern(
    r"\b(?:re-?trial|retried|appeal\w*|(?:second|third)[ ](?:trial|case|charge|count|man|woman|defendant|suspect"
    r"|teenager|person|offence|offense|loan|indictment|set|accused|complainant)|other|others|another|separate\w*"
    r"|earlier|previous(?:ly)?|further|co-?defend\w+|co-accused|accomplices?|brother|quash\w*|overturn\w*"
    r"|mistrial|unrelated|different|remaining|additional|already|also|both|in[ ](?:19|20)\d\d"
    r"|former[ ]\w+[ ]partner|years[ ]ago|accused[ ]of[ ]helping|meanwhile|while[ ]serving|prior|instead"
    r"|new[ ]trial|fresh|two[ ]of|one[ ]of|three[ ]of|alongside|unlike)\b",
    re.IGNORECASE,
)


CHARGED = pattern(r"\b(?:was|were|been|is|are)[ ](?:\w+[ ])?(?:charged|indicted)\b", re.IGNORECASE)
CHARGED_HEADLINE = pattern(r"\b(?:charged|indicted)[ ](?:over|with|after|in|for)\b", re.IGNORECASE)
UNCHARGED = pattern(
    r"\b(?:(?:released|freed|let|left|walked|went|go)\b[^.;]{0,40}?with(?:out|[ ]no)[ ](?:any[ ])?charges?"
    r"|whether[ ]to[ ](?:charge|indict|prosecute|bring[ ]charges)|not[ ](?:yet[ ])?been[ ](?:charged"
    r"|indicted)|released[ ]without[ ]charge|no[ ]charges?[ ](?:has|have)[ ]been)\b",
    re.IGNORECASE,
)
_NO_RECORD = pattern(
    r"\bno[ ]previous[ ]\w+|\bpreviously[ ](?:denied|pleaded)|\bearlier[ ](?:this|on)\b", re.IGNORECASE
)


def charged_words(text: str) -> tuple[int, int] | None:
    """Return where a text says that somebody was charged, though it is not decided whether anybody will be."""
    if not UNCHARGED.search(text):
        return None
    found = CHARGED.search(UNCHARGED.sub(lambda match: " " * len(match.group()), text))
    return None if found is None else found.span()


def guilty_words(text: str) -> tuple[int, int] | None:
    """Return where a text says that somebody was found guilty, or None."""
    blanked = NOT_SO.sub(lambda match: " " * len(match.group()), text)
    found = GUILTY.search(blanked)
    return None if found is None else found.span()


def is_pending(text: str) -> bool:
    """Tell whether a text says that no court has decided yet."""
    return PENDING.search(text) is not None


def tells_more(texts: Sequence[str]) -> bool:
    """Tell whether texts speak of more than one case or person, or of a case after its verdict."""
    return any(_MORE.search(_NO_RECORD.sub(" ", PENDING.sub(" ", text))) for text in texts)
