"""Searching: words as a person types them in, articles with the passage that was found out. Reads only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipelines.database.matching import BOUNDS, Bounds
from pipelines.database.ranking import all_of, rank
from pipelines.database.rows import storable
from pipelines.database.selection import Selection
from pipelines.database.spacing import closed, narrow, spaced

# A phrase in quotes, or what stands between spaces; a quote that nobody closed reaches to the end.
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
# Far more than a person types; FTS5 takes no expression of any length.
MOST_TERMS = 64
# How much is shown with what was found, in words; a CJK character is one.
WORDS, CHARACTERS = 16, 48

SHOWN = """
SELECT id, url, site, articles.title, published_at, published_on, gone_at,
    snippet(articles_fts, -1, char(2), char(3), '…', :around) AS snippet
FROM articles_fts CROSS JOIN articles ON articles.id = articles_fts.rowid
WHERE articles_fts MATCH :match AND articles_fts.rowid = :id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found."""

    rows: list[dict[str, Any]]
    """The articles, best first: `id`, `url`, `site`, `title`, `published_at`, `published_on`, `gone_at`,
    `snippet`."""
    most: int | None = None
    """Of how many articles these are the best, the newest; None where they are the best of all that match."""


def terms(query: str) -> list[str]:
    """Return the words and phrases of a query; what holds neither letter nor digit is none.

    >>> terms('tide "twice at  night" & "')
    ['tide', 'twice at night']
    """
    found = (" ".join((phrase or word).split()) for phrase, word in TERM.findall(query.replace("\0", " ")))
    return [term for term in found if any(map(str.isalnum, term))]


def search(
    db: Database, query: str, selection: Selection | None = None, limit: int = 10, bounds: Bounds = BOUNDS
) -> Found:
    """Return the articles that hold all words and phrases of the query, best first.

    `snippet` is the passage with what was found in [brackets]. Case and diacritics do not matter; words are taken
    literally, but for "phrases in quotes". Words past MOST_TERMS are not asked for.
    """
    wanted = terms(storable(query))[:MOST_TERMS]
    if not wanted:
        return Found(rows=[])
    phrases = {_phrase(term): list(map(_phrase, _words(term))) for term in wanted}
    ranking = rank(db, phrases, selection or Selection(), limit, bounds)
    around = CHARACTERS if any(map(spaced, wanted)) else WORDS
    values = {"match": all_of(phrases), "around": around}
    rows = (row for number in ranking.ids for row in db.query(SHOWN, {**values, "id": number}))
    return Found(
        rows=[{**row, "snippet": _readable(row["snippet"])} for row in rows],
        most=ranking.most,
    )


def _phrase(term: str) -> str:
    """Return a term in FTS5's language: nothing in quotes has a meaning there."""
    apart = spaced(term)
    quoted = '"' + (apart or narrow(term)).replace('"', '""') + '"'
    return f"{{spaced_title spaced_text}} : {quoted}" if apart else quoted


def _words(term: str) -> list[str]:
    return (spaced(term) or term).split()


def _readable(snippet: str) -> str:
    return " ".join(closed(snippet).replace("\x02", "[").replace("\x03", "]").split())
