"""The words of slots that ask for a name or a figure, and those that stand there for one: parts of patterns."""

from __future__ import annotations

# What is counted or measured, right after a figure; none of these is a plural that letters may stand before as a name.
UNIT = (
    r"(?:per[ ]cent|percent|percentage[ ]points?|pc|million|billion|trillion|thousand|hundred|dozen|crores?"
    r"|lakhs?|bn|m|k"
    r"|people|men|women|adults|children|boys|girls|pupils|students|patients|residents|villagers|workers|jobs|staff"
    r"|employees|members|families|homes|houses|households|flats|votes|seats|deaths|cases|passengers|visitors|fans"
    r"|spectators|goals|runs|wickets|tries|caps|appearances|games|matches|minutes?|mins?|hours?|hrs?|seconds?"
    r"|days?|weeks?"
    r"|months?|years?|decades?|nights?|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?"
    r"|millimet(?:re|er)s?|inches"
    r"|feet|ft|yards?|km|cm|mm|kmh|km/h|mph|acres?|hectares?|square|cubic|tons?|tonnes?|kilos?|kilograms?|kgs?"
    r"|grams?|stone"
    r"|pounds?|lbs?|oz|ounces?|lit(?:re|er)s?|mega-?lit(?:re|er)s?|gallons?|barrels?|pints?|(?:kilo|mega"
    r"|giga)watts?(?:[ -]hours?)?"
    r"|[kMG]Wh?|degrees?|°C?|dollars?|euros?|pence|cents?|rupees|rand|shillings|naira|nurses|doctors|soldiers"
    r"|officers"
    r"|firefighters|teachers|shops|stores|schools|hospitals|beds|cars|trains|buses|flights|copies|tickets|sheep"
    r"|cows|cattle)"
)
TITLES = (
    r"(?:Rt[ ]Hon|M(?:r|rs|s|x|iss|essrs)\.?|Dr\.?|Prof(?:essor)?\.?|Sir|Dame|Lord|Lady|Cllr\.?|Councill?or"
    r"|Coun\.?|Alderman|S(?:gt|ergeant)\.?"
    r"|Insp(?:ector)?\.?|PC|DC|DI|DS|Det\.?|Detective|Judge|Justice|Rev(?:erend)?\.?|Father|Fr\.?|Sister"
    r"|Sen(?:ator)?\.?|Rep\.?"
    r"|Gov(?:ernor)?\.?|Mayor|Capt(?:ain)?\.?|Col(?:onel)?\.?|Major|Gen(?:eral)?\.?|Lt\.?|Superintendent"
    r"|Constable|Officer|Deputy"
    r"|Minister|President|Bishop|Archbishop|Imam|Rabbi|Shri|Smt\.?|Headteacher|Chief[ ]Constable)"
)
# Names of nobody, behind a title: `Dr Whoever`, `Cllr What's-his-name`, `Mr A N Other`.
_NAMELESS = r"[Ww]hat(?:['’]?s|[ -]is)?[ -]?(?:is|his|her|er|its|their|the)?[ -]?(?:name|face|it|called)\b"
NOBODY = (
    rf"(?:{_NAMELESS}|Who(?:so)?ever|Whatever|Whomever|Blank|Somebody|Someone|Something|Anybody"
    rf"|[Ss]o[ -]and[ -][Ss]o|Such[ -]and[ -][Ss]uch"
    r"|Thing(?:y|ummy|amajig|umajig|amabob|umabob|ie)?|Lorem(?:[ ]Ipsum)?"
    r"|Whatsit|Whosit|Wotsit|Doodah|Dooda|Bloggs|Surname"
    r"|Lastname|Last[ -]?[Nn]ame"
    r"|Firstname|First[ -]?[Nn]ame|Forename|Name(?:here)?|Unknown|Placeholder|Dummy|Foo|Foobar"
    r"|A\.?[ ]?N\.?[ ]?Other|N\.?[ ]Other|X{2,5}|Xx{2,}"
    r"|Y{2,5}|Z{2,4}|N{2,3}|TKTK|TK|TB[CD]|Tbc|XYZ|Xyz|ABC|PQR|\?{2,4}|_{2,}|\#{2,}|\*{2,4}|-{2,4}|\.{3,}|…|[Bb]lah)"
)
# Those that stand for a name without a title, too.
ALONE = (
    r"(?:[Mm]r[ ])?\bA\.?[ ]?N\.?[ ]Other|\b(?:Firstname|Forename|First[ ]Name)[ ](?:Surname|Lastname"
    r"|Last[ ]?[Nn]ame|Secondname)"
    r"|\b(?:Someone|Somebody)[ ](?:Someone|Somebody|Something(?:son)?|Surname|Somebodyson)\b|\b(?:What|Thing"
    r"|Who|Name|Some|Blank)(?:sit|y|ever)?(?:son|ski|ton|ville)\b"
)
# What `XYZ` and the like stand before as the name of a firm or a place.
FIRMS = (
    r"(?:Ltd|Limited|plc|PLC|LLC|LLP|Inc|Corp|Pvt|Pty|GmbH|Co|Company|Holdings|Group|Industries|Enterprises"
    r"|Bank|Builders|Foods|Motors"
    r"|Foundation|Trust|Charity|Party|Society|Association|Union|Partners|Solicitors|Developers|Homes)"
)
PLACES = (
    r"(?:[Vv]illage|[Tt]own|[Tt]ownship|[Cc]ity|[Dd]istrict|[Cc]ounty|[Ss]uburb|[Pp]arish|[Pp]rovince|[Rr]egion"
    r"|[Cc]ouncil|[Ss]treet|[Rr]oad|[Ll]ane|[Aa]venue|[Nn]agar"
    r"|[Ss]chool|[Cc]ollege|[Uu]niversity|[Hh]ospital|[Ss]tation|[Cc]hurch|[Pp]arish|[Hh]otel|[Pp]ub|[Bb]ridge"
    r"|[Ee]state|[Pp]ark|[Ff]arm|[Rr]iver"
    r"|[Ii]sland|[Hh]ighway|[Cc]onstituency|[Ww]ard|[Ss]tadium|[Aa]rena|[Tt]heatre|[Mm]useum|[Ff]estival"
    r"|[Cc]ourt|[Pp]rison|[Cc]ommittee|[Dd]epartment"
    r"|[Mm]inistry|[Aa]uthority|[Cc]lub|[Ff]irm|[Tt]eam|[Pp]olice|[Aa]irport|[Mm]arket|[Mm]all|[Bb]each|[Ll]ake)"
)
# What copy is made of, in capitals with what is to be done: `TITLE TO BE CHECKED`.
_NOT_YET = (
    r"TO[ ]BE[ ][A-Z]{3,}(?:ED|EN|WN|NE|NT|LT)|TO[ ](?:COME|FOLLOW|CHECK|CONFIRM|ADD|FILL)|TO[ ]GO[ ](?:IN|HERE)"
    r"|NOT[ ](?:KNOWN|IN)[ ]YET"
)
SHOUT = rf"(?<![A-Z] )\b[A-Z]{{3,}}(?:[ ](?!TO\b|NOT\b)[A-Z]{{2,}}){{0,3}}[ ](?:{_NOT_YET})\b"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Month|MONTH)"
# What a form asks for, in small letters or capitals.
FORM = (
    r"(?:name|surname|age|date|title|figure|number|amount|spelling|venue|place|rank|job|position|score|result"
    r"|total|price|year|time)"
)
BEFORE = r"(?:in|at|of|on|from|to|by|near|with|for|as|called|named|and|a|an|the|said|was|is|his|her|their|titled)"
SHOUTED = (
    r"(?:LOCATION|SPECIES|BREED|AUTHOR|ARTIST|FILM|BOOK|BAND|CONSTITUENCY|MINISTER|SPONSOR|CANDIDATE|WINNER"
    r"|LOSER|REGION|VILLAGE|SUBURB"
    r"|MANAGER|COACH|CAPTAIN|PLAYER|WITNESS|VICTIM|SUSPECT|SPOKESMAN|SPOKESWOMAN|SOLICITOR|EXPERT|RIVER|BRAND"
    r"|MAKE|MODEL|DISTANCE|HEIGHT"
    r"|WEIGHT|LENGTH|QUOTE|DAY|WEEKDAY|RELATIVE|OCCUPATION|NATIONALITY|ADDRESS|POSTCODE|UNIVERSITY|COLLEGE"
    r"|CHURCH|HOTEL|RESTAURANT"
    r"|FESTIVAL|DEPARTMENT|MINISTRY|AUTHORITY|FIRM|DISTRICT|PROVINCE|STREETNAME|SHOW|SONG|ALBUM|DISEASE|DRUG"
    r"|CHARGE|OFFENCE|RESIDENT|NEIGHBOUR"
    r"|BLANK|WHATEVER|WHOEVER|SOMEWHERE|SOMEONE|SOMEBODY|SOMETHING)"
)
# One of these words is in what the patterns of words find.
HINTS = frozenset(
    """
    x xx xxx xxxx n nn nnn y yy yyy z zz zzz zzzz xyz abc pqr tk tktk tbc tbd blah blank whoever whosoever
    whomever whatever
    whats
    whatsit whosit wotsit doodah dooda thingy thingummy thingamajig thingumajig thingamabob thingumabob thingie bloggs
    lorem surname lastname firstname forename namehere placeholder dummy foo foobar
    hh dd wherever somethingson anytown sometown anyville somewheresville whatsisname whatshisname
    whatshername whatsername whatsitsname placename streetname townname clubname companyname schoolname
    teamname villagename
    productname brandname
    opponents opponent opposition xville xtown xshire xday xland nth xth
    """.split()
)
