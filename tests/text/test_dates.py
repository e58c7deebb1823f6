"""Days and intervals: the arithmetic under time expressions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Interval
from dragoman.text import dates, moments
from dragoman.text.calendars import FEASTS
from dragoman.text.dates import DAY, DECADE, HOUR, MONTH, UNKNOWN, WEEK, YEAR, Anchor
from dragoman.text.moments import RESOLVERS

TODAY = date(2023, 3, 9)


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        (date(2023, 1, 31), MONTH, 1, date(2023, 2, 28)),
        (date(2024, 2, 29), YEAR, -1, date(2023, 2, 28)),
        (date(2023, 1, 31), MONTH, -11, date(2022, 2, 28)),
        (date(2023, 3, 9), WEEK, 2, date(2023, 3, 23)),
        (date(2023, 3, 9), DAY, -9, date(2023, 2, 28)),
        (date(2023, 3, 9), DECADE, -1, date(2013, 3, 9)),
        (date(9999, 12, 31), DAY, 1, None),
        (date(2023, 3, 9), YEAR, -2023, None),
    ],
)
def test_add_units(day: date, unit: int, count: int, expected: date | None) -> None:
    assert dates.add_units(day, unit, count) == expected


@pytest.mark.parametrize(
    ("part", "start", "end"),
    [
        (0, date(2023, 2, 1), date(2023, 2, 10)),
        (1, date(2023, 2, 11), date(2023, 2, 20)),
        (2, date(2023, 2, 21), date(2023, 2, 28)),
    ],
)
def test_parts_of_a_month(part: int, start: date, end: date) -> None:
    assert dates.third(dates.month_of(2023, 2), part) == Interval(start, end, "range")


def test_parts_of_a_week_do_not_overlap_and_fill_it() -> None:
    week = dates.unit_around(TODAY, WEEK)
    parts = [dates.third(week, part) for part in range(3)]
    assert [(p.start, p.end) for p in parts if p] == [
        (date(2023, 3, 6), date(2023, 3, 7)),
        (date(2023, 3, 8), date(2023, 3, 9)),
        (date(2023, 3, 10), date(2023, 3, 12)),
    ]


def test_there_is_no_such_day() -> None:
    parts = {"MONTH": (2,), "DAY": (31,)}
    assert moments.on_day(parts, Anchor(TODAY), 0) is None
    assert moments.on_day(parts, Anchor(), 0) is None
    assert moments.on_day({**parts, "YEAR": (2023,)}, Anchor(TODAY), 0) is None


def test_a_day_without_anything_to_count_from_stays_open() -> None:
    assert moments.on_day({"MONTH": (2,), "DAY": (22,)}, Anchor(), 0) == UNKNOWN


@pytest.mark.parametrize(
    ("ahead", "month", "day", "year"),
    [
        (False, 3, 12, 2023),
        (False, 3, 13, 2022),
        (True, 3, 13, 2023),
        (True, 3, 8, 2023),
        (True, 2, 1, 2023),
        (True, 7, 1, 2023),
        (False, 7, 1, 2022),
    ],
)
def test_the_year_of_a_day(ahead: bool, month: int, day: int, year: int) -> None:
    found = moments.on_day({"MONTH": (month,), "DAY": (day,)}, Anchor(TODAY, ahead=ahead), 0)
    assert found == Interval(date(year, month, day), date(year, month, day), "day")


def test_what_has_happened_is_cut_at_publication() -> None:
    month = Interval(date(2023, 3, 1), date(2023, 3, 31), "month")
    assert dates.clipped(month, TODAY, ahead=False).end == TODAY
    assert dates.clipped(month, TODAY, ahead=True) == month
    assert dates.clipped(month, date(2023, 2, 1), ahead=False) == month


VALUES = st.integers(0, 10000)
PARTS = st.fixed_dictionaries(
    {
        "MONTH": st.tuples(st.integers(1, 12), st.integers(1, 12)),
        "DAY": st.tuples(st.integers(1, 31), st.integers(1, 31)),
        "UNIT": st.tuples(st.sampled_from([HOUR, DAY, WEEK, MONTH, YEAR, DECADE])),
        "NUM": st.tuples(VALUES),
        "PART": st.tuples(st.integers(0, 2), st.integers(0, 2)),
        "EDGE": st.tuples(st.integers(0, 2)),
        "ORD": st.tuples(VALUES),
        "SEASON": st.tuples(st.sampled_from([3, 6, 9, 12])),
        "DECADE": st.tuples(VALUES),
        "HOLIDAY": st.tuples(VALUES),
        "NN": st.tuples(st.integers(0, 99), st.integers(0, 99)),
        "SLASHED": st.tuples(st.integers(0, 99991231)),
        "WEEKDAY": st.tuples(st.integers(0, 6), st.integers(0, 6)),
        "HMONTH": st.tuples(st.integers(1, 12)),
        "PMONTH": st.tuples(st.integers(1, 12)),
        "FEAST": st.tuples(st.integers(0, len(FEASTS) - 1)),
        "EITHER": st.tuples(st.integers(0, 99991231)),
        "OLDYEAR": st.tuples(st.integers(1300, 1499)),
    },
    optional={"YEAR": st.one_of(st.tuples(VALUES), st.tuples(VALUES, VALUES))},
)


@settings(deadline=None)
@given(
    st.sampled_from(sorted(RESOLVERS)),
    PARTS,
    st.sampled_from([None, TODAY, date.min, date.max]),
    st.integers(-1, 1),
    st.booleans(),
)
def test_no_resolver_fails(
    name: str, parts: dict[str, tuple[int, ...]], today: date | None, shift: int, ahead: bool
) -> None:
    previous = Interval(today, today, "day") if today else None
    try:
        found = RESOLVERS[name]({"YEAR": (2020, 2021), **parts}, Anchor(today, previous, previous, ahead), shift)
    except KeyError as error:  # pragma: no cover
        pytest.fail(f"{name} needs {error}")
    assert found is None or found.start is None or found.end is None or found.start <= found.end
