"""Which visits are one article: spellings, copies, revisions, claims. Nothing may be lost, nothing stored twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, answer, body, visit

from crawler.items import Visit
from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]

SPELLINGS = [
    "http://news.example/2025/harbour",
    "https://www.news.example/2025/harbour/",
    "https://m.news.example/2025/harbour",
    "https://news.example/2025/harbour/amp",
    "https://news.example/2025/harbour/index.html",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_another_spelling_is_the_same_article(store: Store, rows: Ask, spelling: str) -> None:
    store.put(visit(HARBOUR))
    again = store.put(visit(spelling, day=2))
    assert (again.outcome, again.reason) == ("unchanged", "text unchanged (article 1)")
    assert rows("SELECT id, url, revision, first_seen_at, last_seen_at FROM articles") == [
        (1, HARBOUR, 1, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")
    ]
    assert rows("SELECT outcome, article_id FROM pages WHERE url = ?", spelling) == [("unchanged", 1)]
    assert rows("SELECT * FROM copies") == []


@pytest.mark.parametrize("claims", [OTHER_SITE, HARBOUR], ids=["its own", "the original"])
def test_same_text_at_another_address_is_a_copy(store: Store, rows: Ask, claims: str) -> None:
    store.put(visit(HARBOUR))
    copy = store.put(visit(OTHER_SITE, body=body("harbour").upper(), title="Reprint", claims=claims, day=2))
    assert (copy.outcome, copy.reason) == ("copy", "same text as article 1")
    assert rows(
        "SELECT url, article_id, kind, similarity, site, title, published_at, seen_at, body FROM copies"
    ) == [
        (OTHER_SITE, 1, "exact", 1.0, "other.example", "Reprint", "2025-08-09", "2026-01-02T00:00:00Z", None)
    ]
    assert store.put(visit(OTHER_SITE, claims=claims, day=3)).outcome == "unchanged"
    assert rows("SELECT count(*) FROM articles") == [(1,)]


def test_a_short_notice_is_a_copy_only_with_its_headline(store: Store) -> None:
    notice = "This article is for subscribers only."
    outcomes = [
        store.put(visit(f"https://news.example/{n}", body=notice, title=title)).outcome
        for n, title in enumerate(["Storm", "Frost", "STORM"])
    ]
    assert outcomes == ["article", "article", "copy"]


def test_a_changed_text_is_a_revision_and_the_old_one_is_kept(store: Store, rows: Ask) -> None:
    texts = [body("harbour"), body("harbour", changed=2), body("bridge")]
    ends = [store.put(visit(HARBOUR, body=text, day=day)) for day, text in enumerate(texts, 1)]
    assert [(end.outcome, end.reason) for end in ends[1:]] == [
        ("article", "changed text of article 1: revision 2, the earlier one is kept"),
        ("article", "changed text of article 1: revision 3, the earlier one is kept"),
    ]
    assert rows("SELECT body, revision, last_seen_at FROM articles") == [
        (texts[2], 3, "2026-01-03T00:00:00Z")
    ]
    assert rows("SELECT article_id, revision, title, body, seen_at FROM revisions ORDER BY revision") == [
        (1, 1, "About the harbour", texts[0], "2026-01-01T00:00:00Z"),
        (1, 2, "About the harbour", texts[1], "2026-01-02T00:00:00Z"),
    ]
    assert store.counts["revisions"] == 2
    found = rows("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ferries'")
    assert found == [(0,)], "the index speaks of the text that stands"


def test_a_changed_headline_is_a_revision_case_and_quotes_are_none(store: Store, rows: Ask) -> None:
    store.put(visit(title="Harbour 'open' again"))
    assert store.put(visit(title="HARBOUR ‘OPEN’ AGAIN", day=2)).outcome == "unchanged"
    assert store.put(visit(title="Harbour open for good", day=3)).outcome == "article"
    assert rows("SELECT title FROM articles UNION ALL SELECT title FROM revisions") == [
        ("Harbour open for good",),
        ("Harbour 'open' again",),
    ]


def test_what_is_no_change_of_the_text_is_no_revision(store: Store, rows: Ask) -> None:
    store.put(visit(tags=("a",), description="One."))
    assert store.put(
        visit(tags=("b",), description="Two.", body=body("harbour").replace(" ", "  "))
    ).outcome == ("unchanged")
    assert rows("SELECT tags, description, revision FROM articles") == [('["a"]', "One.", 1)]


@pytest.mark.parametrize(
    ("source", "outcome", "stands"),
    [
        ({"status": 200, "day": 9}, "article", "harbour"),  # the page went back to its earlier text
        ({"status": 200, "day": 1}, "unchanged", "tides"),  # an archive holds the earlier answer
        ({"status": None, "day": 9}, "unchanged", "tides"),  # a file on disk, read later
    ],
)
def test_an_earlier_text_met_again(
    store: Store, rows: Ask, source: dict[str, Any], outcome: str, stands: str
) -> None:
    store.put(visit(HARBOUR, body=body("harbour"), day=1))
    store.put(visit(HARBOUR, body=body("tides"), day=2))
    assert store.put(visit(HARBOUR, body=body("harbour"), **source)).outcome == outcome
    assert rows("SELECT body FROM articles") == [(body(stands),)]


def test_an_older_capture_is_kept_and_does_not_replace_the_later_text(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR, body=body("harbour"), day=5))
    end = store.put(visit(HARBOUR, body=body("harbour", changed=3), day=2))
    assert (end.outcome, end.reason) == (
        "article",
        "earlier text of article 1: kept as revision 1, the later one stays",
    )
    assert rows("SELECT body, revision, first_seen_at, last_seen_at FROM articles") == [
        (body("harbour"), 2, "2026-01-02T00:00:00Z", "2026-01-05T00:00:00Z")
    ]
    assert rows("SELECT revision, body FROM revisions") == [(1, body("harbour", changed=3))]


def test_a_rendition_with_other_words_never_replaces_the_article(store: Store, rows: Ask) -> None:
    """Mobile, AMP and print pages point back to the article; their text is kept beside it, and does not alternate."""
    mobile = "https://m.news.example/2025/harbour"
    full, cut = body("harbour"), body("harbour", sentences=9)
    rounds = []
    for day in (1, 3):
        rounds.append(store.put(visit(HARBOUR, body=full, day=day)).outcome)
        rounds.append(store.put(visit(mobile, body=cut, claims=HARBOUR, day=day + 1)).outcome)
    assert rounds == ["article", "copy", "unchanged", "unchanged"]
    assert rows("SELECT body, revision FROM articles") == [(full, 1)]
    ((url, kind, alike, kept),) = rows("SELECT url, kind, similarity, body FROM copies")
    assert (url, kind, kept) == (mobile, "near", cut)
    assert 0.5 < alike < 1


def test_the_rendition_that_came_first_gives_way_to_the_article(store: Store, rows: Ask) -> None:
    printed = "https://news.example/print?id=7"
    full, cut = body("harbour"), body("harbour", sentences=9)
    store.put(visit(printed, body=cut, claims=HARBOUR))
    assert rows("SELECT url, fetched_url FROM articles") == [(HARBOUR, printed)]
    assert store.put(visit(HARBOUR, body=full, day=2)).outcome == "article"
    assert rows("SELECT url, fetched_url, body FROM articles") == [(HARBOUR, HARBOUR, full)]
    assert rows("SELECT url, kind, body FROM copies") == [(printed, "near", cut)]
    assert rows("SELECT body FROM revisions") == [(cut,)]
    assert store.put(visit(printed, body=cut, claims=HARBOUR, day=3)).outcome == "unchanged"


STRANGERS = [HARBOUR, "https://www.news.example/2025/harbour/"]


@pytest.mark.parametrize("claims", STRANGERS)
def test_another_story_that_claims_the_address_is_stored_by_itself(
    store: Store, rows: Ask, claims: str
) -> None:
    store.put(visit(HARBOUR, "harbour"))
    end = store.put(visit(TIDES, "tides", claims=claims))
    assert end.outcome == "article"
    assert "claims the address of article 1, which is another story" in end.reason
    assert rows("SELECT url, title FROM articles ORDER BY id") == [
        (HARBOUR, "About the harbour"),
        (TIDES, "About the tides"),
    ]
    assert rows("SELECT url, article_id FROM pages ORDER BY article_id") == [(HARBOUR, 1), (TIDES, 2)]
    assert store.put(visit(TIDES, "tides", claims=claims, day=2)).outcome == "unchanged"


def test_a_false_claim_is_put_right_when_the_page_itself_comes(store: Store, rows: Ask) -> None:
    """Three pages in a circle of false claims: each ends under the address it was read at."""
    first, second, third = (f"https://news.example/{n}" for n in (1, 2, 3))
    store.put(visit(second, "tides", claims=first))
    store.put(visit(third, "bridge", claims=second))
    store.put(visit(first, "harbour", claims=first))
    assert rows("SELECT url, title FROM articles ORDER BY url") == [
        (first, "About the harbour"),
        (second, "About the tides"),
        (third, "About the bridge"),
    ]
    for url, story in ((first, "harbour"), (second, "tides"), (third, "bridge")):
        assert store.put(visit(url, story, claims=first, day=2)).outcome == "unchanged"


def test_two_texts_at_two_spellings_of_an_address_are_two_articles(store: Store, rows: Ask) -> None:
    store.put(visit("https://news.example/a", "harbour"))
    store.put(visit("https://m.news.example/a", "tides"))
    store.put(visit("http://news.example/a", "bridge", claims="https://news.example/a"))
    assert rows("SELECT url FROM articles ORDER BY id") == [
        ("https://news.example/a",),
        ("https://m.news.example/a",),
        ("http://news.example/a",),
    ]


def test_a_copy_that_becomes_an_article_of_its_own(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(OTHER_SITE, "harbour"))
    assert store.put(visit(OTHER_SITE, "orchard", day=2)).outcome == "article"
    assert rows("SELECT url, article_id FROM pages ORDER BY article_id") == [(HARBOUR, 1), (OTHER_SITE, 2)]
    assert rows("SELECT * FROM copies") == []


def test_a_moved_page_goes_on_as_the_same_article(store: Store, rows: Ask) -> None:
    new = "https://news.example/2026/harbour-reopened"
    store.put(visit(HARBOUR))
    moved = visit(new, body=body("harbour", changed=2), aliases=(HARBOUR,), day=2)
    assert store.put(moved).outcome == "article"
    assert rows("SELECT id, url, fetched_url, revision FROM articles") == [(1, HARBOUR, new, 2)]
    assert rows("SELECT url, reason FROM pages WHERE article_id = 1 AND reason LIKE 'redirects%'") == [
        (HARBOUR, f"redirects to {new}")
    ]
    assert store.put(visit(new, body=body("harbour", changed=2), day=3)).outcome == "unchanged"
    assert rows("SELECT * FROM copies") == []


def test_a_redirect_to_another_story_does_not_touch_the_old_one(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR, "harbour"))
    assert store.put(visit(TIDES, "tides", aliases=(HARBOUR,), day=2)).outcome == "article"
    assert rows("SELECT url, revision FROM articles") == [(HARBOUR, 1), (TIDES, 1)]


@pytest.mark.parametrize("outcome", ["failed", "not_article", "disallowed"])
def test_a_page_that_is_gone_keeps_its_article(store: Store, rows: Ask, outcome: str) -> None:
    store.put(visit(HARBOUR, etag='"a"'))
    store.put(answer(HARBOUR, outcome, status=404, day=2))
    assert rows("SELECT outcome, status, article_id FROM pages") == [(outcome, 404, 1)]
    assert store.put(visit(HARBOUR, day=3)).outcome == "unchanged"


def test_not_modified_is_a_sighting(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR, etag='"a"'))
    store.put(answer(HARBOUR, "unchanged", status=304, day=4))
    assert rows("SELECT last_seen_at, etag, article_id FROM articles JOIN pages ON article_id = id") == [
        ("2026-01-04T00:00:00Z", '"a"', 1)
    ]


def test_text_dumps_without_an_address_are_known_by_their_file(store: Store, rows: Ask) -> None:
    dump: Visit = visit("file:/data/a.txt", claims=None, status=None)
    assert [store.put(dump).outcome, store.put(dump).outcome] == ["article", "unchanged"]
    assert rows("SELECT url, site FROM articles") == [("file:/data/a.txt", "file")]


def test_a_page_met_twice_in_one_run_keeps_what_it_was_at_first(store: Store, rows: Ask) -> None:
    store.put(visit(HARBOUR))
    assert store.put(visit(HARBOUR)).outcome == "unchanged"
    assert rows("SELECT outcome, reason FROM pages") == [("article", "body of 200 words")]
