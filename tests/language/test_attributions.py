"""Attributions name source, cue and content in the word orders that news uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.speech.attributions import Attribution, find_attributions, find_orphans
from newslint.language.speech.passages import Extent, Passage
from newslint.language.speech.quotations import find_quotations


def read(*texts: str) -> list[Attribution]:
    """Return the attributions of some paragraphs."""
    passages = [Passage(text) for text in texts]
    return find_attributions(passages, find_quotations(passages))


def words(extents: tuple[Extent, ...], *texts: str) -> str:
    """Return the words that some extents cover."""
    return " … ".join(texts[extent.passage][extent.start : extent.end] for extent in extents)


def orphans(*texts: str) -> list[tuple[int, bool]]:
    """Return the quotations whose own paragraph names no source."""
    passages = [Passage(text) for text in texts]
    quotations = find_quotations(passages)
    return find_orphans(passages, quotations, find_attributions(passages, quotations))


# text | source | cue | words of the content
DIRECT = """
“The pier will reopen in May,” said Ada Roe. | Ada Roe | said | The pier will reopen in May
“The pier will reopen in May,” Ada Roe said. | Ada Roe | said | The pier will reopen in May
“The pier,” Ada Roe said, “will reopen in May.” | Ada Roe | said | will reopen in May
Ada Roe said: “The pier will reopen in May.” | Ada Roe | said | The pier will reopen in May
Ada Roe says, “The pier will reopen in May.” | Ada Roe | says | The pier will reopen in May
‘The pier will reopen in May,’ says Cllr Ada Roe. | Cllr Ada Roe | says | The pier will reopen in May
'The pier will reopen in May,' she told the Harbour Herald. | she | told | The pier will reopen in May
“Will it reopen?” asked Bo Lind, a fisherman. | Bo Lind, a fisherman | asked | Will it reopen
“It must reopen!” the fishermen shouted. | the fishermen | shouted | It must reopen
“We are not afraid,” the minister retorted on Friday. | the minister | retorted | We are not afraid
“We have lost a year,” Mr. Okafor pressed. | Mr. Okafor | pressed | We have lost a year
Asha Rao fired back: “Nobody asked the fishermen.” | Asha Rao | fired back | Nobody asked the fishermen
Mayor Ito: “We will repair every lamp in the town.” | Mayor Ito | : | We will repair every lamp
“We will repair every lamp in the town.” — Mayor Ito | Mayor Ito | — | We will repair every lamp
In a statement, the union said “members were never consulted”. | the union | said | members were never
“It was wrong,” admitted Dr Lena Lind, who led it. | Dr Lena Lind | admitted | It was wrong
"The dam is safe," Shri Mehta told reporters in Pune on Tuesday. | Shri Mehta | told | The dam is safe
“Prices may rise again,” reads the report. | the report | reads | Prices may rise again
"""

INDIRECT = """
Ada Roe has made an angry case that the pier is safe. | Ada Roe | has made an angry case | that the pier is safe
The tenants raised doubts about the plan. | The tenants | raised doubts about | the plan
Roe holds firm views on rents. | Roe | holds firm views on | rents
The minister took a swipe at the union. | The minister | took a swipe at | the union
Ada Roe’s plan to resign is known. | Ada Roe | plan | to resign
Tarrow Council Backs New Pier And Ferry | Tarrow Council | Backs | New Pier And Ferry
The Mayor Wants A New Pier, Union Says. | Union | Says | The Mayor Wants A New Pier
The board ruled that the pier must close. | The board | ruled | that the pier must close
The Tarrow campaign official left, saying that it rained. | The Tarrow campaign official | saying | that it rained
Ada Roe said the pier would reopen in May. | Ada Roe | said | the pier would reopen in May
Ada Roe said on Monday that the pier would reopen. | Ada Roe | said | that the pier would reopen
The pier would reopen in May, Ada Roe said. | Ada Roe | said | The pier would reopen in May
The pier, Ada Roe said, would reopen in May. | Ada Roe | said | The pier
The pier will reopen in May, according to the board. | the board | according to | The pier will reopen
According to the harbour board, the pier will reopen. | the harbour board | According to | the pier will reopen
The pier will, according to the harbour board, reopen in May. | the harbour board | according to | reopen in May
Ada Roe, mayor of Harbour Point, said the pier was safe. | Ada Roe, mayor of Harbour Point | said | the pier was safe
Bo Lind, 42, told reporters the pier was rotten. | Bo Lind, 42 | told | the pier was rotten
The mayor argues that the tolls are too high. | The mayor | argues | that the tolls are too high
Beijing's statement did not mention the island. | Beijing's statement | mention | the island
The report found that two in three lamps were broken. | The report | found | that two in three lamps
Figures show that rents have doubled since 2015. | Figures | show | that rents have doubled
A survey of 900 tenants suggests rents have doubled. | A survey of 900 tenants | suggests | rents have doubled
Analysts say the truce will not last. | Analysts | say | the truce will not last
Police believe the fire was started on purpose. | Police | believe | the fire was started on purpose
The ministry has denied that the dam is leaking. | The ministry | denied | that the dam is leaking
The union refused to comment on the talks. | The union | refused | comment on the talks
Residents complained that nobody had warned them. | Residents | complained | that nobody had warned them
The court ruled on Friday, and the judge noted that the law was unclear. | the judge | noted | that the law was unclear
However, the company insisted that no data had been lost. | the company | insisted | that no data had been lost
Lina Berg, however, insisted that no data had been lost. | Lina Berg | insisted | no data had been lost
The premier accused the board of hiding the figures. | The premier | accused | the board of hiding the figures
Tenants fear that rents will double. | Tenants | fear | that rents will double
The opposition criticised the plan as a gift to landlords. | The opposition | criticised | the plan
Mrs Dlamini urged ministers to publish the letter. | Mrs Dlamini | urged | to publish the letter
The committee called for a ban on night flights. | The committee | called for | a ban on night flights
Activists pointed out that the river was already dead. | Activists | pointed out | that the river was already dead
The governor warned of higher taxes. | The governor | warned | higher taxes
The mayor was critical of the harbour board. | The mayor | was critical of | the harbour board
The mayor is confident that the pier will reopen. | The mayor | is confident | that the pier will reopen
The mayor made it clear that the pier would reopen. | The mayor | made it clear | that the pier would reopen
Asked whether the pier was safe, Ada Roe said it was. | Ada Roe | said | it was
A man who asked not to be named said the talks failed. | A man who asked not to be named | said | the talks failed
The minister, who says she was misled, will resign. | who | says | she was misled
The Reserve Bank expects prices to fall, Mr Rao added. | Mr Rao | added | The Reserve Bank expects prices to fall
Roe's claim that the pier is safe has been questioned. | Roe | claim | that the pier is safe
His criticism of the harbour board surprised nobody. | His | criticism of | the harbour board
"""


def rows(table: str) -> list[list[str]]:
    """Split a table into its cells."""
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "source", "cue", "content"), rows(DIRECT) + rows(INDIRECT))
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    """The act with this cue has this source, and its content holds these words."""
    fitting = [a for a in read(text) if cue in words(a.cue, text) and content in words(a.content, text)]
    assert [words(a.source, text) for a in fitting][:1] == [source] or any(
        words(a.source, text).startswith(source) for a in fitting
    )


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ada Roe said she was tired, adding that the talks had failed.", ["Ada Roe", "Ada Roe"]),
        ("Ada Roe criticised the board and called for a new vote.", ["Ada Roe", "Ada Roe"]),
        ("Ada Roe said the pier was safe, but Bo Lind said it was not.", ["Ada Roe", "Bo Lind"]),
    ],
)
def test_verbs_may_share_a_subject(text: str, sources: list[str]) -> None:
    """Participles and joined verbs take the subject of the verb before."""
    assert [words(a.source, text) for a in read(text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The ferry leaves at nine and arrives at noon.",
        "Heavy rain fell on the harbour all night.",
        "The pier is 90 metres long.",
        "The match ended in a draw after extra time.",
        "Workers painted the fence green.",
        "A program called Safe Harbour began in May.",
        "The only hope now is the board.",
        "Still, Ada Roe continues to trail Ben Doe.",
        "She won in the Midwest and other Western states.",
        "The mayor signed an order that closes the pier.",
        "A plan to mend the pier lies in the harbour.",
        "A trust fund pays for the pier.",
    ],
)
def test_plain_narrative_is_not_attributed(text: str) -> None:
    """A sentence that tells what happened has no source."""
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The pier is expected to reopen in May.",
        "The pier seems to be sinking.",
        "The pier reportedly cost nine million.",
        "It is unclear whether the pier will reopen.",
        "Lind was accused of hiding the figures.",
    ],
)
def test_agentless_cues_have_no_source(text: str) -> None:
    """Passive and evidential cues are found, without a source."""
    found = read(text)
    assert found
    assert all(a.source == () and a.source_kind == "none" for a in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Roe said the pier was safe.", "named"),
        ("Sen. Roe said the pier was safe.", "named"),
        ("The harbour board said the pier was safe.", "institution"),
        ("The Harbour Bank said the pier was safe.", "institution"),
        ("Beijing said the pier was safe.", "institution"),
        ("The report said the pier was safe.", "document"),
        ("A police spokesman said the pier was safe.", "role"),
        ("The mayor said the pier was safe.", "role"),
        ("Analysts said the pier was safe.", "collective"),
        ("Some residents said the pier was safe.", "collective"),
        ("Many say the pier is safe.", "collective"),
        ("Analysts at the Harbour Institute said the pier was safe.", "institution"),
        ("Sources said the pier was safe.", "anonymous"),
        ("A person familiar with the talks said the pier was safe.", "anonymous"),
        ("An official who spoke on condition of anonymity said the pier was safe.", "anonymous"),
        ("She said the pier was safe.", "pronoun"),
    ],
)
def test_kind_of_source(text: str, kind: str) -> None:
    """Named people, institutions, documents, roles, crowds and nameless sources are told apart."""
    assert [a.source_kind for a in read(text)][:1] == [kind]


@pytest.mark.parametrize(
    ("texts", "has_role"),
    [
        (["Ada Roe, the mayor of Harbour Point, said the pier was safe."], True),
        (["Mayor Ada Roe said the pier was safe."], True),
        (["Ada Roe said the pier was safe."], False),
        (["Mayor Ada Roe opened the fair.", "Roe said the pier was safe."], True),
    ],
)
def test_role_of_a_named_source(texts: list[str], has_role: bool) -> None:
    """A role counts where it stands in the mention or in the first mention."""
    assert read(*texts)[-1].source_has_role is has_role


def test_pronoun_is_resolved_where_one_person_fits() -> None:
    """“she” is the only woman named before."""
    (found,) = read("Mary Roe opened the fair. She said the pier was safe.")
    assert found.resolved == "Mary Roe"


def test_pronoun_is_left_alone_where_two_people_fit() -> None:
    """With two women before it, “she” could be either."""
    (found,) = read("Mary Roe met Anna Lind. She said the pier was safe.")
    assert found.resolved is None


def test_quotation_in_the_next_sentence_goes_with_the_speaker() -> None:
    """“…,” Roe said. “…” is one act."""
    text = "“It is late,” Ada Roe said. “We are going home now.”"
    (found,) = read(text)
    assert len(found.content) == 2
    assert orphans(text) == []


def test_orphan_without_any_speaker_is_a_warning() -> None:
    """A quotation after plain narrative has no speaker."""
    assert orphans("The ferry leaves at nine.", "“Nobody told us that it was cancelled.”") == [(0, False)]


@pytest.mark.parametrize(
    ("before", "has_speaker"),
    [
        ("Ada Roe smiled.", True),
        ("She smiled.", True),
        ("The harbour master smiled.", True),
        ("The ferryman shrugged.", True),
        ("The mayor smiled.", True),
        ("Rain delayed the start by two hours.", False),
        ("The bill passed by two votes shortly before midnight.", False),
        ("Only the chimney is left standing.", False),
        ("The tour goes on to Hallin without its leader.", False),
    ],
)
def test_nobody_speaks_who_is_a_thing(before: str, *, has_speaker: bool) -> None:
    assert (not orphans(f"{before} “We had just paid off the kiln and the boat.”")) is has_speaker


def test_orphan_after_a_speaker_is_advice() -> None:
    """The speaker of the paragraph before may carry over."""
    found = orphans("“It is late,” Ada Roe said.", "“Nobody told us that it was cancelled.”")
    assert found == [(1, True)]


def test_speaker_is_not_carried_over_a_paragraph_between() -> None:
    """Plain narrative between breaks the chain."""
    found = orphans(
        "“It is late,” Ada Roe said.", "The ferry leaves at nine.", "“Nobody told us that it was cancelled.”"
    )
    assert found == [(1, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke of a “special zone” in the north.",
        "Her novel “The Long Way to Harbour Point” sold well.",
        "“No way.”",
    ],
)
def test_terms_titles_and_short_quotations_are_no_orphans(text: str) -> None:
    """Only speech of at least four words can lack a speaker."""
    assert orphans(text) == []


def test_block_quotation_is_no_orphan() -> None:
    """A quoted document is introduced by its setting."""
    passages = [Passage("“We the fishermen of this town demand a pier.”", kind="quotation")]
    quotations = find_quotations(passages)
    assert find_orphans(passages, quotations, find_attributions(passages, quotations)) == []


@pytest.mark.parametrize("between", ["", "Silt", "Advertisement"])
def test_a_quotation_that_runs_on_has_the_speaker_of_its_beginning(between: str) -> None:
    texts = ("“The quay is old,” said Ada Roe. “It leaks.", "“It is tired.", between, "“It will not last the winter.”")
    assert orphans(*texts) == []
    found = read(*texts)
    assert [words(each.source, *texts) for each in found] == ["Ada Roe"] * 3


def test_a_quotation_that_runs_on_has_the_speaker_of_its_end() -> None:
    texts = ("Ben Doe left.", "“The quay is old.", "“It is tired.", "“It will not last the winter,” said Ada Roe.")
    assert orphans(*texts) == []
    spoken = [words(each.source, *texts) for each in read(*texts) if "“" in words(each.content, *texts)]
    assert spoken == ["Ada Roe"] * 3


def test_a_quotation_that_runs_on_is_reported_once_where_nobody_speaks_it() -> None:
    assert orphans("“The quay is old and it leaks.", "“It will not last the winter.”") == [(0, False)]


def test_signature_below_names_the_speaker() -> None:
    """“— Ada Roe” in a line of its own signs the quotation above."""
    texts = ("“Nobody told us that it was cancelled.”", "— Ada Roe, passenger")
    (found,) = read(*texts)
    assert words(found.source, *texts).startswith("Ada Roe")
    assert orphans(*texts) == []


_WORDS = st.lists(
    st.sampled_from(
        "Roe said the mayor , . “ ” \" ' — : ; that who according to and but he she not a of in says asked by ( ) "
        "report claim is was critical reportedly Monday told reporters supports\n".split(" ")
    ),
    max_size=60,
).map(" ".join)


@given(st.lists(_WORDS, max_size=3))
def test_extents_lie_inside_the_text(texts: list[str]) -> None:
    """Whatever the words, every extent is a range of its passage and the result is the same each time."""
    found = read(*texts)
    for a in found:
        assert a.content
        for extent in (*a.source, *a.cue, *a.content):
            assert 0 <= extent.start <= extent.end <= len(texts[extent.passage])
        assert (a.source_kind == "none") == (a.source == ())
    assert found == read(*texts)


def test_hostile_text_ends() -> None:
    """Long text without punctuation, and floods of cues and marks, are only slow in proportion to their length."""
    for text in ("word " * 40_000, "he said " * 4_000, "“yes we did it” said Roe " * 2_000, "say " * 4_000):
        read(text)


def heading(text: str, below: str = "") -> list[Attribution]:
    """Return the attributions of a headline with a paragraph below it."""
    passages = [Passage(text, "heading"), Passage(below)] if below else [Passage(text, "heading")]
    return find_attributions(passages, find_quotations(passages))


@pytest.mark.parametrize(
    ("text", "below", "speaks"),
    [
        ("Port authority: Ferries will stop", "", True),
        ("Ada Roe: Ferries will stop", "Mayor Ada Roe spoke on Monday.", True),
        ("Ada Roe: Ferries Will Stop.", "Mayor Ada Roe spoke on Monday.", True),
        ("Ilse Brandt: Ferries will stop", "Mayor Ilse Brandt spoke on Monday.", True),
        ("Tarrow: Ferries will stop", "Tarrow has two ferries.", False),
        ("Opinion: Ferries must stop", "", False),
        ("Video: Ferries leave the harbour", "", False),
        ("Ada Roe: A life at sea", "Mayor Ada Roe spoke on Monday.", False),
        ("Ada Roe: Will ferries stop?", "Mayor Ada Roe spoke on Monday.", False),
    ],
)
def test_a_label_speaks_in_a_headline_where_it_has_a_voice(text: str, below: str, *, speaks: bool) -> None:
    assert [words(found.source, text) for found in heading(text, below) if found.content[0].passage == 0] == (
        [text.partition(":")[0]] if speaks else []
    )


def test_a_line_that_ends_in_a_colon_names_the_speaker_of_what_is_below() -> None:
    texts = ("In a speech on Monday, Ada Roe said:", "“Nobody has asked us about the pier at all.”")
    found = [each for each in read(*texts) if each.quotation is not None]
    assert [words(each.source, *texts) for each in found] == ["Ada Roe"]


def test_who_stands_for_the_name_before_it() -> None:
    found = read("Ada Roe, who said the pier was safe, lives in Hallin.")
    assert [each.resolved for each in found] == ["Ada Roe"]
    assert [each.resolved for each in read("Those who say the pier is safe are wrong.")] == [None]


def test_a_poll_is_the_source_of_its_figures_where_nobody_speaks() -> None:
    text = "Two in three tenants want the pier back in a survey by the union."
    assert words(read(text)[-1].source, text)
    text = "In a poll of 900 tenants, 45 percent were for the pier."
    (found,) = read(text)
    assert words(found.source, text) == "a poll of 900 tenants"
    assert words(found.content, text) == "45 percent were for the pier"
