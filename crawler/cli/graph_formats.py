"""The graph as text: nodes and edges in; JSON lines, CSV, GraphML or DOT out, line by line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from crawler.text import UNWANTED, squeeze
from pipelines.database.graph import EDGE
from pipelines.export import defused

Row = Mapping[str, Any]
Writer = Callable[[Iterable[Row], Iterable[Row]], Iterator[str]]

# What no XML document may hold, beside what UNWANTED names.
NO_XML = re.compile("[\ufffe\uffff]")

GRAPHML_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="url" for="node" attr.name="url" attr.type="string"/>
<key id="site" for="node" attr.name="site" attr.type="string"/>
<key id="published_on" for="node" attr.name="published_on" attr.type="string"/>
<key id="is_stored" for="node" attr.name="is_stored" attr.type="boolean"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="position" for="edge" attr.name="position" attr.type="int"/>
<key id="link_title" for="edge" attr.name="link_title" attr.type="string"/>
<graph id="related" edgedefault="directed">
"""


def as_jsonl(nodes: Iterable[Row], edges: Iterable[Row]) -> Iterator[str]:
    """Yield an edge a line; the nodes are what the edges name."""
    for edge in edges:
        yield json.dumps(dict(zip(EDGE, _values(edge), strict=True)), ensure_ascii=False) + "\n"


def as_csv(nodes: Iterable[Row], edges: Iterable[Row]) -> Iterator[str]:
    """Yield a head, then an edge a line; what is absent is empty, and nothing is a spreadsheet's formula."""
    yield _csv_line(EDGE)
    for edge in edges:
        yield _csv_line(defused(value) if isinstance(value, str) else value for value in _values(edge))


def as_graphml(nodes: Iterable[Row], edges: Iterable[Row]) -> Iterator[str]:
    """Yield a GraphML document, as networkx and Gephi read it."""
    yield GRAPHML_HEAD
    for node in nodes:
        is_stored = "true" if node["is_stored"] else "false"
        named = {"label": node["title"], **{name: node[name] for name in ("url", "site", "published_on")}}
        yield f'<node id="{node["node"]}">{_data({**named, "is_stored": is_stored})}</node>\n'
    for edge in edges:
        named = {name: edge[name] for name in ("kind", "position", "link_title")}
        yield f'<edge source="{edge["source"]}" target="{edge["target"]}">{_data(named)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def as_dot(nodes: Iterable[Row], edges: Iterable[Row]) -> Iterator[str]:
    """Yield a digraph in Graphviz's language."""
    yield "digraph related {\n"
    for node in nodes:
        label, url = _quoted(node["title"] or node["url"]), _quoted(node["url"])
        style = "" if node["is_stored"] else ", style=dashed"
        yield f"  {node['node']} [label={label}, URL={url}{style}];\n"
    for edge in edges:
        yield f"  {edge['source']} -> {edge['target']} [kind={edge['kind']}];\n"
    yield "}\n"


FORMATS: Mapping[str, Writer] = {"jsonl": as_jsonl, "csv": as_csv, "graphml": as_graphml, "dot": as_dot}


def _values(edge: Row) -> list[Any]:
    """Return what EDGE names, with nothing in it that could steer a terminal."""
    values = [edge[name] for name in EDGE]
    return [UNWANTED.sub("", value) if isinstance(value, str) else value for value in values]


def _csv_line(values: Iterable[Any]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def _data(values: Row) -> str:
    return "".join(
        f"<data key={quoteattr(name)}>{escape(NO_XML.sub('', UNWANTED.sub('', str(value))))}</data>"
        for name, value in values.items()
        if value is not None
    )


def _quoted(text: str) -> str:
    r"""Return a DOT string: one line, and no escape of the text's own.

    >>> print(_quoted('The "tide" of C:\\N'))
    "The \"tide\" of C:\\N"
    """
    line = squeeze(text) or ""
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
