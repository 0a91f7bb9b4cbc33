"""Pages to read in a real browser: steps, filters, looks, keys, colours, widths, and nothing that runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newslint.pages.article_page import Run, article_page
from newslint.pages.escaping import shown as shown_text
from newslint.pages.index_page import index_pages
from newslint.pages.making import Item, make_page
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source

if TYPE_CHECKING:
    from playwright.sync_api import Page

Opener = Callable[..., Any]
BROKEN = Path(__file__).parents[2] / "examples" / "broken-news.md"
HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def write_page(linter: Linter, source: Source, folder: Path) -> Path:
    path = folder / "report.html"
    run = Run("2026-06-01", linter.settings.fingerprint)
    path.write_text(article_page(linter.parse(source), linter.lint(source), run), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 6, 1), card=True))


@pytest.fixture(scope="module")
def broken(linter: Linter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(linter, linter.read(BROKEN), tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def overview(linter: Linter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview of all examples, with their pages beside it."""
    folder = tmp_path_factory.mktemp("overview")
    (folder / "articles").mkdir()
    run, summaries = Run("2026-06-01", linter.settings.fingerprint, "../index.html"), []
    for path in sorted(path for path in BROKEN.parent.iterdir() if path.suffix in (".html", ".md", ".txt")):
        source = linter.read(path)
        source = source._replace(path=f"examples/{path.name}")
        made = make_page(Item(source, *[linter.lint(source)] * 2), linter, run)
        (folder / made.summary.href).write_text(made.html, encoding="utf-8")
        summaries.append(made.summary)
    for name, text in index_pages(summaries, run):
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "index.html"


def shown(page: Page) -> int:
    return page.locator(".note:visible").count()


def test_a_page_opens_without_the_network_and_without_a_fault(broken: Path, open_tab: Opener) -> None:
    tab = open_tab()
    page = tab.open(broken)
    assert page.locator("h1").inner_text().endswith("broken-news.md")
    assert shown(page) == page.locator(".note").count() == 16
    assert tab.asked == [broken.as_uri()]
    assert tab.faults == []


