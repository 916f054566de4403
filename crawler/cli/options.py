"""Options that several commands share, each with one meaning."""

from __future__ import annotations

from pathlib import Path

import click

db_option = click.option(
    "--db",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The SQLite file; made when it is missing.",
)
existing_db_option = click.option(
    "--db",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The SQLite file to look at.",
)
quiet_option = click.option(
    "--quiet", "-q", is_flag=True, help="No progress and no summary; problems are still said on stderr."
)
log_format_option = click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Logs on stderr: warnings as text, or every event as a JSON line.",
)
