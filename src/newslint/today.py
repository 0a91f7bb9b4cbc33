"""The day of a run, and for which other days all that was asked of it has the same answer."""

from __future__ import annotations

from datetime import date


class Today:
    """The day that articles are judged as of, which is asked whether another day is past or to come, and nothing else.

    It keeps between which days today may lie without changing one of its answers, so that what was found in a file can
    be told again on another day.
    """

    def __init__(self, day: date) -> None:
        """Take the day of the run."""
        self._today = day.toordinal()
        # As proleptic ordinals; None: no answer depends on it.
        self.first: int | None = None
        self.last: int | None = None

    def is_after(self, day: date) -> bool:
        """Tell whether a day is past."""
        return not self._is_at_most(day.toordinal())

    def is_before(self, day: date, *, by: int = 0) -> bool:
        """Tell whether a day is to come, after more than so many days."""
        return self._is_at_most(day.toordinal() - by - 1)

    def _is_at_most(self, day: int) -> bool:
        if self._today <= day:
            self.last = day if self.last is None else min(self.last, day)
            return True
        self.first = day + 1 if self.first is None else max(self.first, day + 1)
        return False
