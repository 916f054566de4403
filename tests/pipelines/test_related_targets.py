"""Where a related link leads: by any address of a stored article, whatever is stored first, whatever changes later."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, answer, body, link, visit

from crawler.items import Visit
from pipelines.database.graph_schema import TARGET
from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]
MOBILE = "https://m.news.example/2025/tides"
PRINTED = "https://news.example/print?id=7"
RENAMED = "https://news.example/2025/tides-came-twice"
FULL, CUT = body("tides"), body("tides", sentences=9)

# How the story of the tides was met, one visit after the other.
AT_HOME = (visit(TIDES, "tides"),)
REDIRECTED = (visit(TIDES, "tides", aliases=("https://news.example/t/9", "http://short.example/x")),)
BY_CLAIM = (visit(PRINTED, "tides", claims=TIDES),)
WITH_COPY = (*AT_HOME, visit(OTHER_SITE, "tides", claims="https://other.example/2025/reprint"))
WITH_NEAR_COPY = (visit(TIDES, body=FULL, title="T"), visit(PRINTED, body=CUT, title="T", claims=TIDES))
CAME_HOME = (visit(PRINTED, body=CUT, title="T", claims=TIDES), visit(TIDES, body=FULL, title="T", day=2))
RENAMED_LATER = (*AT_HOME, visit(TIDES, "tides", claims=RENAMED, day=2))
MOVED = (*AT_HOME, visit(RENAMED, "tides", aliases=(TIDES,), day=2))
REVISED = (*AT_HOME, visit(TIDES, "tides", claims=RENAMED, body=body("tides", changed=3), day=2))
GONE = (*RENAMED_LATER, answer(TIDES, "failed", status=404, day=3))
NOT_MODIFIED = (*RENAMED_LATER, answer(TIDES, "unchanged", status=304, day=3))

WAYS: dict[str, tuple[Sequence[Visit], str]] = {
    "its canonical address": (AT_HOME, TIDES),
    "http": (AT_HOME, "http://news.example/2025/tides"),
    "www and a trailing slash": (AT_HOME, "https://www.news.example/2025/tides/"),
    "tracking parameters": (AT_HOME, f"{TIDES}?utm_source=x&fbclid=y"),
    "a fragment": (AT_HOME, f"{TIDES}#comments"),
    "its mobile host": (AT_HOME, MOBILE),
    "its AMP path": (AT_HOME, f"{TIDES}/amp"),
    "its AMP parameter": (AT_HOME, f"{TIDES}?amp=1"),
    "an index page": (AT_HOME, f"{TIDES}/index.html"),
    "an address that redirects": (REDIRECTED, "https://news.example/t/9"),
    "the first of several redirects": (REDIRECTED, "http://short.example/x"),
    "the address it was read at": (BY_CLAIM, PRINTED),
    "the address it claims and was not read at": (BY_CLAIM, TIDES),
    "the address of a copy": (WITH_COPY, OTHER_SITE),
    "another spelling of a copy's": (WITH_COPY, "http://www.other.example/reprint/?utm_source=x"),
    "the canonical address of a copy": (WITH_COPY, "https://other.example/2025/reprint"),
    "the address of a near copy": (WITH_NEAR_COPY, PRINTED),
    "where it was read before it came home": (CAME_HOME, PRINTED),
    "its home, read later": (CAME_HOME, TIDES),
    "its canonical address of later on": (RENAMED_LATER, RENAMED),
    "its canonical address of before": (RENAMED_LATER, TIDES),
    "where it moved to": (MOVED, RENAMED),
    "where it moved from": (MOVED, TIDES),
    "the canonical address of a revision": (REVISED, RENAMED),
    "what was canonical before it was gone": (GONE, RENAMED),
    "what is canonical, not modified": (NOT_MODIFIED, RENAMED),
}


@pytest.mark.parametrize(("met", "url"), WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("place", [0, 1, 2, 3], ids=["link first", "second", "third", "last"])
def test_the_target_is_found_whenever_the_link_is_stored(
    store: Store, rows: Ask, met: Sequence[Visit], url: str, place: int
) -> None:
    visits = [*met]
    visits.insert(place, visit(HARBOUR, "harbour", related=(link(url), link("https://news.example/unknown"))))
    for one in visits:
        store.put(one)
    assert rows(
        "SELECT link.position, target.title FROM related_links AS link"
        " LEFT JOIN articles AS target ON target.id = target_id ORDER BY position"
    ) == [(1, met[0].article.title), (2, None)]


def target_of(rows: Ask, url: str) -> str | None:
    """The headline of the story that links to the address lead to."""
    ((title,),) = rows(
        "SELECT DISTINCT title FROM (SELECT target.title FROM related_links"
        " LEFT JOIN articles AS target ON target.id = target_id WHERE related_links.url = ?)",
        url,
    )
    return title


def put_links(store: Store, *urls: str) -> None:
    store.put(visit("https://news.example/hub", "orchard", related=tuple(map(link, urls))))


def test_a_storys_own_page_takes_the_links_from_what_only_claimed_its_address(
    store: Store, rows: Ask
) -> None:
    put_links(store, TIDES, OTHER_SITE)
    store.put(visit(OTHER_SITE, "bridge", claims=TIDES))
    assert (target_of(rows, TIDES), target_of(rows, OTHER_SITE)) == ("About the bridge", "About the bridge")
    store.put(visit(TIDES, "tides"))
    assert (target_of(rows, TIDES), target_of(rows, OTHER_SITE)) == ("About the tides", "About the bridge")
    store.db.execute("DELETE FROM articles WHERE url = ?", (TIDES,))
    assert target_of(rows, TIDES) is None, "what claimed it falsely does not come back"


@pytest.mark.parametrize("link_first", [True, False])
def test_a_false_claim_takes_no_links(store: Store, rows: Ask, link_first: bool) -> None:
    if link_first:
        put_links(store, HARBOUR, TIDES)
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(TIDES, "tides", claims=HARBOUR))
    if not link_first:
        put_links(store, HARBOUR, TIDES)
    assert (target_of(rows, HARBOUR), target_of(rows, TIDES)) == ("About the harbour", "About the tides")
    assert rows("SELECT canonical_url FROM pages WHERE url = ?", TIDES) == [(None,)]


@pytest.mark.parametrize("link_first", [True, False])
def test_a_redirect_to_another_story_takes_no_links(store: Store, rows: Ask, link_first: bool) -> None:
    if link_first:
        put_links(store, HARBOUR)
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(TIDES, "tides", aliases=(HARBOUR,), day=2))
    if not link_first:
        put_links(store, HARBOUR)
    assert target_of(rows, HARBOUR) == "About the harbour"


@pytest.mark.parametrize("link_first", [True, False])
def test_of_two_texts_at_two_spellings_the_very_spelling_is_meant(
    store: Store, rows: Ask, link_first: bool
) -> None:
    if link_first:
        put_links(store, TIDES, MOBILE)
    store.put(visit(MOBILE, "bridge"))
    store.put(visit(TIDES, "tides"))
    if not link_first:
        put_links(store, TIDES, MOBILE)
    assert (target_of(rows, TIDES), target_of(rows, MOBILE)) == ("About the tides", "About the bridge")


def test_a_copy_that_becomes_an_article_of_its_own_gets_the_links_to_it(store: Store, rows: Ask) -> None:
    put_links(store, HARBOUR, OTHER_SITE)
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(OTHER_SITE, "harbour"))
    assert target_of(rows, OTHER_SITE) == "About the harbour"
    store.put(visit(OTHER_SITE, "bridge", day=2))
    assert (target_of(rows, HARBOUR), target_of(rows, OTHER_SITE)) == (
        "About the harbour",
        "About the bridge",
    )


def test_article_and_copy_change_places_and_the_links_stay(store: Store, rows: Ask) -> None:
    put_links(store, TIDES, PRINTED)
    store.put(visit(PRINTED, body=CUT, title="Tides", claims=TIDES))
    assert rows("SELECT fetched_url FROM articles WHERE url = ?", TIDES) == [(PRINTED,)]
    store.put(visit(TIDES, body=FULL, title="Tides", day=2))
    assert rows("SELECT fetched_url FROM articles WHERE url = ?", TIDES) == [(TIDES,)]
    assert (target_of(rows, TIDES), target_of(rows, PRINTED)) == ("Tides", "Tides")


def test_a_revisions_links_lead_where_they_should_at_once(store: Store, rows: Ask) -> None:
    store.put(visit(TIDES, "tides", claims=TIDES, aliases=("https://news.example/t/9",)))
    store.put(visit(HARBOUR, "harbour", related=(link(OTHER_SITE), link("https://news.example/x"))))
    new = (link("https://news.example/t/9"), link(OTHER_SITE))
    store.put(visit(HARBOUR, body=body("harbour", changed=2), related=new, day=2))
    assert rows("SELECT position, url, target_id FROM related_links") == [
        (1, "https://news.example/t/9", 1),
        (2, OTHER_SITE, None),
    ]


def test_a_deleted_article_leaves_its_links_to_who_else_is_there(store: Store, rows: Ask) -> None:
    put_links(store, HARBOUR, TIDES, MOBILE)
    store.put(visit(TIDES, "tides", related=(link(HARBOUR),)))
    store.put(visit(MOBILE, "bridge"))
    store.put(visit(HARBOUR, "harbour"))
    store.db.execute("DELETE FROM articles WHERE url IN (?, ?)", (TIDES, HARBOUR))
    assert (target_of(rows, HARBOUR), target_of(rows, TIDES)) == (None, "About the bridge")
    assert target_of(rows, MOBILE) == "About the bridge"
    assert rows("SELECT count(*) FROM related_links") == [(3,)]
    store.put(visit(HARBOUR, "harbour", day=2))
    assert target_of(rows, HARBOUR) == "About the harbour"


def test_a_deleted_copy_leads_nowhere(store: Store, rows: Ask) -> None:
    put_links(store, OTHER_SITE)
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(OTHER_SITE, "harbour"))
    store.db.execute("UPDATE pages SET article_id = NULL WHERE url = ?", (OTHER_SITE,))
    assert target_of(rows, OTHER_SITE) == "About the harbour"
    store.db.execute("DELETE FROM copies")
    assert target_of(rows, OTHER_SITE) is None


def test_a_page_that_is_forgotten_to_be_asked_again_still_leads_to_its_article(
    store: Store, rows: Ask
) -> None:
    put_links(store, PRINTED)
    store.put(visit(PRINTED, "tides", claims=TIDES))
    store.db.execute("DELETE FROM pages")
    assert target_of(rows, PRINTED) == "About the tides"


def test_what_other_programs_write_counts_too(store: Store, rows: Ask) -> None:
    put_links(store, HARBOUR, OTHER_SITE)
    store.put(visit(TIDES, "tides"))
    store.put(visit(PRINTED, "bridge"))
    write = store.db.execute
    write("UPDATE pages SET canonical_url = ?, canonical_key = 'news.example/2025/harbour'", (HARBOUR,))
    assert target_of(rows, HARBOUR) == "About the orchard", "the page that names it; the first of several"
    write(
        "INSERT INTO articles (url, address_key, fetched_url, site, title, body, body_markdown, word_count,"
        " content_hash, first_seen_at, last_seen_at)"
        " VALUES (?, 'news.example/2025/harbour', ?, 'news.example', 'By hand', 'Text', 'Text', 1, '', '', '')",
        (HARBOUR, HARBOUR),
    )
    assert target_of(rows, HARBOUR) == "By hand", "its own address counts for more than what a page names"
    write(
        "INSERT INTO copies (url, address_key, article_id, kind, similarity, site, seen_at, content_hash)"
        " VALUES (?, 'other.example/reprint', 2, 'exact', 1, 'other.example', '', '')",
        (OTHER_SITE,),
    )
    assert target_of(rows, OTHER_SITE) == "About the tides"
    write("UPDATE copies SET article_id = 3")
    assert target_of(rows, OTHER_SITE) == "About the bridge"


ADDRESSES = [TIDES, MOBILE, HARBOUR, OTHER_SITE, PRINTED, RENAMED, "https://news.example/t/9"]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_every_link_leads_where_a_fresh_look_would_find(
    store: Store, rows: Ask, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same visits for a seed each time
    for day in range(1, 26):
        url, claims, alias = dice.choice(ADDRESSES), dice.choice([*ADDRESSES, None]), dice.choice(ADDRESSES)
        story = dice.choice(["harbour", "tides", "bridge"])
        related = tuple(map(link, dice.sample(ADDRESSES, 3)))
        aliases = (alias,) if dice.random() < 0.3 and alias != url else ()
        text = body(story, changed=dice.choice([0, 0, 2]))
        store.put(visit(url, story, body=text, claims=claims, aliases=aliases, related=related, day=day))
        if dice.random() < 0.1:
            store.db.execute("DELETE FROM articles WHERE id = (SELECT min(id) FROM articles)")
        found = rows("SELECT article_id, position, target_id FROM related_links ORDER BY 1, 2")
        looked_up = rows(f"SELECT article_id, position, {TARGET} FROM related_links ORDER BY 1, 2")  # noqa: S608 - ours
        assert found == looked_up, day
    assert any(target for _, _, target in found)
