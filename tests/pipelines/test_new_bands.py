"""The newest articles' keys: found where they wait, and taken into the large table part by part, whatever happens."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest
from series_texts import STORY, edited
from sqlite_utils import Database
from store_samples import visit

from crawler.errors import DatabaseError
from crawler.items import Visit
from pipelines.database import batch, new_bands
from pipelines.database.connection import open_readonly
from pipelines.doctor import examine, mend_file
from pipelines.fingerprint import fingerprint
from pipelines.near_sketch import WHOLE
from pipelines.near_sketch import text_keys as keys_of_text
from pipelines.store import Store

WORDS = "lamp quay anchor harvest bridge tower orchard tunnel meadow canal harbour furnace".split()

# Of a text that is not short: one for each band, one of the whole.
KEYS = WHOLE + 1


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a large file, only sooner: keys of four articles are many, and are taken in by four parts."""
    monkeypatch.setattr(new_bands, "MOST_NEW", 3)
    monkeypatch.setattr(new_bands, "PARTS", 4)
    monkeypatch.setattr(new_bands, "WIDTH", (1 << 64) // 4)


def text(number: int) -> str:
    """A text of 150 words that share nothing with another one's."""
    return " ".join(f"{WORDS[number]}{place}{'.' if place % 12 == 11 else ''}" for place in range(150))


def text_keys(body: str) -> tuple[int, ...]:
    return keys_of_text(fingerprint(body).content_hash, body)


def story(number: int) -> Visit:
    return visit(f"https://paper.example/{number}", body=text(number), title=WORDS[number])


def copy_of(number: int) -> Visit:
    return visit(f"https://gazette.example/{number}", body=f"{text(number)} It went on.", title=WORDS[number])


def counts(store: Store) -> tuple[int, int, int]:
    """Keys in the large table, articles that wait, whether keys are being taken in."""
    sql = "SELECT (SELECT count(*) FROM bands), (SELECT count(*) FROM new_bands), (SELECT count(*) FROM bands_merge)"
    found: tuple[int, int, int] = store.db.execute(sql).fetchone()
    return found


def put(store: Store, *visits: Visit) -> list[str]:
    """Store each in a transaction of its own."""
    ends = []
    for one in visits:
        ends.append(store.put(one).outcome)
        store.flush()
    return ends


def keys(store: Store) -> set[tuple[int, int]]:
    return set(store.db.execute("SELECT band, article_id FROM text_keys").fetchall())


def test_keys_of_many_articles_are_taken_in_by_the_commits_that_follow(store: Store) -> None:
    put(store, *map(story, range(3)))
    assert counts(store) == (0, 3, 0), "few wait"
    put(store, story(3))
    in_first_part, waiting, merging = counts(store)
    assert 0 < in_first_part < 4 * KEYS
    assert (waiting, merging) == (4, 1)
    put(store, *map(story, range(4, 7)))
    assert counts(store) == (4 * KEYS, 3, 0), "those that came meanwhile wait for the next time"
    assert {key for key, number in keys(store) if number == 2} == set(text_keys(text(1)))
    assert len(keys(store)) == 7 * KEYS


def test_copies_are_found_before_while_and_after_keys_are_taken_in(store: Store) -> None:
    for number in range(9):
        put(store, story(number))
        for earlier in range(number + 1):
            found = store.find_duplicate(copy_of(earlier)).duplicate
            assert found is not None, (number, earlier)
            assert (found.article_id, found.kind) == (earlier + 1, "near")


def test_each_run_finds_what_the_ones_before_left(path: Path) -> None:
    for number in range(9):
        with Store(path, command="test") as store:
            put(store, story(number))
        with Store(path, command="test") as store:
            assert put(store, copy_of(number)) == ["copy"]
            assert len(keys(store)) == (number + 1) * KEYS
    with Store(path, command="test") as store:
        assert counts(store)[0] >= 4 * KEYS, "although each run was too short for all parts"


def test_a_text_that_changes_meanwhile_is_found_by_the_new_one_only(store: Store) -> None:
    put(store, *map(story, range(4)))
    assert counts(store)[2] == 1
    put(store, visit("https://paper.example/1", body=STORY, title=WORDS[1], day=2))
    put(store, *map(story, range(4, 7)))
    assert counts(store)[2] == 0
    assert {key for key, number in keys(store) if number == 2} == set(text_keys(STORY))
    found = store.find_duplicate(visit("https://gazette.example/b", body=edited(STORY), title="x")).duplicate
    assert found is not None and found.article_id == 2


def test_what_is_undone_is_not_found(store: Store) -> None:
    put(store, story(0))
    store.db.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON pages WHEN new.url LIKE '%/1'"
        " BEGIN SELECT raise(ABORT, 'refused'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="refused"):
        store.put(story(1))
    assert store.find_duplicate(copy_of(1)).duplicate is None
    assert {number for _, number in keys(store)} == {1}
    assert store.find_duplicate(copy_of(0)).duplicate is not None


def is_found(store: Store, number: int) -> bool:
    return store.find_duplicate(copy_of(number)).duplicate is not None


def delete_newest(store: Store) -> None:
    store.flush()
    store.db.execute("DELETE FROM articles WHERE id = (SELECT max(id) FROM articles)")


@pytest.mark.parametrize("more", range(4))
def test_an_id_that_is_given_again_has_its_own_keys_only(path: Path, more: int) -> None:
    """As when the newest articles are deleted: before, while and after their keys are taken in."""
    with Store(path, command="test") as store:
        put(store, *map(story, range(2 + more)))
        delete_newest(store)
        put(store, story(9))
        again = 2 + more
        assert store.db.execute("SELECT max(id) FROM articles").fetchone() == (again,)
        assert {key for key, number in keys(store) if number == again} == set(text_keys(text(9)))
        assert is_found(store, 9)
        assert not is_found(store, 1 + more)
    with Store(path, command="test") as store:
        assert is_found(store, 9), "in the next run, which makes the index anew"
        put(store, *map(story, range(5, 9)))
        assert is_found(store, 9)
        assert {key for key, number in keys(store) if number == again} == set(text_keys(text(9)))


def test_a_short_text_leaves_no_key_of_another_to_the_id_it_is_given_again(store: Store) -> None:
    put(store, story(0), story(1))
    delete_newest(store)
    short = "Nothing happened at the quay today, said the keeper. " * 4
    put(store, visit("https://paper.example/short", body=short))
    assert store.db.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert [key for key, number in keys(store) if number == 2] == list(text_keys(short))
    assert len(text_keys(short)) == 1


@pytest.mark.parametrize("put_before", [2, 4], ids=["before they are taken in", "meanwhile"])
def test_a_batch_that_is_undone_leaves_the_index_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, put_before: int
) -> None:
    monkeypatch.setattr(batch, "OLDEST", 1000)
    put(store, *map(story, range(put_before)))
    merged = store.db.execute("SELECT * FROM bands ORDER BY 1, 2").fetchall()
    store.db.execute(
        "CREATE TRIGGER refuse BEFORE DELETE ON search_backlog BEGIN SELECT raise(ABORT, 'refused'); END"
    )
    for number in range(put_before, 7):
        store.put(story(number))
    with pytest.raises(DatabaseError, match="refused"):
        store.flush()
    store.db.execute("DROP TRIGGER refuse")
    assert [is_found(store, number) for number in range(7)] == [number < put_before for number in range(7)]
    assert store.db.execute("SELECT * FROM bands ORDER BY 1, 2").fetchall() == merged
    put(store, *map(story, range(put_before, 9)))
    assert len(keys(store)) == 9 * KEYS
    assert all(is_found(store, number) for number in range(9))


