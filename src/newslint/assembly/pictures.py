"""Read the lead pictures that front matter names, with their descriptions, from any of the shapes that sites use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newslint.article import Field, FrontMatter, Image
from newslint.language.units.comparison import comparison_key

# Names of fields, without case, `_` and `-`, as generators and their themes use them.
_PICTURES = frozenset(
    {"image", "images", "cover", "coverimage", "featuredimage", "heroimage", "hero", "thumbnail", "leadimage", "banner",
     "ogimage", "socialimage", "picture", "photo", "header", "teaserimage", "featureimage", "headerimage", "mainimage",
     "leadpicture", "mainpicture", "featuredpicture"}
)  # fmt: skip
_ADDRESSES = ("src", "url", "image", "path", "file", "relative", "filename", "feature", "teaser")
_ALT = ("alt", "alttext", "imagealt", "description", "alternativetext", "imagedescription")


def pictures_of(front_matter: FrontMatter | None) -> list[Image]:
    """Return the pictures that front matter names; `alt` is None where it has no field for a description."""
    if front_matter is None:
        return []
    known = {comparison_key(entry.name, "letters"): entry for entry in reversed(front_matter.fields)}
    found: list[Image] = []
    for name, entry in known.items():
        if name in _PICTURES:
            beside = next((known[key] for key in _fields_beside(name) if key in known), None)
            found += _pictures_in(entry, beside)
    return sorted(found, key=lambda image: image.span)


def _fields_beside(name: str) -> Iterator[str]:
    """Yield the names of fields that may describe the picture of a field: `cover_image_alt`, `coverAlt`."""
    for base in dict.fromkeys((name, name.removesuffix("image"), name.removesuffix("picture"))):
        yield from (base + alt for alt in (*_ALT[:2], "description") if base)
    yield from ("imagealt", "imagedescription")


def _first(texts: Mapping[str, str], keys: Iterable[str], default: str | None = None) -> str | None:
    """Return the text of the first of the keys that is there."""
    return next((texts[key] for key in keys if key in texts), default)


def _pictures_in(entry: Field, beside: Field | None) -> Iterator[Image]:
    said = _said(beside.value) if beside is not None else None
    for value in entry.value if isinstance(entry.value, list) else [entry.value]:
        parts = value if isinstance(value, Mapping) else {"src": value}
        known = {comparison_key(str(key), "letters"): _said(part) for key, part in parts.items()}
        texts = {key: text for key, text in known.items() if text is not None}
        target = (_first(texts, _ADDRESSES) or "").strip()
        if target:
            yield Image(target, _first(texts, _ALT, said), entry.span, in_body=False)


def _said(value: object) -> str | None:
    """Return a field's text, which is empty where nothing stands behind its name; None for what is no text."""
    return "" if value is None else value if isinstance(value, str) else None