def test_filters_hide_notes_and_their_marks(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    for severity in ("warning", "advice"):
        page.locator(f"[data-severity='{severity}'][type=checkbox]").uncheck()
    assert shown(page) == 1
    assert page.locator("mark.warning, mark.advice").count() == 0
    assert page.locator("mark.error").count() == 1
    assert page.locator("#place").inner_text() == "1 shown"
    page.locator(".menu > summary").click()
    page.locator("[data-family='quotes'][type=checkbox]").uncheck()
    assert shown(page) == 0
    page.locator("[data-severity='warning'][type=checkbox]").check()
    assert {note.get_attribute("data-severity") for note in page.locator(".note:visible").all()} == {"warning"}


def test_the_keyboard_goes_from_finding_to_finding(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    page.keyboard.press("j")
    page.keyboard.press("n")
    assert page.locator("#place").inner_text() == "2 of 16"
    assert page.evaluate("document.activeElement.className").startswith("note")
    assert page.locator(".note.current details[open] .remedy").is_visible()
    assert page.locator("mark.current").count() > 0
    page.keyboard.press("k")
    page.keyboard.press("p")
    assert page.locator("#place").inner_text() == "16 of 16"
    page.keyboard.press("Escape")
    assert page.locator(".current").count() == 0
    page.keyboard.press("2")
    assert shown(page) == 8
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#single-keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".current").count() == 0


def test_a_page_is_reached_by_tab_alone(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the article"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#f1"
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
    assert seen <= {"solid", "auto"}


def test_a_click_on_marked_words_chooses_their_findings_in_turn(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    mark = page.locator("mark[data-f*=' ']").first
    numbers = str(mark.get_attribute("data-f")).split()
    for number in (*numbers, numbers[0]):
        mark.click()
        assert page.locator(".note.current").get_attribute("id") == f"f{number}"


def test_a_note_is_opened_and_chosen_by_a_click(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    page.locator("#f5 summary").click()
    assert page.locator("#f5 .remedy").is_visible()
    assert page.locator("#place").inner_text() == "5 of 16"
    page.locator("#f5 summary").click()
    assert not page.locator("#f5 .remedy").is_visible()
    page.locator("#f6 .says").click()
    assert page.locator("#f6 .remedy").is_visible()
    assert page.locator(".note.current").get_attribute("id") == "f6"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 400)])
def test_axe_finds_nothing_against_a_page(scheme: str, width: int, broken: Path, open_tab: Opener) -> None:
    tab = open_tab(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = tab.open(broken)
    for key in "sraj":
        page.keyboard.press(key)
    assert tab.axe() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_switch_of_colours_counts_more_than_the_system(broken: Path, open_tab: Opener) -> None:
    page = open_tab(color_scheme="light").open(broken)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("#theme").select_option("dark")
    dark = page.evaluate(paper)
    assert light != dark
    page.reload()
    assert page.evaluate(paper) == dark
    page.locator("#theme").select_option("auto")
    assert page.evaluate(paper) == light


def test_paper_has_every_remedy_and_no_buttons(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rules = {note.inner_text() for note in page.locator(".note .rule").all()}
    assert page.locator(".remedy:visible").count() == len(rules)  # of each rule once
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_a_page_without_scripts_can_be_read(broken: Path, open_tab: Opener) -> None:
    page = open_tab(java_script_enabled=False).open(broken)
    assert page.locator(".note:visible").count() == 16
    assert page.locator("button:visible, select:visible").count() == 0


def test_scripts_in_an_article_and_its_name_never_run(linter: Linter, tmp_path: Path, open_tab: Opener) -> None:
    told = f"{HOSTILE} Analysts say {HOSTILE} the ferry [stops](javascript:alert(1))."
    text = f"# Ferry {HOSTILE}\n\n{told}\n\nTODO {HOSTILE}\n"
    for kind, name in (("text", "a.txt"), ("markdown", "a.md")):
        source = Source(f"{HOSTILE}{name}", text, kind)
        tab = open_tab()
        page = tab.open(write_page(linter, source, tmp_path))
        assert page.title() != "run"
        told = page.evaluate("[...document.querySelectorAll('[data-b]')].map((each) => each.textContent)")
        assert told == [shown_text(block.text) for block in linter.parse(source).blocks]
        assert page.locator("img, script:not(:last-child)").count() == 0
        assert tab.faults == []


def test_an_overview_leads_to_its_pages_and_back(overview: Path, open_tab: Opener) -> None:
    tab = open_tab()
    page = tab.open(overview)
    page.get_by_role("link", name="Wind farm off Hallin gets its permit").first.click()
    assert page.locator("h1").inner_text() == "examples/broken-draft.md"
    page.get_by_role("link", name="All articles").click()
    assert page.locator("h1").inner_text() == "12 articles"
    assert tab.faults == []
    assert all(address.startswith("file:") for address in tab.asked)


def test_the_list_of_an_overview_is_searched_and_sorted(overview: Path, open_tab: Opener) -> None:
    page = open_tab().open(overview)
    rows = page.locator("#articles tbody tr:visible")
    page.locator("#search").fill("adeyemi")
    assert page.locator("#listed").inner_text() == f"{rows.count()} shown"
    assert 0 < rows.count() < 12
    page.locator("#search").fill("")
    page.locator("#least").select_option("error")
    assert {int(str(row.get_attribute("data-error"))) > 0 for row in rows.all()} == {True}
    page.locator("#least").select_option("")
    page.get_by_role("button", name="Errors").focus()
    page.keyboard.press("Enter")
    errors = [int(str(row.get_attribute("data-error"))) for row in rows.all()]
    assert errors == sorted(errors, reverse=True)
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "descending"


def test_axe_finds_nothing_against_an_overview(overview: Path, open_tab: Opener) -> None:
    tab = open_tab(color_scheme="dark", viewport={"width": 400, "height": 900})
    page = tab.open(overview)
    assert tab.axe() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.locator("#theme").select_option("light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 244)"


def test_a_page_reads_its_notes_anew_when_its_article_changes(broken: Path, open_tab: Opener) -> None:
    page = open_tab().open(broken)
    page.keyboard.press("1")
    page.evaluate(
        "document.querySelector('.reading').replaceChildren(...document.querySelectorAll('.row:has(.error)'))"
    )
    page.evaluate("newslint.refresh()")
    assert page.locator(".note.error:visible").count() == 0
    page.locator("[data-severity='error'][type=checkbox]").check()
    assert page.locator(".note.error:visible").count() == 1
