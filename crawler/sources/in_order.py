"""Work spread over processes: items in, their results in the same order out, a few at a time in memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain, islice
from typing import TypeVar

from crawler.workers import Result, Team, workers_by_cores

T = TypeVar("T")
R = TypeVar("R")

# Enough that no worker waits for the writer, few enough that a page of the largest size each stays in memory.
WAITING_EACH = 4
# So few are read before the first worker has started.
TOO_FEW = 8


def in_order(
    work: Callable[[T], R], items: Iterable[T], workers: int | None, give_up: Callable[[T, str], R]
) -> Iterator[R]:
    """Yield the result for each item; with 0 workers, in this very process.

    `work` must be picklable. With None there are as many workers as cores, and none for fewer than TOO_FEW items.
    `give_up` makes the result of an item that killed its worker, or took too long, and of the reason.
    """
    items = iter(items)
    if workers is None:
        first = list(islice(items, TOO_FEW))
        workers = workers_by_cores() if len(first) == TOO_FEW else 0
        items = chain(first, items)
    if workers < 1:
        yield from map(work, items)
        return
    team: Team[T, R] = Team(work, workers)
    waiting: deque[tuple[T, asyncio.Task[Result]]] = deque()
    with closing(asyncio.new_event_loop()) as loop, _ended(team, loop):
        for item in items:
            waiting.append((item, loop.create_task(team.run(item))))
            if len(waiting) >= workers * WAITING_EACH:
                yield _settled(loop, *waiting.popleft(), give_up)
        while waiting:
            yield _settled(loop, *waiting.popleft(), give_up)


@contextmanager
def _ended(team: Team[T, R], loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """End the workers and what waits for them, also when nobody wants the rest."""
    try:
        yield
    finally:
        team.close()
        loop.run_until_complete(_cancelled(asyncio.all_tasks(loop)))


async def _cancelled(tasks: Collection[asyncio.Task[Result]]) -> None:
    for task in tasks:
        task.cancel()
    # Also what the end of the connections has to say is heard then.
    await asyncio.gather(*tasks, asyncio.sleep(0), return_exceptions=True)


def _settled(
    loop: asyncio.AbstractEventLoop, item: T, task: asyncio.Task[Result], give_up: Callable[[T, str], R]
) -> R:
    result = loop.run_until_complete(task)
    if result.error is not None:
        return give_up(item, result.error)
    value: R = result.value
    return value
