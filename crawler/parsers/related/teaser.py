"""Teasers: an entry's pieces in; its headline, summary and date out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from crawler.dates import iso_date
from crawler.parsers.related.labels import is_more_text, split_label
from crawler.parsers.related.pieces import Piece
from crawler.text import fold, words

# A teaser's date line is short: 'Saturday, 9 August 2025, 07:30 a.m. UTC+2' has 42 characters.
MAX_DATE: Final = 60
# 'August 01, 2025', '1.8.2025', '2 hours ago', '09:52', 'vor 3 Stunden', '2013年04月09日'
DATE_LIKE: Final = re.compile(
    r"\d{1,4}\s?[-./年년]\s?\d{1,2}|\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,}|"
    r"\b\d+\s?(?:h|d|m|min|hours?|days?|minutes?|weeks?|months?)\b(?:\sago)?|\bvor\s\d|\bil y a\s\d|\bhace\s\d|\bhá\s\d|\d+\s(?:fa|geleden|siden|sedan)\b"
)
SENTENCE_END: Final = re.compile(r"[.!?…。！？»”\"]$")
# 'Video: …' is part of no headline; nor are '3 min read', '(02:15)', 'Updated 12:30 |' around it.
DURATION: Final = re.compile(
    r"^\W*\d{1,3}(?::\d{2}){1,2}\W*$|^\W*\d{1,3}\s?-?(?:min(?:ute)?s?\.?|minuten|minuti|minutos)(?:\s(?:read|to read|de lecture|lesezeit|de leitura|leestijd))?\W*$",
    re.IGNORECASE,
)
# A reader's 'Read more' on a card that is one link: the headline ends before it.
MIN_SUMMARY: Final = 25


def looks_like_date(text: str) -> bool:
    """Tell whether a short text may be a date; a headline with a year in it is told apart by its length.

    >>> looks_like_date("August 01, 2025"), looks_like_date("Ferries run again from Friday, the port says.")
    (True, False)
    """
    return len(text) <= MAX_DATE and bool(DATE_LIKE.search(text)) and len(words(text)) <= 9


def title_of(pieces: Sequence[Piece]) -> str | None:
    """Return the headline: of the heading, of what is classed as title, else of the link's own text."""
    linked = [piece for piece in pieces if piece.linked or piece.heading is not None]
    named = [piece for piece in linked if piece.target is not None or not piece.linked]
    for candidates in (
        [
            piece
            for piece in named
            if piece.heading is not None and piece.role not in ("kicker", "date", "skip", "author")
        ],
        [piece for piece in named if piece.role == "title"],
        [piece for piece in named if piece.target is not None and piece.role is None],
        [
            piece
            for piece in named
            if piece.target is not None and piece.role not in ("date", "skip", "author", "summary")
        ],
        [piece for piece in named if piece.target is not None],
    ):
        title = _headline(candidates)
        if title:
            return title
    return None


def _headline(candidates: Sequence[Piece]) -> str | None:
    usable = [
        piece for piece in candidates if not is_more_text(piece.text) and not DURATION.match(piece.text)
    ]
    usable = [piece for piece in usable if not looks_like_date(piece.text)] or usable
    if not usable:
        return None
    first = usable[0]
    if first.heading is not None:
        text = " ".join(piece.text for piece in usable if piece.heading is first.heading)
    else:
        text = _longest_early(usable)
    return split_label(text) or text


def _longest_early(pieces: Sequence[Piece]) -> str:
    """Return the first piece that is no kicker: a kicker is a word or two before a longer text."""
    first = pieces[0].text
    if len(pieces) > 1 and len(words(first)) <= 4 and len(pieces[1].text) > len(first):
        return pieces[1].text
    return first


def date_of(pieces: Iterable[Piece], languages: Sequence[str], now: datetime) -> str | None:
    """Return the teaser's date: a <time>'s attribute, else the first short text that reads as one."""
    for piece in pieces:
        if piece.stamp is not None or piece.role == "date" or looks_like_date(piece.text):
            if piece.linked and piece.role != "date":
                continue
            for text in (
                piece.stamp,
                piece.text if DATE_LIKE.search(piece.text) and len(piece.text) <= MAX_DATE else None,
            ):
                found = iso_date(text, languages=languages, now=now) if text else None
                if found:
                    return found
    return None


def summary_of(pieces: Sequence[Piece], title: str | None) -> str | None:
    """Return the teaser's summary: of what is classed so, else the first text that is long enough for a sentence."""
    folded = fold(title or "")
    rest = [
        piece
        for piece in pieces
        if piece.heading is None
        and piece.role not in ("kicker", "date", "author", "skip", "title")
        and not is_more_text(piece.text)
        and fold(piece.text) not in folded
    ]
    for candidates in (
        [piece for piece in rest if piece.role == "summary"],
        [piece for piece in rest if piece.target is not None or not piece.linked],
    ):
        for piece in candidates:
            if (
                len(piece.text) >= MIN_SUMMARY
                and not looks_like_date(piece.text)
                and fold(title or " ") not in fold(piece.text)[: len(folded)]
            ):
                return piece.text
    return None
