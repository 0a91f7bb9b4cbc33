"""Say the moment of a page's metadata as the clock shows it that the page's readers see."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from newslint.article import Element
from newslint.parts import ElementKind


def in_local_time(claims: list[Element], kind: ElementKind) -> list[Element]:
    """Say a moment that metadata give in UTC as the page says it to readers, where both are one.

    The visible time makes the first claim's value local. A visible day beside it, without a time, comes first.
    """
    own = [claim for claim in claims if claim.kind == kind and claim.value]
    shown = _shown_in(own[1:])
    if shown is None:
        return claims
    said, local = _moment_of(own[0]), _moment_of(shown)
    if said.utcoffset() != timedelta(0) or said.date() == local.date():
        return claims
    if "T" in (shown.value or ""):
        return _shifted(claims, own[0], _offset_between(local, said))
    return _before(claims, shown, own[0]) if abs(local.date() - said.date()) == timedelta(1) else claims


def _shown_in(claims: list[Element]) -> Element | None:
    """Return the first claim that readers see."""
    return next((claim for claim in claims if claim.origin in ("convention", "markup")), None)


def _moment_of(claim: Element) -> datetime:
    return datetime.fromisoformat(claim.value or "")


def _shifted(claims: list[Element], one: Element, offset: timedelta | None) -> list[Element]:
    """Return the claims with the moment of one of them as a clock shows it that is so far from UTC."""
    if offset is None:
        return claims
    moment = _moment_of(one).astimezone(timezone(offset)).isoformat()
    return [claim._replace(value=moment) if claim is one else claim for claim in claims]


def _before(claims: list[Element], first: Element, second: Element) -> list[Element]:
    """Return the claims with one of them before another."""
    rest = [claim for claim in claims if claim is not first]
    rest.insert(rest.index(second), first)
    return rest


def _offset_between(local: datetime, said: datetime) -> timedelta | None:
    """Return the offset from UTC of a clock that shows one time when it is the other, None where no clock does."""
    if local.tzinfo is not None:
        return None
    offset = _to_quarter(local - said.replace(tzinfo=None))
    return offset if _EARLIEST <= offset <= _LATEST else None


def _to_quarter(offset: timedelta) -> timedelta:
    return timedelta(minutes=15 * round(offset / timedelta(minutes=15)))


# The clocks of the world.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)
