"""`copydesk check`: a SQLite file in; what broke on which site, one line each, out; ends with 3 when something did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from crawler.cli.exits import Exit
from crawler.cli.options import existing_db_option, site_option
from crawler.cli.output import json_text
from crawler.text import printable
from pipelines.check import Checked, check_file
from pipelines.watch.figures import FIELDS, Figure
from pipelines.watch.thresholds import Thresholds
from pipelines.watch.verdict import Verdict

DEFAULT = Thresholds()
PERCENT = click.FloatRange(1, 100)
# A run is expected every day; after so many days without one, that is said.
IDLE_DAYS = 2
# Sites that were not compared, of a file of hundreds.
MOST_NAMED = 20
Ignored = tuple[str, str | None]


class SiteAndField(click.ParamType[Ignored]):
    """A site, or one of its fields: `news.example`, `news.example:authors`."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Ignored:
        """Return the site and the field, None for all of them; of a host with a port the port is part of the site."""
        site, _, field = value.rpartition(":")
        if not site or field.isdigit():
            return value, None
        if field not in get_args(Figure):
            self.fail(f"{field!r} is nothing that is checked; try one of {', '.join(FIELDS)}", param, ctx)
        return site, field


@click.command(short_help="Compare each site with its own past, and say what broke.")
@existing_db_option
@site_option
@click.option("--articles-drop", metavar="PERCENT", type=PERCENT, default=100 * DEFAULT.articles_drop,
              show_default=True, help="Articles a day: so large a part must be gone.")  # fmt: skip
@click.option("--field-drop", metavar="PERCENT", type=PERCENT, default=100 * DEFAULT.field_drop,
              show_default=True, help="Fields: so large a part of those that had it must have lost it.")  # fmt: skip
@click.option("--min-days", type=click.IntRange(7), default=DEFAULT.min_days, show_default=True,
              help="Days of past that a site must have to be compared.")  # fmt: skip
@click.option("--min-articles", type=click.IntRange(1), default=DEFAULT.min_articles, show_default=True,
              help="Articles of past that a site must have.")  # fmt: skip
@click.option("--ignore", "ignored", multiple=True, metavar="SITE[:FIELD]", type=SiteAndField(),
              help="Say nothing of this site, or of this field of it; may be given several times.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.option("--quiet", "-q", is_flag=True, help="Say what broke and nothing else.")
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    /,
    db: Path,
    sites: tuple[str, ...],
    ignored: tuple[Ignored, ...],
    *,
    as_json: bool,
    quiet: bool,
    articles_drop: float,
    field_drop: float,
    min_days: int,
    min_articles: int,
) -> None:
    r"""Compare the last days of each site with its own past: articles a day, fields, texts, answers.

    \b
    Examples:
      copydesk check --db news.db
      copydesk check --db news.db --quiet || mail -s copydesk me@example.org

    Ends with 3 when something broke: a redesign, a consent wall, a block, a feed gone silent. Each is one line with
    site, field, before and after, and what to do. The file is only read, also while a crawl writes to it.
    """
    thresholds = Thresholds(
        articles_drop=articles_drop / 100, field_drop=field_drop / 100,
        min_days=min_days, min_articles=min_articles,
    )  # fmt: skip
    now = datetime.now(UTC)
    checked = without(check_file(db, thresholds, now, sites), ignored)
    if as_json:
        click.echo(json_text(checked.to_record()))
    else:
        for line in lines(checked, now, quiet=quiet):
            click.echo(line)
    ctx.exit(Exit.LOOK if checked.is_broken else Exit.DONE)


def without(checked: Checked, ignored: tuple[Ignored, ...]) -> Checked:
    """Return what was found without what nobody wants to hear of."""
    return replace(checked, verdicts=[_without(verdict, frozenset(ignored)) for verdict in checked.verdicts])


def lines(checked: Checked, now: datetime, *, quiet: bool) -> Iterator[str]:
    """Yield what a person should read, what broke first; safe for a terminal."""
    for verdict in checked.verdicts:
        for alarm in verdict.alarms:
            yield printable(f"{alarm.site}: {alarm.what} → {alarm.advice}")
    if not quiet:
        yield from map(printable, _rest(checked, now))


def _without(verdict: Verdict, ignored: frozenset[Ignored]) -> Verdict:
    kept = tuple(
        alarm
        for alarm in verdict.alarms
        if not ignored & {(verdict.site, None), (verdict.site, alarm.figure)}
    )
    return verdict if kept == tuple(verdict.alarms) else replace(
        verdict, alarms=kept, state="broken" if kept else "ok"
    )  # fmt: skip


def _rest(checked: Checked, now: datetime) -> Iterator[str]:
    if checked.last_run is None:
        yield "No run has ended yet: nothing to compare."
        return
    left = [verdict for verdict in checked.verdicts if verdict.state in {"young", "not_asked"}]
    yield from map(_not_compared, left[:MOST_NAMED])
    if len(left) > MOST_NAMED:
        yield f"and {len(left) - MOST_NAMED:,} more sites were not compared; --json names them"
    compared = [verdict for verdict in checked.verdicts if verdict.state in {"ok", "broken"}]
    broken = sum(verdict.state == "broken" for verdict in compared)
    yield (
        f"Sites compared: {len(compared)}, of which broke: {broken}; days are counted back from the end of the last"
        f" run, {checked.last_run}."
    )
    idle = (now - datetime.fromisoformat(checked.last_run)).days
    if idle >= IDLE_DAYS:
        yield f"No run has ended for {idle} days: does cron still start it?"


def _not_compared(verdict: Verdict) -> str:
    past = f"{verdict.articles:,} articles of {verdict.days} days are too little past"
    return f"{verdict.site}: not compared: {past if verdict.state == 'young' else f'last asked {verdict.last_asked}'}"
