"""Find the headline of a page: the heading that its metadata confirm, else what these say; it reads nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from newslint.article import Element
from newslint.formats.html.facts import Facts, Value, collapse, letters_of, string_value
from newslint.formats.html.hints import is_boxed, is_step
from newslint.formats.html.pieces import Piece
from newslint.formats.html.titles import SHORTEST_HEADLINE, cut_site, parts_of_title, site_names
from newslint.formats.html.tree import HEADINGS, Node
from newslint.located_json import JsonNode, member
from newslint.newsroom.lines import read_line
from newslint.spans import Span

_BEHIND_KICKERS = " \n:|–—·•-"
_SHORTEST_PROSE = 80  # code points
_MOST_HEADINGS = 60
_PROSE_FROM, _OPENS_FROM = 40, 3  # pieces after a headline in which its article begins


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
    headings = _headings(pieces, site)
    found, part = _visible_heading(facts, said, headings, pieces)
    claims = [_from_piece(found, part)] if found is not None else []
    claims.extend(Element("headline", value.text, value.span, value.origin) for value in said[:2])
    if found is None:
        found = _any_heading(headings)
        claims.extend([_from_piece(found, None)] if found is not None else [])
    claims.extend(Element("headline", value.text, value.span, value.origin) for value in said[2:])
    if facts.title is not None:
        title = cut_site(facts.title, site)
        claims.append(Element("headline", title.text, title.span, title.origin))
    return claims, found


def _said_headlines(facts: Facts, article: JsonNode | None, site: set[str]) -> list[Value]:
    said: list[Value] = []
    value = string_value(member(article, "headline", "name")) if article else None
    if value:
        said.append(cut_site(value, site, is_title=False))
    for value in facts.meta(
        "og:title", "twitter:title", "headline", "title", "dc.title", "sailthru.title", "parsely-title"
    ):
        said.append(cut_site(value, site, is_title=False))
    said += _marked_headline(facts)
    return [value for value in said if letters_of(value.text) and letters_of(value.text) not in site]


def _marked_headline(facts: Facts) -> list[Value]:
    """Return the text of the only element that its markup calls the headline; a heading says no more than it does."""
    nodes = facts.properties.get("headline", [])
    text = collapse(nodes[0].text[nodes[0].inner : nodes[0].close]) if len(nodes) == 1 and _is_line(nodes[0]) else ""
    return [Value(text, Span(nodes[0].inner, nodes[0].close), "markup")] if text else []


def _is_line(node: Node) -> bool:
    if (
        node.tag == "meta"
        or node.is_unseen
        or any(part.tag in HEADINGS for part in (node, *islice(node.ancestors(), 2)))
    ):
        return False
    return 0 < node.close - node.inner < _LONGEST_MARKUP


_LONGEST_MARKUP = 600


def _visible_heading(
    facts: Facts, said: list[Value], headings: list[tuple[Piece, str]], pieces: list[Piece]
) -> tuple[Piece | None, tuple[int, int] | None]:
    """Return the heading that readers take for the headline, and its part that is the headline where it holds more.

    Some sites make a heading of the last step of their breadcrumbs. The headline is the one below it, if there is any.
    """
    steps = [piece for piece, _ in headings if is_step(piece.node)]
    found, part = _heading_below(facts, said, headings, pieces, steps) if steps else (None, None)
    if found is None:
        found, part = _confirmed_heading(facts, said, headings, 1)
    found = _below_name(found, headings, pieces) or found or _lone_heading(headings, pieces)
    if found is None and not said:
        found = _opening_heading(headings, pieces)
    return found, part or (_behind_kicker(found, said) if found is not None else None)


def _behind_kicker(piece: Piece, said: list[Value]) -> tuple[int, int] | None:
    """Return where the headline stands behind a kicker that metadata end with a colon and the heading does not.

    Where all metadata repeat the heading to the letter, all of it is the headline.
    """
    letters = letters_of(piece.text)
    for value in said if all(letters_of(value.text) != letters for value in said) else ():
        kicker, _, rest = value.text.partition(": ")
        end = len(kicker) + 1
        if rest and piece.text.startswith((f"{kicker} ", f"{kicker}\n")) and piece.text[end:][:1].isupper():
            return (end, len(piece.text)) if len(piece.text[end:].split()) >= SHORTEST_HEADLINE else None
    return None


def _below_name(found: Piece | None, headings: list[tuple[Piece, str]], pieces: list[Piece]) -> Piece | None:
    """Return the heading over the text where the one of the first level is but the short name of a site or section.

    One that the page's title repeats is a name only where the article is an element of its own, and does not hold it.
    """
    name = found or _any_heading(headings)
    if name is None or name.level != 1 or _is_long(name):
        return None
    below = next((piece for piece in pieces[name.index + 1 :] if piece.kind == "heading"), None)
    if below is None or not _is_long(below) or not _opens(below, pieces, _OPENS_FROM):
        return None
    if any(len(piece.text) >= _SHORTEST_PROSE for piece in pieces[name.index + 1 : below.index]):
        return None
    own = next((node for node in below.node.ancestors() if node.tag == "article"), None)
    is_apart = own is not None and not own.start <= name.node.start < own.end
    return below if is_apart or found is None else None


def _confirmed_heading(
    facts: Facts, said: list[Value], headings: list[tuple[Piece, str]], lowest: int
) -> tuple[Piece | None, tuple[int, int] | None]:
    """Return the heading that metadata confirm; `lowest` is the level down to which they may say it otherwise."""
    title = _title_letters(facts)
    known = {letters_of(value.text) for value in said}
    tops = _tops(headings, lowest)
    for among, fits in (
        (headings, known.__contains__),
        (tops, lambda words: _is_title(words, title)),
        (tops, _behind_kickers(said).__contains__),
    ):
        found = _first(among, fits)
        if found is not None:
            return found, None
    alike = next((piece for piece, words in tops if _is_said(piece, words, said, title)), None)
    if alike is not None:
        return alike, _part_of(alike, said)
    return _part_of_title(facts, headings) or _first(headings, lambda words: _is_end(words, title)), None


def _tops(headings: list[tuple[Piece, str]], lowest: int) -> list[tuple[Piece, str]]:
    return [(piece, words) for piece, words in headings if (piece.level or 0) <= lowest and len(words) > 8]


def _is_said(piece: Piece, words: str, said: list[Value], title: str) -> bool:
    """Tell whether a heading says what metadata say, in nearly the same words."""
    if len(words) > 12 and words in title:
        return True
    return any(_is_alike(piece.text, value.text, words, letters_of(value.text)) for value in said)


def _is_end(words: str, title: str) -> bool:
    return len(words) > 16 and (title.startswith(words) or title.endswith(words))


def _behind_kickers(said: list[Value]) -> set[str]:
    """Return the letters of what metadata say after a colon, where a kicker stands before it: `Harbour: Quay shut`."""
    parted = [value.text.partition(": ") for value in said]
    return {letters_of(rest) for _, _, rest in parted if len(rest.split()) >= SHORTEST_HEADLINE}


def _part_of_title(facts: Facts, headings: list[tuple[Piece, str]]) -> Piece | None:
    """Return the longest heading that is what the page's title says between its marks."""
    parts = parts_of_title(facts.title.text) if facts.title else ()
    if len(parts) < 2:
        return None
    fits = [
        (piece, words) for piece, words in headings if words in parts and _is_long(piece) and not is_boxed(piece.node)
    ]
    return max(fits, key=lambda fit: len(fit[1]), default=(None, ""))[0]


