"""Checking sites against their own past: a file and a moment in, a verdict on each site out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler.text import utc_text
from pipelines.database import watching
from pipelines.database.connection import open_readonly
from pipelines.database.failures import explained
from pipelines.database.watching import Sampled, SiteAsked
from pipelines.watch.answers import REFUSALS
from pipelines.watch.figures import Day, LastAsked, SiteFigures, Tally
from pipelines.watch.thresholds import ASKED_WITHIN, DAYS, FIELD_DAYS, Thresholds
from pipelines.watch.verdict import Verdict, judge

# Articles of a day whose fields are looked at: a share of sixty is as telling as one of three hundred.
LOOKED_AT = 60
# The site's last runs are those within so many hours: an outage of a morning is over at noon.
LAST_HOURS = 12
# A text of half the usual length is one that was cut; what is usual is asked of the days before the last weeks.
LONG_ENOUGH = 0.5
BEFORE_DAYS = 14
ENOUGH_TEXTS = 20
# A part of a site with fewer new articles than that among those that were looked at is none to watch.
LEAST_OF_PART = 10
EVERY_RUN = ("failed", "disallowed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What `check` found out about a file."""

    last_run: str | None
    """When the last run ended; the days are counted back from then. None when none has ended."""
    verdicts: Sequence[Verdict]

    @property
    def is_broken(self) -> bool:
        """Whether a person should see something."""
        return any(verdict.alarms for verdict in self.verdicts)

    def to_record(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {
            "last_run": self.last_run,
            "alarms": [alarm.to_record() for verdict in self.verdicts for alarm in verdict.alarms],
            "sites": [verdict.to_record() for verdict in self.verdicts],
        }


def check_file(path: Path, thresholds: Thresholds, now: datetime, sites: Iterable[str] = ()) -> Checked:
    """Compare the last days of each site, or of these sites, with those before.

    Raises DatabaseError when the file is missing, empty or not of this copydesk's version.
    """
    with closing(open_readonly(path)) as db, explained(path):
        return check(db, thresholds, now, sites)


def check(db: Database, thresholds: Thresholds, now: datetime, sites: Iterable[str] = ()) -> Checked:
    """Do the same with an open database."""
    until = watching.last_run(db, utc_text(now))
    if until is None:
        return Checked(last_run=None, verdicts=())
    wanted = frozenset(sites)
    found = (one for one in all_figures(db, until) if not wanted or one.site in wanted)
    return Checked(last_run=until, verdicts=[judge(one, thresholds) for one in found])


def all_figures(db: Database, until: str) -> Iterable[SiteFigures]:
    """Yield the figures of each site that any run met within the days that are looked at."""
    outcomes = watching.outcomes_by_day(db, _before(until, DAYS), until)
    lately = watching.asked_lately(db, _before(until, ASKED_WITHIN), until)
    for site, met in sorted(outcomes.items()):
        runs = lately.get(site)
        asked = _last_asked(db, site, runs) if runs else LastAsked(at=met.last_asked)
        yield SiteFigures(site=site, days=_days(db, site, met.by_day, until), last_asked=asked)


def _days(
    db: Database, site: str, outcomes: Mapping[int, Mapping[str, tuple[int, int]]], until: str
) -> Sequence[Day]:
    came = watching.arrivals(db, site, _before(until, DAYS), until)
    ages = sorted({*outcomes, *came})
    rows = list(watching.sample(db, site, _before(until, FIELD_DAYS), until, LOOKED_AT))
    whole, parts = tallies(rows)
    days = []
    for age in ages:
        new, older = came.get(age, (0, 0))
        counts = {name: counts[name in EVERY_RUN] for name, counts in outcomes.get(age, {}).items()}
        days.append(
            Day(age=age, articles=new, older=older, outcomes=counts,
                looked_at=whole.get(age, Tally()), parts=parts.get(age, {}))
        )  # fmt: skip
    return days


def tallies(rows: Sequence[Sampled]) -> tuple[dict[int, Tally], dict[int, dict[str, Tally]]]:
    """Return articles by day, and by day and part of the site."""
    usual = _usual_words(rows)
    titles = Counter(row.title for row in rows)
    sizes = Counter(_part(row) for row in rows)
    whole: dict[int, list[Tally]] = defaultdict(list)
    parts: dict[int, dict[str, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        more = ("title",) * (titles[row.title] == 1) + ("body",) * (row.words >= LONG_ENOUGH * usual)
        tally = Tally(articles=1, words=row.words, filled=dict.fromkeys((*row.filled, *more), 1))
        whole[row.age].append(tally)
        if (part := _part(row)) and sizes[part] >= LEAST_OF_PART:
            parts[row.age][part].append(tally)
    return (
        {age: Tally.sum(ones) for age, ones in whole.items()},
        {age: {part: Tally.sum(ones) for part, ones in by.items()} for age, by in parts.items()},
    )


def _usual_words(rows: Sequence[Sampled]) -> float:
    before = [row.words for row in rows if row.age >= BEFORE_DAYS]
    return median(before if len(before) >= ENOUGH_TEXTS else [row.words for row in rows] or [0])


def _part(row: Sampled) -> str | None:
    """Return the part of the site that an article stands in: by its address, which no redesign of a page changes.

    Without a folder of a name, the section that the article says.
    """
    try:
        path = urlsplit(row.url).path
    except ValueError:
        # Another program wrote it: crawls store no address that cannot be taken apart.
        path = ""
    first, folder, _ = path.lstrip("/").partition("/")
    return f"/{first}/" if folder and first and not first.isdigit() else row.section


def _last_asked(db: Database, site: str, runs: Sequence[SiteAsked]) -> LastAsked:
    last = runs[-1].at
    since = utc_text(datetime.fromisoformat(last) - timedelta(hours=LAST_HOURS))
    lately = [run for run in runs if run.at > since]
    fruitful = sum(run.is_fruitful for run in lately)
    why = {} if fruitful else watching.unanswered(db, site, [run.run_id for run in lately])
    refused = sum(
        number for (status, reason), number in why.items() if status in REFUSALS or "robots.txt" in reason
    )
    answers: Counter[str] = Counter()
    for (status, reason), number in why.items():
        answers[f"HTTP {status}" if status else reason] += number
    return LastAsked(at=last, runs=len(lately), fruitful=fruitful, answers=answers, refused=refused)


def _before(moment: str, days: int) -> str:
    return utc_text(datetime.fromisoformat(moment).astimezone(UTC) - timedelta(days=days))
