"""What `_told.pyx` does, in plain Python, for where it is not compiled: what the elements of a head say, unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml.html import HtmlElement

Told = tuple[str, tuple[str | None, ...]]
"""A tag, and its element's attributes in the order of ATTRIBUTES; of JSON-LD's `<script>`, its text; of a `<noscript>`
nothing but that it holds an `<h1>`."""

ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "meta": ("content", "name", "property", "itemprop", "http-equiv"),
    "link": ("href", "rel"),
    "base": ("href",),
}
MOST_HEADLINES: Final = 32
"""So many `<h1>` are looked at: each means a way up the tree, which is long on pages that are made to take long."""
JSON_LD: Final = "ld+json"
"""In the type of a script that holds JSON-LD, in lower case."""


def told(root: HtmlElement) -> Iterator[Told]:
    """Yield what the elements of a head say, wherever they stand, in page order."""
    headlines = 0
    for element in root.iter(*ATTRIBUTES, "script", "h1"):
        get, tag = element.get, str(element.tag)
        if tag in ATTRIBUTES:
            yield tag, tuple([get(name) for name in ATTRIBUTES[tag]])
        elif tag == "h1":
            headlines += 1
            if headlines <= MOST_HEADLINES and next(element.iterancestors("noscript"), None) is not None:
                yield "noscript", ()
        elif (kind := get("type")) and JSON_LD in kind.lower():
            yield tag, (element.text,)
