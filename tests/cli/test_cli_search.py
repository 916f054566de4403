"""`copydesk search`: articles of a file that `ingest` made, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_site import article

from pipelines.database.matching import Bounds

Call = Callable[..., Result]


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in (1, 2, 3):
        own = f'<link rel=canonical href="https://www.news.example/locks/{number}">'
        (pages / f"{number}.html").write_bytes(
            article(number, head=own)
            .replace(b"August 9", b"August %d" % number)
            .replace(b"-08-09", b"-08-0%d" % number)
        )
    page = (pages / "3.html").read_text("utf-8")
    (pages / "3.html").write_text(page.replace("runs over<", "\x1b[31m東京 runs over<"), "utf-8")
    call("ingest", pages, "--db", tmp_path / "news.db", "-q")
    return tmp_path / "news.db"


def test_articles_are_shown_with_day_headline_address_and_passage(call: Call, db: Path) -> None:
    result = call("search", '"number 2', "runs", "over", "--db", db)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "2025-08-02  Lock number 2 runs over"
    assert lines[1].strip() == "https://www.news.example/locks/2"
    assert "[number 2 runs over]" in lines[2]
    assert len(lines) == 3


def test_json_holds_the_same(call: Call, db: Path) -> None:
    found = json.loads(call("search", "locks", "runs", "--db", db, "--json").stdout)
    assert found == []
    (row,) = json.loads(call("search", "東京", "--db", db, "--json").stdout)
    assert (row["id"], row["url"], row["site"]) == (3, "https://www.news.example/locks/3", "news.example")
    assert (row["published_on"], row["published_at"]) == ("2025-08-03", "2025-08-03")
    assert "[東京]" in row["snippet"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--limit", "1"], 1),
        (["--site", "news.example"], 3),
        (["--site", "https://www.news.example/locks/1"], 3),
        (["--site", "other.example"], 0),
        (["--site", "other.example", "--site", "www.news.example"], 3),
        (["--since", "2025-08-02"], 2),
        (["--since", "2025-08-02", "--until", "2025-08-02"], 1),
    ],
)
def test_options_narrow_the_search(call: Call, db: Path, options: list[str], found: int) -> None:
    assert len(json.loads(call("search", "lock", "--db", db, "--json", *options).stdout)) == found


def test_nothing_found_is_said_on_stderr(call: Call, db: Path) -> None:
    result = call("search", "zeppelin", "--db", db)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No article found.\n")


def test_nothing_from_a_page_steers_the_terminal(call: Call, db: Path) -> None:
    shown = call("search", "東京", "--db", db).stdout
    assert not {c for c in shown if not c.isprintable()} - {"\n"}


@pytest.mark.parametrize("query", ["&&&", "word " * 65])
def test_a_query_without_words_or_with_too_many_is_wrong_usage(call: Call, db: Path, query: str) -> None:
    result = call("search", query, "--db", db)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "write from 1 to 64" in result.stderr


def test_a_day_is_written_in_one_way(call: Call, db: Path) -> None:
    result = call("search", "lock", "--db", db, "--since", "9.8.2025")
    assert result.exit_code == 2
    assert "write it as 2025-08-09" in result.stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_that_cannot_be_searched_ends_with_1(
    call: Call, tmp_path: Path, data: bytes | None, said: str
) -> None:
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("search", "lock", "--db", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_that_older_articles_match_too_is_said_on_stderr(
    call: Call, db: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.cli.search.BOUNDS", Bounds(ranked=2))
    result = call("search", "lock", "--db", db, *options)
    assert result.exit_code == 0
    assert "locks/1" not in result.stdout
    assert result.stderr == "The best of the newest 2 found; older ones, if any, were not looked at.\n"
    fewer = call("search", "lock", "--db", db, "--site", "other.example", *options)
    assert "not looked at" not in fewer.stderr
