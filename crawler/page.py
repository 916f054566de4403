"""Page: bytes or text as served in; the decoded page with its tree, metadata and structured data out, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.charset import to_utf8
from crawler.compiled import UNUSABLE
from crawler.dates import present
from crawler.json_ld import read_json_ld
from crawler.markup_bounds import bounded, with_closed_noscripts, with_late_end
from crawler.text import encodable, squeeze
from crawler.urls import is_web_address, join

try:
    from crawler._told import told
except UNUSABLE:
    from crawler.plain_told import told

T = TypeVar("T")

# Stands in for the address of a page that has none (a saved file that does not say where it comes from), so that its
# links can be told apart; it never leaves the parsers (RFC 2606 reserves `.invalid`).
UNKNOWN_ORIGIN = "https://address.invalid/"

Names = Mapping[str, tuple[str, ...]]

# Elements of bodies that HTML 4 does not know.
BODY_TAGS = (
    "article", "aside", "audio", "details", "dialog", "figure", "footer", "header", "hgroup", "main", "nav", "picture",
    "search", "section", "video",
)  # fmt: skip

EMPTY_DOCUMENT = b"<html><head></head><body></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, parsed once; every field parser reads from it and none writes to it."""

    url: str
    """The address the page was asked for at, as given."""
    base_url: str
    """What relative links are resolved against: `<base href>`, else `url`; for a saved file the address it claims,
    else UNKNOWN_ORIGIN."""
    encoding: str
    """The charset that the bytes were read with; `str` when text was given."""
    now: datetime
    """The moment nothing on the page may lie behind; with offset."""
    now_is_given: bool = False
    """Whether the caller named that moment: only then 'an hour ago' can be counted back from it."""
    tree: HtmlElement
    """The root element; comments and processing instructions are left out."""
    meta: Mapping[str, tuple[str, ...]]
    """`<meta>` name, property, itemprop or http-equiv in lower case → contents in page order, none empty."""
    links: Mapping[str, tuple[str, ...]]
    """`<link>` rel in lower case → hrefs as written, in page order (and of `rel=alternate`, all of them)."""
    json_ld: tuple[Mapping[str, Any], ...]
    """The nodes of all JSON-LD blocks, lists and `@graph` flattened, in page order."""

    _made: dict[Callable[[Page], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: Callable[[Page], T]) -> T:
        """Return what a pure function makes of this page; it is called the first time only.

        For what several fields need: the headline's element, the language, the article's nodes.
        """
        made = self._made
        if make not in made:
            made[make] = make(self)
        result: T = made[make]
        return result

    def meta_first(self, *names: str) -> str | None:
        """Return the first content among the names, in the order of the names; None when there is none."""
        return next((values[0] for name in names if (values := self.meta.get(name))), None)

    def absolute(self, href: str | None) -> str | None:
        """Return a link of the page as an absolute, normalised address, None when it leads to no page."""
        url = join(self.base_url, href)
        return None if url and url.startswith(UNKNOWN_ORIGIN) else url


@dataclass(slots=True)
class _Told:
    """What the elements of a head say, in page order."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    is_in_noscript: bool = False
    """Whether a headline stands in a `<noscript>`."""


def read_page(
    html: bytes | str, url: str, *, content_type: str | None = None, now: datetime | None = None
) -> Page:
    """Read a page once; never raises: what cannot be read gives a page without content.

    `content_type` is the HTTP header's value, for its charset. `now` bounds the page's dates; without it the
    present moment does.
    """
    url = encodable(url)
    data, encoding = to_utf8(html, content_type)
    tree = parse_tree(data)
    head = _told(tree)
    if head.is_in_noscript and (closed := with_closed_noscripts(data)) != data:
        tree = parse_tree(closed)
        head = _told(tree)
    meta = {name: tuple(contents) for name, contents in head.meta.items()}
    links = {rel: tuple(hrefs) for rel, hrefs in head.links.items()}
    return Page(
        url=url,
        base_url=_base_url(url, head.bases, meta, links),
        encoding=encoding,
        now=present(now),
        now_is_given=now is not None,
        tree=tree,
        meta=meta,
        links=links,
        json_ld=read_json_ld(head.json_ld),
    )


# What is no character of XML (https://www.w3.org/TR/xml/#charsets).
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_tree(data: bytes) -> HtmlElement:
    """Return the root element of UTF-8 markup; an empty document where libxml2 finds nothing."""
    # huge_tree: without it libxml2 gives up at 256 levels, and real pages get that deep.
    # collect_ids: nothing looks elements up by their id, and the index costs a twentieth of the parse.
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    # One class for all elements: lxml.html's own look-up runs in Python, once for each element that is touched.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return _with_body(
            document_fromstring(with_late_end(bounded(data)), parser=parser, ensure_head_body=False)
        )
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return document_fromstring(EMPTY_DOCUMENT)


def _with_body(tree: HtmlElement) -> HtmlElement:
    """Return the tree with what stands in the head and belongs to the body moved to where that begins.

    A page may leave `<body>` out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags). libxml2 begins the
    body by itself at elements of HTML 4 only, so that all of a page's `<article>` would be its head's.
    """
    head = tree.find("head")
    strays = [] if head is None else list(head.iterchildren(*BODY_TAGS))
    if strays:
        body = tree.find("body")
        if body is None:
            body = etree.SubElement(tree, "body")
        # From behind, since each would else be counted up to.
        # What the parser lets through, lxml takes back without control characters only. No text is None, never "": an
        # empty node would count as a text that nobody reads.
        between = f"{strays[-1].tail or ''}{body.text or ''}"
        strays[-1].tail = NO_XML.sub("", between) or None
        body.text = None
        for each in reversed(strays):
            body.insert(0, each)
    return tree


def _base_url(url: str, bases: Iterable[str], meta: Names, links: Names) -> str:
    own = url if is_web_address(url) else _claimed(meta, links)
    return next((found for base in bases if (found := join(own, base))), own)


def _claimed(meta: Names, links: Names) -> str:
    """Return the address that a saved file says it was served at."""
    claims = (*links.get("canonical", ()), *meta.get("og:url", ()))
    return next((claim for claim in claims if is_web_address(claim)), UNKNOWN_ORIGIN)


def _told(tree: HtmlElement) -> _Told:
    """Gather what the elements of a head say, wherever they stand, in one pass."""
    head = _Told()
    meta, links = head.meta, head.links
    for tag, said in told(tree):
        if tag == "noscript":
            head.is_in_noscript = True
        elif tag == "meta":
            if content := squeeze(said[0]):
                for name in " ".join(filter(None, said[1:])).lower().split():
                    meta.setdefault(name, []).append(content)
        elif tag == "script":
            if text := said[0]:
                head.json_ld.append(text)
        elif href := (said[0] or "").strip():
            if tag == "base":
                head.bases.append(href)
            else:
                for rel in (said[1] or "").lower().split():
                    links.setdefault(rel, []).append(href)
    return head
