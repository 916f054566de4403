"""State elements: the typed content elements of a page's state in; the markup that a page would print of them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final

MAX_DEPTH: Final = 20
FEWEST_ELEMENTS: Final = 2
SHORTEST_PARAGRAPH: Final = 60

# Where content systems say what an element is: `type` (most), `_type` and `style` (Portable Text), `nodeType`
# (Contentful), `__typename` (GraphQL), `name` where it is one word (WordPress: `core/paragraph`), `tagName`.
TYPE_KEYS: Final = (
    "type", "_type", "@type", "nodeType", "__typename", "kind", "tag", "tagName", "blockType", "component", "style",
    "listItem",
)  # fmt: skip
BLOCK_NAME: Final = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)?")
# Where they keep the text, and where the elements inside; in this order.
TEXT_KEYS: Final = (
    "html",
    "content",
    "text",
    "value",
    "body",
    "markup",
    "copy",
    "paragraph",
    "data",
    "innerHTML",
)
# Names of their own that content systems give it: `htmlText`, `bodyHtml`, `paragraphText`.
TEXT_KEY: Final = re.compile(
    r"^(?!.*(?:alt|caption|teaser|title|credit|plain)).*(?:html|text|paragraph|content)$", re.IGNORECASE
)
CHILD_KEYS: Final = (
    "children", "content", "content_elements", "blocks", "items", "elements", "components", "listItems", "paragraphs",
    "nodes", "body", "data", "model", "attributes", "attrs", "props", "value", "document", "root",
    "fields", "json",
)  # fmt: skip
LINK_KEYS: Final = ("href", "url", "uri")
WRAPPERS: Final = ("attrs", "attributes", "data")

HEADING: Final = frozenset(
    "header heading headline subhead subheadline subheading subtitle crosshead h1 h2 h3 h4 h5 h6".split()
)
QUOTE: Final = frozenset("quote blockquote".split())
LIST: Final = frozenset("list ul ol bulletlist orderedlist".split())
ITEM: Final = frozenset("li listitem".split())
PARAGRAPH: Final = frozenset("paragraph text p richtext".split())
# Elements of an article that are none of its text.
SKIPPED: Final = frozenset(
    """image img picture photo video audio gallery slideshow media figure caption credit embed oembed iframe ad ads
    advert advertisement promo related recommendation recommendations teaser card newsletter subscribe signup inset
    interstitial pullquote divider spacer script style social tweet twitter instagram facebook youtube poll quiz survey
    comments author byline bio breadcrumb menu nav navigation footer button form map podcast player toc tags share
    sharing sponsor""".split()
)
LIST_ITEM: Final = frozenset({"list", "item"})
PORTABLE_ITEM: Final = frozenset({"bullet", "number"})
LEVELS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
WORD: Final = re.compile(r"[A-Z]?[a-z]+\d?|[A-Z]+(?![a-z])|\d")
MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{2,8};")
BLOCK_MARKUP: Final = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|blockquote|br|section|table)\b", re.IGNORECASE)


def is_typed(values: Sequence[Any]) -> bool:
    """Tell whether a list holds content elements, or paragraphs as plain strings.

    >>> is_typed([{"type": "text", "content": "a"}, {"type": "image"}]), is_typed([{"id": 1}, {"id": 2}])
    (True, False)
    """
    typed = sum(_is_paragraph(value) if isinstance(value, str) else bool(_words(value)) for value in values)
    return typed >= FEWEST_ELEMENTS and 2 * typed > len(values)


def _is_paragraph(text: str) -> bool:
    return len(text) >= SHORTEST_PARAGRAPH


def rendered(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the markup of a text, an element or a list of them; elements that are no text give nothing.

    >>> "".join(rendered([{"type": "header", "level": 3, "text": "Tide & moon"}, "It rose."]))
    '<h3>Tide &amp; moon</h3><p>It rose.</p>'
    """
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        yield value if BLOCK_MARKUP.search(value) else "".join(_lines(value))
    elif isinstance(value, list):
        for entry in value:
            yield from rendered(entry, depth + 1)
    elif isinstance(value, dict):
        yield from _element(value, _words(value), depth)


