"""Recognise a line that a site's widget or menu shows, by features that meet: commands, things of sites, forms.

A line of this kind commands (`Turn on`), names what only sites have (`notifications`), speaks to “you” for “us”, counts
(`48 comments`) or labels (`Read more:`), and hardly ever ends as a sentence. One of these is in many sentences; several
in one short line are not.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.newsroom.boilerplate import line_key
from newslint.newsroom.boilerplate_words import MENU, SECTION_WORDS
from newslint.newsroom.lines import read_line
from newslint.parts import Role
from newslint.patterns import pattern

_LONGEST, _MOST_WORDS = 260, 40
_ENOUGH = 4  # points
_WORD = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# What a widget tells readers to do: the first word of a line or of a sentence in it.
_COMMANDS = frozenset(
    """
    accept activate add agree allow become bookmark bring browse buy change check choose claim click close
    comment confirm continue copy create customise customize disable dismiss display don't donate download edit
    email enable enjoy enter explore fill flag follow get gift give go hear help hide install join keep leave
    like listen load log login make manage mute never notify open opt pause pick play please pop post press
    print provide rate read reactivate receive refresh register remind reject reload renew reply report
    republish resend reset return save scroll see select send set share show sign sign-up signup skip sort start
    stay stop submit subscribe support swipe switch tag take tap tell toggle translate try turn tweet type
    unlock unmute unsubscribe update upgrade upvote use verify view visit vote watch write
    """.split()
)
# A question to the reader that such a line begins with.
_ASKING = pattern(
    r"\W*(?:want|like|liked|love|loved|enjoy(?:ing|ed)?|got|have|need|missed|new|looking|prefer|already|fancy|"
    r"do\syou|did\syou|are\syou|was\sthis|is\sthis|what\sdo\syou|how\s(?:useful|was|did)|see|spotted|tired|why\snot|"
    r"forgot(?:ten)?|lost)\b[^?.!\n]{0,120}\?",
    re.IGNORECASE,
)
# What only sites have, or what the site's own things are called there.
_THINGS = pattern(
    r"""\b(?:
        newsletters? | inbox | (?:e-?mail\s)?(?:alerts|updates)\b | push\snotifications? | notifications? | cookies?
      | cookie\spolicy | subscriptions? | subscribers? | unlimited | ad-free | free\strial | paywall | clipboard
      | members?hip | become\sa\s(?:member|supporter|subscriber|patron) | privacy\s(?:policy|notice|settings|choices)
      | terms\s(?:of|and|&)\s\w+ | e-?mail\saddress | password | user\s?name | javascript | ad\s?-?blocker | browser
      | journalism | the\sconversation | the\sdiscussion | the\sdebate | comments?\s(?:section|thread|below|policy)
      | (?:this|our|the|full|more|free|saved|related|similar|top|latest|all)\s
            (?:article|articles|stories|story|page|video|videos|post|posts|author|topic|podcast|episode|content|edition
              |headlines|coverage|picks|gallery|app|channel|feed)
      | (?:mobile|news|our|the)\s(?:\w+\s)?app | (?:apple|google)\s(?:news|podcasts|play) | app\sstore | spotify | rss
      | (?:facebook|twitter|whatsapp|instagram|linkedin|tiktok|youtube|telegram|reddit|bluesky|pinterest|messenger)
      | breaking\snews | (?:to|in|into)\syour\s(?:inbox|phone|e-?mail|feed|device) | preferences | consent | captcha
      | preferred\ssource | reading\slist | my\saccount | log\s?in | sign(?:ed)?\s(?:in|up|me\sup) | user\sagreement
      | e-?paper | digital\s(?:edition|access|subscription) | advertisements? | adverts? | ads? | sponsored
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OURS = pattern(r"\b(?:our|us|we|we’re|we're)\b", re.IGNORECASE)
_YOURS = pattern(r"\b(?:you|your|me|my)\b", re.IGNORECASE)
# How a line of a widget looks, whatever it is about; any of them is nearly enough.
_STATES = pattern(
    r"""
    \b(?:already|not\syet|not|still\snot)\s(?:a|an|registered|signed)\s?
        (?:subscriber|member|user|with\sus|print\ssubscriber|up|in)?\s?[?:—–-]
  | \byou(?:\shave|['’]ve|['’]re|\sare|['’]ll)\s
        (?:[\w’'-]+\s){0,3}?(?:\d+|one|two|three|four|five|free|last|reached|read|used|viewed|signed|logged
          |reading|unsubscribed|subscribed|all\scaught\sup|enjoying)\b
        [^.!?\n]{0,40}\b(?:articles?|stories|story|limit|month|views?|in|out|list|account|preview|up|inbox|as|newsletter)\b
  | \b\d+\s(?:free\s)?(?:articles?|stories)\s(?:left|remaining|this\smonth)
  | \b(?:to|for|before\syou)\s(?:continue|keep|carry\son|go\son|finish|unlock|access|view|read)\s
        (?:reading|on\sreading|watching|the\srest|this\s(?:article|story|content|video|page)|full\saccess|unlimited)
  | \bthis\s(?:[\w-]+\s){0,2}(?:content|article|story|video|feature|page|post|comment|section|audio|browser|player)\s
        (?:is|was|has\sbeen|isn['’]t|can(?:not|['’]t)|requires|may)\s(?:[\w-]+\s){0,2}?
        (?:available|supported|unavailable|blocked|hidden|removed|for|exclusive|premium|locked|only|free|protected
          |reserved|closed|disabled|deleted|load|play|be\sdisplayed|be\sshown|auto)
  | \b(?:subscriber|member|premium|registered|insider|plus)s?[-\s](?:only|exclusive|content|article|users?)\b
  | \b(?:story|article|content|report|text|reading|interview|column)\s(?:continues?|resumes?|carries\son|goes\son)\s
        (?:below|after|beneath|under|following)
  | \b(?:scroll|swipe|keep\sscrolling|continue\sreading|keep\sreading)\s?(?:down\s|below\s)?
        (?:to\s(?:continue|read|carry|keep|resume)|below\b|for\smore\b|past\b|↓|▼|after\b)
  | \b(?:comments?|commenting|this\sthread)\s(?:is|are|have\sbeen|has\sbeen|will\sbe|on\sthis|were)\s
        (?:\w+\s){0,4}?(?:closed|moderated|open|disabled|turned\soff|off|welcome|pre-moderated|under|now)
  | \b(?:we|this\ssite|this\swebsite|our\ssite|our\spartners|site)\s(?:and\sour\s(?:\d+\s)?\w+\s)?
        (?:use|uses|store|may\suse|value)\s(?:[\w-]+\s){0,4}?(?:cookies|privacy|cookie|data|information|technolog)
  | \b(?:by|in)\s
        (?:clicking|signing|continuing|subscribing|registering|submitting|using|tapping|entering|posting|joining)\b
        [^.\n]{0,80}\b(?:agree|accept|consent|confirm|acknowledge)
  | \bfirst\sto\s(?:comment|like|reply|react|know)\b | \b(?:newest|oldest)\s(?:first|oldest|newest|most|top|best)
  | \b(?:ads?|advertisements?|adverts?|links?|content|stories|posts?)\s(?:by|from|provided\sby)\s[A-Z]\w+\W*$
  | \bfrom\s(?:our|the)\s(?:partners|sponsors?|web)[^\w.]*$ | \b(?:around|across)\sthe\sweb\b
  | \byour\s(?:e-?mail(?:\saddress)?|password|browser|subscription|account|vote|comment|session|trial)\s
        (?:will|is|has|does|was|must|could|ends|may|expires)\b
  | \b(?:something\swent\swrong|an\serror\s(?:has\s)?occurred|please\stry\sagain|please\swait)\b
  | \blist\s\d+\sof\s\d+\b | \b\d+\sof\s\d+\b[^.]{0,40}\b(?:next|prev|photos?|images?|slides?)\b
  | \bpowered\sby\s[A-Z]\w+ | \bcancel\s(?:any|at\sany)\s?time | \bno\sspam\b | \bopt\sout\b | \bno\sthanks\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNTS = pattern(
    r"""
    (?<![\d.,])\d[\d.,]{0,12}\s?[kKmM]?\s(?:comments?|shares?|likes?|views?|replies|reactions?|followers?|retweets?
      |reposts?|votes?
      |claps?|upvotes?|readers?\s(?:now|online)|people\s(?:reading|online|watching|liked))\b
  | \b(?:comments?|shares?|likes?|replies|views)\s?[(\[:]?\s?\d
  | \b\d+[\s-]?min(?:ute|s|utes)?\s(?:read|listen|watch)\b
  | \b(?:read(?:ing)?\stime|listening\stime|time\sto\sread|duration|length)\s?[:·-]?\s?\d
  | \b\d{1,2}:\d\d\s?/\s?-?\d{1,2}:\d\d\b
  | [★☆⭐👍👎🔔🔊🔗📧✉🖨❤▶►⏸🔖💬🗨]
  | ^\W*(?:play|video|audio|listen|watch)\b.{0,30}\b\d{1,2}:\d\d
  | ^\W*(?:now\splaying|loading|buffering)\b\W*$
  | \b(?:\d(?:\.\d)?x|1x)\b.{0,20}\bspeed\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A label with the title of another story behind it.
_TEASER = pattern(
    r"""\W*(?:
        (?:also\s)?read(?:\s(?:more|next|also|this(?:\snext)?|on|too|here|all\sabout\sit))?
      | (?:please\s)?see\salso | also\s(?:see|on\s\w+)
      | related(?:\s(?:stor(?:y|ies)|articles?|news|content|coverage|reading|posts?|videos?|links?|topics?))?
      | recommended(?:\s(?:for\syou|reading|stories|articles|read|videos?))?
      | (?:you\s)?(?:may|might)\s(?:also\s)?like | (?:don['’]t|do\snot)\smiss | must[\s-]?(?:reads?|see|watch)
      | up\snext | next\sup | (?:what\sto\s)?(?:read|watch)\snext
      | more(?:\s(?:on\sthis(?:\s(?:story|topic))?|stories|news|coverage|like\sthis|to\sread
            |(?:from|in)(?:\s\w{1,20}){1,4}))?
      | most[\s-](?:read|popular|viewed|shared|watched|commented|discussed) | trending(?:\s\w+)? | popular(?:\s\w+)?
      | editor['’]?s?['’]?\s(?:picks?|choice) | top\s(?:stories|story|picks) | latest(?:\s(?:news|stories|headlines))?
      | in\spictures | in\sother\snews | (?:previous|next)(?:\s(?:story|article|post))? | keep\sreading
      | further\sreading | elsewhere(?:\son\s\w+)? | promoted | sponsored | featured | from\sthe\sarchives?
      | (?:dig|go)\sdeeper | explained | opinion | analysis | video | watch(?:\s(?:now|live|video|more))?
      | listen(?:\snow)? | subscribe | exclusive\sto\ssubscribers | catch\sup | in\scase\syou\smissed\sit | icymi
      | suggested | for\smore | podcast | quiz | poll | gallery | photos | live
    )\s?(?:[:|»›>→▶►•·]+|\s[–—-]\s)\s?(?P<title>\S.{8,})""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that head a news story, too: their titles count only in capitals, as labels are set.
_COMMON = frozenset(
    ("analysis", "explained", "exclusive", "featured", "gallery", "latest", "listen", "live", "more", "next", "opinion",
     "photos", "podcast", "poll", "popular", "previous", "quiz", "read", "subscribe", "suggested", "video", "watch",
     "for more", "sponsored", "promoted", "trending", "recommended"),
)  # fmt: skip
_HEADED = pattern(
    r"(?:most\s(?:read|popular|viewed|shared|watched)|recommended\s(?:for\syou|stories)|you\s(?:may|might)\salso\slike|"
    r"editor['’]?s['’]?\s(?:picks?|choice)|related\s(?:stor(?:y|ies)|articles?|posts?|news|content|coverage)|"
    r"trending\snow|more\s(?:stories|from\s\w+)|read\snext|what\sto\sread\snext)\b(?=\s+[A-Z0-9])",
    re.IGNORECASE,
)
_BUTTON = pattern(
    r"(?:sign\sme\sup|yes,?\s(?:/\s)?no|accept(?:\sall)?|reject(?:\sall)?|got\sit|not\snow|maybe\slater|dismiss|subscribe"
    r"(?:\snow)?|sign\s(?:up|in)(?:\s(?:now|here|today))?|log\s?in|register(?:\snow)?|submit|send|cancel|close|donate(?:\snow)?"
    r"|join(?:\snow)?|upgrade|ok|continue|learn\smore|manage\s\w+|settings|preferences|copied!?|follow(?:ing)?|reply|share"
    r"|print|save|unsubscribe|undo|retry|try\sagain|options)[\s.!»>→]*$",
    re.IGNORECASE,
)
_CAMEL = pattern(r"[a-z][.!?]?\s+[A-Z]")
_ENDS = (".", "!", "?", "…")


def furniture_role(line: str) -> Role:
    """Return what sort of a site's furniture a short line of a body is, or nothing: menu, share, related, other …"""
    if len(line) > _LONGEST or line.count(" ") >= _MOST_WORDS:
        return ""
    text = line.strip(" *_")
    return _role_of(text) if any(map(str.isalnum, text)) and text[0] not in "“\"‘'«„" else ""


def _role_of(text: str) -> Role:
    known = read_line(text).boilerplate
    if known:
        return "" if known in _OFTEN and _is_label(text) else known
    if is_row_of_sections(text):
        return "menu"
    if _is_teaser(text):
        return "related"
    return "other" if _points(text) >= _ENOUGH else ""


# Short lines of these roles may be an article's own: “Disclaimer:”, “40 minutes”.
_OFTEN, _FEW = frozenset({"footer", "other", "menu"}), 3


def _is_label(text: str) -> bool:
    return text[-1] == ":" or (text.count(" ") < _FEW and text[-1].isalpha() and not _HARD_CUT.search(text))


def _is_teaser(text: str) -> bool:
    """Tell whether a label has the title of another story behind it, which is no sentence of this one."""
    found = _TEASER.match(text)
    if found is None:
        headed = _HEADED.match(text)
        return headed is not None and text[-1] not in _ENDS
    label = line_key(text[: found.start("title")])
    is_set_apart = text[: len(label)].isupper() or "|" in text[: found.start("title")]
    return is_set_apart or (label not in _COMMON and text[-1] != "." and found["title"][:1].isupper())


def _points(text: str) -> float:
    """Return how much of a line speaks for a widget."""
    length, is_open = text.count(" ") + 1, text[-1] not in _ENDS
    states = _points_of_form(text, is_open or length <= _SHORT)
    calls = min(_count_commands(text), 2) * 0.5 + bool(_ASKING.match(text))
    if not (states or calls):
        return 0
    things = len({match[0].lower() for match in _THINGS.finditer(text)})
    own = states + calls + min(things, 3) * 1.5 + is_open * (1 + bool(_BUTTON.search(text)))
    own += bool(_OURS.search(text)) + 0.5 * bool(_YOURS.search(text))
    if not states:
        own -= (not things) * 2 + (length > _FRAGMENT and not is_open)
    return own - max(0, length - _LONG) / 8


def _points_of_form(text: str, may_count: bool) -> int:
    return 4 * bool(_STATES.search(text)) + 3 * (may_count and bool(_COUNTS.search(text)))


_LONG = 22  # words
_FRAGMENT, _SHORT = 14, 8  # words


def _count_commands(text: str) -> int:
    """Return how many clauses of a line begin with a command to its reader."""
    starts = [0, *(match.end() - 1 for match in _CAMEL.finditer(text))]
    words = (_WORD.search(text, start) for start in starts[:12])
    return sum(word is not None and word[0].lower().replace("’", "'") in _COMMANDS for word in words)


_ENTRY_CUT = pattern(r"[|›»>→▼▾▸•·●◦\[\]/]|\s::\s|\s[-–—]\s|[,;]\s")
_HARD_CUT = pattern(r"[|›»>→▼▾▸•·●◦\]/]|\s::\s|\s[-–—]\s")
# Steps that lead from each entry to the next.
_PATH_CUT = pattern(r"\s[›»>→/]\s")
_ROW_LABEL = pattern(
    r"""\W*(?:sections?|(?:choose|change|pick|find|select|set)\s(?:your|a|an)\s\w+|your\s\w+|browse(?:\sby\s\w+)?|jump\sto|skip\sto|(?:follow|explore|popular|hot|trending|related|key)\stopics?|topics?
      |editions?|explore|trending(?:\snow)?|search(?:\sfor)?|popular|you\sare\s(?:here|in)|breadcrumbs?|location|parent|channels?
      |more\s(?:in|from|on)\s\w+|in\sthis\ssection|(?:main\s)?(?:menu|navigation)|nav|go\sto|quick\s?links|our\ssites|categories
      |also\sin|back\sto(?:\s\w+)?|site\s?map|select\s(?:your\s)?(?:region|edition|section|county|district)|regions?|all\ssections
      |(?:news)?room\shome(?:\s?page)?|home\s?page|home|front\spage|index|filter\sby|sort\sby|show|view|latest|tags?)\b\s?[:>›»|/-]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_SMALL = frozenset(("", *"and & of the its in on for to a an your our at by from + s".split()))


@cache
def _section_words() -> frozenset[str]:
    return SECTION_WORDS | MENU | frozenset(" ".join(entry.split()) for entry in _MORE_SECTIONS.split("|"))


# Entries of menus that are too common in prose, or too rare, to know a line of a page by them alone.
_MORE_SECTIONS = """
    advice | agriculture | analysis | announcements | apps | art | ask us | athletics | automotive | aviation |
    banking | baseball | basketball | birthdays | bmd | boxing | budget | calendar | campus | cartoons | charity
    | charts | chess | cinema | cities | city | city hall | classified | coast | columnists | columns | comics |
    commentary | companies | competitions | consumer | cooking | council | councils | counties | country |
    county | court | courts | crossword | crosswords | cycling | data | dating | deaths | defence | defense |
    design | development | diary | directory | districts | diy | do it yourself | drinks | earth | east |
    election | elections | emergency | energy | equities | eu | exams | exclusive | exclusives | executive |
    explained | explainers | fact check | family | family notices | farming | farms | features | film reviews |
    fishing | fitness | flights | food & drink | food and drink | forex | from the archive | funds | galleries |
    gaming | gardening | gardens | golf | gossip | government | health & fitness | heritage | high school |
    history | hockey | holidays | homes | hometown | horoscope | horoscopes | horse racing | hospitals | hotels
    | house & home | housing | humour | immigration | in depth | in memoriam | in pictures | industry |
    infrastructure | innovation | insight | insurance | interactives | interiors | interviews | ipo | journal |
    kids | labour | law | leaders | leagues | learning | legal notices | leisure | letters | letters to the
    editor | library | links | live blog | live scores | local government | local news | long read | long reads
    | longreads | lotteries | lottery | marketplace | match centre | match reports | media | metro | middle east
    | military | monsoon | mortgages | motors | motorsport | movies | mutual funds | my city | nation | nature |
    neighborhoods | neighbourhoods | nightlife | north | nostalgia | notices | nutrition | obits | oceans |
    outdoors | overview | parenting | parents | parliament | partners | pensions | people | personal finance |
    pets | philosophy | photo | photography | picture galleries | pictures | places | planning | podcast |
    poetry | police | policing | popular | profiles | programmes | psychology | public notices | quiz | quizzes
    | racing | radio | rail | real estate | recruitment | religion | research | restaurants | retail | rights |
    roads | rowing | rugby | rugby league | rugby union | rural | saved | schools | security | series | services
    | shares | shares & funds | shipping | shopping | showbiz | soccer | social media | society | south | space
    | special reports | specials | spotlight | stage | start-ups | startups | states | stocks | stocks & shares
    | stories | street | students | style & beauty | sudoku | supplements | tables | tax | tennis | theatre &
    dance | tips | today's paper | top | topics | towns | trade | traffic & travel | trending | trends |
    tributes | tutorials | tv & radio | tv guide | universities | university | updates | upload | videos | viral
    | visual | visuals | voices | volunteering | war | water | web stories | weddings | weekend | weekender |
    wellbeing | wellness | west | what's on | whats on | wildlife | win | wine | women | work | writers |
    yachting | year in review | young people | youth
"""
_NO_MENU = pattern(
    r"[“”\"]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}|[£$€₹%]|\d[-–]\d|[.!?…]$|\b(?:is|are|was|were|has|have|had|will|said|says|that|which|who)\b|\w\.\s[A-Z]",
)


def is_row_of_sections(line: str) -> bool:
    """Tell whether a line is nothing but entries of a menu, parted by marks or by their capitals."""
    if not 8 <= len(line) <= _LONGEST or line.endswith(_ENDS) or _NO_MENU.search(line):
        return False
    label = _ROW_LABEL.match(line)
    parts = [part for part in map(line_key, _ENTRY_CUT.split(line)) if part]
    if len(parts) < 3:
        return _is_plain_row(line[label.end() :] if label else line, label is not None)
    is_asked = label is not None and _ASKS.match(label[0]) is not None
    return is_asked or _is_cut_row(line, parts, label is not None)


# A label that asks readers to choose from what follows, whatever that is.
_ASKS = pattern(
    r"(?:browse|jump|follow|search|select|filter|sort|choose|change|pick|find|your)\s(?:\w+\s){0,2}\w+:", re.IGNORECASE
)


def _is_cut_row(line: str, parts: list[str], has_label: bool) -> bool:
    """Tell whether parts between marks are as short as entries, in capitals, and enough of them known."""
    if max(part.count(" ") for part in parts) > _LONGEST_ENTRY or not all(map(_is_set, _ENTRY_CUT.split(line))):
        return False
    worth = sum(map(_worth, parts))
    if _PATH_CUT.search(line):
        return worth >= 1
    if _HARD_CUT.search(line):
        return worth >= (1 if has_label else len(parts) / 3)
    return worth >= 0.4 * len(parts) and len(parts) >= (3 if has_label and ":" in line else 5)


_LONGEST_ENTRY = 3  # spaces


def _worth(part: str) -> float:
    """Return how much an entry speaks for a menu: all that is known, or a word of it."""
    known = _section_words()
    if part in known or part.rpartition(": ")[2] in known or part.partition(": ")[0] in known:
        return 1
    return 0.5 * any(word in known for word in part.split() if word not in _SMALL)


def _is_set(part: str) -> bool:
    """Tell whether an entry begins with a capital, a figure or a sign."""
    first = next((sign for sign in part if sign.isalnum()), "A")
    return first.isupper() or first.isdigit()


_MANY = 6  # words
_JOIN = pattern(r"(?<=[a-z])(?=[A-Z])")
_ONE_WORD = 25  # code points


def _joined(text: str) -> list[str]:
    """Return the entries of a menu whose spaces were lost: `HomeLatestMarketsOpinion`."""
    longest = max(text.split(), key=len, default="")
    return _JOIN.sub(" ", text).split() if len(longest) >= _ONE_WORD and len(_JOIN.findall(longest)) >= 3 else []


def _is_plain_row(text: str, has_label: bool) -> bool:
    """Tell whether words with capitals, and nothing between them, are mostly entries of menus."""
    words = _joined(text) or text.split()
    if len(words) < (3 if has_label else 4) or sum(map(str.islower, words)) > 2:
        return False
    keys = list(map(line_key, words))
    is_set = all(map(_is_set_or_small, words))
    entries, covered = _count_entries(keys)
    is_enough = entries >= 3 and covered >= (0.6 if is_set else 1) * sum(key not in _SMALL for key in keys)
    return is_enough or (is_set and _has_regions(keys))


def _has_regions(keys: list[str]) -> bool:
    """Tell whether one word stands in most entries: `North Wales South Wales Mid Wales`."""
    return len(keys) >= _MANY and max(keys.count(key) for key in keys if key not in _SMALL) >= 3


def _is_set_or_small(word: str) -> bool:
    return _is_set(word) or word.lower() in _SMALL


def _count_entries(keys: list[str]) -> tuple[int, int]:
    """Return how many entries of menus stand in a row of words, and how many words they are."""
    known = _section_words()
    at = entries = covered = 0
    while at < len(keys):
        size = next((size for size in (3, 2, 1) if " ".join(keys[at : at + size]) in known), 0)
        entries, covered, at = entries + (size > 0), covered + size, at + max(size, 1)
    return entries, covered
