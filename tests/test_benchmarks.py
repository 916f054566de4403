"""The benchmark: a folder of labelled pages in, the right figures out; speed is never looked at."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from readme_queries import readme_queries

ROOT = Path(__file__).parents[1]
RIGHT, WRONG = "wordpress-yoast", "json-ld-graph"
LABELLED = ("title", "description", "authors", "body")
SECONDS = 180


def golden(fixtures: Path, slug: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((fixtures / "articles" / slug / "article.json").read_text("utf-8"))
    return record


def labels_of(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in LABELLED} | {"date": record["published_at"][:10]}


def wrong_labels(record: Mapping[str, Any]) -> dict[str, Any]:
    """Labels that the page contradicts, each in its own way."""
    first, second = record["body"].split("\n\n")[:2]
    return {
        "title": "Another headline",
        "date": "1999-01-01",
        "authors": [*record["authors"], "Nobody Atall"],
        "body": "Words that stand nowhere on this page, in any order.",
        "with": [first, "This passage is missing."],
        "without": [second, "And so is this."],
    }


def related_labels(record: Mapping[str, Any]) -> dict[str, Any]:
    """Of the page's three links: one right, one with another title, one ambiguous; and one that is not there."""
    right, other, ambiguous = record["related"]
    missing = {"url": "https://www.tarnmouth-courier.example/not-there", "title": "Not there"}
    return {
        "related": [right, other | {"title": "Another title"}, missing],
        "may": [ambiguous["url"]],
    }


@pytest.fixture
def folder(fixtures_path: Path, tmp_path: Path) -> Path:
    """Two pages, one labelled as it is and one labelled wrongly."""
    right, wrong = golden(fixtures_path, RIGHT), golden(fixtures_path, WRONG)
    lines = [
        {"id": RIGHT, "url": right["_url"], "gold": labels_of(right)},
        {"id": WRONG, "url": wrong["_url"], "gold": wrong_labels(wrong)},
    ]
    (tmp_path / "html").mkdir()
    for slug in (RIGHT, WRONG):
        html = (fixtures_path / "articles" / slug / "page.html").read_bytes()
        (tmp_path / "html" / f"{slug}.html.gz").write_bytes(gzip.compress(html))
    write_lines(tmp_path / "pages.jsonl", *lines)
    write_lines(tmp_path / "related.jsonl", {"id": RIGHT} | related_labels(right))
    return tmp_path


def write_lines(file: Path, *lines: Mapping[str, Any]) -> None:
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def benchmark(*args: object, script: str = "extraction.py") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "benchmarks" / script, *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )


def figures(folder: Path, *options: object) -> tuple[int, dict[str, Any]]:
    """The number of pages and copydesk's figures; another extractor may be measured beside it."""
    done = benchmark(folder, "--json", *options)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["pages"], next(v for k, v in found["extractors"].items() if k.startswith("copydesk "))


def test_every_field_is_counted_by_its_measure(folder: Path) -> None:
    pages, found = figures(folder)
    names = ("pages", "precision", "recall", "f1", "right", "answered")
    expected = {
        "body": (2, 0.5, 0.5, 0.5, 0.5, 1.0),
        "passages": (1, 0.5, 0.5, 0.5, 0.0, 1.0),
        "title": (2, 0.5, 0.5, 0.5, 0.5, 1.0),
        "date": (2, 0.5, 0.5, 0.5, 0.5, 1.0),
        "authors": (2, 1.0, 2 / 3, 0.8, 0.5, 1.0),
        "description": (1, 1.0, 1.0, 1.0, 1.0, 1.0),
        "related": (1, 1.0, 2 / 3, 0.8, 0.0, 1.0),
        "related titles": (1, 0.5, 0.5, 0.5, 0.0, 1.0),
    }
    assert pages == 2
    assert found["errors"] == {}
    assert {field: tuple(found["fields"][field][name] for name in names) for field in found["fields"]} == {
        field: pytest.approx(values) for field, values in expected.items()
    }


