"""The write-ahead log of a long run, with slow readers beside it."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from store_samples import body, visit

from pipelines.database import log, writer
from pipelines.database.log import WriteAheadLog
from pipelines.store import Store

LIMIT = 256 * 1024
TEXT = body("tides", sentences=200)


@contextmanager
def slow_readers(path: Path, number: int, seconds: float) -> Iterator[None]:
    """Readers that each hold a snapshot for a while, and never all pause at once."""
    done = threading.Event()

    def read(first_wait: float) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            time.sleep(first_wait)
            while not done.is_set():
                db.execute("BEGIN")
                db.execute("SELECT count(*) FROM articles").fetchone()
                time.sleep(seconds)
                db.execute("COMMIT")

    threads = [threading.Thread(target=read, args=(seconds * n / number,)) for n in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


def put_articles(store: Store, path: Path, number: int) -> int:
    """Store that many; return the largest size that the log had."""
    log, largest = path.with_name(path.name + "-wal"), 0
    for n in range(number):
        store.put(visit(f"https://news.example/{n}", body=f"Edition {n}. {TEXT}"))
        store.flush()
        largest = max(largest, log.stat().st_size)
    return largest


def test_the_log_stays_small_while_readers_take_turns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A busy machine may stop a reader for longer than a second, and then it is one that stays.
    monkeypatch.setattr(log, "PATIENCE", 20_000)
    monkeypatch.setattr(writer, "WriteAheadLog", partial(WriteAheadLog, limit=LIMIT))
    with Store(path, command="test") as store:
        put_articles(store, path, 1)
        with slow_readers(path, 3, 0.05):
            largest = put_articles(store, path, 150)
        assert store.db.execute("SELECT count(*) FROM articles").fetchone() == (150,)
    assert largest < 4 * LIMIT


def test_a_reader_that_never_ends_stops_nothing_is_said_once_and_costs_nothing_after(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(writer, "WriteAheadLog", partial(WriteAheadLog, limit=64 * 1024))
    monkeypatch.setattr(log, "PATIENCE", 1)
    with Store(path, command="test") as store:
        put_articles(store, path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            before = reader.execute("SELECT count(*) FROM articles").fetchone()
            with caplog.at_level(logging.WARNING):
                largest = put_articles(store, path, 60)
            assert reader.execute("SELECT count(*) FROM articles").fetchone() == before == (1,)
        assert largest > 16 * 64 * 1024
        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert "news.db-wal has grown to" in caplog.text
        store.put(visit("https://news.example/last", body=f"The last one. {TEXT}"))
        for n in range(20):
            store.put(visit(f"https://news.example/after/{n}", body=f"After {n}. {TEXT}"))
            store.flush()
        assert store.db.execute("PRAGMA busy_timeout").fetchone() == (10_000,)
        assert path.with_name("news.db-wal").stat().st_size < largest / 4


def test_a_closed_file_has_no_log(path: Path) -> None:
    with Store(path, command="test") as store:
        put_articles(store, path, 3)
    assert sorted(file.name for file in path.parent.iterdir() if "wal" in file.name) == []
