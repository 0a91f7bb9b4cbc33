"""Named tuples that are made quickly: a start makes a hundred of them.

`typing.NamedTuple` and `collections.namedtuple` compile source text for each class and each of its annotations, a
quarter of a millisecond a class. Here the constructor of a class is the one of all classes with as many fields, under
other names; the other methods are shared. Nothing asks for annotations at run time, and type checkers see
`typing.NamedTuple` itself.
"""

from __future__ import annotations

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from operator import itemgetter
    from types import FunctionType

    try:
        from _collections import _tuplegetter as _field
    except ImportError:  # as in `collections`, for interpreters without the quick one

        def _field(index, doc):
            """Return a property that reads one item."""
            return property(itemgetter(index), doc=doc)

    _constructors = {}  # the code of a constructor, by its number of fields

    class _Record(tuple):
        """What all named tuples can do; the names are those of `collections.namedtuple`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            """Make a record of values in the order of its fields; raise TypeError where there are more or fewer."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values):
            """Return the record with other values for some fields; raise ValueError for a field it does not have."""
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def _asdict(self):
            """Return the values by field."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            """Return the record as it would be made."""
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

        def __getnewargs__(self):
            """Return what a pickled record is made of again."""
            return tuple(self)

    def _constructor(fields, defaults):
        """Make `__new__` for fields, the last of which have defaults."""
        code = _constructors.get(len(fields))
        if code is None:
            names = "".join(f"_{number}, " for number in range(len(fields)))
            code = _constructors[len(fields)] = eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__
        code = code.replace(co_varnames=("_cls", *fields), co_name="__new__")
        return FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)

    class _Maker(type):
        """Turn a class with annotated fields into a named tuple, as `typing.NamedTuple` does."""

        def __new__(cls, name, bases, body):
            """Make the tuple, and give it the methods of the class."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            own = {field: _field(index, "") for index, field in enumerate(fields)}
            own |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Record,), {**body, **own, "__new__": _constructor(fields, tuple(defaults.values()))})

    class _Asked:
        """Stand in for `typing.NamedTuple` among the bases of a class."""

        def __mro_entries__(self, bases):
            """Give the class that makes named tuples."""
            return (_base,)

    _base = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _Asked()
