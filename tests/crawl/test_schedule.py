from datetime import UTC, datetime, timedelta

import pytest

from crawler.instant import parse_instant
from crawler.items import Article, Outcome, Visit
from crawler.schedule import NEVER, Look, next_check, next_look
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


STEPS = (
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(days=14), timedelta(days=7)),
    (timedelta(days=60), timedelta(days=20)),
)


def wait(age: timedelta, *, is_changed: bool = False, is_steady: bool = False) -> timedelta | None:
    look = Look(dates=(None, utc_text(NOW - age)), is_changed=is_changed, is_steady=is_steady)
    due = next_look(look, NOW, STEPS)
    moment = None if due == NEVER else parse_instant(due)
    return moment - NOW if moment else None


def test_what_changed_is_looked_at_sooner_and_what_never_did_later_within_bounds() -> None:
    hour, week, month = timedelta(hours=1), timedelta(days=10), timedelta(days=40)
    assert wait(hour) == timedelta(hours=2)
    assert wait(hour, is_changed=True) == timedelta(hours=1)
    assert wait(hour, is_steady=True) == timedelta(hours=4)
    assert wait(week, is_steady=True) == timedelta(days=14)
    assert wait(month, is_steady=True) == timedelta(days=30), "no longer than a month"
    long = Look(dates=(utc_text(NOW),), is_steady=True)
    assert next_look(long, NOW, ((hour, timedelta(days=90)),)) == utc_text(NOW + timedelta(days=90))


def test_an_old_article_is_left_alone_unless_it_changed() -> None:
    assert wait(timedelta(days=61)) is None
    assert wait(timedelta(days=61), is_steady=True) is None
    assert wait(timedelta(days=61), is_changed=True) == timedelta(days=20)


def test_a_site_that_is_never_looked_at_again_stays_so() -> None:
    assert next_look(Look(dates=(utc_text(NOW),), is_changed=True), NOW, ()) == NEVER
