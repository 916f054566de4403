"""Step two of an item's way: a visit in; the same one out, with the stored article that it repeats, if any."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Self

from sqlite_utils import Database

from crawler.items import Duplicate, Visit
from crawler.text import fold
from pipelines.database.articles import (
    StoredArticle,
    article_read_at,
    articles_by_keys,
    find_article,
)
from pipelines.database.bands import candidates, with_text
from pipelines.database.copies import known_copy
from pipelines.identity import Sighting, is_at_home, sighting_of, speaks_for
from pipelines.near_series import is_series, telling_of, telling_of_stored
from pipelines.similarity import similarity

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from pipelines.store import Store

# Below it two texts at one claimed address are different stories: a correction, an update or another rendition keeps
# most of its runs of five words, another story shares next to none.
SAME_STORY = 0.5
# Without an address that speaks for it, much more must be the same: four fifths of all runs of five words.
NEAR = 0.8
# A text this short may be a notice that many pages carry ('For subscribers only'): it is a copy only together with
# its headline.
SHORT = 50


def deduplicate(visit: Visit, db: Database) -> Visit:
    """Return the visit with `duplicate` set when the file holds its article already, else without.

    `same`: the article read at this very address before, whatever its text is now; or the same story at the article's
    own address, read there for the first time. `exact`: the same text at another address. `near`: the same story in
    other words at an address that is known for, or claims to be, the article's, or nearly the same text at any other. A
    page that claims a stored article's address but holds another story is no duplicate, nor is a part of a series.
    """
    seen = sighting_of(visit)
    return replace(visit, duplicate=_duplicate(seen, db) if seen else None)


def _duplicate(seen: Sighting, db: Database) -> Duplicate | None:
    stored = article_read_at(db, seen.url)
    if stored:
        return Duplicate(article_id=stored.id, kind="same")
    found = [match for stored in articles_by_keys(db, seen.keys) if (match := match_address(seen, stored))]
    return (
        _best(found, "same")
        or _known_copy(seen, db)
        or _best(found, "exact")
        or _by_content(seen, db)
        or _best(found, "near")
        or _by_likeness(seen, db)
    )


def match_address(seen: Sighting, stored: StoredArticle) -> Duplicate | None:
    """Return what a sighting is to an article that one of its addresses leads to, None for another story."""
    if seen.content_hash == stored.content_hash:
        return Duplicate(article_id=stored.id, kind="same" if is_at_home(seen, stored) else "exact")
    alike = similarity(seen.article.body, stored.body)
    if alike < SAME_STORY:
        return None
    if speaks_for(seen, stored):
        return Duplicate(article_id=stored.id, kind="same")
    return Duplicate(article_id=stored.id, kind="near", similarity=alike)


def _best(found: list[Duplicate], kind: Literal["same", "exact", "near"]) -> Duplicate | None:
    return max(
        (match for match in found if match.kind == kind), key=lambda match: match.similarity, default=None
    )


def _by_content(seen: Sighting, db: Database) -> Duplicate | None:
    short = seen.word_count < SHORT
    title = fold(seen.article.title or "")
    for article_id in with_text(db, seen.content_hash):
        stored = find_article(db, article_id)
        if stored and (not short or fold(stored.title) == title):
            return Duplicate(article_id=stored.id, kind="exact")
    return None


def _known_copy(seen: Sighting, db: Database) -> Duplicate | None:
    """Return what the page was before, as long as its text is the same and the article's is not another story now."""
    known = known_copy(db, seen.url, seen.content_hash)
    return known if known and known.similarity >= SAME_STORY else None


def _by_likeness(seen: Sighting, db: Database) -> Duplicate | None:
    """Return the likest of the articles that the file's index gives, compared as whole texts."""
    telling = telling_of(seen)
    found = []
    for article_id in candidates(db, seen.article.body):
        stored = find_article(db, article_id)
        alike = similarity(seen.article.body, stored.body) if stored else 0.0
        if stored and alike >= NEAR and not is_series(telling, telling_of_stored(stored)):
            found.append(Duplicate(article_id=stored.id, kind="near", similarity=alike))
    return _best(found, "near")


class DeduplicatePipeline:
    """Scrapy item pipeline: `deduplicate` for visits, so that later steps see what is new; others pass as they are.

    Its word is a forecast: storing looks again within its own transaction, since another item may come between.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from settings: COPYDESK_DB and COPYDESK_COMMAND."""
        from pipelines.sharing import shared_store  # noqa: PLC0415 - sharing builds on the store, which builds on this

        return cls(shared_store(crawler))

    def process_item(self, item: object) -> object:
        """Return the item with its duplicate."""
        return self.store.find_duplicate(item) if isinstance(item, Visit) else item