def test_calibration_counts_each_answer_in_one_band(folder: Path) -> None:
    _, found = figures(folder)
    for field in ("title", "date", "authors", "body"):
        bands = found["calibration"][field]
        assert list(bands) == ["0.9", "0.8", "0.6", "0.0"]
        assert sum(band["answers"] for band in bands.values()) == 2
        assert sum(band["answers"] * (band["right"] or 0) for band in bands.values()) == pytest.approx(1)


def test_pages_of_several_origins_are_counted_apart(folder: Path) -> None:
    lines = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    write_lines(folder / "pages.jsonl", *(line | {"source": line["id"]} for line in lines))
    _, found = figures(folder)
    assert found["by_source"][RIGHT]["title"]["right"] == 1.0
    assert found["by_source"][WRONG]["title"]["right"] == 0.0
    assert "description" not in found["by_source"][RIGHT], "only one origin labels it"


def test_a_limit_draws_so_many_pages(folder: Path) -> None:
    assert figures(folder, "--limit", 1)[0] == 1


def test_the_tables_name_field_figures_and_confidence(folder: Path) -> None:
    done = benchmark(folder)
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    title = next(row for row in rows if row[0] == "title")
    assert title[1].startswith("copydesk ")
    assert title[2:] == ["2", "0.500", "0.500", "0.500", "0.500", "1.000"]
    assert any(row[:1] == ["field"] and "0.9 and more" in row for row in rows)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "pages.jsonl is missing or empty"),
        ("{\n", "line 1: no JSON"),
        ('{"id": "a", "url": "https://news.example/a"}\n', "line 1: lacks gold"),
        (
            '{"id": "a", "url": "https://news.example/a", "gold": {"title": "A"}}\n',
            "the page of 'a' cannot be read",
        ),
    ],
    ids=["no pages", "no JSON", "no label", "no page"],
)
def test_a_folder_of_another_form_is_refused_with_what_it_lacks(
    tmp_path: Path, lines: str, said: str
) -> None:
    (tmp_path / "pages.jsonl").write_text(lines, "utf-8")
    done = benchmark(tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_related_links_are_measured_by_both_files_of_labels(folder: Path, fixtures_path: Path) -> None:
    link = golden(fixtures_path, WRONG)["related"][0]
    own = folder / "own.jsonl"
    write_lines(
        own, {"id": WRONG, "related": [link], "may": [golden(fixtures_path, WRONG)["related"][1]["url"]]}
    )
    done = benchmark(folder, "--labels", own, "--misses", script="related.py")
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert rows[0] == ["labels", "pages", "links", "precision", "recall", "f1", "titles"]
    assert ["related.jsonl", "1", "3", "1.000", "0.667", "0.800", "0.500"] in rows
    assert next(row for row in rows if row[0] == "own.jsonl")[1:3] == ["1", "1"]
    assert "  missed tarnmouth-courier.example/not-there  Not there" in done.stdout


def test_labels_of_pages_that_are_not_there_are_refused(folder: Path) -> None:
    own = folder / "own.jsonl"
    write_lines(own, {"id": "elsewhere", "related": [], "may": []})
    done = benchmark(folder, "--labels", own, script="related.py")
    assert done.returncode == 2
    assert "the first is elsewhere" in done.stderr


@pytest.mark.parametrize(
    "file", sorted((ROOT / "benchmarks").glob("related_labels*.jsonl")), ids=lambda file: file.stem
)
def test_own_labels_hold_ids_addresses_and_headlines_only(file: Path) -> None:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({line["id"] for line in lines}) == len(lines) >= 60
    assert {tuple(line) for line in lines} == {("id", "related", "may")}
    assert {tuple(link) for line in lines for link in line["related"]} == {("url", "title")}


def test_near_copies_are_counted_against_brute_force() -> None:
    done = benchmark("--texts", 150, "--json", script="near_copies.py")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["texts"] == 150
    assert found["index"]["pairs"] >= 5
    for part in ("index", "store"):
        assert found[part]["recall"] > 0.8
        assert found[part]["precision"] > 0.8


def test_the_store_is_measured_beside_plain_sqlite3(tmp_path: Path) -> None:
    file = tmp_path / "made-up.db"
    done = benchmark("--articles", 30, "--every", 15, "--db", file, script="store.py")
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert [row[0] for row in rows if len(row) == 8] == ["articles", "---", "15", "30"]
    assert all(min(map(float, row[1:])) > 0 for row in rows if row[0] in {"15", "30"})
    with closing(sqlite3.connect(file)) as db:
        articles = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        copies = db.execute("SELECT count(*) FROM copies").fetchone()[0]
    assert f"articles {articles}, copies {copies}" in done.stdout
    assert articles + copies == 30
    again = benchmark("--articles", 1, "--db", file, script="store.py")
    assert (again.returncode, "exists; name a new file" in again.stderr) == (2, True)


def test_what_size_costs_is_told_in_turns(tmp_path: Path) -> None:
    file = tmp_path / "made-up.db"
    assert benchmark("--articles", 30, "--alone", "--db", file, script="store.py").returncode == 0
    done = benchmark(file, "--rounds", 2, "--visits", 20, script="growth.py")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("30 visits before\n")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert [row[0] for row in rows if len(row) == 7] == ["round", "---", "1", "2"]
    assert all(min(map(float, row[1:])) > 0 for row in rows if row[0] in {"1", "2"})
    assert done.stdout.splitlines()[-1].startswith("medians: ")
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT count(*) FROM pages").fetchone() == (30 + 4_096 + 2 * 20,)


def test_the_queries_and_searches_are_timed(tmp_path: Path) -> None:
    file = tmp_path / "made-up.db"
    made = benchmark("--articles", 60, "--db", file, script="store.py")
    assert made.returncode == 0, made.stderr
    done = benchmark(file, "--runs", 2, script="queries.py")
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    timed = {row[0]: row[1:] for row in rows if len(row) == 5 and row[1][0].isdigit()}
    assert {what for what in timed if not what.startswith("search")} == set(readme_queries())
    assert timed["search: a word of nearly all"][3] == "10 to 10"
    assert timed["search: 東京"][3] == "0 to 0"
    assert all(0 < float(median) <= float(worst) for median, worst, _, _ in timed.values())


def test_checks_are_measured_on_made_up_months() -> None:
    done = benchmark("--sites", 1, "--json", script="check.py")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["site_months"], found["false_alarms"]) == (7, [])
    assert found["found"]["nothing new"]["300"] == [1]


