"""Days of invented sites: a seed and a rate in, the figures that `check` reads, with breakages planted, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp
from random import Random

from pipelines.check import LOOKED_AT
from pipelines.watch.figures import FIELDS, Day, LastAsked, SiteFigures, Tally

# Ordinary life: weekends bring a third, holidays a fifth to a half, now and then three or four days long; a newsroom's
# days differ by a quarter; an archive is read, an agency's feed comes in; a run fails or cron stands still.
WEEKEND = 1 / 3
HOLIDAY_EVERY, HOLIDAY = 40, (0.2, 0.5)
SPREAD = 0.25
BURST_EVERY, BURST = 60, (2, 8)
NOT_ASKED_EVERY, DOWN_EVERY = 50, 60
FIRST_IMPORT = 500
WORDS = 500
PARTS = {"/news/": 0.45, "/sport/": 0.3, "/culture/": 0.2, "/letters/": 0.05}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What an invented site is like."""

    rate: float
    """Articles on a weekday."""
    shares: dict[str, float]
    """Field → share of articles that have it."""
    gaps: float
    """How far the shares of single days differ."""
    has_parts: bool


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A site's days, oldest first, and how its last runs went on each."""

    days: Sequence[Day]
    asked: Sequence[LastAsked]

    def seen_on(self, number: int) -> SiteFigures:
        """Return the figures as a check after so many days reads them; days without a run are missing."""
        days = [replace(self.days[n], age=number - n) for n in range(number, -1, -1) if self.days[n].outcomes]
        return SiteFigures(site="made-up.example", days=days, last_asked=self.asked[number])


def site(random: Random, rate: float) -> Site:
    """Return a site: most fields on most pages, some on few or none."""
    shares = {name: random.choice((1.0, 0.97, 0.9, 0.75, 0.5, 0.2, 0.0)) for name in FIELDS}
    shares |= {"title": 0.98, "body": 0.9, "published_at": random.choice((1.0, 0.95))}
    return Site(
        rate=rate, shares=shares, gaps=random.choice((0.0, 0.05, 0.15)), has_parts=random.random() < 0.7
    )


def made_up(random: Random, site: Site, number: int) -> MadeUp:
    """Return so many ordinary days."""
    days, asked, holidays = [], [], 0
    for age in range(number):
        if random.randrange(HOLIDAY_EVERY) == 0:
            holidays = random.choice((1, 1, 1, 3, 4))
        expected = site.rate * (WEEKEND if age % 7 > 4 else 1) * random.lognormvariate(0, SPREAD)
        if holidays:
            expected, holidays = expected * random.uniform(*HOLIDAY), holidays - 1
        if random.randrange(BURST_EVERY) == 0:
            expected *= random.uniform(*BURST)
        was_down = bool(days) and not days[-1].is_fruitful
        day, last = _day(
            random, site, poisson(random, expected) + (FIRST_IMPORT if age == 0 else 0), was_down
        )
        days.append(day)
        asked.append(last)
    return MadeUp(days, asked)


def _day(random: Random, site: Site, articles: int, was_down: bool) -> tuple[Day, LastAsked]:
    if random.randrange(NOT_ASKED_EVERY) == 0:
        return Day(age=0), LastAsked(at="")
    if random.randrange(DOWN_EVERY) == 0 and not was_down:
        last = LastAsked(at="", runs=1, fruitful=0, answers={"no complete answer in time": 1})
        return Day(age=0, outcomes={"failed": 1}), last
    parts = _parts(random, site, min(articles, LOOKED_AT))
    outcomes = {
        "article": articles,
        "listing": 5,
        "not_article": poisson(random, 1 + site.rate / 20),
        "failed": poisson(random, 1),
        "copy": poisson(random, site.rate / 15),
    }
    if random.randrange(30) == 0:
        outcomes["not_article"] += random.randrange(60)  # the menu has new pages
    return Day(
        age=0, articles=articles, outcomes=outcomes, looked_at=Tally.sum(parts.values()), parts=parts
    ), LastAsked(at="")


def _parts(random: Random, site: Site, articles: int) -> dict[str, Tally]:
    shares = {name: min(1.0, max(0.0, random.gauss(share, site.gaps))) for name, share in site.shares.items()}
    if not site.has_parts:
        return {"": tally(random, shares, articles)}
    counts = dict.fromkeys(PARTS, 0)
    for part in random.choices(list(PARTS), weights=list(PARTS.values()), k=articles):
        counts[part] += 1
    return {part: tally(random, shares, count) for part, count in counts.items()}


def tally(random: Random, shares: dict[str, float], articles: int, words: int = WORDS) -> Tally:
    """Return so many articles, each field filled by chance."""
    filled = {name: sum(random.random() < share for _ in range(articles)) for name, share in shares.items()}
    return Tally(articles=articles, filled=filled, words=words * articles)


def poisson(random: Random, mean: float) -> int:
    """Return a number of things that come by chance, so many in the mean."""
    if mean > 50:
        return max(0, round(random.gauss(mean, mean**0.5)))
    bound, product, number = exp(-mean), random.random(), 0
    while product > bound:
        product *= random.random()
        number += 1
    return number


# ── breakages: an ordinary day in, the day as it would have been out ──

Breakage = Callable[[Day], tuple[Day, LastAsked]]
FINE = LastAsked(at="")


def without(*names: str, words: int | None = None, only: str | None = None) -> Breakage:
    """Return a breakage by which new articles have these fields no more, in all parts or in one."""

    def broken(day: Day) -> tuple[Day, LastAsked]:
        parts = {
            part: _cut(tally, names, words) if only in {None, part} else tally
            for part, tally in day.parts.items()
        }
        return replace(day, parts=parts, looked_at=Tally.sum(parts.values())), FINE

    return broken


def ending(outcome: str, **others: int) -> Breakage:
    """Return a breakage by which pages end otherwise than as articles."""

    def broken(day: Day) -> tuple[Day, LastAsked]:
        outcomes = {**day.outcomes, **others, "article": 0}
        outcomes[outcome] = outcomes.get(outcome, 0) + day.articles
        return replace(day, articles=0, looked_at=Tally(), parts={}, outcomes=outcomes), FINE

    return broken


def refused(day: Day) -> tuple[Day, LastAsked]:
    """Answer every request with 403."""
    last = LastAsked(at="", runs=1, fruitful=0, answers={"HTTP 403": 3}, refused=3)
    return replace(day, articles=0, looked_at=Tally(), parts={}, outcomes={"failed": 3}), last


def silent(day: Day) -> tuple[Day, LastAsked]:
    """Bring nothing new."""
    return replace(
        day, articles=0, looked_at=Tally(), parts={}, outcomes={**day.outcomes, "article": 0}
    ), FINE


def _cut(tally: Tally, names: Sequence[str], words: int | None) -> Tally:
    filled = {name: 0 if name in names else count for name, count in tally.filled.items()}
    return replace(tally, filled=filled, words=tally.words if words is None else words * tally.articles)


BREAKAGES: dict[str, Breakage] = {
    "dates gone": without("published_at"),
    "authors gone": without("authors"),
    "related links gone": without("related"),
    "texts are a consent notice": without("body", "title", words=60),
    "a consent wall: no articles": ending("not_article"),
    "one text everywhere": ending("copy"),
    "articles answer 403": ending("failed"),
    "everything answers 403": refused,
    "nothing new": silent,
    "/sport/ lost dates and authors": without("published_at", "authors", only="/sport/"),
}
