"""What a run counts: visits as they ended in; their numbers, in all and by site, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from crawler.items import Visit
from crawler.urls import site_of

# Counts of what a visit adds to the file, beside its outcome.
ADDED = ("articles_new", "revisions", "related_links", "redirects")


class RunCounts:
    """The counts of one run; what was counted of visits that cannot be committed after all is taken back."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter(dict.fromkeys((*ADDED, "skipped"), 0))
        """Visits and redirecting addresses by outcome; `articles_new`, `revisions`, `related_links`, `redirects`,
        `skipped`."""
        self.sites: dict[str, Counter[str]] = {}
        """The same by site, outcomes and `articles_new` only."""
        self._uncommitted: list[tuple[Visit, Counter[str], bool]] = []

    def add(self, visit: Visit, added: Counter[str]) -> None:
        """Count a visit by its outcome, with what it added to the file."""
        self._count((visit, added, True))

    def add_unasked(self, visit: Visit, added: Counter[str]) -> None:
        """Do the same for a page of an archive that was read before: under no site, since none was asked."""
        self._count((visit, added, False))

    def keep(self) -> None:
        """Take note that everything so far is committed."""
        self._uncommitted.clear()

    @contextmanager
    def all_or_none(self) -> Iterator[None]:
        """Count no more what was added within the block when that raises, as what it wrote is undone."""
        before = len(self._uncommitted)
        try:
            yield
        except BaseException:
            self._take_back_from(before)
            raise

    def take_back(self) -> None:
        """Count no more what was added since the last `keep`."""
        self._take_back_from(0)

    def summary(self) -> dict[str, Any]:
        """Return the counts as `runs.counts` holds them: flat, and by site under `sites`."""
        counts = {name: number for name, number in self.all.items() if number or name in {*ADDED, "skipped"}}
        sites = {site: dict(+self.sites[site]) for site in sorted(self.sites) if +self.sites[site]}
        return {**counts, "sites": sites}

    def _take_back_from(self, number: int) -> None:
        for counted in self._uncommitted[number:]:
            self._change(*counted, -1)
        del self._uncommitted[number:]

    def _count(self, counted: tuple[Visit, Counter[str], bool]) -> None:
        self._uncommitted.append(counted)
        self._change(*counted, 1)

    def _change(self, visit: Visit, added: Counter[str], was_asked: bool, sign: int) -> None:
        of_site = self.sites.setdefault(site_of(visit.url), Counter()) if was_asked else Counter()
        met = sign * (1 + added["redirects"])
        self.all[visit.outcome] += met
        of_site[visit.outcome] += met
        for name, number in added.items():
            self.all[name] += sign * number
        of_site["articles_new"] += sign * added["articles_new"]
