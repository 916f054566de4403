"""Figures of one site by days, as the file's rows give them: what all decisions of `check` rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Figure = Literal[
    "answers",
    "articles",
    "not_article",
    "rejected",
    "copy",
    "failed",
    "disallowed",
    "title",
    "description",
    "published_at",
    "authors",
    "body",
    "related",
    "section",
    "tags",
    "image_url",
]
"""What can break; the outcomes and fields as the file's columns call them."""

# Fields that a redesign loses. Left out: `language` and `site_name`, which are always found somehow; `modified_at`
# and `pull_quotes`, which an article has when something was changed or repeated; `is_accessible_for_free`, which
# says more of the story than of the page. `title` is never absent: it counts as filled when no other article of the
# site has the same. `body` counts as filled when it is at least half as long as is usual on the site.
FIELDS: tuple[Figure, ...] = (
    "title",
    "description",
    "published_at",
    "authors",
    "body",
    "related",
    "section",
    "tags",
    "image_url",
)
# Outcomes by which an answer was of use.
FRUITFUL = ("article", "copy", "unchanged", "listing", "feed", "sitemap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """New articles of a day and a part of a site, or of several: those that were looked at, at most some a day."""

    articles: int = 0
    filled: Mapping[str, int] = field(default_factory=dict)
    """Field → how many of them have it."""
    words: int = 0
    """Of all their texts together."""

    def share(self, name: str) -> float:
        """Return the share that has a field."""
        return self.filled.get(name, 0) / self.articles if self.articles else 0.0

    @staticmethod
    def sum(tallies: Iterable[Tally]) -> Tally:
        """Return all of them together."""
        number = words = 0
        filled: dict[str, int] = {}
        for tally in tallies:
            number += tally.articles
            words += tally.words
            for name, count in tally.filled.items():
                filled[name] = filled.get(name, 0) + count
        return Tally(articles=number, filled=filled, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """24 hours of a site, counted back from the end of the file's last run."""

    age: int
    """0 for the last 24 hours, 1 for those before; days with the same remainder by 7 are the same weekday."""
    articles: int = 0
    """New articles of a recent date or of none."""
    older: int = 0
    """New articles with an older date: an archive that is read says nothing of what the site publishes."""
    outcomes: Mapping[str, int] = field(default_factory=dict)
    """Outcome → addresses; of `failed` and `disallowed`, which are asked again and again, the most of one run."""
    looked_at: Tally = Tally()
    """The last of `articles`."""
    parts: Mapping[str, Tally] = field(default_factory=dict)
    """Part of the site → those of `looked_at` that belong to it."""

    @property
    def weight(self) -> float:
        """How many articles one of those that were looked at stands for."""
        return self.articles / self.looked_at.articles if self.looked_at.articles else 1.0

    @property
    def is_fruitful(self) -> bool:
        """Whether any answer was of use."""
        return self.articles > 0 or any(self.outcomes.get(name) for name in FRUITFUL)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAsked:
    """The site's last runs within some hours."""

    at: str
    """When the last of them began, UTC. Example: `2026-01-09T06:00:00Z`."""
    runs: int = 1
    fruitful: int = 1
    """Those of them in which any answer was of use."""
    answers: Mapping[str, int] = field(default_factory=dict)
    """When none was: what came instead → addresses. Example: `{"HTTP 403": 4}`."""
    refused: int = 0
    """Those of the addresses at which the site said that it does not want us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """One site: the days on which it was asked, latest first."""

    site: str
    days: Sequence[Day]
    last_asked: LastAsked
