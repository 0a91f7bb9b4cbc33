"""Draw who speaks: a strip for the whole article, a bar beside each paragraph, and a table of the voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.article import Article
from newslint.pages.escaping import escape
from newslint.pages.nesting import Wrap
from newslint.pages.tables import draw_table, number, words
from newslint.records import NamedTuple
from newslint.reporters.voices import OWN, UNKNOWN, Stretch, find_voices

# Colours of sources that a style sheet has; those after them share one more.
_COLOURS = 8
_WIDTH = 1000  # of the strip, in its own units


class Voice(NamedTuple):
    """Somebody whose words an article holds: the name as the text gives it, and how much of the text that is.

    `look` is the class of its colour: `vo` the publication's own voice, `vu` nobody named, `v1` to `v8` the sources
    with most words, `vx` all others. `share` is in percent of the letters, `first` the block in which it is first
    heard, `passages` the number of stretches.
    """

    name: str
    kind: str
    look: str
    characters: int
    share: float
    passages: int
    first: int


class Map(NamedTuple):
    """Who speaks in an article: the stretches in order, by block, and the voices, the longest first."""

    stretches: tuple[Stretch, ...]
    by_block: Mapping[int, Sequence[Stretch]]
    voices: tuple[Voice, ...]
    looks: Mapping[str, str]


def map_voices(article: Article) -> Map:
    """Return who speaks where, by the analysis that `inspect` shows."""
    stretches = tuple(find_voices(article))
    by_block: dict[int, list[Stretch]] = {}
    sizes: dict[str, int] = {}
    kinds: dict[str, str] = {}
    firsts: dict[str, int] = {}
    counts: dict[str, int] = {}
    for stretch in stretches:
        by_block.setdefault(stretch.block, []).append(stretch)
        name = stretch.voice
        sizes[name] = sizes.get(name, 0) + stretch.end - stretch.start
        counts[name] = counts.get(name, 0) + 1
        kinds.setdefault(name, stretch.kind)
        firsts.setdefault(name, stretch.block)
    total = sum(sizes.values()) or 1
    ordered = sorted(sizes, key=lambda name: (-sizes[name], firsts[name]))
    looks = _looks(ordered)
    voices = tuple(
        Voice(name, kinds[name], looks[name], sizes[name], 100 * sizes[name] / total, counts[name], firsts[name])
        for name in ordered
    )
    return Map(stretches, by_block, voices, looks)


def _looks(names: Iterable[str]) -> dict[str, str]:
    looks, count = {OWN: "vo", UNKNOWN: "vu"}, 0
    for name in names:
        if name not in looks:
            count += 1
            looks[name] = f"v{count}" if count <= _COLOURS else "vx"
    return looks


def voice_layer(voices: Map, block: int) -> list[Wrap]:
    """Return the elements that tint the words of each voice in a block."""
    return [
        Wrap(each.start, each.end, f'<span class="voice {voices.looks[each.voice]}">')
        for each in voices.by_block.get(block, ())
    ]


def draw_along(voices: Map, block: int, length: int) -> str:
    """Return the bar beside a block: from top to bottom who speaks in it; empty where nobody does."""
    own = voices.by_block.get(block, ())
    if not own or not length:
        return ""
    bars = "".join(
        f'<rect class="{voices.looks[each.voice]}" width="6" y="{100 * each.start / length:.2f}" '
        f'height="{100 * (each.end - each.start) / length:.2f}"/>'
        for each in own
    )
    return f'<svg class="along" viewBox="0 0 6 100" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'


def draw_voices(voices: Map) -> str:
    """Return a section: the strip of who speaks from the headline to the end, and the table of all voices."""
    if not voices.voices:
        return ""
    return (
        '<section class="panel voices-panel" aria-labelledby="who-speaks"><h2 id="who-speaks">Who speaks</h2>'
        f"{_strip(voices)}{_table(voices)}</section>"
    )


def _strip(voices: Map) -> str:
    total = sum(each.end - each.start for each in voices.stretches) or 1
    at, bars = 0.0, []
    for each in voices.stretches:
        width = _WIDTH * (each.end - each.start) / total
        look = voices.looks[each.voice]
        bars.append(
            f'<rect class="{look}" x="{at:.2f}" width="{max(width - 1, 0.5):.2f}" height="40" data-to="b{each.block}">'
            f"<title>{escape(each.voice)}</title></rect>"
        )
        at += width
    first = voices.voices[0]
    told = f"Who speaks, from the beginning to the end: most of it is {first.name}, {first.share:.0f} percent."
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDTH} 40" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(told)} The table has all figures.">{"".join(bars)}</svg>'
    )


def _table(voices: Map) -> str:
    return draw_table(("Voice", "Kind", "#Share", "#Passages"), map(_row, voices.voices), "#who-speaks")


def _row(voice: Voice) -> str:
    key = f'<rect class="{voice.look}" width="10" height="10" rx="2"/>'
    return (
        f'<tr><th scope="row"><svg class="key" viewBox="0 0 10 10" aria-hidden="true">{key}</svg> '
        f'<a href="#b{voice.first}"><bdi>{escape(voice.name)}</bdi></a></th>'
        f"{words(voice.kind)}{number(f'{voice.share:.0f} %')}{number(voice.passages)}</tr>"
    )
