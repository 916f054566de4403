"""The slow way to read a date: dateparser, with the page's languages named, for the forms no pattern knows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from crawler.months import LANGUAGES

# dateparser takes milliseconds a try and reads dates into '3' or 'May'; without a digit there is hardly a date.
MAX_CHARS = 60
DIGIT = re.compile(r"\d")
# A day needs a year: '9 August' alone would be filled up from today's date. Digits of any script.
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Letters of scripts whose month names are not in `months`.
FOREIGN = re.compile(r"[\u0530-\u1fff\u2c00-\ud7ff]")
# 'vor 2 Stunden', 'il y a 3 jours': a small number, no year.
RELATIVE = re.compile(r"(?<!\d)\d{1,2}(?!\d)\s?[^\W\d]")


def guess_date(text: str, languages: tuple[str, ...], now: datetime, relative: bool) -> str | None:
    """Return the date dateparser finds as ISO 8601; a text of words alone or without a year gives None.

    With `relative`, 'vor 2 Stunden' counts back from `now`.
    """
    if len(text) > MAX_CHARS or not DIGIT.search(text):
        return None
    codes = _codes(languages)
    if YEAR.search(text) and not (set(codes) & LANGUAGES if codes else not FOREIGN.search(text)):
        return _parse(text, _codes(languages), "absolute-time", None)
    if relative and RELATIVE.search(text):
        return _parse(text, _codes(languages), "relative-time", now.astimezone(UTC).replace(microsecond=0))
    return None


def _codes(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.replace("_", "-").split("-")[0].lower() for tag in languages if tag))


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
    return _written(found.date_obj, found.period, relative=base is not None)


def _written(moment: datetime, period: str, *, relative: bool) -> str:
    if relative:
        return moment.replace(tzinfo=UTC).isoformat() if period == "time" else moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat() if period == "time" else moment.date().isoformat()
