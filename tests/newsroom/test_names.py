"""Author fields of any shape give people's names."""

import pytest
from benchmarks.pathologies import is_linear

from newslint.newsroom.names import read_value
from newslint.newsroom.people import names_of


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ada Roe", ["Ada Roe"]),
        ("Ada Roe and Ben Poe", ["Ada Roe", "Ben Poe"]),
        ("Ada Roe, Ben Poe & Cy Doe", ["Ada Roe", "Ben Poe", "Cy Doe"]),
        ("Ada Roe, Ben Poe, and Cy Doe", ["Ada Roe", "Ben Poe", "Cy Doe"]),
        ("By Ada Roe, Harbour Desk", ["Ada Roe"]),
        ("Ada Roe, Senior Correspondent", ["Ada Roe"]),
        ("Sam Roe, Jr.", ["Sam Roe Jr."]),
        ("Sam Roe III and Ada Roe, M.D.", ["Sam Roe III", "Ada Roe"]),
        ("Ada Roe for the Harbour Times", ["Ada Roe"]),
        ("Ada Roe in Port Vale", ["Ada Roe"]),
        ("Ada Roe | Harbour Times", ["Ada Roe"]),
        ("@adaroe", ["@adaroe"]),
        ("ada@times.example", ["ada@times.example"]),
        ("Ada Roe <ada@times.example>", ["Ada Roe"]),
        ("ada@times.example (Ada Roe)", ["Ada Roe"]),
        ("[Ada Roe](https://x.example/ada) (Harbour Lab)", ["Ada Roe"]),
        ("[Ada Roe](/a) (Lab) [Ben Poe](/b) (Mill)", ["Ada Roe", "Ben Poe"]),
        (["Ada Roe", "Ben Poe", "Ada Roe"], ["Ada Roe", "Ben Poe"]),
        ([{"name": "Ada Roe", "url": "/a"}, {"name": "Ben Poe"}], ["Ada Roe", "Ben Poe"]),
        ({"name": "Ada Roe", "title": "Editor"}, ["Ada Roe"]),
        ({"first_name": "Ada", "last_name": "Roe"}, ["Ada Roe"]),
        ({"aroe": {"name": "Ada Roe"}}, ["Ada Roe"]),
        ("", []),
        (None, []),
        (True, []),
    ],
)
def test_names_are_split(value: object, names: list[str]) -> None:
    assert list(names_of(read_value(value))) == names


def test_long_fields_are_read_in_linear_time() -> None:
    assert is_linear("a, ".__mul__, read_value, largest=16_000)
