"""Turnout: what addresses of a site led to before in; links that look like those of its articles score higher, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crawler.discovery.address import ARTICLE_SCORE
from crawler.discovery.link import Link
from crawler.discovery.patterns import pattern_of

# Fewer addresses of a pattern say nothing of the next one.
ENOUGH = 3
# As much as an address says with a slug of eight words, for or against: what was seen counts for more than looks.
WEIGHT = 4.0
# Of so large a share, what looks like a menu's entry is asked as an article is.
MOSTLY = 0.75


class Turnout:
    """Rates links by what became of addresses of the same pattern, which has the site in it."""

    def __init__(self, met: Iterable[tuple[str, bool]] = ()) -> None:
        """Take addresses that were asked, with whether each led to an article."""
        self._seen: dict[str, list[int]] = {}
        for url, is_article in met:
            counts = self._seen.setdefault(pattern_of(url).name, [0, 0])
            counts[0] += is_article
            counts[1] += 1

    def rated(self, link: Link) -> Link:
        """Return the link with its score raised or lowered; as it is where too little is known of its like.

        >>> link = Link(url="https://news.example/s9", kind="listing?", score=-0.5)
        >>> Turnout((f"https://news.example/s{n}", True) for n in range(9)).rated(link).kind
        'article?'
        """
        if not self._seen or link.kind not in {"article?", "listing?"}:
            return link
        articles, asked = self._seen.get(pattern_of(link.url).name, (0, 0))
        if asked < ENOUGH:
            return link
        share = articles / asked
        score = link.score + WEIGHT * (2 * share - 1)
        if link.kind == "listing?" and share >= MOSTLY:
            return replace(link, kind="article?", score=max(score, ARTICLE_SCORE))
        return replace(link, score=score)
