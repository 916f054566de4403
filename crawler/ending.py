"""Ending a crawl before its time: a crawler, and what is wrong, in; one message and one end out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy.utils.defer import deferred_from_coro

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

# The stat that has what is wrong.
ERROR = "copydesk/error"


def end_crawl(crawler: Crawler, said: str, reason: str) -> None:
    """Say what is wrong and close the crawl with this reason, unless something was wrong before: then it is closing."""
    if note_error(crawler, said) and crawler.engine is not None:
        deferred_from_coro(crawler.engine.close_spider_async(reason=reason))


def note_error(crawler: Crawler, said: str) -> bool:
    """Say what is wrong and keep it as `copydesk/error`, the first time only; tell whether this was the first."""
    assert crawler.stats is not None  # noqa: S101 - Scrapy sets it before it builds any component
    if crawler.stats.get_value(ERROR) is not None:
        return False
    crawler.stats.set_value(ERROR, said)
    logger.error("%s", said)
    return True
