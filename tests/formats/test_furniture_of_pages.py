"""A page's furniture is told from its article by the whole text: services, repeated lines, captions, doubled titles."""

from __future__ import annotations

import pytest

from newslint.formats.text.reader import draft_text
from newslint.newsroom.services import offers_service
from newslint.source import Source

MENU = "Home\nNews\nSport\nWeather\nJobs\nContact us\nSubscribe\n"
FOOTER = "Contact us\nPrivacy policy\nTerms of use\nCookie policy\n© 2026 The Tarrow Post. All rights reserved.\n"
PARAGRAPHS = [
    "The council of Tarrow closed the northern ferry line on Monday after a vote that took most of the night.",
    "Harbour masters had asked for the decision since spring, when ice broke two of the older landing stages.",
    "Mara Oduya, who runs the port office, said the boats would be sold before the end of the coming winter.",
    "Commuters will have to take the bridge at Hallin, which adds forty minutes to each journey, she said.",
    "A petition against the closure was signed by two thousand people within a week, most of them islanders.",
    "The line had carried mail and milk since the lighthouse was built, and lost money in all recent years.",
]


def page(body: list[str]) -> str:
    return MENU + "Tarrow closes its northern ferry line\nBy Ben Doe\n12 May 2026\n" + "\n".join(body) + "\n" + FOOTER


def body_of(text: str) -> list[str]:
    draft = draft_text(Source("page.txt", text, "text"))
    return [block.text for block in draft.blocks if block.kind in ("paragraph", "list-item", "quotation")]


def mixed(*between: str) -> list[str]:
    """Return the article with the same lines after each of its paragraphs."""
    return [line for paragraph in PARAGRAPHS for line in (paragraph, *between)]


SERVICES = [
    "Sign up to our daily newsletter and get the stories that matter in your inbox every morning.",
    "You have reached your limit. Create an account or sign in to go on reading our articles.",
    "Please check the box to show that you would like to subscribe to this newsletter.",
    "We use cookies on this website and need your consent before we can show you external content.",
    "Abonnieren Sie jetzt unseren Newsletter, damit Sie nichts mehr aus Ihrer Region verpassen.",
    "Mit Ihrer Spende unterstützen Sie unabhängigen Journalismus. Wir danken allen Leserinnen und Lesern.",
    "Abonnez-vous à notre newsletter et recevez chaque matin nos meilleurs articles.",
    "Suscríbete a nuestro boletín y recibe cada mañana las noticias en tu correo electrónico.",
    "Iscriviti alla nostra newsletter e ricevi ogni mattina le notizie.",
    "Assine a nossa newsletter e receba as notícias no seu e-mail.",
]


@pytest.mark.parametrize("line", SERVICES)
def test_a_site_speaks_of_its_services(line: str) -> None:
    assert offers_service(line)


@pytest.mark.parametrize(
    "line",
    [
        *PARAGRAPHS,
        "The newspaper lost two thousand subscribers last year, Oduya said, and will close its office in Hallin.",
        "Employers must not ask applicants for the passwords of their accounts, the labour court in Tarrow ruled.",
        "“You should subscribe to our newsletter, and tell your friends about our website,” Doe told members.",
        "Der Verein lebt von Spenden, die im vergangenen Jahr um ein Drittel zurückgegangen sind.",
        "",
        "12",
    ],
)
def test_reports_about_services_are_none(line: str) -> None:
    assert not offers_service(line)


@pytest.mark.parametrize("line", SERVICES)
def test_services_between_paragraphs_are_left_out(line: str) -> None:
    body = [*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]]
    assert body_of(page(body)) == PARAGRAPHS


def test_lines_between_two_about_services_are_about_them_too() -> None:
    offer = [SERVICES[0], "All puzzles and the crossword of the weekend.", "Events for members.", SERVICES[1]]
    assert body_of(page([*PARAGRAPHS[:3], *offer, *PARAGRAPHS[3:]])) == PARAGRAPHS


@pytest.mark.parametrize("lines", [("Article content",), ("Advertisement", "The story goes on below this notice.")])
def test_lines_repeated_between_paragraphs_neither_end_an_article_nor_belong_to_it(lines: tuple[str, ...]) -> None:
    kept = body_of(page(mixed(*lines)))
    assert [line for line in kept if line in PARAGRAPHS] == PARAGRAPHS
    assert not {line for line in kept if line in lines and len(line.split()) > 1}


@pytest.mark.parametrize("speakers", [("Mara Oduya", "Ben Doe"), ("Oduya:", "The editor:")])
def test_repeated_speakers_belong_to_an_interview(speakers: tuple[str, str]) -> None:
    lines = [line for index, text in enumerate(PARAGRAPHS) for line in (speakers[index % 2], text)]
    draft = draft_text(Source("page.txt", page(lines), "text"))
    assert not {block.text for block in draft.blocks if block.kind == "boilerplate"} & set(speakers)


def test_a_title_that_is_said_twice_leads_elsewhere() -> None:
    title = "Hallin gets a second bridge after all"
    kept = body_of(page([*PARAGRAPHS, f"{title} {title}"]))
    assert kept == PARAGRAPHS


