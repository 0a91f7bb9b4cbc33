"""Checks of sources: who is said to have said something, how, and who is not heard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.shared import SHOWN, as_set, either, join_words, once, span_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.antecedents import Crowd
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.speech.passages import Extent
from newslint.language.units.sentences import split_sentences
from newslint.language.units.similarity import content_words
from newslint.patterns import pattern
from newslint.spans import Span

SourceKind = Literal["named", "institution", "document", "role", "collective", "anonymous", "pronoun", "none"]
_ANY_WORD = pattern(r"\w+")
# “such as Roe”, “including the port authority”, “at the Harbour Institute”, “from the University of Loam”.
_NAMING = (
    r"(?:(?:at|with|from|for)\s+(?:both\s+)?(?:the\s+)?"
    r"|(?:such as|including|like|among them|led by|namely)\s+[^A-Z.;]{0,30})[A-Z]"
)
_NAMED = pattern(_NAMING)
_APPOSED = pattern(rf"[\s,(]*{_NAMING}")
# “The Harbour Institute’s analysts” are known, “the Mayor’s critics” are not; “Roe and other critics” are.
_OWNER = pattern(r"(?<![\w.&-])[A-Z][\w.&-]*['’]s?[ ](?!critics\b)")
_OTHERS = pattern(r"(?<![\w’'-])[A-Z][\w’'-]*(?<!s)[ ]and[ ](?:many[ ])?other[ ]")
# A proper name in a crowd's own words: “US officials”, “officials in Beijing”.
_PROPER = pattern(r"(?<=\s)[A-Z][\w’'-]*|^[A-Z][\w’'-]*(?=\s+\w)")
_INITIALS_BEFORE = pattern(r"\b[A-Z]{2,6}[ ]$")
# Before “officials” these words say nothing of whose officials they are; any other word does (“prison officials”).
_PLAIN_WORDS = frozenset(
    "a an the these those some many most several few all other both two three four five top senior local high-level "
    "high-ranking government unnamed anonymous certain various numerous multiple former current and or of".split()
)
_DEFINITE = pattern(r"(?:the|these|those)\s+(?=(?:\w+\s+)?\w+$)", re.IGNORECASE)
_OPENERS = frozenset(
    "A An The But And Some Many Most Several Few All Other Both Two Three Four Five Top Senior Local".split()
)
# What a crowd thinks is a claim, too; what it does, learns or is told to do is none.
_THINKING = frozenset(
    "believe believes believed think thinks thought expect expects expected fear fears feared worry worries worried "
    "suspect suspects suspected doubt doubts doubted agree agrees agreed consider considers considered assume assumes "
    "assumed hope hopes hoped speculate speculates speculated see sees saw regard regards regarded".split()
)


@check(general=True, grades=("institution", "side"), placeholders=("source",))
def attribution_source(
    article: Article,
    scene: Scene,
    *,
    kinds: Annotated[tuple[SourceKind, ...], Option("kinds of sources to flag")],
    words: Annotated[tuple[str, ...], Option("nouns that make a source a crowd; none: any source of these kinds")] = (),
    officials: Annotated[tuple[str, ...], Option("nouns that do so unless they name whose officials they are")] = (),
    reasons: Annotated[tuple[str, ...], Option("what explains a missing name nearby", pattern=either)] = (),
) -> Iterator[Finding]:
    """Flag attributions to sources of certain kinds, such as a nameless crowd, that nothing names.

    Officials of a named body have the grade `institution`. They have one finding for all of an article, and so have
    nameless sources and insiders. The sides of a dispute, a bare “some”, experts where several speak in the article, a
    crowd after which somebody named speaks, and officials after a body that has some have the grade `side`.
    """
    crowd, offices = as_set(words), as_set(officials)
    together: dict[str, list[tuple[Span, str]]] = {"institution": [], "default": []}
    found: Iterable[Attribution] = (each for each in article.attributions if each.source and each.source_kind in kinds)
    if words:
        found = filter(lambda each: _is_vague(article, each, crowd, offices, reasons), found)
    for extent in _find_nameless(article, found):
        place = article.locate(extent), article.text_of(extent)
        if _is_institution(place[1], crowd, offices):
            together["institution"].append(place)
        elif _SECRET.search(place[1]):
            together["default"].append(place)
        else:
            yield Finding(place[0], {"source": place[1]}, _grade_of(article, extent, crowd, offices))
    for grade, places in together.items():
        yield from (finding._replace(grade=grade) for finding in once(places, "source"))


def _grade_of(article: Article, source: Extent, crowd: frozenset[str], offices: frozenset[str]) -> str:
    text, known = article.text_of(source), article.antecedents
    if text.lower() in _ANYBODY or _is_side(text, crowd):
        return "side"
    kind = _crowd_of(text, crowd, offices)
    if kind == "officials":
        return "side" if known.has_body_before(source) else "default"
    # What a crowd says often leads to somebody of it, who speaks next.
    may_be_known = known.names_next(source) or (kind == "experts" and known.has_many_experts)
    return "side" if may_be_known else "default"


_SECRET = pattern(r"\b(?:sources?|insiders?)\b", re.IGNORECASE)


# Where a reason is given: “one source, who spoke on condition of anonymity”, “gave anonymity to two people”.
_PERSON = (
    r"\b(?:sources?|insiders?|person|people|officials?|aides?|advis[eo]rs?|staffers?|employees?|diplomats?|they|who)\b"
)
_GRANTED = pattern(
    rf"(?i:{_PERSON}[^.;]{{0,160}}?\b(?:anonymity|anonymously|(?:be|remain)[ ](?:named|identified|quoted|anonymous)"
    r"|not[ ]authori[sz]ed[ ]to|on[ ]background|off[ ]the[ ]record|retaliation|reprisals?"
    r"|(?:speak|talk)[ ](?:freely|candidly))"
    rf"|anonymity[ ]to[ ](?:[a-z]{{1,20}}[ ]){{0,2}}{_PERSON})"
)


def _is_side(text: str, crowd: frozenset[str]) -> bool:
    nouns = _nouns(text)
    return not nouns.isdisjoint(_SIDES) and crowd.isdisjoint(nouns - _SIDES)


def _is_vague(
    article: Article, found: Attribution, crowd: frozenset[str], offices: frozenset[str], reasons: tuple[str, ...]
) -> bool:
    """Tell whether a crowd claims something and the paragraphs around tell neither who it is nor why it is nameless."""
    source = found.source[0]
    text = article.text_of(source)
    is_crowd = _is_anybody(article, text, found) or not _nouns(text).isdisjoint(crowd | offices)
    if not is_crowd or _FOLLOWERS.search(text) or not _is_claim(article, found):
        return False
    if _is_topic(article, source, text) or _is_linked(article, source):
        return False
    is_secret = found.source_kind == "anonymous"
    if _is_accounted_for(article, source, is_secret, reasons):
        return False
    # Nobody who is named later is the nameless source of before.
    return is_secret or not article.antecedents.names_one_of(_crowd_of(text, crowd, offices), source)


def _is_accounted_for(article: Article, source: Extent, is_secret: bool, reasons: tuple[str, ...]) -> bool:
    """Tell whether somebody named tells of a crowd, or a reason is given; for sources and insiders, anywhere."""
    if article.antecedents.is_retold(source):
        return True
    if _is_explained(article, source.passage, either(reasons), for_all=is_secret):
        return True
    return _SECRET.search(article.text_of(source)) is not None and article.antecedents.is_told(_GRANTED)


# What stands before a crowd that is only compared, and a crowd that is somebody's topic: “Roe dismissed critics who”.
_COMPARED = pattern(r"\b(?:than|as[ ][a-z]{1,20}[ ]as)[ ]$")
_TOPIC = pattern(r"[A-Z][\w’'-]*[ ][a-z]+(?:ed|s)[ ](?:[a-z]+[ ]){0,2}[a-z]+s[ ]who\b")


def _is_topic(article: Article, source: Extent, text: str) -> bool:
    """Tell whether a crowd is what something is compared with, or what somebody else speaks of."""
    before = article.blocks[source.passage].text
    is_compared = _COMPARED.search(before, max(0, source.start - 40), source.start) is not None
    return is_compared or _TOPIC.match(text) is not None


# “Many fear”, “some have argued”; “some add salt” and “some told the Courier” are people of whom the text spoke.
_ANYBODY = frozenset({"many", "some", "few", "many people", "some people"})
_ARGUING = frozenset(
    "say argue argues argued contend contends contended claim claims claimed suggest suggested speculate speculated "
    "question questioned predict predicted".split()
)
# Those who are known by whom they follow.
_FOLLOWERS = pattern(
    r"(?:\b(?:his|her|their|its)|['’]s?)[ ](?:[a-zA-Z]{1,30}[ ])?(?:supporters|advocates|opponents|backers)\b"
    r"|\b(?:supporters|advocates|opponents)[ ](?:of|for)\b",
    re.IGNORECASE,
)


_SIDES = frozenset("opponents proponents supporters detractors skeptics sceptics advocates".split())


def _is_anybody(article: Article, text: str, found: Attribution) -> bool:
    """Tell whether a source is a bare “many” or “some” who are said to think or argue something."""
    if text.lower() not in _ANYBODY:
        return False
    words = _ANY_WORD.findall(article.text_of(*found.cue).lower())
    return "of" not in words and not (_THINKING | _ARGUING).isdisjoint(words)


def _crowd_of(text: str, crowd: frozenset[str], offices: frozenset[str]) -> Crowd:
    nouns = _nouns(text)
    others = (part.group() for part in _JOINED.finditer(text))
    if any(_nouns(part).isdisjoint(crowd | offices) for part in others):
        return "critics"  # “experts and some lawmakers” may be anybody who has a say
    if text.lower() in _ANYBODY or not nouns.isdisjoint(_SIDES | {"critics"}):
        return "critics"
    return "officials" if nouns.isdisjoint(crowd - offices) else "experts"


# One of several groups of people that are named together.
_JOINED = pattern(
    r"(?:(?<=and[ ])|(?<=,[ ])|^)(?:[\w’'-]+[ ]){0,4}?(?:[\w’'-]+s|people|men|women)(?=,|[ ]and\b|[ ]who\b|$)"
)
_IF = pattern(r"\b(?:if|unless|until|once|whether)[ ](?:the[ ])?$", re.IGNORECASE)


def _is_claim(article: Article, found: Attribution) -> bool:
    """Tell whether a source says or thinks something, by its cue.

    “To report”, “have not released” and “if officials find” are neither.
    """
    words: list[str] = [word.lower() for word in _ANY_WORD.findall(article.text_of(*found.cue))]
    if not words:
        return True
    if not _THINKING.isdisjoint(words):
        return words[0] != "to"
    if words[0] == "to" or "not" in words or not is_telling(" ".join(words), article.lexicon):
        return False
    number, start, _ = found.source[0]
    return not _IF.search(article.blocks[number].text[max(0, start - 20) : start])


def _is_linked(article: Article, source: Extent) -> bool:
    """Tell whether a link stands in the sentence of a source: readers can follow it up."""
    if source.passage not in article.linked_blocks:
        return False
    block = article.blocks[source.passage]
    start, end = block.text.rfind(". ", 0, source.start), block.text.find(". ", source.end)
    span = block.locate(max(0, start), end if end > 0 else len(block.text))
    return any(
        link.block == source.passage and link.span.start < span.end and span.start < link.span.end
        for link in article.links
    )


def _find_nameless(article: Article, attributions: Iterable[Attribution]) -> Iterator[Extent]:
    """Yield each source, once, that nothing names."""
    seen: set[tuple[int, int]] = set()
    mentions: dict[str, tuple[int, int]] = {}
    for attribution in attributions:
        extent = _with_initials(article, attribution.source[0])
        if extent[:2] in seen or article.blocks[extent.passage].kind not in PROSE_KINDS:
            continue
        if not _is_named(article, extent, article.text_of(extent), mentions):
            seen.add(extent[:2])
            yield extent


def _is_institution(text: str, crowd: frozenset[str], officials: frozenset[str]) -> bool:
    nouns = _nouns(text)
    is_body = any(word not in _OPENERS for word in _PROPER.findall(text)) or any(
        word not in _PLAIN_WORDS and word not in officials for word in text.lower().split()
    )
    return bool(nouns & officials) and is_body and not nouns & (crowd - officials)


def _is_named(article: Article, extent: Extent, text: str, mentions: dict[str, tuple[int, int]]) -> bool:
    """Tell whether a source is quoted, named in apposition, or one of those of whom the article spoke before."""
    if article.is_quoted(extent.passage, extent.start, extent.end):
        return True
    if _DEFINITE.match(text):
        # “The officials” takes up those of whom the article spoke before.
        noun = text.split()[-1].lower()
        if noun not in mentions:
            mentions[noun] = _first_mention(article, noun)
        if mentions[noun] < (extent.passage, extent.start):
            return True
    whole, last = article.blocks[extent.passage].text, extent.start + text.rfind(" ") + 1
    # The last word may be the preposition itself.
    is_apposed = _APPOSED.match(whole, extent.end) or _APPOSED.match(whole, last)
    return bool(is_apposed) or any(sign.search(text) for sign in (_NAMED, _OWNER, _OTHERS))


def _first_mention(article: Article, noun: str) -> tuple[int, int]:
    """Return block and offset of the first place of a noun in the article."""
    regex = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    for number, passage in enumerate(article.passages):
        match = regex.search(passage.text)
        if match:
            return number, match.start()
    return len(article.passages), 0


def _with_initials(article: Article, extent: Extent) -> Extent:
    """Take in initials that stand directly before a source: “US” before “officials”."""
    before = _INITIALS_BEFORE.search(article.blocks[extent.passage].text, max(0, extent.start - 10), extent.start)
    return extent if before is None else Extent(extent.passage, before.start(), extent.end)


def _nouns(text: str) -> set[str]:
    return {word.lower() for word in _ANY_WORD.findall(text)}


# What stands before a verb's form only where it is a noun: “Roe's claims”, “of the rants”.
_AS_NOUN = pattern(r"(?:['’]s?|\b(?:the|his|her|its|their|these|those|of|any|such|no|in|about|fraud|false))[ ]$")


@check(general=True, placeholders=("verb", "more"), renamed={"least": "min_verbs"})
def attribution_verb(
    article: Article,
    scene: Scene,
    *,
    verbs: Annotated[tuple[str, ...], Option("the forms to flag")],
    mild: Annotated[tuple[str, ...], Option("forms to flag only where an article has enough of both lists")] = (),
    unless: Annotated[tuple[str, ...], Option("what may follow a verb where it is exact", pattern=either)] = (),
    min_verbs: Annotated[int, Option("how many verbs of both lists are enough for the mild ones", ge=1)] = 3,
) -> Iterator[Finding]:
    """Flag verbs of attribution that judge those who speak, once an article."""
    cues = {attribution.cue[-1] for attribution in article.attributions if attribution.source and attribution.cue}
    found = []
    for cue in sorted(cues):
        verb = _verb_in(article, cue, as_set(verbs) | as_set(mild))
        if verb is not None and not either(unless).match(article.blocks[verb.passage].text, verb.end):
            found.append((article.locate(verb), article.text_of(verb)))
    if len(found) < min_verbs:
        found = [place for place in found if place[1].lower() in as_set(verbs)]
    yield from once(sorted(found), "verb")


def _verb_in(article: Article, cue: Extent, forms: frozenset[str]) -> Extent | None:
    """Return the first of some forms in a cue, unless it is a noun or quoted."""
    block = article.blocks[cue.passage]
    words = _ANY_WORD.finditer(article.text_of(cue)) if block.kind in PROSE_KINDS else ()
    word = next((word for word in words if word.group().lower() in forms), None)
    if word is None:
        return None
    verb = Extent(cue.passage, cue.start + word.start(), cue.start + word.end())
    is_noun = _AS_NOUN.search(block.text, max(0, verb.start - 20), verb.start)
    return None if is_noun or article.is_quoted(*verb) else verb


_MOST_HOLDERS = 40
_CANDIDATES = 5
_MOST_WORDS = 60
_DIGESTS = frozenset({"summary", "dek", "faq-answer"})


@check(placeholders=("source",), renamed={"least_words": "min_words", "share": "min_share", "near": "min_near"})
def dropped_attribution(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("content words that a repeat shares at least with what a source said", ge=1)] = 5,
    min_share: Annotated[float, Option("their share of the shorter of the two, at least", ge=0, le=1)] = 0.6,
    min_near: Annotated[int, Option("otherwise this many among one more neighbouring content words of both", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag what the body gives to a source and a summary or FAQ repeats as fact; once an article."""
    digest = [sentence for sentence in _digest_sentences(article) if not _is_sourced(article, sentence)]
    if not digest:
        return
    told = _Told(article)
    found = []
    for sentence in digest:
        words = content_words(sentence.text)[:_MOST_WORDS]
        attribution = told.repeated_by(words, min_words, min_share, min_near)
        if attribution is not None and not _is_stated(article, words, min_words, min_share):
            found.append((sentence, attribution))
    if found:
        sentence, attribution = found[0]
        source, cue = attribution.source[0], attribution.cue[0]
        body = article.blocks[source.passage]
        related = [
            Related(body.locate(min(source.start, cue.start), max(source.end, cue.end)), "the body names a source")
        ]
        related += [Related(span_of(article, other), "repeated as fact too") for other, _ in found[1:SHOWN]]
        yield Finding(span_of(article, sentence), {"source": article.text_of(source)}, related=tuple(related))


