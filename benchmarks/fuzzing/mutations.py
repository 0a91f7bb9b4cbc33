"""Make articles from seeds: change bytes, put in syntax, cut and join blocks, change formats and encodings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from random import Random

from benchmarks.fuzzing.dictionary import GROUPS, NAMES
from benchmarks.fuzzing.inputs import FORMATS, Seeds, blocks_of

# From seeds and a format to the bytes of an article.
Maker = Callable[[Random, Seeds, str], bytes]
_LARGEST = 6_000
_BOUNDARY = re.compile(rb"(?<=[\s<>\"'(\[{])|(?=[\s<>\"')\]}.,:;])")


def token(rng: Random, group: str | None = None) -> bytes:
    """Return a piece of syntax of a group, or of any."""
    return rng.choice(GROUPS[group or rng.choice(NAMES)])


def place(rng: Random, data: bytes) -> int:
    """Return a place in a text: its beginning or end, the start of a line, the edge of a word, or anywhere."""
    chance = rng.random()
    if chance < 0.12:
        return rng.choice((0, len(data)))
    at = rng.randint(0, len(data))
    if chance < 0.4:
        return data.rfind(b"\n", 0, at) + 1
    if chance < 0.75 and (found := _BOUNDARY.search(data, at)):
        return found.start()
    return at


def change_bytes(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Flip, insert, delete, duplicate, move and cut off bytes."""
    data = bytearray(seeds.draw(rng, format))
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 8, 20))):
        at = rng.randint(0, len(data))
        end = min(len(data), at + rng.choice((1, 1, 2, 4, 16, 64, 300)))
        match rng.randrange(7):
            case 0 if at < len(data):
                data[at] ^= 1 << rng.randrange(8)
            case 1 if at < len(data):
                data[at] = rng.randrange(256)
            case 2:
                data[at:at] = bytes(rng.randrange(256) for _ in range(rng.choice((1, 1, 2, 4))))
            case 3:
                del data[at:end]
            case 4:
                data[at:at] = data[at:end] * rng.choice((1, 1, 2, 8))
            case 5:
                moved = bytes(data[at:end])
                del data[at:end]
                to = rng.randint(0, len(data))
                data[to:to] = moved
            case _ if rng.random() < 0.3:
                del data[at:]
    return bytes(data[:_LARGEST])


