"""How rules look: the checks that rule files name, a module for each family; they know no rule."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from newslint.contract import CHECK_TYPES, CheckType

FAMILIES = (
    "acronyms",
    "ad_labels",
    "addresses",
    "agreeing",
    "agreement",
    "anonymity",
    "arithmetic",
    "articles",
    "authors",
    "calendar",
    "calls",
    "care",
    "characters",
    "chronology",
    "clarity",
    "commercial_links",
    "complainants",
    "confusions",
    "correction_notes",
    "crimes",
    "crowds",
    "dates",
    "desk_notes",
    "digests",
    "disagreements",
    "documents",
    "duties",
    "elapsed",
    "embargoes",
    "endings",
    "evidence",
    "faq",
    "fields",
    "figures",
    "filler",
    "fragments",
    "framed",
    "frauds",
    "furniture",
    "headline",
    "headline_quotes",
    "homoglyphs",
    "hyphens",
    "images",
    "interests",
    "labels",
    "leftovers",
    "link_texts",
    "links",
    "machine_made",
    "manners",
    "marks",
    "medicine",
    "metadata",
    "minors",
    "names",
    "notices",
    "offers",
    "open_sources",
    "opinions",
    "orphans",
    "outlines",
    "page_heads",
    "person_titles",
    "phrases",
    "pictures",
    "polls",
    "private_numbers",
    "private_places",
    "promotion",
    "quotes",
    "range_words",
    "references",
    "registers",
    "ranks",
    "releases",
    "repetition",
    "run_ons",
    "slips",
    "sourcing",
    "spelling",
    "stand_ins",
    "statistics",
    "structure",
    "structured_data",
    "substitutions",
    "unsupported",
    "vale",
    "variants",
    "verdicts",
    "voices",
    "wording",
)


@cache
def _import_all() -> None:
    for name in FAMILIES:
        import_module(f"{__name__}.{name}")


def check_type_names() -> list[str]:
    """List the names by which rule files may call check types, sorted."""
    _import_all()
    return sorted(CHECK_TYPES)


def load_check_type(name: str) -> CheckType:
    """Return the check type of a name; raise KeyError when there is none."""
    _import_all()
    return CHECK_TYPES[name]
