"""`copydesk graph`: the graph of related links in each form, whole, and as other programs read it."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command_line import run
from lxml import etree

from crawler.items import Article, RelatedLink, Visit
from pipelines.store import Store

Call = Callable[..., Result]
NEWS = "https://news.example/"
ODD = 'Tides & "locks", <b>\\N\x1b[31m\ufffe\nover 2 lines'


def put(store: Store, name: str, *related: RelatedLink) -> None:
    text = " ".join(f"The {name} was counted for the {number}th time." for number in range(20))
    title = ODD if name == "odd" else name.title()
    article = Article(
        url=NEWS + name,
        title=title,
        body=text,
        body_markdown=text,
        related=related,
        published_at="2025-08-09",
    )
    store.put(
        Visit(
            url=NEWS + name, outcome="article", reason="", fetched_at="2026-01-01T00:00:00Z", article=article
        )
    )


def to(name: str, title: str | None = None, **values: Any) -> RelatedLink:
    return RelatedLink(url=NEWS + name, title=title or f"About {name}", **values)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """1 lock → 2 odd, 3 heron (twice), itself, two unknown ones; 2 odd → an unknown one, spelled otherwise; 4 alone."""
    path = tmp_path / "news.db"
    with Store(path, command="test") as store:
        twice = (to("heron", kind="inset"), to("heron/amp"))
        unknown = (to("soon", published_at="2025-08-08T10:00:00Z"), to("later"))
        put(store, "lock", to("odd"), *twice, to("lock"), *unknown, RelatedLink(url=None, title="A dump's"))
        put(store, "odd", RelatedLink(url="http://www.news.example/soon/", title="Soon, again"))
        put(store, "heron")
        put(store, "alone")
    return path


EDGES = [(1, NEWS + "odd", 2), (1, NEWS + "heron", 3)]
ALL_EDGES = [*EDGES, (1, NEWS + "soon", None), (1, NEWS + "later", None), (2, NEWS + "soon", None)]


@pytest.mark.parametrize(("more", "edges"), [((), EDGES), (("--all",), ALL_EDGES)], ids=["stored", "all"])
def test_json_lines_are_edges(call: Call, db: Path, more: tuple[str, ...], edges: list[Any]) -> None:
    result = call("graph", "--db", db, *more)
    assert (result.exit_code, result.stderr) == (0, "")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(edge["source_id"], edge["target_url"], edge["target_id"]) for edge in found] == edges
    assert found[1] == {
        "source_id": 1,
        "source_url": NEWS + "lock",
        "source_title": "Lock",
        "target_id": 3,
        "target_url": NEWS + "heron",
        "target_title": "Heron",
        "position": 2,
        "kind": "inset",
        "link_title": "About heron",
    }


def test_csv_has_the_same_edges_under_a_head(call: Call, db: Path) -> None:
    lines = call("graph", "--db", db, "--all").stdout.splitlines()
    shown = list(
        csv.DictReader(call("graph", "--db", db, "--format", "csv", "--all").stdout.splitlines(True))
    )
    expected = [json.loads(line) for line in lines]
    assert shown == [
        {name: "" if value is None else str(value) for name, value in edge.items()} for edge in expected
    ]


def test_no_title_is_a_formula_in_csv(call: Call, tmp_path: Path) -> None:
    with Store(tmp_path / "news.db", command="test") as store:
        put(store, "lock", to("heron", '=HYPERLINK("https://evil.example","Tides")'))
        put(store, "heron")
    (edge,) = csv.DictReader(
        call("graph", "--db", tmp_path / "news.db", "--format", "csv").stdout.splitlines()
    )
    assert edge["link_title"] == '\'=HYPERLINK("https://evil.example","Tides")'


def graphml(text: str) -> tuple[dict[str, dict[str, str]], list[tuple[str, str, str]]]:
    """The nodes with their data, and the edges with their kind."""
    root = etree.fromstring(text.encode())
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {
        node.get("id"): {data.get("key"): data.text for data in node}
        for node in root.iterfind(".//g:node", names)
    }
    edges = [
        (edge.get("source"), edge.get("target"), edge.findtext("g:data[@key='kind']", None, names))
        for edge in root.iterfind(".//g:edge", names)
    ]
    return nodes, edges


def test_graphml_has_every_article_and_every_edge(call: Call, db: Path) -> None:
    nodes, edges = graphml(call("graph", "--db", db, "--format", "graphml").stdout)
    assert list(nodes) == ["1", "2", "3", "4"]
    assert nodes["2"]["label"] == 'Tides & "locks", <b>\\N[31m\nover 2 lines'
    assert nodes["4"] == {
        "label": "Alone",
        "url": NEWS + "alone",
        "site": "news.example",
        "published_on": "2025-08-09",
        "is_stored": "true",
    }
    assert edges == [("1", "2", "block"), ("1", "3", "inset")]


def test_what_is_not_stored_is_one_node_for_all_links_to_it(call: Call, db: Path) -> None:
    nodes, edges = graphml(call("graph", "--db", db, "--format", "graphml", "--all").stdout)
    others = {name: node for name, node in nodes.items() if node["is_stored"] == "false"}
    assert [node["label"] for node in others.values()] == ["About soon", "About later"]
    soon, later = others
    assert others[soon] == {
        "label": "About soon",
        "url": NEWS + "soon",
        "site": "news.example",
        "published_on": "2025-08-08",
        "is_stored": "false",
    }
    assert edges[2:] == [("1", soon, "block"), ("1", later, "block"), ("2", soon, "block")]


def test_dot_is_a_digraph_whose_labels_cannot_break_it(call: Call, db: Path) -> None:
    lines = call("graph", "--db", db, "--format", "dot", "--all").stdout.splitlines()
    assert (lines[0], lines[-1]) == ("digraph related {", "}")
    assert lines[2] == (
        r'  2 [label="Tides & \"locks\", <b>\\N[31m'
        + '\ufffe over 2 lines", URL="https://news.example/odd"];'
    )
    assert "  1 -> 3 [kind=inset];" in lines
    assert (
        sum(
            bool(re.fullmatch(r'  u\d+ \[label="About \w+", URL="\S+", style=dashed\];', line))
            for line in lines
        )
        == 2
    )
    assert sum(" -> " in line for line in lines) == len(ALL_EDGES)


def test_a_file_is_there_when_it_is_whole(call: Call, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph.csv"
    result = call("graph", "--db", db, "--format", "csv", "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text("utf-8") == call("graph", "--db", db, "--format", "csv").stdout
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("UPDATE articles SET title = CAST(x'ff' AS TEXT) WHERE id = 3")
        connection.commit()
    before = out.read_bytes()
    assert call("graph", "--db", db, "--format", "csv", "--out", out).exit_code != 0
    assert out.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_the_database_is_never_written_over(call: Call, db: Path) -> None:
    before = db.read_bytes()
    result = call("graph", "--db", db, "--out", db)
    assert result.exit_code == 2
    assert "--out names the database itself" in result.stderr
    assert db.read_bytes() == before


@pytest.mark.parametrize("form", ["jsonl", "csv", "graphml", "dot"])
def test_a_file_without_links_gives_an_empty_graph(call: Call, tmp_path: Path, form: str) -> None:
    with Store(tmp_path / "news.db", command="test"):
        pass
    result = call("graph", "--db", tmp_path / "news.db", "--format", form)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == {"jsonl": 0, "csv": 1, "graphml": 13, "dot": 2}[form]


def test_a_file_that_is_not_ours_ends_with_1(call: Call, tmp_path: Path) -> None:
    result = call("graph", "--db", tmp_path / "none.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no such file" in result.stderr


def test_the_command_itself_writes_utf_8(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("UPDATE articles SET title = 'Žižkov 海' WHERE id = 3")
        connection.commit()
    assert '"target_title": "Žižkov 海"' in run("graph", "--db", db).stdout
