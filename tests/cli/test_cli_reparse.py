"""`copydesk reparse`: what an older parser stored becomes what today's makes of the archived page, and nothing else."""

from __future__ import annotations

import gzip
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import brotli
import pytest
from click.testing import Result
from command_line import environment, run
from loopback import HTML, Loopback
from small_site import article, home
from sqlite_utils import Database
from web_archive import warc

from crawler.items import Article, RelatedLink
from crawler.parsers import parse_article
from crawler.sources.exports import zstd
from pipelines.database import articles, bands, new_bands, related
from pipelines.database.connection import open_database
from pipelines.database.lock import locked
from pipelines.database.transaction import transaction

Call = Callable[..., Result]
Rows = list[tuple[Any, ...]]

PATHS = [f"/2025/08/lock-{number}" for number in range(1, 7)]
READ_NEXT = (
    b'<aside><h2>Read next</h2><ul><li><a href="/2025/08/lock-1">Lock number 1 runs over</a></ul></aside>'
)
# As servers send them and archives keep them.
PACKED = {"br": brotli.compress, "zstd": zstd.compress, "gzip": gzip.compress}
# What a record of the file is, but for when somebody looked at it.
RECORDS = (
    "SELECT * FROM articles ORDER BY id",
    "SELECT * FROM related_links ORDER BY article_id, position",
    "SELECT * FROM copies ORDER BY url",
    "SELECT * FROM revisions ORDER BY article_id, revision",
    "SELECT * FROM pages ORDER BY url",
    "SELECT * FROM text_keys ORDER BY 1, 2",
)
CHANGES = "SELECT max(change) FROM article_changes"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file of a crawl and what it kept; the paper is gone since."""
    folder = tmp_path_factory.mktemp("crawled")
    routes = {path: (200, HTML, article(number)) for number, path in enumerate(PATHS, 1)}
    routes[PATHS[1]] = (200, HTML, article(2).replace(b"</body>", READ_NEXT + b"</body>"))
    for number, (encoding, pack) in enumerate(PACKED.items(), 3):
        routes[PATHS[number - 1]] = (200, HTML | {"Content-Encoding": encoding}, pack(article(number)))
    routes["/"] = (200, HTML, home(PATHS))
    with Loopback(routes) as site:
        done = run(
            "crawl", site.url("/"), "--db", folder / "news.db", "--delay", 0, "--archive", folder / "kept"
        )
    assert done.stderr.startswith("Stored 6 new articles")
    return folder


@pytest.fixture
def db(crawled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(crawled / "news.db", tmp_path / "news.db"))


def ask(db: Path, sql: str, *values: Any) -> Rows:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql, values).fetchall()


def records(db: Path) -> list[Rows]:
    return [ask(db, sql) for sql in RECORDS]


def id_of(db: Path, number: int) -> int:
    ((found,),) = ask(db, "SELECT id FROM articles WHERE url LIKE ?", f"%/lock-{number}")
    return int(found)


@contextmanager
def edited(db: Path) -> Iterator[Database]:
    with closing(open_database(db)) as opened, transaction(opened):
        yield opened


def parsed_before(db: Path, number: int, **values: Any) -> None:
    """Put in what an older parser would have made of an article's page."""
    with edited(db) as opened:
        stored = articles.article_by_id(opened, id_of(db, number))
        older: Article = replace(parse_article(article(number), stored.url), **values)
        articles.replace_text(opened, stored.id, older)
        bands.replace(opened, stored.id, (stored.content_hash, stored.body), older.body)
        related.replace_links(opened, stored.id, older.related)


def not_found_before(db: Path, number: int) -> str:
    """Put in that an older parser found no article on a page; return its address."""
    with edited(db) as opened:
        ((url,),) = opened.execute("SELECT url FROM articles WHERE id = ?", (id_of(db, number),))
        new_bands.remove(opened, id_of(db, number))
        opened.execute("DELETE FROM articles WHERE url = ?", (url,))
        opened.execute("UPDATE pages SET outcome = 'not_article', reason = 'no text' WHERE url = ?", (url,))
    return str(url)


