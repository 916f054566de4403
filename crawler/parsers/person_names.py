"""Person names: a byline as printed or as structured data has it in, the names in it out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from crawler.parsers.byline_leads import without_first_lead, without_lead
from crawler.parsers.byline_words import (
    ABBREVIATED,
    ADDRESS,
    AGENCIES,
    BEFORE_DER,
    COMMA,
    DATE_WORDS,
    DEGREES,
    EDITORS,
    HOST,
    JOINTS,
    NO_NAME,
    NOBODY,
    NOT_IN_NAMES,
    PARTICLES,
    PICTURED,
    PLACE_WORDS,
    TAIL,
    TITLES,
    WEB,
)
from crawler.parsers.title_parts import compact
from crawler.text import fold, squeeze

# 'Harbour/ Town'; between people there is a blank on both sides.
JOINED = re.compile(r"\S/\s")
MAX_AUTHORS = 25
MAX_CHARS = 80
MAX_BYLINE = 600
MAX_WORDS = 6
# A name in Han, kana or Hangul is a few characters; what is longer is a sentence.
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MAX_CJK = 14
# '編集部', '新闻社', '온라인뉴스팀': what an East Asian office's name ends with.
CJK_OFFICE = re.compile(
    r"(?:編集部|编辑部|編輯部|編集局|取材班|報道部|报道组|報導組|新聞社?|新闻社?|通信社?|通讯社|通訊社|日报|日報|早报|晚报|周刊|週刊|电视台|電視台|網|网"
    r"|中心|小编|小編|编辑|編輯|뉴스팀|편집부|편집국|취재팀|취재부|기획팀|일보|신문|뉴스|미디어)$"
)


def names_of(values: Iterable[str], *, site: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names in bylines, each once, in order: people; where there are none, the agency or office.

    `site` holds the publication's `own_names`; they count as an office.
    """
    people: dict[str, str] = {}
    offices: dict[str, str] = {}
    for value in values:
        if compact(value[:MAX_BYLINE]) in site and (office := _office(value)):
            # 'News of the coast | The Gazette' is one name.
            offices.setdefault(fold(office), office)
            continue
        parts = _parts(value[:MAX_BYLINE])
        names = [name if (name := person(part)) and not is_office(name, site) else None for part in parts]
        for name in filter(None, names):
            people.setdefault(fold(name), name)
        if not people:
            for office in _offices(value[:MAX_BYLINE], parts):
                offices.setdefault(fold(office), office)
    return tuple((people or offices).values())[:MAX_AUTHORS]


def _offices(value: str, parts: list[str]) -> list[str]:
    """Return what signs where no person does; 'Staff and news service reports' is one office, 'dpa and AFP' are two."""
    if any(part[0].islower() and part.lower() not in AGENCIES for part in parts):
        parts = [without_lead(value)]
    found = (person(part) or _office(part) for part in parts)
    return [office for office in found if office and fold(office) not in NOBODY]


# A byline is looked at by several rules, each time anew.
@lru_cache(maxsize=4_096)
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
    name = TITLES.sub("", DEGREES.sub("", name)).strip(" \t,;:|-–—*•·/\"'“”„©→»«›>")
    name = name if ABBREVIATED.search(name) else name.rstrip(".")
    return _capitals(name) if looks_like_name(name) else None


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
    is_sentence = len(text) > MAX_CJK and CJK.search(text)
    if is_sentence or any(c.isdigit() for c in text) or any(c in text for c in "?!=<>{}#"):
        return False
    if JOINED.search(text) or (")" in text and "(" not in text):
        return False
    if fold(parts[0]) in PLACE_WORDS or PICTURED.match(text) or _is_no_name([part.lower() for part in parts]):
        return False
    letters = [part for part in parts if part[0].isalpha()]
    return bool(letters) and (not _is_small(letters[-1][0]) or len(parts) == 1)


def _is_small(letter: str) -> bool:
    # Georgian is written without capitals, and Unicode counts its letters as small ones.
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _is_no_name(parts: list[str]) -> bool:
    """Tell whether words are of a sentence, a role or a date: 'Leiterin der Schule', not 'Ursula von der Leyen'."""
    if len(parts) == 1:
        lone = parts[0]
        return lone in PARTICLES or lone in DATE_WORDS or (len(lone) < 3 and not CJK.match(lone))
    return any(
        part in NOT_IN_NAMES or (part == "der" and parts[place - 1] not in BEFORE_DER)
        for place, part in enumerate(parts)
    )


def is_office(name: str, site: frozenset[str]) -> bool:
    """Tell whether a name is an agency's, an office's or the publication's own, not a person's."""
    key = fold(name)
    parts = key.split()
    return (
        key in AGENCIES
        or HOST.fullmatch(key) is not None
        or (not key.isascii() and CJK_OFFICE.search(key) is not None)
        or (bool(site) and compact(name) in site)
        or any(part in NO_NAME or part in AGENCIES for whole in parts for part in _pieces(whole))
    )


def _pieces(word: str) -> list[str]:
    """Return a word with its parts: 'mm-redaktion' is an office for its last one."""
    bare = word.strip(".,-")
    return [word, bare, *bare.split("-")[-1:]]


def _parts(text: str) -> list[str]:
    """Split a byline at its joints; at commas only into what looks like names, so that 'Ada Holm, Berlin' is one."""
    text = EDITORS.sub("", without_lead(squeeze(text) or ""))
    if WEB.match(text):
        return []
    found: list[str] = []
    for part in JOINTS.split(text):
        pieces = [piece for piece in COMMA.split(part) if piece]
        # In capitals beside a name stands where it is from: 'Ada Holm, RADIO NORTH'.
        named = [
            piece
            for piece in pieces
            if not piece[0].isdigit() and (pieces[0].isupper() or not piece.isupper())
        ]
        if all(len(piece.split()) >= 2 for piece in pieces):
            # Behind a name stood a date: 'Ada Holm Fr, 18. Oktober 2019'.
            found += named if len(named) == len(pieces) else [_without_date(piece) for piece in named]
        else:
            found.append(part)
    return [part for part in found if part]


def _office(text: str) -> str | None:
    text = without_first_lead(squeeze(text) or "").strip(" .,;:|-–—()")
    return (
        text
        if text
        and len(text) <= MAX_CHARS
        and not PICTURED.match(text)
        and not _is_date(text)
        and (HOST.fullmatch(text) or not ADDRESS.search(text))
        and not WEB.match(text)
        and any(c.isalpha() for c in text)
        else None
    )


def _is_date(text: str) -> bool:
    """Tell whether a text is the words and figures of a date: 'AUGUST 9, 2025', but neither 'May' nor 'Mon'."""
    parts = text.lower().replace(",", " ").split()
    has_figures = any(map(str.isdigit, parts))
    return has_figures and all(part.isdigit() or part.strip(".") in DATE_WORDS for part in parts)


def _capitals(name: str) -> str:
    """Write a name set in capitals as names are written; initials and short forms stay.

    >>> _capitals("ADA HOLM"), _capitals("AP")
    ('Ada Holm', 'AP')
    """
    if name.isupper() and len(name) > 6 and " " in name:
        return re.sub(r"[^\W\d_]{3,}", lambda m: m[0].capitalize(), name)
    return name
