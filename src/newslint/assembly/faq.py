"""Find the questions and answers of a FAQ section in any format; an interview is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.article import PROSE_KINDS, Block, Question
from newslint.assembly.headings import is_heading_like
from newslint.newsroom.sections import announces_questions
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

# `Q:`, `Que 3.`, `Frage 2:`, `P:` and the marks of their answers; a single letter needs its colon, stop or bracket.
_MARK = pattern(
    r"\W{0,3}(?:Q(?:ue(?:s(?:tion)?)?)?|Frage|Pregunta|Domanda|Pergunta|[FPD](?=\s?\d{0,3}:))\s?\d{0,3}\s?[.:)–—-]\s*"
)
_ANSWER_MARK = pattern(
    r"\W{0,3}(?:A(?:ns(?:wer)?)?|Antwort|Respuesta|Réponse|Risposta|Resposta|R(?=\s?\d{0,3}:))\s?\d{0,3}\s?[.:)]\s+"
)
_ORDINAL = pattern(r"\(?(\d{1,3})\s?[.):]\s*(?=\S)")
_LONGEST_QUESTION = 40  # words
# So many questions in a row, with answers of so many blocks and words, are a section whatever stands over them.
_FEWEST_OF_RUN, _LONGEST_RUN, _MOST_ANSWER_BLOCKS, _LONGEST_ANSWER = 3, 60, 2, 60
_LONGEST_LABEL = 12  # words
_LONGEST_LINE = 200  # code points of a question
_ENDING = frozenset({"author-bio", "correction", "disclosure", "headline"})


def find_questions(blocks: Sequence[Block]) -> list[Question]:
    """Return the pairs of every FAQ section, in order; a question without an answer has an empty one."""
    found: list[Question] = []
    at = 0
    while at < len(blocks):
        if _announces(blocks, at) or _heads_run(blocks, at):
            pairs, at = _read_section(blocks, at)
            found += pairs
        else:
            at += 1
    return found


def _announces(blocks: Sequence[Block], at: int) -> bool:
    return _may_announce(blocks[at]) and announces_questions(blocks[at].text)


def _may_announce(block: Block, most_words: int = 4) -> bool:
    if block.kind == "boilerplate" or block.role == "headline" or len(block.text) > 120 or "\n" in block.text:
        return False
    is_short = block.kind == "paragraph" and len(block.text.split()) <= most_words and block.text[-1] not in ".!"
    return is_heading_like(block) or is_short


def _heads_run(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line stands right over three questions or more with short answers, the lesser part of a text.

    In an interview they are the greater part; in an explainer whose headings ask no line stands over the first.
    """
    label = blocks[at]
    if at + 1 == len(blocks) or "?" not in blocks[at + 1].text[:300] or "?" in label.text:
        return False
    if not _may_announce(label, _LONGEST_LABEL):
        return False
    pairs, end = _read_section(blocks[at : at + _LONGEST_RUN], 0)
    if len(pairs) < _FEWEST_OF_RUN or pairs[0].blocks[0] != 1 or not all(map(_is_brief, pairs)):
        return False
    rest = (*blocks[:at], *blocks[at + end :])
    return _are_below(label, blocks, at, pairs) and _count_words(rest) > _count_words(blocks[at : at + end])


def _are_below(label: Block, blocks: Sequence[Block], at: int, pairs: Sequence[Question]) -> bool:
    """Tell whether no question is a heading of the label's own level or above."""
    levels = [blocks[at + pair.blocks[0]].level for pair in pairs]
    return not label.level or all(level is None or level > label.level for level in levels)


def _is_brief(pair: Question) -> bool:
    is_whole = pair.question.endswith("?") and 0 < len(pair.answer_blocks) <= _MOST_ANSWER_BLOCKS
    return is_whole and len(pair.answer.split()) <= _LONGEST_ANSWER


def _count_words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks if block.kind in PROSE_KINDS and not block.role)


class _Asked:
    """A question with the blocks of its answer, while they are gathered."""

    def __init__(self, index: int, start: int, end: int, ordinal: str | None) -> None:
        self.index, self.start, self.end, self.ordinal = index, start, end, ordinal
        # Where the answer begins if it stands in the question's own block.
        self.answer_start: int | None = None
        self.answers: list[int] = []


