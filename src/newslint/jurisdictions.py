"""What the law and the self-control of a country ask of an article, as far as it was read: helplines, labels, names.

The newsroom's configuration chooses jurisdictions. Checks are given those, and all that are known. Each entry says who
says so, when that was read, and after how many days it is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from newslint.records import NamedTuple
from newslint.today import Today


class Basis(NamedTuple):
    """Who says so: title, clause and address, how well that was checked, when, and for how many days that holds."""

    title: str
    clause: str
    url: str
    status: str
    verified_on: str
    stale_after: int

    def is_stale(self, today: Today) -> bool:
        """Tell whether it was read too long ago."""
        return today.is_after(date.fromisoformat(self.verified_on) + timedelta(days=self.stale_after))


class Helpline(NamedTuple):
    """Who helps with a topic, under which number, as it is printed."""

    name: str
    number: str
    topics: tuple[str, ...]
    basis: Basis

    @property
    def digits(self) -> str:
        """The digits of the number."""
        return "".join(filter(str.isdigit, self.number))


class Warning(NamedTuple):
    """A warning that texts on a topic must carry; `is_exact` where the law prescribes each word."""

    topics: tuple[str, ...]
    wording: str
    is_exact: bool
    basis: Basis


class Label(NamedTuple):
    """What marks a text of a sort: words that are known to do, and what is asked for."""

    topics: tuple[str, ...]
    wordings: tuple[str, ...]
    asks: str
    basis: Basis


class Anonymity(NamedTuple):
    """Whose identity is protected (`complainant`, `minor`), which facts give it away, until when, and where that
    holds."""

    who: str
    protects: tuple[str, ...]
    until: str
    where: str
    basis: Basis


class Proceedings(NamedTuple):
    """What is asked of reports on proceedings."""

    asks: str
    basis: Basis


class AgeLimit(NamedTuple):
    """From which age on something is allowed, and where."""

    topics: tuple[str, ...]
    years: int
    where: str
    basis: Basis


class Jurisdiction(NamedTuple):
    """What is known of a country or a union of them; `not_read` names what is left out because nobody read it."""

    id: str
    name: str
    note: str = ""
    helplines: tuple[Helpline, ...] = ()
    warnings: tuple[Warning, ...] = ()
    labels: tuple[Label, ...] = ()
    anonymity: tuple[Anonymity, ...] = ()
    proceedings: tuple[Proceedings, ...] = ()
    ages: tuple[AgeLimit, ...] = ()
    not_read: tuple[str, ...] = ()

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The sources of all entries."""
        parts = (self.helplines, self.warnings, self.labels, self.anonymity, self.proceedings, self.ages)
        return tuple(entry.basis for part in parts for entry in part)


class Jurisdictions(NamedTuple):
    """Those that the newsroom has chosen, and all that are known."""

    chosen: tuple[Jurisdiction, ...] = ()
    known: tuple[Jurisdiction, ...] = ()

    def helplines(self, topic: str) -> tuple[Helpline, ...]:
        """Return the helplines for a topic in the chosen jurisdictions."""
        return _for(topic, [each.helplines for each in self.chosen])

    def known_helplines(self, topic: str) -> tuple[Helpline, ...]:
        """Return the helplines for a topic in any jurisdiction."""
        return _for(topic, [each.helplines for each in self.known])

    def warnings(self, topic: str) -> tuple[Warning, ...]:
        """Return the warnings for a topic in the chosen jurisdictions."""
        return _for(topic, [each.warnings for each in self.chosen])

    def labels(self, topic: str) -> tuple[Label, ...]:
        """Return the labels for a topic in the chosen jurisdictions."""
        return _for(topic, [each.labels for each in self.chosen])

    def age_limits(self, topic: str) -> tuple[AgeLimit, ...]:
        """Return the age limits for a topic in the chosen jurisdictions."""
        return _for(topic, [each.ages for each in self.chosen])

    def bases(self, part: str, duty: str) -> tuple[Basis, ...]:
        """Return the sources of the chosen jurisdictions' entries of a part, such as `labels`, for a duty."""
        entries = [entry for each in self.chosen for entry in getattr(each, part)]
        return tuple(entry.basis for entry in entries if _is_for(entry, duty))

    def anonymity(self, who: str) -> tuple[Anonymity, ...]:
        """Return the rules on the anonymity of somebody in the chosen jurisdictions."""
        return tuple(entry for each in self.chosen for entry in each.anonymity if entry.who == who)


_WHOSE = {"sexual-offence": "complainant", "minors": "minor"}


def _is_for(entry: Any, duty: str) -> bool:
    """Tell whether an entry is for a duty: by its topics, by who is protected, or as it is for all."""
    if hasattr(entry, "topics"):
        return duty in entry.topics
    return not hasattr(entry, "who") or entry.who == _WHOSE.get(duty)


def _for(topic: str, parts: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(entry for part in parts for entry in part if topic in entry.topics)


def read_jurisdictions(data: Mapping[str, Mapping[str, Any]], chosen: Iterable[str]) -> Jurisdictions:
    """Return the records of jurisdictions that were kept as plain data, by id, and those that are chosen."""
    known = {name: _read(name, entry) for name, entry in data.items()}
    return Jurisdictions(tuple(known[name] for name in dict.fromkeys(chosen) if name in known), tuple(known.values()))


def _read(name: str, data: Mapping[str, Any]) -> Jurisdiction:
    kinds: dict[str, Any] = {
        "helplines": Helpline,
        "warnings": Warning,
        "labels": Label,
        "anonymity": Anonymity,
        "proceedings": Proceedings,
        "ages": AgeLimit,
    }
    parts = {part: tuple(_entry(kind, each) for each in data[part]) for part, kind in kinds.items()}
    return Jurisdiction(name, data["name"], data["note"], **parts, not_read=tuple(data["not_read"]))


def _entry(kind: Any, data: Mapping[str, Any]) -> Any:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items() if key != "source"}
    return kind(**plain, basis=Basis(**data["source"]))
