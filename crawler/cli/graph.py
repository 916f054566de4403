"""`copydesk graph`: a SQLite file in, the graph of its related links out, in a form that other programs read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from crawler.cli.graph_formats import FORMATS
from crawler.cli.options import existing_db_option
from crawler.cli.output import write_out
from pipelines.database.connection import behind_links, open_readonly
from pipelines.database.failures import explained
from pipelines.database.graph import edges, nodes
from pipelines.database.transaction import snapshot


@click.command(short_help="Hand on the graph of related links to other programs.")
@existing_db_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True,
    help="How to write it: edges as JSON lines or CSV; nodes and edges as GraphML or DOT.",
)  # fmt: skip
@click.option(
    "--all", "with_unstored", is_flag=True, help="Links to articles that are not stored yet as well."
)
@click.option(
    "--out", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, in place of standard output.",
)  # fmt: skip
def command(db: Path, form: str, with_unstored: bool, out: Path | None) -> None:
    """Hand on the graph of related links: articles are its nodes, links between them its edges.

    \b
    Examples:
      copydesk graph --db news.db | jq -r '[.source_title, .target_title] | @tsv'
      copydesk graph --db news.db --format csv --all --out links.csv
      copydesk graph --db news.db --format graphml --out news.graphml

    Each pair of articles is one edge, by the first link on the page; links of an article to itself are none. With
    --all, addresses that are not stored yet are nodes too. The file is only read, as it is at that moment, also
    while a crawl writes to it.
    """  # noqa: D301 - click's sign for 'do not wrap'
    if out is not None and out.resolve() == behind_links(db):
        raise click.UsageError("--out names the database itself; name another file")
    with closing(open_readonly(db)) as opened, explained(db), snapshot(opened):
        rows = (reading(opened, with_unstored=with_unstored) for reading in (nodes, edges))
        write_out(FORMATS[form](*rows), out)
