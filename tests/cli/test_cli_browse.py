"""`copydesk browse`: Datasette with searching, facets and queries ready."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from click.testing import Result
from command_line import SECONDS, start
from small_site import stored_articles

from crawler.cli.browse_metadata import HIDDEN, TABLES
from pipelines.store import Store

Call = Callable[..., Result]


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    return stored_articles(call, tmp_path / "the news.db")


@pytest.fixture
def address(db: Path) -> Iterator[str]:
    pytest.importorskip("datasette")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start("browse", "--db", db, "--port", port, stdout=-1, stderr=-1)
    origin = f"http://127.0.0.1:{port}"
    try:
        give_up = time.monotonic() + SECONDS
        while True:
            try:
                urlopen(f"{origin}/-/versions.json", timeout=5).close()  # noqa: S310 - our own server
                break
            except URLError:
                assert process.poll() is None, process.stderr and process.stderr.read()
                assert time.monotonic() < give_up
                time.sleep(0.1)
        yield origin
    finally:
        process.terminate()
        process.communicate(timeout=SECONDS)


def ask(url: str) -> Any:
    with urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - our own server
        return json.load(answer)


def test_pages_with_search_facets_and_queries(address: str) -> None:
    (database,) = ask(f"{address}/-/databases.json")
    path = "/" + quote(database["name"]).replace("%20", "~20")
    top = ask(f"{address}{path}.json")
    shown = {table["name"]: table for table in top["tables"]}
    assert shown["articles"]["fts_table"] == "articles_fts"
    assert not shown["articles"]["hidden"]
    assert all(shown[table]["hidden"] for table in HIDDEN)
    assert len(top["queries"]) == 3 + 10
    found = ask(f"{address}{path}/articles.json?_search=%22number+2%22&_shape=objects")
    assert [row["title"] for row in found["rows"]] == ["Lock number 2 runs over"]
    assert set(found["facet_results"]) == {"site", "language", "section"}
    for query in top["queries"]:
        assert ask(f"{address}{path}/{query['name']}.json?_shape=objects&words=lock")["ok"], query["name"]


def test_every_table_that_is_described_or_hidden_exists(store_file: Store) -> None:
    names = {
        name
        for (name,) in store_file.db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    }
    assert TABLES.keys() | set(HIDDEN) <= names
    ours = {name for name in names if not name.startswith(("articles_fts", "sqlite_"))}
    assert ours <= TABLES.keys() | set(HIDDEN)
    for table, described in TABLES.items():
        columns = {row[1] for row in store_file.db.execute(f"PRAGMA table_info({table})")}
        assert {described.get("sort_desc", "rowid"), *described.get("facets", ())} - {"rowid"} <= columns, (
            table
        )


@pytest.fixture
def store_file(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "new.db", command="test") as store:
        yield store


def test_without_datasette_it_is_said_how_to_get_it(
    call: Call, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.cli.browse.find_spec", lambda name: None)
    result = call("browse", "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "pip install 'copydesk[browse]'" in result.stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_that_cannot_be_shown_ends_with_1(
    call: Call, tmp_path: Path, data: bytes | None, said: str
) -> None:
    pytest.importorskip("datasette")
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("browse", "--db", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
