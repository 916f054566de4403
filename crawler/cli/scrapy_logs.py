"""Scrapy's log lines as the command wants them: a failed download is a visit with a reason, and not said twice."""

from __future__ import annotations

import logging

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from crawler import ending

SCRAPY = logging.getLogger("scrapy")
ROBOTS = logging.getLogger("scrapy.downloadermiddlewares.robotstxt")
# What is wrong with an answer (broken off, too large, packed in an unknown way), with advice on Scrapy's settings: its
# visit says what became of it.
ANSWERS = tuple(
    logging.getLogger(f"scrapy.{name}")
    for name in (
        "core.downloader.handlers.http11",
        "core.downloader.handlers._base_streaming",
        "downloadermiddlewares.httpcompression",
    )
)


def say_failures_once() -> None:
    """Leave out what is said by somebody else, and what is never shown, which would cost every page a few records.

    Belongs behind the making of Scrapy's process, which sets levels of its own.

    Scrapy's error about a robots.txt that gave no answer: the page behind it says the same of its host. Its warnings
    about single answers. What ended the crawl: the command says it when it ends.
    """
    SCRAPY.setLevel(logging.WARNING)
    ROBOTS.addFilter(_is_no_download_error)
    for answers in ANSWERS:
        answers.addFilter(_is_no_warning)
    ending.logger.addFilter(_is_no_error)


def _is_no_warning(record: logging.LogRecord) -> bool:
    return record.levelno != logging.WARNING


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
