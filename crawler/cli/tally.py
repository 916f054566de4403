"""Tally: visits in as they are stored, the run's counts out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from crawler.items import Outcome, Visit

# Reasons that differ only in their numbers are one kind, but for an HTTP status, which is what one looks for.
NUMBER = re.compile(r"(?<!HTTP )(?<!status )\b\d[\d.,]*")
# A site that words every reason differently must not fill the memory.
MAX_KINDS = 200
OTHER = "other reasons"


class Tally:
    """What became of the addresses of a run, as far as it has got."""

    def __init__(self) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.reasons: defaultdict[Outcome, Counter[str]] = defaultdict(Counter)
        self.told: Counter[str] = Counter()
        """Kinds of problems that were said one by one, as `outcome: kind of reason`."""
        self.passed_over: Counter[str] = Counter()
        self.new = 0
        self.changed = 0
        self.related = 0
        self.skipped = 0
        self.put_off = 0
        """How many of the skipped failed in earlier runs."""
        self.same_sources = 0
        self.met_elsewhere = 0
        self.left = 0
        self.denied = 0
        self.cut = 0

    def add(self, visit: Visit) -> None:
        """Count one visit as the store returned it."""
        self.outcomes[visit.outcome] += 1
        # A page of links that has not changed: `unchanged`, but no article.
        self.same_sources += visit.outcome == "unchanged" and visit.stays
        self.met_elsewhere += visit.is_met_elsewhere
        kinds = self.reasons[visit.outcome]
        kind = kind_of(visit.reason)
        kinds[kind if kind in kinds or len(kinds) < MAX_KINDS else OTHER] += 1
        if visit.outcome == "article" and visit.article:
            self.related += len(visit.article.related)
            if visit.duplicate:
                self.changed += 1
            else:
                self.new += 1

    @property
    def pages(self) -> int:
        """Addresses met."""
        return self.outcomes.total()

    @property
    def failures(self) -> int:
        """Addresses that gave nothing that could be used."""
        return self.outcomes["failed"] + self.outcomes["rejected"] + self.outcomes["disallowed"]

    @property
    def is_news(self) -> bool:
        """Whether the run brought anything into the store that was not there."""
        return bool(self.new or self.changed or self.outcomes["copy"])


def kind_of(reason: str) -> str:
    """Return the reason with its numbers left out, so that equal ones are counted together.

    >>> kind_of("body of 12 words"), kind_of("HTTP 404")
    ('body of … words', 'HTTP 404')
    """
    return NUMBER.sub("…", reason)
