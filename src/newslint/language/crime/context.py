"""Whether sentences tell of a crime or a court, of a sexual offence, of the dead and the missing; and what waives."""

from __future__ import annotations

import re

from newslint.patterns import pattern

# Single words, in small letters, without one of which a passage tells of no crime and no court.
CRIME_WORDS = frozenset(
    """charged charge charges arrested arrest court courts judge jury jurors trial magistrates magistrate custody
    suspect suspects suspected victim victims witness witnesses assault assaulted assaulting assaults robbed
    robbery stabbed stabbing raped rape raping rapes abuse abused abusing neglect guilty convicted convict
    conviction testified evidence juvenile offender burglary theft stolen stole murder police manslaughter
    sentenced accused accuser complainant defendant detained remanded indicted prosecutors prosecution prosecutor
    hearing bail molested groomed indecent indecently criminal crime offences offence offenses offense gang dealer
    dealers tribunal sexual sexually verdict robbers attack attacked arson vandalism threatened shot shooting
    beaten struck grope groped molesting incest caution cautioned named anonymous anonymity identified identify
    held questioned knife hijack jailed cruelty bail threats officers detectives sheriff abducted kidnapped""".split()
)
SEXUAL_WORDS = frozenset(
    """rape raped raping rapes rapist sexual sexually molest molested molesting molestation indecent indecently
    groped groping grope incest groomed grooming abused abusing abuse sex sodomised sodomized fondled fondling
    upskirting voyeurism trafficked exposed exposing intercourse forced""".split()
)
SEXUAL = pattern(
    r"\b(?:rap(?:e|ed|es|ing|ist|ists)|sexual(?:ly)?[ ](?:assault\w*|abus\w+|attack\w*|offen[cs]es?|exploit\w+"
    r"|molest\w+|activity"
    r"|touch\w+|harass\w+|violence|misconduct|contact)|molest\w*|indecent(?:ly)?[ ](?:assault\w*|touch\w+|acts?)"
    r"|grop(?:ed|ing|es)|incest"
    r"|sex[ ](?:attack\w*|offen[cs]es?|abuse|assault|crimes?|with[ ]a[ ](?:child|minor|girl|boy))|sodomi[sz]ed"
    r"|fondl(?:ed|ing)|upskirt\w*|(?:assault|attack|abus|touch)\w*[ ](?:her|him|them)[ ](?:sexually|indecently)"
    r"|forc(?:ed|ing)[ ](?:him|her)self[ ](?:up)?on[ ](?:her|him|a|an|the)|(?:un)?wanted[ ]sexual"
    r"|sex(?:ual)?[ ]offen\w+"
    r"|expos(?:ed|ing)[ ]himself|sexual[ ](?:relations?|relationship|acts?|intercourse)|sexually[ ]\w+ed"
    r"|groom(?:ed|ing)[ ](?:her|him|the|a)|statutory[ ]rape|gang[ -]rape\w*)\b",
    re.IGNORECASE,
)
SEXUAL_VERB = frozenset(
    """raped raping molested molesting groped groping sodomised sodomized fondled fondling assaulted assaulting
    abused abusing attacked rape molest rapes upskirted exploited""".split()
)
CRIME = pattern(
    r"\b(?:charg(?:ed|es)|arrest(?:ed|s)?|courts?|courthouse|judges?|jury|jurors|trial|magistrates?|custody"
    r"|suspects?|suspected|victims?|witness(?:es)?"
    r"|assault\w*|robb(?:ed|ery|ing|ers)|stabb(?:ed|ing)|rap(?:ed|e|ing)|abus(?:ed|e|ing)|neglect|guilty"
    r"|convict\w*|jailed|cruelty|testif\w+|gave[ ]evidence"
    r"|evidence|juvenile|offenders?|offen[cs]es?|burglar\w*|theft|stolen|stole|murder|manslaughter|sentenced"
    r"|accused|accuser|complainant"
    r"|defendant|detained|remanded|indicted|prosecut\w+|bail|molest\w+|groomed|indecent\w*|criminal|gang"
    r"|drug[ ]dealers?|dealers|verdict"
    r"|arson|vandalism|attack(?:ed|ers?)|threatened|beaten|struck|cautioned|hearing|shoplift\w+"
    r"|criminal[ ]responsibility|kidnapp?\w*"
    r"|abduct\w+|held|hijack\w*|questioned|cautions?|knife"
    r"|(?:cannot|may[ ]not|must[ ]not|can[ ]only|can[’']t)[ ]be[ ](?:named|called|identified)|anonym\w+)\b",
    re.IGNORECASE,
)
# Civil courts and courts that are none.
NO_CRIME = pattern(
    r"\b(?:(?:cent(?:re|er)|hard|clay|grass)[ -]courts?|tennis|basketball|volleyball|badminton|squash|netball"
    r"|tournaments?|championships?|medal\w*|league|quarter-?finals?|semi-?finals?|Supreme[ ]Court|plaintiffs?"
    r"|sued|suing|lawsuits?|food[ ]court|royal[ ]court|tennis[ ]courts?|open[ ]final|scored|debut|album"
    r"|spelling[ ]bee|chess|climate|activist|vaccin\w+|diagnos\w+|transplant|heart[ ]attack|asthma[ ]attack"
    r"|panic[ ]attack|shark|dog[ ]attack|lightning|crash|collision|earthquake|flood|air[ ]?strikes?|war|bomb\w*"
    r"|refugees?|Olympic\w*|scholarship)\b"
)
DEAD = pattern(
    r"\b(?:killed|killing|kills|died|dies|death|deaths|dead|murder(?:ed|s|ing|er)?|body|funeral|fatal(?:ly)?"
    r"|slain|slaying|tributes?|drown(?:ed|ing)|inquest|buried"
    r"|manslaughter|homicide|grave|mourn\w*|coroner|massacre|post-mortem|autopsy|vigil|memorial[ ]service"
    r"|shot[ ]by[ ](?:a[ ])?(?:police|officer)"
    r"|police[ ]shooting|lynch\w+)\b",
    re.IGNORECASE,
)
MISSING = pattern(
    r"\b(?:missing|last[ ]seen|disappear\w+|vanished|whereabouts|have[ ]you[ ]seen|anyone[ ]with[ ]information"
    r"|amber[ ]alert|kidnapp?\w*|abduct\w+|runaway)\b",
    re.IGNORECASE,
)
# The person has agreed to be named, or has told it to the public.
WAIVED = pattern(
    r"\b(?:waiv(?:ed|es|ing|er)|(?:agreed|asked|chosen|chose|wants?|wanted|decided|happy|consented"
    r"|consent)[ ](?:for[ ])?(?:to[ ])?(?:be|have|being|let|use|using)?[ ]?"
    r"(?:named|identified|(?:her|his|their)[ ]names?)|(?:her|his|their)[ ](?:name|identity)[ ](?:be|was|to[ ]be"
    r"|is)[ ](?:used|published|printed)"
    r"|(?:gone|went|go|going|spoke|spoken|speak|speaking)[ ](?:public|publicly|out\b|openly)"
    r"|came[ ]forward[ ]publicly|permission|memoirs?|autobiograph\w+"
    r"|documentary|podcast|(?:in|gave|given|an)[ ](?:an[ ]|a[ ])?(?:\w+[ ])?interview|press[ ]conference"
    r"|news[ ]conference|Facebook|Twitter|tweet\w*|Instagram|TikTok"
    r"|lifted[ ](?:the[ ]|an[ ])?(?:order|restriction|anonymity)|anonymity[ ]order[ ]was[ ]lifted|lawsuit|sued"
    r"|civil[ ]suit|op-ed|essay|blog)\b",
    re.IGNORECASE,
)
