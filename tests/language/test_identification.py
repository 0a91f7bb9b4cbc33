"""Language: guessed from stop words, and left open where they do not tell."""

from functools import partial

import pytest
from benchmarks.pathologies import is_linear, repeat
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.identification import guess_language

_TEXTS = {
    "en": (
        "The council met on Monday to talk about the bridge, which has been closed for two years because "
        "of the cracks that were found there."
    ),
    "de": (
        "Der Rat hat sich am Montag getroffen, um über die Brücke zu sprechen, die seit zwei Jahren wegen "
        "der Risse geschlossen ist und nicht mehr hält."
    ),
    "fr": (
        "Le conseil s'est réuni lundi pour parler du pont, qui est fermé depuis deux ans à cause des "
        "fissures que les experts ont trouvées dans la pierre."
    ),
    "es": (
        "El consejo se reunió el lunes para hablar sobre el puente, que está cerrado desde hace dos años "
        "por las grietas que los expertos encontraron en la piedra."
    ),
    "it": (
        "Il consiglio si è riunito lunedì per parlare del ponte, che è chiuso da due anni per le crepe che "
        "gli esperti hanno trovato nella pietra antica."
    ),
    "pt": (
        "O conselho reuniu-se na segunda-feira para falar sobre a ponte, que está fechada há dois anos por "
        "causa das fissuras que os peritos não viram na pedra."
    ),
    "nl": (
        "De raad kwam maandag bijeen om over de brug te praten, die al twee jaar dicht is door de scheuren "
        "die experts in het steen hebben gevonden."
    ),
    "sv": (
        "Rådet samlades på måndagen för att tala om bron, som har varit stängd i två år på grund av de "
        "sprickor som man inte såg och som nu finns i stenen."
    ),
    "da": (
        "Rådet mødtes mandag for at tale om broen, som har været lukket i to år på grund af de revner, som "
        "man ikke kunne se, og som nu er i stenen."
    ),
    "no": (
        "Rådet møttes mandag for å snakke om broen, som har vært stengt i to år på grunn av de sprekkene "
        "som man ikke så, og som nå er funnet i steinen av noen."
    ),
    "pl": (
        "Rada zebrała się w poniedziałek, aby rozmawiać o moście, który jest zamknięty od dwóch lat, bo w "
        "kamieniu są pęknięcia, których nie było widać przed zimą."
    ),
}


@pytest.mark.parametrize("language", _TEXTS)
def test_a_sentence_of_twenty_words_tells_its_language(language: str) -> None:
    assert guess_language(_TEXTS[language]) == language


def test_too_few_words_do_not_tell() -> None:
    assert guess_language("The council met on Monday and the bridge was closed.") is None


def test_lists_of_names_do_not_tell() -> None:
    assert guess_language("Ada Bok, Cem Dur, Eva Fin, Gus Hol, " * 8) is None


def test_two_languages_in_equal_parts_do_not_tell() -> None:
    assert guess_language(_TEXTS["en"] + " " + _TEXTS["de"]) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Совет собрался в понедельник, чтобы говорить о мосте. "),
        ("uk", "Рада зібралася в понеділок, щоб говорити про міст і про пором. "),
        ("ar", "اجتمع المجلس في القاعة من أجل الجسر. "),
        ("fa", "شورا در روز دوشنبه برای پل و راه جلسه کرد. "),
        ("ja", "町の議会は月曜日に橋について話し合った。"),
        ("zh", "市议会星期一讨论了这座桥的问题。"),
        ("ko", "시의회는 월요일에 다리에 대해 논의했다. "),
        ("el", "Το συμβούλιο συνεδρίασε τη Δευτέρα. "),
        ("hi", "परिषद ने सोमवार को पुल पर चर्चा की। "),
    ],
)
def test_other_scripts_tell_their_language(language: str, text: str) -> None:
    assert guess_language(text * 5) == language


def test_a_long_text_without_english_words_is_not_taken_for_one_that_might_be_english() -> None:
    assert guess_language("Këshilli mblidhet sot dhe flet për urën e vjetër pranë lumit " * 8) == "und"
    assert guess_language("Këshilli mblidhet sot dhe flet për urën") is None


@given(st.text())
def test_any_text_can_be_tried(text: str) -> None:
    guess_language(text)


def test_a_long_text_costs_no_more_than_its_head() -> None:
    for unit in ("the of and ", "a'"):
        assert is_linear(partial(repeat, unit), guess_language), unit
