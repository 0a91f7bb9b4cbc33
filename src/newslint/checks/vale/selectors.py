"""Which texts a rule of Vale is for: `heading.h2`, `~blockquote`, `paragraph & ~list`."""

from __future__ import annotations

from functools import lru_cache

from newslint.records import NamedTuple

_WHOLE = frozenset({"raw", "summary"})


class _Part(NamedTuple):
    sections: frozenset[str]
    is_negated: bool


class Selector(NamedTuple):
    """Parts that all must hold of the sections of a text's scope, such as `text`, `heading`, `h2`, `md`."""

    parts: tuple[_Part, ...]

    @classmethod
    def of(cls, scope: str) -> Selector:
        """Read a selector as it is written."""
        return cls(tuple(_part(part.strip()) for part in scope.split("&")))

    def matches(self, scope: frozenset[str]) -> bool:
        """Tell whether a rule with this selector is for a text; one of what it is not for is for no whole file."""
        for part in self.parts:
            holds = part.sections <= scope
            if holds == part.is_negated or (part.is_negated and scope & _WHOLE):
                return False
        return True

    @property
    def wanted(self) -> frozenset[str]:
        """The sections that a text must have."""
        return frozenset().union(*(part.sections for part in self.parts if not part.is_negated))


def _part(text: str) -> _Part:
    return _Part(frozenset(text.removeprefix("~").split(".")), text.startswith("~"))


@lru_cache(maxsize=512)
def selectors_of(scope: tuple[str, ...]) -> tuple[Selector, ...]:
    """Return the selectors of a rule, of which one must match."""
    return tuple(map(Selector.of, scope))
