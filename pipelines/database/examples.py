"""Queries to begin with, as the demo shows them, on one line each: they run on any copydesk file, by any tool."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """One query."""

    what: str
    """What it answers. Example: `The newest articles`."""
    sql: str
    """The query."""


EXAMPLES = (
    Example(
        "The newest articles",
        "SELECT published_on, title FROM latest LIMIT 5",
    ),
    Example(
        "Which stories the newsroom links to each other",
        "SELECT source_title AS article, target_title AS leads_to FROM related_graph"
        " ORDER BY source_title, position LIMIT 5",
    ),
    Example(
        "A search in headlines, standfirsts and texts, best match first",
        "SELECT a.published_on, a.title FROM articles_fts f JOIN articles a ON a.id = f.rowid"
        " WHERE articles_fts MATCH 'tide' ORDER BY f.rank LIMIT 5",
    ),
)
