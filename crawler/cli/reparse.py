"""`copydesk reparse`: archived pages in, what is stored of them brought up to date with today's parsers out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from crawler.cli.archived import Choice, archive_files, choose
from crawler.cli.exits import Exit
from crawler.cli.logs import LogFormat, set_up_logs
from crawler.cli.options import (
    existing_db_option,
    log_format_option,
    quiet_option,
    selectors_option,
    workers_option,
)
from crawler.cli.progress import progress
from crawler.cli.reparse_summary import Counted
from crawler.cli.run_report import Closing, Report
from crawler.cli.stopping import stop_between
from crawler.sites import read_sites
from crawler.sites.lookup import SiteLookup
from crawler.sources.in_order import in_order
from crawler.sources.visits import Read, given_up, read_source
from crawler.text import utc_text
from pipelines.database.archived import archives, count_articles
from pipelines.database.connection import open_any_version
from pipelines.database.failures import explained
from pipelines.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said."""

    db: Path
    archive: Path | None
    sites: Path | None
    workers: int | None
    log_format: LogFormat
    quiet: bool


@click.command(short_help="Parse archived pages again, and update what is stored of them.")
@existing_db_option
@click.option(
    "--archive",
    metavar="DIR",
    type=click.Path(exists=True, path_type=Path),
    help="The folder of WARC files.  [default: where the file's runs kept their answers]",
)
@selectors_option
@workers_option
@log_format_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, /, **values: Any) -> None:
    """Parse archived pages again with today's parsers, and update what is stored of them.

    The pages are those that `copydesk crawl --archive DIR` kept, or other WARC files; nothing is fetched. It is the
    parser that changed and not the page: addresses, times and revisions stay as they are, and where no article is found
    any more, the stored one stays. A page that was no article and is one now is stored.

    \b
    Examples:
      copydesk reparse --db news.db
      copydesk reparse --db news.db --archive kept/ --sites sites.toml

    Ends with 3 when an archive could not be read, or an article was not found again.
    """  # noqa: D301 - click's sign for 'do not wrap'
    options = Options(**values)
    set_up_logs(options.log_format)
    counted = Counted()
    report = Report(
        "reparse",
        quiet=options.quiet,
        closing=Closing(counted.summary, "`--log-format json` says each"),
    )
    reparse(options, report, counted)
    report.close()
    ctx.exit(Exit.LOOK if report.problems else Exit.DONE)


def reparse(options: Options, report: Report, counted: Counted) -> None:
    """Choose, parse and store; problems are told to the report."""
    lookup = SiteLookup(read_sites(options.sites)) if options.sites else None
    places = _places(options)
    shown = progress(report.tally, quiet=options.quiet)
    with Store(options.db, command="reparse") as store, shown, stop_between() as stop_here:
        choice = _chosen(store, _archives(places, report), report, counted, stop_here)
        for read in _reads(choice, options.workers, lookup):
            _renew(store, read, report, counted)
            stop_here()


def _places(options: Options) -> list[Path]:
    """Return the folders of the archive; a usage error when nobody says where they are."""
    with closing(open_any_version(options.db)) as db, explained(options.db):
        places = [options.archive] if options.archive else [Path(folder) for folder in archives(db)]
    if not places:
        raise click.UsageError(
            f"no run of {options.db} kept an archive (`copydesk crawl --archive DIR` does); "
            "if there are WARC files of its pages, name their folder with --archive DIR"
        )
    if not any(place.exists() for place in places):
        gone = ", ".join(map(str, places))
        raise click.UsageError(f"{gone} is not there any more; name where it is now with --archive DIR")
    return places


def _archives(places: list[Path], report: Report) -> list[Path]:
    """Return the web archives to look through; places that have none are told."""
    found: list[Path] = []
    for place in places:
        files = archive_files(place) if place.exists() else []
        found += files
        if not files:
            what = "holds no WARC file" if place.exists() else "is not there any more, and is left out"
            report.problem(str(place), f"{what}; name the folder of the archive with --archive DIR")
    return list(dict.fromkeys(found))


def _chosen(
    store: Store, paths: list[Path], report: Report, counted: Counted, stop_here: Callable[[], None]
) -> Choice:
    choice = choose(paths, store.place_of, stop_here)
    for refusal in choice.refusals:
        report.problem(refusal.origin, refusal.reason)
    with store.reading():
        counted.without_page = count_articles(store.db) - choice.articles
    counted.strangers = len(choice.strangers)
    if paths and not choice.latest:
        where = ", ".join(dict.fromkeys(str(path.parent) for path in paths))
        report.problem(where, f"holds no page of what {store.path.name} has; is it another file's archive?")
    return choice


def _reads(choice: Choice, workers: int | None, lookup: SiteLookup | None) -> Iterator[Read]:
    now = utc_text(datetime.now(UTC))
    read = partial(read_source, now=now, sites=lookup)
    return in_order(read, choice.documents(), workers, partial(given_up, now=now))


def _renew(store: Store, read: Read, report: Report, counted: Counted) -> None:
    if read.visit.url == read.origin:
        report.problem(read.origin, read.visit.reason)
        return
    reparsed = store.renew(read.visit)
    report.visit(reparsed.visit)
    counted.fields += Counter(reparsed.changed)
    if reparsed.kept:
        counted.kept += 1
        report.problem(read.visit.url, f"{reparsed.visit.reason}; {reparsed.kept} stays as it is")
