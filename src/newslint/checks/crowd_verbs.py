"""The verbs that tell something, in all their forms, with what must follow them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from newslint.language.lexicon import Lexicon
from newslint.language.speech.cues import forms_of
from newslint.records import NamedTuple

__all__ = ["FEELINGS", "Telling", "telling_of"]

# What people have, show, raise or lose by thinking or feeling something.
FEELINGS = frozenset(
    "patience fright fury anger criticism praise alarm dismay doubts doubt umbrage offence offense exception "
    "issue heart concern concerns fears worries reservations misgivings objections scepticism skepticism "
    "confidence faith hope outrage disbelief derision scorn disgust relief surprise complaints suspicions "
    "suspicion unease unhappiness discontent frustration disquiet regret regrets grievances hopes belief trust "
    "disappointment delight enthusiasm criticisms condemnation applause ridicule rumblings pressure calls "
    "protests questions allegations accusations claims objection opposition".split()
)


# Words without which a frame that has no verb of telling is none: “by common consent”, “would rather”.
_FURTHER = frozenset("consent accounts rather concerned believed going depending ask wisdom opinion arms minds".split())


class Telling(NamedTuple):
    """The forms of verbs that tell something, with the class of their verb and their kinds.

    Where a sentence has no word of `guard`, nobody tells anything in it.
    """

    forms: Mapping[str, frozenset[tuple[str, str]]]
    views: frozenset[str]
    guard: frozenset[str]


@lru_cache(maxsize=16)
def telling_of(classes: tuple[tuple[str, ...], ...], views: tuple[str, ...], lexicon: Lexicon) -> Telling:
    """Return the forms of verbs that take a clause, are set off, judge or speak of something."""
    forms: dict[str, set[tuple[str, str]]] = {}
    for name, verbs in zip(("clause", "set-off", "judge", "speak"), classes, strict=True):
        for verb in verbs:
            for form, kind in forms_of(verb, lexicon):
                forms.setdefault(form, set()).add((name, kind))
    guard = frozenset({*forms, *views, *FEELINGS, *_FURTHER})
    return Telling({form: frozenset(kinds) for form, kinds in forms.items()}, frozenset(views), guard)
