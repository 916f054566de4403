"""Clock: the time of day that a text has beside a date in, with its offset as ISO 8601 writes it, out."""

from __future__ import annotations

import re
from datetime import time, timedelta, timezone

# Offsets in hours; names that mean several zones are left out.
ZONES = {
    "utc": 0.0, "gmt": 0.0, "z": 0.0, "bst": 1.0, "cet": 1.0, "mez": 1.0, "cest": 2.0, "mesz": 2.0, "eet": 2.0,
    "eest": 3.0, "msk": 3.0, "jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0, "est": -5.0, "edt": -4.0, "cdt": -5.0,
    "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0, "brt": -3.0,
}  # fmt: skip

# '07:30', '7:30:15.250 p.m.', '14h05'; '14.05 Uhr'; '9:22 مساءً' and '9:22 م' are in the evening, 'ص' in the morning
CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:h時시]\s?(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?|\.(\d{2})(?=\s(?:Uhr|uur|Uhr\b|klo)))(?!\d)\s?([AaPp]|[صم](?=\b|باح|ساء))?(?:\.?[Mm]\b\.?)?"
)
HOUR_ONLY = re.compile(r"(?<![\d.:])(\d{1,2})\s?([AaPp])\.?[Mm]\b")
# '+02:00', '-0500', 'UTC+2', 'GMT', behind the time.
OFFSET = re.compile(r"\s{0,2}\(?(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
ZONE = re.compile(r"\s{0,2}\(?([A-Za-z]{1,4})\b")


def clock_beside(text: str, start: int, end: int) -> str:
    """Return the time written behind the date, or right before it, as 'THH:MM:SS+HH:MM', '' when there is none.

    `start` and `end` are where the date stands in the text.

    >>> clock_beside("9 August 2025, 7:30 p.m. GMT", 0, 13)
    'T19:30:00+00:00'
    """
    behind = text[end : end + 40]
    match = CLOCK.search(behind)
    if match:
        return _time(match[1], match[2] or match[4], match[3], match[5], behind[match.end() :])
    if hour := HOUR_ONLY.search(behind):
        return _time(hour[1], "0", None, hour[2], behind[hour.end() :])
    before = text[max(0, start - 14) : start]
    match = CLOCK.search(before)
    return _time(match[1], match[2] or match[4], match[3], match[5], before[match.end() :]) if match else ""


def _time(hour: str, minute: str | None, second: str | None, half: str | None, rest: str) -> str:
    hours = int(hour)
    if half and hours <= 12:
        hours = hours % 12 + (12 if half in "Ppم" else 0)
    try:
        clock = time(hours, int(minute or 0), int(second or 0), tzinfo=_offset(rest))
    except ValueError:
        return ""
    return "T" + clock.isoformat()


def _offset(rest: str) -> timezone | None:
    if match := OFFSET.match(rest):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return (
            timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes)) if minutes < 900 else None
        )
    match = ZONE.match(rest)
    hours = ZONES.get(match[1].lower()) if match else None
    return None if hours is None else timezone(timedelta(hours=hours))
