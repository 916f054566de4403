"""The graph as views: its edges and each article's links, also in files of the schema before, also in big ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from old_files import insert_article, version_1
from store_samples import HARBOUR, OTHER_SITE, TIDES, body, link, visit

from crawler.errors import DatabaseError
from crawler.urls import address_key
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.migrations import SCHEMA_VERSION, migrations, user_version
from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]
BRIDGE = "https://news.example/2025/bridge"
NOWHERE = "https://news.example/2025/unknown"
EDGES = "SELECT source_id, target_id, position, kind, link_title FROM related_graph ORDER BY 1, 3"
COUNTS = "SELECT id, links_out, links_out_stored, links_in FROM article_links ORDER BY id"


def put_graph(store: Store) -> None:
    """Harbour (1) leads twice to the tides, to the bridge, to itself and to the unknown; tides (2) back; bridge (3)."""
    twice = (link(f"{TIDES}/amp", "First"), link(None, "No address"), link(TIDES, "Again"))
    more = (link(OTHER_SITE, "Itself, elsewhere"), link(BRIDGE, "Bridge"), link(NOWHERE))
    store.put(visit(HARBOUR, "harbour", related=(*twice, *more)))
    store.put(visit(OTHER_SITE, "harbour"))
    store.put(visit(TIDES, "tides", related=(link(HARBOUR, "Back"),)))
    store.put(visit(BRIDGE, "bridge"))


def test_an_edge_is_a_pair_of_stored_articles_once_and_never_a_loop(store: Store, rows: Ask) -> None:
    put_graph(store)
    assert rows(EDGES) == [
        (1, 2, 1, "block", "First"),
        (1, 3, 5, "block", "Bridge"),
        (2, 1, 1, "block", "Back"),
    ]
    assert rows("SELECT target_id FROM related_links WHERE url = ?", OTHER_SITE) == [(1,)]
    assert rows(
        "SELECT source_url, source_title, target_url, target_title FROM related_graph WHERE source_id = 2"
    ) == [(TIDES, "About the tides", HARBOUR, "About the harbour")]


def test_each_article_has_its_counts(store: Store, rows: Ask) -> None:
    put_graph(store)
    assert rows(COUNTS) == [(1, 5, 2, 1), (2, 1, 1, 1), (3, 0, 0, 1)]
    assert rows("SELECT url, site, title, published_on FROM article_links WHERE id = 3") == [
        (BRIDGE, "news.example", "About the bridge", "2025-08-09")
    ]


QUESTIONS = [
    "SELECT * FROM related_graph WHERE source_id = 1",
    "SELECT * FROM related_graph WHERE target_id = 1",
    "SELECT * FROM related_graph WHERE source_url = 'https://news.example/1'",
    "SELECT * FROM article_links WHERE id = 1",
    "SELECT * FROM article_links WHERE url = 'https://news.example/1'",
]


@pytest.mark.parametrize("sql", QUESTIONS)
@pytest.mark.parametrize("analyzed", [False, True])
def test_a_question_about_one_article_reads_no_table_whole(
    store: Store, rows: Ask, sql: str, analyzed: bool
) -> None:
    for number in range(30):
        ahead = tuple(link(f"https://news.example/{number + step}") for step in range(1, 6))
        text = f"{body('tides')} Edition {number}."
        store.put(visit(f"https://news.example/{number}", body=text, related=ahead))
    if analyzed:
        store.db.execute("ANALYZE")
    plan = [row[3] for row in rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert plan
    assert not [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE FOR GROUP BY" in step], plan


def make_version_1(path: Path) -> None:
    """A file as the first release wrote it; where its links lead is wrong or missing, as it could be."""
    with version_1(path) as db:
        for number, url in enumerate((HARBOUR, TIDES), 1):
            insert_article(db, number, url)
        links = [(1, f"{TIDES}/amp", None), (2, HARBOUR, 2), (3, NOWHERE, 1), (4, None, None)]
        for position, url, target in links:
            key = address_key(url) if url else None
            db.execute(
                "INSERT INTO related_links VALUES (1, ?, ?, ?, 'Teaser', NULL, NULL, 'block', ?)",
                (position, url, key, target),
            )


def test_a_file_of_the_version_before_is_migrated_with_its_links_put_right(path: Path) -> None:
    make_version_1(path)
    with pytest.raises(DatabaseError, match="older schema 1"):
        open_readonly(path)
    db = open_database(path)
    assert user_version(db) == SCHEMA_VERSION
    assert [step.name for step in migrations.applied(db)][:2] == ["0001_first_schema", "0002_related_graph"]
    assert db.execute("SELECT target_id FROM related_links ORDER BY position").fetchall() == [
        (2,), (1,), (None,), (None,),
    ]  # fmt: skip
    assert db.execute(EDGES).fetchall() == [(1, 2, 1, "block", "Teaser")]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    with Store(path, command="test") as store:
        store.put(visit(NOWHERE, "bridge"))
        assert store.db.execute(EDGES).fetchall() == [
            (1, 2, 1, "block", "Teaser"),
            (1, 3, 3, "block", "Teaser"),
        ]


def test_a_migrated_file_has_the_schema_of_a_new_one(path: Path, tmp_path: Path) -> None:
    make_version_1(path)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%sqlite%' AND name <> 'once' ORDER BY 1, 2"
    migrated, new = open_database(path), open_database(tmp_path / "new.db")
    assert migrated.execute(schema).fetchall() == new.execute(schema).fetchall()


def test_a_migration_that_fails_leaves_the_version_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_version_1(path)
    broken = "CREATE VIEW related_graph AS SELECT 1; SELECT broken;"
    monkeypatch.setattr("pipelines.database.migrations.VERSION_2", broken)
    with pytest.raises(sqlite3.OperationalError, match="broken"):
        open_database(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'view'").fetchone() == (1,)