def _is_stated(article: Article, words: list[str], min_words: int, min_share: float) -> bool:
    """Tell whether the body says the same in its own voice, too."""
    for sentence in article.sentences:
        if article.blocks[sentence.block].role in _DIGESTS or article.blocks[sentence.block].kind not in PROSE_KINDS:
            continue
        shared = len(set(words).intersection(content_words(sentence.text)))
        if shared >= max(min_words, min_share * len(set(words))) and not _is_sourced(article, sentence):
            return True
    return False


class _Told:
    """What the sources of the body say, by its content words."""

    def __init__(self, article: Article) -> None:
        self._told = list(_told(article))
        self._holders: dict[str, list[int]] = {}
        for place, (content, _) in enumerate(self._told):
            for word in set(content):
                self._holders.setdefault(word, []).append(place)

    def repeated_by(self, words: list[str], min_words: int, min_share: float, min_near: int) -> Attribution | None:
        """Return what some words repeat of those with which they share most; a word that most use tells nothing."""
        holders = (self._holders.get(word, ()) for word in set(words))
        shared = Counter(place for places in holders if len(places) <= _MOST_HOLDERS for place in places)
        for place, count in shared.most_common(_CANDIDATES):
            content, attribution = self._told[place]
            is_shared = count >= min_share * min(len(set(words)), len(set(content)))
            if count >= min_words and (is_shared or _is_near(words, content, min_near)):
                return attribution
        return None


