"""Flag articles that do not say what type of content they are, where that is asked for; it does not judge the type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding

# The types of schema.org that say more than "article".
_TELLING = frozenset(
    """advertisercontentarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle blogposting
    liveblogposting opinionnewsarticle reportagenewsarticle reviewnewsarticle satiricalarticle review
    scholarlyarticle techarticle faqpage qapage howto recipe""".split()
)


class Options(NamedTuple):
    """`fields` of front matter may name the type; `required` asks for it even where no configuration maps a field."""

    fields: tuple[str, ...] = (
        "content_type",
        "contentType",
        "content-type",
        "type",
        "genre",
        "article_type",
        "profile",
    )
    required: bool = False


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Reports the absence of a type once, where a label would stand."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `field` for the message: the field that is missing."""
        mapped = scene.type_field
        if mapped is None and not self.options.required:
            return
        if mapped is not None and article.lacks("front-matter") and not self.options.required:
            return
        names = (mapped,) if mapped else self.options.fields
        if self._has_field(article, names) or article.find("label") or _has_type(article):
            return
        yield Finding(article.anchor("label"), {"field": names[0]}, anchor="label")

    def _has_field(self, article: Article, names: tuple[str, ...]) -> bool:
        matter = article.front_matter
        if matter is None:
            return False
        entry = matter.find(*names)
        if entry is not None and entry.value not in (None, "", [], {}):
            return True
        own = matter.find("newslint")
        return own is not None and isinstance(own.value, dict) and bool(own.value.get("profile"))


def _has_type(article: Article) -> bool:
    pending = [data.value for data in article.structured_data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            pending.append(value.get("@graph"))
            kinds = value.get("@type")
            if any(
                isinstance(kind, str) and kind.lower() in _TELLING
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return True
    return False


CHECK = CheckType("content-type", Options, build, placeholders=("field",))
