"""Words of like sound are told apart by the classes of words around them, whatever the nouns are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.confusions import find_confusions
from newslint.language.spelling.pairs import JUDGES
from newslint.language.spelling.pairs.place import Place
from newslint.language.units.words import list_parts


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.right) for each in find_confusions(text, frozenset(list_parts(text.lower())))
    ]


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("The port may sell it's northern pier.", "it's", "its"),
        ("It's roof was repaired in May.", "It's", "Its"),
        ("Residents read the plan and it's effects on the bay.", "it's", "its"),
        ("He said its nowhere near ready.", "its", "it’s"),
        ("A protest lead by Ana Roe ended in a deal.", "lead", "led"),
        ("He signed a deal that lead to the closure.", "lead", "led"),
        ("The side will loose if it rains, and they loose often.", "loose", "lose"),
        ("It costs more then $3, and is more modern then any other.", "then", "than"),
        ("He acts on a different principal, she said.", "principal", "principle"),
        ("They pay principle and interest.", "principle", "principal"),
        ("The strike will effect the harvest.", "effect", "affect"),
        ("Its one of the oldest, and its as if nobody saw.", "its", "it’s"),
        ("The port will increase it's fees.", "it's", "its"),
        ("He asked people to change they're habits in May.", "they're", "their"),
        ("Fans were angry because of there losses.", "there", "their"),
        ("The firm, who's prices fell, apologised.", "who's", "whose"),
        ("It would of to close, and she'd of gone.", "of", "have"),
        ("Its important that they come.", "Its", "It’s"),
        ("The firms will defend there reputation in court.", "there", "their"),
        ("It came as a gift from there uncle in Olm.", "there", "their"),
        ("Nobody knows where there nearest dentist is.", "there", "their"),
        ("Could their be another pier?", "their", "there"),
        ("They have lived their since the war.", "their", "there"),
        ("Stay away because their armed.", "their", "they’re"),
        ("The piers have lost they're railings.", "they're", "their"),
        ("The cook, who's house burned down and who's cat was saved, wept.", "who's", "whose"),
        ("The drought has lead several farms to close.", "lead", "led"),
        ("It was Ms Roe who lead the choir.", "lead", "led"),
        ("The roof fell, which lead to a search.", "lead", "led"),
        ("The road once lead to a quarry.", "lead", "led"),
        ("A student-lead protest filled the quay.", "lead", "led"),
        ("Thick fog overnight lead to delays.", "lead", "led"),
        ("We cannot loose another nurse.", "loose", "lose"),
        ("Those who loose a ticket pay again.", "loose", "lose"),
        ("The port is loosing about 40 jobs.", "loosing", "losing"),
        ("The strike will effect about 300 commuters.", "effect", "affect"),
        ("Trains will be effected until Sunday.", "effected", "affected"),
        ("The council failed to reign landlords in, tenants say.", "reign", "rein"),
        ("Ministers were urged to reign in the dredgers.", "reign", "rein"),
        ("Chaos reined at the pier.", "reined", "reigned"),
        ("Herring is the principle export.", "principle", "principal"),
        ("The principle of Olm High School wrote home.", "principle", "principal"),
        ("These are the principals on which it rests.", "principals", "principles"),
        ("Visit the building cite on Monday.", "cite", "site"),
        ("They will canvas every street.", "canvas", "canvass"),
        ("Fewer people sailed last year then in any since 1990.", "then", "than"),
        ("Nothing can phase the keeper.", "phase", "faze"),
        ("It did little to sooth the town.", "sooth", "soothe"),
        ("Rain pored down on the quay.", "pored", "poured"),
        ("Passengers were asked to bare with the crew.", "bare", "bear"),
        ("Flats were built on the sight of the mill.", "sight", "site"),
        ("She was unable to breath in the smoke.", "breath", "breathe"),
    ],
)
def test_the_class_of_the_neighbours_decides(text: str, word: str, right: str) -> None:
    assert (word, right) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "She thinks it’s time voters had a say, and it’s one way they could have it.",
        "They know what it’s worth is small. It’s winter in Olm, and it’s part of the plan.",
        "It’s clear voters will stay. They say they’re worried tenants could leave, meaning it’s safe in May.",
        "They came because they’re friends, and saying it’s one of these is wrong. Medals vary because they’re larger.",
        "Its nowhere-to-hide design, its important rules and its easy to use form won prizes.",
        "The people they spoke with there said so. The goods sold there range from soap to rope.",
        "Those who stayed there overnight left. From there police moved on. There residents swim.",
        "Their in-house team, their for profit arm and their being late were said to matter.",
        "They say their wounded were taken in, and that their armed forces left.",
        "They fear they’re late. It is for them that they’re here.",
        "The side lead by a goal, and Olm extend their half-time lead to two. The pipe took lead to the roof.",
        "Problems, which lead to delays, are many. The Larks, who lead the league, won. The path may once lead to it.",
        "He let the dogs loose and they loose arrows. Archers are loosing arrows. Due to loose gravel it closed.",
        "They will effect a change and effect 30 repairs. The change was effected in May.",
        "They hope to reign in the north. The king wished to reign in peace. It is to rain in the bay.",
        "The principle applies. The principle behind it holds. In principle they agree. It is a point of principle.",
        "Papers that cite it are few. The police cite fears. A canvas bag. They painted to canvas.",
        "More came, and then in any case they left. First more rain, then ever more snow.",
        "They will phase the plan in, and phase out coal. Forsooth, in sooth.",
        "If it is more modern then our port can use it. The deals in the port that lead to losses ended.",
        "The reform will effect the closure and effect its removal. A different principal spoke. Take the lead by May.",
        "She lost sight of the mill. He fainted on the sight of blood. It takes a breath test.",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert _found(text) == []


@given(st.sampled_from(sorted(JUDGES)), st.text(max_size=40), st.text(max_size=40))
def test_a_judge_says_another_word_or_nothing(word: str, before: str, after: str) -> None:
    text = f"{before} {word} {after}"
    start = len(before) + 1
    assert JUDGES[word](Place(text, start, start + len(word))) != word
