"""Damaged text is told from sound text in many languages, and its meaning found again."""

from __future__ import annotations

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.mojibake import find_damage, repair


def _damage(text: str) -> str:
    """Read a text's UTF-8 bytes in the wrong encoding, as broken imports do."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "The port’s gates stay “shut” – so the mayor says…",
        "José Müller and Zoë Núñez met in Łódź and Çeşme.",
        "It is 25\u00b0 and costs \u00a35 or €6.",
        "Порт закрыт",
        "Gates open 🎉 today",
    ],
)
def test_what_was_damaged_is_found_again_however_often(text: str) -> None:
    damaged = text
    for _ in range(3):
        damaged = _damage(damaged)
        assert repair(damaged) == text


def test_damage_of_damage_is_one_place() -> None:
    twice = _damage(_damage("Zoë’s café"))
    assert [(twice[place.start : place.end], place.meant) for place in find_damage(twice)] == [
        (_damage(_damage("ë")), "ë"),
        (_damage(_damage("’")), "’"),
        (_damage(_damage("é")), "é"),
    ]


SIGNS = st.text("aZ é’“ÃÂâ€™ƒ¢„¬‚å«»\ufffdï¿½ðŸŽ‰Ð¿ž\u0090\u0081", max_size=24)


@given(SIGNS | SIGNS.map(_damage) | SIGNS.map(lambda text: _damage(_damage(text))))
def test_what_is_suggested_is_never_damaged_itself(text: str) -> None:
    for place in find_damage(text):
        assert not [each for each in find_damage(place.meant) if each.meant]
    suggested = repair(text)
    if suggested is not None:
        assert find_damage(suggested) == []
    else:
        assert any(not place.meant for place in find_damage(text))


@pytest.mark.parametrize("text", ["caf\ufffd", "cafï¿½", "Ã©t\ufffd"])
def test_for_what_is_lost_nothing_is_suggested(text: str) -> None:
    assert repair(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ’s owner",
        "“AMANHÔ, disse ela",
        "« CAFÉ » et À côté de l’eau",
        "Å–Ö and “ÄLÄ” and Ån",
        "São João, Łódź, Ðorđe, Çeşme, Þór",
        "25 °C, ½, ©, «così», ¿qué?",
        "PARÍS… LEÓN—sí",
        "Việt Nam, Tần Ân, Â",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert find_damage(text) == []


@given(st.text(max_size=200))
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for place in find_damage(text):
        assert last <= place.start < place.end <= len(text)
        last = place.end


@pytest.mark.parametrize("times", [1, 3])
def test_a_long_text_takes_linear_time(times: int) -> None:
    piece = "é"
    for _ in range(times):
        piece = _damage(piece)
    assert len(find_damage(piece * 1000)) == 1000
    assert is_linear(lambda size: piece * (size // len(piece)), find_damage)
