"""Since: how far back a crawl reaches: '2026-01-31' or '7d' in, the day out; and which links lead to what is older."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from urllib.parse import urlsplit

from crawler.discovery.link import Link

BACK = re.compile(r"(?P<days>\d{1,5})d", re.IGNORECASE)
# '/2025/08/09/', '/2025-08-09-tides', '/20250809/'; '/2025/08/' alone stands for the month.
NUMBERED_DAY = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
NUMBERED_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])/")


def read_since(text: str, today: date) -> str:
    """Return the first day that a crawl reaches back to, ISO 8601; '7d' is seven days before today.

    Raises ValueError, with what to write instead, for anything else and for a day to come.

    >>> read_since("7d", date(2026, 2, 3)), read_since("2026-01-31", date(2026, 2, 3))
    ('2026-01-27', '2026-01-31')
    """
    back = BACK.fullmatch(text.strip())
    try:
        day = today - timedelta(days=int(back["days"])) if back else date.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise ValueError(f"{text!r} is no day; write one as 2026-01-31, or days back as 7d") from None
    if day > today:
        raise ValueError(f"{text!r} is a day to come; write one that has begun, or days back as 7d")
    return day.isoformat()


def day_of(link: Link) -> str | None:
    """Return the last day that a link may be of: its source says so, the teaser or the address; None for unknown.

    >>> day_of(Link(url="https://news.example/2025/02/tides", kind="article?"))
    '2025-02-28'
    """
    return (link.lastmod or "")[:10] or link.day or _address_day(urlsplit(link.url).path)


def is_older(link: Link, since: str | None) -> bool:
    """Tell whether a link leads to an article, or a sitemap of them, of before a day; not so where nothing says it."""
    if since is None or link.kind not in {"article?", "sitemap"}:
        return False
    day = day_of(link)
    return day is not None and day < since


def _address_day(path: str) -> str | None:
    if found := NUMBERED_DAY.search(path):
        return f"{found['year']}-{found['month']}-{found['day']}"
    if found := NUMBERED_MONTH.search(path):
        year, month = int(found["year"]), int(found["month"])
        return date(year, month, monthrange(year, month)[1]).isoformat()
    return None