def test_a_disk_that_is_full_while_keys_are_taken_in_loses_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = new_bands.settle
    failed = []

    def on_a_full_disk(db: Database) -> None:
        if db.execute("SELECT count(*) FROM new_bands").fetchone()[0] < 4:
            return
        many = [(new_bands.LOWEST + number,) for number in range(2_000)]
        db.conn.executemany("INSERT INTO temp.unmerged VALUES (?, 1)", many)
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        try:
            settled(db)
        except sqlite3.OperationalError as error:
            failed.append(str(error))
            raise

    with Store(path, command="test") as store:
        put(store, *map(story, range(3)))
    with monkeypatch.context() as patched:
        patched.setattr(batch, "settle", on_a_full_disk)
        with pytest.raises(DatabaseError, match="disk is full"), Store(path, command="test") as store:
            put(store, story(3))
    assert failed == ["database or disk is full"]
    with Store(path, command="test") as store:
        assert counts(store)[1:] == (3, 0), "the article went with its batch"
        assert [is_found(store, number) for number in range(4)] == [True, True, True, False]
        put(store, *map(story, range(9)))
        assert len(keys(store)) == 9 * KEYS


def test_an_index_that_could_not_be_filled_is_made_again(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, story(0))
    store.close("done")
    with Store(path, command="test") as next_run:
        with monkeypatch.context() as patched:
            patched.setattr(new_bands, "FILL", "INSERT INTO temp.unmerged SELECT raised_by_the_test()")
            with pytest.raises(sqlite3.OperationalError, match="raised_by_the_test"):
                next_run.find_duplicate(copy_of(0))
        assert is_found(next_run, 0)


