"""What storing takes: a store and visits in, seconds by the clock and of the processor out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crawler.items import Visit
from pipelines.store import Store

# Twice the most visits that copydesk commits together, so that its batches are as large as they are in a long run.
AT_ONCE = 4_096


@dataclass(slots=True)
class Spent:
    """What something took: seconds by the clock, and seconds of the processor, which other programs change less."""

    clock: float = 0.0
    processor: float = 0.0

    def add(self, work: Callable[[], None]) -> None:
        """Do the work and add what it takes."""
        clock, processor = time.perf_counter(), time.process_time()
        work()
        self.clock += time.perf_counter() - clock
        self.processor += time.process_time() - processor


def put(store: Store, some: Sequence[Visit]) -> None:
    """Store visits as a crawl does, and commit them."""
    for visit in some:
        store.put(visit)
    store.flush()
