"""Say what the findings of a run have to do with jurisdictions: that none is chosen, or that a source is stale."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from newslint.jurisdictions import Basis
from newslint.settings import Settings
from newslint.today import Today


def describe_jurisdictions(found: Collection[str], settings: Settings, today: date) -> Iterator[str]:
    """Yield what is to be told of jurisdictions where certain rules found something."""
    rules = [settings.compiled[name] for name in sorted(found) if name in settings.compiled]
    asking = {rule["id"]: rule["needs"] for rule in rules if rule["needs"]}
    if not asking:
        return
    chosen = settings.jurisdictions.chosen
    if not chosen:
        first = next(iter(asking))
        yield (
            f"`jurisdictions` is not set, so {first} asks for what all countries share and names no number or clause. "
            "Set it in the configuration, as in `jurisdictions: [uk]`."
        )
    for each in chosen:
        for part in sorted({part for part in asking.values() if part}):
            for entry in getattr(each, part):
                basis: Basis = entry.basis
                if basis.is_stale(Today(today)):
                    yield (
                        f"jurisdiction `{each.id}`: “{basis.title}” was read on {basis.verified_on}, more than "
                        f"{basis.stale_after} days ago. Look whether it still says so: {basis.url}"
                    )
