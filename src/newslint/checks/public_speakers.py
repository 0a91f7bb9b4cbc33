"""Whether an article lets somebody speak to the public, whom a story of a court would rather not name."""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.patterns import pattern

# What is said in court or to the police, and not to reporters.
_IN_COURT = pattern(
    r"\b(?:court|jur(?:y|ors)|judge|tribunal|magistrates?|police|officers?|detectives?|deput(?:y|ies)|hearing|trial"
    r"|evidence"
    r"|testif\w+|testimony|cross-examin\w+|stand|statement|prosecut\w+|panel|inquiry|investigators?|screen|video|former"
    r"|complain\w+|accus\w+|alleg\w+)\b",
    re.IGNORECASE,
)


def speaks_out(article: Article, key: str) -> bool:
    """Tell whether an article quotes somebody of a surname as speaking to the public, and not to a court."""
    for attribution in article.attributions:
        if attribution.source and key in article.text_of(attribution.source[0]):
            block = article.blocks[attribution.source[0].passage].text
            if not _IN_COURT.search(block):
                return True
    return False
