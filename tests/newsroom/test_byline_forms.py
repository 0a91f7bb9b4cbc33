"""The forms in which newsrooms of six languages sign name the same people in every format and place."""

from __future__ import annotations

import html
import json

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.newsroom.bylines import find_opener
from newslint.parts import Person
from newslint.source import Source

# A byline, and whom it names, parted by bars: authors bare, contributors after “+”, desks and agencies after “=”.
ENGLISH = [
    ("By Mara Oduya", "Mara Oduya"),
    ("By MARA ODUYA and BEN DOE", "MARA ODUYA | BEN DOE"),
    ("by Ida T. Holm IV", "Ida T. Holm IV"),
    ("By Dr. Ana Roe", "Ana Roe"),
    ("An obituary by Ana Roe", "Ana Roe"),
    ("Author: Ana Roe Last Updated On: March 4, 2026", "Ana Roe"),
    ("By Prof. Ana Roe and Dr Ben Doe", "Ana Roe | Ben Doe"),
    ("By Mara O’Dell-Roe, Associated Press", "Mara O’Dell-Roe"),
    ("BEN DOE, Associated Press", "BEN DOE"),
    ("BY THE ASSOCIATED PRESS", "=THE ASSOCIATED PRESS"),
    ("By Reuters Staff", "=Reuters Staff"),
    ("By Ana Roe | Reuters", "Ana Roe"),
    ("By Ana Roe Special to The Courier", "Ana Roe"),
    ("By ANA ROE SPECIAL TO THE COURIER", "ANA ROE"),
    ("By Ana Roe, The Courier (TNS)", "Ana Roe"),
    ("Ana Roe • Staff Writer", "Ana Roe"),
    ("By Staff and wire reports", "=Staff and wire reports"),
    ("Ana Roe / Courier Staff", "Ana Roe | =Courier Staff"),
    ("Ana Roe | Health Correspondent", "Ana Roe"),
    ("Ana Roe - Senior Reporter", "Ana Roe"),
    ("ANA ROE Staff Writer", "ANA ROE"),
    ("By Staff Reporter", "=Staff Reporter"),
    ("By The Courier Editorial Board", "=The Courier Editorial Board"),
    ("Web Desk", "=Web Desk"),
    ("Tarrow News Service", "=Tarrow News Service"),
    ("Curated By: News Desk", "=News Desk"),
    ("Curated By: Ana Roe", "Ana Roe"),
    ("PTI", "=PTI"),
    ("PTI | New Tarrow", "=PTI"),
    ("IANS, Tarrow", "=IANS"),
    ("By Reuters, Ana Roe", "=Reuters | Ana Roe"),
    ("United News of India | Written by Ana Roe", "=United News of India | Ana Roe"),
    ("Written by: Ana Roe, Edited by: Ben Doe", "Ana Roe | +Ben Doe"),
    ("Ana Roe | Edited By Web Team | Jan 9, 2026", "Ana Roe | =Web Team"),
    ("Reported By: Ana Roe | Edited By: Ben Doe | Source: IANS", "Ana Roe | +Ben Doe | =IANS"),
    ("Ana Roe, TNN / Updated: Feb 4, 2026, 09:12 IST", "Ana Roe"),
    ("K. R. Roe", "K. R. Roe"),
    ("K.R. Roe & B. Doe", "K.R. Roe | B. Doe"),
    ("By Ana Roe, New Tarrow", "Ana Roe"),
    ("By Ana Roe Mar 4, 2026", "Ana Roe"),
    ("Ana Roe · 4 March 2026", "Ana Roe"),
    ("By AFP and Ana Roe", "=AFP | Ana Roe"),
    ("By Ana Roe with inputs from PTI", "Ana Roe | =PTI"),
    ("By Ana Roe, Ben Doe, Mara Oduya | Courier Staff", "Ana Roe | Ben Doe | Mara Oduya | =Courier Staff"),
]  # fmt: skip
GERMAN = [
    ("Eine Analyse von Anna Rohe und Ben Doe", "Anna Rohe | Ben Doe"),
    ("Ein Kommentar von Anna Rohe", "Anna Rohe"),
    ("Ein Gastbeitrag von Anna Rohe", "Anna Rohe"),
    ("Von Mara Oduya", "Mara Oduya"),
    ("VON MARA ODUYA", "MARA ODUYA"),
    ("Von Dr. Anna Rohe", "Anna Rohe"),
    ("Ein Leitartikel von Anna Rohe", "Anna Rohe"),
    ("Une enquête par Anna Rohe", "Anna Rohe"),
    ("Una crónica por Anna Rohe", "Anna Rohe"),
    ("Un’inchiesta di Anna Rohe", "Anna Rohe"),
    ("Von Anna Rohe und Ben Doe, Tarrow", "Anna Rohe | Ben Doe"),
    ("Von Anna Rohe, dpa", "Anna Rohe"),
    ("Anna Rohe, dpa", "Anna Rohe"),
    ("dpa", "=dpa"),
    ("dpa/lnw", "=dpa/lnw"),
    ("Von dpa/lnw", "=dpa/lnw"),
    ("Anna Rohe (dpa)", "Anna Rohe"),
    ("Von Anna Rohe, aktualisiert von Ben Doe", "Anna Rohe | +Ben Doe"),
    ("Von unserer Redakteurin Anna Rohe", "Anna Rohe"),
    ("Von unserem Korrespondenten Ben Doe", "Ben Doe"),
    ("Text: Anna Rohe, Fotos: Ben Doe", "Anna Rohe | +Ben Doe"),
    ("Autorin: Anna Rohe", "Anna Rohe"),
    ("Anna Rohe, Redakteurin", "Anna Rohe"),
    ("Anna Rohe | Chefredakteurin", "Anna Rohe"),
    ("Von Anna Rohe 4. März 2026", "Anna Rohe"),
    ("Von Redaktion Hallin", "=Redaktion Hallin"),
    ("Von Max von der Heide", "Max von der Heide"),
    ("Von: Anna Rohe", "Anna Rohe"),
    ("Autor/in: Anna Rohe", "Anna Rohe"),
    ("Von HK mit dpa", "=HK mit dpa"),
]  # fmt: skip
FRENCH = [
    ("Propos recueillis par Ana Roe", "Ana Roe"),
    ("Écrit par Ana Roe", "Ana Roe"),
    ("Par Ana Roe", "Ana Roe"),
    ("Par Ana Roe et Ben Doe", "Ana Roe | Ben Doe"),
    ("Par Ana Roe avec AFP", "Ana Roe | =AFP"),
    ("Par Ana Roe (avec AFP)", "Ana Roe | =AFP"),
    ("Par La rédaction", "=La rédaction"),
    ("Ana Roe, envoyée spéciale à Tarrow", "Ana Roe"),
    ("Ana Roe, journaliste", "Ana Roe"),
    ("Par Ana Roe, rédactrice en chef", "Ana Roe"),
    ("Par Ana de La Roche", "Ana de La Roche"),
]  # fmt: skip
SPANISH = [
    ("Escrito por Ana Roe", "Ana Roe"),
    ("Por Ana Roe", "Ana Roe"),
    ("Por Ana Roe y Ben Doe", "Ana Roe | Ben Doe"),
    ("Por Ana Roe | Tarrow", "Ana Roe"),
    ("Texto: Ana Roe. Fotos: Ben Doe", "Ana Roe | +Ben Doe"),
    ("Ana Roe, corresponsal en Tarrow", "Ana Roe"),
    ("Por Ana Roe, enviada especial", "Ana Roe"),
    ("EFE", "=EFE"),
    ("Por Redacción", "=Redacción"),
    ("Ana Roe Gómez / Tarrow", "Ana Roe Gómez"),
]  # fmt: skip
ITALIAN = [
    ("Scritto da Ana Roe", "Ana Roe"),
    ("a cura di Ana Roe", "Ana Roe"),
    ("di Ana Roe", "Ana Roe"),
    ("di Ana Roe e Ben Doe", "Ana Roe | Ben Doe"),
    ("Ana Roe, giornalista", "Ana Roe"),
]  # fmt: skip
PORTUGUESE = [
    ("Reportagem de Ana Roe", "Ana Roe"),
    ("Por Ana Roe, de Tarrow", "Ana Roe"),
    ("Por Ana Roe e Ben Doe", "Ana Roe | Ben Doe"),
    ("Por João da Roe", "João da Roe"),
    ("Ana Roe, repórter", "Ana Roe"),
    ("Ana Roe — Correspondente", "Ana Roe"),
]  # fmt: skip
FORMS = [*ENGLISH, *GERMAN, *FRENCH, *SPANISH, *ITALIAN, *PORTUGUESE]