STRAY = {
    "a part that there is not": "INSERT INTO bands_merge VALUES (2, 200)",
    "the last part of all": "INSERT INTO bands_merge VALUES (2, 4)",
    "articles to come": "INSERT INTO bands_merge VALUES (99, 3)",
    "two rows": "INSERT INTO bands_merge VALUES (2, 3), (2, 3)",
    "a text": "PRAGMA ignore_check_constraints = ON; UPDATE new_bands SET keys = '[1,' WHERE article_id = 2",
    "other lists": """UPDATE new_bands SET keys = '[null, 1.5, "x", {}, 99999999999999999999]' WHERE article_id = 2""",
    "no list": "UPDATE new_bands SET keys = '7' WHERE article_id = 2",
}


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("sql", STRAY.values(), ids=STRAY)
def test_what_another_program_wrote_there_stops_no_run_and_is_mended(
    path: Path, sql: str, deep: bool
) -> None:
    with Store(path, command="test") as store:
        put(store, *map(story, range(3)))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.executescript(sql)
    copied = path.with_name("copied.db")
    shutil.copy(path, copied)

    found = [finding for finding in examine(path, deep=deep) if finding.state != "ok"]
    assert [(finding.check, finding.is_fixable) for finding in found] == [("near copies", True)]
    mend_file(path, found)
    assert [finding for finding in examine(path, deep=deep) if finding.state != "ok"] == []

    for file, known in ((copied, {0, 2}), (path, {0, 1, 2})):
        with Store(file, command="test") as store:
            assert {number for number in range(3) if is_found(store, number)} >= known
            assert put(store, *map(story, range(3, 9))) == ["article"] * 6
            assert {number for number in range(9) if is_found(store, number)} >= {*range(3, 9), *known}
            assert list(new_bands.astray(store.db)) == []


def test_keys_that_were_never_taken_in_are_missed_by_doctor(path: Path) -> None:
    with Store(path, command="test") as store:
        put(store, *map(story, range(3)))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO bands_merge VALUES (2, 3)")
    (found,) = [finding for finding in examine(path) if finding.state != "ok"]
    assert (found.check, found.is_fixable) == ("near copies", True)
    assert "bands_merge says are taken in are not in bands" in found.what


def test_a_run_in_the_midst_of_taking_keys_in_is_sound(path: Path) -> None:
    with Store(path, command="test") as store:
        for number in range(9):
            put(store, story(number))
            found = [finding.check for finding in examine(path, deep=True) if finding.state == "problem"]
            assert found == [], number


def test_a_run_that_begins_to_take_keys_in_while_doctor_looks_is_sound(store: Store, path: Path) -> None:
    put(store, *map(story, range(3)))
    reader = open_readonly(path)
    looks = []

    def begin_at_the_second_look(sql: str) -> None:
        looks.append("bands_merge" in sql)
        if sum(looks) == 2 and looks[-1]:
            store.db.execute("INSERT INTO bands_merge VALUES (3, 0)")

    reader.conn.set_trace_callback(begin_at_the_second_look)
    assert list(new_bands.astray(reader)) == []
    assert store.db.execute("SELECT * FROM bands_merge").fetchall() == [(3, 0)]


