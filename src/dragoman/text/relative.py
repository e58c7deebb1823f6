"""Times counted from the day of writing, from the date told last or from an event; resolvers of text/moments.py."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dragoman.model import Interval
from dragoman.text.dates import (
    DAY,
    DECADE,
    HOUR,
    MONTH,
    UNKNOWN,
    WEEK,
    YEAR,
    Anchor,
    add_months,
    add_units,
    day_interval,
    make_day,
    plus_days,
    span_of,
    third,
    unit_around,
)

Parts = Mapping[str, tuple[int, ...]]


def relative_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Today, yesterday, tomorrow."""
    return day_interval(plus_days(anchor.today, shift)) if anchor.today else UNKNOWN


def last_night(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    if anchor.today is None:
        return UNKNOWN
    return Interval(plus_days(anchor.today, -1), anchor.today, "range")


def relative_unit(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """This week, last month, next year; early this month, where there is a part."""
    if anchor.today is None:
        return UNKNOWN
    whole = unit_around(anchor.today, parts["UNIT"][0], shift)
    return third(whole, parts["PART"][0]) if "PART" in parts else whole


def so_far(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Earlier this month (shift -1), later this year (shift 1)."""
    whole = relative_unit({"UNIT": parts["UNIT"]}, anchor, 0)
    if whole is None or whole.start is None or anchor.today is None:
        return whole
    kept = (whole.start, anchor.today) if shift < 0 else (anchor.today, whole.end)
    return Interval(*kept, "range")


def on_weekday(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Monday: the latest up to the day of writing (shift -1: before it; 1: after it); looking ahead the next."""
    if anchor.today is None:
        return UNKNOWN
    back = (anchor.today.weekday() - parts["WEEKDAY"][0]) % 7
    if shift > 0 or (anchor.ahead and shift == 0):
        return day_interval(plus_days(anchor.today, (-back) % 7 or (7 if shift > 0 else 0)))
    return day_interval(plus_days(anchor.today, -(back or (7 if shift < 0 else 0))))


def weekdays(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """From Monday to Wednesday."""
    last = on_weekday({"WEEKDAY": parts["WEEKDAY"][-1:]}, anchor, shift)
    if last is None or last.end is None:
        return last
    length = (parts["WEEKDAY"][-1] - parts["WEEKDAY"][0]) % 7
    return Interval(plus_days(last.end, -length), last.end, "range")


def weekend(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The weekend: the last one that has begun, or the next (shift 1); last weekend is over (shift -1)."""
    if anchor.today is None:
        return UNKNOWN
    back = (anchor.today.weekday() - 5) % 7
    if shift > 0 or anchor.ahead:
        back -= 7 if back > 1 else 0
    elif shift < 0 and back <= 1:
        back += 7
    saturday = plus_days(anchor.today, -back)
    return Interval(saturday, plus_days(saturday, 1), "range") if saturday else None


def day_of_this_month(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The 15th of this month, of last month (shift -1)."""
    if anchor.today is None:
        return UNKNOWN
    return day_interval(make_day(*add_months(anchor.today.year, anchor.today.month, shift), parts["DAY"][0]))


def ago(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """20 months ago, counted from the day of writing; about as wide as its unit."""
    if anchor.today is None:
        return UNKNOWN
    return _some_units_off(anchor.today, parts["UNIT"][0], shift * _count(parts))


def half_ago(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Half a year ago, two and a half years ago; in units of the next smaller kind, months of two weeks."""
    smaller, many = {YEAR: (MONTH, 6), DECADE: (YEAR, 5), MONTH: (WEEK, 2)}.get(parts["UNIT"][0], (DAY, 1))
    if anchor.today is None:
        return UNKNOWN
    whole = parts.get("NUM", (0,))[0]
    return _some_units_off(anchor.today, smaller, shift * many * (2 * whole + 1))


def _some_units_off(day: date, unit: int, count: int) -> Interval | None:
    moved = add_units(day, unit, count)
    if moved is None:
        return None
    if unit == HOUR:
        return span_of(day_interval(plus_days(day, -1)), day_interval(day))
    if unit == WEEK:
        return Interval(plus_days(moved, -3), plus_days(moved, 3), "week")
    return unit_around(moved, unit)


def _count(parts: Parts) -> int:
    return min(parts.get("NUM", (1,))[0], 5000)


def past_units(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Over the past two years (shift -1), in the coming months (shift 1)."""
    if anchor.today is None:
        return UNKNOWN
    unit = parts["UNIT"][0]
    count = -(-_count(parts) // 24) if unit == HOUR else _count(parts)
    far = add_units(anchor.today, unit, shift * count)
    return Interval(min(far, anchor.today), max(far, anchor.today), "range") if far else None


def few_units(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """In recent weeks (shift -1), in the coming months (shift 1): about half a dozen of them."""
    return past_units({**parts, "NUM": (6,)}, anchor, shift)


def from_previous(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The next day, three years earlier: counted from the date told last."""
    told = anchor.previous or UNKNOWN
    base = told.end if shift > 0 else told.start
    if base is None:
        return UNKNOWN
    return _some_units_off(base, parts["UNIT"][0], shift * _count(parts))


def from_event(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Two weeks before the visit: counted from the day of what is named."""
    return from_previous(parts, replace(anchor, previous=anchor.event), shift)


def at_event(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Since the earthquake, during the visit: the days of what is named; on the eve of it, where `shift` is -1."""
    told = anchor.event
    if told is None or told.start is None or not shift:
        return told or UNKNOWN
    return day_interval(plus_days(told.start, shift))


def in_event(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """During his two-day visit; in the first six years of the war: so many units from when it began, or the last."""
    told = anchor.event or UNKNOWN
    if told.start is None or told.end is None:
        return UNKNOWN
    unit, count = parts["UNIT"][0], _count(parts)
    if shift < 0:
        first = add_units(told.end, unit, -count)
        return Interval(first, told.end, "range") if first else None
    last = add_units(told.start, unit, count)
    return Interval(told.start, plus_days(last, -1), "range") if last else None


def same_as_previous(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The same day, that year: the date told last, as wide as the unit."""
    if anchor.previous is None or anchor.previous.start is None:
        return UNKNOWN
    if parts["UNIT"][0] == DAY:
        return anchor.previous
    return unit_around(anchor.previous.start, parts["UNIT"][0])


def duration(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """For three days: a length, not a date."""
    return Interval(None, None, "duration")