_TITLE = "Harbour bridge closes for nine weeks"
_STORY = (
    "The county said on Tuesday that ferries will run every twenty minutes and cost nothing until the bridge opens."
)


def _page(inside: str, head: str = "") -> str:
    text = f"<p>{_STORY}</p>" * 2
    return (
        f"<!doctype html><html><head><title>{_TITLE}</title>{head}</head>"
        f"<body><article><h1>{_TITLE}</h1>{inside}<p>2026-03-04</p>{text}</article></body></html>"
    )


def _places(form: str) -> dict[str, Source]:
    """Return articles that are signed with a line, each in another place."""
    said, opener = html.escape(form), find_opener(form)
    name = form[opener[1] :] if opener else form
    data = {"@type": "NewsArticle", "headline": _TITLE, "author": {"@type": "Person", "name": name}}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    texts = {
        "field.md": f"---\ntitle: {_TITLE}\nauthor: {json.dumps(form)}\n---\n\n{_STORY}\n",
        "line.md": f"# {_TITLE}\n\n{form}\n\n2026-03-04\n\n{_STORY}\n\n{_STORY}\n",
        "line.html": _page(f"<p>{said}</p>"),
        "author.html": _page(f'<div class="author">{said}</div>'),
        "json-ld.html": _page("", script),
        "line.txt": f"{_TITLE}\n\n{form}\n\n2026-03-04\n\n{_STORY}\n\n{_STORY}\n",
    }
    formats = {"md": "markdown", "html": "html", "txt": "text"}
    return {place: Source(place, text, formats[place.rpartition(".")[2]]) for place, text in texts.items()}


_MARKS = {"author": "", "contributor": "+", "group": "=", "account": "@"}


def _named(article: Article) -> tuple[Person, ...]:
    byline = article.find("byline")
    return byline.people if byline else ()


def _listed(people: tuple[Person, ...]) -> str:
    return " | ".join(_MARKS[person.kind] + person.name for person in people)


@pytest.mark.parametrize(("form", "wanted"), FORMS, ids=[form for form, _ in FORMS])
def test_a_form_names_the_same_people_wherever_it_is_written(form: str, wanted: str) -> None:
    read = {place: _named(parse(source)) for place, source in _places(form).items()}
    assert {place: _listed(people) for place, people in read.items()} == dict.fromkeys(read, wanted)
    assert len(set(read.values())) == 1


def test_there_are_forms_enough() -> None:
    assert len({form for form, _ in FORMS}) >= 72
