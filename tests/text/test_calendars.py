"""Other calendars and feasts that move, held to days on which they fell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.calendars import FEASTS, easter, hijri_day, orthodox_easter, persian_day, rosh_hashanah, whole_month


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1400, 1, 1, date(2021, 3, 21)),
        (1403, 1, 1, date(2024, 3, 20)),
        (1404, 1, 1, date(2025, 3, 21)),
        (1357, 11, 22, date(1979, 2, 11)),
        (1403, 12, 30, date(2025, 3, 20)),
        (1402, 12, 30, None),
        (1402, 7, 31, None),
        (1402, 13, 1, None),
    ],
)
def test_persian_days(year: int, month: int, day: int, expected: date | None) -> None:
    assert persian_day(year, month, day) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1, 1, 1, date(622, 7, 19)),
        (1442, 9, 1, date(2021, 4, 13)),
        (1444, 9, 1, date(2023, 3, 23)),
        (1445, 1, 1, date(2023, 7, 19)),
        (1445, 2, 30, None),
        (1445, 0, 1, None),
    ],
)
def test_islamic_days(year: int, month: int, day: int, expected: date | None) -> None:
    assert hijri_day(year, month, day) == expected


@given(st.integers(1, 2000), st.integers(1, 12))
def test_months_follow_each_other(year: int, month: int) -> None:
    for made in (hijri_day, persian_day):
        this, following = whole_month(made, year, month), whole_month(made, year + month // 12, month % 12 + 1)
        assert this and following and this.end and following.start
        assert (following.start - this.end).days == 1


@pytest.mark.parametrize(
    ("year", "western", "eastern"), [(2022, "04-17", "04-24"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20")]
)
def test_easter(year: int, western: str, eastern: str) -> None:
    assert (easter(year).isoformat()[5:], orthodox_easter(year).isoformat()[5:]) == (western, eastern)


@pytest.mark.parametrize(
    ("year", "day"), [(2021, "09-07"), (2022, "09-26"), (2023, "09-16"), (2024, "10-03"), (2025, "09-23")]
)
def test_the_jewish_new_year(year: int, day: str) -> None:
    assert rosh_hashanah(year).isoformat()[5:] == day


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        ("ramadan", "2022-04-02"),
        ("eid-al-fitr", "2023-04-21"),
        ("eid-al-adha", "2024-06-16"),
        ("ashura", "2022-08-08"),
        ("quds-day", "2023-04-14"),
        ("nowruz", "2023-03-21"),
        ("good-friday", "2023-04-07"),
        ("passover", "2023-04-06"),
        ("yom-kippur", "2023-09-25"),
        ("lunar-new-year", "2018-02-16"),
        ("lunar-new-year", "2024-02-10"),
        ("diwali", "2020-11-14"),
        ("diwali", "2023-11-12"),
        ("thanksgiving", "2023-11-23"),
    ],
)
def test_feasts_fall_on_their_days(feast: str, day: str) -> None:
    found = FEASTS[feast](int(day[:4]))
    assert found and found.start and found.end
    assert found.start <= date.fromisoformat(day) <= found.end


@given(st.integers(1000, 9000))
def test_every_feast_falls_into_its_year_or_nearly(year: int) -> None:
    for name, feast in FEASTS.items():
        found = feast(year)
        assert found is None or (found.start and abs(found.start.year - year) <= 1), name
