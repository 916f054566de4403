"""Refused: what a middleware raises to end a request without an answer, with what is to be recorded."""

from __future__ import annotations

from math import inf

from scrapy.exceptions import IgnoreRequest

from crawler.items import Outcome


class Refused(IgnoreRequest):
    """A request that one of our rules ended; Scrapy hands it to the errback.

    Not an error for the user, hence not in `crawler.errors`: the rule's reason is recorded with the address.
    """

    def __init__(self, reason: str, outcome: Outcome | None = None, status: int | None = None) -> None:
        """Take the reason for a person to read, and the HTTP status if there was an answer.

        Without an outcome nothing is recorded.
        """
        super().__init__(reason)
        self.reason = reason
        self.outcome = outcome
        self.status = status


class MetElsewhere(Refused):
    """A request that redirects to an address that the run meets anyway."""

    def __init__(self, url: str) -> None:
        """Take that address."""
        super().__init__(f"redirects to {url}, which this run meets too", "unchanged")


class Left(Refused):
    """A request that is left for the next run, as a bound is reached or the run is being stopped."""

    def __init__(self, reason: str, *, host: str | None = None, until: float = inf) -> None:
        """Take the reason, and the host that is asked no more in this run, or until then; without one, nothing is."""
        super().__init__(reason)
        self.host = host
        self.until = until
