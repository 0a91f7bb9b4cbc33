"""Notices of who paid, what a writer was given, offers to buyers, and news of money and partners that is none."""

from __future__ import annotations

import pytest

from newslint.newsroom.paid import NOTICING, OFFERING, is_notice, is_offer, speaks_of_us


@pytest.mark.parametrize(
    "text",
    [
        "In association with Roe & Lind Boats.",
        "Content provided by Tarrow Tourism.",
        "An advertisement feature from Hallin Homes.",
        "Supported by the Quay Credit Union.",
        "Silver Quay Windows covered the cost of producing this article.",
        "The firm has an advertising contract with this newspaper.",
        "Our trip was paid for by Tarrow Air, which had no say in it.",
        "We were sent the kettle to try and got to keep it.",
        "The brewery hosted our reporter for the weekend.",
        "Hallin Caravans supplied the motorhome and the fuel.",
        "They paid me, and I would wear the boots anyway.",
        "A big thank you to Hallin Tyres for putting us on the road.",
        "An earlier draft was sent to the client for sign-off.",
        "The views here are those of the advertiser.",
        "I was invited to try the menu by the hotel and did not pay.",
        "Made in partnership with the Olive Oil Board.",
        "This month's recipes come courtesy of Dale Butter.",
    ],
)
def test_a_notice_says_who_paid(text: str) -> None:
    assert is_notice(text)
    assert not NOTICING.isdisjoint(text.lower().replace(",", "").replace(".", "").split())


@pytest.mark.parametrize(
    "text",
    [
        "Photographs by Ana Roe, supplied by Getty.",
        "The network pulled out of an advertising agreement with the party.",
        "Associated Press writer Ana Roe contributed to this report.",
        "Reporting was supported by the Tarrow Foundation.",
        "The race was sponsored by the railway, which paid for the quay.",
        "We were met with applause.",
        "The police paid us a visit.",
        "She was a guest of the club, and its partner in the port was told.",
        "We thank our partners at the university library.",
    ],
)
def test_news_of_money_and_thanks_to_the_public_are_none(text: str) -> None:
    assert not is_notice(text)
    assert not speaks_of_us(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call in to Lind's Boats this weekend, where every oar is half price.",
        "Hurry, offer must end Monday!",
        "With prices from $499 and interest-free credit, there is no excuse to put up with an old bed.",
        "Nobody knows hulls like the experts at Tarrow Boats.",
        "Why not pop in for a free coffee and meet the team at Lind Motors?",
        "At Tarrow Dental, your smile is our priority.",
        "Looking for a boat? The all-new Gull, on display now at Lind Motors, ticks every box.",
    ],
)
def test_an_offer_speaks_to_buyers(text: str) -> None:
    assert is_offer(text)
    assert not OFFERING.isdisjoint(text.lower().replace(",", "").replace(".", "").replace("!", "").split())


@pytest.mark.parametrize(
    "text",
    [
        "The shop cut its prices by half, and its discount ended in May.",
        "Call the police on 101 if you saw the boat.",
        "Subscribe to our newsletter for a free guide.",
        "The team is the best in the league.",
        "Entry costs £5 at the gate.",
        "The pound rose to $1.32 from $1.31, and the euro to $1.11 from $1.10.",
    ],
)
def test_prices_and_calls_of_news_are_no_offer(text: str) -> None:
    assert not is_offer(text)
