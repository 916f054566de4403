"""Keys of addresses in a file of an earlier release: what they miss is the same article again."""

from pathlib import Path

from old_files import insert_article, version_1
from store_samples import body, visit

from crawler.urls import address_key
from pipelines.database.connection import open_database
from pipelines.store import Store

TIDES = "https://news.example/2025/tides?spm=a1.b2"
PLAIN = "https://news.example/2025/tides"
HARBOUR = "https://news.example/2025/harbour"


def old_file(path: Path) -> None:
    """Two articles; one was stored when `spm` was not yet known to count clicks, and the other leads to it."""
    with version_1(path) as db:
        insert_article(db, 1, TIDES, title="About the tides", body=body("tides"))
        insert_article(db, 2, HARBOUR)
        stale = "news.example/2025/tides?spm=a1.b2"
        db.execute("UPDATE articles SET address_key = ? WHERE url = ?", (stale, TIDES))
        db.execute("UPDATE pages SET address_key = ? WHERE url = ?", (stale, TIDES))
        db.execute(
            "INSERT INTO related_links (article_id, position, url, address_key, kind) VALUES (2, 1, ?, ?, 'block')",
            (PLAIN, address_key(PLAIN)),
        )


def test_keys_are_made_anew_and_links_lead_where_they_should(tmp_path: Path) -> None:
    old_file(tmp_path / "old.db")
    db = open_database(tmp_path / "old.db")
    keys = {url: address_key(url) for url in (TIDES, HARBOUR)}
    assert dict(db.execute("SELECT url, address_key FROM articles").fetchall()) == keys
    assert dict(db.execute("SELECT url, address_key FROM pages").fetchall()) == keys
    assert db.execute("SELECT target_id FROM related_links").fetchall() == [(1,)]
    db.close()


def test_an_article_of_an_older_file_is_not_stored_again(tmp_path: Path) -> None:
    old_file(tmp_path / "old.db")
    with Store(tmp_path / "old.db", command="crawl") as store:
        ended = store.put(visit(PLAIN, "tides"))
        assert store.db.execute("SELECT count(*) FROM articles").fetchone() == (2,), ended
