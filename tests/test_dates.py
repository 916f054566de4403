"""Dates: every form the press writes, the order of day and month, times and offsets, and what is no date."""

from datetime import UTC, datetime

import pytest

from crawler.dates import find_date, iso_date

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("2025-08-09", (), "2025-08-09"),
        ("2025-8-9", (), "2025-08-09"),
        ("2025/08/09", (), "2025-08-09"),
        ("20250809", (), "2025-08-09"),
        ("2025-08-09T07:30", (), "2025-08-09T07:30:00"),
        ("2025-08-09T07:30:15.1234567Z", (), "2025-08-09T07:30:15Z"),
        ("2025-08-09T07:30:00+0200", (), "2025-08-09T07:30:00+02:00"),
        ("2025-08-09T07:30:00-05:00[US/Eastern]", (), "2025-08-09T07:30:00-05:00"),
        ("2025-08-09 07:30:00 UTC", (), "2025-08-09T07:30:00Z"),
        ("1754724600", (), "2025-08-09T07:30:00Z"),
        ("1754724600000", (), "2025-08-09T07:30:00Z"),
        ("Sat, 09 Aug 2025 07:30:00 GMT", (), "2025-08-09T07:30:00Z"),
        ("Sat Aug 09 2025 07:30:00 GMT+0200", (), "2025-08-09T07:30:00+02:00"),
        ("August 09, 2025", ("en",), "2025-08-09"),
        ("Aug. 9th, 2025 at 7:30 p.m. EDT", ("en",), "2025-08-09T19:30:00-04:00"),
        ("12:05 am, August 9, 2025", ("en",), "2025-08-09T00:05:00"),
        ("9. August 2025, 14.05 Uhr", ("de",), "2025-08-09T14:05:00"),
        ("9. März 2025", ("de",), "2025-03-09"),
        ("Publié le 9 août 2025 à 14h05", ("fr",), "2025-08-09T14:05:00"),
        ("1er août 2025", ("fr",), "2025-08-01"),
        ("9 de agosto de 2025", ("es",), "2025-08-09"),
        ("9 agosto 2025", ("it",), "2025-08-09"),
        ("9 augustus 2025", ("nl",), "2025-08-09"),
        ("9 sierpnia 2025", ("pl",), "2025-08-09"),
        ("9 августа 2025", ("ru",), "2025-08-09"),
        ("2025. augusztus 9.", ("hu",), "2025-08-09"),
        ("2025年8月9日 10:00", ("ja",), "2025-08-09T10:00:00"),
        ("2025년 8월 9일", ("ko",), "2025-08-09"),
        ("09-Aug-2025", (), "2025-08-09"),
        ("09.08.25", ("de",), "2025-08-09"),
        ("26 | 01 | 2022", ("de",), "2022-01-26"),
    ],
)
def test_reads_what_pages_write(text: str, languages: tuple[str, ...], expected: str) -> None:
    assert iso_date(text, languages=languages, now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("08/09/2025", "en-US", "2025-08-09"),
        ("08/09/2025", "en", "2025-08-09"),
        ("08/09/2025", "en-GB", "2025-09-08"),
        ("08/09/2025", "fr", "2025-09-08"),
        ("08.09.2025", "en-US", "2025-09-08"),
        ("13/08/2025", "en-US", "2025-08-13"),
    ],
)
def test_day_and_month_stand_as_the_language_has_them(text: str, language: str, expected: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12 अगस्त 2025", "hi", "2025-08-12"),
        ("9 สิงหาคม 2025", "th", "2025-08-09"),
        ("21 tháng 8, 2025", "vi", "2025-08-21"),
    ],
)
def test_other_languages_are_left_to_dateparser(text: str, language: str, expected: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09:00"),
        ("24 أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00"),
        ("24 أبريل 2020 09:22 صباحاً", "2020-04-24T09:22:00"),
        ("8 فيفري 2019", "2019-02-08"),
        ("3 نيسان 2019", "2019-04-03"),
        ("13 gusht 2020, 09:08", "2020-08-13T09:08:00"),
        ("9 באוגוסט 2025", "2025-08-09"),
        ("9 август 2025 г.", "2025-08-09"),
        ("9. septembra 2025", "2025-09-09"),
    ],
)
def test_months_are_known_in_whatever_language_the_page_says(text: str, expected: str) -> None:
    assert find_date(f"Ada Holm, {text}", languages=["en"], now=NOW) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", "  ", "yesterday", "Monday", "May", "2025", "August 2025", "9 August", "5 min read", "31.02.2025",
        "1970-01-01T00:00:00Z", "0001-01-01", "2 hours ago", "call 555 0199 2025", "x" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_day_gives_none(text: str | None) -> None:
    assert iso_date(text, languages=["en"], now=NOW) is None


