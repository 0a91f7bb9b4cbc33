"""A newsroom's own words join those that newslint knows, in its own linter alone and in whatever process that works."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from newslint import runner
from newslint.batch import check
from newslint.language.lexicon import SHIPPED, Lexicon, extended, list_names
from newslint.language.speech.attributions import find_attributions
from newslint.language.speech.claims import is_telling
from newslint.language.speech.cues import verb_cues
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source

MINUTED = "Ana Roe minuted that rents have risen by 12 per cent since 2019."
ORDINANCED = "The gazetteer ordinanced that rents have risen by 14 per cent since 2019."


def kinds(text: str, lexicon: Lexicon = SHIPPED) -> list[tuple[str, str]]:
    passages = [Passage(text)]
    found = find_attributions(passages, find_quotations(passages), lexicon)
    return [
        (text[source.start : source.end], attribution.source_kind)
        for attribution in found
        for source in attribution.source
    ]


def linter(folder: Path, lexicons: str) -> Linter:
    """Return a linter whose configuration has some word lists, written as YAML."""
    folder.mkdir(exist_ok=True)
    (folder / "newslint.yaml").write_text(f"lexicons: {lexicons}\n", encoding="utf-8")
    settings = load_settings(folder / "newslint.yaml", keep=False)
    return Linter(settings, RunOptions(date(2026, 5, 4), select=("sourcing/statistic-without-source",)))


def unsourced(linter: Linter) -> list[str]:
    """Return the figures that a linter finds without a source, with how many there are."""
    return [found.message for found in linter.lint(article_of()).diagnostics]


BOTH = ["Nothing near “12 per cent” says where the figure comes from (2 places)."]
ROE = ["Nothing near “12 per cent” says where the figure comes from."]
GAZETTEER = ["Nothing near “14 per cent” says where the figure comes from."]


def article_of() -> Source:
    between = "The bridge is closed on Sundays.\n\n" * 4
    return Source("a.md", f"# Rents in Tarrow\n\n{MINUTED}\n\n{between}{ORDINANCED}\n", "markdown")


def test_a_verb_of_the_house_tells_of_speech() -> None:
    assert kinds(MINUTED) == []
    assert kinds(MINUTED, extended({"cues": ["that clause : minute"]})) == [("Ana Roe", "named")]
    assert kinds(MINUTED) == []


def test_a_noun_of_the_house_is_a_kind_of_source() -> None:
    text = "The gazetteer said that the bridge would close."
    extension = extended({"source_nouns": ["document : Gazetteer"]})
    assert kinds(text, extension) == [("The gazetteer", "document")] != kinds(text)


def test_a_verb_of_the_house_may_tell_or_merely_feel() -> None:
    telling, feeling = (extended({"cues": [f"that {more} : minute"]}) for more in ("tells", ""))
    assert is_telling("minuted", telling)
    assert not is_telling("minuted", feeling)


def test_a_verb_of_the_house_may_have_forms_that_no_rule_makes() -> None:
    own = extended(
        {
            "cues": ["that : overswear"],
            "irregular_verbs": ["forms : overswear overswears overswore oversworn overswearing"],
        }
    )
    assert {"overswears", "overswore", "oversworn", "overswearing"} <= verb_cues(own).keys()
    assert "overswore" not in verb_cues(extended({"cues": ["that : overswear"]}))


def test_two_linters_with_different_words_live_side_by_side(tmp_path: Path) -> None:
    one = linter(tmp_path / "one", '{cues: ["that tells : minute"]}')
    two = linter(tmp_path / "two", '{cues: ["that tells : ordinance"]}')
    none = linter(tmp_path / "none", "{}")
    for _ in range(2):
        assert unsourced(one) == GAZETTEER
        assert unsourced(two) == ROE
        assert unsourced(none) == BOTH


def test_a_linter_finds_the_same_after_a_journey_to_another_process(tmp_path: Path) -> None:
    sent = linter(tmp_path, '{cues: ["that tells : minute"]}')
    there = (
        "import pickle, sys; linter, source = pickle.load(sys.stdin.buffer); "
        "print([found.message for found in linter.lint(source).diagnostics])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", there],
        input=pickle.dumps((sent, article_of())),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert answer.stdout.decode().strip() == str(unsourced(sent)) == str(GAZETTEER)


def test_a_run_with_several_jobs_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.batch._WORTH_A_PROCESS", 1)
    one = linter(tmp_path, '{cues: ["that tells : minute"]}')
    paths = [tmp_path / f"{name}.md" for name in "abc"]
    for path in paths:
        path.write_text(article_of().text, encoding="utf-8")
    alone = check(paths, one)
    one.options = one.options._replace(jobs=2)
    # Another linter that is made meanwhile changes nothing.
    linter(tmp_path / "two", "{}")
    assert check(paths, one) == alone
    assert [found.message for report in alone.files for found in report.diagnostics] == GAZETTEER * 3


def test_lexicons_of_the_same_lines_are_one_and_share_their_tables() -> None:
    one, two = (extended({"cues": ["that : minute"], "nouns": []}) for _ in range(2))
    assert one == two == pickle.loads(pickle.dumps(one)) != SHIPPED == extended({})
    assert verb_cues(one) is verb_cues(two) is not verb_cues(SHIPPED)


def test_letters_for_frames_mean_what_the_words_mean() -> None:
    letters = extended({"cues": ["q t w c o i a e r s d f z p=of,on : minute"]})
    words = extended(
        {
            "cues": [
                "quote that question clause object infinitive addressee seeming preposition-only as document finite "
                "pronoun-clause preposition=of,on : minute"
            ]
        }
    )
    assert letters == words


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ({"verbs": ["t : minute"]}, "unknown word list `verbs`; known: adjectives, cues"),
        ({"cues": ["minute"]}, "must be `group : words`"),
        ({"cues": ["zz : minute"]}, "groups are addressee, as, clause, document"),
        ({"nouns": ["p=of : minute"]}, "groups are"),
        ({"cues": ["t :"]}, "must be `group : words`"),
        ({"irregular_verbs": ["forms : overswear overswore"]}, "must be `group : words`"),
    ],
)
def test_a_line_that_means_nothing_is_told(lines: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        extended(lines)


def test_every_list_can_be_read_and_says_where_it_comes_from() -> None:
    assert list_names() == [
        "adjectives",
        "cues",
        "given_names",
        "institutions",
        "irregular_verbs",
        "nouns",
        "source_nouns",
        "spelling",
    ]
    folder = Path(runner.__file__).parent / "language" / "lexicons"
    for name in list_names():
        assert SHIPPED.lines(name)
        assert "# Origin: " in (folder / f"{name}.txt").read_text(encoding="utf-8")
