"""Planting faults: they stand where the script says, their twins are without them, and the data fit the rules."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.planted import measuring
from benchmarks.planted.__main__ import count, main
from benchmarks.planted.copies import Copy, dress, mark, read_copies
from benchmarks.planted.faults import FAULTS
from benchmarks.planted.measuring import Kind, Reader, read_kinds, try_kind
from benchmarks.planted.rendering import FORMATS, render
from benchmarks.planted.wordings import FILE, KEYS, SETS, plant, read_wordings

from newslint.settings import load_settings

PLACES = (
    "Hallin",
    "Tarrow",
    "Wick",
    "Port Ellery",
    "Upper Hallin",
    "Lime Quay",
    "Marsh End",
    "Ferry Road",
    "Kiln Lane",
)
BODY = [
    f"The harbour board of {place} (the smallest of its kind) met on 4 May 2026 to look at plan number {number + 3}. "
    "It will mend the quay first, then the steps, and then the long wall that keeps the winter tides from the gardens."
    for number, place in enumerate(PLACES)
]
QUOTED = (
    "“We have waited for this longer than I like to say,” said Mara Oduya, who chairs the harbour board’s works group."
)
ARTICLE = "\n\n".join(
    (
        "---\ntitle: Harbour board mends its quays\nauthor: Ben Doe\ndate: 2026-05-06\n"
        "description: The board begins with the quays.\n---",
        *BODY[:4],
        QUOTED,
        *BODY[4:],
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article that is long enough."""
    (tmp_path / "quays.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def copy(folder: Path) -> Copy:
    """The article as parts."""
    return next(read_copies([folder]))


def test_an_article_is_read_as_parts(copy: Copy) -> None:
    assert (copy.headline, copy.byline, str(copy.published)) == (
        "Harbour board mends its quays",
        "Ben Doe",
        "2026-05-06",
    )
    assert copy.summary == "The board begins with the quays."
    assert [part.text for part in copy.body] == [*BODY[:4], QUOTED, *BODY[4:]]


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_planted_stands_at_its_place_in_every_format(copy: Copy, format: str) -> None:
    wording = {"sentence": "The wall is [TKTK] feet high.", "flag": "[TKTK]"}
    pair = plant(copy, wording, random.Random(1))
    assert pair
    faulty, twin = (render(each, format) for each in pair)
    assert [faulty.text[place.start : place.end] for place in faulty.places] == [wording["sentence"]]
    assert "TKTK" not in twin.text
    assert not twin.places
    assert "\ue000" not in faulty.text


@pytest.mark.parametrize("format", FORMATS)
def test_a_twin_differs_in_the_right_words_alone(copy: Copy, format: str) -> None:
    wording = {"headline": "Six died", "headline_right": "Five died", "body": "Five people died."}
    pair = plant(copy, wording, random.Random(1))
    assert pair
    faulty, twin = (render(each, format) for each in pair)
    assert faulty.text.replace("Six died", "Five died") == twin.text
    assert {twin.text[place.start : place.end] for place in twin.places} == {"Five died", "Five people died."}


def test_what_readers_would_not_see_is_escaped_and_links_become_markup(copy: Copy) -> None:
    typed = copy._replace(disclaimer=mark("Ask <name> &nbsp; [here](javascript:void(0)) ![](a.jpg)"))
    assert "Ask \\<name> &amp;nbsp; [here](javascript:void(0))" in render(typed, "markdown").text
    written = render(typed, "html").text
    assert 'Ask &lt;name&gt; &amp;nbsp; <a href="javascript:void(0)">here</a> <img src="a.jpg">' in written


@pytest.mark.parametrize("kind", sorted(FAULTS))
def test_a_fault_of_the_article_itself_differs_from_its_twin(copy: Copy, kind: str) -> None:
    known = next(entry for entry in read_kinds() if entry.kind == kind)
    dressed = dress(copy, known.profile)
    for format in known.formats:
        planted = FAULTS[kind](dressed, format, random.Random(2))
        if planted is None:
            assert kind in {"surname-misspelt", "relative-date-undated", "date-no-year-undated"}
            continue
        faulty, twin = planted
        assert faulty.text != twin.text
        assert known.anywhere or faulty.places


def test_faults_are_found_and_twins_are_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "PLANTS", 3)
    copies, reader = list(read_copies([folder])), Reader()
    kinds = {kind.kind: kind for kind in read_kinds()}
    for name in ("bracket-lost", "closing-quote-lost", "date-removed", "mojibake-apostrophe", "nul"):
        row = count(kinds[name], list(try_kind(kinds[name], copies, (), "1", reader)))
        assert (row["planted"], row["found"], row["alarms"]) == (3, 3, [0, 3]), name


def test_a_finding_that_the_twin_has_too_does_not_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "PLANTS", 3)
    doubled = {"sentence": "He saw the the wall.", "sentence_right": "She saw the the wall."}
    kind = Kind("any", 3, ("clarity/doubled-word",))
    trials = list(try_kind(kind, list(read_copies([folder])), [doubled], "1", Reader()))
    assert [trial.is_found for trial in trials] == [False] * 3
    assert all(trial.in_twin for trial in trials)


def test_the_same_seed_plants_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measuring, "PLANTS", 3)
    printed = []
    for _ in range(2):
        assert main([str(folder), "--kind", "bracket-lost", "doubled-word", "--json"]) == 0
        printed.append(json.loads(capsys.readouterr().out))
    assert printed[0] == printed[1]
    assert [row["kind"] for row in printed[0]] == ["doubled-word", "bracket-lost"]


def test_what_is_set_aside_is_not_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(folder), "--set", "aside", "--misses", "placeholder"])
    assert "not printed" in capsys.readouterr().err


def test_every_kind_names_rules_that_exist_and_has_a_way_to_plant_it() -> None:
    settings = load_settings(None)
    known = {*settings.compiled, *settings.families}
    worded = read_wordings("developing")
    for kind in read_kinds():
        assert known.issuperset(kind.rules), kind.kind
        assert (kind.kind in FAULTS) != (kind.kind in worded), kind.kind
        assert kind.profile in {"news", "explainer", "opinion", "sponsored"}
    assert {kind.kind for kind in read_kinds()} == {*FAULTS, *worded}


def test_half_of_the_wordings_of_each_kind_are_set_aside() -> None:
    # Messages say where a wording is, never what it says.
    wordings = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    kinds = [wording["kind"] for wording in wordings]
    assert kinds == sorted(kinds)
    sizes = Counter((wording["kind"], wording["set"]) for wording in wordings)
    assert min(sizes.values()) >= 15
    assert all(abs(sizes[kind, "developing"] - sizes[kind, "aside"]) <= 2 for kind in kinds)
    wrong = [
        number
        for number, wording in enumerate(wordings, 1)
        if wording["set"] not in SETS
        or {*wording} - {*KEYS, *(f"{key}_right" for key in KEYS), "kind", "set", "flag"}
        or not any(wording["flag"] in wording.get(key, "") for key in KEYS)
    ]
    assert not wrong
