"""What ranges answer is what walking over all of them would answer."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newslint.spans import Extent, Extents, Ranges, drop_overlapping

OFFSETS = st.integers(0, 12)
RANGES = st.lists(st.tuples(OFFSETS, OFFSETS), max_size=8)


@given(RANGES, OFFSETS)
def test_a_place_is_contained_where_some_range_has_it(ranges: list[tuple[int, int]], offset: int) -> None:
    assert Ranges(ranges).contains(offset) == any(start <= offset < end for start, end in ranges)


@given(RANGES, OFFSETS, OFFSETS)
def test_ranges_overlap_what_has_a_character_in_common_with_one(
    ranges: list[tuple[int, int]], start: int, end: int
) -> None:
    asked = range(start, max(end, start + 1))
    touched = [index for index, (first, last) in enumerate(ranges) if set(asked) & set(range(first, last))]
    kept = Ranges(ranges)
    assert kept.overlaps(start, end) == bool(touched)
    found = kept.find(start, end)
    if touched:
        assert found in touched
        assert ranges[found][1] == max(ranges[index][1] for index in touched)
    else:
        assert found is None


@given(RANGES, OFFSETS, OFFSETS)
def test_ranges_enclose_what_lies_in_one_of_them(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    expected = any(first <= start and end <= last for first, last in ranges if first < last)
    assert Ranges(ranges).encloses(start, end) == expected


@given(RANGES)
def test_empty_ranges_cover_nothing(ranges: list[tuple[int, int]]) -> None:
    assert bool(Ranges(ranges)) == any(start < end for start, end in ranges)


@given(
    st.lists(st.builds(Extent, st.integers(0, 2), OFFSETS, OFFSETS), max_size=8), st.integers(0, 3), OFFSETS, OFFSETS
)
def test_extents_answer_for_each_passage_alone(extents: list[Extent], passage: int, start: int, end: int) -> None:
    own = Ranges(extent[1:] for extent in extents if extent.passage == passage)
    asked = Extents(extents)
    assert asked.overlaps(passage, start, end) == own.overlaps(start, end)
    assert asked.enclose(passage, start, end) == own.encloses(start, end)


@given(RANGES)
def test_what_is_kept_of_overlapping_ranges_is_disjoint_and_misses_none(ranges: list[tuple[int, int]]) -> None:
    kept = drop_overlapping(ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(kept) if one[0] <= one[1])
    assert all(
        found in kept or any(start <= found[0] < end for start, end in kept) for found in ranges if found[0] < found[1]
    )