def test_plain_sqlite3_writes_the_same_rows(tmp_path: Path) -> None:
    """Otherwise the two rates would be of different work."""
    program = (
        "import sys; from pathlib import Path; from measure.made_up import visits;"
        "from measure.plain_store import PlainStore; from pipelines.store import Store\n"
        "first, second = map(Path, sys.argv[1:])\n"
        "with Store(first, command='b') as store, PlainStore(first, second) as plain:\n"
        "    for visit in visits(1, 60, 0.3): store.put(visit)\n"
        "    store.flush()\n"
        "    plain.write(plain.new_rows())\n"
    )
    files = [tmp_path / "news.db", tmp_path / "plain.db"]
    path = os.pathsep.join([str(ROOT), str(ROOT / "benchmarks")])
    subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-c", program, *files],
        check=True,
        timeout=SECONDS,
        env=os.environ | {"PYTHONPATH": path},
    )
    dumps = []
    for file in files:
        with closing(sqlite3.connect(file)) as db:
            tables = ("articles", "related_links", "copies", "pages")
            dumps.append([db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables])  # noqa: S608
            assert db.execute(
                "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ba'"
            ).fetchone() > (0,)
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("module", ["marks", "report"])
def test_the_examples_of_the_measures_hold(module: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "doctest", ROOT / "benchmarks" / "measure" / f"{module}.py"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "benchmarks")])},
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_a_crawl_is_measured_beside_bare_scrapy_and_once_more_with_nothing_to_fetch() -> None:
    done = benchmark("--pages", 12, "--workers", 1, "--scale", 0.2, script="crawl.py")
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    bare, crawl, again = rows[-3:]
    assert bare[:3] == ["Scrapy, nothing done", "12", "1.00"]
    assert crawl[:2] == ["copydesk, --workers 1", "12"]
    assert float(crawl[2]) > 0
    assert again[:2] == ["the same again", "0"]
    assert again[2].startswith("1 requests, ")
