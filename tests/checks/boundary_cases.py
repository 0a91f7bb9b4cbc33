"""Articles of an exact measure, and for each numeric option of a check the measures on both sides of its limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

Build = Callable[[int], str]

# Words without a pattern that any rule knows; `words(7)` is the first seven of as many as are asked for.
_PLAIN = "the old stone bridge by the mill was built long ago from oak and lime and it stands on two arches".split()
TELLING = (
    "lanterns granite harvest orchard windmill sailors blanket copper thunder meadow barrels ribbon tunnel saddle "
    "feather cellar hammer needle pepper violin basket anchor candle mirror pillow rabbit turnip walnut zipper"
).split()


def words(number: int) -> str:
    """Return so many plain words, in lower case and without a stop."""
    return " ".join(_PLAIN[at % len(_PLAIN)] for at in range(number))


def prose(number: int, each: int = 12) -> str:
    """Return so many plain words as short sentences in paragraphs of five."""
    left, sentences = number, []
    while left > 0:
        size = each if left >= 2 * each or left == each else left
        sentences.append(words(size).capitalize() + ".")
        left -= size
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


def unlike(number: int, start: int = 0) -> str:
    """Return a sentence of so many telling words, each of them another."""
    return " ".join(TELLING[(start + at) % len(TELLING)] for at in range(number)).capitalize() + "."


class Case(NamedTuple):
    """A rule's option, and an article for each measure; it is reported at `fires` and not at `silent`.

    `value` is what a configuration sets the option to, None for the shipped rule; `others` are options beside it.
    Only findings of a `severity` count, or those whose message `says` something, where these are given.
    """

    rule: str
    option: str
    build: Build
    fires: int
    silent: int
    value: float | None = None
    others: Mapping[str, object] = {}
    severity: str | None = None
    says: str | None = None
    suffix: str = "md"
    profile: str = "strict"


def poll_with_lead(points: int) -> str:
    return f"Quayside Polling asked 1,004 adults from 3 to 5 May. In its poll Roe leads Doe by {points} points."


def summary_alike(number: int) -> str:
    said = words(number).capitalize()
    return f"---\ntitle: {said}\nsummary: {said}\n---\n\nThe ferry stops on Monday.\n"


def captions_alike(number: int) -> str:
    figure = f'<figure><img src="a.jpg" alt="A boat"><figcaption>{words(number).capitalize()}</figcaption></figure>'
    paragraphs = [f"<p>{unlike(8, start)}</p>" for start in (0, 8, 16)]
    return f"<article><h1>Ferry</h1>{figure.join(paragraphs)}</article>"


def headline_of(size: int) -> str:
    return "# " + ("Ferry " * 40)[: size - 1] + "x\n\nThe ferry stops on Monday.\n"


def altered(changes: int, length: int = 20) -> str:
    inserted = " ".join(["[he]"] * changes)
    return f"# T\n\n“{words(length - changes).capitalize()} {inserted},” said Mara Oduya, the harbour master.\n"


def assistant(topics: int) -> str:
    told = " ".join(["Few use ChatGPT here."] * topics)
    return f"# T\n\nAs an AI language model, I cannot say when the ferry sails.\n\n{told}\n"


def mild_verbs(number: int) -> str:
    verbs = ["claims", "insists", "admits", "concedes", "claims"]
    return "\n\n".join(
        f"{name}, the {role}, {verbs[at]} that the ferry is safe."
        for at, (name, role) in enumerate(
            [
                ("Mara Oduya", "mayor"),
                ("Ben Doe", "captain"),
                ("Ada Roe", "baker"),
                ("Ivo Lind", "cook"),
                ("Una Sund", "smith"),
            ]
        )
        if at < number
    )


def call(length: int) -> str:
    opening = "For news of the ferry and of "
    return f"# T\n\n{opening}{words(length - len(opening.split()) - 2)} click here.\n"


def update(hours: int) -> str:
    day, hour = divmod(24 * 20 - hours, 24)
    changed = f"2026-05-{day + 1:02}T{hour:02}:00:00"
    return f"---\ntitle: T\ndate: 2026-05-21T00:00:00\nlastmod: {changed}\n---\n\nThe ferry sails.\n"


def changed_after(hours: int) -> str:
    """Return an article that says in a field that it was changed so many hours after it was published."""
    days, hour = divmod(hours, 24)
    changed = f"2026-05-{days + 1:02}T{hour:02}:00:00"
    return f"---\ntitle: T\ndate: 2026-05-01T00:00:00\nupdated: {changed}\n---\n\nThe ferry sails.\n"


def dated_after(days: int) -> str:
    """Return an article that is dated so many days after 22 November 2026."""
    return f"---\ntitle: T\ndate: {date(2026, 11, 22) + timedelta(days)}\n---\n\nThe ferry sails.\n"


def dated_in(year: int) -> str:
    return f"---\ntitle: T\ndate: {year}-05-03\n---\n\nThe ferry sails.\n"


def headline_again(size: int) -> str:
    title = " ".join(TELLING[:size]).capitalize()
    return f"# {title}\n\nThe ferry sails.\n\n## {title}\n\nThe ferry stops.\n"


def headline_below(blocks: int) -> str:
    between = "\n\n".join(f"The ferry sails at {at}." for at in range(blocks - 1))
    return f"# Lanterns granite harvest\n\n{between}\n\n## Lanterns granite harvest\n\nThe ferry stops.\n"


def paragraph_twice(size: int) -> str:
    said = unlike(size)
    return f"# T\n\n{said}\n\nThe ferry sails.\n\n{said}\n"


def paragraph_later(blocks: int) -> str:
    between = "\n\n".join(f"The ferry sails at {at}." for at in range(blocks - 1))
    return f"# T\n\n{unlike(24)}\n\n{between}\n\n{unlike(24)}\n"


def paragraph_nearly(same: int) -> str:
    """Two paragraphs of twenty words, of which so many are the same."""
    return f"# T\n\n{unlike(20)}\n\nThe ferry sails.\n\n{unlike(same)[:-1]} {' '.join(['stone'] * (20 - same))}.\n"


def list_twice(items: int) -> str:
    listed = "\n".join(f"- {unlike(9, at)}" for at in range(items))
    return f"# T\n\n{listed}\n\nThe ferry sails.\n\n{listed}\n"


def paragraphs_twice(passages: int) -> str:
    kept = [unlike(24, 5 * at) for at in range(passages)]
    parted = [text for text in kept for text in (text, "## The ferry sails on")]
    again = [text for text in reversed(kept) for text in (text, "## The ferry stops at noon")]
    return "# T\n\n" + "\n\n".join([*parted, *again])


def advice(pieces: int) -> str:
    told = ["This share is a strong buy.", "The bond is a must-buy for all.", "The fund is a strong sell."]
    return "# Ferry shares fall\n\nBy Mara Oduya\n\n" + "\n\n".join(told[:pieces]) + "\n"


def table(filled: int, empty: int) -> str:
    rows = [f"| Stop {at} | at {at} |" for at in range(filled)] + [f"| Pier {at} | |" for at in range(empty)]
    return "# T\n\n| Stop | Time |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def empty_section(level: int, size: int = 2) -> str:
    mark = "#" * level
    return f"# T\n\nThe ferry sails.\n\n{mark} {unlike(size)[:-1]}\n\n{'#' * (level - 1)} Pier\n\nThe ferry stops.\n"


def numbered_questions(number: int) -> str:
    asked = "".join(f"### {2 * at + 1}. Why {TELLING[at]}?\n\nBecause of that.\n\n" for at in range(number))
    return f"# T\n\nThe ferry sails.\n\n## FAQ\n\n{asked}"


def faq_repeats(shared: int, total: int = 10, sentences: int = 2) -> str:
    """A FAQ of which so many sentences share so many of their telling words with one of the body."""
    body = "\n\n".join(unlike(total, 10 * at) for at in range(sentences))
    answers = ""
    for at in range(sentences):
        own = " ".join(f"ferry{at}{more}" for more in range(total - shared))
        answers += f"### Why {at}?\n\n{unlike(shared, 10 * at)[:-1]} {own}.\n\n"
    return f"# T\n\n{body}\n\n## FAQ\n\n{answers}"


def headline_quoting(size: int, body: int = 120) -> str:
    return f"# Mayor sees ‘{' '.join(TELLING[:size])}’ in Tarrow\n\n{prose(body)}\n"


def headline_leaving_out(words: int) -> str:
    """A headline that leaves out so many words in a row of what the body quotes."""
    quoted, omitted = TELLING[:10], " ".join(["so"] * words)
    told = f"He saw “{' '.join([*quoted[:5], omitted, *quoted[5:]])}” there."
    return f"# Mayor sees “{' '.join(quoted)}” in Tarrow\n\n{told}\n\n{prose(120)}\n"


def dates_apart(days: int) -> str:
    return (
        f"---\ntitle: Ferry stops\ndate: 2026-05-{10 + days:02}\n---\n\n# Ferry stops\n\nPublished on: 10 May 2026\n\n"
        "The ferry sails.\n"
    )


def icon(size: int) -> str:
    picture = f"<p>{prose(40)}</p><img src=a.jpg width='{size}'><p>{prose(40)}</p>"
    return f"<html><head></head><body><article><h1>T</h1>{picture}</article></body></html>"


def accused(paragraphs: int) -> str:
    before = "\n\n".join(f"The ferry sails at {at} in the morning." for at in range(paragraphs - 1))
    return f"# Ferry stops\n\n{before}\n\nShopkeepers accused Acme Boats of dumping oil in the harbour.\n"


def year_before(blocks: int) -> str:
    between = "".join("The ferry sails.\n\n" for _ in range(blocks - 1))
    return f"# T\n\nIt was built on 3 May 1998.\n\n{between}It was mended on 7 June for good.\n"


def straight_marks(straight: int, curly: int) -> str:
    told = [f'"The ferry number {at} sails today," said Mara Oduya.' for at in range(straight)]
    told += [f"“The ferry number {at} stops today,” said Ben Doe." for at in range(10, 10 + curly)]
    return "# T\n\n" + "\n\n".join(told) + "\n"


def surnames(letters: int) -> str:
    right, wrong = "Brandtsen"[:letters], "Brondtsen"[:letters]
    return f"# T\n\nMara {right} came. Mara {right} saw the sea.\n\nLater Mara {wrong} left.\n"


def spellings(size: int) -> str:
    american = "center fiber caliber theater".split()[:size]
    return f"# T\n\nThe {' and the '.join(american)} shut. Its colour is new.\n"


def acronyms(size: int) -> str:
    return f"# T\n\n{'The PLKW met by the pier. ' * size}\n"


def orphan(size: int) -> str:
    return f"# T\n\nThe ferry sails.\n\n“{words(size).capitalize()}.”\n\nThe ferry stops.\n"


def filler(size: int) -> str:
    row = "vestibulum aliquam pellentesque tincidunt sollicitudin".split()
    return f"# T\n\nThe ferry sails. {' '.join(row[:size]).capitalize()}. The ferry stops.\n"


def long_paragraphs(size: int, number: int = 1) -> str:
    return "# T\n\n" + "\n\n".join(prose(size).replace("\n\n", " ") for _ in range(number)) + "\n"


def bio(pieces: int) -> str:
    praise = ["a passion for", "a knack for", "brings creativity"]
    told = ", ".join(f"{piece} boats" for piece in praise[:pieces])
    return f"# T\n\nBy Mara Oduya\n\n{prose(40)}\n\n## About the author\n\nMara has {told}.\n"


def said_twice(size: int, changed: int = 1) -> str:
    one = TELLING[:size]
    other = one[: size - changed] + [f"{word}x" for word in one[size - changed :]]
    return (
        f"# T\n\n“{' '.join(one).capitalize()},” said Mara Oduya, the mayor.\n\nThe ferry sails.\n\n"
        f"She had said: “{' '.join(other).capitalize()}.”\n"
    )


def repeated(size: int, number: int = 1) -> str:
    """So many runs of so many words that come back in the middle of later paragraphs."""
    firsts = [f"Here {TELLING[-at - 1]} and {unlike(size, 7 * at).lower()[:-1]} pass." for at in range(number)]
    lasts = [f"Later so many {unlike(size, 7 * at).lower()[:-1]} come." for at in range(number)]
    return "# T\n\n" + "\n\n".join([*firsts, *lasts]) + "\n"


def marked(size: int) -> str:
    quoted = " ".join(["free", "old", "big"][:size])
    return f"# T\n\nThe council met on Monday. The “{quoted}” ferry is full of tourists.\n"


def sentence(size: int) -> str:
    return f"# T\n\nThe ferry sails. {words(size).capitalize()}. The ferry stops.\n"


def one_source(times: int, length: int = 400) -> str:
    told = [f"The ferry number {at} sails in May, said Mara Oduya, the mayor." for at in range(times)]
    rest = prose(length - 12 * times)
    return "# T\n\n" + "\n\n".join([*told, rest]) + "\n"


def compounds(number: int, length: int = 700) -> str:
    kinds = ["long running", "post war", "state run", "high level", "low cost", "short term", "far right"]
    told = [f"They saw a {kind} plan here." for kind in kinds[:number]]
    return "# T\n\n" + " ".join(told) + "\n\n" + prose(length - 7 * number) + "\n"


def summary_after(before: int, after: int = 200) -> str:
    return (
        f"# T\n\n{prose(before - 20)}\n\n## The mill\n\n{prose(20)}\n\n"
        f"## Summary\n\n- The bridge is old.\n- It stands.\n\n## The rest\n\n{prose(after)}\n"
    )


def titles(lower: int, capital: int = 3) -> str:
    told = [f"In town they met Mayor {name} today." for name in ["Oduya", "Brandt", "Voss"][:capital]]
    told += [f"In town they saw mayor {name} today." for name in ["Salz", "Quist", "Beck"][:lower]]
    return "# T\n\n" + " ".join(told) + "\n"


CLAIM = (
    "The pier is the oldest in the country and the trade of the town has fallen by 40 per cent within two long years."
)
FLAT = (
    "The pier stands in the old harbour of the town and the men of the quay come to it each day with their small boats."
)


def run_of(paragraphs: int, claims: int = 2, lead: int = 2, size: int = 0) -> str:
    """So many paragraphs without a source behind a lead; `size` cuts one more of them to so many words."""
    told = [FLAT] * lead + [CLAIM if at < claims else FLAT for at in range(paragraphs)]
    if size:
        told.append(f"{' '.join(CLAIM.split()[:size])}")
    return "\n\n".join(f"{text}" for text in told) + "\n"


def lone_marks(number: int) -> str:
    return "# T\n\n" + "\n\n".join(f"The ferry number {at} is “old and slow and late." for at in range(number)) + "\n"


def running_quotation(paragraphs: int) -> str:
    between = "".join("The ferry sails.\n\n" for _ in range(paragraphs - 1))
    return f"# T\n\nThe mayor said: “The ferry is old.\n\n{between}It is slow and late” on Monday.\n"


def interpreting(number: int, total: int = 10) -> str:
    told = [f"The plan number {at} could signal a change." for at in range(number)]
    told += [f"The ferry number {at} sails today." for at in range(total - number)]
    return "# T\n\n" + " ".join(told) + "\n"


def sum_of(amount: int) -> str:
    return f"# T\n\nThe pier lost £{amount:,} in the last quarter. Shops on the quay are empty.\n"


def shares(number: int, size: int = 12) -> str:
    told = [
        f"Exports of {TELLING[at]} fell {11 + at}%{' ' if size > 5 else ''}{words(size - 5)}." for at in range(number)
    ]
    return "# T\n\n" + "\n\n".join(told) + "\n"


def figure_in_headline(figure: int, body: str = "", length: int = 120) -> str:
    rest = prose(length - len(body.split()))
    return f"# Tarrow counts {figure} boats\n\n{body}\n\n{rest}\n"


def reporters(number: int) -> str:
    told = [f"The minister {TELLING[at].capitalize()} told reporters that the ferry was safe." for at in range(number)]
    return "# T\n\n" + "\n\n".join(told) + "\n"


def summary_repeats(shared: int, own: int, told: int) -> str:
    """A summary that shares so many telling words with what a source says in `told`, and has so many of its own."""
    rest = " ".join(f"stone{chr(97 + at)}" for at in range(own))
    said = " ".join(TELLING[:told])
    return (
        f"# T\n\n## Summary\n\n- {unlike(shared)[:-1]} {rest}.\n\n## What happened\n\nPort officials say that {said}. "
        "The ferry sails.\n"
    )


def summary_scattered(near: int) -> str:
    """A summary in which so many of five neighbouring telling words are those of a source, among many others."""
    of_source = TELLING[:10]
    other = [f"stone{chr(97 + at)}" for at in range(20)]
    mixed = [*other[:10], *of_source[:near], *other[10:15], *of_source[8:], *other[15:]]
    return (
        f"# T\n\n## Summary\n\n- {' '.join(mixed).capitalize()}.\n\n## What happened\n\nPort officials say that "
        f"{' '.join(of_source)}. The ferry sails.\n"
    )


def heavy(length: int, paragraphs: int = 1, size: int = 40) -> str:
    """A text of so many words, of which so many paragraphs of a size are one sentence each and very hard to read."""
    hard = "Administrative considerations necessitated extraordinary reconsideration of municipal responsibilities "
    one = " ".join((hard * 9).split()[:size])
    rest = length - paragraphs * size - 1
    easy = f"\n\n{prose(rest, 5)}" if rest > 0 else ""
    return "# T\n\n" + "\n\n".join(f"{one}." for _ in range(paragraphs)) + easy + "\n\nEnd.\n"


def long_sentences(long: int, total: int = 10) -> str:
    told = [f"{words(35).capitalize()}." for _ in range(long)] + ["The ferry sails."] * (total - long)
    return "# T\n\n" + " ".join(told) + "\n"


def cliches(number: int) -> str:
    return "# T\n\n" + " ".join(["The vote is a game changer."] * number) + "\n"


def notice(size: int) -> str:
    """A text with a section `Disclaimer` of so many words, which says whom to ask."""
    return f"# T\n\nBy Mara Oduya\n\n{prose(40)}\n\n## Disclaimer\n\nAsk a doctor {words(size - 3)}.\n"


def each(shape: str, joint: str = "\n\n") -> Build:
    """Return a builder that says something so many times, each time with another word."""
    return lambda number: "# T\n\n" + joint.join(shape.format(TELLING[at % 29], at) for at in range(number)) + "\n"


class Named(NamedTuple):
    """A rule that names other places: of so many in the article, `most` at the most, the first `first` apart."""

    rule: str
    option: str | None
    build: Build
    most: int
    least: int = 2
    first: int = 1
    value: float | None = None
    others: Mapping[str, object] = {}
    suffix: str = "md"
    profile: str = "strict"


def comment_lines(number: int) -> str:
    return f"# T\n\n{prose(60)}\n\n" + "\n\n".join(["Leave a Comment"] * number) + "\n"


def speakers(number: int) -> str:
    told = [f"“The ferry is gone,” said Mara {name.capitalize()}." for name in TELLING[:number]]
    return "# T\n\n" + "\n\n".join(told) + "\n"


def compounds_again(number: int) -> str:
    """A long text with so many compounds, five of them different."""
    return f"{compounds(min(number, 5))}\n\n" + "\n\n".join(["They saw a long running plan."] * (number - 5)) + "\n"


def bare_notices(number: int) -> str:
    return f"# T\n\nBy Mara Oduya\n\n{prose(40)}\n\n" + "\n\n".join(["Disclaimer"] * number) + "\n"


def slips(number: int) -> str:
    return "# T\n\n" + "\n\n".join(["Mara Brandtsen came."] * 9 + ["Mara Brondtsen came."] * number) + "\n"


def letters(length: int) -> str:
    """Return so many characters of telling words, the first with a capital."""
    return (" ".join(TELLING).capitalize()[: length - 1].rstrip() + "x" * length)[:length]


def said_again(first: str) -> str:
    """A quotation, and later another version of it, which has one word more."""
    return (
        f"# T\n\n“{first}” said Mara Oduya, the mayor.\n\nThe ferry sails.\n\n"
        f"She had said: “{first.replace(' granite ', ' old granite ')}.”\n"
    )


def slips_of_one(number: int) -> str:
    wrong = [f"Bran{letter}tsen" for letter in "abcefghijk"][:number]
    return "# T\n\n" + "\n\n".join(["Mara Brandtsen came."] * 9 + [f"Mara {name} came." for name in wrong]) + "\n"


def told_and_repeated(number: int) -> str:
    """So many statements of sources, each of which a summary repeats as a fact."""
    said = [" ".join(f"{TELLING[at]}{letter}" for letter in "abcdef") for at in range(number)]
    digest = "\n".join(f"- {text.capitalize()}." for text in said)
    told = "\n\n".join(f"Port officials say that {text}. The ferry sails." for text in said)
    return f"# T\n\n## Summary\n\n{digest}\n\n## What happened\n\n{told}\n"


def references(number: int) -> str:
    documents = "memo,manifesto,tweet,readout,affidavit,dissent,lawsuit,op-ed,resignation letter".split(",")
    told = [f"The mayor named no pier in her {document}." for document in documents[:number]]
    return "# T\n\n" + "\n\n".join(told) + "\n"


def misspelled(number: int) -> str:
    """A paragraph with so many words that are none."""
    slipped = ["goverment", "harbuor", "brigde", "windmil", "lantrn"][:number]
    return "# T\n\n" + " ".join(f"The old {word} of the town was shut." for word in slipped) + "\n"


def told_late(days: int) -> str:
    """Return an article that tells of a day so many days before its publication as if it were to come."""
    day = date(2024, 5, 10) - timedelta(days)
    return (
        "---\ntitle: Harbour hall\ndate: 2024-05-10\n---\n\n"
        f"The hall by the harbour will open to the public on {day.day} {day:%B} {day.year}, after years of work.\n"
    )


def announced_before(days: int) -> str:
    """Return an article that announces what was so many days before the day of the test."""
    day = date(2026, 11, 22) - timedelta(days)
    return (
        "---\ntitle: Harbour hall\ndate: 2020-05-10\n---\n\n"
        f"The hall by the harbour will open to the public on {day.day} {day:%B} {day.year}, after years of work.\n"
    )


def dates_in_orders(number: int) -> str:
    """Return an article with so many dates that put the day first, and one that does not."""
    return (
        "# T\n\nThe hall opens on May 2. " + " ".join(f"It shut on {day} March." for day in range(1, number + 1)) + "\n"
    )


def broken_off(number: int) -> str:
    """A paragraph of so many words that ends within its sentence."""
    return f"# T\n\n{words(number - 1)} the\n\nNobody came.\n"
