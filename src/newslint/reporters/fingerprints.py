"""Fingerprints that services know a finding by again, whatever line it has moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from newslint.diagnostics import Diagnostic
from newslint.patterns import pattern

_SPACE = pattern(r"\s+")


def fingerprints_of(found: Sequence[Diagnostic], *, across_files: bool = True) -> list[str]:
    """Return a fingerprint for each diagnostic that outlives line moves: its rule, its words, and which of those.

    `across_files` gives the same words in two files the same fingerprint.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for diagnostic in found:
        words = _SPACE.sub(" ", diagnostic.excerpt).strip()
        key = (diagnostic.path, diagnostic.rule, words)
        file = "" if across_files else f"{diagnostic.path}\0"
        identity = f"{file}{diagnostic.rule}\0{words}\0{seen[key]}"
        prints.append(hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        seen[key] += 1
    return prints
