"""Find stray statistics: figures about something of which the article tells nothing else.

A figure that belongs to an article shares words with the paragraphs around it, names what the article is about, or
takes up the sentence before. What does none of this can have its source only in its own sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from newslint.article import Article, Sentence
from newslint.language.numbers.quantities import Quantity
from newslint.language.numbers.statistics import STATISTIC_WORDS, find_statistic
from newslint.language.speech.attributions import Attribution
from newslint.language.units.subjects import subject_of, subjects_in
from newslint.patterns import pattern
from newslint.spans import Extent

_LONGEST = 260
LEAST_TOLD = 8  # sentences, among which one can be astray
_LEAST_WORDS = 2
_LEAST_SHARE = 0.8  # of a sentence's words that the article has nowhere else
_MOST_NEAR = 1
_TOPICAL = 4  # times that an article uses a word of its topic
# What takes up something that was told before: “They”, “The rest”, “that figure”, “the numbers”.
_LEADS = r"(?:(?:But|And|Yet|Still|So|Meanwhile|However|Overall|In all|Now|Then|For this|For that|At the moment),?[ ])?"
_TAKES_UP = pattern(
    rf"{_LEADS}(?:It|They|This|These|Those|That|He|She|Such|Its|Their|His|Her|Both|Another|Others?|Everyone[ ]else"
    r"|Everybody[ ]else|We|Our|You|Your|I|If|To)\b"
    rf"|{_LEADS}[Tt]he[ ](?:rest|bulk|remainder|same|two|other|latter|former|lowest|highest"
    r"|figures?|numbers?|totals?|rates?|costs?"
    r"|amount|sum|increase|decline|rise|fall|gain|alternative|measure|bill|law|plan|program(?:me)?|agency|film|movie"
    r"|book|move|deal|project|company|firm|group|campaign|committee|department|stadium|report|administration|fund"
    r"|budget|proposal|margin|package)\b(?![ ]of[ ](?:an?|the)\b)"
    r"|(?:But|And|Yet|Still|So)[ ][a-z]{3,20}[ ](?:has|have|had|is|are|was|were)\b"
    r"|[^,.;]{1,100},[ ](?:it|they|he|she|that|this|those|these|we|you)\b"
    r"|(?:Though|While|When|After|As|Although|Since|If|With|Because)[ ](?:it|they|he|she)\b"
)
_POINTS_BACK = pattern(
    r"\b(?:this|these|those(?![ ](?:who|that|in|with|aged|from|of|on|under|over|without|[a-z]+ing)\b)|such|he|she|his"
    r"|her"
    r"|him|we|our|us|you|your|my|else|likewise|respectively|as[ ]a[ ]result|by[ ](?:comparison|contrast))\b"
    r"(?![ ](?:year|month|week|quarter|decade|summer|winter|spring|autumn|fall|season|century)\b(?![’']))",
    re.IGNORECASE,
)
# What says where a figure comes from: documents, and acts of counting.
_SOURCED = pattern(
    r"""
      \b(?:according[ ]to|surveys?|surveyed|polls?|polling|polled|census|stud(?:y|ies)|data|figures|statistics
        |(?<!who[ ])(?<!to[ ])reports?
        |estimates?|estimating|sources?|analys[ei]s|filings?|research|researchers|shows?|showed|found|index
        |reckon\w*|tally|tallies|tallied|counted|counts?[ ](?:of|by)|calculat\w+|comput\w+|measured|recorded|records
        |registry|registered|registers?|logs|logged|inspections?|inspectors?|audit\w*|inventory|assessments?|reviews?
        |bulletins?|yearbook|measurements?|headcount|on[ ]the[ ]reckoning|by[ ]the[ ]count
        |in[ ]the[ ](?:view|opinion|estimation|estimate|judge?ment|reckoning|words)[ ]of|puts|(?:are|is)[ ]put[ ]at
        |ledgers?|books|datasets?|databases?|tracker|barometer|published|releas(?:ed|es)
        |(?<!is[ ])(?<!are[ ])(?<!were[ ])told
        |disclosed|revealed|suggests?|suggested|documents?|prospectus|monitor\w*|tracked|compiled|observatory)\b
    | (?<!\bis[ ])(?<!\bare[ ])(?<!\bwas[ ])(?<!\bwere[ ])\bprojected\b
    | (?<!\ban[ ])(?<!\bAn[ ])(?<!\bis[ ])(?<!\bare[ ])\bestimated\b | ,[ ]per[ ] | \[\d{1,3}\] | [¹²³⁴⁵⁶⁷⁸⁹]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_VOUCHED = pattern(
    r"\b(?:according[ ]to|told|surveys?|polls?|stud(?:y|ies)|data|figures|(?:a|the)[ ]report|says?|said(?![ ]to)|wrote"
    r"|by[ ][A-Z]"
    r"|prosecutors?|police|charged|charges|court|indict\w+|lawsuit)\b"
)
# What needs no source: results and polls whose source is told once, prices of markets, rules and offers.
_EXCUSED = pattern(
    r"""
      \b(?:margins?[ ]of[ ]error|sampl(?:e|ing)|delegates?|primary|caucus(?:es)?|electorate|undecided|underwater
        |respondents|(?:un)?favou?rabl[ey]|percentile|trails|leads(?![ ]to)|behind
        |the[ ](?:1|one)[ ]percent(?![ ]of))\b
    | \b(?:stocks?|shares?[ ](?:of|in|rose|fell|were)|bonds?|yields?|futures|crude|gold|barrels?|ounce|trading
        |benchmark|dividends?|Nasdaq|Dow|FTSE|DAX|Nikkei|STOXX|box[ ]office|(?:unemployment|jobless)[ ]rate
        |tax(?:es|ed)?|surtax)\b
    | \b(?:must|would|shall|eligible|qualify|penalt(?:y|ies)|fines?|fined|fees?|felony|appropriates?
        |propos(?:es|ed|als?|ing)|requires?|allowed|discount\w*|deadline|dut(?:y|ies)|tariffs?
        |(?:population|nation|city|town)[ ]of[ ](?:[a-z]+[ ])?\d|alleged(?:ly)?|accused|words)\b
    | \b(?:humidity|humid|batter(?:y|ies)|alcohol|abv|dough|vinegar|polyester|sure
        |(?:100|110|hundred)[ ]?(?:per[ ]?cent|%)|vouchers?|coupons?|commission|investors?|shareholders?)\b
    | (?:%|per[ ]?cent|\d)[ ]off\b | \boff[ ](?:all|selected)\b
    | (?:%|per[ ]?cent)[ ](?:cocoa|cream|fat|sugar|cotton|wool|milk|humidity)\b
    | \b(?:may|limit\w*|maximum|up[ ]to)\b[^.;]{0,60}\bcapacity\b
    | \b(?:won|gave|donat\w+|let[’']s|suppose|imagine|assum\w+|assign\w*|times[ ]a[ ](?:day|week))\b
    | \b(?<!\d[ ])(?<!did[ ])(?<!was[ ])(?<!were[ ])(?<!had[ ])(?:in|of)[ ]1[89]\d\d\b | \b\d+[ ]?(?:mg|ml)\b
    | \b(?:floods?|storm|crash|fire|(?:earth)?quake|attacks?|bombing|war|shooting|disaster|explosion)
        [ ](?:of|in)[ ]20\d\d\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What is no sentence, or a name with a number.
_ODD = pattern(
    r"[<>~=@|{}\[\]“”\"+]|^[A-Z][\w ]{0,30}:|^[A-Z]{3,}[A-Z ]{0,30}[—–-]|[!?]$|^[a-z(•–—-]|^Half[ ](?:of[ ])?[A-Z]"
    r"|(?<![$£€\d,.])\d{1,6}M\b"
)
# A share of what was told before.
_OF_THEM = pattern(
    r"\b(?:half|third|quarter|rest|most|majority)[ ]of[ ](?:that|this|those|these|which|it|them)\b"
    r"(?![ ](?:who|in|with|aged))"
)
_VOTING = pattern(r"\b(?:vot(?:e|es|ers?|ing)|ballots?)\b", re.IGNORECASE)
_OPINION = pattern(
    r"\b(?:agree|disagree|say|said|support(?:ed)?|back(?:ed)?|favou?r(?:ed)?|oppose[ds]?|approve|disapprove|believe"
    r"|think|prefer(?:red)?|want|expect|view|trust|worry|feel)\b"
)
_SURVEY = pattern(r"\b(?i:surveys?|surveyed|polls?|polled|respondents)\b")
_SHARE = pattern(r"%|\bper[ ]?cent\b|\bpercentage\b|\b(?:third|half|quarter)[ ]of\b|\b[Oo]ne[ ]in\b")
# A document that the sentences before a figure retell: “the affidavit stated”, “a new study reveals”.
_RETOLD = pattern(
    r"\b(?:affidavit|indictment|complaint|lawsuit|reports?|stud(?:y|ies)|data|figures|records|surveys?|polls?|analysis"
    r"|audit|documents?|filings?|memos?)\b[^.;]{0,80}?\b(?:says?|said|states?|stated|shows?|showed|reveals?|revealed"
    r"|found|finds|alleges?|alleged|lists|listed)\b|\b[Aa]ccording[ ]to\b[^.;]{0,60}?\b(?:affidavit|indictment"
    r"|complaint|report|study|data|figures|records|survey|poll|analysis|audit|filing)\b"
)
_NAME = pattern(r"\b[A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][A-Za-z’'-]+")
_THE = pattern(r"(?:[A-Z][\w ]{1,20},[ ])?[Tt]he[ ]((?:[a-z-]+[ ]){1,2})")
_REACH = 200
_OBJECT = 60  # characters after a figure, in which stands what it is a figure of
_WIDEST = 2_000  # characters of a paragraph
_MOST_VOICES = 100  # in a paragraph
# What tells where something was published tells no subject, either.
_PUBLISHED = frozenset(
    subject_of(word)
    for word in """post posts posted tweet tweets tweeted facebook twitter instagram tiktok youtube telegram reddit
    whatsapp bluesky threads snapchat linkedin social media online internet web website site page account video clip
    users followers report reports study studies poll polls survey surveys document documents memo data figures
    research researchers statement email letter wrote writes according told shows showed suggests
    claims claimed think thinks thought believe fear feel felt hope ask asked argue argued warn warned insist
    describe complain worry reckon suspect view opinion word talk""".split()
)
_NAMED = ("named", "institution", "document")


def find_stray_claims(article: Article, sentences: Iterable[Sentence], *, told: bool = False) -> Iterator[Sentence]:
    """Yield those of some sentences that nobody is said to have told, about what the article tells nothing else of.

    With `told`, somebody may be said to have told them.
    """
    if len(article.sentences) < LEAST_TOLD:
        return
    reader = _reader_of(article)
    for sentence in sentences:
        if reader.is_apart(sentence) if told else reader.is_claim(sentence):
            yield sentence


def is_apart(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence is about something of which a longer article tells nothing else, whoever tells it."""
    return len(article.sentences) >= LEAST_TOLD and _reader_of(article).is_apart(sentence)


_last: list[_Reader] = []


def _reader_of(article: Article) -> _Reader:
    """Return the reader of an article; checks that ask in turn share it."""
    if not _last or _last[0].article is not article:
        _last[:] = [_Reader(article)]
    return _last[0]


def find_strays(article: Article) -> Iterator[tuple[Sentence, Extent]]:
    """Yield the sentences of paragraphs that state a stray statistic in our own voice, with its figure."""
    if len(article.sentences) < LEAST_TOLD:
        return
    figures: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        figures.setdefault(index, []).append(quantity)
    reader = _reader_of(article)
    for index, sentences in article.sentences_of.items():
        if _may_state(article, index, index in figures):
            for sentence in sentences:
                if found := reader.figure_of(sentence, figures.get(index, [])):
                    yield sentence, found


def _may_state(article: Article, index: int, has_figure: bool) -> bool:
    """Tell whether a block may state a statistic."""
    block = article.blocks[index]
    if block.kind != "paragraph" or block.is_strong:
        return False
    return has_figure or not STATISTIC_WORDS.isdisjoint(article.vocabulary(index))


class _Reader:
    """Read sentences against the whole article, whose words are counted when the first candidate needs them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._apart: dict[tuple[int, int], bool] = {}

    def figure_of(self, sentence: Sentence, quantities: Sequence[Quantity]) -> Extent | None:
        """Return the figure of a sentence if it is a stray statistic."""
        if len(sentence.text) > _LONGEST:
            return None
        first, last = (
            bisect_left(quantities, at, key=lambda each: each.start) for at in (sentence.start, sentence.end)
        )
        own = [
            each._replace(start=each.start - sentence.start, end=each.end - sentence.start)
            for each in quantities[first:last]
        ]
        found = find_statistic(sentence.text, own)
        if found is None or any(sign.search(sentence.text) for sign in (_SOURCED, _EXCUSED, _ODD, _POINTS_BACK)):
            return None
        if _TAKES_UP.match(sentence.text) or _OF_THEM.search(sentence.text, 0, found[1] + _OBJECT // 2):
            return None
        extent = Extent(sentence.block, sentence.start + found[0], sentence.start + found[1])
        if self._is_linked(sentence):
            return None
        return extent if self._is_own(sentence, extent) and self._is_stray(sentence, extent) else None

    def _is_linked(self, sentence: Sentence) -> bool:
        """Tell whether a link stands in a sentence."""
        if sentence.block not in self.article.linked_blocks:
            return False
        own = (link for link in self.article.links if link.block == sentence.block)
        return any(link.start <= sentence.end and sentence.start <= link.end for link in own)

    def is_claim(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is astray, takes up nothing and names no source."""
        if len(sentence.text) > _LONGEST or _ODD.search(sentence.text) or _VOUCHED.search(sentence.text):
            return False
        return self.is_apart(sentence)

    def is_apart(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is about something of which the article tells nothing else, whoever tells it."""
        place = sentence.block, sentence.start
        if place not in self._apart:
            known = self._known_in(sentence)
            self._apart[place] = known is not None and self._is_far(sentence, known)
        return self._apart[place]

    def _is_far(self, sentence: Sentence, known: set[str]) -> bool:
        """Tell whether what stands around a sentence has next to none of its words that the article knows."""
        return len(known & self._around(sentence)[1]) <= _MOST_NEAR and not self._begins_known(sentence.text, known)

    def _known_in(self, sentence: Sentence) -> set[str] | None:
        """Return the words of a sentence that the article has elsewhere, too; None where these are too many."""
        stems, parts = self.article.stems, self.article.parts_in(sentence.block, sentence.start, sentence.end)
        said = [stems[part] for part in parts if part in stems]
        words = {*said} - _PUBLISHED
        if self.article.blocks[sentence.block].role == "summary":
            # The subjects of a summary are not counted, so that it need not outdo itself.
            known = words & self.article.subjects.keys()
        else:
            known = words & self._repeated
            if len(said) > len(words):
                uses = Counter(said)
                known = {word for word in known if self.article.subjects[word] > uses[word]}
        return None if len(words) - len(known) < max(_LEAST_WORDS, len(words) * _LEAST_SHARE) else known

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """The words that the article has more than once."""
        return frozenset([word for word, times in self.article.subjects.items() if times > 1])

    def _is_own(self, sentence: Sentence, figure: Extent) -> bool:
        """Tell whether nobody is said to have told a sentence, except those whom its figure counts."""
        place = (sentence.block, sentence.start, sentence.end)
        if self.article.is_stated(*place):
            return False
        if not (self.article.has_source(*place) or self.article.is_attributed(*place)):
            return True
        told = list(self._told_in(place))
        return bool(told) and all(self._is_counted(each, figure) for each in told)

    def _told_in(self, place: tuple[int, int, int]) -> Iterator[Attribution]:
        for found in self.article.attributions_of.get(place[0], ())[:_MOST_VOICES]:
            if found.source and any(_meets(each, place) for each in (*found.cue, *found.content, found.source[0])):
                yield found

    def _is_counted(self, found: Attribution, figure: Extent) -> bool:
        """Tell whether a source is only those whom a figure counts: “two-thirds of parents”, “women who report”."""
        if self.article.text_of(found.source[0]).lower() in ("who", "that"):
            return found.source[0].start > figure.start
        return _meets(found.source[0], figure) and not self._is_named(found)

    def _is_named(self, found: Attribution) -> bool:
        """Tell whether a source has a name; “Two-thirds of parents” has none."""
        text: str = self.article.text_of(found.source[0])
        return found.source_kind in _NAMED and not text[1:].islower()

    def _is_stray(self, sentence: Sentence, figure: Extent) -> bool:
        known = self._known_in(sentence)
        if known is None:
            return False
        before, near = self._around(sentence)
        is_known = len(known & near) > _MOST_NEAR or self._begins_known(sentence.text, known, _TOPICAL)
        if is_known or self._is_retold(sentence):
            return False
        start, end = figure.start - sentence.start, figure.end - sentence.start
        counted = subjects_in(sentence.text[end : end + _OBJECT])[:1]
        is_row = _SHARE.search(sentence.text[start:end]) is not None and _SHARE.search(before) is not None
        is_row = is_row and bool(known)
        return near.isdisjoint(counted) and not is_row and not self._is_answer(sentence, known)

    def _is_retold(self, sentence: Sentence) -> bool:
        text = self.article.blocks[sentence.block].text
        return _RETOLD.search(text, max(0, sentence.start - _REACH), sentence.start) is not None

    def _is_answer(self, sentence: Sentence, known: set[str]) -> bool:
        """Tell whether a sentence says how people vote, or what they think after a survey was told of."""
        if known and _VOTING.search(sentence.text):
            return True
        place = sentence.block, sentence.start
        return _OPINION.search(sentence.text) is not None and self.article.finds_before(_SURVEY, *place)

    def _begins_known(self, text: str, known: set[str], least: int = 0) -> bool:
        """Tell whether a sentence is about something that the article knows: by its first words, or a name.

        The article uses its first word at least some times.
        """
        begun = _THE.match(text)
        names = (name.group() for name in _NAME.finditer(text))
        topics = (begun[1] if begun else "", *names)
        if any(not known.isdisjoint(subjects_in(topic)) for topic in topics):
            return True
        first = known.intersection(subjects_in(text.partition(" ")[0]))
        return any(self.article.subjects.get(word, 0) >= least for word in first)

    def _around(self, sentence: Sentence) -> tuple[str, set[str]]:
        """Return what stands right before a sentence, and the stems of its paragraph and those beside it."""
        blocks, text = self.article.blocks, self.article.blocks[sentence.block].text
        at = bisect_left(self._prose, sentence.block)
        before, after = self._prose[max(0, at - 1) : at], self._prose[at + 1 : at + 2]
        own = text[max(0, sentence.start - _WIDEST) : sentence.start], text[sentence.end : sentence.end + _WIDEST]
        near = set(map(subject_of, chain.from_iterable(map(self.article.vocabulary, (*before, *after)))))
        near.update(subjects_in(" ".join(own)))
        lead = text[max(0, sentence.start - _REACH) : sentence.start]
        return lead or "".join(blocks[each].text[-_REACH:] for each in before), near


def _meets(extent: Extent, place: tuple[int, int, int]) -> bool:
    return extent.passage == place[0] and extent.start < place[2] and place[1] < extent.end
