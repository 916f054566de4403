"""Calendars: a year, month and day as they are counted in Iran, Thailand, Japan or Taiwan in, our common day out."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

# Days before each month of the solar Hijri year: six months of 31 days, five of 30, one of 29 or 30.
DAYS_BEFORE = (0, *accumulate((31,) * 6 + (30,) * 5))
# `date.toordinal` of the day before the first of Farvardin 1.
SOLAR_EPOCH = 226_894
# Online news and its archives: 1921 to 2121. What Arab countries print of their lunar years lies behind that.
SOLAR_YEARS = range(1300, 1500)
BUDDHIST_AHEAD = 543
BUDDHIST_YEARS = range(2400, 2700)
# '67' is 2567; 2543 was 2000, and what is smaller may be one of our own years or an hour.
FIRST_SHORT_BUDDHIST = 43
# What is added to a year of an era; its first year is 1.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
MINGUO = "民國"


def common_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar all countries share, None for what is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def solar_hijri_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar of Iran and Afghanistan, None for what is none and for years far from today's.

    By the cycle of 33 years with 8 leap years as in ICU (`persncal.cpp`, `handleComputeMonthStart`), which gives the
    days of the astronomical calendar for these years (Wikipedia, 'Solar Hijri calendar').

    >>> solar_hijri_day(1402, 12, 15), solar_hijri_day(1403, 12, 30), solar_hijri_day(1402, 12, 30)
    (datetime.date(2024, 3, 5), datetime.date(2025, 3, 20), None)
    """
    if year not in SOLAR_YEARS or not 1 <= month <= 12:
        return None
    new_year = _before_solar_year(year)
    ends = [*DAYS_BEFORE[1:], _before_solar_year(year + 1) - new_year]
    if not 1 <= day <= ends[month - 1] - DAYS_BEFORE[month - 1]:
        return None
    return date.fromordinal(new_year + DAYS_BEFORE[month - 1] + day)


def _before_solar_year(year: int) -> int:
    return SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def thai_day(year: int, month: int, day: int) -> date | None:
    """Return a day as Thailand counts, 543 years ahead; None for a short year that need not be one of these.

    >>> thai_day(2567, 3, 5), thai_day(67, 3, 5), thai_day(2024, 3, 5), thai_day(24, 3, 5)
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5), datetime.date(2024, 3, 5), None)
    """
    if year < FIRST_SHORT_BUDDHIST:
        return None
    if year < 100:
        year += 2500
    return common_day(year - BUDDHIST_AHEAD if year in BUDDHIST_YEARS else year, month, day)


def day_of_era(era: str, year: int, month: int, day: int) -> date | None:
    """Return a day of a Japanese era or of the Republic of China's years, None for what is none.

    >>> day_of_era("令和", 6, 3, 5), day_of_era("民國", 113, 3, 5)
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5))
    """
    return common_day(ERAS[era] + year, month, day)


# By the page's language: whose figures are of another calendar where their year can be.
CALENDARS = {
    "fa": solar_hijri_day, "prs": solar_hijri_day, "ps": solar_hijri_day, "th": thai_day,
}  # fmt: skip
