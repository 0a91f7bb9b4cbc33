"""A row of a site's entries in one line is boilerplate; headlines and subheadings that name sections are not."""

from __future__ import annotations

import pytest

from newslint.newsroom.boilerplate import boilerplate_role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Home News Sport Weather Jobs", "menu"),
        ("Trailers Streaming Festivals Reviews", "menu"),
        ("Login Live-Ticker Spielplan Tabelle Vereine", "menu"),
        ("Sections Search", "menu"),
        ("MENÜ SUCHE", "menu"),
        ("View comments (12)", "comments"),
        ("Kommentare 31", "comments"),
        ("Listen to this story 4 minutes", "other"),
        ("Écoutez cet article 4 min", "other"),
        ("Escuchar este artículo 3 min", "other"),
        ("2 of 7 | Tap for the next photo", "other"),
        ("Special to the Hallin Courier", "other"),
        ("Envoyé spécial à Tarrow", "other"),
        ("Beitrag verschenken", "share"),
        ("Leserbrief schreiben", "comments"),
        ("Order prints of these pictures from our shop", "call-to-action"),
        ("For more breaking news and videos, subscribe to our channel.", "call-to-action"),
        ("Liked this story? You can support us with a monthly gift", "call-to-action"),
        ("Holen Sie sich die Nachrichten aus Hallin in Ihr Postfach", "call-to-action"),
        ("Recibe cada noche las noticias de la costa en tu correo", "call-to-action"),
        ("Ricevi ogni mattina le notizie di Tarrow nella tua casella", "call-to-action"),
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
        "Article 50",
        "Vereine und Tabelle",
        "Search sections of the river",
        "Special to behold: the lights of Hallin",
        "For more news of the strike, people in Tarrow still buy the paper",
        "12 of 20",
        "Recibe el premio de la ciudad",
        "Erhalten alle Kinder einen Platz?",
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
