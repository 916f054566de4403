"""Nearly the same text at other addresses: found, kept beside its original, whichever came first; and after changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from series_texts import STORY, edited
from store_samples import body, link, visit

from crawler.items import Visit
from pipelines.similarity import similarity
from pipelines.store import Store

Ask = Callable[..., list[tuple[Any, ...]]]
PAPER, GAZETTE, THIRD = ("https://paper.example/a", "https://gazette.example/b", "https://third.example/c")
ALIKE = similarity(STORY, edited(STORY))
COPIES = "SELECT url, article_id, kind, similarity, body FROM copies ORDER BY url"

JAPANESE = """港の北の突堤にある古い灯台に、この秋ふたたび灯がともることになった。明かりが消えてから十五年がたつ。修理の費用は、もう誰も欲しがらない
二台目のクレーンのために積み立てられていた基金から出る。工業学校の技師たちは昨年の冬にレンズを分解し、三百の部品を手で磨いた。
嵐でひびの入った二枚は、ふだん劇場の照明を作っている工房で新しく鋳直された。残りの仕掛けは思ったよりも良い状態だった。最後の灯台守が
扉に鍵をかける前に、歯車に油を詰めておいたからである。船はもう灯台を必要としていないと、水先人たちは隠さずに言う。"""


def paper(url: str, text: str = STORY, *, published: str | None = "2025-08-04", **values: Any) -> Visit:
    return visit(url, body=text, published_at=published, **{"title": "Lighthouse to shine again", **values})


def dump(store: Store, *tables: str) -> list[list[dict[str, Any]]]:
    return [list(store.db[table].rows_where(order_by="1, 2")) for table in tables]


def test_an_edited_text_on_another_site_is_a_copy_with_its_text_and_likeness(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    end = store.put(paper(GAZETTE, edited(STORY), title="Old lamp comes back", published="2025-08-06", day=2))
    assert (end.outcome, end.reason) == ("copy", "82% of the text as article 1")
    assert rows(COPIES) == [(GAZETTE, 1, "near", ALIKE, edited(STORY))]
    assert rows("SELECT site, title, published_at, seen_at FROM copies") == [
        ("gazette.example", "Old lamp comes back", "2025-08-06", "2026-01-02T00:00:00Z")
    ]
    assert rows("SELECT url, outcome, article_id FROM pages ORDER BY url DESC") == [
        (PAPER, "article", 1),
        (GAZETTE, "copy", 1),
    ]
    assert rows("SELECT count(*) FROM articles") == [(1,)]


def test_texts_without_spaces_are_compared_by_characters(store: Store) -> None:
    store.put(paper(PAPER, JAPANESE))
    assert store.put(paper(GAZETTE, JAPANESE.replace("古い灯台", "老いた灯台"))).outcome == "copy"
    assert store.put(paper(THIRD, JAPANESE[:120])).outcome == "article"


def test_a_text_that_is_less_alike_is_an_article(store: Store) -> None:
    other = edited(STORY).replace("Ships no longer need the light", "No ship needs the light any more")
    assert 0.7 < similarity(STORY, other) < 0.8
    store.put(paper(PAPER))
    assert store.put(paper(GAZETTE, other)).outcome == "article"


def test_an_original_that_comes_later_changes_places(store: Store, rows: Ask) -> None:
    reader = "https://reader.example/"
    store.put(visit(reader, "bridge", related=(link(GAZETTE), link(PAPER))))
    store.put(
        paper(GAZETTE, edited(STORY), published="2025-08-06", title="Old lamp", related=(link(reader),))
    )
    end = store.put(paper(PAPER, day=2, related=(link(reader), link(None))))
    assert end.outcome == "article"
    assert end.reason == (
        "82% of the text as article 2, which was published later: the original, they change places"
    )
    assert rows("SELECT id, url, fetched_url, site, title, published_on, body, revision FROM articles") == [
        (1, reader, reader, "reader.example", "About the bridge", "2025-08-09", body("bridge"), 1),
        (2, PAPER, PAPER, "paper.example", "Lighthouse to shine again", "2025-08-04", STORY, 2),
    ]
    assert rows("SELECT first_seen_at, last_seen_at FROM articles WHERE id = 2") == [
        ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")
    ]
    assert rows(COPIES) == [(GAZETTE, 2, "near", ALIKE, edited(STORY))]
    assert rows("SELECT title, published_at, seen_at FROM copies") == [
        ("Old lamp", "2025-08-06", "2026-01-01T00:00:00Z")
    ]
    assert rows("SELECT article_id, revision, title, body FROM revisions") == [
        (2, 1, "Old lamp", edited(STORY))
    ]
    assert rows("SELECT url, outcome, article_id FROM pages WHERE article_id = 2 ORDER BY url") == [
        (GAZETTE, "copy", 2),
        (PAPER, "article", 2),
    ]
    assert rows("SELECT article_id, position, target_id FROM related_links ORDER BY 1, 2") == [
        (1, 1, 2), (1, 2, 2), (2, 1, 1), (2, 2, None),
    ]  # fmt: skip
    assert rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH '\"be lit again\"'") == [(2,)]
    assert store.counts["articles_new"] == 2
    store.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_copies_end_alike_in_whatever_order_they_come(
    store: Store, rows: Ask, order: tuple[int, ...]
) -> None:
    visits = [
        paper(PAPER, published="2025-08-04T08:00:00+02:00"),
        paper(GAZETTE, edited(STORY), published="2025-08-04T07:00:00Z"),
        paper(THIRD, STORY.upper(), published="2025-08-05"),
    ]
    for number in order:
        store.put(visits[number])
    assert rows("SELECT id, url, body FROM articles") == [(1, PAPER, STORY)]
    assert rows(COPIES) == [
        (GAZETTE, 1, "near", ALIKE, edited(STORY)),
        (THIRD, 1, "exact", 1.0, None),
    ]
    for number in order:
        assert store.put(visits[number]).outcome == "unchanged"
    assert rows("SELECT url, body FROM articles") == [(PAPER, STORY)]


def test_an_exact_copy_of_what_gave_way_keeps_its_text(store: Store, rows: Ask) -> None:
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    store.put(paper(THIRD, edited(STORY), published="2025-08-07"))
    assert rows(COPIES) == [(THIRD, 1, "exact", 1.0, None)]
    store.put(paper(PAPER))
    assert rows(COPIES) == [
        (GAZETTE, 1, "near", ALIKE, edited(STORY)),
        (THIRD, 1, "near", ALIKE, edited(STORY)),
    ]


def test_a_copy_of_a_copy_is_a_copy_of_the_article(store: Store, rows: Ask) -> None:
    again = edited(STORY).replace("Ships no longer need the light", "No ship needs the light any more")
    assert similarity(again, STORY) < 0.8
    store.put(paper(PAPER))
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    assert store.put(paper(THIRD, again, published="2025-08-07", claims=GAZETTE)).outcome == "copy"
    assert rows("SELECT url, article_id, similarity FROM copies ORDER BY url") == [
        (GAZETTE, 1, ALIKE),
        (THIRD, 1, similarity(again, STORY)),
    ]


# What the first and the second page say of themselves → whether the second is the original, and why.
ACCOUNTS: dict[str, tuple[dict[str, Any], dict[str, Any], str | None]] = {
    "published earlier": ({}, {"published": "2025-08-03"}, "which was published later"),
    "published later": ({}, {"published": "2025-08-05"}, None),
    "published at one time, in two zones": (
        {"published": "2025-08-04T10:00:00+02:00"},
        {"published": "2025-08-04T08:00:00Z"},
        None,
    ),
    "earlier by the clock": (
        {"published": "2025-08-04T10:00:00+02:00"},
        {"published": "2025-08-04T07:59:00Z"},
        "which was published later",
    ),
    "one without a date": ({}, {"published": None}, None),
    "seen earlier, in an archive": ({"day": 5}, {"day": 2}, "which was seen later"),
    "credits the first in a note": (
        {"published": "2025-08-05", "site_name": "The Paper"},
        {"text": f"{STORY}\n\nThis article first appeared in The Paper."},
        None,
    ),
    "credited by the first in a note": (
        {"published": "2025-08-03", "text": f"Quelle: The Gazette\n\n{STORY}"},
        {"site_name": "The Gazette"},
        "which credits The Gazette",
    ),
    "credited by the first as author": (
        {"published": "2025-08-03", "authors": ("GAZETTE",)},
        {},
        "which credits gazette.example",
    ),
    "credited by the first in the dateline": (
        {"published": "2025-08-03", "text": f"TARNMOUTH (Gazette) - {STORY}"},
        {},
        "which credits gazette.example",
    ),
    "named by the first in its text": (
        {"published": "2025-08-03", "text": STORY.replace("say so openly", "say so in The Gazette")},
        {"site_name": "The Gazette"},
        None,
    ),
}


@pytest.mark.parametrize(("first", "second", "why"), ACCOUNTS.values(), ids=list(ACCOUNTS))
def test_which_of_two_is_the_original(
    store: Store, rows: Ask, first: dict[str, Any], second: dict[str, Any], why: str | None
) -> None:
    store.put(paper(PAPER, **first))
    end = store.put(paper(GAZETTE, **{"text": edited(STORY), **second}))
    assert rows("SELECT id, url FROM articles") == [(1, GAZETTE if why else PAPER)]
    assert rows("SELECT url FROM copies") == [(PAPER if why else GAZETTE,)]
    assert (why or "of the text") in end.reason


def test_the_same_text_changes_places_without_a_revision(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    store.put(paper(GAZETTE, published="2025-08-01"))
    assert rows("SELECT url, published_on, revision FROM articles") == [(GAZETTE, "2025-08-01", 1)]
    assert rows(COPIES) == [(PAPER, 1, "exact", 1.0, None)]
    assert rows("SELECT * FROM revisions") == []


def test_a_page_that_names_the_article_as_canonical_is_never_its_original(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    assert store.put(paper(GAZETTE, edited(STORY), claims=PAPER, published="2025-08-01")).outcome == "copy"
    assert rows("SELECT url FROM articles") == [(PAPER,)]


def test_both_addresses_of_what_gave_way_lead_to_the_article(store: Store, rows: Ask) -> None:
    """It claimed an address that was never read; links to either go on leading to the story."""
    claimed = "https://gazette.example/lamp"
    store.put(paper(GAZETTE, edited(STORY), claims=claimed, published="2025-08-06"))
    store.put(paper(PAPER))
    assert rows("SELECT url FROM copies ORDER BY url") == [(GAZETTE,), (claimed,)]
    store.put(visit("https://reader.example/", "bridge", related=(link(claimed), link(GAZETTE), link(PAPER))))
    assert rows("SELECT target_id FROM related_links") == [(1,)] * 3
    again = paper(GAZETTE, edited(STORY), claims=claimed, published="2025-08-06", day=9)
    assert store.put(again).outcome == "unchanged"


def test_an_original_whose_address_another_story_claimed_gets_its_own(store: Store, rows: Ask) -> None:
    store.put(visit(THIRD, "tides", claims=PAPER))
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    store.put(paper(PAPER))
    assert rows("SELECT id, url FROM articles ORDER BY id") == [(1, THIRD), (2, PAPER)]


def test_a_revised_article_is_found_by_its_new_text_only(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    keys = rows("SELECT band FROM text_keys")
    store.put(paper(PAPER, body("tides"), day=2))
    assert len(rows("SELECT band FROM text_keys")) == len(keys)
    assert not set(rows("SELECT band FROM text_keys")) & set(keys)
    assert store.put(paper(GAZETTE, edited(STORY), day=3)).outcome == "article"
    assert store.put(paper(THIRD, body("tides") + "\n\nMore soon.", day=3)).outcome == "copy"


def test_a_revision_says_anew_what_its_copies_are(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    store.put(paper(GAZETTE, published="2025-08-06"))
    store.put(paper(THIRD, edited(STORY), published="2025-08-06"))
    store.put(paper(PAPER, edited(STORY), day=2))
    assert rows(COPIES) == [(GAZETTE, 1, "near", ALIKE, STORY), (THIRD, 1, "exact", 1.0, None)]
    assert store.put(paper(GAZETTE, published="2025-08-06", day=3)).outcome == "unchanged"


def test_a_copy_whose_article_became_another_story_is_an_article_when_it_is_read_again(
    store: Store, rows: Ask
) -> None:
    copy = paper(GAZETTE, edited(STORY), published="2025-08-06")
    store.put(paper(PAPER))
    store.put(copy)
    store.put(paper(PAPER, body("tides"), day=2))
    assert rows("SELECT url, body FROM copies") == [(GAZETTE, edited(STORY))]
    assert store.put(copy).outcome == "article"
    assert rows("SELECT id, url FROM articles ORDER BY id") == [(1, PAPER), (2, GAZETTE)]
    assert rows("SELECT * FROM copies") == []


def test_a_copy_that_changes_is_compared_again(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    assert store.put(paper(GAZETTE, STORY, published="2025-08-06", day=2)).outcome == "copy"
    assert rows(COPIES) == [(GAZETTE, 1, "exact", 1.0, None)]
    assert store.put(paper(GAZETTE, body("tides"), day=3)).outcome == "article"
    assert rows("SELECT * FROM copies") == []


def test_a_copy_that_proves_the_original_is_no_copy_any_more(store: Store, rows: Ask) -> None:
    store.put(paper(PAPER))
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    dated = paper(GAZETTE, f"{edited(STORY)}\n\nCorrected.", published="2025-08-01", day=2)
    assert store.put(dated).outcome == "article"
    assert rows("SELECT url FROM articles") == [(GAZETTE,)]
    assert rows("SELECT url, body FROM copies") == [(PAPER, STORY)]


def test_a_copy_stays_where_it_is_when_another_article_becomes_like_it(store: Store, rows: Ask) -> None:
    copy = paper(GAZETTE, edited(STORY), published="2025-08-06")
    store.put(paper(PAPER))
    store.put(copy)
    store.put(paper(THIRD, body("tides"), title="Lighthouse to shine again"))
    store.put(paper(THIRD, edited(STORY), day=2))
    assert store.put(copy).outcome == "unchanged"
    assert rows("SELECT url, article_id FROM copies") == [(GAZETTE, 1)]


def test_a_second_run_over_the_same_pages_changes_nothing(path: Path) -> None:
    visits = [
        paper(GAZETTE, edited(STORY), published="2025-08-06", status=None),
        paper(PAPER, status=None),
        paper(THIRD, published="2025-08-05", status=None),
        paper(
            "https://fourth.example/",
            f"Source: third.example\n\n{STORY}",
            published="2025-08-01",
            status=None,
        ),
    ]
    seen = []
    for _ in range(3):
        with Store(path, command="ingest") as store:
            ends = {store.put(one).outcome for one in visits}
            seen.append(dump(store, "articles", "copies", "revisions", "text_keys", "related_links"))
    assert ends == {"unchanged"}
    assert seen[0] == seen[1] == seen[2]


def test_a_change_of_places_that_fails_leaves_everything(store: Store) -> None:
    store.put(paper(GAZETTE, edited(STORY), published="2025-08-06"))
    before = dump(store, "articles", "copies", "revisions", "text_keys", "pages")
    store.db.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON related_links BEGIN SELECT raise(ABORT, 'refused'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="refused"):
        store.put(paper(PAPER, related=(link(None),)))
    assert dump(store, "articles", "copies", "revisions", "text_keys", "pages") == before


def test_a_row_whose_article_somebody_deleted_does_no_harm(store: Store) -> None:
    store.put(paper(PAPER))
    store.db.execute("DELETE FROM articles")
    assert store.put(paper(GAZETTE, edited(STORY))).outcome == "article"
