"""How the parts of a time expression become an interval: one resolver per way of saying when.

Every resolver takes the parts of an expression (kind of word → values, left to right), what it is counted from and
the rule's shift, and returns an interval, `UNKNOWN` where nothing is there to count from, or None for what is no date
at all (31 February).
"""

from collections.abc import Callable, Mapping
from datetime import date

from dragoman.model import Interval
from dragoman.text.dates import (
    DAY,
    HOUR,
    UNKNOWN,
    WEEK,
    Anchor,
    add_units,
    any_year,
    day_interval,
    decade_of,
    edge,
    make_day,
    month_of,
    months,
    plus_days,
    span_of,
    third,
    unit_around,
    year_of,
)

Parts = Mapping[str, tuple[int, ...]]
Resolver = Callable[[Parts, Anchor, int], Interval | None]


def _year(parts: Parts, at: int = 0) -> int | None:
    """The year named; two figures take the century of the one before (1980-88)."""
    years = parts.get("YEAR", ())
    if at < len(years):
        return years[at]
    short = parts.get("NN", ())
    return years[0] // 100 * 100 + short[0] if years and short and at == 1 else None


def _whole_month(parts: Parts, anchor: Anchor, at: int = 0) -> Interval | None:
    month = parts["MONTH"][min(at, len(parts["MONTH"]) - 1)]
    year = _year(parts)
    return month_of(year, month) if year else any_year(lambda y: month_of(y, month), anchor)


def on_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """February 22; 22 February 2023."""
    month, day, year = parts["MONTH"][0], parts["DAY"][0], _year(parts)
    if year:
        return day_interval(make_day(year, month, day))
    return any_year(lambda y: day_interval(make_day(y, month, day)), anchor)


def days_of_month(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """March 3 to 5; between 14 and 16 March; 3 March to 5 April 2020."""
    named, days, years = parts["MONTH"], parts["DAY"], parts.get("YEAR", ())
    year = years[-1] if years else None

    def made(y: int) -> Interval | None:
        start = years[0] if len(years) > 1 else y - (named[0] > named[-1])
        return span_of(day_interval(make_day(start, named[0], days[0])), day_interval(make_day(y, named[-1], days[-1])))

    return made(year) if year else any_year(made, anchor)


def in_month(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """In March; March 2018; last March, where `shift` is -1."""
    found = _whole_month(parts, anchor)
    if shift and anchor.today and found and found.start:
        if shift > 0 and found.start <= anchor.today:
            return month_of(found.start.year + 1, found.start.month)
        if shift < 0 and (found.start.year, found.start.month) >= (anchor.today.year, anchor.today.month):
            return month_of(found.start.year - 1, found.start.month)
    return found


def month_span(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """March to May 2019; July-August."""
    first, last = parts["MONTH"][0], parts["MONTH"][-1]
    count = (last - first) % 12 + 1
    year = _year(parts)

    def made(y: int) -> Interval | None:
        return months(y - 1 if first > last else y, first, count, "range")

    return made(year) if year else any_year(made, anchor)


def part_of_month(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Late February; mid-March 2019."""
    part, month, year = parts["PART"][0], parts["MONTH"][0], _year(parts)
    if year:
        return third(month_of(year, month), part)
    return any_year(lambda y: third(month_of(y, month), part), anchor)


def in_year(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    year = _year(parts)
    return year_of(year) if year else None


def year_span(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """2011-2013; 1980-88."""
    first, last = _year(parts), _year(parts, 1)
    return span_of(year_of(first), year_of(last)) if first and last else None


def part_of_year(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Early 2018; mid-2019."""
    return third(in_year(parts, anchor, 0), parts["PART"][0])


def edge_of(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The end of 2012; the beginning of June."""
    part = parts["EDGE"][0]
    if "MONTH" in parts:
        year, month = _year(parts), parts["MONTH"][0]
        return (
            third(month_of(year, month), part) if year else any_year(lambda y: third(month_of(y, month), part), anchor)
        )
    if "UNIT" in parts:
        return edge(relative_unit(parts, anchor, shift), part)
    return edge(in_year(parts, anchor, 0), part)


def in_quarter(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The first quarter of 2022; Q1 2022."""
    quarter = (parts.get("QUARTER") or parts["ORD"])[0]
    year = _year(parts)
    if not 1 <= quarter <= 4:
        return None
    first = 3 * quarter - 2
    return months(year, first, 3, "quarter") if year else any_year(lambda y: months(y, first, 3, "quarter"), anchor)


def in_half(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The first half of 2022, of March, of this year."""
    half = parts["ORD"][0]
    if half not in (1, 2):
        return None
    if "MONTH" in parts:
        month = _whole_month(parts, anchor)
        if not month or not month.start or not month.end:
            return month
        middle = month.start.replace(day=15)
        return Interval(month.start, middle, "range") if half == 1 else Interval(middle, month.end, "range")
    year = _year(parts) or (anchor.today.year if anchor.today else None)
    return months(year, 6 * half - 5, 6, "range") if year else UNKNOWN


def in_season(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Summer 2014; last winter; in the spring."""
    first, year = parts["SEASON"][0], _year(parts)
    if year:
        return months(year, first, 3, "season")
    found = any_year(lambda y: months(y, first, 3, "season"), anchor)
    running = found and found.end and anchor.today and found.end >= anchor.today
    if shift < 0 and running and found and found.start:
        return months(found.start.year - 1, first, 3, "season")
    if shift > 0 and found and found.start and anchor.today and found.start <= anchor.today:
        return months(found.start.year + 1, first, 3, "season")
    return found


def in_decade(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The 1990s; the early 2000s, where there is a part."""
    whole = decade_of(parts["DECADE"][0])
    return third(whole, parts["PART"][0]) if "PART" in parts else whole


def on_holiday(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """New Year's Eve 2016: a fixed day, given as month times 100 plus day."""
    month, day = divmod((parts.get("HOLIDAY") or parts["NEWYEAR"])[0], 100)
    return on_day({**parts, "MONTH": (month,), "DAY": (day,)}, anchor, shift)


def iso_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """2023-02-22."""
    if len(parts["NN"]) < 2:
        return None
    return day_interval(make_day(parts["YEAR"][0], parts["NN"][0], parts["NN"][1]))


def packed_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """22/02/2023, given as 20230222 by the reader of words."""
    year, rest = divmod(parts["SLASHED"][0], 10000)
    return day_interval(make_day(year, *divmod(rest, 100)))


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


def ago(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """20 months ago, counted from the day of writing; about as wide as its unit."""
    if anchor.today is None:
        return UNKNOWN
    return _some_units_off(anchor.today, parts["UNIT"][0], shift * _count(parts))


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
    """Two weeks before the visit: counted from the last single day told, most often that of the main event."""
    return _some_units_off(anchor.day, parts["UNIT"][0], shift * _count(parts)) if anchor.day else UNKNOWN


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


DERIVED = frozenset({"from-previous", "from-event", "same"})

RESOLVERS: Mapping[str, Resolver] = {
    "day": on_day,
    "days": days_of_month,
    "month": in_month,
    "months": month_span,
    "part-of-month": part_of_month,
    "year": in_year,
    "years": year_span,
    "part-of-year": part_of_year,
    "edge": edge_of,
    "quarter": in_quarter,
    "half": in_half,
    "season": in_season,
    "decade": in_decade,
    "holiday": on_holiday,
    "iso": iso_day,
    "slashed": packed_day,
    "relative-day": relative_day,
    "last-night": last_night,
    "relative-unit": relative_unit,
    "so-far": so_far,
    "weekday": on_weekday,
    "ago": ago,
    "past": past_units,
    "few": few_units,
    "from-previous": from_previous,
    "from-event": from_event,
    "same": same_as_previous,
    "duration": duration,
}
