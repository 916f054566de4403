"""What a frontier is to the crawl: rows that outlive the run; COPYDESK_FRONTIER names the class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from crawler.items import Lead

Lane = tuple[str, str]
"""The key of a START, and a host: what waits there has one order."""


class Frontier(Protocol):
    """Addresses that wait for their turn; what visits lead to gets there, and leaves it, as they are stored."""

    @property
    def is_open(self) -> bool:
        """Whether visits are stored in this run, so that what they lead to is kept."""

    def begin(self, starts: Iterable[str], is_met: Callable[[Lead], bool]) -> int:
        """Take up what the STARTs, given by their keys, led to before; return how many waited for too long.

        `is_met` tells of a lead whether this run has met its address and need not ask it.
        """

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        """Take away an address that is not asked, and let wait what it leads to."""

    def changed(self) -> Iterable[Lane]:
        """Return the lanes in which something was put since the last call."""

    def turns(self, lane: Lane, number: int) -> list[tuple[int, Lead]]:
        """Return the next of a lane that were not taken, best first, with their ids."""

    def take(self, row: int) -> None:
        """Note that a row is being asked."""

    def waits(self, url: str) -> bool:
        """Tell whether an address has its turn still to come."""

    def left(self) -> int:
        """Return how many addresses the run has not come to."""
