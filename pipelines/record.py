"""A validated, deduplicated visit in; its rows in the file, and how it ended, out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from crawler.items import Duplicate, Outcome, Visit
from crawler.text import fold
from crawler.urls import address_key
from pipelines.database import articles, bands, copies, pages, related, renditions, revisions
from pipelines.database.articles import StoredArticle
from pipelines.database.lastmods import count_lastmod
from pipelines.due import LOOKED_AT, scheduled
from pipelines.failing import put_off
from pipelines.gone import judged
from pipelines.identity import Sighting, points_to, sighting_of, speaks_for
from pipelines.near_original import account_of, account_of_stored, why_original
from pipelines.similarity import similarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A visit as it ended, and what was added to the file by it."""

    visit: Visit
    article_id: int | None = None
    added: Counter[str] = field(default_factory=Counter)
    """`articles_new`, `revisions`, `related_links`, `redirects`."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes visits for one run; each `record` belongs within one transaction."""

    db: Database
    run_id: int

    def record(self, visit: Visit) -> Recorded:
        """Write the visit and everything that belongs to it."""
        visit = put_off(self.db, judged(self.db, visit))
        recorded = self._answer(visit) if visit.article is None else self._article(visit)
        article_id = recorded.article_id
        canonical = self.canonical(visit, article_id) if article_id is not None else None
        is_changed = bool(recorded.added["revisions"])
        if visit.said_by and recorded.visit.outcome in LOOKED_AT:
            count_lastmod(self.db, visit.said_by, proved=is_changed)
        ended = scheduled(self.db, recorded.visit, article_id, is_changed=is_changed)
        recorded.added["redirects"] += pages.record_page(self.db, ended, article_id, self.run_id, canonical)
        return replace(recorded, visit=ended)

    def canonical(self, visit: Visit, article_id: int) -> str | None:
        """Return the other address that the page names as its article's, unless that is another story's."""
        seen = sighting_of(visit)
        if seen is None or address_key(seen.claimed_url) == address_key(seen.url):
            return None
        holders = articles.articles_with_key(self.db, address_key(seen.claimed_url))
        return None if any(holder.id != article_id for holder in holders) else seen.claimed_url

    def _answer(self, visit: Visit) -> Recorded:
        """Take note of an answer without an article; 'not modified' still says that the article is there.

        A page that redirects to what is known was not read (no status) and says nothing of it.
        """
        article_id = None
        if visit.outcome == "unchanged":
            article_id = pages.article_of_page(self.db, visit.url) or renditions.article_id(
                self.db, visit.url
            )
        if article_id is not None and visit.status is not None:
            articles.touch(self.db, article_id, visit.fetched_at)
        return Recorded(visit=visit, article_id=article_id)

    def _article(self, visit: Visit) -> Recorded:
        seen, duplicate = sighting_of(visit), visit.duplicate
        if seen is None or duplicate is None:
            return self._new(visit)
        stored = articles.article_by_id(self.db, duplicate.article_id)
        if duplicate.kind != "same":
            return self._copy(visit, seen, stored, duplicate)
        if not _is_changed(seen, stored):
            return self._unchanged(visit, seen, stored)
        return self._changed(visit, seen, stored)

    def _new(self, visit: Visit) -> Recorded:
        """Store an article under the address it claims, or, where that is another story's, the one it was read at."""
        article = visit.article
        assert article is not None  # noqa: S101 - `record` has looked
        claimed = article.url or visit.url
        holders = self._holders(claimed)
        url = visit.url if holders else claimed
        self._make_room(url)
        article_id = articles.insert_article(
            self.db, replace(article, url=url), visit.url, visit.fetched_at, self.run_id
        )
        bands.add(self.db, article_id, article.body)
        copies.forget_copy(self.db, visit.url)
        links = related.replace_links(self.db, article_id, article.related)
        if url != claimed:
            story = f"claims the address of article {holders[0].id}, which is another story"
            reason = f"{visit.reason}; {story}, so it is kept under its own"
            visit = replace(visit, reason=reason)
        return Recorded(
            visit=visit, article_id=article_id, added=Counter(articles_new=1, related_links=links)
        )

    def _make_room(self, url: str) -> None:
        """Send home the articles that only claimed this address: its own page has come."""
        for holder in articles.articles_with_key(self.db, address_key(url)):
            if holder.url == url or address_key(holder.fetched_url) != holder.address_key:
                self._send_home(holder)

    def _send_home(self, holder: StoredArticle) -> None:
        """Move an article to the address it was read at; those are unique, so a chain of moves comes to an end."""
        occupant = articles.article_at(self.db, holder.fetched_url)
        if occupant and occupant.id != holder.id:
            self._send_home(occupant)
        articles.move(self.db, holder.id, holder.fetched_url)
        pages.forget_canonical(self.db, holder.fetched_url)

    def _unchanged(self, visit: Visit, seen: Sighting, stored: StoredArticle) -> Recorded:
        articles.touch(self.db, stored.id, visit.fetched_at)
        self._settle(seen, stored)
        return _ended(visit, "unchanged", f"text unchanged (article {stored.id})", stored)

    def _changed(self, visit: Visit, seen: Sighting, stored: StoredArticle) -> Recorded:
        """Keep both texts; which of them the article has from now on is decided by when they were there."""
        if self._is_known(visit, seen, stored):
            return _ended(visit, "unchanged", f"earlier text of article {stored.id}, kept already", stored)
        articles.count_revision(self.db, stored.id)
        articles.touch(self.db, stored.id, visit.fetched_at)
        if visit.fetched_at < stored.last_seen_at:
            revisions.keep_earlier_text(self.db, stored, seen.article, visit.fetched_at, self.run_id)
            reason = f"earlier text of article {stored.id}: kept as revision {stored.revision}, the later one stays"
            return _ended(visit, "article", reason, stored, Counter(revisions=1))
        revisions.keep_stored_text(self.db, stored, self.run_id)
        self.replace_text(seen, stored)
        self._settle(seen, stored)
        links = related.replace_links(self.db, stored.id, seen.article.related)
        what = "headline" if seen.content_hash == stored.content_hash else "text"
        reason = (
            f"changed {what} of article {stored.id}: revision {stored.revision + 1}, the earlier one is kept"
        )
        return _ended(visit, "article", reason, stored, Counter(revisions=1, related_links=links))

    def replace_text(self, seen: Sighting, stored: StoredArticle) -> None:
        """Give the article its new text; where it is found by, and what its copies are to it, follow."""
        articles.replace_text(self.db, stored.id, seen.article)
        if seen.content_hash != stored.content_hash:
            former = (stored.content_hash, stored.body)
            bands.replace(self.db, stored.id, former, seen.article.body)
            copies.compare_again(self.db, stored, seen.article.body)

    def _is_known(self, visit: Visit, seen: Sighting, stored: StoredArticle) -> bool:
        """Tell whether an earlier revision was met again, and not a page that went back to its earlier text.

        Only an answer of the web (it has a status) that is later than the stored text shows a page going back; a file
        on disk may lie there since before.
        """
        if visit.status is not None and visit.fetched_at > stored.last_seen_at:
            return False
        return revisions.has_revision(self.db, stored.id, seen.article.title or "", seen.content_hash)

    def _settle(self, seen: Sighting, stored: StoredArticle) -> None:
        """Let an article be read at its own address from now on; where it was read before is a copy then."""
        if seen.url == stored.fetched_url or not speaks_for(seen, stored):
            return
        elsewhere = address_key(stored.fetched_url) != stored.address_key
        if elsewhere and stored.fetched_url not in seen.aliases:
            copies.record_former_address(self.db, stored, stored.fetched_url, likeness(seen, stored))
        articles.read_at(self.db, stored.id, seen.url)

    def _copy(self, visit: Visit, seen: Sighting, stored: StoredArticle, duplicate: Duplicate) -> Recorded:
        what = "same text" if duplicate.kind == "exact" else f"{duplicate.similarity:.0%} of the text"
        if copies.known_copy(self.db, visit.url, seen.content_hash) == duplicate:
            return _ended(visit, "unchanged", f"{what} as article {stored.id}, a copy known already", stored)
        why = why_original(account_of(seen, visit.fetched_at), account_of_stored(stored))
        if why and not points_to(seen, stored):
            return self._change_places(visit, seen, stored, f"{what} as article {stored.id}, {why}")
        copies.record_copy(self.db, visit.url, seen.article, duplicate, visit.fetched_at)
        return _ended(visit, "copy", f"{what} as article {stored.id}", stored)

    def _change_places(self, visit: Visit, seen: Sighting, stored: StoredArticle, what: str) -> Recorded:
        """Make the original, which came later, the article under the same id; what was the article is its copy then."""
        url = visit.url if self._holders(seen.claimed_url) else seen.claimed_url
        self._make_room(url)
        is_changed = seen.content_hash != stored.content_hash or not _same_title(seen, stored)
        if is_changed:
            revisions.keep_stored_text(self.db, stored, self.run_id)
            articles.count_revision(self.db, stored.id)
        copies.forget_copy(self.db, visit.url)
        self.replace_text(seen, stored)
        articles.move(self.db, stored.id, url)
        articles.read_at(self.db, stored.id, visit.url)
        articles.touch(self.db, stored.id, visit.fetched_at)
        # By key: the page at another spelling of the address that it claimed is the same page.
        former = {stored.address_key: stored.url, address_key(stored.fetched_url): stored.fetched_url}
        for address in former.values():
            copies.record_former_address(self.db, stored, address, likeness(seen, stored))
        pages.give_way(
            self.db, stored.id, former, f"{what[: what.index(' as article')]} as its original, {url}"
        )
        links = related.replace_links(self.db, stored.id, seen.article.related)
        added = Counter(revisions=int(is_changed), related_links=links)
        return _ended(visit, "article", f"{what}: the original, they change places", stored, added)

    def _holders(self, url: str) -> list[StoredArticle]:
        return articles.articles_with_key(self.db, address_key(url))


def _is_changed(seen: Sighting, stored: StoredArticle) -> bool:
    """Tell whether the text is another one, or, where the page speaks for the article, the headline."""
    if seen.content_hash != stored.content_hash:
        return True
    return speaks_for(seen, stored) and not _same_title(seen, stored)


def _same_title(seen: Sighting, stored: StoredArticle) -> bool:
    return fold(seen.article.title or "") == fold(stored.title)


def likeness(seen: Sighting, stored: StoredArticle) -> float:
    """Return the similarity of the texts; 1 for the same text only."""
    same_text = seen.content_hash == stored.content_hash
    return 1.0 if same_text else similarity(seen.article.body, stored.body)


def _ended(
    visit: Visit, outcome: Outcome, reason: str, stored: StoredArticle, added: Counter[str] | None = None
) -> Recorded:
    ended = replace(visit, outcome=outcome, reason=reason)
    return Recorded(visit=ended, article_id=stored.id, added=added or Counter())
