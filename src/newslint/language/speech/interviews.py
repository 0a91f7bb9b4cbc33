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
    who: str = ""
    """The label as it is compared: “Q12” is a “q”."""


class _Answer(NamedTuple):
    question: str
    extents: list[Extent]
    turn: _Turn


def find_answers(passages: Sequence[Passage], quoted: Extents) -> Iterator[Statement]:
    """Yield the paragraphs of the answers in the interviews of an article; `quoted` are its quotations."""
    for turns, is_known in (_labelled(passages), _unlabelled(passages)):
        answers = _read_answers(passages, turns) if turns else []
        if answers and (is_known or _is_interview(passages, turns, answers, quoted)):
            before = range(turns[0].passage)
            for answer in answers:
                # An `A:` names nobody.
                label = None if answer.turn.who in _ANSWERING else answer.turn.label
                for extent in answer.extents:
                    yield Statement(extent, label, before)
            return


# A name or a letter that says who speaks.
_LABEL = pattern(r"([^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}) ?:\s+(?=\S)")
_LETTER = pattern(r"([QAFR]\d{0,3})[.)]\s+(?=\S)")
_BEGINNING = pattern(r"(?:\n|\? )(?=[^\W\d_])")
_FULL_NAME = pattern(r"\b[A-Z][\w’'-]{0,40} (?:(?:[A-Z]\.|[a-z]{2,3}) )?([A-Z][\w’'-]{0,40})\b(?!:)")


def _labelled(passages: Sequence[Passage]) -> tuple[list[_Turn], bool]:
    """Return the turns whose lines begin with who speaks, and whether they name somebody of whom the text tells."""
    lines = [line for number, passage in enumerate(passages) for line in _read_labels(number, passage)]
    speakers = [line.who for line in lines]
    if len(set(speakers)) < 2:
        return [], False
    asking = _askers(lines)
    names = _names(passages)
    known = {who for who in set(speakers) - asking if who.split()[-1] in names}
    answering = _answerers(speakers, asking, known)
    turns = [line._replace(asks=line.who in asking) for line in lines if line.who in asking | answering]
    return (turns, bool(answering & known)) if answering else ([], False)


def _read_labels(number: int, passage: Passage) -> Iterator[_Turn]:
    """Yield the lines of a passage that begin with a label, and whether each asks something."""
    text = passage.text
    is_silent = ":" not in text and text[:1] not in "QAFR"
    if is_silent or passage.kind not in _SPOKEN_KINDS or passage.role.startswith("faq"):
        return
    for start in (0, *(match.end() for match in _BEGINNING.finditer(text))):
        match = _LABEL.match(text, start) or _LETTER.match(text, start)
        if match and _may_speak(match[1]):
            who = match[1].lower().rstrip("0123456789")
            label = Extent(number, *match.span(1))
            yield _Turn(number, start, match.end(), "?" in text[match.end() :], label, who)


def _may_speak(label: str) -> bool:
    """Tell whether a label may say who speaks; “DEAR ABBY:” names who is addressed."""
    return label[0].isupper() and len(label) <= _LONGEST_LABEL and not label.lower().startswith("dear ")


def _askers(lines: Sequence[_Turn]) -> set[str]:
    """Return the labels of those who ask: by their letter, or because half of their lines have a question."""
    counts = Counter(line.who for line in lines)
    asked = Counter(line.who for line in lines if line.asks)
    return (counts.keys() & _ASKING) | {who for who in asked.keys() - _ANSWERING if 2 * asked[who] >= counts[who]}


def _answerers(speakers: Sequence[str], asking: set[str], known: set[str]) -> set[str]:
    """Return the labels of those who speak after questions or, where nobody asks, of people who take turns."""
    often = {who for who, count in Counter(speakers).items() if count > 1}
    if asking:
        after = {who for before, who in pairwise(speakers) if before in asking}
        return (after - asking) & (known | _ANSWERING | often)
    # A list of places or of accused people names each once.
    return known & often if len(known & often) > 1 else set()


def _names(passages: Sequence[Passage]) -> set[str]:
    return {match[1].lower() for passage in passages for match in _FULL_NAME.finditer(passage.text)}


def _unlabelled(passages: Sequence[Passage]) -> tuple[list[_Turn], bool]:
    """Return the turns of questions that are headings, or bold, or else paragraphs of their own."""
    asked = [number for number, passage in enumerate(passages) if _is_question(passage)]
    headings = [number for number in asked if passages[number].kind == "heading"]
    chosen = headings if len(headings) > 1 else _bold(passages, asked) or asked
    return [_Turn(number, 0, 0, asks=True) for number in chosen] if len(chosen) > 1 else [], False


def _bold(passages: Sequence[Passage], asked: Sequence[int]) -> list[int]:
    """Return what is bold from the first of several bold questions on: “Tell us about the quay.” is not a question."""
    bold = [number for number in asked if passages[number].is_strong]
    return [number for number in range(bold[0], len(passages)) if passages[number].is_strong] if bold[1:] else []


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
    behind = range(turns[-1].passage + 1, len(passages))
    stop = next((number for number in behind if passages[number].kind == "heading"), len(passages))
    end = _Turn(stop, 0, 0, asks=True)
    question = ""
    for turn, following in pairwise([*turns, end]):
        if turn.asks:
            question = passages[turn.passage].text[turn.words :]
            if turn.label is not None:
                continue
        first = _Turn(turn.passage + 1, 0, 0, asks=False) if turn.asks else turn
        extents = _read_answer(passages, first, following, longest if following is end else None)
        if extents and passages[extents[0].passage].text[extents[0].start] not in _QUOTES:
            longest = max(longest, len(extents))
            answers.append(_Answer(question, extents, turn))
    return answers


def _read_answer(passages: Sequence[Passage], turn: _Turn, following: _Turn, most: int | None) -> list[Extent]:
    """Return the paragraphs that somebody says; of the last answer, `most` and those before the reporter's."""
    name = passages[turn.passage].text[turn.label.start : turn.label.end].split()[-1] if turn.label else ""
    extents = list(_between(passages, turn, following))
    theirs = extents[:1]
    for extent in extents[1:]:
        text = passages[extent.passage].text
        is_about_them = len(name) > 2 and name in text[extent.start : extent.end]
        if most is not None and (len(theirs) >= most or is_about_them or _NARRATION.search(text)):
            break
        if not is_about_them:
            theirs.append(extent)
    return theirs


def _between(passages: Sequence[Passage], turn: _Turn, following: _Turn) -> Iterator[Extent]:
    """Yield the spoken paragraphs from a turn to the next."""
    for number in range(turn.passage, min(following.passage + 1, len(passages))):
        passage = passages[number]
        start = turn.words if number == turn.passage else 0
        end = following.start if number == following.passage else len(passage.text)
        end = start + len(passage.text[start:end].rstrip())
        if start < end and passage.role not in _NOTES and passage.kind in _SPOKEN_KINDS:
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
    addressed = sum(you.search(answer.question) is not None for answer in answers)
    personal = sum(_is_personal(passages, answer, i, quoted) for answer in answers)
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


def _is_personal(passages: Sequence[Passage], answer: _Answer, i: re.Pattern[str], quoted: Extents) -> bool:
    """Tell whether somebody speaks of themselves in an answer, outside quotations."""
    return any(
        not quoted.overlaps(number, *match.span())
        for number, start, end in answer.extents
        for match in i.finditer(passages[number].text, start, end)
    )
