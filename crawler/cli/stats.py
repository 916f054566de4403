"""`copydesk stats`: a SQLite file in, what it holds and how its runs went out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rich.console import Group

from crawler.cli.options import existing_db_option
from crawler.cli.tables import stdout_console, titled
from crawler.cli.tally import kind_of
from pipelines.database import queries
from pipelines.database.connection import open_readonly
from pipelines.database.days import days
from pipelines.database.failures import explained
from pipelines.database.transaction import snapshot

# A table for a person; `--json` gives all of it.
MOST_SITES = 40
MOST_REASONS = 15
MOST_HOSTS = 10
MOST_RUNS = 10
MOST_DAYS = 40
# Fields that a table of days has room for, under short headings.
SHOWN_FIELDS = {"description": "descr.", "published_at": "dated", "authors": "authors", "related": "related"}
# Far enough back to find each site's last run among sites that are crawled by different commands.
RUNS_LOOKED_AT = 500


@click.command(short_help="Show what a SQLite file holds and how its runs went.")
@existing_db_option
@click.option("--days", "last_days", metavar="N", type=click.IntRange(1, 3660), default=7, show_default=True,
              help="What came per site on so many days, today's (UTC) being the last.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="JSON instead of tables.")
def command(db: Path, *, last_days: int, as_json: bool) -> None:
    """Show what a SQLite file holds: sites, fields, the last days, outcomes with their reasons, what waits, and runs.

    \b
    Examples:
      copydesk stats --db news.db
      copydesk stats --db news.db --days 30
      copydesk stats --db news.db --json | jq .outcomes

    The file is only read, also while a crawl writes to it.
    """  # noqa: D301 - click's sign for 'do not wrap'
    figures = read_figures(db, last_days, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(figures, indent=2))
        return
    console = stdout_console()
    for shown in _tables(figures):
        console.print(shown)


def read_figures(path: Path, last_days: int, now: datetime) -> dict[str, Any]:
    """Return all figures as JSON-ready data; DatabaseError when the file is missing or not ours."""
    since = (now.astimezone(UTC) - timedelta(days=last_days - 1)).date().isoformat()
    with closing(open_readonly(path)) as db, explained(path), snapshot(db):
        runs = queries.latest_runs(db, RUNS_LOOKED_AT)
        return {
            "file": str(path),
            "totals": queries.totals(db),
            "sites": _sites(queries.site_summary(db), runs),
            "fields": queries.field_coverage(db),
            "days": days(db, since),
            "outcomes": queries.outcome_counts(db),
            "reasons": _reasons(queries.reason_counts(db)),
            "waiting": queries.waiting(db),
            "runs": runs[:MOST_RUNS],
        }


def _sites(summary: list[queries.Row], runs: list[queries.Row]) -> list[dict[str, Any]]:
    """Return each site with its last run; sites that gave no article but were asked come last."""
    rows: dict[str, dict[str, Any]] = {
        row["site"]: {**row, "failures": 0, "last_run": None} for row in summary
    }
    for run in reversed(runs):
        for site, counts in run["counts"].get("sites", {}).items():
            row = rows.setdefault(site, {"site": site, "articles": 0, "copies": 0})
            row["last_run"] = run["started_at"]
            row["failures"] = sum(counts.get(outcome, 0) for outcome in ("failed", "rejected", "disallowed"))
    return list(rows.values())


def _reasons(rows: list[queries.Row]) -> list[dict[str, Any]]:
    """Return the reasons, those that differ in numbers only taken together, most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counted[row["outcome"], kind_of(row["reason"])] += row["pages"]
    return [{"outcome": key[0], "reason": key[1], "pages": number} for key, number in counted.most_common()]


def _tables(figures: dict[str, Any]) -> Iterator[Group]:
    columns = ("site", "articles", "copies", "words", "gone", "first_day", "last_day", "failures", "last_run")
    sites = figures["sites"]
    names = [name.replace("_", " ") for name in columns]
    names[names.index("failures")] = "failures in it"
    title = f"Sites: {len(sites):,}" + (f", the first {MOST_SITES}" if len(sites) > MOST_SITES else "")
    yield titled(title, names, ([row.get(name) for name in columns] for row in sites[:MOST_SITES]))
    yield titled("Fields filled", ("field", "share of articles"), figures["fields"].items())
    yield from _days(figures["days"])
    yield titled("What became of the addresses", ("outcome", "addresses"), figures["outcomes"].items())
    if figures["reasons"]:
        reasons = ((row["outcome"], row["reason"], row["pages"]) for row in figures["reasons"][:MOST_REASONS])
        yield titled("Why not", ("outcome", "reason", "addresses"), reasons)
    yield from _waiting(figures["waiting"])
    yield titled(
        "Last runs",
        ("run", "command", "began", "status", "new", "changed", "not due"),
        map(_run, figures["runs"]),
    )


def _waiting(hosts: list[dict[str, Any]]) -> Iterator[Group]:
    if hosts:
        number = sum(row["addresses"] for row in hosts)
        title = f"Waiting for their turn: {number:,}" + (
            f", the first {MOST_HOSTS} of {len(hosts):,} hosts" if len(hosts) > MOST_HOSTS else ""
        )
        yield titled(
            title, ("host", "addresses", "never asked"), (tuple(row.values()) for row in hosts[:MOST_HOSTS])
        )


def _days(rows: list[dict[str, Any]]) -> Iterator[Group]:
    if rows:
        title = "Last days" + (
            f", the first {MOST_DAYS} of {len(rows):,} rows" if len(rows) > MOST_DAYS else ""
        )
        names = ("day", "site", "articles", "copies", "failed", "words", *SHOWN_FIELDS.values())
        yield titled(title, names, map(_day, rows[:MOST_DAYS]))


def _day(row: dict[str, Any]) -> tuple[object, ...]:
    figures = (row[name] for name in ("day", "site", "articles", "copies", "failures", "words"))
    return (*figures, *(row["fields"].get(name) for name in SHOWN_FIELDS))


def _run(run: dict[str, Any]) -> tuple[object, ...]:
    counts = run["counts"]
    figures = (counts.get(name, 0) for name in ("articles_new", "revisions", "skipped"))
    return (run["id"], run["command"], run["started_at"], run["status"], *figures)
