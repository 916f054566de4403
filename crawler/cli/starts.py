"""Starts: the addresses a crawl was given and the visits it made in; what a person should see of them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from crawler.items import Outcome, Visit
from crawler.urls import address_key, site_of
from pipelines.database.connection import open_readonly
from pipelines.database.queries import site_summary

BAD: frozenset[Outcome] = frozenset({"failed", "rejected", "disallowed"})
GAVE: frozenset[Outcome] = frozenset({"article", "copy", "unchanged"})


class Starts:
    """Follows what became of each START and of its site."""

    def __init__(self, addresses: Sequence[str], db: Path) -> None:
        self._open = {address_key(url): url for url in addresses}
        self._db = db
        self._bad: dict[str, str] = {}
        self._read: dict[str, str] = {}
        self._gave: set[str] = set()

    def note(self, visit: Visit) -> None:
        """Take note of a visit as it was stored."""
        # A page of links that has not changed gave no article, and where a redirect leads is seen there.
        if visit.outcome in GAVE and not (visit.stays or visit.is_met_elsewhere):
            self._gave.add(site_of(visit.url))
        for key in {address_key(url) for url in (visit.url, *visit.aliases)} & self._open.keys():
            start = self._open[key]
            if visit.outcome in BAD:
                self._bad[start] = f"{visit.outcome}: {visit.reason}"
            else:
                self._read[start] = site_of(visit.url)

    def problems(self, *, is_whole: bool = True) -> Iterator[tuple[str, str]]:
        """Yield each START that could not be read, and each whose site gave no article, now or before.

        Of a run that was cut short (not `is_whole`: something is left for the next one) nobody can say the latter.
        """
        yield from self._bad.items()
        if is_whole:
            yield from self._silent()

    def _silent(self) -> Iterator[tuple[str, str]]:
        silent = {start: site for start, site in self._read.items() if site not in self._gave}
        known = self._known_sites() if silent else frozenset()
        for start, site in silent.items():
            if site not in known:
                yield start, "read, but no article was found there"

    def _known_sites(self) -> frozenset[str]:
        with closing(open_readonly(self._db)) as db:
            return frozenset(row["site"] for row in site_summary(db))
