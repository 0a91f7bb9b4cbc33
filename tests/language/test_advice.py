"""Advice is found by who is told to do what with which object; others' deeds, orders and metaphors are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.advice.forms import find_advice
from newslint.language.advice.matters import gerund, matter

ADVICE = """
You should buy Quillby Foundry shares now.
We recommend buying Quillby Foundry shares.
Buy Quillby Foundry now.
Investors would be wise to put half of their savings into gold.
Put half of your savings into Lune Ferries.
Every portfolio needs a slice of bitcoin.
Gold belongs in every portfolio.
Quillby Foundry is a buy.
Quillby is a screaming buy at this price.
Now is the time to load up on Lune Ferries stock.
If you have a few hundred pounds to spare, buy the shares and forget them.
There has never been a better time to get into bitcoin.
It is time to sell your Tarrow bonds.
Anyone with spare cash should snap up shares in the ferry line.
Don't sell your gold just yet.
Savers with an eye on the next decade would do well to tuck some of their pension into small-cap funds.
My advice is to hold the shares and sit tight.
The smart move is to dump your dollar bonds before June.
At 210p the shares are a bargain.
It is the safest fund you can own right now.
The best place for your savings this year is the Tarrow Growth Fund.
I'd be a buyer of Lune at this price.
I would be buying Lune shares at this price.
Our pick for the year is Quillby Foundry.
The shares should be bought on any weakness.
Lune is worth buying below 300p.
Cash in your pension and buy bitcoin.
Ditch cash and move into equities.
It makes sense to hold some gold in uncertain times.
No portfolio is complete without a little silver.
Retirees who missed the spring rally should move out of cash and into dividend-paying stocks.
You can't go wrong with Lune shares.
Sell now, before the dividend is cut.
You'd be mad not to own a few tokens.
Get out of Tarrow Bank while you can.
Readers with a long horizon need look no further than the Halden tracker fund.
Pensioners ought to shift at least a third of their pot into index-linked gilts.
Take profits in Lune and put the proceeds into Quillby.
Should you buy Quillby shares?
Is Quillby a strong buy?
"""
NONE = """
He bought 200 shares in the firm last year.
The government should sell its shares in the bank.
Sell orders hit Lune shares on Monday.
Put simply, the shares are overvalued.
The fund should have sold its stake.
Regulators told the bank to sell its shares.
She refused to sell her shares in the family company.
Roe should sell his hotels and put the assets in a trust.
The company plans to buy back shares worth 2 million pounds.
It was time to sell the shares, and she did.
Hold the gold medal up.
Sales are expected to hold steady.
Buyers should avoid the coast road.
You should invest in good shoes.
Parents should put their phones in a box.
The bank has a buy rating on the stock.
They put the money into shares in 2008.
The club will buy a striker in January.
Gold is a good metal for rings.
We should hold the banks to account.
Take stock of your cupboards.
Add chicken stock and simmer.
It is the best-selling stock car of the year.
The mayor would like to sell the council's stake in the airport.
"""


def advised(text: str, *, has_evidence: bool = True) -> list[str]:
    found = find_advice(text, matter("investing"), has_evidence=has_evidence)
    return [text[piece.start : piece.end] for piece in found]


@pytest.mark.parametrize("sentence", ADVICE.strip().splitlines())
def test_who_tells_readers_what_to_do_with_an_investment_advises(sentence: str) -> None:
    assert advised(sentence)


@pytest.mark.parametrize("sentence", NONE.strip().splitlines())
def test_what_others_do_and_what_is_no_investment_is_no_advice(sentence: str) -> None:
    assert advised(sentence) == []


@pytest.mark.parametrize("sentence", ["Buy Quillby Foundry now.", "Sell now.", "Our pick of the year is Quillby."])
def test_a_name_counts_beside_words_of_the_matter_alone(sentence: str) -> None:
    assert advised(sentence)
    assert advised(sentence, has_evidence=False) == []


def test_in_a_title_capitals_show_no_names() -> None:
    assert advised("A Curious Plan to Fight Fires: Buy Mines") == []


@pytest.mark.parametrize(
    ("verb", "form"), [("put", "putting"), ("move", "moving"), ("invest", "investing"), ("shed", "shedding")]
)
def test_forms_in_ing_lead_back_to_their_verbs(verb: str, form: str) -> None:
    assert gerund(verb) == form


@given(st.text(alphabet="buy selhodgt,.: Q?’'-", max_size=80))
def test_advice_lies_within_its_sentence_and_pieces_do_not_overlap(text: str) -> None:
    last = 0
    for piece in find_advice(text, matter("investing"), has_evidence=True):
        assert last <= piece.start < piece.end <= len(text)
        last = piece.end


REMEDIES = """
Ditch your inhaler and learn to breathe.
There is no point in finishing the antibiotics once the fever has gone.
So take an aspirin a day.
Adults with a headache that will not shift should double the dose of ibuprofen.
You can safely stop taking your statins after a month.
If the rash spreads, rub tea tree oil into it twice a day.
Swap your antidepressants for St John's wort.
Diabetics should cut their insulin by half on fasting days.
Forget statins.
You are better off without your sleeping pills.
"""
NO_REMEDIES = """
She was told to stop taking statins.
Patients who take aspirin have fewer strokes.
Take the train to the clinic, where antibiotics are handed out.
Hospitals must buy cheaper insulin.
The company should stop selling its medicines there.
Take Quillby for a walk.
Police said that he had to take medication.
"""


@pytest.mark.parametrize("sentence", REMEDIES.strip().splitlines())
def test_advice_on_remedies_is_found(sentence: str) -> None:
    assert list(find_advice(sentence, matter("remedies")))


@pytest.mark.parametrize("sentence", NO_REMEDIES.strip().splitlines())
def test_what_others_do_with_remedies_is_no_advice(sentence: str) -> None:
    assert not list(find_advice(sentence, matter("remedies"), has_evidence=True))


def test_kitchen_remedies_count_beside_illness_alone() -> None:
    sentence = "Anyone with a sore throat should gargle with honey."
    assert not list(find_advice(sentence, matter("remedies")))
    assert list(find_advice(sentence, matter("remedies"), has_evidence=True))
    assert list(find_advice("Cancel the chemotherapy.", matter("treatments")))