def _own_text(piece: Piece) -> str:
    """Return the text of a heading without its kicker."""
    return piece.text[piece.kicker_end :] or piece.text


def _headings(pieces: list[Piece], site: set[str]) -> list[tuple[Piece, str]]:
    """Return the headings of levels 1 to 3 with their letters, the highest first; none that names the site."""
    found = [piece for piece in pieces if piece.kind == "heading" and piece.level in (1, 2, 3)]
    # Of two that say the same, a heading by its tag goes before one by its class.
    found = sorted(found, key=lambda piece: (piece.level or 0, piece.node.tag == "p"))[:_MOST_HEADINGS]
    said = [(piece, letters_of(_own_text(piece))) for piece in found]
    return [(piece, words) for piece, words in said if words not in site]


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


def _lone_heading(headings: list[tuple[Piece, str]], pieces: list[Piece]) -> Piece | None:
    """Return the heading of the first level that stands over the page's article, if there is one only.

    It is what readers take for the headline, whatever metadata written for search engines call the article.
    """
    tops = [
        piece
        for piece, _ in headings
        if piece.level == 1 and _is_long(piece) and not _is_linked(piece) and not is_boxed(piece.node)
    ]
    return tops[0] if len(tops) == 1 and _is_over_article(tops[0], pieces) else None


