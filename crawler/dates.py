"""Dates: a date as a page or a person wrote it in, ISO 8601 out (a bare day when no time is given)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from crawler.clock import clock_beside
from crawler.date_words import EARLIEST_YEAR, guess_date
from crawler.months import MONTHS
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
# '20250809', '20250809T073000'
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?=$|\D)")
# '9.8.2025', '09/08/2025', '9-8-25'
DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.|])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
# '9. August 2025', '9 de agosto de 2025', 'Sat, 9th of Aug, 2025', '09-Aug-2025'
DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|º|°|ª|\.)?[\s-]{1,3}(?:de |del |of |d')?([^\W\d_]{3,14})\.?,?[\s-]{0,2}"
    r"(?:de |del |of )?\s?(\d{4})(?!\d)"
)
# 'August 9, 2025', 'Aug. 9th 2025'
MONTH_DAY = re.compile(r"\s(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?!\d)")
MONTH_BEFORE = re.compile(r"([^\W\d_]{3,14})\.?\s?$")
# '2025 August 9', '2025. augusztus 9.'
YEAR_MONTH_DAY = re.compile(r"(?<!\d)(\d{4})\.?[\s-]([^\W\d_]{3,14})\.?[\s-](\d{1,2})(?!\d)")
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
# What every form needs: a year of four digits, or digits between two marks ('9.8.25').
DATEISH = re.compile(r"\d{4}|\d\s?[-/.|]\s?\d{1,2}\s?[-/.|]\s?\d\d")
# As machines write it: nothing that follows can be read as an earlier or longer date.
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")


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
    return (value, match[1], match[2]) if match and value else None


Match = tuple[date, int, int]


def _first_possible(text: str, languages: Sequence[str], now: datetime) -> tuple[Match | None, str | None]:
    """Return the first day in a text with its ISO 8601, None for one that cannot be.

    English of no named country is read month first, unless that lies in the future.
    """
    match = _first_day(text, languages)
    value = _bounded(_written(text, match), now) if match else None
    if match and value is None and [*languages][:1] == ["en"]:
        return _first_possible(text, ("en-GB",), now)
    return match, value


def _first_day(text: str, languages: Sequence[str]) -> Match | None:
    if not DATEISH.search(text):
        return None
    if (iso := ISO_DAY.match(text)) and (day := _day(iso[1], iso[2], iso[3])):
        return day, 0, iso.end()
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date(), 0, len(text)
    return _first_by_form(text, month_first(languages))


# The lines beside a headline are asked for dates by several fields.
@lru_cache(maxsize=256)
def _first_by_form(text: str, is_american: bool) -> Match | None:
    matches = [match for find in FORMS if (match := find(text, is_american))]
    # Of two forms that read the same place, the longer one is right ('09.08.2025' beside '8.2025 …').
    return min(matches, key=lambda m: (m[1], -m[2]), default=None)


def _written(text: str, match: Match) -> str:
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    day, start, end = match
    return day.isoformat() + clock_beside(text, start, end)


def _year_first(text: str, _: bool) -> Match | None:
    return _first(YEAR_FIRST, text, lambda m: _day(m[1], m[2], m[3]))


def _compact(text: str, _: bool) -> Match | None:
    return _first(COMPACT, text, lambda m: _day(m[1], m[2], m[3]))


def _day_first(text: str, is_american: bool) -> Match | None:
    def read(m: re.Match[str]) -> date | None:
        one, mark, two, year = m[1], m[2], m[3], m[4]
        first, second = (one, two) if mark == "." or not is_american else (two, one)
        return _day(_full_year(year), second, first) or _day(_full_year(year), first, second)

    return _first(DAY_FIRST, text, read)


def _day_month(text: str, _: bool) -> Match | None:
    return _first(DAY_MONTH, text, lambda m: _day(m[3], _month(m[2]), m[1]))


def _month_day(text: str, _: bool) -> Match | None:
    # The digits are looked for first: to try a month at each letter takes five times as long.
    for match in MONTH_DAY.finditer(text):
        word = MONTH_BEFORE.search(text, max(0, match.start() - 16), match.start())
        if word and (day := _day(match[2], _month(word[1]), match[1])):
            return day, word.start(), match.end()
    return None


def _year_month_day(text: str, _: bool) -> Match | None:
    return _first(YEAR_MONTH_DAY, text, lambda m: _day(m[1], _month(m[2]), m[3]))


FORMS: tuple[Callable[[str, bool], Match | None], ...] = (
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
            return day, match.start(), match.end()
    return None


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    try:
        return date(int(year), int(month or 0), int(day))
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return MONTHS.get(word.lower())


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
