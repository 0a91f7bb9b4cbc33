"""Cut running text into the words, marks and sentences that attribution works on; decides nothing about sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import add

from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.cues import adjective_cues, noun_cues, verb_cues
from newslint.language.speech.quotations import Quotation
from newslint.language.speech.word_classes import BITS, FINISHED, bits_by_word
from newslint.language.units.sentences import ABBREVIATIONS, split_sentences
from newslint.patterns import pattern

DET, PRON, OBJ, AUX, BE, HAVE, PREP, CONJ = (1 << bit for bit in range(8))
SUB, REL, ADV, CUE, NAME, NUM, PUNCT, COMMA = (1 << bit for bit in range(8, 16))
QUOTE, POSS, VERB, ING, ED, TIME, TITLE, TO = (1 << bit for bit in range(16, 24))
PLURAL, COLON, DASH, NOUN_CUE, END, ADJ_CUE, NEG, HEARSAY = (1 << bit for bit in range(24, 32))

_CLOSED = {
    DET: "a an the this these those every some any each both many several few another no most more all such half "
    "my your our its their his her one two three four five six seven eight nine ten hundreds thousands dozens "
    "other own same certain various countless numerous",
    POSS: "my your our its their his her whose",
    PRON: "i he she they we you it everyone everybody someone somebody nobody anyone anybody one there "
    "others some many most few both neither none several",
    OBJ: "me him them us her himself herself themselves itself myself ourselves yourself",
    AUX: "is are was were be been being am has have had having do does did will would can could may might must "
    "shall should ought isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't "
    "can't couldn't cannot mightn't mustn't shouldn't ain't",
    BE: "is are was were be been being am isn't aren't wasn't weren't",
    HAVE: "has have had having hasn't haven't hadn't",
    PREP: "of in on at by for with from about into over under after before between during against among through "
    "toward towards upon without within across behind beyond near since until till despite throughout amid amidst "
    "around above below beside besides outside inside off onto per via versus alongside regarding concerning "
    "like unlike as than",
    CONJ: "and or but nor yet plus &",
    SUB: "that because although though while whereas when whenever if unless since as before after until whether "
    "where how why what so lest once whereby",
    REL: "who which whom whose that",
    ADV: "not also never always often still again already just now then ever even only later earlier soon "
    "recently repeatedly once twice previously long too however meanwhile instead otherwise moreover furthermore "
    "nonetheless nevertheless thus therefore hence perhaps maybe indeed further almost quite rather very much "
    "first initially publicly flatly simply merely today yesterday tomorrow tonight here there apparently "
    "reportedly allegedly supposedly widely largely generally famously privately openly",
    HEARSAY: "reportedly allegedly supposedly purportedly ostensibly",
    NEG: "not never no n't",
    TIME: "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january "
    "february march april june july august september october november december jan. feb. mar. apr. aug. sept. "
    "sep. oct. nov. dec. morning afternoon evening night week weekend month year noon midnight",
    TITLE: "mr mrs ms miss dr sen rep gov gen col lt sgt prof rev hon sir dame lord lady president senator "
    "governor congressman congresswoman representative secretary minister mayor judge justice professor doctor "
    "chairman chairwoman chair director officer sheriff king queen prince princess pope cardinal bishop "
    "ambassador captain colonel general major sergeant detective inspector commissioner chancellor premier "
    "councillor councilman councilwoman speaker leader spokesman spokeswoman spokesperson ceo shri smt",
    VERB: "went came took made gave got began ran won lost held left brought kept let put set sat stood met paid "
    "sent spent built bought sold led fell rose grew drew drove flew broke chose spoke wrote ate beat became bent "
    "bet bit bled blew bred burst caught clung cost crept cut dealt dug did done drank fed felt fought fled forgot "
    "forgave froze gone hung heard hid hit hurt knew laid lay lent lit meant mistook overcame quit read rode rang "
    "saw sought seen sang sank shook shone shot showed shut slept slid spun split spread sprang stole stuck stung "
    "struck swore swept swam swung taught tore thought threw told understood woke wore wept withdrew wound goes "
    "comes takes makes gives gets begins runs wins loses holds leaves brings keeps lets puts sets stands meets pays "
    "sends spends lives works plays faces remains becomes includes has does",
    TO: "to",
}


@cache
def _token_pattern() -> re.Pattern[str]:
    abbreviations = "|".join(re.escape(word) for word in sorted(ABBREVIATIONS, key=lambda word: (-len(word), word)))
    return pattern(
        rf"""
        (?=\S) (?:                              # so that spaces are not asked for each of these
          [A-Za-z][a-z]*+(?![\w.'’\-‑/])         # most words: first, because this is where the time goes
        | (?=[A-Za-z])(?:{abbreviations})\.(?!\w)       # abbreviations that keep their stop
        | (?:[A-Za-z]\.){{2,}}                   # U.S., a.m.
        | [A-Z]-(?:[A-Z]\.){{2}} | [A-Z]-[A-Z][a-z]+\.(?=[\s,)])   # R-S.C., D-Fla.
        | [A-Z]\.(?=\s)                          # an initial
        | [$€£₹]?\d++(?:[,.]++\d++)*+(?:%|(?:-\w+)+)? # figures, 57-year-old
        | \w+\.(?:com|org|net|gov|edu|info|co\.uk)\b           # addresses that serve as names
        | [@#]?\w+(?:['’\-‑/]\w+)*(?:['’](?=\s))? # words, with hyphens, apostrophes and plural possessives
        | \.{{2,}} | --+ | [^\w\s]
        )
        """,
        re.VERBOSE,
    )


_CUES = CUE | NOUN_CUE | ADJ_CUE
# What stands behind an apostrophe for an auxiliary.
_SHORT_AUXILIARIES = {
    **dict.fromkeys(("s", "re", "m"), AUX | BE),
    **dict.fromkeys(("ll", "d"), AUX),
    "ve": AUX | HAVE,
}
_LIKELY_YEAR = pattern(r"(?:1[5-9]|20)\d\d")


class _Flags(dict[str, int]):
    """Give each surface word its bit set, computed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.base: dict[str, int] = {}
        self.classes = bits_by_word(lexicon)
        for bit, words in _CLOSED.items():
            for word in words.split():
                self.base[word] = self.base.get(word, 0) | bit
        for bit, known in ((CUE, verb_cues), (NOUN_CUE, noun_cues), (ADJ_CUE, adjective_cues)):
            for word in known(lexicon):
                self.base[word] = self.base.get(word, 0) | bit

    def __missing__(self, word: str) -> int:
        if len(self) > 100_000:
            # A bound on memory for callers that read millions of texts in one process.
            self.clear()
        flags = self[word] = self._compute(word) | self.classes.get(word.lower(), 0)
        return flags

    def _compute(self, word: str) -> int:
        first = word[0]
        if first.isdigit() or not (first.isalnum() or first in "@#"):
            return _mark_or_number_flags(word)
        lower = word.lower().replace("’", "'")
        flags = self.base.get(lower.rstrip("."), 0) | self.base.get(lower, 0)
        if "'" in lower and (shortened := self._shortened(lower)):
            if shortened == POSS:
                shortened |= flags | NAME * first.isupper()
            return shortened
        if first.isupper() and not flags & ~(TITLE | TIME | VERB | _CUES):
            # “the Morning Consult poll”
            flags = (flags & ~TIME if lower in _DAYTIMES else flags) | NAME | _plural_flag(lower)
        return flags if flags & ~_CUES else flags | _ending_flag(lower)

    def _shortened(self, lower: str) -> int:
        """Return the bits of a pronoun or noun with its auxiliary, POSS for a possessive and 0 for any other word."""
        stem, _, ending = lower.rpartition("'")
        flags = self.base.get(stem, 0)
        if ending in _SHORT_AUXILIARIES and (ending != "s" or flags & (PRON | REL)):
            # “say’ll” is no verb of saying: no list has it.
            return flags & ~_CUES | _SHORT_AUXILIARIES[ending]
        return POSS if ending == "s" or (not ending and stem.endswith("s")) else 0


_LONGEST = 200
_DAYTIMES = frozenset("morning afternoon evening night week weekend month year".split())
_NO_ADVERBS = frozenset(
    "early family daily weekly monthly yearly rally reply supply assembly friendly elderly homily anomaly likely "
    "unlikely lovely lonely deadly ally july italy belly jelly holy ugly silly lively costly timely scholarly "
    "orderly fatherly motherly brotherly homely unruly melancholy monopoly butterfly doily kindly".split()
)


def _ending_flag(lower: str) -> int:
    """Return what the ending of a word makes of it that stands in no list."""
    if len(lower) > 4:
        if lower.endswith("ly") and lower not in _NO_ADVERBS:
            return ADV
        if lower.endswith("ing"):
            return ING
        if lower.endswith("ed") and "-" not in lower:
            return ED
    return _plural_flag(lower)


def _plural_flag(lower: str) -> int:
    return PLURAL if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else 0


_MARKS = {
    ",": COMMA | PUNCT,
    **dict.fromkeys(".!?…", END | PUNCT),
    ":": COLON | PUNCT,
    **dict.fromkeys("—–―-", DASH | PUNCT),
    "&": CONJ,
    "%": NUM,
    **dict.fromkeys("$€£₹", NUM),
}


def _mark_or_number_flags(word: str) -> int:
    if word in _MARKS:
        return _MARKS[word]
    if word[0].isdigit() or word[0] in "$€£₹":
        return NUM | TIME if _LIKELY_YEAR.fullmatch(word) else NUM
    return DASH | PUNCT if word.startswith("--") else PUNCT


@table
def flag_table(lexicon: Lexicon) -> dict[str, int]:
    """Return the table that gives every word its bit set; it fills itself."""
    return _Flags(lexicon)


class Tokens:
    """Hold the words of one passage with each quotation folded into a single token."""

    __slots__ = ("ends", "flags", "lexicon", "lower", "quotes", "sentences", "starts", "text", "words")

    def __init__(
        self,
        text: str,
        folded: Sequence[tuple[int, Quotation]],
        lexicon: Lexicon,
        sentences: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """Cut a text with its quotations, each with its index; `sentences` are those of the text, where known."""
        self.text = text
        self.lexicon = lexicon
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: dict[int, int] = {}
        at = 0
        for index, quotation in folded:
            extent = quotation.extent
            self._read(at, extent.start)
            self.quotes[len(self.words)] = index
            self.words.append("“”")
            self.starts.append(extent.start)
            self.ends.append(extent.end)
            at = extent.end
        self._read(at, len(text))
        table = flag_table(lexicon)
        self.flags = list(map(table.__getitem__, self.words))
        for place in self.quotes:
            self.flags[place] = QUOTE | self._finished(place)
        self.lower = list(map(str.lower, self.words))
        # Stops within a quotation end no sentence.
        self.sentences = self._split(
            split_sentences(self._with_quotations_folded()) if sentences is None or folded else sentences
        )
        self._name_speakers()

    def _finished(self, place: int) -> int:
        """Return the bit of a quotation that ends as direct speech does, within its marks or behind them."""
        start, end = self.starts[place], self.ends[place]
        last = self.text[start:end].rstrip(_CLOSING)[-1:]
        return BITS[FINISHED] if last in _FINISHING or self.text[end : end + 1] in _COMMAS else 0

    def _name_speakers(self) -> None:
        """Read “Sunday”, “May” and “Will” as names where they begin a sentence or follow a quotation, and speak."""
        flags = self.flags
        for at in chain((begin for begin, _ in self.sentences), (place + 1 for place in self.quotes)):
            if at + 1 < len(flags) and (flags[at] & TIME or self.lower[at] == "will") and self._speaks(at):
                flags[at] = NAME
        if "Will" in self.words:
            self._name_wills()

    def _name_wills(self) -> None:
        """Read “Will” as a given name in “said Will Roe”, “Will Roe said” and “of Will Roe”, but not in a headline."""
        flags, words = self.flags, self.words
        for at in range(len(words) - 2):
            if words[at] != "Will" or not flags[at + 1] & NAME:
                continue
            before = flags[at - 1] if at else END
            is_named = bool(before & (CUE | PREP | PUNCT)) and not before & (NAME | END)
            if is_named or (flags[at + 2] & _TOLD and not words[at + 2][0].isupper()):
                flags[at] = NAME

    def _speaks(self, at: int) -> bool:
        """Tell whether a word with a capital stands before a verb of saying that is neither a noun nor a bare form."""
        verb, flags = self.lower[at + 1], self.flags[at + 1]
        is_verb = flags & CUE and not flags & NOUN_CUE and (verb == "says" or not verb.endswith("s"))
        return bool(is_verb) and self.words[at][0].isupper()

    def _read(self, start: int, end: int) -> None:
        words, find, at = _token_pattern().findall(self.text, start, end), self.text.index, start
        starts = self.starts
        for word in words:
            # There is nothing but space between two tokens.
            at = find(word, at)
            starts.append(at)
            at += len(word)
        self.words += words
        self.ends += map(add, starts[len(self.ends) :], map(len, words))

    def _split(self, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return token ranges of the sentences, each with its final mark."""
        found: list[tuple[int, int]] = []
        begin = 0
        for _, end in sentences:
            stop = bisect_left(self.starts, end, begin)
            # Text without stops must not cost more than its length.
            while stop - begin > _LONGEST:
                found.append((begin, begin + _LONGEST))
                begin += _LONGEST
            if stop > begin:
                found.append((begin, stop))
                begin = stop
        return found

    def _with_quotations_folded(self) -> str:
        """Return the text with one capitalised word for each quotation, which keeps the stop at its end."""
        parts, at = [], 0
        for place in self.quotes:
            start, end = self.starts[place], self.ends[place]
            stop = self.text[start:end].rstrip(_CLOSING)[-1:]
            word = f"“X{'x' * (end - start)}"[: end - start - 2]
            parts += [self.text[at:start], word, stop if stop in _STOPS else "x", "”"]
            at = end
        return "".join([*parts, self.text[at:]])


_TOLD = ED | BITS["said"]
_CLOSING = "”\"'’»“‘› "
_STOPS = (".", "!", "?", "…")
_FINISHING = (*_STOPS, ",", "—", "–")
_COMMAS = (",", "–", "—")