def _read_section(blocks: Sequence[Block], heading: int) -> tuple[list[Question], int]:
    level = blocks[heading].level
    asked: list[_Asked] = []
    at = heading + 1
    while at < len(blocks):
        block = blocks[at]
        if _ends_section(block):
            break
        question = _read_any(blocks, at, asked)
        if question is not None and not _is_next_section(block, level, question, blocks, asked):
            asked.append(question)
        elif _begins_another(block, blocks[heading]):
            break
        elif block.kind not in ("boilerplate", "code") and asked:
            asked[-1].answers.append(at)
        at += 1
    return [_make(blocks, question) for question in asked], at


def _read_any(blocks: Sequence[Block], at: int, asked: Sequence[_Asked]) -> _Asked | None:
    return _read_question(blocks, at) or _read_paragraph(blocks[at], at, asked) or _read_unmarked(blocks, at, asked)


def _ends_section(block: Block) -> bool:
    return block.role in _ENDING or (block.kind == "boilerplate" and block.role not in ("", "advertisement"))


def _begins_another(block: Block, heading: Block) -> bool:
    """Tell whether a block begins another section: what only looks like a heading, if that of the section does too."""
    return block.kind == "heading" or (is_heading_like(block) and heading.kind != "heading")


def _is_next_section(
    block: Block, level: int | None, question: _Asked, blocks: Sequence[Block], asked: Sequence[_Asked]
) -> bool:
    """Tell whether a heading at or above the section's own level leaves it, though it may be a question."""
    if block.kind != "heading" or level is None or block.level is None or block.level > level:
        return False
    if block.level < level:
        return True
    if asked:
        # Questions of the section's own level are questions only where the first of them was one too.
        return blocks[asked[0].index].level != level
    return question.ordinal is None and not block.text.endswith("?")


_DIGITS = pattern(r"\d+")
_STOP_INSIDE = pattern(r"[.!]\s")


class _Opening(NamedTuple):
    """What stands before a question's words: where it ends, the number in it, and whether it is a `Q:` or a number."""

    end: int
    ordinal: str | None
    is_mark: bool = False
    is_number: bool = False


def _read_opening(block: Block) -> _Opening:
    mark = _MARK.match(block.text[:20])
    if mark:
        digits = _DIGITS.search(mark.group())
        return _Opening(mark.end(), digits.group() if digits else block.ordinal, is_mark=True)
    number = _ORDINAL.match(block.text[:12])
    if number:
        return _Opening(number.end(), block.ordinal or number.group(1), is_number=True)
    return _Opening(0, block.ordinal)


def _read_question(blocks: Sequence[Block], at: int) -> _Asked | None:
    block = blocks[at]
    text = block.text
    if block.kind == "table-row":
        return _read_row(block, at)
    if not _may_ask(block):
        return None
    opening = _read_opening(block)
    stop = text.find("?", opening.end, opening.end + 600)
    is_whole = stop >= 0 and not text[stop + 1 :].strip(" \t\"'”’*_)")
    question = _Asked(at, opening.end, len(text), opening.ordinal)
    if opening.is_mark or is_whole or is_heading_like(block):
        is_question = stop >= 0 or _may_lack_mark(block, opening)
        is_answered = opening.is_mark and stop >= 0 and not is_whole
    else:
        is_question = is_answered = _is_answered_at(stop, block, opening)
    if is_answered:
        _split(question, text, stop + 1)
    return question if is_question else None


def _may_ask(block: Block) -> bool:
    # A `>` may stand before a question in a plain text, where it makes a quotation.
    is_marked = block.kind == "quotation" and block.text.endswith("?")
    return is_marked or block.kind in ("heading", "paragraph", "list-item")


def _may_lack_mark(block: Block, opening: _Opening) -> bool:
    """Tell whether a heading or what follows a `Q:` may be a question though it has no question mark."""
    is_heading = block.kind == "heading" and block.level is not None
    if not (opening.is_mark or opening.ordinal or is_heading):
        return False
    return len(block.text.split(None, _LONGEST_QUESTION + 1)) <= _LONGEST_QUESTION


