"""The file itself: made, migrated, refused, survived."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import HARBOUR, OTHER_SITE, TIDES, answer, body, visit

from crawler.errors import DatabaseBusyError, DatabaseError
from pipelines.database import connection
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations
from pipelines.database.queries import latest_runs, totals
from pipelines.store import Store

NOBODY = 65534


def test_a_new_file_is_whole(path: Path) -> None:
    db = open_database(path)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert [step.name for step in migrations.applied(db)] == [
        "0001_first_schema",
        "0002_related_graph",
        "0003_search",
        "0004_export_cursors",
        "0005_near_copies",
        "0006_address_keys",
        "0007_frontier",
        "0008_indexes",
        "0009_first_seen",
        "0010_search_backlog",
        "0011_gone",
        "0012_new_bands",
        "0013_articles_by_number",
        "0014_filled_fields",
        "0015_larger_pieces",
        "0016_whole_texts",
    ]
    ours = [table for table in db.tables if not table.name.startswith(("articles_fts", "_sqlite", "sqlite_"))]
    assert {table.name for table in ours if table.strict} == {
        "articles",
        "related_links",
        "copies",
        "revisions",
        "pages",
        "runs",
        "article_changes",
        "export_cursors",
        "bands",
        "new_bands",
        "bands_merge",
        "frontier",
        "sources",
        "search_backlog",
        "lastmod_sources",
        "filled_fields",
    }
    db.close()
    open_database(path).close()


def test_what_stays_in_memory_grows_with_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CACHE_SHARE", 2)
    monkeypatch.setattr(connection, "LEAST_CACHE", 200 * 1024)
    with Store(path, command="crawl") as store:
        assert cache_of(store) == 200 * 1024
        for number in range(30):
            text = body("tides", sentences=400 + 20 * number, changed=13 * number)
            store.put(visit(f"https://site.example/{number}", body=text))
        store.flush()
        grown = cache_of(store)
        assert grown > 400 * 1024
    with Store(path, command="crawl") as store:
        assert cache_of(store) >= grown
        monkeypatch.setattr(connection, "MOST_CACHE", 300 * 1024)
        store.put(visit("https://site.example/more"))
        store.flush()
        assert cache_of(store) == 300 * 1024


def cache_of(store: Store) -> int:
    """How much of the file the store's connection keeps in memory, in bytes."""
    return -int(store.db.execute("PRAGMA cache_size").fetchone()[0]) * 1024


def test_foreign_keys_have_indexes(path: Path) -> None:
    db = open_database(path)
    for table in db.tables:
        leading = {index.columns[0] for index in table.indexes}
        for key in table.foreign_keys:
            assert key.column in leading, f"{table.name}.{key.column}"


def test_a_failed_migration_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.database.migrations.VERSION_1", "CREATE TABLE runs (id); SELECT broken;")
    with pytest.raises(sqlite3.OperationalError, match="broken"):
        open_database(path)
    monkeypatch.undo()
    assert sqlite3.connect(path).execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with Store(path, command="test") as store:
        assert store.put(visit()).outcome == "article"


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE articles (id)")


def make_newer(path: Path) -> None:
    open_database(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")


def make_text(path: Path) -> None:
    path.write_text("title;url\n" * 500)


def make_torn(path: Path) -> None:
    with Store(path, command="test") as store:
        for number in range(50):
            store.put(visit(f"https://news.example/{number}", body=f"{body('tides')} {number}"))
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = os.urandom(len(data) - 4096 * 2)
    path.write_bytes(data)


UNUSABLE = [
    (make_foreign, "belongs to another program; choose another file"),
    (make_newer, "made by a newer copydesk .schema 99.*upgrade copydesk"),
    (make_text, "no SQLite database; choose another file"),
    (make_torn, "damaged.*recover"),
    (Path.mkdir, "this is a folder; name a file"),
]


@pytest.mark.parametrize(("make", "message"), UNUSABLE, ids=[make.__name__ for make, _ in UNUSABLE])
def test_an_unusable_file_is_refused_and_left_alone(path: Path, make: object, message: str) -> None:
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError, match=message), Store(path, command="test") as store:
        store.put(visit())
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"nowhere does not exist; make it first"):
        Store(tmp_path / "nowhere" / "news.db", command="test").__enter__()


def test_a_full_disk_loses_nothing_and_says_what_to_do(store: Store) -> None:
    store.put(visit(HARBOUR))
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseError, match=r"disk is full.*free some space"):
        store.put(visit(TIDES, "tides", body=body("tides", sentences=500)))
    assert store.db.execute("SELECT url FROM articles").fetchall() == [(HARBOUR,)]
    store.db.execute("PRAGMA max_page_count = 1000000")
    assert store.put(visit(TIDES, "tides")).outcome == "article"


def test_another_program_that_keeps_writing_is_named(store: Store, path: Path) -> None:
    store.db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="another program is writing"):
        store.put(visit())
    other.execute("ROLLBACK")
    assert store.put(visit()).outcome == "article"


