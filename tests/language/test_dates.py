"""Dates: the forms that are read, what is no date, and that any text can be searched."""

import datetime
from functools import partial

import pytest
from benchmarks.pathologies import is_linear, repeat
from hypothesis import given
from hypothesis import strategies as st
from tests.language.date_words import iso

from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.dates.names import ENGLISH_MONTHS, MONTHS
from newslint.language.dates.timestamps import parse_timestamp


def only(text: str) -> DateMention:
    mentions = find_dates(text)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("It opened on 24 November 2025 in Leeds.", "24 November 2025", "2025-11-24"),
        ("It opened Nov. 24, 2025, in Leeds.", "Nov. 24, 2025", "2025-11-24"),
        ("It opened on the 3rd of May 2024.", "3rd of May 2024", "2024-05-03"),
        ("Posted 24 Nov 2025 09:40 IST by us", "24 Nov 2025 09:40 IST", "2025-11-24T09:40:00+05:30"),
        (
            "Monday, November 24, 2025 at 5:06 p.m. ET: it rains",
            "Monday, November 24, 2025 at 5:06 p.m. ET",
            "2025-11-24T17:06:00-05:00",
        ),
        ("July 4, 2024, 5 p.m. PT.", "July 4, 2024, 5 p.m. PT", "2024-07-04T17:00:00-07:00"),
        ("Call on 3 June 2024 at 7.30pm (GMT).", "3 June 2024 at 7.30pm (GMT)", "2024-06-03T19:30:00+00:00"),
        ("2015-01-27 10:00:54 -0400", "2015-01-27 10:00:54 -0400", "2015-01-27T10:00:54-04:00"),
        ("At 2024-01-07T01:20:00Z.", "2024-01-07T01:20:00Z", "2024-01-07T01:20:00+00:00"),
        ("The gate opened 24/11/2025.", "24/11/2025", "2025-11-24"),
        ("The gate opened 11.24.2025", "11.24.2025", "2025-11-24"),
        ("am 3. März 2024 in Köln", "3. März 2024", "2024-03-03"),
        ("el 3 de enero de 2024", "3 de enero de 2024", "2024-01-03"),
        ("Prices rose in mid-March 2024.", "mid-March 2024", "2024-03"),
        ("The mine closed in 1998.", "1998", "1998"),
        ("SEPT. 5, 2023 — Rain", "SEPT. 5, 2023", "2023-09-05"),
    ],
)
def test_a_date_is_found_with_its_words(text: str, words: str, written: str) -> None:
    mention = only(text)
    assert text[mention.start : mention.end] == words
    assert iso(mention) == written


def test_a_weekday_is_kept_to_be_compared() -> None:
    assert only("on Tuesday, Nov. 25, 2025").weekday == 1


def test_parts_that_are_not_given_stay_unknown() -> None:
    mention = only("Rain is due in late October here")
    assert (mention.precision, mention.year, mention.month, mention.day) == ("month", None, 10, None)
    mention = only("It returns on 5 May in force")
    assert (mention.precision, mention.year, mention.month, mention.day) == ("day", None, 5, 5)


def test_a_range_of_days_keeps_its_last_day() -> None:
    assert only("The fair runs Nov. 24-26, 2025.").last_day == 26
    assert only("The fair runs 3–5 June.").last_day == 5


def test_impossible_dates_are_kept_and_marked() -> None:
    for text in ("Feb. 30, 2024", "31 June", "29 February 2023", "2024-13-01", "30/02/2024"):
        mention = only(text)
        assert mention.impossible
        assert iso(mention) is None


