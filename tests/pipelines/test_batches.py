"""Visits that are committed together: when others see them, and what becomes of them when one of them fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from unittest.mock import Mock

import pytest
from store_samples import HARBOUR, TIDES, answer, body, link, visit

from crawler.errors import DatabaseError
from pipelines.database import batch
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.queries import latest_runs, totals
from pipelines.run_counts import RunCounts
from pipelines.store import Store

BRIDGE = "https://news.example/2025/bridge"
NO_COMMIT = "CREATE TRIGGER refuse BEFORE DELETE ON search_backlog BEGIN SELECT raise(ABORT, 'refused by the test'); END"


@pytest.fixture
def never_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches that only their size or a flush ends."""
    monkeypatch.setattr(batch, "OLDEST", 1000)
    monkeypatch.setattr(batch, "OLDEST_OF_MANY", 1000)


def found(store: Store, word: str) -> list[str]:
    sql = "SELECT url FROM articles WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    return [url for (url,) in store.db.execute(sql, (word,))]


def wait_for(is_so: Callable[[], bool]) -> float:
    """Return how many seconds it took."""
    began = monotonic()
    while not is_so():
        assert monotonic() - began < 10
        sleep(0.01)
    return monotonic() - began


def test_what_was_stored_is_seen_soon_though_nothing_follows(store: Store, path: Path) -> None:
    reader = open_readonly(path)
    store.put(visit(HARBOUR))
    took = wait_for(lambda: reader.execute("SELECT count(*) FROM articles").fetchone() == (1,))
    assert took < 5, "half a second on a machine that has nothing else to do"
    assert reader.execute(
        "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ferries'"
    ).fetchone() == (1,)
    with closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("UPDATE articles SET section = 'Local'")


@pytest.mark.usefixtures("never_old")
def test_visits_of_a_batch_become_visible_together(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "MOST", 2)
    reader = open_readonly(path)
    seen = []
    for url, story in ((HARBOUR, "harbour"), (TIDES, "tides"), (BRIDGE, "bridge")):
        store.put(visit(url, story))
        seen.append(reader.execute("SELECT count(*) FROM articles").fetchone()[0])
    assert seen == [0, 2, 2]
    store.flush()
    assert totals(reader)["articles"] == 3


@pytest.mark.parametrize(
    ("visits", "seconds", "is_due"),
    [
        (0, 10, True),
        (1, 0.3, False),
        (1, 0.4, True),
        (127, 0.4, True),
        (128, 0.4, False),
        (128, 2.9, False),
        (128, 3, True),
        (2047, 2.9, False),
        (2048, 0, True),
    ],
)
def test_visits_that_come_fast_wait_a_little_longer_for_others(
    path: Path, monkeypatch: pytest.MonkeyPatch, visits: int, seconds: float, is_due: bool
) -> None:
    now = 0.0
    monkeypatch.setattr(batch, "monotonic", lambda: now)
    monkeypatch.setattr(batch, "TURN_EVERY", 1e9)
    with closing(open_database(path)) as db:
        waiting = batch.Batch(db, Mock())
        assert not waiting.is_due, "there is nothing to commit"
        waiting.begin()
        for _ in range(visits):
            with waiting.part():
                waiting.note_visit()
        now = seconds
        assert waiting.is_due == is_due
        waiting.commit()
        assert not waiting.is_due


def test_what_waits_for_its_turn_keeps_no_visit_waiting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl changes that with every page, some of them several times."""
    now = 0.0
    monkeypatch.setattr(batch, "monotonic", lambda: now)
    monkeypatch.setattr(batch, "TURN_EVERY", 1e9)
    with closing(open_database(path)) as db:
        waiting = batch.Batch(db, Mock())
        waiting.begin()
        for _ in range(batch.MANY + 1):
            with waiting.part():
                pass
        now = 0.4
        assert waiting.is_due


def test_others_get_their_turn_though_the_log_was_written_back_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That holds the write lock too, for as long as a second."""
    now, slept = 0.0, Mock()
    monkeypatch.setattr(batch, "monotonic", lambda: now)
    monkeypatch.setattr(batch, "sleep", slept)
    with closing(open_database(path)) as db:
        waiting = batch.Batch(db, Mock())
        now = batch.TURN_EVERY
        waiting.begin()
        waiting.commit()
        slept.reset_mock()
        now += batch.TURN_EVERY
        waiting.note_use()
        waiting.begin()
        slept.assert_called_once_with(batch.TURN_SECONDS)


