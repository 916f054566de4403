"""Reader: read_answer in the crawl's own process, or in worker processes of which none can hurt the crawl."""

from __future__ import annotations

import logging

from scrapy.settings import BaseSettings

from crawler.reading import Answer, Reading, failed, read_answer
from crawler.workers import Bounds, Result, Team, attempt, workers_by_cores

logger = logging.getLogger(__name__)


class Reader:
    """Reads in this process."""

    def open(self) -> None:
        """Get ready, within the running event loop; nothing to do here."""

    async def read(self, answer: Answer) -> Reading:
        """Return the reading; a page whose parsing fails costs that page only and is recorded as failed."""
        result = await self._read(answer)
        if result.error is None:
            reading: Reading = result.value
            return reading
        logger.error("%s: %s", answer.url, result.error, extra={"event": "page_failed"})
        return failed(answer, result.error)

    async def _read(self, answer: Answer) -> Result:
        return attempt(read_answer, answer)

    def close(self) -> None:
        """Let go of what is held; nothing here."""


class WorkerReader(Reader):
    """Reads in up to `workers` processes; one that dies or takes too long is replaced and costs one page."""

    def __init__(self, workers: int, bounds: Bounds | None = None) -> None:
        """Take the number of processes, at least one, and what bounds them."""
        self.team: Team[Answer, Reading] = Team(read_answer, workers, bounds)

    def open(self) -> None:
        """Start the first process, so that it is ready when the first answer comes."""
        self.team.open()

    async def _read(self, answer: Answer) -> Result:
        return await self.team.run(answer)

    def close(self) -> None:
        """End the processes."""
        self.team.close()


def reader_of(settings: BaseSettings) -> Reader:
    """Return the reader that the settings ask for; COPYDESK_WORKERS is a number, or None for one a core."""
    said = settings.get("COPYDESK_WORKERS")
    bounds = Bounds(
        seconds=settings.getfloat("COPYDESK_PARSE_TIMEOUT"),
        memory_mb=settings.getint("COPYDESK_PARSE_MEMORY"),
    )
    return make_reader(None if said in {None, ""} else int(said), bounds)


def make_reader(workers: int | None, bounds: Bounds | None = None) -> Reader:
    """Return a reader with so many worker processes, 0 for none, None for as many as there are cores."""
    number = workers_by_cores() if workers is None else workers
    return WorkerReader(number, bounds) if number > 0 else Reader()