def test_the_order_of_day_and_month_is_marked_where_it_is_a_guess() -> None:
    mention = only("on 3/4/2024")
    assert (mention.month, mention.day, mention.ambiguous) == (3, 4, True)
    mention = find_dates("on 3/4/2024", day_first=True)[0]
    assert (mention.month, mention.day, mention.ambiguous) == (4, 3, False)
    assert not only("on 24/4/2024").ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "You may 5 times try again.",
        "Thousands march on Leeds; March on Leeds, they said.",
        "About 1 in 5 homes flooded.",
        "Version 1.2.13 and v2.10.2024.1 are out.",
        "Call 555-12-2024 or 020 7946 0000.",
        "They won 3-2 and 24-20.",
        "Theresa May and April Doe met.",
        "Section 3 May be read aloud.",
        "In May 20 people moved in, in June 300 left."[:24],
        "A ratio of 3:4 and odds of 5/2.",
        "The shop is open 24/7.",
        "A total of 2024 chairs",
        "June 85 chairs",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [m for m in find_dates(text) if m.day is not None or m.year is not None] == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2015-01-27 10:00:54 -0400", "2015-01-27T10:00:54-04:00"),
        ("2023-05-12 9:15:22 -0500", "2023-05-12T09:15:22-05:00"),
        ("Mon, 27 Jan 2015 10:00:54 GMT", "2015-01-27T10:00:54+00:00"),
        ("27 January 2015", "2015-01-27"),
        ("Jan 27, 2015, 5:06 p.m. EST", "2015-01-27T17:06:00-05:00"),
        ("Published 3:14 PM EDT, Wed September 4, 2024", "2024-09-04T15:14:00-04:00"),
        ("Updated: March 3, 2024", "2024-03-03"),
        ("Published Jan 1, 2020 | Updated Jan 3, 2020", "2020-01-01"),
        ("20150127", "2015-01-27"),
        ("20240107T012000+0100", "2024-01-07T01:20:00+01:00"),
        ("1421234567", "2015-01-14T11:22:47+00:00"),
        ("1421234567000", "2015-01-14T11:22:47+00:00"),
        ("Publié le 9 novembre 2023 à 18h30", "2023-11-09T18:30:00"),
        ("Veröffentlicht am 3. März 2024 um 12:00", "2024-03-03T12:00:00"),
        ("24.12.2024, 18:30 Uhr", "2024-12-24T18:30:00"),
        ("3 de enero de 2024", "2024-01-03"),
        ("3 gennaio 2024", "2024-01-03"),
        ("3 de janeiro de 2024", "2024-01-03"),
        ("3 januari 2024", "2024-01-03"),
        ("Tue Jan 27 2015 10:00:54 GMT+0530 (India Standard Time)", "2015-01-27T10:00:54+05:30"),
        ("January 5, 2024 · 5 min read", "2024-01-05"),
        ("12 FEB 24", "2024-02-12"),
        ("2024/05/03", "2024-05-03"),
        ("2020年9月12日 10時30分", "2020-09-12T10:30:00"),
    ],
)
def test_metadata_dates_are_read(text: str, iso: str) -> None:
    moment = parse_timestamp(text)
    assert moment is not None
    assert moment.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "true",
        "draft",
        "5",
        "May 2024",
        "2024-02-30",
        "Feb 30, 2024",
        "Updated 2 hours ago",
        "10.0.0.1",
        "9999999999",
        "Today 5:30 AM",
    ],
)
def test_what_is_no_metadata_date(text: str) -> None:
    assert parse_timestamp(text) is None


def test_a_guessed_order_in_metadata_is_marked() -> None:
    moment = parse_timestamp("Posted on 03/04/2024")
    assert moment is not None
    assert moment.ambiguous
    assert moment.isoformat() == "2024-03-04"


_PIECES = st.lists(
    st.sampled_from(
        [
            "Nov",
            "May",
            "March",
            ". ",
            ", ",
            " ",
            "-",
            "/",
            ":",
            "24",
            "2025",
            "3",
            "11",
            "at ",
            "p.m.",
            "ET",
            "T",
            "in ",
            "Mon",
            "Z",
            "+05:30",
            "th",
            "of ",
            "%",
            "(",
            ")",
            "3. ",
            "mars",
            "99",
            "00",
        ]
    )
).map("".join)


@given(_PIECES | st.text())
def test_spans_are_ordered_disjoint_and_in_range(text: str) -> None:
    last = 0
    for mention in find_dates(text):
        assert last <= mention.start < mention.end <= len(text)
        assert not text[mention.start].isspace()
        assert not text[mention.end - 1].isspace()
        assert iso(mention) != ""
        last = mention.end


@given(_PIECES | st.text())
def test_any_metadata_value_can_be_tried(text: str) -> None:
    moment = parse_timestamp(text)
    assert moment is None or moment.isoformat()


def test_long_runs_take_linear_time() -> None:
    for unit in ("1", "1/", "1-", "May ", "1 May ", "Nov. 24-", "2025-01-", "in 2025 ", " ", "24 of "):
        for read in (find_dates, parse_timestamp):
            assert is_linear(partial(repeat, unit), read, largest=32_000), (unit, read)


@pytest.mark.parametrize(
    ("written", "clock", "rest"),
    [
        ("5:06 p.m.", datetime.time(17, 6), ""),
        ("5 pm", datetime.time(17), "."),
        ("07.30", datetime.time(7, 30), "."),
        ("18h30", datetime.time(18, 30), ""),
        ("noon", datetime.time(12), "."),
        ("12:30 a.m.", datetime.time(0, 30), ""),
        ("23:59:59", datetime.time(23, 59, 59), ", "),
    ],
)
def test_running_text_and_metadata_read_the_same_clocks(written: str, clock: datetime.time, rest: str) -> None:
    moment = parse_timestamp(f"5 March 2024, {written}")
    assert moment is not None
    assert moment.time == clock
    mention = only(f"It began on 5 March 2024 at {written}{rest}")
    assert mention.time == clock
    assert mention.end == len("It began on 5 March 2024 at ") + len(written)


@pytest.mark.parametrize("name", sorted(ENGLISH_MONTHS))
def test_every_form_of_an_english_month_is_read_alike(name: str) -> None:
    for form in (name.capitalize(), name.upper()):
        assert only(f"They met {form} 5, 2023 in Tarrow").month == ENGLISH_MONTHS[name] == MONTHS[name]
        moment = parse_timestamp(f"{form} 5, 2023")
        assert moment is not None
        assert moment.date == datetime.date(2023, ENGLISH_MONTHS[name], 5)