def test_another_program_cannot_write_between_looking_and_storing(store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, timeout=0)
    refused = []

    def write_at_once(sql: str, _: object) -> None:
        if "FROM articles" in sql:
            try:
                other.execute("UPDATE runs SET command = 'changed'")
            except sqlite3.OperationalError as error:
                refused.append(str(error))

    with store.db.tracer(write_at_once):
        assert store.put(visit()).outcome == "article"
    assert set(refused) == {"database is locked"}


GONE = "PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE id = 1;"


@pytest.mark.parametrize("url", [HARBOUR, OTHER_SITE])
def test_what_leads_to_an_article_that_another_program_deleted_is_stored_anew(
    store: Store, path: Path, url: str
) -> None:
    """Programs that delete seldom switch foreign keys on: pages and copies lead to nothing then."""
    store.put(visit())
    store.put(visit(OTHER_SITE))
    with closing(sqlite3.connect(path)) as other:
        other.executescript(GONE)
    assert store.put(visit(url, day=2)).outcome == "article"


def test_what_cannot_be_stored_for_such_rows_says_what_to_do(store: Store, path: Path) -> None:
    store.put(visit())
    with closing(sqlite3.connect(path)) as other:
        other.executescript(GONE)
    with pytest.raises(DatabaseError, match=r"articles that are gone.*copydesk doctor --fix"):
        store.put(answer(HARBOUR, "unchanged", day=2, status=304))


def test_a_full_text_index_that_others_spoilt_is_told_from_damage(store: Store) -> None:
    store.put(visit())
    store.db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    with pytest.raises(
        DatabaseError, match=r"full-text index is damaged or not in step.*copydesk doctor --fix"
    ):
        store.put(visit(body=body("tides"), day=2))


IN_A_CHILD = """
import os, sys
from pathlib import Path
from crawler.errors import DatabaseError
from pipelines.database.connection import open_readonly
from pipelines.store import Store
if os.geteuid() == 0:
    os.setuid({nobody})
try:
    Store(sys.argv[1], command="test").__enter__()
except DatabaseError as error:
    print(error)
print(open_readonly(Path(sys.argv[1])).execute("SELECT count(*) FROM articles").fetchone()[0], "readable")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_read_only_folder_is_refused_for_writing_and_served_for_reading(tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()
    with Store(folder / "news.db", command="test") as store:
        store.put(visit())
    (folder / "news.db.lock").unlink(missing_ok=True)
    public = Path(shutil.copytree(folder, f"/tmp/copydesk-test-{os.getpid()}"))  # noqa: S108 - others must reach it
    public.chmod(0o555)
    try:
        said = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", IN_A_CHILD.format(nobody=NOBODY), str(public / "news.db")],
            capture_output=True, text=True, timeout=60, check=True,
        ).stdout  # fmt: skip
    finally:
        public.chmod(0o755)
        shutil.rmtree(public)
    assert "folder cannot be written" in said
    assert "make it writable" in said
    assert "1 readable" in said


@pytest.mark.parametrize("content", [None, b""], ids=["missing", "empty"])
def test_readers_say_when_there_is_nothing_to_read(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DatabaseError, match="copydesk crawl"):
        open_readonly(path)


def test_readers_cannot_write(store: Store, path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        open_readonly(path).execute("DELETE FROM runs")


WRITER = """
import sys
sys.path.insert(0, {samples!r})
from store_samples import body, link, visit
from pipelines.database import batch
from pipelines.store import Store
batch.MOST, batch.OLDEST = 8, 1000
with Store(sys.argv[1], command="killed") as store:
    for number in range(100_000):
        url = "https://news.example/%d" % number
        text = body("tides") + " Edition %d." % number
        store.put(visit(url, body=text, related=(link("https://news.example/%d" % (number + 1)),)))
        print(number, flush=True)
"""


@pytest.mark.parametrize("after", [8, 17, 40])
def test_what_was_committed_survives_a_kill(path: Path, after: int) -> None:
    program = WRITER.format(samples=str(Path(__file__).parent))
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own program
        assert child.stdout
        for line in child.stdout:
            if int(line) >= after:
                break
        with pytest.raises(DatabaseBusyError):
            Store(path, command="second").__enter__()
        child.send_signal(signal.SIGKILL)
    with Store(path, command="next") as store:
        check = store.db.execute
        assert check("PRAGMA integrity_check").fetchone() == ("ok",)
        assert check("PRAGMA foreign_key_check").fetchall() == []
        stored = check("SELECT count(*) FROM articles").fetchone()[0]
        assert after - 8 < stored and stored % 8 == 0, "batches, whole"
        assert totals(store.db) | {"articles": stored, "related_links": stored, "pages": stored} == totals(
            store.db
        )
        check("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        killed = latest_runs(store.db)[1]
        assert (killed["command"], killed["status"]) == ("killed", "interrupted")
        assert (killed["counts"]["article"], killed["counts"]["articles_new"]) == (stored, stored)
        again = store.put(visit("https://news.example/0", body=body("tides") + " Edition 0."))
        assert again.outcome == "unchanged"
