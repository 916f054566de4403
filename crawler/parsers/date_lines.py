"""Date lines: a printed line in, the dates it gives and what they are (published, modified, a bare day) out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from crawler.dates import DATEISH, iso_date, locate_date
from crawler.parsers.away import Around
from crawler.parsers.byline_leads import begins_with_lead
from crawler.parsers.date_candidates import Candidate, Kind
from crawler.text import words

# What is longer is a paragraph; only a date that it begins with can be the article's.
MAX_LINE = 260
DAY: Kind = "day"
# Online news is younger than this; an older day in the text is history. Structured data may be older.
FIRST_YEAR = "1990"
# So many words may stand beside the date in a line that only says when (and by whom) something appeared.
MAX_BESIDE = 12
# `words` counts each syllable of Korean, whose words have two or three: 12 of them are the paper, the author and what a
# date is called. A sentence ends in one of these.
HANGUL = re.compile("[\uac00-\ud7a3]")
KOREAN_END = re.compile(r"[다요까죠][.?!…]?[\"'”’]?\s?$")
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
MAX_SPAN = 30
SPAN_GOES_ON = re.compile(r"\s?[-–—]\s?\d{1,2}(?![\d:])|\s?(?:bis|to|until)\s")
# Words before a date that say what it is, in the languages of the press.
PUBLISHED_WORDS = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publiée?|paru|publicado|pubblicato"
    r"|gepubliceerd|publicerad|publiceret|publisert|opublikowano)\b",
    re.IGNORECASE,
)
# How blogs say at a text's end when it appeared: 'This entry was posted on Saturday, August 9th, 2025 at 3:00 pm and is
# filed under Tides.' What stands before the day, and what must stand behind it.
ENTRY_NOTES = (
    (r"this\s(?:entry|post)\swas\sposted\s(?:in\s.{1,40}\s)?on\s(?:\w+day,?\s)?", r""),
    (r"(?:dieser|der)\s(?:beitrag|eintrag)\swurde\s(?:vor\s)?am\s(?:\w+,?\s)?(?:den\s)?", r".{0,40}\bveröffentlicht\b"),
    (r"cet\sarticle\sa\sété\spublié\sle\s(?:\w+\s)?", r".{0,20}\bet\sest\sclassé"),
    (r"esta\sentrada\s(?:fue|ha\ssido)\spublicada\s(?:en\s.{1,40}\s)?el\s(?:\w+,?\s)?", r""),
    (r"questo\sarticolo\sè\sstato\spubblicato\s(?:il\s)?(?:\w+,?\s)?", r".{0,20}\b(?:ed\sè|archiviato|alle)\b"),
    (r"esta\sentrada\sfoi\spublicada\sem\s(?:\w+,?\s)?", r""),
    (r"dit\sbericht\s(?:is|werd)\sgeplaatst\sop\s(?:\w+,?\s)?", r""),
)  # fmt: skip
NOTED = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)) for before, after in ENTRY_NOTES
)
MAX_INTO_NOTE = 90
MODIFIED_STEMS = (
    "updat", "modif", "aktualisier", "geänder", "änderung", "zuletzt", "letzte", "stand:", "mis à jour", "màj",
    "actualiz", "atualiz", "aggiorn", "bijgewerkt", "gewijzigd", "uppdatera", "oppdater", "opdater", "päivitetty",
    "aktualizac", "zaktualizowano", "обновл", "изменен", "更新", "최종", "수정", "güncel", "revis", "edited",
)  # fmt: skip
MODIFIED_WHOLE = ("stand", "last")
# Literal words alone are searched fast; most lines have none.
MODIFIED_HINT = re.compile("|".join((*MODIFIED_STEMS, *MODIFIED_WHOLE)))
MODIFIED = re.compile(rf"{'|'.join(MODIFIED_STEMS)}|\b(?:{'|'.join(MODIFIED_WHOLE)})\b")
COPYRIGHT = re.compile(r"©|\(c\)\s|copyright|all rights reserved|alle rechte")
# '2 hours ago', 'vor 2 Stunden', 'il y a 2 heures', 'hace 2 horas', '2 ore fa', '2時間前'
AGO = re.compile(
    r"\b(?:vor|hace|il y a|há|för|for)\s\d{1,2}\s[^\W\d]+(?:\s(?:siden|sedan))?"
    r"|\b\d{1,2}\s[^\W\d]+\s(?:ago|fa|geleden|sedan|siden|temu|atrás|назад|önce|lalu)\b"
    r"|\d{1,2}\s?(?:分|時間|小时|日|天)前|\d{1,2}\s?(?:분|시간|일)\s?전",
    re.IGNORECASE,
)
# What parts a line into pieces: 'Ada Holm | Sport | 2 hours ago', 'Updated: 2 hours ago'.
PIECES = re.compile(r"[|·•–—;:/()]|\s-\s")
# So many words may stand beside 'ago' in its piece, 'Ada van Holm', and one more where they begin with 'By'.
MAX_BESIDE_AGO = 3
# Dates that people, shows and printed papers have: 'Registered: …', 'born 9 August 1975', 'Termin: …'.
OTHER_DATES = re.compile(
    r"regist|joined|mitglied seit|member since|geboren|\bborn\b|gültig|expir|retrieved|abgerufen|deadline"
    r"|\bfoto\b|\bphoto\b|\btermine?\b|\bwann\b|\bwhen:|event date|opens|beginn|anmeldeschluss"
)
# Behind the day of a birth: '平成6年3月5日生まれ', '1994년 3월 5일생'.
BORN_BEHIND = re.compile(r"\s?(?:生まれ|出生|출생|생\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What reading dates off the page needs besides the page."""

    now: datetime
    languages: tuple[str, ...]
    held: Around
    """The elements around the headline."""
    others: Collection[HtmlElement] = frozenset()
    """The boxes of related links."""


