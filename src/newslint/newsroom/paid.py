"""Tell what was paid for: notices of who paid, what a writer was given, and offers to buyers in an article of others.

A notice is short and has words of patronage with a name and no clause of its own, or with the publication, its writers
or this text as what was paid. An offer speaks to buyers, in an article that speaks to nobody else.
"""

from __future__ import annotations

import re

from newslint.language.units.words import list_parts
from newslint.patterns import pattern

_MOST_WORDS = 40
_PIECE = (
    r"(?:article|story|stories|post|piece|feature|guide|series|content|review|video|episode|page|section|column"
    r"|newsletter|recipe|supplement|report|text|copy|list|blog|test|special|edition|coverage)"
)
_TEXT = rf"(?:(?:this|our|today['’]s|the) (?:\w+ ){{0,2}}?{_PIECE}s?|this (?:space|slot|spot))\b"
# Anybody may pay for “the series” that news tells of.
_OWN_TEXT = _TEXT.replace("(?:this|our|today['’]s|the)", "(?:this|our|today['’]s)", 1)
_WRITER = (
    r"(?:us|me|(?:our|the) (?:\w+ )?(?:writer|author|reviewer|reporter|columnist|photographer|correspondent|team"
    r"|family|tester"
    r"|critic|editor|blogger|journalist|crew)s?)"
)
_GIVEN = (
    r"(?:gifted|gave|given|sent|lent|loaned|provided|supplied|donated|covered|paid(?: for)?|funded|sponsored"
    r"|hosted|treated"
    r"|flew|flown|comped|arranged|organised|organized|picked up|met|put up|looked after|kitted out|fed)"
)
_GIFT = (
    r"(?:trips?|stays?|flights?|meals?|dinner|tickets?|rooms?|hotel|products?|items?|samples?|holiday|visit"
    r"|travel|accommodation"
    r"|board|transport|kit|outfits?|clothes|fuel|car|motorhome|caravan|cruise|tour|bill|costs?|expenses|tab"
    r"|treatments?|hamper"
    r"|drinks?|breakfast|entry|passes|pass)"
)
_NAME = r"(?-i:(?:the |our |[A-Z])[\w’'&.-]*)"
# Words of patronage without a clause: “In association with Roe & Lind”, “Content provided by the port’s shop”.
_NOTICE = pattern(
    r"(?:an? |this (?:is )?(?:an? )?|the )?(?:(?:made|kindly|generously|proudly|exclusively|paid and|sponsored|paid"
    r"|commercial|partner"
    r"|brand|branded|promoted|promotional|advertisement|advertising|advert|advertorial|content|text|words|copy"
    r"|article|feature"
    r"|post|page|message|supplement|series|column|recipes?|pictures?|photographs?|advertiser|client|story|special"
    r"|written|created"
    r"|produced|supplied|provided|prepared|published|presented|supported|powered|hosted|funded|underwritten"
    r"|backed|brought to"
    r" you|in|with|our|and|made possible|association|partnership|collaboration|cooperation|conjunction|thanks to"
    r"|courtesy)\s)"
    r"{0,8}(?:(?:by|with|from|of|for|to)\s|content: |feature: |partner: )"
    rf"{_NAME}"
)
_PATRONAGE = pattern(
    r"\b(?:sponsor\w*|paid|partner(?:ship|s)?(?! of)|advert\w*|promot(?:ed|ional|ion)|supplied|provided|presented"
    r"|supported"
    r"|powered|hosted|association with|brought to you|collaboration|conjunction|commercial|courtesy|branded"
    r"|marketing|client"
    r"|underwritten)\b",
    re.IGNORECASE,
)
_CREDIT = pattern(
    r"\b(?:photo\w*|pictures?|images?|map|graphic|chart|data|reporting|report|video|footage|translation"
    r"|information|statement"
    r"|foundation|fund|university|institute|cent(?:er|re)|press|news|court|police|council|government|ministry"
    r"|getty|reuters|ap|afp)\b",
    re.IGNORECASE,
)
# Who lent a picture: nothing says that a text was paid for.
_COURTESY = pattern(r"(?:\w+ )?courtesy\b", re.IGNORECASE)
_WORDS = pattern(r"(?:words|text|copy|article|content|feature)\b", re.IGNORECASE)
_FINITE = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|said|says|did|does|[a-z]+s the|told)\b"
)
_OF_US = tuple(
    pattern(text, re.IGNORECASE)
    for text in (
        # Who paid for this text, or sees it first
        rf"\b(?:sponsor(?:s|ed)|paid(?: for)?|commissioned|funded|underwrote|underwritten|bought|backed"
        rf"|covered the costs? of"
        rf"|made possible) (?:(?:\w+ ){{0,3}}?{_OWN_TEXT}"
        rf"|(?:the costs? of )?(?:producing|making|writing|publishing) {_TEXT})",
        rf"{_OWN_TEXT} (?:\w+ ){{0,2}}?(?:is|was|were|has been|have been|are|comes?) (?:\w+ ){{0,2}}?(?:sponsored"
        rf"|paid(?: for)?"
        r"|commissioned|funded|underwritten|bought|taken|booked|backed|made possible|supported|financed|supplied"
        r"|provided"
        r"|courtesy of)\b"
        r"(?! (?:evidence|data|more|details|information))",
        r"\b(?:advertis\w+|sponsorship|commercial|marketing|promotional) (?:contract|deal|agreement|package"
        r"|arrangement"
        r"|relationship|partner|client|customer|budget|studio|team|department)s? (?:\w+ ){0,2}?(?:with|of|in|for"
        r"|at) (?:this|us"
        r"|our|these|(?-i:the )?(?:\w+ ){0,2}?(?:newspaper|paper|magazine|site|website|title|gazette|herald"
        r"|studio)\b)"
        r"|\b(?:commercial|brand|content|partner) (?:studio|content team|team) for (?-i:[A-Z])",
        r"\badvertiser\w* (?:in|with|on|of) (?:these|this|our|the) (?:\w+ )?(?:pages?|newspaper|paper|site"
        r"|website|magazine|us)\b",
        r"\b(?:views|words|text|claims|opinions|content) (?:\w+ ){0,3}?(?:is|are) (?:those"
        r"|that) of the (?:advertiser|sponsor|client"
        r"|brand)\b|\b(?:draft|copy|text|piece|proof|article|version) (?:was |were |has been |is )?(?:sent|shown"
        r"|submitted|given) to"
        r" the (?:client|sponsor|advertiser|brand|company)\b|\bthe (?:client|sponsor|advertiser"
        r"|brand) (?:\w+ )?(?:approved|saw|read"
        r"|signed off|had (?:copy )?approval|checked)\b|\bthe (?:client|sponsor|advertiser"
        r"|brand) (?:\w+ )?(?:asked for"
        r"|wants?|wanted)\b(?=.{0,60}\b(?:headline|copy|piece|text|article|logo|links?|mentions?|quotes?|label|word"
        r"|paragraph|feature|picture|photo)s?\b)",
        r"\b(?:text|words|copy|article|feature) (?:written|supplied|provided|prepared) by the (?:marketing|sales"
        r"|press|pr|brand"
        r"|commercial|communications) (?:team|department|office)\b",
        # What the writer was given
        rf"\b(?!gave|given|met|sent|paid|provided|supplied|covered|funded|arranged|organi)"
        rf"{_GIVEN} {_WRITER}\b(?! an ear| a hand)"
        rf"|\b(?:provided|supplied|covered|funded|arranged|organi[sz]ed) (?:for )?{_WRITER}\b"
        rf".{{0,60}}\b(?:{_GIFT}|free|complimentary|for (?:the )?(?:review|test))\b|\b(?:put|fed|looked after"
        rf"|kitted out) {_WRITER} (?:up|out|for)\b",
        r"\b(?:we|i|our (?:\w+ )?(?:writer|reporter|reviewer|team|family)) (?:was|were|had been|have been|got"
        r"|has been)"
        r" (?:\w+ ){0,2}?(?:gifted|sent|lent|loaned|hosted|treated|flown|comped|put up|kitted out|sponsored"
        r"|donated)\b"
        r"(?! (?:that|in the|around|round|down|an? (?:link|e-?mail|letter|copy|note|message)|home|away|back"
        r"|to (?:\w+ )?(?:prison|jail|war|school|hospital)|by (?:police|officials"
        r"|the (?:police|court))))",
        rf"\b(?:our|my) (?:\w+ ){{0,2}}?{_GIFT} (?:was|were|came) (?:\w+ )?(?:{_GIVEN}|courtesy|free|on the house)",
        rf"\b{_GIFT} (?:\w+ ){{0,3}}?(?:was|were) (?:\w+ )?(?:gifted|comped|complimentary|(?:provided|supplied"
        rf"|given|sent) (?:free|at no"
        r" (?:cost|charge)|gratis))\b|\bfor the purposes of this (?:review|article|feature|piece|test)\b",
        r"\b(?:as|were|was|being) (?:the |an? |their )?guests? of (?:the )?(?-i:[A-Z])",
        r"\b(?:they|makers?|brands?|company|firm|hotel|owners?|sponsors?|shop|dealer|all|(?-i:[A-Z]\w+)) (?:have "
        r"|had |has )?(?:paid|pays?)"
        r" (?:me|us)\b(?! (?:a visit|back|for|more|less|attention|tribute))|\b(?:i|we)(?:['’]ve| have| am| are"
        r"|['’]m|['’]re)? (?:\w+ )?(?:teamed"
        r" up|partnered|joined forces|linked up|collaborated|teaming up|partnering|collaborating"
        r"|tied up) with (?:the |our )?(?-i:[A-Z])"
        r"|\bas an? (?:\w+ )?(?:ambassador|influencer|affiliate|partner) (?:for|of) (?:the (?:brand|company|firm"
        r"|maker)|(?-i:[A-Z]))"
        r"|\b(?:brand ambassador|paid partner) (?:for|of)\b|\bon loan from (?:the )?(?:maker|brand|manufacturer"
        r"|dealer|garage|importer|company|shop)\b",
        r"\b(?:big |huge |special |many )?(?:thank[- ]?you|thanks) (?:so much )?to (?:the |our "
        r"|everyone at )?(?-i:[A-Z])[^.!?\n]{2,40} for"
        r" (?:putting|having|hosting|sending|letting|flying|feeding|lending|looking|giving|supplying|providing"
        r"|supporting|sponsoring"
        r"|treating|inviting|the (?:\w+ )?(?:stay|trip|room|tickets?|meal|loan|car|kit|samples?))",
        r"\b(?:i|we) (?:was|were|had been) invited (?:to (?:try|stay|eat|dine|visit|test|sample|review)"
        r"|by (?:the )?(?-i:[A-Z]))"
        r"|\b(?:i|we) (?:did not|didn['’]t) pay\b|\bpicked up (?:the|our) (?:bill|tab|cost)s? for (?:our|us|me|my"
        r"|this)\b|\bpays? us\b"
        r"|\b(?:given|lent|sent|donated) to (?:us|me) by (?:the )?(?:maker|brand|company|firm|hotel|manufacturer"
        r"|shop|sponsor|(?-i:[A-Z]))"
        r"|\bby arrangement with (?-i:[A-Z])|\bour (?:\w+ )?sponsors at (?-i:[A-Z])"
        r"|\bour friends at .{2,40} (?:given|sent|offered|lent)\b|\b(?:authors?"
        r"|writers?) of this (?:\w+ )?(?:guide"
        r"|article|piece|column|feature|post|page) (?:work|works|is employed|are employed|is paid|are paid)\b"
        r"|\b(?:written|made|produced|supplied)"
        r" by the (?:brand|company|client|sponsor|maker|advertiser)['’]s\b|\b(?:i|we|us"
        r"|me)\b.{0,40}\bso that (?:i|we) (?:could|would|can|will)"
        r" (?:tell|write|review|share)\b",
        r"\bthis (?:article|story|post|piece|feature|guide|series|column|page|review|video|week|month"
        r"|section)['’]s (?:\w+ )?(?:partners?"
        r"|sponsors?|advertisers?|backers?|supporters?)\b|\bwhose (?:\w+ )?(?:backing|support|help|sponsorship"
        r"|generosity|money|funding)"
        r" (?:has |have |had )?(?:\w+ )?(?:allowed|let|helped|enabled|made|paid|lets|allows|makes|pays)\b"
        r"|\b(?:allowed|enabled|helped|let) us to"
        r" bring (?:you|this)\b",
        r"\b(?:thanks|thank you) to our (?:\w+ )?(?:friends|partners?|sponsors?|supporters|hosts?|clients?)\b"
        r"(?:,? (?:at|from|for|(?-i:[A-Z])))"
        r"|\b(?:words?|message|offer|deal|content|ideas?|tips?|advice|guide|article|story|post|recipe|brought to you"
        r"|made possible|provided|supplied|sponsored|courtesy) (?:\w+ ){0,3}?(?:by|from|of|to)"
        r" our (?:\w+ )?partners at (?-i:[A-Z])"
        rf"|\b(?:{_TEXT}|{_GIFT}|this (?:week|month|issue|season)['’]s \w+) "
        r"(?:\w+ ){0,3}?(?:come|comes|came) courtesy of (?-i:[A-Z])"
        r"|\bwe (?:have |['’]ve )?(?:been working|worked"
        r"|are working) with (?-i:[A-Z])",
        r"\bin (?:exchange|return) for (?:\w+ )?(?:writing|a (?:review|mention|post)|coverage|publicity"
        r"|an? \w+ (?:review|mention))\b",
    )
)
# A giver and what it gave, and nothing else: “Hallin Caravans supplied the motorhome and the fuel.”
_GIVER = pattern(
    r"[A-Z][\w’'&-]*(?: (?:[A-Z&][\w’'&-]*|of|the)){0,4} (?:kindly |generously )?(?:supplied|provided|lent|loaned"
    rf"|donated|gifted) (?:the|our|all the) (?:\w+ ){{0,2}}?{_GIFT}\b(?: and the \w+)?[.]?"
)
_TRADE = (
    r"(?:showrooms?|branch(?:es)?|stand \d+|stores?|checkout|websites?|experts?|specialists?|advis[eo]rs|team"
    r"|range|collection"
    r"|customers|clients|budget|guarantee\w*|no[- ]obligation|spa|salon|clinic|brand|serum|mattress(?:es)?|sofas?"
    r"|kitchens?"
    r"|windows|conservatory|loans?|mortgages?|insurance|broadband|membership|makers of|www\.|stockists?|catalogue"
    r"|brochure)"
)
_ADDRESS = pattern(
    r"(?:\A|[.!?] )(?:Looking for|Need|Fancy|Thinking of|Tired of|Want|Want to|Dreaming of|Ready (?:to|for)"
    r"|Planning) [^.!?]{3,60}\?|\b[Rr]eaders (?:of|can|get|who|will|save)\b|, (?:fill in|fill out|log on|sign up"
    r"|go to|visit|call|ring|pop"
    r"|head)\b|\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Oo]ur|us|[Ww]e)\b(?!\.)|(?:\A|[.!?:] |, )(?:Call in|Pop"
    r"|Come|Visit|Head|Book|Order|Buy|Shop"
    r"|Get|Grab|Claim|Treat|Try|Switch|Speak|Talk|Mention|Quote|Use|Enter|Hurry|Save|Discover|Enjoy|Choose"
    r"|Why not|Don['’]t miss"
    r"|Ask|Ring|Call|Click|Redeem|Show|Take advantage|Make the most|Stock up|Upgrade|Drop (?:by|in)|Snap up"
    r"|Browse|Explore|Join)\b"
)
_DEAL = pattern(
    r"\b\d{1,2} ?(?:%|per ?cent|percent) (?:off|discount)\b|\b(?:ten|fifteen|twenty|thirty|forty"
    r"|fifty) per ?cent (?:off|discount)\b"
    r"|\bhalf[- ]price\b|\bcomplimentary\b|\bdiscount(?:s|ed)?\b|\b(?:special|exclusive|introductory|limited"
    r"|reader|our|this|winter|summer"
    r"|spring|autumn|great|latest|these|the) (?:\w+ )?(?:offers?|deals?)\b|\boffer (?:must )?ends?\b"
    r"|\bsave (?:up to )?[£$€₹R]\d"
    r"|\b(?:only|just|from|for|yours for|from just|from only|at|worth) [£$€₹]\d|\binterest[- ]free\b"
    r"|\b(?:promo )?code [A-Z0-9]{4,}"
    r"|\b[A-Z]{2,}\d{1,3}\b(?= for| to| at| when)|\bvouchers?\b|\bget one free\b|\bfree (?:[\w-]+ )?(?:quote"
    r"|consultation|survey|eye test|valuation"
    r"|trial|delivery|coffee|glass|gift|appraisal|estimate|assessment|sample|fitting|installation|check"
    r"|health check|parking|tea"
    r"|prosecco|wine|drink|dessert|breakfast|advice|demonstration|demo|brochure|test drive)\b|\b(?:value|check"
    r"|measure|clean|inspect"
    r"|survey|test) your \w+ (?:for )?free\b|\bprices? (?:start|from)\b|\bno[- ]obligation\b"
    r"|\bfor the price of (?:one|two)\b|\blimited period\b|\bmention (?:this|the) ad(?:vert)?\b"
    r"|\bpriced (?:at )?[£$€]\d|\bnothing to pay\b"
)
_URGE = pattern(
    r"\b(?:this weekend|today|now|[Hh]urry|must end|while stocks last|limited time|this month|before (?:\w+day|it"
    r"|the end)|don['’]t miss)\b"
)
_PRAISE = pattern(
    r"\b(?:for all your \w+ needs|[Tt]rusted by|(?:here|there) for you|ticks? every box|all[- ]new"
    r"|on display (?:now )?at|on show (?:now )?at|like a dream|award[- ]winning"
    r"|friendly|no excuse|never been (?:a )?(?:better|easier)|look no further|(?:our"
    r"|your) \w+ (?:is|are) (?:our|your"
    r"|the) (?:priority|passion|promise|business|pride)|deserves?|ideal|perfect for|right for you"
    r"|(?:be )?delighted to|happy to help"
    r"|every (?:woman|man|home|family|mum|dad|parent|garden|kitchen|driver) (?:needs|deserves|wants|should)"
    r"|(?:[Nn]obody|[Nn]o one) (?:knows"
    r"|does|makes|understands|cares)|the best \w+ (?:in|for|you)|one of a kind|second to none|peace of mind"
    r"|hassle[- ]free|stress[- ]free"
    r"|tailor[- ]made|bespoke|handcrafted|luxurious|[Ww]hatever your|sleep better|can help you|help you"
    r"|love (?:our|your))\b"
)
_TRADES = pattern(rf"\b{_TRADE}\b", re.IGNORECASE)
_OFFER_ALONE = pattern(
    r"(?:\b(?:terms (?:and|&) conditions|t&cs) apply\b|\boffer (?:must )?ends?\b|\bwhile stocks last\b|\bhurry, "
    r"|\bget one free\b"
    r"|\bsubject to availability\b|\b(?:mention|quote) (?:the |this )?\w+ (?:for|to get|when|at the"
    r"|and)\b.{0,40}\b(?:free|off|discount|complimentary)\b)",
    re.IGNORECASE,
)
_HOUSE = pattern(
    r"\b(?:newsletter|subscri\w+|journalis[mt]\w*|newsroom|donat\w+|charity|charities|police|crimestoppers"
    r"|helpline|emergency|council"
    r"|vote\w*|petition|volunteers?|hospital|patients|nhs|citizens|taxpayers?|tip line|tips|anonymous\w*"
    r"|universit\w+|librar\w+|museums?|department|bureau|institute|agenc(?:y|ies)|federal|government|grants?|fellowships?|philanthrop\w+"
    r"|(?-i:Foundation|Trust|Endowment|Fund|Center|Centre|Society|Initiative))\b",
    re.IGNORECASE,
)


