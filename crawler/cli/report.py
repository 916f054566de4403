"""`copydesk report`: a SQLite file in, one self-contained HTML page for a person who looks once a week out."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from crawler.cli.options import existing_db_option
from crawler.cli.output import write_out
from crawler.cli.stats import read_figures
from crawler.errors import CopydeskError
from pipelines.check import check_file
from pipelines.database import queries, stories
from pipelines.database.connection import open_readonly
from pipelines.database.failures import explained
from pipelines.report.page import report_page
from pipelines.watch.thresholds import Thresholds

NEWEST, STORIES = 20, 10


@click.command(short_help="Write an HTML page of what came and what broke.")
@existing_db_option
@click.option("--out", required=True, metavar="FILE.html", type=click.Path(dir_okay=False, path_type=Path),
              help="The page; one that is there is replaced when the new one is complete.")  # fmt: skip
@click.option("--days", "last_days", metavar="N", type=click.IntRange(1, 366), default=28, show_default=True,
              help="So many days, today's (UTC) being the last.")  # fmt: skip
@click.option("--quiet", "-q", is_flag=True, help="Do not say where the page is.")
def command(db: Path, out: Path, *, last_days: int, quiet: bool) -> None:
    r"""Write one HTML page: what came per day and site, fields filled, outcomes, what broke, stories, runs.

    \b
    Examples:
      copydesk report --db news.db --out report.html
      copydesk report --db news.db --out report.html --days 7

    The page needs no network, loads nothing and runs nothing: it can be mailed. The file is only read, also while a
    crawl writes to it.
    """
    if out.exists() and db.exists() and out.samefile(db):
        raise CopydeskError(f"{out}: this is the database itself; name another file for the page")
    now = datetime.now(UTC)
    days = [(now - timedelta(days=age)).date().isoformat() for age in range(last_days - 1, -1, -1)]
    checked = check_file(db, Thresholds(), now)
    page = report_page(_figures(db, days, now), checked, days, f"{now:%Y-%m-%d %H:%M} UTC")
    write_out([page], out)
    if not quiet:
        click.echo(f"Wrote {out}", err=True)


def _figures(path: Path, days: list[str], now: datetime) -> dict[str, Any]:
    figures = read_figures(path, len(days), now)
    with closing(open_readonly(path)) as db, explained(path):
        return figures | {
            "name": path.name,
            "newest": queries.latest_articles(db, NEWEST),
            "copied": stories.most_copied(db, days[0], STORIES),
            "linked": stories.most_linked(db, days[0], STORIES),
        }
