"""Searching for what many articles hold: bounded by the newest, and else ranked as SQLite ranks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database
from store_samples import visit

from pipelines.database.ranking import Bounds
from pipelines.database.search import search
from pipelines.database.selection import Selection
from pipelines.store import Store

SMALL = Bounds(ranked=10, large=20)
ARTICLES = 40
# By their numbers: what stands in all articles, in every other one, in few.
EVERY_FOURTH = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40]


def text(number: int) -> str:
    """Forty texts of as many words: 'town' stands in all, 'ferry' in one of three, 'quay' in one of four."""
    words = ["town", "ferry" if number % 3 == 0 else "lorry", "quay" if number % 4 == 0 else "road"]
    words.append("港の町" if number % 3 == 0 else "plain")
    own = [f"{word}{number}" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
    return " ".join([*own, *words, *reversed(own)])


@pytest.fixture
def db(store: Store) -> Database:
    for number in range(1, ARTICLES + 1):
        title = {7: "The town", 38: "The town again", 30: "By ferry"}.get(number, f"No {number}")
        day = f"2025-08-{number % 28 + 1:02d}"
        url = f"https://paper{number % 2}.example/{number}"
        store.put(visit(url, title=title, body=text(number), published_at=day))
    assert [row[0] for row in store.db.execute("SELECT id FROM articles")] == list(range(1, ARTICLES + 1))
    return store.db


def ids(db: Database, query: str, bounds: Bounds = SMALL, limit: int = 40, **selected: object) -> list[int]:
    return [row["id"] for row in search(db, query, Selection(**selected), limit, bounds).rows]  # type: ignore[arg-type]


def test_few_matches_are_ranked_wherever_they_stand(db: Database) -> None:
    found = search(db, "quay", limit=40, bounds=SMALL)
    assert sorted(row["id"] for row in found.rows) == EVERY_FOURTH
    assert found.most is None, "ten match, and ten are ranked"


def test_of_many_the_newest_are_ranked_and_that_is_said(db: Database) -> None:
    found = search(db, "ferry", limit=40, bounds=SMALL)
    assert found.most == 10
    assert [row["id"] for row in found.rows] == [30, 39, 36, 33, 27, 24, 21, 18, 15, 12]


def test_what_stands_everywhere_shows_headlines_first_then_the_newest(db: Database) -> None:
    found = search(db, "town", limit=4, bounds=SMALL)
    assert found.most == 10
    assert [row["id"] for row in found.rows] == [38, 40, 39, 37], "7 is too old to be looked at"
    assert all("[town]" in row["snippet"] for row in found.rows)


def test_what_stands_everywhere_must_be_there_but_does_not_rank(db: Database) -> None:
    assert ids(db, "town ferry") == ids(db, "ferry")
    without = "replace(body, 'town', 'port'), spaced_text = replace(spaced_text, 'town', 'port')"
    db.execute(f"UPDATE articles SET body = {without} WHERE id = 33")  # noqa: S608 - our own words
    assert ids(db, "town ferry") == [30, 39, 36, 27, 24, 21, 18, 15, 12, 9]
    assert ids(db, "town zeppelin") == []
    row = search(db, "town one8", bounds=SMALL).rows[0]
    assert row["id"] == 8
    assert "[one8]" in row["snippet"]
    assert "[town]" in row["snippet"], "the passage shows all words of the query"


def test_a_small_file_ranks_by_all_words(db: Database) -> None:
    db.execute("UPDATE articles SET body = body || ' town town town' WHERE id = 35")
    assert ids(db, "town", limit=2) == [38, 40]
    assert ids(db, "town", Bounds(ranked=10, large=41), limit=2) == [38, 35]


def test_a_phrase_with_one_word_that_tells_ranks(db: Database) -> None:
    db.execute("UPDATE articles SET body = body || ' town ferry, town ferry' WHERE id = 27")
    assert ids(db, '"town ferry"', limit=3) == [27, 39, 36]


def test_a_phrase_of_what_stands_everywhere_does_not_rank_either(db: Database) -> None:
    newest = [40, 38, 37, 35, 34, 32, 31, 29, 28, 26]
    db.execute("UPDATE articles SET body = body || ' town lorry, town lorry' WHERE id = 29")
    assert ids(db, '"town lorry"') == newest
    db.execute("UPDATE articles SET title = 'A town lorry' WHERE id = 26")
    assert ids(db, '"town lorry"') == [26, *newest[:-1]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"town ferry"', [39, 36, 33, 30, 27, 24, 21, 18, 15, 12]),
        ('"ferry town"', []),
        ("ferry quay", [36, 24, 12]),
        ('town "ferry quay"', [36, 24, 12]),
        ("港", [39, 36, 33, 30, 27, 24, 21, 18, 15, 12]),
        ("町 quay", [36, 24, 12]),
        ("町港", []),
        ("town 港の町 one9", [9]),
    ],
)
def test_phrases_and_words_of_any_script_keep_their_meaning(
    db: Database, query: str, found: list[int]
) -> None:
    assert sorted(ids(db, query), reverse=True) == found


@pytest.mark.parametrize(
    ("selected", "towns", "ferries"),
    [
        (
            {"sites": ("paper1.example",)},
            [39, 37, 35, 33, 31, 29, 27, 25, 23, 21],
            [39, 33, 27, 21, 15, 9, 3],
        ),
        (
            {"sites": ("paper1.example", "paper0.example")},
            [38, 40, 39, 37, 36, 35, 34, 33, 32, 31],
            [39, 36, 33, 30, 27, 24, 21, 18, 15, 12],
        ),
        ({"sites": ("paper9.example",)}, [], []),
        ({"since": "2025-08-09", "until": "2025-08-09"}, [36, 8], [36]),
        (
            {"sites": ("paper1.example",), "until": "2025-08-10"},
            [7, 37, 35, 33, 31, 29, 9, 5, 3, 1],
            [33, 9, 3],
        ),
    ],
)
@pytest.mark.parametrize("bounds", [SMALL, replace(SMALL, few=0), replace(SMALL, walked=4)])
def test_the_newest_are_those_of_the_selection(
    db: Database, selected: dict[str, object], towns: list[int], ferries: list[int], bounds: Bounds
) -> None:
    """However many the selection has, and however few are looked through at a time."""
    assert ids(db, "town", bounds, **selected) == towns
    assert sorted(ids(db, "ferry", bounds, **selected), reverse=True) == ferries


def test_of_a_word_of_most_articles_the_newest_are_looked_through_until_there_are_enough(
    db: Database,
) -> None:
    bounds, site = replace(SMALL, walked=4), Selection(sites=("paper1.example",))
    found = search(db, "town", site, limit=1, bounds=bounds)
    assert [row["id"] for row in found.rows] == [39]
    assert found.most == 2, "40 to 37 were looked through"
    found = search(db, "town", site, limit=7, bounds=bounds)
    assert [row["id"] for row in found.rows] == [39, 37, 35, 33, 31, 29, 27]
    assert found.most == 8
    old = Selection(sites=("paper1.example",), until="2025-08-04")
    found = search(db, "town", old, limit=5, bounds=bounds)
    assert [row["id"] for row in found.rows] == [31, 29, 3, 1]
    assert found.most is None, "all were looked at"


def test_with_room_for_all_the_order_is_that_of_sqlite(db: Database) -> None:
    sql = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank, rowid DESC"
    for query in ("ferry", "town", "quay town", "one7 town", "road lorry"):
        match = " AND ".join(query.split())
        plain = [row[0] for row in db.execute(sql, (match,))]
        assert ids(db, query, Bounds()) == plain != [], query


def test_a_word_of_half_the_newest_articles_still_ranks(db: Database) -> None:
    """Only more than half is everywhere; 'road' stands in three of four, 'ferry' in one of three."""
    db.execute("UPDATE articles SET body = body || ' ferry ferry ferry' WHERE id = 21")
    assert ids(db, "road ferry", limit=2) == [30, 21]
