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
    assert (Quick.__mro__[-2:], Quick.__module__, Quick.__qualname__) == (Slow.__mro__[-2:], __name__, "Quick")
    assert Quick.__match_args__ == Slow.__match_args__
    assert quick._asdict() == slow._asdict()
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


@pytest.mark.parametrize("wrong", [(), (1, "a", 2)])
def test_a_record_takes_as_many_values_as_it_has_fields(wrong: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quick._make((*wrong, "a", "b") if wrong else wrong)


def test_a_record_refuses_fields_that_it_does_not_have() -> None:
    with pytest.raises(TypeError):
        Quick(1, place="there")  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError)):
        Quick(1)._replace(place="there")  # type: ignore[call-arg]


def test_a_field_without_a_default_does_not_follow_one_with_a_default() -> None:
    with pytest.raises(TypeError, match="without a default"):
        _late()


def _late() -> type:
    class Late(NamedTuple):
        name: str = "here"
        line: int  # type: ignore[misc]

    return Late


def test_records_of_many_sizes_keep_their_fields_apart() -> None:
    values = list(range(5))
    assert tuple(Five(*values)) == tuple(values)
    assert (Five(*values).first, Five(*values).fifth, Five(0, 1, 2, 3).fifth) == (0, 4, 9)
    assert Quick(1) == Quick(line=1, name="here") == Quick(name="here", line=1)


class Five(NamedTuple):
    """As many fields as no other class here."""

    first: int
    second: int
    third: int
    fourth: int
    fifth: int = 9
