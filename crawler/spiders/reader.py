"""Reader: read_answer in the crawl's own process, or in worker processes of which none can hurt the crawl."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from crawler.reading import Answer, Reading, failed, read_answer

logger = logging.getLogger(__name__)

# Pages handed to each worker at a time: one to parse, one waiting, so that none idles and memory stays flat.
PAGES_PER_WORKER = 2


class Reader:
    """Reads in this process."""

    async def read(self, answer: Answer) -> Reading:
        """Return the reading; a page whose parsing raises costs that page only and is recorded as failed."""
        try:
            return await self._read(answer)
        except Exception as error:  # one page is given up, whatever its parser raised
            logger.exception("Parsing failed: %s", answer.url)
            return failed(answer.url, f"parsing raised {type(error).__name__}: {error}", answer.fetched_at)

    async def _read(self, answer: Answer) -> Reading:
        return read_answer(answer)

    def close(self) -> None:
        """Let go of what is held; nothing here."""


class WorkerReader(Reader):
    """Reads in `workers` processes, started afresh (spawn), replaced when one dies."""

    def __init__(self, workers: int) -> None:
        """Take the number of processes, at least one."""
        self.workers = workers
        self.pool = _new_pool(workers)
        self.places = asyncio.Semaphore(workers * PAGES_PER_WORKER)

    async def _read(self, answer: Answer) -> Reading:
        async with self.places:
            pool = self.pool
            try:
                return await _run(pool, answer)
            except BrokenProcessPool:
                self._replace(pool)
            return await self._read_alone(answer)

    async def _read_alone(self, answer: Answer) -> Reading:
        """Read a page that was in the pool when a worker died, alone: only the guilty one dies again."""
        pool = _new_pool(1)
        try:
            return await _run(pool, answer)
        except BrokenProcessPool:
            logger.error("A worker died of %s", answer.url)
            return failed(answer.url, "the process that parsed it died", answer.fetched_at)
        finally:
            pool.shutdown(wait=False)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        """Put a new pool in the place of the broken one, once for all that noticed."""
        if self.pool is broken:
            broken.shutdown(wait=False)
            self.pool = _new_pool(self.workers)

    def close(self) -> None:
        """End the workers."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def make_reader(workers: int) -> Reader:
    """Return a reader with so many worker processes, 0 for none."""
    return WorkerReader(workers) if workers > 0 else Reader()


def _new_pool(workers: int) -> ProcessPoolExecutor:
    # spawn: a forked copy of a process with a running reactor inherits its sockets and the database's locks.
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin_worker)


def _begin_worker() -> None:
    """Leave Ctrl-C and SIGTERM to the crawl, which finishes its pages first; end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


async def _run(pool: ProcessPoolExecutor, answer: Answer) -> Reading:
    return await asyncio.get_running_loop().run_in_executor(pool, read_answer, answer)
