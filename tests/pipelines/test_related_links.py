from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, body, link, visit

from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]
TARGETS = "SELECT position, url, target_id FROM related_links WHERE article_id = ? ORDER BY position"
REDIRECTING = "https://news.example/t/9"

# The address in the link → how the article that it leads to was met.
WAYS = {
    "its address": TIDES,
    "another spelling": TIDES.replace("https://", "http://www.") + "/",
    "the address of a copy": OTHER_SITE,
    "an address that redirects": REDIRECTING,
}


def put_tides(store: Store) -> int:
    article_id = store.db.execute("SELECT count(*) + 1 FROM articles").fetchone()[0]
    store.put(visit(TIDES, "tides", aliases=(REDIRECTING,)))
    store.put(visit(OTHER_SITE, "tides"))
    return int(article_id)


@pytest.mark.parametrize("url", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("target_first", [True, False], ids=["target first", "link first"])
def test_the_target_is_found_before_and_after(store: Store, rows: Ask, url: str, target_first: bool) -> None:
    target = put_tides(store) if target_first else 2
    store.put(
        visit(HARBOUR, "harbour", related=(link(None), link(url), link("https://news.example/unknown")))
    )
    if not target_first:
        target = put_tides(store)
    source = 2 if target_first else 1
    assert rows(TARGETS, source) == [
        (1, None, None),
        (2, url, target),
        (3, "https://news.example/unknown", None),
    ]


def test_links_are_kept_in_page_order_with_all_they_say(store: Store, rows: Ask) -> None:
    store.put(visit(related=(link(TIDES, "Tides"), link(None, "No address"))))
    assert rows("SELECT position, url, title, description, published_at, kind FROM related_links") == [
        (1, TIDES, "Tides", "What it says.", "2025-08-01", "block"),
        (2, None, "No address", "What it says.", "2025-08-01", "block"),
    ]


def test_a_revision_brings_its_own_links(store: Store, rows: Ask) -> None:
    store.put(visit(related=(link(TIDES), link(OTHER_SITE))))
    store.put(visit(body=body("harbour", changed=2), related=(link(OTHER_SITE),), day=2))
    assert rows(TARGETS, 1) == [(1, OTHER_SITE, None)]


def test_links_follow_an_address_to_the_story_that_stands_there(store: Store, rows: Ask) -> None:
    store.put(visit(OTHER_SITE, "bridge", claims=TIDES))
    store.put(visit(HARBOUR, "harbour", related=(link(TIDES), link(OTHER_SITE))))
    assert rows(TARGETS, 2) == [(1, TIDES, 1), (2, OTHER_SITE, 1)]
    store.put(visit(TIDES, "tides"))
    assert rows(TARGETS, 2) == [(1, TIDES, 3), (2, OTHER_SITE, 1)]
