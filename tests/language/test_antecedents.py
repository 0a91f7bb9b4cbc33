"""What the paragraphs around a place tell of crowds: who speaks, whose officials they are, and how far that reaches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.language.speech.antecedents import Crowd
from newslint.source import decode
from newslint.spans import Extent

LEAD = "The bridge of Tarrow was closed in May.\n\nIt stood open before.\n\nBoats went under it then.\n\n"
PLAIN = "The river was high."
EXPERT = "“It is old,” said Sharon Tarn, a professor of law."
OFFICIAL = "“It is old,” said Mayor Ines Tarn."
BAKER = "“It is old,” said Ben Doe, a baker."


def _article(*paragraphs: str, lead: str = LEAD) -> Article:
    return parse(decode(("# Bridge closed\n\n" + lead + "\n\n".join(paragraphs) + "\n").encode(), "bridge.md"))


def _place(article: Article, words: str) -> Extent:
    for number, passage in enumerate(article.passages):
        start = passage.text.find(words)
        if start >= 0:
            return Extent(number, start, start + len(words))
    raise AssertionError(words)


@pytest.mark.parametrize(("between", "is_known"), [(0, True), (1, True), (2, False)])
def test_two_paragraphs_after_a_crowd_may_name_one_of_it(between: int, is_known: bool) -> None:
    article = _article("Many experts say it is old.", *[PLAIN] * between, EXPERT)
    assert article.antecedents.names_one_of("experts", _place(article, "Many experts")) is is_known


@pytest.mark.parametrize(("between", "is_known"), [(0, True), (1, False)])
def test_one_paragraph_before_experts_may_name_one_of_them(between: int, is_known: bool) -> None:
    article = _article(EXPERT, *[PLAIN] * between, "Many experts say it is old.")
    assert article.antecedents.names_one_of("experts", _place(article, "Many experts")) is is_known


@pytest.mark.parametrize(("between", "is_known"), [(0, True), (1, True), (2, False)])
def test_two_paragraphs_before_officials_may_give_their_body(between: int, is_known: bool) -> None:
    speaks = "The Harbour Agency said that the bridge is old."
    article = _article(speaks, *[PLAIN] * between, "It will open, officials say.")
    assert article.antecedents.names_one_of("officials", _place(article, "officials")) is is_known


@pytest.mark.parametrize(
    "body", ["The Loam prison service closed the wing.", "The FDA closed it.", "Moscow closed it.", "Its board met."]
)
def test_officials_are_those_of_a_body_before_them_in_the_paragraph(body: str) -> None:
    article = _article(f"{body} It is empty, officials say.", f"It is shut, officials said later. {body}")
    assert article.antecedents.names_one_of("officials", _place(article, "officials say"))
    assert not article.antecedents.names_one_of("officials", _place(article, "officials said"))


@pytest.mark.parametrize("text", ["A company fell.", "The US is large.", "He was on TV.", "The pier fell."])
def test_not_every_noun_is_a_body_with_officials(text: str) -> None:
    article = _article(f"{text} It is empty, officials say.")
    assert not article.antecedents.names_one_of("officials", _place(article, "officials say"))


@pytest.mark.parametrize("speaker", [EXPERT, OFFICIAL, BAKER])
def test_only_people_of_its_kind_bear_out_a_crowd(speaker: str) -> None:
    article = _article("It is old, they of the crowd say.", speaker)
    place = _place(article, "they of")
    assert article.antecedents.names_one_of("experts", place) is (speaker is EXPERT)
    assert article.antecedents.names_one_of("officials", place) is (speaker is OFFICIAL)
    assert article.antecedents.names_one_of("critics", place)


@pytest.mark.parametrize("speaker", [EXPERT, OFFICIAL])
def test_whoever_speaks_before_critics_is_one_only_by_profession(speaker: str) -> None:
    article = _article(speaker, "The critics say it is old.")
    assert article.antecedents.names_one_of("critics", _place(article, "The critics")) is (speaker is EXPERT)


def test_a_description_is_that_of_the_first_mention() -> None:
    article = _article(EXPERT, *[PLAIN] * 3, "Many experts say it is old.", "“It is,” Tarn said.")
    assert article.antecedents.names_one_of("experts", _place(article, "Many experts"))


def test_the_first_paragraphs_are_borne_out_anywhere_below() -> None:
    lead = "The bridge is old, experts say.\n\nIt is shut, some experts warn.\n\n"
    article = _article(PLAIN, "Other experts doubt it.", *[PLAIN] * 4, EXPERT, lead=lead)
    known = article.antecedents
    assert known.names_one_of("experts", _place(article, "experts say"))
    assert known.names_one_of("experts", _place(article, "some experts"))
    assert not known.names_one_of("experts", _place(article, "Other experts"))


@pytest.mark.parametrize(("experts", "is_known"), [(2, False), (3, True)])
def test_three_experts_who_have_spoken_are_the_experts(experts: int, is_known: bool) -> None:
    told = [f"“It is old,” said {name}, a professor of law." for name in ("Sharon Tarn", "Ina Lund", "Jon Roe")]
    article = _article(*told[:experts], *[PLAIN] * 3, "Many experts say it is old.")
    assert article.antecedents.names_one_of("experts", _place(article, "Many experts")) is is_known


def test_labels_are_no_paragraphs_of_the_lead() -> None:
    article = _article(
        "Some experts doubt it.", *[PLAIN] * 4, EXPERT, lead="ABSTRACT.\n\nFULL TEXT.\n\n" + PLAIN + "\n\n"
    )
    assert article.antecedents.names_one_of("experts", _place(article, "Some experts"))


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("An adviser said why. Jon Roe, who leads the port, was in Loam.", True),
        ("An adviser said why.\n\nJon Roe spoke in Loam.", True),
        ("Jon Roe came. An adviser said why. Jon Roe spoke in Loam.", False),
        ("An adviser said why. The mayor spoke in Loam.", False),
        ("An adviser said why.", False),
    ],
)
def test_the_next_sentence_may_begin_with_the_name(text: str, is_named: bool) -> None:
    article = _article(text)
    assert article.antecedents.is_named_next(_place(article, "An adviser")) is is_named


def test_a_name_given_as_an_example_bears_out_any_crowd() -> None:
    article = _article("It is old, the crowd says.", "Ben Doe, for example, wants it painted.")
    assert all(article.antecedents.names_one_of(crowd, _place(article, "the crowd")) for crowd in CROWDS)


def test_a_heading_ends_what_a_reader_has_in_mind_and_a_label_does_not_count() -> None:
    article = _article("Many experts say it is old.", "READ MORE: The bridge in pictures", PLAIN, EXPERT)
    assert article.antecedents.names_one_of("experts", _place(article, "Many experts"))
    article = _article("Many experts say it is old.", "## Then", EXPERT)
    assert not article.antecedents.names_one_of("experts", _place(article, "Many experts"))


@pytest.mark.parametrize(
    ("text", "is_retold"),
    [
        ("Ben Doe, a baker, said that critics had warned of it.", True),
        ("It is old, as critics believe, Ben Doe, a baker, said.", True),
        ("Ben Doe, a baker, said that it is old, but critics say that it is new.", False),
        ("Ben Doe is a baker. The plan is old, critics say.", False),
    ],
)
def test_a_crowd_of_whom_somebody_tells_is_theirs(text: str, is_retold: bool) -> None:
    article = _article(text)
    assert article.antecedents.is_retold(_place(article, "critics")) is is_retold


PARAGRAPHS = st.lists(
    st.sampled_from([PLAIN, EXPERT, OFFICIAL, BAKER, "## Then", "READ MORE", "Its board met."]), max_size=9
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_around_are_near_and_mutual(before: list[str], after: list[str]) -> None:
    article = _article(*before, "Many experts say it is old.", *after)
    known = article.antecedents
    for number, passage in enumerate(article.passages):
        earlier, later = known.before(number), known.after(number)
        assert max(len(earlier), len(later)) <= 2
        assert all(at < number for at in earlier)
        assert all(at > number for at in later)
        if passage.kind == "paragraph" and passage.text.endswith((".", "”")):
            assert all(number in known.after(at) for at in earlier)


CROWDS: tuple[Crowd, ...] = ("experts", "officials", "critics")


@given(PARAGRAPHS, st.sampled_from(CROWDS))
def test_more_voices_never_make_a_crowd_unknown(after: list[str], crowd: Crowd) -> None:
    place = "The crowd says it is old."
    without = _article(place, *after)
    with_expert = _article(EXPERT + " " + OFFICIAL, place, *after)
    if without.antecedents.names_one_of(crowd, _place(without, "The crowd")):
        assert with_expert.antecedents.names_one_of(crowd, _place(with_expert, "The crowd"))


def test_who_is_heard_is_known_by_surname_anywhere_and_by_pronoun_nearby() -> None:
    article = _article(EXPERT, PLAIN, PLAIN, "They hope for the best, as Doe does.")
    known, (number, *_) = article.antecedents, _place(article, "They hope")
    assert known.is_heard("Tarn", number)
    assert not known.is_heard("Doe", number)
    assert known.is_heard("They", number - 1)
    assert not known.is_heard("They", number)


@pytest.mark.parametrize(("between", "is_found"), [(0, True), (1, True), (2, False)])
def test_patterns_are_found_two_paragraphs_away(between: int, is_found: bool) -> None:
    act, law = "The Harbours Act is old.", "The law forbids it."
    for paragraphs in ([act, *[PLAIN] * between, law], [law, *[PLAIN] * between, act]):
        article = _article(*paragraphs)
        number = _place(article, law).passage
        assert article.antecedents.finds(re.compile(r"\bAct\b"), number) is is_found
        assert article.antecedents.finds(re.compile(r"\bAct\b"), number, 5) is (is_found and paragraphs[0] == act)