def _is_near(words: list[str], content: list[str], near: int) -> bool:
    """Tell whether `near` words stand among one more neighbouring words in both."""
    windows = [frozenset(content[at : at + near + 1]) for at in range(max(1, len(content) - near))]
    return any(
        len(window & frozenset(words[at : at + near + 1])) >= near
        for at in range(max(1, len(words) - near))
        for window in windows
    )


def _digest_sentences(article: Article) -> Iterator[Sentence]:
    for index, block in enumerate(article.blocks):
        if block.role in _DIGESTS and block.kind not in ("heading", "boilerplate"):
            for start, end in split_sentences(block.text):
                yield Sentence(index, start, end, block.text[start:end])


def _is_sourced(article: Article, sentence: Sentence) -> bool:
    return article.has_source(sentence.block, sentence.start, sentence.end) or article.is_quoted(
        sentence.block, sentence.start, sentence.end
    )


def _told(article: Article) -> Iterator[tuple[list[str], Attribution]]:
    """Yield the content words of what each source of the body says, with its attribution."""
    for attribution in article.attributions:
        if not attribution.source or not attribution.cue or attribution.is_carried:
            continue
        cue = attribution.cue[0]
        block = article.blocks[cue.passage]
        if cue.passage != attribution.source[0].passage or block.role in _DIGESTS:
            continue
        if is_telling(block.text[cue.start : cue.end], article.lexicon):
            text = article.text_of(*attribution.content)
            yield content_words(text)[:_MOST_WORDS], attribution


