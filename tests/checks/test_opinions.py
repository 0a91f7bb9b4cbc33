"""Opinion is known by what readers do not see, and a label that they see silences it; loaded words are the writer's."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.assembly import parse
from newslint.checks.opinions import loaded_words, opinion_label
from newslint.contract import Requirement, Scene
from newslint.source import decode
from newslint.today import Today

SCENE = Scene(Today(date(2026, 11, 27)))
BODY = "By Ana Roe\n\nThe council should leave the bridge alone. It must listen, and we must tell it so.\n\n"
NOTE = "Ana Roe is a columnist for the Tarrow Gazette.\n"


def signs(text: str, path: str = "bridge.md", scene: Scene = SCENE) -> list[object]:
    return [found.values["sign"] for found in opinion_label(parse(decode(text.encode(), path)), scene)]


@pytest.mark.parametrize("folder", ["opinion", "op-ed", "columnists", "content/editorials"])
def test_a_folder_shows_opinion(folder: str) -> None:
    assert signs(f"# Leave it alone\n\n{BODY}", f"{folder}/bridge.md")


def test_a_note_on_the_author_counts_where_the_text_argues() -> None:
    assert signs(f"# Leave it alone\n\n{BODY}{NOTE}") == ["the note on its author"]
    assert not signs(f"# Bridge closes\n\nBy Ana Roe\n\nThe bridge closed on Monday.\n\n{NOTE}")


@pytest.mark.parametrize(
    "label", ["Opinion\n\n# Leave it alone", "# Opinion: Leave it alone", "# Leave it alone | Column"]
)
def test_a_visible_label_silences(label: str) -> None:
    assert not signs(f"{label}\n\n{BODY}{NOTE}")


def test_what_a_profile_requires_is_told_elsewhere() -> None:
    required = SCENE._replace(required=(Requirement("Opinion label", "label"),))
    assert not signs(f"# Leave it alone\n\n{BODY}{NOTE}", scene=required)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The henchmen of the mayor met.", ["henchmen"]),
        ("“The henchmen of the mayor met,” she said.", []),
        ("Ben Doe called them thugs.", []),
        ("The horde of illegals swarmed ashore.", ["horde of illegals"]),
        ("Nothing was said.", []),
        ("The gutless council fled. Pen-pushers met.", ["gutless council"]),
        ("Mayor caves in to the cyclists", ["caves in to the cyclists"]),
        ("The gutless council of the novel fled.", []),
        ("The gutless fish, the council heard, was eaten.", []),
        ("Ana Roe said that the gutless council had fled.", []),
        ("The roof caved in to the surprise of the cyclists.", []),
        ("The clueless, as one reader wrote, are not ministers.", []),
    ],
)
def test_words_of_contempt_are_the_writers(text: str, words: list[str]) -> None:
    article = parse(decode(f"# Bridge\n\n{text}\n".encode(), "bridge.md"))
    assert [found.values["text"] for found in loaded_words(article, SCENE)] == words


def test_a_disclaimer_alone_is_no_sure_sign() -> None:
    note = "The views expressed here are the author's own.\n"
    article = parse(decode(f"# Leave it alone\n\n{BODY}{note}".encode(), "bridge.md"))
    assert [found.grade for found in opinion_label(article, SCENE)] == ["disclaimer"]
    assert not signs(f"# Bridge closes\n\nBy Ana Roe\n\nThe bridge closed on Monday.\n\n{note}")
