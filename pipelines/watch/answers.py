"""What a site answers: its last runs in; whether it turned us away, out."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.watch.alarm import Alarm
from pipelines.watch.figures import SiteFigures
from pipelines.watch.thresholds import Thresholds

# HTTP statuses by which a site says that it does not want us; robots.txt says it without one.
REFUSALS = frozenset({401, 403, 407, 429, 451})
# On most days of its past the site answered something of use.
MOSTLY = 0.8
# A server that is down at night is up in the morning: without a refusal, so many runs or days must be fruitless.
RUNS, DAYS = 24, 2
# Reasons that are said.
SAID = 3


def fruitless(figures: SiteFigures, thresholds: Thresholds) -> Iterator[Alarm]:
    """Yield the alarm that nothing of use came of any of the last runs."""
    asked, days = figures.last_asked, figures.days
    if asked.fruitful or not asked.runs:
        return
    past = days[1:]
    usual = sum(day.is_fruitful for day in past) / len(past) if past else 0.0
    if len(past) < thresholds.min_days or usual < MOSTLY:
        return
    is_down = asked.runs >= RUNS or not any(day.is_fruitful for day in days[:DAYS])
    if not asked.refused and not is_down:
        return
    yield Alarm(
        site=figures.site,
        figure="answers",
        before=usual,
        after=0.0,
        days=1,
        articles=days[0].articles,
        past_days=len(past),
        past_articles=sum(day.articles for day in past),
        more=_reasons(figures),
    )


def _reasons(figures: SiteFigures) -> str:
    most = sorted(figures.last_asked.answers.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{what} × {number}" for what, number in most[:SAID])
