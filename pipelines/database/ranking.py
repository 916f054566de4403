"""Which articles a search shows: phrases of FTS5 in, the best of the articles that hold them out. Reads only.

BM25 looks at every match: 1.5 µs each, so that a word of every other article costs most of a second in a file of a
million. What is bounded here is how many are looked at; whatever fewer articles hold is ranked as ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipelines.database.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a search looks at."""

    ranked: int = 10_000
    """Matches that are ranked, the newest. 10,000 take 15 ms."""
    large: int = 200_000
    """From how many articles on words of every other one have no part in the ranking: 10 to 20 ms each, or more."""


BOUNDS = Bounds()

MATCHING = """
SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match {selected} ORDER BY rowid DESC LIMIT :limit
"""
# `+` keeps both from the index: it would look each number up by itself, and rank what is not asked for.
SELECTED = "AND rowid BETWEEN :lowest AND :highest AND +rowid IN (SELECT id FROM articles WHERE {condition})"
RANKED = """
SELECT rowid FROM articles_fts
WHERE articles_fts MATCH :match AND rowid BETWEEN :lowest AND :highest
    AND +rowid IN (SELECT value FROM json_each(:among))
ORDER BY +rank, rowid DESC LIMIT :limit
"""
WITHIN = (
    "SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match AND rowid BETWEEN :lowest AND :highest"
)
HEADLINE = "{title spaced_title}"
FREQUENT = """
SELECT 1 FROM articles_fts WHERE articles_fts MATCH :match AND rowid > :after LIMIT 1 OFFSET :others
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """What a search found."""

    ids: list[int]
    """The articles to show, best first."""
    is_cut: bool
    """Whether more match than were ranked: older ones, which are not among `ids`."""


Phrases = Mapping[str, Sequence[str]]
"""Phrases in FTS5's language, each with its words as phrases of their own."""


def rank(db: Database, phrases: Phrases, selection: Selection, limit: int, bounds: Bounds) -> Ranking:
    """Return the best of the articles that hold all phrases; of many, the best of the newest `bounds.ranked`.

    Of equally good ones the newer comes first; new is what was stored last.
    """
    newest = _newest(db, all_of(phrases), selection, bounds.ranked + 1)
    among = newest[: bounds.ranked]
    return Ranking(
        ids=_best(db, _telling(db, phrases, bounds), phrases, among, limit) if among else [],
        is_cut=len(newest) > len(among),
    )


def _newest(db: Database, match: str, selection: Selection, limit: int) -> list[int]:
    """Return the newest articles of the selection that match; FTS5 walks from the newest, and stops."""
    values = {"match": match, "limit": limit}
    if selection == Selection():
        return _ids(db, MATCHING.format(selected=""), values)
    among = f"SELECT min(id), max(id) FROM articles WHERE {selection.condition}"
    lowest, highest = db.execute(among, selection.values).fetchone()
    if lowest is None:
        return []
    sql = MATCHING.format(selected=SELECTED.format(condition=selection.condition))
    return _ids(db, sql, {**values, **selection.values, "lowest": lowest, "highest": highest})


def _telling(db: Database, phrases: Phrases, bounds: Bounds) -> list[str]:
    """Return the phrases that tell articles apart: those with a word that not every other article has.

    BM25 gives what stands in more than half of the articles no weight, but counts it in the whole file to find that
    out, and a phrase of such words takes longer still. In a large file the newest articles tell.
    """
    last = db.execute("SELECT max(id) FROM articles").fetchone()[0] or 0
    if last < bounds.large:
        return list(phrases)
    seen = {"after": last - 2 * bounds.ranked, "others": bounds.ranked}

    def is_frequent(word: str) -> bool:
        return bool(db.execute(FREQUENT, {"match": word, **seen}).fetchone())

    return [phrase for phrase, words in phrases.items() if not all(map(is_frequent, words))]


def _best(
    db: Database, telling: Sequence[str], phrases: Phrases, among: Sequence[int], limit: int
) -> list[int]:
    """Return the best of these articles, which come newest first; where no phrase tells, headlines before texts."""
    values: dict[str, Any] = {"lowest": among[-1], "highest": among[0]}
    if telling:
        values |= {"match": all_of(telling), "among": json.dumps(among), "limit": limit}
        return _ids(db, RANKED, values)
    values |= {"match": f"{HEADLINE} : ({all_of(phrases)})"}
    in_headline = set(_ids(db, WITHIN, values))
    return sorted(among, key=lambda number: number not in in_headline)[:limit]


def all_of(phrases: Iterable[str]) -> str:
    """Return the expression for what holds all of these."""
    return " AND ".join(phrases)


def _ids(db: Database, sql: str, values: dict[str, Any]) -> list[int]:
    return [row[0] for row in db.execute(sql, values)]