@pytest.mark.parametrize("text", ["2026-01-03", "3 January 2026", "9 August 2099", "9 สิงหาคม 2099"])
def test_the_future_is_no_date(text: str) -> None:
    assert iso_date(text, languages=["en"], now=NOW) is None


def test_tomorrow_may_be_today_beyond_the_date_line() -> None:
    assert iso_date("2026-01-02T01:00:00+12:00", now=NOW) == "2026-01-02T01:00:00+12:00"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2 hours ago", "en", "2026-01-01T10:00:00+00:00"),
        ("vor 3 Tagen", "de", "2025-12-29"),
        ("il y a 3 jours", "fr", "2025-12-29"),
    ],
)
def test_relative_dates_count_back_from_now_when_asked(text: str, language: str, expected: str) -> None:
    found = iso_date(text, languages=[language], now=NOW, relative_to_now=True)
    assert found is not None
    assert found[: len(expected)].replace("Z", "+00:00") == expected


def test_finds_the_first_date_of_a_line() -> None:
    line = "By Ada Holm | Published August 9, 2025 at 7:30 am | Updated August 11, 2025"
    assert find_date(line, now=NOW) == "2025-08-09T07:30:00"


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(("en",), "2025-08-09"), (("en-US",), None), (("en-GB",), "2025-08-09")],
)
def test_month_first_gives_way_where_it_lies_in_the_future(
    languages: tuple[str, ...], expected: str | None
) -> None:
    now = datetime(2025, 8, 20, tzinfo=UTC)
    assert iso_date("09/08/2025", languages=languages, now=now) == expected
    assert find_date("By Ada Holm, 09/08/2025", languages=languages, now=now) == expected


