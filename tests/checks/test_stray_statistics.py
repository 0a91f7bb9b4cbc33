"""Statistics about what an article tells nothing else of are found in any wording, and not where a source is named."""

from __future__ import annotations

import pytest

from newslint.assembly import ParseOptions, parse
from newslint.checks.strays import find_strays
from newslint.source import decode

STRAY = """Nearly 43 percent of small shops in the district close within two years of opening.
One in five teenagers in the county has tried vaping.
Food bank use has risen by 37 per cent since 2019.
Moths have eaten away 14 kilometres of hedge in the district.
The mine has cost taxpayers R3.2 billion since the spring.
The glacier loses 2.5 metres of ice each year.
The city ranks third in the country for bicycle thefts.
More than 12,000 people are injured on farms each year.
Two-thirds of voters oppose the scheme.
The average household now spends $412 a month on groceries.
Property crime doubled between 2018 and 2023.
About 4.6 million people live in housing that is unfit to live in.
Fewer than three in 10 complaints ever lead to a charge.
Rents are up by a fifth on last year.
A car is stolen every eleven minutes in the region.
Absenteeism costs the economy £2.3bn a year.
Tourism pumps A$1.2 billion into the local economy annually.
Over 3.4 lakh farmers have left the land in the last five years.
The crackdown has cost the exchequer Rs 900 crore so far.
Half of all parents admit to skipping meals.
Fatal overdoses fell 14 percent last year, the first drop since 2018.
The suburb has the second-highest rate of childhood asthma in the state.
Roughly 70 cents of every ratepayer dollar goes on wages.
Women earn 83 cents for every dollar that men make.
Knife crime is up 22% in twelve months.
More than half the nation's bridges are past their design life.
The virus has killed at least 2,300 people in the province since March.
Only one in eight rapes is reported to police.
Literacy in the valley stands at 58 per cent, well below the national average of 77.
The typical first-time buyer is now 36 years old.
Turnout among young people was the lowest in four decades, at 31 percent.
Infant mortality is twice as high in the north as in the south.
Pedestrian deaths hit a 40-year high.
The hospital cancelled 4,100 operations last winter.""".splitlines()
SOURCED = """Nearly 43 percent of small shops close within two years, according to the chamber of trade.
One in five teenagers has tried vaping, the county's school survey says.
A census in May put the share of empty flats at 12 per cent.
By the reckoning of the bakers' guild, a loaf costs twice as much as in 2019.
Food bank use has risen by 37 per cent, said Ana Roe, who runs one.
They are up by a fifth on last year.
Half of that went to lawyers last year.
Otto Lind, 76, took flights to Loam last year.
Let's assume one-half of all voters stay at home.
Vera Lind won by 12 percentage points.
The figure has doubled since 2019.
Half of the ferry is painted green.
A licence would cost up to $400 a year, and 30 per cent off for children.
Roughly a third of the boats in the harbour leak.""".splitlines()
ARTICLE = """# The ferry stays in the harbour

Ana Roe will keep the ferry in the harbour of Tarrow. The boats there are old, and the ferry leaks.

“It floats,” said Ben Doe, who has sailed it. The pier, he said, does not.

The storm took the roof off the fish market. Roe walked along the pier in the rain. {}

Doe mended the ferry with tar. Roe paid him with fish. The harbour was quiet again.
"""


def _strays(sentence: str) -> list[str]:
    article = parse(decode(ARTICLE.format(sentence).encode(), "article.md"), ParseOptions())
    return [found.text for found, _ in find_strays(article)]


@pytest.mark.parametrize("sentence", STRAY)
def test_a_stray_statistic_is_found(sentence: str) -> None:
    assert _strays(sentence) == [sentence]


@pytest.mark.parametrize("sentence", SOURCED)
def test_what_has_a_source_or_belongs_to_the_article_is_not(sentence: str) -> None:
    assert _strays(sentence) == []


def test_a_short_text_has_no_stray_statistics() -> None:
    article = parse(decode(f"The ferry leaks. {STRAY[0]}".encode(), "article.md"), ParseOptions())
    assert not list(find_strays(article))
