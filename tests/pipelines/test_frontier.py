"""What waits for its turn: rows that come and go with what is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from store_samples import HARBOUR, TIDES, answer, visit

from crawler.items import Lead, Visit
from crawler.text import utc_text
from pipelines.database import queries
from pipelines.store import Store

FRONT = "https://news.example/"
START = "news.example"
NEVER = "9999-12-31T23:59:59Z"
Rows = Callable[..., list[tuple[Any, ...]]]


def lead(url: str, *, priority: int = 100, start: str = START) -> Lead:
    return Lead(url=url, kind="article?", priority=priority, start=start, start_site="news.example")


def today(url: str, *leads: Lead, outcome: str = "listing", **values: Any) -> Visit:
    """A visit of this minute: what waits for too long is forgotten."""
    return replace(answer(url, outcome, leads=leads, **values), fetched_at=utc_text(datetime.now(UTC)))


def begin(store: Store, *starts: str, met: frozenset[str] = frozenset()) -> None:
    store.frontier.begin(starts or (START,), lambda lead: lead.url in met)


def waiting(store: Store, host: str = "news.example", start: str = START) -> list[str]:
    return [lead.url for _, lead in store.frontier.turns((start, host), 10)]


def take(store: Store, host: str = "news.example") -> str:
    row, first = store.frontier.turns((START, host), 1)[0]
    store.frontier.take(row)
    return first.url


def test_the_best_comes_first_and_of_equals_the_first_found(store: Store) -> None:
    begin(store)
    found = (lead(f"{FRONT}a"), lead(f"{FRONT}b", priority=120), lead(f"{FRONT}c"))
    store.put(today(FRONT, *found))
    assert waiting(store) == [f"{FRONT}b", f"{FRONT}a", f"{FRONT}c"]
    assert store.frontier.changed() == {(START, "news.example")}
    assert store.frontier.changed() == frozenset()


def test_spellings_of_an_address_wait_once_and_what_the_run_has_met_not_at_all(store: Store) -> None:
    begin(store, met=frozenset({TIDES}))
    store.put(answer(FRONT, "listing", leads=(lead(HARBOUR), lead(TIDES))))
    store.put(answer(f"{FRONT}sea", "listing", leads=(lead("http://www.news.example/2025/harbour/"),)))
    assert waiting(store) == [HARBOUR]
    assert store.frontier.left() == 1


def test_what_is_said_to_have_changed_waits_though_the_run_has_met_it(store: Store) -> None:
    begin(store, met=frozenset({TIDES}))
    said = replace(lead(TIDES), lastmod="2026-01-02T00:00:00Z", said_by=f"{FRONT}feed")
    store.put(answer(f"{FRONT}feed", "feed", leads=(said,)))
    assert [lead for _, lead in store.frontier.turns((START, "news.example"), 10)] == [said]


@pytest.mark.parametrize("aliases", [(), ("https://news.example/old",)])
def test_an_outcome_takes_its_address_away_and_those_that_redirect_to_it(
    store: Store, aliases: tuple[str, ...]
) -> None:
    begin(store)
    store.put(answer(FRONT, "listing", leads=tuple(map(lead, (*aliases, HARBOUR)))))
    take(store)
    store.put(visit(HARBOUR, aliases=aliases, next_check_at=NEVER))
    assert waiting(store) == []
    assert store.frontier.left() == 0


def test_what_a_killed_run_took_waits_again(path: Path) -> None:
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, lead(HARBOUR), lead(TIDES)))
        assert take(store) == HARBOUR
        assert waiting(store) == [TIDES]
        assert not store.frontier.waits(HARBOUR)
        assert store.frontier.waits("http://www.news.example/2025/tides/")
    with Store(path, command="test") as store:
        begin(store)
        assert store.frontier.changed() == {(START, "news.example")}
        assert waiting(store) == [HARBOUR, TIDES]


def test_a_source_and_a_failure_come_back_at_the_next_run_only(path: Path) -> None:
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, *map(lead, (f"{FRONT}sea", HARBOUR, TIDES))))
        for _ in range(3):
            take(store)
        store.put(answer(f"{FRONT}sea", "listing", stays=True))
        store.put(answer(HARBOUR, "failed", stays=True))
        store.put(answer(TIDES, "failed", status=404, next_check_at="2026-02-01T00:00:00Z"))
        assert store.frontier.left() == 0
    with Store(path, command="test") as store:
        begin(store)
        assert waiting(store) == [f"{FRONT}sea", HARBOUR], "what has its own time is asked when that has come"


def test_what_comes_back_at_every_run_lets_others_go_first_and_takes_turns(path: Path) -> None:
    broken, feed = lead(f"{FRONT}broken", priority=140), lead(f"{FRONT}feed", priority=60)
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, broken, lead(HARBOUR), feed))
        assert take(store) == broken.url
        store.put(answer(broken.url, "failed", stays=True))
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, broken))
        assert waiting(store) == [HARBOUR, feed.url, broken.url], "also when it is found once more"
        take(store)
        store.put(visit(HARBOUR, next_check_at=NEVER))
        take(store)
        store.put(answer(feed.url, "feed", stays=True))
    with Store(path, command="test") as store:
        begin(store)
        assert waiting(store) == [broken.url, feed.url], "what was asked longest ago"
        take(store)
        store.put(answer(broken.url, "failed", stays=True))
    with Store(path, command="test") as store:
        begin(store)
        assert waiting(store) == [feed.url, broken.url]


def test_what_failed_and_is_not_due_stays_when_it_is_not_asked(path: Path) -> None:
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, lead(HARBOUR), lead(TIDES)))
        for _ in range(2):
            take(store)
        store.put(answer(HARBOUR, "failed", status=503, stays=True, next_check_at=NEVER))
        store.put(visit(TIDES, next_check_at=NEVER))
    with Store(path, command="test") as store:
        begin(store)
        assert waiting(store) == [HARBOUR]
        take(store)
        store.frontier.drop(HARBOUR)
        assert waiting(store) == []
    with Store(path, command="test") as store:
        begin(store)
        assert waiting(store) == [HARBOUR]


def test_each_start_has_its_own_row_and_an_answer_ends_both(store: Store) -> None:
    begin(store)
    found = (lead(HARBOUR), lead(HARBOUR, start="other.example"), lead(TIDES, start="other.example"))
    store.put(today(FRONT, *found))
    assert store.frontier.left() == 1, "what only another START led to is for its run"
    take(store)
    store.put(answer(HARBOUR, "listing"))
    assert waiting(store, start="other.example") == [HARBOUR, TIDES], "there it may be a source"
    store.put(visit(HARBOUR, next_check_at=NEVER))
    assert waiting(store, start="other.example") == [TIDES]


def test_what_is_not_asked_goes_and_what_it_leads_to_comes(store: Store) -> None:
    begin(store)
    store.put(answer(FRONT, "listing", leads=(lead(HARBOUR),)))
    take(store)
    store.frontier.drop(HARBOUR, (lead(TIDES),))
    assert waiting(store) == [TIDES]


def test_what_nothing_leads_to_for_a_month_is_forgotten(store: Store, rows: Rows) -> None:
    begin(store)
    store.put(answer(FRONT, "listing", leads=(lead(HARBOUR), lead(TIDES))))
    assert store.frontier.begin((START,), lambda _: False) == 2
    assert rows("SELECT count(*) FROM frontier") == [(0,)]


def test_a_page_that_has_not_changed_keeps_its_links_from_being_forgotten(store: Store, rows: Rows) -> None:
    begin(store)
    store.put(answer(FRONT, "listing", leads=(lead(HARBOUR),)))
    store.put(answer(FRONT, "unchanged", status=304, day=9))
    assert rows("SELECT linked_at FROM frontier") == [("2026-01-09T00:00:00Z",)]


def test_links_are_there_with_the_outcome_of_their_page_or_not_at_all(
    store: Store, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(store)
    broken = lead(HARBOUR, priority=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        store.put(answer(FRONT, "listing", leads=(lead(TIDES), broken)))
    assert rows("SELECT count(*) FROM pages") == rows("SELECT count(*) FROM frontier") == [(0,)]


def test_a_run_that_has_the_id_of_a_deleted_one_asks_what_that_left(path: Path) -> None:
    with Store(path, command="test") as store:
        begin(store)
        store.put(today(FRONT, lead(HARBOUR)))
        assert take(store) == HARBOUR
        run_id = store.run_id
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM runs")
    with Store(path, command="test") as store:
        assert store.run_id == run_id
        begin(store)
        assert waiting(store) == [HARBOUR]


def test_what_waits_is_told_by_host(store: Store) -> None:
    begin(store, START, "gazette.example")
    again = lead(f"{FRONT}b", start="gazette.example")
    store.put(
        today(FRONT, *(lead(f"{FRONT}{name}") for name in "abc"), again, lead("https://third.example/a"))
    )
    take(store)
    assert queries.waiting(store.db) == [
        {"host": "news.example", "addresses": 3, "not_asked": 2},
        {"host": "third.example", "addresses": 1, "not_asked": 1},
    ]
