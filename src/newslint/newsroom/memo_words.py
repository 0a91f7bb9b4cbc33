"""The words of short notes to a colleague, as parts of patterns: acts on copy, its pieces, who has a say in it."""

from __future__ import annotations

# Acts that are done to copy and to little else: an order to do one is for a colleague.
EDITS = (
    "trim|reword|rewrite|rephrase|recast|redo|rework|rejig|renose|caption|crop|embed|hyperlink|attribute|spike|sub|subedit"
    "|copyedit|proof|proofread|tighten|tweak|anonymise|anonymize|pixelate|fact[ -]?check|double-check|doublecheck"
    "|recheck|re-check|cross-check|query|verify|confirm|clarify|reinstate|retitle|rehead|italicise|italicize|capitalise"
    "|capitalize|hyphenate|paraphrase|shorten|delete|insert|cq|stet|chk|ck"
)
# Everyday acts that copy, its makers and its sources ask for.
ORDERS = (
    "check|cut|add|move|swap|switch|hold|leave|lose|drop|put|amend|fix|correct|remove|replace|merge|split"
    "|mention|credit|cite|link|tag|illustrate|explain|update|refresh|chase|ask|tone|beef|flesh|tidy|polish"
    "|skip|omit|include|identify|quote|publish|file|upload|ignore|disregard|bump|scrap|ditch|bin|chop"
    "|shave|slot|paste|copy|nudge|blur|need|needs"
)
# What is asked of readers, too: only a piece of the copy beside it tells whom it is for.
TALKS = (
    "see|read|look|ring|call|phone|text|message|email|get|find|take|give|show|send|tell|try|think"
    "|consider|choose|pick|watch|mind|note|wait|stop|post|go|talk|speak|refer|open|close|let|have|do|be"
    "|bring|write|work|dig|track|avoid|begin|break|change|end|expand|finish|keep|kill|lead|match|name|pull"
    "|push|run|start|use"
)
# Pieces that news does not speak of, and those that it may.
PIECES = (
    r"(?:par|pars|paras?|grafs?|paragraphs?|hed|heds|dek|lede|ledes|intros?|standfirsts?|strapline|sub-?heads?"
    r"|sub-?headings?"
    r"|cross-?heads?|headlines?|splash|bylines?|datelines?|captions?|cutlines?|pull[ -]?quotes?|quotes?|cop(?:y"
    r"|ies)|pics?"
    r"|pix|mug ?shots?|thumbnails?|fact ?box(?:es)?|side ?bars?|box-?outs?|breakouts?|nibs?|captioned|word ?count"
    r"|slugs?"
    r"|drafts?|versions?|wording|phrasing|spellings?|typos?|literals?|attribution|sentences?|footnotes?"
    r"|hyperlinks?|alt text"
    r"|embeds?|infographics?|graphics?|embargo(?:ed)?|legals?|lawyers?|lawyered|libel\w*|defam\w+|contempt|subs?"
    r"|sub-?editors?"
    r"|desk|night ?desk|news ?desk|back ?bench|snapper|stringer|presser|cuttings|off the record|on the record"
    r"|right of reply|house style|style ?guide|cms|nut ?graf|top line|live ?blog|seo|url|push alert"
    r"|(?:page|p)\s?(?:one|two|three|four|five|\d{1,2})|(?:print|web|online|city|late|early|first) (?:edition"
    r"|version|only))"
)
THINGS = (
    r"(?:website|web|online|print|outro|margin of error|quotes?|comments?|responses?|reaction|reply|replies"
    r"|statements?|figures?|numbers?|stats|statistics"
    r"|details|copy"
    r"|pars?|paras?|grafs?|paragraphs?|sections?|pics?|pix|pictures?|photos?|photographs?|images?|shots?"
    r"|collects?|captions?"
    r"|cutlines?|headlines?|hed|dek|splash|standfirsts?|sub-?heads?|cross-?heads?|bylines?|maps?|graphics?"
    r"|charts?|graphs?"
    r"|tables?|timeline|videos?|footage|audio|clips?|art|artwork|names?|surnames?|ages?|dates?|titles?|spellings?"
    r"|addresses"
    r"|ending|intros?|background|backgrounder|context|rest|lines?|story|stories|report|match report|review"
    r"|write-?up|writethru"
    r"|links?|interview|verdict|sentence|results?|scores?|scorers|scoreline|team ?sheet|line-?up|list|box"
    r"|fact ?box|sidebar"
    r"|panel|forecast|turnout|totals?|tally|toll|tributes?|obituary|profile|bio|biography|transcript|source"
    r"|sources|voices?"
    r"|part|half|pages?|version|draft|update|case study|case studies|vox ?pops?|poll|data|readings?|tally|prices?"
    r"|costs?|sum"
    r"|fixtures?|logo|credits?|attribution|slideshow|gallery|embeds?|tweets?|words?|wording|angle|piece|article"
    r"|top|bottom)"
)
PEOPLE = (
    r"(?:desk|subs?|sub-?editors?|editors?|eds?|legals?|lawyers?|lawyer|graphics|design|designers?|pictures|pics"
    r"|art|web team"
    r"|web|online|social|production|layout|photographer|snapper|reporter|stringer|freelance|correspondent|copy ?desk"
    r"|news ?desk|night ?desk|agency|agencies|wires?|pa|ap|reuters|afp|press office|pr|comms|spokes\w+|source)"
)
# What only those who make the copy decide or know of it.
DECIDED = (
    r"(?:can|should|could|may|do|shall|must|dare|will|would|might|are|have|did|has|is) (?:we|you|i|somebody"
    r"|someone|anyone"
    r"|anybody)(?: all)? (?:really |definitely |still |already |even |just |legally |please |pls "
    r"|not )?(?:allowed|sure|happy"
    r"|ok|okay|able to (?:use|name|say|run)|got|have|need|want|say|name|use|run|show|quote|print|publish|mention"
    r"|credit|link"
    r"|identify|ask|check|ring|call|confirm|get|find|stand|put|add|cut|lose|move|swap|change|rewrite|trim|drop"
    r"|know|asked"
    r"|checked|rung|tried|going with|running|naming|using|covered|look|make|leave|hold|chase|verify)\b"
    r"|\b(?:is|was) (?:this|that|it|he|she) (?:right|correct|true|ok|okay|libel\w*|legal|new|exclusive"
    r"|the same (?:man|woman|guy"
    r"|person|one)|still (?:right|true|the case|on|current))\b|\bok(?:ay)? to (?:name|use|run|say|publish|print"
    r"|call|cut|quote)\b"
    r"|\bwho (?:told us|said this|says this|took (?:this|the)|wrote this|is (?:doing|writing|subbing|covering))\b"
    r"|\b(?:is|are|was|were) (?:the|this|that|his|her|their|our|these|those) \w+ (?:(?:right|correct|wrong)"
    r"(?! (?:about|to|in|of|when))|ok|okay"
    r"|accurate|true|legal|spelt|spelled|still)\b|\b(?:would|could|should|might) (?:a|an|the|this|another|some"
    r"|it) (?:\w+ )?(?:maps?|charts?|graphs?|pictures?|photos?|quotes?|box|table|timeline|headline|caption|intro"
    r"|line|graphic|link|name|be better|help|go|work|read)\b|\b(?:right|correct|better|another|any other"
    r"|different) (?:name|spelling|figure|date|age|title|pic|picture"
    r"|photo|quote"
    r"|word|headline|source|one|way (?:to say|of saying))\b"
)
COMING = (
    r"(?:\bto (?:come|follow|be (?:\w+ )?(?:added|supplied|written|filled(?: in)?|inserted|sent|checked|filed"
    r"|confirmed|built"
    r"|drawn|done|made|shot|provided|decided|verified|agreed|taken|chosen|updated|uploaded|attached|put in"
    r"|dropped in|slotted"
    r" in|announced|subbed|lawyered)|go (?:in|here|up|on top|below|above|(?:at|on|to) the (?:end|top|bottom"
    r"|side))|slot in|drop in|write|file|add|check"
    r"|confirm)\b"
    r"|\b(?:tbc|tba|tbd|tk|pending|awaited|outstanding|missing|incoming|unconfirmed|en route)\b(?!\w)"
    r"|\b(?:still |all |now |just )?(?:needed|wanted|required)\b(?=\W*$| (?:from|by|here|for|on|asap|pls|please"
    r"|before))"
    r"|\b(?:on (?:its|the|their|his|her) way|not (?:in|here|back|done|ready|written|filed|through|yet)\b(?: yet)?)"
    r"|\b(?:coming|arriving|due|expected|promised|awaiting|being (?:\w+ed|drawn|built|written|made|shot|sent|cut"
    r"|done)"
    r"|going (?:in )?here|goes (?:in )?here|not \w+ed yet)\b|\b(?:when|once|as soon as) (?:we|i|it|they|he|she"
    r"|the|his|her|this)\b|\bif (?:we|i|they|he|she)\b"
    r"|\b(?:later|soon|shortly|asap|tomorrow|tonight|in a bit|after the (?:\w+ )?(?:vote|verdict|whistle|game"
    r"|match|meeting"
    r"|presser|hearing|break|launch|declaration|result|count|final|race|press conference))\b(?=\W*$))"
)
HELD = (
    r"(?:(?:strictly |please |pls )?(?:hold|holding|held|embargo(?:ed)?|do not (?:run|use|publish|print|post"
    r"|upload|name|file"
    r"|push|move|touch|change)|don['’]t (?:run|publish|print|post|upload|name|push)|not (?:for (?:publication"
    r"|print|web"
    r"|online|use|the (?:web|website|paper))|to be (?:used|published|named|run|quoted|printed)|cleared|legalled"
    r"|lawyered|subbed"
    r"|checked|yet (?:cleared|checked|legalled|subbed|approved|confirmed)))\b|(?:needs?|awaits?|awaiting|pending"
    r"|subject to)"
    r" (?:legal|a (?:legal|lawyer|second)|sign-?off|approval|clearance|the lawyers?|lawyering|subbing"
    r"|another (?:read|source))"
    r"|(?:first|second|third|rough|early|final|new|latest|old|unsubbed|raw|quick|working) (?:draft|version|take"
    r"|cut|copy)\b"
    r"|(?:version|draft|take|v) ?(?:[1-9]\b(?!\.)|one|two|three|four|five|final)\b|off the record\b"
    r"|background only\b|not for \w+ use\b)"
)
LABELS = (
    r"(?:headlines?|heds?|deks?|captions?|intros?|standfirsts?|slugs?|pics?|pictures?|photos?|video|maps?"
    r"|graphics?|box"
    r"|fact ?box|pull[ -]?quotes?|sub-?heads?|sub-?headings?|bylines?|cross-?heads?|tags?|keywords?|url|seo"
    r"|social|push alert"
    r"|quotes?|links?|sources?|spelling|legal|embargo|layout|art|alt text)"
)
# What a statement without a subject begins with when it judges copy.
SUBJECTLESS = (
    r"(?:(?:(?:feels|reads|sounds|seems)(?! like an? )"
    r"|repeats|contradicts|clashes|duplicates|overlaps|jumps|drags|needs"
    r"|could do with|might need"
    r"|may need|might be worth|might want|should (?:be|go|come|say|read|match)|must (?:be|go|attribute|check"
    r"|credit|say|not)"
    r"|not (?:sure|happy|keen|convinced|mad|clear|certain|my)|unsure|unclear|doesn['’]?t (?:work|make|read|add"
    r"|match|say|quite)"
    r"|works|wants)\b|worth (?:a |an |adding|asking|checking|another|saying|mentioning)|same (?:quote|line"
    r"|picture|photo|pic|point"
    r"|stat|figure|story|name|word|again)\b(?!,)|too (?:long|short|much|many|wordy|strong|flat|soft|thin|late for)"
    r"|bit (?:long|thin"
    r"|much|flat|dry|strong)|a bit (?:long|thin|much|flat|dry|strong)|over by|under by|still (?:too|thin|long"
    r"|missing|no\b)"
    r"|(?:sorry|apologies)[,.:–— -]{0,2} ?(?:this|that|it|for|ran|about|i|had|couldn|can|no)\b|happy (?:to|with"
    r"|for)|good to go|ready (?:to go|for subs|to sub)|legally (?:safe|fine|ok"
    r"|iffy|dodgy)|think (?:this|it|he|she|we|the|that)|reckon|suggest |i(?: would|['’]d) (?:lose|cut|move|drop"
    r"|trim|keep|lead|start|end|stop|change|rather|leave|use|go with)"
    r"|i (?:moved|cut|took|left|kept|added|changed|rang|put) (?:the|this|it|that|his|her|out)\b"
    r"|i['’](?:ve|ll) (?:moved|cut|taken|left|kept|added|changed|rung|put|add|move|cut|take|change|ring|chase"
    r"|check|file|send"
    r"|update|fix|drop|get|asked|tried|checked)\b)"
)
# What somebody says of his own work without naming himself.
PARTICIPLES = (
    r"(?:i (?:have(?: not|n['’]t)?|haven['’]t) (?:been able|managed|tried|heard|found|reached|spoken|got|had)\b"
    r"|(?:we|i)(?:['’]ll| will| can| could) (?:add|drop|put|slot|insert|update|fill|include)\b|agreed with"
    r"|sent to (?!prison|jail)|promised (?:us|me|to)|(?:(?:have|has|had|am|are|was|were|been|will|just|still|also"
    r"|now|only) )?(?:not |yet to )?(?:awaiting"
    r"|waiting (?:on|for)"
    r"|holding (?:for|this|off)|hoping (?:for|to)|expecting|chasing|trying (?:to|for)|working on|looking (?:for|into)"
    r"|(?:asked|tried|rang|rung|emailed|e-mailed|called|requested|checked|double-checked|moved|trimmed|cut|lifted"
    r"|taken|took"
    r"|added|dropped|swapped|kept|left|put|written|filed|rewritten|reworded|tightened|shortened|subbed|legalled"
    r"|lawyered"
    r"|confirmed|verified|updated|spoken|spoke|messaged|texted|removed|changed|inserted|copied|pasted|transcribed"
    r"|corrected)))\b"
    r"(?! (?:together|about|by)\b)"
)
# What is offered to be lost or filled.
OFFERED = (
    r"(?:(?:anything|everything|all|rest|the rest|stuff|copy|pars?|bit|bits)\s(?:from here|from this point"
    r"|below (?:here|this)"
    r"|after (?:this|here)|above (?:this|here)|(?:down )?to the end)|(?:space|room|gap|slot|place|hole) (?:left "
    r"|kept |here )?(?:for"
    r"|here)|from here down|from here on (?:is|can|could|it)|(?:can|could) (?:go|be (?:cut|lost|dropped|trimmed"
    r"|moved))"
    r"|cut(?:table)? (?:from|to|below|here|off)|ends? here|more below|\d{2,4} words\b|about \d{2,4} words\b"
    r"|(?:copy|story|text|par|piece) (?:ends|starts|begins|continues|runs|was|is|needs|from)\b)"
)
# Of what those speak who have a say in the copy.
SAID_OF = (
    r"\b(?:pars?|paras?|paragraphs?|grafs?|lines?|copy|quotes?|names?|naming|headlines?|intro|byline|caption"
    r"|pics?|pictures?"
    r"|photos?"
    r"|angle|online|print|publish|run|off the record|on the record|us|street)\b"
)
# Who has a say in the copy, as the subject of what is said of it; and the copy itself.
SAYING = (
    r"(?:the )?(?:(?:news|copy|night|picture|pics?|photo|sports?|foreign|city|web|home|day) ?desk|desk|legals?|subs"
    r"|back ?bench|(?:deputy |night |news |web |picture )?editor|chief sub|(?:the |our |his |her )?(?:lawyers|source"
    r"|contact|fixer|photographer|snapper|stringer|freelance))"
    r" (?:wants?|wanted|thinks?|asked|asks|has|have|needs?|would|wouldn['’]t|won['’]t|will|can['’]t|cannot|doesn['’]t"
    r"|don['’]t|prefers?|likes?|suggests?|cut|moved|changed|ok['’]?d|okayed|cleared|rang|reckons?|insists?)\b"
)
# What is said of the copy itself.
OF_COPY = (
    r"(?:this (?:quote|par|para|graf|bit|line|pic|picture|photo|caption|headline|intro|paragraph|sentence|section"
    r"|claim|figure"
    r"|number|stat|name|spelling|copy|piece|story|fact|link|date|age|title|word|phrase)s? (?:was|is|isn['’]t"
    r"|wasn['’]t|needs?"
    r"|doesn['’]t|does|has|should|could|can|can['’]t|cannot|must|may|might|seems|feels|looks|reads|sounds|came"
    r"|comes|contradicts"
    r"|repeats|clashes|won['’]t|will|ran|goes|belongs|still|wants|wrong|right)\b"
    r"|(?:this|that) (?:contradicts|repeats|duplicates|clashes|overlaps|conflicts|isn['’]t what|is not what|differs)"
    r"|no (?!(?:comment|reply|response|names?|source|age) (?:on|for|with|from|in|as)\b)"
    r"(?:byline|pic|picture|photo|caption|headline|quotes?|names?|name|link|links|source|picture credit"
    r"|credit|surname|age"
    r"|reply|response|comment) (?:on|for|with|from|in|yet|here|please|pls|needed|as)\b"
    r"|(?:pic |photo |picture )?(?:pic|picture|photo|caption|headline|intro|byline|standfirst|quote|map|graphic"
    r"|box|link|name|spelling|date|figure|number"
    r"|copy|story|piece|par|graf|dek|hed|cutline)s? (?:should|needs?|must|could|doesn['’]t|don['’]t|isn['’]t"
    r"|aren['’]t|wrong"
    r"|is wrong|looks|reads|to go|to be|to read|from|supplied|attached|enclosed|below is|above is|as per|per)\b)"
)
PLACES = (
    r"for (?:the )?(?:web|print|online|weekend|sunday|saturday|monday|tuesday|wednesday|thursday|friday|city|late"
    r"|early|first"
    r"|page|p\d{1,2}|website|paper|daily|magazine|supplement|regional|country|edition|social|newsletter)\b"
    r".{0,40}\b(?:only|section|editions?|page|desk|not|version|slot|lead|splash|spread|supplement|run)\b"
)
# What speaks to readers all the same.
READERS = (
    r"\b(?:click|tap|read on|tell us|see the [^.]{3,60}(?:at the (?:bottom|end|foot|top)|below|above)"
    r"|make no mistake|just ask|subscribe|newsletter|sign up|inbox|donate|tickets?|readers|viewers"
    r"|listeners|hotline|helpline|crimestoppers"
    r"|anonymously|in confidence|call \d|on \d{3}|your|yourself|follow us|join us|contact us|email us|let us know"
    r"|get in touch"
    r"|have your say|find out|learn|read (?:more|also|next|the (?:full|whole|rest|entire|original))"
    r"|editor['’]s note|correction"
    r"|clarification|developing (?:story|news)|breaking news|check back|stay tuned|more (?:to come|follows|soon)"
    r"|this (?:story|article"
    r"|post|report|page) (?:was|has|is|will)|copyright|all rights|reporting by|additional reporting|writing by"
    r"|edited by"
    r"|editing by|contribut\w+|photograph(?:y)? by|photo by|illustration by|podcast|app|(?:watch|see|listen to"
    r"|hear) the (?:video|ad|clip|audio|speech|interview)[^.]{0,20}(?:above|below|here))\b|[\w.]@\w"
    r"|\d{3}[ -]\d{3}|#\w"
)

