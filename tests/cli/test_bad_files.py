"""Files that are none of ours, broken, held by others, or no files at all: one clear line, exit code 1, left alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import run
from small_site import stored_articles

from crawler.cli import main
from crawler.demo_site import DemoSite
from pipelines.database import connection

Call = Callable[..., Result]
posix = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")

# Every command that opens a file; none of these starts a reactor, since the file is looked at before.
COMMANDS: dict[str, tuple[object, ...]] = {
    "ingest": ("ingest", "PAGES", "-q"),
    "reparse": ("reparse", "--archive", "PAGES"),
    "crawl": ("crawl", "http://127.0.0.1:9/", "-q"),
    "export": ("export",),
    "export --new": ("export", "--new", "--cursor", "a"),
    "backup": ("backup", "--out", "OUT"),
    "doctor": ("doctor",),
    "doctor --fix": ("doctor", "--fix"),
    "stats": ("stats",),
    "search": ("search", "lock"),
    "graph": ("graph", "--format", "graphml"),
    "check": ("check",),
    "report": ("report", "--out", "OUT"),
    "demo": ("demo",),
}


def asked(name: str, db: Path) -> list[object]:
    places: dict[object, object] = {"PAGES": db.parent / "pages", "OUT": db.parent / "out.db"}
    return [*(places.get(arg, arg) for arg in COMMANDS[name]), "--db", db]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file with three articles, beside the pages that it was made of."""
    folder = tmp_path_factory.mktemp("whole")
    return stored_articles(
        lambda *args: CliRunner().invoke(main, [str(arg) for arg in args]), folder / "news.db"
    )


@pytest.fixture
def db(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole.parent / "pages", tmp_path / "pages")
    return Path(shutil.copy(whole, tmp_path / "bad.db"))


def of_another_program(db: Path) -> None:
    db.unlink()
    with closing(sqlite3.connect(db)) as made:
        made.execute("CREATE TABLE mine (x)")


def text(db: Path) -> None:
    db.write_text("title;url\n" * 500, "utf-8")


def head_only(db: Path) -> None:
    db.write_bytes(db.read_bytes()[:20])


def first_page_damaged(db: Path) -> None:
    data = db.read_bytes()
    db.write_bytes(data[:100] + b"\xa5" * 3996 + data[4096:])


def half(db: Path) -> None:
    os.truncate(db, db.stat().st_size // 8192 * 4096)


def pipe(db: Path) -> None:
    db.unlink()
    os.mkfifo(db)


def device(db: Path) -> None:
    db.unlink()
    db.symlink_to("/dev/null")


def link_to_nowhere(db: Path) -> None:
    db.unlink()
    db.symlink_to(db.parent / "nowhere" / "news.db")


def link_to_itself(db: Path) -> None:
    db.unlink()
    db.symlink_to(db)


def log_of_another(db: Path) -> None:
    other = db.with_name("other.db")
    with closing(sqlite3.connect(other)) as made:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("CREATE TABLE z (x)")
        shutil.copy(f"{other}-wal", f"{db}-wal")


BAD: dict[Callable[[Path], None], str] = {
    of_another_program: "belongs to another program; choose another file",
    text: "no SQLite database; choose another file",
    head_only: "or its first page is damaged .*; choose another file, or go on with your last backup",
    first_page_damaged: "damaged .*rescue what is readable",
    half: "damaged .*rescue what is readable",
    pipe: "a device or a pipe; name a file",
    device: "a device or a pipe; name a file",
    link_to_nowhere: "nowhere does not exist; make it first|there is no such file",
    link_to_itself: "leads back to itself; name a file|there is no such file",
    log_of_another: "bad.db-wal, is another database's; move that log elsewhere",
}


@posix
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_a_bad_file_is_refused_in_one_line_and_left_alone(
    call: Call, db: Path, make: Callable[[Path], None], name: str
) -> None:
    make(db)
    before = db.read_bytes() if db.is_file() else None
    result = call(*asked(name, db))
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert len(result.stderr.splitlines()) == 1
    assert re.search(BAD[make], result.stderr), result.stderr
    assert result.stderr.startswith("copydesk: ")
    assert (db.read_bytes() if db.is_file() else None) == before
    assert not (db.parent / "nowhere").exists()


def damaged_in_the_middle(db: Path, table: str) -> None:
    with closing(sqlite3.connect(db)) as opened:
        ((page,),) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    data = bytearray(db.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    db.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        *(
            (name, "articles")
            for name in ("ingest", "export", "export --new", "backup", "stats", "search", "graph")
        ),
        ("check", "runs"),
        ("report", "articles"),
        ("report", "runs"),
    ],
)
def test_damage_that_is_met_later_is_said_in_one_line_too(
    call: Call, db: Path, name: str, table: str
) -> None:
    damaged_in_the_middle(db, table)
    result = call(*asked(name, db))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "damaged" in result.stderr
    assert not (db.parent / "out.db").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_another_program_holds_is_left_to_it(
    call: Call, db: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 10)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE runs SET command = 'mine'")
        result = call(*asked(name, db))
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert len(result.stderr.splitlines()) == 1
    assert "another program is writing to the file" in result.stderr
    assert "wait until it is done" in result.stderr


