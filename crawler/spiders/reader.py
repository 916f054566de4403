"""Reader: read_answer in the crawl's own process, or in worker processes of which none can hurt the crawl."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from crawler.reading import Answer, Reading, failed, read_answer
from crawler.text import printable
from crawler.workers import new_pool

logger = logging.getLogger(__name__)

# What a parser's exception says may be as long and as strange as the page it stumbled over.
MAX_REASON = 300
# Pages handed to each worker at a time: one to parse, one waiting, so that none idles and memory stays flat.
PAGES_PER_WORKER = 2


class Reader:
    """Reads in this process."""

    async def read(self, answer: Answer) -> Reading:
        """Return the reading; a page whose parsing raises costs that page only and is recorded as failed."""
        try:
            return await self._read(answer)
        except Exception as error:  # one page is given up, whatever its parser raised
            logger.exception("Parsing failed: %s", answer.url, extra={"event": "page_failed"})
            what = printable(f"{type(error).__name__}: {error}")[:MAX_REASON]
            return failed(answer, f"parsing raised {what}")

    async def _read(self, answer: Answer) -> Reading:
        return read_answer(answer)

    def close(self) -> None:
        """Let go of what is held; nothing here."""


class WorkerReader(Reader):
    """Reads in `workers` processes, started afresh (spawn), replaced when one dies."""

    def __init__(self, workers: int) -> None:
        """Take the number of processes, at least one."""
        self.workers = workers
        self.pool = new_pool(workers)
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
        pool = new_pool(1)
        try:
            return await _run(pool, answer)
        except BrokenProcessPool:
            logger.error("A worker died of %s", answer.url)
            return failed(answer, "the process that parsed it died")
        finally:
            pool.shutdown(wait=False)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        """Put a new pool in the place of the broken one, once for all that noticed."""
        if self.pool is broken:
            broken.shutdown(wait=False)
            self.pool = new_pool(self.workers)

    def close(self) -> None:
        """End the workers."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def make_reader(workers: int) -> Reader:
    """Return a reader with so many worker processes, 0 for none."""
    return WorkerReader(workers) if workers > 0 else Reader()


async def _run(pool: ProcessPoolExecutor, answer: Answer) -> Reading:
    return await asyncio.get_running_loop().run_in_executor(pool, read_answer, answer)
