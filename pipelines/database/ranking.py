"""Which articles a search shows: phrases of FTS5 in, the best of the articles that hold them out. Reads only.

BM25 looks at every match: 1.5 µs each, so that a word of every other article costs most of a second in a file of a
million. What is bounded is how many are looked at (`matching`); whatever fewer articles hold is ranked as ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipelines.database.matching import Bounds, Wanted, are_few, best_of_newest, newest, newest_of_few
from pipelines.database.selection import Selection

# `+` keeps FTS5 from looking each number up by itself, and from ranking what is not asked for.
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
    most: int | None = None
    """Of how many that match these are the best, where older ones were not looked at; None where all were."""


Phrases = Mapping[str, Sequence[str]]
"""Phrases in FTS5's language, each with its words as phrases of their own."""


def rank(db: Database, phrases: Phrases, selection: Selection, limit: int, bounds: Bounds) -> Ranking:
    """Return the best of the articles that hold all phrases; of many, the best of the newest `bounds.ranked`.

    Of equally good ones the newer comes first; new is what was stored last.
    """
    telling = _telling(db, phrases, bounds)
    window = None if telling else bounds.window
    wanted = Wanted(match=all_of(phrases), selection=selection, shown=limit, bounds=bounds, window=window)
    is_of_few = are_few(db, wanted)
    if len(telling) == len(phrases) and not is_of_few:
        best, most = best_of_newest(db, wanted)
        return Ranking(ids=best, most=most)
    found = newest_of_few(db, wanted) if is_of_few else newest(db, wanted)
    return Ranking(
        ids=_best(db, telling, phrases, found.ids, limit) if found.ids else [],
        most=len(found.ids) if found.is_cut else None,
    )


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
