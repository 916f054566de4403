"""Instants as feeds and sitemaps write them in; UTC in ISO 8601 out, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.text import utc_text


def instant(text: str | None) -> str | None:
    """Return a W3C date (sitemaps, Atom, JSON Feed) or an RFC 2822 date (RSS, HTTP) in UTC, else None.

    >>> instant("2025-08-09T09:30:00+02:00"), instant("Sat, 09 Aug 2025 07:30:00 GMT"), instant("2025-08")
    ('2025-08-09T07:30:00Z', '2025-08-09T07:30:00Z', None)
    """
    found = parse_instant(text)
    return None if found is None else utc_text(found)


def parse_instant(text: str | None) -> datetime | None:
    """Return the same as `instant` as a datetime in UTC; a time without an offset is taken as UTC."""
    text = (text or "").strip()[:64]
    if not text:
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(text)
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        except (ValueError, OverflowError, TypeError):
            continue
    return None
