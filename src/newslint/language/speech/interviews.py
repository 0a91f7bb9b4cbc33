"""Find the answers of interviews, whatever sets the questions off: bold type, headings, letters or names with a colon.

An explainer asks questions as well, and a FAQ answers them in the publication's voice. What tells an interview is that
its questions say “you” and its answers “I” or “we”, that it is announced as one, or that a line names who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newslint.language.speech.passages import Extent, Passage, Statement
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extents

_ASKING = frozenset("q question frage f pregunta p domanda d pergunta".split())
_ANSWERING = frozenset("a answer antwort r réponse respuesta risposta resposta".split())
_LONGEST_QUESTION = 60  # words
_LONGEST_LABEL = 40  # code points
_LEAST_LAST = 3  # paragraphs that a last answer may always have
_SPOKEN_KINDS = ("paragraph", "list-item")
_NOTES = ("correction", "disclosure", "author-bio", "footnote")
_QUOTES = '“„«»"‘'


class _Turn(NamedTuple):
    """A line where somebody else begins to speak."""

    passage: int
    start: int
    """Where the line begins."""
    words: int
    """Where what is said begins, behind the label."""
    asks: bool
    label: Extent | None = None


class _Answer(NamedTuple):
    question: str
    extents: list[Extent]
    label: Extent | None


def find_answers(passages: Sequence[Passage], quoted: Extents) -> Iterator[Statement]:
    """Yield the paragraphs of the answers in the interviews of an article; `quoted` are its quotations."""
    for turns, is_known in (_labelled(passages), _unlabelled(passages)):
        answers = _read_answers(passages, turns)
        if answers and (is_known or _is_interview(passages, turns, answers, quoted)):
            before = range(turns[0].passage)
            for answer in answers:
                for extent in answer.extents:
                    yield Statement(extent, _naming(passages, answer.label), before)
            return


def _naming(passages: Sequence[Passage], label: Extent | None) -> Extent | None:
    """Return a label that is more than an `A:`."""
    if label is None or _plain(passages[label.passage].text[label.start : label.end]) in _ANSWERING:
        return None
    return label


# A name or a letter that says who speaks.
_LABEL = pattern(r"([^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}) ?:\s+(?=\S)")
_LETTER = pattern(r"([QAFR]\d{0,3})[.)]\s+(?=\S)")
_BEGINNING = pattern(r"(?:\n|\? )(?=[^\W\d_])")
_FULL_NAME = pattern(r"\b[A-Z][\w’'-]{0,40} (?:(?:[A-Z]\.|[a-z]{2,3}) )?([A-Z][\w’'-]{0,40})\b(?!:)")


def _labelled(passages: Sequence[Passage]) -> tuple[list[_Turn], bool]:
    """Return the turns whose lines begin with who speaks, and whether they name somebody of whom the text tells."""
    lines = [line for number, passage in enumerate(passages) for line in _read_labels(number, passage)]
    keys = [_key(passages, line) for line in lines]
    if len(lines) < 2 or len(set(keys)) < 2:
        return [], False
    counts = Counter(keys)
    asked = Counter(key for key, line in zip(keys, lines, strict=True) if _asks(passages[line.passage], line))
    asking = {key for key in counts if key in _ASKING or (key not in _ANSWERING and 2 * asked[key] >= counts[key] > 0)}
    names = _names(passages)
    known = {key for key in counts if key.split()[-1] in names and key not in asking}
    if asking:
        behind = {keys[at + 1] for at in range(len(keys) - 1) if keys[at] in asking}
        speaking = {key for key in behind - asking if key in known or key in _ANSWERING or counts[key] > 1}
    else:
        # A list of places or of accused people names each once; in a conversation they take turns.
        speaking = {key for key in known if counts[key] > 1}
        speaking = speaking if len(speaking) > 1 else set()
    if not speaking:
        return [], False
    turns = [
        line._replace(asks=key in asking)
        for key, line in zip(keys, lines, strict=True)
        if key in asking or key in speaking
    ]
    return turns, bool(speaking & known)


def _read_labels(number: int, passage: Passage) -> Iterator[_Turn]:
    text = passage.text
    if passage.kind not in _SPOKEN_KINDS or passage.role.startswith("faq"):
        return
    if ":" not in text and text[:1] not in "QAFR":
        return
    for start in (0, *(match.end() for match in _BEGINNING.finditer(text))):
        match = _LABEL.match(text, start) or _LETTER.match(text, start)
        # “DEAR ABBY:” names who is addressed.
        is_name = match and match[1][0].isupper() and len(match[1]) <= _LONGEST_LABEL
        if match and is_name and not match[1].lower().startswith("dear "):
            yield _Turn(number, start, match.end(), asks=False, label=Extent(number, *match.span(1)))


def _key(passages: Sequence[Passage], line: _Turn) -> str:
    assert line.label is not None
    return _plain(passages[line.passage].text[line.label.start : line.label.end])


def _plain(label: str) -> str:
    """Return a label as it is compared: “Q12” is a “q”."""
    return label.lower().rstrip("0123456789")


def _asks(passage: Passage, line: _Turn) -> bool:
    return "?" in passage.text[line.words :]


def _names(passages: Sequence[Passage]) -> set[str]:
    return {match[1].lower() for passage in passages for match in _FULL_NAME.finditer(passage.text)}


def _unlabelled(passages: Sequence[Passage]) -> tuple[list[_Turn], bool]:
    """Return the turns of questions that are headings, or bold, or else paragraphs of their own."""
    asked = [number for number, passage in enumerate(passages) if _is_question(passage)]
    headings = [number for number in asked if passages[number].kind == "heading"]
    bold = [number for number in asked if passages[number].is_strong]
    chosen = next((numbers for numbers in (headings, bold, asked) if len(numbers) > 1), [])
    if chosen is bold and bold:
        # Between questions, the interviewer also says things: “Tell us about the quay.”
        chosen = [number for number in range(bold[0], len(passages)) if passages[number].is_strong]
    return [_Turn(number, 0, 0, asks=True) for number in chosen], False


def _is_question(passage: Passage) -> bool:
    if passage.kind not in ("heading", "paragraph") or passage.role:
        return False
    text = passage.text.rstrip(" _*")
    return (
        text.endswith(("?", "？", "؟"))
        and text[0] not in _QUOTES
        and len(text.split(None, _LONGEST_QUESTION + 1)) <= _LONGEST_QUESTION
    )


# What tells that the interview is over and its reporter speaks again.
_NARRATION = pattern(r"(?i:\b(?:said|says|told|interview|conversation|edited|sagte|gespräch|entretien|entrevista)\b)")


def _read_answers(passages: Sequence[Passage], turns: Sequence[_Turn]) -> list[_Answer]:
    """Return what is said between the turns of those who ask; the last answer ends where the article goes on."""
    answers: list[_Answer] = []
    longest = _LEAST_LAST
    end = _Turn(len(passages), 0, 0, asks=True)
    question = ""
    for turn, following in pairwise([*turns, end]):
        if turn.asks:
            question = passages[turn.passage].text[turn.words :]
            if turn.label is not None:
                continue
        first = _Turn(turn.passage + 1, 0, 0, asks=False) if turn.asks else turn
        extents = list(_extents(passages, first, following, longest if following is end else None))
        if extents and passages[extents[0].passage].text[extents[0].start] in _QUOTES:
            continue
        longest = max(longest, len(extents))
        if extents:
            answers.append(_Answer(question, extents, turn.label))
    return answers


def _extents(passages: Sequence[Passage], turn: _Turn, following: _Turn, most: int | None) -> Iterator[Extent]:
    """Yield the paragraphs from a turn to the next; where that is the article's end, `most` of them."""
    count = 0
    name = "" if turn.label is None else passages[turn.passage].text[turn.label.start : turn.label.end].split()[-1]
    for number in range(turn.passage, min(following.passage + 1, len(passages))):
        passage = passages[number]
        start = turn.words if number == turn.passage else 0
        end = following.start if number == following.passage else len(passage.text)
        end = start + len(passage.text[start:end].rstrip())
        if passage.role in _NOTES or passage.kind not in _SPOKEN_KINDS or start >= end:
            if most is not None and passage.kind == "heading":
                return
            continue
        is_theirs = not count or not (name[2:] and name in passage.text[start:end])
        if most is not None and count and (count >= most or not is_theirs or _NARRATION.search(passage.text)):
            return
        if is_theirs:
            count += 1
            yield Extent(number, start, end)


