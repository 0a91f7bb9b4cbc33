"""Damaged text is told from sound text in many languages, and its meaning found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.mojibake import find_damage


def _damage(text: str) -> str:
    """Read a text's UTF-8 bytes in the wrong encoding, as broken imports do."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


def _repair(text: str) -> str:
    for place in reversed(find_damage(text)):
        text = text[: place.start] + place.meant + text[place.end :]
    return text


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
def test_what_was_damaged_is_found_again(text: str) -> None:
    assert _repair(_damage(text)) == text


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


def test_a_long_text_takes_linear_time() -> None:
    assert len(find_damage("Ã©" * 200_000)) == 200_000