def _is_answered_at(stop: int, block: Block, opening: _Opening) -> bool:
    """Tell whether question and answer stand in one block, parted by a question mark: `1. Why? Because …`."""
    if stop < 0:
        return False
    if block.kind != "list-item" and not opening.is_number and "\n" not in block.text[stop + 1 : stop + 4]:
        return False
    asked = block.text[opening.end : stop]
    return len(asked.split()) <= _LONGEST_QUESTION and not _STOP_INSIDE.search(asked)


def _read_paragraph(block: Block, at: int, asked: Sequence[_Asked]) -> _Asked | None:
    """Return the question that a paragraph begins with and answers, where all before it were of that style."""
    if block.kind != "paragraph" or any(question.answer_start is None for question in asked):
        return None
    stop = block.text.find("?", 0, 300)
    asks = block.text[:stop] if stop > 0 else ""
    if not asks or len(asks.split()) > _LONGEST_QUESTION or _STOP_INSIDE.search(asks):
        return None
    question = _Asked(at, 0, len(block.text), block.ordinal)
    _split(question, block.text, stop + 1)
    return question if question.answer_start is not None else None


def _read_row(block: Block, at: int) -> _Asked | None:
    if len(block.cells) != 2 or block.is_header or not block.text[slice(*block.cells[0])].endswith("?"):
        return None
    question = _Asked(at, *block.cells[0], block.ordinal)
    question.answer_start = block.cells[1][0]
    return question


# A question's first word.
_ASKS = pattern(
    r"(?:who|whose|whom|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have"
    r"|may|must)\b",
    re.IGNORECASE,
)


def _read_unmarked(blocks: Sequence[Block], at: int, asked: Sequence[_Asked]) -> _Asked | None:
    """Return a heading without a level that begins as a question, between an answer and the next question's mark."""
    block = blocks[at]
    if block.kind != "heading" or block.level is not None or not asked or asked[-1].index == at - 1:
        return None
    opening = _read_opening(block)
    if not _ASKS.match(block.text, opening.end) or not _is_asked_next(blocks, at + 1):
        return None
    return _Asked(at, opening.end, len(block.text), opening.ordinal)


def _is_asked_next(blocks: Sequence[Block], start: int) -> bool:
    """Tell whether an answer of a few paragraphs stands in some blocks, and a line that ends as a question below it."""
    for at in range(start, min(len(blocks), start + 1 + _MOST_ANSWER_BLOCKS)):
        if len(blocks[at].text) <= _LONGEST_LINE and blocks[at].text.endswith("?"):
            return at > start
        if is_heading_like(blocks[at]):
            return False
    return False


def _split(question: _Asked, text: str, end: int) -> None:
    while end < len(text) and text[end] in "\"'”’*_)":
        end += 1
    question.end = end
    while end < len(text) and text[end].isspace():
        end += 1
    if end < len(text):
        question.answer_start = end


def _make(blocks: Sequence[Block], asked: _Asked) -> Question:
    block = blocks[asked.index]
    question_span = block.locate(asked.start, asked.end)
    parts: list[str] = []
    spans: list[Span] = []
    if asked.answer_start is not None:
        parts.append(block.text[asked.answer_start :])
        spans.append(block.locate(asked.answer_start, len(block.text)))
    for index in asked.answers:
        parts.append(blocks[index].text)
        spans.append(blocks[index].span)
    if parts:
        mark = _ANSWER_MARK.match(parts[0][:20])
        parts[0] = parts[0][mark.end() :] if mark else parts[0]
    end = Span(question_span.end, question_span.end)
    answer_span = Span(spans[0].start, max(spans[0].start, spans[-1].end)) if spans else end
    answer_blocks = ([asked.index] if asked.answer_start is not None else []) + asked.answers
    return Question(
        block.text[asked.start : asked.end].strip(" \t\n*_"),
        "\n".join(parts),
        Span(block.span.start, max(block.span.end, answer_span.end)),
        question_span,
        answer_span,
        asked.ordinal,
        tuple(dict.fromkeys([asked.index, *asked.answers])),
        tuple(answer_blocks),
    )