# One of these is in what the patterns know.
NOTICING = frozenset(
    """
    sponsor sponsors sponsored sponsorship paid partner partners partnership advert advertisement advertiser
    advertisers advertising advertorial promoted promotional promotion supplied provided presented supported powered
    hosted association brought collaboration conjunction commercial courtesy branded marketing client clients
    underwritten commissioned funded bought backed covered possible gifted given gave got lent loaned donated treated
    guest guests thanks thank exchange return put fed kitted teamed partnered ambassador influencer affiliate loan
    backing allowed space slot opinion guests purposes comped complimentary free working worked brand draft invited
    pay pays picked arrangement authors author agency written made friends invite teamed partnered ambassador loan
    backing
    """.split()
)
OFFERING = frozenset(
    """
    free off discount discounts complimentary offer offers deal deals voucher vouchers code save price prices
    interest-free half-price no-obligation hurry conditions availability showroom showrooms branch branches stand
    store stores checkout website experts specialists advisers advisors team range collection customers clients budget
    guarantee guaranteed friendly award-winning excuse better easier deserve deserves priority ideal perfect delighted
    happy needs nobody best bespoke luxurious help bed love yours for from only just never trusted roofing needs
    all-new display box promise drop
    """.split()
)


# For each form of `_OF_US`, words in small letters of which a sentence that has it has one; two bars part several sets.
_WORDS_OF_US = tuple(
    [frozenset(words.split()) for words in entry.split("||")]
    for entry in (
        "sponsors sponsored paid commissioned funded underwrote underwritten bought backed covered possible",
        "sponsored paid commissioned funded underwritten bought taken booked backed possible supported financed"
        " supplied provided courtesy",
        "advertise advertised advertises advertising advertisement advertisements advertiser advertisers sponsorship"
        " commercial marketing promotional brand content partner",
        "advertiser advertisers",
        "advertiser sponsor client brand company",
        "written supplied provided prepared",
        "gifted lent loaned donated sponsored hosted treated flew flown comped picked put looked kitted fed provided"
        " supplied covered funded arranged organised organized"
        " || us me writer writers author authors reviewer reviewers reporter reporters columnist columnists"
        " photographer photographers correspondent correspondents team teams family familys tester testers"
        " critic critics editor editors blogger bloggers journalist journalists crew crews",
        "gifted sent lent loaned hosted treated flown comped put kitted sponsored donated",
        "our my || was were came",
        "gifted comped complimentary free cost charge gratis purposes || was were purposes",
        "guest guests",
        "paid pay pays teamed teaming partnered partnering joined linked collaborated collaborating tied ambassador"
        " influencer affiliate partner loan",
        "thank thanks thankyou",
        "invited pay pays picked given lent sent donated arrangement sponsors friends author authors writer writers"
        " brand company client sponsor maker advertiser tell write review share",
        "partner partners sponsor sponsors advertiser advertisers backer backers supporter supporters whose bring",
        "thank thanks partners courtesy worked working || our we courtesy",
        "exchange return",
    )
)


