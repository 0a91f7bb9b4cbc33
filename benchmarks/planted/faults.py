"""Faults that need no wording: they are made from the article itself."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from benchmarks.planted.copies import Copy, Part, is_paragraph, mark
from benchmarks.planted.rendering import Rendered, render, settle

Plant = tuple[Rendered, Rendered]
Fault = Callable[[Copy, str, random.Random], Plant | None]
# What would be markup in a paragraph that is written as it is typed.
_MARKUP = re.compile(r"[\\`*_<>\[\]&]")
_WORD = re.compile(r"(?<![\w’'-])[a-z]{4}(?=[a-z]{3,}(?![\w’'-]))")
_RELATIVE = re.compile(
    r"\b(?:yesterday|(?:last|this|next) (?:week|month)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NO_YEAR = re.compile(r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?!,? \d{4})")
_THREE_WORDS = re.compile(r"(?<= )[a-z]{3,} [a-z]{2,} [a-z]{4,}(?= )")
_NAME = re.compile(r"(?<![.!?“] )(?<!^)\b[A-Z][a-z]{2,} ([A-Z][a-z]{5,})\b")


def both(faulty: Copy, twin: Copy, format: str) -> Plant:
    """Write a copy with a fault and its twin."""
    return render(faulty, format), render(twin, format)


def change(**fields: Any) -> Fault:
    """Make a fault by giving parts of a copy another value."""
    return _made(lambda copy: copy._replace(**fields))


def _made(change_copy: Callable[[Copy], Copy]) -> Fault:
    def fault(copy: Copy, format: str, chance: random.Random) -> Plant:
        return both(change_copy(copy), copy, format)

    return fault


def reword(pattern: str | re.Pattern[str], new: str | Callable[[re.Match[str]], str], fits: str = "") -> Fault:
    """Make a fault in one match of a pattern in a paragraph; `fits` is a pattern that the whole paragraph matches."""
    wanted, whole = re.compile(pattern), re.compile(fits)

    def fault(copy: Copy, format: str, chance: random.Random) -> Plant | None:
        places = [
            (index, match)
            for index, part in enumerate(copy.body)
            if index and is_paragraph(part) and not _MARKUP.search(part.text) and whole.match(part.text)
            if not _goes_on(copy.body, index)
            for match in wanted.finditer(part.text)
        ]
        if not places:
            return None
        index, match = chance.choice(places)
        text, written = match.string, match.expand(new) if isinstance(new, str) else new(match)
        changed = text[: match.start()] + written + text[match.end() :]
        return both(_with(copy, index, mark(changed)), _with(copy, index, mark(text)), format)

    return fault


def _goes_on(body: tuple[Part, ...], index: int) -> bool:
    """Tell whether a quotation may go on from the paragraph before or to the next: there, marks may be missing."""
    before = body[index - 1].text
    is_open = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return is_open or (index + 1 < len(body) and body[index + 1].text.startswith(("“", '"')))


def _with(copy: Copy, index: int, text: str) -> Copy:
    return copy._replace(body=(*copy.body[:index], Part("paragraph", text), *copy.body[index + 1 :]))


def _mojibake(text: str) -> str:
    """Return what UTF-8 looks like when it is read as windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def _garble(match: re.Match[str]) -> str:
    return _mojibake(match[0])


def _double_headline(copy: Copy, format: str, chance: random.Random) -> Plant:
    doubled = Part("paragraph", mark(copy.headline or ""))
    return both(copy._replace(body=(doubled, *copy.body)), copy, format)


def _double_paragraph(copy: Copy, format: str, chance: random.Random) -> Plant | None:
    long = [at for at, part in enumerate(copy.body[:-2]) if is_paragraph(part) and len(part.text) > 120]
    long = [at for at in long if not _MARKUP.search(copy.body[at].text)]
    if not long:
        return None
    at = chance.choice(long)
    copied = Part("paragraph", mark(copy.body[at].text))
    later = chance.randint(at + 1, len(copy.body))
    body = (*copy.body[:at], copied, *copy.body[at + 1 : later], copied, *copy.body[later:])
    return both(copy._replace(body=body), _with(copy, at, copied.text), format)


