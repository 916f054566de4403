"""Two nearly equal texts in; whether they are two parts of a series, not one story, out. Pure.

Weather, market reports, lottery numbers, tickers and what is made by filling in a form share most of their words; what
they have to say is in the rest.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from crawler.text import fold, words
from crawler.urls import site_of
from pipelines.database.articles import StoredArticle
from pipelines.fingerprint import folded_words
from pipelines.identity import Sighting
from pipelines.near_days import names_number_or_day

# A series changes numbers and days; a desk that edits changes words, and now and then a number among them.
MOST_REPLACED = 0.25
# One number of two texts under one headline and date was put right by one of them, or is the clock's.
PUT_RIGHT = 1
# Headlines of one story on one site: a word more or less, an 'Update'.
ALIKE_HEADLINES = 0.5
# Shorter words of a headline ('in', 'the', 'une') say nothing of its subject.
TELLING = 4
# What `site_of` gives for files without an address.
NO_SITE = "file"


class Telling(NamedTuple):
    """What a text is told from its likes by."""

    title: str
    body: str
    site: str
    published_at: str | None

    @property
    def day(self) -> str | None:
        """The day of publication, as the page gives it."""
        return self.published_at[:10] if self.published_at else None


def telling_of(seen: Sighting) -> Telling:
    """Return what a text that was met is told by."""
    article = seen.article
    return Telling(article.title or "", article.body, site_of(seen.claimed_url), article.published_at)


def telling_of_stored(stored: StoredArticle) -> Telling:
    """Return what a stored article is told by."""
    return Telling(stored.title, stored.body, stored.site, stored.published_at)


def is_series(one: Telling, other: Telling) -> bool:
    """Tell whether two texts with most of their words in common are two parts of a series.

    On one site they are unless day and headline say that it is one story: a site has no need to print a story twice.
    Anywhere they are when the headline of one speaks of what the other's text does not, or when what differs is numbers
    and days.
    """
    if _on_one_site(one, other) and not (_same_day(one, other) and _alike_headlines(one, other)):
        return True
    if _has_own_subject(one, other) or _has_own_subject(other, one):
        return True
    gone, come, replaced = _replaced_numbers(one, other)
    if _same_occasion(one, other) and (_on_one_site(one, other) or replaced <= PUT_RIGHT):
        return False
    return replaced > MOST_REPLACED * max(gone, come)


def _on_one_site(one: Telling, other: Telling) -> bool:
    """Tell whether one newsroom printed both; of files without an address nobody knows."""
    return one.site == other.site != NO_SITE


def _same_day(one: Telling, other: Telling) -> bool:
    return one.day is None or other.day is None or one.day == other.day


def _alike_headlines(one: Telling, other: Telling) -> bool:
    first, second = set(_title_words(one)), set(_title_words(other))
    return len(first & second) >= ALIKE_HEADLINES * len(first | second)


def _same_occasion(one: Telling, other: Telling) -> bool:
    """Tell whether both have one headline and one day; on one site, where a report may come every hour, one moment."""
    if _title_words(one) != _title_words(other) or one.day is None:
        return False
    if _on_one_site(one, other):
        return one.published_at == other.published_at and len(one.published_at or "") > len(one.day)
    return one.day == other.day


def _has_own_subject(one: Telling, other: Telling) -> bool:
    """Tell whether a word of the headline is in its own text and nowhere in the other: a place, a name, a day."""
    told = [word for word in _title_words(one) if _is_telling(word)]
    own, others = set(folded_words(one.body)), {*folded_words(other.body), *_title_words(other)}
    return any(word in own and word not in others for word in told)


def _is_telling(word: str) -> bool:
    return len(word) >= TELLING or not word.isascii() or names_number_or_day(word)


def _replaced_numbers(one: Telling, other: Telling) -> tuple[int, int, int]:
    """Return how many words only the one has, only the other, and of how many numbers and days each has its own."""
    first, second = Counter(folded_words(one.body)), Counter(folded_words(other.body))
    gone, come = first - second, second - first
    return gone.total(), come.total(), min(_numbers(gone), _numbers(come))


def _numbers(counted: Counter[str]) -> int:
    return sum(times for word, times in counted.items() if names_number_or_day(word))


def _title_words(text: Telling) -> list[str]:
    return words(fold(text.title))