OLDER_LINK = RelatedLink(url="https://other.example/a", title="Most read: other things")


def test_what_an_older_parser_stored_becomes_todays_and_a_second_run_changes_nothing(
    call: Call, db: Path
) -> None:
    before = records(db)
    junk = "Subscribe to our newsletter for frogspawn.\n\n" * 40
    parsed_before(db, 1, body=junk, body_markdown=junk, authors=("By Ada",), published_at=None)
    parsed_before(db, 2, related=(OLDER_LINK,), description="A description.", language="nl")
    assert records(db) != before

    first = call("reparse", "--db", db)
    assert (first.exit_code, first.stdout) == (0, ""), first.stderr
    assert first.stderr.startswith("2 articles changed: 7 archived pages parsed again in ")
    assert "  as they were: 4\n  no articles, as before: 1\n" in first.stderr
    assert records(db) == before
    assert ask(db, "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'frogspawn'") == []
    assert call("doctor", "--db", db, "--deep", "-q").exit_code == 0

    changes = ask(db, CHANGES)
    second = call("reparse", "--db", db)
    assert (second.exit_code, second.stderr[:15]) == (0, "Nothing changed")
    assert records(db) == before
    assert ask(db, CHANGES) == changes
    counted = "SELECT command, status, json_extract(counts, '$.reparsed', '$.article', '$.unchanged', '$.listing') FROM runs"
    assert ask(db, counted)[1:] == [
        ("reparse", "done", "[2,2,4,1]"),
        ("reparse", "done", "[null,null,6,1]"),
    ]


def test_a_headline_alone_is_no_revision(call: Call, db: Path) -> None:
    before = records(db)
    parsed_before(db, 3, title="Lock number 3 runs over | The Lock Log")
    said = call("reparse", "--db", db).stderr.splitlines()
    assert said[0].startswith("1 article changed: ")
    assert said[1] == "  fields: title 1"
    assert records(db) == before


def test_the_next_crawl_takes_the_parsers_progress_for_no_change(call: Call, db: Path, crawled: Path) -> None:
    """That is what it is for: without it each such article would get a revision."""
    parsed_before(db, 3, body="An older parser read this.\n\nAnd this.")
    call("reparse", "--db", db)
    call("ingest", crawled / "kept", "--db", db)
    assert ask(db, "SELECT count(*) FROM revisions") == [(0,)]


def test_an_article_whose_page_gives_none_any_more_is_kept_and_said(
    call: Call, db: Path, tmp_path: Path
) -> None:
    ((url, seen),) = ask(db, "SELECT fetched_url, last_seen_at FROM articles WHERE id = ?", id_of(db, 4))
    warc(
        tmp_path / "kept" / "a.warc.gz", (url, b"<html><body><p>Sign in to read on.</p></body></html>", seen)
    )
    before = records(db)
    done = call("reparse", "--db", db, "--archive", tmp_path / "kept")
    assert done.exit_code == 3
    assert f"{url}: " in done.stderr
    assert f"article {id_of(db, 4)} stays as it is" in done.stderr
    assert "  articles whose page is not in the archive, left as they are: 5\n" in done.stderr
    assert records(db) == before


def test_a_page_that_was_no_article_and_is_one_now_is_stored_with_its_time(call: Call, db: Path) -> None:
    ((was_seen, body),) = ask(db, "SELECT first_seen_at, body FROM articles WHERE id = ?", id_of(db, 5))
    url = not_found_before(db, 5)
    assert call("reparse", "--db", db).stderr.startswith("1 new article: 7 archived pages")
    ((now_seen, now_body, outcome),) = ask(
        db,
        "SELECT first_seen_at, body, outcome FROM articles JOIN pages USING (url) WHERE url = ?",
        url,
    )
    # The archive notes the moment at which the answer came; the crawl when it was read, which may be a second later.
    assert now_seen <= was_seen < ask(db, "SELECT max(started_at) || 'Z' FROM runs")[0][0]
    assert (now_body, outcome) == (body, "article")
    assert call("reparse", "--db", db).stderr.startswith("Nothing changed")
    assert call("doctor", "--db", db, "--deep", "-q").exit_code == 0