def test_what_is_in_the_future_either_way_is_no_date() -> None:
    assert iso_date("10/09/2026", languages=("en",), now=NOW) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5.3. 10:22", "de"),
        ("5. 3. 10:22", "cs"),
        ("Julkaistu 28.2. klo 12.30", "fi"),
        ("5/3 10:22", "en-GB"),
        ("5.3. 10h22", "fr"),
        ("Heft 2023, 5. 3. 10:22", "de"),
        ("5.3.10h22", "fr"),
        ("5. 3. 10 Uhr", "de"),
        ("5.3. 10", "de"),
        ("5 ม.ค. 10:22", "th"),
        ("5 ม.ค. 10.22 น.", "th"),
        ("3月5日 10:22", "zh"),
    ],
)
def test_a_clock_behind_day_and_month_is_no_year(text: str, language: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) is None
    assert find_date(text, languages=[language], now=NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "The app's v5.3.24 mends the tide table",
        "Only iOS 17.3.24 shows the harbour",
        "on Android 12.5.24 it is dark",
        "the server at 10.22.13.4 is down",
        "Rufen Sie 01.02.03.04.05 an",
        "call 030-12-11-10 for the ferry",
        "Hafenfest: 3:22 Tore, 17.3.1 24",
        "第113年3月",
        "5 Mac 2024 and more",
    ],
)
def test_other_figures_are_no_date(text: str) -> None:
    assert find_date(text, languages=["en"], now=NOW) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5.3.24 10:22", "de", "2024-03-05T10:22:00"),
        ("05.03.24-10:22", "de", "2024-03-05T10:22:00"),
        ("5. 3. 24", "cs", "2024-03-05"),
        ("5.3. 2024 10:22", "cs", "2024-03-05T10:22:00"),
        ("5.März 2024", "de", "2024-03-05"),
        ("24.03.05 15:22", "ko", "2024-03-05T15:22:00"),
        ("24.03.05 15:22", "de", "2005-03-24T15:22:00"),
        ("05/03/67", "th", "2024-03-05"),
        ("5 มี.ค. 67 10.22 น.", "th", "2024-03-05T10:22:00"),
    ],
)
def test_short_years(text: str, language: str, expected: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2024年3月5日 午前12:10", "ja", "2024-03-05T00:10:00"),
        ("2024年3月5日 午後3時", "ja", "2024-03-05T15:00:00"),
        ("2024年3月5日 下午12:10", "zh", "2024-03-05T12:10:00"),
        ("2024年3月5日 中午11:50", "zh", "2024-03-05T11:50:00"),
        ("2024年3月5日 晚上8:30", "zh", "2024-03-05T20:30:00"),
        ("2024年3月5日 晚上12:10", "zh", "2024-03-05"),
        ("2024年3月5日 10：22", "zh", "2024-03-05T10:22:00"),
        ("2024.03.05 오후 15:22", "ko", "2024-03-05T15:22:00"),
        ("2024-03-05 PM 3:22", "ko", "2024-03-05T15:22:00"),
        ("5/3/2024 klo 10.22", "fi", "2024-03-05T10:22:00"),
        ("Published 3:22 PM EDT, Tue March 5, 2024", "en", "2024-03-05T15:22:00-04:00"),
        ("10:22 Uhr, Dienstag, 5. März 2024", "de", "2024-03-05T10:22:00"),
        ("At 3:22 PM the second tide of this year came on March 5, 2024", "en", "2024-03-05"),
        ("5 mars 2024 10.22", "sv", "2024-03-05T10:22:00"),
        ("05.03.2024, 10.22", "de-CH", "2024-03-05T10:22:00"),
        ("5. marts 2024 - 10.22 av Ada Holm", "nb", "2024-03-05T10:22:00"),
        ("5 mars 2024 10.22 kr", "sv", "2024-03-05"),
        ("5 mars 2024 10.2", "sv", "2024-03-05"),
        ("5.3.2024 8.15", "fi", "2024-03-05T08:15:00"),
        ("05.03.2024 3.15 Punkte", "de", "2024-03-05"),
        ("5 mars 2024 25.22", "sv", "2024-03-05"),
        ("5 March 2024 10.22", "en", "2024-03-05"),
        ("12 Ιουνίου 2024 12:22 μ.μ.", "el", "2024-06-12T12:22:00"),
        ("05/03/2024 08:22 tối", "vi", "2024-03-05T20:22:00"),
        ("5 mars 2024 à 10:22 Paris", "fr", "2024-03-05T10:22:00"),
        ("2024-03-05T00:30:00PDT", "en", "2024-03-05T00:30:00-07:00"),
        ("20240305T102200+0100", "en", "2024-03-05T10:22:00+01:00"),
        ("20240305102200", "en", "2024-03-05T10:22:00"),
        ("5 മാർച്ച് 2024, 10:22 AM IST", "ml", "2024-03-05T10:22:00+05:30"),
        ("5 March 2024 10:22 EST", "en-AU", "2024-03-05T10:22:00+10:00"),
        ("5 March 2024 10:22 EST", "en-US", "2024-03-05T10:22:00-05:00"),
        ("5 March 2024 10:22 CST", "en-US", "2024-03-05T10:22:00"),
        ("5 March 2024 10:22 BST", "en-BD", "2024-03-05T10:22:00+06:00"),
    ],
)
def test_times_in_their_half_of_the_day_and_their_zone(text: str, language: str, expected: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("۱۵ اسفندماه ۱۴۰۲", "fa"),
        ("1402/12/15", "fa"),
        ("۵ مارس ۲۰۲۴", "fa"),
        ("۱۵ حوت ۱۴۰۲", "prs"),
        ("۱۵ اسفند ۱۴۰۲", ""),
        ("วันที่ 5 มีนาคม 2567", "en"),
        ("05/03/2567", "th"),
        ("5 มีนาคม 2024", "th"),
        ("প্রকাশ: ০৫ মার্চ ২০২৪", "bn"),
        ("৫ মার্চ, ২০২৪", "en"),
        ("5 मार्च 2024", "hi"),
        ("5. marts, 2024", "lv"),
        ("平成36年3月5日", "ja"),
        ("5. ožujka 2024.", "hr"),
        ("5. март 2024.", "sr"),
        ("5 март 2024", "mk"),
        ("5 Tháng Ba, 2024", "vi"),
        ("5 tháng 3, 2024", "vi"),
    ],
)
def test_one_day_in_many_languages(text: str, language: str) -> None:
    assert iso_date(text, languages=[language] if language else [], now=NOW) == "2024-03-05"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5 มีนาคม 2570", "th"),
        ("۱۵ اسفند ۱۴۱۰", "fa"),
        ("۳۰ اسفند ۱۴۰۲", "fa"),
        ("令和9年3月5日", "ja"),
        ("99年3月5日", "zh-TW"),
    ],
)
def test_days_to_come_and_days_that_are_none_in_other_calendars(text: str, language: str) -> None:
    assert iso_date(text, languages=[language], now=NOW) is None
