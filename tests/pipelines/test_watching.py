"""What `check` reads: bounded by indexes, whatever the file's size; and how articles of a site are put into parts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from old_files import insert_article, version_1
from watched_file import END, SITE, WatchedFile

from pipelines.check import all_figures, check, tallies
from pipelines.database import watching
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.watching import Sampled
from pipelines.store import Store
from pipelines.watch.thresholds import Thresholds

BOUNDS = {"site": SITE, "since": "2026-06-01T00:00:00Z", "until": "2026-06-30T00:00:00Z", "most": 60}


def steps(store: Store, sql: str) -> list[str]:
    return [row[3] for row in store.db.execute(f"EXPLAIN QUERY PLAN {sql}", BOUNDS).fetchall()]


def test_counting_reads_the_index_alone(store: Store) -> None:
    plan = steps(store, watching.ARRIVALS)
    assert (
        "USING COVERING INDEX articles_by_first_seen (site=? AND first_seen_at>? AND first_seen_at<?)"
        in plan[0]
    )


def test_only_articles_of_the_sample_are_read(store: Store) -> None:
    plan = steps(store, watching.SAMPLE)
    assert any("COVERING INDEX articles_by_first_seen (site=?" in step for step in plan)
    assert any("articles USING INTEGER PRIMARY KEY (rowid=?)" in step for step in plan)
    assert not any(step.startswith("SCAN articles") for step in plan)


def test_an_older_file_gets_the_index(path: Path) -> None:
    with version_1(path) as db:
        insert_article(db, 1, "https://news.example/a")
    open_database(path).close()
    db = open_readonly(path)
    assert "articles_by_first_seen" in {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
    db.close()


def test_of_each_day_the_last_articles_are_looked_at(path: Path) -> None:
    file = WatchedFile(path)
    file.day(1, 5)
    file.day(0, 4)
    file.close()
    db = open_readonly(path)
    rows = list(watching.sample(db, SITE, "2026-06-01T00:00:00Z", "2026-06-30T06:30:00Z", 3))
    db.close()
    assert sorted((row.age, row.title) for row in rows) == [
        *((0, f"Story {number}") for number in (7, 8, 9)),
        *((1, f"Story {number}") for number in (3, 4, 5)),
    ]
    assert rows[0].filled == watching.SAMPLED_FIELDS


def test_an_address_that_fails_at_every_run_of_a_day_is_one(path: Path) -> None:
    file = WatchedFile(path)
    for articles in (4, 0, 2):
        file.day(0, articles, outcomes={"failed": 5, "not_article": 1})
    file.close()
    db = open_readonly(path)
    found = watching.outcomes_by_day(db, "2026-06-01T00:00:00Z", "2026-06-30T06:30:00Z")[SITE]
    (figures,) = all_figures(db, "2026-06-30T06:30:00Z")
    db.close()
    assert found.by_day[0]["failed"] == (15, 5)
    (day,) = figures.days
    assert (day.outcomes["failed"], day.outcomes["not_article"], day.articles) == (5, 3, 6)


def test_a_check_looks_no_further_than_its_moment(path: Path) -> None:
    file = WatchedFile(path)
    for age in range(30, -1, -1):
        file.day(age, 20 if age > 2 else 0)
    file.close()
    db = open_readonly(path)
    then = check(db, Thresholds(), datetime(2026, 6, 27, 12, tzinfo=UTC))
    assert (then.last_run, then.is_broken) == ("2026-06-27T06:30:00Z", False)
    assert check(db, Thresholds(), END).is_broken
    db.close()


def sampled(url: str, section: str | None = None, words: int = 500, title: str | None = None) -> Sampled:
    return Sampled(0, url, title or url, section, words, ("authors",))


@pytest.mark.parametrize(
    ("url", "section", "part"),
    [
        ("https://news.example/sport/a-{}", "Culture", "/sport/"),
        ("https://news.example/2026/06/a-{}", "Culture", "Culture"),
        ("https://news.example/a-{}", "Culture", "Culture"),
        ("https://news.example/a-{}", None, None),
    ],
)
def test_a_part_is_the_folder_of_the_address_or_the_section(
    url: str, section: str | None, part: str | None
) -> None:
    _, parts = tallies([sampled(url.format(number), section) for number in range(10)])
    assert list(parts.get(0, {})) == ([part] if part else [])


def test_few_articles_are_no_part() -> None:
    assert tallies([sampled(f"https://news.example/sport/{n}") for n in range(9)])[1] == {}


def test_texts_and_headlines_count_beside_the_others() -> None:
    rows = [
        sampled("a", title="Same"),
        sampled("b", title="Same"),
        sampled("c", words=249),
        sampled("d", words=250),
        sampled("e"),
    ]
    whole, _ = tallies(rows)
    assert whole[0].articles == 5
    assert whole[0].filled == {"authors": 5, "title": 3, "body": 4}
    assert whole[0].words == 1999
