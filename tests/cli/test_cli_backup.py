"""`copydesk backup`: a copy of one moment, whole, checked, while somebody writes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command_line import environment
from small_site import article, stored_articles

from pipelines.database.lock import locked

Call = Callable[..., Result]
TESTS = Path(__file__).parents[1]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    return stored_articles(call, tmp_path / "news.db")


def test_a_copy_opens_like_the_file(call: Call, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    result = call("backup", "--db", db, "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    assert call("export", "--db", out).stdout == call("export", "--db", db).stdout
    assert (
        call("search", "lock", "--db", out, "--json").stdout
        == call("search", "lock", "--db", db, "--json").stdout
    )
    assert rows(out, "PRAGMA journal_mode") == [("delete",)]
    assert call("ingest", tmp_path / "pages", "--db", out).stderr.startswith("Nothing new: 3 articles known")
    assert not list(tmp_path.glob("*.part*"))


WRITER = """
import sys
sys.path.insert(0, {samples!r})
from store_samples import body, link, visit
from pipelines.store import Store
with Store(sys.argv[1], command="busy") as store:
    for number in range(100_000):
        url = "https://news.example/%d" % number
        text = body("tides", sentences=100) + " Edition %d." % number
        store.put(visit(url, body=text, related=(link("https://news.example/%d" % (number + 1)),)))
        print(number, flush=True)
"""


def test_a_copy_made_while_somebody_writes_is_of_one_moment(call: Call, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    program = WRITER.format(samples=str(TESTS / "pipelines"))
    command = [sys.executable, "-c", program, db]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as writer:  # noqa: S603 - our own program
        assert writer.stdout
        try:
            while int(writer.stdout.readline()) < 400:
                pass
            for number in range(3):
                out = tmp_path / f"copy{number}.db"
                result = call("backup", "--db", db, "--out", out)
                assert (result.exit_code, result.stderr) == (0, "")
            # At most 1,024 visits wait to be committed together.
            ((copied,),) = rows(tmp_path / "copy0.db", "SELECT count(*) FROM articles")
            while int(writer.stdout.readline()) < copied + 1100:
                pass
        finally:
            writer.kill()
    for number in range(3):
        out = tmp_path / f"copy{number}.db"
        ((articles,),) = rows(out, "SELECT count(*) FROM articles")
        assert articles > 100
        assert rows(out, "SELECT count(*) FROM related_links") == [(articles,)]
        assert rows(out, "SELECT count(*) FROM pages") == [(articles,)]
        assert rows(out, "PRAGMA foreign_key_check") == []
        with closing(sqlite3.connect(out)) as opened:
            opened.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        assert rows(out, "SELECT status FROM runs") == [("running",)]
    sizes = [
        rows(tmp_path / f"copy{number}.db", "SELECT count(*) FROM articles")[0][0] for number in range(3)
    ]
    assert sizes == sorted(sizes)
    assert rows(db, "SELECT count(*) FROM articles")[0][0] > sizes[0]


def test_an_existing_file_is_replaced_with_force_only(call: Call, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    call("backup", "--db", db, "--out", out)
    before = out.read_bytes()
    (tmp_path / "pages" / "4.html").write_bytes(article(4))
    call("ingest", tmp_path / "pages", "--db", db, "-q")
    again = call("backup", "--db", db, "--out", out)
    assert again.exit_code == 2
    assert "replace it with --force" in again.stderr
    assert out.read_bytes() == before
    assert call("backup", "--db", db, "--out", out, "--force").exit_code == 0
    assert rows(out, "SELECT count(*) FROM articles") == [(4,)]


def test_force_replaces_backups_only(call: Call, db: Path, tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary")
    result = call("backup", "--db", db, "--out", diary, "--force")
    assert result.exit_code == 1
    assert "no SQLite database" in result.stderr
    assert diary.read_text() == "Dear diary"


def test_force_leaves_a_file_that_is_in_use_alone(call: Call, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    call("backup", "--db", db, "--out", out)
    with closing(sqlite3.connect(out)) as user:
        user.execute("PRAGMA journal_mode = WAL")
        user.execute("DELETE FROM runs")
        user.commit()
        result = call("backup", "--db", db, "--out", out, "--force")
    assert result.exit_code == 1
    assert "a program has this file open" in result.stderr


def test_a_damaged_file_gives_no_copy(call: Call, db: Path, tmp_path: Path) -> None:
    ((page,),) = rows(db, "SELECT rootpage FROM sqlite_master WHERE name = 'articles_by_site'")
    data = bytearray(db.read_bytes())
    data[(page - 1) * 4096 + 100 : page * 4096] = b"\xa5" * 3996
    db.write_bytes(data)
    result = call("backup", "--db", db, "--out", tmp_path / "copy.db")
    assert result.exit_code == 1
    assert "the copy is damaged" in result.stderr
    assert "keep your earlier backups" in result.stderr
    assert sorted(tmp_path.glob("copy*")) == []


def test_a_row_that_was_written_with_checks_off_is_no_damage(call: Call, db: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(db)) as other:
        other.executescript(
            "PRAGMA ignore_check_constraints = ON; UPDATE articles SET published_on = '1999-01-01' WHERE id = 2"
        )
    copy = tmp_path / "copy.db"
    assert call("backup", "--db", db, "--out", copy).exit_code == 0
    assert rows(copy, "SELECT published_on FROM articles WHERE id = 2") == [("1999-01-01",)]


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("news.db", "names the database itself"),
        ("nowhere/copy.db", "does not exist"),
        (".", "is a directory"),
    ],
)
def test_wrong_usage(call: Call, db: Path, monkeypatch: pytest.MonkeyPatch, out: str, said: str) -> None:
    monkeypatch.chdir(db.parent)
    result = call("backup", "--db", "news.db", "--out", out)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_an_older_file_is_copied_as_it_is(call: Call, db: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(db)) as older:
        older.execute("PRAGMA user_version = 1")
    assert call("backup", "--db", db, "--out", tmp_path / "copy.db").exit_code == 0
    assert rows(tmp_path / "copy.db", "PRAGMA user_version") == [(1,)]


def test_a_run_that_holds_the_file_is_no_hindrance(call: Call, db: Path, tmp_path: Path) -> None:
    with locked(db):
        assert call("backup", "--db", db, "--out", tmp_path / "copy.db").exit_code == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_that_cannot_be_copied_ends_with_1(
    call: Call, tmp_path: Path, data: bytes | None, said: str
) -> None:
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("backup", "--db", path, "--out", tmp_path / "copy.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert not (tmp_path / "copy.db").exists()


def test_what_killed_backups_left_is_removed_by_the_next_one(call: Call, db: Path, tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])  # noqa: S607
    gone.wait()
    left = [tmp_path / f"copy.db.{gone.pid}.part{more}" for more in ("", "-journal", "-wal", "-shm")]
    others = [tmp_path / f"other.db.{gone.pid}.part-wal", tmp_path / f"copy.db.{gone.pid}.part-mine"]
    for file in (*left, *others):
        file.touch()
        os.utime(file, (0, 0))
    assert call("backup", "--db", db, "--out", tmp_path / "copy.db").exit_code == 0
    assert [file for file in left if file.exists()] == []
    assert all(file.exists() for file in others)
