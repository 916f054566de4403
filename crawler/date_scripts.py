"""Date scripts: a text that is not ASCII in, the first day it gives in a form of one country's own out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from crawler.calendars import ERAS, MINGUO, common_day, day_of_era, solar_hijri_day, thai_day
from crawler.months import MONTHS, SOLAR_MONTHS, THAI_MONTHS


class Match(NamedTuple):
    """A day, and where in the text it begins and ends."""

    day: date
    start: int
    end: int


# '令和6年3月5日', '令和元年5月1日', '民國113年3月5日'; without its name only Taiwan's years have three figures
ERA = re.compile(
    rf"({'|'.join(ERAS)})?\s?(?<!\d)(\d{{1,3}}|元)\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})(?!\d)日?"
)
LONE_YEARS = range(100, 131)
# '5 มี.ค. 2567', '5 มีนาคม 2567', '5 มี.ค. 67', '5 มีนาคม พ.ศ. 2567'
THAI = re.compile(
    r"(?<!\d)(\d{1,2})\s?([\u0e01-\u0e4e]{1,10}(?:\.[\u0e01-\u0e2e]{1,2}\.)?)\s?(?:[พค]\.?\s?ศ\.?\s?)?(\d{4}|\d{2})(?![\d.:])"
)
# '۱۵ اسفند ۱۴۰۲', '۱۵ اسفندماه ۱۴۰۲', '۱۵ اسفند ماه سال ۱۴۰۲'
SOLAR = re.compile(
    r"(?<!\d)(\d{1,2})\s?([\u0621-\u064a\u0671-\u06d3]{2,11})(?:[\s\u200c]ماه)?،?(?:\sسال)?\s?(\d{4})(?!\d)"
)
MONTH_WORD = "ماه"
PERSIAN_LETTERS = str.maketrans("يك", "یک")
# '5 tháng 3, 2024', 'ngày 5 tháng 3 năm 2024', '5 Tháng Ba, 2024'
VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\stháng\s(\d{1,2}|[^\W\d_]{2,4}(?:\s(?:một|hai))?)(?:\snăm|,)?\s(\d{4})(?!\d)",
    re.IGNORECASE,
)
VIETNAMESE_MONTHS = "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai".split()
# '2024. gada 5. martā'
LATVIAN = re.compile(r"(?<!\d)(\d{4})\.?\sgada\s(\d{1,2})\.\s?([^\W\d_]{4,10})")


def first_in_script(text: str, language: str) -> list[Match]:
    """Return the first day of each form that a text has, of those that a page in this language may use.

    >>> first_in_script("5 มีนาคม 2567", "th")
    [Match(day=datetime.date(2024, 3, 5), start=0, end=13)]
    """
    found = (
        _first(pattern, text, read)
        for languages, mark, pattern, read in FORMS
        if (not languages or language in languages) and mark in text
    )
    return [match for match in found if match]


def _first(pattern: re.Pattern[str], text: str, read: Callable[[re.Match[str]], date | None]) -> Match | None:
    return next((Match(day, *m.span()) for m in pattern.finditer(text) if (day := read(m))), None)


def _era(m: re.Match[str]) -> date | None:
    year = 1 if m[2] == "元" else int(m[2])
    if not m[1] and year not in LONE_YEARS:
        return None
    return day_of_era(m[1] or MINGUO, year, int(m[3]), int(m[4]))


def _thai(m: re.Match[str]) -> date | None:
    month = THAI_MONTHS.get(m[2].replace(".", ""))
    return thai_day(int(m[3]), month, int(m[1])) if month else None


def _solar(m: re.Match[str]) -> date | None:
    month = SOLAR_MONTHS.get(m[2].translate(PERSIAN_LETTERS).removesuffix(MONTH_WORD))
    return solar_hijri_day(int(m[3]), month, int(m[1])) if month else None


def _vietnamese(m: re.Match[str]) -> date | None:
    word = m[2].lower().replace(" ", "_")
    if word.isdecimal():
        return common_day(int(m[3]), int(word), int(m[1]))
    if word not in VIETNAMESE_MONTHS:
        return None
    return common_day(int(m[3]), VIETNAMESE_MONTHS.index(word) + 1, int(m[1]))


def _latvian(m: re.Match[str]) -> date | None:
    return common_day(int(m[1]), MONTHS.get(m[3].lower(), 0), int(m[2]))


# The languages of a form whose words nobody else could tell from names; what a text must have before the form is tried;
# the form, and how it is read.
FORMS = (
    ((), "年", ERA, _era),
    (("th",), "", THAI, _thai),
    (("fa", "prs", "ps"), "", SOLAR, _solar),
    ((), "háng ", VIETNAMESE, _vietnamese),
    ((), "gada", LATVIAN, _latvian),
)
