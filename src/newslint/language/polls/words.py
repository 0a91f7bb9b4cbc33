"""Words of opinion polls that several patterns are made of."""

from __future__ import annotations

# What people are called who are asked; nationalities are told by their capital and ending.
PEOPLE = (
    r"(?:people|persons|adults|voters?|respondents|residents|citizens|electors|households|parents|workers|employees"
    r"|teachers|nurses|doctors|students|undergraduates|pupils|women|men|girls|boys|teenagers|millennials|pensioners"
    r"|drivers|motorists|commuters|consumers|customers|shoppers|readers|users|members|republicans|democrats"
    r"|independents"
    r"|conservatives|liberals|tories|farmers|taxpayers|homeowners|renters|tenants|landlords|graduates|participants"
    r"|viewers|fans|locals|islanders|villagers|passengers|patients|supporters|backers|those|whites|owners"
    r"|bosses|holders"
    r"|executives|managers|leaders|caucus-?goers|leavers|remainers|them"
    r"|(?-i:Catholics|Protestants|Muslims|Jews|Hindus|Christians|Latinos|Hispanics|Britons|Scots|Poles|Danes"
    r"|Dutch|Swiss"
    r"|Swedes|Finns|Greeks|Turks|Czechs|Spaniards|French|[A-Z][a-z]{2,12}(?:ans|ians|ers|ese|ish|is)))"
)
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,2}|(?!(?:19|20)\d\d\b)\d{3,7}"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)[ ](?:hundred|thousand))"
)
PERCENT = r"(?:\d{1,3}(?:\.\d{1,2})?[ ]?(?:%|per[ ]?cent\b|pct\b|percent\b))"
SHARE = (
    rf"(?:{PERCENT}|\b(?:a[ ](?:(?:clear|big|slim|narrow|large)[ ])?(?:third|quarter|fifth|majority)|half"
    rf"|two[- ]thirds"
    r"|three[- ]quarters|(?:one|two|three|four|six|seven|eight|nine|\d)[ ](?:in|out[ ]of)[ ](?:every[ ])?"
    r"(?:two|three|four|five|ten|\d{1,3})|most|(?:\w+-)?\w+[ ]per[ ]?cent)\b)"
)
MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
ASKING = r"(?:surveyed|polled|asked|questioned|interviewed|canvassed|sampled|quizzed|called)"
