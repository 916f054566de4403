"""Files that earlier versions filled, as they made them: migrated without loss, also when the migration is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crawler.urls import address_key
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.migrations import SCHEMA_VERSION
from pipelines.database.search import search
from pipelines.database.selection import Selection
from pipelines.doctor import examine

DUMPS = sorted((Path(__file__).parent / "old_versions").glob("*.sql"))
HARBOUR, TIDES = "https://news.example/2025/harbour", "https://news.example/2025/tides"

# What every version knew, and what the ingested pages hold.
CONTENT = {
    "articles": "SELECT id, url, title, body, body_markdown, published_at, content_hash, revision, first_seen_at FROM articles",
    "related_links": "SELECT article_id, position, url, title, kind FROM related_links",
    "copies": "SELECT url, article_id, kind, similarity FROM copies",
    "revisions": "SELECT * FROM revisions",
    "pages": "SELECT url, outcome, reason, article_id, fetched_at FROM pages",
    "runs": "SELECT * FROM runs",
}
COUNTS = {"articles": 3, "related_links": 3, "copies": 1, "revisions": 1, "pages": 5, "runs": 2}


def version_of(dump: Path) -> int:
    return int(dump.stem.rpartition("_")[2])


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def old(request: pytest.FixtureRequest, path: Path) -> Iterator[Path]:
    dump: Path = request.param
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(dump.read_text("utf-8"))
        db.execute("PRAGMA journal_mode = WAL")
        assert db.execute("PRAGMA user_version").fetchone() == (version_of(dump),)
    return path


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        return {table: sorted(db.execute(sql).fetchall()) for table, sql in CONTENT.items()}


def test_there_is_a_file_of_each_version_that_was_released() -> None:
    versions = [version_of(dump) for dump in DUMPS]
    assert versions == list(range(1, len(versions) + 1))
    assert versions[-1] >= 6


def test_nothing_is_lost_and_everything_works(old: Path) -> None:
    before = content(old)
    assert {table: len(rows) for table, rows in before.items()} == COUNTS
    open_database(old).close()
    assert content(old) == before
    with closing(open_readonly(old)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        for words, url in (
            ("ninety", None),
            ("eighty metres", HARBOUR),
            ("防波堤", "https://news.example/2025/tokyo"),
        ):
            assert [row["url"] for row in found(db, words)] == ([url] if url else [])
        links = "SELECT url, target_id FROM related_links WHERE article_id = 1 ORDER BY position"
        assert db.execute(links).fetchall() == [(TIDES, 2), ("https://news.example/2025/not-stored", None)]
        assert db.execute(
            "SELECT count(*) FROM pages WHERE address_key = ?", (address_key(TIDES),)
        ).fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM article_changes").fetchone() == (3,)
    assert {finding.state for finding in examine(old, deep=True)} == {"ok"}


def found(db: Any, words: str) -> list[dict[str, Any]]:
    return search(db, words, Selection(), 10).rows


KILLED = """
import os, signal, sys
from pathlib import Path
from pipelines.database import migrations
from pipelines.database.connection import open_database
stamp = migrations._stamp
def die(db, version):
    stamp(db, version)
    if version == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
migrations._stamp = die
open_database(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 of POSIX")
@pytest.mark.parametrize("step", ["first", "last"])
def test_a_killed_migration_leaves_the_old_file(old: Path, step: str) -> None:
    with closing(sqlite3.connect(old)) as db:
        ((version,),) = db.execute("PRAGMA user_version").fetchall()
    if version == SCHEMA_VERSION:
        pytest.skip("the file is of today's version")
    before = content(old)
    at = version + 1 if step == "first" else SCHEMA_VERSION
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", KILLED, str(old), str(at)], timeout=60, check=False, env=os.environ
    )
    assert done.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (version,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (version,)
    assert content(old) == before
    open_database(old).close()
    assert content(old) == before
