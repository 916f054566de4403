"""`copydesk check` on invented months: a number of sites in, false alarms and days until breakages are found out.

    python benchmarks/check.py [--sites N] [--seed S] [--json]

Ordinary months of sites of 0.3 to 300 articles a day are checked day by day, then the same sites with a breakage
planted. benchmarks/README.md says what an ordinary month is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from random import Random
from statistics import median
from typing import Any

import click
from measure.made_up_days import BREAKAGES, Breakage, MadeUp, made_up, site

from pipelines.watch.thresholds import DAYS, Thresholds
from pipelines.watch.verdict import judge

RATES = (0.3, 1, 3, 10, 30, 100, 300)
MONTH = 30
# The breakages are watched for longer: a site with an article in three days takes its time.
WATCHED = 60
THRESHOLDS = Thresholds()


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--sites", type=click.IntRange(1), default=30, show_default=True, help="Sites of each rate.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed makes up other sites.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
def main(sites: int, seed: int, *, as_json: bool) -> None:
    """Check made-up months."""
    figures = measured(sites, seed)
    print(json.dumps(figures, indent=1) if as_json else "\n".join(report(figures)))


def measured(sites: int, seed: int) -> dict[str, Any]:
    """Return the false alarms, and for each breakage and rate the days until it was found."""
    alarms: list[str] = []
    found: dict[str, dict[float, list[int | None]]] = {name: {} for name in BREAKAGES}
    for rate in RATES:
        for number in range(sites):
            random = Random(f"{seed} {rate} {number}")
            kind = site(random, rate)
            # Some files are young: the month begins after four weeks.
            begin = random.choice((28, 60, DAYS))
            days = made_up(random, kind, begin + WATCHED)
            alarms += _alarms(days, begin)
            if number % 4 == 0:
                for name, breakage in BREAKAGES.items():
                    if _has(days, name):
                        found[name].setdefault(rate, []).append(_found_after(days, breakage, begin))
    return {"site_months": len(RATES) * sites, "false_alarms": alarms, "found": found}


def _alarms(days: MadeUp, begin: int) -> list[str]:
    said: dict[tuple[str, str | None], str] = {}
    for number in range(begin, begin + MONTH):
        if not days.days[number].outcomes:
            continue
        for alarm in judge(days.seen_on(number), THRESHOLDS).alarms:
            said.setdefault((alarm.figure, alarm.part), f"day {number}: {alarm.what}")
    return list(said.values())


def _has(days: MadeUp, name: str) -> bool:
    """Whether the site has what the breakage takes away."""
    fields = {"authors": "authors", "related": "related", "/sport/": "authors"}
    field = next((field for word, field in fields.items() if word in name), None)
    whole = [day.looked_at for day in days.days]
    articles = sum(tally.articles for tally in whole)
    if field and sum(tally.filled.get(field, 0) for tally in whole) < 0.4 * articles:
        return False
    return "/sport/" not in name or any("/sport/" in day.parts for day in days.days)


def _found_after(days: MadeUp, breakage: Breakage, begin: int) -> int | None:
    """Return after how many days the breakage is found, 1 for the evening of the first; None when it is not."""
    broken, asked = list(days.days), list(days.asked)
    for number in range(begin, begin + WATCHED):
        if broken[number].outcomes:
            broken[number], asked[number] = breakage(broken[number])
    changed = MadeUp(broken, asked)
    for number in range(begin, begin + WATCHED):
        if broken[number].outcomes and judge(changed.seen_on(number), THRESHOLDS).alarms:
            return number - begin + 1
    return None


def report(figures: Mapping[str, Any]) -> Sequence[str]:
    """Return the tables."""
    lines = [f"false alarms in {figures['site_months']} site-months: {len(figures['false_alarms'])}"]
    lines += [f"  {alarm}" for alarm in figures["false_alarms"]]
    lines += ["", f"| days until found, median (longest); articles a day | {' | '.join(map(str, RATES))} |"]
    lines += ["|---" * (len(RATES) + 1) + "|"]
    for name, by_rate in figures["found"].items():
        lines.append(f"| {name} | {' | '.join(_cell(by_rate.get(rate, ())) for rate in RATES)} |")
    return lines


def _cell(found: Sequence[int | None]) -> str:
    days = [one for one in found if one is not None]
    missed = len(found) - len(days)
    if not days:
        return f"– of {missed}" if missed else "–"
    return f"{median(days):.0f} ({max(days)})" + (f", {missed} not" if missed else "")


if __name__ == "__main__":
    main()
