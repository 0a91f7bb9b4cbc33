"""Split what a newsroom writes into an author field into people's names; looks at no article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newslint.patterns import pattern

# Keys under which site generators keep a person's name, the most readable first.
_NAME_KEYS = ("name", "fullname", "full_name", "display_name", "displayname", "author", "title", "label", "twitter",
              "github", "login", "handle", "id", "email")  # fmt: skip
_LINK = pattern(r"\[([^\]\[]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_TAG = pattern(r"<[^<>@]{0,300}>")
_MAIL = pattern(r"(?:(?<!\s)\s+)?[<(\[]\s*[\w.+-]{1,64}@[\w.-]{1,64}\s*[>)\]]")
_EMPLOYER = pattern(r"(?<=\w|\.)\s+\([^()]{0,80}\)")
_MAIL_FIRST = pattern(r"^[\w.+-]{1,64}@[\w.-]{1,64}\s*\(([^()]{2,60})\)$")
_BY = pattern(
    r"""
    ^\W{0,3}(?:
        (?:(?:written|posted|reported|compiled|story|words|text|report|analysis|opinion)\s+)?by\b
      | von\b | par\b | por\b | authors?\s*: | byline\s*: | by\s*:
    )[\s:]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What follows the people: their place or house, a date, a further field.
_TAIL = pattern(r"(?<!\s)(?:\s+(?:(?:for|in|at|of|from)\s+(?=[A-Z])|[|·•–—-]\s+)|\s*\n\s*)")
_BETWEEN = pattern(
    r"(?:(?<!\s)\s+)?(?:;|,|\s&\s|\s\+\s|\s(?:and|und|et|with)\s)\s*(?:(?:and|&|und)\s+)?", re.IGNORECASE
)
_SUFFIX = pattern(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_DEGREE = pattern(
    r"(?:m\.?d|ph\.?d|d\.?phil|esq|cfa|cfp|cpa|r\.?n|r\.?d|m\.?p\.?h|j\.?d|m\.?b\.?a|b\.?a|m\.?a|m\.?sc|dds|do)\.?",
    re.IGNORECASE,
)


@cache
def _role() -> re.Pattern[str]:
    """Return the pattern of words that name a job or a desk and no person; our own list."""
    return pattern(
        r"""\b(?:correspondents?|editors?|reporters?|writers?|columnists?|contributors?|contributing|staff|desk|bureau
        |chief|director|analyst|producer|photographer|journalist|fellow|professor|lead|manager|officer|intern
        |team|engineer|designer|strategist|specialist|consultant|head|president|founder|developer|agency|service)\b""",
        re.IGNORECASE | re.VERBOSE,
    )


def split_names(value: object) -> tuple[str, ...]:
    """Return the names in a field's value: a text, a list, or a mapping with a name; at most 50, each once.

    Titles of jobs, desks, places and e-mail addresses that stand beside a name are left out; an address or a handle
    that stands alone is kept as it is.
    """
    found: dict[str, None] = {}
    for name in _names_in(value, 0):
        if len(found) < 50:
            found.setdefault(name)
    return tuple(found)


def _names_in(value: object, depth: int) -> list[str]:
    if isinstance(value, str):
        return _split_text(value)
    if depth > 4:
        return []
    if isinstance(value, (list, tuple)):
        return [name for item in value[:60] for name in _names_in(item, depth + 1)]
    if isinstance(value, Mapping):
        known = {str(key).lower(): item for key, item in value.items()}
        first, last = known.get("first_name") or known.get("first"), known.get("last_name") or known.get("last")
        if isinstance(first, str) and isinstance(last, str):
            return [f"{first.strip()} {last.strip()}"]
        for key in _NAME_KEYS:
            if isinstance(known.get(key), str) and str(known[key]).strip():
                return _split_text(str(known[key]))
        return [name for item in value.values() if isinstance(item, Mapping) for name in _names_in(item, depth + 1)]
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    return []


def _split_text(text: str) -> list[str]:
    text = text[:2000].strip()
    mail = _MAIL_FIRST.match(text)
    if mail:
        text = mail.group(1)
    linked = _LINK.findall(text)
    if len(linked) > 1:
        # Every person has a link; what stands between them says where they work.
        return [name.strip() for name in linked if name.strip()]
    text = _EMPLOYER.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
    text = _MAIL.sub("", text).strip().strip("*_\"“”'")
    text = _BY.sub("", text, count=1)
    found: list[str] = []
    for piece in _TAIL.split(text)[:1] if not text.startswith("@") else [text]:
        for part in _BETWEEN.split(piece):
            _add_part(found, part.strip(" \t\"'“”*_"))
    return found


def _add_part(found: list[str], part: str) -> None:
    if not part:
        return
    if found and _SUFFIX.fullmatch(part):
        found[-1] = f"{found[-1]} {part}"
        return
    if found and (_DEGREE.fullmatch(part) or _role().search(part) or (not part[0].isupper() and " " in part)):
        return
    found.append(" ".join(part.split()))
