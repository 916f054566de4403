"""`copydesk demo`: the main job on a fresh machine; its queries work as printed."""

from __future__ import annotations

import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from command_line import environment, run
from readme_queries import readme_queries
from small_site import article

READMES = readme_queries()
# How many rows the demo's site gives, where that can be told from its pages.
DEMO_ROWS = {
    "newest articles of a site": 5,
    "a day and site": 7,
    "a site lack": 1,
    "else an article stands": 1,
    "All texts": 1,
    "a run brought": 1,
    "new or changed": 13,
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("a demo's folder")
    return folder, run("demo", cwd=folder)


def test_the_demo_ends_with_a_table_of_articles(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = demo
    assert done.returncode == 0
    with closing(sqlite3.connect(folder / "copydesk-demo.db")) as db:
        titles = [row[0] for row in db.execute("SELECT title FROM articles")]
    assert len(titles) >= 12
    assert done.stdout.startswith(f"{len(titles)} articles in copydesk-demo.db\n")
    assert all(title in done.stdout for title in titles)
    assert done.stderr.startswith(f"Stored {len(titles)} new articles, 1 copy")


def test_the_three_queries_work_as_printed(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = demo
    commands = [line for line in done.stdout.splitlines() if line.startswith("sqlite-utils ")]
    assert len(commands) == 3
    for command in commands:
        args = [sys.executable, "-m", *shlex.split(command.replace("sqlite-utils", "sqlite_utils", 1))]
        answer = subprocess.run(  # noqa: S603 - the command that we printed
            args, cwd=folder, capture_output=True, text=True, env=environment(), check=True
        )
        rows = answer.stdout.splitlines()[2:]
        assert 2 <= len(rows) <= 5
        assert all(word in done.stdout for row in rows for word in row.split())


def test_a_second_demo_begins_anew(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, first = demo
    again = run("demo", "--quiet", cwd=folder)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == first.stdout


def test_a_file_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(article(1))
    run("ingest", tmp_path / "page.html", "--db", tmp_path / "news.db")
    before = (tmp_path / "news.db").read_bytes()
    done = run("demo", "--db", tmp_path / "news.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert "holds more than a demo (ingest)" in done.stderr
    assert (tmp_path / "news.db").read_bytes() == before


@pytest.mark.parametrize("what", READMES)
def test_the_queries_of_the_readme_give_rows(
    demo: tuple[Path, subprocess.CompletedProcess[str]], what: str
) -> None:
    folder, _ = demo
    values = {
        "site": "tarnmouth-courier.example",
        "since": "2025-07-20",
        "words": "weir",
        "run": 1,
        "change": 3,
    }
    with closing(sqlite3.connect(folder / "copydesk-demo.db")) as db:
        urls = [row[0] for row in db.execute("SELECT url FROM articles")]
        found = [db.execute(READMES[what], {**values, "url": url}).fetchall() for url in urls]
    most = max(map(len, found))
    assert most == next((rows for word, rows in DEMO_ROWS.items() if word in what), most) > 0
