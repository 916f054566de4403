"""Scrapy's log lines as the command wants them: a failed download is a visit with a reason, and not said twice."""

from __future__ import annotations

import logging

from scrapy import Request, Spider
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

ROBOTS = logging.getLogger("scrapy.downloadermiddlewares.robotstxt")


def say_robots_failures_once() -> None:
    """Leave out Scrapy's error about a robots.txt that gave no answer: the page behind it says the same of its host."""
    ROBOTS.addFilter(_is_no_download_error)


def _is_no_download_error(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Error downloading ")


class VisitsSayIt(LogFormatter):
    """Scrapy's own lines, but for failures that our report tells of."""

    def download_error(
        self, failure: Failure, request: Request, spider: Spider, errmsg: str | None = None
    ) -> LogFormatterResult:
        """Return the line below the levels that are shown."""
        line = super().download_error(failure, request, spider, errmsg)
        line["level"] = logging.DEBUG
        return line
