"""`copydesk browse`: a SQLite file in, pages to look at it in a browser out; Datasette serves them."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

import click

from crawler.cli.browse_metadata import metadata
from crawler.cli.options import existing_db_option
from crawler.errors import CopydeskError
from pipelines.database.connection import open_readonly

# Facets and searches of a large file may take longer than Datasette's second; whole texts would fill the page.
SETTINGS = {
    "sql_time_limit_ms": "10000",
    "facet_time_limit_ms": "2000",
    "default_page_size": "50",
    "truncate_cells_html": "160",
}


@click.command(short_help="Look at a SQLite file in a browser, with Datasette.")
@existing_db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="The port to serve at."
)
@click.option("--open", "opens", is_flag=True, help="Open the browser too.")
def command(db: Path, host: str, port: int, opens: bool) -> None:
    """Look at a SQLite file in a browser, with Datasette: tables with facets, full-text search, queries.

    \b
    Example:
      copydesk browse --db news.db --open

    Datasette is an extra: pip install 'copydesk[browse]'. It only reads, also while a crawl writes, and serves this
    machine alone unless --host says otherwise. Ctrl-C ends it.
    """  # noqa: D301 - click's sign for 'do not wrap'
    if find_spec("datasette") is None:
        raise CopydeskError(
            "browsing needs Datasette, which is not installed; `pip install 'copydesk[browse]'` adds it"
        )
    open_readonly(db).close()
    args = [sys.executable, "-m", "datasette", "serve", str(db), "--metadata", "-"]
    args += ["--host", host, "--port", str(port), *(["--open"] if opens else [])]
    for name, value in SETTINGS.items():
        args += ["--setting", name, value]
    _become(args, json.dumps(metadata(db.stem)).encode())


def _become(args: list[str], stdin: bytes) -> None:
    """Let the other program take this one's place, so that signals and its end are its own."""
    with TemporaryFile() as file:
        file.write(stdin)
        file.flush()
        file.seek(0)
        os.dup2(file.fileno(), 0)
        sys.stdout.flush()
        os.execv(args[0], args)  # noqa: S606 - Datasette, found beside this very Python
