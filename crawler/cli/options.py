"""Options that several commands share, each with one meaning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from crawler.urls import site_of


class Day(click.ParamType[str]):
    """A day as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day; a usage error for anything else."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2025-08-09", param, ctx)


class Site(click.ParamType[str]):
    """A site by its registrable domain, which an address or a host name stands for too."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the site as the column `site` has it."""
        return value if value == "file" else site_of(value if "//" in value else f"https://{value}")


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
selectors_option = click.option(
    "--sites",
    metavar="FILE.toml",
    type=click.Path(path_type=Path),
    help="A sites file whose selectors override fields of its sites' pages.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(0, 64),
    metavar="N",
    help="Parsing processes; 0 parses in the command's own.  [default: one a core, at most 4]",
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
site_option = click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="SITE",
    type=Site(),
    help="Articles of this site only, for example news.example; may be given several times.",
)
since_option = click.option(
    "--since", metavar="DAY", type=Day(), help="Articles published on this day (2025-08-09) or later."
)
until_option = click.option(
    "--until", metavar="DAY", type=Day(), help="Articles published on this day or earlier."
)
