"""Date lines: a printed line in, the dates it gives and what they are (published, modified, a bare day) out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crawler.dates import DATEISH, iso_date, locate_date
from crawler.parsers.away import Around
from crawler.parsers.date_candidates import Candidate, Kind
from crawler.text import words

# What is longer is a paragraph; only a date that it begins with can be the article's.
MAX_LINE = 260
DAY: Kind = "day"
# Online news is younger than this; an older day in the text is history. Structured data may be older.
FIRST_YEAR = "1990"
# So many words may stand beside the date in a line that only says when (and by whom) something appeared.
MAX_BESIDE = 12
# A text that begins with its date, and perhaps its place: 'Berlin, 9.8.2025 – The port …'
MAX_DATELINE = 30
DATELINE_MARKS = frozenset("-–—|:/„“)•·")
# How much of a paragraph is read for its dateline.
DATELINE = 80
# '12. - 15.10.2025', 'bis 15. Oktober 2025': the end of a span of days is no date of publication.
SPAN = re.compile(
    r"\d[.\s\w]{0,12}\s?(?:[-–—]|bis|to|until|au|al|tot)\s?$|(?:\bbis|\buntil|\bab|\bseit|\bsince|\bfrom)\s?$",
    re.IGNORECASE,
)
SPAN_GOES_ON = re.compile(r"\s?[-–—]\s?\d{1,2}(?![\d:])|\s?(?:bis|to|until)\s")
# Words before a date that say what it is, in the languages of the press.
PUBLISHED_WORDS = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publiée?|paru|publicado|pubblicato"
    r"|gepubliceerd|publicerad|publiceret|publisert|opublikowano)\b",
    re.IGNORECASE,
)
MODIFIED_WORDS = re.compile(
    r"updat|modif|aktualisier|geänder|änderung|zuletzt|letzte|stand:|\bstand\b|mis à jour|màj|actualiz|atualiz"
    r"|modificat|aggiorn|\blast\b|bijgewerkt|gewijzigd|uppdatera|oppdater|opdater|päivitetty|aktualizac|zaktualizowano|обновл|изменен|更新|최종"
    r"|수정|güncel|revis|edited",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(r"©|\(c\)\s|copyright|all rights reserved|alle rechte", re.IGNORECASE)
# Dates that people, shows and printed papers have: 'Registered: …', 'born 9 August 1975', 'Termin: …'.
OTHER_DATES = re.compile(
    r"regist|joined|mitglied seit|member since|geboren|\bborn\b|gültig|expir|retrieved|abgerufen|deadline"
    r"|\bfoto\b|\bphoto\b|\btermine?\b|\bwann\b|\bwhen:|event date|opens|beginn|anmeldeschluss",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What reading dates off the page needs besides the page."""

    now: datetime
    languages: tuple[str, ...]
    held: Around
    """The elements around the headline."""


def in_line(text: str, sight: Sight, place: str) -> Iterator[Candidate]:
    """Yield the date a line gives, and the date of change behind it: 'Published 9 Aug 2025, updated 10 Aug 2025'."""
    is_long = len(text) > MAX_LINE
    head = text[:DATELINE] if is_long else text
    if not DATEISH.search(head) or COPYRIGHT.search(head):
        return
    for part, kind in [(text, DAY)] if is_long else _parts(text):
        if value := _date_line(part, sight):
            yield Candidate(value, kind, "dom", place)


def _parts(text: str) -> list[tuple[str, Kind]]:
    """Part a line before its words of change, so that each part's date is of one kind."""
    changed = MODIFIED_WORDS.search(text)
    if not changed:
        return [(text, DAY)]
    printed = PUBLISHED_WORDS.search(text, changed.end())
    end = printed.start() if printed else len(text)
    parts: list[tuple[str, Kind]] = [(text[: changed.start()], DAY), (text[changed.start() : end], "modified")]
    return [*parts, (text[end:], "published")] if printed else parts


def _date_line(text: str, sight: Sight) -> str | None:
    """Return the date of a line that is there to say it; None where a sentence mentions a date."""
    found = locate_date(text, languages=sight.languages, now=sight.now)
    if found is None:
        return read(text, sight)
    value, start, end = found
    before, after = text[:start], text[end:]
    if SPAN.search(before) or SPAN_GOES_ON.match(after) or OTHER_DATES.search(before) or value < FIRST_YEAR:
        return None
    is_dateline = start <= MAX_DATELINE and after.lstrip()[:1] in DATELINE_MARKS
    return value if is_dateline or len(words(before)) + len(words(after)) <= MAX_BESIDE else None


def read(text: str | None, sight: Sight) -> str | None:
    """Return the date of a text that is nothing else, None where it is before the days of online news."""
    if not text or not DATEISH.search(text):
        return None
    found = locate_date(text, languages=sight.languages, now=sight.now)
    value = found[0] if found else iso_date(text, languages=sight.languages, now=sight.now)
    return value if value and value >= FIRST_YEAR else None
