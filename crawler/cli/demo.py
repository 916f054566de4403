"""`copydesk demo`: a small news site served on loopback, crawled into a SQLite file, and shown."""

from __future__ import annotations

import shlex
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from sqlite_utils import Database

from crawler.cli.crawl import Options
from crawler.cli.crawling import run_crawl
from crawler.cli.exits import Exit
from crawler.cli.logs import set_up_logs
from crawler.cli.options import quiet_option
from crawler.cli.run_report import Report
from crawler.cli.tables import stdout_console, table, titled
from crawler.demo_site import DemoSite
from crawler.errors import DatabaseError
from pipelines.database.connection import open_readonly
from pipelines.database.examples import EXAMPLES
from pipelines.database.lock import locked
from pipelines.database.queries import latest_articles, latest_runs

NAME = "demo"
DEFAULT_FILE = Path("copydesk-demo.db")
# More than the site has.
MOST_ARTICLES = 50
MOST_RUNS = 1000


@click.command(short_help="Crawl a small news site that comes along, and show the result.")
@click.option(
    "--db",
    metavar="FILE",
    default=DEFAULT_FILE,
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to put the articles; made anew each time.",
)
@quiet_option
@click.pass_context
def command(ctx: click.Context, /, db: Path, quiet: bool) -> None:
    """Crawl a small news site that comes along, and show the result.

    The site is served on this machine, on a free port of 127.0.0.1; no network is needed. It has pages in many
    kinds of markup, a feed, a sitemap, a copy, a redirect and a dead link. The file is made anew each time; a file
    that holds anything but earlier demos is left alone.

    \b
    Examples:
      copydesk demo
      copydesk demo --db /tmp/demo.db
    """  # noqa: D301 - click's sign for 'do not wrap'
    set_up_logs("text")
    remove_earlier_demo(db)
    with DemoSite() as site:
        options = Options(starts=(f"{site.origin}/",), sites=None, db=db, delay=0.0, workers=0, quiet=quiet)
        ended = run_crawl(options, options.starts, Report(NAME, quiet=quiet), name=NAME)
    if ended is not Exit.INTERRUPTED:
        show(db, stdout_console())
    ctx.exit(ended)


def remove_earlier_demo(path: Path) -> None:
    """Remove the file of an earlier demo; DatabaseError when it is anything else, which stays as it is."""
    if not path.exists():
        return
    with locked(path):
        with closing(open_readonly(path)) as db:
            others = {run["command"] for run in latest_runs(db, MOST_RUNS)} - {NAME}
        if others:
            raise DatabaseError(
                f"{path}: holds more than a demo ({', '.join(sorted(others))}); name another file with --db"
            )
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def show(path: Path, console: Console) -> None:
    """Write what came out, and three queries to try with their results."""
    with closing(open_readonly(path)) as db:
        rows = latest_articles(db, MOST_ARTICLES)
        cells = ((r["published_on"], r["title"], ", ".join(r["authors"]), r["word_count"]) for r in rows)
        console.print(titled(f"{len(rows)} articles in {path}", ("day", "title", "authors", "words"), cells))
        console.print("\nThree queries to try:", style="bold")
        for example in EXAMPLES:
            console.print(f"\n{example.what}:", style="dim")
            line = f'sqlite-utils {shlex.quote(str(path))} "{example.sql}" --table'
            console.out(line, highlight=False)
            console.print(_result(db, example.sql))
    console.print(f"More: copydesk stats --db {shlex.quote(str(path))}", markup=False, highlight=False)


def _result(db: Database, sql: str) -> Table:
    rows = list(db.query(sql))
    return table(tuple(rows[0]) if rows else (), (tuple(row.values()) for row in rows))
