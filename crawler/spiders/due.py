"""Due again: the articles of a site that are to be looked at again in; the steps to them, whoever leads there, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.discovery.link import Link
from crawler.spiders.follow import Place, Step
from crawler.urls import site_of

# After all that may be new, related links included.
PRIORITY = 0


def due_steps(
    articles: Iterable[tuple[str, str | None]], sites: frozenset[str], since: str | None
) -> Iterator[Step]:
    """Yield the steps to articles, given by address and day, in their order.

    Listings and feeds show what is new; what was corrected or taken down later, no page leads to. `sites` and `since`
    bound them as they bound links.
    """
    for url, day in articles:
        if site_of(url) in sites and not (since and day and day < since):
            yield Step(link=Link(url=url, kind="article?"), place=Place(leaf=True), priority=PRIORITY)
