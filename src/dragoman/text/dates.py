"""Days and intervals, and how the parts of a time expression become one. Pure; knows no language.

Every resolver takes the parts of an expression (class of word → values, left to right), what it is counted from and
the rule's shift, and returns an interval, `UNKNOWN` where nothing is there to count from, or None for what is no date
at all (31 February). Units are numbered: 0 hour, 1 day, 2 week, 3 month, 4 year, 5 decade.
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import Interval

Parts = Mapping[str, tuple[int, ...]]
UNKNOWN = Interval()
UNITS = ("hour", "day", "week", "month", "year", "decade")
HOUR, DAY, WEEK, MONTH, YEAR, DECADE = range(6)
SLACK = timedelta(days=3)  # a report may be dated a little before what it tells
AHEAD = timedelta(days=200)  # further ahead than this, a year-less date is taken to be past after all


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from: the day of writing, the last date told, the last one that was a single day
    and not itself counted from another, and whether the expression looks ahead."""

    today: date | None = None
    previous: Interval | None = None
    day: date | None = None
    ahead: bool = False


Resolver = Callable[[Parts, Anchor, int], Interval | None]


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def day_interval(day: date | None) -> Interval | None:
    return Interval(day, day, "day") if day else None


def month_of(year: int, month: int) -> Interval | None:
    """All days of one month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def months(year: int, month: int, count: int, granularity: str) -> Interval | None:
    """`count` whole months from the first of one."""
    first, last = month_of(year, month), month_of(*add_months(year, month, count - 1))
    return Interval(first.start, last.end, granularity) if first and last else None


def year_of(year: int) -> Interval | None:
    return months(year, 1, 12, "year")


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month `count` months on."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def add_units(day: date, unit: int, count: int) -> date | None:
    """The day `count` units on; the last day of the month where that one is shorter. None out of the calendar."""
    if unit <= WEEK:
        return _plus_days(day, count * (7 if unit == WEEK else 1))
    year, month = add_months(day.year, day.month, count * {MONTH: 1, YEAR: 12, DECADE: 120}[unit])
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _plus_days(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def unit_around(day: date, unit: int, shift: int = 0) -> Interval | None:
    """The whole week (from Monday), month, year or decade that `day`, moved by `shift` units, lies in."""
    moved = add_units(day, unit, shift)
    if moved is None:
        return None
    if unit == WEEK:
        monday = _plus_days(moved, -moved.weekday())
        return Interval(monday, _plus_days(monday, 6), "week") if monday else None
    if unit == MONTH:
        return month_of(moved.year, moved.month)
    if unit == YEAR:
        return year_of(moved.year)
    if unit == DECADE:
        return decade_of(moved.year // 10 * 10)
    return day_interval(moved)


def decade_of(year: int) -> Interval | None:
    return months(year, 1, 120, "decade")


def third(whole: Interval | None, part: int) -> Interval | None:
    """Early, mid or late: days 1-10, 11-20 and 21-end of a month, else a third of the months or days."""
    if whole is None or whole.start is None or whole.end is None:
        return whole
    if whole.granularity == "month":
        first = whole.start.replace(day=1 + 10 * part)
        return Interval(first, whole.end if part == 2 else first + timedelta(days=9), "range")
    if whole.granularity in ("year", "season", "quarter", "decade"):
        return _third_of_months(whole.start, whole.end, part)
    return _third_of_days(whole.start, whole.end, part)


def _third_of_months(start: date, end: date, part: int) -> Interval | None:
    count = ((end.year - start.year) * 12 + end.month - start.month + 1) // 3
    return months(*add_months(start.year, start.month, part * count), max(count, 1), "range")


def _third_of_days(start: date, end: date, part: int) -> Interval:
    length = (end - start).days + 1
    low = start + timedelta(days=part * length // 3)
    return Interval(low, max(low, start + timedelta(days=(part + 1) * length // 3 - 1)), "range")


def edge(whole: Interval | None, part: int) -> Interval | None:
    """The beginning, middle or end: as `third`, but two months of a year at its edges."""
    if whole is None or whole.start is None or whole.granularity != "year" or part == 1:
        return third(whole, part)
    return months(whole.start.year, 1 if part == 0 else 11, 2, "range")


def nearest(candidates: list[Interval], today: date, ahead: bool) -> Interval | None:
    """Of the same date in several years, the closest that is not in the future; the next one where it looks ahead."""
    dated = [c for c in candidates if c.start and c.end]
    if ahead:
        later = [c for c in dated if c.end and c.end >= today]
        if later and later[0].start and later[0].start - today <= AHEAD:
            return later[0]
    limit = _plus_days(today, SLACK.days) or today
    past = [c for c in dated if c.start and c.start <= limit]
    return past[-1] if past else None


def any_year(made: Callable[[int], Interval | None], anchor: Anchor) -> Interval | None:
    """A date without its year: `made` gives it for one year. UNKNOWN without a day to count from."""
    if anchor.today is None:
        return UNKNOWN if made(2000) else None
    years = range(anchor.today.year - 8, anchor.today.year + 9)  # 29 February comes round in at most eight
    return nearest([found for year in years if (found := made(year))], anchor.today, anchor.ahead)


def span_of(first: Interval | None, last: Interval | None, granularity: str = "range") -> Interval | None:
    """From the start of one to the end of the other; None where they stand the wrong way round."""
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Interval(first.start, last.end, granularity)


def clipped(interval: Interval, published: date | None, ahead: bool) -> Interval:
    """What has happened cannot have happened after it was told: cut at the day of publication."""
    start, end = interval.start, interval.end
    if ahead or published is None or start is None or end is None or not start <= published < end:
        return interval
    return Interval(start, published, interval.granularity)


# -- resolvers: one per way of saying when ---------------------------------------------------------------------------


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
        return third(month_of(year, month), part) if year else any_year(lambda y: third(month_of(y, month), part), anchor)
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
    return day_interval(_plus_days(anchor.today, shift)) if anchor.today else UNKNOWN


def last_night(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    if anchor.today is None:
        return UNKNOWN
    return Interval(_plus_days(anchor.today, -1), anchor.today, "range")


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
    """Monday: the latest on or before the day of writing (shift -1: before it; 1: after it); the next one looking ahead."""
    if anchor.today is None:
        return UNKNOWN
    back = (anchor.today.weekday() - parts["WEEKDAY"][0]) % 7
    if shift > 0 or (anchor.ahead and shift == 0):
        return day_interval(_plus_days(anchor.today, (-back) % 7 or (7 if shift > 0 else 0)))
    return day_interval(_plus_days(anchor.today, -(back or (7 if shift < 0 else 0))))


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
        return span_of(day_interval(_plus_days(day, -1)), day_interval(day))
    if unit == WEEK:
        return Interval(_plus_days(moved, -3), _plus_days(moved, 3), "week")
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
    return far and Interval(min(far, anchor.today), max(far, anchor.today), "range")


def few_units(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """In recent weeks (shift -1), in the coming months (shift 1): about half a dozen of them."""
    return past_units({**parts, "NUM": (6,)}, anchor, shift)


def from_previous(parts: Parts, anchor: Anchor, shift: int) -> Interval | None:
    """The next day, three years earlier: counted from the date told last."""
    base = anchor.previous and (anchor.previous.end if shift > 0 else anchor.previous.start)
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
    "day": on_day, "days": days_of_month, "month": in_month, "months": month_span, "part-of-month": part_of_month,
    "year": in_year, "years": year_span, "part-of-year": part_of_year, "edge": edge_of, "quarter": in_quarter,
    "half": in_half, "season": in_season, "decade": in_decade, "holiday": on_holiday, "iso": iso_day, "slashed": packed_day,
    "relative-day": relative_day, "last-night": last_night, "relative-unit": relative_unit, "so-far": so_far,
    "weekday": on_weekday, "ago": ago, "past": past_units, "few": few_units, "from-previous": from_previous,
    "from-event": from_event, "same": same_as_previous, "duration": duration,
}  # fmt: skip
