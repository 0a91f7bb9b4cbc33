"""Homes, telephone numbers and mail of private people, and those of offices, venues and houses for sale."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.private.addresses import find_home
from newslint.language.private.contacts import find_private_contact
from newslint.language.units.sentences import split_sentences

HOMES = """
The accused's mother, 71, opened the door of 5 Tennyson Road and shut it again.
Mourners left candles at 18 Willow Crescent, where the twins lived.
Lottery winner Abel Crane still rents Apartment 4C, 350 West 87th Street.
She hid for a week with a friend, Rosa Klein, at Gartenstraße 9 in Tarrow.
The juror's house at 1204 Larkspur Lane was pelted with eggs.
Neighbours at 32 Beacon Road said Mr Tull kept to himself, in No 34.
Councillor Joan Frith (12 Chapel Row, Hexby) was sent a dead crow.
The vicar, who is on leave, can be found at his parents', 6 Dale View.
A drone hovered over 90 Ocean Drive for an hour while the actress was in the pool.
Police have asked nobody to go near 3 Priory Close, home of the boy's grandparents.
Ms Larkin, 34, who reported the surgeon, lives at 22 Orchard Close, Tarrow.
The whistle-blower, Dean Marsh, opened the door of 114 Wexford Avenue in his dressing gown.
Police searched the actor's home at 9 Rosemount Crescent on Friday.
The teenager's family, who live at 47B Mill Lane, have asked for privacy.
He has lived for years in a flat at 12 Castle Street with his mother.
Reporters waited outside Judge Ana Roe's house, 7 Beechwood Park, all night.
The singer moved to 1500 Sunset Ridge Drive last year with her children.
Her address was given as Flat 2, 19 Harbour Terrace, Salvik.
Protesters marched on 3 Elm Grove, where the minister and her husband live.
The complainant told the court that he followed her to 88 Station Road, where she rents a room.
A brick was thrown through the window of Joan Hale's cottage at 5 Church Lane.
She can be found most evenings on the porch of 402 Maple Street, the house where she raised four children.
He wrote to the widow at 31 Larch Grove.
The fire began in the bedroom of Tom Ashby's terraced house at 66 Albert Street.
The lottery winner (18 Quarry Road, Holm) asked reporters to leave.
The suspect's parents, of 27 Birch Avenue, would not comment.
Vandals sprayed paint on the councillor's front door at 10 Kings Road.
Mr Osei, a retired postman, was asleep at 4 Fern Close when the car hit his wall.
She lived at Calle Mayor 14 with her sister.
""".strip().splitlines()
NO_HOMES = """
The fire at 12 Castle Street was out by noon.
The company moved its headquarters to 200 Liberty Street.
He works at the clinic at 14 Park Road.
Doors open at 8pm at the Old Hall, 3 Mill Lane.
The house at 9 Rosemount Crescent is for sale at £400,000.
The prime minister returned to 10 Downing Street.
Dickens lived at 48 Doughty Street from 1837.
The novelist was born in 1856 at 33 Synge Street.
A spokesman for the firm, of 14 Market Street, said it would move.
Police closed Station Road after the crash.
The 1600 Pennsylvania Avenue that he wants to reach is his home for four years.
John Pell, 34, of 14 Larkfield Close, pleaded guilty at Tarrow court.
She opened a shop at 7 Bridge Street with her sister.
He moved his restaurant to 88 Station Road.
The council approved 40 homes at 12 Orchard Way.
Tickets from the box office, 5 High Street.
He lives in Orchard Close.
They met in 2016 Park Avenue was closed.
The museum at 17 Quarry Hill shows his paintings; he lived nearby.
Interstate 95 Drive times rose.
The team won 3 Gold Court medals.
Gallery owner Ana Roe's gallery at 115 Spring Street signed a lease.
""".strip().splitlines()
CONTACTS = """
The widow's landline, 0161 496 0222, is in the coroner's bundle, which the court put online.
On the back of the photograph someone had written Carla's number, 555-0142.
The ex-husband of the novelist, Piet Maes, still answers on +32 2 555 01 98.
Her son says she can be reached day and night on 07700 900 771.
The witness, a cleaner, gave the reporter her mobile: 0151 496 0441.
The teenager's Gmail, noor.b2009@gmail.com, received 300 messages.
He signs his letters tom.tanner@btinternet.com and answers each one himself, says the pensioner, Tom Tanner.
Mr Whitlock, 88, is glad of visitors and can be telephoned on 01632 960314.
Miss Ode's number (07700 900 118) was on a poster in every bus stop.
Anyone can call the widow, Joan Pell, on 07700 900123.
His mobile number, 07700 900456, was posted on the forum.
The stalker had her private line: 020 7946 0991.
“My number is 07700 900 812,” the nurse told the caller.
The post gave Judge Roe's home telephone as (312) 555-0187.
Trolls sent messages to dean.marsh1987@gmail.com, the witness's account.
Her personal e-mail address, jroe_family@hotmail.com, was in the leak.
Text him on +44 7700 900321 if you find the dog.
Reach the juror, Tom Hale, at 414-555-0134.
A note with Ben Doe's WhatsApp, +353 87 123 4567, lay in the car.
The girl, Mia Holt (07700 900999), has had 400 calls.
The senator's cell phone, 202-555-0147, rang all day.
The man who answered 01632 960222 said he was the owner, Carl Bright, and hung up.
The leaked file lists the complainant, Ana Lund, and her number, 0491 570 006.
Ring Mr Osei at home, 01632 960777.
Fans were told to call the referee on 07700 900301.
""".strip().splitlines()
NO_CONTACTS = """
Anyone with information can call police on 101 or 020 7946 0123.
Call Crimestoppers anonymously on 0800 555 111.
Samaritans can be called free on 116 123.
For tickets, call the box office on 01632 960500.
Contact Detective Ana Roe at 414-555-0134.
To book, ring Ana on 07700 900123.
For details call the secretary, Joan Pell, on 01632 960777.
Press contact: Ana Roe, 020 7946 0321, ana.roe@tarrow.example
E-mail the newsroom at news@tarrow.example.
The population grew from 555-0177 to 600.
Call the sheriff's office at (312) 555-0100.
The helpline, 1-800-273-8255, is open all night.
Write to Ana Roe at ana.roe@council.gov.
Contact the reporter at jdoe@gazette.example or 414-555-0111.
The score was 6-3 6-4 and the odds 100-1 to 200-1.
ISBN 978 0 306 40615 7 is his book.
The company's phone number is 020 7946 0000.
In 2015-2016 the port had 020 7000 ships.
Her manager at the firm can be reached on 020 7946 0333.
The council's press office gave its number as 020 7946 0555.
Her number was 7 and she ran 1500 metres.
The group's address is friendsofthepier@gmail.com, its chairman Tom Hale said.
He called his lawyer on 3 May 2016 and again on 04 05 2016 12 30.
""".strip().splitlines()


def found(find: Callable[..., object], text: str) -> bool:
    """Tell whether a finder finds something in a sentence of a text, read with those around it."""
    ends = split_sentences(text)
    rows = [(each, (ends[max(0, at - 1)][0], ends[min(len(ends) - 1, at + 1)][1])) for at, each in enumerate(ends)]
    return any(find(text, sentence, around) is not None for sentence, around in rows)


@pytest.mark.parametrize("text", HOMES)
def test_where_somebody_lives_is_found(text: str) -> None:
    assert found(find_home, text)


@pytest.mark.parametrize("text", NO_HOMES)
def test_offices_venues_sales_and_history_are_no_homes(text: str) -> None:
    assert not found(find_home, text)


@pytest.mark.parametrize("text", CONTACTS)
def test_a_number_of_a_private_person_is_found(text: str) -> None:
    assert found(find_private_contact, text)


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_numbers_for_all_are_left_alone(text: str) -> None:
    assert not found(find_private_contact, text)


def test_an_author_is_no_private_person() -> None:
    text = "Write to Ana Roe at ana.roe@gmail.com."
    assert find_private_contact(text, (0, len(text)), (0, len(text))) is not None
    assert find_private_contact(text, (0, len(text)), (0, len(text)), ["Ana", "Roe"]) is None


@given(st.text("Ana Roe lives at 14 Mill Road, call her on 07700 900123. ro@gmail.com", max_size=160))
def test_ranges_lie_in_the_text(text: str) -> None:
    whole = (0, len(text))
    for place in (find_home(text, whole, whole), find_private_contact(text, whole, whole)):
        if place:
            assert 0 <= place[0] < place[1] <= len(text)
