"""docs/database.md says of every table and column what it means, of no other, and its queries run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from store_samples import visit

from crawler.items import Outcome
from pipelines.store import Store

TEXT = (Path(__file__).parents[2] / "docs" / "database.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))
QUERIES = re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)
# SQLite's and sqlite-utils' own: the index's shadow tables, the record of migrations.
INTERNAL = re.compile(r"sqlite_|_sqlite_|articles_fts_")


def documented(section: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \| .{6,}\|$", section, re.MULTILINE)


def tables(store: Store) -> Iterator[str]:
    for (name,) in store.db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"):
        if not INTERNAL.match(name):
            yield name


def test_every_table_and_view_has_its_section(store: Store) -> None:
    assert set(SECTIONS) == set(tables(store))


def test_every_column_is_documented_in_order(store: Store) -> None:
    for name in set(tables(store)) - {"latest"}:
        columns = [row[1] for row in store.db.execute(f"PRAGMA table_info({name})")]
        assert documented(SECTIONS[name]) == columns, name


def test_every_outcome_and_count_is_named(store: Store) -> None:
    for outcome in get_args(Outcome):
        assert f"`{outcome}`" in SECTIONS["pages"], outcome
    for count in {*store.summary(), "articles_new"}:
        assert f"`{count}`" in SECTIONS["runs"], count


@pytest.mark.parametrize("sql", QUERIES, ids=[str(number) for number in range(len(QUERIES))])
def test_the_queries_run(store: Store, sql: str) -> None:
    store.put(visit())
    store.db.execute(sql).fetchall()


def test_there_are_queries_to_try() -> None:
    assert len(QUERIES) >= 5
