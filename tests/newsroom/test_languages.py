"""One article in each of five languages and three formats: the same elements, and the same empty fields."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.contract import Scene
from newslint.engine import lint
from newslint.rules.building import build_ruleset
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled
from newslint.source import Source
from newslint.today import Today


class Words(NamedTuple):
    """What a newsroom prints around an article in one language."""

    headline: str
    byline: str
    published: str
    updated: str
    summary: str
    point: str
    body: str
    empty: tuple[str, str]


ARTICLES = {
    "de": Words(
        "Die Hafenbrücke in Tarrow wird sechs Wochen gesperrt",
        "Von Mara Oduya und Ben Doe",
        "Veröffentlicht am 12. März 2026",
        "Zuletzt aktualisiert am 13. März 2026",
        "Das Wichtigste in Kürze",
        "Die Brücke wird ab Montag gesperrt, und eine Fähre fährt.",
        "Die Stadt Tarrow sperrt die Brücke am Hafen ab Montag für sechs Wochen. Die Lager sind nach dem Sturm nicht "
        "mehr sicher, und eine Fähre wird für die Fahrgäste eingesetzt.",
        ("Autorin:", "Aktualisiert am:"),
    ),
    "fr": Words(
        "Le pont du port de Tarrow ferme pour six semaines",
        "Par Mara Oduya et Ben Doe",
        "Publié le 12 mars 2026",
        "Mis à jour le 13 mars 2026",
        "L’essentiel",
        "Le pont ferme lundi, et un bac est mis en service.",
        "La ville de Tarrow ferme le pont du port à partir de lundi pour six semaines. Les appuis ne sont plus sûrs "
        "depuis la tempête, et un bac sera mis en service pour les passagers.",
        ("Auteure :", "Mis à jour le :"),
    ),
    "es": Words(
        "El puente del puerto de Tarrow cierra seis semanas",
        "Por Mara Oduya y Ben Doe",
        "Publicado el 12 de marzo de 2026",
        "Actualizado el 13 de marzo de 2026",
        "En resumen",
        "El puente cierra el lunes y habrá una barca.",
        "La ciudad de Tarrow cierra el puente del puerto desde el lunes durante seis semanas. Los apoyos ya no son "
        "seguros después de la tormenta, y una barca llevará a los pasajeros.",
        ("Autora:", "Última actualización:"),
    ),
    "it": Words(
        "Il ponte del porto di Tarrow chiude per sei settimane",
        "Di Mara Oduya e Ben Doe",
        "Pubblicato il 12 marzo 2026",
        "Aggiornato il 13 marzo 2026",
        "In breve",
        "Il ponte chiude lunedì e ci sarà un traghetto.",
        "La città di Tarrow chiude il ponte del porto da lunedì per sei settimane. Gli appoggi non sono sicuri dopo "
        "la tempesta, e un traghetto sarà messo in servizio per i passeggeri.",
        ("Autrice:", "Ultimo aggiornamento:"),
    ),
    "pt": Words(
        "A ponte do porto de Tarrow fecha durante seis semanas",
        "Por Mara Oduya e Ben Doe",
        "Publicado em 12 de março de 2026",
        "Atualizado em 13 de março de 2026",
        "Em resumo",
        "A ponte fecha na segunda-feira e haverá uma barca.",
        "A cidade de Tarrow fecha a ponte do porto a partir de segunda-feira durante seis semanas. Os apoios já não "
        "são seguros depois da tempestade, e uma barca vai levar os passageiros.",
        ("Autora:", "Última atualização:"),
    ),
}
FORMATS = ("markdown", "html", "text")


def build(words: Words, format: str, head: tuple[str, ...]) -> Article:
    if format == "html":
        lines = "".join(f"<p>{line}</p>" for line in head)
        text = (
            f"<article><h1>{words.headline}</h1>{lines}<h2>{words.summary}</h2><ul><li>{words.point}</li></ul>"
            f"<h2>Tarrow</h2><p>{words.body}</p></article>"
        )
        return parse(Source("a.html", text, "html"))
    first, second, item = ("# ", "## ", "- ") if format == "markdown" else ("", "", "- ")
    lines = "\n\n".join(head)
    text = f"{first}{words.headline}\n\n{lines}\n\n{second}{words.summary}\n\n{item}{words.point}\n\n"
    return parse(Source("a.md" if first else "a.txt", f"{text}{second}Tarrow\n\n{words.body}\n", format))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ARTICLES)
def test_elements_are_read_in_each_language_and_format(language: str, format: str) -> None:
    words = ARTICLES[language]
    article = build(words, format, (words.byline, words.published, words.updated))
    assert article.language_code == language
    values = {kind: found.value for kind in ("published", "updated") if (found := article.find(kind))}
    assert values == {"published": "2026-03-12", "updated": "2026-03-13"}
    headline, byline, summary = (article.find(kind) for kind in ("headline", "byline", "summary"))
    assert headline is not None
    assert headline.text == words.headline
    assert byline is not None
    assert byline.names == ("Mara Oduya", "Ben Doe")
    assert summary is not None
    assert summary.text == words.point


@pytest.mark.parametrize("language", ARTICLES)
def test_findings_are_the_same_in_each_format(language: str) -> None:
    words = ARTICLES[language]
    rules = build_ruleset(compile_rules([bundled("rules")]).values(), {}, {})
    scene = Scene(Today(date(2026, 4, 1)), required_elements=frozenset({"headline", "byline", "published", "summary"}))
    full, bare = (
        [[found.rule for found in lint(build(words, format, head), rules, scene).diagnostics] for format in FORMATS]
        for head in ((words.byline, words.published, words.updated), (words.published, *words.empty))
    )
    assert full == [full[0]] * 3
    assert bare == [bare[0]] * 3
    assert {"structure/empty-labelled-field", "structure/missing-byline"} <= {*bare[0]}
    assert not {"structure/missing-byline", "structure/missing-publish-date"} & {*full[0]}
