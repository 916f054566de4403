"""`copydesk ingest`: pages that are on disk in, rows in the SQLite file out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from crawler.cli.exits import Exit
from crawler.cli.logs import LogFormat, set_up_logs
from crawler.cli.options import db_option, log_format_option, quiet_option, selectors_option, workers_option
from crawler.cli.progress import progress
from crawler.cli.run_report import Report
from crawler.cli.stopping import stop_between
from crawler.sites import read_sites
from crawler.sites.lookup import SiteLookup
from crawler.sources import Document, ExportedLine, PassedOver, Refusal, is_single_page, read_sources
from crawler.sources.in_order import in_order
from crawler.sources.visits import Read, given_up, read_source
from crawler.text import utc_text
from crawler.urls import address_key, is_web_address, normalise_url
from pipelines.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said."""

    paths: tuple[Path, ...]
    db: Path
    url: str | None
    workers: int | None
    sites: Path | None = None
    log_format: LogFormat
    quiet: bool


@click.command(short_help="Read pages that are on disk already into a SQLite file.")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path)
)
@db_option
@click.option("--url", metavar="URL", help="The address of the page, when PATH is a single one.")
@selectors_option
@workers_option
@log_format_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> None:
    """Read pages that are on disk already into a SQLite file.

    A PATH is an HTML file (.html, .htm, .html.gz), a plain-text rendering of an article page (.txt), a web
    archive (.warc, .warc.gz), an export (.jsonl, .jsonl.gz, .jsonl.zst), or a folder of such files. A folder
    may hold a pages.jsonl whose lines give "id" and "url" of its html/ID.html.gz. Where nothing gives an
    address, it is the page's own canonical one, else file: and the path.

    \b
    Examples:
      copydesk ingest saved/ --db news.db
      copydesk ingest page.html --url https://news.example/a --db news.db
      copydesk ingest crawl.warc.gz --workers 4 --db news.db

    Ends with 3 when something could not be read or nothing was found.
    """  # noqa: D301
    options = Options(**values)
    set_up_logs(options.log_format)
    report = Report("ingest", quiet=options.quiet)
    ingest(options, report)
    report.close()
    ctx.exit(Exit.LOOK if report.problems else Exit.DONE)


def ingest(options: Options, report: Report) -> None:
    """Read, parse and store everything; problems are told to the report."""
    reads = settled(_read(options, _address(options), report))
    shown = progress(report.tally, quiet=options.quiet)
    with Store(options.db, command="ingest") as store, shown, stop_between() as stop_here:
        for read in reads:
            _put(store, read, report)
            stop_here()
    if not report.tally.pages:
        where = ", ".join(map(str, options.paths))
        report.problem(where, "no page found; `copydesk ingest --help` says what is read")


def _put(store: Store, read: Read, report: Report) -> None:
    if read.first_seen_at is None:
        visit = store.put(read.visit)
    else:
        visit = store.put_back(read.visit, read.first_seen_at, read.revision, read.gone_at)
    report.visit(visit)
    if visit.outcome in {"failed", "rejected"} and visit.status is None:
        report.problem(read.origin, visit.reason)


def settled(reads: Iterator[Read]) -> Iterator[Read]:
    """Yield what was read, each address once for what claims it.

    A second file that calls itself by an address that another had in this run is recorded where it lay:
    templates that write the same canonical address on every page would else make all articles one.
    """
    claimed: set[int] = set()
    for read in reads:
        key = hash(address_key(read.visit.url))
        if read.is_claim and key in claimed:
            yield read.at_origin
        else:
            claimed.add(key)
            yield read


def _address(options: Options) -> str | None:
    url, path = options.url, options.paths[0]
    if url is None:
        return None
    if len(options.paths) != 1 or path.is_dir() or not is_single_page(path):
        raise click.UsageError("--url gives the address of a single page; name one .html, .htm or .txt file")
    if not is_web_address(url):
        raise click.UsageError(f"--url: {url!r} is no web address; write it in full, with https://")
    return normalise_url(url)


def _read(options: Options, url: str | None, report: Report) -> Iterator[Read]:
    now = utc_text(datetime.now(UTC))
    give_up = partial(given_up, now=now)
    lookup = SiteLookup(read_sites(options.sites)) if options.sites else None
    return in_order(
        partial(read_source, now=now, sites=lookup), _to_parse(options, url, report), options.workers, give_up
    )


def _to_parse(
    options: Options, url: str | None, report: Report
) -> Iterator[Document | ExportedLine | Refusal]:
    for source in read_sources(options.paths, url):
        if isinstance(source, PassedOver):
            report.tally.passed_over[source.what] += 1
        else:
            yield source
