"""Workers: one function and its items in, its results out, from processes of which none can hurt the one that asks."""

from crawler.workers.bounds import Bounds, workers_by_cores
from crawler.workers.process import Result, attempt
from crawler.workers.team import Team

__all__ = ["Bounds", "Result", "Team", "attempt", "workers_by_cores"]
