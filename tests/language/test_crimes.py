"""Who is said to have done a crime: verbs with their objects, idioms and nouns; in whose voice; at which stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.crime.accusations import find_accusations
from newslint.language.crime.clauses import cut
from newslint.language.crime.labels import find_labels
from newslint.language.crime.naming import Names
from newslint.language.crime.stages import Stages, is_history
from newslint.language.crime.voices import is_left_to_others, opens_report
from newslint.language.lexicon import SHIPPED


def accused(sentence: str) -> list[tuple[str, str]]:
    """Return the words that tell of a crime, each with the words of its subject."""
    clause = cut(sentence, Names([sentence, "Dorian Pell met Ana Lund."], SHIPPED).find(sentence))
    found = []
    for told in find_accusations(sentence, clause):
        item = clause.items[told.subject.at]
        found.append((sentence[told.start : told.end], sentence[item.start : item.end]))
    return found


TOLD = {
    "Dorian Pell stole £40,000 from the sailing club.": ("stole", "Dorian Pell"),
    "On Tuesday Dorian Pell, 43, a former treasurer, stabbed the shopkeeper.": ("stabbed", "Dorian Pell"),
    "Councillor Marta Quill has been pocketing the council’s money.": ("pocketing", "Marta Quill"),
    "Pell, who raped two students in May, is in custody.": ("raped", "Pell"),
    "After stabbing the guard, Pell fled over the roofs.": ("stabbing", "Pell"),
    "The pensioner was strangled by her nephew, Colin Fenn.": ("strangled", "Colin Fenn"),
    "The £2m was stolen by former accountant Ruth Sorley.": ("stolen", "Ruth Sorley"),
    "It was Colin Fenn who set fire to the warehouse.": ("set fire to", "Colin Fenn"),
    "Colin Fenn is guilty of murder.": ("guilty", "Colin Fenn"),
    "Fenn went home, but Pell’s victims include three widows.": ("victims", "Pell"),
    "Ruth Sorley spent years stealing from the hospice.": ("stealing", "Ruth Sorley"),
    "Ruth Sorley used the account to launder money.": ("launder", "Ruth Sorley"),
    "The fire was started by Colin Fenn.": ("started", "Colin Fenn"),
    "Ravi Menon and his brother robbed the post office.": ("robbed", "Ravi Menon"),
    "She was beaten to death with a hammer by her husband, Graham Lunt.": ("beaten", "Graham Lunt"),
    "Terence Oake forged his mother’s will.": ("forged", "Terence Oake"),
    "Terence Oake, 51, hit the cyclist and left her for dead.": ("left her for dead", "Terence Oake"),
    "The theft of 200 lambs by Gareth Pellow was noticed late.": ("theft", "Gareth Pellow"),
    "The money Dorian Pell stole went on horses.": ("stole", "Dorian Pell"),
    "Lukas Arnheim, then a lawyer, illegally tipped off his brother.": ("illegally tipped", "Lukas Arnheim"),
}  # fmt: skip


@pytest.mark.parametrize("sentence", TOLD)
def test_the_doer_of_a_deed_is_found(sentence: str) -> None:
    assert TOLD[sentence] in accused(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dorian Pell stole the show at the gala.",
        "Dorian Pell shot 72 in the final round.",
        "Dorian Pell killed the deal.",
        "The club robbed Pell of a goal.",
        "Dorian Pell was stabbed by an intruder.",
        "Ana Lund beat Dorian Pell in straight sets.",
        "Ana Lund ran a bakery and dealt with complaints.",
        "Ana Lund watched as the man stabbed his friend.",
        "Ana Lund murdered the song at the karaoke bar.",
        "Ana Lund never robbed a bank.",
        "Ana Lund would have robbed the bank.",
        "Ana Lund threatened to kill the bill.",
        "Police who arrested Ana Lund shot her dog.",
        "Ana Lund drained the savings account to pay for the roof.",
    ],
)
def test_what_is_no_crime_of_the_named_has_no_doer(sentence: str) -> None:
    assert accused(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dorian Pell allegedly stabbed the guard.",
        "Pell, who police say stabbed the guard, is due in court.",
        "The court heard that Pell stabbed the guard.",
        "Pell is said to have stabbed the guard.",
        "Did Pell stab the guard?",
        "Prosecutors must prove that Pell stabbed the guard.",
    ],
)
def test_what_others_say_is_theirs(sentence: str) -> None:
    assert is_left_to_others(sentence)


def test_a_court_opens_a_report() -> None:
    assert opens_report("The jury was told that Pell went to the flat at noon.")
    assert not opens_report("Pell went to the flat at noon.")


@pytest.mark.parametrize(
    ("texts", "stage"),
    [
        (["Dorian Pell was convicted of theft in May."], "guilty"),
        (["Dorian Pell was arrested.", "He pleaded guilty on Monday."], "guilty"),
        (["Dorian Pell, who denies theft, could be jailed if he is convicted."], "active"),
        (["Dorian Pell pleaded not guilty."], "active"),
        (["Dorian Pell was acquitted."], "cleared"),
        (["Dorian Pell shot his wife before turning the gun on himself."], "dead"),
        (["Dorian Pell was jailed without bail."], "active"),
        (["Dorian Pell was charged.", "Colin Fenn was convicted."], "active"),
        (["Dorian Pell opened a bakery."], ""),
    ],
)
def test_the_stage_is_that_of_the_person(texts: list[str], stage: str) -> None:
    assert Stages([texts], Names(texts, SHIPPED)).of("Pell") == stage


@pytest.mark.parametrize(("year", "old"), [(1963, True), (2013, True), (2014, False), (2026, False)])
def test_history_is_told_by_its_year(year: int, old: bool) -> None:
    assert is_history(f"Pell shot the mayor in {year}.", 2026) is old


def labels(sentence: str) -> list[str]:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    return [sentence[label.start : label.end] for label in find_labels(clause)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fraudster Ruth Sorley is due in court.", ["Fraudster"]),
        ("Dorian Pell, the arsonist, was remanded.", ["arsonist"]),
        ("The drug dealer was arrested.", ["drug dealer"]),
        ("The gunman was arrested.", []),
        ("The gunman, Dorian Pell, was arrested.", ["gunman"]),
        ("The alleged killer was arrested.", []),
        ("The killer whale was caught.", []),
        ("A killer storm was caught on film.", []),
    ],
)
def test_labels_are_nouns_of_guilt(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


WORDS = "Pell Ana Lund stole stabbed the guard , and who was by his wife £40 after to set fire of killer ’s in".split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_what_is_found_lies_in_the_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    assert [item.start for item in clause.items] == sorted(item.start for item in clause.items)
    for told in find_accusations(sentence, clause):
        assert 0 <= told.start < told.end <= len(sentence)
        assert 0 <= told.subject.at < len(clause.items)
