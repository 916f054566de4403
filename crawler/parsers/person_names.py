"""Person names: a byline as printed or as structured data has it in, the names in it out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.parsers.byline_words import (
    ABBREVIATED,
    ADDRESS,
    AGENCIES,
    COMMA,
    DATE_WORDS,
    DEGREES,
    JOINTS,
    LATE_LEAD,
    LEADS,
    NO_NAME,
    PARTICLES,
    PLACE_WORDS,
    TAIL,
    TITLES,
    WEB,
)
from crawler.text import fold, squeeze

MAX_AUTHORS = 25
MAX_CHARS = 80
MAX_BYLINE = 600
MAX_WORDS = 6
# A name in Han, kana or Hangul is a few characters; what is longer is a sentence.
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MAX_CJK = 14


def names_of(values: Iterable[str], *, site: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names in bylines, each once, in order: people; where there are none, the agency or office.

    `site` holds the publication's names, folded; they count as an office.
    """
    people: dict[str, str] = {}
    offices: dict[str, str] = {}
    for value in values:
        for part in _parts(value[:MAX_BYLINE]):
            name = person(part)
            if name and not is_office(name, site):
                people.setdefault(fold(name), name)
            elif office := name or _office(part):
                offices.setdefault(fold(office), office)
    return tuple((people or offices).values())[:MAX_AUTHORS]


def person(text: str) -> str | None:
    """Return a name without 'By', titles, degrees, place, role or address; None when no name is left.

    >>> person("Von Dr. Ada Holm, Berlin"), person("Jo Marsh (Reuters)"), person("https://social.example/ada")
    ('Ada Holm', 'Jo Marsh', None)
    """
    text = squeeze(text) or ""
    if ADDRESS.search(text):
        text = ADDRESS.split(text)[0].rpartition(" ")[0]
    text = without_lead(text)
    name = TAIL.sub("", text.split(",")[0])
    if len(name) < len(text):
        name = _without_date(name)
    name = TITLES.sub("", DEGREES.sub("", name)).strip(" \t,;:|-–—*•·/\"'“”„©")
    name = name if ABBREVIATED.search(name) else name.rstrip(".")
    return _capitals(name) if looks_like_name(name) else None


def without_lead(text: str) -> str:
    """Return a byline without the words before the name.

    >>> without_lead("By Ada Holm"), without_lead("Posted on August 9, 2025 by Ada Holm")
    ('Ada Holm', 'Ada Holm')
    """
    return LATE_LEAD.sub("", LEADS.sub("", text), count=1)


def _without_date(name: str) -> str:
    parts = name.split()
    while len(parts) > 1 and parts[-1].strip(".,").lower() in DATE_WORDS:
        parts.pop()
    return " ".join(parts)


def looks_like_name(text: str) -> bool:
    """Tell whether a text can be a name: a few words that begin like names do, none of a sentence's or a role's.

    >>> looks_like_name("Ada van der Holm"), looks_like_name("read the whole story"), looks_like_name("山田太郎")
    (True, False, True)
    """
    parts = text.split()
    if not parts or len(text) > MAX_CHARS or len(parts) > MAX_WORDS or len(text) < 2:
        return False
    if CJK.search(text) and len(text) > MAX_CJK:
        return False
    if any(c.isdigit() for c in text) or any(c in text for c in "?!=<>{}#"):
        return False
    if fold(parts[0]) in PLACE_WORDS:
        return False
    letters = [part for part in parts if part[0].isalpha()]
    if len(parts) == 1 and (fold(text) in PARTICLES or len(text) < 3):
        return False
    return bool(letters) and (not letters[-1][0].islower() or len(parts) == 1)


def is_office(name: str, site: frozenset[str]) -> bool:
    """Tell whether a name is an agency's, an office's or the publication's own, not a person's."""
    key = fold(name)
    parts = key.split()
    return (
        key in AGENCIES
        or key in site
        or any(part.strip(".,-") in NO_NAME or part in AGENCIES for part in parts)
    )


def _parts(text: str) -> list[str]:
    """Split a byline at its joints; at commas only into what looks like names, so that 'Ada Holm, Berlin' is one."""
    text = without_lead(squeeze(text) or "")
    if WEB.match(text):
        return []
    found = []
    for part in JOINTS.split(text):
        pieces = COMMA.split(part)
        found += pieces if all(len(piece.split()) >= 2 for piece in pieces) else [part]
    return [part for part in found if part]


def _office(text: str) -> str | None:
    text = LEADS.sub("", squeeze(text) or "").strip(" .,;:|-–—()")
    return (
        text
        if text and len(text) <= MAX_CHARS and not ADDRESS.search(text) and any(c.isalpha() for c in text)
        else None
    )


def _capitals(name: str) -> str:
    """Write a name set in capitals as names are written; initials and short forms stay.

    >>> _capitals("ADA HOLM"), _capitals("AP")
    ('Ada Holm', 'AP')
    """
    if name.isupper() and len(name) > 6 and " " in name:
        return re.sub(r"[^\W\d_]{3,}", lambda m: m[0].capitalize(), name)
    return name
