"""The benchmark of killed runs, in small: some kills, and a file that was spoilt is told."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from small_site import article

ROOT = Path(__file__).parents[2]
SECONDS = 120
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "benchmarks")])}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9 of POSIX")


def test_runs_that_are_killed_lose_nothing() -> None:
    scenes = ("ingest", "export --new", "power cut")
    only = [option for scene in scenes for option in ("--only", scene)]
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "benchmarks" / "kills.py", "--kills", "10", "--pages", "6", "--seed", "3", *only],
        capture_output=True, text=True, timeout=SECONDS, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert [row[0] for row in rows[2:5]] == list(scenes)
    assert all(int(row[1]) >= 1 and row[3] == "0" for row in rows[2:5])


FAULTS = """
import sys
from pathlib import Path
from measure.kill_checks import Seen, faults
print("\\n".join(faults(Path(sys.argv[1]), Seen(addresses={"https://news.example/gone"}), {"https://news.example/a": 2})))
"""


def test_half_articles_and_losses_are_told(tmp_path: Path) -> None:
    """Otherwise a thousand kills would show nothing."""
    for name, number in (("a", 1), ("b", 2), ("c", 3)):
        own = f'<link rel=canonical href="https://news.example/{name}">'
        (tmp_path / f"{name}.html").write_bytes(article(number, head=own))
    db = tmp_path / "news.db"
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", "from crawler.cli import main; main()", "ingest", *tmp_path.glob("*.html"), "--db", db, "-q", "--workers", "0"],
        check=True, timeout=SECONDS, env=ENVIRONMENT,
    )  # fmt: skip
    with closing(sqlite3.connect(db, isolation_level=None)) as opened:
        opened.execute("UPDATE pages SET article_id = NULL WHERE url LIKE '%/b'")
        opened.execute("UPDATE articles SET revision = 2 WHERE url LIKE '%/c'")
    told = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-c", FAULTS, db],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
        env=ENVIRONMENT,
    ).stdout.splitlines()
    assert told == [
        "a page with an article that is not there: https://news.example/b",
        "an article without its page: https://news.example/b",
        "a revision that is counted and not kept: https://news.example/c",
        "an article without some of its links: https://news.example/a",
        "1 addresses that a reader had seen are gone: https://news.example/gone",
    ]
