"""What an export holds: every column, every change once, in any of its forms, and the schema that says so."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from old_files import insert_article, version_1
from store_samples import HARBOUR, TIDES, answer, body, link, visit

from crawler.items import Provenance
from pipelines.database.connection import open_database
from pipelines.database.exporting import BATCH, COLUMNS, FIELDS, LEFT_OUT, LINK, Changes, last_change, records
from pipelines.database.selection import Selection
from pipelines.export import as_csv, as_jsonl
from pipelines.export_parquet import write_parquet
from pipelines.store import Store

ALL = Selection()
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "export.schema.json").read_text("utf-8"))
EVERYTHING: dict[str, Any] = {
    "description": "=A standfirst.",
    "published_at": "2025-08-09T23:30:00-05:00",
    "modified_at": "2025-08-10",
    "authors": ("Ada Holm", "Jo Żak"),
    "tags": ("-harbour", "storm"),
    "pull_quotes": ("Nobody had seen it.",),
    "section": "@Local",
    "language": "en",
    "image_url": "https://news.example/i.jpg",
    "site_name": "The Gazette",
    "is_accessible_for_free": False,
    "provenance": {"title": Provenance("json-ld", 0.95)},
    "related": (link(TIDES), link(None, "No address")),
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.put(visit(HARBOUR, "harbour", title="+1 — “harbour”, \r\n东京", **EVERYTHING))
    store.put(visit(TIDES, "tides", published_at=None, day=2))
    return store


def test_a_record_holds_every_column_and_the_links(filled: Store) -> None:
    first, second = records(filled.db, ALL)
    columns = {row[1] for row in filled.db.execute("PRAGMA table_info(articles)")}
    assert set(COLUMNS) == columns - LEFT_OUT
    assert tuple(first) == FIELDS
    same = ["description", "published_at", "modified_at", "section", "language", "image_url", "site_name"]
    assert {name: first[name] for name in same} == {name: EVERYTHING[name] for name in same}
    assert (first["authors"], first["tags"]) == (["Ada Holm", "Jo Żak"], ["-harbour", "storm"])
    assert first["is_accessible_for_free"] is False
    assert first["provenance"] == {"title": {"source": "json-ld", "confidence": 0.95}}
    assert (first["id"], first["url"], first["site"]) == (1, HARBOUR, "news.example")
    assert (first["first_seen_at"], first["revision"]) == ("2026-01-01T00:00:00Z", 1)
    assert first["related"] == [
        {"url": TIDES, "title": "A teaser", "description": "What it says.", "published_at": "2025-08-01",
         "kind": "block", "target_id": 2},
        {"url": None, "title": "No address", "description": "What it says.", "published_at": "2025-08-01",
         "kind": "block", "target_id": None},
    ]  # fmt: skip
    assert (second["published_at"], second["authors"], second["related"]) == (None, [], [])
    assert second["is_accessible_for_free"] is None


def test_the_schema_is_true_of_every_record_and_names_no_other_field(filled: Store) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    for line in as_jsonl(records(filled.db, ALL)):
        validator.validate(json.loads(line))
    assert list(SCHEMA["properties"]) == SCHEMA["required"] == list(FIELDS)
    assert list(SCHEMA["properties"]["related"]["items"]["properties"]) == LINK


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", None), ("authors", "Ada"), ("published_at", "9 August"), ("revision", 0), ("more", 1)],
)
def test_the_schema_refuses_what_no_export_writes(filled: Store, field: str, value: object) -> None:
    (record, _) = records(filled.db, ALL)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**record, field: value}, SCHEMA)


def test_more_articles_than_a_batch_come_in_order(store: Store) -> None:
    for number in range(BATCH + 7):
        store.put(
            visit(f"https://news.example/{number}", body=f"{body('tides')} {number}", related=(link(TIDES),))
        )
    found = list(records(store.db, ALL))
    assert [record["id"] for record in found] == list(range(1, BATCH + 8))
    assert all(len(record["related"]) == 1 for record in found)


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(sites=("news.example",)), [1, 2]),
        (Selection(sites=("other.example",)), []),
        (Selection(since="2025-08-09"), [1]),
        (Selection(until="2025-08-08"), []),
    ],
)
def test_a_selection(filled: Store, selection: Selection, found: list[int]) -> None:
    assert [record["id"] for record in records(filled.db, selection)] == found


def test_cells_that_would_be_formulas_are_defused(filled: Store) -> None:
    text = "".join(as_csv(records(filled.db, ALL)))
    head, first, second = csv.reader(StringIO(text, newline=""))
    assert tuple(head) == FIELDS
    row = dict(zip(head, first, strict=True))
    assert row["title"].startswith("'+1 — “harbour”, \r\n东京")
    assert (row["description"], row["section"]) == ("'=A standfirst.", "'@Local")
    assert json.loads(row["tags"]) == ["-harbour", "storm"]
    assert row["is_accessible_for_free"] == "0"
    assert dict(zip(head, second, strict=True))["published_at"] == ""
    assert not [cell for cell in (*first, *second) if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_parquet_holds_the_same(filled: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = BytesIO()
    write_parquet(records(filled.db, ALL), file)
    rows = parquet.read_table(BytesIO(file.getvalue())).to_pylist()
    expected = list(records(filled.db, ALL))
    for record in expected:
        record["provenance"] = [{"field": name, **origin} for name, origin in record["provenance"].items()]
    assert rows == expected


def test_parquet_of_nothing_still_has_its_columns(store: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = BytesIO()
    write_parquet(records(store.db, ALL), file)
    table = parquet.read_table(BytesIO(file.getvalue()))
    assert (table.num_rows, tuple(table.column_names)) == (0, FIELDS)


# ── what is new ──


class Consumer:
    """Takes what changed since it last did."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.change = 0

    def take(self, selection: Selection = ALL) -> list[int]:
        changes = Changes(self.change, last_change(self.store.db))
        self.change = changes.until
        return [record["id"] for record in records(self.store.db, selection, changes)]


