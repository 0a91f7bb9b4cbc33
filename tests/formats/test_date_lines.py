"""A date line says the same in every format: as a line of Markdown, HTML and text, and as a field of front matter."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.article import Element
from newslint.assembly import ParseOptions, parse
from newslint.contract import Scene
from newslint.engine import lint
from newslint.runner import Linter, RunOptions
from newslint.settings.loading import load_settings
from newslint.source import Source
from newslint.today import Today

HEADLINE = "Harbour bridge closes for repairs"
BODY = "The bridge over the Lune closes on Monday for six weeks, the port authority said at a meeting in Tarrow."
FORMATS = ("markdown", "html", "text")
# A line, and the moment that it states; the language of the article where that decides.
LINES: dict[str, tuple[str, str]] = {
    # English
    "Published: November 24, 2026": ("2026-11-24", "en"),
    "Nov 24, 2026 5:05pm ET": ("2026-11-24T17:05:00-05:00", "en"),
    "First published on Tue 24 Nov 2026 17.05 GMT": ("2026-11-24T17:05:00+00:00", "en"),
    "Tuesday, November 24th 2026": ("2026-11-24", "en"),
    "January 19, 2020 / 12:25 PM / Tarrow News": ("2020-01-19T12:25:00", "en"),
    "2 minute read · 25 April 2024 20:26": ("2024-04-25T20:26:00", "en"),
    "Published on 06/01/2026 - 13:55 GMT+1": ("2026-01-06T13:55:00+01:00", "en-GB"),
    "Published on 06/01/2026": ("2026-06-01", "en-US"),
    "24-Nov-2026": ("2026-11-24", "en"),
    "2026-11-24 17:05": ("2026-11-24T17:05:00", "en"),
    "February 4, 2020 • words written by Mara Oduya": ("2020-02-04", "en"),
    # glued
    "Tarrow PressApril 28, 2024": ("2024-04-28", "en"),
    "2 minute readApril 25, 20242:26 PM": ("2024-04-25T14:26:00", "en"),
    "Published Fri, Apr 28 20232:23 PM EDT": ("2023-04-28T14:23:00-04:00", "en"),
    "Nov. 24, 2026Updated: Nov. 25, 2026 9:05 a.m.": ("2026-11-24", "en"),
    "May 3, 2026 | Posted in Harbour, Quays and the rest of the town, Old stories | Tagged quay": ("2026-05-03", "en"),
    "For immediate release: May 3, 2026": ("2026-05-03", "en"),
    "This entry was posted on Sunday, May 3rd, 2026 at 3:04 pm and is filed under Quays. You can reply.": (
        "2026-05-03T15:04:00",
        "en",
    ),
    # German
    "Dieser Artikel wurde am 3. Mai 2026 um 14:48 von Mara Oduya gepostet und unter Hafen abgelegt.": (
        "2026-05-03T14:48:00",
        "de",
    ),
    "Der Beitrag wurde am 3. Mai 2026 veröffentlicht.": ("2026-05-03", "de"),
    "03.05.2026 · Filed under ziemlich weit weg": ("2026-05-03", "de"),
    "Veröffentlicht am 24.11.2026, 17:05 Uhr": ("2026-11-24T17:05:00", "de"),
    "Dienstag, 24. November 2026, 17.05 Uhr": ("2026-11-24T17:05:00", "de"),
    "Stand: 02.12.19, 14:30 Uhr": ("2019-12-02T14:30:00", "de"),
    "02.12.19": ("2019-12-02", "de"),
    # French
    "Publié le mardi 24 novembre 2026 à 17 h 05": ("2026-11-24T17:05:00", "fr"),
    "Publié le 06/01/2026 à 17h05": ("2026-01-06T17:05:00", "fr"),
    "1er décembre 2026": ("2026-12-01", "fr"),
    # Spanish
    "Publicado el 24 de noviembre de 2026 a las 17:05 h": ("2026-11-24T17:05:00", "es"),
    "24 nov. 2026 - 17:05 CET": ("2026-11-24T17:05:00+01:00", "es"),
    # Italian
    "Pubblicato il 24 novembre 2026 alle 17:05": ("2026-11-24T17:05:00", "it"),
    "martedì 24 novembre 2026, ore 17.05": ("2026-11-24T17:05:00", "it"),
    # Portuguese
    "Publicado em 24 de novembro de 2026 às 17h05": ("2026-11-24T17:05:00", "pt"),
    "terça-feira, 24 de novembro de 2026": ("2026-11-24", "pt"),
    # Dutch
    "Gepubliceerd op 24 november 2026 om 17:05 uur": ("2026-11-24T17:05:00", "nl"),
    "dinsdag 24 november 2026, 17:05": ("2026-11-24T17:05:00", "nl"),
    # Polish
    "Opublikowano: 24 listopada 2026, godz. 17:05": ("2026-11-24T17:05:00", "pl"),
    "wtorek, 24 listopada 2026 r.": ("2026-11-24", "pl"),
    # Russian
    "Опубликовано: 24 ноября 2026 г. в 17:05": ("2026-11-24T17:05:00", "ru"),
    "24.11.2026 17:05 МСК": ("2026-11-24T17:05:00+03:00", "ru"),
    # Turkish
    "Yayınlanma: 24 Kasım 2026 Salı 17:05": ("2026-11-24T17:05:00", "tr"),
    "24 Ara 2026 17:05": ("2026-12-24T17:05:00", "tr"),
    # Japanese
    "2026年11月24日(火) 17時05分": ("2026-11-24T17:05:00", "ja"),
    "公開日：2026年11月24日 午後5時05分": ("2026-11-24T17:05:00", "ja"),
    # Korean
    "2026년 11월 24일 (화) 오후 5시 5분": ("2026-11-24T17:05:00", "ko"),
    "입력 2026.11.24. 오후 5:05": ("2026-11-24T17:05:00", "ko"),
}
# What stands where the date belongs, by why nobody can read it.
UNREADABLE = {
    "a day that the month does not have": "2026-02-30",
    "a day of April that there is not": "31 April 2026",
    "thirteen months": "2026-13-24",
    "a digit too many": "2026-11-020",
    "a word": "tuesday",
    "words": "some time soon",
    "a template": "{{ .Date }}",
    "a template of another kind": "<% now %>",
    "a month alone": "November 2026",
    "a time alone": "17:05",
    "a placeholder": "YYYY-MM-DD",
}


def write(line: str, format: str, language: str = "en") -> Source:
    if format == "html":
        shown = line.replace("<", "&lt;").replace(">", "&gt;")
        head = f"<h1>{HEADLINE}</h1>\n<p>{shown}</p>"
        page = f'<html lang="{language}"><body><article>{head}\n<p>{BODY}</p>\n<p>{BODY}</p></article></body></html>'
        return Source("a.html", page, "html")
    if format == "markdown":
        return Source("a.md", f"---\nlang: {language}\n---\n\n# {HEADLINE}\n\n{line}\n\n{BODY}\n", "markdown")
    return Source("a.txt", f"{HEADLINE}\n\n{line}\n\n{BODY}\n\n{BODY}\n", "text")


def dated(source: Source, language: str = "en") -> Element:
    article = parse(source, ParseOptions(language=language))
    found = article.published
    assert found is not None, article.blocks
    return found


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("line", LINES)
def test_a_date_line_is_read_in_every_format(line: str, format: str) -> None:
    value, language = LINES[line]
    found = dated(write(line, format, language), language)
    assert found.value == value
    assert found.text in line


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A linter with the shipped settings."""
    path = tmp_path_factory.mktemp("site") / "newslint.yaml"
    path.write_text("", encoding="utf-8")
    return Linter(load_settings(path), RunOptions(date(2026, 11, 24)))


