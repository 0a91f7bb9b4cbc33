"""A row of a site's entries in one line is boilerplate; headlines and subheadings that name sections are not."""

from __future__ import annotations

import pytest

from newslint.newsroom.boilerplate import boilerplate_role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Home News Sport Weather Jobs", "menu"),
        ("Home Latest News Jobs Results Exam Guide Web Stories Login", "menu"),
        ("Accueil Politique Société Économie Sports Culture Abonnez-vous", "menu"),
        ("Portada Política Economía Deportes Cultura Opinión", "menu"),
        ("Politik Wirtschaft Kultur Sport Panorama", "menu"),
        ("Front page | Region | Business | Traffic | Jobs", "menu"),
        ("Books | Stage | Gardens | Music | Newsletters | Trains", "menu"),
        ("Verbraucher > Energie > Heizen", "menu"),
        ("Town › Harbour", "menu"),
        ("Save Share Aa", "share"),
        ("Teilen WhatsApp E-Mail Link kopieren", "share"),
        ("Compartir en WhatsApp Compartir en Facebook Copiar enlace", "share"),
        ("Mentions légales Politique de confidentialité Gestion des cookies", "footer"),
        ("Video Player is loading. Play Mute Fullscreen", "other"),
        ("Listen · 9 min", "other"),
        ("Dieses Thema im Programm:", "other"),
        ("Temps de lecture : 4 min", "other"),
        ("Was this page helpful? Yes No", "call-to-action"),
        ("Join our Telegram channel for instant updates", "call-to-action"),
        ("You have read 3 of your 5 free articles this month.", "call-to-action"),
        ("Add The Courier as a preferred source", "call-to-action"),
    ],
)
def test_entries_without_a_sentence_are_boilerplate(line: str, role: str) -> None:
    assert boilerplate_role(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "Health and education",
        "Sport and politics",
        "Politik und Wirtschaft",
        "Books, films and music",
        "Travel news for the summer",
        "Die Frist",
        "Home team wins again",
        "Business as usual in the markets",
        "Weather, traffic and jobs in Tarrow",
        "Profits > costs",
        "Berths: 40 | Depth: 9 m | Crane: yes | Fuel: yes | Water: yes",
        "Tarrow 3 | Hallin 1",
        "Mara Oduya | Ben Doe | Ines Okafor",
        "You have read the letter, and so have I.",
        "Join the queue early, said the groundsman, or you will not see a thing.",
        "What is next for the school?",
        "Culture minister visits Tarrow theatre",
    ],
)
def test_words_of_sections_do_not_make_boilerplate(line: str) -> None:
    assert boilerplate_role(line) == ""
