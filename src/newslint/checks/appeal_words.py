"""The words of appeals to readers: what a page asks them to do, and what only a page has."""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import pattern

_ASKED = (
    "click tap press swipe scroll watch see view read listen hear play vote cast take try sign subscribe download "
    "follow find learn get join register explore search browse check discover share have tell leave comment enter "
    "choose select pick expand open zoom hover drag rate use continue donate send complete fill submit nominate "
    "stream catch look visit bookmark scan move type turn skip jump return toggle tweet post buy"
).split()
# What only a page has.
_OF_PAGE = (
    r"(?:here|below|above|quiz|polls?|videos?|gallery|galleries|pictures?|photos?|images?|maps?|charts?|graphs?"
    r"|graphics?"
    r"|data|database|newsletters?|podcasts?|app|comments?|forms?|links?|page|box|buttons?|arrows?|menus?"
    r"|slide[ ]?shows?"
    r"|live[ ]?blog|live[ ]?stream|alerts?|updates?|pdf|petition|moment|stars|postcode|zip[ ]code|interview|recording"
    r"|highlights"
    r"|goals|trailers?|clips?|footage|conversation|inbox|website|site|vote|what[ ]you[ ]think|your[ ]say|memories"
    r"|your[ ](?:\w+[ ])?"
    r"(?:photos|pictures|stories|views|thoughts|area|street|school|town|name)|out[ ]more|more|reading|interactive"
    r"|explainer"
    r"|timeline|timetable|full|rest[ ]of|our[ ](?:\w+[ ])?(?:special|coverage|guide|list|series|blog|tracker"
    r"|calculator"
    r"|tool)"
    r"|hashtag|spreadsheet|article|part[ ](?:one|two|three|four|\d)|channel|player|to[ ]the[ ]end|whatsapp"
    r"|to[ ](?:see|compare|view)|qr[ ]code|cursor|pop-?up|drop-?down|slides?|tool|tab|screen|next[ ]page"
    r"|next[ ]story|mouse"
    r"|headphones|sound)"
)
# What follows a verb that is an order; “visit numbers” and “share prices” are nouns.
_AFTER = (
    r"(?:the|our|this|these|that|an?|all|any|your|her|his|their|its|it|them|us|me|more|here|below|above|to|for"
    r"|through|out"
    r"|up|down|in|on|at|into|over|with|from|now|by|how|why|what|who|where|when|which|every|each|some|if|full|live"
    r"|left|right"
    r"|tickets|part|between|video|photos|pictures|slides?|reading|back|ahead|again|(?-i:[A-Z][\w’'-]*))"
)
# One of these words is in what the pattern knows.
APPEALING = frozenset(
    [*_ASKED, "details", "video", "gallery", "related", "more", "information", "pictures", "here's", "here’s"]
)


@cache
def appeals() -> re.Pattern[str]:
    """Make the pattern of a paragraph that asks readers to do something with a page, from its beginning."""
    return pattern(
        rf"""
        \W{{0,3}}(?:(?:to|for|if|want)[ ][^.,;!?\n]{{3,60}}[,?][ ])?(?:(?:please|just|simply|now|you[ ]can)[ ])?
        (?P<call>
            (?:{"|".join(_ASKED)})[ ](?={_AFTER}\b)[^.!?\n]{{0,90}}?\b{_OF_PAGE}\b
          | (?:(?:more|full|further)[ ])?(?:details|information|pictures|photos|results|list|story|report|video|more)[ ]
                (?:here|below|in[ ]our[ ]\w+)(?=\W*\Z)
          | more[ ]on[ ]this(?:[ ]story)?(?=\W*\Z) | loading[ ]the[ ]\w+ | like[ ]what[ ]you[ ](?:read|see)
          | here(?:['’]s|[ ]is)[ ](?:a|the|our)[ ](?:direct[ ])?link\b[^.!?\n]{{0,60}}
          | (?:video|audio|gallery|listen|watch|map|graphic|in[ ]pictures|quiz|poll|podcast|related|read[ ]more
                |more)[ ]?[:|]
                [ ]\S[^.!?\n]{{0,90}}(?=\W*\Z)
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def controls() -> re.Pattern[str]:
    """Make the pattern of what only a control of the page can do for a reader, anywhere in a sentence."""
    return pattern(
        r"""
        \b(?P<call>
            by[ ](?:typing|entering|clicking|tapping|pressing|scanning|swiping|dragging|selecting|hovering)
                [ ][^.!?,\n]{2,60}
                \b(?:tool|box|button|arrow|code|map|menu|field|icon|link|photos?|pictures?|images?|slider|bar
                |player|chart|graph)
          | (?:in|on|from|into|using|with|via)[ ]the[ ](?:pop-?up|drop-?down(?:[ ]menu)?|slider|carousel|widget
                |lightbox|slide[ ]?show
                |accordion|side[ ]?panel)
          | see[ ](?:slide|picture|photo|image)[ ]\d{1,2}
          | if[ ]you[ ](?:cannot|can['’]t|are[ ]unable[ ]to)[ ](?:see|view|hear|read)[ ][^.!?\n]{2,60}
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )
