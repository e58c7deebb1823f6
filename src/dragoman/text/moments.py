"""How the parts of a time expression become an interval: one resolver per way of saying when.

Every resolver takes the parts of an expression (kind of word → values, left to right), what it is counted from and
the rule's shift, and returns an interval, `UNKNOWN` where nothing is there to count from, or None for what is no date
at all (31 February).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from dragoman.model import Interval
from dragoman.text.calendars import FEASTS, hijri_day, persian_day, whole_month
from dragoman.text.dates import (
    UNKNOWN,
    Anchor,
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
    year_of,
)
from dragoman.text.relative import (
    Parts,
    ago,
    at_event,
    day_of_this_month,
    duration,
    few_units,
    from_event,
    from_previous,
    half_ago,
    in_event,
    last_night,
    on_weekday,
    past_units,
    relative_day,
    relative_unit,
    same_as_previous,
    so_far,
    weekdays,
    weekend,
)

Resolver = Callable[[Parts, Anchor, int], Interval | None]


def _year(parts: Parts, at: int = 0) -> int | None:
    """The year named; two figures take the century of the one before (1980-88)."""
    years = parts.get("YEAR", ())
    if at < len(years):
        return years[at]
    short = parts.get("NN", ())
    return years[0] // 100 * 100 + short[0] if years and short and at == 1 else None


def _year_so_far_off(parts: Parts, anchor: Anchor, shift: int) -> int | None:
    """The year named, or so many from this one."""
    return anchor.today.year + shift if shift and anchor.today else _year(parts)


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
    year = _year_so_far_off(parts, anchor, shift)
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
    year = _year_so_far_off(parts, anchor, shift) or (anchor.today.year if anchor.today else None)
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
    month, day = divmod(next(parts[kind] for kind in ("CHRISTMAS", "NEWYEAR", "HOLIDAY") if kind in parts)[0], 100)
    return on_day({**parts, "MONTH": (month,), "DAY": (day,)}, anchor, shift)


def iso_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """2023-02-22; 22-02-2023."""
    if "DAY" in parts:
        return day_interval(make_day(parts["YEAR"][0], parts["NN"][0], parts["DAY"][0]))
    if len(parts["NN"]) < 2:
        return None
    return day_interval(make_day(parts["YEAR"][0], parts["NN"][0], parts["NN"][1]))


def packed_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """22/02/2023, given as 20230222 by the reader of words."""
    year, rest = divmod(parts["SLASHED"][0], 10000)
    return day_interval(make_day(year, *divmod(rest, 100)))


def at_night(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The night of March 7: that day and the next."""
    found = on_day(parts, anchor, 0)
    return Interval(found.start, plus_days(found.start, 1), "range") if found and found.start else found


def week_of(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The week of March 6: the seven days from it; the second week of March, counted in sevens."""
    if "ORD" not in parts:
        found = on_day(parts, anchor, 0)
        return Interval(found.start, plus_days(found.start, 6), "week") if found and found.start else found
    month, number = _whole_month(parts, anchor), parts["ORD"][0]
    if month is None or month.start is None or month.end is None or not 1 <= number <= 5:
        return month and UNKNOWN
    first = month.start.replace(day=min(7 * number - 6, month.end.day))
    return Interval(first, min(plus_days(first, 6) or first, month.end), "week")


def last_week_of(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The last week of March: its last seven days."""
    month = _whole_month(parts, anchor)
    if month is None or month.end is None:
        return month
    return Interval(plus_days(month.end, -6), month.end, "week")


def part_span(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """From late February to early March."""
    ends = [{"MONTH": (m,), "PART": (p,)} for m, p in zip(parts["MONTH"], parts["PART"], strict=True)]
    years = {"YEAR": parts["YEAR"]} if "YEAR" in parts else {}
    first, last = (part_of_month({**end, **years}, anchor, 0) for end in ends)
    return span_of(first, last)


def months_of_years(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """From March 2022 to June 2023."""
    (first, last), (start, end) = parts["MONTH"][:2], parts["YEAR"][:2]
    return span_of(month_of(start, first), month_of(end, last))


def in_century(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The 19th century."""
    century = parts["ORD"][0]
    return months(100 * century - 99, 1, 1200, "century") if 1 <= century <= 99 else None


def either_day(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """12/3/2021, the day written before the month or behind it: whichever has come by the day of writing, else both."""
    year, rest = divmod(parts["EITHER"][0], 10000)
    a, b = divmod(rest, 100)
    days = [day for day in (make_day(year, a, b), make_day(year, b, a)) if day]
    past = [day for day in days if anchor.today is None or anchor.ahead or day <= anchor.today]
    days = past or days
    if not days:
        return None
    return day_interval(days[0]) if len(days) == 1 else Interval(min(days), max(days), "ambiguous")


def at_feast(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """Ramadan, Nowruz, Easter 2022: see `text.calendars`."""
    feast, year = tuple(FEASTS.values())[parts["FEAST"][0]], _year(parts)
    return (feast(year) if 2 <= year <= 9000 else None) if year else any_year(feast, _within(anchor))


def _within(anchor: Anchor) -> Anchor:
    """Years that every calendar reaches."""
    far = anchor.today is not None and not 1000 <= anchor.today.year <= 9000
    return replace(anchor, today=None) if far else anchor


def hijri_date(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """10 Muharram 1445; Muharram 1445."""
    return _foreign_date(hijri_day, parts["HMONTH"][0], parts)


def persian_date(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """3 Esfand 1401; Esfand 1401."""
    return _foreign_date(persian_day, parts["PMONTH"][0], parts)


def _foreign_date(made: Callable[[int, int, int], date | None], month: int, parts: Parts) -> Interval | None:
    year = (parts.get("OLDYEAR") or parts["YEAR"])[0]
    if "DAY" not in parts:
        return whole_month(made, year, month)
    day = made(year, month, parts["DAY"][0])
    return day_interval(day)


DERIVED = frozenset({"from-previous", "from-event", "at-event", "in-event", "same"})
REFERRING = frozenset({"from-event", "at-event", "in-event"})
DAYS = frozenset({"day", "days", "iso", "slashed", "either", "night", "hijri", "persian"})
"""What names days, so that a day which is not in the calendar is worth a note."""

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
    "half-ago": half_ago,
    "past": past_units,
    "few": few_units,
    "from-previous": from_previous,
    "from-event": from_event,
    "at-event": at_event,
    "in-event": in_event,
    "night": at_night,
    "week": week_of,
    "last-week-of": last_week_of,
    "weekend": weekend,
    "weekdays": weekdays,
    "day-of-month": day_of_this_month,
    "parts-of-months": part_span,
    "months-of-years": months_of_years,
    "century": in_century,
    "either": either_day,
    "feast": at_feast,
    "hijri": hijri_date,
    "persian": persian_date,
    "same": same_as_previous,
    "duration": duration,
}
