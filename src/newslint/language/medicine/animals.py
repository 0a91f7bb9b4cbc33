"""Tell results of animals and cells that are worded as if they were people's."""

from __future__ import annotations

import re

from newslint.language.medicine.words import ILLNESS
from newslint.patterns import pattern

# Of these a text that tells of such a study has one, cut at hyphens.
ANIMAL_WORDS = frozenset(
    """mice mouse rat rats rodent rodents hamster hamsters monkey monkeys macaque macaques zebrafish flies nematode
    nematodes worms pigs sheep rabbits ferrets vitro dish tube organoids cells neurons tissue animals pups lambs
    piglets beagles gerbils marmosets baboons""".split()
)
_LAB = pattern(
    r"""
      \b(?:mice|mouse|rats?|rodents?|hamsters?|monkeys?|macaques?|marmosets?|baboons?|zebrafish|fruit[ -]?flies
        |flies|nematodes?
        |roundworms?|worms|pigs?|piglets?|sheep|ewes?|lambs?|rabbits?|ferrets?|gerbils?|beagles?|animals?|pups
          |fish|primates?
        |in[ ]vitro|petri[ ]dish(?:es)?|in[ ]a[ ]dish|test[ -]?tubes?|organoids?|cell[ ](?:cultures?|lines?)
          |cells[ ](?:grown|in[ ]a|from)
        |(?:lung|skin|liver|heart|brain|nerve|human|cancer|tumour|kidney|muscle)[ ](?:cells|tissue)
          |neurons[ ]grown)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What was done with them, and by whom.
_DONE = pattern(
    r"\b(?:stud(?:y|ies)|researchers?|scientists?|laborator(?:y|ies)|labs?|universit(?:y|ies)|authors"
    r"|neuroscientists?"
    r"|toxicologists?|biologists?|experiments?|trial|team|journal|institute|injected|exposed|bred|fed|obtained"
    r"|shaved|Dr"
    r"|professor|gene|molecule|findings|worked[ ]on|work|prove|proved)\b",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:men|women|man|woman|we|us|our|you|your|people|humans?|patients?|children|babies|mothers|sons|daughters"
    r"|sufferers"
    r"|drinkers|smokers|the[ ](?:bald|heart|lungs|liver|brain|kidneys|skin|gut|gym|elderly|old|obese|body|eyes"
    r"|ears|joints|bones"
    rf"|mind)|memory|memories|hair|lifespan|ageing|aging|fertility|sperm|hearing|eyesight|sight"
    rf"|vision|appetite|arter(?:y|ies)|immunity|{ILLNESS})"
)
_EFFECT = (
    r"(?:protects?|damages?|makes?|causes?|prevents?|stops?|halt(?:s|ed)?|revers(?:es?|ed)|cur(?:es?|ed)|heals?"
    r"|healed"
    r"|brings?[ ]back|restor(?:es?|ed)|boosts?|lowers?|raises?|cuts?|extends?|ends?|wipes?[ ]out|inherits?"
    r"|pass(?:es)?"
    r"|lives?[ ]longer|overeat|leads?[ ]to|triggers?|builds?|grows?|regrows?|shrinks?|slows?|improves?|eases?"
    r"|works|beats?|kills?"
    r"|fights?|harms?|hurts?|fuels?|drives?|wards?[ ]off|treats?|have[ ]children|(?:sharpen|shorten|lengthen"
    r"|prolong|repair"
    r"|destroy|strengthen|weaken|block|delay|alter|worsen|curb|soften|thicken|fend[ ]off|stave[ ]off)(?:s|ed)?"
    r"|(?:halv|doubl|tripl|regenerat|rejuvenat|accelerat|reduc|increas|promot|enhanc|ag|rewir|inflam|aggravat"
    r"|starv|dull|eras"
    r"|scrambl|disrupt|suppress|attack|shield|speed|wreck|clog|blunt|calm|scar|tam|lift)(?:e?s|ed))"
)
_CLAIM = pattern(
    rf"\b{_PERSON}\b[^.!?;,:]{{0,80}}?\b{_EFFECT}\b|\b{_EFFECT}\b[^.!?;,]{{0,60}}?\b{_PERSON}\b", re.IGNORECASE
)
_CAREFUL = pattern(
    r"\b(?:in|for|on)[ ](?:people|humans?|patients)[ ](?:was|were|is|are|have|has|remain)[ ]"
    r"|\bnot[ ](?:yet[ ])?(?:been[ ])?(?:tested|studied|tried|shown)\b|\b[Nn]o(?:body|[ ]one)[ ](?:knows|has)\b"
    r"|\bwhether\b"
    r"|\b(?:may|might)[ ]not\b|\bhuman[ ](?:trials?|volunteers)|\btrials?[ ]in[ ](?:people|humans|patients)"
    r"|\b(?:animals|mice|rats)[ ]only\b|\bnot[ ](?:the[ ]same|mean|apply)\b",
    re.IGNORECASE,
)
_CLAUSE_END = pattern(r"[,:;—–]")


# Beside these a mouse is a device, and a worm a program.
_DEVICES = pattern(
    r"\b(?:PCs?|computers?|software|keyboards?|clicks?|browsers?|e-?mails?|malware|hackers?|controllers?|internet)\b",
    re.IGNORECASE,
)
_NAMESAKES = frozenset({"mouse", "worms"})


def tells_animals(text: str) -> bool:
    """Tell whether a text tells of a study of animals or cells, and does not say that people were not studied."""
    named = {match.group().lower() for match in _LAB.finditer(text)}
    if not named or _DONE.search(text) is None or _CAREFUL.search(text) is not None:
        return False
    return not named <= _NAMESAKES or _DEVICES.search(text) is None


def find_human_claim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the clause of a sentence [start, end) that claims an effect on people and names no animal, or None."""
    match = _CLAIM.search(text, start, end)
    if match is None:
        return None
    first = max((each.end() for each in _CLAUSE_END.finditer(text, start, match.start())), default=start)
    last = next((each.start() for each in _CLAUSE_END.finditer(text, match.end(), end)), end)
    if _MEANT_FOR.search(text, first, match.start()):
        return None
    return None if _LAB.search(text, min(first, match.start()), last) else match.span()


# What something is made for is no result: “cloning that is intended to create cells to treat disease”.
_MEANT_FOR = pattern(r"\b(?:intended|meant|designed|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?)[ ](?:to|for|at)\b")


# Words of those who study, and of what they studied: people by how they are counted or asked.
FINDING_WORDS = frozenset(
    """study studies researchers researcher scientists scientist team research paper experiment experiments biologists
    neuroscientists authors laboratory lab university""".split()
)
_FINDING = pattern(
    r"\b(?:stud(?:y|ies)|researchers?|scientists?|experiments?|biologists|neuroscientists|laborator(?:y|ies)|lab"
    r"|university)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:people|patients?|volunteers?|participants?|adults?|men|women|children|boys|girls|teenagers?"
    r"|adolescents?|students"
    r"|pupils|users|smokers|drinkers|babies|infants|mothers|fathers|nurses|workers|pensioners|athletes|runners"
    r"|twins|donors"
    r"|families|couples|residents|employees|veterans|survivors|respondents|subjects|drivers|players|humans?"
    r"|those[ ]who)"
)
_SUBJECTS = pattern(
    rf"""
      (?:\d|\b(?:in|among|of|with|between|on|recruited|followed|tracked|tested|gave|asked|enrolled|studied|interviewed
      |scanned|monitored|compared|surveyed|dozens|hundreds|thousands|older|younger|healthy|most|many|some|other))[ ]
      (?:[\w’'-]+[ ]){{0,3}}?{_PEOPLE}\b
    | \b(?:volunteers|participants|respondents|cohort|clinical|trials?|questionnaires?|surveys?|surveyed
      |registr(?:y|ies)
      |records|meta-analysis|randomi[sz]ed|placebo)\b | \b{_PEOPLE}[ ](?:who|aged|with|taking|living)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BODY = (
    r"(?:brains?|gut|guts|memory|memories|lifespan|tumou?rs?|arter(?:y|ies)|bones?|livers?|kidneys?|lungs?|hair"
    r"|nerves?"
    r"|nerve[ ]cells|fertility|sperm|eyesight|appetite|immune[ ]system|immunity|metabolism|testosterone"
    r"|telomeres|joints"
    rf"|muscle(?:s|[ ]mass)?|hearing|sight|vision|sense[ ]of[ ]smell|speech|ageing|aging|{ILLNESS})"
)
_HARMED = pattern(
    rf"(?<!to[ ])\b(?:{_EFFECT})[ ](?:[\w’'-]+[ ]){{0,5}}?{_BODY}\b(?![ ]risk)|\b(?:shorten|lengthen|extend|prolong)"
    rf"(?:s|ed)?[ ]li(?:fe|ves)\b",
    re.IGNORECASE,
)
_OPEN = pattern(r"\b(?:risks?|odds|per[ ]cent|may|might|could|whether|if|not|no|never)\b|[?]|n[’']t\b", re.IGNORECASE)


def names_people(text: str) -> bool:
    """Tell whether a text on a study says which people were studied."""
    return _FINDING.search(text) is not None and _SUBJECTS.search(text) is not None


def find_unsaid(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence [start, end) tells of a study's effect on a body or an illness, or None.

    What it leaves open, and what names animals or cells, is none.
    """
    match = _HARMED.search(text, start, end)
    if match is None or not _FINDING.search(text, start, end) or _OPEN.search(text, start, end):
        return None
    return None if _LAB.search(text, start, end) or _SUBJECTS.search(text, start, end) else match.span()
