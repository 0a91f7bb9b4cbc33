"""Tell a template from an article by its text: code around places for words, with hardly a word of its own."""

from __future__ import annotations

from newslint.patterns import pattern

# What shows template code to readers instead of running it, and comments: each from one string to another.
_SHOWN = (
    ("```", "```"),
    ("~~~", "~~~"),
    ("<!--", "-->"),
    ("{#", "#}"),
    ("{{/*", "*/}}"),
    ("<pre", "</pre"),
    ("<code", "</code"),
    ("<script", "</script"),
    ("<style", "</style"),
)
_RAW = pattern(r"\{%-?\s*+(?:raw|verbatim|highlight)\b")
_END_OF_RAW = pattern(r"\{%-?\s*+end(?:raw|verbatim|highlight)\b")
_CODE_SPAN = pattern(r"`[^`\n]*+`")
# Where the words of another file go, or what another file is to put its words into.
_SLOT = pattern(
    r"\{\{-?\s*+(?:content\s*+(?:\||-?\}\})|(?:page|section)\.content\b|\.Content\b|(?:block|define|template|partial)\s)"
    r"|\{%-?\s*+(?:extends|block)\b"
)
_STEERING = pattern(
    r"\{%-?\s*+(?:for|if|unless|case|include|layout|render|assign|set|macro)\b|\{\{-?\s*+(?:range|with|if|end)\b"
)
_TAG = pattern(r"<[^<>]*+>|&\w{2,10}+;")
_END = pattern(r"[.!?](?!\S)")
_LETTER = pattern(r"[^\W\d_]")
_SENTENCE = 6  # words that make one


def is_template(text: str) -> bool:
    """Tell whether a text is template code: it has a place for another file's words, or no sentence of its own."""
    if "{{" not in text and "{%" not in text:
        return False
    body = _without_what_is_shown(_body_of(text))
    body, outputs = _cut(body, "{{", "}}")
    rest, tags = _cut(body, "{%", "%}")
    # A shortcode (`{{< figure >}}`, `{{% note %}}`) is an article's own.
    codes = [code for code in (*outputs, *tags) if not code.startswith(("{{<", "{{%"))]
    if any(_SLOT.match(code) for code in codes):
        return True
    words = _TAG.sub(" ", rest)
    if not codes or _LETTER.search(words) is None:
        return bool(codes)
    is_steered = any(_STEERING.match(code) for code in codes)
    return is_steered and not any(len(part.split()) >= _SENTENCE for part in _END.split(words)[:-1])


def _body_of(text: str) -> str:
    """Return what follows front matter."""
    mark = text.lstrip("\ufeff")[:3]
    if mark not in ("---", "+++"):
        return text
    end = text.find(f"\n{mark}", 3)
    return text[end + 4 :] if end >= 0 else text


def _without_what_is_shown(text: str) -> str:
    for opening, closing in _SHOWN:
        if opening in text:
            text, _ = _cut(text, opening, closing)
    kept, at = [], 0
    while (start := _RAW.search(text, at)) and (end := _END_OF_RAW.search(text, start.end())):
        kept.append(text[at : start.start()])
        at = end.end()
    return _CODE_SPAN.sub(" ", " ".join([*kept, text[at:]]))


def _cut(text: str, opening: str, closing: str) -> tuple[str, list[str]]:
    """Return a text without the pieces from one string to the next other one, and these pieces."""
    kept, cut, at = [], [], 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        kept.append(text[at:start])
        at = end + len(closing)
        cut.append(text[start:at])
    return " ".join([*kept, text[at:]]), cut
