"""Notes of corrections: how they begin, and which of the day, the wrong and the right they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.corrections.items import ITEMS, missing_items
from newslint.language.corrections.openings import is_correction

BAD = """
CORRECTION: We misidentified a speaker at Monday's meeting.
In yesterday's paper we printed the wrong photograph. We apologise.
This article has been edited since publication.
This story has been changed at the request of a lawyer.
An incorrect figure has been removed from this article.
Correction: The photograph has been replaced.
The headline on this story has been corrected.
Some details in this report have been corrected.
Clarification: the minister's office has asked us to point out that she did not attend the dinner.
We have corrected an error in the third paragraph.
The name of the village was misspelled in an earlier version.
Figures in this story have been revised after an error was found.
Update: This article has been corrected.
A quote in an earlier version was attributed to the wrong person.
CORRECTION: The spelling of a source's name has been corrected.
Correction appended.
This story has been corrected.
This article has been updated for accuracy.
An earlier version of this story contained an error.
An earlier version of this article incorrectly stated the number of injured.
Clarification: This story has been amended to make the position clearer.
Editor's note: This story was corrected after publication.
This post was amended on 4 May to correct an error in the second paragraph.
We apologise for the error.
In an earlier version of this report we named the wrong man as the driver. We apologise for any distress.
Due to a production error, figures in the table were wrong. They have now been corrected.
A photograph that appeared with this story was removed because it showed the wrong person.
The headline of this article has been changed because it was inaccurate.
*This article originally said the fund had lost $3m.
Correction (3 May): The age of the victim was wrong in an earlier version.
Correction: Mr Hale is 52.
Corrections and clarifications: our report on the harbour was inaccurate in several respects. We are sorry.
A previous version of this story said that the bridge would close in March.
This column incorrectly attributed a remark to Ms Doyle.
In Tuesday's report on school meals we mistakenly said the scheme was free.
An earlier version misspelled the surname of the coach.
The caption of a photograph in this gallery has been changed.
Erratum: the table has been replaced.
We got it wrong: our story on the hospital has been fixed.
Following publication, this article was edited to remove an inaccurate claim.
Yesterday's story about the ferry contained inaccurate information, for which we apologise.
The figure for exports in this article has been corrected.
Note: The original version of this story gave an incorrect death toll.
Editors' note: an error in this story has been fixed.
""".strip().splitlines()
GOOD = """
Correction, 3 May 2026: an earlier version said the fund had lost $3m. It lost $3,000.
This article was amended on 4 May 2026. An earlier version said that the ferry was built in 1981; it was built in 1918.
Corrected 12 June: The story previously misspelled the coroner's name as Reeves. It is Reaves.
CORRECTION: An earlier version of this story, published on May 3, misidentified the driver. He is Paul Dunn.
An earlier version of this article misstated the year of the fire. It was 1917, not 1971. (Corrected on May 9, 2026)
Editor's note, Aug. 4: This story originally said 40 people were hurt. Police now say that 14 were.
On 2 March we reported that Ms Ode had been arrested. In fact she was a witness. The article was corrected on 3 March.
Clarification (2026-05-04): we said that the company had closed. It has closed one of three plants.
This story was corrected on June 3 to say that the mayor voted for the budget rather than against it.
Corrections: Because of an editing error a report on Tuesday gave the wrong rent. It is 1,200, not 12,000. (4 May 2026.)
""".strip().splitlines()
NEAR = """
The party issued a correction on Tuesday, and the minister apologised for an error.
This story has been updated with comments from the mayor.
This article was updated to reflect that Roe was declared the winner.
Editor's note: The mayor is a liar who has repeatedly pledged to close the port.
Correction is a slow process, the warden said.
The report wrongly stated that the bridge was safe, the inquiry found.
An earlier version of the bill was rejected by the Senate.
The original version of the song was recorded in 1961.
This report was amended by the House in June.
The story was changed for the film.
Editor's note: The author is on leave; this column returns in May.
Note: prices include tax and were checked on Monday.
A previous version of the software had a flaw.
Due to an error by the pilot, the plane overshot the runway.
Corrections officers said that the prison was quiet.
This post was originally published on 3 May and has been updated.
Update: the road has reopened.
Market correction: shares fell by a tenth.
The paper apologised for the error and removed the article.
We are happy to make clear progress.
The article said the mayor had resigned.
""".strip().splitlines()


@pytest.mark.parametrize("note", BAD)
def test_a_note_that_hides_something_is_incomplete(note: str) -> None:
    assert is_correction(note)
    assert missing_items(note)


@pytest.mark.parametrize("note", GOOD)
def test_a_note_with_all_three_is_complete(note: str) -> None:
    assert missing_items(note) == []


@pytest.mark.parametrize("text", NEAR)
def test_other_changes_and_errors_are_no_notes_of_corrections(text: str) -> None:
    assert not is_correction(text)


@pytest.mark.parametrize(
    ("note", "missing"),
    [
        ("Correction: It was Ana Roe who voted, not Ben Doe.", ["day"]),
        ("Corrected on 3 May 2026: the report said that the pier had closed.", ["right"]),
        ("Clarification, 7 May 2026: the price is 45 crowns.", ["wrong"]),
        ("Correction: an earlier version contained an error.", ["day", "wrong", "right"]),
    ],
)
def test_what_is_missing_is_named_item_by_item(note: str, missing: list[str]) -> None:
    assert missing_items(note) == missing


@given(st.text("Correction: an earlier version said 3 May 2026; it is not. \n", max_size=200))
def test_only_known_items_are_missing(text: str) -> None:
    assert set(missing_items(text)) <= set(ITEMS)
    is_correction(text)
