"""When an address that failed is asked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from store_samples import HARBOUR, answer, visit

from crawler.instant import parse_instant
from crawler.items import Lead
from crawler.schedule import RECHECKS
from crawler.text import utc_text
from pipelines.store import Store

Rows = Callable[..., list[tuple[Any, ...]]]
FRONT = "https://news.example/"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def fail(store: Store, rows: Rows, at: datetime, status: int | None = 503) -> timedelta | None:
    """Return for how long the address is left alone when it fails at a moment."""
    store.put(
        replace(
            answer(HARBOUR, "failed", status=status, rechecks=RECHECKS, stays=True), fetched_at=utc_text(at)
        )
    )
    ((due_at,),) = rows("SELECT next_check_at FROM pages WHERE url = ?", HARBOUR)
    moment = parse_instant(due_at)
    return moment - at if moment else None


def waits(store: Store, rows: Rows, number: int) -> list[float | None]:
    """Return the hours between failures, each of which comes when the address is due."""
    found: list[float | None] = []
    now = NOON
    for _ in range(number):
        wait = fail(store, rows, now)
        found.append(wait and wait / timedelta(hours=1))
        now += wait or timedelta(minutes=15)
    return found


def test_what_fails_again_and_again_is_asked_less_and_less(store: Store, rows: Rows) -> None:
    assert waits(store, rows, 10) == [None, 0.5, 1, 2, 4, 8, 16, 24, 24, 24]


def test_a_source_is_waited_for_two_hours_at_most(store: Store, rows: Rows) -> None:
    store.frontier.begin(("news.example",), lambda _: False)
    section = Lead(url=HARBOUR, kind="listing?", priority=50, start="news.example", start_site="news.example")
    store.put(answer(FRONT, "listing", leads=(section,)))
    assert waits(store, rows, 6) == [None, 0.5, 1, 2, 2, 2]


@pytest.mark.parametrize("between", ["article", "missing"])
def test_another_ending_begins_it_anew(store: Store, rows: Rows, between: str) -> None:
    waits(store, rows, 4)
    if between == "article":
        store.put(visit(day=3, rechecks=RECHECKS))
    else:
        fail(store, rows, NOON + timedelta(days=2), status=404)
    assert fail(store, rows, NOON + timedelta(days=4)) is None
    assert fail(store, rows, NOON + timedelta(days=4, hours=1), status=None) == timedelta(minutes=30)
