"""Tell which links earn money: by the parameters that programmes add, by hosts that lead on to shops, by shops.

Parameters and hosts are data (`lexicons/commerce.txt`). What a site also uses to count visits, such as `?ref=`, tells
only with a shop in the address or with words of buying beside it.
"""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlsplit

from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

_MONEY = pattern(r"[£$€₹]\s?\d|\d\s?(?:pounds|dollars|euros|rupees)\b")
_WORD = pattern(r"[a-z]+")
_AMAZON = pattern(r"[\w-]{1,40}-2[0-9]\Z")
_NUMBERED = pattern(r"/(?:a|aff)/\d{2,9}/\w")  # a shop's page for a partner's number
_LONGEST = 2000


def why_commercial(target: str, text: str) -> str | None:
    """Return by what a link earns money, such as `?tag=` or a host, or None; `text` are the words in and around it."""
    address = _split(target)
    if address is None or not address.hostname:
        return None
    host = address.hostname.removeprefix("www.")
    lists = word_lists("commerce")
    if any(host == known or host.endswith(f".{known}") for known in lists["redirector"]):
        return host
    return _by_parameter(address, host, text) or _by_folder(address, text)


def _split(target: str) -> SplitResult | None:
    if not target.startswith(("http://", "https://", "//")) or len(target) > _LONGEST:
        return None
    try:
        address = urlsplit(target)
        return address if address.hostname else None
    except ValueError:
        return None


def _by_parameter(address: SplitResult, host: str, text: str) -> str | None:
    """Return the parameter by which a shop knows who sent a buyer."""
    lists = word_lists("commerce")
    is_shop = not lists["shop"].isdisjoint(_WORD.findall(host))
    is_event = not lists["event"].isdisjoint(host.split("."))
    for name, value in parse_qsl(address.query.replace("&amp;", "&"), keep_blank_values=True):
        key = name.lower().replace("_", " ")  # as lists have it
        if is_event and key == "aff":
            continue  # who sent a guest
        if key in lists["sure"] or value.lower() in lists["value"]:
            return f"?{name}="
        if key == "tag" and _AMAZON.match(value):
            return f"?{name}="
        if (key in lists["weak"] and value and not _OWN_PLACE.fullmatch(value.lower())) and (
            is_shop or is_buying(text)
        ):
            return f"?{name}="
    return None


# Where on its own pages a site gave a link out: in an embedded post, on its home page, in a menu.
_OWN_PLACE = pattern(
    r"embed\w*|hp_\w*|nav\w*|home\w*|(?:top|side)?bar|footer|header|menu|share\w*|search\w*|\w+_(?:post|page|nav)"
)


def _by_folder(address: SplitResult, text: str) -> str | None:
    """Return the folder of a site's own redirects to shops, where words of buying are beside the link."""
    first, _, rest = address.path.lstrip("/").partition("/")
    is_redirect = rest and "/" not in rest.rstrip("/") and first in word_lists("commerce")["folder"]
    if not is_redirect and not _NUMBERED.match(address.path):
        return None
    return f"/{first}/" if is_buying(text) else None


def is_buying(text: str) -> bool:
    """Tell whether words speak of buying or give a price."""
    known = word_lists("commerce")["buying"]
    return _MONEY.search(text) is not None or not known.isdisjoint(_WORD.findall(text.lower()))
