"""The README's queries stay quick in a file of any size: none reads the whole of a table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from old_files import insert_article, version_1
from readme_queries import readme_queries

from pipelines.database.connection import open_database
from pipelines.database.questions import QUESTIONS
from pipelines.store import Store

QUERIES = readme_queries()
VALUES = dict.fromkeys(("site", "since", "words", "url", "run", "change"), "1")
# The full-text index is asked for what matches, `json_each` and subqueries give what they were given.
BOUNDED = re.compile(r"SCAN (articles_fts VIRTUAL TABLE INDEX \S*M|site VIRTUAL TABLE)")


def test_there_are_ten() -> None:
    assert len(QUERIES) == 10


def test_datasette_offers_the_same() -> None:
    assert {question.what: question.sql for question in QUESTIONS} == QUERIES


def plan(store: Store, sql: str) -> list[str]:
    return [row[3] for row in store.db.execute(f"EXPLAIN QUERY PLAN {sql}", VALUES)]


@pytest.mark.parametrize("what", QUERIES)
def test_none_reads_a_whole_table(store: Store, what: str) -> None:
    steps = plan(store, QUERIES[what])
    assert [step for step in steps if step.startswith("SCAN") and not BOUNDED.match(step)] == []
    assert any(step.startswith("SEARCH") for step in steps)


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("a day and site", "COVERING INDEX articles_by_day_and_site"),
        ("newest articles of a site", "articles_by_site (site=? AND published_on>?)"),
        ("gave no article", "pages_by_outcome (outcome=? AND fetched_at>?)"),
    ],
)
def test_days_are_found_by_an_index(store: Store, words: str, index: str) -> None:
    (sql,) = (sql for what, sql in QUERIES.items() if words in what)
    assert any(index in step for step in plan(store, sql))


def test_a_file_of_the_first_version_gets_the_same_indexes(path: Path, store: Store) -> None:
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('articles', 'pages') ORDER BY 1"
    old = path.with_name("old.db")
    with version_1(old) as db:
        insert_article(db, 1, "https://news.example/1")
    assert open_database(old).execute(sql).fetchall() == store.db.execute(sql).fetchall()
