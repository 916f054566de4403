"""Archived pages that were parsed again: copies, other addresses, and which answer has the text that stands."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from store_samples import HARBOUR, OTHER_SITE, answer, body, link, visit

from pipelines.database import watching
from pipelines.database.archived import archives
from pipelines.database.connection import open_database
from pipelines.database.runs import open_run
from pipelines.doctor import examine
from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]

COPY = "SELECT kind, similarity, title, published_at, body IS NULL, seen_at FROM copies WHERE url = ?"
JUNK = "\n\nSign up for the letter of the harbour master and his four sons, who write it by turns every week."


def is_sound(path: Path) -> bool:
    return all(finding.state != "problem" for finding in examine(path, deep=True))


# ── copies ──


def test_copies_are_compared_with_what_their_article_is_now(store: Store, rows: Ask, path: Path) -> None:
    store.put(visit(HARBOUR, body=body("harbour") + JUNK, day=1))
    store.put(visit(OTHER_SITE, body=body("harbour"), day=2))
    assert rows("SELECT kind FROM copies") == [("near",)]
    renewed = store.renew(visit(HARBOUR, body=body("harbour"), day=1))
    assert (renewed.visit.outcome, renewed.changed) == ("article", ("body", "body_markdown"))
    assert rows(COPY, OTHER_SITE) == [
        ("exact", 1.0, "About the harbour", "2025-08-09", 1, "2026-01-02T00:00:00Z")
    ]
    assert is_sound(path)


def test_a_copy_is_updated_in_its_place(store: Store, rows: Ask, path: Path) -> None:
    store.put(visit(HARBOUR, day=1))
    store.put(visit(OTHER_SITE, title="OLD: About", body=body("harbour") + JUNK, published_at=None, day=2))
    again = visit(OTHER_SITE, day=2)
    renewed = store.renew(again)
    assert renewed.visit.outcome == "copy"
    assert set(renewed.changed) == {"title", "published_at", "content_hash", "body", "kind", "similarity"}
    assert rows(COPY, OTHER_SITE) == [
        ("exact", 1.0, "About the harbour", "2025-08-09", 1, "2026-01-02T00:00:00Z")
    ]
    assert store.renew(again).visit.outcome == "unchanged"
    assert rows("SELECT count(*), max(revision) FROM articles") == [(1, 1)]
    assert is_sound(path)


def test_a_copy_that_holds_another_text_is_an_article_of_its_own(store: Store, rows: Ask, path: Path) -> None:
    store.put(visit(HARBOUR, day=1))
    store.put(visit(OTHER_SITE, day=2))
    renewed = store.renew(visit(OTHER_SITE, "tides", day=2))
    assert (renewed.visit.outcome, renewed.added["articles_new"]) == ("article", 1)
    assert rows("SELECT count(*) FROM copies") == [(0,)]
    assert rows("SELECT url, first_seen_at FROM articles") == [
        (HARBOUR, "2026-01-01T00:00:00Z"),
        (OTHER_SITE, "2026-01-02T00:00:00Z"),
    ]
    assert is_sound(path)


@pytest.mark.parametrize("url", [HARBOUR, OTHER_SITE])
def test_what_is_no_article_any_more_is_kept(store: Store, rows: Ask, url: str) -> None:
    store.put(visit(HARBOUR))
    store.put(visit(OTHER_SITE))
    kept = ("SELECT * FROM articles", "SELECT * FROM copies", "SELECT * FROM pages")
    before = [rows(sql) for sql in kept]
    renewed = store.renew(answer(url, "not_article"))
    assert renewed.kept == ("article 1" if url == HARBOUR else "the copy of article 1")
    # What cannot be stored is no article either.
    assert store.renew(visit(url, title=None)).visit.reason == "no headline found"
    assert [rows(sql) for sql in kept] == before


# ── articles ──


def test_links_and_the_canonical_address_follow(store: Store, rows: Ask) -> None:
    story = "https://news.example/stories/1"
    store.put(visit(HARBOUR, related=(link(story),)))
    store.put(visit("https://news.example/a", "tides"))
    assert rows("SELECT target_id FROM related_links") == [(None,)]
    renewed = store.renew(visit("https://news.example/a", "tides", claims=story))
    assert renewed.changed == ("canonical_url",)
    assert rows("SELECT url, target_id FROM related_links") == [(story, 2)]
    assert store.renew(visit("https://news.example/a", "tides", claims=story)).changed == ()
    assert rows("SELECT url FROM articles WHERE id = 2") == [("https://news.example/a",)]


def test_consumers_are_told_of_links_that_changed_and_of_nothing_else(store: Store, rows: Ask) -> None:
    """An export has an article's related links."""
    change = "SELECT change FROM article_changes"
    store.put(visit(HARBOUR))
    before = rows(change)
    store.renew(visit(HARBOUR))
    assert rows(change) == before
    store.renew(visit(HARBOUR, related=(link("https://news.example/stories/1"),)))
    told = rows(change)
    assert told > before
    store.renew(visit(HARBOUR, related=(link("https://news.example/stories/1"),)))
    assert rows(change) == told


