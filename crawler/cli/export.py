"""`copydesk export`: a SQLite file in; its articles out, all of them or what is new, for other programs."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from crawler.cli.export_writing import FORMATS, form_of, require, write_all
from crawler.cli.handing_on import hand_on
from crawler.cli.options import existing_db_option, since_option, site_option, until_option
from pipelines.database.connection import behind_links, open_readonly
from pipelines.database.exporting import records
from pipelines.database.failures import explained
from pipelines.database.selection import Selection


@click.command(short_help="Hand on the articles as JSON lines, CSV or Parquet.")
@existing_db_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS),
    help="How to write them; else as OUT is called, else JSON lines.",
)  # fmt: skip
@click.option(
    "--out", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, in place of standard output; .gz and .zst compress it.",
)  # fmt: skip
@site_option
@since_option
@until_option
@click.option("--new", is_flag=True, help="Only what is new or changed since the last export by this cursor.")
@click.option(
    "--cursor", metavar="NAME", help="Who is given what is new: the name that --new remembers it by."
)
def command(
    db: Path, form: str | None, out: Path | None, new: bool, cursor: str | None, **selected: Any
) -> None:
    """Hand on the articles to other programs.

    JSON lines hold everything, with related links and where each field came from; `copydesk ingest` reads them
    again. CSV has the same columns, lists as JSON. Parquet needs pyarrow (pip install 'copydesk[parquet]').

    \b
    Examples:
      copydesk export --db news.db | jq -r .title
      copydesk export --db news.db --site news.example --since 2025-08-01 --out august.csv
      copydesk export --db news.db --new --cursor warehouse --out new.jsonl.zst

    A file appears when it is complete. With --new nothing is handed on twice and nothing is left out: the cursor,
    which the database keeps, moves together with the file. A crawl need not stop.
    """  # noqa: D301 - click's sign for 'do not wrap'
    if new != bool(cursor):
        raise click.UsageError(
            "--new and --cursor NAME belong together: the name remembers what was handed on"
        )
    place = _place(out, db)
    form = form_of(place) if form is None else form
    require(form, place)
    selection = Selection(**selected)
    with explained(db):
        if cursor is not None:
            hand_on(db, cursor, selection, form, place)
            return
        with closing(open_readonly(db)) as opened:
            write_all(form, records(opened, selection), place)


def _place(out: Path | None, db: Path) -> Path | None:
    """Return where the file belongs, behind links; a usage error where a file must not be put."""
    if out is None:
        return None
    place = out.resolve()
    if place == behind_links(db):
        raise click.UsageError("--out names the database itself; name another file")
    if place.exists() and not place.is_file():
        raise click.UsageError(
            f"--out: {out} is no regular file; leave --out away and redirect standard output"
        )
    return place
