"""Days and intervals of days: the arithmetic under time expressions. Pure; knows no language.

Units are numbered: 0 hour, 1 day, 2 week, 3 month, 4 year, 5 decade.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import Interval

UNKNOWN = Interval()
HOUR, DAY, WEEK, MONTH, YEAR, DECADE = range(6)
SLACK = timedelta(days=3)  # a report may be dated a little before what it tells
AHEAD = timedelta(days=200)  # further ahead than this, a year-less date is taken to be past after all


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from: the day of writing, the last date told, when the event that it names was,
    and whether the expression looks ahead."""

    today: date | None = None
    previous: Interval | None = None
    event: Interval | None = None
    ahead: bool = False


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
        return plus_days(day, count * (7 if unit == WEEK else 1))
    year, month = add_months(day.year, day.month, count * {MONTH: 1, YEAR: 12, DECADE: 120}[unit])
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def plus_days(day: date, count: int) -> date | None:
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
        monday = plus_days(moved, -moved.weekday())
        return Interval(monday, plus_days(monday, 6), "week") if monday else None
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
    low = part * length // 3
    high = max(low, (part + 1) * length // 3 - 1)
    return Interval(start + timedelta(days=low), start + timedelta(days=high), "range")


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
    limit = plus_days(today, SLACK.days) or today
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


_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def written_days(text: str) -> Interval | None:
    """The days that an ISO date, month or year stands for; None where it is none of them."""
    found = _WRITTEN.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not day:
        return month_of(year, month) if month else year_of(year)
    return day_interval(make_day(year, month, day))