def test_words_are_merged_a_little_in_each_commit_never_all_in_one(store: Store) -> None:
    """FTS5 merges as many pieces as `crisismerge` in one commit: fewer must be merged before."""
    settings = dict(store.db.execute("SELECT k, v FROM articles_fts_config"))
    assert settings["automerge"] < settings["crisismerge"]


@pytest.mark.usefixtures("never_old")
def test_a_visit_that_fails_takes_no_other_with_it(store: Store) -> None:
    store.db.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON related_links WHEN new.position = 2"
        " BEGIN SELECT raise(ABORT, 'refused by the test'); END"
    )
    store.put(visit(HARBOUR, "harbour"))
    with pytest.raises(sqlite3.IntegrityError, match="refused by the test"):
        store.put(visit(TIDES, "tides", related=(link(HARBOUR), link(None))))
    store.put(visit(BRIDGE, "bridge"))
    store.flush()
    assert [url for (url,) in store.db.execute("SELECT url FROM articles ORDER BY id")] == [HARBOUR, BRIDGE]
    assert (found(store, "harbour"), found(store, "island"), found(store, "rust")) == (
        [HARBOUR],
        [],
        [BRIDGE],
    )
    assert store.summary()["sites"] == {"news.example": {"article": 2, "articles_new": 2}}


@pytest.mark.usefixtures("never_old")
def test_what_cannot_be_committed_is_not_counted(path: Path) -> None:
    with Store(path, command="test") as store:
        store.put(visit(HARBOUR, "harbour"))
        store.db.execute(NO_COMMIT)
        store.put(visit(TIDES, "tides", related=(link(HARBOUR),)))
        store.put(visit("https://other.example/tides", "tides"))
        with pytest.raises(DatabaseError, match=r"refused by the test.*copydesk doctor"):
            store.flush()
        store.db.execute("DROP TRIGGER refuse")
        store.put(visit(BRIDGE, "bridge"))
    db = open_readonly(path)
    assert [url for (url,) in db.execute("SELECT url FROM articles ORDER BY id")] == [HARBOUR, BRIDGE]
    (run,) = latest_runs(db)
    assert run["status"] == "done"
    assert {name: number for name, number in run["counts"].items() if number} == {
        "article": 2,
        "articles_new": 2,
        "sites": {"news.example": {"article": 2, "articles_new": 2}},
    }


def test_a_commit_that_fails_while_nothing_is_put_is_told_from_then_on(path: Path) -> None:
    store = Store(path, command="test").__enter__()
    store.db.execute(NO_COMMIT)
    store.put(visit(HARBOUR, "harbour"))
    wait_for(lambda: not store.counts["articles_new"])
    for _ in range(2):
        with pytest.raises(DatabaseError, match=r"refused by the test.*copydesk doctor"):
            store.put(visit(TIDES, "tides"))
    with pytest.raises(DatabaseError, match=r"refused by the test.*copydesk doctor"):
        store.close("done")
    reader = open_readonly(path)
    assert totals(reader)["articles"] == 0
    (run,) = latest_runs(reader)
    assert (run["status"], run["counts"]["articles_new"], run["counts"]["sites"]) == ("failed", 0, {})


def test_a_batch_that_cannot_begin_is_told_as_the_file_s_fault(path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"no such table: .*search_backlog.*copydesk doctor"):  # noqa: SIM117
        with Store(path, command="test") as store:
            store.db.execute("DROP TABLE search_backlog")
            store.put(visit(HARBOUR, "harbour"))


def test_a_full_disk_leaves_a_whole_file_that_the_run_counts_rightly(path: Path) -> None:
    with pytest.raises(DatabaseError, match="disk is full"), Store(path, command="test") as store:
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages + 120}")
        for number in range(1000):
            text = f"{body('tides', sentences=40)} Edition {number}."
            store.put(visit(f"https://news.example/{number}", body=text, title=f"Edition {number}"))
            if number == 20:
                store.flush()
    with Store(path, command="next") as store:
        stored = totals(store.db)["articles"]
        assert stored > 20
        assert store.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        store.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        run = latest_runs(store.db)[1]
        assert run["status"] in {"failed", "interrupted"}
        assert run["counts"]["articles_new"] == stored


