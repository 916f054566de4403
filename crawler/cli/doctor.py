"""`copydesk doctor`: a SQLite file in; what is wrong with it, and what to do, out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from crawler.cli.exits import Exit
from crawler.cli.options import existing_db_option
from crawler.cli.output import json_text
from crawler.text import printable
from pipelines.database.finding import Finding
from pipelines.doctor import examine, mend_file

COLOURS = {"ok": "green", "note": "yellow", "problem": "red"}


@click.command(short_help="Check a SQLite file, and mend what can be rebuilt.")
@existing_db_option
@click.option("--fix", is_flag=True, help="Rebuild what can be rebuilt without losing anything.")
@click.option(
    "--deep", is_flag=True, help="Look at every text and address, where a sample is looked at else."
)
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.pass_context
def command(ctx: click.Context, /, db: Path, fix: bool, as_json: bool, **options: bool) -> None:
    """Check a SQLite file: pages, schema, foreign keys, full-text index, links, counts, texts, runs and log.

    \b
    Examples:
      copydesk doctor --db news.db
      copydesk doctor --db news.db --fix

    Each line says what was found and what to do. Ends with 3 when something is wrong. Without --fix the file is only
    read; during a crawl, what needs the file for itself is left out.
    """  # noqa: D301 - click's sign for 'do not wrap'
    found = _examined(db, **options)
    hopeless = any(finding.is_loss for finding in found)
    if fix and hopeless:
        click.echo("Nothing was mended: more is wrong than can be rebuilt.", err=True)
    elif fix and any(finding.is_fixable for finding in found):
        mend_file(db, found)
        before, found = found, _examined(db, **options)
        _say_mended(before, found)
    if as_json:
        click.echo(json_text([asdict(finding) for finding in found]))
    else:
        for finding in found:
            _show(finding)
    ctx.exit(Exit.LOOK if any(finding.state == "problem" for finding in found) else Exit.DONE)


def _examined(db: Path, *, deep: bool, quiet: bool) -> list[Finding]:
    """Examine the file, and say on a terminal what is being looked at: a large file takes minutes."""
    console = Console(file=sys.stderr)
    columns = (SpinnerColumn(), TextColumn("looking at {task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=quiet or not console.is_terminal
    ) as shown:
        task = shown.add_task("the file", total=None)
        return examine(db, deep=deep, tell=lambda name: shown.update(task, description=name))


def _show(finding: Finding) -> None:
    state = click.style(f"{finding.state:<8}", fg=COLOURS[finding.state])
    click.echo(f"{state} {finding.check:<16} {printable(finding.what)}")
    if finding.advice:
        click.echo(f"{'':<25} → {printable(finding.advice)}")


def _say_mended(before: Iterable[Finding], after: Iterable[Finding]) -> None:
    left = {finding.what for finding in after}
    for finding in before:
        if finding.is_fixable and finding.what not in left:
            click.echo(f"Mended: {finding.check}: {printable(finding.what)}", err=True)
