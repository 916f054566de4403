"""Clock: the time of day that a text has beside a date in, with its offset as ISO 8601 writes it, out."""

from __future__ import annotations

import re
from datetime import time, timedelta, timezone

# Offsets in hours; names that mean several zones are left out.
ZONES = {
    "utc": 0.0, "gmt": 0.0, "z": 0.0, "bst": 1.0, "cet": 1.0, "mez": 1.0, "cest": 2.0, "mesz": 2.0, "eet": 2.0,
    "eest": 3.0, "msk": 3.0, "jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0, "est": -5.0, "edt": -4.0, "cdt": -5.0,
    "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0, "brt": -3.0, "wib": 7.0, "wita": 8.0, "wit": 9.0,
}  # fmt: skip
# What a name means at home, by the language or the country ('-in') of the page's tag: 'IST' is India's, Israel's and
# Ireland's, and 'EST' in Australia is no American time (IANA's `tz`, `theory.html`, 'Time zone abbreviations').
INDIA, BANGLADESH, PHILIPPINES = {"ist": 5.5}, {"bst": 6.0}, {"pst": 8.0}
HOME_ZONES = {
    **dict.fromkeys("-in hi ta te mr gu kn ml pa or as".split(), INDIA),
    **dict.fromkeys("-bd bn".split(), BANGLADESH),
    **dict.fromkeys("-ph fil tl".split(), PHILIPPINES),
    "-au": {"est": 10.0, "edt": 11.0}, "-ie": {"ist": 1.0}, "he": {"ist": 2.0},
}  # fmt: skip

