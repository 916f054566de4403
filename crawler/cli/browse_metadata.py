"""What Datasette is told of a file: names, facets, searching and queries to begin with; data only."""

from __future__ import annotations

import re
from typing import Any

from pipelines.database.examples import EXAMPLES
from pipelines.database.questions import QUESTIONS

SEARCHED = {"fts_table": "articles_fts", "fts_pk": "id"}
TABLES: dict[str, dict[str, Any]] = {
    "articles": {
        "description": "One row is one distinct article.",
        "label_column": "title",
        "sort_desc": "published_on",
        "facets": ["site", "language", "section"],
        **SEARCHED,
    },
    "latest": {
        "description": "All articles, newest first.",
        "facets": ["site", "published_on"],
        **SEARCHED,
    },
    "related_links": {
        "description": "One row is one related link of an article, as the newsroom chose it.",
        "facets": ["kind"],
    },
    "related_graph": {"description": "One row is one edge between two stored articles."},
    "text_keys": {"description": "One row is one key by which nearly the same texts are found."},
    "article_links": {
        "description": "Each article with the links out of it and into it.",
        # By its links it would take minutes in a file of a million.
        "sort_desc": "published_on",
    },
    "copies": {
        "description": "Another address with the same or nearly the same text.",
        "sort_desc": "seen_at",
        "facets": ["kind", "site"],
    },
    "revisions": {"description": "An earlier text of an article that changed.", "sort_desc": "seen_at"},
    "pages": {
        "description": "One address that was met, with what became of it last.",
        "sort_desc": "fetched_at",
        "facets": ["outcome", "status"],
    },
    "runs": {"description": "One run of a command.", "sort_desc": "id", "facets": ["command", "status"]},
}
WORD = re.compile(r"\w+")
# What serves the file itself.
HIDDEN = (
    "article_changes",
    "export_cursors",
    "bands",
    "new_bands",
    "bands_merge",
    "filled_fields",
    "frontier",
    "sources",
    "search_backlog",
    "lastmod_sources",
    "_sqlite_migrations",
)


def metadata(name: str) -> dict[str, Any]:
    """Return the metadata for the database that Datasette calls by this name."""
    queries = {
        "-".join(WORD.findall(example.what.lower())): {"title": example.what, "sql": example.sql}
        for example in (*EXAMPLES, *QUESTIONS)
    }
    tables = TABLES | {table: {"hidden": True} for table in HIDDEN}
    return {
        "title": "copydesk",
        "databases": {name: {"tables": tables, "queries": queries}},
    }
