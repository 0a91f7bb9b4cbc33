"""Tell what food and supplements are said to do against illness."""

from __future__ import annotations

import re

from newslint.language.medicine.words import ILLNESS
from newslint.patterns import pattern

_FOOD = (
    r"(?:vitamins?|multivitamins?|supplements?|zinc|magnesium|selenium|omega-3|fish[ ]oil|cod[ ]liver[ ]oil"
    r"|probiotics?|collagen"
    r"|creatine|cbd(?:[ ]oil)?|turmeric|curcumin|ginger|garlic|echinacea|elderberr(?:y|ies)|ashwagandha|ginseng"
    r"|ginkgo"
    r"|st[ ]john[’']?s[ ]wort|valerian|chamomile|camomile|honey|cinnamon|cider[ ]vinegar|black[ ]seed[ ]oil"
    r"|colloidal[ ]silver"
    r"|spirulina|green[ ]tea|nettles?|berberine|olive[ ]oil|coconut[ ]oil|castor[ ]oil|walnuts?|almonds?"
    r"|blueberr(?:y|ies)"
    r"|pomegranates?|beetroot|celery|cranberr(?:y|ies)|cherr(?:y|ies)|sauerkraut|kimchi|kefir|kombucha|broth"
    r"|lion[’']s[ ]mane"
    r"|reishi|cordyceps|mushrooms?|lemon[ ](?:juice|water)|aloe[ ]vera|tea[ ]tree[ ]oil|peppermint[ ]oil"
    r"|essential[ ]oils?"
    r"|milk[ ]thistle|flaxseed|chia[ ]seeds?|oats|broccoli|kale|spinach|tomatoes|avocados?|dark[ ]chocolate"
    r"|red[ ]wine|coffee"
    r"|prunes?|figs?|onions?|propolis|royal[ ]jelly|moringa|maca|wheatgrass|baking[ ]soda|gummies|capsules"
    r"|herbs?|tea|seaweed|kelp|rhodiola|boswellia|fenugreek|bitter[ ]melon|noni|goji|a[cç]ai|chlorella"
    r"|bee[ ]pollen|nigella"
    r"|oregano[ ]oil|saw[ ]palmetto|(?:cat|devil)[’']s[ ]claw|artichokes?|dandelions?|rosehips?|hibiscus"
    r"|lavender|rosemary"
    r"|thyme|sage|cloves|cayenne|astragalus|shilajit|triphala|tulsi|neem|amla|goldenseal|quercetin|resveratrol"
    r"|glutathione"
    r"|coenzyme[ ]q10|melatonin|iodine|iron[ ]tablets|calcium[ ]tablets|bone[ ]broth|raw[ ]milk"
    r"|goat[’']s[ ]milk|yogh?urt"
    r"|grapefruits?|pineapple|papaya|watermelon|cabbage|carrots?|pickle[ ]juice|aronia|sea[ ](?:buckthorn|moss)"
    r"|hemp[ ]oil"
    r"|sardines|salmon|lentils|porridge|chill?i(?:es|s)?|mustard|radish(?:es)?|beets|parsley|basil|mint|fennel|dates"
    r"|tonic|tincture|linseed|liquorice|licorice|barley|rye|bran|buckwheat|quinoa|millet|biotin|folate|niacin"
    r"|lutein|lycopene|inulin|psyllium|pectin|bananas?|apples?|oily[ ]fish|nuts|seeds|hops|kudzu|nettle[ ]tea)"
)
# Of these a text with such a claim has one, cut at hyphens and apostrophes.
FOOD_WORDS = frozenset(
    """vitamin vitamins multivitamin multivitamins supplement supplements zinc magnesium selenium omega fish liver
    probiotic probiotics collagen creatine cbd turmeric curcumin ginger garlic echinacea elderberry elderberries
    ashwagandha ginseng ginkgo wort valerian chamomile camomile honey cinnamon cider seed colloidal spirulina tea
    nettle nettles berberine olive coconut castor walnut walnuts almond almonds blueberry blueberries pomegranate
    pomegranates beetroot celery cranberry cranberries cherry cherries sauerkraut kimchi kefir kombucha broth mane
    rhodiola boswellia fenugreek melon noni goji acai chlorella pollen nigella oregano palmetto claw artichoke
    artichokes dandelion dandelions rosehip rosehips hibiscus lavender rosemary thyme sage cloves cayenne
    astragalus shilajit triphala tulsi neem amla goldenseal quercetin resveratrol glutathione coenzyme melatonin
    iodine tablets milk yogurt yoghurt grapefruit grapefruits pineapple papaya watermelon cabbage carrot carrots
    pickle aronia buckthorn moss hemp sardines salmon lentils porridge chilli chillies chili mustard radish
    radishes beets parsley basil mint fennel dates tonic tincture linseed barley rye bran buckwheat quinoa millet
    biotin folate niacin lutein lycopene inulin psyllium pectin liquorice licorice banana bananas apple apples
    nuts seeds hops kudzu reishi cordyceps mushroom mushrooms lemon aloe peppermint essential thistle flaxseed
    chia oats broccoli kale spinach tomatoes avocado avocados chocolate wine coffee prune prunes fig figs onion
    onions propolis jelly moringa maca wheatgrass baking gummies capsules herb herbs seaweed kelp nature""".split()
)
BODY_WORDS = frozenset(
    "nerve nerves cartilage joints artery arteries kidneys gut immune immunity bones bone brain".split()
)
_DOES = (
    r"(?:prevents?|treats?|cures?|heals?|relieves?|eases?|soothes?|fights?(?:[ ]off)?|combats?|beats?|stops?"
    r"|reverses?|banishes?"
    r"|wards?[ ]off|staves?[ ]off|flushes?[ ]out|sees?[ ]off|rebuilds?|protects?(?:[ ]\w+){0,2}?[ ](?:from"
    r"|against)|lowers?|halts?"
    r"|ends?|clears?(?:[ ]up)?|kills?|lifts?|gets?[ ]rid[ ]of|does?[ ]away[ ]with|shrinks?|tames?"
    r"|rids?[ ]you[ ]of|knocks?[ ]out"
    r"|dissolves?|drives?[ ]out|keeps?|brings?|cuts?[ ]the[ ]risk[ ]of|slashes|wipes?[ ]out|calms?|dampens?"
    r"|reins?[ ]in|controls?|reduces?|sorts?[ ]out|shortens?"
    r"|melts?[ ]away|erases?|defeats?|battles?|wins?[ ]the[ ]fight[ ]against|works?[ ]against|helps?[ ]against"
    r"|unclogs?|chases?[ ]away|sends?[ ]packing)"
)
_BETWEEN = (
    rf"(?:[ ](?!{_DOES}\b)(?:of|from|root|juice|extract|tea|oil|capsules|powder|mushrooms?|and|also|can"
    r"|will|really|that|a|per|day|each|every|daily|twice|week|morning|night|evening|at|in|the|with|breakfast"
    r"|before|after|bed"
    r"|meals|taken|eaten|drunk|seeds?|leaf|leaves|berries|tablets|drops|bark|flowers?|quickly|reliably|simply"
    r"|actually)\b)"
)
# In parts, since one would be too large to be judged.
_DOING = (
    pattern(
        rf"""
      \b{_FOOD}{_BETWEEN}{{0,3}}[ ]{_DOES}[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{ILLNESS}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b(?:it|they|its[ ]\w+|their[ ]\w+|[Tt]h(?:e|is|ese)[ ](?:[a-z]+[ ])?(?:roots?|plants?|herbs?|lea(?:f
      |ves)|spices?
      |berr(?:y|ies)|oils?|extracts?|powders?|drinks?|juices?|seeds?|fruits?|tonics?|tincture|broth
        |supplements?|infusion|bark|gummies
      |mineral|vitamin|mushrooms?|flour|latte|smoothie|shake|paste|compress)
      |(?:one|two|three|a|half[ ]a)[ ](?:cups?|glass(?:es)?|spoonfuls?|spoons?|teaspoons?|tablespoons?
        |handfuls?|capsules?|cloves?
      |slices?|doses?|shots?|drops?|pinch)(?:[ ]of[ ]\w+)?[ ](?:a|per|every|each)[ ](?:day|night|week|morning
        |evening))[ ](?:also[ ]|can[ ]
      |will[ ])?(?:[a-z]+s?[ ](?:the[ ])?(?:[a-z]+[ ]){{1,2}}and[ ])?{_DOES}[ ]
      (?:[\w’'-]{{1,20}}[ ]){{0,3}}?{ILLNESS}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
_NAMED = pattern(
    rf"""
      \bnature[’']s[ ](?:own[ ])?(?:answer[ ]to|remedy[ ]for|cure[ ]for)[ ](?:[\w-]+[ ])?{ILLNESS}\b
    | \b{_FOOD}[ ]for[ ](?:[\w-]+[ ])?{ILLNESS}:
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEING = (
    pattern(
        rf"""
      \b{_FOOD}\b[^.!?;,]{{0,40}}?\b(?:is|are)[ ](?:an?|the|nature[’']s)[ ](?:[\w-]+[ ]){{0,2}}?(?:cure|remedy
      |treatment|antidote)[ ]
      (?:for|against|to)[ ](?:[\w-]+[ ]){{0,2}}?{ILLNESS}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      {ILLNESS}\b[^.!?;]{{0,60}}?\b{_FOOD}{_BETWEEN}{{0,3}}[ ](?:prevents|cures|treats|heals|stops)[ ]it\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
_PRAISED = (
    pattern(
        rf"""
      \b[Ff]or[ ](?:[\w-]+[ ])?{ILLNESS},?[ ](?:there[’']?s|there[ ]is|nothing|try|reach[ ]for
        |no)[ ][^.!?;]{{0,30}}?\b{_FOOD}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \bnothing[ ](?:beats|works[ ]like|is[ ]better[ ]than)[ ](?:[\w-]+[ ]){{0,3}}?{_FOOD}
      \b[^.!?;]{{0,20}}?\b(?:for|against)[ ]
      (?:[\w-]+[ ])?{ILLNESS}
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b{_FOOD}{_BETWEEN}{{0,3}}[ ](?:works?[ ](?:wonders|miracles)|is[ ]unbeatable|are[ ]unbeatable
      |is[ ]the[ ]best[ ]thing
      |does[ ]wonders|do[ ]wonders)[ ](?:for|against)[ ](?:[\w-]+[ ]){{0,2}}?{ILLNESS}
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
# Told of a body, and of a cold that is stopped “in its tracks”; an aside may stand between.
_BODILY = (
    pattern(
        rf"""
      \b(?:{_FOOD}|mushroom|root|herb|it|they)(?:,[ ][^,.;!?]{{1,40}},)?{_BETWEEN}{{0,3}}[ ](?:rebuilds?
        |regrows?|regrew
      |repairs?|regenerates?|cleanses?|detoxif(?:y|ies)|unclogs?|flushes|strengthens?
        |boosts?)[ ](?:[\w’'-]+[ ]){{0,2}}?
      (?:nerves?|cartilage|joints?|arter(?:y|ies)|livers?|kidneys?|guts?|immune[ ]systems?|immunity|bones?
        |brain[ ]cells|hair)\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b{_FOOD}(?:[ ](?:lozenges|tablets|capsules|drops|oil|juice|seeds|powder|extract))?
      (?:,[ ][^,.;!?]{{1,40}},)?{_BETWEEN}{{0,3}}[ ]{_DOES}[ ](?:[\w’'-]+[ ]){{0,2}}?
      (?:a[ ]cold\b|the[ ]common[ ]cold|{ILLNESS})
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
_KEPT = pattern(r"\b(?:keeps?|brings?)[ ]", re.IGNORECASE)
_AT_BAY = pattern(r"\b(?:at[ ]bay|away|off|under[ ]control|down|in[ ]check)\b", re.IGNORECASE)
_EATEN = pattern(rf"\b{_FOOD}\b", re.IGNORECASE)
# Who says so leaves it open, or denies it.
_OPEN = pattern(
    r"\b(?:may|might|could|claims?|claimed|said|says|say|believed?|believe|thought|suggests?|suggested|hints?"
    r"|stud(?:y|ies)"
    r"|trials?|research\w*|scientists?|not|no|never|unproven|untested|whether|if|promises?|promised|supposed(?:ly)?"
    r"|reputed(?:ly)?|alleged(?:ly)?|myth|according|evidence|doctors|legend|tradition\w*|advertis\w+|packet"
    r"|found|shown|showed"
    r"|helps?|called|told|wrote|sold|marketed|vaccines?|drugs?)\b|[?“”\"]|n[’']t\b",
    re.IGNORECASE,
)
_NEAR = 300  # code points before a sentence in which what “it” is may be named


def find_food_claim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence [start, end) says flatly that food or a supplement works against an illness, or None."""
    claims = [
        match for claim in (*_DOING, _NAMED, *_BEING, *_PRAISED, *_BODILY) if (match := claim.search(text, start, end))
    ]
    if not claims or _OPEN.search(text, start, end):
        return None
    match = min(claims, key=lambda match: match.start())
    if _KEPT.search(match[0]) and not _AT_BAY.search(text, match.start(), end):
        return None
    return match.span() if _EATEN.search(text, max(0, start - _NEAR), end) else None


_FDA = pattern(
    r"\bnot[ ](?:been[ ])?evaluated[ ]by[ ]the[ ](?:Food[ ]and[ ]Drug|FDA)|\bnot[ ]intended[ ]to[ ](?:diagnose"
    r"|treat|cure|prevent)",
    re.IGNORECASE,
)


def has_statement(text: str) -> bool:
    """Tell whether a text has the statement that such claims were not evaluated."""
    return _FDA.search(text) is not None
