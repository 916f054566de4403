"""Days as they are counted and written in other calendars and scripts, halves of the day, and figures that are no dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crawler.calendars import solar_hijri_day, thai_day
from crawler.dates import find_date

NOW = datetime(2026, 1, 1, tzinfo=UTC)

WRITTEN = [
    ("입력 2024.03.05. 오후 3:22", "ko", "2024-03-05T15:22:00"),
    ("입력 2024.03.05. 오전 12:10", "ko", "2024-03-05T00:10:00"),
    ("입력 2024.03.05. 오후 12:10", "ko", "2024-03-05T12:10:00"),
    ("2024年3月5日 下午3:22", "zh", "2024-03-05T15:22:00"),
    ("2024年3月5日 下午3時22分", "zh", "2024-03-05T15:22:00"),
    ("2024年3月5日 午後3時22分", "ja", "2024-03-05T15:22:00"),
    ("2024年3月5日 午前10時05分", "ja", "2024-03-05T10:05:00"),
    ("5 Μαρτίου 2024 3:22 μ.μ.", "el", "2024-03-05T15:22:00"),
    ("5 Μαρτίου 2024 3:22 π.μ.", "el", "2024-03-05T03:22:00"),
    ("05/03/2024 03:22 chiều", "vi", "2024-03-05T15:22:00"),
    ("05/03/2024 07:22 sáng", "vi", "2024-03-05T07:22:00"),
    ("5 มี.ค. 2567 10:22 น.", "th", "2024-03-05T10:22:00"),
    ("5 มีนาคม 2567", "th", "2024-03-05"),
    ("سه‌شنبه ۱۵ اسفند ۱۴۰۲ - ۱۰:۲۲", "fa", "2024-03-05T10:22:00"),
    ("۱۴۰۲/۱۲/۱۵ ۱۰:۲۲", "fa", "2024-03-05T10:22:00"),
    ("2024 m. kovo 5 d. 10:22", "lt", "2024-03-05T10:22:00"),
    ("2024. gada 5. martā, 10:22", "lv", "2024-03-05T10:22:00"),
    ("令和6年3月5日 10時22分", "ja", "2024-03-05T10:22:00"),
    ("令和元年5月1日", "ja", "2019-05-01"),
    ("113年3月5日 10:22", "zh-TW", "2024-03-05T10:22:00"),
    ("民國113年3月5日", "zh-TW", "2024-03-05"),
    ("Jumanne, Machi 05, 2024", "sw", "2024-03-05"),
    ("Marso 5, 2024", "tl", "2024-03-05"),
    ("Selasa, 5 Mac 2024", "ms", "2024-03-05"),
    ("5. listopada 2023.", "hr", "2023-10-05"),
    ("5 listopada 2023", "pl", "2023-11-05"),
    ("ngày 5 tháng 3 năm 2024", "vi", "2024-03-05"),
    ("20240305T1022", "ru", "2024-03-05T10:22:00"),
    ("20240305T102200Z", "ru", "2024-03-05T10:22:00Z"),
    ("5.3.24 10:22", "de", "2024-03-05T10:22:00"),
    ("05.03.24, 10.22 Uhr", "de", "2024-03-05T10:22:00"),
    ("9 August 2025, 7:30 p.m.", "en-GB", "2025-08-09T19:30:00"),
]
NO_DATES = [
    ("5.3. 10:22", "fi"),
    ("28.2. 12:30", "de"),
    ("Julkaistu 5.3. 22:15", "fi"),
    ("iOS 17.3.24", "en"),
    ("Version v5.3.24", "en"),
    ("99年の思い出", "ja"),
]


@pytest.mark.parametrize(("text", "language", "expected"), WRITTEN, ids=[text for text, _, _ in WRITTEN])
def test_a_day_and_its_time_are_read_as_the_country_writes_them(
    text: str, language: str, expected: str
) -> None:
    assert find_date(text, languages=(language,), now=NOW) == expected


@pytest.mark.parametrize(("text", "language"), NO_DATES, ids=[text for text, _ in NO_DATES])
def test_figures_without_a_year_are_no_date(text: str, language: str) -> None:
    assert find_date(text, languages=(language,), now=NOW) is None


def test_a_zone_named_by_several_countries_is_the_page_s_own() -> None:
    said = "5 March 2024, 10:22 AM IST"
    assert find_date(said, languages=("en-IN",), now=NOW) == "2024-03-05T10:22:00+05:30"
    assert find_date(said, languages=("en-US",), now=NOW) == "2024-03-05T10:22:00"
    assert find_date("5 मार्च 2024, 10:22 AM IST", languages=("hi",), now=NOW) == "2024-03-05T10:22:00+05:30"


def test_years_of_other_calendars_end_where_ours_begin() -> None:
    assert solar_hijri_day(1399, 12, 30) == date(2021, 3, 20)
    assert solar_hijri_day(1404, 1, 1) == date(2025, 3, 21)
    assert solar_hijri_day(2024, 3, 5) is None
    assert thai_day(2024, 3, 5) == date(2024, 3, 5)
