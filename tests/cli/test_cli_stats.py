"""`copydesk stats`: figures of a file that `ingest` made, as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from small_site import article, let_wait
from watched_file import END, WatchedFile

Call = Callable[..., Result]


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in (1, 2):
        own = f'<link rel=canonical href="https://news.example/locks/{number}">'
        (pages / f"{number}.html").write_bytes(article(number, head=own))
    (pages / "3.html").write_bytes(article(1, head='<link rel=canonical href="https://copy.example/locks">'))
    (pages / "4.html").write_bytes(b"")
    (pages / "5.html").write_bytes(b"%PDF-1.7 \x1b[31m")
    call("ingest", pages, "--db", tmp_path / "news.db", "-q")
    return tmp_path / "news.db"


def test_json_holds_every_figure(call: Call, db: Path) -> None:
    result = call("stats", "--db", db, "--json")
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    assert figures["totals"]["articles"] == 2
    assert figures["totals"]["copies"] == 1
    assert figures["outcomes"] == {"article": 2, "rejected": 2, "copy": 1}
    sites = {row["site"]: row for row in figures["sites"]}
    assert (sites["news.example"]["articles"], sites["news.example"]["failures"]) == (2, 0)
    assert (sites["file"]["articles"], sites["file"]["failures"]) == (0, 2)
    assert sites["news.example"]["last_run"] == figures["runs"][0]["started_at"]
    assert figures["fields"]["published_at"] == 1.0
    assert figures["fields"]["authors"] == 0.0
    assert {row["reason"]: row["pages"] for row in figures["reasons"]} == {"empty file": 1, "a PDF": 1}
    assert figures["runs"][0]["command"] == "ingest"


def test_tables_show_the_same_to_people(call: Call, db: Path) -> None:
    shown = call("stats", "--db", db).stdout
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert any(line.startswith("news.example 2 0") for line in lines)
    assert "published_at 100%" in lines
    assert "rejected empty file 1" in lines
    assert any(line.startswith("1 ingest") and line.endswith("done 2 0 0") for line in lines)
    assert not {c for c in shown if not c.isprintable()} - {"\n"}


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_without_figures_ends_with_1(
    call: Call, tmp_path: Path, data: bytes | None, said: str
) -> None:
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("stats", "--db", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_days_are_told_site_by_site(call: Call, db: Path) -> None:
    rows = json.loads(call("stats", "--db", db, "--json").stdout)["days"]
    today = datetime.now(UTC).date().isoformat()
    assert {row["day"] for row in rows} <= {today, (datetime.now(UTC).date() - timedelta(days=1)).isoformat()}
    found = {row["site"]: row for row in rows}
    news = found["news.example"]
    assert (news["articles"], news["copies"], news["failures"]) == (2, 0, 0)
    assert (news["fields"]["published_at"], news["fields"]["authors"]) == (1.0, 0.0)
    assert (found["copy.example"]["articles"], found["copy.example"]["copies"]) == (0, 1)
    assert (found["file"]["articles"], found["file"]["failures"], found["file"]["fields"]) == (0, 2, {})


def test_so_many_days_are_told(call: Call, tmp_path: Path) -> None:
    file = WatchedFile(tmp_path / "news.db")
    for age in (3, 2, 1, 0):
        file.day(age, age + 1, outcomes={"failed": age})
    file.close()
    # The last so many days are those since the day before the last run.
    days = (datetime.now(UTC).date() - END.date()).days + 2
    rows = json.loads(call("stats", "--db", file.path, "--days", days, "--json").stdout)["days"]
    assert [(row["day"], row["articles"], row["failures"]) for row in rows] == [
        ("2026-06-30", 1, 0),
        ("2026-06-29", 2, 1),
    ]
    table = call("stats", "--db", file.path, "--days", days).stdout
    lines = [" ".join(line.split()) for line in table.splitlines()]
    assert "2026-06-29 news.example 2 0 1 500 100% 100% 100% 100%" in lines
    assert not json.loads(call("stats", "--db", file.path, "--json").stdout)["days"]


def test_what_waits_is_told_by_host_most_first(call: Call, db: Path) -> None:
    assert json.loads(call("stats", "--db", db, "--json").stdout)["waiting"] == []
    assert "Waiting" not in call("stats", "--db", db).stdout
    let_wait(
        db, {"few.example": 1, "most.example": 12, **{f"{letter}.example": 2 for letter in "abcdefghij"}}
    )
    hosts = json.loads(call("stats", "--db", db, "--json").stdout)["waiting"]
    assert len(hosts) == 12
    assert hosts[:2] == [
        {"host": "most.example", "addresses": 12, "not_asked": 11},
        {"host": "a.example", "addresses": 2, "not_asked": 1},
    ]
    shown = [" ".join(line.split()) for line in call("stats", "--db", db).stdout.splitlines()]
    title = shown.index("Waiting for their turn: 33, the first 10 of 12 hosts")
    assert [line for line in shown[title:] if ".example " in line][:2] == [
        "most.example 12 11",
        "a.example 2 1",
    ]
    assert not any("few.example" in line for line in shown)
