"""Compose the sentences of `speech_grid`: speakers, verbs, what follows the verb, and orders of words.

`[ ]` holds the name or noun of who speaks, `< >` all that may be called the source, `{ }` what is said. What no grid
can compose is written out in `speech_cases.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

SPEAKERS = {
    "surname": "<[Lind]>",
    "full name": "<[Tor Lind]>",
    "title and name": "<Mayor [Ilse Brandt]>",
    "courtesy": "<Ms. [Brandt]>",
    "role": "<the harbour [master]>",
    "role with a place": "<a [spokesman] for the port authority>",
    "role before a name": "<ferry captain [Mara Oduya]>",
    "institution": "<the [Harbour Authority]>",
    "company": "<[Northwind Energy]>",
    "pronoun": "<[she]>",
    "apposition": "<[Tor Lind], the mayor of Tarrow,>",
    "long apposition": "<[Tor Lind], chief strategist in Oslo at IG,>",
    "age": "<[Ben Doe], 62,>",
    "relative clause": "<[Ana Roe], who runs the ferry to Hallin,>",
    "nameless": "<an [official] who asked not to be named>",
    "two": "<[Tor Lind and Ana Roe]>",
    "crowd": "<[residents] of Hallin>",
    "owned": "<the town’s [mayor]>",
    "title behind": "<[Ana Roe], MP for Tarrow North,>",
    "initials": "<[J. R. Osei] of the bakers’ union>",
}
# What may follow “said”.
TAILS = (
    "",
    " on Monday",
    " in an email to clients",
    " at a meeting on Monday",
    " to cheers from people who had come",
    " when the vote was over",
    " as he left the hall",
    " in a video posted on Monday",
    " in a statement released by the port",
    " after the council met in Hallin",
    " during a visit to Hallin",
    " outside the town hall",
    " by telephone from Hallin",
    " with a smile",
    " while the crowd waited outside",
    " shortly before the meeting began",
    " in response to a question about fares",
    " in her first interview since the storm",
    " minutes after the ship had docked",
    " last week",
    ", pointing to the pier",
    " from the town hall, where the mayor was the host",
    " at the rally, which drew 300 people",
    " through a lawyer",
    " Monday in a letter to the council",
    ", according to a transcript",
    " on the radio station’s breakfast programme",
)
LISTENERS = (
    " the council",
    " the Evening Post on Monday",
    " reporters who had waited outside",
    " the crowd",
    " Reuters",
    " a committee of parliament in Hallin",
    " Ana Berg, the mayor of Hallin",
    " the newspaper’s readers in a letter",
)
# Other verbs with what follows them.
VERBS = (
    "added",
    "wrote in a letter to the council",
    "wrote on his website",
    "posted on Facebook",
    "tweeted on Monday",
    "explained to voters at the rally",
    "replied",
    "noted in the report",
    "argued before the court in Hallin",
    "warned",
    "insisted",
    "recalled with a laugh",
    "chimed in",
    "announced to applause",
    "joked to the crowd",
    "testified before the committee",
    "complained to the Herald",
    "continued",
    "wrote on the social network X",
    "read from a prepared statement",
    "asked reporters",
    "shouted from the back of the hall",
    "confirmed by email",
    "acknowledged in court",
)
FRONTS = (
    "On Monday,",
    "In an email to clients,",
    "At a meeting in Dallas on Monday,",
    "Two months later,",
    "Four days after the storm,",
    "Asked about the delay,",
    "In a letter to Ana Berg, the mayor of Hallin,",
    "Speaking to reporters outside the hall,",
    "In an interview with the Herald,",
    "When a reporter mentioned fares,",
)
ATTITUDES = (
    "believes that {C}",
    "fears {C}",
    "thinks {C}",
    "is convinced that {C}",
    "notes that {C}",
    "suspects that {C}",
    "is confident that {C}",
    "hopes that {C}",
    "doubts that {C}",
    "worries that {C}",
    "was adamant that {C}",
    "remains convinced that {C}",
    "has long believed that {C}",
    "does not believe that {C}",
    "predicts that {C}",
    "concluded that {C}",
    "expects {the ferry to stop in June}",
    "wants {the pier to close in June}",
    "sees {the pier as a burden}",
    "is afraid that {C}",
    "maintains that {C}",
    "feels that {C}",
    "is certain that {C}",
    "is worried that {C}",
    "made it clear that {C}",
    "estimates that {C}",
)
QUOTES = (
    "The works take far too long",
    "We cannot close the pier in June",
    "Nobody asked the people who live here",
    "It costs twice as much as the old one",
    "I am so happy to be back in Hallin",
    "There is no money for a second ferry",
    "Every lamp on the quay is broken",
)
CLAUSES = (
    "the works take far too long",
    "the ferry will stop in June",
    "rents have doubled since spring",
    "two in three lamps were broken",
    "the pier is not safe for children",
)
BEFORE = ("", "Analysts at the bank said fares would rise.\n", "“We are tired,” Bo Dahl said.\n", "")
WRITTEN = Path(__file__).with_suffix(".txt")
WORD = re.compile(r"\w+(?:['’\-]\w+)*")


class Case(NamedTuple):
    """Hold a sentence with its marks, and by which dimensions it is counted."""

    text: str
    order: str
    speaker: str = "other"
    tail: str = "other"


def _opened(text: str) -> str:
    """Return a text whose first letter is a capital."""
    at = next((at for at, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:at] + text[at].upper() + text[at + 1 :]


def _closed(speaker: str) -> str:
    """Return a speaker without the comma behind an apposition."""
    return speaker.replace(",>", ">")


def quoted() -> Iterator[Case]:
    """Yield quotations before, after and around the verb."""
    quotes, before = cycle(QUOTES), cycle(BEFORE)
    for name, who in SPEAKERS.items():
        for tail in TAILS:
            yield Case(f"{next(before)}“{{{next(quotes)}}},” {who} said{tail}.", "quotation, speaker, verb", name, tail)
        for tail in LISTENERS:
            yield Case(f"{next(before)}“{{{next(quotes)}}},” {who} told{tail}.", "quotation, speaker, verb", name, tail)
    for (name, who), tail in zip(list(SPEAKERS.items()) * 6, cycle(TAILS)):
        if name not in ("pronoun", "nameless") and (name != "relative clause" or not tail):
            end = _closed(who) if not tail else who
            text = f"{next(before)}“{{{next(quotes)}}},” said {end}{tail}.".replace(",>,", ">,")
            yield Case(text, "quotation, verb, speaker", name, tail)


def led_in() -> Iterator[Case]:
    """Yield quotations behind the verb."""
    quotes = cycle(QUOTES)
    verbs = [*(f"said{tail}" for tail in TAILS if not tail.startswith(",")), *(f"told{tail}" for tail in LISTENERS)]
    for (name, who), verb in zip(list(SPEAKERS.items()) * 6, cycle(verbs)):
        yield Case(_opened(f"{who} {verb}: “{{{next(quotes)}.}}”"), "speaker, verb: quotation", name, verb)
    for (name, who), verb in zip(list(SPEAKERS.items()) * 3, cycle(verbs)):
        yield Case(_opened(f"{who} {verb}, “{{{next(quotes)}.}}”"), "speaker, verb, quotation", name, verb)
    for (name, who), front in zip(list(SPEAKERS.items()) * 3, cycle(FRONTS)):
        yield Case(f"{front} {who} said: “{{{next(quotes)}.}}”", "something in front", name, front)


def split() -> Iterator[Case]:
    """Yield quotations on both sides of the verb."""
    quotes, tails = cycle(QUOTES), cycle((*(f"said{tail}" for tail in TAILS), *(f"told{tail}" for tail in LISTENERS)))
    for name, who in list(SPEAKERS.items()) * 3:
        verb = next(tails)
        first, second = next(quotes), next(quotes)
        yield Case(f"“{{{first}}},” {who} {verb}. “{{{second}.}}”", "two quotations, speaker between", name, verb)
    for name, who in list(SPEAKERS.items()) * 2:
        verb = next(tails)
        text = f"“{{Whatever you think}},” {who} {verb}, “{{the pier must stay open.}}”"
        yield Case(text, "one quotation, speaker inside", name, verb)


def indirect() -> Iterator[Case]:
    """Yield speech without quotation marks."""
    said = cycle([*(f"said{tail}" for tail in TAILS if not tail.startswith(",")), *(f"told{t}" for t in LISTENERS)])
    clauses = cycle(CLAUSES)
    for name, who in list(SPEAKERS.items()) * 4:
        verb = next(said)
        yield Case(_opened(f"{who} {verb} that {{{next(clauses)}}}."), "speaker, verb, that", name, verb)
    for name, who in SPEAKERS.items():
        yield Case(_opened(f"{who} said {{{next(clauses)}}}."), "speaker, verb, clause", name)
        yield Case(_opened(f"{who} told reporters {{{next(clauses)}}}."), "speaker, verb, clause", name)
    for name, who in list(SPEAKERS.items()) * 4:
        verb = next(said)
        yield Case(_opened(f"{{{next(clauses)}}}, {who} {verb}."), "clause, speaker, verb", name, verb)
    for (name, who), front in zip(list(SPEAKERS.items()) * 3, cycle(FRONTS)):
        yield Case(f"{front} {who} said {{{next(clauses)}}}.", "something in front", name, front)
    for name, who in SPEAKERS.items():
        if name != "pronoun":
            yield Case(_opened(f"{{{next(clauses)}}}, according to {_closed(who)}."), "according to", name)
            comma = "" if who.endswith(",>") else ","
            yield Case(f"According to {who}{comma} {{{next(clauses)}}}.", "according to", name)
            yield Case(f"“{{{QUOTES[0]}}},” according to {_closed(who)}.", "according to", name)


def other_verbs() -> Iterator[Case]:
    """Yield other verbs of saying, and verbs of thinking and seeing."""
    quotes, clauses, verbs = cycle(QUOTES), cycle(CLAUSES), cycle(VERBS)
    for name, who in list(SPEAKERS.items()) * 5:
        verb = next(verbs)
        yield Case(f"“{{{next(quotes)}}},” {who} {verb}.", "other verbs", name, verb)
    attitudes = cycle(ATTITUDES)
    for name, who in list(SPEAKERS.items()) * 4:
        attitude = next(attitudes)
        plural = name in ("two", "crowd")
        verb = _plural(attitude) if plural else attitude
        yield Case(_opened(f"{who} {verb.replace('{C}', '{' + next(clauses) + '}')}."), "attitudes", name, attitude)


def _plural(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    irregular = {"is": "are", "was": "were", "has": "have", "does": "do", "worries": "worry"}
    return f"{irregular.get(first) or (first[:-1] if first.endswith('s') else first)} {rest}"


def headlines() -> Iterator[Case]:
    """Yield lines of headlines."""
    speakers = {
        "institution": "<[port authority]>",
        "surname": "<[Lind]>",
        "full name": "<[Ilse Brandt]>",
        "role": "<[mayor]>",
        "crowd": "<[residents]>",
    }
    clauses = ("ferries to stop on Sunday", "the pier is not safe", "rents have doubled in a year")
    for name, who in speakers.items():
        says = "say" if name == "crowd" else "says"
        for clause in clauses:
            lines = [
                f"{{{clause}}}, {who} {says}",
                f"{who} {says} {{{clause}}}",
                f"{who}: {{{_opened(clause)}}}",
                f"‘{{{_opened(clause)} again}}’, {says} {who}",
                f"{who}: ‘{{{_opened(clause)} again}}’",
            ]
            below = "\nMayor Ilse Brandt spoke to Tor Lind, a fisherman." if "name" in name else ""
            for line in lines:
                yield Case(f"# {_opened(line)}{below}", "headline", name)
            for line in lines[:3]:
                titled = WORD.sub(lambda word: _opened(word.group()), line)
                yield Case(f"# {titled}{below}", "headline in title case", name)


def written() -> Iterator[Case]:
    """Yield the cases that are written out, under the order that the line above them names."""
    order = ""
    for line in WRITTEN.read_text("utf-8").splitlines():
        if line.startswith("## "):
            order = line[3:]
        elif line and not line.startswith("//"):
            yield Case(line.replace(" / ", "\n"), order)


def cases() -> list[Case]:
    """Return the whole grid."""
    return [*quoted(), *led_in(), *split(), *indirect(), *other_verbs(), *headlines(), *written()]
