"""Sentences: where they end, where a stop does not end them, and that any text can be split."""

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "The council met.|It voted.",
        "It was built in 1905.[12]|It closed in 1950.[a][note 3]|Trains ran on.[4]",
        "The board [sic] met.|It voted [7] times.",
        "Sen. Ana Ruiz met Gov. Lee.|They spoke for an hour.",
        "Then-Sen. Okafor lost.|Mr. Ito won.",
        "It opens at 5 p.m. Monday in Leeds.|Doors open early.",
        "It opens at 5 p.m.|The hall is small.",
        "Talks began Nov. 24, 2025.|Nobody came.",
        "The U.S. Senate voted.|He left the U.S.|The plane was late.",
        "Harbour Mills Inc. reported a loss.|Its rival Bramble Corp. did not.",
        "She joined Bramble Corp.|It had 40 staff.",
        "Rates rose 3.5 percent.|Prices fell to $4.20 a litre.",
        "“Why?” he asked.|Nobody knew.",
        "“Why?” Okoro asked.|Nobody knew.",
        "“Why now?”|The minister did not say.",
        "“We will not go.”|She sat down.",
        "“We will go,” he said.|“We must.”",
        "He left (in a hurry.)|The door stayed open.",
        "1. Why did it close?|2. Who pays?",
        "Bring flour, eggs, etc.|Then wait.",
        "See No. 5 and p. 12 first.|He said no.|It was over.",
        "J. K. Marlow spoke.|So did T.S. Penn.",
        "So did I.|Nobody else came.",
        "They took plan B.|The mayor agreed.",
        "Lt. Col. Vera Moss of St. Ives spoke.|She was calm.",
        "Write to desk@example.org or see www.example.org/a.html today.|Open report.final.pdf first.",
        "Rain fell … and fell.|It stopped...|Everyone cheered.",
        "Well . . . and then we left.|Ask her.",
        "ST. ALBANS, England (Wire) — The river rose.|Homes flooded.",
        "WASHINGTON, D.C. — The bill passed.|It was late.",
        "Stop!|Who goes there?|A friend.",
        "Yahoo! shares fell.|Yahoo! Inc. said little.",
        "The gain, e.g. of Rs. 500 or approx. 3 lb., was small.|It will not last.",
        "Il pleut。|今日は雨です。|明日も。",
        "He saw Reps. Moss (R-S.C.) and Penn (D-Mass.) there.|They left.",
        "The vitamin C. deficiency grew.",
        "iPhones sell well.|iPads do not.|They cost more.",
        "See fig. 3, vol. 4 and pp. 5-6 of ch. 7.|She ate a fig.|It was ripe.",
        "Cllr. Holm met Revd. Roe.|Cllrs. Doe and Oduya left.",
        "He paused. . . .|Then he left.",
        "Is it late? . . .|Nobody answered.",
        "Sie sagte: „Es ist spät.“|Dann ging sie.",
        "»Es ist spät.«|Dann ging sie.",
        "»Es ist spät!« rief sie.|Dann ging sie.",
        "Elle dit : « Il est tard. »|Puis elle partit.",
        "« Il est tard. » dit-elle.|« Partons. »|« Oui. »",
        "The quay is closed.|» Read more",
        "„Już późno.”|Wyszła.",
        "»Det är sent.»|Hon gick.",
        "Am 3. November kam er, z. B. um 5 Uhr.|Am 9. Mai ging er.",
        "Es kostet 5 Mio. Euro.|Nr. 5 ist neu.",
    ],
)
def test_sentences_end_where_marked(marked: str) -> None:
    parts = marked.split("|")
    glue = "" if "。" in marked else " "
    assert split(glue.join(parts)) == parts


@pytest.mark.parametrize(
    "marked",
    [
        "市長は「待て。」と言った。|次の日、橋は閉じた。",
        "「行く。」|「待て。」",
        "هل تأخر الوقت؟|نعم.",
        "क्या देर है?|हाँ।",
    ],
)
def test_sentences_end_at_the_marks_of_other_scripts(marked: str) -> None:
    parts = marked.split("|")
    assert split("".join(parts) if "「" in marked else " ".join(parts)) == parts


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert split("A headline without a stop\n\nThe river\nrose.\n \nEnd") == [
        "A headline without a stop",
        "The river\nrose.",
        "End",
    ]


def test_spans_carry_no_white_space_around_them() -> None:
    assert split_sentences("  One.  Two. ") == [(2, 6), (8, 12)]


def test_a_text_of_white_space_has_no_sentences() -> None:
    assert split_sentences(" \n\n\t ") == []


@given(st.text(st.sampled_from("aB .!?…\n'\"”)1\u00a0。")) | st.text())
def test_spans_hold_every_character_that_is_not_white_space(text: str) -> None:
    last = 0
    for start, end in split_sentences(text):
        assert last <= start < end <= len(text)
        assert text[last:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        last = end
    assert text[last:].strip() == ""


def test_long_runs_take_linear_time() -> None:
    for unit in (".", "!", '"', '."', ". ", " ", "\n", "a", "U.", "…", ".)", '. "', "Mr. "):

        def make(size: int, unit: str = unit) -> str:
            # What ends otherwise than it began is what a search that goes back tries again and again.
            return unit * (size // len(unit)) + "x"

        assert is_linear(make, split_sentences, largest=64_000), unit