def _misspell_surname(copy: Copy, format: str, chance: random.Random) -> Plant | None:
    """Misspell a speaker's surname where it stands alone, once of at least three times."""
    names = sorted({match[1] for part in copy.body for match in _NAME.finditer(part.text)})
    chance.shuffle(names)
    text = "\n".join(part.text for part in copy.body)
    for name in names:
        alone = rf"(\b[a-z]+[,.]? ){name}(?![\w-]| [A-Z])"
        speaks = rf"\b(?:said|says|added) {name}\b|\b{name} (?:said|says|told|added|wrote)\b"
        if re.search(speaks, text) and len(re.findall(alone, text)) >= 3:
            return reword(alone, rf"\1{_misspell(name, chance)}")(copy, format, chance)
    return None


def _misspell(name: str, chance: random.Random) -> str:
    """Return a name with two letters exchanged, a letter lost or doubled, or another vowel."""
    at = chance.randrange(2, len(name) - 1)
    head, letter, tail = name[:at], name[at], name[at + 1 :]
    ways = [f"{head}{tail[0]}{letter}{tail[1:]}", head + tail, f"{head}{letter}{letter}{tail}"]
    ways += [f"{head}{'aeoi'['eaio'.index(letter)]}{tail}"] if letter in "eaio" else []
    return chance.choice([way for way in ways if way != name])


def _update_before(copy: Copy, format: str, chance: random.Random) -> Plant | None:
    if not isinstance(copy.published, date):
        return None
    before = copy.published - timedelta(days=chance.randint(2, 40))
    after = copy.published + timedelta(days=1)
    return both(copy._replace(updated=before), copy._replace(updated=after), format)


def _publish_late(copy: Copy, format: str, chance: random.Random) -> Plant:
    late = date(date.today().year + chance.randint(15, 60), 3, 12)
    return both(copy._replace(published=late), copy, format)


def _break_front_matter(copy: Copy, format: str, chance: random.Random) -> Plant:
    twin = render(copy, format)
    title = next(line for line in twin.text.splitlines() if line.startswith("title: "))
    broken = chance.choice(
        (
            (title, title[:-1]),  # a quotation mark is lost
            (title, f"title: Update: {json.loads(title[7:])}"),  # a colon in a text without quotation marks
            ("author: ", "\tauthor: "),
            ("author: ", "author "),
            ("date: ", "date: ["),
        )
    )
    return settle(twin.text.replace(*broken, 1)), twin


def json_ld(copy: Copy) -> str:
    """Return the structured data of an article."""
    day = copy.published.isoformat() if isinstance(copy.published, date) else copy.published
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": copy.headline,
        "datePublished": day,
        "author": {"@type": "Person", "name": copy.byline},
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _break_data(copy: Copy, format: str, chance: random.Random) -> Plant:
    data = json_ld(copy)
    broken = chance.choice(
        (
            data.replace(",\n", "\n", 1),  # a comma is lost
            data.replace("\n  }\n", "\n  },\n", 1),  # a comma too many
            data.rstrip("}\n"),
            data.replace('"headline": "', '"headline": ', 1),
            data.replace('"name": "', '"name": “', 1),
        )
    )
    return both(copy._replace(data=broken), copy._replace(data=data), format)


def contradict(**fields: Any) -> Fault:
    """Make a fault by giving the structured data another value than the page."""

    def fault(copy: Copy, format: str, chance: random.Random) -> Plant:
        other = json_ld(copy._replace(**fields))
        return both(copy._replace(data=other), copy._replace(data=json_ld(copy)), format)

    return fault


def _number(copy: Copy, numbers: tuple[int, ...]) -> Copy:
    pairs = zip(copy.faq, numbers, strict=True)
    return copy._replace(faq=tuple(pair._replace(number=number) for pair, number in pairs))


def _break_numbering(copy: Copy, format: str, chance: random.Random) -> Plant:
    wrong = chance.choice(((1, 2, 4), (1, 3, 4), (1, 2, 2), (1, 1, 2)))
    return both(_number(copy, wrong), _number(copy, (1, 2, 3)), format)


