"""Write the dates of a text so that tests can compare them."""

from __future__ import annotations

from newslint.language.dates.clock import format_offset
from newslint.language.dates.mentions import DateMention


def iso(mention: DateMention) -> str | None:
    """Write a date in ISO 8601 as far as it is given; None without a year or where it is impossible."""
    if mention.year is None or mention.impossible:
        return None
    parts = [f"{mention.year:04}", *(f"{part:02}" for part in (mention.month, mention.day) if part is not None)]
    clock = f"T{mention.time.isoformat()}{format_offset(mention.offset)}" if mention.day and mention.time else ""
    return "-".join(parts) + clock
