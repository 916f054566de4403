"""Step one of an item's way: a visit in; the same one out, or rejected with the rule that its article broke."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crawler.items import Article, Visit
from crawler.urls import MAX_LENGTH
from pipelines.database.rows import storable
from pipelines.fingerprint import fingerprint

# What is longer is no article but a mistake of extraction or an attack: the longest read of the trade, a book
# serialised on one page, has about 1.5 million characters.
LONGEST = {"title": 2_000, "description": 20_000, "body": 4_000_000, "body_markdown": 16_000_000}
MOST = {"authors": 500, "tags": 2_000, "pull_quotes": 1_000, "related": 2_000}
# The date line: at any moment it is tomorrow already somewhere.
TOMORROW = timedelta(days=1)


def validate(visit: Visit, *, now: datetime | None = None) -> Visit:
    """Return the visit ready for the next step.

    An article that cannot be stored makes the visit `rejected`, with the reason, and is dropped; an article that the
    outcome does not speak of is dropped too; an article without an address gets the one it was read at. `now` bounds
    its dates; without it the present moment does.
    """
    visit = _with_storable_addresses(visit)
    if visit.outcome != "article":
        return visit if visit.article is None else replace(visit, article=None)
    if visit.article is None:
        return replace(visit, outcome="rejected", reason="said to be an article, but none came with it")
    article = _comparable(visit.article, visit.url)
    fault = _fault(article, now or datetime.now(UTC))
    if fault:
        return replace(visit, outcome="rejected", reason=fault, article=None)
    return visit if article is visit.article else replace(visit, article=article)


def _with_storable_addresses(visit: Visit) -> Visit:
    """Return the visit with addresses as the file will hold them, so that looking them up finds them."""
    url, aliases = storable(visit.url), tuple(storable(alias) for alias in visit.aliases)
    return visit if (url, aliases) == (visit.url, visit.aliases) else replace(visit, url=url, aliases=aliases)


def _comparable(article: Article, read_at: str) -> Article:
    """Return the article with the address and the headline that it will be compared by, as the file will hold them."""
    url, title = storable(article.url or read_at), storable(article.title or "") or None
    same = (url, title) == (article.url, article.title)
    return article if same else replace(article, url=url, title=title)


def _fault(article: Article, now: datetime) -> str | None:
    """Return the first rule that the article breaks, None when it may be stored."""
    return _missing(article) or _oversized(article) or _misdated(article, now)


def _missing(article: Article) -> str | None:
    if not (article.title or "").strip():
        return "no headline found"
    if not fingerprint(article.body).word_count:
        return "no text found"
    return None


def _oversized(article: Article) -> str | None:
    if len(article.url or "") > MAX_LENGTH:
        return f"address of over {MAX_LENGTH:,} characters"
    for field, most in LONGEST.items():
        if len(getattr(article, field) or "") > most:
            return f"{field} of over {most:,} characters"
    for field, most in MOST.items():
        if len(getattr(article, field)) > most:
            return f"over {most:,} entries in {field}"
    return None


def _misdated(article: Article, now: datetime) -> str | None:
    for field in ("published_at", "modified_at"):
        text = getattr(article, field)
        if text is None:
            continue
        day = _day(text)
        if day is None:
            return f"{field} is no ISO 8601 date: {text[:40]!r}"
        if day > (now + TOMORROW).date():
            return f"{field} lies in the future: {text}"
    return None


def _day(text: str) -> date | None:
    """Return the day of an ISO 8601 date or date and time, as the page gives it; None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
    except ValueError:
        return None


class ValidatePipeline:
    """Scrapy item pipeline: `validate` for visits; other items pass as they are."""

    def process_item(self, item: object) -> object:
        """Return the validated item."""
        return validate(item) if isinstance(item, Visit) else item
