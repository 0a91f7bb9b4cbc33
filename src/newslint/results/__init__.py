"""What was found in files before: kept between runs, and told again while all that it depends on is the same.

A result is kept under a hash of the file's content and name and of all that any result depends on: code, libraries,
rules, settings, options. With it stands what this one depended on beyond that, its basis.
"""

from __future__ import annotations

import json
from datetime import date

from newslint.contract import SiteIndex
from newslint.diagnostics import FileReport
from newslint.errors import NewslintError
from newslint.records import NamedTuple
from newslint.results.encoding import Codec
from newslint.results.store import KEY_SIZE, Store
from newslint.rules.stamps import blake2b
from newslint.settings import Settings
from newslint.settings.globs import name_below

# What turning bytes that are no result into one may raise.
_NO_RESULT = (ValueError, TypeError, LookupError, AttributeError)


class Basis(NamedTuple):
    """What a result depends on that shows only while an article is read.

    It was judged under a profile with overrides; it holds for all days from `first` to `last` (proleptic ordinals,
    None: without a limit); `links` are the targets that were asked for in the site, and whether they were there.
    """

    profile: str
    overrides: tuple[int, ...]
    first: int | None
    last: int | None
    links: tuple[tuple[str, bool], ...]


class Asked:
    """An index of a site that remembers what it was asked and what it said."""

    def __init__(self, site: SiteIndex) -> None:
        """Ask another index."""
        self._site = site
        self.answers: dict[str, bool] = {}

    def has(self, path: str, target: str) -> bool:
        """Tell whether a target exists."""
        self.answers[target] = self._site.has(path, target)
        return self.answers[target]


class Results:
    """The results of a run's settings and options."""

    def __init__(self, settings: Settings, origin: bytes, today: date, site: SiteIndex | None) -> None:
        """Take what `origin_of` made of the settings and options."""
        self._settings = settings
        self._codec = Codec(settings.compiled)
        self._store = Store()
        self._origin = blake2b(origin, digest_size=KEY_SIZE)
        self._today = today.toordinal()
        self._site = site
        config = settings.config
        # Only these ask where in the configuration's folder a file lies.
        self._asks_place = bool(config.overrides or config.per_file_ignores)
        self._stamps: dict[tuple[str, tuple[int, ...]], str | None] = {}
        self._judged: dict[bytes, bool] = {}

    def key_of(self, path: str, data: bytes, extra: object = None) -> bytes:
        """Return what the result of a file with some content is kept under; `extra` is what else it depends on."""
        place = name_below(self._settings.root, path) if self._asks_place else ""
        key = self._origin.copy()
        key.update(repr((path, place, extra)).encode("utf-8", "surrogatepass"))
        key.update(b"\0")
        key.update(data)
        return key.digest()

    def holds(self, path: str, key: bytes) -> bool:
        """Tell whether there is a result that holds today."""
        payload = self._store.find(key)
        if payload is None:
            return False
        basis = payload.partition(b"\n")[0]
        is_good = self._judged.get(basis)
        if is_good is None:
            is_good, is_general = self._judge(path, basis)
            if is_general:
                self._judged[basis] = is_good
        return is_good

    def recall(self, path: str, key: bytes) -> FileReport | None:
        """Return the result of a file; None where there is none after all."""
        payload = self._store.find(key) or b""
        try:
            return self._codec.decode(path, payload.partition(b"\n")[2])
        except _NO_RESULT:
            return None

    def encode(self, report: FileReport, basis: Basis) -> bytes | None:
        """Return a result as it is kept; None for one that says that newslint failed, since that may pass."""
        stamp = self._stamp(basis.profile, basis.overrides)
        if report.crashed or stamp is None:
            return None
        return json.dumps([*basis, stamp]).encode("ascii") + b"\n" + self._codec.encode(report)

    def keep(self, key: bytes, payload: bytes) -> None:
        """Keep a result for later runs."""
        self._store.add(key, payload)

    def save(self) -> None:
        """Write what was kept; where that cannot be done, later runs do the work again."""
        self._store.save()

    def _judge(self, path: str, data: bytes) -> tuple[bool, bool]:
        """Tell whether a basis is as it was, and whether that is so for any other file."""
        try:
            profile, overrides, first, last, links, stamp = json.loads(data.decode("ascii"))
            is_due = (first is None or first <= self._today) and (last is None or self._today <= last)
            is_same = stamp == self._stamp(profile, tuple(overrides))
            answers = all(self._site is not None and self._site.has(path, target) is there for target, there in links)
        except _NO_RESULT:
            return False, True
        return is_due and is_same and answers, not links

    def _stamp(self, profile: str, overrides: tuple[int, ...]) -> str | None:
        """Return a hash of what holds under a profile with overrides; None where it is not valid."""
        key = profile, overrides
        if key not in self._stamps:
            try:
                self._stamps[key] = self._settings.stamp_of(profile, overrides)
            except NewslintError:
                self._stamps[key] = None
        return self._stamps[key]
