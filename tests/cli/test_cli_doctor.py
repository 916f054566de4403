"""`copydesk doctor`: files that were broken on purpose, what is said of them, and what `--fix` puts right."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from small_site import article, let_wait

from pipelines.database import checks, derived
from pipelines.database.lock import locked
from pipelines.database.migrations import APPLICATION_ID, SCHEMA_VERSION
from pipelines.database.schema import VERSION_1

Call = Callable[..., Result]
RECORD = """
CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);
INSERT INTO _sqlite_migrations VALUES (1, 'copydesk', '0001_first_schema', '2026-01-01');
"""
Break = Callable[[sqlite3.Connection], object]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in (1, 2, 3, 4):
        own = f'<link rel=canonical href="https://news.example/locks/{number}">'
        related = f'<h2>Related articles</h2><ul><li><a href="/locks/{number + 1}">What the next lock held back</a></ul>'
        page = article(number, head=own).decode().replace("</article>", f"{related}</article>")
        (pages / f"{number}.html").write_text(page.replace("runs over", "runs over 東京"), "utf-8")
    call("ingest", pages, "--db", tmp_path / "news.db", "-q")
    one = pages / "1.html"
    one.write_text(one.read_text("utf-8").replace(" times before ", " times, as ever, before "), "utf-8")
    call("ingest", pages, "--db", tmp_path / "news.db", "-q")
    assert rows(tmp_path / "news.db", "SELECT count(target_id) FROM related_links") == [(3,)]
    return tmp_path / "news.db"


def broken(db: Path, how: Break) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        how(connection)


def found(call: Call, db: Path, *options: str) -> tuple[int, dict[str, list[str]]]:
    """Exit code; state → the checks that ended in it."""
    result = call("doctor", "--db", db, "--json", *options)
    findings = json.loads(result.stdout)
    states = {state: [f["check"] for f in findings if f["state"] == state] for state in ("problem", "note")}
    return result.exit_code, states


# ── what can be mended ──


def without_trigger(name: str, sql: str) -> Break:
    """Do something as a program would that the trigger does not see."""

    def how(db: sqlite3.Connection) -> None:
        ((trigger,),) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchall()
        db.execute(f"DROP TRIGGER {name}")
        db.execute(sql)
        db.execute(trigger)

    return how


def empty_an_index(db: sqlite3.Connection) -> None:
    """Leave an index without its entries, as after a write that was lost."""
    ((sql,),) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'articles_by_site'").fetchall()
    db.execute("DROP INDEX articles_by_site")
    db.execute("CREATE INDEX articles_by_site ON articles(site, published_on) WHERE id < 0")
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'articles_by_site'", (sql,))


def says(sql: str) -> Break:
    return lambda db: db.executescript(sql)


MENDED: dict[str, tuple[Break, str]] = {
    "an index without entries": (empty_an_index, "pages"),
    "a missing index": (says("DROP INDEX articles_by_day"), "schema"),
    "another index": (says("DROP INDEX pages_by_run; CREATE INDEX pages_by_run ON pages(url)"), "schema"),
    "a missing trigger": (says("DROP TRIGGER articles_fts_update"), "schema"),
    "a changed view": (says("DROP VIEW latest; CREATE VIEW latest AS SELECT 1"), "schema"),
    "a missing full-text index": (says("DROP TABLE articles_fts"), "schema"),
    "articles deleted without foreign keys": (says("DELETE FROM articles WHERE id = 1"), "foreign keys"),
    "runs deleted without foreign keys": (says("DELETE FROM runs"), "foreign keys"),
    "an empty full-text index": (
        says("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')"),
        "full-text index",
    ),
    "a text that the full-text index does not know": (
        without_trigger("articles_fts_update", "UPDATE articles SET title = 'Another one' WHERE id = 2"),
        "full-text index",
    ),
    "an article that the full-text index does not know is gone": (
        without_trigger("articles_fts_delete", "DELETE FROM articles WHERE id = 4"),
        "full-text index",
    ),
    "a CJK headline changed by hand": (
        says("UPDATE articles SET title = '大阪' WHERE id = 2"),
        "full-text index",
    ),
    "a row that keeps new articles out of the full-text index": (
        says("INSERT INTO search_backlog VALUES (4)"),
        "full-text index",
    ),
    "a row that kept a change out of the full-text index": (
        says(
            "INSERT INTO search_backlog VALUES (0); UPDATE articles SET description = 'By hand' WHERE id = 2"
        ),
        "full-text index",
    ),
    "a full-text index whose first row is gone": (
        says("DELETE FROM articles_fts_data WHERE id = 10"),
        "full-text index",
    ),
    "a full-text index without its words": (says("DROP TABLE articles_fts_data"), "full-text index"),
    "a full-text index without its terms": (says("DROP TABLE articles_fts_idx"), "full-text index"),
    "a full-text index without its lengths": (says("DROP TABLE articles_fts_docsize"), "full-text index"),
    "a full-text index of another format": (
        says("UPDATE articles_fts_config SET v = 99 WHERE k = 'version'"),
        "full-text index",
    ),
    "a full-text index without settings": (says("DROP TABLE articles_fts_config"), "full-text index"),
    "parts of a full-text index that is gone": (
        says("PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'articles_fts'"),
        "schema",
    ),
    "a view in place of a part of the full-text index": (
        says("DROP TABLE articles_fts_idx; CREATE VIEW articles_fts_idx AS SELECT 1"),
        "full-text index",
    ),
    "a full-text index that says it is larger than any memory": (
        says("UPDATE articles_fts_data SET block = x'69cb702e6947162ae68ab435755c66' WHERE id = 10"),
        "full-text index",
    ),
    "links that lead nowhere": (says("UPDATE related_links SET target_id = NULL"), "related links"),
    "a link that leads elsewhere": (
        says("UPDATE related_links SET target_id = 1 WHERE article_id = 3"),
        "related links",
    ),
    "articles without a change number": (says("DELETE FROM article_changes"), "counts"),
    "texts changed by hand": (says("UPDATE articles SET body = body || ' By hand.' WHERE id = 3"), "texts"),
    "an earlier text changed by hand": (says("UPDATE revisions SET body = 'By hand.'"), "texts"),
    "a number of words that is another": (says("UPDATE articles SET word_count = 7 WHERE id = 1"), "texts"),
    "a day that is another": (
        says(
            "PRAGMA ignore_check_constraints = ON; UPDATE articles SET published_on = '1999-01-01' WHERE id = 2"
        ),
        "texts",
    ),
    "an address changed by hand": (
        says("UPDATE articles SET url = 'https://other.example/a' WHERE id = 3"),
        "addresses",
    ),
    "a page's key that is another": (says("UPDATE pages SET address_key = 'x'"), "addresses"),
    "no keys of near copies": (says("DELETE FROM bands; DELETE FROM new_bands"), "near copies"),
    "a lost table of keys": (says("DROP TABLE bands"), "schema"),
    "lost tables of new keys": (says("DROP TABLE new_bands; DROP TABLE bands_merge"), "near copies"),
    "a changed table of keys": (says("ALTER TABLE new_bands ADD COLUMN mine TEXT"), "schema"),
    "a lost table of what is put off": (says("DROP TABLE search_backlog"), "schema"),
    "fields that nobody counted": (says("DELETE FROM filled_fields"), "fields"),
    "a lost table of counted fields": (says("DROP TABLE filled_fields"), "schema"),
    "a lost trigger that counts fields": (
        says("DROP TRIGGER articles_recounted; UPDATE articles SET section = 'x'"),
        "schema",
    ),
    "a revision counted back": (says("UPDATE articles SET revision = 1"), "counts"),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_can_be_rebuilt_is_found_and_mended(call: Call, db: Path, name: str) -> None:
    how, check = MENDED[name]
    broken(db, how)
    texts = rows(db, "SELECT id, url, title, body, first_seen_at FROM articles")
    code, states = found(call, db)
    assert (code, check in states["problem"]) == (3, True)
    said = call("doctor", "--db", db).stdout
    assert "→ `copydesk doctor --fix` puts it right" in said

    mended = call("doctor", "--db", db, "--fix")
    assert mended.exit_code == 0, mended.stdout
    assert f"Mended: {check}: " in mended.stderr
    assert found(call, db, "--deep") == (0, {"problem": [], "note": []})
    assert rows(db, "SELECT id, url, title, body, first_seen_at FROM articles") == texts
    assert rows(db, "PRAGMA foreign_key_check") == []
    assert json.loads(call("search", "lock", "--db", db, "--json").stdout)
    assert call("ingest", db.parent / "pages", "--db", db, "-q").exit_code == 0


@pytest.mark.parametrize("deep", [False, True])
def test_keys_of_other_texts_are_found_in_depth(call: Call, db: Path, deep: bool) -> None:
    broken(db, says("INSERT INTO bands SELECT band + 65536, article_id FROM text_keys"))
    options = ["--deep"] if deep else []
    assert found(call, db, *options)[1]["problem"] == (["near copies"] if deep else [])
    assert found(call, db, "--fix", "--deep") == (0, {"problem": [], "note": []})
    assert found(call, db, *options)[0] == 0


def test_a_key_is_looked_up_without_reading_the_others(db: Path) -> None:
    plan = rows(db, f"EXPLAIN QUERY PLAN {derived.HAS_KEY.replace(':key', '1').replace(':id', '2')}")
    assert [detail for *_, detail in plan if detail.startswith("SCAN")] == [
        "SCAN CONSTANT ROW",
        "SCAN json_each VIRTUAL TABLE INDEX 1:",
    ]


@pytest.mark.parametrize(
    ("dropped", "command"),
    [
        ("DROP TABLE filled_fields", ("stats",)),
        ("DROP INDEX articles_by_number", ("stats",)),
        ("DROP TABLE filled_fields", ("ingest", "pages")),
        ("DELETE FROM articles_fts_data", ("search", "lock")),
        ("DELETE FROM articles_fts_config", ("search", "lock")),
        ("DROP TABLE articles_fts_idx", ("search", "lock")),
        ("DELETE FROM articles_fts_data", ("ingest", "pages")),
    ],
)
def test_what_needs_a_lost_part_says_how_it_is_mended(
    call: Call, db: Path, dropped: str, command: tuple[str, ...]
) -> None:
    name, *words = command
    words = [str(db.parent / word) if name == "ingest" else word for word in words]
    broken(db, says("DELETE FROM articles WHERE id = 1"))
    broken(db, says(dropped))
    result = call(name, *words, "--db", db)
    assert result.exit_code == 1
    assert "`copydesk doctor" in result.stderr
    assert "Traceback" not in result.stderr
    assert call("doctor", "--db", db, "--fix").exit_code == 0
    assert call(name, *words, "--db", db).exit_code == 0


@pytest.mark.parametrize("deep", [False, True])
def test_fields_that_are_counted_wrongly_are_found_in_depth(call: Call, db: Path, deep: bool) -> None:
    broken(db, says("UPDATE filled_fields SET fields = fields + 4096"))
    options = ["--deep"] if deep else []
    assert found(call, db, *options)[1]["problem"] == (["fields"] if deep else [])
    assert found(call, db, "--fix", "--deep") == (0, {"problem": [], "note": []})


def test_of_many_articles_a_sample_is_looked_at_and_in_depth_all(
    call: Call, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "SAMPLE", 2)
    broken(db, says("UPDATE articles SET word_count = 7 WHERE id = 2"))
    sampled = call("doctor", "--db", db)
    assert (sampled.exit_code, "(of a sample)" in sampled.stdout) == (0, True)
    in_depth = call("doctor", "--db", db, "--deep")
    assert (in_depth.exit_code, "(of a sample)" in in_depth.stdout) == (3, False)
    assert "1 texts have another hash or number of words" in in_depth.stdout


def test_a_sound_file(call: Call, db: Path) -> None:
    before = db.read_bytes()
    result = call("doctor", "--db", db)
    assert (result.exit_code, result.stderr) == (0, "")
    assert {line.split()[0] for line in result.stdout.splitlines()} == {"ok"}
    assert call("doctor", "--db", db, "--fix").stdout == result.stdout
    assert db.read_bytes() == before


def test_what_waits_is_said_with_where_most_does(call: Call, db: Path) -> None:
    def said() -> str:
        (line,) = (line for line in call("doctor", "--db", db).stdout.splitlines() if " frontier " in line)
        return " ".join(line.split())

    assert said() == "ok frontier 0 addresses wait for their turn"
    let_wait(db, {"a.example": 2, "b.example": 1, "c.example": 1200, "d.example": 1, "e.example": 1})
    assert said() == (
        "ok frontier 1,205 addresses wait for their turn:"
        " 1,200 of c.example, 2 of a.example, 1 of b.example, the rest of 2 other hosts"
    )


# ── what can only be said ──


def tear(db: Path, page: int) -> None:
    data = bytearray(db.read_bytes())
    data[(page - 1) * 4096 + 100 : page * 4096] = b"\xa5" * 3996
    db.write_bytes(data)


def test_a_damaged_file_is_left_as_it_is(call: Call, db: Path) -> None:
    tear(db, rows(db, "SELECT rootpage FROM sqlite_master WHERE name = 'pages'")[0][0])
    before = db.read_bytes()
    for options in ([], ["--fix"]):
        result = call("doctor", "--db", db, *options)
        assert result.exit_code == 3, result.stderr
        assert "problem  pages" in result.stdout
        assert ".recover" in result.stdout
    assert db.read_bytes() == before


def test_a_file_that_cannot_even_be_opened_ends_with_1(call: Call, db: Path) -> None:
    tear(db, 1)
    result = call("doctor", "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the file is damaged" in result.stderr
    assert ".recover" in result.stderr


def test_a_file_that_was_cut_off_is_said(call: Call, db: Path) -> None:
    data = db.read_bytes()
    db.write_bytes(data[:-1000])
    result = call("doctor", "--db", db, "--fix")
    assert result.exit_code == 3
    assert "the file ends 1,000 bytes too early: it was cut off" in result.stdout
    assert ".recover" in result.stdout
    assert db.read_bytes() == data[:-1000]


def test_a_missing_table_is_a_problem_that_is_said(call: Call, db: Path) -> None:
    broken(db, says("DROP TABLE copies"))
    result = call("doctor", "--db", db, "--fix")
    assert result.exit_code == 3
    assert "table copies is missing" in result.stdout
    assert result.stderr == "Nothing was mended: more is wrong than can be rebuilt.\n"


def test_what_others_made_is_noted_and_left(call: Call, db: Path) -> None:
    broken(
        db,
        says(
            "CREATE TABLE mine (x); CREATE VIEW my_view AS SELECT 1; CREATE INDEX my_index ON articles(section)"
        ),
    )
    result = call("doctor", "--db", db, "--fix")
    assert result.exit_code == 0
    for name in ("table mine", "view my_view", "index my_index"):
        assert f"note     schema           {name} is not copydesk's" in result.stdout
    assert rows(db, "SELECT count(*) FROM mine") == [(0,)]


OTHERS = {
    "articles_fts_mine": "CREATE TABLE articles_fts_mine (note TEXT); INSERT INTO articles_fts_mine VALUES ('kept')",
    "articles_fts_content": "CREATE TABLE articles_fts_content (note TEXT); INSERT INTO articles_fts_content VALUES ('kept')",
    "articles_fts_vocab": "CREATE VIRTUAL TABLE articles_fts_vocab USING fts5vocab(articles_fts, row)",
    "articles_fts_own": "CREATE VIRTUAL TABLE articles_fts_own USING fts5(note); INSERT INTO articles_fts_own VALUES ('kept')",
    "articles_fts_with space": 'CREATE TABLE "articles_fts_with space" (note TEXT)',
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_table_of_somebody_else_stays_when_the_full_text_index_is_made_anew(
    call: Call, db: Path, name: str
) -> None:
    broken(db, says(OTHERS[name]))
    everything = f'SELECT * FROM "{name}"'  # noqa: S608 - a name from above
    rows_before = rows(db, everything)
    broken(db, says("DROP TRIGGER articles_fts_update; DELETE FROM articles_fts_data"))
    assert call("doctor", "--db", db, "--fix").exit_code == 0
    assert rows(db, everything) == rows_before
    assert f"table {name} is not copydesk's" in call("doctor", "--db", db).stdout


def test_a_killed_run_is_noted_and_closed(call: Call, db: Path) -> None:
    broken(db, says("UPDATE runs SET status = 'running', finished_at = NULL WHERE id = 1"))
    assert found(call, db) == (0, {"problem": [], "note": ["runs"]})
    assert rows(db, "SELECT status FROM runs WHERE id = 1") == [("running",)]
    assert call("doctor", "--db", db, "--fix").exit_code == 0
    assert rows(db, "SELECT status FROM runs WHERE id = 1") == [("interrupted",)]


def test_a_file_that_waits_for_its_place_is_noted(call: Call, db: Path) -> None:
    broken(db, says("INSERT INTO export_cursors VALUES ('a', 1, '{}', '', 1, '/x.part', '/x')"))
    result = call("doctor", "--db", db)
    assert (result.exit_code, found(call, db)[1]["note"]) == (0, ["exports"])
    assert "copydesk export --new --cursor a" in result.stdout


@pytest.fixture
def long_log(db: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file with a log that no connection wrote back, since one is open still."""
    monkeypatch.setattr(checks, "LOG_LIMIT", 10_000)
    with closing(sqlite3.connect(db, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE articles SET section = 'A'")
        yield db


def test_a_long_log_is_written_back(call: Call, long_log: Path) -> None:
    assert found(call, long_log) == (3, {"problem": ["log"], "note": []})
    assert found(call, long_log, "--fix") == (0, {"problem": [], "note": []})


def test_during_a_run_the_rest_is_checked_and_nothing_mended(call: Call, db: Path) -> None:
    broken(db, says("DROP INDEX articles_by_day"))
    with locked(db):
        assert found(call, db) == (3, {"problem": ["schema"], "note": ["runs"]})
        assert call("doctor", "--db", db, "--fix").exit_code == 4
    assert call("doctor", "--db", db, "--fix").exit_code == 0


def test_a_fresh_copy_is_sound_and_stays_as_it_is(call: Call, db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    call("backup", "--db", db, "--out", copy)
    before = copy.read_bytes()
    assert found(call, copy) == (0, {"problem": [], "note": ["log"]})
    assert copy.read_bytes() == before


def test_an_older_file_is_brought_up_to_date(call: Call, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as made, made:
        made.executescript(VERSION_1)
        made.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; {RECORD}")
    assert found(call, old) == (0, {"problem": [], "note": ["schema"]})
    assert rows(old, "PRAGMA user_version") == [(1,)]
    assert call("doctor", "--db", old, "--fix").exit_code == 0
    assert rows(old, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_that_is_none_ends_with_1(call: Call, tmp_path: Path, data: bytes | None, said: str) -> None:
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("doctor", "--db", path, "--fix")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert (path.read_bytes() if path.exists() else None) == data


@pytest.mark.parametrize(
    ("pragma", "said"), [("user_version = 99", "newer copydesk"), ("application_id = 7", "another program")]
)
def test_a_file_of_somebody_else_ends_with_1(call: Call, db: Path, pragma: str, said: str) -> None:
    broken(db, says(f"PRAGMA {pragma}"))
    result = call("doctor", "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
