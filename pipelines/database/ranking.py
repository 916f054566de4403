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
    walked: int = 200_000
    """Matches that are looked through for those of a few sites or days, the newest: 40 to 60 ms."""
    few: int = 150_000
    """How many articles those are at most: SQLite puts their numbers by in 30 ms. Of others each match is asked."""


BOUNDS = Bounds()

MATCHING = """
SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match {selected} ORDER BY rowid DESC LIMIT :limit
"""
# The index has all that is asked for; in the table each article is a page of its own.
OF_MANY = """AND rowid <= :highest AND EXISTS (
    SELECT 1 FROM articles INDEXED BY articles_by_number WHERE id = articles_fts.rowid AND {condition}
)"""
NEWEST_OF_MANY = """
SELECT id FROM articles INDEXED BY articles_by_number WHERE {condition} ORDER BY id DESC LIMIT 1
"""
# Together in one look: how many matches that was, the oldest of them, and those that are selected.
OF_FEW = """
SELECT count(*), min(number), json_group_array(number) FILTER (
    WHERE number IN (SELECT id FROM articles WHERE {condition})
) FROM (
    SELECT rowid AS number FROM articles_fts WHERE articles_fts MATCH :match AND rowid BETWEEN :lowest AND :highest
    ORDER BY rowid DESC LIMIT :walked
)
"""
RANGE_OF_FEW = "SELECT min(id), max(id) FROM articles WHERE {condition}"
ARE_FEW = "SELECT count(*) <= :few FROM (SELECT 1 FROM articles WHERE {condition} LIMIT :few + 1)"
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
    among, is_cut = _newest(db, all_of(phrases), selection, limit, bounds)
    return Ranking(
        ids=_best(db, _telling(db, phrases, bounds), phrases, among, limit) if among else [],
        most=len(among) if is_cut else None,
    )


def _newest(
    db: Database, match: str, selection: Selection, limit: int, bounds: Bounds
) -> tuple[list[int], bool]:
    """Return the newest articles of the selection that match, and whether there may be older ones.

    FTS5 walks from the newest, and stops.
    """
    values = {"match": match, "limit": bounds.ranked + 1, "few": bounds.few, **selection.values}
    if selection == Selection():
        return _cut(_ids(db, MATCHING.format(selected=""), values), bounds)
    if db.execute(ARE_FEW.format(condition=selection.condition), values).fetchone()[0]:
        return _newest_of_few(db, selection, values, limit, bounds)
    newest = db.execute(NEWEST_OF_MANY.format(condition=selection.condition), values).fetchone()
    sql = MATCHING.format(selected=OF_MANY.format(condition=selection.condition))
    return _cut(_ids(db, sql, {**values, "highest": newest[0]}), bounds)


def _newest_of_few(
    db: Database, selection: Selection, values: dict[str, Any], limit: int, bounds: Bounds
) -> tuple[list[int], bool]:
    """Look through the newest matches, and on through older ones while too few of them are selected."""
    found: list[int] = []
    lowest, highest = db.execute(RANGE_OF_FEW.format(condition=selection.condition), values).fetchone()
    values = {**values, "lowest": lowest, "highest": highest}
    sql, walked = OF_FEW.format(condition=selection.condition), bounds.walked
    while walked == bounds.walked and len(found) < min(limit, bounds.ranked):
        walked, oldest, selected = db.execute(sql, {**values, "walked": bounds.walked}).fetchone()
        found += sorted(json.loads(selected), reverse=True)
        values = {**values, "highest": (oldest or 0) - 1}
    among, is_cut = _cut(found, bounds)
    return among, is_cut or walked == bounds.walked


def _cut(newest: list[int], bounds: Bounds) -> tuple[list[int], bool]:
    return newest[: bounds.ranked], len(newest) > bounds.ranked


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