@check(grades=("group",), placeholders=("source", "more"))
def unexplained_anonymity(
    article: Article,
    scene: Scene,
    *,
    nouns: Annotated[tuple[str, ...], Option("sources that are nameless when nothing names them", made=_nameless)],
    reasons: Annotated[tuple[str, ...], Option("what explains it in the paragraphs around", pattern=either)],
    groups: Annotated[tuple[str, ...], Option("several who are nameless", made=_nameless)] = (),
) -> Iterator[Finding]:
    """Flag a nameless source whose namelessness is not explained; once an article.

    Several who have not told it to the publication or another have the grade `group`, once an article, and so have
    sources that readers can follow up: by a link, by another outlet, by a letter or by an officer who follows.
    """
    found: dict[str, dict[Span, str]] = {"default": {}, "group": {}}
    last = Span(0, 0)
    for source, cue in _nameless_sources(article, [_nameless(each) for each in (nouns, groups) if each]):
        span = article.locate(source)
        if span.start < last.end or _is_explained(article, source.passage, either(reasons)):
            continue
        if _ANOTHER.match(article.text_of(source)) and article.antecedents.is_told(_GRANTED):
            continue
        found[_grade_nameless(article, source, cue, _nameless(nouns))][span] = article.text_of(source)
        last = span
    for grade, places in found.items():
        yield from (finding._replace(grade=grade) for finding in once([*places.items()], "source"))


