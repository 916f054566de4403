"""Values of structured data, of whatever type they were written in; strings, numbers and nodes out."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from crawler.json_ld import article_nodes
from crawler.page import Page
from crawler.text import squeeze
from crawler.urls import address_key

# Bounds for hostile values; honest lists of authors or keywords are far shorter.
MAX_VALUES = 200
MAX_CHARS = 5_000

Node = Mapping[str, Any]


def main_nodes(page: Page) -> tuple[Node, ...]:
    """Return the JSON-LD nodes of the page's article: those that name the page's own address first.

    Nodes that name another page's address are another article's and are left out where one names this page's.
    """
    nodes = article_nodes(page.json_ld)
    if len(nodes) < 2:
        return nodes
    own = address_key(page.url)
    here = tuple(node for node in nodes if own in {address_key(url) for url in _addresses(node)})
    return here + tuple(node for node in nodes if not any(True for _ in _addresses(node))) if here else nodes


def _addresses(node: Node) -> Iterator[str]:
    for name in ("url", "mainEntityOfPage", "@id"):
        for value in as_list(node.get(name)):
            address = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
            if isinstance(address, str) and address.startswith("http"):
                yield address[:MAX_CHARS]


def as_list(value: Any) -> list[Any]:
    """Return a value as a list: itself when it is one, of one otherwise, empty for None.

    >>> as_list(None), as_list("a"), as_list(["a", "b"])
    ([], ['a'], ['a', 'b'])
    """
    if value is None:
        return []
    return value[:MAX_VALUES] if isinstance(value, list) else [value]


def texts(value: Any, *names: str) -> list[str]:
    """Return the strings a value holds; of nodes, the first of the properties `names` that is a string.

    >>> texts(["Ada", {"name": "Jo &amp; Co"}, 7, None], "name")
    ['Ada', 'Jo & Co']
    """
    found: list[str] = []
    for entry in as_list(value):
        if isinstance(entry, Mapping):
            entry = next((entry[name] for name in names if isinstance(entry.get(name), str)), None)
        if isinstance(entry, str) and (text := clean(entry)):
            found.append(text)
    return found


def first_text(nodes: tuple[Node, ...], *names: str) -> str | None:
    """Return the first string among the properties of the nodes, the order of the names before that of the nodes."""
    return next(
        (found[0] for name in names for node in nodes if (found := texts(node.get(name), "name", "@value"))),
        None,
    )


def clean(text: str) -> str | None:
    r"""Return a string of structured data as text: entities read (doubled ones too), on one line.

    >>> clean("R&amp;amp;D\n today")
    'R&D today'
    """
    if len(text) > MAX_CHARS:
        text = text[:MAX_CHARS]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return squeeze(text)
