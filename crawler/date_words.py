"""The slow way to read a date: dateparser, with the page's languages named, for the forms no pattern knows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from crawler.clock import offset_in
from crawler.months import LANGUAGES

# dateparser takes milliseconds a try and reads dates into '3' or 'May'; without a digit there is hardly a date.
MAX_CHARS = 60
DIGIT = re.compile(r"\d")
# Months in two calendars' names, 'نيسان / أبريل', 'lipanj/jul': the second is the one that is known.
DOUBLED = re.compile(r"[^\W\d]+\s?/\s?(?=[^\W\d])")
# A day needs a year: '9 August' alone would be filled up from today's date. Digits of any script; '1399' is a year of
# another calendar, and no day before EARLIEST_YEAR counts.
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
EARLIEST_YEAR = 1800
# Scripts whose month names are not in `months`, with the languages of the press that are written in them.
SCRIPTS = (
    (re.compile("[\u06f0-\u06f9]"), ("fa", "ar")),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa")),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0900-\u097f]"), ("hi",)),
    (re.compile("[\u0980-\u09ff]"), ("bn",)),
    (re.compile("[\u0e00-\u0e7f]"), ("th",)),
    (re.compile("[\u10a0-\u10ff]"), ("ka",)),
)
# 'vor 2 Stunden', 'il y a 3 jours': a small number, no year.
RELATIVE = re.compile(r"(?<!\d)\d{1,2}(?!\d)\s?[^\W\d]")


def guess_date(text: str, languages: tuple[str, ...], now: datetime, relative: bool) -> str | None:
    """Return the date dateparser finds as ISO 8601; a text of words alone or without a year gives None.

    With `relative`, 'vor 2 Stunden' counts back from `now`.
    """
    digit = DIGIT.search(text)
    if len(text) > MAX_CHARS or not digit:
        return None
    codes = _codes(languages) or languages_of_script(text)
    if _has_year(text, now) and codes and not set(codes) & LANGUAGES:
        return _parse(DOUBLED.sub("", text[digit.start() :]), codes, "absolute-time", None)
    if relative and RELATIVE.search(text):
        return _parse(text, codes, "relative-time", now.astimezone(UTC).replace(microsecond=0))
    return None


def _has_year(text: str, now: datetime) -> bool:
    # The last of December may read as a day of the next year in another time zone.
    return any(EARLIEST_YEAR <= int(year) <= now.year + 1 for year in YEAR.findall(text))


def _codes(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.replace("_", "-").split("-")[0].lower() for tag in languages if tag))


def languages_of_script(text: str) -> tuple[str, ...]:
    """Return the languages that the script of a short text leaves, empty for Latin: trying all takes seconds.

    >>> languages_of_script("9 สิงหาคม 2025"), languages_of_script("9. März 2025")
    (('th',), ())
    """
    if text.isascii() or len(text) > MAX_CHARS:
        return ()
    return next((codes for script, codes in SCRIPTS if script.search(text)), ())


@lru_cache(maxsize=4096)
def _parse(text: str, languages: tuple[str, ...], kind: str, base: datetime | None) -> str | None:
    # Imported here: the import alone takes longer than a hundred pages.
    from dateparser import DateDataParser  # noqa: PLC0415

    settings = {
        "PARSERS": [kind],
        "REQUIRE_PARTS": ["day", "month", "year"] if kind == "absolute-time" else [],
        "RELATIVE_BASE": (base or datetime(2000, 1, 1, tzinfo=UTC)).replace(tzinfo=None),
        "RETURN_TIME_AS_PERIOD": True,
    }
    try:
        parser = DateDataParser(languages=list(languages) or None, settings=settings)
        found = parser.get_date_data(text)
    except (ValueError, OverflowError, TypeError):
        return None
    if not found.date_obj:
        return None
    if base is None:
        # Of the abbreviations that mean several zones dateparser takes the first it knows, 'IST' for Israel's.
        moment = found.date_obj.replace(tzinfo=offset_in(text, languages[0]))
        return _written(moment, found.period, relative=False)
    return _written(found.date_obj, found.period, relative=True)


def _written(moment: datetime, period: str, *, relative: bool) -> str:
    if relative:
        return moment.replace(tzinfo=UTC).isoformat() if period == "time" else moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat() if period == "time" else moment.date().isoformat()