# One more of those for whom a reason is given elsewhere.
_ANOTHER = pattern(r"(?:(?:a|the)[ ])?(?:second|third|fourth|other|another)\b|sources$", re.IGNORECASE)
# Where somebody goes and when is soon seen by all.
_PLANS = pattern(
    r"\b(?:plans?|planned|scheduled|due|expected|intends?)[ ]to[ ]"
    r"(?:visit|travel|fly|attend|arrive|return|speak|appear|campaign|tour|meet)\b"
)


def _grade_nameless(article: Article, source: Extent, cue: str, single: re.Pattern[str]) -> str:
    is_own = single.match(article.text_of(source)) is not None and not _is_harmless(article, source, cue)
    if _is_traceable(article, source):
        return "group"
    return "default" if is_own or cue.startswith(("told", "tell")) else "group"


# What somebody wrote to somebody else, or in a paper: “told a manager via email”, “wrote in a memo”.
_IN_WRITING = pattern(
    r"\b(?:(?:told|wrote[ ]to)[ ](?:an?|his|her|their|another|one|colleagues)\b[^.;“”]{0,60}?\b(?:via|by|in|in[ ]an?)"
    r"|wrote[ ]in[ ]an?)[ ](?:internal[ ]|private[ ])?(?:e-?mails?|memo|letter|text[ ]message|message|report)\b"
    r"(?![ ]to[ ](?:the[ ]|The[ ])?[A-Z])"
)
_OUTLET = pattern(r"\b(?:told|tells)[ ](?:the[ ])?([A-Z][\w&.-]*(?:[ ][A-Z][\w&-]*){0,3})")


