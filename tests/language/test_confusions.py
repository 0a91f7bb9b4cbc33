"""Words are taken for mistaken only where no other reading is right, and the table of frames can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.language.spelling import confusions
from newslint.language.spelling.classes import is_abstract, is_plural
from newslint.language.spelling.confusions import find_confusions, frames
from newslint.language.units.words import list_parts


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.right) for each in find_confusions(text, frozenset(list_parts(text.lower())))
    ]


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("The dog lost its bone because of it's age.", "it's", "its"),
        ("Its a long way to the pier.", "Its", "It’s"),
        ("The firm said your going to be paid.", "your", "you’re"),
        ("They kept there homes.", "there", "their"),
        ("He said there going to leave.", "there", "they’re"),
        ("A nurse who's daughter was ill left.", "who's", "whose"),
        ("The minister, whose been ill, left.", "whose", "who’s"),
        ("She should have known, and must of seen it.", "of", "have"),
        ("He was mislead by the seller.", "mislead", "misled"),
        ("The fall has lead to losses.", "lead", "led"),
        ("The team is loosing money.", "loosing", "losing"),
        ("The bull got lose on the quay.", "lose", "loose"),
        ("It costs far more then a boat.", "then", "than"),
        ("The ban took affect on Monday.", "affect", "effect"),
        ("The strike will effect people in the port.", "effect", "affect"),
        ("He was named vice principle of the school.", "principle", "principal"),
        ("She agreed in principal, and left.", "principal", "principle"),
        ("The crew had a full compliment of officers.", "compliment", "complement"),
        ("Be discrete about it.", "discrete", "discreet"),
        ("Auditors pored water and poured over the accounts.", "poured", "pored"),
        ("The bill would reign in spending.", "reign", "rein"),
        ("It is a building sight in the old town.", "sight", "site"),
        ("The talk peaked his interest.", "peaked", "piqued"),
        ("The shop sells hearing aides for the deaf.", "aides", "aids"),
        ("They walked passed the tower.", "passed", "past"),
        ("Her uncle past away in May.", "past", "passed"),
        ("Guards watch the southern boarder with Olm.", "boarder", "border"),
        ("It was a breech of contract.", "breech", "breach"),
        ("They will bare the brunt of it.", "bare", "bear"),
        ("The city counsel member left.", "counsel", "council"),
        ("The car was stationery at the lights.", "stationery", "stationary"),
        ("Nobody knows weather the ferry sails.", "weather", "whether"),
        ("It is far to late to sail.", "to", "too"),
        ("They want too build a pier.", "too", "to"),
        ("It spoils peoples' lives in peoples' homes.", "peoples'", "people’s"),
        ("A women was found at the pier.", "women", "woman"),
        ("Police said there was a hold up at the bank.", "hold up", "hold-up"),
        ("The firm flaunted the rules.", "flaunted", "flouted"),
        ("He wont be there.", "wont", "won’t"),
        ("The port cut it's prices on Monday.", "it's", "its"),
        ("A fox and it's cubs slept there.", "it's", "its"),
        ("Pilots say its too windy to land.", "its", "it’s"),
        ("Farmers lost there crops.", "there", "their"),
        ("Teachers say there pay is low.", "there", "their"),
        ("The team wore they're coats.", "they're", "their"),
        ("The port ought to of closed.", "of", "have"),
        ("The choir, lead by a baker, sang.", "lead", "led"),
        ("The clue lead detectives to a shed.", "lead", "led"),
        ("A judge who lead the inquiry resigned.", "lead", "led"),
        ("A lose tile fell on the quay.", "lose", "loose"),
        ("It is the firm's principle creditor.", "principle", "principal"),
        ("The ruling rests on a principal of law.", "principal", "principle"),
        ("The king's rein lasted a year.", "rein", "reign"),
        ("A mens team and a womens football club play here.", "mens", "men’s"),
        ("It puts peoples lives at risk.", "peoples", "people’s"),
        ("The nomads cross the gobi dessert on foot.", "dessert", "desert"),
        ("The judge may waver the fee.", "waver", "waive"),
    ],
)
def test_only_the_other_word_is_right(text: str, word: str, right: str) -> None:
    assert (word, right) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "It’s late, its bone is gone, and it's been a year of it.",
        "Your going was a loss, and you’re in luck.",
        "Those there going to waste are old. There are two, and their are-we-there-yet talk.",
        "The man who’s left is the father whose son was ill.",
        "The might of the army, and he would of course go.",
        "Water had lead in it; the lead guitarist will lead the band to lead roles.",
        "He cut the loose ends and let the dogs loose; to loose the arrow is hard.",
        "First the band then the choir sang. It was later then, and better.",
        "They hope to effect a change, and the effect on prices is small. It may affect people.",
        "His principle is old. In principle, the principal reason is money.",
        "Rain poured over the roof and the water poured over the pier.",
        "The paths lead to the sea, and the long rein of the horse broke. To loose an arrow is hard.",
        "The peoples of the north say their leaving date is set, and that it’s parks that they miss.",
        "She ate a dessert in the desert, by the bridal party on the bridle path.",
        "Peace will reign in the region, and the king reigned in 1201.",
        "The old sight of the tower. They set sail.",
        "The fever peaked in May, and so did interest rates in June.",
        "The aides and the first aid kit; aides said so.",
        "They passed the tower and got past it. The past year was good.",
        "The boarder rents a room. The city’s counsel spoke for the council.",
        "The weather is bad whether or not it rains.",
        "It is to many people a joy, and to much acclaim they went too. A way to close it.",
        "The rights of indigenous peoples’ councils.",
        "The women left, and a woman came. That women vote is right.",
        "The beams that hold up the roof broke. Crack down on it.",
        "They’re at it. Of those there, two left.",
    ],
)
def test_another_reading_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_the_table_can_be_read_by_people() -> None:
    lines = (Path(confusions.__file__).with_name("confusions.txt")).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 120
    heads = [line for line in lines if " > " in line and not line.startswith(("#", " "))]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("profits", True),
        ("bodies", True),
        ("boxes", True),
        ("always", False),
        ("less", False),
        ("famous", False),
        ("is", False),
    ],
)
def test_plurals_are_told_by_their_form(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


def test_abstract_nouns_are_told_by_their_ending() -> None:
    assert all(map(is_abstract, "decision movement happiness security performance".split()))
    assert not any(map(is_abstract, "launch cement nation’s xyzment".split()[2:]))


def test_every_row_can_be_read_and_meets_some_text() -> None:
    assert len(frames()) > 250
    for wrong, rows in frames().items():
        for row in rows:
            assert row.right.lower() != wrong
            for side in (row.before, row.after):
                if side is not None:
                    side.search("")
