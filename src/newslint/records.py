"""Named tuples that are made quickly: a start makes a hundred of them.

`typing.NamedTuple` compiles the annotation of each field, which takes longer than making the class. Nothing here asks
for annotations at run time, and type checkers see `typing.NamedTuple` itself.
"""

from __future__ import annotations

from collections import namedtuple

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    _OWN = ("__module__", "__qualname__", "__annotations__")

    class _Maker(type):
        """Turn a class with annotated fields into a named tuple, as `typing.NamedTuple` does."""

        def __new__(cls, name, bases, body):
            """Make the tuple, and give it the methods of the class."""
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key not in _OWN:
                    setattr(made, key, value)
            made.__qualname__ = body["__qualname__"]
            made.__annotations__ = fields
            return made

    class _Asked:
        """Stand in for `typing.NamedTuple` among the bases of a class."""

        def __mro_entries__(self, bases):
            """Give the class that makes named tuples."""
            return (_base,)

    _base = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _Asked()
