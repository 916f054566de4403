"""Which of two like texts is the article and which the copy: two accounts in, the answer with its reason out. Pure."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple

from crawler.text import fold, words
from crawler.urls import site_of
from pipelines.database.articles import StoredArticle
from pipelines.identity import Sighting

# How a page says where its text is from, folded, in the languages of the press; the name stands beside it. Examples:
# 'This article first appeared in The Gazette', 'Quelle: dpa', 'Publié initialement par …'.
CREDITS = re.compile(
    r"\b(?:first|originally) (?:appeared|published|posted|printed|ran)\b|\bappeared (?:first|originally)\b"
    r"|\brepublished (?:from|with|under|courtesy)\b|\breprinted\b|\bsyndicated\b|\bcourtesy of\b|\bread the original\b"
    r"|\b(?:source|via|credit)s?\s?:|\bquellen?\s?:|\bzuerst (?:erschienen|veröffentlicht)\b|\bmit material von\b"
    r"|\b(?:publié|paru) (?:initialement|d'abord|à l'origine)\b|\bfuentes?\s?:|\bfontes?\s?:|\bfonti?\s?:"
    r"|\bpublicado (?:originalmente|por primera vez)\b|\bpubblicato (?:originariamente|per la prima volta)\b"
    r"|\b(?:oorspronkelijk|eerder) (?:gepubliceerd|verschenen)\b|\bbron\s?:|\bkälla\s?:|\bkilde\s?:|\blähde\s?:"
    r"|\bźródło\s?:|\bzdroj\s?:|\bsursa\s?:|\bforrás\s?:|\bkaynak\s?:|\bисточник\s?:|\bджерело\s?:|\bπηγή\s?:"
    r"|(?:来源|來源|出典|출처)\s?:|©"
)
# 'LONDON (Reuters) -', 'Berlin (dpa) –', '(AP)': who wrote it, within the first words.
DATELINE_WITHIN = 120
DATELINE = re.compile(r"^[^()]{0,60}\(([^()]{2,40})\)")
# A credit is a note before or after the text, not a sentence of it.
LONGEST_NOTE = 400
FIRST_BLOCKS, LAST_BLOCKS = 2, 3
# A name shorter than this ('TV', 'La') is no name by itself.
SHORTEST_NAME = 3


class Account(NamedTuple):
    """What a page says of where its text comes from, and when it was met."""

    site: str
    """Registrable domain."""
    site_name: str | None
    authors: tuple[str, ...]
    body: str
    published_at: str | None
    first_seen_at: str


def account_of(seen: Sighting, seen_at: str) -> Account:
    """Return what a page that was met at this time says."""
    article = seen.article
    site = site_of(seen.claimed_url)
    return Account(site, article.site_name, article.authors, article.body, article.published_at, seen_at)


def account_of_stored(stored: StoredArticle) -> Account:
    """Return what the page of a stored article said."""
    authors = tuple(json.loads(stored.authors))
    published_at, seen_at = stored.published_at, stored.first_seen_at
    return Account(stored.site, stored.site_name, authors, stored.body, published_at, seen_at)


def why_original(new: Account, stored: Account) -> str | None:
    """Return why the new one is the original of the stored one, None when it is the copy.

    The first of these that tells them apart decides: a page that credits the other one's site is the copy; what was
    published earlier is the original; what was seen first is.
    """
    credited = credits_site(stored, new), credits_site(new, stored)
    if credited[0] != credited[1]:
        return f"which credits {new.site_name or new.site}" if credited[0] else None
    order = _earlier(new.published_at, stored.published_at)
    if order is not None:
        return "which was published later" if order else None
    return "which was seen later" if new.first_seen_at < stored.first_seen_at else None


def credits_site(page: Account, other: Account) -> bool:
    """Tell whether the page names the other one's site as its source: as author, in the dateline or in a note."""
    if page.site == other.site:
        return False
    names = {_name(other.site), _name(other.site_name or "")}
    names = {name for name in names if len(name) >= SHORTEST_NAME}
    signed = {_name(text) for text in (*page.authors, *DATELINE.findall(page.body[:DATELINE_WITHIN]))}
    # Where nothing but a name can stand, 'Reuters' is reuters.com also when that does not say what it is called.
    if signed & {*names, _name(other.site.partition(".")[0])}:
        return True
    return any(f" {name} " in f" {note} " for note in _notes(page.body) for name in names)


def _notes(body: str) -> list[str]:
    blocks = body.split("\n\n")
    ends = dict.fromkeys((*blocks[:FIRST_BLOCKS], *blocks[-LAST_BLOCKS:]))
    folded = (fold(block) for block in ends if len(block) <= LONGEST_NOTE)
    return [_name(note) for note in folded if CREDITS.search(note)]


def _name(text: str) -> str:
    return " ".join(words(fold(text)))


def _earlier(new: str | None, stored: str | None) -> bool | None:
    """Tell whether the first date is earlier, None when the two do not say: moments as moments, else by the day."""
    if not new or not stored:
        return None
    first, second = datetime.fromisoformat(new), datetime.fromisoformat(stored)
    if len(new) > 10 and len(stored) > 10 and (first.tzinfo is None) == (second.tzinfo is None):
        return None if first == second else first < second
    return None if first.date() == second.date() else first.date() < second.date()
