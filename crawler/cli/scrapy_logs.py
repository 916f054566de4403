"""Scrapy's log lines as the command wants them: a failed download is a visit with a reason, and not said twice."""

from __future__ import annotations

import logging

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from crawler import ending

ROBOTS = logging.getLogger("scrapy.downloadermiddlewares.robotstxt")


def say_failures_once() -> None:
    """Leave out what is said by somebody else.

    Scrapy's error about a robots.txt that gave no answer: the page behind it says the same of its host. What ended
    the crawl: the command says it when it ends.
    """
    ROBOTS.addFilter(_is_no_download_error)
    ending.logger.addFilter(_is_no_error)


def _is_no_error(record: logging.LogRecord) -> bool:
    return record.levelno < logging.ERROR


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

    def dropped(
        self, item: object, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Return what was dropped without its whole text, below the levels that are shown."""
        return {"level": logging.DEBUG, "msg": "Dropped: %(exception)s", "args": {"exception": exception}}
