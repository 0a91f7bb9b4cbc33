"""Find street addresses with the number of a house, and tell homes from offices, shops and venues."""

from __future__ import annotations

from newslint.language.private.people import NAME, RELATION, SOMEBODY
from newslint.patterns import pattern

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_STREET = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Way|Terrace|Ter|Place|Pl|Square|Sq|Boulevard|Blvd"
    r"|Crescent|Cres|Gardens|Grove|Hill|Row|Mews|Walk|Park|Rise|View|Circle|Cir|Trail|Parkway|Pkwy|Highway|Hwy|Parade"
    r"|Green|Gate|Quay|Wharf|Mount|Vale|Croft|Bank|Yard|Path|Loop|Ridge|Heights|Common|Fold|Pike|Alley|Cove"
    r"|Crossing|Bend|Run|Fields?|Meadows?|Villas|Cottages|Brae|Wynd|Drove|Chase|Nagar|Marg|Colony|Enclave)"
)
_NUMBER = r"(?:(?:No\.?|Number|Nr\.?)[ ])?\d{1,5}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?"
_FLAT = r"(?:(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]oom|[Hh]ouse|Plot)[ ](?:No\.?[ ])?\w{1,4},?[ ])?"
_OLD_WORLD = (
    r"(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|damm|ufer|vej|veien|vegen|gata|gatan|gade|v[äa]gen|straat|laan|plein"
    r"|gracht|katu|utca)"
)
_ROMANCE = (
    r"(?:Rua|Rue|rue|Via|Calle|calle|Avenida|Carrer|Plaza|Piazza|Viale|Corso|Travessa|Largo|Praça|Impasse|impasse"
    r"|Chemin"
    r"|chemin|Allée|allée|Strada|ulica|ul\.)"
)
_OF = r"(?:(?:de|da|do|di|du|des|della|delle|del|la|le|las|los|dos|das|l[’']|d[’'])[ ]?){0,3}"
ADDRESS = pattern(
    rf"(?<![\w.,£$€/-])(?<!Rt )(?<!Route ){_FLAT}(?:"
    rf"{_NUMBER},?[ ](?:[NSEW]\.?[ ])?(?:(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th))[ ]){{1,4}}?{_STREET}\b"
    rf"|[A-ZÄÖÜÅØÆ][\wäöüåøæ-]{{0,30}}?{_OLD_WORLD}[ ]\d{{1,4}}[a-z]?\b"
    rf"|{_NUMBER}(?:[ ]bis)?,?[ ]{_ROMANCE}[ ]{_OF}{_WORD}(?:[ ]{_WORD}){{0,2}}"
    rf"|{_ROMANCE}[ ]{_OF}{_WORD}(?:[ ](?:{_WORD}|de|da|do|della)){{0,3}},?[ ]\d{{1,4}}\b"
    rf")"
)
# Words of which each text with an address has one, cut at hyphens.
STREET_WORDS = frozenset(
    """
    road rd street st avenue ave lane ln drive dr close court ct way terrace ter place pl square sq boulevard blvd
    crescent cres gardens grove hill row mews walk park rise view circle cir trail parkway pkwy highway hwy parade green
    gate quay wharf mount vale croft bank yard path loop ridge heights common fold pike alley cove crossing bend run
    field fields meadow meadows villas cottages brae wynd drove chase nagar marg colony enclave rua rue via calle
    avenida carrer plaza piazza viale corso travessa largo praça impasse chemin allée strada ulica ul
    """.split()
)
CONTINENTAL = pattern(rf"{_OLD_WORLD}[ ]\d")
_FAMOUS = pattern(
    r"\b(?:Downing|Pennsylvania|Wall|Baker|Fleet|Broadway|Abbey[ ]Road|Bourbon|Savile|Harley|(?:Supreme|District"
    r"|Appeals|Crown|High|County|Circuit|Federal|Superior)[ ]Court|Rue[ ]du[ ]Faubourg)\b"
)
# What is no home, beside the address.
_BODY = pattern(
    r"\b(?i:offices?|headquarters|based|shops?|stores?|restaurants?|caf[ée]s?|pubs?|bars?|inn|hotels?|motels?|museums?"
    r"|galler(?:y|ies)|theat(?:re|er)s?|cinemas?|church|chapel|mosque|temple|synagogue|schools?|colleges?|university"
    r"|courthouse|stations?|town[ ]hall|city[ ]hall|clinics?|hospitals?|surgery|practice|pharmacy|solicitors?|lawyers?"
    r"|directors|undertakers?|auctioneers?|agents?|agency|company|firm|ltd|inc|llc|limited|studios?|centre|center"
    r"|clubs?"
    r"|library|branch|banks?|market|venues?|hall|embassy|consulate|ministry|department|council|institute|foundation"
    r"|charity|trust|society|association|salon|garage|warehouse|factory|depot|stadium|arena|gym|site|plant|bakery"
    r"|brewery"
    r"|bookshop|boutique|tickets?|admission|reception|newsroom|planning|development|retail|space|vacancies|tower"
    r"|skyscraper|lease"
    r"|square-foot|store[ ]front|storefront)\b"
)
# A house that is sold, shown or history.
_HOUSE = pattern(
    r"\b(?i:for[ ]sale|asking[ ]price|listed[ ](?:at|for)|on[ ]the[ ]market|square[ ]f(?:ee|oo)t|sq\.?[ ]ft|bedrooms"
    r"|designed[ ]by|architects?|listed[ ]building|blue[ ]plaque|plaque|birthplace|century|built[ ]in|open[ ]house"
    r"|landmark"
    r"|historic|museum|planning[ ]permission|estate[ ]agents?|realtor|sold[ ]for|auctioned|biograph\w+|novel|fictional"
    r"|character|sitcom|episode)\b|\b(?:1[5-8]\d\d|19[0-6]\d)\b"
)
_HOME = pattern(
    r"\b(?:homes?|house|bungalow|cottage|flat|apartment|villa|maisonette|condo(?:minium)?|townhouse|farmhouse|duplex"
    r"|mansion|residence|doorstep|front[ ]door|(?:their|his|her|whose|the)[ ]doors?|porch|driveway|letter-?box|mailbox"
    r"|curtains|kitchen|bedroom|lives?|lived|living|resid(?:es?|ed|ing)|moved|moving|settled|stays?|staying|grew[ ]up"
    r"|evicted|hid|pool|garden|balcony|windows?|[Nn]eighbou?rs?|lights[ ]go|returned|went[ ]back|drove[ ]back"
    r"|asleep|hiding|barricaded|address|doxx?ed"
    r"|doors|rents|rented|lodg\w+|occupant|knock\w*)\b"
)
# “the widow at”, “his girlfriend’s,”, “Joan Purdy’s at”, “Ben Doe (”
_BESIDE = pattern(
    rf"(?:(?:{RELATION}(?:[’']s?)?|\b(?:him|her|me))(?:,[ ][^,.;]{{1,40}})?,?[ ]?(?:(?:at|of|in|to|lives?)\b|[(,:–—])?"
    rf"|{NAME}(?:[’']s?[ ]at\b|[’']s,|[ ]\())[ ]?\Z"
)
_OF_ACCUSED = pattern(r"(?:\d\d|" + NAME + r"),?[ ]of[ ]\Z")
_COURT = pattern(
    r"\b(?i:court|charged|pleaded|pled|guilty|sentenced|jailed|fined|admitted|magistrates|convicted|bail(?:ed)?"
    r"|remanded"
    r"|denied|trial|indicted|arraigned|hearing|prosecut\w+)\b"
)
# “No. 17 Denver South (7-4) at No. 1 Palmer Ridge (10-0)”
_RANK = pattern(r"\bNo\.[ ]\d")
_SCORE = pattern(r"[ ]?\(\d")
# A year before a name: “And in 2006, Roe’s Avenue Capital …”, and a firm that is called after a street.
_YEAR = pattern(
    r"\b(?i:in|since|by|until|from|after|before|during|of|early|late|summer|winter|spring)[ ](?:1[5-9]|20)\d\d,"
)
_FIRM = pattern(r"[ ](?:Capital|Group|Partners|Holdings|Ventures|Management|Associates|Advisors|Productions|Records)\b")
_BEFORE, _AFTER, _CLOSE = 60, 45, 90