def _element(node: dict[str, Any], words: frozenset[str], depth: int) -> Iterator[str]:
    if words & SKIPPED and not words & PARAGRAPH:
        return
    if words & ITEM or words >= LIST_ITEM or (node.get("listItem") and words & PORTABLE_ITEM):
        yield f"<li>{_inline(node, depth)}</li>"
    elif words & LIST:
        tag = "ol" if words & {"ordered", "ol", "numbered", "orderedlist"} else "ul"
        items = (f"<li>{_inline(item, depth + 1)}</li>" for item in _children(node))
        yield f"<{tag}>{''.join(items)}</{tag}>"
    elif words & HEADING:
        yield f"<h{_level(node, words)}>{_inline(node, depth)}</h{_level(node, words)}>"
    elif words & QUOTE:
        yield f"<blockquote>{_inline(node, depth)}</blockquote>"
    elif (text := _own_text(node)) is not None:
        yield from rendered(text, depth + 1)
    elif any(_is_block(child) for child in _children(node)):
        yield from rendered(_children(node), depth + 1)
    elif words & PARAGRAPH:
        yield f"<p>{_inline(node, depth)}</p>"
    else:
        yield from rendered(_children(node), depth + 1)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip():
            yield f"<p>{_marked(line)}</p>"


def _inline(value: Any, depth: int) -> str:
    """Return the text of an element with the links in it, as markup of one line."""
    if isinstance(value, str):
        return _marked(value)
    if isinstance(value, list) and depth <= MAX_DEPTH:
        return "".join(_inline(entry, depth + 1) for entry in value)
    if not isinstance(value, dict) or depth > MAX_DEPTH:
        return ""
    text = _own_text(value)
    inside = _marked(text) if text is not None else _inline(_children(value), depth + 1)
    words = _words(value)
    if words & {"link", "hyperlink", "a"} and (href := _href(value)):
        return f'<a href="{escape(href)}">{inside}</a>'
    return "<br>" if "break" in words and not inside else inside


def _marked(text: str) -> str:
    """Return a text as markup: as it is where it has some, else escaped."""
    return text if MARKUP.search(text) else escape(text, quote=False)


def _own_text(node: dict[str, Any]) -> str | None:
    keys = (*TEXT_KEYS, *(key for key in node if TEXT_KEY.search(key)))
    texts = (node.get(key) for key in keys)
    return next((text for text in texts if isinstance(text, str) and text.strip()), None)


def _children(node: dict[str, Any]) -> list[Any]:
    """Return the elements inside one; an object that only wraps them counts as one."""
    for key in CHILD_KEYS:
        value = node.get(key)
        if isinstance(value, list) and value:
            return value
        if isinstance(value, dict) and value:
            return [value]
    return []


def _is_block(node: Any) -> bool:
    """Tell whether an element begins a line of its own, or only wraps elements that do."""
    if not isinstance(node, dict):
        return False
    words = _words(node)
    return bool(words & (HEADING | QUOTE | LIST | ITEM | {"paragraph", "p"})) or (
        not words and any(_is_block(child) for child in _children(node)[:3])
    )


def _href(node: dict[str, Any]) -> str | None:
    places = [place for place in (node, *map(node.get, WRAPPERS)) if isinstance(place, dict)]
    links = (place.get(key) for place in places for key in LINK_KEYS)
    return next((link for link in links if isinstance(link, str)), None)


def _words(node: Any) -> frozenset[str]:
    """Return the words of what an element says it is: `core/list-item`, `BulletList` → list, item; bullet, list."""
    if not isinstance(node, dict):
        return frozenset()
    types = [name[:60] for key in TYPE_KEYS if isinstance(name := node.get(key), str)]
    if isinstance(name := node.get("name"), str) and BLOCK_NAME.fullmatch(name):
        types.append(name)
    text = " ".join(types)
    return frozenset(word.lower() for word in WORD.findall(text))


def _level(node: dict[str, Any], words: frozenset[str]) -> int:
    for place in (node, *map(node.get, WRAPPERS)):
        level = place.get("level") if isinstance(place, dict) else None
        if type(level) is int and 1 <= level <= 6:
            return max(2, level)
    named = (int(word[1]) for word in words if re.fullmatch(r"h[1-6]", word))
    spelt = (LEVELS[word] for word in words if word in LEVELS)
    return max(2, next(named, next(spelt, 2)))
