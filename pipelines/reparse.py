"""An archived page that was parsed again in; what is stored of it brought up to date, and what changed, out.

It is the parser that changed and not the page: times, revisions and addresses stay, and no text is given up for none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from crawler.items import Duplicate, Visit
from pipelines.database import articles, copies, pages, related
from pipelines.database.articles import StoredArticle
from pipelines.database.copies import StoredCopy
from pipelines.deduplicate import deduplicate
from pipelines.identity import Sighting, sighting_of
from pipelines.record import Recorder, likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Reparsed:
    """A page as it ended, and what changed of its record."""

    visit: Visit
    """`article` or `copy` where the record changed or is new, `unchanged`, or what was found in place of an article."""
    changed: tuple[str, ...] = ()
    """Fields of the record that are others now; empty for a new one."""
    added: Counter[str] = field(default_factory=Counter)
    """`reparsed`, or what a new record adds."""
    kept: str | None = None
    """The record that keeps what it has, since no article was found. Example: `article 7`."""


@dataclass(frozen=True, slots=True)
class Reparser:
    """Brings records up to date for one run; each `record` belongs within one transaction."""

    db: Database
    recorder: Recorder

    def record(self, visit: Visit) -> Reparsed:
        """Give what is stored of the visit's address the fields that came of parsing it again.

        What no record is there for, and what is an article now, is stored as if it had just been met.
        """
        stored, copy = articles.article_read_at(self.db, visit.url), copies.copy_at(self.db, visit.url)
        seen = sighting_of(visit)
        if seen is None:
            return Reparsed(visit=visit, kept=_name(stored, copy))
        if stored:
            return self._article(visit, seen, stored)
        visit = deduplicate(visit, self.db)
        if copy and visit.duplicate and visit.duplicate.article_id == copy.article_id:
            return self._copy(visit, seen, copy)
        recorded = self.recorder.record(visit)
        return Reparsed(visit=recorded.visit, added=recorded.added)

    def _article(self, visit: Visit, seen: Sighting, stored: StoredArticle) -> Reparsed:
        changed = articles.differing(self.db, stored.id, seen.article)
        if changed:
            self.recorder.replace_text(seen, stored)
        if not related.has_links(self.db, stored.id, seen.article.related):
            related.replace_links(self.db, stored.id, seen.article.related)
            articles.tell_again(self.db, stored.id)
            changed.append("related")
        if pages.name_canonical(self.db, seen.url, self.recorder.canonical(visit, stored.id)):
            changed.append("canonical_url")
        same = Duplicate(article_id=stored.id, kind="same")
        return _ended(replace(visit, duplicate=same), changed, f"article {stored.id}")

    def _copy(self, visit: Visit, seen: Sighting, copy: StoredCopy) -> Reparsed:
        stored = articles.article_by_id(self.db, copy.article_id)
        is_exact = seen.content_hash == stored.content_hash
        duplicate = Duplicate(
            article_id=stored.id, kind="exact" if is_exact else "near", similarity=likeness(seen, stored)
        )
        changed = copies.differing(self.db, copy.url, seen.article, duplicate)
        if changed:
            copies.record_copy(self.db, copy.url, seen.article, duplicate, copy.seen_at)
        if pages.name_canonical(self.db, seen.url, self.recorder.canonical(visit, stored.id)):
            changed.append("canonical_url")
        outcome = _ended(visit, changed, f"copy of article {stored.id}")
        return replace(outcome, visit=replace(outcome.visit, outcome="copy")) if changed else outcome


def _name(stored: StoredArticle | None, copy: StoredCopy | None) -> str | None:
    if stored:
        return f"article {stored.id}"
    return f"the copy of article {copy.article_id}" if copy else None


def _ended(visit: Visit, changed: list[str], what: str) -> Reparsed:
    if not changed:
        return Reparsed(visit=replace(visit, outcome="unchanged", reason=f"{what} as it was"))
    reason = f"{what}, changed: {', '.join(changed)}"
    return Reparsed(visit=replace(visit, reason=reason), changed=tuple(changed), added=Counter(reparsed=1))
