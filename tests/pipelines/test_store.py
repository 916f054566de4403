from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, answer, article, body, link, visit

from crawler.errors import DatabaseBusyError
from crawler.items import Provenance
from pipelines.database.connection import open_readonly
from pipelines.database.queries import latest_runs, totals
from pipelines.store import Store

EVERYTHING = {
    "description": "A standfirst.",
    "published_at": "2025-08-09T23:30:00-05:00",
    "modified_at": "2025-08-10",
    "authors": ("Ada Holm", "Jo Żak"),
    "tags": ("harbour", "storm"),
    "pull_quotes": ("Nobody had seen it.",),
    "section": "Local",
    "language": "en",
    "image_url": "https://news.example/i.jpg",
    "site_name": "The Gazette",
    "is_accessible_for_free": False,
    "provenance": {"title": Provenance("json-ld", 0.95)},
}


def test_every_field_has_its_column(store: Store) -> None:
    store.put(visit(**EVERYTHING))
    (row,) = store.db.query("SELECT * FROM articles")
    stored = article(**EVERYTHING)
    same = ["url", "title", "description", "published_at", "modified_at", "body", "body_markdown", "section"]
    same += ["language", "image_url", "site_name", "word_count", "content_hash"]
    assert {name: row[name] for name in same} == {name: getattr(stored, name) for name in same}
    assert {name: json.loads(row[name]) for name in ("authors", "tags", "pull_quotes", "provenance")} == {
        "authors": ["Ada Holm", "Jo Żak"],
        "tags": ["harbour", "storm"],
        "pull_quotes": ["Nobody had seen it."],
        "provenance": {"title": {"source": "json-ld", "confidence": 0.95}},
    }
    assert (row["site"], row["published_on"], row["is_accessible_for_free"]) == (
        "news.example",
        "2025-08-09",
        0,
    )
    assert (row["revision"], row["first_seen_at"], row["last_seen_at"]) == (1, *["2026-01-01T00:00:00Z"] * 2)


def test_absent_fields_are_null(store: Store) -> None:
    store.put(visit(published_at=None))
    (row,) = store.db.query("SELECT * FROM articles")
    empty = {name for name, value in row.items() if value is None}
    assert empty == {"description", "published_at", "published_on", "modified_at", "language", "section"} | {
        "image_url",
        "site_name",
        "is_accessible_for_free",
        "spaced_title",
        "spaced_text",
        "gone_at",
    }


def test_a_second_run_adds_nothing_and_says_so(path: Path) -> None:
    visits = [
        visit(HARBOUR, "harbour", related=(link(TIDES), link(None))),
        visit(OTHER_SITE, "harbour"),
        visit(TIDES, "tides", aliases=("https://news.example/t",)),
        visit(TIDES, "tides", body=body("tides", changed=3)),
        answer("https://news.example/", "listing"),
    ]
    # From disk there is no status, and the time of the run stands for the time of the page.
    seen = []
    for day in (1, 2, 3):
        with Store(path, command="ingest") as store:
            for one in visits:
                late = f"2026-02-0{day}T00:00:00Z"
                store.put(type(one)(**{**_fields(one), "status": None, "fetched_at": late}))
            seen.append((dict(store.counts), totals(store.db), _dump(store)))
    assert seen[0][0]["articles_new"] == 2
    assert {name: count for name, count in seen[1][0].items() if count} == {
        "unchanged": 5,
        "listing": 1,
        "redirects": 1,
    }
    assert seen[0][2] == seen[1][2] == seen[2][2]


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}  # type: ignore[attr-defined]


def _dump(store: Store) -> list[tuple[object, ...]]:
    sql = (
        "SELECT id, url, body, revision, content_hash FROM articles"
        " UNION ALL SELECT article_id, url, title, position, target_id FROM related_links"
        " UNION ALL SELECT article_id, url, body, similarity, kind FROM copies"
        " UNION ALL SELECT article_id, title, body, revision, seen_at FROM revisions"
    )
    return store.db.execute(sql).fetchall()