def test_when_it_was_seen_and_what_it_was_before_stay(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR, day=1))
    store.put(visit(HARBOUR, body=body("harbour", changed=3), day=3))
    store.put(answer(HARBOUR, "failed", day=5, status=410))
    kept = "SELECT first_seen_at, last_seen_at, gone_at, revision, run_id FROM articles"
    before = rows(kept), rows("SELECT * FROM revisions"), rows("SELECT * FROM pages")
    store.renew(visit(HARBOUR, title="Another headline", body=body("harbour", changed=2), day=3))
    assert rows("SELECT title FROM articles") == [("Another headline",)]
    assert (rows(kept), rows("SELECT * FROM revisions"), rows("SELECT * FROM pages")) == before


def test_no_site_was_asked(store: Store, path: Path) -> None:
    """Else `check` and `stats` would take a run without network for a site that answered."""
    store.put(visit(HARBOUR))
    store.close("done")
    with Store(path, command="reparse") as again:
        again.renew(visit(HARBOUR, title="Another headline"))
        again.renew(visit("https://news.example/new", "tides"))
    assert again.summary()["sites"] == {}
    assert (again.summary()["reparsed"], again.summary()["articles_new"]) == (1, 1)
    with closing(open_database(path)) as db:
        db.execute("UPDATE runs SET finished_at = '2026-01-0' || id || 'T00:00:00Z'")
        assert watching.last_run(db, "2027-01-01T00:00:00Z") == "2026-01-01T00:00:00Z"


# ── which answer ──


@pytest.mark.parametrize(
    ("fetched_on", "is_of_the_text"),
    [
        ("2026-01-01", False),
        ("2026-01-02", True),
        ("2026-01-03", True),
        ("2026-01-04", True),
        ("2026-01-05", False),
    ],
)
def test_an_answer_has_the_text_from_its_last_change_until_it_was_last_seen(
    store: Store, fetched_on: str, is_of_the_text: bool
) -> None:
    store.put(visit(HARBOUR, day=1))
    store.put(visit(HARBOUR, "tides", day=3))
    store.put(visit(HARBOUR, "tides", day=4))
    place = store.place_of(HARBOUR)
    assert place is not None
    assert (place.kind, place.has(f"{fetched_on}T00:00:00Z")) == ("article", is_of_the_text)


def test_a_copy_has_its_text_since_it_was_found_there(store: Store) -> None:
    store.put(visit(HARBOUR, day=1))
    store.put(visit(OTHER_SITE, day=2))
    store.put(visit(OTHER_SITE, day=4))
    place = store.place_of(OTHER_SITE)
    assert place is not None
    assert place.kind == "copy"
    days = [day for day in range(1, 6) if place.has(f"2026-01-{day:02d}T00:00:00Z")]
    assert days == [2, 3, 4]
    # The answer came before it was parsed.
    assert place.has("2026-01-01T23:59:58Z")


def test_pages_without_an_article_are_looked_at_again_and_unknown_ones_are_not(store: Store) -> None:
    store.put(answer("https://news.example/", "listing"))
    store.put(answer("https://news.example/login", "disallowed"))
    place = store.place_of("https://news.example/")
    assert place is not None
    assert (place.kind, place.has("2025-01-01T00:00:00Z")) == ("page", True)
    assert store.place_of("https://news.example/login") is None
    assert store.place_of("https://news.example/never") is None


# ── where the archive is ──


def test_a_run_notes_where_its_archive_is_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store(path, command="crawl", archive=tmp_path / "one") as store:
        store.put(visit())
    with closing(open_database(path)) as db:
        open_run(db, "crawl", "1", str(tmp_path / "two"))
    with Store(path, command="crawl") as store:
        assert archives(store.db) == [str(tmp_path / "one"), str(tmp_path / "two")]
        statuses = store.db.execute("SELECT status FROM runs ORDER BY id").fetchall()
        assert statuses == [("done",), ("interrupted",), ("running",)]
