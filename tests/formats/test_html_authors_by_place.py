"""Who signs an HTML page in each of the places where pages name their authors, and who is named there and does not."""

from __future__ import annotations

import pytest

from newslint.assembly import parse
from newslint.source import decode

_STORY = (
    "<p>Der Stadtrat von Tarrow hat am Dienstag den Bau einer neuen Brücke beschlossen. Die Arbeiten sollen im März "
    "beginnen und zwei Jahre dauern, wie die Verwaltung mitteilte.</p><p>Die Kosten liegen nach Angaben der "
    "Verwaltung bei zwölf Millionen Euro. Das Land übernimmt davon die Hälfte, den Rest zahlt die Stadt{}</p>"
)
_LEAD = "<p>Der Rat stimmt nach langem Streit zu. Im März soll es losgehen.</p>"
_TIME = "<time>4. März 2026, 10:00 Uhr</time>"
_JONAS, _BOTH = ["Jonas Weber"], ["Jonas Weber", "Mara Lindner"]


def _authors(head: str = "", top: str = "", end: str = ".", tail: str = "") -> list[str]:
    page = (
        f'<html lang="de"><head><title>Tarrow baut eine Brücke über den Fluss</title>{head}</head><body><article>'
        f"<h1>Tarrow baut eine Brücke über den Fluss</h1>{top}{_STORY.format(end)}{tail}</article></body></html>"
    )
    article = parse(decode(page.encode(), "page.html"))
    return sorted({name for claim in article.elements if claim.kind == "byline" for name in claim.names})


@pytest.mark.parametrize(
    ("top", "names"),
    [
        ('<div><a href="/autor/jw">Jonas Weber</a> <a href="/autor/ml">Mara Lindner</a></div>' + _TIME, _BOTH),
        ('<div><a href="/autor/jw">Jonas Weber</a><a href="/autor/ml">Mara Lindner</a></div>' + _TIME, _BOTH),
        ('<div><a href="/autor/jw">Jonas Weber</a> <a href="/autor/jw">Alle Artikel</a></div>' + _TIME, _JONAS),
        (_LEAD + "<p>Aus Tarrow berichtet <b>Jonas Weber</b></p>", _JONAS),
        (_LEAD + "<p>Aus Tarrow und Hallin berichten Jonas Weber und Mara Lindner</p>", _BOTH),
        (_LEAD + "<p>Von unserem Korrespondenten Jonas Weber, Hallin</p>", _JONAS),
        (_LEAD + "<p>Jonas Weber</p>" + _TIME, _JONAS),
        ("<div>Autor:innen: Jonas Weber, Mara Lindner</div>", _BOTH),
        ("<div>Gastbeitrag: Jonas Weber</div>", _JONAS),
        ("<div>Ein Film von Jonas Weber</div>", _JONAS),
        ("<div><div>von</div><div><a>Jonas Weber</a></div></div>", _JONAS),
        ('<a rel="author" href="/jw" title="Jonas Weber"><img src="x.jpg" alt=""></a>', _JONAS),
        ('<a rel="author" href="/jw"><img src="x.jpg" alt="Jonas Weber"></a>', _JONAS),
        ('<div itemprop="author"><img src="x.jpg" alt="Jonas Weber"></div>', _JONAS),
        ('<div class="share" data-author="Jonas Weber"></div>', _JONAS),
        ('<div>erstellt von <a href="/author/dominika">Dominika</a> am 04.03.2026</div>', ["Dominika"]),
    ],
)
def test_authors_near_the_headline(top: str, names: list[str]) -> None:
    assert _authors(top=top) == names


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("<p>Jonas Weber</p>", _JONAS),
        ("<p>Jonas Weber / dpa</p>", _JONAS),
        ("<p>(Jonas Weber)</p>", _JONAS),
        ("<p>Text und Fotos: Jonas Weber</p>", _JONAS),
        ("<div><h3>Über den Autor</h3><p>Jonas Weber ist Redakteur in Hallin.</p></div>", _JONAS),
        ("<div><h3>Die Autorin</h3><p>Mara Lindner, Jahrgang 1970, lebt in Hallin.</p></div>", ["Mara Lindner"]),
        ("<p><b>Über die Autoren:</b> Jonas Weber und Mara Lindner sind Redakteure.</p>", _BOTH),
        ("<p><em>Jonas Weber ist Redakteur in Hallin.</em></p>", _JONAS),
        ("<h3>Jonas Weber</h3><p>Jonas Weber schreibt über Häfen.</p>", _JONAS),
        ("<p><b>Über Jonas Weber</b></p><p>Jonas Weber lebt in Hallin.</p>", _JONAS),
        ("<p><strong>Jonas Weber</strong> ist freier Journalist in Hallin.</p>", _JONAS),
        ("<p>Unser Autor Jonas Weber lehrt Hafenbau.</p>", _JONAS),
        ("<p>Jonas Weber</p><p>Redakteur</p>", _JONAS),
        ("<p>Jonas Weber ist Bürgermeister von Hallin.</p>", []),
        ("<p><strong>Jonas Weber</strong> ist in Hallin gestorben.</p>", []),
        ("<footer>erstellt von Jonas Weber, veröffentlicht 28.01.2022 06:00</footer>", _JONAS),
        ("<footer>Website erstellt von Jonas Weber</footer>", []),
        ("<p>Weitere Informationen</p>", []),
        ("<p>Über den Dächern von Hallin lebt Jonas Weber.</p>", []),
        ("<p>Aus Tarrow berichtet Jonas Weber, dass der Rat streitet.</p>", []),
    ],
)
def test_authors_behind_the_text(tail: str, names: list[str]) -> None:
    assert _authors(tail=tail) == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (". (Jonas Weber)", _JONAS),
        (". (Jonas Weber/dpa)", _JONAS),
        (". „Das ist gut so.“ (Jonas Weber)", []),
        (". (Mehr Infos)", []),
        (" von Jonas Weber.", []),
    ],
)
def test_names_in_brackets_that_end_a_text(end: str, names: list[str]) -> None:
    assert _authors(end=end) == names


def test_a_person_at_the_end_comes_before_a_house_in_the_metadata() -> None:
    assert _authors(head='<meta name="author" content="Redaktion">', tail="<p>Jonas Weber</p>") == _JONAS