def test_a_later_text_is_not_replaced_by_an_archived_earlier_one(
    call: Call, db: Path, tmp_path: Path
) -> None:
    ((url,),) = ask(db, "SELECT fetched_url FROM articles WHERE id = ?", id_of(db, 6))
    later = warc(tmp_path / "later.warc", (url, article(60), "2099-01-01T00:00:00Z"))
    call("ingest", later, "--db", db)
    before = records(db)
    assert before[3]
    done = call("reparse", "--db", db)
    assert (done.exit_code, records(db)) == (0, before)
    assert "  articles whose page is not in the archive, left as they are: 1\n" in done.stderr
    # With the archive of the later text, it is that text's page that is read.
    parsed_before(db, 6, title="Older", body="Older.\n\nOldest.")
    call("reparse", "--db", db, "--archive", later)
    assert records(db)[0] == before[0]


def test_selectors_of_a_sites_file_hold(call: Call, db: Path, tmp_path: Path) -> None:
    ((site,),) = ask(db, "SELECT DISTINCT site FROM articles")
    sites = tmp_path / "sites.toml"
    sites.write_text(
        f'[sites.locks]\nstart = ["http://{site}/"]\n[sites.locks.fields]\ndescription = "article p"\n'
    )
    assert call("reparse", "--db", db, "--sites", sites).stderr.startswith("6 articles changed: ")
    assert ask(
        db, "SELECT count(*) FROM articles WHERE substr(body, 1, 40) = substr(description, 1, 40)"
    ) == [(6,)]
    assert call("reparse", "--db", db, "--sites", tmp_path / "none.toml").exit_code == 2


def test_parsing_processes_come_to_the_same(db: Path) -> None:
    before = records(db)
    parsed_before(db, 1, body="An older parser read this.\n\nAnd this.")
    done = run("reparse", "--db", db, "--workers", 2)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("1 article changed: ")
    assert records(db) == before


# ── archives ──


def test_a_broken_archive_is_said_and_the_rest_is_read(
    call: Call, db: Path, crawled: Path, tmp_path: Path
) -> None:
    before = records(db)
    parsed_before(db, 1, title="Older")
    (whole,) = (crawled / "kept").iterdir()
    kept = tmp_path / "kept"
    (kept / "deeper").mkdir(parents=True)
    (kept / "junk.warc").write_bytes(b"this is no archive\n" * 9)
    (kept / "cut.warc.gz").write_bytes(whole.read_bytes()[:-300])
    (kept / "deeper" / "whole.warc").write_bytes(gzip.decompress(whole.read_bytes()))
    done = call("reparse", "--db", db, "--archive", kept)
    assert done.exit_code == 3
    assert [line.count("archive cannot be read after record") for line in done.stderr.splitlines()[:2]] == [
        1,
        1,
    ]
    assert done.stderr.splitlines()[2].startswith("1 article changed: ")
    assert records(db) == before


def test_without_a_folder_it_must_be_named(call: Call, db: Path, tmp_path: Path) -> None:
    with edited(db) as opened:
        opened.execute(
            "UPDATE runs SET counts = json_set(counts, '$.archive', ?)", (str(tmp_path / "moved"),)
        )
    moved = call("reparse", "--db", db)
    assert (moved.exit_code, moved.stdout) == (2, "")
    assert f"{tmp_path / 'moved'} is not there any more; name where it is now with --archive DIR" in " ".join(
        moved.stderr.split()
    )
    with edited(db) as opened:
        opened.execute("UPDATE runs SET counts = json_remove(counts, '$.archive')")
    unknown = call("reparse", "--db", db)
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "name their folder with --archive DIR" in " ".join(unknown.stderr.split())
    assert call("reparse", "--db", db, "--archive", tmp_path / "nowhere").exit_code == 2
    assert len(ask(db, "SELECT id FROM runs")) == 1


