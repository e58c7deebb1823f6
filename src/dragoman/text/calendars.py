"""Other calendars, and feasts that move: when Ramadan, Nowruz, Easter or Diwali fell. Pure; knows no language.

Sources: Reingold and Dershowitz, Calendrical Calculations (calendars); Meeus, Astronomical Algorithms, chapter 49 (mean
new moons). Months that begin when the moon is seen may do so a day before or after the reckoned one.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from math import ceil, floor

from dragoman.model import Interval

HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, civil reckoning
LEAP_HIJRI = 11  # of thirty years
NEW_MOON = date(2000, 1, 6).toordinal() + 0.7597  # a mean new moon, in days of Universal Time
SYNODIC = 29.530588861
BEIJING, DELHI = 8 / 24, 5.5 / 24  # offsets from Universal Time, in days
PERSIAN_EPOCH = date(622, 3, 21).toordinal()  # 1 Farvardin 1


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The day of an Islamic date, by the arithmetic calendar; None where there is none."""
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= hijri_length(year, month)):
        return None
    days = 354 * (year - 1) + (3 + LEAP_HIJRI * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(HIJRI_EPOCH + days)


def hijri_length(year: int, month: int) -> int:
    """Days in an Islamic month: 30 and 29 by turns, the last one 30 in leap years."""
    return 30 if month % 2 or (month == 12 and (14 + LEAP_HIJRI * year) % 30 < LEAP_HIJRI) else 29


def persian_day(year: int, month: int, day: int) -> date | None:
    """The day of a date of the Solar Hijri calendar of Iran and Afghanistan; None where there is none."""
    if not (1 <= year <= 3000 and 1 <= month <= 12 and 1 <= day <= persian_length(year, month)):
        return None
    return date.fromordinal(_persian_new_year(year) + min(31 * (month - 1), 30 * (month - 1) + 6) + day - 1)


def persian_length(year: int, month: int) -> int:
    """Days in a month of the Solar Hijri calendar."""
    if month < 12:
        return 31 if month <= 6 else 30
    return 29 + (_persian_new_year(year + 1) - _persian_new_year(year) == 366)


def _persian_new_year(year: int) -> int:
    return PERSIAN_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33  # the cycle of 33 years holds from 1206 to 1498


def whole_month(made: Callable[[int, int, int], date | None], year: int, month: int) -> Interval | None:
    """All days of a month of another calendar."""
    first = made(year, month, 1)
    following = made(year + month // 12, month % 12 + 1, 1)
    return Interval(first, following - timedelta(days=1), "month") if first and following else None


def easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus."""
    century = year // 100
    epact = (14 + 11 * (year % 19) - 3 * (century + 1) // 4 + (5 + 8 * (century + 1)) // 25) % 30
    epact += epact == 0 or (epact == 1 and year % 19 > 10)
    moon = date(year, 4, 19) - timedelta(days=epact)
    return moon + timedelta(days=7 - (moon.weekday() + 1) % 7)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday, by the Julian computus, as a Gregorian day."""
    epact = (14 + 11 * (year % 19)) % 30
    moon = date(year, 4, 19) - timedelta(days=epact) + timedelta(days=year // 100 - year // 400 - 2)
    return moon + timedelta(days=7 - (moon.weekday() + 1) % 7)


def passover(year: int) -> date:
    """The first day of Passover, 163 days before the Jewish new year of that autumn."""
    return rosh_hashanah(year) - timedelta(days=163)


def rosh_hashanah(year: int) -> date:
    """The Jewish new year that falls into a year, by Gauss' rule."""
    jewish = year + 3761
    months = (235 * jewish - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    day += (3 * (day + 1)) % 7 < 3
    return date.fromordinal(day + date(1, 1, 1).toordinal() - 1373429 + 1)


def new_moon_from(day: date, offset: float) -> date:
    """The day of the first mean new moon on or after a day, at a place so many days ahead of Universal Time."""
    count = ceil((day.toordinal() - offset - NEW_MOON) / SYNODIC)
    return date.fromordinal(floor(NEW_MOON + count * SYNODIC + offset))


def lunar_new_year(year: int) -> date:
    """Chinese, Korean and Vietnamese new year: the new moon between 21 January and 20 February."""
    return new_moon_from(date(year, 1, 21), BEIJING)


def diwali(year: int) -> date:
    """Diwali: the new moon between mid-October and mid-November."""
    return new_moon_from(date(year, 10, 18), DELHI)


def _days(first: date | None, before: int, behind: int) -> Interval | None:
    if first is None:
        return None
    return Interval(first - timedelta(days=before), first + timedelta(days=behind), "range")


def _hijri(month: int, day: int, before: int, behind: int) -> Callable[[int], Interval | None]:
    """An Islamic feast: when it began in a year of ours, and how far it may reach before and behind that day."""

    def feast(year: int) -> Interval | None:
        about = (year - 622) * 33 // 32
        days = (hijri_day(about + more, month, day) for more in (0, 1, 2))
        return _days(next((found for found in days if found and found.year == year), None), before, behind)

    return feast


def _quds_day(year: int) -> Interval | None:
    """The last Friday of Ramadan."""
    last = _hijri(9, 29, 0, 0)(year)
    return _days(last.start - timedelta(days=(last.start.weekday() - 4) % 7), 0, 0) if last and last.start else None


def _thanksgiving(year: int) -> Interval | None:
    """The fourth Thursday of November, in the United States."""
    first = date(year, 11, 1)
    return _days(first + timedelta(days=(3 - first.weekday()) % 7 + 21), 0, 0)


FEASTS: Mapping[str, Callable[[int], Interval | None]] = {
    "ramadan": _hijri(9, 1, 1, 30),
    "eid-al-fitr": _hijri(10, 1, 1, 2),
    "eid-al-adha": _hijri(12, 10, 1, 3),
    "hajj": _hijri(12, 8, 1, 5),
    "islamic-new-year": _hijri(1, 1, 1, 1),
    "ashura": _hijri(1, 10, 1, 1),
    "arbaeen": _hijri(2, 20, 1, 1),
    "mawlid": _hijri(3, 12, 1, 5),
    "quds-day": _quds_day,
    "nowruz": lambda year: _days(persian_day(year - 621, 1, 1), 1, 0),
    "easter": lambda year: _days(easter(year), 0, 0),
    "good-friday": lambda year: _days(easter(year), 2, -2),
    "orthodox-easter": lambda year: _days(orthodox_easter(year), 0, 0),
    "passover": lambda year: _days(passover(year), 1, 7),
    "rosh-hashanah": lambda year: _days(rosh_hashanah(year), 1, 1),
    "yom-kippur": lambda year: _days(rosh_hashanah(year) + timedelta(days=9), 1, 0),
    "sukkot": lambda year: _days(rosh_hashanah(year) + timedelta(days=14), 1, 7),
    "lunar-new-year": lambda year: _days(lunar_new_year(year), 1, 1),
    "diwali": lambda year: _days(diwali(year), 1, 1),
    "thanksgiving": _thanksgiving,
}
"""Feasts that move, by name: first and last possible day in a year, None where it has none (1 Muharram in some)."""
