"""`copydesk ingest`: what is on disk becomes rows, once; what cannot be read is said and recorded."""

from __future__ import annotations

import json
import os
import pty
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command_line import run, start
from small_site import article

from pipelines.database.lock import locked

Call = Callable[..., Result]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in (1, 2, 3):
        own = f'<link rel=canonical href="https://news.example/locks/{number}">'
        (folder / f"{number}.html").write_bytes(article(number, head=own))
    return folder


def test_pages_become_articles_and_a_second_run_adds_nothing(call: Call, pages: Path, db: Path) -> None:
    first = call("ingest", pages, "--db", db)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.startswith("Stored 3 new articles from 3 addresses in ")
    assert rows(db, "SELECT url, title FROM articles ORDER BY id") == [
        (f"https://news.example/locks/{number}", f"Lock number {number} runs over") for number in (1, 2, 3)
    ]
    again = call("ingest", pages, "--db", db)
    assert again.exit_code == 0
    assert again.stderr.startswith("Nothing new: 3 articles known already and unchanged; 3 addresses in ")
    assert rows(db, "SELECT count(*) FROM articles") == [(3,)]
    assert rows(db, "SELECT command, status FROM runs") == [("ingest", "done")] * 2


def test_a_changed_page_is_a_new_revision(call: Call, pages: Path, db: Path) -> None:
    call("ingest", pages, "--db", db)
    page = pages / "1.html"
    page.write_bytes(page.read_bytes().replace(b" times before ", b" times, as every year, before "))
    said = call("ingest", pages, "--db", db).stderr
    assert said.startswith("Stored 1 changed article as new revision from 3 addresses")
    assert rows(db, "SELECT revision FROM articles ORDER BY id") == [(2,), (1,), (1,)]


@pytest.mark.parametrize("workers", [0, 2])
def test_workers_store_the_same_in_the_same_order(call: Call, pages: Path, db: Path, workers: int) -> None:
    done = run("ingest", pages, "--db", db, "--workers", workers)
    assert done.returncode == 0
    assert rows(db, "SELECT id, title FROM articles ORDER BY id") == [
        (number, f"Lock number {number} runs over") for number in (1, 2, 3)
    ]


def test_the_address_is_the_given_one_else_the_pages_else_the_files(
    call: Call, tmp_path: Path, db: Path
) -> None:
    bare = tmp_path / "bare.html"
    bare.write_bytes(article(4))
    call("ingest", bare, "--db", db)
    assert rows(db, "SELECT url FROM articles") == [(f"file:{bare}",)]
    bare.write_bytes(article(5, head='<link rel=canonical href="https://news.example/own">'))
    call("ingest", bare, "--db", db)
    call("ingest", bare, "--db", db, "--url", "https://news.example/given")
    assert rows(db, "SELECT url FROM pages ORDER BY rowid") == [
        (f"file:{bare}",), ("https://news.example/own",), ("https://news.example/given",)
    ]  # fmt: skip


def test_pages_that_all_claim_one_address_are_all_kept(call: Call, pages: Path, db: Path) -> None:
    for number in (1, 2, 3):
        (pages / f"{number}.html").write_bytes(
            article(number, head='<link rel=canonical href="https://news.example/template">')
        )
    call("ingest", pages, "--db", db)
    assert rows(db, "SELECT url, title, revision FROM articles ORDER BY id") == [
        ("https://news.example/template", "Lock number 1 runs over", 1),
        (f"file:{pages}/2.html", "Lock number 2 runs over", 1),
        (f"file:{pages}/3.html", "Lock number 3 runs over", 1),
    ]


