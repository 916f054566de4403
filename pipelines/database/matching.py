"""Which matches a search looks at: an expression of FTS5 and a selection in, the newest articles out. Reads only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
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
    window: int = 200_000
    """Articles that are looked through first, the newest, where all words of the query are such: a phrase of them may
    be rare, and FTS5 takes 7 ms to look at 100,000 articles that hold both words of one."""
    walked: int = 200_000
    """Matches that are looked through for those of a few sites or days, the newest: 40 to 60 ms."""
    few: int = 150_000
    """How many articles those are at most: SQLite puts their numbers by in 30 ms. Of others each match is asked."""


BOUNDS = Bounds()

MATCHING = """
SELECT {columns} FROM articles_fts WHERE articles_fts MATCH :match AND rowid BETWEEN :lowest AND :highest {selected}
ORDER BY rowid DESC LIMIT :most
"""
# What FTS5 ranks has to be counted in the whole file first, which takes as long as finding all of it; so each match is
# ranked as it is found, and not found once more for that.
RANKED = """
WITH newest AS MATERIALIZED ({matching})
SELECT number, (SELECT count(*) FROM newest), (SELECT min(number) FROM newest) FROM newest
ORDER BY score, number DESC LIMIT :shown
"""
# The index has all that is asked for; in the table each article is a page of its own.
OF_MANY = """AND EXISTS (
    SELECT 1 FROM articles INDEXED BY articles_by_number WHERE id = articles_fts.rowid AND {condition}
)"""
RANGE_OF_MANY = """
SELECT (SELECT min(id) FROM articles),
    (SELECT id FROM articles INDEXED BY articles_by_number WHERE {condition} ORDER BY id DESC LIMIT 1)
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
RANGE = "SELECT (SELECT min(id) FROM articles), (SELECT max(id) FROM articles)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for."""

    match: str
    """An expression of FTS5."""
    selection: Selection
    shown: int
    """How many articles are to be shown."""
    bounds: Bounds
    window: int | None = None
    """How many articles are looked through first; more only while fewer match than are to be shown. None: all."""

    @property
    def enough(self) -> int:
        """With how many it may stop."""
        return min(self.shown, self.bounds.ranked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What matches, or the newest of it."""

    ids: list[int] = field(default_factory=list)
    """The newest first."""
    is_cut: bool = False
    """Whether there may be older ones."""


def are_few(db: Database, wanted: Wanted) -> bool:
    """Tell whether the selected articles are so few that matches are looked up among them."""
    if wanted.selection == Selection():
        return False
    return bool(_one(db, ARE_FEW, wanted, few=wanted.bounds.few)[0])


def newest_of_few(db: Database, wanted: Wanted) -> Matches:
    """Look through the newest matches, and on through older ones while too few of them are selected."""
    lowest, highest = _range(db, wanted, RANGE_OF_FEW)
    found: list[int] = []
    ranked, walked, window = wanted.bounds.ranked, wanted.bounds.walked, wanted.window
    while highest >= lowest and len(found) < wanted.enough:
        low, window = _window(lowest, highest, window)
        number, oldest, selected = _one(db, OF_FEW, wanted, lowest=low, highest=highest, walked=walked)
        found += sorted(json.loads(selected), reverse=True)
        highest = (oldest if number == walked else low) - 1
    return Matches(ids=found[:ranked], is_cut=highest >= lowest or len(found) > ranked)


def newest(db: Database, wanted: Wanted) -> Matches:
    """Return the newest that match, `bounds.ranked` of them at most: FTS5 walks from the newest, and stops."""
    lowest, highest = _range(db, wanted)
    found: list[int] = []
    ranked, window = wanted.bounds.ranked, wanted.window
    while highest >= lowest and len(found) < wanted.enough:
        low, window = _window(lowest, highest, window)
        most = ranked + 1 - len(found)
        found += _matching(db, wanted, (low, highest), most)
        highest = low - 1
    return Matches(ids=found[:ranked], is_cut=highest >= lowest or len(found) > ranked)


def best_of_newest(db: Database, wanted: Wanted) -> tuple[list[int], int | None]:
    """Return the best of those as FTS5 ranks them, and of how many, where there are older ones; of all else None."""
    lowest, highest = _range(db, wanted)
    ranked = wanted.bounds.ranked
    matching = _matching_sql(wanted, "rowid AS number, rank AS score")
    values = _values(wanted, (lowest, highest), ranked)
    found = db.execute(RANKED.format(matching=matching), {**values, "shown": wanted.shown}).fetchall()
    if not found:
        return [], None
    best, (_, number, oldest) = [row[0] for row in found], found[0]
    is_cut = number == ranked and bool(_matching(db, wanted, (lowest, oldest - 1), 1))
    return best, ranked if is_cut else None


def _matching(db: Database, wanted: Wanted, within: tuple[int, int], most: int) -> list[int]:
    rows = db.execute(_matching_sql(wanted, "rowid"), _values(wanted, within, most))
    return [row[0] for row in rows]


def _matching_sql(wanted: Wanted, columns: str) -> str:
    selected = "" if wanted.selection == Selection() else OF_MANY.format(condition=wanted.selection.condition)
    return MATCHING.format(columns=columns, selected=selected)


def _values(wanted: Wanted, within: tuple[int, int], most: int) -> dict[str, Any]:
    values = {"match": wanted.match, "lowest": within[0], "highest": within[1], "most": most}
    return {**values, **wanted.selection.values}


def _range(db: Database, wanted: Wanted, sql: str | None = None) -> tuple[int, int]:
    """Return the lowest and the highest number that an article of the selection can have."""
    lowest, highest = _one(db, sql or (RANGE if wanted.selection == Selection() else RANGE_OF_MANY), wanted)
    return (1, 0) if lowest is None or highest is None else (lowest, highest)


def _window(lowest: int, highest: int, size: int | None) -> tuple[int, int | None]:
    """Return where a look through so many articles ends, and how many the next one takes."""
    return (lowest, None) if size is None else (max(lowest, highest - size + 1), 2 * size)


def _one(db: Database, sql: str, wanted: Wanted, **values: int) -> tuple[Any, ...]:
    sql = sql.format(condition=wanted.selection.condition)
    row: tuple[Any, ...] = db.execute(
        sql, {"match": wanted.match, **values, **wanted.selection.values}
    ).fetchone()
    return row
