"""Split a text into sentences by rules; knows nothing of quotations, blocks or rules of style.

The abbreviations are common facts of English news copy (titles, months, states, companies, units), collected
by hand. A full stop after one of them ends a sentence only where the next word is one that opens sentences.
"""

import re

from newslint.patterns import pattern


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OPENERS = "\"'“‘«„‚([{"
# Before white space “, ‘ and « close as well: German quotations end with them.
_CLOSERS = "\"'”’»)\\]}›“‘«‹"

# Marks of notes behind a stop: “in 1905.[12]”, “at sea.[note 3]”.
_NOTES = r"(?:\[(?:\d{1,3}|[a-z]|[a-z]{2,9}[ ]\d{1,3})\])"
# Places where a sentence may end. A run of stops is entered only at its first character, so the search is
# linear.
_STOP = pattern(
    rf"""
    [.!?…\n。！？।؟۔]
    (?:
        (?<=\n) [^\S\n]*+ \n \s*+                                # a blank line ends whatever stands before it
      | (?<=[.!?…]) (?<![.!?…][.!?…]) [.!?…]*+ [{_CLOSERS}]*+ (?:[ \xa0\u202f]»)?+ {_NOTES}*+ (?=\s|\Z) # white space
      | (?<=[。！？।؟۔]) [。！？।؟۔]*+ [」』{_CLOSERS}]*+       # scripts that need no space
    )
    """,
    re.VERBOSE,
)
_NEXT = pattern(rf"\s*+[{re.escape(_OPENERS)}]*+(\w{{0,24}}+)(.?)", re.DOTALL)
_SPACE = pattern(r"\s*+")