def in_line(text: str, sight: Sight, place: str) -> Iterator[Candidate]:
    """Yield the date a line gives, and the date of change behind it: 'Published 9 Aug 2025, updated 10 Aug 2025'."""
    is_long = len(text) > MAX_LINE
    head = text[:DATELINE] if is_long else text
    if not DATEISH.search(head) or COPYRIGHT.search(head.lower()):
        return
    for part, kind in [(text, DAY)] if is_long else _parts(text):
        if value := _date_line(part, sight):
            yield Candidate(value, kind, "dom", place)


def _parts(text: str) -> list[tuple[str, Kind]]:
    """Part a line before its words of change, so that each part's date is of one kind."""
    changed = word_of_change(text)
    if not changed:
        return [(text, DAY)]
    printed = PUBLISHED_WORDS.search(text, changed.end())
    end = printed.start() if printed else len(text)
    parts: list[tuple[str, Kind]] = [
        (text[: changed.start()], DAY),
        (text[changed.start() : end], "modified"),
    ]
    return [*parts, (text[end:], "published")] if printed else parts


def word_of_change(text: str) -> re.Match[str] | None:
    """Return where a text says that something was changed, in the languages of the press."""
    lower = text.lower()
    if not MODIFIED_HINT.search(lower):
        return None
    # Of a few letters ('İ') the lower case is longer; their line is searched as it is.
    return MODIFIED.search(lower if len(lower) == len(text) else text)


def counted_back(text: str, sight: Sight) -> Iterator[Candidate]:
    """Yield the moments that a line such as 'By Ada Holm | 2 hours ago' means, counted back from `sight.now`."""
    if len(text) > MAX_LINE or not AGO.search(text):
        return
    for part, kind in _parts(text):
        phrase = next(filter(None, map(_lone_ago, PIECES.split(part))), None)
        value = phrase and iso_date(phrase, languages=sight.languages, now=sight.now, relative_to_now=True)
        if value:
            yield Candidate(value, kind, "dom", "ago")


def _lone_ago(piece: str) -> str | None:
    """Return the '2 hours ago' of a piece that says only when, and by whom; None where a sentence mentions it.

    >>> _lone_ago("By Ada Holm 2 hours ago"), _lone_ago("The ferry sank here 20 years ago")
    ('2 hours ago', None)
    """
    phrase = AGO.search(piece)
    if phrase is None or piece[: phrase.start()][-1:].isalnum() or piece[phrase.end() :][:1].isalnum():
        return None
    beside = f"{piece[: phrase.start()].rstrip()} {piece[phrase.end() :].lstrip()}".strip()
    most = MAX_BESIDE_AGO + begins_with_lead(beside)
    return phrase[0] if len(beside.split()) <= most else None


def _date_line(text: str, sight: Sight) -> str | None:
    """Return the date of a line that is there to say it; None where a sentence mentions a date."""
    found = locate_date(text, languages=sight.languages, now=sight.now)
    if found is None:
        return read(text, sight)
    value, start, end = found
    before, after = text[:start], text[end:]
    if value < FIRST_YEAR or SPAN.search(before[-MAX_SPAN:]) or SPAN_GOES_ON.match(after):
        return None
    if OTHER_DATES.search(before.lower()) or BORN_BEHIND.match(after):
        return None
    is_dateline = start <= MAX_DATELINE and after.lstrip()[:1] in DATELINE_MARKS
    is_noted = start <= MAX_INTO_NOTE and _is_noted(before, after)
    is_alone = _words_beside(before, after) <= MAX_BESIDE
    return value if is_dateline or is_noted or is_alone else None


def _words_beside(before: str, after: str) -> int:
    """Return how many words stand beside a date.

    >>> _words_beside("[동남일보] 이정훈 기자 승인 ", " 10:22"), _words_beside("Party, ", "")
    (8, 1)
    """
    found = len(words(before)) + len(words(after))
    if (before.isascii() and after.isascii()) or KOREAN_END.search(after or before):
        return found
    return found - len(HANGUL.findall(before + after)) // 2


def _is_noted(before: str, after: str) -> bool:
    """Tell whether a date stands in the note that a blog sets below an entry."""
    return any(early.fullmatch(before) and late.match(after) for early, late in NOTED)


def read(text: str | None, sight: Sight) -> str | None:
    """Return the date of a text that is nothing else, None where it is before the days of online news."""
    if not text or not DATEISH.search(text):
        return None
    found = locate_date(text, languages=sight.languages, now=sight.now)
    value = found[0] if found else iso_date(text, languages=sight.languages, now=sight.now)
    return value if value and value >= FIRST_YEAR else None
