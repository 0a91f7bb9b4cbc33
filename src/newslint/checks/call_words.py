"""The words of calls to the reader: what is clicked, looked at and pointed to, and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import pattern

_MEDIA = (
    r"(?:charts?|graphs?|graphics?|maps?|videos?|photos?|photographs?|pictures?|images?|slideshow|gallery"
    r"|galleries|clips?|"
    r"infographics?|timeline|audio|podcast|player|slider|interactive|polls?|quiz|diagrams?|footage|carousel"
    r"|widget|tracker|"
    r"livestream|live[ ]stream|stream|trailer|montage|album|recording|reel|embed|illustration|screenshot|screengrab|"
    r"spreadsheet|dashboard|calculator|factbox|sidebar|panel|time-?lapse|animation|webcam|counter)"
)
# What a map or a chart is made of, and what else can be clicked.
_MARKED = (
    r"(?:dots?|bars?|points?|bubbles?|circles?|lines?|slices?|states?|count(?:y|ies)|countr(?:y|ies)|districts?"
    r"|icons?)"
)
_WIDGET = (
    r"(?:links?|buttons?|icons?|arrows?|banners?|headlines?|thumbnails?|tabs?|menus?|logos?|hyperlinks?|titles?"
    r"|names?"
    rf"|markers?|pins?|symbols?|{_MARKED}|{_MEDIA}|play|follow|subscribe|submit|like|share|drop-?down"
    rf"|forms?|box|boxes)"
)
_SERIES = rf"(?:(?:the|our|this)\s)?(?:[\w’'-]{{1,20}}\s)?(?:{_MEDIA}|slides|cards)"
_THINGS = (
    rf"(?:more|{_MEDIA}|reports?|lists?|details|information|story|stories|guides?|timetables?|results?"
    rf"|statements?|tickets?|"
    r"newsletters?|forms?|documents?|letters?|rulings?|judge?ments?|stud(?:y|ies)|interviews?|episodes?"
    r"|articles?|posts?|pdf|"
    r"recipes?|transcripts?|petitions?|coverage|updates|analysis|reviews?|trailers?|programmes?|poll|agenda|app"
    r"|apply|pages?|"
    r"rules|figures|data|surveys?|complaints?|lawsuits?|bills?|indictments?|emails?|memos?|speech|speeches|tables?|"
    r"schedules?|fixtures|applications?|stunt|remarks|highlights|performance|debate|moment|goals?|action"
    r"|exchange|minutes|"
    r"orders?|filings?|terms|plans|submissions?|consultation|questionnaire|notices?|profiles?|columns?|blogs?"
    r"|explainers?)"
)
_NEAR = rf"(?:{_MEDIA}|table|form|field|box|button|link|tool)"
# A label in front of a headline that was a link, or of what a page plays.
_LABEL = (
    r"(?<!.)(?-i:WATCH|ALSO\sREAD|READ\sALSO|READ\sNEXT|RELATED|SEE\sALSO|LISTEN|VIDEO|AUDIO|PHOTOS|PICTURES|GALLERY|QUIZ|POLL|READ\sMORE|SEE\sMORE|PODCAST|INTERACTIVE"
    r"|Watch|Listen|Read\smore|See\sthe\svideo|Video|Gallery|In\spictures)"
)
_DEVICE = r"(?:click|tap|press|hit|push|swipe|drag|toggle)"
_SENSE = (
    r"(?:see|watch|listen|view|read|hear|find|play|browse|explore|check|look|download|get|catch|sign|vote|take"
    r"|complete)"
)
_PAGE = r"(?:page|article|story|post|piece|paragraph|column|text|report|blog)"
# Where something stands that a page shows, and what a reader uses to get to it.
_LINK = (
    r"(?:(?:via|at|through|using|with|by|on|from|in)\s(?:this|the|our|that)\s(?:attached\s|following\s|embedded\s)?"
    r"(?:links?|button)(?:\s(?:below|above|here))?(?=\W*$|\sto\s|[.,;)]))"
)
_SPOT = (
    r"(?:(?:below|above|beneath|underneath|overleaf|opposite|alongside)(?=\W*$|[.,;:!)]|\s(?:to|and|as|for|or)\b)"
    rf"|(?:at|near|from|by)\sthe\s(?:top|bottom|foot|end|head|side)(?:\sof\s(?:this|the|our)\s{_PAGE})?"
    rf"|(?:to|on|at)\s(?:the|your)\s(?:left|right)|(?:on|in|beneath|below|above|under|with)\s(?:this"
    rf"|the\snext)\s{_PAGE}"
    r"|(?:via|at|through|using|with|by|on|from|in)\s(?:this|the|our|that|an)\s(?:attached\s|embedded\s"
    r"|interactive\s)?"
    rf"(?:audio|{_MEDIA}|form|page)(?:\s(?:clip|player|button|below|above|here|underneath|beneath|opposite"
    rf"|alongside))?"
    r"(?=\W*$|\sto\s|[.,;)]))"
)
# One of these words is in every call that the patterns below know.
CALLING = frozenset(
    """
    mouse open pinch related rotate tilt
    click clicking tap tapping press hit push scroll swipe drag hover toggle here below above beneath
    underneath left right
    use link overleaf opposite alongside embedded attached follows following accompanying page bio button
    video videos map maps chart charts graph graphs graphic gallery slideshow audio podcast clip photos
    pictures infographic
    links watch listen read quiz poll survey register enter type select choose pick zoom keep play clicking
    table field
    timeline livestream interactive panel box sidebar factbox tool calculator form via download top bottom foot
    """.split()
)


@cache
def calls() -> re.Pattern[str]:
    return pattern(
        rf"""
        \b(?P<call>
            (?:click|tap|press)\s(?:or\s(?:click|tap|press)\s)?(?:on\s)?(?:
                here
              | (?:the|this)\s(?:following\s)?(?:link|button|image|banner|picture|photo|headline)s?
                (?:\s(?:below|above|here))?
            )
          | {_DEVICE}\s(?!the\s(?:state|line|count|point|district)s?\b)
              (?:(?:on|into|over|through)\s)?(?:(?:the|this|our|any|each|an?|every|your)\s)
            (?:[\w’'“”"-]{{1,20}}\s){{0,3}}?{_WIDGET}
          | follow\s(?:the|this)\slink(?:\s(?:below|here))?
          | follow\s(?:the|these)\slinks\s(?:below|here|above|in\s(?:blue|red|bold|green|yellow|the\s\w+))
          | open\s(?:the\s|this\s)?(?:image|photo|picture|map|chart|graphic|link|pdf)\sin\s(?:an?\s)?(?:new|separate
              |another)\s(?:tab|window)
          | (?:right-click|double-click|double-tap|long-press|pinch|pinch\sout)\s
              (?:on\s|to\s)?(?:the|this|any|each|zoom)
          | (?:use|see|open|check)\sthe\slink\s(?:below|here)
          | (?:scroll|swipe)\s(?:down|up|left|right|across|through|for|to|on)
          | (?:hit|press|click|tap)\s(?:on\s)?(?:the\s)?(?:play|follow|subscribe|like)
          | (?:hover|mouse|roll)\s(?:your\s\w+\s)?over\s(?:(?:the|each|any|a|an|every)\s)?(?:(?:{_MEDIA}|{_MARKED})
              |[\w’'-]{{3,20}}(?=\s(?:to|for)\s(?:see|find|read|learn|get|view|reveal|compare|check|show|the|its|more|details)\b))
          | (?:click|tap)\s(?:through(?=\W*$|\s(?:to|for|below|here)\b|\s{_SERIES}\b)
                |to\s(?:see|read|enlarge|expand|view|play|watch|open|zoom|listen|find|vote|download|hear|sign|donate))
          | use\s(?:the|our|this)\s(?:[\w-]{{1,20}}\s){{0,2}}?(?:button|form|tool|map|slider|box|calculator
              |dropdown|drop-down|arrows|tabs|filters?|menu|widget|tracker)
                \s(?:below|above|to\s(?:see|find|check|search|compare|explore|look|work|calculate|vote|send|move))
          | visit\s(?:this|the\sfollowing)\s(?:page|link|site|website)
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_SENSES = (
    r"(?:see|watch|listen|view|read|hear|play|download|sign|catch|complete|take|vote|have\sa\s(?:look|listen"
    r"|read|go|watch)"
    r"|look|fill\sin|fill\sout|enter|join|answer|submit|cast|check\sout|enjoy|relive|browse|explore|find|study"
    r"|stream)"
)
_ACTS = (
    r"(?:register|apply|subscribe|book|order|donate|vote|download|watch|listen|enter|join|read|see|sign\sup"
    r"|more|details"
    r"|(?:buy|get)\stickets)"
)
_OWN_PLACE = (
    r"(?:postcode|zip\s?code|council|constituency|school|area|ward|team|county|district|region|hospital|town|street)"
)
_WORDS = r"(?:[\w’',“”\"-]{1,24}\s)"


@cache
def senses() -> re.Pattern[str]:
    """Calls to look at a thing that is a link or stands here: `Watch the stunt here`; and orders to what a
    page has."""
    return pattern(
        rf"""
        \b(?P<call>
            {_SENSES}\s(?=[^.!?]{{0,120}}\b{_THINGS}\b){_WORDS}{{1,14}}?(?:here|{_LINK})
          | {_ACTS}\s(?:[\w’'-]{{1,20}}\s){{0,8}}?(?-i:HERE)
          | (?:enter|type|put|key|pop)\s(?:in\s)?your\s(?:{_OWN_PLACE}|address|email|age|salary|income|name|birthday)
            (?=\s(?:below|to|in|into|here|and)\b|\W*$)
          | (?:select|choose|pick|find|search\sfor)\s(?:your|an?)\s(?:\w+\s)?{_OWN_PLACE}\s(?:from|in|on|using)\s
            (?:the|our|this)\s
          | (?:type|enter|put)\s(?:in\s)?(?:your|an?|the)\s(?:\w+\s)?{_OWN_PLACE}\s(?:in|into)\s(?:the|our|this)\s
            (?:\w+\s)?            (?:box|bar|field|tool|map|form|search)
          | (?:move|slide)\sthe\s(?:slider|bar|handle|marker|arrow)
          | zoom\s(?:in|out)\s(?:on|to|of)\s(?:the|our|this)\s(?:\w+\s)?(?:map|image|chart|picture|photo)
          | (?:keep|carry\son)\sscrolling
          | take\s(?:the|our|this)\s(?:\w+\s){{0,2}}?(?:quiz|poll|survey)
          | play\sthe\s(?:video|clip|audio|recording)
        )(?!\w)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def looks() -> re.Pattern[str]:
    """Calls to look at what stands beside them: `Vote in our poll below`, `Listen to the interview above`."""
    return pattern(
        rf"""
        \b(?P<call>
            {_SENSES}\s(?=[^.!?]{{0,120}}\b{_MEDIA}\b){_WORDS}{{1,14}}?{_SPOT}
          | (?:watch|listen\sto|hear|play|vote)\s{_WORDS}{{1,12}}?{_SPOT}
        )(?!\w)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def pointers() -> re.Pattern[str]:
    """Words that point at a link or a picture beside them: `by clicking here`, `the chart below`, `pictured left`."""
    return pattern(
        rf"""
        \b(?P<call>
            {_LABEL}\s?[:|](?=\s[\w“‘])
          | by\s(?:clicking|tapping|pressing|hitting|following|scanning|using)\s
            (?:here|(?:on\s)?(?:this|the)\s(?:\w+\s)?(?:link|button|icon|banner|image|arrow|logo|headline|qr\scode)s?)
          | (?:via|at|through|using|on|from|follow|see|visit|use)\s
            (?:(?:this|the\sfollowing)\slink(?!\s(?:between|to|with|in|from)\b)|the\slinks?\s(?:below|above|here))
          | links?\sin\s(?:our\s|the\s|my\s|their\s)?(?:bio|description|comments)
          | (?:found|seen|read|viewed|downloaded|heard|watched|booked|accessed|signed|streamed)
            (?:\s(?:online|in\sfull|in\sits\sentirety|in\stheir\sentirety|for\sfree|now|again|directly))?\s
            (?:here(?=[.!]?$|[),;])|(?-i:HERE)|{_SPOT}(?=\W*$))
          | {_THINGS}\s(?:[\w’'-]{{1,20}}\s){{0,8}}?(?:is|are)\s(?:now\s|also\s)?(?:available|online|up|live
              |attached|embedded|linked)\s
            (?:in\sfull\s|online\s|to\s\w+\s)?(?:here(?=[.!]?$|[),;])|(?-i:HERE)|below(?=\W*$)|above(?=\W*$)
                |beneath|underneath|at\sthe\s(?:end|foot|bottom|top)\b)
          | (?:embedded|attached|reproduced\sin\sfull)\s(?:here|below|above|beneath|underneath|at\sthe\s(?:end
              |foot|bottom|top))\b
          | {_NEAR},?\s(?:below|above|right|left|opposite|overleaf|alongside|beneath)(?=\W*$|,
                |\s(?:show|explain|illustrate|compare|track|list|capture|reveal|set|give|break|map|chart)s?\b
                |\sto\s(?:see|hear|watch)|\s(?:of|from)\b)
          | (?:the|this|our)\s(?:accompanying|attached|embedded)\s(?:[\w-]{{1,20}}\s)?{_MEDIA}\s(?:show|explain
              |illustrate|compare|set|give|break|list)s?\b
          | (?:the|this|our|a)\s(?:[\w-]{{1,20}}\s)?{_MEDIA}\sthat\sfollows\b
          | {_NEAR}\s(?:at|near)\sthe\s(?:top|bottom|foot|end|head)\sof\s(?:this|the)\s{_PAGE}
          | {_NEAR}\s(?:on\sthis\spage|(?:on|to)\sthe\s(?:left|right)(?=\W*$|\s(?:show|explain|illustrate|of\sth)))
          | (?<=\()(?:the\s|see\s|via\s)?links?(?:\s(?:here|below|above))?(?=\))
          | (?:our\s)?(?:tool|calculator|form|map|box)\s(?:below|above)(?=\W*$)
          | pictured,?\s(?:left|right|above|below|here|top|bottom|opposite)(?=\W|$)
          | see\s(?:the\s)?(?:box|panel|sidebar|factbox|fact\sbox|graphic|table)(?:,?\s(?:below|right|left
              |above|opposite|overleaf)|(?=\W*$))
          | (?:turn\sto|continued\s(?:on|from)|(?:full\s)?(?:story|report|details|match\sreport)(?:\son|,|:)
              |more\son|see(?:\salso)?)\s(?-i:[Pp]ages?|p)\.?\s?\d{{1,3}}(?=\W*$|[,;)])
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def lines() -> re.Pattern[str]:
    """Lines that are only a call: `Read more here`, `Download the form here`, `Apply here`, `See video`."""
    return pattern(
        rf"""
        (?:please\s|you\scan\s)?
        (?P<call>
            (?:apply|register|sign\sup|subscribe|book|order|buy\stickets?|donate|vote|download|watch|listen
                |enter|enrol|rsvp|join|submit|nominate)
                (?:\s(?:it|now|online|today|live|in|the\s[\w\s-]{{3,40}}|your\s[\w\s-]{{3,40}}))?\s(?:here
                    |via\sthe\slink(?:\sbelow)?)
          | (?:read|find|learn|see|view|watch|listen|hear|get|browse|explore|download|check|join|sign|follow|register)
                (?=[\w\s’'-]{{0,80}}\b{_THINGS}\b)(?:\s[\w’'-]+){{1,12}}?\s(?:here|below|above|at\sthis\slink)
          | (?:full|more|further)\s(?:details|information|info|story|report|list|results|coverage|on\sthis)
                (?:\s[\w’'-]+){{0,4}}\s(?:here|below)
          | for\s(?:more|further)\s(?:information|details|info)\s(?:go|look|see|visit)\s?(?:here
              |the\slink(?:\sbelow)?)?
          | for\sthe\s(?:[\w’'-]+\s){{1,5}}[\w’'-]+,\ssee\shere
          | download\sthe\s(?:pdf|app|form|document|report)
          | (?:see|watch|view|play|listen\sto)\s(?:(?:the|our|full|this|more|related|also)\s){{0,2}}
                (?:video|map|chart|graphic|gallery|slideshow|audio|podcast|photos|pictures|clip|infographic
                    |timeline|livestream|graph|photo\sgallery|picture\sgallery)
                (?:\s(?:of|for|from|at|on)\s[\w’',\s-]{{2,80}})?
        )
        [\s.!:»>→)]*
        """,
        re.VERBOSE | re.IGNORECASE,
    )
