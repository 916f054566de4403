"""The schema's version 9 as SQL: a site's new articles by the moment they came."""

from __future__ import annotations

# What `check` and `stats` count by day stands in the index, so that no article is read for it.
VERSION_9 = """
CREATE INDEX articles_by_first_seen ON articles(site, first_seen_at, published_on);
"""
