"""Find what an article has from sources that nobody can check: open sites, writers without a name, rumours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal

from newslint.article import Article, Sentence
from newslint.checks.nearby import nearby_of
from newslint.checks.open_phrases import Classes, Phrase, classes_of, goes_on, read_phrase
from newslint.checks.shared import each, finds
from newslint.checks.strays import find_stray_claims
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.spans import Extent


@check(
    grades=("weak",),
    phrases=("platforms", "networks", "media", "writers", "passed_on", "rumours", "hearsay"),
    placeholders=("text",),
)
def open_source(
    article: Article,
    scene: Scene,
    *,
    platforms: Annotated[tuple[str, ...], Option("sites that anybody writes, and machines that answer")],
    verbs: Annotated[tuple[str, ...], Option("verbs by which a source tells something, in their base form")],
    networks: Annotated[tuple[str, ...], Option("networks, on which both offices and nobodies write")] = (),
    media: Annotated[tuple[str, ...], Option("places where somebody writes")] = (),
    writers: Annotated[tuple[str, ...], Option("people who write without a name")] = (),
    passed_on: Annotated[tuple[str, ...], Option("what is passed on")] = (),
    rumours: Annotated[tuple[str, ...], Option("what is told by nobody")] = (),
    hearsay: Annotated[tuple[str, ...], Option("words that say that something was only heard")] = (),
    unless: Annotated[tuple[str, ...], Option("what in its sentence makes a source right", pattern=each)] = (),
    reported: Annotated[
        tuple[str, ...], Option("what tells whose reports they are, in at most two paragraphs away", pattern=each)
    ] = (),
) -> Iterator[Finding]:
    """Flag a source that nobody can check; the message may use `{text}`, the source.

    It is cited (“according to”), is the subject of a verb that tells something, or is where something stands. A weak
    one, such as a page that may be somebody's own, is flagged only in a sentence about something of which the article
    tells nothing else, and only where nobody with a name tells anything in it; its grade is `weak`. In paragraphs with
    links nothing is.
    """
    classes = classes_of(
        passed_on=passed_on, writer=writers, medium=media, network=networks, rumour=rumours, platform=platforms
    )
    telling = _telling(verbs)
    for sentence, hits in _by_sentence(article, scene.hits):
        found = _read(sentence, hits, classes, telling)
        if found is None or not _is_ours(article, sentence, found) or finds(each(unless), sentence.text):
            continue
        if found.noun == "reports" and any(article.antecedents.finds(made, sentence.block) for made in each(reported)):
            continue
        place = Extent(sentence.block, sentence.start + found.start, sentence.start + found.end)
        grade = "default" if found.strength == "strong" else "weak"
        yield Finding(article.locate(place), {"text": article.text_of(place)}, grade)


def _by_sentence(article: Article, hits: Sequence[PhraseHit]) -> Iterator[tuple[Sentence, list[PhraseHit]]]:
    """Yield the sentences of running text without a link in their paragraph that hold hits, each with its own."""
    places: dict[int, list[PhraseHit]] = {}
    for hit in hits:
        if hit.block not in article.linked_blocks:
            places.setdefault(hit.block, []).append(hit)
    for block, own in places.items():
        for sentence in article.sentences_of.get(block, ()):
            inside = [hit for hit in own if sentence.start <= hit.start < sentence.end]
            if inside:
                yield sentence, inside


def _is_ours(article: Article, sentence: Sentence, found: Phrase) -> bool:
    """Tell whether the publication itself relies on a source, and a weak one is all that it has."""
    place = sentence.block, sentence.start + found.start, sentence.start + found.end
    if article.is_quoted(*place):
        return False
    if found.strength == "strong" and not article.is_attributed(*place):
        return True
    is_apart = any(find_stray_claims(article, (sentence,), told=True))
    voices = (voice.source[0] for voice in nearby_of(article).voices.get(sentence.block, ()))
    others = (voice for voice in voices if sentence.start <= voice.start < sentence.end)
    return is_apart and all(place[1] <= voice.start < place[2] for voice in others)


def _read(sentence: Sentence, hits: Sequence[PhraseHit], classes: Classes, telling: re.Pattern[str]) -> Phrase | None:
    """Return the first source of a sentence that is open and tells something; a strong one before a weak one."""
    weak: Phrase | None = None
    for hit in hits:
        start, end = hit.start - sentence.start, hit.end - sentence.start
        if sentence.text[start:end].lower() not in classes:  # hearsay
            weak = weak or Phrase(start, end, "", "weak", is_indefinite=True)
            continue
        phrase = read_phrase(sentence.text, start, end, classes)
        strength = phrase and _judge(sentence.text, phrase, telling)
        if phrase and strength == "strong":
            return phrase._replace(strength="strong")
        weak = weak or (phrase if strength else None)
    return weak


# What stands right before a source that is cited; “per month” is no source, so “per” needs a mark or a name before it.
_CITED = pattern(
    r"\b(?:according[ ]to|as[ ]per|citing|going[ ]by|judging[ ]by|to[ ]go[ ]by|on[ ]the[ ]strength[ ]of|trusting)[ ]"
    r"(?:[A-Z][\w.’-]{1,30},[ ])?\Z|(?:\A|[,;–—(][ ]?)per[ ](?:[A-Z][\w.’-]{1,30},[ ])?\Z",
    re.IGNORECASE,
)
_SAID = pattern(r"\b(?:sa(?:id|ys)|claim(?:s|ed)|wr(?:ites|ote)|insist(?:s|ed)|alleg(?:es|ed)|warn(?:s|ed))[ ]\Z")
_IF = pattern(r"\b[Ii]f[ ]\Z")
_BELIEVED = pattern(r"[ ](?:is|are|was|were)[ ](?:to[ ]be[ ](?:believed|trusted|credited)|right|correct)\b")
# Where something stands: “listed as a doctor on …”.
_STANDS = pattern(
    r"\b(?:given|listed|described|quoted|named|put|recorded|rated|shown|stated|cited|reported|estimated)\b"
    r"[^.;“”\"]{0,50}?\b(?:on|in|by)[ ]\Z"
)
# One of these is cited for what everybody may have written there, whatever is said of it.
_SITES = frozenset(
    "site sites website websites webpage webpages blog blogs forum forums wiki wikis bloggers tabloids "
    "petition petitions podcast podcasts meme memes".split()
)
_LOOKED_BACK = 90  # code points


def _judge(text: str, phrase: Phrase, telling: re.Pattern[str]) -> Literal["strong", "weak"] | None:
    """Return how little a source can be checked that tells something, None if it tells nothing."""
    before = text[max(0, phrase.start - _LOOKED_BACK) : phrase.start]
    if phrase.noun in _RUMOURS and _DONE.match(text, phrase.end):
        return None
    if telling.match(text, phrase.end) and phrase.noun not in _NET:
        return "weak" if _SPEAKERS.search(before) else phrase.strength
    if goes_on(text, phrase.end) and not _BELIEVED.match(text, phrase.end):
        return None
    if _CITED.search(before):
        return "strong" if phrase.is_indefinite and phrase.noun in _SITES else phrase.strength
    is_believed = _IF.search(before) and _BELIEVED.match(text, phrase.end)
    is_speaker = phrase.is_indefinite and _SAID.search(before)
    is_standing = phrase.noun not in _NET and _STANDS.search(before) is not None
    return phrase.strength if is_believed or is_speaker or is_standing else None


# What is the subject of few verbs and the object of many: “surf the web”.
_NET = frozenset({"internet", "net", "web", "social media"})
# Rumours that the text tells of, and not by them: “rumours of a rift were fuelled”, “rumours have spread about it”.
_RUMOURS = frozenset("rumor rumors rumour rumours gossip whispers".split())
_DONE = pattern(
    r"[ ](?:of|about|over|around)\b[^.;,]{1,60}?[ ](?:was|were|is|are|had|have|has)\b"
    r"|[ ](?:have[ ]|had[ ])?spread\b(?![ ]that)"
)
# People and things of whom only the place is told where they speak: “patients on a support group”.
_SPEAKERS = pattern(
    r"(?:\A|[,;:–—][ ])(?:[Aa]n?[ ]|[Oo]ne[ ]|[Ss]ome[ ]|[Ss]everal[ ]|[Mm]any[ ])?(?:[a-z-]+[ ]){0,2}"
    r"[A-Za-z]+(?:s|body|one)?[ ]"
    r"(?:on|in|under|below|across)[ ]\Z"
)


@lru_cache(maxsize=16)
def _telling(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return what shows that the source before it tells something."""
    from newslint.language.speech.inflections import verb_forms

    kinds = ("third", "past", "participle")
    forms = {form for verb in verbs for kind, form in verb_forms(verb).items() if kind in kinds} | {*verbs}
    some = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"
    return pattern(
        # A clause may come between: “, edited by volunteers,”, “who says he works there”.
        r"(?:,[ ](?:who|which|edited|run|made|left|written|posted|devoted)\b[^.;“”\"]{0,70}?,"
        r"|[ ](?:who|which|that|from|with|run|made|left|[a-z]{1,20}(?:ed|en|ing)|in|by|for|of|under|about)\b"
        rf"(?:[^,.;“”\"]|,\d){{0,70}}?)?[ ](?:(?:also|even|now|still|since|has|have|had)[ ]){{0,2}}(?:(?:{some})\b"
        r"|(?:it|him|her|them)[ ](?:that\b)?|(?:is|was)[ ](?:that|adamant|certain|sure)\b|goes[ ]that\b)"
    )
