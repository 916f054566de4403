"""Date candidates that a reader sees: near the headline, in `<time>`, marked by a class, anywhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from lxml.html import HtmlElement

from crawler.dates import iso_date, locate_date
from crawler.page import Page
from crawler.parsers.away import Around, is_away
from crawler.parsers.date_candidates import Candidate, Kind
from crawler.parsers.headline_area import Area
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.text import squeeze, words

# Classes and ids of elements that hold a date.
DATED = re.compile(r"date|time|publish|posted|datum|fecha|meta|byline|info|created|submitted", re.IGNORECASE)
# What may be a date: a year, or two digits behind a dot or slash.
YEARISH = re.compile(r"(?:19|20)\d\d|\d[./]\s?\d{1,2}[./]\s?\d\d|[٠-٩۰-۹०-९]{4}")
MAX_ELEMENTS = 60
# The lines next to the headline, on either side, come before those further off.
NEXT = 6
MAX_TEXTS = 60
MAX_TEXT = 400
MAX_WALK = 30_000
MAX_LINE = 260
MAX_CHILDREN = 12
# Online news is younger than this; an older day in the text is history. Structured data may be older.
FIRST_YEAR = "1990"
# So many words may stand beside the date in a line that only says when (and by whom) something appeared.
MAX_BESIDE = 12
# A text that begins with its date, and perhaps its place: 'Berlin, 9.8.2025 – The port …'
MAX_DATELINE = 30
# '12. - 15.10.2025', 'bis 15. Oktober 2025': the end of a span of days is no date of publication.
SPAN = re.compile(
    r"\d[.\s\w]{0,12}\s?(?:[-–—]|bis|to|until|au|al|tot)\s?$|(?:\bbis|\buntil|\bab|\bseit|\bsince|\bfrom|\bvom)\s?$",
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
# Dates that people and shows have: 'Registered: …', 'born 9 August 1975', 'Joined', 'Expires'.
OTHER_DATES = re.compile(
    r"regist|joined|mitglied seit|member since|geboren|\bborn\b|gültig|expir|retrieved|abgerufen|deadline"
    r"|\bfoto\b|\bphoto\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What reading dates off the page needs besides the page."""

    now: datetime
    languages: tuple[str, ...]
    held: Around
    """The elements around the headline."""


def sight_of(page: Page, area: Area | None, languages: Sequence[str]) -> Sight:
    """Return how the page is looked at: its moment, its languages, where its headline is."""
    return Sight(now=page.now, languages=tuple(languages), held=area.held if area else frozenset())


