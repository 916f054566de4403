"""`copydesk crawl`: addresses in, rows in the SQLite file out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from crawler.cli.logs import LogFormat, set_up_logs
from crawler.cli.options import db_option, log_format_option, quiet_option, workers_option
from crawler.cli.run_report import Report
from crawler.discovery.since import read_since
from crawler.sites import Site, read_sites
from crawler.urls import is_web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said."""

    starts: tuple[str, ...]
    sites: Path | None
    db: Path
    max_pages: int | None = None
    max_runtime: float | None = None
    delay: float = 1.0
    concurrency: int = 1
    workers: int | None = None
    archive: Path | None = None
    no_robots: bool = False
    since: str | None = None
    recheck: bool = False
    follow_related: bool = False
    related_depth: int = 3
    user_agent: str | None = None
    log_format: LogFormat = "text"
    quiet: bool = False


def _checked_since(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the day, so that a run over midnight keeps to it."""
    if value is None:
        return None
    try:
        return read_since(value, datetime.now(UTC).date())
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, parameter) from None


@click.command(short_help="Fetch articles from sites, feeds and sitemaps into a SQLite file.")
@click.argument("starts", nargs=-1, metavar="[START]...")
@click.option(
    "--sites",
    metavar="FILE.toml",
    type=click.Path(path_type=Path),
    help="A sites file with starts and rules.",
)
@db_option
@click.option(
    "--max-pages", type=click.IntRange(min=1), metavar="N", help="Fetch at most N pages; the rest waits."
)
@click.option(
    "--max-runtime",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Stop after so many seconds; the rest waits for the next run.",
)
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Wait between two requests to one host.",
)
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="Requests to one host at the same time.",
)
@workers_option
@click.option(
    "--archive",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep every answer in a WARC file in this folder.",
)
@click.option("--no-robots", is_flag=True, help="Do not ask robots.txt; only for sites of your own.")
@click.option(
    "--since",
    metavar="DAY",
    callback=_checked_since,
    help="Reach back to a day (2026-01-31), or so many days (7d), and no further.",
)
@click.option("--recheck", is_flag=True, help="Ask again what is stored, whether it is due or not.")
@click.option("--follow-related", is_flag=True, help="Follow related links of articles, within their site.")
@click.option(
    "--related-depth",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="How many related links in a row, where they are followed.",
)
@click.option("--user-agent", metavar="TEXT", help="What to call oneself; name a contact in it.")
@log_format_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> None:
    """Fetch articles from sites, feeds and sitemaps into a SQLite file.

    A START is an article, a home or section page, a feed (RSS, Atom, JSON Feed) or a sitemap; which of them is
    found out from the answer. robots.txt is obeyed. Run it again, by cron for example: what is stored and not
    due is not asked again.

    \b
    Examples:
      copydesk crawl https://news.example/ --db news.db
      copydesk crawl https://news.example/feed.xml --db news.db --max-pages 100
      copydesk crawl --sites sites.toml --db news.db --quiet
      copydesk crawl https://news.example/a-story --db news.db --follow-related

    Ends with 3 when a START could not be read or a site gave nothing, with 4 when another run holds the
    database. Ctrl-C finishes what is in flight and ends with 130; a second one ends at once.
    """  # noqa: D301 - click's sign for 'do not wrap'
    options = Options(**values)
    sites = read_sites(options.sites) if options.sites else ()
    starts = checked_starts(options.starts, sites)
    check_user_agent(options.user_agent)
    set_up_logs(options.log_format)
    # Scrapy takes half a second to import; by here everything that can be said without it is said.
    from crawler.cli.crawling import run_crawl  # noqa: PLC0415

    ctx.exit(run_crawl(options, starts, Report("crawl", quiet=options.quiet)))


def checked_starts(given: tuple[str, ...], sites: tuple[Site, ...]) -> tuple[str, ...]:
    """Return all addresses to begin at, each once; UsageError says what is wrong with one."""
    for start in given:
        if not is_web_address(start):
            remedy = (
                f"write it in full: https://{start}"
                if "://" not in start
                else "only http:// and https:// are crawled"
            )
            hint = "; for files use `copydesk ingest`" if Path(start).exists() else ""
            raise click.UsageError(f"START {start!r} is no web address; {remedy}{hint}")
    starts = tuple(dict.fromkeys((*given, *(url for site in sites for url in site.addresses))))
    if not starts:
        raise click.UsageError("nothing to crawl; name a START (https://…) or a sites file with --sites")
    return starts


def check_user_agent(user_agent: str | None) -> None:
    """Refuse a name that no header can carry."""
    if user_agent is not None and not (
        user_agent.strip() and user_agent.isascii() and user_agent.isprintable()
    ):
        raise click.UsageError(
            "--user-agent must be one line of ASCII text, such as 'mybot/1.0 (+https://my.example/bot)'"
        )
