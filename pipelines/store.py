"""Step three of an item's way: visits in; articles in the SQLite file, each whole, and a truthful run out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import DropItem
from sqlite_utils import Database

from crawler import __version__
from crawler.ending import end_crawl, note_error
from crawler.errors import DatabaseError
from crawler.items import Visit
from pipelines.database import articles
from pipelines.database.archived import Place, place_of
from pipelines.database.connection import behind_links, open_database, refuse_unusable
from pipelines.database.failures import explained
from pipelines.database.lock import locked
from pipelines.database.runs import Status, close_run, open_run
from pipelines.database.writer import Writer
from pipelines.deduplicate import deduplicate
from pipelines.frontier import Frontier
from pipelines.record import Recorded, Recorder
from pipelines.reparse import Reparsed, Reparser
from pipelines.run_counts import ADDED, RunCounts
from pipelines.validate import validate

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

# Why Scrapy closed a spider → how the run ended; every other reason (finished, a limit reached) is `done`.
STATUS: dict[str, Status] = {"shutdown": "interrupted", "cancelled": "interrupted", "archive_error": "failed"}
# What only the crawl counts, and seldom.
IF_ANY = ("hosts_set_aside", "cut_as_traps")


class Store:
    """One run's hold on a database: a context manager that takes visits and counts what became of them.

    Visits that come within half a second are committed together, or, where many do, within three seconds;
    `flush` does not wait for that. Each is whole in the file, or not there at all. Entering raises DatabaseBusyError
    when another run holds the file, DatabaseError when it cannot be used; both leave it as it is. Leaving closes the
    run: `done`, or `failed` after an exception, or `interrupted` after Ctrl-C.
    """

    def __init__(
        self, path: str | Path, *, command: str, version: str = __version__, archive: str | Path | None = None
    ) -> None:
        self.path = behind_links(Path(path))
        self.command = command
        self.version = version
        self.archive = None if archive is None else str(Path(archive).absolute())
        """Where the run keeps its answers: its row in `runs` says so."""
        self.run_id = 0
        self._counting = RunCounts()
        self.frontier = Frontier(self)
        """What waits for its turn, in the same file."""
        self._open = ExitStack()
        self._entered: Writer | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            refuse_unusable(self.path)
            stack.enter_context(locked(self.path))
            db = stack.enter_context(closing(open_database(self.path)))
            with explained(self.path):
                self.run_id = open_run(db, self.command, self.version, self.archive)
            self._entered = stack.enter_context(Writer(db, self.path, self._counting))
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
        """The open database; RuntimeError outside of the `with` block.

        Everything that was put is committed first, but for those who have it to themselves, `writing` or `reading`.
        """
        self._writer.commit_unless_held()
        return self._writer.db

    @property
    def counts(self) -> Counter[str]:
        """Visits and redirecting addresses by outcome, and what they added; `RunCounts.all`."""
        return self._counting.all

    def put(self, visit: Visit) -> Visit:
        """Validate, deduplicate and store a visit; return it with its final outcome and reason.

        Raises DatabaseError when the file cannot be written; then nothing of the visit is in it, nor of those before it
        that were not committed yet, and they are not counted.
        """
        return self._record(visit, lambda recorded: self.frontier.record(recorded.visit))

    def put_back(self, visit: Visit, first_seen_at: str, revision: int, gone_at: str | None = None) -> Visit:
        """Do the same with an article that comes out of an export, and keep what that says of its text.

        `visit` says when its text was last seen, `first_seen_at` when the article first was; `revision` is the number
        of its text, from which a new article goes on; `gone_at`, if it was gone, from when on.
        """

        def keep(recorded: Recorded) -> None:
            if recorded.article_id is not None and recorded.visit.outcome != "copy":
                articles.touch(self.db, recorded.article_id, first_seen_at)
                if gone_at is not None:
                    articles.mark_gone(self.db, recorded.article_id, gone_at)
                if recorded.added["articles_new"]:
                    articles.set_revision(self.db, recorded.article_id, revision)

        return self._record(visit, keep)

    def place_of(self, url: str) -> Place | None:
        """Return what an address that an archive holds is in the file, None for what was never met."""
        with self.reading():
            return place_of(self.db, url)

    def renew(self, visit: Visit) -> Reparsed:
        """Bring what is stored of an archived page, which was parsed again, up to date; as whole as `put`."""
        visit = validate(visit)
        with self.reading(), self._counting.all_or_none(), self.writing():
            reparsed = Reparser(self.db, Recorder(self.db, self.run_id)).record(visit)
            self._counting.add_unasked(reparsed.visit, reparsed.added)
        return reparsed

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write what belongs together; DatabaseError when the file cannot be written."""
        with self._writer.part():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read what was stored so far; DatabaseError when the file cannot be read."""
        with self._writer.alone():
            yield

    def find_duplicate(self, visit: Visit) -> Visit:
        """Return the visit with the stored article that it repeats, if any; nothing is written."""
        with self.reading():
            return deduplicate(visit, self.db)

    def flush(self) -> None:
        """Commit what was put; DatabaseError when it cannot be: then it is not in the file, and not counted."""
        self._writer.commit()

    def note_skipped(self, n: int = 1) -> None:
        """Count addresses that were known and not due, and so not asked for."""
        self.counts["skipped"] += n

    def close(self, status: Status) -> None:
        """Close the run and let go of the file, also when the run cannot be closed; the next run marks it then."""
        with self._open:
            self.finish(status)

    def finish(self, status: Status) -> None:
        """Close the run with this status and its counts; later calls change nothing.

        Raises DatabaseError when the last visits cannot be committed; the run has failed then, and does not count them.
        """
        if self.run_id:
            run_id, self.run_id = self.run_id, 0
            try:
                self.flush()
            except BaseException:
                status = "failed"
                raise
            finally:
                with self.reading():
                    close_run(self._writer.db, run_id, status, self.summary())

    def summary(self) -> dict[str, Any]:
        """Return the counts as `runs.counts` holds them: flat, and by site under `sites`."""
        return self._counting.summary()

    @property
    def _writer(self) -> Writer:
        if self._entered is None:
            raise RuntimeError("the store is not open; use it as `with Store(path, command=…) as store:`")
        return self._entered

    def _record(self, visit: Visit, then: Callable[[Recorded], None]) -> Visit:
        visit = validate(visit)
        with self.reading(), self._counting.all_or_none(), self.writing():
            recorded = Recorder(self.db, self.run_id).record(deduplicate(visit, self.db))
            then(recorded)
            self._counting.add(recorded.visit, recorded.added)
            self._writer.note_visit()
        return recorded.visit


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
            self.broken = True
            # What could not be committed is not counted.
            self._show_counts()
            end_crawl(self.crawler, str(error), "database_error")
            raise DropItem(f"not stored: {item.url}") from error
        self._show_counts()
        return visit

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Close the run: `interrupted` when the crawl was stopped, `failed` when the file failed, else `done`."""
        self.store.note_skipped(self._stats.get_value("copydesk/skipped_known", 0))
        for name in IF_ANY:
            if number := self._stats.get_value(f"copydesk/{name}", 0):
                self.store.counts[name] = number
        try:
            self.store.close("failed" if self.broken else STATUS.get(reason, "done"))
        except DatabaseError as error:
            self._show_counts()
            note_error(self.crawler, str(error))

    @property
    def _stats(self) -> StatsCollector:
        assert self.crawler.stats is not None  # noqa: S101 - Scrapy sets it before it builds pipelines
        return self.crawler.stats

    def _show_counts(self) -> None:
        for name in ADDED:
            self._stats.set_value(f"copydesk/{name}", self.store.counts[name])
