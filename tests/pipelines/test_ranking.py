"""Searching for what many articles hold: bounded by the newest, and else ranked as SQLite ranks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database
from store_samples import visit

from pipelines.database.matching import Bounds
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


PLAIN = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank, rowid DESC"


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("ferry", "ferry"),
        ("town", "town"),
        ("quay town", "quay AND town"),
        ("one8 town", "one8 AND town"),
        ("road lorry", "road AND lorry"),
        ('"town lorry"', '"town lorry"'),
        ('"lorry quay"', '"lorry quay"'),
        ('"ferry quay" town "quay port"', '"ferry quay" AND town AND "quay port"'),
        ("港の町", '{spaced_title spaced_text} : "港 の 町"'),
    ],
)
@pytest.mark.parametrize("selected", [{}, {"sites": ("paper0.example",)}, {"until": "2025-08-20"}])
@pytest.mark.parametrize("bounds", [Bounds(), Bounds(few=0)])
def test_with_room_for_all_the_order_is_that_of_sqlite(
    db: Database, query: str, match: str, selected: dict[str, object], bounds: Bounds
) -> None:
    """Whether they are ranked as they are found, or after that."""
    db.execute("UPDATE articles SET body = body || ' a town lorry, a town lorry' WHERE id IN (14, 25)")
    db.execute("UPDATE articles SET body = body || ' ferry quay port' WHERE id % 3 = 0 AND id % 2 = 0")
    db.execute("UPDATE articles SET description = 'Ferry quay port' WHERE id = 24")
    wanted = Selection(**selected)  # type: ignore[arg-type]
    sql = f"SELECT id FROM articles WHERE {wanted.condition}"  # noqa: S608 - our own words
    among = {row[0] for row in db.execute(sql, wanted.values)}
    plain = [row[0] for row in db.execute(PLAIN, (match,)) if row[0] in among]
    assert ids(db, query, bounds, **selected) == plain != []


@pytest.mark.parametrize(("query", "looks"), [("quay", 1), ('"ferry quay"', 1), ("town quay", 2)])
def test_matches_are_ranked_in_the_look_that_finds_them(db: Database, query: str, looks: int) -> None:
    """One look at each phrase is to count it, which FTS5 does by itself; 'town' is everywhere and does not rank."""
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    assert ids(db, query, Bounds(ranked=20, large=20), limit=1)
    db.conn.set_trace_callback(None)
    statements = [sql for sql in asked if "MATCH" in sql and "OFFSET" not in sql and "snippet" not in sql]
    assert len(statements) == looks


def test_of_a_phrase_of_what_stands_everywhere_the_newest_articles_are_looked_through_first(
    db: Database,
) -> None:
    """As many older ones after them, and then twice as many, while there are fewer than are to be shown."""
    bounds = Bounds(ranked=10, large=20, window=5)
    db.execute("UPDATE articles SET title = 'The town lorry' WHERE id IN (26, 37)")
    newest = search(db, '"town lorry"', limit=3, bounds=bounds)
    assert [row["id"] for row in newest.rows] == [37, 40, 38]
    assert newest.most == 3, "40 to 36 were looked through"
    more = search(db, '"town lorry"', limit=4, bounds=bounds)
    assert [row["id"] for row in more.rows] == [37, 26, 40, 38]
    assert more.most == 10, "40 to 26 were looked through"
    db.execute("UPDATE articles SET body = 'Town road' WHERE id IN (3, 39)")
    rare = search(db, '"town road"', limit=1, bounds=bounds)
    assert ([row["id"] for row in rare.rows], rare.most) == ([39], 1)
    rare = search(db, '"town road"', limit=3, bounds=bounds)
    assert ([row["id"] for row in rare.rows], rare.most) == ([39, 3], None), "all were looked through"


@pytest.mark.parametrize("few", [0, 150_000])
def test_the_newest_articles_of_a_selection_are_looked_through_likewise(db: Database, few: int) -> None:
    bounds, site = Bounds(ranked=10, large=20, window=5, few=few), Selection(sites=("paper1.example",))
    found = search(db, '"town lorry"', site, limit=2, bounds=bounds)
    assert [row["id"] for row in found.rows] == [37, 35]
    assert found.most == 2
    found = search(db, '"town lorry"', site, limit=40, bounds=replace(bounds, ranked=40))
    assert [row["id"] for row in found.rows] == [37, 35, 31, 29, 25, 23, 19, 17, 13, 11, 7, 5, 1]
    assert found.most is None, "all were looked at"


def test_a_word_of_half_the_newest_articles_still_ranks(db: Database) -> None:
    """Only more than half is everywhere; 'road' stands in three of four, 'ferry' in one of three."""
    db.execute("UPDATE articles SET body = body || ' ferry ferry ferry' WHERE id = 21")
    assert ids(db, "road ferry", limit=2) == [30, 21]