def test_counts_of_the_run_are_kept_by_outcome_and_site(path: Path) -> None:
    with Store(path, command="crawl news.example", version="9.9") as store:
        store.put(visit(HARBOUR, related=(link(TIDES),)))
        store.put(visit(OTHER_SITE))
        store.put(answer("https://other.example/x", "failed", reason="HTTP 500"))
        store.note_skipped(3)
    (run,) = latest_runs(open_readonly(path))
    assert (run["command"], run["version"], run["status"]) == ("crawl news.example", "9.9", "done")
    assert run["finished_at"] >= run["started_at"]
    assert run["counts"] == {
        "article": 1,
        "copy": 1,
        "failed": 1,
        "articles_new": 1,
        "revisions": 0,
        "related_links": 1,
        "redirects": 0,
        "skipped": 3,
        "sites": {
            "news.example": {"article": 1, "articles_new": 1},
            "other.example": {"copy": 1, "failed": 1},
        },
    }


@pytest.mark.parametrize(
    ("error", "status"), [(None, "done"), (ValueError, "failed"), (KeyboardInterrupt, "interrupted")]
)
def test_a_run_ends_truthfully(path: Path, error: type[BaseException] | None, status: str) -> None:
    try:
        with Store(path, command="test") as store:
            store.put(visit())
            if error:
                raise error
    except (ValueError, KeyboardInterrupt):
        pass
    (run,) = latest_runs(open_readonly(path))
    assert (run["status"], run["counts"]["articles_new"]) == (status, 1)


def test_a_second_run_at_the_same_time_is_refused_at_once(path: Path, tmp_path: Path) -> None:
    other_name = tmp_path / "link.db"
    other_name.symlink_to(path)
    with Store(path, command="first") as store:
        for name in (path, other_name):
            with pytest.raises(DatabaseBusyError, match="another run"), Store(name, command="second"):
                pass
        store.put(visit())
    with Store(path, command="third") as store:
        assert [run["command"] for run in latest_runs(store.db)] == ["third", "first"]


def test_a_failing_put_leaves_nothing(store: Store) -> None:
    store.put(visit(TIDES, "tides"))
    before, counted = totals(store.db), dict(store.counts)
    # The last write of a put: all the others have been made when it fails.
    store.db.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON related_links WHEN new.position = 2"
        " BEGIN SELECT raise(ABORT, 'refused by the test'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="refused by the test"):
        store.put(visit(HARBOUR, "harbour", related=(link(TIDES), link(None))))
    assert (totals(store.db), dict(store.counts)) == (before, counted)
    assert store.db.execute(
        "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ferries'"
    ).fetchone() == (0,)
    store.db.execute("DROP TRIGGER refuse")
    assert store.put(visit(HARBOUR, "harbour", related=(link(TIDES), link(None)))).outcome == "article"


def test_a_reader_sees_whole_articles_only_and_never_waits(store: Store, path: Path) -> None:
    reader = open_readonly(path)
    for number in range(20):
        url = f"https://news.example/{number}"
        text = f"{body('tides')} Edition {number}."
        store.put(visit(url, body=text, title=f"Edition {number}", related=(link(TIDES), link(HARBOUR))))
        store.flush()
        reader.execute("BEGIN")
        count = reader.execute("SELECT count(*) FROM articles").fetchone()[0]
        store.put(visit(url + "-copy", body=text))
        assert reader.execute("SELECT count(*), count(target_id) FROM related_links").fetchone() == (
            2 * count,
            0,
        )
        assert reader.execute("SELECT count(*) FROM pages WHERE outcome = 'article'").fetchone() == (count,)
        reader.execute("COMMIT")
    assert count == 20


HOSTILE = [
    ("lone surrogate", "tide \ud83d"),
    ("null byte", "tide\0"),
    ("every kind of control", "".join(map(chr, range(1, 32)))),
    ("quotes and SQL", "'; DROP TABLE articles; --\""),
    ("astral and right-to-left", "😀 \u202e שלום"),
]


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_any_text_can_be_stored_and_met_again(store: Store, name: str, text: str) -> None:
    values = {
        "title": f"T {text}",
        "body": f"{body('tides')} {text}",
        "description": text,
        "authors": (text,),
    }
    values |= {"tags": (text,), "related": (link(None, text),), "provenance": {text: Provenance(text, 1.0)}}
    hostile = visit("https://news.example/x", **values, reason=text, etag=text)
    assert store.put(hostile).outcome == "article"
    assert store.put(hostile).outcome == "unchanged"
    assert store.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
