"""How far back the crawl reaches: the settings in, the day out."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.settings import BaseSettings

from crawler.discovery.since import read_since


def since_of(settings: BaseSettings) -> str | None:
    """Return the day of COPYDESK_SINCE, None without one; raises ValueError for what is no day."""
    text = settings.get("COPYDESK_SINCE")
    return read_since(text, datetime.now(UTC).date()) if text else None
