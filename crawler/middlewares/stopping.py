"""Stopping: whether a run is being closed, by Ctrl-C, a time limit or a full disk."""

from __future__ import annotations

from scrapy.crawler import Crawler


def is_stopping(crawler: Crawler) -> bool:
    """Tell whether the engine takes no further requests and only waits for what is in flight."""
    engine = crawler.engine
    # Scrapy says it nowhere else before all requests have ended, which is what is to be cut short.
    slot = engine._slot if engine else None
    return slot is None or slot.closing is not None
