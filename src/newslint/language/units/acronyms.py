"""Read acronyms and the words that explain them: “the Harbour Safety Board (HSB)”; knows no article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from newslint.language.spelling.table import commonness
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple

_BRACKETED = pattern(r"\(([A-Z][A-Za-z&]{1,6}+)\)")
_WORD = pattern(r"[^\W\d_][\w’'&.-]*+")
_REACH = 120  # code points before the bracket in which its words stand
_SHORT = 3  # letters
_HALF = 4  # letters of the second part of a compound: “Bluegrass”
_MOST_EXTRA = 6  # words that an acronym may leave out: “of”, “and”, “the”
_SMALL = STOP_WORDS | frozenset("de la le du des for of and the on in to at by with von und der".split())
# Letters that are taken from inside of a word or stand for its sound.
_BY_SOUND = {"X": ("ex", "cross", "trans", "christ"), "K": ("c",), "Q": ("k",)}

# Acronyms that newspapers print without their words, by kind. Origin: general knowledge; newsrooms add their own by
# the option `known`.
WELL_KNOWN = frozenset(
    """
    USA UAE USSR EU UN UK NATO OPEC WHO IMF WTO OECD UNESCO UNICEF UNHCR ASEAN FIFA UEFA IOC NGO NGOs BRICS IAEA ILO
    ISO SPD CDU CSU FDP AfD PNV PSOE PRI PAN PKK ISIS ISIL IRA ETA PLO KGB FSB IDF DPRK PRC ANC BJP SNP DUP UKIP
    FBI CIA NSA NASA IRS EPA FDA CDC FCC FTC SEC FEMA DHS DEA ATF NYPD LAPD GOP DNC RNC NRA ACLU NAACP AIPAC AFL CIO
    USDA NOAA NIH OSHA TSA NTSB FAA DMV SWAT POW MIA SCOTUS POTUS FLOTUS FDR JFK LBJ MLK NHS BBC ITV MPs HMRC MoD RAF
    TUC RAC RSPCA RSPB RNLI MI5 GCHQ GCSE BAFTA OBE MBE CBE
    CNN NBC ABC CBS PBS NPR HBO ESPN MSNBC CNBC MTV CBC AFP UPI DPA TASS RTL ARD ZDF RTE NYT WSJ AOL BBC TMZ
    NFL NBA MLB NHL NCAA MLS UFC WWE PGA ATP WTA NASCAR GMT MVP FIFA
    DNA RNA HIV AIDS SARS MRI PTSD ADHD IVF PCR GPS LED LCD USB CPU GPU RAM ROM PDF URL HTML HTTP HTTPS CSS API SQL XML
    JSON JPEG PNG GIF FAQ DVD IBM BMW GMO CCTV SIM SMS VPN UFO SUV ATM PIN CEO CFO COO CTO CIO CMO MBA PhD GDP GNP VAT
    IPO LLC LLP PLC INC LTD CPI HR PR DIY RSVP ASAP AKA FYI DOB ETA BCE EST EDT PST PDT CST CDT MST MDT UTC BST CET
    LGBT LGBTQ KKK BLM NYC MSF WWF YMCA YWCA AAA VIP SOS TNT WMD AWOL POV USD EUR GBP JPY CHF USS HMS III VII VIII XII
    XIII XIV XVI TBD TBA RIP OMG LOL WWI WWII COVID TED NYSE NASDAQ FTSE DAX
    DOJ HDMI DVR HSBC CLI TLS SSL JVM CVE RFC RFP ROI LLVM XSS SDK IDE MSRP
    """.split()
)
# Those whose letters stand in the order of another language or of a committee.
_OWN_ORDER = frozenset("SPD CDU CSU FDP PNV PSOE PRI PAN PKK FARC ETA ISO UTC FIFA UEFA IOC MSF KGB FSB".split())


class Explained(NamedTuple):
    """An acronym in brackets and the words before it: where those begin, their letters, and whether they fit.

    Without words whose letters fit, `start` is where the words with capitals before the bracket begin.
    """

    acronym: str
    start: int
    bracket: int
    end: int
    letters: str
    fits: bool


def explained_in(text: str) -> Iterator[Explained]:
    """Yield the acronyms in brackets that have words before them, in the order of a text."""
    for match in _BRACKETED.finditer(text):
        acronym = match[1].removesuffix("s")
        if sum(map(str.isupper, acronym)) < 2 or text[match.start() - 1 : match.start()] != " ":
            continue
        at = max(0, match.start() - _REACH)
        before = text[at : match.start()]
        cut = max(before.rfind(mark) for mark in (". ", "; ", ": ", ") ", "\n")) + 1
        words = [(word[0], at + cut + word.start()) for word in _WORD.finditer(before[cut:])]
        fitting, run = _fitting(acronym, words), _capitals_before(words, len(acronym))
        letters = initials_of(word for word, _ in run)
        # Letters inside of the last words may fit by chance: “Arctic Research Council (RAC)”.
        if fitting is not None and run and run[0][1] < fitting:
            slipped = is_misspelt(acronym, " ".join(word for word, _ in run), letters)
            fitting = None if slipped else fitting
        if fitting is not None:
            yield Explained(acronym, fitting, match.start(), match.end(), acronym.upper(), True)
        elif run:
            yield Explained(acronym, run[0][1], match.start(), match.end(), letters, False)


def _fitting(acronym: str, words: list[tuple[str, int]]) -> int | None:
    """Return where the shortest run of words at the end begins whose first letters give an acronym."""
    letters = acronym.upper().replace("&", "")
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - _MOST_EXTRA - 1), -1):
        word = words[first][0]
        run = [each for each, _ in words[first:]]
        if word not in _SMALL and any(_ends(word.lower(), letters, 0)) and _gives(run, letters):
            return words[first][1]
    return None


_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")


def _gives(words: list[str], letters: str) -> bool:
    """Tell whether words give letters: each a first one, of a part behind a hyphen, or a later one of such a word."""
    reached = {0}  # how many letters the words so far may have given
    for word in words:
        # “PlayStation” gives a P and an S.
        parts = [part for part in _CAMEL.sub("-", word).lower().split("-") if part]
        for number, part in enumerate(parts):
            after = {end for at in reached for end in _ends(part, letters, at)}
            may_skip = word.lower() in _SMALL or number > 0
            reached = after | (reached if may_skip else set())
    return len(letters) in reached


def _ends(part: str, letters: str, at: int) -> Iterator[int]:
    """Yield how many letters are given when a part of a word gives its first one, and some of its others in order."""
    letter = letters[at : at + 1]
    if not letter or not part.startswith((letter.lower(), *_BY_SOUND.get(letter, ()))):
        return
    place, at = 1, at + 1
    yield at
    while at < len(letters) and (found := part.find(letters[at].lower(), place)) > 0:
        place, at = found + 1, at + 1
        yield at


def _capitals_before(words: list[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """Return the words with capitals at the end, with small words between them.

    What stands before a small word is left out where there are too many: “Staff at the Royal Loam Club” is a club.
    """
    run: list[tuple[str, int]] = []
    for word, at in reversed(words):
        if not word[:1].isupper() and not (run and word in _SMALL):
            break
        run.insert(0, (word, at))
    while run and (run[0][0].lower() in _SMALL or not run[0][0][:1].isupper()):
        del run[0]
    while len(initials_of(word for word, _ in run)) > most and len(run) > 1 and run[1][0] in _SMALL:
        run = [*dropwhile(lambda pair: pair[0] in _SMALL, run[1:])]
    return run if run and run[-1][0][:1].isupper() else []


def _initials(words: Iterator[str]) -> Iterator[str]:
    for word in words:
        if word.lower() not in _SMALL:
            yield from (part[0].upper() for part in word.split("-") if part)


def initials_of(words: Iterator[str]) -> str:
    """Return the first letters of words in capitals, without those of small words."""
    return "".join(_initials(words))


def is_misspelt(acronym: str, words: str, letters: str) -> bool:
    """Tell whether an acronym is a slip of the letters of its words: two changed places, or one is another.

    Acronyms of other languages have their letters in other orders (“the European Union (UE)”), so that only neighbours
    may have changed places; and a letter that begins the second half of a compound may be taken from there.
    """
    if acronym in _OWN_ORDER or not acronym.isupper() or not words.isascii():
        return False
    if len(acronym) != len(letters) or len(acronym) < _SHORT:
        return False
    wrong = [at for at in range(len(letters)) if acronym[at] != letters[at]]
    if len(wrong) == 2:
        one, other = wrong
        return other == one + 1 and acronym[one] == letters[other] and acronym[other] == letters[one]
    parts = [part for word in words.replace("-", " ").split() if (part := word.lower()) not in _SMALL]
    is_one = len(wrong) == 1 and wrong[0] > 0 and len(parts) == len(letters)
    return is_one and not _may_give(parts[wrong[0]], acronym[wrong[0]].lower())


def _may_give(word: str, letter: str) -> bool:
    """Tell whether a letter inside a word may stand for it: an X, or where the word’s second half begins."""
    inside = [at for at in range(2, len(word)) if word[at] == letter]
    return letter == "x" or any(len(word) - at >= _HALF and commonness(word[at:]) is not None for at in inside)
