"""Topics: what opens them, what takes words out, where words weigh more, and how their files are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.newsroom.topics import Opening, keeping, opened, openings, span_of, topic_names
from newslint.newsroom.topics.book import ALONE, STRONG, Term, make_plain, read_book, read_lines, readings_of
from newslint.source import Source

DULL = [
    "The ferry leaves the harbour at noon and comes back at six on each day of the week.",
    "Members of the club painted its door green, and the rain took the paint off again.",
    "A baker on the quay sells rolls with cheese, and people stand in a line for them.",
]


def article(*paragraphs: str, headline: str = "A quiet week in Tarrow", front: str = "") -> Article:
    head = f"---\n{front}\n---\n\n" if front else f"# {headline}\n\n"
    return parse(Source(path="a.md", text=head + "\n\n".join(paragraphs) + "\n", format="markdown"))


def topics(text: Article) -> set[str]:
    return {opening.topic for opening in openings(text)}


@pytest.mark.parametrize(
    ("topic", "headline", "paragraphs"),
    [
        ("suicide", "Call for barriers", ["Eleven people have taken their own lives there.", "It is a suicide spot."]),
        ("court-case", "Driver in court", ["She pleaded guilty at Leeds Crown Court.", "The judge will sentence her."]),
        ("investing", "Tips for May", ["Shares in Quillby have doubled.", "Buy before the dividend is paid."]),
        (
            "poll",
            "Roe leads",
            ["A new poll puts Roe ahead among likely voters.", "The margin of error is three points."],
        ),
        ("minors", "Boy held", ["A 13-year-old was arrested after the fire.", "Police said that the boy was a pupil."]),
        ("sponsored", "Five days of sun", ["This article is sponsored by Visit Lundsund.", "Book now."]),
        ("ai-made", "Rain until noon", ["This report was written by software and checked by an editor."]),
        (
            "obituary",
            "Ada Roe",
            ["Ada Roe, who has died aged 91, walked the moors.", "She is survived by two daughters."],
        ),
    ],
)
def test_what_a_text_is_about_opens_its_topic(topic: str, headline: str, paragraphs: list[str]) -> None:
    found = opened(article(*paragraphs, headline=headline), topic)
    assert found is not None
    assert found.topic == topic


@pytest.mark.parametrize(
    ("topic", "paragraphs"),
    [
        ("suicide", ["It would be political suicide to raise fares.", "A suicide bomber is in the film."]),
        ("gambling", ["Farmers are betting on rain.", "The coach gambled on youth, which was a safe bet."]),
        ("court-case", ["The jury is still out on the stand.", "Sheepdog trials and clinical trials are hard."]),
        ("crime", ["Senators shot down the plan.", "He stole the show, and the shoes were murder on my feet."]),
        ("poll", ["Polling stations open at seven.", "The poll tax is long gone."]),
        ("alcohol", ["Kids drank root beer.", "They were drunk on success, and a cocktail of nerves did the rest."]),
    ],
)
def test_figures_of_speech_open_nothing(topic: str, paragraphs: list[str]) -> None:
    assert opened(article(*paragraphs), topic) is None


def test_a_mention_in_passing_opens_nothing() -> None:
    passing = "He spoke of the suicide of a friend in 1998."
    assert topics(article(*DULL, *DULL, passing, *DULL)) == set()


def test_a_name_is_no_word_of_a_topic() -> None:
    named = ["The band Suicide played with Murder and Casino.", "They say that Suicide were loud; Casino were not."]
    assert topics(article(*named)) == set()


def test_weak_words_alone_never_open() -> None:
    book = read_book()
    gates = {gate.name: number for number, gate in enumerate(book.gates)}
    for name, number in gates.items():
        own = {word: [term for term in terms if term.topic == number] for word, terms in book.terms.all}
        weak = [word for word, terms in own.items() if terms and all(is_weak(term) for term in terms)]
        assert opened(article(*[" and so on ".join(weak)] * 3), name) is None, name


def is_weak(term: Term) -> bool:
    return term.weight == 1 and len(term.places) == 1


def test_the_headline_weighs_more_than_the_body() -> None:
    told = ["Shares in the firm fell.", "The dividend will be cut."]
    in_body = opened(article(*DULL, *told), "investing")
    in_front = opened(article(*told, *DULL, headline="Shares in the firm fall"), "investing")
    assert in_front is not None
    assert in_front.score > (in_body.score if in_body else 0)


def test_a_headline_that_only_front_matter_has_counts_and_has_its_place() -> None:
    text = article("Bitcoin fell again.", "Holders moved coins.", front="title: Bitcoin slides")
    found = opened(text, "crypto")
    assert found is not None
    places = [span_of(text, word) for word in found.words if word.block is None]
    assert "Bitcoin" in [text.source.slice(place) for place in places]


def test_words_that_tell_a_method_are_not_shown() -> None:
    found = opened(article("She hanged herself in March.", "Her suicide shocked the college."), "suicide")
    assert found is not None
    assert found.cite(5) == "(method) and “suicide”"
    assert "hanged" not in repr(found)


def test_links_that_earn_need_words_of_shops_beside_them() -> None:
    link = "[{}](https://shop.example/x?tag=gazette-21)"
    shop = article(f"The best {link.format('kettle')} to buy costs £9.", f"Shop the whole {link.format('list')}.")
    plain = article(f"The council {link.format('met')} on Tuesday.", *DULL)
    assert "affiliate" in topics(shop)
    assert "affiliate" not in topics(plain)


def test_another_language_opens_nothing() -> None:
    text = "Der Richter sprach, und die Shares in Quillby, dividend, stock market fielen nach dem Urteil im Gericht."
    assert (
        openings(parse(Source(path="a.md", text=f"---\nlang: de\n---\n\n# Urteil\n\n{text}\n", format="markdown")))
        == ()
    )


def test_openings_are_found_once() -> None:
    text = article("Shares in Quillby rose.", "Its dividend is safe.")
    assert openings(text) is openings(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*DULL, "She pleaded guilty at Crown Court.", "A poll found little.", "Bet now, ﬁx İt."]))
)
def test_words_of_openings_are_cut_from_the_source(paragraphs: Sequence[str]) -> None:
    text = article(*paragraphs)
    for opening in openings(text):
        assert opening.words
        for word in opening.words:
            assert text.source.slice(span_of(text, word)).split() == word.text.split()


def test_cite_names_different_words() -> None:
    found = opened(article("Shares in Quillby rose.", "Shares in Quillby fell.", "The dividend is safe."), "investing")
    assert isinstance(found, Opening)
    assert found.cite(2) == "“shares in” and “dividend”"


def test_alternatives_inflections_classes_and_gaps_are_read() -> None:
    classes = {"@self": frozenset({"himself", "herself"})}
    (hang,) = readings_of("hang/hung @self", classes)
    assert hang == (frozenset({"hang", "hung"}), frozenset({"himself", "herself"}))
    (plan,) = readings_of("plan~", classes)
    assert plan == (frozenset({"plan", "plans", "planned", "planning"}),)
    (took,) = readings_of("took ... life", classes)
    assert took[1] is None
    assert {len(places) for places in readings_of("on rain/the_weather", classes)} == {2, 3}
    with pytest.raises(ValueError, match="has no word"):
        readings_of("now £", classes)


def test_what_is_kept_is_used_only_for_the_files_that_it_was_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "kept_file", lambda: tmp_path / "kept.bin")
    monkeypatch.setattr(keeping, "bundled_file", lambda: tmp_path / "none.bin")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    file = tmp_path / "a.txt"
    file.write_text("4 : a\n", encoding="utf-8")
    plain = make_plain()
    keeping.keep([file], plain)
    assert keeping.read_kept([file]) == plain
    file.write_text("4 : a, b\n", encoding="utf-8")
    assert keeping.read_kept([file]) is None
    (tmp_path / "kept.bin").write_bytes(b"damaged")
    assert keeping.read_kept([file]) is None
    (tmp_path / "none.bin").write_bytes(keeping.pack(plain))
    assert keeping.read_kept([file]) == plain


def test_nothing_is_kept_where_python_keeps_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "kept_file", lambda: tmp_path / "kept.bin")
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    keeping.keep([], ())
    assert not (tmp_path / "kept.bin").exists()


def test_lines_go_on_until_the_next_head() -> None:
    assert list(read_lines("# note\n4 : a, b,\n c d\nnot : e\n")) == [("4", ["a", "b", "c d"]), ("not", ["e"])]


def test_each_topic_has_terms_that_name_it() -> None:
    book = read_book()
    for number, gate in enumerate(book.gates):
        own = [term for _, terms in book.terms.all for term in terms if term.topic == number]
        assert any(term.weight > STRONG for term in own), gate.name
        assert any(term.weight == 0 for term in own), gate.name
        assert all(term.weight <= ALONE for term in own), gate.name
        groups = {term.group for term in own}
        assert set(gate.together) <= groups, gate.name


def test_names_of_topics_are_those_of_files() -> None:
    folder = Path(read_book.__wrapped__.__code__.co_filename).with_name("terms")
    assert set(topic_names()) == {file.stem for file in folder.glob("*.txt")} - {"classes"}
    assert len(topic_names()) == 20
