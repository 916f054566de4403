from __future__ import annotations

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, answer, link, visit

from pipelines.database import queries
from pipelines.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    store.put(visit(HARBOUR, "harbour", authors=("Ada Holm",), related=(link(TIDES),)))
    store.put(visit(TIDES, "tides", published_at="2025-08-10T06:00:00+02:00", title="Žižkov und die Flut"))
    store.put(visit("https://third.example/a", "bridge", published_at=None, claims="https://third.example/a"))
    store.put(visit(OTHER_SITE, "harbour"))
    store.put(answer("https://news.example/", "listing"))
    return store


def test_latest_is_newest_first_and_undated_last(filled: Store) -> None:
    rows = queries.latest_articles(filled.db, 5)
    assert [(row["title"], row["published_on"]) for row in rows] == [
        ("Žižkov und die Flut", "2025-08-10"),
        ("About the harbour", "2025-08-09"),
        ("About the bridge", None),
    ]
    assert [row["authors"] for row in rows] == [[], ["Ada Holm"], []]


def test_latest_walks_an_index(filled: Store) -> None:
    plan = filled.db.execute("EXPLAIN QUERY PLAN SELECT title FROM latest LIMIT 10").fetchall()
    assert "articles_by_day" in plan[0][3]
    assert len(plan) == 1 or "LAST TERM" in plan[1][3]


def test_site_summary(filled: Store) -> None:
    summary = {row["site"]: row for row in queries.site_summary(filled.db)}
    assert list(summary) == ["news.example", "third.example"]
    first = summary["news.example"]
    assert (first["articles"], first["copies"], first["first_day"], first["last_day"]) == (
        2, 0, "2025-08-09", "2025-08-10",
    )  # fmt: skip
    assert first["words"] > 100


def test_sites_are_summed_up_without_a_look_at_the_articles(filled: Store) -> None:
    asked: list[str] = []
    filled.db.conn.set_trace_callback(asked.append)
    queries.site_summary(filled.db)
    filled.db.conn.set_trace_callback(None)
    (sql,) = (sql for sql in asked if sql.startswith("SELECT site"))
    plan = [row[3] for row in filled.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert plan[0] == "SCAN articles USING COVERING INDEX articles_by_site"


def test_outcomes_totals_and_coverage(filled: Store) -> None:
    assert queries.outcome_counts(filled.db) == {"article": 3, "copy": 1, "listing": 1}
    assert queries.totals(filled.db) == {
        "articles": 3,
        "related_links": 1,
        "copies": 1,
        "revisions": 0,
        "pages": 5,
        "runs": 1,
    }
    coverage = queries.field_coverage(filled.db)
    assert coverage["published_at"] == pytest.approx(2 / 3)
    assert coverage["authors"] == coverage["related"] == pytest.approx(1 / 3)
    assert coverage["tags"] == 0


def test_coverage_of_nothing(store: Store) -> None:
    assert queries.field_coverage(store.db) == {}


def test_fields_are_counted_as_articles_come_change_and_go(filled: Store) -> None:
    def shares(*names: str) -> list[float]:
        coverage = queries.field_coverage(filled.db)
        return [round(3 * coverage[name]) for name in names]

    db = filled.db
    assert shares("published_at", "authors", "tags", "section") == [2, 1, 0, 0]
    db.execute(
        """UPDATE articles SET tags = '["tide"]', published_at = NULL, published_on = NULL WHERE title = 'About the harbour'"""
    )
    db.execute("UPDATE articles SET section = 'Coast'")
    assert shares("published_at", "authors", "tags", "section") == [1, 1, 1, 3]
    assert db.execute("SELECT sum(articles) FROM filled_fields").fetchone() == (3,)
    db.execute("DELETE FROM articles WHERE title = 'About the harbour'")
    coverage = queries.field_coverage(db)
    assert [coverage[name] for name in ("published_at", "authors", "tags", "section", "related")] == [
        0.5,
        0,
        0,
        1,
        0,
    ]


def test_coverage_is_read_from_what_triggers_counted_and_is_right_without(filled: Store) -> None:
    asked: list[str] = []
    filled.db.conn.set_trace_callback(asked.append)
    coverage = queries.field_coverage(filled.db)
    filled.db.conn.set_trace_callback(None)
    assert not any("avg(" in sql for sql in asked)
    filled.db.execute("DELETE FROM filled_fields")
    assert queries.field_coverage(filled.db) == pytest.approx(coverage)


def test_links_of_articles_that_are_gone_are_not_counted(filled: Store) -> None:
    filled.db.execute("PRAGMA foreign_keys = OFF")
    filled.db.execute("DELETE FROM articles WHERE title = 'About the harbour'")
    assert filled.db.execute("SELECT count(*) FROM related_links").fetchone() == (1,)
    assert queries.field_coverage(filled.db)["related"] == 0
