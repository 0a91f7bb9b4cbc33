"""Tell votes among whoever cares to take part, as on a website, and what is made of them."""

from __future__ import annotations

import re

from newslint.language.polls.words import PERCENT
from newslint.patterns import pattern

# Of these a text about such a vote has one, cut at hyphens and apostrophes.
OPEN_WORDS = frozenset(
    """poll polls vote votes voted survey surveys ballot text texts clicked phoned texted quiz questionnaire""".split()
)
_VOTE = r"(?:polls?|votes?|surveys?|ballots?|quiz|questionnaires?)"
_OPEN = pattern(
    rf"""
      \b(?:Twitter|X|Facebook|Instagram|LinkedIn|YouTube|Telegram|TikTok|Reddit|WhatsApp|social[ -]media|straw
        |readers?[’']s?
        |readers?|viewers?[’']s?|viewers?|listeners?[’']s?|listeners?|followers?[’']s?|website|web|online
          |on-line|phone-in|call-in|text-in|click
        |clickable|internet|in-app|app|newsletter|home[ ]?page|users?[’']?|fans?[’']?)[ ](?:[a-z]+[ ])?{_VOTE}\b
    | \b{_VOTE}\b[^.!?;]{{0,40}}?\b(?:on|of|by|via|through|among|in|at|to)[ ](?:(?:its|our|the|their|his|her
      |this|an?)[ ])?(?:[\w’'-]+[ ]){{0,3}}?
        (?:web[ ]?site|readers|Facebook|Twitter|Instagram|TikTok|X|followers|app|site|listeners|viewers
          |home[ ]?page|channel|Telegram|page|portal
        |users|subscribers|visitors|account|feed|forum|newsletter|groups?|LinkedIn|YouTube|Reddit|WhatsApp
          |social[ ]media)\b
    | \b(?:site|channel|show|magazine|paper|station|club|portal|newspaper
      |broadcaster)[’']s[ ](?:[a-z]+[ ])?{_VOTE}\b
    | \basked[ ](?:its|our|their|the)[ ](?:\w+[ ])?(?:viewers|readers|listeners|followers|users|fans
      |subscribers)[ ]to[ ]
      (?:text|vote|phone|click|call|tell|take[ ]part)\b
    | \b(?:readers|followers|users|visitors|viewers|listeners|subscribers|fans)[ ](?:who[ ])?(?:have[ ]
      |has[ ])?(?:voted|clicked|cast|phoned|texted)\b
    """,
    re.VERBOSE,
)
# Who says so knows what it is worth; a panel, weights or a house of pollsters make another poll of it.
_SAID = pattern(
    r"""
      \b(?:un-?scientific|(?:not|isn[’']t|no|hardly|never|wasn[’']t|rather[ ]than
        |n[’']t)[ ](?:\w+[ ]){0,4}?(?:scientific|representative|random|sample|weighted|measure[ ]of)
        |do(?:es)?[ ]not[ ](?:show|mirror|reflect|tell|represent|mean)|tells?[ ]us[ ]about|zeal|cross-section
        |non-?scientific|unrepresentative|self-select\w*|informal|straw[ ]polls?|for[ ]fun|light-?hearted
          |chose[ ]to[ ](?:take[ ]part|vote|respond|answer)
        |opted[ ]in|anyone[ ](?:could|can)|open[ ]to[ ](?:anyone|all|everyone)|only[ ](?:those|readers
          |people)[ ]who|vote[ ]more[ ]than[ ]once)\b
    | \b(?:representative|weighted|panel|random(?:ly)?|nationally|margin[ ]of[ ]error|YouGov|Ipsos|Gallup
      |SurveyMonkey|Opinium|Savanta|Survation|polling[ ]company
        |pollsters?|Reuters|adults[ ](?:were|was|aged)|demographic\w*)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = (
    rf"(?i:{PERCENT}|\b(?:a[ ](?:third|quarter|fifth|(?:\w+[ ])?majority)|half|two[- ]thirds|three[- ]quarters"
    rf"|(?:one|two|three|four|six|seven|eight"
    r"|nine)[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:two|three|four|five|ten|\d{1,3})|most"
    r"|(?:\w+-)?\w+[ ]per[ ]?cent)\b)"
)
# Those who took part; of them a share may be told.
_OWN = (
    r"(?:readers?|users?|followers?|viewers?|listeners?|visitors?|subscribers?|respondents?|participants?|those"
    r"|you|fans|votes?|voters"
    r"|people[ ]who|clicks|entries|replies|ballots|answers|comments|members|the[ ]\d|\d)"
)
_GENERAL = pattern(
    rf"""
      {_SHARE}[ ](?:of[ ])(?:the[ ]|all[ ]|our[ ]|this[ ]
        |its[ ])?(?!{_OWN}\b)(?:[\w’'-]+[ ]){{0,2}}?(?:[\w’'-]+s|people|public|country|nation|town|city|county
        |population|electorate|men|women|village|island|region|staff|Irish|British|French|English|Scottish)\b
    | \b(?:[Tt]he[ ](?:public|country|nation|town|city|people|electorate|county|island|village|region|community
      |population)|[Rr]esidents|[Ll]ocals|[Pp]eople|[A-Z][a-z]{2, 12}(?:ans|ians|ons|ish|ese|utch)|Swiss|French
        |Dutch|Scots|Danes|Americans
        |Britons|Indians|Australians|Canadians|Londoners|voters|taxpayers|parents|commuters|consumers|drivers
          |workers|everyone|public[ ]opinion|[Mm]ost|viewers|readers)[ ]
        (?:[a-z]+[ ]){{0,3}}?(?:want|wants|agreed|agree|turned|back|backs|support|supports|oppose|opposes|say
          |says|think|thinks
          |believe|believes|agree|agrees|are|is|have|has|do|does|would
        |prefer|prefers|reject|rejects|favou?rs?|has[ ]spoken|overwhelmingly|clearly|no[ ]longer|now)\b
    | {_SHARE}[ ](?:of[ ])?(?!{_OWN}\b)(?:(?!{_OWN}\b)[\w’'-]+[ ]){{0,3}}?(?:people|residents|locals|islanders
      |parents|[a-z]{{4,14}}ers|women|men|[A-Z][a-z]+s)[ ]
        (?:[a-z]+ly[ ])?(?:want|back|support|oppose|say|think|believe|agree|would|prefer|reject|favou?r|are|do
          |feel|said|wanted|backed|supported|opposed|thought)\b
    | \b(?:across|throughout|up[ ]and[ ]down)[ ]the[ ](?:country|nation|land|county|region)\b | \bnationwide\b
    | \b(?:public[ ](?:support|opinion|opposition|mood|backing)|popular[ ](?:support|opinion)|support[ ]among
      |mood[ ]of[ ]the)\b
    """,
    re.VERBOSE,
)


def find_open_poll(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence [start, end) of a text tells of a vote among whoever cared to take part, or None."""
    match = _OPEN.search(text, start, end)
    return match.span() if match else None


def says_it_is_open(text: str) -> bool:
    """Tell whether a text says that a vote was no sample, or that a poll was one."""
    return _SAID.search(text) is not None


def generalises(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence [start, end) of a text makes a vote the view of more people than took part."""
    return _GENERAL.search(text, start, end) is not None
