from __future__ import annotations

from datetime import UTC, datetime

import pytest
from store_samples import HARBOUR, TIDES, answer, link, visit

from pipelines.validate import validate

NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)

REJECTED = [
    ({"title": None}, "no headline found"),
    ({"title": " \n"}, "no headline found"),
    ({"body": " – ! \n"}, "no text found"),
    ({"claims": "https://news.example/" + "a" * 2_000}, "address of over 2,000 characters"),
    ({"title": "a" * 2_001}, "title of over 2,000 characters"),
    ({"body": "word " * 800_001}, "body of over 4,000,000 characters"),
    ({"related": (link(TIDES),) * 2_001}, "over 2,000 entries in related"),
    ({"published_at": "2026-01-04"}, "published_at lies in the future: 2026-01-04"),
    ({"modified_at": "2027-01-01T00:00:00Z"}, "modified_at lies in the future: 2027-01-01T00:00:00Z"),
    ({"published_at": "9 August"}, "published_at is no ISO 8601 date: '9 August'"),
]


@pytest.mark.parametrize(("values", "reason"), REJECTED, ids=[reason for _, reason in REJECTED])
def test_what_cannot_be_stored_is_rejected_with_the_rule(values: dict[str, object], reason: str) -> None:
    end = validate(visit(**values), now=NOW)
    assert (end.outcome, end.reason, end.article) == ("rejected", reason, None)


ACCEPTED = [
    {"published_at": "2026-01-03"},  # tomorrow, which it is already somewhere
    {"published_at": None},
    {"published_at": "2025-08-09T07:30:00+02:00"},
    {"title": "a" * 2_000},
]


@pytest.mark.parametrize("values", ACCEPTED)
def test_what_can_be_stored_passes_as_it_is(values: dict[str, object]) -> None:
    one = visit(**values)
    assert validate(one, now=NOW) == one


def test_an_article_without_an_address_gets_the_one_it_was_read_at() -> None:
    article = validate(visit(HARBOUR, claims=None), now=NOW).article
    assert article
    assert article.url == HARBOUR


def test_said_to_be_an_article_without_one() -> None:
    assert validate(answer(HARBOUR, "article")).outcome == "rejected"


def test_an_article_that_the_outcome_does_not_speak_of_is_dropped() -> None:
    end = validate(visit(outcome="listing"))
    assert (end.outcome, end.article) == ("listing", None)
