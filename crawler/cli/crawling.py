"""The crawl itself: checked options in, Scrapy run, the exit code out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.cli.crawl import Options
from crawler.cli.exits import Exit
from crawler.cli.group import say_error
from crawler.cli.progress import progress
from crawler.cli.run_report import Report
from crawler.cli.scrapy_logs import say_failures_once
from crawler.cli.starts import Starts
from crawler.errors import CopydeskError, DatabaseError
from crawler.items import Visit
from crawler.middlewares.breaker import WHY
from crawler.spiders.site import SiteSpider
from pipelines.database.connection import behind_links, open_database, refuse_unusable
from pipelines.database.failures import explained
from pipelines.database.lock import locked
from pipelines.database.transaction import transaction
from pipelines.sharing import shared_store

# Spare room for other hosts beside one that is asked with the highest concurrency.
TOTAL_CONCURRENCY = 64


def run_crawl(options: Options, addresses: Sequence[str], report: Report, name: str = "crawl") -> Exit:
    """Crawl, tell the report, and return how it ended; `name` is the command's, for its row in `runs`.

    Raises DatabaseError (busy, foreign, full) and whatever else kept the crawl from beginning.
    """
    _make_archive(options)
    _check_database(options.db)
    starts = Starts(addresses, options.db)
    crawler, process = _prepared(_settings(options, name), report, starts)
    failures: list[Failure] = []
    process.crawl(crawler, start_urls=list(addresses)).addErrback(failures.append)
    with progress(report.tally, quiet=options.quiet):
        process.start()
    for failure in failures:
        failure.raiseException()
    stats = crawler.stats.get_stats()
    if "finish_reason" not in stats:
        # A second Ctrl-C: Scrapy left everything as it was, so that nobody else closes the run.
        shared_store(crawler).finish("interrupted")
        raise KeyboardInterrupt
    return _closed(stats, report, starts)


def _prepared(settings: Settings, report: Report, starts: Starts) -> tuple[Crawler, CrawlerProcess]:
    """Return Scrapy ready to go; every visit that was stored is told to the report."""
    process = CrawlerProcess(settings)
    crawler = process.create_crawler(SiteSpider)

    def scraped(item: object) -> None:
        if isinstance(item, Visit):
            report.visit(item)
            starts.note(item)

    say_failures_once()
    crawler.signals.connect(scraped, signal=signals.item_scraped, weak=False)
    return crawler, process


def _closed(stats: Mapping[str, Any], report: Report, starts: Starts) -> Exit:
    """Take over what only Scrapy counted, say how the run ended, and return its exit code."""
    if "copydesk/error" in stats:
        raise DatabaseError(str(stats["copydesk/error"]))
    report.tally.skipped = stats.get("copydesk/skipped_known", 0)
    report.tally.put_off = stats.get("copydesk/put_off", 0)
    report.tally.left = stats.get("copydesk/left_for_next_run", 0)
    report.tally.denied = stats.get("copydesk/denied_by_sites_file", 0)
    report.tally.cut = stats.get("copydesk/cut_as_traps", 0)
    for where, what in starts.problems(is_whole=not report.tally.left):
        report.problem(where, what)
    for key in stats:
        if key.startswith(WHY):
            report.problem(
                key.removeprefix(WHY), f"set aside, the rest is left for the next run: {stats[key]}"
            )
    report.close()
    if stats.get("finish_reason") == "shutdown":
        say_error("interrupted; what was stored is kept, run the same command again to go on")
        return Exit.INTERRUPTED
    return Exit.LOOK if report.problems else Exit.DONE


def _settings(options: Options, name: str) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    for key, value in _overrides(options):
        settings.set(key, value, priority="cmdline")
    settings.set("COPYDESK_COMMAND", name, priority="cmdline")
    return settings


def _overrides(options: Options) -> Iterator[tuple[str, Any]]:
    yield "COPYDESK_DB", str(options.db)
    # Logs are set up already.
    yield "LOG_INSTALL_ROOT_HANDLER", False
    yield "LOG_FORMATTER", "crawler.cli.scrapy_logs.VisitsSayIt"
    yield "COPYDESK_MAX_PAGES", options.max_pages or 0
    yield "COPYDESK_WORKERS", options.workers
    yield "COPYDESK_SINCE", options.since or ""
    yield "COPYDESK_RECHECK", options.recheck
    yield "COPYDESK_FOLLOW_RELATED", options.follow_related
    yield "COPYDESK_RELATED_DEPTH", options.related_depth
    yield "COPYDESK_ARCHIVE", str(options.archive or "")
    yield "COPYDESK_SITES", str(options.sites or "")
    yield "CLOSESPIDER_TIMEOUT", options.max_runtime or 0
    yield "DOWNLOAD_DELAY", options.delay
    yield "CONCURRENT_REQUESTS_PER_DOMAIN", options.concurrency
    yield "CONCURRENT_REQUESTS", TOTAL_CONCURRENCY
    yield "ROBOTSTXT_OBEY", not options.no_robots
    if options.user_agent:
        yield "USER_AGENT", options.user_agent
        # robots.txt names products: of 'mybot/1.0 (+https://…)' it knows 'mybot'.
        yield "ROBOTSTXT_USER_AGENT", options.user_agent.split("/")[0].split()[0]


def _check_database(path: Path) -> None:
    """Open and leave the database: what is wrong with it is said before Scrapy starts, and by itself."""
    refuse_unusable(path)
    with locked(behind_links(path)), closing(open_database(path)) as db, explained(path), transaction(db):
        pass


def _make_archive(options: Options) -> None:
    if options.archive is None:
        return
    try:
        options.archive.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"--archive {options.archive}: {error.strerror}; choose a folder that can be written"
        raise CopydeskError(message) from None
