"""`copydesk search`: words in, the articles that hold them out, best match first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from crawler.cli.options import existing_db_option, since_option, site_option, until_option
from crawler.cli.output import json_text
from crawler.text import printable
from pipelines.database.connection import open_readonly
from pipelines.database.failures import explained
from pipelines.database.matching import BOUNDS
from pipelines.database.search import MOST_TERMS, search, terms
from pipelines.database.selection import Selection

NO_DAY = "          "


@click.command(short_help="Find articles by their words.")
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@existing_db_option
@site_option
@since_option
@until_option
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, help="At most so many."
)
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
def command(query: tuple[str, ...], db: Path, limit: int, as_json: bool, **selected: Any) -> None:
    """Find articles by the words of headline, standfirst and text, best match first.

    All words must be there, in any case and with or without accents; "words in quotes" must stand side by side.
    Chinese, Japanese and Korean need no spaces. Where more than 10,000 articles match, the best of the newest 10,000
    are shown.

    \b
    Examples:
      copydesk search harbour storm --db news.db
      copydesk search '"city council" budget' --db news.db --site news.example --since 2025-08-01
      copydesk search 東京 --db news.db --json | jq -r '.[].url'
    """  # noqa: D301 - click's sign for 'do not wrap'
    words = " ".join(query)
    number = len(terms(words))
    if not 1 <= number <= MOST_TERMS:
        raise click.UsageError(
            f"QUERY has {number} words; write from 1 to {MOST_TERMS}, of letters or digits"
        )
    with closing(open_readonly(db)) as opened, explained(db):
        found = search(opened, words, Selection(**selected), limit, BOUNDS)
    if as_json:
        click.echo(json_text(found.rows))
    else:
        for line in _lines(found.rows):
            click.echo(line)
        if not found.rows:
            click.echo("No article found.", err=True)
    if found.most:
        click.echo(
            f"The best of the newest {found.most:,} found; older ones, if any, were not looked at.", err=True
        )


def _lines(found: list[dict[str, Any]]) -> Iterator[str]:
    for row in found:
        yield click.style(f"{row['published_on'] or NO_DAY}  {printable(row['title'])}", bold=True)
        gone = f"  (gone since {row['gone_at'][:10]})" if row["gone_at"] else ""
        yield f"{NO_DAY}  {printable(row['url'])}{gone}"
        yield f"{NO_DAY}  {printable(row['snippet'])}"