def test_a_page_that_claims_the_home_page_is_kept_under_its_path(
    call: Call, tmp_path: Path, db: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(article(6, head='<link rel=canonical href="https://news.example/">'))
    call("ingest", page, "--db", db)
    assert rows(db, "SELECT url FROM articles") == [(f"file:{page}",)]


def test_what_cannot_be_read_is_said_recorded_and_ends_with_3(call: Call, pages: Path, db: Path) -> None:
    (pages / "broken.html.gz").write_bytes(b"\x1f\x8bjunk")
    (pages / "evil\x1b[31m.html").write_bytes(b"")
    result = call("ingest", pages, "--db", db)
    assert result.exit_code == 3
    said = result.stderr
    assert "\x1b" not in said
    assert f"copydesk: warning: file:{pages}/broken.html.gz: no valid gzip" in said
    assert f"copydesk: warning: file:{pages}/evil?[31m.html: empty file" in said
    assert "Stored 3 new articles" in said
    assert "  rejected: 2\n" in said
    refused = rows(db, "SELECT url, reason FROM pages WHERE outcome = 'rejected' ORDER BY url")
    assert [Path(url).name for url, _ in refused] == ["broken.html.gz", "evil\x1b[31m.html"]
    assert [reason.partition(":")[0] for _, reason in refused] == ["no valid gzip", "empty file"]


def test_many_problems_are_said_in_few_lines(call: Call, pages: Path, db: Path) -> None:
    for number in range(30):
        (pages / f"broken{number}.html").write_bytes(b"")
    said = call("ingest", pages, "--db", db).stderr
    assert said.count("copydesk: warning: ") == 11
    assert "and 20 more like these" in said
    assert "30 × empty file" in said


def test_nothing_found_ends_with_3(call: Call, tmp_path: Path, db: Path) -> None:
    (tmp_path / "style.css").write_bytes(b"p {}")
    result = call("ingest", tmp_path, "--db", db)
    assert result.exit_code == 3
    assert "no page found" in result.stderr
    assert "Nothing new: no article found" in result.stderr


def test_a_database_in_use_ends_with_4(call: Call, pages: Path, db: Path) -> None:
    with locked(db.resolve()):
        result = call("ingest", pages, "--db", db)
    assert result.exit_code == 4
    assert "another run holds this database" in result.stderr
    assert not db.exists()


@pytest.mark.parametrize("data", [b"no database", b"SQLite format 3\0" + bytes(99)])
def test_a_file_that_is_not_ours_ends_with_1_and_stays(
    call: Call, pages: Path, db: Path, data: bytes
) -> None:
    db.write_bytes(data)
    result = call("ingest", pages, "--db", db)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"copydesk: {db}: ")
    assert len(result.stderr.splitlines()) == 1
    assert db.read_bytes() == data


# ── progress, logs, signals ──


def test_quiet_says_nothing_but_problems(call: Call, pages: Path, db: Path) -> None:
    assert call("ingest", pages, "--db", db, "--quiet").output == ""
    (pages / "broken.html").write_bytes(b"")
    assert call("ingest", pages, "--db", db, "-q").stderr.count("\n") == 1


def test_json_logs_are_one_event_a_line(call: Call, pages: Path, db: Path) -> None:
    (pages / "broken.html").write_bytes(b"")
    lines = [
        json.loads(line)
        for line in call("ingest", pages, "--db", db, "--log-format", "json").stderr.splitlines()
    ]
    events = [line["event"] for line in lines]
    assert events == ["run_started", "page", "page", "page", "page", "problem", "run_finished"]
    assert lines[1]["url"] == "https://news.example/locks/1"
    assert lines[1]["outcome"] == "article"
    assert lines[-1]["outcomes"] == {"article": 3, "rejected": 1}
    assert lines[-1]["articles_new"] == 3
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)


def on_a_terminal(*args: object) -> str:
    """Run with stderr on a terminal and return what it showed."""
    ours, theirs = pty.openpty()
    process = start(*args, stderr=theirs, stdout=-1)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # Linux's way to say that the other side is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    process.communicate(timeout=60)
    return shown.decode()


def test_the_progress_line_is_for_terminals_only(pages: Path, db: Path) -> None:
    shown = on_a_terminal("ingest", pages, "--db", db)
    assert "3 pages · 3 articles · 0 copies · 0 failures · " in shown
    assert "pages/s" in shown
    assert "Nothing new" not in shown
    assert "pages/s" not in on_a_terminal("ingest", pages, "--db", db, "--quiet")
    assert "pages/s" not in run("ingest", pages, "--db", db).stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_keeps_what_it_stored(
    tmp_path: Path, pages: Path, db: Path, number: signal.Signals
) -> None:
    for page in range(4, 400):
        (pages / f"{page}.html").write_bytes(article(page))
    process = start("ingest", pages, "--db", db, "--log-format", "json", stderr=-1, stdout=-1)
    assert process.stderr is not None
    while json.loads(process.stderr.readline())["event"] != "page":
        pass
    process.send_signal(number)
    rest = process.stderr.read().decode().splitlines()
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert json.loads(rest[-1])["message"].startswith("interrupted; what was stored until now is kept")
    ((status, counts),) = rows(db, "SELECT status, counts FROM runs")
    stored = rows(db, "SELECT count(*) FROM articles")[0][0]
    assert status == "interrupted"
    assert 0 < stored < 399
    assert json.loads(counts)["articles_new"] == stored
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]
