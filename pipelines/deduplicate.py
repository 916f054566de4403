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
    articles_by_content,
    articles_by_keys,
)
from pipelines.identity import Sighting, is_at_home, sighting_of, speaks_for
from pipelines.similarity import similarity

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from pipelines.store import Store

# Below it two texts at one claimed address are different stories: a correction, an update or another rendition keeps
# most of its runs of five words, another story shares next to none.
SAME_STORY = 0.5
# A text this short may be a notice that many pages carry ('For subscribers only'): it is a copy only together with
# its headline.
SHORT = 50


def deduplicate(visit: Visit, db: Database) -> Visit:
    """Return the visit with `duplicate` set when the file holds its article already, else without.

    `same`: the article read at this very address before, whatever its text is now; or the same story at the article's
    own address, read there for the first time. `exact`: the same text at another address. `near`: the same story in
    other words at an address that is known for, or claims to be, the article's. A page that claims a stored article's
    address but holds another story is no duplicate.
    """
    seen = sighting_of(visit)
    return replace(visit, duplicate=_duplicate(seen, db) if seen else None)


def _duplicate(seen: Sighting, db: Database) -> Duplicate | None:
    stored = article_read_at(db, seen.url)
    if stored:
        return Duplicate(article_id=stored.id, kind="same")
    found = [match for stored in articles_by_keys(db, seen.keys) if (match := match_address(seen, stored))]
    return _best(found, "same") or _best(found, "exact") or _by_content(seen, db) or _best(found, "near")


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
    for stored in articles_by_content(db, seen.content_hash):
        if not short or fold(stored.title) == title:
            return Duplicate(article_id=stored.id, kind="exact")
    return None


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
