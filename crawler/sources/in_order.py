"""Work spread over processes: items in, their results in the same order out, a few at a time in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from crawler.errors import CopydeskError
from crawler.workers import new_pool

T = TypeVar("T")
R = TypeVar("R")

# Enough that no worker waits for the writer, few enough that a page of the largest size each stays in memory.
WAITING_EACH = 4


def in_order(work: Callable[[T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    """Yield the result for each item; without workers, in this very process.

    `work` must be picklable. Raises CopydeskError when a worker process dies.
    """
    if workers < 1:
        yield from map(work, items)
        return
    pool = new_pool(workers)
    try:
        waiting: deque[Future[R]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= workers * WAITING_EACH:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        message = "a parsing process died, most likely for want of memory; run again with fewer --workers"
        raise CopydeskError(message) from None
    finally:
        pool.shutdown(cancel_futures=True)
