"""A contraction is no word of any list of speech, whatever word it is made of."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.language.lexicon import SHIPPED
from newslint.language.speech.cues import adjective_cues, noun_cues, verb_cues
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 1, 15), profile="strict"))


ENDINGS = ["’ll", "’d", "’s", "’m", "’re", "’ve", "'ll", "."]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_contraction_of_a_word_of_speech_costs_no_rule_its_findings(ending: str, linter: Linter) -> None:
    # Each word has one of the endings: all with all take long, and say no more.
    words = sorted({*verb_cues(SHIPPED), *noun_cues(SHIPPED), *adjective_cues(SHIPPED)})[ENDINGS.index(ending) :: 8]
    text = "".join(f"Ada Roe {word}{ending} that it ends. It is {word}{ending}.\n\n" for word in words)
    assert linter.lint(decode(text.encode(), "a.md")).crashed == ()
