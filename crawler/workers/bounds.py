"""Bounds: what one item may cost a worker, and how many workers a machine has room for."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

# The slowest of 1,268 real pages takes a third of a second, the slowest of a million broken ones two seconds.
SECONDS = 60.0
# A worker begins with 0.2 GB of addresses; the largest pages that are read, 16 MB, took 0.1 GB more.
MEMORY_MB = 2_000
# One that ever needed so much may not give it back; those that read ordinary pages have 100 MB.
RETIRE_MB = 500
# One process fetches and stores for all: what it takes on is what four parse.
MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What holds a worker."""

    seconds: float = SECONDS
    """Time for one item; 0 for no bound."""
    memory_mb: int = MEMORY_MB
    """Address space of a worker, where the system has such a bound (Linux); 0 for none."""
    retire_mb: int = RETIRE_MB
    """A worker that ever had so much resident memory is replaced; 0 for never."""


def workers_by_cores() -> int:
    """Return how many workers this process has cores for: one each, up to MOST."""
    if sys.platform == "linux":
        return min(MOST, len(os.sched_getaffinity(0)))
    return min(MOST, os.cpu_count() or 1)
