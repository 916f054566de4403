"""Searching: any script's words, literally, in step with what is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from old_files import insert_article, version_1
from sqlite_utils import Database
from store_samples import HARBOUR, TIDES, visit

from pipelines.database.connection import open_database
from pipelines.database.search import search, terms
from pipelines.database.selection import Selection
from pipelines.store import Store

BRIDGE = "https://third.example/a"
TOKYO = "https://news.jp.example/tokyo"
SEOUL = "https://news.kr.example/seoul"
TOKYO_TEXT = "東京都の知事は七日、港湾計画についてiPhone 17で会見した。\n\n費用は𠮷野家とｶﾞｽ会社が負担する。"
SEOUL_TEXT = "서울에서 열린 회의가 끝났다. 부산 항구는 조용했다."


def shown(
    db: Database, query: str, selection: Selection | None = None, limit: int = 10
) -> list[dict[str, Any]]:
    return search(db, query, selection, limit).rows


@pytest.fixture
def filled(store: Store) -> Store:
    store.put(visit(HARBOUR, "harbour", description="Ferries at last."))
    store.put(visit(TIDES, "tides", published_at="2025-08-10T06:00:00+02:00", title="Žižkov und die Flut"))
    store.put(visit(BRIDGE, "bridge", published_at=None))
    store.put(visit(TOKYO, title="ＡＩ条例、年内に発表", body=TOKYO_TEXT, published_at="2025-08-12"))
    store.put(visit(SEOUL, title="회의", body=SEOUL_TEXT, published_at="2025-08-13"))
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zizkov", [TIDES]),
        ("ŽIŽKOV flut", [TIDES]),
        ("rust paint", [BRIDGE]),
        ("zizkov rust", []),
        ('"rust under paint"', [BRIDGE]),
        ('"paint under rust"', []),
        ('"RUST under paint', [BRIDGE]),
        ("rust-under", [BRIDGE]),
        ('"rust* OR (NEAR', []),
        ("title:flut", []),
        ("東京", [TOKYO]),
        ("都", [TOKYO]),
        ("京東", []),
        ("港湾計画について", [TOKYO]),
        ("知事 会見", [TOKYO]),
        ("知事会見", []),
        ("AI", [TOKYO]),
        ("ａｉ", [TOKYO]),
        ("iphone", [TOKYO]),
        ("東京 IPHONE", [TOKYO]),
        ("iPhone 17で会見", [TOKYO]),
        ("ガス", [TOKYO]),
        ("𠮷野家", [TOKYO]),
        ("서울", [SEOUL]),
        ("부산 회의", [SEOUL]),
        ("東京 rust", []),
        ("", []),
        ("&& \"'", []),
        ("\0 zizkov \ud83d", [TIDES]),
        ("rust " * 3000, [BRIDGE]),
        ("の" * 3000, []),
    ],
)
def test_words_of_any_script_are_found_as_they_are(filled: Store, query: str, found: list[str]) -> None:
    assert [row["url"] for row in shown(filled.db, query)] == found


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        ("zizkov", "[Žižkov] und die Flut"),
        ("ferries last", "[Ferries] at [last]."),
        ("iphone", "計画について[iPhone] 17で会見した。"),
        ("計画", "東京都の知事は七日、港湾[計画]についてiPhone 17で会見した。"),
        ("부산", "서울에서 열린 회의가 끝났다. [부산] 항구는 조용했다."),
    ],
)
def test_the_passage_reads_as_it_stands_in_the_article(filled: Store, query: str, snippet: str) -> None:
    (row,) = shown(filled.db, query)
    assert snippet in row["snippet"]


def test_a_headline_weighs_more_than_the_text(store: Store) -> None:
    long, short = "港と海と町と船の話が続く。" * 5, "灯台の話。灯台はここにもある。"
    store.put(visit("https://n.example/1", title="港の話", body=f"{short} lighthouse and lighthouse"))
    store.put(visit("https://n.example/2", title="灯台守 Lighthouse", body=f"{long} sea"))
    for query in ("灯台", "lighthouse"):
        assert [row["id"] for row in shown(store.db, query)] == [2, 1], query


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), {HARBOUR, TIDES}),
        (Selection(sites=("news.example", "third.example")), {HARBOUR, TIDES}),
        (Selection(sites=("third.example",)), set()),
        (Selection(since="2025-08-10"), {TIDES}),
        (Selection(until="2025-08-09"), {HARBOUR}),
        (Selection(since="2025-08-09", until="2025-08-10"), {HARBOUR, TIDES}),
    ],
)
def test_sites_and_days(filled: Store, selection: Selection, found: set[str]) -> None:
    assert {row["url"] for row in shown(filled.db, "in part", selection)} - {BRIDGE} == found


def test_undated_articles_are_left_out_when_days_are_asked_for(filled: Store) -> None:
    assert len(shown(filled.db, "rust")) == 1
    assert shown(filled.db, "rust", Selection(since="1900-01-01")) == []


def test_the_limit_keeps_the_best(filled: Store) -> None:
    all_of_them = shown(filled.db, "in part")
    assert shown(filled.db, "in part", limit=2) == all_of_them[:2]
    assert len(all_of_them) == 3


def test_the_index_follows_every_change(filled: Store) -> None:
    filled.put(visit(TOKYO, title="訂正", body=TOKYO_TEXT.replace("東京", "大阪"), day=2))
    assert [row["url"] for row in shown(filled.db, "大阪")] == [TOKYO]
    assert shown(filled.db, "東京") == shown(filled.db, "条例") == []
    filled.put(visit(TOKYO, title="Plain", body="No more of it in the text today, not a word.", day=3))
    assert shown(filled.db, "大阪") == []
    filled.db.execute("DELETE FROM articles WHERE url = ?", (SEOUL,))
    assert shown(filled.db, "서울") == []
    filled.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")


def test_text_without_cjk_takes_no_room(filled: Store) -> None:
    sql = "SELECT url FROM articles WHERE spaced_title IS NOT NULL OR spaced_text IS NOT NULL ORDER BY id"
    assert filled.db.execute(sql).fetchall() == [(TOKYO,), (SEOUL,)]


def test_tools_find_the_index_by_themselves(filled: Store) -> None:
    assert filled.db.table("articles").detect_fts() == "articles_fts"


def test_a_file_of_the_first_version_gets_its_index_anew(path: Path) -> None:
    with version_1(path) as db:
        for number in range(1, 1201):
            insert_article(db, number, f"https://news.example/{number}", body=f"Edition {number}")
        insert_article(db, 1201, TOKYO, title="東京の港", body=TOKYO_TEXT)
    db = open_database(path)
    assert [row["url"] for row in shown(db, "東京")] == [TOKYO]
    assert [row["url"] for row in shown(db, "edition 1200")] == ["https://news.example/1200"]
    db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    assert db.execute("SELECT count(spaced_text), count(spaced_title) FROM articles").fetchone() == (1, 1)


def test_terms() -> None:
    assert terms('tide "twice  at night" - \'" x"y" "" "z') == ["tide", "twice at night", "x", "y", "z"]
