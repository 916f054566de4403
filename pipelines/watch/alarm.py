"""What broke, as a record and as one line for a person: site, figure, before, after, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.watch.figures import Figure

LOOK = "look at a page with `copydesk extract URL --explain out.html`"
BLOCKED = "open the site in a browser; slow down with --delay, or ask the site for access"
ADVICE: Mapping[Figure, str] = {
    "answers": BLOCKED,
    "articles": "open the site: is there news? then look at its rows in `pages`: a feed or listing may have moved",
    "not_article": f"a consent wall, a login or a redesign; {LOOK}",
    "rejected": "see the reasons in `copydesk stats`; they say which rule refused the pages",
    "copy": f"many pages with one text: a consent wall or an error page; {LOOK}",
    "failed": f"see the reasons in `copydesk stats`; with 403 or 429 the site blocks: {BLOCKED}",
    "disallowed": "robots.txt has new rules; obey them, or ask the site",
    "body": f"texts are cut: a consent notice, a paywall or a redesign; {LOOK}",
}
OF_FIELDS = f"the pages have changed; {LOOK}"
# Figures that are numbers a day, the others are shares.
COUNTED = ("articles", "not_article", "rejected", "copy", "failed", "disallowed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One thing that broke."""

    site: str
    figure: Figure
    part: str | None = None
    """The part of the site, None for all of it. Example: `/sport/`."""
    before: float
    """A day, for outcomes and articles; else a share of the articles; of `body` the words in the mean."""
    after: float
    days: int
    """The last days on which the site was asked, over which `after` holds."""
    articles: int
    """New articles of these days."""
    past_days: int
    past_articles: int
    more: str = ""
    """What else is known. Example: `HTTP 403 × 4`."""

    @property
    def advice(self) -> str:
        """What to do."""
        return ADVICE.get(self.figure, OF_FIELDS)

    @property
    def what(self) -> str:
        """The line for a person, without the site.

        >>> Alarm(site="a", figure="authors", before=0.92, after=0.0, days=1, articles=14, past_days=28,
        ...       past_articles=400).what
        'authors 92 % → 0 % (14 articles of the last day; before: 400 of 28 days)'
        """
        where = f" in {self.part}" if self.part else ""
        more = f": {self.more}" if self.more else ""
        return f"{self.figure}{where} {self._shown(self.before)} → {self._shown(self.after)}{more} ({self._over})"

    def to_record(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {
            "site": self.site,
            "field": self.figure,
            "part": self.part,
            "before": round(self.before, 4),
            "after": round(self.after, 4),
            "days": self.days,
            "articles": self.articles,
            "past_days": self.past_days,
            "past_articles": self.past_articles,
            "what": self.what,
            "advice": self.advice,
        }

    def _shown(self, value: float) -> str:
        if self.figure == "body":
            return f"{value:,.0f} words"
        if self.figure in COUNTED:
            return f"{value:,.0f} a day" if value >= 10 else f"{value:.2g} a day"
        return f"{value:.0%}".replace("%", " %")

    @property
    def _over(self) -> str:
        last = "the last day" if self.days == 1 else f"the last {self.days} days"
        count = f"{self.articles:,} article{'' if self.articles == 1 else 's'}"
        return f"{count} of {last}; before: {self.past_articles:,} of {self.past_days} days"