@pytest.mark.parametrize(
    "caption",
    [
        ["The last boat leaves the harbour.", "Photo: Ann Roe"],
        ["The last boat leaves the harbour. © Ann Roe | Tarrow Post"],
        ["FILE - The last boat leaves the harbour of Tarrow in spring."],
        ["Mara Oduya (left) and Ben Roe at the northern landing stage."],
        ["Pictured from left, the three captains of the northern line."],
        ["Das letzte Schiff verlässt den Hafen. Foto: Ann Roe"],
    ],
)
def test_captions_are_no_paragraphs(caption: list[str]) -> None:
    assert body_of(page([*PARAGRAPHS[:3], *caption, *PARAGRAPHS[3:]])) == PARAGRAPHS


def test_the_last_paragraph_before_a_credit_is_kept() -> None:
    assert body_of(page([*PARAGRAPHS, "Picture: Ann Roe"])) == PARAGRAPHS


def test_what_stands_over_the_headline_is_none_of_the_article() -> None:
    above = "The three captains of the northern line wait for news outside the council hall on Monday night."
    text = page(PARAGRAPHS)
    assert body_of(text.replace("Tarrow closes", above + "\nTarrow closes", 1)) == PARAGRAPHS


def test_a_long_paragraph_is_no_notice_for_its_first_words() -> None:
    long = (
        "Powered by two old engines, " + PARAGRAPHS[0][0].lower() + PARAGRAPHS[0][1:] + " " + " ".join(PARAGRAPHS[1:4])
    )
    assert body_of(page([PARAGRAPHS[4], long, PARAGRAPHS[5]])) == [PARAGRAPHS[4], long, PARAGRAPHS[5]]


def test_a_text_without_a_page_keeps_everything() -> None:
    text = "Tarrow closes its northern ferry line\n\n" + "\n\n".join([*PARAGRAPHS, SERVICES[2]])
    assert body_of(text)[-1] == SERVICES[2]


def test_teasers_behind_an_article_are_none_of_it() -> None:
    teasers = [
        line
        for number in range(8)
        for line in (
            f"Harbour number {number} gets new lights after all",
            "Greta Lind",
            f"Tuesday May {number + 3}, 2026",
            "The lights had been ordered years ago and were found in a shed behind the town hall, said the clerks.",
        )
    ]
    assert body_of(page([*PARAGRAPHS * 2, "More from the coast", *teasers])) == PARAGRAPHS * 2


def test_the_first_of_two_stretches_of_like_weight_is_the_article() -> None:
    rules = [
        f"Letter {number} of the house rules forbids remarks that hurt the feelings of other people in the room."
        for number in range(7)
    ]
    gap = ["Town", "Harbour", "Bridge", "Market", "Island", "Church", "School", "Ferry"] * 8
    assert body_of(page([*PARAGRAPHS, *gap, *rules])) == PARAGRAPHS


def test_paragraphs_with_a_credit_each_are_a_slideshow() -> None:
    slides = [line for paragraph in PARAGRAPHS for line in (paragraph, "Photo: Ann Roe")]
    assert body_of(page(slides)) == PARAGRAPHS


def test_a_table_of_figures_does_not_end_an_article() -> None:
    prices = ["Index", "3,916 (-1.1%)", "Crown", "9.84", "Copper", "$9,870", "Yield", "3.62%", "Silver", "€23.10"]
    kept = body_of(page([*PARAGRAPHS[:4], *prices, *PARAGRAPHS[4:]]))
    assert [line for line in kept if line in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        ["The captains come from four towns:", "Tarrow and its islands", "The bridge at Hallin", "A farm in the hills"],
        ["The boats in short.", "Gull, built for forty passengers (1961)", "Tern, the only one with a mast (1974)"],
    ],
)
def test_lists_between_paragraphs_are_kept(lines: list[str]) -> None:
    body = [*PARAGRAPHS[:3], *lines, *PARAGRAPHS[3:]]
    draft = draft_text(Source("page.txt", page(body), "text"))
    assert not {block.text for block in draft.blocks if block.kind == "boilerplate"} & set(lines)


def test_signed_comments_end_a_short_article_however_long_they_are() -> None:
    thread = [line for text in PARAGRAPHS * 3 for line in ("Ann Roe on May 13, 2026 at 4:47 pm said:", text)]
    assert body_of(page([*PARAGRAPHS[:3], "Posted in Ferries", "Comments", *thread])) == PARAGRAPHS[:3]


@pytest.mark.parametrize(
    "titles", [["* Bridge at Hallin to close"], ["Bridge at Hallin to close", "Ferry staff win more"]]
)
def test_titles_below_a_label_lead_to_other_articles(titles: list[str]) -> None:
    parted = (
        "\n" + PARAGRAPHS[0],
        PARAGRAPHS[1],
        "\n" + "\n".join(["MORE FROM COURTS", *titles]),
        "\n" + PARAGRAPHS[2],
    )
    assert body_of(page([*parted, *PARAGRAPHS[3:]])) == PARAGRAPHS