def test_an_archive_without_anything_of_the_file_is_told(call: Call, db: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    empty = call("reparse", "--db", db, "--archive", tmp_path / "kept")
    assert (empty.exit_code, "holds no WARC file" in empty.stderr) == (3, True)
    with edited(db) as opened:
        opened.execute(
            "INSERT INTO runs (command, started_at, status, version, counts) VALUES ('crawl', '', 'done', '', ?)",
            (f'{{"archive": "{tmp_path / "moved"}"}}',),
        )
    partly = call("reparse", "--db", db)
    assert (partly.exit_code, "moved: is not there any more, and is left out" in partly.stderr) == (3, True)
    assert "Nothing changed: 7 archived pages" in partly.stderr
    warc(tmp_path / "kept" / "a.warc", ("https://other.example/a", article(1), "2026-01-01T00:00:00Z"))
    other = call("reparse", "--db", db, "--archive", tmp_path / "kept")
    assert (other.exit_code, "is it another file's archive?" in other.stderr) == (3, True)
    assert "the file does not have (`copydesk ingest` reads them): 1\n" in other.stderr


# ── the file ──


def test_a_file_that_is_not_there_is_not_made(call: Call, crawled: Path, tmp_path: Path) -> None:
    done = call("reparse", "--db", tmp_path / "none.db", "--archive", crawled / "kept")
    assert (done.exit_code, "there is no such file" in done.stderr) == (1, True)
    assert not (tmp_path / "none.db").exists()


def test_a_file_in_use_ends_with_4(call: Call, db: Path) -> None:
    parsed_before(db, 1, title="Older")
    with locked(db.resolve()):
        done = call("reparse", "--db", db)
    assert (done.exit_code, "another run holds this database" in done.stderr) == (4, True)
    assert ask(db, "SELECT title FROM articles WHERE id = ?", id_of(db, 1)) == [("Older",)]


# Each page is committed by itself, and the signal comes when the third article has its text but not yet its links.
DISTURBED = """
import os, sys
from pipelines.database import batch, related
from crawler.cli import main
batch.MOST, has_links, calls = 1, related.has_links, []
def disturbing(*values):
    calls.append(1)
    if len(calls) == 3:
        os.kill(os.getpid(), int(sys.argv[2]))
    return has_links(*values)
related.has_links = disturbing
main(["reparse", "--db", sys.argv[1], "--workers", "0"])
"""
WHOLE = """
SELECT title = 'Older', body LIKE 'An older parser%', word_count = 7,
    EXISTS (SELECT 1 FROM related_links WHERE article_id = articles.id AND url LIKE '%other.example%')
FROM articles
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("number", "code", "done"),
    [(signal.SIGKILL, -signal.SIGKILL, 2), (signal.SIGINT, 130, 3), (signal.SIGTERM, 130, 3)],
)
def test_a_run_that_is_ended_leaves_every_article_whole_and_the_next_goes_on(
    call: Call, db: Path, number: int, code: int, done: int
) -> None:
    before = records(db)
    for each in range(1, 7):
        parsed_before(
            db, each, title="Older", body="An older parser read this.\n\nAnd this.", related=(OLDER_LINK,)
        )
    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", DISTURBED, db, str(int(number))],
        env=environment(), check=False, capture_output=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode == code, ended.stderr
    assert sorted(ask(db, WHOLE)) == [(0, 0, 0, 0)] * done + [(1, 1, 1, 1)] * (6 - done)
    assert call("reparse", "--db", db).stderr.startswith(f"{6 - done} articles changed: ")
    assert records(db) == before
    assert ask(db, "SELECT status FROM runs WHERE command = 'reparse'") == [("interrupted",), ("done",)]
    assert call("doctor", "--db", db, "--deep", "-q").exit_code == 0


def test_quiet_says_nothing_and_logs_say_each_page(call: Call, db: Path) -> None:
    assert call("reparse", "--db", db, "-q").output == ""
    logged = call("reparse", "--db", db, "--log-format", "json").stderr.splitlines()
    assert sum('"event": "page"' in line for line in logged) == 7