# Never the last word of a sentence: a name or a number follows.
_TITLES = _set(
    """
    Mr Mrs Ms Mx Dr Drs Prof Profs Rev Revs Sen Sens Rep Reps Gov Govs Gen Gens Col Cols Lt Maj Capt Sgt
    Sgts Cpl Pvt Adm Cmdr Cdr Hon Messrs Mme Mlle Fr Supt Insp Det Pres Asst Assoc Amb Atty Brig Comdr Cmsgt
    Dist Msgr Ofc Pfc Spc Supts Treas Sec Secy Sup vs approx viz cf eg ie e.g i.e al St Ste Mt Ft Pt Bro Dep
    Hr Dra Lic Ing Mons Ens Fig Figs Vol Vols Eq Ch v Rs Cllr Cllrs Coun Revd Ald Pte Const Sra Srta Sig Dott Hrn Mgr
    MM Nr Mio Mrd bzw ggf evtl inkl vgl np mgr inż hab ul t.ex bl.a kl
    """
)
_CAPITAL_TITLES = frozenset(title.upper() for title in _TITLES if title == title.capitalize())
# Abbreviations before a number ("No. 5", "p. 12"); at any other place the stop ends the sentence.
_BEFORE_NUMBERS = _set(
    "No no Nos nos p pp Art Arts Sec Secs Par Pg pg Op op c ca Ca Sept fig figs vol vols ch chs pt pts eq eqs Bd "
    "Kap Abs"
)
# German ordinals stand before these: “am 3. November”, “im 20. Jahrhundert”.
_AFTER_ORDINALS = _set(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts "
    "Bundesliga Liga FC"
)
# May end a sentence: it does where the next word opens sentences.
_ABBREVIATIONS = _set(
    """
    Inc Corp Co Cos Ltd Jr Sr Bros Plc Pty LLC LLP Cie Mfg Intl Int'l Nat'l Natl Dept Depts Univ Assn Ass'n
    Gov't Govt Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz
    Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask Ave Blvd Rd Hwy Bldg Sq Expy Pkwy Ct Ln a.m p.m A.M P.M
    A.m P.m am pm etc Ph.D Ph.D.s M.D B.A M.A B.S M.B.A J.D Esq Ret ret est Est dept ft lb lbs oz sq mph km
    kg cm mm hr hrs mins secs min sec yr yrs max approx incl est avg tel ext a.k.a aka f.k.a D.C U.S U.K U.N
    E.U Ed Eds ed eds trans rev repr Rt Gens Hist Dem Rep. Repub Mfr
    """
)
# What keeps its full stop when text is cut into words; units at the end of a sentence do not.
ABBREVIATIONS = frozenset(
    word
    for word in _TITLES | _BEFORE_NUMBERS | _ABBREVIATIONS
    if not word.islower() or "." in word or word in ("vs", "etc", "approx", "ft")
)
# Words that open sentences far more often than they follow an abbreviation inside one.
_STARTERS = _set(
    """
    A About Above Across According After Against All Almost Along Already Also Although Among An And Another
    Any Anyone Are As Asked At Back Based Because Before Behind Being Below Beside Besides Between Beyond
    Both But By Can Could Critics Despite Did Do Does Don During Each Earlier Either Even Eventually Every
    Everyone Everything Few Finally For Former From Given Had Has Have Having He Hence Her Here His How
    However I If In Indeed Inside Instead Into Is It Its Just Last Later Let Like Many Maybe Me Meanwhile
    More Moreover Most Much My Nearly Neither Never Nevertheless Next No Nobody None Nor Not Nothing Now Of
    Officials Often On Once One Only Or Other Others Otherwise Our Out Outside Over People Perhaps Police
    Please Rather Recently Researchers Residents Right Sadly Scientists Second See Several Shares She Should
    Since So Some Someone Something Sometimes Soon Still Such Than That The Their Them Then There Therefore
    These They This Those Though Three Through Throughout Thus To Today Together Too Two Under Unless Unlike
    Until Up Upon Was We Well Were What Whatever When Whenever Where Whereas Whether Which While Who Whoever
    Whose Why Will With Within Without Would Yes Yesterday Yet You Your
    """
)
# Time zones, days and places that follow a clock time inside a sentence.
_AFTER_CLOCK = _set(
    """
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST IST AEST AEDT JST HKT SGT WAT EAT
    Eastern Central Mountain Pacific Greenwich Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon
    Tue Wed Thu Fri Sat Sun January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Beijing London Moscow Tokyo Paris Delhi
    """
)
_CLOCK = _set("a.m p.m A.M P.M am pm")
# What goes on with a Japanese sentence behind a quotation: 「待て。」と言った.
_PARTICLES = tuple("とはがをのにでもやなか、")
# Names that end with an exclamation mark, common in news copy.
_SHOUTED_NAMES = _set("Yahoo Jeb Jeopardy E")
_SPEECH_CUES = _set(
    """
    said says asked asks told wondered wonders shouted cried yelled screamed demanded declared chanted wrote writes
    added adds replied replies exclaimed tweeted joked quipped
    """
)
# The words behind a quotation up to the next mark.
_TAG = pattern(r"\s*+((?:[\w'’-]++\s*+){1,7}+)")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Split a text into sentences: half-open spans in order, without white space around them.

    A blank line always ends a sentence; a single line break counts as a space. Every character that is not
    white space lies in exactly one span.
    """
    spans: list[tuple[int, int]] = []
    size = len(text)
    start = _skip_space(text, 0)
    for match in _STOP.finditer(text):
        first, end = match.span()
        if first < start:
            continue
        if text[first] == "\n":
            last = first
            while last > start and text[last - 1].isspace():
                last -= 1
        elif _ends_sentence(text, start, first, last := _without_bullet(text, start, first, end)):
            pass
        else:
            continue
        if last > start:
            spans.append((start, last))
        start = _skip_space(text, last)
    if start < size:
        spans.append((start, start + len(text[start:].rstrip())))
    return spans


# So far back a French opening mark is looked for.
_LONGEST_QUOTATION = 1000


def _without_bullet(text: str, start: int, first: int, end: int) -> int:
    """Return where a stop with its closing marks ends: `. »` closes a quotation that is open, or begins a link."""
    is_french = text[end - 1] == "»" and text[end - 2].isspace()
    begin = max(start, first - _LONGEST_QUOTATION)
    if is_french and text.rfind("«", begin, first) <= text.rfind("»", begin, first):
        return end - 2
    return end


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _ends_sentence(text: str, start: int, first: int, end: int) -> bool:
    following = _NEXT.match(text, end)
    assert following is not None
    word = following[1]
    stop = text[first]
    if stop > "…":
        return not (end > first + 1 and text.startswith(_PARTICLES, end))
    if not word and following.end() == len(text):
        return True
    if not word and following[2] == "." and text[following.end()].isspace():
        # Spaced points (“. . .”) end a sentence at the last one only.
        return False
    is_alone = end == first + 1
    if _goes_on(word, following[2], is_alone=is_alone):
        return False
    if stop in "!?":
        return _mark_ends(text, start, first, end, word, following)
    if stop == "." and is_alone:
        return _full_stop_ends(text, start, first, word, following)
    return first > start


def _goes_on(word: str, mark: str, *, is_alone: bool) -> bool:
    """Tell whether the word behind a stop, or the mark in its place, goes on with the sentence."""
    if word:
        return word[0].islower() and not _is_mixed_case(word)
    # “We are ready.” — Mara Oduya
    return not is_alone and mark in "—–―-"


def _is_mixed_case(word: str) -> bool:
    # iPhone, eBay, eZ: names that begin sentences without a capital.
    return len(word) > 1 and word[1].isupper()


def _mark_ends(text: str, start: int, first: int, end: int, word: str, following: re.Match[str]) -> bool:
    """Say whether an exclamation or question mark ends the sentence."""
    if end > first + 1:
        # “Why?” Okoro asked.
        tag = _TAG.match(text, end, end + 60) if text[end - 1] in "\"”’»'" else None
        return tag is None or _SPEECH_CUES.isdisjoint(tag[1].split())
    if not word:
        return following[2] not in "—–,;:"
    name = text[max(start, first - 10) : first].rsplit(None, 1)
    return not (name and name[-1] in _SHOUTED_NAMES and word not in _STARTERS)


def _full_stop_ends(text: str, start: int, first: int, word: str, following: re.Match[str]) -> bool:
    """Say whether a single full stop before white space ends the sentence."""
    tokens = text[max(start, first - 24) : first].rsplit(None, 1)
    if not tokens or text[first - 1].isspace():
        return first > start
    token = tokens[-1]
    if token.isdigit():
        # "1." or "12." alone is the number of an item.
        is_ordinal = len(token) < 3 and word in _AFTER_ORDINALS
        return not is_ordinal and (first - start != len(token) or len(token) > 3)
    if len(token) > 6 and token.isalpha():
        return True
    token = _strip_token(token)
    if len(token) == 1:
        return _initial_ends(text, start, first, token, word, following)
    return _token_ends(token, word, following)


def _token_ends(token: str, word: str, following: re.Match[str]) -> bool:
    """Say whether the full stop behind a token ends the sentence, and does not only shorten the token."""
    if token in _TITLES or token in _CAPITAL_TITLES:
        return False
    if token in _BEFORE_NUMBERS:
        return not (word[:1].isdigit() or (not word and following[2] in "#$£€"))
    if token in _ABBREVIATIONS or _is_dotted(token):
        return not (token in _CLOCK and word in _AFTER_CLOCK) and _opens_sentence(word, following)
    return True


def _strip_token(token: str) -> str:
    # then-Sen. -> Sen; (Rep. -> Rep; “Mr. -> Mr
    token = token.lstrip(_OPENERS + "*_#—–-$£€")
    for dash in "-—–/(":
        token = token.rpartition(dash)[2]
    return token


def _is_dotted(token: str) -> bool:
    # U.S, a.k.a, J.R.R: letters that stand alone between points.
    return "." in token and all(len(part) == 1 and part.isalpha() for part in token.split("."))


def _initial_ends(text: str, start: int, first: int, token: str, word: str, following: re.Match[str]) -> bool:
    """Decide on a single letter: an initial ("J. Okoro"), an item ("A. Why?") or the end ("plan B. The")."""
    if not token.isalpha():
        return True
    if first - start <= 2:
        return False
    if token.islower():
        # "p. 12", "v. Ohio"; "vitamin b. The"
        return token not in "cpv" and _opens_sentence(word, following)
    if token == "I":
        before = text[max(start, first - 24) : first - 1].split()
        return not (before and before[-1][:1].isupper() and word not in _STARTERS)
    if following[2] == "." and len(word) == 1:
        return False
    return _opens_sentence(word, following)


def _opens_sentence(word: str, following: re.Match[str]) -> bool:
    """Say whether a word after an abbreviation begins a new sentence."""
    if not word:
        return following[2] in "[•*"
    return word in _STARTERS and not (len(word) == 1 and following[2] == ".")
