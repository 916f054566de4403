"""The graph is read as it lies in the file: in order, without sorting, of one moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_samples import HARBOUR, TIDES, body, link, visit

from pipelines.database import graph
from pipelines.database.connection import open_readonly
from pipelines.database.transaction import snapshot
from pipelines.store import Store


def put_chain(store: Store, numbers: range) -> None:
    for number in numbers:
        text = f"{body('tides')} Edition {number}."
        url = f"https://news.example/{number}"
        store.put(visit(url, body=text, related=(link(f"https://news.example/{number + 1}"), link(HARBOUR))))


@pytest.mark.parametrize("analyzed", [False, True])
@pytest.mark.parametrize(
    "sql", [graph.STORED_NODES, graph.OTHER_NODES, graph.EDGES], ids=["nodes", "others", "edges"]
)
def test_nothing_is_sorted_or_gathered_before_the_first_line(store: Store, sql: str, analyzed: bool) -> None:
    put_chain(store, range(30))
    if analyzed:
        store.db.execute("ANALYZE")
    asked = store.db.execute(
        f"EXPLAIN QUERY PLAN {sql}", {"with_unstored": True} if sql == graph.EDGES else {}
    )
    plan = [row[3] for row in asked.fetchall()]
    assert not [step for step in plan if "TEMP B-TREE" in step or "MATERIALIZE" in step], plan
    assert sum(step.startswith("SCAN") for step in plan) == 1, plan


def test_edges_are_those_of_the_view(store: Store) -> None:
    put_chain(store, range(5))
    twice = (link(TIDES), link(TIDES + "/amp"), link(HARBOUR), link("https://news.example/2"))
    store.put(visit(HARBOUR, "harbour", related=twice))
    store.put(visit(TIDES, "bridge"))
    view = list(store.db.query("SELECT * FROM related_graph ORDER BY source_id, position"))
    assert [{name: edge[name] for name in graph.EDGE} for edge in graph.edges(store.db)] == view
    assert list(view[0]) == graph.EDGE


@pytest.mark.parametrize("with_unstored", [False, True])
def test_no_edge_leads_to_what_was_deleted_without_foreign_keys(store: Store, with_unstored: bool) -> None:
    """Other programs delete an article and leave the links to it that were found by a copy's address."""
    store.put(visit(TIDES, "tides"))
    store.put(visit(TIDES + "/again", "tides"))
    store.put(visit(HARBOUR, "harbour", related=(link(TIDES + "/again"),)))
    assert len(list(graph.edges(store.db))) == 1
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("DELETE FROM articles WHERE url = ?", (TIDES,))
    assert store.db.execute("SELECT count(target_id) FROM related_links").fetchone() == (1,)
    assert list(graph.edges(store.db, with_unstored=with_unstored)) == []


def test_nodes_and_edges_are_of_one_moment(store: Store, path: Path) -> None:
    put_chain(store, range(3))
    store.flush()
    reader = open_readonly(path)
    with snapshot(reader):
        names = [node["node"] for node in graph.nodes(reader)]
        put_chain(store, range(3, 6))
        store.put(visit(TIDES, "bridge"))
        store.flush()
        edges = [(edge["source"], edge["target"]) for edge in graph.edges(reader)]
    assert (names, edges) == ([1, 2, 3], [(1, 2), (2, 3)])
    with snapshot(reader):
        assert len(list(graph.nodes(reader))) == 7
