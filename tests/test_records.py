"""A record is what `typing.NamedTuple` would make of the same class."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple as Typed

import pytest

from newslint.records import NamedTuple


class Quick(NamedTuple):
    """A place."""

    line: int
    name: str = "here"

    @property
    def shown(self) -> str:
        """The place as text."""
        return f"{self.name}:{self.line}"

    @classmethod
    def first(cls) -> Quick:
        """Return the first place."""
        return cls(1)


class Slow(Typed):
    """A place."""

    line: int
    name: str = "here"


def test_a_record_is_a_tuple_with_names_and_defaults() -> None:
    quick, slow = Quick(3), Slow(3)
    assert tuple(quick) == tuple(slow) == (3, "here")
    assert (Quick._fields, Quick._field_defaults, Quick.__doc__) == (Slow._fields, Slow._field_defaults, Slow.__doc__)
    assert (Quick.__mro__[1:], Quick.__module__, Quick.__qualname__) == (Slow.__mro__[1:], __name__, "Quick")
    assert Quick.__annotations__.keys() == Slow.__annotations__.keys()
    assert repr(quick) == "Quick(line=3, name='here')"


def test_a_record_has_the_methods_of_its_class() -> None:
    assert Quick(4, "there").shown == "there:4"
    assert Quick.first()._replace(line=2) == Quick(2)


def test_a_record_has_no_other_attributes_and_goes_through_pickle_and_copy() -> None:
    quick = Quick(5)
    with pytest.raises(AttributeError):
        quick.other = 1  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(quick)) == quick == copy.deepcopy(quick)
    assert type(pickle.loads(pickle.dumps(quick))) is Quick
