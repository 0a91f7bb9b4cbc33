"""The check of claims by people who are told by what they are alone: “old hands at the port maintain …”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.crowd_frames import FrameReader
from newslint.checks.crowd_leads import LeadReader
from newslint.checks.crowd_nouns import EXPERTS, PhraseReader
from newslint.checks.crowd_phrases import CERTAIN, CLAIMED_ANYHOW, QUOTED, Crowd, CrowdReader, Token, Words
from newslint.checks.crowd_verbs import Telling, telling_of
from newslint.checks.nearby import Nearby, nearby_of
from newslint.checks.shared import as_set, either, is_explained, is_linked
from newslint.checks.strays import LEAST_TOLD, is_apart
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.attributions import Attribution
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.spans import Extent

_TOKEN = pattern(r"[^\W_][\w’'-]*(?:\.(?=\w))?|[^\w\s]")
_MARKS = "“”‘’\"' "
_LONG_WORD = 4
_GOING_ON = (",", "?", "!")
_LEADS = frozenset("according per".split())
_PASSIVE = frozenset("are is were was be been being to".split())
_LONGEST_SENTENCE = 120  # words
_LEAST_FRAMED = 5  # words
_LONGEST_FRAMED = 60


@lru_cache(maxsize=8)
def _guard_of(words: Words) -> frozenset[str]:
    """Return words of which a paragraph has one, or one that may tell something, where a crowd may claim something."""
    return words.verbs | words.views | CERTAIN | _LEADS


@lru_cache(maxsize=8)
def _cues_of(words: Words) -> frozenset[str]:
    """Return parts of words of which a sentence has one where a crowd without a speaker is read by its words alone."""
    return frozenset(max(list_parts(word), key=len) for word in _guard_of(words) | CLAIMED_ANYHOW)


@check(grades=("one", "expert", "beside"), placeholders=("source",))
def crowd_claim(
    article: Article,
    scene: Scene,
    *,
    verbs: Annotated[tuple[str, ...], Option("verbs of claiming and thinking, in all their forms")],
    people: Annotated[tuple[str, ...], Option("nouns for people that have no ending of their own, in the singular")],
    plurals: Annotated[tuple[str, ...], Option("nouns for people with a plural of their own")],
    offices: Annotated[tuple[str, ...], Option("nouns for those who may be told by their office alone")],
    others: Annotated[tuple[str, ...], Option("nouns that end as if they named people")],
    views: Annotated[tuple[str, ...], Option("nouns for what a crowd holds, in “in the view of”")],
    reasons: Annotated[tuple[str, ...], Option("what explains a missing name nearby", pattern=either)] = (),
    telling: Annotated[tuple[str, ...], Option("verbs after which what is told follows, in their base form")] = (),
    set_off: Annotated[tuple[str, ...], Option("verbs that tell where a mark, “that” or a quotation follows")] = (),
    judging: Annotated[tuple[str, ...], Option("verbs that judge their object")] = (),
    speaking: Annotated[tuple[str, ...], Option("verbs that tell where “of” or “about” follows")] = (),
) -> Iterator[Finding]:
    """Flag claims whose source is told by what it is alone, where nobody near who has a name tells of the same thing.

    In a sentence about something of which the article tells nothing else, many more frames count. One person has the
    grade `one`, and experts whom nothing after them bears out `expert`. It is `beside` where the article tells more of
    the same thing, where what is told is only what people hope or like, and where a bare “some” or a party is said to
    think it. There is one finding for each paragraph.
    """
    words = Words(*map(as_set, (verbs, people, plurals, offices, others, views)))
    guard, known, reason = _guard_of(words), nearby_of(article), either(reasons)
    speakers = _speakers(article, words.verbs)
    told = telling_of((telling, set_off, judging, speaking), views, article.lexicon)
    is_long = len(article.sentences) >= LEAST_TOLD
    for number, block in article.prose_blocks():
        if block.kind != "paragraph" or block.is_strong:
            continue
        is_telling = number in speakers or number in known.quoted
        if not is_telling and article.vocabulary(number).isdisjoint(guard) and not _may_tell(article, number, told):
            continue
        for sentence in article.sentences_of.get(number, ()):
            crowd, is_astray = _find_in(article, sentence, words, told, speakers.get(number, ()))
            if crowd is not None and not _is_excused(article, known, sentence, crowd, reason, is_astray=is_astray):
                place = Extent(number, crowd.start, crowd.end)
                is_ours = is_astray or not is_long
                grade = _grade(article, place, crowd, sentence) if is_ours else "beside"
                yield Finding(article.locate(place), {"source": article.text_of(place)}, grade)
                break


def _find_in(
    article: Article, sentence: Sentence, words: Words, told: Telling, speakers: Sequence[int]
) -> tuple[Crowd | None, bool]:
    """Return the nameless source of a sentence, if it has one, and whether nothing else is told of what it says."""
    quoted = nearby_of(article).quoted.get(sentence.block, ())
    tokens: list[Token] | None = None
    if _may_claim(article, sentence, words, speakers, has_quotes=bool(quoted)):
        tokens = _tokens_of(article, sentence, quoted)
        crowd = _find_crowd(sentence, tokens, words, speakers) if len(tokens) <= _LONGEST_SENTENCE else None
        if crowd is not None:
            return crowd, is_apart(article, sentence)
    # To see what a sentence is about is cheaper than to read it, and most are about what the article tells.
    if not is_apart(article, sentence):
        return None, False
    crowd = _find_framed(_tokens_of(article, sentence, quoted) if tokens is None else tokens, words, told)
    return crowd, crowd is not None


def _may_claim(
    article: Article, sentence: Sentence, words: Words, speakers: Sequence[int], *, has_quotes: bool
) -> bool:
    """Tell whether a sentence has a speaker, a word of claiming, or “for some” beside what is quoted."""
    _, start, end, _ = sentence
    if any(start <= at < end for at in speakers):
        return True
    said = article.vocabulary_in(sentence.block, start, end)
    return not _cues_of(words).isdisjoint(said) or (has_quotes and "for" in said)


def _speakers(article: Article, verbs: frozenset[str]) -> Mapping[int, Sequence[int]]:
    """Return where those stand in each block who say or think something, as far as they are not named."""
    speakers: dict[int, list[int]] = defaultdict(list)
    for found in article.attributions:
        if found.source and not found.is_carried and found.source_kind not in ("pronoun", "institution"):
            cue = article.text_of(*found.cue).lower().split()
            if cue[:1] == ["according"] or (not verbs.isdisjoint(cue) and not _is_elsewhere(article, found, cue)):
                speakers[found.source[0].passage].append(found.source[0].start)
    return speakers


def _is_elsewhere(article: Article, found: Attribution, cue: Sequence[str]) -> bool:
    """Tell whether somebody is told something, or tells it to somebody of the story: “told him”."""
    number, _, end = found.cue[-1]
    return not _PASSIVE.isdisjoint(cue) or ("told" in cue and _TOLD.match(article.blocks[number].text, end) is not None)


_TOLD = pattern(r"[ ](?:him|her|them|his|one[ ]another|each[ ]other)\b")


# Verbs by which somebody tells something; what people hope, like or worry about, reporters may see themselves.
_CLAIMING = pattern(
    r"\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|claim|argue|alleg|insist|warn|maintain|contend|assert|report|not(?:e|es|ed)\b"
    r"|agree|suggest|complain|explain|describ|accus|acknowledg|admit|confirm|den(?:y|ies|ied)|estimat|predict|reveal"
    r"|stat(?:e|es|ed)\b|stress|testif|urge|whisper|sw(?:ear|ore)|vow|announc|conced|conclud|call|caution|recall|believ"
    r"|th(?:ink|ought)|dismiss|blam|criticis|criticiz|recommend|reckon|declar|disput|question|put\b|speak|spoke|talk"
    r"|fear|expect|felt|feel|adamant|convinced|according|per\b|opinion|judg|account|version|words|mind|eyes)|[“”\"]",
    re.IGNORECASE,
)
_CITED = pattern(r"\b(?:according|per)\b|[“”\"]", re.IGNORECASE)
_AHEAD, _BEHIND = 60, 60  # code points
# Nothing tells more of them than that there are some, or which side of politics they are on.
_BARE = frozenset("some many most others several plenty those republicans democrats conservatives liberals".split())


def _grade(article: Article, place: Extent, crowd: Crowd, sentence: Sentence) -> str:
    """Return `beside` where nobody is said to have told anything, or everybody may know it of some."""
    text = article.blocks[place.passage].text
    begin, end = max(sentence.start, place.start - _BEHIND), min(sentence.end, place.end + _AHEAD)
    near = text[begin : place.start].rpartition(";")[2], text[place.end : end]
    if text[max(0, place.start - 1) : place.start] == "," and text[place.start : place.end][:1].isdigit():
        return "beside"  # “30,000 immigrants”: the end of a figure
    is_bare = article.text_of(place).lower() in _BARE and not any(map(_CITED.search, near))
    if is_bare or not any(map(_CLAIMING.search, near)):
        return "beside"
    if crowd.is_one:
        return "one"
    return "expert" if EXPERTS.search(article.text_of(place)) and not _is_borne_out(article, place) else "default"


def _is_borne_out(article: Article, place: Extent) -> bool:
    """Tell whether somebody named speaks after a crowd, or a link may lead to what it says."""
    near = (place.passage, *article.antecedents.after(place.passage)[:1])
    return article.antecedents.names_next(place) or not article.linked_blocks.isdisjoint(near)


def _may_tell(article: Article, number: int, told: Telling) -> bool:
    """Tell whether a paragraph has a word that may tell something."""
    return not article.vocabulary(number).isdisjoint(told.guard)


def _find_framed(tokens: Sequence[Token], words: Words, told: Telling) -> Crowd | None:
    """Return the nameless source of a sentence by any frame; it counts where nothing else is told of what it says."""
    if not _LEAST_FRAMED <= len(tokens) <= _LONGEST_FRAMED:
        return None
    phrases = PhraseReader(tokens, words)
    return FrameReader(tokens, phrases, told).read() or LeadReader(tokens, phrases, told).read()


def _find_crowd(sentence: Sentence, tokens: Sequence[Token], words: Words, speakers: Sequence[int]) -> Crowd | None:
    """Return the nameless source of a sentence, if it has one."""
    reader = CrowdReader(tokens, words)
    read = reader.first()
    own = (start for start in speakers if sentence.start <= start < sentence.end)
    return read or next(filter(None, map(reader.read_at, own)), None)


def _tokens_of(article: Article, sentence: Sentence, quoted: Sequence[Extent]) -> list[Token]:
    """Return words and marks of a sentence; what is quoted is one token."""
    text, tokens, at = article.blocks[sentence.block].text, list[Token](), sentence.start
    for extent in quoted:
        if extent.end > at and extent.start < sentence.end:
            tokens += _read(text, at, max(at, extent.start))
            tokens.append(_quoted_token(text, extent))
            at = extent.end
    return tokens + _read(text, at, max(at, sentence.end))


def _quoted_token(text: str, extent: Extent) -> Token:
    quoted = text[extent.start : extent.end].strip(_MARKS)
    is_title = all(word[0].isupper() for word in quoted.split() if len(word) >= _LONG_WORD)
    is_open_ended = quoted.endswith(_GOING_ON) or text.startswith(",", extent.end)
    return Token(QUOTED, extent.start, extent.end, is_open_ended, is_title)


def _read(text: str, start: int, end: int) -> list[Token]:
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]


def _is_excused(
    article: Article, known: Nearby, sentence: Sentence, crowd: Crowd, reasons: re.Pattern[str], *, is_astray: bool
) -> bool:
    """Tell whether readers can know who is meant, or why they have no name."""
    place = Extent(sentence.block, crowd.start, crowd.end)
    text = article.text_of(place)
    if (
        _is_nobody(text, article.blocks[place.passage].text[crowd.end : crowd.end + _NEXT])
        or _is_told_here(article, sentence, crowd)
        or _is_ours(known, sentence)
    ):
        return True
    if is_astray:
        return _is_known_astray(article, known, sentence, crowd, reasons)
    if _is_scene(article, sentence, crowd, 0) or known.speaks_in(sentence, place._replace(end=crowd.reach)):
        return True
    return (
        _is_taken_up(known, crowd, place, text)
        or is_explained(article, place.passage, reasons)
        or known.introduces_near(place, crowd.noun)
        or known.answers(place, crowd.noun, sentence)
        or known.tells_of(place.passage, sentence.text, but=text)
    )


# Why somebody has no name: that they asked for it is no reason.
_WHY = pattern(
    r"\b(?:because|as[ ](?:he|she|they|it|the)|since|for[ ]fear|fear(?:s|ed|ing)?|afraid|in[ ]order[ ]to|so[ ]as"
    r"|not[ ](?:authori[sz]ed|permitted|allowed|cleared)"
    r"|to[ ](?:discuss|speak|talk|describe|protect|avoid|share|detail|disclose|comment)"
    r"|cannot[ ]be[ ](?:named|identified)|retaliat\w+|sensitiv\w+|internal|law|legal\w*|court|whose|out[ ]of"
    r"|victims?|witness(?:es)?|complainants?|minors?|under[ ]1[68])\b"
)


def _is_known_astray(
    article: Article, known: Nearby, sentence: Sentence, crowd: Crowd, reasons: re.Pattern[str]
) -> bool:
    """Tell whether those are known who tell of what the article tells nothing else of.

    They were told of before or were polled, somebody with a name tells of them, the paragraph or the next has somebody
    new who is one of them, or it is told beside them why they have no name. What stands elsewhere in their paragraph is
    about something else.
    """
    place = Extent(sentence.block, crowd.start, crowd.end)
    text, around = article.text_of(place), _around(article, sentence)
    if text in known.inside or (_DEFINITE.match(text) and known.takes_up(place.passage, crowd.noun)):
        return True
    if _is_bare(article, sentence, crowd) or known.is_told_by_another(sentence, place._replace(end=crowd.reach)):
        return True
    if _is_scene(article, sentence, crowd, sentence.start) or _is_polled(article, place, text):
        return True
    if _ONE_SUCH.match(article.blocks[place.passage].text[sentence.end : sentence.end + _NEXT].lstrip()):
        return True
    beside = f"{article.text_of(around)} {_next_sentence(article, sentence)}"
    if reasons.search(beside) and _WHY.search(beside):
        return True
    return known.is_one_named(place, crowd.noun, sentence.text)


def _is_bare(article: Article, sentence: Sentence, crowd: Crowd) -> bool:
    """Tell whether “some”, which begins a sentence, may take up those of the sentence before in its paragraph."""
    is_first = crowd.start == sentence.start and crowd.noun in ("some", "others", "several", "most")
    after = article.blocks[sentence.block].text[crowd.end : crowd.end + _NEXT].split()
    is_plain = bool(after) and after[0].lower() in _SAYING
    return is_first and crowd.end - crowd.start == len(crowd.noun) and not is_plain


_SAYING = frozenset("say said believe believed think thought argue argued claim claimed in at on who".split())


def _is_polled(article: Article, place: Extent, text: str) -> bool:
    """Tell whether a crowd is a share of those who were polled."""
    return _SHARE.search(text) is not None and article.finds_before(_SURVEY, *place[:2])


def _next_sentence(article: Article, sentence: Sentence) -> str:
    """Return the first sentence of the paragraph after that of a sentence."""
    after = article.antecedents.after(sentence.block)[:1]
    return article.sentences_of[after[0]][0].text if after else ""


def _around(article: Article, sentence: Sentence) -> Extent:
    """Return the range of a sentence with the ones before and after it in its paragraph."""
    own = article.sentences_of.get(sentence.block, ())
    at = bisect_left(own, sentence.start, key=lambda each: each.start)
    return Extent(sentence.block, own[max(0, at - 1)].start, own[min(len(own) - 1, at + 1)].end)


_SHARE = pattern(r"\d|\bin[ ](?:ten|10)\b|\b(?:majority|half|third|quarter)s?\b", re.IGNORECASE)
_SURVEY = pattern(r"\b(?i:surveys?|surveyed|polls?|polled|respondents)\b")
_ONE_SUCH = pattern(r"(?:One[ ](?:such|of[ ]them)|Among[ ]them|They[ ]include|These[ ]include)\b")


_NEXT = 40  # code points after a crowd
# Anybody at all, and who speaks for a body; a document of a trade; what people call themselves; what helps them think.
_ANYBODY = pattern(r"(?:(?:some|any)(?:one|body)|(?:most|many) people)", re.IGNORECASE)
_VOICE = pattern(r"(?:[\w-]{1,30}[ ]){0,3}spokes(?:man|woman|person)", re.IGNORECASE)
_DESCRIBED = pattern(r"[ ](?:close|who|familiar|near|nearby|with|in|at|from|on|inside|involved|living|working)\b")
_NO_SOURCE_AFTER = pattern(
    r"[ ](?:reports?|complaints?|affidavits?|logs?|records?|statements?|filings?|minutes)\b"
    r"|[ ](?:\w+[ ])?(?:themselves|itself)\b"
    r"|[ ](?:might|may|could)\b|[ ](?:(?:have|has|had)[ ])?(?:talked|spoken|spoke|met)[ ]with\b"
)
_HELPED = pattern(r"(?:[\w-]{1,30}[ ]){0,6}(?:helps|lets|makes|leads|asks|allows)[ ]\w+", re.IGNORECASE)


def _is_nobody(text: str, after: str) -> bool:
    """Tell whether what was read as a crowd is anybody, the voice of a body, or no speaker at all."""
    if _ANYBODY.fullmatch(text):
        return _DESCRIBED.match(after) is None
    return bool(_VOICE.fullmatch(text) or _NO_SOURCE_AFTER.match(after) or _HELPED.fullmatch(text))


def _is_told_here(article: Article, sentence: Sentence, crowd: Crowd) -> bool:
    """Tell whether the sentence of a crowd names one of them or has a link, or is somebody else's words."""
    text, place = article.blocks[sentence.block].text, Extent(sentence.block, crowd.start, crowd.end)
    if _SUCH_AS.match(text, crowd.end, sentence.end):
        return True
    if _NAMED.match(text, crowd.reach, sentence.end) or _TELLING.search(text, crowd.end, sentence.end):
        return True
    return is_linked(article, place) or article.is_quoted(*place) or article.antecedents.is_retold(place)


