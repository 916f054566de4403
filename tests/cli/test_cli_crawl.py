"""`copydesk crawl`: real crawls of real servers on loopback, as a user or cron starts them."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from command_line import run, start
from loopback import HTML, Answer, Loopback, Route
from small_site import article, home

from crawler import __version__
from pipelines.database.lock import locked

# As many as make a home page one.
PATHS = tuple(f"/{section}/report-{n}-of-the-night" for section in ("locks", "canal") for n in (1, 2, 3))


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


def routes() -> dict[str, Route]:
    pages: dict[str, Route] = {path: (200, HTML, article(n)) for n, path in enumerate(PATHS, 1)}
    return {"/": (200, HTML, home(PATHS)), **pages}


@pytest.fixture
def site() -> Iterator[Loopback]:
    with Loopback(routes()) as server:
        yield server


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_a_site_is_stored_and_asked_for_its_articles_once(site: Loopback, db: Path) -> None:
    first = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr.startswith("Stored 6 new articles from 7 addresses in ")
    assert "  read for links: 1 listing\n" in first.stderr
    assert sorted(rows(db, "SELECT url FROM articles")) == sorted((site.url(path),) for path in PATHS)
    again = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert again.returncode == 0
    assert again.stderr.startswith("Nothing new: 6 articles known already and unchanged; 1 address in ")
    assert Counter(site.paths) == {"/": 2, **dict.fromkeys(PATHS, 1)}
    assert rows(db, "SELECT command, status FROM runs") == [("crawl", "done")] * 2


def test_what_failed_and_is_put_off_is_not_called_known_and_unchanged(site: Loopback, db: Path) -> None:
    site.routes[PATHS[0]] = (403, HTML, b"Closed")
    for _ in range(2):
        done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
        assert "  failed: 1\n" in done.stderr
    again = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert again.stderr.startswith("Nothing new: 5 articles known already and unchanged; 1 address in ")
    assert "  failed before and put off, not asked: 1\n" in again.stderr


def test_recheck_asks_again_for_what_is_known(site: Loopback, db: Path) -> None:
    run("crawl", site.url("/"), "--db", db, "--delay", 0, "--quiet")
    site.log.clear()
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--recheck", "--workers", 1)
    assert done.returncode == 0
    assert sorted(site.paths) == sorted(("/", *PATHS))


def test_what_is_stored_does_not_depend_on_the_number_of_processes(site: Loopback, tmp_path: Path) -> None:
    stored = []
    for workers in (0, 2):
        db = tmp_path / f"{workers}.db"
        done = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--concurrency", 8, "--workers", workers)
        assert done.returncode == 0
        articles = rows(db, "SELECT url, title, body, content_hash, provenance FROM articles ORDER BY url")
        links = rows(db, "SELECT position, url, title FROM related_links ORDER BY url, title, position")
        pages = rows(db, "SELECT url, status, outcome, reason FROM pages ORDER BY url")
        stored.append((articles, links, pages))
    assert len(stored[0][0]) == len(PATHS)
    assert stored[0] == stored[1]


def test_a_start_that_fails_ends_with_3_and_the_others_are_stored(site: Loopback, db: Path) -> None:
    done = run("crawl", site.url("/gone"), site.url(PATHS[0]), "--db", db, "--delay", 0)
    assert done.returncode == 3
    assert f"copydesk: warning: {site.url('/gone')}: failed: HTTP 404 Not Found" in done.stderr
    assert "Stored 1 new article " in done.stderr


def test_a_host_that_does_not_answer_is_said_once(db: Path) -> None:
    with Loopback({}) as server:
        closed = server.url("/")
    done = run("crawl", closed, "--db", db, "--delay", 0)
    assert done.returncode == 3
    assert [line for line in done.stderr.splitlines() if line.startswith("copydesk: ")] == [
        line
        for line in done.stderr.splitlines()
        if f"warning: {closed}: disallowed: robots.txt cannot be reached: the connection was refused" in line
    ]
    assert done.stderr.count("refused") == 1, "neither by the library nor by the summary once more"
    assert "  disallowed: 1" in done.stderr.splitlines()


def test_a_host_that_was_set_aside_is_said_recorded_and_ends_with_3(site: Loopback, db: Path) -> None:
    site.routes |= dict.fromkeys(PATHS, (503, {"Retry-After": "86400"}, b"Closed for today"))
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert done.returncode == 3
    assert (
        "warning: 127.0.0.1: set aside, the rest is left for the next run: HTTP 503, asks to" in done.stderr
    )
    assert "left for the next run:" in done.stderr
    ((counts,),) = rows(db, "SELECT counts FROM runs")
    assert json.loads(counts)["hosts_set_aside"] == 1
    assert rows(db, "SELECT count(*) FROM pages")[0][0] < len(PATHS)


def test_a_site_that_gives_no_article_ends_with_3(site: Loopback, db: Path) -> None:
    site.routes = {"/": (200, HTML, home(()))}
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert done.returncode == 3
    assert f"{site.url('/')}: read, but no article was found there" in done.stderr


def test_a_site_that_sends_all_readers_to_one_page_gives_no_article(site: Loopback, db: Path) -> None:
    """Such as one that asks for consent first: that all redirects lead to the same page says nothing of articles."""
    site.routes |= dict.fromkeys(PATHS, (302, {"Location": "/consent"}, b""))
    site.routes["/consent"] = (200, HTML, b"<h1>Before you continue</h1>")
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert done.returncode == 3
    assert f"{site.url('/')}: read, but no article was found there" in done.stderr
    assert "Nothing new: no article found;" in done.stderr


def test_what_is_wrong_with_an_answer_is_said_with_its_page_only(site: Loopback, db: Path) -> None:
    site.routes[PATHS[0]] = (200, {**HTML, "Content-Length": "99999999999"}, b"<p>cut")
    site.routes[PATHS[1]] = (200, {**HTML, "Content-Encoding": "klingon"}, b"<p>cut")
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert done.returncode == 0
    assert "warning" not in done.stderr
    assert "1 × larger than DOWNLOAD_MAXSIZE allows" in done.stderr


def test_robots_txt_is_obeyed_unless_told_otherwise(site: Loopback, db: Path) -> None:
    site.routes["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /locks/")
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert "  disallowed: 3\n    3 × robots.txt forbids it" in done.stderr
    assert sorted(site.paths) == sorted(("/", *PATHS[3:]))
    site.log.clear()
    run("crawl", site.url("/"), "--db", db, "--delay", 0, "--no-robots")
    assert "/robots.txt" not in {asked.path for asked in site.log}
    assert rows(db, "SELECT count(*) FROM articles") == [(6,)]


def test_max_pages_leaves_the_rest_for_the_next_run(site: Loopback, db: Path) -> None:
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--max-pages", 2)
    assert done.returncode == 0
    assert len(site.paths) == 2
    assert "  left for the next run: 5\n" in done.stderr
    run("crawl", site.url("/"), "--db", db, "--delay", 0)
    assert rows(db, "SELECT count(*) FROM articles") == [(6,)]


def test_a_run_cut_short_does_not_say_that_a_site_gives_nothing(site: Loopback, db: Path) -> None:
    first = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--max-pages", 1)
    assert first.returncode == 0, first.stderr
    assert "left for the next run: 6" in first.stderr


def with_related(number: int, *related: str) -> Answer:
    links = "".join(f'<li><a href="{path}">What the lock at {path} held back</a></li>' for path in related)
    block = f"<section class=related><h2>Related articles</h2><ul>{links}</ul></section></body>"
    return 200, HTML, article(number).replace(b"</body>", block.encode())


def test_related_links_are_followed_on_request_and_each_page_is_asked_once(site: Loopback, db: Path) -> None:
    for number, (path, following) in enumerate(pairwise([*PATHS, PATHS[0]]), 1):
        site.routes[path] = with_related(number, following, "/locks/report-gone-in-the-night")
    run("crawl", site.url(PATHS[0]), "--db", db, "--delay", 0)
    assert site.paths == [PATHS[0]]
    for more, asked in (((), PATHS[:4]), (("--related-depth", 9), PATHS)):
        done = run("crawl", site.url(PATHS[0]), "--db", db, "--delay", 0, "--follow-related", *more)
        assert done.returncode == 0, done.stderr
        assert Counter(site.paths)["/locks/report-gone-in-the-night"] >= 1
        assert sorted(set(site.paths)) == sorted((*asked, "/locks/report-gone-in-the-night"))
    assert {path: Counter(site.paths)[path] for path in PATHS} == dict.fromkeys(PATHS, 1)
    assert rows(db, "SELECT count(*), count(DISTINCT url) FROM pages") == [(7, 7)]
    assert rows(db, "SELECT count(*) FROM related_graph") == [(6,)]


def test_max_runtime_ends_a_crawl(site: Loopback, db: Path) -> None:
    started = monotonic()
    done = run("crawl", site.url("/"), "--db", db, "--delay", 30, "--max-runtime", 1)
    assert done.returncode in {0, 3}
    assert monotonic() - started < 25
    assert rows(db, "SELECT status FROM runs") == [("done",)]


def test_the_user_agent_is_ours_or_the_given_one(site: Loopback, db: Path) -> None:
    run("crawl", site.url(PATHS[0]), "--db", db, "--delay", 0)
    run(
        "crawl",
        site.url(PATHS[1]),
        "--db",
        db,
        "--delay",
        0,
        "--user-agent",
        "lockbot/2 (+https://l.example)",
    )
    agents = [asked.headers["User-Agent"] for asked in site.log if asked.path in PATHS]
    assert agents[0] == f"copydesk/{__version__} (news crawler)"
    assert agents[1] == "lockbot/2 (+https://l.example)"


def test_an_archive_can_be_ingested_into_the_same_articles(site: Loopback, db: Path, tmp_path: Path) -> None:
    run("crawl", site.url("/"), "--db", db, "--delay", 0, "--archive", tmp_path / "kept")
    other = tmp_path / "other.db"
    run("ingest", tmp_path / "kept", "--db", other)
    sql = "SELECT url, title, body FROM articles ORDER BY url"
    assert rows(other, sql) == rows(db, sql)
    assert len(rows(db, sql)) == 6


def test_an_archive_that_cannot_be_made_ends_with_1(site: Loopback, db: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = run("crawl", site.url("/"), "--db", db, "--archive", tmp_path / "file" / "kept")
    assert (done.returncode, len(done.stderr.splitlines()), site.log) == (1, 1, [])


def test_a_database_in_use_ends_with_4_and_nothing_is_asked(site: Loopback, db: Path) -> None:
    with locked(db.resolve()):
        done = run("crawl", site.url("/"), "--db", db)
    assert done.returncode == 4
    assert "another run holds this database" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert site.log == []


def test_a_file_that_is_not_ours_ends_with_1(site: Loopback, db: Path) -> None:
    db.write_bytes(b"my diary")
    done = run("crawl", site.url("/"), "--db", db)
    assert (done.returncode, len(done.stderr.splitlines()), site.log) == (1, 1, [])
    assert "no SQLite database" in done.stderr


def test_json_logs_are_all_that_stderr_holds(site: Loopback, db: Path) -> None:
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--log-format", "json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    events = Counter(line["event"] for line in lines)
    assert {name: events[name] for name in ("run_started", "page", "run_finished")} == {
        "run_started": 1, "page": 7, "run_finished": 1
    }  # fmt: skip
    assert lines[-1]["outcomes"] == {"listing": 1, "article": 6}


def test_quiet_says_nothing(site: Loopback, db: Path) -> None:
    done = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_from_a_page_reaches_the_terminal_raw(site: Loopback, db: Path) -> None:
    evil = "\x1b]0;owned\x07\u202e".encode()
    site.routes["/evil"] = (200, {"Content-Type": "text/html; \x9b31m"}, b"%PDF-" + evil)
    site.routes[PATHS[0]] = (200, HTML, article(1).replace(b"runs over", evil))
    for log_format in ("text", "json"):
        done = run(
            "crawl", site.url("/evil"), site.url(PATHS[0]), "--db", db, "--delay", 0, "--recheck",
            "--log-format", log_format,
        )  # fmt: skip
        assert not {c for c in done.stderr if not c.isprintable()} - {"\n"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_crawl_commits_and_ends_with_130(
    site: Loopback, db: Path, number: signal.Signals
) -> None:
    process = start(
        "crawl", site.url("/"), "--db", db, "--delay", 1, "--log-format", "json", stderr=-1, stdout=-1
    )
    assert process.stderr is not None
    while (event := json.loads(process.stderr.readline()))["event"] != "page" or event[
        "outcome"
    ] != "article":
        pass
    process.send_signal(number)
    rest = process.stderr.read().decode().splitlines()
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert json.loads(rest[-1])["message"].startswith("interrupted; what was stored is kept")
    assert rows(db, "SELECT status FROM runs") == [("interrupted",)]
    assert 1 <= rows(db, "SELECT count(*) FROM articles")[0][0] < 6


def test_a_second_interrupt_does_not_wait(site: Loopback, db: Path) -> None:
    asked = threading.Event()

    def slow(_: BaseHTTPRequestHandler) -> None:
        asked.set()
        site.hang()

    site.routes["/slow"] = slow
    process = start("crawl", site.url("/slow"), "--db", db, "--log-format", "json", stderr=-1, stdout=-1)
    assert asked.wait(30)
    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert process.returncode == 130
    assert rows(db, "SELECT status FROM runs") == [("interrupted",)]


# ── sites file ──


def sites_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sites.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wrong_sites_file_ends_with_2_and_nothing_is_asked(
    site: Loopback, db: Path, tmp_path: Path
) -> None:
    path = sites_file(tmp_path, f'[sites.locks]\nstart = ["{site.url("/")}"]\ndealy = 3\n')
    done = run("crawl", "--sites", path, "--db", db)
    assert done.returncode == 2
    assert done.stderr.startswith(f"copydesk: {path}:3: sites.locks.dealy: unknown (did you mean delay?)")
    assert site.log == []
    assert not db.exists()


def test_a_sites_file_gives_starts_patterns_and_headers(site: Loopback, db: Path, tmp_path: Path) -> None:
    path = sites_file(
        tmp_path,
        f'[sites.locks]\nstart = ["{site.url("/")}"]\ndeny = ["-1-of-"]\nallow = ["/locks/"]\n'
        'headers = { "X-Reader" = "desk" }\n',
    )
    done = run("crawl", "--sites", path, "--db", db, "--delay", 0)
    assert done.returncode == 0
    assert sorted(site.paths) == sorted(("/", *PATHS[1:3]))
    assert "  ruled out by the sites file, not asked: 4\n" in done.stderr
    assert {asked.headers["X-Reader"] for asked in site.log} == {"desk"}


def test_a_sites_pages_are_bounded_and_another_sites_are_not(
    site: Loopback, db: Path, tmp_path: Path
) -> None:
    with Loopback(routes()) as other:
        path = sites_file(
            tmp_path,
            f'[sites.a]\nstart = ["{site.url("/")}"]\nmax_pages = 2\n'
            f'[sites.b]\nstart = ["{other.url("/").replace("127.0.0.1", "localhost")}"]\n',
        )
        done = run("crawl", "--sites", path, "--db", db, "--delay", 0)
        assert "  left for the next run: 5\n" in done.stderr
        assert (len(site.paths), len(other.paths)) == (2, 7)


def test_a_sites_delay_holds_against_the_options(site: Loopback, db: Path, tmp_path: Path) -> None:
    asked: list[float] = []

    def noted(page: Answer) -> Route:
        def answer(_: BaseHTTPRequestHandler) -> Answer:
            asked.append(monotonic())
            return page

        return answer

    site.routes = {path: noted(page) for path, page in routes().items() if isinstance(page, tuple)}
    path = sites_file(tmp_path, f'[sites.locks]\nstart = ["{site.url("/")}"]\ndelay = 0.3\nconcurrency = 2\n')
    assert run("crawl", "--sites", path, "--db", db, "--delay", 0).returncode == 0
    assert len(asked) == 7
    # A request leaves the crawler and reaches the server at slightly different moments.
    assert all(later - earlier > 0.2 for earlier, later in pairwise(asked))


@pytest.mark.parametrize("day", ["yesterday", "2999-01-01", "7"])
def test_since_takes_a_day_or_days_back_only(day: str, db: Path) -> None:
    done = run("crawl", "https://news.example/", "--db", db, "--since", day)
    assert done.returncode == 2
    assert f"'--since': {day!r} is " in done.stderr
    assert "days back as 7d" in done.stderr
    assert not db.exists()