def _is_traceable(article: Article, source: Extent) -> bool:
    """Tell whether readers can follow a nameless source up: its sentence has a link, an outlet or a letter.

    Another outlet is one whose reporting the article tells of: “told NBC”, and elsewhere “NBC’s Ana Roe said”.
    """
    if _is_linked(article, source) or article.antecedents.has_officer_next(source):
        return True
    told = _sentence_of(article, source)
    outlet = _OUTLET.search(told)
    return _IN_WRITING.search(told) is not None or (outlet is not None and article.antecedents.reports(outlet[1]))


def _sentence_of(article: Article, source: Extent) -> str:
    told = article.sentences_of.get(source.passage, ())
    return next((each.text for each in told if each.start <= source.start < each.end), "")


def _is_harmless(article: Article, source: Extent, cue: str) -> bool:
    """Tell whether a nameless source describes somebody, tells of a visit or expects something: no reason is wanted."""
    if article.text_of(source).endswith("insiders") and not _THINKING.isdisjoint(cue.split()):
        return True
    return "described" in cue.split() or _PLANS.search(_sentence_of(article, source)) is not None


# “Business Insider” is the name of an outlet.
_TITLED = pattern(r"(?:[A-Z][\w.&-]*[ ]){1,3}(?:Insider|Source|Official|Diplomat)$")
# Who declines to speak or asks something has told nothing.
_UNTOLD = frozenset("declined refused wondered wonders asked asks".split())


def _nameless_sources(article: Article, nameless: Sequence[re.Pattern[str]]) -> Iterator[tuple[Extent, str]]:
    """Yield the sources of running text that tell something of their own and that some words make nameless.

    The cue, in small letters, stands beside each.
    """
    for attribution in article.attributions:
        if not attribution.source or attribution.source_kind not in ("anonymous", "role", "collective"):
            continue
        extent = attribution.source[0]
        text, cue = article.text_of(extent), article.text_of(*attribution.cue).lower()
        if article.blocks[extent.passage].kind not in PROSE_KINDS or not _is_nameless(text, nameless):
            continue
        is_told = article.has_source(extent.passage, *_range(attribution.cue, extent.passage))
        if is_told and _UNTOLD.isdisjoint(cue.split()) and not _is_known(article, extent):
            yield extent, cue