@pytest.mark.usefixtures("never_old")
def test_an_article_that_changes_within_its_batch_is_found_by_its_last_text(store: Store) -> None:
    store.put(visit(TIDES, "tides"))
    store.flush()
    store.put(visit(HARBOUR, "harbour"))
    store.put(visit(HARBOUR, "bridge", day=2))
    store.put(visit(TIDES, "orchard", day=2))
    assert (found(store, "rust"), found(store, "ferries")) == ([HARBOUR], [])
    assert (found(store, "blossom"), found(store, "island")) == ([TIDES], [])
    store.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    assert store.db.execute("SELECT count(*) FROM search_backlog").fetchone() == (0,)


@pytest.mark.parametrize("last_indexed", [[0], [1], [2], [99], [99, 0]])
def test_what_another_program_kept_out_of_the_index_is_taken_in_by_the_next_run(
    path: Path, last_indexed: list[int]
) -> None:
    with Store(path, command="test") as store:
        store.put(visit(HARBOUR, "harbour"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.executemany("INSERT INTO search_backlog VALUES (?)", [(number,) for number in last_indexed])
        other.executescript(
            "CREATE TEMP TABLE one AS SELECT * FROM articles;"
            "UPDATE one SET id = 2, url = 'x', fetched_url = 'x', body = 'Blossom in spring';"
            "INSERT INTO articles SELECT * FROM one"
        )
    with Store(path, command="test") as store:
        store.put(visit(BRIDGE, "bridge"))
    with Store(path, command="test") as store:
        assert (found(store, "blossom"), found(store, "rust")) == (["x"], [BRIDGE])
        store.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        assert store.db.execute("SELECT count(*) FROM search_backlog").fetchone() == (0,)


def test_an_interruption_as_a_batch_begins_leaves_a_run_that_can_be_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt), Store(path, command="test") as store:
        db = store.db

        def interrupted() -> float:
            if db.conn.in_transaction:
                monkeypatch.undo()
                raise KeyboardInterrupt
            return monotonic()

        monkeypatch.setattr(batch, "monotonic", interrupted)
        store.put(visit(HARBOUR))
    reader = open_readonly(path)
    assert latest_runs(reader)[0]["status"] == "interrupted"
    assert totals(reader)["articles"] == 0


def test_what_an_interruption_kept_from_being_counted_is_not_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt), Store(path, command="test") as store:
        store.put(visit(HARBOUR, "harbour"))
        monkeypatch.setattr(RunCounts, "add", Mock(side_effect=KeyboardInterrupt))
        store.put(visit(TIDES, "tides"))
    reader = open_readonly(path)
    assert totals(reader)["articles"] == latest_runs(reader)[0]["counts"]["articles_new"] == 1


@pytest.mark.usefixtures("never_old")
def test_what_a_block_wrote_that_never_came_to_its_end_is_not_committed(path: Path) -> None:
    """As when Ctrl-C comes between the block's last statement and its end: Python does not tell the block then."""
    store = Store(path, command="test").__enter__()
    store.put(visit(HARBOUR))
    block = store.writing()
    block.__enter__()
    store.db.execute("UPDATE articles SET title = 'Half'")
    sleep(0.3)
    store.close("interrupted")
    reader = open_readonly(path)
    assert [title for (title,) in reader.execute("SELECT title FROM articles")] == ["About the harbour"]
    assert latest_runs(reader)[0]["counts"]["articles_new"] == 1


def test_whoever_else_stores_an_article_has_it_in_the_index_at_once(store: Store, path: Path) -> None:
    store.put(visit(HARBOUR))
    store.flush()
    columns = [row[1] for row in store.db.execute("PRAGMA table_info(articles)")]
    values = {"id": "9", "url": "'x'", "fetched_url": "'x'", "body": "'glacier'"}
    copied = (
        f"INSERT INTO articles SELECT {', '.join(values.get(name, name) for name in columns)} FROM articles"  # noqa: S608
    )
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(copied)
        indexed = other.execute(
            "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'glacier'"
        ).fetchall()
        assert indexed == [(9,)]


def test_another_program_gets_its_turn_however_busy_the_run_is(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "TURN_EVERY", 0.5)
    monkeypatch.setattr(batch, "MOST", 100_000)
    store.put(visit(HARBOUR))
    store.flush()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=4, isolation_level=None)) as other:
            other.execute("UPDATE articles SET section = 'Local'")

    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(write)
        while not written.done():
            store.put(answer("https://news.example/", "listing"))
    written.result()