KILLED = """
    import os, signal, sys
    from pipelines.database import batch, new_bands
    from pipelines.store import Store
    sys.path[:0] = {path!r}
    from test_new_bands import put, story
    new_bands.MOST_NEW, new_bands.PARTS, new_bands.WIDTH = 3, 4, (1 << 64) // 4
    settled, seen = new_bands.settle, []
    def settle(db):
        settled(db)
        seen.append(db)
        if len(seen) == {commits}:
            os.kill(os.getpid(), signal.SIGKILL)
    batch.settle = settle
    with Store({db!r}, command="test") as store:
        put(store, *map(story, range(9)))
"""


@pytest.mark.parametrize("commits", range(4, 9))
def test_a_kill_while_keys_are_taken_in_loses_none(path: Path, commits: int) -> None:
    folder = str(Path(__file__).parent)
    code = dedent(KILLED).format(path=[folder], db=str(path), commits=commits)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, timeout=60)  # noqa: S603 - ours
    assert done.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (commits - 1,)
    with Store(path, command="test") as store:
        put(store, *map(story, range(9)))
        assert len(keys(store)) == 9 * KEYS
        assert [store.find_duplicate(copy_of(number)).duplicate is None for number in range(9)] == [False] * 9


@pytest.mark.parametrize(
    ("oldest", "newest", "begins"),
    [
        (1, 16_384, False),
        (1, 16_385, True),
        (1_000_000 - 62_499, 1_000_000, False),
        (1_000_000 - 62_500, 1_000_000, True),
        (9_000_000 - 65_535, 9_000_000, False),
        (9_000_000 - 65_536, 9_000_000, True),
    ],
)
def test_more_wait_in_a_larger_file_but_not_more_than_fit_into_memory(
    store: Store, monkeypatch: pytest.MonkeyPatch, oldest: int, newest: int, begins: bool
) -> None:
    monkeypatch.setattr(new_bands, "MOST_NEW", 16_384)
    for article_id in {oldest, newest}:
        store.db.execute("INSERT INTO new_bands VALUES (?, '[]')", (article_id,))
    store.db.execute(
        new_bands.BEGIN,
        {"most": new_bands.MOST_NEW, "share": new_bands.SHARE, "most_of_all": new_bands.MOST_OF_ALL},
    )
    assert (store.db.execute("SELECT count(*) FROM bands_merge").fetchone() == (1,)) is begins


BACK_TO_15 = """
CREATE INDEX articles_by_content ON articles(content_hash);
DELETE FROM bands WHERE band & 15 = 8;
UPDATE new_bands SET keys = (SELECT json_group_array(value) FROM json_each(keys) WHERE value & 15 <> 8);
DELETE FROM _sqlite_migrations WHERE name = '0016_whole_texts';
PRAGMA user_version = 15;
"""


@pytest.mark.parametrize("number", [3, 4, 5, 9], ids=["waiting", "begun", "meanwhile", "taken in"])
def test_a_file_of_version_15_gets_the_keys_of_whole_texts(path: Path, number: int) -> None:
    with Store(path, command="test") as store:
        put(store, *map(story, range(number)))
        before = keys(store)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(BACK_TO_15)
        assert db.execute("SELECT count(*) FROM text_keys WHERE band & 15 = 8").fetchone() == (0,)
    with Store(path, command="test") as store:
        assert keys(store) == before
        assert counts(store) == (number * KEYS, 0, 0)
        assert put(store, *map(copy_of, range(number))) == ["copy"] * number
    assert [found.check for found in examine(path, deep=True) if found.state == "problem"] == []


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM articles_fts_data", "DROP TABLE articles_fts_config"],
)
def test_a_file_of_version_15_with_a_damaged_full_text_index_is_brought_up_to_date(
    path: Path, damage: str
) -> None:
    with Store(path, command="test") as store:
        put(store, *map(story, range(3)))
    with closing(sqlite3.connect(path)) as db:
        db.executescript(BACK_TO_15)
        db.executescript(damage)
    with Store(path, command="test") as store:
        assert put(store, story(3)) == ["article"]
    assert [found.check for found in examine(path, deep=True) if found.state == "problem"] == []
