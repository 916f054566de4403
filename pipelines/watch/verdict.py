"""The verdict on a site: its figures in; all is well, what broke, or why it was not compared, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipelines.watch.alarm import Alarm
from pipelines.watch.answers import fruitless
from pipelines.watch.arrivals import too_few, turned_away
from pipelines.watch.figures import SiteFigures
from pipelines.watch.filled import lost
from pipelines.watch.thresholds import ASKED_WITHIN, PAST_DAYS, Thresholds

State = Literal["ok", "broken", "young", "not_asked"]
"""`young`: too little past to compare with; `not_asked`: no run met the site lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What `check` says of one site."""

    site: str
    state: State
    alarms: Sequence[Alarm] = ()
    last_asked: str
    days: int
    """Days of the past that it was asked on and is compared with."""
    articles: int
    """New articles of these days."""

    def to_record(self) -> dict[str, Any]:
        """Return it as JSON-ready data, without the alarms."""
        names = ("site", "state", "last_asked", "days", "articles")
        return {name: getattr(self, name) for name in names}


def judge(figures: SiteFigures, thresholds: Thresholds) -> Verdict:
    """Compare a site's last days with those before."""
    days = figures.days
    # The latest day is what is compared, the oldest brings what had piled up.
    past = [day for day in days[1:-1] if day.age <= days[0].age + PAST_DAYS]
    articles = sum(day.articles for day in past)
    alarms: Sequence[Alarm] = ()
    if days[0].age >= ASKED_WITHIN:
        state: State = "not_asked"
    elif len(past) < thresholds.min_days or articles < thresholds.min_articles:
        state = "young"
    else:
        alarms = tuple(_alarms(figures, thresholds))
        state = "broken" if alarms else "ok"
    return Verdict(
        site=figures.site, state=state, alarms=alarms, days=len(past), articles=articles,
        last_asked=figures.last_asked.at,
    )  # fmt: skip


def _alarms(figures: SiteFigures, thresholds: Thresholds) -> Iterator[Alarm]:
    """Yield what broke; articles that are missing only where nothing says why."""
    causes = tuple(fruitless(figures, thresholds)) or tuple(turned_away(figures, thresholds))
    yield from causes or too_few(figures, thresholds)
    yield from lost(figures, thresholds)
