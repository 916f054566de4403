"""The command line: arguments in; data on stdout, words for people on stderr, and an exit code out."""

from __future__ import annotations

import click

from crawler import __version__
from crawler.cli.group import CommandGroup
from crawler.compiled import parsers_are

__all__ = ["main"]


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, prog_name="copydesk", message=f"%(prog)s, version %(version)s, {parsers_are()} parsers"
)
def main() -> None:
    """Crawl news sites; get clean, dated, deduplicated articles in one SQLite file.

    \b
    See it work, without a network:
      copydesk demo

    \b
    Fetch a site, twice: the second run stores only what is new.
      copydesk crawl https://news.example/ --db news.db
      copydesk crawl https://news.example/ --db news.db

    \b
    Look at the result:
      copydesk stats --db news.db
      sqlite3 news.db "SELECT published_on, title, url FROM latest LIMIT 10"

    \b
    One page, nothing stored:
      copydesk extract page.html --format markdown

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage or sites file, 3 done but look
    at what was said, 4 another run holds the database, 130 interrupted.
    """  # noqa: D301 - click's sign for 'do not wrap'