def _is_ours(known: Nearby, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of its writer; “will tell you” and “if you ask” speak to nobody."""
    return _PERSONAL.search(_TO_YOU.sub("", known.unquoted(sentence))) is not None


_TO_YOU = pattern(
    r"\b(?:(?:will|’ll|'ll|would|can|to)[ ]tell[ ]you|(?:if|whom|who|which[ ]\w+)[ ]you[ ]"
    r"(?:ask|asked|believe|listen|talk|speak)"
    r"|what[ ]we[ ](?:gather|hear)|so[ ]we[ ]hear)\b",
    re.IGNORECASE,
)
# Who speaks of themselves, and what was recorded; who is taken up again.
_PERSONAL = pattern(
    r"\b(?:I|[Ww]e|[Mm]e|(?<!told[ ])(?<!tell[ ])(?<!tells[ ])[Uu]s|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b(?![’'])"
    r"|\bon[ ](?:the|a)[ ](?:[a-z]{1,20}[ ])?(?:call|video|tape|recording|audio|footage)\b"
)
# Who is named in apposition: “two directors, Ana Roe and Ben Doe, said”.
_NAMED = pattern(r"[^,.;:“”()]{0,20}[,(:—–][ ]?(?:[a-z]+[ ]){0,4}[A-Z][\w’'-]+[ ](?:[A-Z]\.?[ ])?[A-Z][\w’'-]+")
_SUCH_AS = pattern(
    r",?[ ](?:[a-z][\w’'-]*[ ]){0,5}?(?:(?:like|such[ ]as|including|among[ ]them|led[ ]by)[ ](?:[a-z]+[ ]){0,3}?[A-Z]"
    r"|(?:at|from|with)[ ](?:the[ ])?(?:[A-Z][\w’'-]*[ ](?:of[ ]|and[ ]|for[ ])?){0,4}(?:University|College|Institute"
    r"|School|Cent(?:er|re)|Group|Bank|Foundation|Association|Council|Union|Company|Inc|Hospital|Trust|Agency|Party|Office)\b)"
)
# Somebody else in the sentence who has a name and a life.
_TELLING = pattern(r"(?<![\w’'-])[A-Z][\w’'-]{0,30}[ ][A-Z][\w’'-]{0,30},[ ](?:who\b|an?[ ]|\d\d\b)")
_DEFINITE = pattern(r"(?:(?:[Ee]ven|[Aa]ll)[ ])?(?:[Tt]he|[Tt]hese|[Bb]oth)\b|(?:[\w-]{1,20}[ ])?[Oo]ther\b")
# What was filmed, what stands in the papers of a case, and what its writer saw or counted.
_SCENE = pattern(r"\b(?:bodycam|camera|footage|videos?|recordings?|livestream|[Mm]emo|dashcam)\b")
_CASE = pattern(
    r"\b(?:lawsuits?|affidavits?|indictment|complaint|testif\w+|testimony|courtroom|trial|jur(?:y|ors)|deposition"
    r"|[Ii]nvestigators|court[ ](?:records|documents|papers|filings)|police[ ]report)\b"
)
_FIRST_PERSON = pattern(r"(?<![\w’'.-])(?:I|[Mm]y)[ ](?=[a-z])")
_COUNTED_BY_US = pattern(
    r"(?i:\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores))[ ](?:[a-z-]{2,20}[ ]){1,4}?"
    r"told[ ](?:the[ ])?[A-Z]|\b[Ii]n[ ](?:interviews|conversations)\b"
)


def _is_scene(article: Article, sentence: Sentence, crowd: Crowd, start: int) -> bool:
    """Tell whether a crowd is of a film, a case or a report in the first person, or was counted and asked by ours.

    Of its paragraph, what stands before `start` is not read.
    """
    number, text = sentence.block, article.blocks[sentence.block].text
    if _CASE.search(text, start, sentence.start) or _COUNTED_BY_US.search(sentence.text):
        return True
    if any(not article.is_quoted(number, *match.span()) for match in _FIRST_PERSON.finditer(text, start)):
        return True
    if not crowd.is_one:
        return False
    before = article.antecedents.before(number)[:1] if not start else []
    return _SCENE.search(text, start) is not None or any(_SCENE.search(article.blocks[each].text) for each in before)


def _is_taken_up(known: Nearby, crowd: Crowd, place: Extent, text: str) -> bool:
    """Tell whether “the villagers” or “two other villagers” follow on what the text has told before."""
    if text in known.inside:
        return True  # “Sanders” is a name
    is_definite = _DEFINITE.match(text) is not None
    return is_definite and (crowd.is_subject or known.has_noun_before(place.passage, crowd.noun))