# '07:30', '7:30:15.250', '14h05', '3時22分', '3시 5분'; '14.05 Uhr', '10.22 น.'; '10：22' with the wide colon
CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:\uff1ah時时點点시]\s?|\.(?=\d\d\s(?:Uhr|uur|klo|น\.|WI(?:B|TA?)\b)))"
    r"(\d{2}|\d(?=\s?[分분]))(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)[分분]?"
)
# '3 pm', '15時' (but not '3時間', three hours)
HOUR_ONLY = re.compile(r"(?<![\d.:])(\d{1,2})(?=\s?[AaPp]\.?[Mm]\b|[時时點点시](?!\s?\d|[間间간]))")
# 'klo 10.22', 'kl. 10.22', 'alle ore 10.22', 'pukul 10.22'
LED = re.compile(r"\b(?:klo|kl\.?|ore|alle|pukul)\s(\d{1,2})\.(\d{2})(?![\d.])")
# '9 augusti 2025 17.05', right behind the day, in the languages that write the time with a full stop; no amount.
DOTTED = re.compile(
    r"\s?[,|–-]?\s(\d{2}|\d(?=\.\d\d\s*(?:$|[|,;)])))\.([0-5]\d)(?![\d.]|,\d|\s?(?:%|‰|€|\$|£|°|kr\b|euro|mio|mrd|milj|km|kg|m\b|g\b))",
    re.IGNORECASE,
)
DOTTED_LANGUAGES = frozenset("da de fi it nb nn no se sv".split())
# What stands between a time and the day behind it: '3:04 PM EDT, Sat August 9, 2025'.
TO_THE_DAY = re.compile(
    r"(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?Uhr)?(?:\s\(?[A-Z]{2,5}\)?)?[\s,|·–-]{0,3}(?:(?:on|am|den|le|el|il)\s)?(?:[^\W\d]{2,12}[.,]{0,2}\s)?"
)
CLOSE, MAX_BEFORE = 14, 44
# As machines write it right behind the day: 'T1022', 'T102200'; '20240305102200' to the text's end
COMPACT = re.compile(r"(?:[Tt]|(?<=\d)(?=\d{6}$))(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?(?!\d)")
# '+02:00', '-0500', 'UTC+2', 'GMT', behind the time.
OFFSET = re.compile(r"\s{0,2}\(?(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
ZONE = re.compile(r"\s{0,2}\(?([A-Za-z]{1,4})\b")

# Which hours a half of the day moves. Midnight is 12 in the morning; at '晚上 12' the day is over, and nothing is sure.
MORNING = {12: 0}
AFTERNOON = {hour: hour + 12 for hour in range(12)}
NOON = {hour: hour + 12 for hour in range(1, 6)}
EVENING = AFTERNOON | {12: 24}
# Right before the hour: '오후 3:22', '下午3時22分', 'PM 3:22'
HALVES_BEFORE = {
    **dict.fromkeys("오전 午前 上午 早上 清晨 凌晨 AM".split(), MORNING),
    **dict.fromkeys("오후 午後 午后 下午 傍晚 PM".split(), AFTERNOON),
    "中午": NOON, "晚上": EVENING,
}  # fmt: skip
# Right behind the minute: '7:30 p.m.', '7:30p', '3:22 μ.μ.', '3:22 chiều', '9:22 مساءً', '9:22 م', '3:22 ب.ظ'
HALF_BEHIND = re.compile(
    r"(?:(?P<morning>\s?[Aa]\.?\s?[Mm]\b\.?|[Aa]\b|\s?(?:ص(?!\w)|صباح|π\.?\s?μ\b\.?|ق\.?\s?ظ\b|sáng\b|pagi\b))"
    r"|(?P<afternoon>\s?[Pp]\.?\s?[Mm]\b\.?|[Pp]\b|\s?(?:م(?!\w)|مساء|μ\.?\s?μ\b\.?|ب\.?\s?ظ\b|chiều\b|petang\b))"
    r"|(?P<evening>\s?(?:tối|malam)\b)|(?P<noon>\s?trưa\b))"
)
HALVES_BEHIND = {"morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING, "noon": NOON}


def clock_beside(text: str, start: int, end: int, language: str = "") -> str:
    """Return the time written behind the date, or right before it, as 'THH:MM:SS+HH:MM', '' when there is none.

    `start` and `end` are where the date stands in the text. The page's `language` (BCP 47) decides what 'IST' means.

    >>> clock_beside("9 August 2025, 7:30 p.m. GMT", 0, 13)
    'T19:30:00+00:00'
    >>> clock_beside("2025.08.09. 오후 7:30", 0, 11), clock_beside("20250809T073000Z", 0, 8)
    ('T19:30:00', 'T07:30:00+00:00')
    """
    behind = text[end : end + 40]
    if match := COMPACT.match(text, end):
        return _written(match, text, language)
    if match := CLOCK.search(behind) or HOUR_ONLY.search(behind) or LED.search(behind):
        return _written(match, behind, language)
    if language.lower()[:2] in DOTTED_LANGUAGES and (match := DOTTED.match(behind)):
        return _written(match, behind, language)
    before = text[max(0, start - MAX_BEFORE) : start]
    last = max(CLOCK.finditer(before), key=lambda match: match.start(), default=None)
    if last is None or not (len(before) - last.start() <= CLOSE or TO_THE_DAY.fullmatch(before, last.end())):
        return ""
    return _written(last, before, language)


def offset_in(text: str, language: str = "") -> timezone | None:
    """Return the offset behind the first time of day in a text, None where none is said or its name means several.

    >>> offset_in("5 மார்ச் 2024, 10:22 IST", "ta")
    datetime.timezone(datetime.timedelta(seconds=19800))
    >>> offset_in("5 tháng 3, 2024 10:22 IST") is None
    True
    """
    match = CLOCK.search(text)
    return _offset(_behind_half(text[match.end() :])[1], language) if match else None


def _written(match: re.Match[str], text: str, language: str) -> str:
    hour, minute, second = (*match.groups(), None, None)[:3]
    half, rest = _behind_half(text[match.end() :])
    moved = half or HALVES_BEFORE.get(text[: match.start()].rstrip()[-2:]) or {}
    hours = int(hour or 0)
    try:
        clock = time(
            moved.get(hours, hours), int(minute or 0), int(second or 0), tzinfo=_offset(rest, language)
        )
    except ValueError:
        return ""
    return "T" + clock.isoformat()


def _behind_half(rest: str) -> tuple[dict[int, int] | None, str]:
    """Return how the half of the day that is written behind a time moves its hour, and what follows it."""
    match = HALF_BEHIND.match(rest)
    return (HALVES_BEHIND[match.lastgroup or ""], rest[match.end() :]) if match else (None, rest)


def _offset(rest: str, language: str) -> timezone | None:
    if match := OFFSET.match(rest):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return (
            timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes)) if minutes < 900 else None
        )
    match = ZONE.match(rest)
    hours = _hours(match[1].lower(), language) if match else None
    return None if hours is None else timezone(timedelta(hours=hours))


def _hours(name: str, language: str) -> float | None:
    spoken, *more = language.lower().replace("_", "-").split("-")
    homes = (HOME_ZONES.get(key, {}) for key in (*(f"-{part}" for part in more), spoken))
    return next((home[name] for home in homes if name in home), ZONES.get(name))
