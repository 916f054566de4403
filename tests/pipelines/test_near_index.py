"""The keys that nearly the same texts are found by, the table that holds them, and how old files get them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from series_texts import STORY, edited, parts
from store_samples import body, visit
from xxhash import xxh3_64_intdigest

from pipelines.database import bands, derived
from pipelines.database.connection import open_database
from pipelines.database.migrations import APPLICATION_ID
from pipelines.database.schema import VERSION_1
from pipelines.fingerprint import fingerprint
from pipelines.near_sketch import BANDS, SCHEME, band_keys, text_keys
from pipelines.store import Store


def test_keys_are_the_same_in_every_version_of_the_library() -> None:
    """Files live for years: whoever changes these numbers needs another SCHEME and a migration."""
    assert xxh3_64_intdigest(b"") == 0x2D06800538D394C2, "as XXH3's specification says"
    assert band_keys(STORY)[:2] == (3756732828347929104, 9118843037314616593)
    assert band_keys(STORY.upper()) == band_keys(STORY)


def test_a_key_says_its_band_and_scheme() -> None:
    assert [key & 0xF for key in band_keys(STORY)] == list(range(BANDS))
    assert {key >> 4 & 0xF for key in band_keys(STORY)} == {SCHEME}


def test_like_texts_share_keys_and_others_none() -> None:
    keys = set(band_keys(STORY))
    assert keys & set(band_keys(edited(STORY)))
    assert not keys & set(band_keys(parts("weather")[0].body))


def test_short_and_repetitive_texts_have_no_keys() -> None:
    assert band_keys(" ".join(f"word{n}" for n in range(103))) == ()
    assert len(band_keys(" ".join(f"word{n}" for n in range(104)))) == BANDS
    assert band_keys("Read more here. " * 10_000) == band_keys("") == ()


def test_finding_reads_no_table_whole(store: Store) -> None:
    bands.candidates(store.db, STORY)
    plan = store.db.execute(f"EXPLAIN QUERY PLAN {bands.CANDIDATES}", band_keys(STORY)).fetchall()
    steps = [row[3] for row in plan if "SEARCH" in row[3]]
    assert len(steps) == 2 * BANDS
    assert all("PRIMARY KEY (band=?)" in step for step in steps)


def test_a_form_of_thousands_of_texts_costs_no_more_than_a_few(store: Store) -> None:
    rows = [(key, number) for number in range(3_000) for key in band_keys(STORY)]
    store.db.conn.executemany("INSERT INTO bands VALUES (?, ?)", rows)
    found = bands.candidates(store.db, STORY)
    assert found == list(range(2_999, 2_999 - bands.MOST_CANDIDATES, -1))


def test_of_a_key_that_thousands_have_the_newest_are_looked_at(store: Store) -> None:
    first, second, *_ = band_keys(STORY)
    rows = [
        (first, 0),
        (second, 0),
        *((first, n) for n in range(1, 2_000)),
        *((second, n) for n in range(2_000, 4_000)),
    ]
    store.db.conn.executemany("INSERT INTO bands VALUES (?, ?)", rows)
    found = bands.candidates(store.db, STORY)
    assert len(found) == bands.MOST_CANDIDATES
    assert 0 not in found, "although it has two of the keys"


def make_version_1(path: Path, texts: dict[str, str]) -> None:
    """Make a file as the first release left it, with these articles."""
    db = sqlite3.connect(path)
    db.executescript(VERSION_1)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.executescript(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);"
        "CREATE UNIQUE INDEX once ON _sqlite_migrations (migration_set, name);"
        "INSERT INTO _sqlite_migrations VALUES (1, 'copydesk', '0001_first_schema', '2026-01-01');"
    )
    db.executemany(
        "INSERT INTO articles (url, address_key, fetched_url, site, title, body, body_markdown, word_count,"
        " content_hash, first_seen_at, last_seen_at) VALUES (?, ?, ?, 'paper.example', 'Lamp', ?, '', 1, ?, '', '')",
        [(url, url, url, text, f"hash of {url}") for url, text in texts.items()],
    )
    db.commit()
    db.close()


def test_an_older_file_gets_its_keys(path: Path, tmp_path: Path) -> None:
    texts = {"https://paper.example/1": body("tides", sentences=3), "https://paper.example/2": STORY}
    texts |= {f"https://paper.example/{n}": f"{body('bridge')} Number {n}." for n in range(3, 50)}
    make_version_1(path, texts)
    with Store(path, command="test") as store:
        assert store.db.execute("SELECT name FROM sqlite_temp_master").fetchall() == []
        keys = store.db.execute("SELECT band FROM bands WHERE article_id = 2").fetchall()
        assert {key for (key,) in keys} == set(text_keys("hash of https://paper.example/2", STORY))
        assert store.db.execute("SELECT count(DISTINCT article_id) FROM bands").fetchone() == (49,)
        end = store.put(visit("https://gazette.example/b", body=edited(STORY), title="Lamp"))
        assert (end.outcome, end.reason) == ("copy", "82% of the text as article 2")
    new = open_database(tmp_path / "new.db")
    sql = "SELECT sql FROM sqlite_master WHERE name = 'bands'"
    assert new.execute(sql).fetchall() == sqlite3.connect(path).execute(sql).fetchall()


NOTICE = "The ferries are cancelled until further notice."


def test_exactly_the_same_text_is_found_by_its_own_key(store: Store) -> None:
    """Also a short one, which has no other key."""
    for number in range(3):
        store.put(visit(f"https://paper.example/{number}", body=NOTICE, title=f"Notice of pier {number}"))
    end = store.put(visit("https://gazette.example/pier-2", body=NOTICE.upper(), title="Notice of pier 2"))
    assert (end.outcome, end.reason) == ("copy", "same text as article 3")
    values = {"key": 1, "content_hash": "x", "most": 8}
    plan = store.db.execute(f"EXPLAIN QUERY PLAN {bands.WITH_TEXT}", values).fetchall()
    looked_up = ("SEARCH ", "SCAN (subquery", "CO-ROUTINE", "COMPOUND QUERY", "LEFT-MOST", "UNION ALL")
    assert [detail for *_, detail in plan if not detail.startswith(looked_up)] == []


def test_rows_of_articles_that_are_gone_do_not_stand_before_the_others(store: Store) -> None:
    for number in range(230):
        store.put(visit(f"https://paper.example/{number}", body=NOTICE, title=f"Notice of pier {number}"))
    store.flush()
    store.db.execute("DELETE FROM articles WHERE id <= 225")
    end = store.put(visit("https://gazette.example/pier", body=NOTICE, title="Notice of pier 225"))
    assert (end.outcome, end.reason) == ("copy", "same text as article 226")


def test_a_text_with_what_sqlite_does_not_take_is_found(store: Store) -> None:
    torn = "The tide\x00water came twice. " + body("tides", sentences=3)
    assert store.put(visit("https://paper.example/1", body=torn)).outcome == "article"
    assert store.put(visit("https://gazette.example/1", body=torn)).reason == "same text as article 1"


def test_an_article_that_another_program_stored_is_told_and_found_once_mended(store: Store) -> None:
    store.put(visit("https://paper.example/1", body=STORY))
    store.flush()
    store.db.execute(
        "INSERT INTO articles (url, address_key, fetched_url, site, title, body, body_markdown, word_count,"
        " content_hash, first_seen_at, last_seen_at) VALUES (:url, 'paper.example/2', :url, 'paper.example', 'Pier',"
        " :body, '', 7, :hash, '2025-01-01', '2025-01-01')",
        {"url": "https://paper.example/2", "body": NOTICE, "hash": fingerprint(NOTICE).content_hash},
    )
    assert [found.what for found in derived.near_keys(store.db)] == ["1 articles have no key of their text"]
    bands.renew(store.db)
    assert [found.state for found in derived.near_keys(store.db)] == ["ok"]
    assert (
        store.put(visit("https://gazette.example/2", body=NOTICE, title="Pier")).reason
        == "same text as article 2"
    )