# With one of these among its first words a sentence may be a note.
_OTHERS = """
    anything everything all rest stuff copy par pars para graf bit bits space room gap slot place hole from can
    could ends end about for feels reads sounds seems repeats contradicts clashes duplicates overlaps jumps drags
    needs might may should must not unsure unclear doesn't doesn’t works wants worth same too over under still sorry
    apologies happy good ready legally think reckon i'd i’d i've i’ve i'll i’ll i strictly please pls holding held
    embargo embargoed don't don’t cleared legalled lawyered subbed checked yet awaits awaiting pending subject first
    second third rough early final new latest old unsubbed raw quick working version draft v off background headline
    headlines hed heds dek deks caption captions intro intros standfirst pic pics picture pictures photo photos map
    maps graphic graphics box pull pullquote quote quotes subhead subheads sub-heads sub-head crosshead crossheads
    byline bylines tag tags keyword keywords url seo social push source sources spelling legal layout art alt have
    has had am are was were been will just also now only waiting hoping expecting chasing trying working looking
    asked tried rang rung emailed e-mailed called requested checked double-checked moved trimmed cut lifted taken
    took added dropped swapped kept left put written filed rewritten reworded tightened shortened confirmed verified
    updated spoken spoke messaged texted removed changed inserted copied pasted transcribed corrected the desk
    legals subs editor lawyers production web contact fixer photographer snapper stringer freelance night news this
    that no deputy chief
"""
STARTS = frozenset([*_OTHERS.split(), *f"{EDITS}|{ORDERS}|{TALKS}".split("|")]) - {
    "the",
    "i",
    "a",
    "over",
    "under",
    "for",
    "from",
}
# One of these words is in what is said to be still to come.
DUE = frozenset(
    """
    come follow slot file confirm tbc tba tbd tk pending awaited outstanding missing incoming unconfirmed needed
    wanted required yet coming arriving due expected promised awaiting being goes when once soon later shortly
    asap tomorrow tonight way after
    """.split()
)
