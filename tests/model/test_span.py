"""Spans: the only coordinate system refuses what points nowhere."""

import pytest

from dragoman.errors import BadRecord
from dragoman.model import Span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (7, 3), (-1, 4), (-3, -1)])
def test_empty_and_backward_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(BadRecord, match=f"{start}:{end}"):
        Span(start, end)


def test_a_span_cuts_its_words_out_of_the_text() -> None:
    assert Span(7, 15).of("Ankara recalled its ambassador.") == "recalled"


@pytest.mark.parametrize(
    ("a", "b", "covers", "overlaps"),
    [
        (Span(0, 10), Span(2, 5), True, True),
        (Span(2, 5), Span(2, 5), True, True),
        (Span(2, 5), Span(0, 10), False, True),
        (Span(0, 5), Span(4, 8), False, True),
        (Span(0, 5), Span(5, 8), False, False),
        (Span(5, 8), Span(0, 5), False, False),
    ],
)
def test_spans_beside_each_other(a: Span, b: Span, covers: bool, overlaps: bool) -> None:
    assert a.covers(b) is covers
    assert a.overlaps(b) is b.overlaps(a) is overlaps


def test_spans_sort_by_their_place_in_the_text() -> None:
    assert sorted([Span(5, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(5, 6)]
