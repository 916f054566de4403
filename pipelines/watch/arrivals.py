"""Articles a day: a site's days in; whether too few came lately, and what became of the pages instead, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipelines.watch.alarm import Alarm
from pipelines.watch.chance import so_few
from pipelines.watch.figures import Day, Figure, SiteFigures
from pipelines.watch.thresholds import CHANCE_OF_ARTICLES, PAST_DAYS, WINDOWS, Thresholds

# A burst (an archive, an agency's whole feed) counts as so many times an ordinary day, and a few more.
BURST, BURST_MORE = 2, 5
# On a holiday a newsroom may publish a fifth of what it does else, and so many come together: within so few days
# only a quarter of what may be left else shows that something broke.
HOLIDAY, HOLIDAYS, LEFT = 0.2, 4, 0.25
# A site that gives few was silent before: this silence must be so many times the longest one.
LONGER = 1.5
FEW = 50
# Endings that pages have in place of `article` when something is wrong with all of them.
ENDINGS: tuple[Figure, ...] = ("not_article", "rejected", "copy", "failed", "disallowed")
# With two thirds of the articles gone, and most of them found among an ending that has become far more frequent than on
# all but the worst tenth of days, it is no holiday.
GONE, FOUND_AGAIN, MORE, AND_MORE = 2 / 3, 0.6, 2, 5
BREAKAGE_WINDOWS = tuple(days for days in WINDOWS if days <= 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The last days on which a site was asked, and what would have come in them, going by the days before."""

    site: str
    lately: Sequence[Day]
    past: Sequence[Day]
    mean: float
    low: float
    """As the mean, which is an estimate itself, may well be."""

    @property
    def came(self) -> int:
        """New articles that came."""
        return sum(day.articles for day in self.lately)

    def alarm(self, figure: Figure, before: float, after: float, more: str) -> Alarm:
        """Return an alarm about these days; `before` and `after` are numbers a day."""
        return Alarm(
            site=self.site,
            figure=figure,
            before=before,
            after=after,
            days=len(self.lately),
            articles=self.came,
            past_days=len(self.past),
            past_articles=sum(day.articles for day in self.past),
            more=more,
        )


def too_few(figures: SiteFigures, thresholds: Thresholds) -> Iterator[Alarm]:
    """Yield the alarm that articles stopped coming, over the shortest of the windows that shows it."""
    for number in WINDOWS:
        beside = _beside(figures, number, thresholds)
        if beside is None:
            return
        if _are_too_few(beside, thresholds):
            older = sum(day.older for day in beside.lately)
            more = f"{older:,} came with older dates" if older else ""
            yield beside.alarm("articles", beside.mean / number, beside.came / number, more)
            return


def turned_away(figures: SiteFigures, thresholds: Thresholds) -> Iterator[Alarm]:
    """Yield the alarm that pages which used to be articles end otherwise."""
    for number in BREAKAGE_WINDOWS:
        beside = _beside(figures, number, thresholds)
        if beside is None:
            return
        if beside.came > beside.mean * _left(1 - GONE, number):
            continue
        if so_few(beside.came, beside.low) >= CHANCE_OF_ARTICLES:
            continue
        for ending in ENDINGS:
            if _took_their_place(ending, beside):
                before, after = (_a_day(ending, days) for days in (beside.past, beside.lately))
                fewer = f"articles {beside.mean / number:,.2g} → {beside.came / number:,.2g} a day"
                yield beside.alarm(ending, before, after, fewer)
                return


def past_of(days: Sequence[Day], number: int, span: int = PAST_DAYS) -> Sequence[Day]:
    """Return the days to compare the last `number` with; the very first is left out: it brings what had piled up."""
    oldest = days[-1].age if days else 0
    begin = days[number - 1].age if number <= len(days) else oldest
    return [day for day in days[number:] if day.age <= begin + span and day.age != oldest]


def _are_too_few(beside: Beside, thresholds: Thresholds) -> bool:
    number = len(beside.lately)
    if beside.came > beside.mean * _left(1 - thresholds.articles_drop, number):
        return False
    holidays = (1 - HOLIDAY) * min(number, HOLIDAYS) / number
    if so_few(beside.came, beside.low * (1 - holidays)) >= CHANCE_OF_ARTICLES:
        return False
    return beside.mean >= FEW or number >= LONGER * _longest_silence(beside.past)


def _left(share: float, days: int) -> float:
    return share * LEFT if days <= HOLIDAYS else share


def _took_their_place(ending: Figure, beside: Beside) -> bool:
    """Whether most of the articles that are missing are found among the pages that ended so."""
    number, before = len(beside.lately), [day.outcomes.get(ending, 0) for day in beside.past]
    # A site that shows dozens of such pages on one day has put them into its menu.
    most = BURST * beside.mean / number + BURST_MORE
    count = sum(min(day.outcomes.get(ending, 0), most) for day in beside.lately)
    if count < MORE * _ninth_decile(before) * number + AND_MORE:
        return False
    return count - median(before) * number >= FOUND_AGAIN * (beside.mean - beside.came)


def _beside(figures: SiteFigures, number: int, thresholds: Thresholds) -> Beside | None:
    """Return the last `number` days beside those before; None when there is too little past to say.

    Days on which a site was down say nothing of what it publishes.
    """
    days = [day for day in figures.days if day.is_fruitful]
    lately, past = days[:number], past_of(days, number)
    if len(past) < thresholds.min_days or sum(day.articles for day in past) < thresholds.min_articles:
        return None
    mean = sum(_usual(lately, past))
    # Each weekday's mean rests on so many weeks.
    low = max(0.0, mean - 2 * (mean / (len(past) / 7)) ** 0.5)
    return Beside(site=figures.site, lately=lately, past=past, mean=mean, low=low)


def _usual(lately: Sequence[Day], past: Sequence[Day]) -> Iterator[float]:
    """Yield how many articles come on each of the days: in the mean of the same weekday, bursts taken off."""
    most = BURST * median(day.articles for day in past) + BURST_MORE
    by_weekday: dict[int, list[float]] = {}
    for day in past:
        by_weekday.setdefault(day.age % 7, []).append(min(day.articles, most))
    overall = sum(map(sum, by_weekday.values())) / len(past)
    for day in lately:
        same = by_weekday.get(day.age % 7, [])
        yield sum(same) / len(same) if len(same) > 1 else overall


def _a_day(ending: Figure, days: Sequence[Day]) -> float:
    return sum(day.outcomes.get(ending, 0) for day in days) / len(days)


def _longest_silence(past: Sequence[Day]) -> int:
    longest = silence = 0
    for day in past:
        silence = 0 if day.articles else silence + 1
        longest = max(longest, silence)
    return longest


def _ninth_decile(counts: Sequence[int]) -> int:
    return sorted(counts)[int(0.9 * (len(counts) - 1))]