def near_candidates(area: Area, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates of the lines around the headline, nearest first, lines below before those above."""
    for line in (*area.below[:NEXT], *area.above[:NEXT], *area.below[NEXT:], *area.above[NEXT:]):
        if len(line.text) <= MAX_LINE:
            stamps = _stamps(line.element, sight)
            for found in in_line(line.text, sight, "near"):
                # The machine's form of the very day that is printed has its time and offset.
                exact = next((stamp for stamp in stamps if stamp[:10] == found.value[:10]), found.value)
                yield found._replace(value=exact)


def _stamps(element: HtmlElement, sight: Sight) -> list[str]:
    times = [element, *element.iterdescendants("time", "abbr")] if len(element) <= MAX_CHILDREN else [element]
    return [value for each in times if (value := _stamp(each, sight)) and "T" in value]


def _stamp(element: HtmlElement, sight: Sight) -> str | None:
    return iso_date(element.get("datetime") or element.get("title"), languages=sight.languages, now=sight.now)


def time_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates of `<time>` elements outside of comments, teasers and sidebars, in page order."""
    for element in _times(page):
        if is_away(element, sight.held):
            continue
        text = squeeze(" ".join(element.itertext())) or ""
        value = _read(element.get("datetime") or element.get("title"), sight) or _read(text, sight)
        if value:
            yield Candidate(value, _kind_of(element, text), "dom", "time")


def _times(page: Page) -> list[HtmlElement]:
    tags = page.once(landmarks).tags
    marked = [each for each in tags.get("abbr", []) if "published" in (each.get("class") or "")]
    return [*tags.get("time", [])[:MAX_ELEMENTS], *marked[:MAX_ELEMENTS]]


def marked_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates in elements whose class or id says that one is there, in page order."""
    for element in elements_named(page, DATED, MAX_ELEMENTS * 3):
        if len(element) <= MAX_CHILDREN and not is_away(element, sight.held):
            text = squeeze(" ".join(element.itertext())) or ""
            if 6 <= len(text) <= MAX_LINE:
                yield from in_line(text, sight, "marked")


def text_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates that stand alone in a text of the page, of pages that mark none; last changes in footers too."""
    dated = ((element, text) for element, text in _texts(page) if YEARISH.search(text))
    for element, text in islice(dated, MAX_TEXTS):
        found = list(in_line(squeeze(text) or "", sight, "text"))
        away = is_away(element, sight.held)
        yield from (each for each in found if not away or each.kind == "modified")


def _texts(page: Page) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the short runs of text between two tags, each with the element it stands in."""
    body = next(page.tree.iter("body"), page.tree)
    for element in islice(body.iter(), MAX_WALK):
        parent = element.getparent()
        if element.tag not in {"script", "style"} and 5 < len(element.text or "") < MAX_TEXT:
            yield element, element.text or ""
        if parent is not None and 5 < len(element.tail or "") < MAX_TEXT:
            yield parent, element.tail or ""


def in_line(text: str, sight: Sight, place: str) -> Iterator[Candidate]:
    """Yield the date a line gives, and the date of change behind it: 'Published 9 Aug 2025, updated 10 Aug 2025'."""
    if not any(c.isdigit() for c in text) or COPYRIGHT.search(text):
        return
    changed = MODIFIED_WORDS.search(text)
    parts: list[tuple[str, Kind]] = [(text, "day")]
    if changed:
        printed = PUBLISHED_WORDS.search(text, changed.end())
        end = printed.start() if printed else len(text)
        parts = [(text[: changed.start()], "day"), (text[changed.start() : end], "modified")]
        parts += [(text[end:], "published")] if printed else []
    for part, kind in parts:
        if value := _date_line(part, sight):
            yield Candidate(value, kind, "dom", place)


def _date_line(text: str, sight: Sight) -> str | None:
    """Return the date of a line that is there to say it; None where a sentence mentions a date."""
    found = locate_date(text, languages=sight.languages, now=sight.now)
    if found is None:
        return _read(text, sight)
    value, start, end = found
    before, after = text[:start], text[end:]
    if SPAN.search(before) or SPAN_GOES_ON.match(after) or OTHER_DATES.search(before) or value < FIRST_YEAR:
        return None
    alone = len(words(before)) + len(words(after)) <= MAX_BESIDE
    dateline = start <= MAX_DATELINE and after.lstrip()[:1] in {
        "-",
        "–",
        "—",
        "|",
        ":",
        "/",
        "„",
        "“",
        ")",
        "•",
        "·",
    }
    return value if alone or dateline else None


def _read(text: str | None, sight: Sight) -> str | None:
    if not text or not any(c.isdigit() for c in text):
        return None
    found = locate_date(text, languages=sight.languages, now=sight.now)
    value = found[0] if found else iso_date(text, languages=sight.languages, now=sight.now)
    return value if value and value >= FIRST_YEAR else None


def _kind_of(element: HtmlElement, text: str) -> Kind:
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    parent, previous = element.getparent(), element.getprevious()
    before = (
        ((parent.text or "")[-40:] if previous is None else (previous.tail or "")[-40:])
        if parent is not None
        else ""
    )
    if MODIFIED_WORDS.search(f"{named} {before} {text}"):
        return "modified"
    return "published" if "publ" in named.lower() or element.get("pubdate") is not None else "day"
