"""When the store says that a stored article's page is due again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from store_samples import HARBOUR, answer, visit

from pipelines.store import Store

# Everything up to a year old is looked at after ten days.
STEPS = ((timedelta(days=365), timedelta(days=10)),)
FAR = "9999-12-31T23:59:59Z"
Rows = Callable[..., list[tuple[Any, ...]]]


def due(rows: Rows) -> str:
    ((moment,),) = rows("SELECT next_check_at FROM pages WHERE url = ?", HARBOUR)
    return str(moment)


def test_a_look_that_found_a_change_brings_the_next_one_nearer_one_that_never_did_farther(
    store: Store, rows: Rows
) -> None:
    store.put(visit(day=1, rechecks=STEPS))
    assert due(rows) == "2026-01-11T00:00:00Z"
    store.put(visit(day=2, rechecks=STEPS))
    assert due(rows) == "2026-01-22T00:00:00Z"
    store.put(visit(day=3, story="harbour", body="Another text. " * 40, rechecks=STEPS))
    assert due(rows) == "2026-01-08T00:00:00Z"
    store.put(visit(day=4, body="Another text. " * 40, rechecks=STEPS))
    assert due(rows) == "2026-01-14T00:00:00Z", "it changed once: neither sooner nor later"


def test_after_a_304_the_dates_of_the_stored_article_count(store: Store, rows: Rows) -> None:
    store.put(visit(day=1, rechecks=STEPS))
    not_modified = {"status": 304, "last_modified": "Wed, 01 Jan 2020 00:00:00 GMT", "next_check_at": FAR}
    store.put(answer(HARBOUR, "unchanged", day=2, rechecks=STEPS, **not_modified))
    assert due(rows) == "2026-01-22T00:00:00Z"


def test_without_steps_and_for_what_is_no_article_the_visit_is_believed(store: Store, rows: Rows) -> None:
    store.put(visit(next_check_at=FAR))
    assert due(rows) == FAR
    store.put(answer(HARBOUR, "failed", day=2, status=503, rechecks=STEPS))
    assert rows("SELECT next_check_at FROM pages") == [(None,)]


def test_a_site_that_is_not_to_be_looked_at_again_is_not(store: Store, rows: Rows) -> None:
    store.put(visit(rechecks=()))
    assert due(rows) == FAR
