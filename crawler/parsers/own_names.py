"""Own names: what the publication of a page is called, as authors' names are compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.own_address import host_of
from crawler.parsers.site_name import publication
from crawler.parsers.structured import as_list, main_nodes, texts
from crawler.parsers.title_parts import compact

# Shorter labels of a host ('www', 'en', 'm') are no names.
MIN_LABEL = 4


def own_names(page: Page) -> frozenset[str]:
    """Return the publication's names, letters and digits only; see `Page.once`.

    The site's name, the JSON-LD organisations, the host's labels: what signs with one of them is no person.
    """
    return frozenset(name for each in _names(page) if (name := compact(each)))


def _names(page: Page) -> Iterator[str]:
    found = page.once(publication)
    if found:
        yield found.value
    for node in page.json_ld:
        if _is_organisation(node):
            yield from texts(node.get("name"), "@value")
    for node in page.once(main_nodes):
        yield from texts(node.get("publisher"), "name")
        for entry in as_list(node.get("author")):
            if isinstance(entry, Mapping) and _is_organisation(entry):
                yield from texts(entry.get("name"), "@value")
    yield from (label for label in host_of(page.url).split(".")[:-1] if len(label) >= MIN_LABEL)


def _is_organisation(node: Mapping[str, object]) -> bool:
    return any("Organi" in name or name in {"Corporation", "WebSite"} for name in types_of(node))
