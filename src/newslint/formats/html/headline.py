"""Find the headline of a page: the heading that its metadata confirm, else what these say; it reads nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newslint.article import Element
from newslint.formats.html.facts import Facts, Value, letters_of, string_value
from newslint.formats.html.json_ld import JsonNode, member
from newslint.formats.html.pieces import Piece
from newslint.patterns import pattern
from newslint.spans import Span

_SEPARATOR = pattern(r"(?<!\s)\s+(?:(?:[|\-–—·•»«:~/]|::|\|\|)\s+|[|–—]\s*)|\|\s*|:\s(?=[A-Z]\w*\.com$)")
# Marks that are as often part of the headline itself.
_IN_HEADLINES = (":", "/", "~")
_LONGEST_SITE = 5  # words
_BEHIND_KICKERS = " \n:|–—·•-"
_LONGEST_TITLE = 1000  # code points; what is longer is no title


def choose_article(facts: Facts, pieces: list[Piece]) -> JsonNode | None:
    """Return the JSON-LD object of the page's own article: the first that the page confirms, else the first."""
    if not facts.articles:
        return None
    shown = _shown_titles(facts, pieces)
    title = _title_letters(facts)
    titled = [
        (place, letters_of(said.text))
        for place in facts.articles
        if (said := string_value(member(place, "headline", "name")))
    ]
    for place, letters in titled:
        if letters and (letters in shown or (len(letters) > 12 and letters in title)):
            return place
    return next((place for place, _ in titled), facts.articles[0])


def _title_letters(facts: Facts) -> str:
    return letters_of(facts.title.text) if facts.title else ""


def _shown_titles(facts: Facts, pieces: list[Piece]) -> set[str]:
    """Return the titles that meta tags and the first level of headings give, as letters."""
    titles = [value.text for value in facts.meta("og:title", "twitter:title")]
    titles += [piece.text for piece in pieces if piece.kind == "heading" and piece.level == 1]
    return set(map(letters_of, titles))


def find_headline(facts: Facts, article: JsonNode | None, pieces: list[Piece]) -> tuple[list[Element], Piece | None]:
    """Return the headline claims, best first, and the heading that is the headline, if a visible one is."""
    site = site_names(facts)
    said = _said_headlines(facts, article, site)
    found, part = _confirmed_heading(facts, said, pieces)
    claims: list[Element] = []
    if found is not None:
        claims.append(_from_piece(found, part))
    claims.extend(Element("headline", value.text, value.span, value.origin) for value in said[:2])
    if found is None:
        found = _lone_heading(pieces, site)
        if found is not None:
            claims.append(_from_piece(found, None))
    claims.extend(Element("headline", value.text, value.span, value.origin) for value in said[2:])
    if facts.title is not None:
        title = cut_site(facts.title, site)
        claims.append(Element("headline", title.text, title.span, title.origin))
    return claims, found


_HOST = pattern(r"(?:https?:)?//(?:www\.)?([^/:]+)")


def site_names(facts: Facts) -> set[str]:
    """Return the names by which the page calls its site and publisher, as letters."""
    names = {
        letters_of(value.text)
        for value in facts.meta(
            "og:site_name",
            "application-name",
            "al:ios:app_name",
            "al:android:app_name",
            "dc.publisher",
            "publisher",
            "apple-mobile-web-app-title",
            "cre",
            "copyright",
            "twitter:site",
        )
    }
    for place in (*facts.articles, *facts.pages):
        said = string_value(member(member(place, "publisher"), "name"))
        if said:
            names.add(letters_of(said.text))
    for value in (*facts.meta("og:url"), *([facts.canonical] if facts.canonical else [])):
        host = _HOST.match(value.text)
        if host:
            parts = host[1].lower().split(".")
            names.add(letters_of(host[1]))
            names.update(letters_of(part) for part in parts[:-1] if len(part) > 3)
    return names - {""}


def cut_site(value: Value, site: set[str]) -> Value:
    """Return a title without the site's name at its end or beginning; the span shrinks with it."""
    text = value.text
    marks = list(_SEPARATOR.finditer(text[:_LONGEST_TITLE]))
    end = len(text)
    for mark in reversed(marks):
        tail = text[mark.end() : end]
        head = text[: mark.start()]
        is_site = letters_of(tail) in site
        is_short = len(tail.split()) <= _LONGEST_SITE and len(head) > len(tail) and len(head.split()) >= 3
        if not (is_site or (is_short and mark[0].strip() not in _IN_HEADLINES)):
            break
        end = mark.start()
    start = 0
    for mark in marks:
        if mark.end() < end and letters_of(text[: mark.start()]) in site:
            start = mark.end()
            break
    kept = text[start:end].strip()
    if not kept or kept == text:
        return value
    return Value(kept, value.span, value.origin)


