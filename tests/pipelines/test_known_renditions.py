"""Which addresses a crawl leaves alone since they only show a stored article in another dress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from store_samples import HARBOUR, TIDES, answer, visit

from crawler.items import Visit
from pipelines.database.ledger import Ledger
from pipelines.store import Store

PRINT = f"{HARBOUR}/print"
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def ledger(store: Store, path: Path) -> Ledger:
    return Ledger(path)


def keep(store: Store, visit: Visit) -> None:
    """Store it where a ledger, which reads beside, sees it."""
    store.put(visit)
    store.flush()


def test_what_looks_like_one_is_one_if_the_plain_address_is_a_stored_article(
    store: Store, ledger: Ledger
) -> None:
    assert ledger.rendition_of(PRINT) is None, "nothing is stored yet"
    keep(store, answer("https://news.example/section", "listing"))
    keep(store, answer("https://news.example/opinion", "not_article"))
    keep(store, visit())
    assert ledger.rendition_of(PRINT) == ledger.rendition_of(f"{HARBOUR}?print=1") == HARBOUR
    assert ledger.rendition_of("https://news.example/section/print") is None
    assert ledger.rendition_of("https://news.example/opinion/print") is None
    assert ledger.rendition_of(HARBOUR) is None
    assert ledger.rendition_of("https://other.example/2025/harbour/print") is None


def test_one_that_was_read_and_held_another_story_is_none(store: Store, ledger: Ledger) -> None:
    keep(store, visit(PRINT, "bridge"))
    keep(store, visit())
    assert ledger.rendition_of(PRINT) is None


def test_a_page_that_named_the_article_as_canonical_is_one_whatever_its_looks(
    store: Store, ledger: Ledger
) -> None:
    ticket = "https://news.example/ticket?nr=4711"
    keep(store, visit())
    assert ledger.rendition_of(ticket) is None
    keep(store, visit(ticket, claims=HARBOUR))
    assert ledger.rendition_of(ticket) == HARBOUR
    keep(store, visit("https://news.example/copy", "harbour"))
    assert ledger.rendition_of("https://news.example/copy") is None, "a copy that does not say so may change"


def test_as_long_as_nobody_reads_the_article_at_home_its_rendition_is_needed(
    store: Store, ledger: Ledger
) -> None:
    keep(store, visit("https://news.example/ticket?nr=4711", claims=HARBOUR))
    assert ledger.rendition_of("https://news.example/ticket?nr=4711") is None
    assert ledger.rendition_of(HARBOUR) is None


def test_when_the_article_is_gone_its_renditions_are_asked(store: Store, ledger: Ledger) -> None:
    ticket = "https://news.example/ticket?nr=4711"
    keep(store, visit(day=1))
    keep(store, visit(ticket, claims=HARBOUR, day=1))
    keep(store, answer(HARBOUR, "failed", day=2, status=410))
    assert ledger.rendition_of(PRINT) is None
    assert ledger.rendition_of(ticket) is None


def test_it_is_recorded_that_it_leads_to_the_article(store: Store, rows: Rows) -> None:
    keep(store, visit(TIDES, "tides"))
    keep(store, visit())
    keep(store, answer(PRINT, "unchanged"))
    keep(store, answer("https://news.example/2025/nothing/print", "unchanged"))
    assert rows("SELECT article_id FROM pages WHERE url LIKE '%/print' ORDER BY url") == [(2,), (None,)]
    assert rows("SELECT count(*) FROM articles") == [(2,)]
