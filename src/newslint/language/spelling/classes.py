"""Tell the classes of words that frames of confusions name: nouns, verbs and adjectives, by form and derivation."""

from __future__ import annotations

from functools import lru_cache

from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import FUNCTION_WORDS
from newslint.language.units.irregular import PARTICIPLES, PAST

_CURRENT = 60  # how common the noun must be, as `table.commonness` has it
_LEAST = 4
# Words in -s that are no plurals.
_SINGULARS = frozenset(
    "always perhaps besides towards afterwards sometimes less unless across yes this his hers ours theirs news "
    "politics  economics physics mathematics athletics christmas overseas upstairs downstairs indoors outdoors "
    "nowadays alas  plus minus thus versus bus gas various serious famous class business process progress success "
    "access glass  happens seems looks sounds appears makes means takes gets says goes comes does has was is".split()
)
_NO_PLURAL = ("ss", "us", "is", "ous")
_ABSTRACT = tuple("tion sion ment ness ity ance ence ship hood dom ism".split())


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Tell whether a word in small letters is the plural of a noun by its form: “profits”, “bodies”, “crops”."""
    if len(word) < _LEAST or not word.endswith("s") or word.endswith(_NO_PLURAL) or word in _SINGULARS:
        return False
    if word in _NO_NOUNS:
        return False  # “they lived there years ago”
    stems = [word[:-1], word.removesuffix("es"), f"{word.removesuffix('ies')}y"]
    return word not in FUNCTION_WORDS and any(_is_current(stem) for stem in stems if len(stem) > 1)


@lru_cache(maxsize=4096)
def is_abstract(word: str) -> bool:
    """Tell whether a word in small letters is a noun by its ending: “decision”, “launch” is none."""
    return word.endswith(_ABSTRACT) and len(word) > _LEAST + 1 and _is_current(word)


@lru_cache(maxsize=4096)
def is_noun(word: str) -> bool:
    """Tell whether a word in small letters may be a noun and is no adjective, adverb, participle or small word."""
    if word in FUNCTION_WORDS or word in _NO_NOUNS or word.endswith(("ly", "ed", "ing")) or word in PARTICIPLES | PAST:
        return False
    return is_plural(word) or is_abstract(word) or (_is_current(word) and not is_adjective(word))


# Words that are common behind “it’s” and “there”, and no nouns there, or nouns that need no article.
_NO_NOUNS = frozenset(
    "just also always still only too more less about here there now how as good easy hard clear time no one nothing "
    "everything probably almost like because your going been never ever quite rather pretty such much many most even "
    "maybe perhaps okay ok fun war love luck like got both either neither unless until since while though anyone "
    "everyone someone nobody something anything enough worth due bound likely off over under down out up back away "
    "home time years days weeks months hours minutes today tomorrow yesterday tonight".split()
)


@lru_cache(maxsize=4096)
def is_taking(word: str) -> bool:
    """Tell whether a word in small letters is a past form or participle of a verb that no clause follows: “moved”."""
    if word.startswith(_TELLING) or word in _TELLING_PAST:
        return False
    return word in PAST or (word.endswith("ed") and commonness(word) is not None)


# Beginnings and past forms of verbs that a clause may follow: “he said it’s”, “they saw it’s”.
_TELLING = tuple(
    "accept acknowledg add admit advis affirm agree alleg announc answer argu assert assum assur believ boast claim "
    "comment complain conclud concede confess confirm convinc decid declar deni deny detect determin discover dispute "
    "doubt emphasi ensur estimat expect explain express fear figur guarantee guess happen hint hope imagin impli imply "
    "indicat inform insist joke judg learn lik lov maintain mention notic notifi observ ow persuad point predict pray "
    "pretend promis propos reali recall reckon regret remark remind repl report request reveal rul seem sens shout "
    "signal smil stat stress suggest suppos suspect testif think trust turn urg voic vow warn whisper wish wonder "
    "worri yell appear look sound ask thank need want".split()
)
_TELLING_PAST = frozenset(
    "said told thought knew felt saw heard found meant understood forgot swore showed bet read wrote was were been had "
    "did went came fell sat stood lay rose got became slept".split()
)


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Tell whether a word in small letters may be the base of a verb that no clause follows: “sell”."""
    if word.startswith(_TELLING) or word in _TELLING_BASE or word in FUNCTION_WORDS:
        return False
    return any(commonness(form) is not None for form in (f"{word}ing", f"{word.removesuffix('e')}ing"))


_TELLING_BASE = frozenset(
    "say tell know feel see hear find mean understand forget swear show bet read write go".split()
)


@lru_cache(maxsize=4096)
def is_state(word: str) -> bool:
    """Tell whether a word in small letters is an adjective that is no noun by its form: “sorry”, “proud”, “tired”."""
    return is_adjective(word) and not word.endswith(_NOMINAL) and word not in _NO_NOUNS and not is_plural(word)


_NOMINAL = tuple("al ent ant ive ary ic ate ing ory ar ship".split())


@lru_cache(maxsize=4096)
def is_comparative(word: str) -> bool:
    """Tell whether a word in small letters compares: “higher”, “larger”, “happier”."""
    stem = word.removesuffix("er")
    if stem == word or not _is_current(word):
        return False
    return _is_current(f"{stem}est") or word in ("better", "more", "fewer", "further")


def _is_current(word: str) -> bool:
    size = commonness(word)
    return size is not None and size <= _CURRENT
