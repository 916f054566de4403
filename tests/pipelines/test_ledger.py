from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from store_samples import HARBOUR, TIDES, answer, link, visit

from pipelines.database.ledger import Ledger
from pipelines.store import Store

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
FRONT = "https://news.example/"


def test_a_file_that_is_not_there_yet_knows_nothing(path: Path) -> None:
    ledger = Ledger(path)
    assert (ledger.is_known(HARBOUR), ledger.is_due(HARBOUR, NOON), ledger.validators(HARBOUR)) == (
        False,
        True,
        None,
    )
    with Store(path, command="test") as store:
        store.put(visit(HARBOUR))
        store.flush()
        assert ledger.is_known(HARBOUR), "it sees what is stored while the crawl runs"
    ledger.close()


@pytest.mark.parametrize("url", [HARBOUR, "http://www.news.example/2025/harbour/?utm_source=x"])
@pytest.mark.parametrize(
    ("next_check_at", "due"),
    [
        (None, True),
        ("2026-01-02T12:00:00Z", True),
        ("2026-01-02T12:00:01Z", False),
        ("9999-12-31T23:59:59Z", False),
    ],
)
def test_an_address_is_due_in_every_spelling_alike(
    store: Store, path: Path, url: str, next_check_at: str | None, due: bool
) -> None:
    store.put(visit(HARBOUR, next_check_at=next_check_at))
    store.flush()
    ledger = Ledger(path)
    assert (ledger.is_known(url), ledger.is_due(url, NOON)) == (True, due)


def test_the_latest_answer_counts(store: Store, path: Path) -> None:
    ledger = Ledger(path)
    store.put(answer(FRONT, "listing", etag='"a"', last_modified="Fri, 02 Jan 2026 00:00:00 GMT"))
    store.flush()
    assert ledger.validators(FRONT) == ('"a"', "Fri, 02 Jan 2026 00:00:00 GMT")
    store.put(answer(FRONT, "failed", status=503, day=2))
    store.flush()
    assert ledger.validators(FRONT) == ('"a"', "Fri, 02 Jan 2026 00:00:00 GMT")
    store.put(answer(FRONT, "listing", day=3))
    store.flush()
    assert ledger.validators(FRONT) is None


def test_related_links_are_those_of_the_article_that_the_address_leads_to(store: Store, path: Path) -> None:
    elsewhere = "https://news.example/old"
    links = (link(TIDES), link(None), link("https://news.example/x"))
    store.put(visit(HARBOUR, related=links, aliases=(elsewhere,)))
    store.put(visit("http://news.example/2025/harbour", "bridge", related=(link("https://news.example/y"),)))
    store.put(answer(FRONT, "listing"))
    store.flush()
    ledger = Ledger(path)
    for url in (HARBOUR, elsewhere, f"{elsewhere}/?utm_source=x"):
        assert ledger.related_links(url) == (TIDES, "https://news.example/x")
    assert ledger.related_links("http://news.example/2025/harbour") == ("https://news.example/y",)
    assert ledger.related_links(FRONT) == ledger.related_links("https://news.example/unknown") == ()


def test_validators_are_of_exactly_this_address(store: Store, path: Path) -> None:
    store.put(visit(HARBOUR, etag='"a"', aliases=("https://news.example/old",)))
    store.flush()
    ledger = Ledger(path)
    assert ledger.validators("http://news.example/2025/harbour") is None
    assert ledger.validators("https://news.example/old") is None


def test_the_articles_of_a_site_that_are_due_are_those_read_there_newest_first(
    store: Store, path: Path
) -> None:
    due, later = "2026-01-02T11:00:00Z", "2026-01-02T13:00:00Z"
    store.put(visit(HARBOUR, published_at="2025-12-01", next_check_at=due))
    store.put(visit(TIDES, "tides", published_at="2025-12-02T08:00:00Z", next_check_at=due))
    store.put(visit("https://other.example/bridge", "bridge", next_check_at=due))
    store.put(visit("https://news.example/orchard", "orchard", next_check_at=later))
    store.put(visit("https://news.example/reprint", "harbour", published_at="2025-12-09", next_check_at=due))
    store.flush()
    ledger = Ledger(path)
    assert ledger.due_articles("news.example", NOON) == ((TIDES, "2025-12-02"), (HARBOUR, "2025-12-01"))
    assert [url for url, _ in ledger.due_articles("other.example", NOON)] == ["https://other.example/bridge"]
    assert ledger.due_articles("third.example", NOON) == ()
    ledger.close()
    assert Ledger(path).due_articles("news.example", NOON.replace(month=4)) == ()


def test_no_more_articles_of_a_site_are_due_in_a_run_than_a_bound(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.database.ledger.MOST_DUE", 1)
    for url, story in ((HARBOUR, "harbour"), (TIDES, "tides"), ("https://other.example/bridge", "bridge")):
        store.put(visit(url, story, next_check_at="2026-01-02T11:00:00Z"))
    store.flush()
    ledger = Ledger(path)
    assert [len(ledger.due_articles(site, NOON)) for site in ("news.example", "other.example")] == [1, 1]
