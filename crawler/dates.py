"""Dates: a date as a page or a person wrote it in, ISO 8601 out (a bare day when no time is given)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from crawler.calendars import CALENDARS, common_day
from crawler.clock import clock_beside
from crawler.date_scripts import Match, first_in_script
from crawler.date_words import EARLIEST_YEAR, guess_date, languages_of_script
from crawler.months import MONTHS, OWN_MONTHS
from crawler.text import squeeze

# What is longer is a text, and a date in it is no answer of its own; `find_date` reads texts.
MAX_CHARS = 120
MAX_LINE = 2_000
# A page dated 'tomorrow' may come from the other side of the date line.
TOLERANCE = timedelta(days=1)
# Newspapers put archives online from about 1800; older years and the zero days of databases are defaults, not dates.
EARLIEST = date(EARLIEST_YEAR, 1, 1)
ZERO_DAYS = frozenset({date(1900, 1, 1), date(1970, 1, 1)})

# '2025-08-09', '2025/8/9', '2025.08.09', '2025年8月9日', '2025년 8월 9일'
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)[日일.]?")
# '20250809', '20250809T073000'; '20250809073000' alone
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?=$|\D|(?<=^\d{8})\d{6}$)")
# '9.8.2025', '09/08/2025', '9. 8. 2025'; '9-8-25', '9. 8. 25', but '9.8. 10:25' is a clock, and '1.2.3.4' an address
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(\s?([-/.|])\s?)(\d{1,2})"
    r"(?:\s?\3\s?(\d{4})|\2(\d{2})(?!\s?[:h時시]|\sUhr|[-/.|]\d(?!\d?[:h]\d)))(?!\d)"
)
# What a short year is not read behind: versions, further figures. 'iOS 17.3.24', 'v5.3.24', '1.2.3.24'
OTHER_FIGURES = re.compile(
    r"(?:\d[-.,:/]|\bv\.?\s?|\b(?:version|release|build|firmware|ios|ipados|macos|android|windows|linux|kernel|python|php)\s)$",
    re.IGNORECASE,
)
MAX_FIGURES = 12
# A month's name in any script; the vowel signs of India's and Thailand's are no `\w`.
WORD = r"[^\d\s_!-/:-@\[-`{-\xbf×÷\u060c\u061b\u061f\u0964\u2000-\u200b\u200e-\u206f\u3000-\u303f]"
# '9. August 2025', '9 de agosto de 2025', 'Sat, 9th of Aug, 2025', '09-Aug-2025', '9.August 2025'
DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:(?:st|nd|rd|th|er|re|º|°|ª|\.)?[\s-]{{1,3}}|\.)(?:de |del |of |d')?({WORD}{{2,14}})\.?[,،]?"
    r"[\s-]{0,2}(?:de |del |of )?\s?(\d{4})(?!\d)"
)
# 'August 9, 2025', 'Aug. 9th 2025'
MONTH_DAY = re.compile(r"\s(\d{1,2})(?:st|nd|rd|th)?[,،]?\s{1,2}(\d{4})(?!\d)")
MONTH_BEFORE = re.compile(rf"({WORD}{{2,14}})\.?\s?$")
# '2025 August 9', '2025. augusztus 9.', '2025 m. rugpjūčio 9 d.'
YEAR_MONTH_DAY = re.compile(rf"(?<!\d)(\d{{4}})(?:\.?|\sm\.)[\s-]({WORD}{{2,14}})\.?[\s-](\d{{1,2}})(?!\d)")
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
# What every form needs: a year of four digits, digits between two marks ('9.8.25'), or the months of East Asia or, in
# short, Thailand.
DATEISH = re.compile(
    r"\d(?:\d{3}|\s?[-/.|]\s?\d{1,2}\s?[-/.|]\s?\d\d(?!:)|\s?月\s?\d|\s?[\u0e01-\u0e39]{1,4}\.[\u0e01-\u0e2e])"
)
# As machines write it: nothing that follows can be read as an earlier or longer date.
ISO_DAY = re.compile(r"((?:18|19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
# Where a short date begins with its year: '25.08.09'.
SHORT_YEAR_FIRST = frozenset({"ja", "ko", "zh"})
# The languages that read figures or names in a way of their own.
OF_THEIR_OWN = SHORT_YEAR_FIRST | OWN_MONTHS.keys() | CALENDARS.keys()


def present(now: datetime | None) -> datetime:
    """Return the moment that no date may lie behind: the one given, in UTC where it names no zone, else this one.

    >>> present(datetime(2025, 8, 9))
    datetime.datetime(2025, 8, 9, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if now is None:
        return datetime.now(UTC)
    return now if now.tzinfo else now.replace(tzinfo=UTC)


def iso_date(
    text: str | None, *, languages: Sequence[str] = (), now: datetime, relative_to_now: bool = False
) -> str | None:
    """Return a date, however it is written, as ISO 8601; None for what is none or lies in the future.

    Time and offset are kept when given: '2025-08-09' or '2025-08-09T07:30:00+02:00'. `languages` (BCP 47) decide
    between day-first and month-first and name the languages for dateparser, which is asked last. `now` bounds the
    answer, one day allowed for time zones; '2 hours ago' counts back from it only with `relative_to_now`.

    >>> iso_date("Sat, 9 Aug 2025 07:30:00 +0200", now=datetime(2026, 1, 1, tzinfo=UTC))
    '2025-08-09T07:30:00+02:00'
    """
    text = squeeze(text)
    if not text or len(text) > MAX_CHARS:
        return None
    match, value = _first_possible(text, languages, now)
    if not match and (spoken := languages_of_script(text)):
        # The page says another language than this text's, or none.
        match, value = _first_possible(text, spoken, now)
    if match:
        return value
    guess = guess_date(text, tuple(languages), now, relative_to_now)
    return _bounded(guess, now) if guess else None


def find_date(text: str, *, languages: Sequence[str] = (), now: datetime) -> str | None:
    """Return the first date inside a line of text as ISO 8601, None when there is none that can be.

    >>> find_date("By Ada Holm | Updated August 9, 2025 at 7:30 am", now=datetime(2026, 1, 1, tzinfo=UTC))
    '2025-08-09T07:30:00'
    """
    found = locate_date(text, languages=languages, now=now)
    return found[0] if found else None


def locate_date(text: str, *, languages: Sequence[str] = (), now: datetime) -> tuple[str, int, int] | None:
    """Return the first date inside a line of text with where its day begins and ends, None as in `find_date`."""
    text = text[:MAX_LINE]
    match, value = _first_possible(text, languages, now)
    return (value, match.start, match.end) if match and value else None


class Habits(NamedTuple):
    """How a page reads its dates."""

    month_first: bool
    language: str
    """One of those OF_THEIR_OWN, else empty."""


def _first_possible(text: str, languages: Sequence[str], now: datetime) -> tuple[Match | None, str | None]:
    """Return the first day in a text with its ISO 8601, None for one that cannot be.

    English of no named country is read month first, unless that lies in the future.
    """
    match = _first_day(text, languages)
    value = _bounded(_written(text, match, languages), now) if match else None
    if match and value is None and [*languages][:1] == ["en"]:
        return _first_possible(text, ("en-GB",), now)
    return match, value


def _first_day(text: str, languages: Sequence[str]) -> Match | None:
    if not DATEISH.search(text):
        return None
    if (iso := ISO_DAY.match(text)) and (day := _day(iso[1], iso[2], iso[3])):
        return Match(day, 0, iso.end())
    if EPOCH.fullmatch(text):
        return Match(datetime.fromtimestamp(int(text[:10]), UTC).date(), 0, len(text))
    return _first_by_form(text, _habits(languages[0] if languages else ""))


@lru_cache(maxsize=64)
def _habits(tag: str) -> Habits:
    language = tag.replace("_", "-").partition("-")[0].lower()
    return Habits(month_first((tag,)), language if language in OF_THEIR_OWN else "")


# The lines beside a headline are asked for dates by several fields.
@lru_cache(maxsize=256)
def _first_by_form(text: str, habits: Habits) -> Match | None:
    matches = [match for find in FORMS if (match := find(text, habits))]
    if not text.isascii():
        matches += first_in_script(text, habits.language)
    # Of two forms that read the same place, the longer one is right ('09.08.2025' beside '8.2025 …').
    return min(matches, key=lambda m: (m.start, -m.end), default=None)


def _written(text: str, match: Match, languages: Sequence[str]) -> str:
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    clock = clock_beside(text, match.start, match.end, languages[0] if languages else "")
    return match.day.isoformat() + clock


def _year_first(text: str, habits: Habits) -> Match | None:
    return _first(YEAR_FIRST, text, lambda m: _counted(m[1], m[2], m[3], habits))


def _compact(text: str, _: Habits) -> Match | None:
    return _first(COMPACT, text, lambda m: _day(m[1], m[2], m[3]))


def _day_first(text: str, habits: Habits) -> Match | None:
    def read(m: re.Match[str]) -> date | None:
        one, mark, two, long, short = m[1], m[3], m[4], m[5], m[6]
        if short and OTHER_FIGURES.search(text, max(0, m.start() - MAX_FIGURES), m.start()):
            return None
        if short and habits.language in SHORT_YEAR_FIRST and (day := _day(_full_year(one), two, short)):
            return day
        first, second = (one, two) if mark == "." or not habits.month_first else (two, one)
        year = long or short
        return _counted(year, second, first, habits) or _day(_full_year(year), first, second)

    return _first(DAY_FIRST, text, read)


def _day_month(text: str, habits: Habits) -> Match | None:
    return _first(DAY_MONTH, text, lambda m: _day(m[3], _month(m[2], habits), m[1]))


def _month_day(text: str, habits: Habits) -> Match | None:
    # The digits are looked for first: to try a month at each letter takes five times as long.
    for match in MONTH_DAY.finditer(text):
        word = MONTH_BEFORE.search(text, max(0, match.start() - 16), match.start())
        if word and (day := _day(match[2], _month(word[1], habits), match[1])):
            return Match(day, word.start(), match.end())
    return None


def _year_month_day(text: str, habits: Habits) -> Match | None:
    return _first(YEAR_MONTH_DAY, text, lambda m: _day(m[1], _month(m[2], habits), m[3]))


FORMS: tuple[Callable[[str, Habits], Match | None], ...] = (
    _year_first,
    _day_month,
    _month_day,
    _day_first,
    _year_month_day,
    _compact,
)


def month_first(languages: Sequence[str]) -> bool:
    """Tell whether '08/09/2025' means August: in American English, and in English of no named country.

    >>> month_first(["en-US"]), month_first(["en-GB"]), month_first(["de"])
    (True, False, False)
    """
    tag = (languages[0] if languages else "").lower().replace("_", "-")
    return tag in {"en", "en-us", "en-ph"}


def _first(pattern: re.Pattern[str], text: str, read: Callable[[re.Match[str]], date | None]) -> Match | None:
    for match in pattern.finditer(text):
        if day := read(match):
            return Match(day, match.start(), match.end())
    return None


def _counted(year: str, month: str, day: str, habits: Habits) -> date | None:
    """Return the day that figures mean, in the calendar of the page's language where its years are of that."""
    convert = CALENDARS.get(habits.language)
    found = convert(int(year), int(month), int(day)) if convert else None
    return found or _day(_full_year(year), month, day)


def _day(year: str, month: str | int | None, day: str) -> date | None:
    return common_day(int(year), int(month or 0), int(day))


def _month(word: str, habits: Habits) -> int | None:
    word = word.lower()
    return OWN_MONTHS.get(habits.language, MONTHS).get(word) or MONTHS.get(word)


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return ("20" if int(year) < 70 else "19") + year


def _bounded(iso: str, now: datetime) -> str | None:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    day = moment.date()
    if day < EARLIEST or day in ZERO_DAYS or day > (now + TOLERANCE).date():
        return None
    return iso.replace("+00:00", "Z")
