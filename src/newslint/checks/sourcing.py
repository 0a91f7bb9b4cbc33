"""Checks of sources: who is said to have said something, how, and who is not heard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article
from newslint.checks.nearby import nearby_of
from newslint.checks.shared import GRANTED, THINKING, as_set, either, is_explained, is_linked, once, sentence_of
from newslint.checks.strays import is_apart
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.antecedents import Crowd
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.speech.passages import Extent
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
# “…, Harbour Trust officials said”, which bare “officials” takes up.
_OWN_OFFICIALS = pattern(r"(?<=[a-z,][ ])(?:[A-Z][\w.’'-]*[ ]){1,4}officials\b")
_DEFINITE = pattern(r"(?:the|these|those)\s+(?=(?:\w+\s+)?\w+$)", re.IGNORECASE)
_THESE = pattern(r"(?:these|those)\s+\w+$", re.IGNORECASE)
_OPENERS = frozenset(
    "A An The But And Some Many Most Several Few All Other Both Two Three Four Five Top Senior Local".split()
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

    Officials of a named body have the grade `institution`. They have one finding for all of an article, and so has each
    nameless crowd. The sides of a dispute, a bare “some”, officials, forecasts, experts where several speak in the
    article, and a crowd after which somebody named speaks have the grade `side`.
    """
    crowd, offices = as_set(words), as_set(officials)
    together: dict[str, list[tuple[Span, str]]] = {"institution": [], "default": []}
    crowds: dict[str, list[tuple[Span, str]]] = {}
    groups: dict[int, str] = {}
    found: Iterable[Attribution] = (each for each in article.attributions if each.source and each.source_kind in kinds)
    if words:
        found = filter(lambda each: _is_vague(article, each, crowd, offices, reasons), found)
    for extent in _find_nameless(article, found):
        place = article.locate(extent), article.text_of(extent)
        grade = _grade_together(article, extent, crowd, offices)
        if grade is not None:
            together[grade].append(place)
        else:
            own = _grade_of(article, extent, crowd, offices)
            if own == "default":
                crowds.setdefault(_group_of(extent, place[1], crowd, groups), []).append(place)
            else:
                yield Finding(place[0], {"source": place[1]}, own)
    for grade, places in [*together.items(), *(("default", places) for places in crowds.values())]:
        yield from (finding._replace(grade=grade) for finding in once(places, "source"))


def _group_of(source: Extent, text: str, crowd: frozenset[str], groups: dict[int, str]) -> str:
    """Return the noun of a crowd, or that of the first one in its paragraph, which is noted in `groups`."""
    head = min(_nouns(text) & crowd, default=text)
    return groups.setdefault(source.passage, head)


def _grade_together(article: Article, source: Extent, crowd: frozenset[str], offices: frozenset[str]) -> str | None:
    """Return the grade of sources that have one finding for all of an article; None for others."""
    text = article.text_of(source)
    if _is_institution(text, crowd, offices):
        return "institution"
    return "default" if _SECRET.search(text) and not _is_open(article, source, text) else None


def _grade_of(article: Article, source: Extent, crowd: frozenset[str], offices: frozenset[str]) -> str:
    text, known = article.text_of(source), article.antecedents
    is_official = _crowd_of(text, crowd, offices) == "officials"
    if text.lower() in _ANYBODY or _is_side(text, crowd) or is_official or _is_forecast(article, source):
        return "side"
    if text.lower().startswith("the "):
        return "side"  # “the analysts”: those of a study that is told of
    is_beside = known.names_next(source) or _is_answered(article, source, text, crowd | offices)
    if not is_beside and _is_astray(article, source):
        return "default"
    if _is_answered(article, source, text, crowd | offices):
        return "side"
    # What a crowd says often leads to somebody of it, who speaks next.
    whole = article.blocks[source.passage].text[source.start : source.end + _PARTS_REACH]
    if known.names_next(source) or _MADE_UP_OF.match(whole):
        return "side"
    return "side" if _has_member(article, source, text, crowd) else "default"


# What a market expects is the mean of many forecasts, whose names nobody asks for.
_FORECAST = pattern(r"[ ](?:had[ ]|have[ ]|are[ ]|were[ ]|now[ ])?(?:expect(?:ed|ing)?|forecast(?:ed|ing)?)\b")


def _is_forecast(article: Article, source: Extent) -> bool:
    return _FORECAST.match(article.blocks[source.passage].text, source.end) is not None


def _is_astray(article: Article, source: Extent) -> bool:
    """Tell whether a crowd tells something of which the article tells nothing else."""
    told = article.sentences_of.get(source.passage, ())
    return any(each.start <= source.start < each.end and is_apart(article, each) for each in told)


def _is_answered(article: Article, source: Extent, text: str, nouns: frozenset[str]) -> bool:
    """Tell whether somebody of a crowd has a name within reach, or the crowd is what the story is about."""
    told = article.sentences_of.get(source.passage, ())
    own = next((each for each in told if each.start <= source.start < each.end), None)
    heads = sorted(_nouns(text) & nouns)
    return own is not None and any(nearby_of(article).answers(source, head, own) for head in heads)


