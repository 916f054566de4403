"""What a page that is missing means for the article that was read there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from old_files import insert_article, version_1
from store_samples import HARBOUR, TIDES, answer, body, visit

from crawler.items import Visit
from crawler.schedule import RECHECKS
from crawler.sources.exported import exported_visit
from pipelines.database.exporting import Changes, last_change, records
from pipelines.database.selection import Selection
from pipelines.export import as_jsonl
from pipelines.store import Store

Rows = Callable[..., list[tuple[Any, ...]]]
DAY_3 = "2026-01-03T00:00:00Z"


def missing(url: str = HARBOUR, *, day: int, status: int = 404, **values: Any) -> Visit:
    return answer(url, "failed", day=day, status=status, reason=f"HTTP {status}", rechecks=RECHECKS, **values)


def gone_at(rows: Rows) -> list[str | None]:
    return [row[0] for row in rows("SELECT gone_at FROM articles ORDER BY id")]


def page(rows: Rows, url: str = HARBOUR) -> tuple[Any, ...]:
    (found,) = rows("SELECT outcome, reason, next_check_at, missing_since FROM pages WHERE url = ?", url)
    return tuple(found)


def test_what_was_taken_down_is_gone_at_once_and_keeps_its_article(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    store.put(visit(TIDES, "tides", day=1))
    store.put(missing(day=3, status=410))
    assert rows("SELECT url, body, gone_at FROM articles ORDER BY id") == [
        (HARBOUR, body("harbour"), DAY_3),
        (TIDES, body("tides"), None),
    ]
    outcome, reason, _, since = page(rows)
    assert (outcome, reason) == ("failed", "HTTP 410; article 1 is kept, marked as gone")
    assert since == DAY_3
    assert rows("SELECT article_id FROM pages WHERE url = ?", HARBOUR) == [(1,)]


def test_not_found_must_last_for_most_of_a_day(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    first = replace(missing(day=3), fetched_at="2026-01-03T23:50:00Z")
    store.put(first)
    assert gone_at(rows) == [None]
    assert page(rows)[1] == "HTTP 404; article 1 is kept, marked as gone if the page is missing tomorrow too"
    assert page(rows)[2] == "2026-01-04T23:50:00Z", "asked again the day after"
    store.put(replace(first, fetched_at="2026-01-04T00:10:00Z"))
    assert gone_at(rows) == [None], "another date, but the same outage"
    store.put(replace(first, fetched_at="2026-01-04T23:50:00Z"))
    assert gone_at(rows) == ["2026-01-03T23:50:00Z"]
    assert page(rows)[2] == "2026-01-11T23:50:00Z"


@pytest.mark.parametrize("status", [500, 503, 403, 451, None])
def test_a_server_that_fails_or_refuses_says_nothing(store: Store, rows: Rows, status: int | None) -> None:
    store.put(visit(day=1))
    store.put(answer(HARBOUR, "failed", day=2, status=status))
    store.put(answer(HARBOUR, "failed", day=4, status=status))
    assert gone_at(rows) == [None]
    assert page(rows)[3] is None
    store.put(missing(day=5))
    store.put(answer(HARBOUR, "failed", day=6, status=status))
    assert page(rows)[3] == "2026-01-05T00:00:00Z", "nor that the page is there again"


def test_a_page_that_came_back_between_two_looks_was_never_gone(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    store.put(missing(day=3))
    store.put(visit(day=4))
    assert page(rows)[3] is None
    store.put(missing(day=5))
    assert gone_at(rows) == [None]


BACK: list[Visit] = [
    visit(day=9),
    visit(day=9, body="A correction. " * 60),
    answer(HARBOUR, "unchanged", day=9, status=304),
    visit("https://news.example/moved", day=9, aliases=(HARBOUR,)),
]


@pytest.mark.parametrize("back", BACK, ids=["as it was", "changed", "not modified", "moved"])
def test_an_article_that_is_there_again_is_not_gone(store: Store, rows: Rows, back: Visit) -> None:
    store.put(visit(day=1))
    store.put(missing(day=3, status=410))
    store.put(back)
    assert gone_at(rows) == [None]
    assert len(gone_at(rows)) == 1


def test_an_older_capture_of_it_does_not_bring_it_back(store: Store, rows: Rows) -> None:
    store.put(visit(day=2))
    store.put(missing(day=3, status=410))
    store.put(replace(visit(day=1), status=None))
    assert gone_at(rows) == [DAY_3]
    store.put(visit(TIDES, "tides", day=9))
    store.put(missing(TIDES, day=3, status=410))
    assert gone_at(rows) == [DAY_3, None], "nor does an older 410 take away what was seen since"


def test_a_rendition_that_is_missing_is_not_the_article(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    store.put(missing("http://m.news.example/2025/harbour", day=3, status=410))
    assert gone_at(rows) == [None]


def test_a_redirect_to_what_is_missing_is_missing_too(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    store.put(missing("https://news.example/error-404", day=3, status=410, aliases=(HARBOUR,)))
    assert gone_at(rows) == [DAY_3]


def test_a_redirect_to_the_home_page_counts_like_404(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    for day in (3, 4):
        store.put(missing(day=day, status=301))
    assert gone_at(rows) == [DAY_3]


def test_a_redirect_to_what_is_known_is_no_sign_of_the_article(store: Store, rows: Rows) -> None:
    store.put(visit(day=1))
    store.put(answer(HARBOUR, "unchanged", day=5))
    assert rows("SELECT last_seen_at FROM articles") == [("2026-01-01T00:00:00Z",)]


def test_a_dead_link_is_asked_at_every_run_at_first_and_then_ever_more_rarely(
    store: Store, rows: Rows
) -> None:
    store.put(missing(day=1))
    assert page(rows)[2] is None
    store.put(missing(day=2))
    assert page(rows)[2] == "2026-01-02T06:00:00Z"
    store.put(missing(day=10))
    assert page(rows)[2] == "2026-01-17T00:00:00Z"


def exported(store: Store) -> Iterator[dict[str, Any]]:
    store.flush()
    return (json.loads(line) for line in as_jsonl(records(store.db, Selection())))


def test_an_export_says_so_and_is_taken_in_again(store: Store, tmp_path: Path) -> None:
    store.put(visit(day=1))
    store.put(visit(TIDES, "tides", day=1))
    before = last_change(store.db)
    store.put(missing(day=3, status=410))
    store.flush()
    changed = Changes(before, last_change(store.db))
    assert [found["url"] for found in records(store.db, Selection(), changed)] == [HARBOUR]
    lines = list(exported(store))
    assert [line["gone_at"] for line in lines] == [DAY_3, None]
    with Store(tmp_path / "other.db", command="test") as other:
        for line in lines:
            found = exported_visit(json.dumps(line).encode())
            other.put_back(found.visit, found.first_seen_at, found.revision, found.gone_at)
        assert [line["gone_at"] for line in exported(other)] == [DAY_3, None]


def test_an_export_from_before_there_was_the_field_is_taken_in(store: Store) -> None:
    store.put(visit(day=1))
    (line,) = exported(store)
    del line["gone_at"]
    assert exported_visit(json.dumps(line).encode()).gone_at is None


def test_a_file_of_the_first_release_gets_its_marks(path: Path) -> None:
    with version_1(path) as db:
        insert_article(db, 1, HARBOUR)
        db.execute("UPDATE pages SET outcome = 'failed', status = 404")
    with Store(path, command="test") as store:
        before = last_change(store.db)
        assert store.db.execute("SELECT gone_at FROM articles").fetchall() == [(None,)]
        store.put(missing(day=3))
        assert store.db.execute("SELECT gone_at FROM articles").fetchall() == [(None,)]
        store.put(missing(day=4))
        assert store.db.execute("SELECT gone_at FROM articles").fetchall() == [(DAY_3,)]
        assert last_change(store.db) > before
