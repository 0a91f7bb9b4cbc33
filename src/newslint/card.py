"""The card of an article: the measures that an editor looks at, which are no faults."""

from __future__ import annotations

from newslint.article import Article
from newslint.diagnostics import Card
from newslint.parts import PROSE_KINDS

# Silent reading of English prose (Brysbaert 2019, How many words do we read per minute?).
_WORDS_A_MINUTE = 238
# A sentence of more words is long: what `clarity/long-sentence` takes for long in English, too.
_LONG_SENTENCE = 30
_NAMED = frozenset({"named", "institution"})


def measure_article(article: Article) -> Card:
    """Return the card of an article; an empty one has zeros, and another language than English no grade."""
    sentences = [len(article.words_of(each)) for each in article.sentences]
    paragraphs = [article.count_words(index) for index, block in article.prose_blocks() if block.kind == "paragraph"]
    is_english = article.word_count > 0 and (article.language_code or "en") == "en"
    grade = article.readability().flesch_kincaid_grade if is_english else None
    return Card(
        words=article.word_count,
        minutes=-(-article.word_count // _WORDS_A_MINUTE),
        grade=None if grade is None else round(grade, 1),
        long_sentences=round(100 * sum(words > _LONG_SENTENCE for words in sentences) / max(1, len(sentences))),
        longest_sentence=max(sentences, default=0),
        longest_paragraph=max(paragraphs, default=0),
        quotations=sum(quotation.role == "speech" for quotation in article.quotations),
        named_sources=len(_named_sources(article)),
        links=sum(article.blocks[link.block].kind in PROSE_KINDS for link in article.links if link.block is not None),
    )


def _named_sources(article: Article) -> set[str]:
    """Return who is named as a source: a person by the last word of the name, which later mentions share."""
    found = set()
    for attribution in article.attributions:
        if attribution.source and attribution.source_kind in _NAMED:
            name = attribution.resolved or article.text_of(*attribution.source)
            words = name.split()
            if words:
                found.add(words[-1].casefold() if attribution.source_kind == "named" else name.casefold())
    return found