def _ask_twice(copy: Copy) -> Copy:
    first, second, third = copy.faq
    return copy._replace(faq=(first, second, third._replace(question=mark(first.question))))


def _ask_without_mark(copy: Copy) -> Copy:
    first, second, third = copy.faq
    return copy._replace(faq=(first, second._replace(question=mark(second.question.rstrip("?"))), third))


def undated(wanted: re.Pattern[str]) -> Fault:
    """Make a fault by taking the date of publication from an article with a date that needs it."""

    def fault(copy: Copy, format: str, chance: random.Random) -> Plant | None:
        if not any(wanted.search(part.text) for part in copy.body):
            return None
        return both(copy._replace(published=None), copy, format)

    return fault


_ONE_PAIR = r"[^“”\"]*“[^“”\"]+”[^“”\"]*$"
FAULTS: dict[str, Fault] = {
    "headline-removed": change(headline=None),
    "byline-removed": change(byline=None),
    "byline-empty": change(byline=""),
    "date-removed": change(published=None),
    "date-empty": change(published=""),
    "summary-removed": change(summary=None),
    "summary-empty": change(summary=""),
    "headline-doubled": _double_headline,
    "paragraph-doubled": _double_paragraph,
    "closing-quote-lost": reword("”", "", _ONE_PAIR),
    "opening-quote-lost": reword("“", "", _ONE_PAIR),
    "closing-quote-turned": reword("”", "“", _ONE_PAIR),
    "bracket-lost": reword(r"\)", "", r"[^()]*\(\w[^()]{3,}\)[^()]*$"),
    "mojibake-quotes": reword("^.+$", lambda found: re.sub("[“”’]", _garble, found[0]), ".*“"),
    "mojibake-apostrophe": reword("(?<=[a-z])’(?=[a-z])", _garble),
    "mojibake-accent": reword(
        "[éèáíóñüö]|(?<=[A-Z][a-z])[a-z](?=[a-z])", lambda found: _mojibake("é" if found[0].isascii() else found[0])
    ),
    "replacement-character": reword("(?<=[a-z])’(?=[a-z])", "\ufffd"),
    "nul": reword(_WORD, lambda found: f"{found[0]}\0"),
    "invisible-in-word": reword(_WORD, lambda found: found[0] + "\u200b\u2060\ufeff"[len(found.string) % 3]),
    "soft-hyphen-in-word": reword(_WORD, lambda found: f"{found[0]}\u00ad"),
    "bidi-control": reword(_WORD, lambda found: found[0] + "\u202e\u2066\u202d\u202b"[len(found.string) % 4]),
    "doubled-word": reword(r"(?<=[a-z] )(the|of|to|in|and|with)(?= [a-z])", r"\1 \1"),
    "entity-shown": reword("(?<=[a-z])’(?=[a-z])", "&rsquo;"),
    "surname-misspelt": _misspell_surname,
    "updated-before-published": _update_before,
    "date-far-future": _publish_late,
    "front-matter-broken": _break_front_matter,
    "json-ld-broken": _break_data,
    "metadata-headline": contradict(headline="Tarrow ferry to stop for nine weeks while its slip is rebuilt"),
    "metadata-author": contradict(byline="Bram Adeyemi"),
    "metadata-date": contradict(published="2011-03-09"),
    "reference-undefined": reword(_THREE_WORDS, r"[\g<0>][tarrow-report]"),
    "anchor-broken": reword(_THREE_WORDS, r"[\g<0>](#the-third-section)"),
    "faq-missing": change(faq=()),
    "faq-numbering-broken": _break_numbering,
    "faq-asked-twice": _made(_ask_twice),
    "faq-no-question-mark": _made(_ask_without_mark),
    "explainer-disclaimer-removed": change(disclaimer=None),
    "opinion-label-removed": change(label=None),
    "sponsored-label-removed": change(label=None),
    "sponsor-disclosure-removed": change(notice=None),
    "relative-date-undated": undated(_RELATIVE),
    "date-no-year-undated": undated(_NO_YEAR),
}
