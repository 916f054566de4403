"""Which articles are meant: sites and days in, a condition for a query on `articles` out."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Articles of these sites and days; nothing named means all.

    >>> Selection(since="2025-08-09").condition
    'published_on >= :since'
    """

    sites: tuple[str, ...] = ()
    """Registrable domains, as in the column `site`. Example: `("news.example",)`."""
    since: str | None = None
    """First day of publication, ISO 8601; articles without a date are left out then."""
    until: str | None = None
    """Last day of publication, ISO 8601; articles without a date are left out then."""

    @property
    def condition(self) -> str:
        """What to ask for in a WHERE."""
        parts = (
            ("site IN (SELECT value FROM json_each(:sites))", self.sites),
            ("published_on >= :since", self.since),
            ("published_on <= :until", self.until),
        )
        return " AND ".join(sql for sql, wanted in parts if wanted) or "TRUE"

    @property
    def values(self) -> dict[str, str | None]:
        """The condition's parameters."""
        return {"sites": json.dumps(self.sites), "since": self.since, "until": self.until}