def test_doctor_leaves_out_what_a_writing_program_does_not_let_it_see(
    call: Call, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 10)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = call("doctor", "--db", db)
    assert result.exit_code == 0, result.stdout
    assert "not looked at: another program is writing" in result.stdout


NAMES = ["a b.db", "what?.db", "a#b.db", "50%41.db", "größe 東京.db", "-x.db"]


@posix
@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_a_file_s_name(call: Call, db: Path, name: str) -> None:
    own = db.with_name(name)
    for step in ("ingest", "export --new", "doctor", "stats"):
        assert call(*asked(step, own)).exit_code == 0
    assert call("backup", "--db", own, "--out", db.with_name("out.db")).exit_code == 0
    assert {file.name for file in db.parent.iterdir()} - {f"{name}-wal", f"{name}-shm", f"{name}.lock"} == {
        "bad.db", "pages", "out.db", name,
    }  # fmt: skip


@pytest.mark.parametrize("length", [250, 300])
def test_a_name_that_is_too_long_is_said(call: Call, db: Path, length: int) -> None:
    result = call(*asked("ingest", db.with_name("x" * length + ".db")))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


# ── a full disk ──


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 900 kB, mounted for the test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def fill(file: Path, bound: int = 1_000_000) -> None:
    """Take the space that is left, or so many bytes of it."""
    with file.open("wb", buffering=0) as open_file, suppress(OSError):
        while bound > 0 and open_file.write(b"x" * 512):
            bound -= 512


def test_a_full_disk_ends_each_command_in_one_line_and_the_next_run_goes_on(
    call: Call, db: Path, small_disk: Path
) -> None:
    pages, own, filler = db.parent / "pages", small_disk / "news.db", small_disk / "filler"
    assert call("ingest", pages / "1.html", "--db", own, "-q").exit_code == 0
    fill(filler)
    for args in (
        ("ingest", pages, "-q"),
        ("reparse", "--archive", pages),
        ("export", "--out", small_disk / "out"),
        ("export", "--new", "--cursor", "a", "--out", small_disk / "out"),
        ("graph", "--out", small_disk / "out"),
        ("report", "--out", small_disk / "out"),
        ("backup", "--out", small_disk / "out"),
    ):
        result = call(*args, "--db", own)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1), result.output
        assert "full" in result.stderr or "No space left" in result.stderr
    filler.unlink()
    assert not list(small_disk.glob("out*"))
    with closing(sqlite3.connect(own)) as opened:
        assert opened.execute("SELECT url FROM articles").fetchall() == [("https://news.example/locks/1",)]
    assert call("ingest", pages, "--db", own, "-q").exit_code == 0
    assert call("doctor", "--db", own).exit_code == 0
    given = call("export", "--db", own, "--new", "--cursor", "a").stdout
    assert [json.loads(line)["title"] for line in given.splitlines()] == [
        f"Lock number {number} runs over" for number in (1, 2, 3)
    ]


def test_a_crawl_on_a_full_disk_says_so_once(small_disk: Path) -> None:
    fill(small_disk / "filler", 600_000)
    done = run("demo", "--db", small_disk / "news.db", "-q")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "the disk is full" in done.stderr


def test_an_archive_on_a_full_disk_ends_the_crawl_and_says_so_once(small_disk: Path, tmp_path: Path) -> None:
    fill(small_disk / "filler")
    own = tmp_path / "news.db"
    with DemoSite() as site:
        done = run("crawl", site.origin, "--db", own, "--delay", 0, "--archive", small_disk, "-q")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "the archive cannot be written (No space left on device); free some space" in done.stderr
    with closing(sqlite3.connect(own)) as opened:
        assert opened.execute("SELECT status FROM runs").fetchall() == [("failed",)]