def _said_headlines(facts: Facts, article: JsonNode | None, site: set[str]) -> list[Value]:
    said: list[Value] = []
    value = string_value(member(article, "headline", "name")) if article else None
    if value:
        said.append(cut_known_site(value, site))
    for value in facts.meta(
        "og:title", "twitter:title", "headline", "title", "dc.title", "sailthru.title", "parsely-title"
    ):
        said.append(cut_known_site(value, site))
    return [value for value in said if letters_of(value.text) and letters_of(value.text) not in site]


def cut_known_site(value: Value, site: set[str]) -> Value:
    """Return a value without the site's own name after the last separator."""
    marks = list(_SEPARATOR.finditer(value.text[:_LONGEST_TITLE]))
    if marks and (
        letters_of(value.text[marks[-1].end() :]) in site
        or (marks[-1][0].strip() in ("|", "||") and len(value.text[marks[-1].end() :].split()) <= _LONGEST_SITE)
    ):
        return Value(value.text[: marks[-1].start()].strip(), value.span, value.origin)
    return value


def _confirmed_heading(
    facts: Facts, said: list[Value], pieces: list[Piece]
) -> tuple[Piece | None, tuple[int, int] | None]:
    """Return the heading that metadata confirm, and the part of it that is the headline where it holds more."""
    title = _title_letters(facts)
    known = [letters_of(value.text) for value in said]
    headings = [(piece, letters_of(_own_text(piece))) for piece in _headings(pieces)]
    tops = [(piece, words) for piece, words in headings if piece.level == 1 and len(words) > 8]
    found = _first(headings, lambda words: words in known) or _first(tops, lambda words: _is_title(words, title))
    if found is not None:
        return found, None
    for piece, words in tops:
        if any(_is_alike(piece.text, one.text, words, letters) for one, letters in zip(said, known, strict=True)):
            return piece, _part_of(piece, said)
        if len(words) > 12 and words in title:
            return piece, None
    return _first(headings, lambda words: len(words) > 16 and title.startswith(words)), None


def _own_text(piece: Piece) -> str:
    """Return the text of a heading without its kicker."""
    return piece.text[piece.kicker_end :] or piece.text


def _headings(pieces: list[Piece]) -> list[Piece]:
    """Return the headings of levels 1 to 3, the highest first."""
    headings = [piece for piece in pieces if piece.kind == "heading" and piece.level in (1, 2, 3)]
    # Of two that say the same, a heading by its tag goes before one by its class.
    return sorted(headings, key=lambda piece: (piece.level or 0, piece.node.tag == "p"))[:60]


def _first(headings: list[tuple[Piece, str]], fits: Callable[[str], bool]) -> Piece | None:
    """Return the first heading with letters that fit."""
    return next((piece for piece, words in headings if fits(words)), None)


def _is_title(words: str, title: str) -> bool:
    """Tell whether a heading is the page's title, or most of what this begins with."""
    return title.startswith(words) and len(words) >= 0.4 * len(title)


def _is_alike(text: str, said: str, words: str, said_words: str) -> bool:
    if min(len(words), len(said_words)) >= 0.55 * max(len(words), len(said_words)) and (
        words in said_words or said_words in words
    ):
        return True
    ours, theirs = set(text.casefold().split()), set(said.casefold().split())
    return bool(ours and theirs) and len(ours & theirs) >= 0.7 * max(len(ours), len(theirs))


def _part_of(piece: Piece, said: Iterable[Value]) -> tuple[int, int] | None:
    """Return where the headline stands in a heading that holds a kicker, too."""
    for value in said:
        at = piece.text.find(value.text)
        if (
            at >= 0
            and len(value.text) < len(piece.text)
            and (piece.text[:at].endswith((" ", "\n", "\t")) or piece.text[at - 1 : at].isalnum() or at == 0)
        ):
            return at, at + len(value.text)
    return None


def _lone_heading(pieces: list[Piece], site: set[str]) -> Piece | None:
    tops = [
        piece for piece in pieces if piece.kind == "heading" and piece.level == 1 and letters_of(piece.text) not in site
    ]
    long = [piece for piece in tops if len(piece.text.split()) >= 3]
    good = [piece for piece in long if piece.link_size < 0.9 * len(piece.text)]
    good = good or long or (tops if len(tops) == 1 else [])
    return good[0] if good else None


def _from_piece(piece: Piece, part: tuple[int, int] | None) -> Element:
    own = len(piece.text) - len(_own_text(piece).lstrip(_BEHIND_KICKERS))
    if part is None and 0 < own < len(piece.text):
        part = own, len(piece.text)
    if part is not None:
        return Element("headline", collapse_lines(piece.text[part[0] : part[1]]), piece.prose.locate(*part), "markup")
    return Element("headline", collapse_lines(piece.text), Span(*piece.span), "markup")


def collapse_lines(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
