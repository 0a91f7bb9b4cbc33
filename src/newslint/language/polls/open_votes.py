"""Tell votes among whoever cares to take part, as on a website, and what is made of them."""

from __future__ import annotations

import re

from newslint.language.polls.words import PERCENT
from newslint.patterns import pattern

# Of these a text about such a vote has one, cut at hyphens and apostrophes.
OPEN_WORDS = frozenset(
    """poll polls vote votes voted survey surveys ballot text texts clicked phoned texted quiz form questionnaire
    tally phone picked chose""".split()
)
_VOTE = r"(?:polls?|votes?|surveys?|ballots?|quiz|questionnaires?|tally|phone-in|text-in|call-in)"
_TAKERS = r"(?:readers|followers|users|visitors|viewers|listeners|subscribers|fans|members)"
_OPEN = pattern(
    rf"""
      \b(?:Twitter|X|Facebook|Instagram|LinkedIn|YouTube|Telegram|TikTok|Reddit|WhatsApp|social[ -]media|straw
        |readers?[’']s?|readers?|viewers?[’']s?|viewers?|listeners?[’']s?|listeners?|followers?[’']s?|website
          |clickable
        |phone-in|call-in|text-in|click|in-app|app|newsletter|home[ ]?page|users?[’']?
          |fans?[’']?)[ ](?:[a-z]+[ ])?{_VOTE}\b
    | \b(?:TV|radio|television|studio|newspaper)[ ](?:phone-in|text-in|call-in|phone[ ]vote)\b
    | \b(?!votes\b){_VOTE}\b[^.!?;]{{0,40}}?\b(?:on|of|by|via|through|among|in|at|to)[ ](?:(?:its|our|the|their|his|her
      |this|an?)[ ])?
        (?:[\w’'-]{{1,20}}[ ]){{0,3}}?(?:web[ ]?site|readers|Facebook|Twitter|Instagram|TikTok|followers|app
          |site|listeners
        |viewers|home[ ]?page|channel|Telegram|page|portal|users|subscribers|visitors|account|feed|forum|newsletter
        |groups?|LinkedIn|YouTube|Reddit|WhatsApp|social[ ]media)\b
    | \b(?:site|channel|show|magazine|paper|station|club|portal|newspaper|broadcaster
      |programme)[’']s[ ](?:[a-z]+[ ])?{_VOTE}\b
    | \basked[ ](?:(?:its|our|their|the)[ ])?(?:\w+[ ])?{_TAKERS}[ ]to[ ](?:text|vote|phone|click|call|tell
      |take[ ]part|write)\b
    | \b(?:whose|its|our|their|the[ ]\w+[’']s)[ ](?:\w+[ ])?{_TAKERS}[ ](?:picked|voted|chose|preferred|plumped
      |backed|rated)\b
    | \b(?!members\b){_TAKERS}[ ](?:who[ ])?(?:have[ ]|has[ ])?(?:voted|clicked(?![ ]on)|cast|phoned|texted)\b
    | \b(?:answered|filled[ ]in|completed|responded[ ]to|replied[ ]to)[ ](?:our|its|the
      |an?)[ ](?:[\w-]+[ ])?(?:online|web|internet)[ ]
        (?:form|questionnaire|survey|poll)\b
    """,
    re.VERBOSE,
)
# The same of votes online, which pollsters hold, too.
_ONLINE = pattern(rf"\b(?:web|online|on-line|internet)[ ](?:[a-z]+[ ])?{_VOTE}\b")
# Who says so knows what it is worth; a panel, weights or a house of pollsters make another poll of it.
_SAID = pattern(
    r"""
      \b(?:un-?scientific|(?:not|isn[’']t|no|hardly|never|wasn[’']t|rather[ ]than
        |n[’']t)[ ](?:\w+[ ]){0,4}?(?:scientific|representative|random|sample|weighted|measure[ ]of)
        |do(?:es)?[ ]not[ ](?:show|mirror|reflect|tell|represent|mean|measure)|cannot[ ](?:show|tell|say
          |measure)|tells?[ ]us[ ]about|zeal|cross-section
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
_ALL = (
    r"(?:(?:[Tt]he|\A|(?<=[.!?:][ ]))[ ]?(?:[Pp]ublic|[Cc]ountry|[Nn]ation|[Tt]own|[Cc]ity|people|electorate"
    r"|[Cc]ounty|[Ii]sland|[Vv]illage"
    r"|[Rr]egion|[Cc]ommunity|population)|[Rr]esidents|[Ll]ocals|[Ii]slanders|[Pp]eople|[Vv]oters|[Tt]axpayers"
    r"|[Pp]arents|[Cc]ommuters"
    r"|[Cc]onsumers|[Dd]rivers|[Ww]orkers|[Ss]hoppers|[Tt]eachers|[Pp]ensioners|[Ww]omen|[Mm]en|[Ee]veryone"
    r"|[Pp]ublic[ ]opinion|[Mm]ost"
    r"|viewers|Swiss|French|Dutch|Scots|Danes|Britons|Germans|Londoners|Belgians|[A-Z][a-z]{2,12}(?:ians|cans"
    r"|eans|tans|ish|ese))"
)
_GENERAL = pattern(
    rf"""
      {_SHARE}[ ](?:of[ ])(?:the[ ]|all[ ]|our[ ]|this[ ]|its[ ])?(?!{_OWN}\b)
        (?!(?:[a-z]+[ ]){{0,2}}{_VOTE}\b)(?:[\w’'-]{{1,20}}[ ]){{0,2}}?
        (?:[\w’'-]{{1,20}}s|people|public|country|nation|town|city|county|population|electorate|men|women
          |village|island|region
        |staff|Irish|British|French|English|Scottish)\b
    | (?<!\w){_ALL}[ ](?:[a-z]+[ ]){{0,3}}?(?:want|wants|wanted|agreed|agree|turned|back|backs|backed|support
      |supports|supported
        |oppose|opposes|opposed|say|says|said|think|thinks|believe|believes|are|is|have|has|do|does|would
          |rejects?|rejected
        |prefer|prefers|favou?rs?|overwhelmingly|clearly|no[ ]longer|now|demands?|trust|trusts|knows?|feels?
          |loves?|hates?
        |chooses?|chose|plump\w*|picks?|approves?|fears?|expects?)\b
    | {_SHARE}[ ](?:of[ ])?(?:(?!{_OWN}\b)[\w’'-]{{1,20}}[ ]){{0,3}}?(?!{_OWN}\b)(?:people|residents|locals
      |islanders|parents
        |[a-z]{{4,14}}ers|women|men|[A-Z][a-z]{{2,14}}s)[ ](?:[a-z]+ly[ ])?(?:want|back|support|oppose|say
          |think|believe|agree
        |would|prefer|reject|favou?r|are|do|feel|said|wanted|backed|supported|opposed|thought|admit|admitted
          |regret)\b
    | \b(?:across|throughout|up[ ]and[ ]down)[ ]the[ ](?:country|nation|land|county|region)\b | \bnationwide\b
    | \b(?:public[ ](?:support|opinion|opposition|mood|backing)|popular[ ](?:support|opinion)|support[ ]among
        |mood[ ]of[ ]the|where[ ]the[ ](?:election|country|nation|vote)|[Ww]hat[ ](?:the[ ])?(?:town|public
          |country|city|nation|people)
        [ ](?:thinks?|wants?)|[Tt]he[ ]message[ ]could)\b
    """,
    re.VERBOSE,
)


# What a vote may have come to: a share, or more on one side.
_OUTCOME = pattern(
    rf"""
      {_SHARE} | \bmajority\b | \boverwhelming(?:ly)?\b | \b(?:voted|votes|backed|chose|picked|rejected|preferred
      |plumped|won|wins)\b | \b\d{{1,3}}[ ]?(?:[-–]|to|against)[ ]?\d{{1,3}}\b
    | \bby[ ][a-z]+[ ]to[ ][a-z]+\b | \b(?:took[ ]part|taken[ ]part|message|verdict|backs?|wants?|opposes?|rejects?)\b
    | \b(?:shows?|showed|shown|proves?|proved|confirms?|confirmed|found|finds|suggests?|suggested|reveals?|revealed
      |according[ ]to|say|says|said)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_open_poll(text: str, start: int, end: int, *, is_strict: bool = False) -> tuple[int, int] | None:
    """Return where a sentence [start, end) of a text tells of a vote among whoever cared to take part, or None.

    `is_strict`: what is only said to be online is not taken for one.
    """
    match = _OPEN.search(text, start, end) or (None if is_strict else _ONLINE.search(text, start, end))
    return match.span() if match else None


def says_it_is_open(text: str) -> bool:
    """Tell whether a text says that a vote was no sample, or that a poll was one."""
    return _SAID.search(text) is not None


def tells_outcome(text: str, start: int, end: int) -> bool:
    """Tell whether [start, end) of a text says what a vote came to, and does not only name it."""
    return _OUTCOME.search(text, start, end) is not None


def generalises(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence [start, end) of a text makes a vote the view of more people than took part."""
    return _GENERAL.search(text, start, end) is not None
