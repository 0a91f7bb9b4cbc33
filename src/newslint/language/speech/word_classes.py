"""Name the classes of words that the tables of the speech analysis speak of."""

from __future__ import annotations

from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import source_nouns

# Where a table looks before the first word or after the last.
NOTHING = 1 << 32
# Words that behave in their own way; all other classes come from the parts of speech in `units.tokens`.
WORDS = {
    "of": "of",
    "and": "and &",
    "but": "but",
    "by": "by",
    "according": "according",
    "who": "who",
    "opening-bracket": "(",
    "closing-bracket": ") ]",
    # Prepositions that may hang a noun phrase on the one before: “the mayor of Tarrow”.
    "linking": "of for from in at with on to by near against about between behind within like",
    # After a verb that stands before its subject, fewer of them do: “said the mayor of Tarrow by telephone”.
    "attaching": "of for from with at in on to and who by",
    "before-article": "of for at in from with on",
    # Nouns and adjectives with which “to” belongs to the phrase: “an adviser to the mayor”.
    "with-to": "adviser advisers advisor advisors aide aides ambassador ambassadors envoy envoys assistant secretary "
    "heir witness witnesses counsel lawyer lawyers deputy delegate delegates consultant consultants contributor close "
    "next visitor visitors testimony access introduction",
    # Words that begin a clause which says when or where somebody spoke, never what.
    "when": "when while as after before since once until where because",
    "poll": "poll survey",
    "said": "said says wrote",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "last-next": "last next earlier later this",
    "span": "moments seconds minutes hours days weeks months years decades",
    "adjective-like": "inside outside above near",
    "irregular-participle": "written held sent made shown seen known given taken found set led sold built caught",
    "that": "that",
    "as": "as",
    "of-for": "of for",
    "question-word": "who what whether how why where when if which",
    "he-she-it": "he she it",
    "one": "one",
    "particle": "up down off away",
    "plural-word": "people police many some others most few both all women men media several two three none",
}
# Nouns by the kind of source that they name.
KINDS = ("role", "document", "collective")
# Quotations that end as what is said before “Roe said” does: with a mark that no term within a sentence has.
FINISHED = "finished"
BITS = {name: NOTHING << (1 + number) for number, name in enumerate((*WORDS, *KINDS, FINISHED))}

# What speakers speak through and at: “in a statement”, “at a meeting”.
MEDIA = frozenset(
    "statement interview email e-mail release tweet post memo letter message speech filing call briefing conference "
    "report note blog video text".split()
)
OCCASIONS = MEDIA | frozenset(
    "meeting rally hearing debate event ceremony response telephone phone applause cheers laughter reply court".split()
)


@table
def bits_by_word(lexicon: Lexicon) -> dict[str, int]:
    """Return the bits of each word of these classes, in lower case."""
    found = {word: BITS[kind] for word, kind in source_nouns(lexicon).items() if kind in KINDS}
    for name, words in WORDS.items():
        for word in words.split():
            found[word] = found.get(word, 0) | BITS[name]
    return found