# Which groups a crowd is made up of: “critics, including defence lawyers and families”.
_MADE_UP_OF = pattern(r"[^.,;:]{1,60},?[ ](?:including|such[ ]as|among[ ]them)[ ][a-z]")
_PARTS_REACH = 60


def _has_member(article: Article, source: Extent, text: str, crowd: frozenset[str]) -> bool:
    """Tell whether somebody of a crowd has a name somewhere in the article."""
    known = article.antecedents.members
    nouns = _nouns(text) & crowd
    if nouns - _SIDES - {"critics"}:
        return known.has_many_experts or known.has_expert(text, source)
    return known.has_critic(sentence_of(article, source))


# Who speaks openly, though nameless here: “publicly and privately, Capitol sources said”; and people of a trade.
_OPENLY = pattern(r"(?<!\w)[Pp]ublicly\b[^.;“”]{0,40}$")


def _is_open(article: Article, source: Extent, text: str) -> bool:
    """Tell whether sources have spoken openly and one follows, or insiders are experts, of whom one speaks below."""
    known, whole = article.antecedents, article.blocks[source.passage].text
    if _OPENLY.search(whole, max(0, source.start - 60), source.start):
        return known.names_next(source)
    return text.lower() == "insiders" and known.members.has_expert_below(source)


_SECRET = pattern(
    r"\b(?:sources?|insiders?)\b|\b(?:people|person|persons|those|officials?|aides?)[ ]"
    r"(?:with[ ](?:[a-z]+[ ])?knowledge|familiar|briefed|close|privy|involved)\b",
    re.IGNORECASE,
)


def _is_side(text: str, crowd: frozenset[str]) -> bool:
    nouns, sides = _nouns(text), _SIDES | {"critics"}
    return not nouns.isdisjoint(sides) and crowd.isdisjoint(nouns - sides)


def _is_vague(
    article: Article, found: Attribution, crowd: frozenset[str], offices: frozenset[str], reasons: tuple[str, ...]
) -> bool:
    """Tell whether a crowd claims something and the paragraphs around tell neither who it is nor why it is nameless."""
    source = found.source[0]
    text = article.text_of(source)
    is_crowd = _is_anybody(article, text, found) or not _nouns(text).isdisjoint(crowd | offices)
    if not is_crowd or _FOLLOWERS.search(text) or not _is_claim(article, found):
        return False
    if _is_topic(article, source, text) or is_linked(article, source):
        return False
    is_secret = found.source_kind == "anonymous"
    if _is_accounted_for(article, source, is_secret, reasons):
        return False
    # Nobody who is named later is the nameless source of before.
    return is_secret or not any(
        article.antecedents.names_one_of(each, source) for each in _crowds_of(text, crowd, offices)
    )


def _is_accounted_for(article: Article, source: Extent, is_secret: bool, reasons: tuple[str, ...]) -> bool:
    """Tell whether somebody named tells of a crowd, or a reason is given; for sources and insiders, anywhere."""
    if article.antecedents.is_retold(source):
        return True
    if is_explained(article, source.passage, either(reasons), for_all=is_secret):
        return True
    return _SECRET.search(article.text_of(source)) is not None and article.antecedents.is_told(GRANTED)


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
    return "of" not in words and not (THINKING | _ARGUING).isdisjoint(words)


def _crowds_of(text: str, crowd: frozenset[str], offices: frozenset[str]) -> set[Crowd]:
    """Return the crowds of a source, such as those of “officials and experts”."""
    kind = _crowd_of(text, crowd, offices)
    return {kind} if _nouns(text).isdisjoint(offices) else {kind, "officials"}


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
# Who declines to speak has told nothing.
_SILENT = frozenset({"not", "declined", "refused"})
_IF = pattern(r"\b(?:if|unless|until|once|whether)[ ](?:the[ ])?$", re.IGNORECASE)


def _is_claim(article: Article, found: Attribution) -> bool:
    """Tell whether a source says or thinks something, by its cue.

    “To report”, “have not released” and “if officials find” are neither.
    """
    words: list[str] = [word.lower() for word in _ANY_WORD.findall(article.text_of(*found.cue))]
    if not words:
        return True
    if not THINKING.isdisjoint(words):
        return words[0] != "to"
    if words[0] == "to" or not _SILENT.isdisjoint(words) or not is_telling(" ".join(words), article.lexicon):
        return False
    number, start, _ = found.source[0]
    return not _IF.search(article.blocks[number].text[max(0, start - 20) : start])


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
    if text.lower() == "officials" and article.antecedents.finds(_OWN_OFFICIALS, extent.passage, extent.start):
        return True
    if _THESE.match(text) and (extent.start or article.antecedents.before(extent.passage)):
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
