"""Whether sentences tell a criminal case: an offence together with a court, the police or somebody's part in it."""

from __future__ import annotations

import re

from newslint.patterns import pattern

# What is done with suspects and in courts, and who takes part: one of these tells a case.
_PROCEEDINGS = pattern(
    r"\b(?:arrest(?:s|ed|ing)?|charged[ ](?:with|over|in|after|on)|charges?[ ]of|(?:is|was|were|been|are)[ ]"
    r"(?:\w+ly[ ])?charged|pleaded|pleads|pled|convict(?:ed|ion|ions|s)|sentenc(?:ed|ing)|jailed|remand(?:ed)?"
    r"|in[ ](?:police[ ])?custody|custody[ ]of[ ]the[ ]police|bail(?:ed)?|indict(?:ed|ment)|arraign\w+|on[ ]trial"
    r"|trial[ ]of|(?:murder|rape|fraud|criminal|robbery|assault)[ ]trial|(?:youth|juvenile|crown|criminal|sheriff"
    r"|magistrates?[’']?|county|district|high|superior|family|children[’']?s)[’']?[ ]courts?|courtroom|courthouse"
    r"|told[ ](?:the|a)[ ](?:court|jury|judge|magistrates|tribunal)|court[ ](?:heard|was[ ]told|hears)|jury|jurors"
    r"|magistrates?|prosecut\w+|district[ ]attorney|defendants?|defence[ ](?:counsel|barrister|lawyer)"
    r"|defense[ ](?:attorney|lawyer)|co-?accused|(?:is|was|are|been|were)[ ]accused[ ]of|the[ ]accused|suspects?"
    r"|detectives?|sheriff[’']s|sheriff|(?:gives?|gave|giving)[ ]evidence|testif\w+|testimony|witness[ ]box"
    r"|(?:takes?|took|taking)[ ]the[ ](?:witness[ ])?stand|cross-examin\w+|video[ ]link|cautioned|offenders?"
    r"|face[sd]?[ ](?:[\w-]+[ ]){0,3}?(?:counts?|charges?)|counts[ ]of|(?:cannot|can[’']t|may[ ]not|must[ ]not"
    r"|can[ ]only|not[ ](?:yet[ ])?be|isn[’']t|is[ ]not)[ ](?:be(?:ing)?[ ])?(?:named|identified)"
    r"|reporting[ ]restrictions?|(?:lifelong|legal|automatic|statutory|right[ ]to|waived?[ ](?:her|his|their))"
    r"[ ]anonymity"
    r"|anonymity[ ](?:order|for[ ]life)|probation|detention[ ]centre|on[ ]suspicion[ ]of"
    r"|criminal(?:ly)?[ ](?:case|investigat\w+|responsib\w+|charges?)|referral[ ]order|complainants?|accusers?"
    r"|police[ ](?:said|say|questioned|are[ ](?:hunting|looking|seeking)|seek|hunt|believe|want|interviewed|held))\b",
    re.IGNORECASE,
)
_OFFENCES = pattern(
    r"\b(?:murder\w*|manslaughter|homicide|robb(?:ed|ery|eries|ing|ers?)|burgl\w+|arson\w*|rap(?:e|ed|es|ing|ists?)"
    r"|sexual(?:ly)?|indecent(?:ly)?|molest\w*|grop(?:ed|ing|e)|incest|assault(?:s|ed|ing)?|stabb(?:ed|ing|ings)"
    r"|knif(?:ed|ing)"
    r"|slash(?:ed|ing)|shoplift\w*|theft|thefts|stole|stolen|steal(?:ing|s)?|fraud\w*|kidnap\w*|abduct\w*|mugg(?:ed"
    r"|ing)"
    r"|carjack\w*|joyrid\w*|vandal\w*|criminal[ ]damage|affray|violent[ ]disorder|harass\w*|stalk(?:ed|ing)"
    r"|groom(?:ed|ing)|extort\w*|blackmail\w*|drug[ ](?:dealing|dealers?|running|offen[cs]es?)|cruelty|neglect(?:ed"
    r"|ing)?"
    r"|abus(?:e|ed|ing|er|ers)|beat(?:en)?|attack(?:s|ed|ers?)?|shot|shooting|shots|punch(?:ed|ing)?|kick(?:ed|ing)?"
    r"|shop[ ]raid|raid(?:s|ed|ers)?|bomb[ ]threats?|brawl|riot\w*|hit-and-run|hijack\w*|smuggl\w+|traffick\w+"
    r"|threat(?:s|en|ened|ening)?|arsonist|fire-?bomb\w*|gang|knifepoint"
    r"|gunpoint|evading[ ]police|broke[ ]into|break-ins?|set[ ]fire|setting[ ]fire)\b",
    re.IGNORECASE,
)
_HINTS = pattern(
    r"\b(?:police|officers?|courts?|judges?|victims?|witness(?:es|ed)?|hearing|trial|tribunal|offen[cs]es?|guilty"
    r"|accus(?:ed|es|ing)|evidence|weapons?|knife|gun|crimes?|criminal|custody|questioned|prison|statement"
    r"|investigat\w+"
    r"|held|booked|felony|counts?|charges?|alleg\w+|den(?:y|ies|ied)|inquiry|raid(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ENOUGH = 2


def tells_case(text: str) -> bool:
    """Tell whether sentences tell a criminal case: by a step of proceedings, or by an offence with another sign."""
    if _PROCEEDINGS.search(text):
        return True
    offences = {match[0].lower() for match in _OFFENCES.finditer(text)}
    return bool(offences) and len(offences | {match[0].lower() for match in _HINTS.finditer(text)}) >= _ENOUGH