def _is_nameless(text: str, nameless: Sequence[re.Pattern[str]]) -> bool:
    return _TITLED.match(text) is None and any(each.match(text) for each in nameless)


def _is_known(article: Article, source: Extent) -> bool:
    """Tell whether somebody named tells of a nameless source, or the text names it or its body nearby.

    “A fund that was set up by an aide has told” is no aide's word.
    """
    text, known = article.blocks[source.passage].text, article.antecedents
    before = text[max(0, source.start - 20) : source.start]
    if article.is_quoted(*source):
        return True
    if _is_apposed(text, source):
        return True
    if before.endswith(" by ") and _SAID_BY.search(before) is None:
        return True
    if known.is_retold(source) or known.is_named_next(source):
        return True
    is_named_elsewhere = article.text_of(source).lower() in _BARE or known.is_opening(source.passage)
    return is_named_elsewhere and known.names_one_of("officials", source)


def _is_apposed(text: str, source: Extent) -> bool:
    """Tell whether a name stands beside a source, or “the” before its bare noun: “the former staffer’s claims”."""
    told = text[source.start : source.end]
    if (
        " " not in told
        and not told.endswith("s")
        and _DEFINITE_BEFORE.search(text, max(0, source.start - 20), source.start)
    ):
        return True
    if _NAME_LAST.search(told):
        return True
    start = max(0, source.start - 60)
    return bool(_NAME_BEFORE.search(text, start, source.start) or _NAME_AFTER.match(text, source.end))


_DEFINITE_BEFORE = pattern(r"\b(?:the|his|her|its|their)[ ](?:[a-z]+[ ])?$", re.IGNORECASE)
# “Ned Lund, an official at …”, “an official at the Housing Authority, Ned Lund, said”.
_NAME_BEFORE = pattern(r"(?:^|[.!?][”\"’']?[ ]|\bsaid[ ])[A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+,[ ]$")
_NAME_LAST = pattern(r",[ ][A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+$")
_NAME_AFTER = pattern(r",[ ][A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+(?:,|[ ](?:said|says|told)\b)")
_SAID_BY = pattern(r"\b(?:said|told|reported|confirmed|described|shared|quoted)[ ]by[ ]$")
_BARE = frozenset({"an official", "one official", "officials"})


@lru_cache(maxsize=256)
def _nameless(nouns: tuple[str, ...]) -> re.Pattern[str]:
    known = join_words(nouns)
    # A definite source (“the aide”, “his aide”) was introduced before, mostly by name.
    count = r"(?!(?:the|his|her|its|their|this|that|former|to|of|in|open)\ |\S{1,40}['’]s?\ )"
    return pattern(rf"{count}(?:[A-Za-z.-]{{1,30}}+\ ){{0,4}}?(?:{known})\b(?!,?\ (?-i:[A-Z]))", re.IGNORECASE)


def _is_explained(article: Article, block: int, reasons: re.Pattern[str], for_all: bool = True) -> bool:
    """Tell whether a reason stands in or near a paragraph or, `for_all`, earlier for several sources."""
    near = range(max(0, block - 1), min(len(article.blocks), block + 2))
    if any(reasons.search(article.blocks[place].text) for place in (*near, *article.antecedents.after(block))):
        return True
    return for_all and article.antecedents.first(_SEVERAL, reasons) < block


# Several nameless people, of whom one may speak again later.
_SEVERAL = pattern(
    r"\b(?:two|three|four|five|six|several|many|most|some|all|dozens?|those|who)[ ](?:of[ ])?(?:[\w’'-]+[ ]){0,6}"
    r"(?:sources|people|insiders|aides|advisers|advisors|officials|staffers|employees|lawmakers|members|whom"
    r"|interviewed|others|Democrats|Republicans)\b"
)


def _range(extents: tuple[Extent, ...], block: int) -> tuple[int, int]:
    """Return the range of the first extent in a block, or an empty one."""
    return next(((extent.start, extent.end) for extent in extents if extent.passage == block), (0, 0))
