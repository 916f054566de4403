"""Dates of teasers: an entry's pieces in, the day it came out; and which short texts are dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from crawler.dates import iso_date
from crawler.months import MONTHS
from crawler.parsers.date_lines import AGO
from crawler.parsers.related.headings import entries_of
from crawler.parsers.related.pieces import Piece
from crawler.text import words

# A teaser's date line is short: 'Saturday, 9 August 2025, 07:30 a.m. UTC+2' has 42 characters.
MAX_DATE: Final = 60
DIGIT: Final = re.compile(r"\d")
LETTERS: Final = re.compile(r"[^\W\d_]+")
# 'Updated Saturday, 9 August 2025 at 7:30' and 'vor 3 Stunden' have two words that are no month.
MAX_OTHER_WORDS: Final = 3
# 'August 01, 2025', '1.8.2025', '2 hours ago', '09:52', 'vor 3 Stunden', '2013年04月09日'
DATE_LIKE: Final = re.compile(
    r"""\d{1,4}\s?[-./年년]\s?\d{1,2}(?!\d)|\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,}
    |\b\d+\s?(?:h|d|m|min|hours?|days?|minutes?|weeks?|months?)\b(?:\sago)?
    |\d{1,2}\s?(?:分|時間|小时|日|天)前|\bvor\s\d|\bil\sy\sa\s\d|\bhace\s\d|\bhá\s\d|\d+\s(?:fa|geleden|siden|sedan)\b""",
    re.VERBOSE,
)
# A date without a digit, beside the headline.
DAYS: Final = entries_of(
    """today | yesterday | heute | gestern | vorgestern | aujourd'hui | hier | avant-hier | hoy | ayer | oggi | ieri
    | hoje | ontem | vandaag | gisteren | idag | igår | i dag | i går | tänään | eilen | dziś | dzisiaj | wczoraj
    | dnes | včera | bugün | dün | сегодня | вчера"""
)


class Sight(NamedTuple):
    """What reading a teaser's date needs besides its text."""

    languages: tuple[str, ...]
    now: datetime
    """The moment that no date may lie behind."""
    counts_back: bool
    """Whether 'an hour ago' may be counted back from it."""


def looks_like_date(text: str) -> bool:
    """Tell whether a short text may be a date; a sentence with a year in it has more words that belong to none.

    >>> looks_like_date("August 01, 2025"), looks_like_date("Ferries have run since 1990.")
    (True, False)
    """
    return len(text) <= MAX_DATE and _reads_as_date(text)


# Each part of a teaser is asked about several times, and a list's dates repeat.
@lru_cache(maxsize=4096)
def _reads_as_date(text: str) -> bool:
    if not DIGIT.search(text) or not DATE_LIKE.search(text):
        return False
    others = [word for word in LETTERS.findall(text.casefold()) if len(word) > 2 and word not in MONTHS]
    return len(others) <= MAX_OTHER_WORDS and len(words(text)) <= 12


def names_day(text: str) -> bool:
    """Tell whether a text is the name of a day that has no date by itself.

    >>> names_day("(Yesterday)"), names_day("Yesterday's harbour")
    (True, False)
    """
    return text.strip(" :|·•–—-()").casefold() in DAYS


def date_of(pieces: Sequence[Piece], title: str | None, sight: Sight) -> str | None:
    """Return the teaser's date: a <time>'s attribute, else the first short text that reads as one; not its headline.

    '2 hours ago' is one where the moment to count back from is known.
    """
    headline = next((at for at, piece in enumerate(pieces) if title and title in piece.text), len(pieces))
    for at, piece in enumerate(pieces):
        if piece.stamp is not None or piece.role == "date" or looks_like_date(piece.text):
            # In one link with the headline a date stands behind it: before it stands a kicker, 'Elections 2024'.
            if piece.linked and piece.role != "date" and (piece.target is None or at <= headline):
                continue
            for text in (
                piece.stamp,
                piece.text if DATE_LIKE.search(piece.text) and len(piece.text) <= MAX_DATE else None,
            ):
                found = _date(text, sight) if text else None
                if found:
                    return found
    return None


def _date(text: str, sight: Sight) -> str | None:
    dated = iso_date(text, languages=sight.languages, now=sight.now)
    if dated or not sight.counts_back or not (ago := AGO.search(text)):
        return dated
    return iso_date(ago[0], languages=sight.languages, now=sight.now, relative_to_now=True)
