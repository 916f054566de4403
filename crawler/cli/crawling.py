"""The crawl itself: checked options in, Scrapy run, the exit code out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.settings import Settings

from crawler.cli.crawl import Options
from crawler.cli.exits import Exit
from crawler.cli.progress import progress
from crawler.cli.report import Report
from crawler.cli.starts import Starts
from crawler.errors import CopydeskError, DatabaseError
from crawler.items import Visit
from crawler.spiders.site import SiteSpider

# Spare room for other hosts beside one that is asked with the highest concurrency.
TOTAL_CONCURRENCY = 64


def run_crawl(options: Options, addresses: Sequence[str], report: Report) -> Exit:
    """Crawl, tell the report, and return how it ended.

    Raises DatabaseError (busy, foreign, full) and whatever else kept the crawl from beginning.
    """
    _make_archive(options)
    starts = Starts(addresses, options.db)
    ended = _crawled(options, addresses, report, starts)
    if "copydesk/error" in ended:
        raise DatabaseError(str(ended["copydesk/error"]))
    for where, what in starts.problems():
        report.problem(where, what)
    report.close()
    if ended.get("finish_reason") == "shutdown":
        return Exit.INTERRUPTED
    return Exit.LOOK if report.problems else Exit.DONE


def _crawled(options: Options, addresses: Sequence[str], report: Report, starts: Starts) -> dict[str, Any]:
    """Run Scrapy to its end and return its stats."""
    process = CrawlerProcess(_settings(options), install_root_handler=False)
    crawler = process.create_crawler(SiteSpider)

    def scraped(item: Any) -> None:
        if isinstance(item, Visit):
            report.visit(item)
            starts.note(item)

    crawler.signals.connect(scraped, signal=signals.item_scraped, weak=False)
    failures: list[Any] = []
    process.crawl(crawler, start_urls=list(addresses)).addErrback(failures.append)
    with progress(report.tally, quiet=options.quiet):
        process.start()
    for failure in failures:
        raise failure.value
    return _closed(crawler, report)


def _closed(crawler: Crawler, report: Report) -> dict[str, Any]:
    stats: dict[str, Any] = crawler.stats.get_stats()
    report.tally.skipped = stats.get("copydesk/skipped_known", 0)
    report.tally.left = stats.get("copydesk/left_for_next_run", 0)
    report.tally.denied = stats.get("copydesk/denied_by_sites_file", 0)
    return stats


def _settings(options: Options) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    for name, value in _overrides(options):
        settings.set(name, value, priority="cmdline")
    return settings


def _overrides(options: Options) -> Iterator[tuple[str, Any]]:
    yield "COPYDESK_DB", str(options.db)
    yield "COPYDESK_COMMAND", "crawl"
    yield "COPYDESK_MAX_PAGES", options.max_pages or 0
    yield "COPYDESK_WORKERS", options.workers
    yield "COPYDESK_RECHECK", options.recheck
    yield "COPYDESK_ARCHIVE", str(options.archive or "")
    yield "COPYDESK_SITES", str(options.sites or "")
    yield "ADDONS", {"crawler.sites.addon.SitesAddon": 100}
    yield "CLOSESPIDER_TIMEOUT", options.max_runtime or 0
    yield "DOWNLOAD_DELAY", options.delay
    yield "CONCURRENT_REQUESTS_PER_DOMAIN", options.concurrency
    yield "CONCURRENT_REQUESTS", TOTAL_CONCURRENCY
    yield "ROBOTSTXT_OBEY", not options.no_robots
    if options.user_agent:
        yield "USER_AGENT", options.user_agent
        # robots.txt names products: of 'mybot/1.0 (+https://…)' it knows 'mybot'.
        yield "ROBOTSTXT_USER_AGENT", options.user_agent.split("/")[0].split()[0]


def _make_archive(options: Options) -> None:
    if options.archive is None:
        return
    try:
        options.archive.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"--archive {options.archive}: {error.strerror}; choose a folder that can be written"
        raise CopydeskError(message) from None