@cache
def _persons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how questions address somebody and how answers speak of themselves, in some languages of Europe."""
    you = pattern(
        r"\b(?:[Yy]ou(?:rs?)?|[Yy]ourself|(?<=\w )Sie|(?<=\w )Ihr(?:e[nmrs]?)?|Ihnen|[Dd]ich|[Dd]ein(?:e[nmrs]?)?"
        r"|[Vv]ous|[Vv]otre|[Vv]os|[Uu]sted(?:es)?|[Tt][uú]|[Vv]ocês?|[Uu]w)\b"
    )
    i = pattern(
        r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|me|us|[Ii]ch|[Ww]ir|[Mm]ein(?:e[nmrs]?)?|[Uu]nser(?:e[nmrs]?)?|uns|mir|mich|[Jj]e"
        r"|[Nn]ous|notre|nos|[Yy]o|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Ee]u|[Mm]inha|[Nn]oss[oa]s?|[Nn]oi|[Nn]ostr[oaie]"
        r"|[Ii]k|[Ww]ij|[Oo]nze)\b|\b[Jj][’']"
    )
    return you, i


_ANNOUNCED = pattern(
    r"(?i:\b(?:interview(?:ed|s)?|q ?& ?a|spoke (?:to|with)|talked (?:to|with)|sat down with|in conversation"
    r"|conversation with|answered (?:our|the|some) questions|edited for|condensed|gespräch|entretien"
    r"|entrevista|intervista)\b)"
)


def _is_interview(
    passages: Sequence[Passage], turns: Sequence[_Turn], answers: Sequence[_Answer], quoted: Extents
) -> bool:
    """Tell whether questions and answers are those of an interview and not of an explainer."""
    you, i = _persons()
    addressed = sum(1 for answer in answers if you.search(answer.question))
    personal = sum(1 for answer in answers if any(_speaks(passages, each, i, quoted) for each in answer.extents))
    outside = [*passages[: turns[0].passage], *passages[-2:]]
    is_announced = any(_ANNOUNCED.search(passage.text[:2000]) for passage in outside)
    if turns[0].label is not None:
        return 2 * addressed >= len(answers) or bool(addressed) + bool(personal) + is_announced > 1
    if len(answers) < 2 or not is_announced:
        return False
    # Essays ask plain questions, too.
    first = passages[turns[0].passage]
    share = 3 if first.kind == "heading" or first.is_strong else 2
    return share * min(addressed, personal) >= len(answers)


def _speaks(passages: Sequence[Passage], extent: Extent, i: re.Pattern[str], quoted: Extents) -> bool:
    """Tell whether somebody speaks of themselves in an extent outside quotations."""
    found = i.finditer(passages[extent.passage].text, extent.start, extent.end)
    return any(not quoted.overlaps(extent.passage, *match.span()) for match in found)
