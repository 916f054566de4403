"""`copydesk backup`: a SQLite file in, a consistent copy of it out, while a crawl goes on."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from crawler.cli.options import existing_db_option
from crawler.cli.output import put_in_place
from crawler.cli.parts import BESIDE, part_of, remove_left
from crawler.errors import CopydeskError, DatabaseError
from pipelines.database.backup import copy_database
from pipelines.database.connection import behind_links, refuse_unusable


@click.command(short_help="Copy a SQLite file, also while a crawl writes to it.")
@existing_db_option
@click.option(
    "--out", required=True, metavar="OUT", type=click.Path(dir_okay=False, path_type=Path),
    help="The file to make.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace an earlier backup of this name.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def command(db: Path, out: Path, force: bool, quiet: bool) -> None:
    """Copy a SQLite file, also while a crawl writes to it.

    \b
    Examples:
      copydesk backup --db news.db --out news-monday.db
      copydesk backup --db news.db --out /backups/news.db --force

    The copy is as the file was at one moment, and checked before it gets its name. It is one file without a log
    beside it, and opens like any other.
    """  # noqa: D301 - click's sign for 'do not wrap'
    out = out.resolve()
    _refuse(db, out, force=force)
    part = part_of(out)
    remove_left(out)
    console = Console(file=sys.stderr)
    try:
        with Progress(console=console, transient=True, disable=quiet or not console.is_terminal) as shown:
            task = shown.add_task("pages", total=None)
            copy_database(db, part, lambda done, total: shown.update(task, completed=done, total=total))
        put_in_place(part, out)
    except DatabaseError as error:
        raise DatabaseError(str(error).replace(str(part), str(out))) from error
    finally:
        for suffix in ("", *BESIDE):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _refuse(db: Path, out: Path, *, force: bool) -> None:
    """Raise what is wrong with the place before anything is done."""
    if out == behind_links(db):
        raise click.UsageError("--out names the database itself; name another file")
    if not out.parent.is_dir():
        raise click.UsageError(f"--out: the folder {out.parent} does not exist; make it first")
    if not out.exists():
        return
    if not force:
        raise click.UsageError(f"--out: {out} exists; name another file, or replace it with --force")
    # Only an earlier backup is replaced, never by mistake another file.
    refuse_unusable(out)
    log = out.with_name(out.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise CopydeskError(
            f"{out}: a program has this file open, or was killed with it open; name another file"
        )