def _heading_below(
    facts: Facts, said: list[Value], headings: list[tuple[Piece, str]], pieces: list[Piece], steps: list[Piece]
) -> tuple[Piece | None, tuple[int, int] | None]:
    """Return the headline of a page whose breadcrumbs end with a heading: one that is confirmed, or the next."""
    proper = [(piece, words) for piece, words in headings if piece not in steps]
    found, part = _confirmed_heading(facts, said, proper, 2)
    if found is not None:
        return found, part
    below = [piece for piece, _ in _tops(proper, 2) if steps[0].index < piece.index and _is_long(piece)]
    first = min(below, key=lambda piece: piece.index, default=None)
    return first if first is not None and _is_over_article(first, pieces) else None, None


def _is_over_article(heading: Piece, pieces: list[Piece]) -> bool:
    return not is_boxed(heading.node) and _opens(heading, pieces, _PROSE_FROM)


def _opening_heading(headings: list[tuple[Piece, str]], pieces: list[Piece]) -> Piece | None:
    """Return the heading that the page's prose begins below, of a page without metadata or another heading."""
    first = min((piece for piece, _ in headings), key=lambda piece: piece.index, default=None)
    if first is None or not _is_long(first) or read_line(first.text).dates:
        return None
    return first if _opens(first, pieces, _OPENS_FROM) else None


def _any_heading(headings: list[tuple[Piece, str]]) -> Piece | None:
    """Return the best heading of the first level, confirmed by nothing."""
    tops = [piece for piece, _ in headings if piece.level == 1]
    best = sorted(filter(_is_long, tops), key=_is_linked) or (tops if len(tops) == 1 else [])
    return best[0] if best else None


def _is_long(piece: Piece) -> bool:
    """Tell whether a heading has the length of a headline; scripts without spaces count their letters."""
    return len(piece.text.split()) >= SHORTEST_HEADLINE or (len(piece.text) >= 10 and piece.text[0] >= "\u3040")


def _is_linked(piece: Piece) -> bool:
    return piece.link_size >= 0.9 * len(piece.text)


def _opens(heading: Piece, pieces: list[Piece], within: int) -> bool:
    """Tell whether prose begins below a heading."""
    return any(
        piece.kind != "heading" and len(piece.text) - piece.link_size >= _SHORTEST_PROSE
        for piece in pieces[heading.index + 1 : heading.index + 1 + within]
    )


def _from_piece(piece: Piece, part: tuple[int, int] | None) -> Element:
    own = len(piece.text) - len(_own_text(piece).lstrip(_BEHIND_KICKERS))
    if part is None and 0 < own < len(piece.text):
        part = own, len(piece.text)
    if part is not None:
        return Element("headline", collapse_lines(piece.text[part[0] : part[1]]), piece.prose.locate(*part), "markup")
    return Element("headline", collapse_lines(piece.text).rstrip(" ¶"), Span(*piece.span), "markup")


def collapse_lines(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