def reported(linter: Linter, source: Source) -> list[tuple[str, str, str]]:
    """Return what rules say of dates: the rule, its severity, and the text that they point at."""
    variant = linter.settings.variant("news")
    ruleset = variant.choose((), ())
    scene = Scene(Today(date(2026, 11, 24)), "news", variant.elements, variant.required)
    told = lint(parse(source), ruleset, scene).diagnostics
    return [(entry.rule, str(entry.severity), entry.excerpt) for entry in told if "-date" in entry.rule]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("why", UNREADABLE)
def test_what_is_not_a_date_is_reported_where_it_stands(linter: Linter, why: str, format: str) -> None:
    if (why, format) == ("a template", "markdown"):
        pytest.skip("a generator fills this line of Markdown")
    told = reported(linter, write(f"Published: {UNREADABLE[why]}", format))
    assert [(rule, severity) for rule, severity, _ in told] == [("structure/unreadable-date", "error")]
    assert told[0][2].replace("&lt;", "<").replace("&gt;", ">") == UNREADABLE[why]


@pytest.mark.parametrize("why", UNREADABLE)
def test_a_field_that_holds_no_date_is_reported_at_its_value(linter: Linter, why: str) -> None:
    for value in (UNREADABLE[why], f'"{UNREADABLE[why]}"'):
        source = Source("a.md", f"---\ntitle: {HEADLINE}\nauthor: Ana Roe\ndate: {value}\n---\n\n{BODY}\n", "markdown")
        assert reported(linter, source) == [("structure/unreadable-date", "error", UNREADABLE[why])]


@pytest.mark.parametrize("format", FORMATS)
def test_a_date_that_nothing_settles_has_no_value(linter: Linter, format: str) -> None:
    source = write("Published: 03/04/2026", format)
    assert dated(source).value is None
    assert reported(linter, source) == [("numbers/ambiguous-numeric-date", "warning", "03/04/2026")]
    for language, value in (("en-GB", "2026-04-03"), ("en-US", "2026-03-04"), ("de", "2026-04-03"), ("ja", None)):
        assert dated(write("Published: 03/04/2026", format, language), language).value == value


@pytest.mark.parametrize("format", FORMATS)
def test_another_date_of_the_article_settles_the_order_before_the_configuration(format: str) -> None:
    for other, value in (("13/04/2026", "2026-04-03"), ("04/13/2026", "2026-03-04"), ("3 April 2026", "2026-04-03")):
        source = write(f"Published: 03/04/2026 | Updated: {other}", format)
        for day_first in (None, True, False):
            found = parse(source, ParseOptions(day_first=day_first)).published
            assert found is not None
            assert found.value == value
    for day_first, value in ((True, "2026-04-03"), (False, "2026-03-04")):
        found = parse(write("Published: 03/04/2026", format), ParseOptions(day_first=day_first)).published
        assert found is not None
        assert found.value == value


def test_the_order_of_a_stated_language_is_known_before_the_configuration() -> None:
    for day_first in (None, True, False):
        found = parse(write("Published: 03/04/2026", "html", "en-GB"), ParseOptions(day_first=day_first)).published
        assert found is not None
        assert found.value == "2026-04-03"


@pytest.mark.parametrize("format", FORMATS)
def test_british_dates_in_order_are_no_fault(linter: Linter, format: str) -> None:
    assert reported(linter, write("Published 12/05/2025 | Updated 13/05/2025", format, "en-GB")) == []