def is_notice(text: str, words: frozenset[str] | None = None) -> bool:
    """Tell whether a short paragraph says who paid for a text, or what its writer was given, as a notice does."""
    if text.count(" ") >= _MOST_WORDS:
        return False
    core = text.strip(" *_[]()–—-\n\t")
    if speaks_of_us(core, words) or (_GIVER.fullmatch(core) and not _HOUSE.search(core)):
        return True
    found = _NOTICE.match(core.lower()[:1] + core[1:]) or _NOTICE.match(core)
    return bool(found and _PATRONAGE.search(core)) and not (
        _FINITE.search(core) or _COURTESY.match(core) or (_CREDIT.search(core) and not _WORDS.match(core))
    )


def speaks_of_us(sentence: str, words: frozenset[str] | None = None) -> bool:
    """Tell whether a sentence says that this text, its publication or its writer was paid for, given or helped.

    Its `words` in small letters may be given where they are known.
    """
    if words is None:
        words = frozenset(list_parts(sentence.lower()))
    for form, needed in zip(_OF_US, _WORDS_OF_US, strict=True):
        if not any(map(words.isdisjoint, needed)) and form.search(sentence):
            return not _HOUSE.search(sentence)
    return False


# Words of a text about itself, to its readers and of the advertising trade, and orders with which an offer begins.
_ITSELF = pattern(
    r"\b(?:I|[Ww]e|[Uu]s|[Mm]e|[Mm]y|[Oo]urs?|[Yy]ou|[Yy]ours?|[Rr]eaders?)\b(?!\.)"
    rf"|\b(?:[Tt]his|[Tt]hese|[Tt]oday['’]s) (?:\w+ ){{0,2}}?{_PIECE}s?\b"
    r"|\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:author|writer|reviewer|columnist|blogger)s?\b"
    r"|\b(?i:advertorials?|advertis(?:ement|ing) features?"
    r"|sponsor(?:ed)? (?:content|post|feature|message)|commercial partners?|brand(?:ed)? content"
    r"|insertions?|paid (?:post|content|partnership|feature)|content)\b|#\w|\b[A-Z]{2,}\d{1,3}\b|\bcode [A-Z]{3}"
    r"|\A\W*(?:[Ii]n (?:\w+ )?(?:association|partnership|collaboration)|[Ss]upported by|[Pp]resented by|[Pp]owered by"
    r"|[Ss]ponsored by|[Pp]aid for|[Bb]rought to you|[Pp]romoted by|[Mm]ade in|(?:Do not |Don['’]t |Why not )?"
    r"(?:Book|Call|Visit|Order|Buy|Shop|Get|Claim|Ring|Quote|Mention|Use|Enter|Try|Treat|Hurry|Save|Discover|Enjoy"
    r"|Browse|Explore|Join|Wait|Show|Speak|Ask|Come|Head|Pop)\b)"
)


