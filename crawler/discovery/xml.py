"""XML from strangers in, its root element out: no entities, no network, no DTD, broken markup mended."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def xml_root(body: bytes) -> etree._Element | None:
    """Return the root element, None when there is none; entity references stay unexpanded.

    libxml2's own bounds (depth 256, 10 MB a text) hold, since `huge_tree` is off.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: etree._Element) -> str:
    """Return the name in lower case without its namespace, an empty string for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the direct children of these local names, in document order."""
    return (child for child in element if local_name(child) in names)


def child_text(element: etree._Element, *names: str) -> str | None:
    """Return the text of the first child that has any, in the order of the names."""
    for name in names:
        for child in children(element, name):
            text = "".join(child.itertext()).strip()
            if text:
                return text
    return None
