"""Thresholds of `check`: what is a drop, what is enough past, each with its reason; a user's own in their place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What may be set; the defaults were silent on 210 made-up months (benchmarks/check.py)."""

    articles_drop: float = 0.8
    """Articles a day are broken when so large a part of them is gone. A holiday takes two thirds of them."""
    field_drop: float = 0.5
    """A field is broken when so large a part of the articles that had it lost it."""
    min_days: int = 14
    """Days of past that are enough: each weekday twice."""
    min_articles: int = 10
    """Articles of past that are enough."""


# So improbable must it be that what is seen is chance. For articles a day the mean is taken low already; fields are
# many on a site of many parts.
CHANCE_OF_ARTICLES = 1e-4
CHANCE_OF_FIELDS = 1e-6
# What came lately is looked at over the last so many days on which the site was asked; the longer ones are for sites
# with an article or two a week.
WINDOWS = (1, 2, 3, 4, 5, 7, 10, 14, 21, 28, 42)
FIELD_WINDOWS = (1, 2, 3, 5, 7, 14, 28)
# Days before those that they are compared with: weeks, so that each weekday counts alike.
PAST_DAYS = 84
FIELD_PAST_DAYS = 42
# How many days are read.
DAYS = max(WINDOWS) + PAST_DAYS
FIELD_DAYS = max(FIELD_WINDOWS) + FIELD_PAST_DAYS
# A site that nobody asked for so many days is not compared.
ASKED_WITHIN = 8
