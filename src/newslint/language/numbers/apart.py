"""Name the words that say that a change and two values beside it are of different things."""

from __future__ import annotations

import re

from newslint.language.numbers.movement import FALLS, RISES
from newslint.patterns import pattern

# What stands between a change and its values, and says that it is of something else.
OTHER = pattern(
    r"\b(?:and|but|while|whereas|although|though|who|which|where|when|because|as|aged?|ages|ranging|ranges?|range|between"
    r"|among|within|temperatures?|excluding|including|annually|yearly|taking|score|after|before(?![,.)])|following|despite)\b",
    re.IGNORECASE,
)
# The same, behind the values: “and a 5 per cent improvement in” something.
OTHER_BEHIND = pattern(
    r"\b(?:with|after|before(?![,.:;)])|but|while|whereas|although|including|excluding|besides|plus|alongside|as|who"
    r"|whose|where|because|follow(?:s|ed|ing)|they|he|she|we|of[ ]which|thanks|due|despite|when|could|would|might|may"
    r"|will|further|again|and(?![ ](?:that|this|it|which|so|is|was|has|have|marks|means)\b))\b"
)
# What a value is held against that was not before it.
RIVAL = pattern(
    r"\b(?:rivals?|opponents?|competitors?|nationally|elsewhere|(?:the|national)[ ]average"
    r"|expected|forecast|targets?|predicted|planned"
    r"|estimated?)\b"
)
# Behind a change: “up 20 per cent on April”, which is none of the two values.
OTHER_BASE = pattern(
    r"[ ](?:more[ ]|less[ ]|higher[ ]|lower[ ]|fewer[ ]|up[ ]|down[ ])?(?:on|from|over|than|compared[ ]with)[ ]"
    r"(?!(?:(?:the|a|last|this|that|its|their)[ ]){0,2}(?:[a-z]+[ ])?"
    r"(?:year|month|week|season|quarter|summer|winter|time|day|before|previous|earlier|then)\b)"
)
# Behind a multiple: “eight times as much as the next earner got”, who is somebody else.
OTHER_MEASURE = pattern(
    r"[ ]as[ ](?:much|many|high|large|big|long|fast)[ ]as[ ](?!(?:what[ ])?(?:in|on|at|it|they|before|last|previously"
    r"|earlier|then|when|(?:a|an|one|this|that|its|their|the)[ ](?:[a-z]+[ ])?(?:year|month|week|time|decade|season|day"
    r"|quarter|previous|first|original))\b|[\ue000-\ue007])"
)
# What may stand there all the same: “which rose from”, “between 1950 and 2000”.
OWN = pattern(
    rf",?[ ]which[ ](?:has[ ]|have[ ]|had[ ])?(?:{RISES}|{FALLS})\b"
    r"|\bbetween[ ](?:[A-Z][a-z]{2,9}|\d{4})(?:[ ]\d{4})?[ ]and[ ](?:[A-Z][a-z]{2,9}|\d{4})"
)
# “24 points from 12 games, six more than”: the value is another one.
OF_OTHER = pattern(r"[\ue002-\ue004][^\ue000-\ue007.;,]{0,25}[ ](?:from|in|after|out[ ]of)[ ](?:[a-z]+[ ])?\Z")
# Between the two values of a comparison: the second is of something else.
APART = pattern(r"\b(?:they|he|she|we|but|while|whereas|who|and[ ](?!(?:a|an|is|was|up|down)\b))", re.IGNORECASE)


# What a value is held against is not always what was: “5 per cent to 40, against 38 expected”.
OF_THEN = pattern(
    r"\b(?:ago|before|earlier|previous(?:ly)?|last|then|used[ ]to|(?:1[5-9]|20)\d\d|rather[ ]than|instead[ ]of|from)\b"
)