def put_in_tokens(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Put pieces of syntax into a text, or in place of what stands there, several of one group or of many."""
    data = seeds.draw(rng, format)
    group = rng.choice(NAMES) if rng.random() < 0.6 else None
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4, 6, 10, 25))):
        at = place(rng, data)
        end = at if rng.random() < 0.7 else place(rng, data[at : at + 80]) + at
        piece = token(rng, group)
        if rng.random() < 0.08:
            piece *= rng.randint(2, 30)
        data = data[:at] + piece + data[end:]
    return data[:_LARGEST]


def pair_tokens(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Put a piece of syntax before some words of a text and one after them, as if it enclosed them."""
    data = seeds.draw(rng, format)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = place(rng, data)
        end = at + place(rng, data[at : at + rng.choice((20, 100, 500))])
        data = data[:at] + token(rng) + data[at:end] + token(rng) + data[end:]
    return data[:_LARGEST]


def join_blocks(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Make one text of the blocks of two to four: in turn, shuffled, doubled, or one set into another."""
    texts = [blocks_of(seeds.draw(rng, format)) for _ in range(rng.choice((2, 2, 3, 4)))]
    blocks = [block for text in texts for block in text]
    match rng.randrange(5):
        case 0:
            rng.shuffle(blocks)
        case 1:
            blocks = [rng.choice(blocks) for _ in range(rng.randint(1, 2 * len(blocks)))]
        case 2:
            at = rng.randint(0, len(texts[0]))
            blocks = [*texts[0][:at], *(block for text in texts[1:] for block in text), *texts[0][at:]]
        case 3:
            start = rng.randrange(len(blocks))
            blocks[start:start] = blocks[start : start + rng.randint(1, 5)] * rng.randint(1, 6)
        case _:
            del blocks[rng.randrange(len(blocks)) :: rng.randint(1, 4)]
    return rng.choice((b"", b"", b"\n", b"\n\n", b" ")).join(blocks)[:_LARGEST]


def splice(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Cut two texts anywhere and join the beginning of one to the end of the other, or set one into the other."""
    first, second = seeds.draw(rng, format), seeds.draw(rng, rng.choice((format, format, rng.choice(FORMATS))))
    at, then = place(rng, first), place(rng, second)
    if rng.random() < 0.6:
        return (first[:at] + second[then:])[:_LARGEST]
    end = then + rng.randint(0, 300)
    return (first[:at] + second[then:end] + first[at:])[:_LARGEST]


_PREFIXES = (
    b"> ", b"    ", b"\t", b"- ", b"1. ", b"* ", b"# ", b"> > ", b"| ", b"  ", b"<!-- ", b"// ", b"\xc2\xa0", b">",
    b"[^1]: ",
)  # fmt: skip
_WRAPPERS = (
    (b"<div>", b"</div>"), (b"<blockquote>", b"</blockquote>"), (b"<pre>", b"</pre>"), (b"<!--", b"-->"),
    (b"<p>", b"</p>"), (b"<table><tr><td>", b"</td></tr></table>"), (b"```\n", b"\n```\n"), (b"~~~\n", b""),
    (b"<script>", b"</script>"), (b"<template>", b"</template>"), (b"<li>", b""), (b"<aside>", b"</aside>"),
    (b"<p title='", b"'>x</p>"), (b"**", b"**"), ("“".encode(), "”".encode()), (b"[", b"](x)"),
    (b"<a href=x>", b"</a>"), (b"---\ntitle: >\n", b"\n---\n"), (b"<title>", b"</title>"), (b"<![CDATA[", b"]]>"),
    (b"{/* ", b" */}"), (b"<svg>", b"</svg>"), (b"<details>", b"</details>"), (b"<textarea>", b""),
)  # fmt: skip


def nest(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Give the lines of some blocks a prefix, or wrap them, once or several times over."""
    blocks = blocks_of(seeds.draw(rng, format))
    start = rng.randrange(len(blocks))
    end = rng.randint(start + 1, len(blocks))
    inner = b"".join(blocks[start:end])
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        if rng.random() < 0.5:
            prefix = rng.choice(_PREFIXES)
            inner = b"".join(prefix + line for line in inner.splitlines(keepends=True))
        else:
            before, after = rng.choice(_WRAPPERS)
            inner = before + inner + after
    return b"".join([*blocks[:start], inner, *blocks[end:]])[:_LARGEST]


def cross_formats(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Give a text of one format as another: as it is, within a text of that format, escaped, or wrapped."""
    others = [other for other in FORMATS if other != format]
    guest, host = seeds.draw(rng, rng.choice(others)), seeds.draw(rng, format)
    match rng.randrange(5):
        case 0:
            made = guest
        case 1:
            at = place(rng, host)
            made = host[:at] + guest + host[at:]
        case 2:
            made = html.escape(guest.decode("utf-8", "replace")).encode()
        case 3:
            before, after = rng.choice(_WRAPPERS)
            made = before + guest + after + host
        case _:
            tags = [b"<p>", b"<br>", b"<div>", b"<li>", b"\n\n", b"<td>"]
            made = rng.choice(tags).join(rng.choice((guest, host)).split(b"\n"))
    return made[:_LARGEST]


_CODECS = (
    "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp1251", "shift_jis", "utf-7",
    "gb18030",
)  # fmt: skip
_BEGINNINGS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf\xef\xbb\xbf", b"\r\n" * 40, b"\0")
_LABELS = (
    "utf-8", "utf-16", "windows-1252", "iso-8859-1", "shift_jis", "x-user-defined", "rot13", "zlib", "idna", "none",
    "gbk", "iso-2022-jp",
)  # fmt: skip


def encode_anew(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Change a text's line ends, its encoding, or what it says of its encoding."""
    data = seeds.draw(rng, format)
    if rng.random() < 0.3:
        data = put_in_tokens(rng, seeds, format)
    text = data.decode("utf-8", "replace")
    if rng.random() < 0.6:
        ends = ("\r\n", "\r", "\n\r", "\u2028", "\x85", "\x0b", "\n\n", " \n", "\r\n\r\n", "\t\r\n", "\x0c\n")
        one = rng.choice(ends)
        mixed = rng.random() < 0.4
        text = re.sub("\n", lambda _: rng.choice((one, "\n")) if mixed else one, text)
    if rng.random() < 0.15:
        text = rng.choice((str.upper, str.lower, str.swapcase, str.title))(text)
    if rng.random() < 0.15:
        text = text.encode("utf-8").decode("cp1252", "replace")
    if rng.random() < 0.35:
        label = rng.choice(_LABELS)
        text = rng.choice((f"<meta charset={label}>", f'<?xml version="1.0" encoding="{label}"?>')) + text
    data = text.encode(rng.choice(_CODECS) if rng.random() < 0.45 else "utf-8", "replace")
    if rng.random() < 0.15:
        data = rng.choice(_BEGINNINGS) + data
    if rng.random() < 0.15:
        data = data[: rng.randint(0, len(data))]
    if rng.random() < 0.2:
        at = rng.randint(0, len(data))
        data = data[:at] + token(rng, "bytes") + data[at:]
    return data[: 2 * _LARGEST]


def repeat(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Repeat one or two pieces of syntax, or some bytes of a text, many times, alone or within a text."""
    data = seeds.draw(rng, format)
    at = rng.randint(0, len(data))
    unit = rng.choice((token(rng), token(rng) + token(rng), data[at : at + rng.randint(1, 40)], token(rng) + b"\n"))
    unit = unit or b" "
    run = unit * rng.randint(2, max(3, 1_500 // len(unit)))
    if rng.random() < 0.4:
        run += token(rng) * rng.randint(1, 30)
    if rng.random() < 0.3:
        return run
    at = place(rng, data)
    return (data[:at] + run + data[at:])[:_LARGEST]


def mix_tokens(rng: Random, seeds: Seeds, format: str) -> bytes:
    """Make a text of nothing but pieces of syntax, of a few groups or of all."""
    groups = rng.sample(NAMES, rng.randint(1, 5)) if rng.random() < 0.7 else list(NAMES)
    pieces = []
    for _ in range(rng.randint(1, 70)):
        pieces.append(token(rng, rng.choice(groups)))
        pieces.append(rng.choice((b"", b"", b" ", b" ", b"\n", b"\n\n", b"word", b". The ")))
    return b"".join(pieces)[:_LARGEST]


MAKERS: dict[str, Maker] = {
    "bytes": change_bytes,
    "tokens": put_in_tokens,
    "pairs of tokens": pair_tokens,
    "joined blocks": join_blocks,
    "spliced": splice,
    "nested": nest,
    "crossed formats": cross_formats,
    "encodings": encode_anew,
    "repetitions": repeat,
    "tokens alone": mix_tokens,
}