def find_home(text: str, sentence: tuple[int, int], around: tuple[int, int]) -> tuple[int, int] | None:
    """Return the first address of a sentence at which somebody lives, read with the sentences around it, or None."""
    start, end = sentence
    for match in ADDRESS.finditer(text, start, end):
        if _is_home(text, match.start(), match.end(), sentence, around):
            return match.start(), match.end() - match[0].endswith(".")
    return None


def _is_home(text: str, at: int, to: int, sentence: tuple[int, int], around: tuple[int, int]) -> bool:
    start, end = sentence
    before, after = text[max(start, at - _BEFORE) : at], text[to : min(end, to + _AFTER)]
    if _RANK.search(text, start, at) or _SCORE.match(text, to) or _FIRM.match(text, to):
        return False
    if _YEAR.search(text, max(start, at - _BEFORE), to):
        return False
    if _FAMOUS.search(text, at, to) or _BODY.search(before) or _BODY.search(after.partition(", and ")[0]):
        return False
    if _HOUSE.search(text, start, at) or _HOUSE.search(text, to, end):
        return False
    if _OF_ACCUSED.search(text[start:at]) and _COURT.search(text, *around):
        return False
    if _BESIDE.search(text[max(start, at - _CLOSE) : at]):
        return True
    told = text[around[0] : at], text[to : around[1]]
    return any(map(_HOME.search, told)) and any(map(SOMEBODY.search, told))
