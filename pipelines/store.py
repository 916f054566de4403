"""Step three of an item's way: visits in; articles in the SQLite file, one transaction each, and a truthful run out."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import DropItem
from scrapy.utils.defer import deferred_from_coro
from sqlite_utils import Database

from crawler import __version__
from crawler.errors import DatabaseError
from crawler.items import Visit
from crawler.urls import site_of
from pipelines.database import articles
from pipelines.database.connection import open_database, refuse_unusable
from pipelines.database.failures import explained
from pipelines.database.lock import locked
from pipelines.database.log import WriteAheadLog
from pipelines.database.runs import Status, close_run, open_run
from pipelines.database.transaction import transaction
from pipelines.deduplicate import deduplicate
from pipelines.frontier import Frontier
from pipelines.record import Recorder
from pipelines.validate import validate

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)

# Why Scrapy closed a spider → how the run ended; every other reason (finished, a limit reached) is `done`.
STATUS: dict[str, Status] = {"shutdown": "interrupted", "cancelled": "interrupted"}
# Counts of what a visit adds to the file, beside its outcome.
ADDED = ("articles_new", "revisions", "related_links", "redirects")

# What only the crawl counts, and seldom.
IF_ANY = ("hosts_set_aside", "cut_as_traps")


class Store:
    """One run's hold on a database: a context manager that takes visits and counts what became of them.

    Entering raises DatabaseBusyError when another run holds the file, DatabaseError when it cannot be used; both leave
    it as it is. Leaving closes the run: `done`, or `failed` after an exception, or `interrupted` after Ctrl-C.
    """

    def __init__(self, path: str | Path, *, command: str, version: str = __version__) -> None:
        # Resolved, so that one file has one lock, whatever name it is called by.
        self.path = Path(path).resolve()
        self.command = command
        self.version = version
        self.run_id = 0
        self.counts: Counter[str] = Counter(dict.fromkeys((*ADDED, "skipped"), 0))
        """Visits and redirecting addresses by outcome; `articles_new`, `revisions`, `related_links`, `redirects`,
        `skipped`."""
        self.sites: dict[str, Counter[str]] = {}
        """The same by site, outcomes and `articles_new` only."""
        self.frontier = Frontier(self)
        """What waits for its turn, in the same file."""
        self._open = ExitStack()
        self._db: Database | None = None
        self._log: WriteAheadLog | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            refuse_unusable(self.path)
            stack.enter_context(locked(self.path))
            self._db = open_database(self.path)
            stack.callback(self._db.close)
            self._log = WriteAheadLog(self._db, self.path)
            with explained(self.path):
                self.run_id = open_run(self._db, self.command, self.version)
            self._open = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close("done")
        else:
            self.close("failed" if issubclass(kind, Exception) else "interrupted")

    @property
    def db(self) -> Database:
        """The open database; RuntimeError outside of the `with` block."""
        if self._db is None:
            raise RuntimeError("the store is not open; use it as `with Store(path, command=…) as store:`")
        return self._db

    def put(self, visit: Visit) -> Visit:
        """Validate, deduplicate and store a visit in one transaction; return it with its final outcome and reason.

        Raises DatabaseError when the file cannot be written; then nothing of the visit is in it.
        """
        visit = validate(visit)
        with self.writing():
            recorded = Recorder(self.db, self.run_id).record(deduplicate(visit, self.db))
            self.frontier.record(recorded.visit)
        self._count(recorded.visit, recorded.added)
        self._keep_log_small()
        return recorded.visit

    def put_back(self, visit: Visit, first_seen_at: str, revision: int) -> Visit:
        """Do the same with an article that comes out of an export, and keep what that says of its text.

        `visit` says when its text was last seen, `first_seen_at` when the article first was; `revision` is the number
        of its text, from which a new article goes on.
        """
        visit = validate(visit)
        with explained(self.path), transaction(self.db):
            recorded = Recorder(self.db, self.run_id).record(deduplicate(visit, self.db))
            if recorded.article_id is not None and recorded.visit.outcome != "copy":
                articles.touch(self.db, recorded.article_id, first_seen_at)
                if recorded.added["articles_new"]:
                    articles.set_revision(self.db, recorded.article_id, revision)
        self._count(recorded.visit, recorded.added)
        self._keep_log_small()
        return recorded.visit

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write what belongs together; DatabaseError when the file cannot be written."""
        with explained(self.path), transaction(self.db):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read what was stored so far; DatabaseError when the file cannot be read."""
        with explained(self.path):
            yield

    def find_duplicate(self, visit: Visit) -> Visit:
        """Return the visit with the stored article that it repeats, if any; nothing is written."""
        with explained(self.path):
            return deduplicate(visit, self.db)

    def note_skipped(self, n: int = 1) -> None:
        """Count addresses that were known and not due, and so not asked for."""
        self.counts["skipped"] += n

    def close(self, status: Status) -> None:
        """Close the run and let go of the file, also when the run cannot be closed; the next run marks it then."""
        with self._open:
            self.finish(status)

    def finish(self, status: Status) -> None:
        """Close the run with this status and its counts; later calls change nothing."""
        if self.run_id:
            run_id, self.run_id = self.run_id, 0
            with explained(self.path):
                close_run(self.db, run_id, status, self.summary())

    def summary(self) -> dict[str, Any]:
        """Return the counts as `runs.counts` holds them: flat, and by site under `sites`."""
        return {**self.counts, "sites": {site: dict(counts) for site, counts in sorted(self.sites.items())}}

    def _keep_log_small(self) -> None:
        with explained(self.path):
            if self._log is not None:
                self._log.keep_small()

    def _count(self, visit: Visit, added: Counter[str]) -> None:
        met = Counter({visit.outcome: 1 + added["redirects"]})
        self.counts.update(met + added)
        new = Counter({"articles_new": added["articles_new"]})
        self.sites.setdefault(site_of(visit.url), Counter()).update(+(met + new))


class StorePipeline:
    """Scrapy item pipeline: puts visits into the file of COPYDESK_DB; other items pass as they are.

    Stats it keeps: `copydesk/run_id`, `copydesk/articles_new`, `copydesk/revisions`, `copydesk/related_links`,
    `copydesk/redirects`. When the file can no longer be written, `copydesk/error` says why and the crawl is closed
    with the reason `database_error`.
    """

    def __init__(self, store: Store, crawler: Crawler) -> None:
        self.store = store
        self.crawler = crawler
        self.broken = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from settings: COPYDESK_DB and COPYDESK_COMMAND."""
        from pipelines.sharing import shared_store  # noqa: PLC0415 - sharing builds on this module

        pipeline = cls(shared_store(crawler), crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        return pipeline

    def open_spider(self) -> None:
        """Open the file and begin a run; DatabaseError and DatabaseBusyError end the crawl before it begins."""
        self.store.__enter__()
        self._stats.set_value("copydesk/run_id", self.store.run_id)

    def process_item(self, item: object) -> object:
        """Return the visit with its final outcome; drop it when the file cannot be written."""
        if not isinstance(item, Visit):
            return item
        if self.broken:
            raise DropItem(f"not stored, the database failed before: {item.url}")
        try:
            visit = self.store.put(item)
        except DatabaseError as error:
            self._stop(error)
            raise DropItem(f"not stored: {item.url}") from error
        for name in ADDED:
            self._stats.set_value(f"copydesk/{name}", self.store.counts[name])
        return visit

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Close the run: `interrupted` when the crawl was stopped, `failed` when the file failed, else `done`."""
        self.store.note_skipped(self._stats.get_value("copydesk/skipped_known", 0))
        for name in IF_ANY:
            if number := self._stats.get_value(f"copydesk/{name}", 0):
                self.store.counts[name] = number
        self.store.close("failed" if self.broken else STATUS.get(reason, "done"))

    @property
    def _stats(self) -> StatsCollector:
        assert self.crawler.stats is not None  # noqa: S101 - Scrapy sets it before it builds pipelines
        return self.crawler.stats

    def _stop(self, error: DatabaseError) -> None:
        self.broken = True
        self._stats.set_value("copydesk/error", str(error))
        logger.error("%s", error)
        assert self.crawler.engine is not None  # noqa: S101 - items come from a running engine only
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="database_error"))
