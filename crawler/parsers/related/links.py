"""Links: a block's entries in, the related links that they are, without sections and repeated overlines, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final
from urllib.parse import urlsplit

from crawler.items import RelatedLink
from crawler.page import Page
from crawler.parsers.language import language_of
from crawler.parsers.related.entries import Entry
from crawler.parsers.related.labels import verdict_of
from crawler.parsers.related.rows import is_in_menu
from crawler.parsers.related.targets import DIGITS, Target, looks_like_section
from crawler.parsers.related.teaser import summary_of, title_of
from crawler.parsers.related.teaser_dates import Sight, date_of
from crawler.text import words
from crawler.urls import site_of

# 'How to save money': so long are the names of sections.
SECTION_WORDS: Final = 4
# 'More stories from the harbour' is a label; 'Most read books of the harbour year' begins like one and is a headline.
LONGEST_LABEL: Final = 5


def links_of(entries: Sequence[Entry], page: Page, rows: Set[str]) -> list[tuple[str, RelatedLink]]:
    """Return each entry's link; words that open several entries are a series' overline, where a headline is left.

    `rows` are the keys of those that are headlines by their place, however short.
    """
    openings = [_opening(entry) for entry in entries]
    counts = Counter(openings)
    found = []
    for entry, opening in zip(entries, openings, strict=True):
        link = None
        if opening and counts[opening] > 1:
            rest = [piece for piece in entry.pieces if piece.text != opening]
            link = _link(Entry(target=entry.target, pieces=rest), page, rows)
        if link := link or _link(entry, page, rows):
            found.append((entry.target.key, link))
    return found


def _opening(entry: Entry) -> str | None:
    return next((piece.text for piece in entry.pieces if piece.target is not None and not piece.spoken), None)


def without_sections(
    links: list[tuple[str, RelatedLink]], rows: Set[str], page: Page
) -> list[tuple[str, RelatedLink]]:
    """Leave out 'Science & Health' to '/science-and-health' among entries that all lie deeper or are numbered.

    And what the site's menu has as well, where the address may be a section's.
    """
    links = [
        (key, link)
        for key, link in links
        if not looks_like_section(link.url or "") or not is_in_menu(link.url or "", page)
    ]
    flat = {key for key, link in links if _is_top_folder(link.url or "")}
    if 2 * len(flat) > len(links):
        return links
    return [
        (key, link)
        for key, link in links
        if key not in flat or key in rows or len(words(link.title or "")) > SECTION_WORDS
    ]


def _is_top_folder(url: str) -> bool:
    path = urlsplit(url).path.strip("/")
    return "/" not in path and not DIGITS.search(path)


def _link(entry: Entry, page: Page, rows: Set[str]) -> RelatedLink | None:
    title = title_of(entry.pieces)
    if title is None or not (entry.target.key in rows or _is_headline(title, entry.target)):
        return None
    language = page.once(language_of)
    sight = Sight((language.value,) if language else (), page.now, page.now_is_given)
    return RelatedLink(
        url=entry.target.url,
        title=title,
        description=summary_of(entry.pieces, title),
        published_at=date_of(entry.pieces, title, sight),
    )


def _is_headline(title: str, target: Target) -> bool:
    """Tell a headline from the name of a section, a person or a service, and from a label."""
    count = len(words(title))
    if verdict_of(title) is not None and (count <= LONGEST_LABEL or looks_like_section(target.url)):
        return False
    return count >= 3 or len(title) >= 18 or (count == 2 and not looks_like_section(target.url))


def is_own_headline(link: RelatedLink, page: Page) -> bool:
    """Tell whether a teaser without a label leads to an article of this very site: others are sources or offers."""
    return (
        site_of(link.url or "") == site_of(page.base_url)
        and not looks_like_section(link.url or "")
        and len(words(link.title or "")) >= 3
        and not (link.title or "").startswith("(")
    )