@pytest.fixture
def consumer(filled: Store) -> Iterator[Consumer]:
    consumer = Consumer(filled)
    assert consumer.take() == [1, 2]
    yield consumer


def test_new_articles_and_revisions_are_new_once(filled: Store, consumer: Consumer) -> None:
    assert consumer.take() == []
    filled.put(visit("https://news.example/bridge", "bridge", day=3))
    filled.put(visit(HARBOUR, body=body("harbour", changed=3), day=3))
    assert consumer.take() == [3, 1]
    assert consumer.take() == []


def test_what_was_only_seen_again_is_not_new(filled: Store, consumer: Consumer) -> None:
    filled.put(visit(TIDES, "tides", published_at=None, day=9))
    filled.put(answer(HARBOUR, "unchanged", day=9, status=304))
    filled.put(visit("https://other.example/reprint", "tides", day=9))
    filled.db.execute("UPDATE articles SET provenance = '{}', run_id = NULL")
    assert consumer.take() == []


def test_a_correction_by_hand_is_new(filled: Store, consumer: Consumer) -> None:
    filled.db.execute("UPDATE OR IGNORE articles SET authors = '[\"Ada\"]' WHERE id = 2")
    assert consumer.take() == [2]


def test_what_changes_while_an_export_runs_comes_with_the_next(filled: Store, consumer: Consumer) -> None:
    filled.db.execute("UPDATE articles SET section = 'A'")
    changes = Changes(consumer.change, last_change(filled.db))
    found = records(filled.db, ALL, changes)
    filled.db.execute("UPDATE articles SET section = 'B' WHERE id = 1")
    assert [(record["id"], record["section"]) for record in found] == [(2, "A")]
    consumer.change = changes.until
    assert consumer.take() == [1]


def test_a_deleted_article_is_forgotten(filled: Store, consumer: Consumer) -> None:
    filled.db.execute("PRAGMA foreign_keys = OFF")
    filled.db.execute("DELETE FROM articles WHERE id = 2")
    assert filled.db.execute("SELECT article_id FROM article_changes").fetchall() == [(1,)]
    filled.put(visit("https://news.example/bridge", "bridge", day=4))
    assert consumer.take() == [2]


def test_all_articles_of_an_older_file_are_new(path: Path) -> None:
    with version_1(path) as db:
        for number in (1, 2, 3):
            insert_article(db, number, f"https://news.example/{number}")
    db = open_database(path)
    assert [record["id"] for record in records(db, ALL, Changes(0, last_change(db)))] == [1, 2, 3]


def test_reading_holds_no_transaction_between_batches(filled: Store) -> None:
    found = records(filled.db, ALL)
    next(found)
    assert not filled.db.conn.in_transaction
