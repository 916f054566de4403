"""When a stored article's page is looked at again: a visit as it ended in, the same with its next check out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sqlite_utils import Database

from crawler.instant import parse_instant
from crawler.items import Outcome, Visit
from crawler.schedule import Look, next_look
from pipelines.database.articles import standing

LOOKED_AT: Final[frozenset[Outcome]] = frozenset({"article", "copy", "unchanged"})


def scheduled(db: Database, visit: Visit, article_id: int | None, *, is_changed: bool) -> Visit:
    """Return the visit with `next_check_at` as its `rechecks` and what is stored of the article say.

    Without `rechecks`, and for what led to no article, it stays as it is.
    """
    now = parse_instant(visit.fetched_at)
    if visit.rechecks is None or article_id is None or now is None or visit.outcome not in LOOKED_AT:
        return visit
    stored = standing(db, article_id)
    article = visit.article
    look = Look(
        dates=(article.modified_at, article.published_at)
        if article
        else (stored.modified_at, stored.published_at),
        is_changed=is_changed,
        is_steady=visit.outcome == "unchanged" and stored.revision == 1,
    )
    return replace(visit, next_check_at=next_look(look, now, visit.rechecks))
