"""`copydesk export`: files that are whole, in every form; what is new, once; and the way back through `ingest`."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from backports import zstd
from click.testing import Result
from command_line import environment, start
from small_site import article

from crawler.cli import handing_on
from pipelines.database.lock import locked

Call = Callable[..., Result]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


def add(call: Call, db: Path, *numbers: int) -> None:
    folder = db.with_name("pages")
    folder.mkdir(exist_ok=True)
    for number in numbers:
        own = f'<link rel=canonical href="https://news{number % 2}.example/locks/{number}">'
        (folder / f"{number}.html").write_bytes(article(number, head=own))
    call("ingest", folder, "--db", db, "-q")


@pytest.fixture
def db(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    add(call, path, 1, 2, 3)
    return path


def ids(text: str) -> list[int]:
    return [json.loads(line)["id"] for line in text.splitlines()]


# ── forms and files ──


def test_json_lines_to_standard_output(call: Call, db: Path) -> None:
    result = call("export", "--db", db)
    assert (result.exit_code, result.stderr) == (0, "")
    assert ids(result.stdout) == [1, 2, 3]
    assert json.loads(result.stdout.splitlines()[0])["title"] == "Lock number 1 runs over"


@pytest.mark.parametrize(
    ("name", "unpack"),
    [("a.jsonl", bytes), ("a.jsonl.gz", gzip.decompress), ("a.jsonl.zst", zstd.decompress), ("a", bytes)],
)
def test_a_file_is_written_and_packed_as_its_name_says(
    call: Call, db: Path, tmp_path: Path, name: str, unpack: Callable[[bytes], bytes]
) -> None:
    result = call("export", "--db", db, "--out", tmp_path / name)
    assert (result.exit_code, result.output) == (0, "")
    assert unpack((tmp_path / name).read_bytes()).decode() == call("export", "--db", db).stdout
    assert not list(tmp_path.glob("*.part"))


def test_the_name_says_the_form_unless_the_option_does(call: Call, db: Path, tmp_path: Path) -> None:
    call("export", "--db", db, "--out", tmp_path / "a.csv.gz")
    with gzip.open(tmp_path / "a.csv.gz", "rt", encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["1", "2", "3"]
    call("export", "--db", db, "--out", tmp_path / "b.csv", "--format", "jsonl")
    assert ids((tmp_path / "b.csv").read_text("utf-8")) == [1, 2, 3]


def test_parquet_in_a_file_and_in_a_pipe(call: Call, db: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    call("export", "--db", db, "--out", tmp_path / "a.parquet")
    assert parquet.read_table(tmp_path / "a.parquet").column("id").to_pylist() == [1, 2, 3]
    (tmp_path / "b.parquet").write_bytes(call("export", "--db", db, "--format", "parquet").stdout_bytes)
    assert parquet.read_table(tmp_path / "b.parquet") == parquet.read_table(tmp_path / "a.parquet")


def test_without_pyarrow_it_is_said_how_to_get_it(
    call: Call, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = call("export", "--db", db, "--out", tmp_path / "a.parquet")
    assert result.exit_code == 1
    assert "pip install 'copydesk[parquet]'" in result.stderr
    assert not (tmp_path / "a.parquet").exists()


def test_options_narrow_the_export(call: Call, db: Path) -> None:
    assert ids(call("export", "--db", db, "--site", "news1.example").stdout) == [1, 3]
    assert ids(call("export", "--db", db, "--since", "2025-08-10").stdout) == []


def test_a_file_is_replaced_whole_and_through_links(call: Call, db: Path, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("before")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    call("export", "--db", db, "--out", tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert ids((tmp_path / "real.jsonl").read_text("utf-8")) == [1, 2, 3]


def test_a_failing_export_leaves_the_file_before(
    call: Call, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.jsonl"
    out.write_text("before")
    monkeypatch.setattr("os.fsync", _full_disk)
    result = call("export", "--db", db, "--out", out)
    assert result.exit_code == 1
    assert f"copydesk: {out}: cannot be written (No space left on device)" in result.stderr
    assert out.read_text() == "before"
    assert not list(tmp_path.glob("*.part"))


def _full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--new"], "--new and --cursor NAME belong together"),
        (["--cursor", "a"], "--new and --cursor NAME belong together"),
        (["--out", "news.db"], "names the database itself"),
        (["--out", "/dev/null"], "no regular file"),
        (["--out", "a.parquet.gz", "--format", "parquet"], "Parquet is compressed as it is"),
        (["--format", "xml"], "--format"),
    ],
)
def test_wrong_usage(
    call: Call, db: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(db.parent)
    result = call("export", "--db", "news.db", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize("options", [[], ["--new", "--cursor", "a"]])
@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "there is no such file"), (b"my diary", "no SQLite database"), (b"", "holds nothing yet")],
)
def test_a_file_that_cannot_be_exported_ends_with_1_and_stays(
    call: Call, tmp_path: Path, data: bytes | None, said: str, options: list[str]
) -> None:
    path = tmp_path / "other.db"
    if data is not None:
        path.write_bytes(data)
    result = call("export", "--db", path, *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert (path.read_bytes() if path.exists() else None) == data


# ── what is new ──


def test_a_cursor_is_given_everything_once(call: Call, db: Path, tmp_path: Path) -> None:
    first = call("export", "--db", db, "--new", "--cursor", "a")
    assert ids(first.stdout) == [1, 2, 3]
    nothing = call("export", "--db", db, "--new", "--cursor", "a", "--out", tmp_path / "none.jsonl")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "Nothing new for a.\n")
    assert not (tmp_path / "none.jsonl").exists()
    add(call, db, 4)
    out = tmp_path / "new.jsonl"
    assert call("export", "--db", db, "--new", "--cursor", "a", "--out", out).exit_code == 0
    assert ids(out.read_text("utf-8")) == [4]
    assert ids(call("export", "--db", db, "--new", "--cursor", "b").stdout) == [1, 2, 3, 4]
    assert rows(db, "SELECT name, articles, waiting_file, out_file FROM export_cursors ORDER BY name") == [
        ("a", 1, None, None),
        ("b", 4, None, None),
    ]


def test_a_cursor_works_while_a_crawl_holds_the_file(call: Call, db: Path) -> None:
    with locked(db):
        assert ids(call("export", "--db", db, "--new", "--cursor", "a").stdout) == [1, 2, 3]


def test_a_cursor_keeps_to_its_selection(call: Call, db: Path) -> None:
    asked = ["export", "--db", db, "--new", "--cursor", "a"]
    assert ids(call(*asked, "--site", "news1.example").stdout) == [1, 3]
    add(call, db, 5, 6)
    other = call(*asked)
    assert (other.exit_code, other.stdout) == (1, "")
    assert "ask for the same sites and days again, or choose another name" in other.stderr
    assert ids(call(*asked, "--site", "news1.example").stdout) == [4]


def test_an_export_that_fails_is_repeated(call: Call, db: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "a.jsonl"
    failed = call("export", "--db", db, "--new", "--cursor", "a", "--out", nowhere)
    assert failed.exit_code == 1
    assert f"copydesk: {nowhere}: cannot be written" in failed.stderr
    assert rows(db, "SELECT * FROM export_cursors") == []
    assert ids(call("export", "--db", db, "--new", "--cursor", "a").stdout) == [1, 2, 3]


def test_a_reader_that_goes_away_gets_it_again(call: Call, db: Path) -> None:
    process = start("export", "--db", db, "--new", "--cursor", "a", stdout=-1, stderr=-1)
    assert process.stdout is not None
    process.stdout.close()
    process.wait(timeout=60)
    assert process.returncode == 1
    assert rows(db, "SELECT * FROM export_cursors") == []


@pytest.mark.parametrize("same", [True, False])
def test_a_file_that_a_killed_export_left_is_put_in_its_place(
    call: Call, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same: bool
) -> None:
    out, later = tmp_path / "a.jsonl", tmp_path / ("a.jsonl" if same else "b.jsonl")
    with monkeypatch.context() as patched:
        patched.setattr(handing_on, "put_in_place", _killed)
        assert call("export", "--db", db, "--new", "--cursor", "a", "--out", out).exit_code == 9
    assert not out.exists()
    add(call, db, 4)
    result = call("export", "--db", db, "--new", "--cursor", "a", "--out", later)
    assert result.exit_code == 0
    assert "the last export ended before it could put its file here" in result.stderr
    assert ids(out.read_text("utf-8")) == [1, 2, 3]
    if same:
        call("export", "--db", db, "--new", "--cursor", "a", "--out", later)
    assert ids(later.read_text("utf-8")) == [4]
    assert not list(tmp_path.glob("*.part"))


def _killed(part: Path, out: Path) -> None:
    raise SystemExit(9)


KILLED_AT = """
import os, signal, sys
from crawler.cli import handing_on, main, output
def die(*args): os.kill(os.getpid(), signal.SIGKILL)
{at} = die
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "at", ["handing_on.move_cursor", "handing_on.put_in_place", "handing_on.file_arrived", "output.os.fsync"]
)
def test_killed_at_any_step_a_consumer_gets_each_article_once(
    call: Call, db: Path, tmp_path: Path, at: str
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    asked = ["export", "--db", str(db), "--new", "--cursor", "a"]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", KILLED_AT.format(at=at), *asked, "--out", str(inbox / "1.jsonl")],
        env=environment(), check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    add(call, db, 4)
    for number in (2, 3):
        assert call(*asked, "--out", inbox / f"{number}.jsonl").exit_code == 0
    taken = [number for file in sorted(inbox.glob("*.jsonl")) for number in ids(file.read_text("utf-8"))]
    assert sorted(taken) == [1, 2, 3, 4]


@pytest.mark.parametrize("at", ["handing_on.move_cursor", "output.os.fsync"])
def test_what_a_killed_export_left_is_removed_by_the_next(
    call: Call, db: Path, tmp_path: Path, at: str
) -> None:
    asked = ["export", "--db", str(db), "--new", "--cursor", "a", "--out", str(tmp_path / "new.jsonl")]
    program = [sys.executable, "-c", KILLED_AT.format(at=at), *asked]
    subprocess.run(program, env=environment(), check=False, timeout=60)  # noqa: S603 - our own program
    (left,) = tmp_path.glob("new.jsonl.*")
    assert call(*asked).exit_code == 0
    assert left.exists(), "another program may be writing it still"
    os.utime(left, (0, 0))
    (tmp_path / "new.jsonl").unlink()
    add(call, db, 4)
    assert call(*asked).exit_code == 0
    assert [file.name for file in tmp_path.glob("new.jsonl*")] == ["new.jsonl"]


def test_two_exports_by_one_cursor_at_a_time_do_not_both_count(
    call: Call, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["export", "--db", db, "--new", "--cursor", "a", "--out"]
    write = handing_on.write_beside

    def meanwhile(out: Path, writing: Any) -> Path:
        monkeypatch.setattr(handing_on, "write_beside", write)
        assert call(*asked, tmp_path / "first.jsonl").exit_code == 0
        return write(out, writing)

    monkeypatch.setattr(handing_on, "write_beside", meanwhile)
    late = call(*asked, tmp_path / "late.jsonl")
    assert late.exit_code == 4
    assert "ran at the same time" in late.stderr
    assert sorted(path.name for path in tmp_path.glob("*.jsonl*")) == ["first.jsonl"]


# ── and back ──


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_an_export_that_is_ingested_gives_the_same_records(
    call: Call, db: Path, tmp_path: Path, name: str
) -> None:
    page = tmp_path / "pages" / "2.html"
    page.write_bytes(page.read_bytes().replace(b" times before ", b" times, as every year, before "))
    call("ingest", tmp_path / "pages", "--db", db, "-q")
    with closing(sqlite3.connect(db)) as changed:
        changed.execute(
            "UPDATE articles SET last_seen_at = '2030-01-01T00:00:00Z', provenance = '{}' WHERE id = 3"
        )
        changed.commit()
    call("export", "--db", db, "--out", tmp_path / name)
    again = tmp_path / "again.db"
    result = call("ingest", tmp_path / name, "--db", again)
    assert result.exit_code == 0
    assert result.stderr.startswith("Stored 3 new articles")
    assert call("export", "--db", again).stdout == call("export", "--db", db).stdout
    assert [json.loads(line)["revision"] for line in call("export", "--db", again).stdout.splitlines()] == [
        1,
        2,
        1,
    ]
    assert call("ingest", tmp_path / name, "--db", again).stderr.startswith("Nothing new: 3 articles known")


def test_bad_lines_of_an_export_are_said_and_the_others_stored(call: Call, db: Path, tmp_path: Path) -> None:
    lines = call("export", "--db", db).stdout.splitlines()
    wrong = json.dumps({**json.loads(lines[1]), "authors": [1]})
    (tmp_path / "a.jsonl").write_text("\n".join([lines[0], "no JSON", wrong, "[]", lines[2]]), "utf-8")
    result = call("ingest", tmp_path / "a.jsonl", "--db", tmp_path / "again.db")
    assert result.exit_code == 3
    assert "a.jsonl#line=2: no JSON" in result.stderr
    assert 'a.jsonl#line=3: "authors" is of the wrong type' in result.stderr
    assert "a.jsonl#line=4: no JSON object" in result.stderr
    assert rows(tmp_path / "again.db", "SELECT count(*) FROM articles") == [(2,)]


def test_a_damaged_export_is_said(call: Call, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl.zst"
    call("export", "--db", db, "--out", out)
    out.write_bytes(out.read_bytes()[:-20])
    result = call("ingest", out, "--db", tmp_path / "again.db")
    assert result.exit_code == 3
    assert "no valid compression" in result.stderr


def test_other_json_lines_are_passed_over(call: Call, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text('{"url": "https://news.example/"}\n' * 3)
    result = call("ingest", tmp_path / "other.jsonl", "--db", tmp_path / "news.db")
    assert result.exit_code == 3
    assert "no page found" in result.stderr
