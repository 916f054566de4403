"""Fields of articles: a site's days in; which fields were lost, on the whole site or on a part of it, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from pipelines.watch.alarm import Alarm
from pipelines.watch.arrivals import past_of
from pipelines.watch.chance import so_small_a_share
from pipelines.watch.figures import FIELDS, Figure, SiteFigures, Tally
from pipelines.watch.thresholds import (
    CHANCE_OF_FIELDS,
    FIELD_PAST_DAYS,
    FIELD_WINDOWS,
    Thresholds,
)

# So large a part of all articles must have lost it: what fewer have, editors fill now and then.
LEAST_DROP = 0.25
# Fewer new articles than that say nothing of a share.
LEAST_ARTICLES = 8
# Of the past's shares, each of as many articles, the lowest tenth is as low as is ordinary; and so much below the
# middle one is, and so many times what single days differ by.
LOWEST, BELOW, DEVIATIONS = 0.1, 0.9, 4
# A day of fewer articles says little of how far days differ.
TELLING = 5


@dataclass(frozen=True, slots=True)
class Beside:
    """New articles of the site, or of a part of it, lately and before; a tally and its weight for each day."""

    lately: Sequence[tuple[Tally, float]]
    past: Sequence[tuple[Tally, float]]

    @property
    def now(self) -> Tally:
        """All that came lately."""
        return Tally.sum(tally for tally, _ in self.lately)

    @property
    def before(self) -> Tally:
        """All that came before."""
        return Tally.sum(tally for tally, _ in self.past)

    def blocks(self) -> Sequence[Tally]:
        """Return days of the past, put together until each block has as many articles as came lately."""
        size, blocks = self.now.articles, []
        waiting: list[Tally] = []
        for tally, _ in self.past:
            waiting.append(tally)
            if sum(one.articles for one in waiting) >= size:
                blocks.append(Tally.sum(waiting))
                waiting = []
        return blocks or [self.before]


def lost(figures: SiteFigures, thresholds: Thresholds) -> Iterator[Alarm]:
    """Yield an alarm for each field that was lost; of a part only where the whole site did not lose it."""
    whole = _lost(figures, None, thresholds)
    yield from whole.values()
    for part in sorted({part for day in figures.days for part in day.parts}):
        yield from (alarm for name, alarm in _lost(figures, part, thresholds).items() if name not in whole)


def _lost(figures: SiteFigures, part: str | None, thresholds: Thresholds) -> dict[Figure, Alarm]:
    """Return the alarm of each field that was lost, over the shortest of the windows that shows it."""
    found: dict[Figure, Alarm] = {}
    days = [
        (day.looked_at if part is None else day.parts.get(part, Tally()), day.weight) for day in figures.days
    ]
    for number in FIELD_WINDOWS:
        past = past_of(figures.days, number, FIELD_PAST_DAYS)
        beside = Beside(days[:number], days[number : number + len(past)])
        if len(past) < thresholds.min_days:
            break
        if beside.now.articles < LEAST_ARTICLES or beside.before.articles < thresholds.min_articles:
            continue
        blocks = beside.blocks()
        for name in FIELDS:
            if name not in found and _is_lost(name, beside, blocks, thresholds):
                found[name] = _alarm(figures.site, part, name, beside)
    return found


def _is_lost(name: Figure, beside: Beside, blocks: Sequence[Tally], thresholds: Thresholds) -> bool:
    shares = sorted(block.share(name) for block in blocks)
    usual, now, kept = shares[len(shares) // 2], beside.now, 1 - thresholds.field_drop
    if now.share(name) > min(kept * usual, usual - LEAST_DROP):
        return False
    # Where other articles only came in addition (an archive), as many as before have the field.
    if _a_day(name, beside.lately) > kept * _a_day(name, beside.past):
        return False
    spread = DEVIATIONS * (_variance(name, beside.past) / len(beside.lately)) ** 0.5
    low = min(shares[int(LOWEST * (len(shares) - 1))], BELOW * usual, usual - spread)
    return low > 0 and so_small_a_share(now.filled.get(name, 0), now.articles, low) < CHANCE_OF_FIELDS


def _variance(name: Figure, past: Sequence[tuple[Tally, float]]) -> float:
    """Return the variance of single days' shares beyond what chance makes of so few articles."""
    days = [tally for tally, _ in past if tally.articles >= TELLING]
    if len(days) < 2:
        return 0.0
    by_chance = fmean(tally.share(name) * (1 - tally.share(name)) / tally.articles for tally in days)
    return max(0.0, variance(tally.share(name) for tally in days) - by_chance)


def _a_day(name: str, tallies: Sequence[tuple[Tally, float]]) -> float:
    return sum(tally.filled.get(name, 0) * weight for tally, weight in tallies) / len(tallies)


def _alarm(site: str, part: str | None, name: Figure, beside: Beside) -> Alarm:
    before, now = beside.before, beside.now
    return Alarm(
        site=site,
        figure=name,
        part=part,
        before=_shown(name, before),
        after=_shown(name, now),
        days=len(beside.lately),
        articles=now.articles,
        past_days=len(beside.past),
        past_articles=before.articles,
    )


def _shown(name: Figure, tally: Tally) -> float:
    return tally.words / tally.articles if name == "body" else tally.share(name)