def speaks_for_itself(sentence: str) -> bool:
    """Tell whether a sentence speaks of its text, its writer or to its readers; what others were given is news."""
    return _ITSELF.search(sentence) is not None


def is_offer(text: str) -> bool:
    """Tell whether a short paragraph makes buyers an offer, in an article that speaks to nobody else."""
    return text.count(" ") < _MOST_WORDS and _makes_offer(text) and not _HOUSE.search(text)


def _makes_offer(text: str) -> bool:
    """Tell whether a paragraph makes an offer, whoever may make it."""
    praise, deals = len(_PRAISE.findall(text)), len(_DEAL.findall(text))
    if praise > 1 or (deals > 1 and text.startswith("Prices")) or _OFFER_ALONE.search(text) or _BOAST.search(text):
        return True
    if deals and praise:
        return True
    # The rest must speak to readers, which is looked at last.
    if not (deals or (praise and _NAMED.search(text))):
        is_urgent = praise > 0 or _URGE.search(text) is not None
        if not (is_urgent and _TRADES.search(text)):
            return False
    return _ADDRESS.search(text) is not None


_BOAST = pattern(
    r"\bnever been (?:a )?(?:better|easier) (?:time|way)? ?to\b|\bAt [A-Z][\w’'-]+(?: (?:&|and"
    r"|[A-Z][\w’'-]+)){0,4},? (?:we|our)\b|"
    r"\b(?:[Nn]obody|[Nn]o one) (?:knows|does|makes|understands|cares) .{3,60} like \b"
)
_NAMED = pattern(
    r"\b(?:[Aa]t|[Cc]hoose|with|by|like|how|from) (?:the \w+ (?:at|of) )?[A-Z][\w’'&-]+(?: (?:&|and|[A-Z][\w’'&-]*))*"
)
