from datetime import UTC, datetime, timedelta

import pytest

from crawler.discovery.instant import parse_instant
from crawler.discovery.schedule import NEVER, next_check
from crawler.items import Article, Outcome, Visit
from crawler.text import utc_text

NOW = datetime(2025, 8, 9, 12, tzinfo=UTC)


def visit(outcome: Outcome, published: datetime | None = None, **given: str) -> Visit:
    article = Article(url="https://news.example/a", published_at=utc_text(published)) if published else None
    return Visit(
        url="https://news.example/a",
        outcome=outcome,
        reason="",
        fetched_at=utc_text(NOW),
        article=article,
        **given,
    )


@pytest.mark.parametrize("outcome", ["listing", "feed", "sitemap", "failed", "disallowed"])
def test_sources_and_failures_are_due_at_the_next_run(outcome: Outcome) -> None:
    assert next_check(visit(outcome), NOW) is None


def test_an_article_is_looked_at_ever_more_rarely_and_then_never() -> None:
    ages = (
        timedelta(hours=1),
        timedelta(hours=12),
        timedelta(days=2),
        timedelta(days=10),
        timedelta(days=40),
    )
    checks = [parse_instant(next_check(visit("article", NOW - age), NOW)) for age in ages]
    waits = [check - NOW for check in checks if check]
    assert waits == sorted(set(waits))
    assert len(waits) == len(ages)
    assert next_check(visit("article", NOW - timedelta(days=100)), NOW) == NEVER


def test_without_a_date_the_header_counts_and_without_that_a_week() -> None:
    fresh = next_check(visit("unchanged", last_modified="Sat, 09 Aug 2025 11:00:00 GMT"), NOW)
    assert fresh == utc_text(NOW + timedelta(hours=2))
    assert next_check(visit("unchanged"), NOW) == utc_text(NOW + timedelta(days=7))


def test_what_is_no_article_is_looked_at_rarely() -> None:
    assert next_check(visit("not_article"), NOW) == utc_text(NOW + timedelta(days=7))
    assert next_check(visit("rejected"), NOW) == utc_text(NOW + timedelta(days=30))
